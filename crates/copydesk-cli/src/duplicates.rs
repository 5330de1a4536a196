//! `copydesk duplicates`: which documents are copies of others.

use std::{
    fs::{self, File},
    num::NonZeroUsize,
    path::Path,
    sync::Arc,
};

use anyhow::{Context, Result, bail};
use arrow_array::{ArrayRef, Float32Array, RecordBatch, StringArray, UInt32Array};
use arrow_ipc::writer::FileWriter;
use clap::{Args, ValueHint};
use copydesk::{
    Desk, Options, Stage,
    duplicates::{Duplicate, DuplicateKind, DuplicateOptions, Duplicates, groups},
};
use copydesk_io::{ReadOptions, Sources, TextWriter};
use serde_json::json;

use crate::{
    articles, counted,
    layout::{Text, padded},
    print,
    style::{BOLD, DIM, Look, NONE, Style, WARNING},
};

/// Rows of one batch: a column of strings must stay below 2 GiB.
const ROWS: usize = 1 << 16;

/// What `copydesk duplicates` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Files (HTML, text, WARC, JSONL; also gzipped), folders, globs, or `-` for standard input; files
    /// of records (`copydesk read … -o records.jsonl`) are taken as they are.
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<String>,
    /// A table with a row for each document: `.jsonl` or `.arrow`. Default: the groups, to be read.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<String>,
    /// How many days apart a document and its copy may be. Default: any number.
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// The JSONL field that holds the document. Default: text, html, content or body.
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Threads that work on documents. Default, and 0: one per core.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    #[command(flatten)]
    look: Look,
}

pub(crate) fn run(arguments: &Arguments) -> Result<u8> {
    let table = arguments.output.as_deref().map(Table::of).transpose()?;
    let mut options = DuplicateOptions::default();
    options.days = arguments.days;
    let mut duplicates = Duplicates::new(options);
    let mut options = Options::default();
    options.stages = vec![Stage::Parse, Stage::Normalize];
    options.run.threads = arguments.threads.and_then(NonZeroUsize::new);
    let desk = Desk::new(options)?;
    let sources = |paths: &[String]| {
        let mut options = ReadOptions::default();
        options.jsonl_field.clone_from(&arguments.field);
        Ok(Sources::open(paths, options)?)
    };
    let failures = articles::each(&desk, &arguments.paths, sources, |article| {
        duplicates.add(&article);
    })?;
    let rows = duplicates.rows();
    match (table, &arguments.output) {
        (Some(table), Some(output)) => table.write(&rows, output)?,
        _ => print(&shown(&rows, Style::of(&arguments.look)))?,
    }
    Ok(u8::from(failures > 0))
}

/// Columns of what a document is, and of the longest kind and its score.
const KIND: usize = 19;

/// The groups, and what their members are.
fn shown(rows: &[Duplicate], style: Style) -> String {
    let groups = groups(rows);
    let mut out = String::new();
    let copies: usize = groups.iter().map(|group| group.copies.len()).sum();
    for group in &groups {
        for &at in std::iter::once(&group.original).chain(&group.copies) {
            let row = &rows[at as usize];
            let (ink, what) = match (row.dup_kind, row.score) {
                (Some(kind), Some(score)) => (WARNING, format!("  {kind:<10} {score:.2}")),
                _ => (BOLD, "original".to_owned()),
            };
            let mut id = Text::default();
            id.push(NONE, &row.id);
            let lines = id.lines(style, style.width(), KIND, KIND);
            out.push_str(&style.paint(ink, &padded(&what, KIND)));
            out.push_str(&lines);
        }
        out.push('\n');
    }
    let (copies, groups) = (copies as u64, groups.len() as u64);
    let copies = if copies == 1 {
        "1 copy".to_owned()
    } else {
        format!("{copies} copies")
    };
    let total = format!(
        "{}: {copies} in {}",
        counted(rows.len() as u64, "document"),
        counted(groups, "group")
    );
    out + &style.paint(DIM, &total) + "\n"
}

/// How the table is written.
#[derive(Clone, Copy)]
enum Table {
    Jsonl,
    Arrow,
}

impl Table {
    fn of(output: &str) -> Result<Self> {
        let extension = Path::new(output).extension().and_then(|it| it.to_str());
        match extension {
            Some("jsonl" | "ndjson" | "json") => Ok(Self::Jsonl),
            Some("arrow" | "feather") => Ok(Self::Arrow),
            _ if output == "-" => Ok(Self::Jsonl),
            _ => bail!("cannot write {output}; give a file that ends in .jsonl or .arrow, or -"),
        }
    }

    /// Writes the table; a file appears when it is complete.
    fn write(self, rows: &[Duplicate], output: &str) -> Result<()> {
        match self {
            Self::Jsonl => {
                let mut writer = TextWriter::create(output)?;
                for row in rows {
                    let Duplicate {
                        article,
                        id,
                        dup_group,
                        dup_of,
                        score,
                        ..
                    } = row;
                    let kind = row.dup_kind.map(DuplicateKind::as_str);
                    let line = json!({
                        "article": article, "id": id, "dup_group": dup_group, "dup_of": dup_of,
                        "dup_kind": kind, "score": score,
                    });
                    writer.write(&format!("{line}\n"))?;
                }
                writer.finish()?;
                Ok(())
            }
            Self::Arrow => {
                let part = format!("{output}.part");
                write_arrow(rows, &part)
                    .and_then(|()| Ok(fs::rename(&part, output)?))
                    .with_context(|| format!("cannot write {output}"))
            }
        }
    }
}

fn write_arrow(rows: &[Duplicate], path: &str) -> Result<()> {
    let empty = batch(&[])?;
    let mut writer = FileWriter::try_new_buffered(File::create(path)?, &empty.schema())?;
    for rows in rows.chunks(ROWS) {
        writer.write(&batch(rows)?)?;
    }
    writer.finish()?;
    Ok(())
}

fn batch(rows: &[Duplicate]) -> Result<RecordBatch> {
    let numbers = |of: fn(&Duplicate) -> Option<u32>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<UInt32Array>())
    };
    let ids: StringArray = rows.iter().map(|row| Some(row.id.as_str())).collect();
    let kinds: StringArray = (rows.iter())
        .map(|row| row.dup_kind.map(DuplicateKind::as_str))
        .collect();
    let scores: Float32Array = rows.iter().map(|row| row.score).collect();
    Ok(RecordBatch::try_from_iter_with_nullable([
        ("article", numbers(|row| Some(row.article)), false),
        ("id", Arc::new(ids) as ArrayRef, false),
        ("dup_group", numbers(|row| row.dup_group), true),
        ("dup_of", numbers(|row| row.dup_of), true),
        ("dup_kind", Arc::new(kinds) as ArrayRef, true),
        ("score", Arc::new(scores) as ArrayRef, true),
    ])?)
}
