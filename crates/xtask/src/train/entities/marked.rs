//! What both sets marked for copydesk share; see [`news`](super::news) and [`pages`](super::pages).

/// One article in so many is kept to measure with.
pub(super) const HELD_OUT: usize = 10;

/// The class of a label of the marked sets.
pub(super) fn class(label: &str) -> &'static str {
    match label {
        "PER" => "PER",
        "ORG" => "ORG",
        "GPE" | "LOC" | "FAC" => "LOC",
        _ => "MISC",
    }
}
