//! The public interface of the published crates, a line for each item, in
//! `crates/*/public-api.txt`: whoever changes it sees the change in the diff.
//!
//! *How*: rustdoc writes JSON, which only a nightly Rust does without being asked to pass over that
//! (`RUSTC_BOOTSTRAP`). The variable would make cargo build dependencies anew, so it is set for rustdoc
//! alone: cargo is told that this task is rustdoc, and it passes the call on. The format of the JSON
//! changes with Rust; of another one than the reader knows nothing is said but that the check is
//! skipped.

mod print;
mod types;

use std::{env, fs, path::PathBuf, process};

use anyhow::{Context, Result, ensure};
use rustdoc_types::{Crate, FORMAT_VERSION};

use crate::run::{cargo, command_with, root};

/// Set where this task is called as rustdoc.
const AS_RUSTDOC: &str = "COPYDESK_XTASK_AS_RUSTDOC";

/// The published libraries, by their folders in `crates`.
const CRATES: [&str; 8] = [
    "copydesk-core",
    "copydesk-parse",
    "copydesk-normalize",
    "copydesk-segment",
    "copydesk-entities",
    "copydesk",
    "copydesk-html",
    "copydesk-io",
];

/// Passes a call as rustdoc on; says whether it was one.
pub(crate) fn passed_on() -> Result<bool> {
    if env::var_os(AS_RUSTDOC).is_none() {
        return Ok(false);
    }
    let status = process::Command::new("rustdoc")
        .args(env::args_os().skip(1))
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .context("cannot start rustdoc")?;
    process::exit(status.code().unwrap_or(1));
}

/// Compares the public interfaces with their files; writes these where `bless` is set.
pub(crate) fn run(bless: bool) -> Result<()> {
    document()?;
    let mut changed = Vec::new();
    for name in CRATES {
        let path = root().join(format!("target/doc/{}.json", name.replace('-', "_")));
        let json = fs::read_to_string(&path)
            .with_context(|| format!("rustdoc has not written {}", path.display()))?;
        let format = format_of(&json)?;
        if format != FORMAT_VERSION {
            eprintln!(
                "\nSKIPPED: the public interface was not compared. This rustdoc writes format {format} and \
                 the reader knows {FORMAT_VERSION}; take the rustdoc-types of that format."
            );
            return Ok(());
        }
        let found: Crate = serde_json::from_str(&json)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let found = print::public_items(&found).join("\n") + "\n";
        let file = file_of(name);
        let known = fs::read_to_string(&file).unwrap_or_default();
        if known == found {
            continue;
        }
        if bless {
            fs::write(&file, &found).with_context(|| format!("cannot write {}", file.display()))?;
            eprintln!("wrote {}", file.display());
        } else {
            show(name, &known, &found);
            changed.push(name);
        }
    }
    ensure!(
        changed.is_empty(),
        "the public interface of {} is not the one of public-api.txt; if that is meant, run \
         `cargo xtask api --bless`, and say in CHANGELOG.md what breaks",
        changed.join(", ")
    );
    Ok(())
}

fn file_of(name: &str) -> PathBuf {
    root().join("crates").join(name).join("public-api.txt")
}

/// Lets rustdoc write what it knows of the crates, all features on.
fn document() -> Result<()> {
    let this = env::current_exe().context("cannot tell where this program is")?;
    let this = this
        .to_str()
        .context("the path of this program is not UTF-8")?;
    let mut arguments = vec!["doc", "--no-deps", "--lib", "--all-features", "--quiet"];
    for name in CRATES {
        arguments.extend(["--package", name]);
    }
    command_with(
        cargo(),
        &arguments,
        &[
            ("RUSTDOC", this),
            (AS_RUSTDOC, "1"),
            ("RUSTDOCFLAGS", "-Z unstable-options --output-format json"),
        ],
    )
}

/// The number of the format, without reading the rest as that of another one.
fn format_of(json: &str) -> Result<u32> {
    #[derive(serde::Deserialize)]
    struct Head {
        format_version: u32,
    }
    let head: Head = serde_json::from_str(json).context("rustdoc has not written JSON")?;
    Ok(head.format_version)
}

/// Prints the lines that came and went.
fn show(name: &str, known: &str, found: &str) {
    eprintln!("\n{name}:");
    for line in known
        .lines()
        .filter(|line| !found.lines().any(|it| it == *line))
    {
        eprintln!("  - {line}");
    }
    for line in found
        .lines()
        .filter(|line| !known.lines().any(|it| it == *line))
    {
        eprintln!("  + {line}");
    }
}
