//! The programs in `examples/`: each runs without arguments and prints what its first lines say.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::run::{announce, cargo, output, root};

/// A line of what cargo prints as JSON.
#[derive(Deserialize)]
struct Message {
    target: Option<Target>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
    src_path: PathBuf,
}

/// Builds and runs every example.
pub(crate) fn check() -> Result<()> {
    announce("run of every example");
    let built = output(
        &cargo(),
        &[
            "build",
            "--quiet",
            "--workspace",
            "--exclude",
            "copydesk-py",
            "--examples",
            "--message-format",
            "json",
        ],
    )?;
    // Those of the benches want arguments.
    let crates = root().join("crates");
    let mut examples: Vec<(PathBuf, PathBuf)> = built
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .filter_map(|message| Some((message.target?, message.executable?)))
        .filter(|(target, _)| target.kind == ["example"] && target.src_path.starts_with(&crates))
        .map(|(target, executable)| (target.src_path, executable))
        .collect();
    examples.sort();
    ensure!(!examples.is_empty(), "cargo has built no example");
    let mut wrong = Vec::new();
    for (source, executable) in &examples {
        let run = Command::new(executable)
            .current_dir(root())
            .output()
            .with_context(|| format!("cannot start {}", executable.display()))?;
        let found = String::from_utf8_lossy(&run.stdout);
        let name = source.strip_prefix(root()).unwrap_or(source).display();
        if !run.status.success() {
            wrong.push(format!(
                "{name} failed with {}: {}",
                run.status,
                String::from_utf8_lossy(&run.stderr)
            ));
        } else if !says(&promised(&fs::read_to_string(source)?), &found) {
            wrong.push(format!(
                "the first lines of {name} say other than it prints, which is:\n{found}"
            ));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    eprintln!("{} examples print what they say", examples.len());
    Ok(())
}

/// The block of text in the documentation at the head of a program.
fn promised(source: &str) -> Vec<&str> {
    source
        .lines()
        .skip_while(|line| *line != "//! ```text")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| line.trim_start_matches("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect()
}

/// Whether the output is that of the head; a line `…` there stands for any number of lines.
fn says(promised: &[&str], found: &str) -> bool {
    let mut found = found.lines().map(str::trim_end).peekable();
    let mut any = false;
    for line in promised {
        if *line == "…" {
            any = true;
            continue;
        }
        let next = if any {
            found.find(|it| it == line)
        } else {
            found.next()
        };
        if next != Some(*line) {
            return false;
        }
        any = false;
    }
    !promised.is_empty() && (any || found.all(str::is_empty))
}

#[cfg(test)]
mod tests {
    use super::{promised, says};

    #[test]
    fn the_head_is_compared_with_the_output() {
        let head = "//! A program.\n//!\n//! ```text\n//! one\n//!   two\n//!\n//! …\n//! ```\nfn main() {}";
        let promised = promised(head);
        assert_eq!(promised, ["one", "  two", "", "…"]);
        assert!(says(&promised, "one\n  two\n\nthree\nfour\n"));
        assert!(!says(&promised, "one\nthree\n"));
        assert!(!says(&["one"], "one\ntwo\n"));
        assert!(says(&["one", "…", "four"], "one\ntwo\nthree\nfour\n"));
        assert!(!says(&[], ""), "a head without output says nothing");
    }
}
