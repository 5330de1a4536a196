//! Copies among the articles of a corpus.

use super::Corpus;
use crate::duplicates::{Duplicate, DuplicateOptions, Duplicates};

impl Corpus {
    /// What is known of each article as a copy of another one, in their order. It is worked out
    /// anew each time, from the texts: see [`Duplicates`].
    ///
    /// ```
    /// use copydesk::{Article, corpus::Corpus, duplicates::{DuplicateKind, DuplicateOptions}};
    /// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
    /// let article = || Article { text: text.to_owned(), ..Article::default() };
    /// let mut corpus = Corpus::default();
    /// corpus.add_on(article(), "2024-05-04");
    /// corpus.add_on(article(), "2024-05-03");
    /// let rows = corpus.duplicates(DuplicateOptions::default());
    /// assert_eq!((rows[0].dup_of, rows[0].dup_kind), (Some(1), Some(DuplicateKind::Exact)));
    /// ```
    pub fn duplicates(&self, options: DuplicateOptions) -> Vec<Duplicate> {
        let mut duplicates = Duplicates::new(options);
        for (at, article) in self.documents().enumerate() {
            let day = self.date(at as u32);
            // The article knows the time, the corpus the day on which it counts.
            let published = article.published.as_deref();
            let exact =
                published.filter(|time| day.as_deref().is_some_and(|day| time.starts_with(day)));
            duplicates.add_on(article, exact.or(day.as_deref()));
        }
        duplicates.rows()
    }
}
