//! Measures how accurate copydesk is, and learns and builds what ships with it. `cargo xtask eval`, `train`
//! and `build` run this.

mod eval;
mod gazetteer;
mod train;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::run;

#[derive(Parser)]
#[command(
    about = "Accuracy of copydesk, and what ships with it",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures accuracy against annotated data and prints a table.
    #[command(subcommand)]
    Eval(Eval),
    /// Builds data that ships with the crates.
    #[command(subcommand)]
    Build(Build),
    /// Learns what ships with the crates; the same data give the same bytes.
    #[command(subcommand)]
    Train(Train),
}

#[derive(Subcommand)]
enum Train {
    /// The block scorer of `copydesk-parse`, from the three page sets in `DATA/parse`.
    Blocks {
        /// Default: `data` in `COPYDESK_SHARED`, else in `../shared`.
        data: Option<PathBuf>,
        /// Writes nothing, but measures by cross-validation over hosts.
        #[arg(long)]
        folds: bool,
        #[command(flatten)]
        learning: train::Arguments,
    },
    /// The line scorer of `copydesk-parse`, from the labelled texts in `DATA/parse/plain`.
    Lines {
        /// Default: `data` in `COPYDESK_SHARED`, else in `../shared`.
        data: Option<PathBuf>,
        /// Writes nothing, but measures by cross-validation over hosts.
        #[arg(long)]
        folds: bool,
        #[command(flatten)]
        learning: train::Arguments,
    },
    /// The tagger of `copydesk-entities`, from the annotated sentences in `DATA/ner/train`; prints
    /// how rules and model do on those in `DATA/ner/dev`, on which confidence is calibrated.
    Entities {
        /// Default: `data` in `COPYDESK_SHARED`, else in `../shared`.
        data: Option<PathBuf>,
        /// Writes nothing.
        #[arg(long)]
        dry: bool,
        /// Prints every miss and every false alarm.
        #[arg(long)]
        errors: bool,
        #[command(flatten)]
        settings: train::entities::Settings,
    },
    /// How common words are, and what makes two articles be on one story, from `DATA/ner`,
    /// `DATA/parse` and `DATA/resolution/ecbplus`; prints the weights, and B³ with weights of the
    /// other half of the topics.
    Stories {
        /// Default: `data` in `COPYDESK_SHARED`, else in `../shared`.
        data: Option<PathBuf>,
        /// Writes nothing.
        #[arg(long)]
        dry: bool,
    },
    /// The languages that `copydesk-segment` tells, from what `crates/evaluation/language/gather.py`
    /// gathered.
    Language {
        /// The folder that `gather.py` wrote, with `words`, `sentences`,
        /// `declaration` and `others`.
        data: PathBuf,
        /// Writes nothing.
        #[arg(long)]
        dry: bool,
    },
    /// Parts of speech of `copydesk-entities`, from sentences of `DATA/ner` and `DATA/segment`;
    /// prints how many tags are right.
    Syntax {
        /// Default: `data` in `COPYDESK_SHARED`, else in `../shared`.
        data: Option<PathBuf>,
        /// Writes nothing.
        #[arg(long)]
        dry: bool,
    },
}

#[derive(Subcommand)]
enum Eval {
    Claims(eval::claims::Arguments),
    Duplicates(eval::duplicates::Arguments),
    Language(eval::language::Arguments),
    Mentions(eval::mentions::Arguments),
    Renamed(eval::renamed::Arguments),
    Stories(eval::stories::Arguments),
    Timeline(eval::timeline::Arguments),
    Timex(eval::timex::Arguments),
    Values(eval::values::Arguments),
    Resolution(eval::resolution::Arguments),
    Places(eval::places::Arguments),
    Quotes(eval::quotes::Arguments),
    Events(eval::events::Arguments),
    /// Article extraction: shingle F1 against gold bodies, or F1 of gold segments; pages/s.
    Extract {
        /// Folders with `gold.json` and `html/<id>.html.gz`.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Names this many of the worst pages.
        #[arg(long, default_value_t = 0)]
        worst: usize,
        /// Leaves out the rows of other tools, which take minutes.
        #[arg(long)]
        no_peers: bool,
    },
    /// Scraped text: shingle F1 against gold bodies, the lines dropped, what becomes of text that
    /// is clean already; MB/s.
    Plain {
        /// The folder with `*.jsonl.gz`. Default: `data/parse/plain` in `COPYDESK_SHARED`, else
        /// in `../shared`.
        folder: Option<PathBuf>,
        /// Names this many of the worst pages of each set.
        #[arg(long, default_value_t = 0)]
        worst: usize,
    },
    /// Text spelt with look-alikes: is the exact original found, is real foreign text kept?
    Disguise {
        /// The folder with `udhr.jsonl`. Default: `data/normalize` in `COPYDESK_SHARED`, else in
        /// `../shared`. Bodies of `../parse/wcxb-dev/gold.json` beside it are used where it is.
        folder: Option<PathBuf>,
        /// Shows this many lines of each row that were not found.
        #[arg(long, default_value_t = 0)]
        misses: usize,
    },
    /// Sentences and tokens: F1 of boundaries in paragraphs and in documents without breaks, F1 of
    /// token spans, cases that are exactly right.
    Segment {
        /// The folder with `*.conllu`, `golden-rules.jsonl` and `sentencex-en.jsonl`. Default:
        /// `data/segment` in `COPYDESK_SHARED`, else in `../shared`.
        folder: Option<PathBuf>,
        /// Prints every boundary, token and case that is wrong.
        #[arg(long)]
        errors: bool,
        /// Leaves out the rows of other tools.
        #[arg(long)]
        no_peers: bool,
    },
    /// Title, authors and publication date.
    Metadata {
        /// Folders as for `extract`.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Prints every value that is wrong.
        #[arg(long)]
        errors: bool,
        /// Leaves out the rows of other tools, which take minutes.
        #[arg(long)]
        no_peers: bool,
    },
    /// Repairs of damaged text: adversarial cases, the cases of ftfy, clean lines of many
    /// languages, and the same lines with their charset mistaken.
    Normalize {
        /// The folder with `cases.jsonl`, `ftfy-cases.jsonl` and `udhr.jsonl`. Default:
        /// `data/normalize` in `COPYDESK_SHARED`, else in `../shared`.
        folder: Option<PathBuf>,
        /// Prints this many failures of each part.
        #[arg(long, default_value_t = 0)]
        failures: usize,
        /// Takes every n-th line of `udhr.jsonl`.
        #[arg(long, default_value_t = 1)]
        stride: usize,
        /// Leaves out ftfy, which takes minutes.
        #[arg(long)]
        no_peers: bool,
    },
}

