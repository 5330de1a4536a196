//! What can be said on the command line.

use std::{collections::BTreeMap, num::NonZeroUsize, sync::Arc};

use anyhow::{Result, bail};
use clap::{
    Args, Parser, Subcommand, ValueHint,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use copydesk::{GazetteerOptions, Options, Preset, Stage, UserGazetteer};
use copydesk_io::OutputFormat;

use crate::{
    duplicates, examples,
    filter::Filter,
    manual::{CompletionsArguments, ManArguments},
    size,
    style::Look,
};

/// Headings of groups of options.
const OUTPUT: &str = "Output";
const WORK: &str = "Work on a document";
const NAMES: &str = "Names of your own";

/// What to do instead where Parquet is asked for and left out.
const WITHOUT_PARQUET: &str = "this copydesk is built without Parquet; write .arrow, give the records \
    to pyarrow or Polars through copydesk.to_arrow in Python, or install the command with cargo install \
    copydesk-cli";

/// Noisy scraped news in; clean, structured, entity-linked records out.
#[derive(Debug, Parser)]
#[command(
    name = "copydesk",
    version,
    about,
    propagate_version = true,
    after_help = examples::help("copydesk")
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads documents and writes one record a line (JSONL) or row (Arrow, Parquet), the articles
    /// alone, or what was found in them.
    #[command(after_help = examples::help("read"))]
    Read(Read),
    /// Shows articles with their entities in colour, and who says and does what.
    #[command(after_help = examples::help("show"))]
    Show(Show),
    /// Tells what was dropped, repaired and decided, and why.
    #[command(after_help = examples::help("explain"))]
    Explain(Explain),
    /// Tells which documents are copies of others, whole or in part.
    #[command(after_help = examples::help("duplicates"))]
    Duplicates(duplicates::Arguments),
    /// Tells which documents are on one story.
    #[command(after_help = examples::help("stories"))]
    Stories(Stories),
    /// Writes one HTML page that tells what is in the documents: stories and copies, what happened
    /// when, who is who, where it is, who claims what, and each article beside its source.
    #[command(after_help = examples::help("report"))]
    Report(Report),
    /// Prints the JSON Schema of the record.
    #[command(after_help = examples::help("schema"))]
    Schema,
    /// Prints a script that completes commands, options, names of formats and files in a shell.
    #[command(after_help = examples::help("completions"))]
    Completions(CompletionsArguments),
    /// Prints or writes the manual as man pages.
    #[command(after_help = examples::help("man"))]
    Man(ManArguments),
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    /// Where the records go: a file whose name ends as the format says, which appears when it is
    /// complete; also with `.gz` or `.zst` behind. `-`, the default, is standard output. With
    /// `--resume` or `--shard-size` it is a folder of shards and a manifest. A summary goes to
    /// standard output if the records go to a file, else to standard error.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::AnyPath, help_heading = OUTPUT)]
    output: Option<String>,
    /// What is written. Records: `jsonl`, `arrow`, `parquet`. Title and text of each article: `text`,
    /// `markdown`, `html`. What was found: `web-annotation` (W3C, JSON-LD), `conllu`, `brat` (a
    /// folder). Documents: `dolma` (JSONL for training), `news-article` (schema.org, JSON-LD).
    /// Default: as the name of the file says, else `jsonl`.
    #[arg(short, long, value_name = "NAME", value_parser = formats(), help_heading = OUTPUT)]
    format: Option<OutputFormat>,
    /// Writes a folder of shards, each about so large: `256MB`, `1GB`. Default with `--resume`: 256MB.
    #[arg(long, value_name = "SIZE", value_parser = size::parse, requires = "output", help_heading = OUTPUT)]
    pub(crate) shard_size: Option<u64>,
    /// Goes on with what an interrupted run left in the folder, or begins it. Inputs and options
    /// must be the same as before.
    #[arg(long, requires = "output", help_heading = OUTPUT)]
    pub(crate) resume: bool,
    /// Threads that work on documents. Default, and 0: one per core.
    #[arg(long, value_name = "N", help_heading = WORK)]
    pub(crate) threads: Option<usize>,
    /// Stages to run, separated by commas: parse, normalize, segment, entities. Default: all for
    /// records, the first two for articles alone.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = stages(), help_heading = WORK)]
    pub(crate) stages: Vec<Stage>,
    /// Puts the tokens into the records.
    #[arg(long, help_heading = WORK)]
    pub(crate) tokens: bool,
    /// Prints the records and failures only: no progress bar, no summary.
    #[arg(short, long, help_heading = OUTPUT)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) look: Look,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Shows what was dropped, too.
    #[arg(long)]
    pub(crate) dropped: bool,
    /// Leaves out the labels behind names and the marks behind quotes and claims, and their legend.
    #[arg(long)]
    pub(crate) no_labels: bool,
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) look: Look,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Lists every repair and every dropped block, not the first of each rule and reason only.
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) look: Look,
}

