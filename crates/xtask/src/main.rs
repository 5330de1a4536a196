//! Development tasks of copydesk: `cargo xtask --help`.

mod api;
mod bless;
mod features;
mod limits;
mod profile;
mod sbom;
mod test;

use std::{
    path::PathBuf,
    process::{self, Command},
};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use xtask::{python, run};

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
    /// Runs every test: format, lints, Rust, documentation, architecture, benches, limits, Python
    /// wheel.
    Test {
        /// Leaves out the Python wheel.
        #[arg(long)]
        no_python: bool,
    },
    /// Writes `seeds/*/expected.json`, and the hashes of all that the command writes of these and
    /// hostile documents, anew from what copydesk makes of them.
    Bless,
    /// Compares the public interfaces of the published crates with `crates/*/public-api.txt`.
    Api {
        /// Writes these files anew.
        #[arg(long)]
        bless: bool,
    },
    /// Lints each published crate without features, with each one alone, and with all.
    Features,
    /// Compares the bill of materials of the wheel, `python/sbom`, with the dependencies.
    Sbom {
        /// Writes it anew.
        #[arg(long)]
        bless: bool,
        /// Writes a bill of each published crate into this folder, too.
        #[arg(long)]
        crates: Option<PathBuf>,
    },
    /// Counts the steps of each stage on hostile input of 1, 2, 4 and 8 MB: they must grow in
    /// proportion. Linux only.
    Limits(limits::Arguments),
    /// Instructions and allocations of each stage, and the functions that cost most, of pages of HTML
    /// that go through all stages; needs valgrind.
    Profile {
        /// A folder of pages. Default: typical pages of the benches.
        pages: Option<PathBuf>,
    },
    /// Measures accuracy against annotated data and prints a table; see `eval --help`.
    #[command(disable_help_flag = true)]
    Eval {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Builds data that ships with the crates; see `build --help`.
    #[command(disable_help_flag = true)]
    Build {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Learns what ships with the crates; see `train --help`.
    #[command(disable_help_flag = true)]
    Train {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> Result<()> {
    if api::passed_on()? {
        return Ok(());
    }
    match Arguments::parse().task {
        Task::Test { no_python } => test::run(!no_python),
        Task::Bless => bless::run(),
        Task::Features => features::run(),
        Task::Limits(arguments) => limits::run(&arguments),
        Task::Profile { pages } => profile::run(pages.as_deref()),
        Task::Api { bless } => api::run(bless),
        Task::Sbom { bless, crates } => sbom::run(bless, crates.as_deref()),
        Task::Eval { arguments } => evaluation("eval", &arguments),
        Task::Build { arguments } => evaluation("build", &arguments),
        Task::Train { arguments } => evaluation("train", &arguments),
    }
}

/// Hands a task on to the package that needs copydesk itself, so that the others need not wait for it.
fn evaluation(task: &str, arguments: &[String]) -> Result<()> {
    let mut all = vec!["run", "--quiet", "--package", "evaluation"];
    if task == "train" {
        // Far too slow without.
        all.extend(["--config", "profile.dev.package.evaluation.opt-level=3"]);
    }
    all.extend(["--", task]);
    all.extend(arguments.iter().map(String::as_str));
    let status = Command::new(run::cargo()).args(&all).status();
    let status = status.context("cannot start cargo")?;
    // What was wrong is said.
    process::exit(status.code().unwrap_or(1))
}
