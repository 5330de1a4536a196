//! Development tasks of copydesk: `cargo xtask --help`.

mod bless;
mod eval;
mod gazetteer;
mod run;
mod test;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    about = "Development tasks of copydesk",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Runs every test: format, lints, Rust, documentation, architecture, benches, Python wheel.
    Test {
        /// Leaves out the Python wheel.
        #[arg(long)]
        no_python: bool,
    },
    /// Writes `seeds/*/expected.json` anew from what copydesk makes of the documents.
    Bless,
    /// Measures accuracy against annotated data and prints a table.
    #[command(subcommand)]
    Eval(Eval),
    /// Builds data that ships with the crates.
    #[command(subcommand)]
    Build(Build),
}

#[derive(Subcommand)]
enum Eval {
    /// Mentions, strict span and type: the seeds with their gold, or `CoNLL` files.
    Mentions {
        /// `CoNLL` files (token TAB BIO tag) instead of the seeds.
        files: Vec<PathBuf>,
        /// The folder with `seeds/` and `gold/`. Default: `COPYDESK_SHARED`, else `../shared`.
        #[arg(long)]
        shared: Option<PathBuf>,
        /// Prints every miss and every false alarm.
        #[arg(long)]
        errors: bool,
        /// Counts class nouns (`nominal`) too.
        #[arg(long)]
        nominal: bool,
        /// Counts mentions in boilerplate too.
        #[arg(long)]
        boilerplate: bool,
    },
}

#[derive(Subcommand)]
enum Build {
    /// The generated lists of `copydesk-entities`, from `DATA/lists` and Python libraries.
    Gazetteer {
        /// The folder with `lists/` and `ner/`. Default: `data` in `COPYDESK_SHARED`, else in
        /// `../shared`.
        data: Option<PathBuf>,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Test { no_python } => test::run(!no_python),
        Task::Bless => bless::run(),
        Task::Eval(Eval::Mentions {
            files,
            shared,
            errors,
            nominal,
            boilerplate,
        }) => {
            let options = eval::mentions::Options {
                errors,
                nominal,
                boilerplate,
            };
            if files.is_empty() {
                eval::mentions::seeds(&run::shared(shared), &options)
            } else {
                eval::conll::files(&files, &options)
            }
        }
        Task::Build(Build::Gazetteer { data }) => {
            gazetteer::build(&data.unwrap_or_else(|| run::shared(None).join("data")))
        }
    }
}
