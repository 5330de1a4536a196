//! What a heading is made of: the headline and what stands beside it.
//!
//! *What:* the texts inside a heading, with what the names of the elements around them say.
//!
//! *Why:* templates set a topic above the headline (`kicker`, `overline`, `Dachzeile`), a second
//! line below it, or words for screen readers only, into the same `h1`, and tell them apart by
//! style. A trail of links to the page (`Home > Town > Rain`) may end in an `h1` of its own,
//! written for search engines; the name of the site may be one too.
//!
//! *Example:* `<h1><span class="kicker">Weather</span> Rain floods Lyon</h1>` → `Rain floods Lyon`.
//!
//! *Known misses:* parts that are told apart by generated class names.

use copydesk_core::SourceSpan;

use crate::html::{
    attributes::Attributes,
    entities,
    tag::Tag,
    tree::{NodeId, Tree},
};

/// Elements around a heading that are looked at.
const OUTWARD: usize = 6;
/// Shortest headline, in letters, that is left when the rest is taken off.
const SHORTEST: usize = 8;

/// A text inside a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The text node.
    node: NodeId,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// No name around it says anything.
    Plain,
    /// Its element is called headline.
    Headline,
    /// A kicker, a second line, or for screen readers only.
    Beside,
}

/// The texts of a heading.
pub(super) fn parts(tree: &Tree, decoded: &str, heading: NodeId) -> Vec<Part> {
    let mut parts = vec![];
    // The element that decides, and where it ends.
    let (mut kind, mut end) = (Kind::Plain, heading);
    for at in heading + 1..tree.nodes[heading as usize].end {
        let node = tree.nodes[at as usize];
        if at >= end {
            kind = Kind::Plain;
        }
        if node.tag == Tag::Text {
            let raw = tree.nodes[node.parent as usize].tag.is_raw();
            if !raw && !node.span.of(decoded).trim().is_empty() {
                parts.push(Part { node: at, kind });
            }
        } else if kind != Kind::Beside {
            let own = kind_of(node.tag, node.span.of(decoded));
            if own != Kind::Plain {
                (kind, end) = (own, node.end);
            }
        }
    }
    parts
}

fn kind_of(tag: Tag, attributes: &str) -> Kind {
    const BESIDE: &[&str] = &[
        "kicker",
        "overline",
        "topline",
        "roofline",
        "headerline",
        "dachzeile",
        "spitzmarke",
        "eyebrow",
        "overtitle",
        "pretitle",
        "supertitle",
        "surtitle",
        "surtitre",
        "antetitulo",
        "volanta",
        "occhiello",
        "subtitle",
        "subheadline",
        "subline",
        "titleheader",
    ];
    const UNSEEN: &[&str] = &[
        "sr-only",
        "show-for-sr",
        "visually-hidden",
        "visuallyhidden",
        "element-invisible",
        "screen-reader-text",
        "invisible",
        "h-offscreen",
        "hidden",
    ];
    let Some(class) = Attributes::new(attributes).get("class") else {
        return if tag == Tag::Small {
            Kind::Beside
        } else {
            Kind::Plain
        };
    };
    let mut kind = if tag == Tag::Small {
        Kind::Beside
    } else {
        Kind::Plain
    };
    for name in class.split_ascii_whitespace().take(20) {
        if UNSEEN.contains(&name) {
            return Kind::Beside;
        }
        let name = name.to_ascii_lowercase();
        for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
            if BESIDE.contains(&word) {
                return Kind::Beside;
            }
            if matches!(word, "headline" | "title") {
                kind = Kind::Headline;
            }
        }
    }
    kind
}

/// The headline in a heading that holds more, and where it stands.
pub(super) fn headline(tree: &Tree, decoded: &str, parts: &[Part]) -> Option<(String, SourceSpan)> {
    let beside = parts
        .iter()
        .filter(|part| part.kind == Kind::Beside)
        .count();
    let named = parts.iter().any(|part| part.kind == Kind::Headline);
    let keep = |part: &&Part| match part.kind {
        Kind::Headline => true,
        // Only emphasis inside the headline has no name of its own where the headline has one.
        Kind::Plain => !named || beside == 0,
        Kind::Beside => false,
    };
    if beside == 0 {
        return None;
    }
    let kept: Vec<Part> = parts.iter().filter(keep).copied().collect();
    let (words, source) = words(tree, decoded, &kept)?;
    let words = words.trim_matches(|c: char| " :|/\u{2013}\u{2014}-".contains(c));
    let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
    (letters >= SHORTEST).then(|| (words.to_owned(), source))
}

