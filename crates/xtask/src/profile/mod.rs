//! Where the time and the memory of the whole pipeline go, on pages of HTML: instructions and
//! allocations of each stage, and the functions that cost most.
//!
//! Instructions are counted by valgrind, so the figures are the same on a machine with other work.
//! The stages are functions that are never inlined, marked where they stand; what is not in one of
//! them is the making of the record.

mod allocations;
mod instructions;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::run::{cargo, command, metadata, output, root};
use allocations::Allocations;
use instructions::Instructions;

/// Functions shown of each list.
const TOP: usize = 25;

/// The function of the example in which all that counts is done.
const MEASURED: &str = "profile::measured";

/// The stages, in order, and the functions that are them.
const STAGES: [(&str, &[&str]); 8] = [
    ("decode, parse", &["copydesk_parse::parse"]),
    ("normalize", &["copydesk::pipeline::normalize"]),
    (
        "language, sentences, tokens",
        &[
            "copydesk_segment::language::language",
            "copydesk_segment::sentences",
            "copydesk_segment::tokens",
        ],
    ),
    (
        "dates, amounts, patterns",
        &["copydesk_entities::values::all"],
    ),
    ("mentions", &["copydesk_entities::tagger::tag"]),
    (
        "who is who, places",
        &[
            "copydesk_entities::resolve::resolve",
            "copydesk_entities::places::fill",
        ],
    ),
    (
        "syntax, statements",
        &[
            "copydesk_entities::syntax::Syntax::read",
            "copydesk_entities::statements::read",
        ],
    ),
    ("JSON", &["profile::write"]),
];

/// What the example prints.
struct Run {
    pages: f64,
    bytes: f64,
    text: f64,
}

/// Measures the pages in a folder, else typical ones of the benches.
pub(crate) fn run(pages: Option<&Path>) -> Result<()> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        bail!(
            "valgrind is not installed: `apt install valgrind` on Debian and Ubuntu, `dnf install \
             valgrind` on Fedora; elsewhere see https://valgrind.org"
        );
    }
    let folder = root().join("target/profile");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let pages = pages
        .map(|pages| {
            fs::canonicalize(pages).with_context(|| format!("cannot read {}", pages.display()))
        })
        .transpose()?;
    let pages = pages.as_deref();

    let callgrind = folder.join("callgrind.out");
    let arguments = [
        "--tool=callgrind".to_owned(),
        format!("--toggle-collect=*{MEASURED}*"),
        format!("--callgrind-out-file={}", callgrind.display()),
    ];
    let records = folder.join("records.jsonl");
    let run = valgrind(&build(&[])?, &arguments, pages, &records)?;
    let instructions = Instructions::read(&callgrind)?;

    let dhat = folder.join("dhat.json");
    let arguments = [
        "--tool=dhat".to_owned(),
        // The stage must be within the frames that are kept.
        "--num-callers=60".to_owned(),
        format!("--dhat-out-file={}", dhat.display()),
    ];
    let program = build(&["--features", "copydesk-benches/system-allocator"])?;
    valgrind(&program, &arguments, pages, &records)?;
    let allocations = Allocations::read(&dhat)?;
    ensure!(
        allocations.total().blocks > 0,
        "no allocation is seen below {MEASURED}"
    );

    print_stages(&run, &instructions, &allocations);
    println!("\nInstructions in the function itself:");
    print_top(instructions.total, &instructions.selves);
    println!("\nInstructions in the function and what it calls:");
    print_top(instructions.total, &instructions.inclusive);
    println!("\nBytes allocated, by the first function that is not of a library:");
    print_top(allocations.total().bytes, &allocations.places);
    println!(
        "\nThe records, to be compared with those of another version: {}\nMore: callgrind_annotate {}",
        records.display(),
        callgrind.display()
    );
    Ok(())
}

/// The example, built as the benches are.
fn build(features: &[&str]) -> Result<PathBuf> {
    let package = ["--package", "copydesk-benches", "--example", "profile"];
    let mut arguments = vec!["build", "--profile", "bench"];
    arguments.extend(package);
    arguments.extend(features);
    command(cargo(), &arguments)?;
    let metadata: serde_json::Value = metadata()?;
    let target = metadata["target_directory"].as_str();
    let target = Path::new(target.context("cargo names no target folder")?);
    Ok(target.join("release/examples/profile"))
}

/// Runs the example under a tool of valgrind.
fn valgrind(
    program: &Path,
    arguments: &[String],
    pages: Option<&Path>,
    records: &Path,
) -> Result<Run> {
    let [program, records] = [program, records].map(Path::to_string_lossy);
    let pages = pages.map(Path::to_string_lossy);
    let mut all: Vec<&str> = arguments.iter().map(String::as_str).collect();
    all.extend(["--quiet", &*program, &*records]);
    all.extend(pages.as_deref());
    let printed = output("valgrind", &all)?;
    let numbers: Option<Vec<f64>> = (printed.split_whitespace())
        .map(|number| number.parse().ok())
        .collect();
    match numbers.as_deref() {
        Some(&[pages, bytes, text]) if pages > 0.0 => Ok(Run { pages, bytes, text }),
        _ => bail!("no page was read; the folder must hold .html or .html.gz"),
    }
}

fn print_stages(run: &Run, instructions: &Instructions, allocations: &Allocations) {
    println!(
        "{} pages of {:.1} kB on average, {:.1} kB of text in each\n",
        run.pages,
        run.bytes / run.pages / 1e3,
        run.text / run.pages / 1e3
    );
    println!(
        "{:<28} {:>12} {:>12} {:>12} {:>6} {:>12} {:>9}",
        "", "instructions", "per byte", "per byte", "", "allocations", "kB"
    );
    println!(
        "{:<28} {:>12} {:>12} {:>12} {:>6} {:>12} {:>9}",
        "stage", "per page", "of HTML", "of text", "share", "per page", "per page"
    );
    let row = |name: &str, count: u64, allocated: allocations::Count| {
        let count_f = count as f64;
        println!(
            "{name:<28} {:>12.0} {:>12.2} {:>12.1} {:>5.1}% {:>12.1} {:>9.1}",
            count_f / run.pages,
            count_f / run.bytes,
            count_f / run.text,
            100.0 * count_f / instructions.total as f64,
            allocated.blocks as f64 / run.pages,
            allocated.bytes as f64 / run.pages / 1e3
        );
    };
    let mut rest = instructions.total;
    for (name, functions) in STAGES {
        let count = functions.iter().map(|name| instructions.of(name)).sum();
        rest = rest.saturating_sub(count);
        row(name, count, allocations.of(name));
    }
    row("record, and between stages", rest, allocations.rest);
    row("all", instructions.total, allocations.total());
    println!(
        "\nLive at the peak: {:.0} kB, of the page that needs most",
        allocations.peak as f64 / 1e3
    );
}

fn print_top(total: u64, counts: &[(String, u64)]) {
    // All of it is what the program does, and what calls the part that counts.
    let parts = counts.iter().filter(|(_, count)| count * 100 < total * 99);
    for (name, count) in parts.take(TOP) {
        println!("{:>5.1}%  {name}", 100.0 * *count as f64 / total as f64);
    }
}
