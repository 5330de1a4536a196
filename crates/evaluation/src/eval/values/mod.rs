//! Amounts and patterns against the specification cases of Recognizers-Text.

mod cases;
mod models;
mod news;
mod units;

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::run;
use cases::Case;
use models::Model;

/// Numbers, units and patterns: the specification cases of Recognizers-Text.
///
/// A case is right if all of its results are found with span, value and unit, and nothing else
/// is. Spans of cases that give no offsets are compared as text, in any case of letters. Offsets
/// of the cases count to the last character, ours to the one after.
///
/// Every case is judged: `NotSupported` and `NotSupportedByDesign` name the ports of that tool
/// (Python, JavaScript, ...) that fail a case, and this is none of them. `native` is the share
/// right of those that name no port.
///
/// What our side of each model is:
///   Number      every number as it is written, whatever it measures (`values::numbers`)
///   Ordinal     ordinals (`values::ordinals`), with relative ones where the file asks for them
///   Percent, Currency, Dimension, Temperature, Age
///               `values::amounts` of that kind without the word that qualifies them; of a range
///               only numbers that have the unit beside them; units without a number from
///               `values::named_units` for Percent, Currency and Temperature
///   Sequence    `values::patterns` of that kind; an IP address, GUID or mention as the value
///
/// Cases that contradict how news is read, or one another, stay in `all` and are left out of
/// `news`; `--errors` lists each with its reason, and the table counts them.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// The folder with `Number/`, `NumberWithUnit/` and `Sequence/`, or one above it. Default:
    /// `data/values` in `COPYDESK_SHARED`, else in `../shared`.
    folder: Option<PathBuf>,
    /// Prints every case that is wrong, and the reason where it is left out.
    #[arg(long)]
    errors: bool,
}

/// What became of the cases of a file.
#[derive(Default)]
struct Row {
    cases: usize,
    right: usize,
    native: usize,
    native_right: usize,
    /// Wrong, and left out for a reason.
    left_out: usize,
}

/// Judges each file of cases and prints the table.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let folder = arguments
        .folder
        .unwrap_or_else(|| run::shared(None).join("data/values"));
    let below = folder.join("recognizers-text");
    let folder = if below.is_dir() { below } else { folder };
    let mut rows = Vec::new();
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for group in ["Number", "NumberWithUnit", "Sequence"] {
        let Ok(entries) = fs::read_dir(folder.join(group)) else {
            continue;
        };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let Some(model) = Model::of(&name) else {
                continue;
            };
            let cases = cases::read(&file)
                .with_context(|| format!("cannot read the cases in {}", file.display()))?;
            if cases.is_empty() {
                continue;
            }
            let mut row = Row::default();
            for case in &cases {
                judge(&name, model, case, &mut row, &mut reasons, arguments.errors);
            }
            rows.push((name.into_owned(), row));
        }
    }
    ensure!(
        !rows.is_empty(),
        "no cases in {}: expected Number/*.json, NumberWithUnit/*.json or Sequence/*.json there",
        folder.display()
    );
    print(&rows, &reasons);
    Ok(())
}

fn judge(
    name: &str,
    model: Model,
    case: &Case,
    row: &mut Row,
    reasons: &mut BTreeMap<&str, usize>,
    errors: bool,
) {
    let found = model.found(&case.input);
    let right = case.is_right(model, &found);
    row.cases += 1;
    row.right += usize::from(right);
    row.native += usize::from(case.native);
    row.native_right += usize::from(case.native && right);
    if right {
        return;
    }
    let reason = news::reason(model, case, &found);
    if let Some(reason) = reason {
        row.left_out += 1;
        *reasons.entry(reason).or_default() += 1;
    }
    if errors {
        println!("{name}: {:?}", case.input);
        println!("    expected {}", cases::shown(&case.results));
        println!("    found    {}", cases::shown_found(&case.input, &found));
        if let Some(reason) = reason {
            println!("    left out {reason}");
        }
    }
}

fn share(right: usize, cases: usize) -> String {
    if cases == 0 {
        return "-".to_owned();
    }
    format!("{:.1}", 100.0 * right as f64 / cases as f64)
}

fn print(rows: &[(String, Row)], reasons: &BTreeMap<&str, usize>) {
    println!(
        "{:<36} {:>5} {:>5} {:>6} {:>8} {:>8} {:>6}",
        "full match of span, value, unit", "cases", "right", "all", "native", "left out", "news"
    );
    for (name, row) in rows {
        println!(
            "{name:<36} {:>5} {:>5} {:>6} {:>8} {:>8} {:>6}",
            row.cases,
            row.right,
            share(row.right, row.cases),
            share(row.native_right, row.native),
            row.left_out,
            share(row.right, row.cases - row.left_out),
        );
    }
    if !reasons.is_empty() {
        println!("\nleft out of `news`, with the reason (see --errors for the cases):");
        for (reason, count) in reasons {
            println!("{count:>5}  {reason}");
        }
    }
}
