//! Documents as the pipeline takes them.

use copydesk_core::RawDocument;

use crate::html;

/// The name and the bytes of a seed.
macro_rules! seed {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../seeds/", $name)))
    };
}

/// Seed pages of several languages, charsets and layouts.
const SEEDS: [(&str, &[u8]); 12] = [
    seed!("breach-01-german-page/source.html"),
    seed!("breach-02-double-entities-comments/source.html"),
    seed!("breach-06-chars-left-marker/source.txt"),
    seed!("flood-01-live-blog/source.html"),
    seed!("flood-04-furniture-everywhere/source.txt"),
    seed!("grain-01-cyrillic-homoglyphs/source.txt"),
    seed!("grain-03-windows-1251-russian/source.html"),
    seed!("port-strike-01-full-furniture/source.html"),
    seed!("port-strike-03-syndicated-retitled/source.html"),
    seed!("summit-01-mojibake/source.txt"),
    seed!("summit-03-shift-jis-japanese/source.html"),
    seed!("tribunal-01-table-and-ordered-list/source.html"),
];

/// Twelve seeds, 69 kB: short pages and texts of every kind, where the cost per document counts.
pub fn seeds() -> Vec<RawDocument> {
    let document = |(uri, bytes): (&str, &[u8])| RawDocument {
        uri: Some(uri.to_owned()),
        ..RawDocument::from_bytes(bytes)
    };
    SEEDS.into_iter().map(document).collect()
}

/// Twenty-four typical pages, 4.2 MB, no two alike: what a crawl is mostly made of.
pub fn crawl() -> Vec<RawDocument> {
    let pages = html::typical_pages(24).into_iter().enumerate();
    pages
        .map(|(index, page)| RawDocument {
            uri: Some(format!("https://news.example/{index}")),
            ..RawDocument::from_bytes(page)
        })
        .collect()
}

/// Bytes of all documents together.
pub fn bytes(documents: &[RawDocument]) -> u64 {
    documents
        .iter()
        .map(|document| document.bytes.len() as u64)
        .sum()
}
