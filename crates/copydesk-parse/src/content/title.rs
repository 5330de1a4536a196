//! The headline: which words, and which block holds them.
//!
//! *What:* the `h1` that agrees with what the metadata or `<title>` say; else a heading that the
//! metadata repeat or a name marks; else the metadata; else `<title>` without the name of the
//! site.
//!
//! *Why:* `og:title` is written for sharing, `<title>` ends in the name of the site, the first
//! `h1` is often the logo or the last step of a trail of links; where two agree it is the
//! headline.
//!
//! *Example:* `<title>Rain floods Lyon | The Post</title>`, `<h1>The Post</h1>`,
//! `<h1>Rain floods Lyon</h1>` → the second `h1`.
//!
//! *Known misses:* a headline that is an image.

mod heading;
mod site_name;

use copydesk_core::{SourceSpan, record::BlockKind};
use site_name::{without_known_site, without_site};

use super::{agreement::Words, hint::DROPS, hint::HIDDEN, region::Region};
use crate::{
    html::{
        blocks::{Page, PageBlock},
        tag::Tag,
        tree::Tree,
    },
    metadata::same_words,
};

/// The headline and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Title {
    pub(crate) text: Option<String>,
    /// Index of the block, where the headline is shown on the page.
    pub(crate) block: Option<usize>,
    /// Where the words stand in the decoded page, where they are not those of the metadata.
    pub(crate) source: Option<SourceSpan>,
}

/// What the rest of the page says about its headline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a> {
    /// What the metadata say.
    pub(crate) title: Option<&'a str>,
    /// Whether that is the headline in the data of the article.
    pub(crate) is_data: bool,
    /// Whether two parts of the metadata, written by different hands, say the same.
    pub(crate) is_agreed: bool,
    /// All that any part of the metadata calls the title, the best first.
    pub(crate) declared: &'a [String],
    /// The name of the site.
    pub(crate) site: Option<&'a str>,
}

/// Finds the headline.
pub(crate) fn find(
    tree: &Tree,
    decoded: &str,
    page: &Page,
    region: &Region,
    said: Said<'_>,
) -> Title {
    let head = page.blocks.iter().position(|block| {
        tree.nodes[block.node as usize].tag == Tag::Title && block.kind == BlockKind::Metadata
    });
    let head_text = head.map(|at| page.words(&page.blocks[at]));
    let meta_short = said.title.map(|meta| without_site(meta, said.site));
    let head_short = head_text.map(|text| without_site(text, said.site));
    let finder = Finder {
        tree,
        decoded,
        page,
        region,
    };
    let declared: Vec<&str> = said
        .declared
        .iter()
        .map(|title| without_site(title, said.site))
        .collect();
    let short: Vec<&str> = meta_short
        .into_iter()
        .chain(head_short)
        .chain(declared.iter().copied())
        .filter(|title| said.site.is_none_or(|site| !same_words(title, site)))
        .collect();
    let main = [meta_short, head_text, said.title];
    let main: Vec<Words> = main.into_iter().flatten().map(Words::of).collect();
    let said_in_main = |title: &&str| [meta_short, head_text, said.title].contains(&Some(*title));
    let others = short.iter().copied().filter(|title| !said_in_main(title));
    let others: Vec<Words> = others.map(Words::of).collect();
    let (agreeing, trail) = finder.agreeing(&main, &others);
    let block = agreeing.or_else(|| finder.lone(head.is_none() && said.title.is_none()));
    let nothing_said = meta_short.or(head_short).is_none_or(|title| {
        title.is_empty() || said.site.is_some_and(|site| same_words(title, site))
    });
    let block = block.or_else(|| finder.named(nothing_said));
    // The last step of a trail is worded for search engines. Of what readers see and the data of
    // the article say, the page means the latter.
    if trail
        && said.is_data
        && let Some(text) = said.title.map(|title| without_known_site(title, said.site))
    {
        return Title {
            text: Some(flat(text)),
            block: block.or(head),
            source: None,
        };
    }
    if let Some(at) = block {
        let whole: Vec<&str> = said
            .declared
            .iter()
            .flat_map(|title| [title, without_site(title, said.site)])
            .collect();
        let (text, source) = finder.words(at, said.title, &short, &whole);
        // The topic that stands above the heading belongs to the headline where all say so.
        let longer = said.title.map(|title| without_known_site(title, said.site));
        let (text, source) = match longer {
            Some(longer) if said.is_agreed && ends_with_words(longer, &text) => {
                (flat(longer), None)
            }
            _ => (text, source),
        };
        return Title {
            text: Some(text),
            block,
            source,
        };
    }
    match (meta_short, head_short) {
        (Some(text), _) if !text.is_empty() => Title {
            text: Some(flat(text)),
            block: head,
            source: None,
        },
        (_, Some(text)) if !text.is_empty() => Title {
            text: Some(flat(text)),
            block: head,
            source: head.map(|at| page.source(&page.blocks[at])),
        },
        _ => Title::default(),
    }
}

/// Agreement with a title by which any heading is the headline.
const MUCH: f32 = 0.8;