#[derive(Debug, Args)]
pub(crate) struct Stories {
    /// Writes one story a line (JSONL) to this file, which appears when it is complete. Default, and
    /// `-`: the stories as text on standard output.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<String>,
    /// How many days without a document end a story.
    #[arg(long, value_name = "N", default_value_t = copydesk::stories::StoryOptions::default().window_days)]
    pub(crate) days: u32,
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) look: Look,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The page, which appears when it is complete; it needs no other file and no network. Default,
    /// and `-`: standard output. A summary goes to standard error.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// The title of the page. Default: how many articles there are.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// How many articles can be read in it; those of the largest stories come first. Default: 500.
    #[arg(long, value_name = "N")]
    pub(crate) max_articles: Option<usize>,
}

/// What is read, and how.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files (HTML, text, WARC, JSONL; also compressed by gzip or zstd), folders, globs, or `-` for standard input.
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<String>,
    /// The day that relative dates count from, YYYY-MM-DD; it overrides what the page says.
    /// Default: the publication date of each page.
    #[arg(long, value_name = "DAY", help_heading = WORK)]
    pub(crate) reference_date: Option<String>,
    /// Which repairs are made: `canonical` keeps typography, `ascii_punctuation` folds quotes,
    /// dashes and the like, `search` also case (so that few names are found) and compatibility forms,
    /// `lossless` only composes.
    #[arg(long, value_name = "NAME", default_value_t, value_parser = presets(), help_heading = WORK)]
    pub(crate) preset: Preset,
    /// The JSONL field that holds the document. Default: text, html, content or body.
    #[arg(long, value_name = "NAME")]
    pub(crate) field: Option<String>,
    /// Names of your own, found before all others: CSV with a header, JSON or Arrow with the columns
    /// name and type (PERSON, ORG, GPE, …), and maybe id and aliases (separated by `|`). May be given
    /// several times; of two names written the same, the first wins.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = NAMES)]
    pub(crate) gazetteer: Vec<String>,
    /// Finds the names of `--gazetteer` in any case.
    #[arg(long, requires = "gazetteer", help_heading = NAMES)]
    pub(crate) gazetteer_ignore_case: bool,
    /// Finds the names of `--gazetteer` with and without their accents.
    #[arg(long, requires = "gazetteer", help_heading = NAMES)]
    pub(crate) gazetteer_ignore_accents: bool,
    #[command(flatten)]
    pub(crate) filter: Filter,
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
        self.filter.run(&mut options.run)?;
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
        self.sources_at(&self.paths)
    }

    /// The documents at some of the paths.
    pub(crate) fn sources_at(&self, paths: &[String]) -> Result<copydesk_io::Sources> {
        let mut options = copydesk_io::ReadOptions::default();
        options.jsonl_field.clone_from(&self.field);
        self.filter.read(&mut options)?;
        Ok(copydesk_io::Sources::open(paths, options)?)
    }
}

impl Read {
    /// The options of the desk.
    pub(crate) fn options(&self) -> Result<Options> {
        let mut options = self.input.options()?;
        options.run.threads = self.threads.and_then(NonZeroUsize::new);
        options.tokens = self.tokens;
        options.tokens |= self.format() == OutputFormat::Conllu;
        if matches!(
            self.format(),
            OutputFormat::Text | OutputFormat::Markdown | OutputFormat::Html | OutputFormat::Dolma
        ) {
            options.stages = vec![Stage::Parse, Stage::Normalize];
        }
        if !self.stages.is_empty() {
            options.stages.clone_from(&self.stages);
        }
        self.check()?;
        Ok(options)
    }

