//! Which articles of a corpus tell of one story.

use copydesk_core::record::Article;

use super::Corpus;
use crate::stories::{Story, StoryOptions, settle_all};

impl Corpus {
    /// The stories of the articles, in order of their days: see [`crate::stories`]. Articles of a
    /// story are named by their indices; which are on one story does not depend on the order in
    /// which they were added.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage, stories::StoryOptions};
    /// let mut corpus = Corpus::default();
    /// let text = "Dockers of the Harbour Union in Tema, Ghana, walked out.";
    /// corpus.add_on(stage::annotate(text, None), "2024-05-02");
    /// corpus.add_on(stage::annotate(text, None), "2024-05-03");
    /// let stories = corpus.stories(StoryOptions::default());
    /// assert_eq!(stories[0].articles, [0, 1]);
    /// ```
    pub fn stories(&self, options: StoryOptions) -> Vec<Story> {
        let documents = self.documents.iter();
        let articles: Vec<(&Article, Option<i32>)> = documents
            .map(|document| (&*document.article, document.day))
            .collect();
        settle_all(&articles, options).0
    }
}