struct Finder<'a> {
    tree: &'a Tree,
    decoded: &'a str,
    page: &'a Page,
    region: &'a Region,
}

impl Finder<'_> {
    fn is_hidden(&self, block: &PageBlock) -> bool {
        self.region.hints[block.node as usize] & HIDDEN != 0
    }

    fn is_in_trail(&self, block: &PageBlock) -> bool {
        heading::is_in_trail(self.tree, self.decoded, block.node)
    }

    fn is_furniture(&self, block: &PageBlock) -> bool {
        heading::is_logo(self.tree, self.decoded, block.node) || self.is_in_trail(block)
    }

    /// The heading that agrees best with what is said of the headline (`main`: the metadata and
    /// `<title>`, of which a main heading may say half), and whether a main
    /// heading that agrees is the last step of a trail of links.
    fn agreeing(&self, main: &[Words], others: &[Words]) -> (Option<usize>, bool) {
        let mut best: Option<(f32, usize)> = None;
        let mut trail = false;
        for (at, block) in self.page.blocks.iter().enumerate() {
            if block.kind != BlockKind::Heading || self.is_hidden(block) {
                continue;
            }
            let words = self.page.words(block);
            let level = block.level.unwrap_or(6);
            if words.len() > 400 || level > 3 {
                continue;
            }
            let heading = Words::of(words);
            let agreement = |sayings: &[Words]| {
                sayings
                    .iter()
                    .map(|said| said.agreement_of(&heading))
                    .fold(0.0, f32::max)
            };
            let needed = if level == 1 { 0.5 } else { MUCH };
            let said = agreement(main);
            let agreement = said.max(agreement(others));
            let score = agreement - f32::from(level) * 0.1;
            if said < needed && agreement < MUCH
                || best.is_some_and(|(known, _)| score <= known + 0.001)
            {
                continue;
            }
            if self.is_in_trail(block) {
                trail |= level == 1;
            } else if !heading::is_logo(self.tree, self.decoded, block.node) {
                best = Some((score, at));
            }
        }
        let main = best.is_some_and(|(_, at)| self.page.blocks[at].level == Some(1));
        (best.map(|(_, at)| at), trail && !main)
    }

    /// The only main heading in the region, where nothing agrees.
    fn lone(&self, nothing_said: bool) -> Option<usize> {
        let mut main = self.page.blocks.iter().enumerate().filter(|(_, block)| {
            block.kind == BlockKind::Heading
                && block.level == Some(1)
                && self.region.hints[block.node as usize] & DROPS == 0
                && (self.page.words(block).len() >= 15 || nothing_said)
                && !self.is_furniture(block)
        });
        let first = main.next()?.0;
        main.next().is_none().then_some(first)
    }

    /// The first heading that a name marks as the headline, up to the first prose.
    fn named(&self, nothing_said: bool) -> Option<usize> {
        const SHORTEST: usize = 15;
        for (at, block) in self.page.blocks.iter().enumerate() {
            let inside = block.node >= self.region.node;
            if inside && block.prose > 0 {
                break;
            }
            let is_heading =
                block.kind == BlockKind::Heading && block.level.is_some_and(|l| l <= 3);
            if is_heading
                && self.region.hints[block.node as usize] & DROPS == 0
                && self.page.words(block).len() >= SHORTEST
                && (nothing_said || heading::is_named(self.tree, self.decoded, block.node))
                && !self.is_furniture(block)
            {
                return Some(at);
            }
        }
        None
    }

    /// The headline in a block, and where it stands; no place where the wording is that of the
    /// metadata.
    fn words(
        &self,
        at: usize,
        meta: Option<&str>,
        said: &[&str],
        whole: &[&str],
    ) -> (String, Option<SourceSpan>) {
        let block = &self.page.blocks[at];
        let words = flat(self.page.words(block));
        let source = Some(self.page.source(block));
        let parts = heading::parts(self.tree, self.decoded, block.node);
        let beside = heading::headline(self.tree, self.decoded, &parts);
        if whole.iter().any(|title| same_words(title, &words)) {
            // `Kicker headline`, which the metadata set apart by a mark.
            return match meta.filter(|meta| beside.is_some() && same_words(meta, &words)) {
                Some(meta) => (flat(meta), None),
                None => (words, source),
            };
        }
        if let Some((text, source)) =
            beside.or_else(|| heading::said(self.tree, self.decoded, &parts, said))
        {
            return (text, Some(source));
        }
        // `Kicker: headline` in one heading, and the headline alone in the metadata.
        let behind = said.iter().find(|short| {
            short.len() >= 20 && words.len() > short.len() && words.ends_with(*short)
        });
        match behind {
            Some(short) => (flat(short), source),
            None => (words, source),
        }
    }
}

/// Whether `text` is the end of `longer`, behind a mark.
fn ends_with_words(longer: &str, text: &str) -> bool {
    let before = longer.strip_suffix(text).unwrap_or_default().trim_end();
    before.ends_with([':', '|', '/', '-', '\u{2013}', '\u{2014}'])
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
