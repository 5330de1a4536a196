//! A date of publication in the data of scripts, where nothing better is found.
//!
//! *What:* a key that says publication (`datePublished`, `published_at`, `pubDate`), a colon and
//! a date, anywhere in the page: in scripts, and in attributes that hold data.
//!
//! *Why:* pages that scripts draw keep the article in a state of their own, and broken or unusual
//! JSON-LD still has its keys.
//!
//! *Example:* `window.state={"post":{"published_at":"2024-05-01T08:00:00Z"…` → that moment.
//!
//! *Known misses:* the first such key may belong to a teaser.

use copydesk_core::SourceSpan;
use memchr::memmem;

use super::resolve::is_plausible;
use crate::dates;

/// Keys in lower case, without what joins their words.
const KEYS: &[&str] = &[
    "datepublished",
    "datepublish",
    "publishedat",
    "publisheddate",
    "publisheddatetime",
    "publishedon",
    "publishdate",
    "publishtime",
    "publicationdate",
    "publishingdate",
    "firstpublished",
    "firstpublisheddate",
    "pubdate",
];
/// Longest key, and what may stand between it and its date: quotation marks, escaped too.
const LONGEST_KEY: usize = 24;
const LONGEST_GAP: usize = 24;
/// Occurrences that are looked at.
const MOST: usize = 200;

/// The first date of publication in the data of a page, and where it stands.
pub(super) fn find(decoded: &str) -> Option<(String, SourceSpan)> {
    let bytes = decoded.as_bytes();
    ["ubli", "ubdate", "ubDate", "ub_date"]
        .iter()
        .flat_map(|part| memmem::find_iter(bytes, part).take(MOST))
        .filter_map(|at| date_at(decoded, at))
        .min_by_key(|(_, source)| source.start)
}

/// The date behind the key that holds byte `at`.
fn date_at(decoded: &str, at: usize) -> Option<(String, SourceSpan)> {
    let bytes = decoded.as_bytes();
    let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let before = bytes[..at].iter().rev().take(LONGEST_KEY);
    let start = at - before.take_while(|byte| is_key(byte)).count();
    let behind = bytes[at..].iter().take(LONGEST_KEY);
    let end = at + behind.take_while(|byte| is_key(byte)).count();
    let key: String = decoded
        .get(start..end)?
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    // A prefix may say whose key it is: `cmsPublishingDate`.
    let is_known = KEYS.iter().any(|known| {
        key.strip_suffix(known)
            .is_some_and(|prefix| prefix.len() <= 4 && prefix != "un")
    });
    if !is_known {
        return None;
    }
    let gap = bytes[end..]
        .iter()
        .take(LONGEST_GAP)
        .position(u8::is_ascii_digit)?;
    let between = decoded.get(end..end + gap)?;
    let joins = between.contains(':')
        && between
            .replace("&quot;", "")
            .chars()
            .all(|c| "\"\\': ".contains(c));
    if !joins {
        return None;
    }
    let from = end + gap;
    let len = bytes[from..]
        .iter()
        .take(32)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b":.+- ".contains(byte))
        .count();
    let value = decoded.get(from..from + len)?;
    let date = dates::parse_date(value).or_else(|| dates::from_epoch(value))?;
    is_plausible(&date).then(|| (date, SourceSpan::at(from, from + len)))
}

#[cfg(test)]
mod tests {
    use super::find;

    fn check(page: &str, expected: Option<&str>) {
        let found = find(page);
        let date = found.as_ref().map(|(date, _)| date.as_str());
        assert_eq!(date, expected, "{page}");
    }

    #[test]
    fn keys_that_say_publication() {
        check(
            r#"<script>state={"id":7,"published_at":"2024-05-01T08:00:00Z"}</script>"#,
            Some("2024-05-01T08:00:00+00:00"),
        );
        check(
            r#"<div data-post="{&quot;datePublished&quot;:&quot;2024-05-01&quot;}">"#,
            Some("2024-05-01"),
        );
        check(r#"{\"pubDate\": \"1 May 2024\"}"#, Some("2024-05-01"));
        check(
            r#"{"publishDate":1714550400000}"#,
            Some("2024-05-01T08:00:00+00:00"),
        );
        check(r#"{"publisher":"2024-05-01"}"#, None);
        check(r#"{"unpublishDate":"2024-05-01"}"#, None);
        check("It was published 2024-05-01", None);
        check(r#"{"published_at":null,"x":"2024-05-01"}"#, None);
    }
}