/// The texts of a heading that together are the same words as one of `titles`, where the
/// heading holds more: the ones in a row, from the first or to the last.
pub(super) fn said(
    tree: &Tree,
    decoded: &str,
    parts: &[Part],
    titles: &[&str],
) -> Option<(String, SourceSpan)> {
    const MOST: usize = 8;
    if parts.len() < 2 || parts.len() > MOST {
        return None;
    }
    let runs = (1..parts.len()).flat_map(|cut| [&parts[cut..], &parts[..cut]]);
    runs.filter_map(|run| words(tree, decoded, run))
        .find(|(words, _)| {
            words.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST
                && titles
                    .iter()
                    .any(|title| crate::metadata::same_words(title, words))
        })
}

/// The words of some texts, blanks collapsed, and where they stand.
fn words(tree: &Tree, decoded: &str, parts: &[Part]) -> Option<(String, SourceSpan)> {
    let mut words = String::new();
    let mut source: Option<SourceSpan> = None;
    let mut previous_end = 0;
    for part in parts {
        let span = tree.nodes[part.node as usize].span;
        let text = entities::decode(span.of(decoded), false);
        // Letters of one word may stand in two elements.
        let glued = previous_end != 0
            && !words.ends_with(char::is_whitespace)
            && !text.starts_with(char::is_whitespace);
        if !glued && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&text);
        previous_end = span.end;
        source = Some(source.map_or(span, |source| source.cover(span)));
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((words, source?))
}

/// Whether a heading is the last step of a trail of links that leads to the page.
pub(super) fn is_in_trail(tree: &Tree, decoded: &str, heading: NodeId) -> bool {
    let mut at = heading;
    let mut listed = true;
    for _ in 0..OUTWARD {
        let node = tree.nodes[at as usize];
        if node.tag == Tag::Nav {
            return true;
        }
        if matches!(node.tag, Tag::Body | Tag::Html | Tag::Main | Tag::Article) {
            break;
        }
        let attributes = Attributes::new(node.span.of(decoded));
        let is_named = ["class", "typeof", "itemtype"].iter().any(|key| {
            attributes
                .get(key)
                .is_some_and(|value| value.to_ascii_lowercase().contains("breadcrumb"))
        });
        // A wider element may be named after the trail at its top.
        if is_named && listed {
            return true;
        }
        listed = matches!(node.tag, Tag::Li | Tag::Ol | Tag::Ul);
        at = node.parent;
    }
    false
}

/// Whether a heading is the name of the site.
pub(super) fn is_logo(tree: &Tree, decoded: &str, heading: NodeId) -> bool {
    let class = Attributes::new(tree.nodes[heading as usize].span.of(decoded))
        .get("class")
        .unwrap_or_default()
        .to_ascii_lowercase();
    class.contains("site-title") || class.contains("logo") || leads_home(tree, decoded, heading)
}

/// Whether all of a heading is a link to the front page.
fn leads_home(tree: &Tree, decoded: &str, heading: NodeId) -> bool {
    let inside = heading + 1..tree.nodes[heading as usize].end;
    let Some(link) = inside
        .clone()
        .find(|&at| tree.nodes[at as usize].tag == Tag::A)
    else {
        return false;
    };
    let outside = inside.into_iter().any(|at| {
        let node = tree.nodes[at as usize];
        node.tag == Tag::Text
            && !(link..tree.nodes[link as usize].end).contains(&at)
            && node.span.of(decoded).contains(char::is_alphanumeric)
    });
    let href = Attributes::new(tree.nodes[link as usize].span.of(decoded))
        .get("href")
        .unwrap_or_default()
        .trim();
    let path = match href.split_once("//") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None if href.starts_with('/') => &href[1..],
        None => return false,
    };
    !outside && path.is_empty()
}

/// Whether a heading or the element around it is called the headline of an article.
pub(super) fn is_named(tree: &Tree, decoded: &str, heading: NodeId) -> bool {
    const NAMES: &[&str] = &[
        "headline",
        "entry-title",
        "post-title",
        "article-title",
        "story-title",
        "article__title",
    ];
    let node = tree.nodes[heading as usize];
    [heading, node.parent].iter().any(|&at| {
        let attributes = Attributes::new(tree.nodes[at as usize].span.of(decoded));
        let class = attributes
            .get("class")
            .unwrap_or_default()
            .to_ascii_lowercase();
        NAMES.iter().any(|name| class.contains(name))
            || attributes
                .get("itemprop")
                .is_some_and(|property| property == "headline")
    }) || {
        let parts = parts(tree, decoded, heading);
        parts.iter().any(|part| part.kind == Kind::Beside)
            && parts.iter().any(|part| part.kind == Kind::Headline)
    }
}
