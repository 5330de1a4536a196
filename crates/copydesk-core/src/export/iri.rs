//! Names of things on the web.

use core::fmt::Write as _;

use xxhash_rust::xxh3::xxh3_128;

use crate::record::Article;

/// Whether a name of a document is an address on the web.
pub(super) fn is_web(uri: &str) -> bool {
    uri.starts_with("http://") || uri.starts_with("https://")
}

/// The IRI of the document: its address, or its path as a reference, or one made of its id.
///
/// ```text
/// https://a.example/x y   →  https://a.example/x%20y
/// pages/50% off#1.html    →  pages/50%25%20off%231.html
/// /data/a.html            →  file:///data/a.html
/// ```
pub(super) fn of_source(article: &Article) -> String {
    match article.source.uri.as_deref() {
        Some(uri) if !uri.is_empty() => of_uri(uri),
        _ => urn(&["source", &article.id]),
    }
}

/// A name of a document as an IRI.
pub(super) fn of_uri(uri: &str) -> String {
    let absolute = uri.contains("://") || uri.starts_with("urn:");
    let mut iri = String::with_capacity(uri.len() + 8);
    if !absolute {
        if uri.starts_with('/') {
            iri.push_str("file://");
        } else if uri
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':'))
        {
            // Else what stands before the colon were a scheme.
            iri.push_str("./");
        }
    }
    for c in uri.chars() {
        let forbidden = matches!(
            c,
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`'
        ) || ('\u{7f}'..='\u{9f}').contains(&c);
        // In a path these are letters like others.
        if forbidden || (!absolute && matches!(c, '#' | '?' | '%')) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string does not fail.
                let _ = write!(iri, "%{byte:02X}");
            }
        } else {
            iri.push(c);
        }
    }
    iri
}

/// A UUID of version 8 (RFC 9562) that these parts alone decide.
pub(super) fn urn(parts: &[&str]) -> String {
    let hash = xxh3_128(parts.join("\u{0}").as_bytes());
    let version = hash & !(0xf << 76) | (8 << 76);
    let variant = version & !(0b11 << 62) | (0b10 << 62);
    let hex = format!("{variant:032x}");
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

#[cfg(test)]
mod tests {
    use super::{of_uri, urn};

    #[test]
    fn names_are_iris() {
        let check = |uri: &str, iri: &str| assert_eq!(of_uri(uri), iri);
        check("https://a.example/x y?q#z", "https://a.example/x%20y?q#z");
        check("pages/50% off#1.html", "pages/50%25%20off%231.html");
        check("/data/a.html", "file:///data/a.html");
        check("a:b.html", "./a:b.html");
        check("дом/ö.html", "дом/ö.html");
    }

    #[test]
    fn uuids_have_their_version() {
        let one = urn(&["a", "b"]);
        assert_eq!(one.len(), "urn:uuid:".len() + 36);
        assert_eq!(one.as_bytes()["urn:uuid:".len() + 14], b'8');
        assert!(b"89ab".contains(&one.as_bytes()["urn:uuid:".len() + 19]));
        assert_eq!(one, urn(&["a", "b"]));
        assert_ne!(one, urn(&["ab"]));
    }
}
