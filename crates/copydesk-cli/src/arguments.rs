//! What can be said on the command line.

use std::{num::NonZeroUsize, path::Path, sync::Arc};

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use copydesk::{GazetteerOptions, Options, Preset, Stage, UserGazetteer};

/// Noisy scraped news in; clean, structured, entity-linked records out.
#[derive(Debug, Parser)]
#[command(
    name = "copydesk",
    version,
    about,
    propagate_version = true,
    after_help = "\
Examples:
  copydesk read pages/ -o out.jsonl      a folder of saved pages to records
  copydesk read crawl.warc.gz | head -1  one record of an archive
  copydesk read page.html --format markdown
                                         the article alone
  copydesk read pages/ --gazetteer companies.csv -o out.jsonl
                                         names of your own are found before others
  copydesk read pages/ -o out.arrow      records as a table for data frames
  copydesk show page.html                an article in the terminal
  copydesk stories pages/                which pages tell of one story
  copydesk explain page.html             what was dropped and repaired, and why

Exit status: 0 all documents were read, 1 some were not, 2 wrong usage, or the output could
not be written."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads documents and writes one record a line (JSONL) or row (Arrow), or the articles alone.
    Read(Read),
    /// Shows articles with their entities in colour, and who says and does what.
    Show(Show),
    /// Tells what was dropped, repaired and decided, and why.
    Explain(Explain),
    /// Tells which documents are on one story.
    Stories(Stories),
    /// Prints the JSON Schema of the record.
    Schema,
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Where the records go: a file whose name ends as the format says, which appears when it is
    /// complete; `-`, the default, is standard output. A summary goes to standard output if the
    /// records go to a file, else to standard error.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// What is written: `jsonl` or `arrow`, the records; or title and text of each article as `text`,
    /// `markdown` or `html`. Default: as the name of the file says, else `jsonl`.
    #[arg(short, long, value_enum, value_name = "NAME")]
    pub(crate) format: Option<Format>,
    /// Threads that work on documents. Default, and 0: one per core.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Stages to run, separated by commas: parse, normalize, segment, entities. Default: all for
    /// records, the first two for articles alone.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) stages: Vec<String>,
    /// Puts the tokens into the records.
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Prints the records and failures only: no progress bar, no summary.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Shows what was dropped, too.
    #[arg(long)]
    pub(crate) dropped: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Lists every repair, not the first of each rule only.
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Stories {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Writes one story a line (JSONL) to this file, which appears when it is complete. Default, and
    /// `-`: the stories as text on standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// How many days without a document end a story.
    #[arg(long, value_name = "N", default_value_t = copydesk::stories::StoryOptions::default().window_days)]
    pub(crate) days: u32,
}

/// What is read, and how.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files (HTML, text, WARC, JSONL; also gzipped), folders, globs, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// The day that relative dates count from, YYYY-MM-DD; it overrides what the page says.
    /// Default: the publication date of each page.
    #[arg(long, value_name = "DAY")]
    pub(crate) reference_date: Option<String>,
    /// Which repairs are made: `canonical` keeps typography, `ascii_punctuation` folds quotes,
    /// dashes and the like, `search` also case (so that few names are found) and compatibility forms,
    /// `lossless` only composes.
    #[arg(long, value_name = "NAME", default_value_t)]
    pub(crate) preset: Preset,
    /// The JSONL field that holds the document. Default: text, html, content or body.
    #[arg(long, value_name = "NAME")]
    pub(crate) field: Option<String>,
    /// Names of your own, found before all others: CSV with a header, JSON or Arrow with the columns
    /// name and type (PERSON, ORG, GPE, …), and maybe id and aliases (separated by `|`). May be given
    /// several times; of two names written the same, the first wins.
    #[arg(long, value_name = "FILE")]
    pub(crate) gazetteer: Vec<String>,
    /// Finds the names of `--gazetteer` in any case.
    #[arg(long, requires = "gazetteer")]
    pub(crate) gazetteer_ignore_case: bool,
    /// Finds the names of `--gazetteer` with and without their accents.
    #[arg(long, requires = "gazetteer")]
    pub(crate) gazetteer_ignore_accents: bool,
}

