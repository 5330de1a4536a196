//! The formats that records are written in.

use std::{fmt, path::Path, str::FromStr};

use copydesk_core::{Error, ErrorKind, HtmlOptions, MarkdownOptions, record::Article};

#[cfg(feature = "arrow")]
use crate::arrow::ArrowWriter;
#[cfg(feature = "parquet")]
use crate::arrow::ParquetWriter;
use crate::{
    articles::{ArticleWriter, plain},
    brat::BratWriter,
    output::TextWriter,
    record_writer::RecordWriter,
    writer::JsonlWriter,
};

/// What articles are written as.
///
/// ```
/// use copydesk_io::OutputFormat;
/// assert_eq!(OutputFormat::of_path("out/news.jsonl.gz"), Some(OutputFormat::Jsonl));
/// assert_eq!(OutputFormat::of_path("out/news.docx"), None);
/// assert_eq!("news-article".parse::<OutputFormat>()?, OutputFormat::NewsArticle);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutputFormat {
    /// One record a line.
    Jsonl,
    /// One record a row, as Arrow IPC, also known as Feather.
    #[cfg(feature = "arrow")]
    Arrow,
    /// One record a row, as Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
    /// Title and text.
    Text,
    /// As [`Article::to_markdown`].
    Markdown,
    /// As [`Article::to_html`].
    Html,
    /// W3C Web Annotation, one page of annotations a line, as [`Article::to_web_annotation`].
    WebAnnotation,
    /// As [`Article::to_conllu`]; articles need tokens for it.
    Conllu,
    /// A folder with two files for each article, as [`Article::to_brat`].
    Brat,
    /// One document a line, as [`Article::to_dolma`].
    Dolma,
    /// schema.org, one article a line, as [`Article::to_news_article`].
    NewsArticle,
}

impl OutputFormat {
    /// All of them, as far as the features go.
    pub const ALL: &'static [Self] = &[
        Self::Jsonl,
        #[cfg(feature = "arrow")]
        Self::Arrow,
        #[cfg(feature = "parquet")]
        Self::Parquet,
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::WebAnnotation,
        Self::Conllu,
        Self::Brat,
        Self::Dolma,
        Self::NewsArticle,
    ];

    /// The name used on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            #[cfg(feature = "arrow")]
            Self::Arrow => "arrow",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::WebAnnotation => "web-annotation",
            Self::Conllu => "conllu",
            Self::Brat => "brat",
            Self::Dolma => "dolma",
            Self::NewsArticle => "news-article",
        }
    }

    /// How the names of files in this format may end; none where it is written as a folder.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jsonl | Self::Dolma => &["jsonl", "ndjson", "json"],
            #[cfg(feature = "arrow")]
            Self::Arrow => &["arrow", "feather"],
            #[cfg(feature = "parquet")]
            Self::Parquet => &["parquet"],
            Self::Text => &["txt", "text"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
            Self::WebAnnotation | Self::NewsArticle => &["jsonl", "jsonld", "ndjson", "json"],
            Self::Conllu => &["conllu", "conll"],
            Self::Brat => &[],
        }
    }

    /// The format that a name promises: the first of [`OutputFormat::ALL`] with its extension,
    /// what `.gz` or `.zst` stands behind being left out.
    pub fn of_path(path: &str) -> Option<Self> {
        let extension = extension(path)?;
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.extensions().contains(&extension.as_str()))
    }

    /// Whether a name fits the format: it ends in one of its extensions, or in none that is known
    /// where the format is a folder.
    pub fn fits(self, path: &str) -> bool {
        match extension(path) {
            _ if self == Self::Brat => Self::of_path(path).is_none(),
            Some(extension) => self.extensions().contains(&extension.as_str()),
            None => false,
        }
    }

    /// Whether what could not be read is written, too, as a record that says why.
    pub fn holds_failures(self) -> bool {
        match self {
            Self::Jsonl => true,
            #[cfg(feature = "arrow")]
            Self::Arrow => true,
            #[cfg(feature = "parquet")]
            Self::Parquet => true,
            _ => false,
        }
    }

    /// Begins a file; `-` is standard output. For [`OutputFormat::Brat`] it is a folder that must
    /// not be there yet.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where it cannot be written.
    pub fn create(self, path: &str) -> Result<Box<dyn RecordWriter>, Error> {
        match self {
            Self::Brat => Ok(Box::new(BratWriter::create(path)?)),
            _ => self.over(TextWriter::create(path)?),
        }
    }

    /// Begins a file of a folder that is ours.
    pub(crate) fn create_aside(
        self,
        target: &Path,
        aside: &Path,
    ) -> Result<Box<dyn RecordWriter>, Error> {
        match self {
            Self::Brat => Ok(Box::new(BratWriter::create_aside(target, aside)?)),
            _ => self.over(TextWriter::create_aside(target, aside)?),
        }
    }

    #[cfg_attr(
        not(feature = "arrow"),
        expect(clippy::unnecessary_wraps, reason = "only tables can fail to start")
    )]
    fn over(self, out: TextWriter) -> Result<Box<dyn RecordWriter>, Error> {
        let (form, between): (fn(&Article) -> String, _) = match self {
            Self::Jsonl => return Ok(Box::new(JsonlWriter::over(out))),
            #[cfg(feature = "arrow")]
            Self::Arrow => return Ok(Box::new(ArrowWriter::over(out)?)),
            #[cfg(feature = "parquet")]
            Self::Parquet => return Ok(Box::new(ParquetWriter::over(out)?)),
            Self::Text | Self::Brat => (plain, "\n\n"),
            Self::Markdown => (
                |article| article.to_markdown(&MarkdownOptions::default()),
                "\n---\n\n",
            ),
            Self::Html => (|article| article.to_html(&HtmlOptions::default()), ""),
            Self::WebAnnotation => (|article| line(article.to_web_annotation()), ""),
            Self::Conllu => (Article::to_conllu, ""),
            Self::Dolma => (|article| line(article.to_dolma("copydesk")), ""),
            Self::NewsArticle => (|article| line(article.to_news_article()), ""),
        };
        Ok(Box::new(ArticleWriter::new(out, form, between)))
    }
}

fn line(mut json: String) -> String {
    json.push('\n');
    json
}

/// The extension of a path in lower case, before that of a compression.
fn extension(path: &str) -> Option<String> {
    let path = Path::new(path);
    let last = path.extension()?.to_string_lossy().to_lowercase();
    if last != "gz" && last != "zst" {
        return Some(last);
    }
    let stem = Path::new(path.file_stem()?);
    let inner = stem.extension()?.to_string_lossy().to_lowercase();
    // Tables are compressed inside, where readers look for it.
    (inner != "parquet" && inner != "arrow" && inner != "feather").then_some(inner)
}

impl fmt::Display for OutputFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for OutputFormat {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|format| format.as_str()).collect();
            let message = format!(
                "unknown output format `{name}`; the formats are: {}",
                names.join(", ")
            );
            Error::new(ErrorKind::Configuration, message)
        })
    }
}
