//! The headline: which words, and which block holds them.
//!
//! *What:* the `h1` that agrees with what the metadata or `<title>` say; else the metadata;
//! else `<title>` without the name of the site.
//!
//! *Why:* `og:title` is written for sharing, `<title>` ends in the name of the site, the first
//! `h1` is often the logo; where two agree it is the headline.
//!
//! *Example:* `<title>Rain floods Lyon | The Post</title>`, `<h1>The Post</h1>`,
//! `<h1>Rain floods Lyon</h1>` → the second `h1`.
//!
//! *Known misses:* a headline that is an image.

use copydesk_core::record::BlockKind;

use super::{agreement::Words, hint::HIDDEN, region::Region};
use crate::html::{blocks::Page, tag::Tag, tree::Tree};

/// The headline and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Title {
    pub(crate) text: Option<String>,
    /// Index of the block, where the headline is shown on the page.
    pub(crate) block: Option<usize>,
    /// Whether the words of the block are the headline (and not those of the metadata).
    pub(crate) from_block: bool,
}

/// Finds the headline; `meta` is what the metadata say, `site` the name of the site.
pub(crate) fn find(
    tree: &Tree,
    page: &Page,
    region: &Region,
    meta: Option<&str>,
    site: Option<&str>,
) -> Title {
    let head = page.blocks.iter().position(|block| {
        tree.nodes[block.node as usize].tag == Tag::Title && block.kind == BlockKind::Metadata
    });
    let head_text = head.map(|at| page.words(&page.blocks[at]));
    let meta_short = meta.map(|meta| without_site(meta, site));
    let head_short = head_text.map(|text| without_site(text, site));
    let sayings: Vec<Words> = [meta_short, head_text, meta]
        .into_iter()
        .flatten()
        .map(Words::of)
        .collect();
    let mut best: Option<(f32, usize)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        if block.kind != BlockKind::Heading || region.hints[block.node as usize] & HIDDEN != 0 {
            continue;
        }
        let words = page.words(block);
        let level = block.level.unwrap_or(6);
        if words.len() > 400 || level > 3 {
            continue;
        }
        let agreement = sayings
            .iter()
            .map(|said| said.agreement(words))
            .fold(0.0, f32::max);
        let needed = if level == 1 { 0.5 } else { 0.8 };
        if agreement < needed {
            continue;
        }
        let score = agreement - f32::from(level) * 0.1;
        if best.is_none_or(|(known, _)| score > known + 0.001) {
            best = Some((score, at));
        }
    }
    // Nothing agrees: the only main heading in the region is the headline.
    let lone = || {
        let mut main = page.blocks.iter().enumerate().filter(|(_, block)| {
            block.kind == BlockKind::Heading
                && block.level == Some(1)
                && region.hints[block.node as usize] & super::hint::DROPS == 0
                && (page.words(block).len() >= 15 || head.is_none() && meta.is_none())
        });
        let first = main.next()?.0;
        main.next().is_none().then_some(first)
    };
    let block = best.map(|(_, at)| at).or_else(lone);
    if let Some(at) = block {
        let words = flat(page.words(&page.blocks[at]));
        // `Kicker: headline` in one heading, and the headline alone in the metadata.
        if let Some(short) = meta_short
            && short.len() >= 20
            && words.len() > short.len()
            && words.ends_with(short)
        {
            return Title {
                text: Some(flat(short)),
                block,
                from_block: false,
            };
        }
        return Title {
            text: Some(words),
            block,
            from_block: true,
        };
    }
    match (meta_short, head_short) {
        (Some(text), _) if !text.is_empty() => Title {
            text: Some(flat(text)),
            block: head,
            from_block: false,
        },
        (_, Some(text)) if !text.is_empty() => Title {
            text: Some(flat(text)),
            block: head,
            from_block: true,
        },
        _ => Title::default(),
    }
}

/// `Headline | Site` without the site.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    const SEPARATORS: &[&str] = &[
        " | ",
        " - ",
        " \u{2013} ",
        " \u{2014} ",
        " :: ",
        " \u{ab} ",
        " \u{bb} ",
        " \u{b7} ",
        " \u{2022} ",
        "|",
        " / ",
    ];
    let mut title = title.trim();
    // The name of the site first, wherever it stands.
    if let Some(site) = site {
        for separator in SEPARATORS {
            if let Some((before, after)) = title.rsplit_once(separator)
                && crate::metadata::same_words(after, site)
            {
                title = before.trim_end();
            }
            if let Some((before, after)) = title.split_once(separator)
                && crate::metadata::same_words(before, site)
            {
                title = after.trim_start();
            }
        }
    }
    // Else the shorter end, while what is left is longer than it.
    for _ in 0..2 {
        let cut = SEPARATORS
            .iter()
            .filter_map(|separator| title.rfind(separator).map(|at| (at, separator.len())))
            .max();
        let Some((at, len)) = cut else { break };
        let (before, after) = (title[..at].trim_end(), title[at + len..].trim_start());
        let words = |text: &str| text.split_whitespace().count();
        if words(before) >= 3 && words(after) <= 5 && words(after) < words(before) {
            title = before;
        } else {
            break;
        }
    }
    title
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::without_site;

    fn check(title: &str, site: Option<&str>, expected: &str) {
        assert_eq!(without_site(title, site), expected, "{title}");
    }

    #[test]
    fn names_of_sites_are_cut() {
        check(
            "Rain floods the old town | The Post",
            None,
            "Rain floods the old town",
        );
        check(
            "The Post - Rain floods the old town",
            Some("the post"),
            "Rain floods the old town",
        );
        check(
            "Rain \u{2013} and more rain \u{2013} The Post",
            Some("The Post"),
            "Rain \u{2013} and more rain",
        );
        check(
            "Rain floods the old town - News - The Post",
            None,
            "Rain floods the old town",
        );
        check("One-way street", None, "One-way street");
    }
}