impl Input {
    /// The options that the input arguments decide.
    pub(crate) fn options(&self) -> Result<Options> {
        let mut options = Options::default();
        options
            .entities
            .reference_date
            .clone_from(&self.reference_date);
        options.normalize = self.preset.options();
        options.gazetteer = self.gazetteer()?;
        Ok(options)
    }

    /// The user's own names, if there are any.
    fn gazetteer(&self) -> Result<Option<Arc<UserGazetteer>>> {
        if self.gazetteer.is_empty() {
            return Ok(None);
        }
        let mut options = GazetteerOptions::default();
        options.case_sensitive = !self.gazetteer_ignore_case;
        options.accent_sensitive = !self.gazetteer_ignore_accents;
        let mut gazetteer = UserGazetteer::new(options);
        for path in &self.gazetteer {
            let entries = copydesk_io::read_gazetteer(path)?;
            gazetteer.add(&copydesk_io::gazetteer_name(path), entries)?;
        }
        Ok(Some(Arc::new(gazetteer)))
    }

    /// The documents, lazily.
    pub(crate) fn sources(&self) -> Result<copydesk_io::Sources> {
        let mut options = copydesk_io::ReadOptions::default();
        options.jsonl_field.clone_from(&self.field);
        Ok(copydesk_io::Sources::open(&self.paths, options)?)
    }
}

impl Read {
    /// The options of the desk.
    pub(crate) fn options(&self) -> Result<Options> {
        let mut options = self.input.options()?;
        options.run.threads = self.threads.and_then(NonZeroUsize::new);
        options.tokens = self.tokens;
        if !matches!(self.format(), Format::Jsonl | Format::Arrow) {
            options.stages = vec![Stage::Parse, Stage::Normalize];
        }
        if !self.stages.is_empty() {
            options.stages = self
                .stages
                .iter()
                .map(|name| name.parse())
                .collect::<Result<Vec<Stage>, _>>()?;
        }
        if let Some(output) = &self.output {
            self.format().check(output)?;
        }
        Ok(options)
    }

    /// The format as asked for, or as the name of the file says.
    pub(crate) fn format(&self) -> Format {
        let named = || {
            let extension = extension(self.output.as_deref()?)?;
            let mut all = Format::value_variants().iter().copied();
            all.find(|format| format.extensions().contains(&extension.as_str()))
        };
        self.format.or_else(named).unwrap_or(Format::Jsonl)
    }
}

/// What is written of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Jsonl,
    /// An Arrow IPC file, also known as Feather.
    Arrow,
    Text,
    Markdown,
    Html,
}

impl Format {
    /// How the names of files in this format end.
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jsonl => &["jsonl", "ndjson", "json"],
            Self::Arrow => &["arrow", "feather"],
            Self::Text => &["txt", "text"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
        }
    }

    /// Refuses a file whose name promises another format.
    fn check(self, output: &str) -> Result<()> {
        // A device or pipe (`/dev/stdout`) has no extension and is no file of a kind.
        let special = std::fs::metadata(output).is_ok_and(|about| !about.is_file());
        let extensions = self.extensions();
        let fits = extension(output).is_some_and(|found| extensions.contains(&found.as_str()));
        if output == "-" || special || fits {
            return Ok(());
        }
        let name = self
            .to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned());
        bail!(
            "cannot write {output} as {name}; give a file that ends in .{}, another --format, or - \
             for standard output",
            extensions.join(" or .")
        )
    }
}

/// The extension of a path in lower case.
fn extension(path: &str) -> Option<String> {
    let extension = Path::new(path).extension()?;
    Some(extension.to_string_lossy().to_lowercase())
}
