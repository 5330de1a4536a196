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
pub(crate) use resolve::{resolve, same_words, titles};
pub(crate) use visible::{View, visible};

use crate::html::{attributes::Attributes, tag::Tag, tree::Tree};

/// All that the machine-readable parts of a page say.
pub(crate) fn collect(tree: &Tree, decoded: &str) -> Vec<Found> {
    let mut found = vec![];
    for (at, node) in tree.nodes.iter().enumerate() {
        if node.tag == Tag::Script
            && Attributes::new(node.span.of(decoded))
                .get("type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
            && let Some(text) = tree.nodes.get(at + 1).filter(|text| text.tag == Tag::Text)
        {
            jsonld::collect(text.span.of(decoded), text.span.start, &mut found);
        }
    }
    tags::collect(tree, decoded, &mut found);
    found
}
