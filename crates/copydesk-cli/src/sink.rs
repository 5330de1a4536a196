//! Where `copydesk read` writes, in the format that was asked for.

use anyhow::Result;
use copydesk::{Article, HtmlOptions, MarkdownOptions};
use copydesk_io::{ArrowWriter, JsonlWriter, TextWriter, to_line};

use crate::arguments::Format;

/// Takes articles, one after the other.
#[derive(Debug)]
pub(crate) enum Sink {
    /// One record a line.
    Records(JsonlWriter),
    /// One record a row.
    Table(Box<ArrowWriter>),
    /// The articles alone.
    Articles {
        writer: TextWriter,
        format: Format,
        empty: bool,
    },
}

impl Sink {
    pub(crate) fn create(output: &str, format: Format) -> Result<Self> {
        Ok(match format {
            Format::Jsonl => Self::Records(JsonlWriter::create(output)?),
            Format::Arrow => Self::Table(Box::new(ArrowWriter::create(output)?)),
            _ => Self::Articles {
                writer: TextWriter::create(output)?,
                format,
                empty: true,
            },
        })
    }

    /// Writes an article. One that could not be read is a record, but has nothing to show alone.
    pub(crate) fn write(&mut self, article: Article) -> Result<()> {
        let (writer, format, empty) = match self {
            Self::Records(writer) => return Ok(writer.write_line(&to_line(&article))?),
            Self::Table(writer) => return Ok(writer.write(article)?),
            Self::Articles {
                writer,
                format,
                empty,
            } => (writer, *format, empty),
        };
        if article.failed() {
            return Ok(());
        }
        let (text, between) = match format {
            Format::Markdown => (
                article.to_markdown(&MarkdownOptions::default()),
                "\n---\n\n",
            ),
            Format::Html => (article.to_html(&HtmlOptions::default()), ""),
            _ => (text(&article), "\n\n"),
        };
        if !*empty {
            writer.write(between)?;
        }
        *empty = false;
        Ok(writer.write(&text)?)
    }

    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Records(writer) => {
                writer.finish()?;
            }
            Self::Table(writer) => {
                writer.finish()?;
            }
            Self::Articles { writer, .. } => writer.finish()?,
        }
        Ok(())
    }
}

/// Title and text.
fn text(article: &Article) -> String {
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
