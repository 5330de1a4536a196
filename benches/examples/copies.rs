//! Invented news with edited copies, for `compare_duplicates.py --rust`: `copies write SEED COUNT`
//! prints a document a line; `copies run FILE` reads them again, finds the copies, and prints the CPU
//! seconds of adding and of grouping, bytes of state, and the group of each document.

use std::{
    env, fs,
    io::{self, Write},
};

use copydesk::duplicates::{DuplicateKind, Duplicates};
use copydesk_benches::{clock::Clock, copies};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse().map_err(io::Error::other);
    match arguments[..] {
        ["write", seed, count] => write(number(seed)?, number(count)? as usize),
        ["run", file] => run(file),
        _ => Err(io::Error::other(
            "usage: copies write SEED COUNT | copies run FILE",
        )),
    }
}

fn write(seed: u64, count: usize) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for document in copies::documents(seed, count) {
        let edit = document.edit.map(copies::Edit::as_str);
        let line = json!({
            "id": document.id, "published": document.published, "title": document.title,
            "text": document.text, "story": document.story, "edit": edit,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

fn run(file: &str) -> io::Result<()> {
    let file = fs::read_to_string(file)?;
    let documents: Vec<Value> = file
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let of = |document: &Value, name: &str| document[name].as_str().unwrap_or_default().to_owned();
    let documents: Vec<[String; 4]> = (documents.iter())
        .map(|it| ["id", "published", "title", "text"].map(|name| of(it, name)))
        .collect();
    let begin = Clock::now();
    let mut duplicates = Duplicates::default();
    for [id, published, title, text] in &documents {
        duplicates.add_text(id, Some(published), title, text);
    }
    let add = begin.seconds();
    let begin = Clock::now();
    let rows = duplicates.rows();
    let group = begin.seconds();
    let groups: Vec<Option<u32>> = rows.iter().map(|row| row.dup_group).collect();
    let kinds: Vec<Option<&str>> = rows
        .iter()
        .map(|row| row.dup_kind.map(DuplicateKind::as_str))
        .collect();
    println!(
        "{}",
        json!({"add": add, "group": group, "state": duplicates.state_bytes(), "groups": groups, "kinds": kinds})
    );
    Ok(())
}
