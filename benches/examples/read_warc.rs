//! Reads archives and nothing more: documents a second, to be compared with other readers.
//!
//! ```text
//! cargo run --release -p copydesk-benches --example read_warc -- make pages.warc.gz 20000
//! cargo run --release -p copydesk-benches --example read_warc -- pages.warc.gz
//! ```

use std::{
    env,
    error::Error,
    fs::File,
    io::{BufWriter, Write as _},
    time::Instant,
};

use copydesk_benches::{archives, html};
use copydesk_io::{ReadOptions, Sources};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, path, count] = &*arguments
        && command == "make"
    {
        return make(path, count.parse()?);
    }
    let begin = Instant::now();
    let (mut documents, mut failures, mut bytes) = (0_u64, 0_u64, 0_u64);
    for item in Sources::open(&arguments, ReadOptions::default())? {
        match item {
            Ok(document) => {
                documents += 1;
                bytes += document.bytes.len() as u64;
            }
            Err(failure) => {
                failures += 1;
                eprintln!("{failure}");
            }
        }
    }
    let seconds = begin.elapsed().as_secs_f64();
    println!(
        "{documents} documents, {failures} failures, {:.1} MB; {:.0} documents/s, {:.0} MB/s",
        bytes as f64 / 1e6,
        documents as f64 / seconds,
        bytes as f64 / 1e6 / seconds
    );
    Ok(())
}

/// Writes an archive of `count` pages, a hundred different ones in turn.
fn make(path: &str, count: usize) -> Result<(), Box<dyn Error>> {
    let pages = html::typical_pages(count.min(100));
    let members: Vec<_> = pages
        .iter()
        .map(|page| archives::warc_gz(std::slice::from_ref(page)))
        .collect();
    let mut file = BufWriter::new(File::create(path)?);
    for member in members.iter().cycle().take(count) {
        file.write_all(member)?;
    }
    file.flush()?;
    Ok(())
}
