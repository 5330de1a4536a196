//! Temporal expressions against annotated text: MEANTIME, `WikiWars`, `TimeML`, and the seeds.

pub(crate) mod corpus;
mod pairs;

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use self::{
    corpus::{Document, Expression},
    pairs::{Pair, pairs},
};
use super::score::Score;
use crate::run;

/// Temporal expressions: strict and relaxed spans, values.
///
/// Each folder is searched, with the folders in it, for files of these kinds; a folder with such
/// files is a row, the folder above it another row and one for each type:
///   tokens         MEANTIME (NAF/CAT): `<token>` elements, TIMEX3 with the tokens it covers. Only
///                  sentences 0 to 5 are read, because TIMEX3 was annotated in these alone. Text
///                  is joined as it is printed (no blank before a comma).
///   tags in text   `TimeML` (TIMEX3 in `<TEXT>`), `WikiWars` `keyinline` (TIMEX2, which has no types:
///                  they are told from the value; of nested ones the outer and the inner count).
///   information.json  the seeds, read by the whole pipeline with their reference date;
///                  `alt_values` are right too.
///
/// Relative expressions count from the creation time of the document. It is an expression of its
/// own where it stands in the text (MEANTIME). TIMEX3 without words is left out.
///
/// Columns:
///   gold, found    expressions that are annotated, that copydesk gave
///   strict         F1, the same span
///   relaxed        F1, any overlap, paired one to one: the same spans first
///   P, R           precision and recall of the relaxed measure
///   value          F1, pairs of the relaxed measure with the same value, letter by letter
///   type, mod      share of the pairs with the same type; with the same modifier
/// Rows of a type count what gold or copydesk calls so.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Folders. Default: `data/values` and `gold` in `COPYDESK_SHARED`, else in `../shared`.
    folders: Vec<PathBuf>,
    /// Prints every miss, false alarm, other span and wrong value with the words around it.
    #[arg(long)]
    errors: bool,
    /// Joins tokens by blanks, as other tools are given them.
    #[arg(long)]
    blanks: bool,
}

/// Evaluates the folders and prints a table.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    if arguments.folders.is_empty() {
        let shared = run::shared(None);
        arguments.folders = vec![shared.join("data/values"), shared.join("gold")];
    }
    let mut rows = BTreeMap::<String, Row>::new();
    for folder in &arguments.folders {
        let sets = corpus::read(folder, arguments.blanks)?;
        if sets.is_empty() {
            bail!(
                "{}: no file with TIMEX3 or TIMEX2 and no information.json in it",
                folder.display()
            );
        }
        for (name, documents) in sets {
            for document in documents {
                let found = document.found()?;
                let pairs = pairs(&document.gold, &found);
                add(&mut rows, &name, &document.gold, &found, &pairs);
                if arguments.errors {
                    errors(&document, &found, &pairs);
                }
            }
        }
    }
    println!(
        "{:<28}{:>6}{:>7}{:>8}{:>9}{:>7}{:>7}{:>7}{:>7}{:>7}",
        "", "gold", "found", "strict", "relaxed", "P", "R", "value", "type", "mod"
    );
    for (name, row) in &rows {
        row.print(name);
    }
    Ok(())
}

/// Counts of a row.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    gold: u32,
    found: u32,
    exact: u32,
    pairs: u32,
    values: u32,
    types: u32,
    modifiers: u32,
}

impl Row {
    fn print(&self, name: &str) {
        let score = |right| Score {
            right,
            found: self.found,
            gold: self.gold,
        };
        let share = |part: u32| 100.0 * f64::from(part) / f64::from(self.pairs.max(1));
        let relaxed = score(self.pairs);
        println!(
            "{name:<28}{:>6}{:>7}{:>8.1}{:>9.1}{:>7.1}{:>7.1}{:>7.1}{:>7.1}{:>7.1}",
            self.gold,
            self.found,
            100.0 * score(self.exact).f1(),
            100.0 * relaxed.f1(),
            100.0 * relaxed.precision(),
            100.0 * relaxed.recall(),
            100.0 * score(self.values).f1(),
            share(self.types),
            share(self.modifiers),
        );
    }

    fn count(&mut self, gold: &Expression, found: &Expression) {
        self.pairs += 1;
        self.exact += u32::from(gold.span == found.span);
        self.values += u32::from(gold.accepts(found));
        self.types += u32::from(gold.kind == found.kind);
        self.modifiers += u32::from(gold.modifier == found.modifier);
    }
}

fn add(
    rows: &mut BTreeMap<String, Row>,
    name: &str,
    gold: &[Expression],
    found: &[Expression],
    pairs: &[Pair],
) {
    let (set, _) = name.split_once('/').unwrap_or((name, ""));
    let of = |kind: &str| [name.to_owned(), set.to_owned(), format!("{set}, {kind}")];
    for it in gold {
        for row in of(&it.kind) {
            rows.entry(row).or_default().gold += 1;
        }
    }
    for it in found {
        for row in of(&it.kind) {
            rows.entry(row).or_default().found += 1;
        }
    }
    for pair in pairs {
        let (gold, found) = (&gold[pair.gold], &found[pair.found]);
        let names = if gold.kind == found.kind { 3 } else { 2 };
        for row in of(&gold.kind).into_iter().take(names) {
            rows.entry(row).or_default().count(gold, found);
        }
    }
}

fn errors(document: &Document, found: &[Expression], pairs: &[Pair]) {
    for (at, gold) in document.gold.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.gold == at) {
            document.show("missed", gold, "");
        }
    }
    for (at, it) in found.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.found == at) {
            document.show("too much", it, "");
        }
    }
    for pair in pairs {
        let (gold, found) = (&document.gold[pair.gold], &found[pair.found]);
        if gold.span != found.span {
            let words = format!("found {:?}", document.words(found.span));
            document.show("span", gold, &words);
        }
        if !gold.accepts(found) {
            let value = format!("found {} {}", found.kind, found.values.join(" "));
            document.show("value", gold, &value);
        }
    }
}