#[derive(Subcommand)]
enum Build {
    /// The lists of `copydesk-entities`: generates some from `DATA/lists` and Python libraries,
    /// checks all and compiles them.
    Gazetteer {
        /// The folder with `lists/` and `ner/`. Default: `data` in `COPYDESK_SHARED`, else in
        /// `../shared`.
        data: Option<PathBuf>,
        /// Only checks and compiles the lists as they are: no Python, no DATA.
        #[arg(long, conflicts_with = "data")]
        compile: bool,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Eval(Eval::Claims(arguments)) => eval::claims::run(&arguments),
        Task::Eval(Eval::Duplicates(arguments)) => eval::duplicates::run(&arguments),
        Task::Eval(Eval::Language(arguments)) => eval::language::run(&arguments),
        Task::Eval(Eval::Mentions(arguments)) => eval::mentions::run(arguments),
        Task::Eval(Eval::Renamed(arguments)) => eval::renamed::run(arguments),
        Task::Eval(Eval::Stories(arguments)) => eval::stories::run(&arguments),
        Task::Eval(Eval::Timeline(arguments)) => eval::timeline::run(&arguments),
        Task::Eval(Eval::Timex(arguments)) => eval::timex::run(arguments),
        Task::Eval(Eval::Values(arguments)) => eval::values::run(arguments),
        Task::Eval(Eval::Resolution(arguments)) => eval::resolution::run(&arguments),
        Task::Eval(Eval::Places(arguments)) => eval::places::run(arguments),
        Task::Eval(Eval::Quotes(arguments)) => eval::quotes::run(&arguments),
        Task::Eval(Eval::Events(arguments)) => eval::events::run(&arguments),
        Task::Eval(Eval::Extract {
            folders,
            worst,
            no_peers,
        }) => eval::extract::folders(&folders, worst, !no_peers),
        Task::Eval(Eval::Plain { folder, worst }) => {
            let folder = folder.unwrap_or_else(|| run::shared(None).join("data/parse/plain"));
            eval::plain::folder(&folder, worst)
        }
        Task::Eval(Eval::Disguise { folder, misses }) => {
            let folder = folder.unwrap_or_else(|| run::shared(None).join("data/normalize"));
            eval::disguise::folder(&folder, misses)
        }
        Task::Eval(Eval::Segment {
            folder,
            errors,
            no_peers,
        }) => {
            let folder = folder.unwrap_or_else(|| run::shared(None).join("data/segment"));
            eval::segment::folder(&folder, errors, !no_peers)
        }
        Task::Eval(Eval::Metadata {
            folders,
            errors,
            no_peers,
        }) => eval::metadata::folders(&folders, errors, !no_peers),
        Task::Eval(Eval::Normalize {
            folder,
            failures,
            stride,
            no_peers,
        }) => {
            let folder = folder.unwrap_or_else(|| run::shared(None).join("data/normalize"));
            let options = eval::normalize::Options {
                failures,
                stride: stride.max(1),
                peers: (!no_peers).into(),
            };
            eval::normalize::folder(&folder, &options)
        }
        Task::Train(Train::Blocks {
            data,
            folds,
            learning,
        }) => {
            let data = data.unwrap_or_else(|| run::shared(None).join("data"));
            train::blocks::run(&data.join("parse"), folds, learning)
        }
        Task::Train(Train::Lines {
            data,
            folds,
            learning,
        }) => {
            let data = data.unwrap_or_else(|| run::shared(None).join("data"));
            train::lines::run(&data.join("parse"), folds, learning)
        }
        Task::Train(Train::Entities {
            data,
            dry,
            errors,
            settings,
        }) => {
            let data = data.unwrap_or_else(|| run::shared(None).join("data"));
            train::entities::run(&data.join("ner"), settings, dry, errors)
        }
        Task::Train(Train::Stories { data, dry }) => {
            let data = data.unwrap_or_else(|| run::shared(None).join("data"));
            train::stories::run(&data, dry)
        }
        Task::Train(Train::Language { data, dry }) => train::language::run(&data, dry),
        Task::Train(Train::Syntax { data, dry }) => {
            let data = data.unwrap_or_else(|| run::shared(None).join("data"));
            train::syntax::run(&data, dry)
        }
        Task::Build(Build::Gazetteer { compile: true, .. }) => gazetteer::compile(),
        Task::Build(Build::Gazetteer { data, .. }) => {
            gazetteer::build(&data.unwrap_or_else(|| run::shared(None).join("data")))
        }
    }
}