    /// Refuses a name that promises another format, or cannot be what it has to be.
    fn check(&self) -> Result<()> {
        let (output, format) = (self.output(), self.format());
        if output == "-" {
            if self.sharded() {
                bail!(
                    "cannot write shards to standard output; give the name of a folder with --output"
                );
            }
            return Ok(());
        }
        if !cfg!(feature = "parquet") && self.format.is_none() && output.ends_with(".parquet") {
            bail!("cannot write {output}: {WITHOUT_PARQUET}");
        }
        let about = std::fs::metadata(output);
        // A device or pipe (`/dev/stdout`) has no extension and is no file of a kind.
        let special = about.is_ok_and(|about| !about.is_file() && !about.is_dir());
        // A folder need not say what is in it, but it must not say another thing.
        let extension = std::path::Path::new(output).extension();
        let compressed = extension.is_some_and(|name| {
            name.eq_ignore_ascii_case("gz") || name.eq_ignore_ascii_case("zst")
        });
        let plain = self.sharded() && !compressed && OutputFormat::of_path(output).is_none();
        if special || plain || format.fits(output) {
            return Ok(());
        }
        let extensions = format.extensions().join(" or .");
        let name = match extensions.as_str() {
            "" => "a name without extension, it is a folder".to_owned(),
            extensions => format!("a file that ends in .{extensions}"),
        };
        bail!(
            "cannot write {output} as {format}; give {name}, another --format, or - for standard \
             output"
        )
    }

    /// Whether a folder of shards is written.
    pub(crate) fn sharded(&self) -> bool {
        self.resume || self.shard_size.is_some()
    }

    /// Where the records go.
    pub(crate) fn output(&self) -> &str {
        self.output.as_deref().unwrap_or("-")
    }

    /// The format as asked for, or as the name of the file says.
    pub(crate) fn format(&self) -> OutputFormat {
        let named = || OutputFormat::of_path(self.output());
        self.format.or_else(named).unwrap_or(OutputFormat::Jsonl)
    }

    /// What decides the records, by the name of the argument: a run that is resumed must have it
    /// the same.
    pub(crate) fn deciding(&self, options: &Options) -> Result<BTreeMap<String, String>> {
        let stages = options.stages.iter().map(|stage| stage.as_str());
        let input = &self.input;
        let gazetteers = input.gazetteer.iter();
        let gazetteers: Vec<_> = gazetteers
            .map(|path| Ok(format!("{path} ({})", copydesk_io::content_hash(path)?)))
            .collect::<Result<_>>()?;
        let given = |on: bool| if on { "given" } else { "" }.to_owned();
        let all = [
            ("--stages", stages.collect::<Vec<_>>().join(",")),
            ("--tokens", given(options.tokens)),
            ("--preset", input.preset.to_string()),
            (
                "--reference-date",
                input.reference_date.clone().unwrap_or_default(),
            ),
            ("--field", input.field.clone().unwrap_or_default()),
            ("--gazetteer", gazetteers.join(", ")),
            (
                "--gazetteer-ignore-case",
                given(input.gazetteer_ignore_case),
            ),
            (
                "--gazetteer-ignore-accents",
                given(input.gazetteer_ignore_accents),
            ),
        ];
        let all = all.into_iter().chain(input.filter.deciding());
        Ok(all.map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// The names of the presets.
fn presets() -> impl TypedValueParser<Value = Preset> {
    let names = Preset::ALL.iter().map(|preset| preset.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Preset>())
}

/// The names of the stages.
fn stages() -> impl TypedValueParser<Value = Stage> {
    let names = Stage::ALL.iter().map(|stage| stage.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Stage>())
}

/// The names of the formats.
fn formats() -> impl TypedValueParser<Value = OutputFormat> {
    let names = OutputFormat::ALL.iter().map(|format| format.as_str());
    let names = names.map(PossibleValue::new);
    // Who asks for it is told what to do instead.
    let missing = (!cfg!(feature = "parquet")).then(|| PossibleValue::new("parquet").hide(true));
    PossibleValuesParser::new(names.chain(missing)).try_map(|name| {
        name.parse::<OutputFormat>()
            .map_err(|error| match name.as_str() {
                "parquet" => WITHOUT_PARQUET.into(),
                _ => Box::<dyn std::error::Error + Send + Sync>::from(error),
            })
    })
}
