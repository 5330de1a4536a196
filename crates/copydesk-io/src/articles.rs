//! Articles out, each as a piece of text: Markdown, HTML, annotations and the like.

use copydesk_core::{Error, record::Article};

use crate::{
    output::TextWriter,
    record_writer::{RecordWriter, Written},
};

/// Writes one text for each article that could be read.
#[derive(Debug)]
pub(crate) struct ArticleWriter {
    out: TextWriter,
    form: fn(&Article) -> String,
    /// What stands between two articles.
    between: &'static str,
    records: u64,
}

impl ArticleWriter {
    pub(crate) fn new(
        out: TextWriter,
        form: fn(&Article) -> String,
        between: &'static str,
    ) -> Self {
        Self {
            out,
            form,
            between,
            records: 0,
        }
    }
}

impl RecordWriter for ArticleWriter {
    fn write(&mut self, article: &Article) -> Result<(), Error> {
        if article.failed() {
            return Ok(());
        }
        if self.records > 0 {
            self.out.write(self.between)?;
        }
        self.records += 1;
        self.out.write(&(self.form)(article))
    }

    fn bytes(&self) -> u64 {
        self.out.bytes()
    }

    fn finish(self: Box<Self>) -> Result<Written, Error> {
        Ok(Written {
            records: self.records,
            bytes: self.out.finish()?,
        })
    }
}

/// Title and text.
pub(crate) fn plain(article: &Article) -> String {
    let mut out = String::new();
    for part in [article.title.as_deref().unwrap_or_default(), article.body()] {
        let part = part.trim_end();
        if !part.is_empty() {
            out.push_str(if out.is_empty() { "" } else { "\n" });
            out.push_str(part);
            out.push('\n');
        }
    }
    out
}
