//! How fast mentions are found, for `compare_mentions.py --rust`: `mentions FILE` reads one text
//! as a JSON string per line, and prints the seconds of the first call, which loads lists and
//! model, the seconds of all texts after it, and how many mentions they have.

use std::{env, fs, io};

// The allocator of the command and the module.
use copydesk::stage;
use copydesk_benches::clock::Clock;

fn main() -> io::Result<()> {
    let Some(path) = env::args_os().nth(1) else {
        return Err(io::Error::other("usage: mentions FILE"));
    };
    let file = fs::read_to_string(path)?;
    let texts: Vec<String> = file
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let begin = Clock::now();
    stage::annotate("It rained in Accra.", None);
    let load = begin.seconds();
    let begin = Clock::now();
    let mentions: usize = texts
        .iter()
        .map(|text| stage::annotate(text, None).mentions.len())
        .sum();
    println!(
        r#"{{"load":{load},"seconds":{},"mentions":{mentions}}}"#,
        begin.seconds()
    );
    Ok(())
}
