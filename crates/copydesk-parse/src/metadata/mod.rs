//! Metadata of an HTML page: candidates from everywhere, then one value per field by trust.

mod data_date;
mod found;
mod json;
mod jsonld;
mod keywords;
mod resolve;
mod tags;
#[cfg(test)]
mod tests;
mod visible;
mod visible_date;

pub(crate) use found::{Field, Found};
pub(crate) use jsonld::article_body;
pub(crate) use resolve::{resolve, same_words, titles};
pub(crate) use visible::{View, visible};

use copydesk_core::SourceSpan;

use crate::html::{attributes::Attributes, tag::Tag, tree::Tree};

/// The insides of the scripts that hold JSON-LD.
pub(crate) fn json_ld<'a>(
    tree: &'a Tree,
    decoded: &'a str,
) -> impl Iterator<Item = SourceSpan> + 'a {
    tree.nodes
        .iter()
        .zip(tree.nodes.iter().skip(1))
        .filter_map(|(node, text)| {
            let is_data = node.tag == Tag::Script
                && text.tag == Tag::Text
                && is_json_ld(node.span.of(decoded));
            is_data.then_some(text.span)
        })
}

/// Whether a script with these attributes holds JSON-LD.
fn is_json_ld(attributes: &str) -> bool {
    // Few scripts have a `+` in their tag.
    memchr::memchr(b'+', attributes.as_bytes()).is_some()
        && Attributes::new(attributes)
            .get("type")
            .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}

/// All that the machine-readable parts of a page say.
pub(crate) fn collect(tree: &Tree, decoded: &str) -> Vec<Found> {
    let mut found = vec![];
    for script in json_ld(tree, decoded) {
        jsonld::collect(script.of(decoded), script.start, &mut found);
    }
    tags::collect(tree, decoded, &mut found);
    found
}
