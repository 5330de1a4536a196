//! Writes the sets of articles for `compare.py normalize`: `texts DIR` makes a file
//! `DIR/<name>.jsonl` of each, one article as a JSON string per line.

use std::{env, fs, io, path::PathBuf};

use copydesk_benches::text::crawl;

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("usage: texts DIR"));
    };
    fs::create_dir_all(&folder)?;
    for set in crawl::all() {
        let lines: Result<Vec<String>, _> = set.texts.iter().map(serde_json::to_string).collect();
        fs::write(
            folder.join(set.name).with_extension("jsonl"),
            lines?.join("\n"),
        )?;
    }
    Ok(())
}
