//! An article as a document of a training corpus: JSONL of Dolma, which datatrove reads, too.

use super::json::Json;
use crate::record::Article;

impl Article {
    /// The article as a Dolma document, JSON on one line: `id`, `text` (with the title where it is
    /// part of the text), `source` as given, `added` and `created` where they are known, and the
    /// rest of what is known as `metadata`. datatrove reads the same: `text`, `id`, `metadata`.
    ///
    /// A day stands as its first moment, `2024-05-01T00:00:00.000Z`, as Dolma wants a time there.
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let article = Article { id: "7f".into(), text: "Rain.".into(), ..Article::default() };
    /// let json = article.to_dolma("news");
    /// assert!(json.starts_with(r#"{"id":"7f","text":"Rain.","source":"news","metadata":{"#));
    /// ```
    pub fn to_dolma(&self, source: &str) -> String {
        let mut json = Json::with_capacity(self.text.len() + 1024);
        json.object(|document| {
            document.field("id", &self.id);
            document.field("text", &self.text);
            document.field("source", source);
            document.maybe(
                "added",
                self.source.fetched.as_deref().map(moment).as_deref(),
            );
            document.maybe("created", self.published.as_deref().map(moment).as_deref());
            document.name("metadata").object(|about| {
                about.maybe("url", self.source.uri.as_deref());
                about.maybe("canonical_url", self.canonical_url.as_deref());
                about.maybe("title", self.title.as_deref());
                about.texts("authors", &self.byline);
                about.maybe("site", self.site.as_deref());
                about.maybe("published", self.published.as_deref());
                about.maybe("modified", self.modified.as_deref());
                about.maybe("language", self.language.as_deref());
                about.maybe("section", self.section.as_deref());
                about.maybe("image", self.image.as_deref());
                about.maybe("description", self.description.as_deref());
                about.texts("tags", &self.tags);
                if !self.source.media_type.is_empty() {
                    about.field("media_type", &self.source.media_type);
                }
                about.name("bytes").number(self.source.bytes);
                if self.article_score.is_finite() {
                    about.name("article_score").number(self.article_score);
                }
            });
        });
        json.finish()
    }
}

/// A day as a moment; what has a time is one.
fn moment(date: &str) -> String {
    if date.len() == "2024-05-01".len() {
        format!("{date}T00:00:00.000Z")
    } else {
        date.to_owned()
    }
}
