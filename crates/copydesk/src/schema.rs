//! The JSON Schema of the record.

/// The JSON Schema of `copydesk.article/1`, the record that `serde` writes.
///
/// ```
/// assert!(copydesk::schema().contains("copydesk.article/1"));
/// ```
pub fn schema() -> &'static str {
    include_str!("../schema/article-1.json")
}
