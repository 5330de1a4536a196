//! From a folder with pages to a file with one JSON object a line, without any stage: who needs the
//! bytes of an archive and nothing else.
//!
//! Run it with `cargo run -p copydesk-io --example convert`, with paths of files, folders or WARC archives
//! or without any: then it makes a folder of its own and removes it.
//!
//! ```text
//! a.html: 20 bytes
//! https://b.example/1: 10 bytes
//! cannot read b.jsonl at line 2: the field `text` is a number; it has to be a string
//! cannot read c.html: no such file or directory; check the path
//! 2 documents
//! ```

use std::{env, fs, io};

use copydesk_io::{ReadOptions, Sources};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<String> = env::args().skip(1).collect();
    if !given.is_empty() {
        return list(&given);
    }
    let folder = env::temp_dir().join(format!("copydesk-convert-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let result = sample(&folder).and_then(|()| {
        env::set_current_dir(&folder)?;
        list(&[
            "a.html".to_owned(),
            "b.jsonl".to_owned(),
            "c.html".to_owned(),
        ])
    });
    env::set_current_dir(env::temp_dir())?;
    fs::remove_dir_all(&folder)?;
    result
}

/// A page, a file of two pages; the third file is missing.
fn sample(folder: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    fs::write(folder.join("a.html"), "<p>The dam held.</p>")?;
    fs::write(
        folder.join("b.jsonl"),
        "{\"url\": \"https://b.example/1\", \"text\": \"It rained.\"}\n\
         {\"url\": \"https://b.example/2\", \"text\": 7}\n",
    )?;
    Ok(())
}

fn list(paths: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let sources = Sources::open(paths.iter().map(String::as_str), ReadOptions::default())?;
    let mut read = 0;
    for item in sources {
        match item {
            Ok(document) => {
                read += 1;
                let uri = document.uri.as_deref().unwrap_or("-");
                println!("{uri}: {} bytes", document.bytes.len());
            }
            // A bad line or a missing file costs only itself.
            Err(failure) => println!("{failure}"),
        }
    }
    println!("{read} documents");
    io::Write::flush(&mut io::stdout())?;
    Ok(())
}
