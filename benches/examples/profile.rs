//! What `cargo xtask profile` runs under valgrind: `profile RECORDS [PAGES]` reads each document of the
//! folder PAGES, else typical pages of the benches, makes its record a line of JSON, as the command
//! does, and prints how many documents there were, their bytes, and the bytes of their texts. The
//! lines go to the file RECORDS, to be compared with those of another version.
//!
//! Valgrind counts allocations of the system's allocator only, so there is the feature
//! `system-allocator`.

use std::{
    env,
    error::Error,
    fs::File,
    hint,
    io::{self, BufWriter, Write},
};

use copydesk::{Article, Desk, Options, RawDocument};
use copydesk_benches::html;
use copydesk_io::{ReadOptions, Sources};

/// Pages where no folder is given.
const PAGES: usize = 24;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((records, folders)) = arguments.split_first() else {
        return Err("usage: profile RECORDS [PAGES]".into());
    };
    let pages: Vec<RawDocument> = if folders.is_empty() {
        let pages = html::typical_pages(PAGES);
        pages.into_iter().map(RawDocument::from_bytes).collect()
    } else {
        Sources::open(folders, ReadOptions::default())?.collect::<Result<_, _>>()?
    };
    let desk = Desk::new(Options::default())?;
    // Lists and models are made ready by the first pages that need them, which is not what a page costs.
    read(&desk, &pages, &mut io::sink())?;
    let mut records = BufWriter::new(File::create(records)?);
    let text = measured(&desk, &pages, &mut records)?;
    records.flush()?;
    let bytes: usize = pages.iter().map(|page| page.bytes.len()).sum();
    println!("{} {bytes} {text}", pages.len());
    Ok(())
}

/// The part that counts. The call is not its last act, or it would have no frame of its own.
#[inline(never)]
fn measured(desk: &Desk, pages: &[RawDocument], records: &mut dyn Write) -> io::Result<usize> {
    let text = read(desk, pages, records)?;
    Ok(hint::black_box(text))
}

/// Returns the bytes of the texts.
#[inline(never)]
fn read(desk: &Desk, pages: &[RawDocument], records: &mut dyn Write) -> io::Result<usize> {
    let (mut text, mut line) = (0, Vec::new());
    for page in pages {
        let article = desk.read(page);
        text += article.text.len();
        line.clear();
        write(&article, &mut line)?;
        line.push(b'\n');
        records.write_all(&line)?;
    }
    Ok(text)
}

#[inline(never)]
fn write(article: &Article, line: &mut Vec<u8>) -> io::Result<()> {
    Ok(serde_json::to_writer(line, article)?)
}
