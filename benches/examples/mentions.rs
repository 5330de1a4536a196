//! How fast mentions are found, for `compare_mentions.py --rust`: `mentions FILE` reads one text
//! as a JSON string per line, and prints the seconds of the first call, which loads lists and
//! model, the seconds of all texts after it, and how many mentions they have.

use std::{env, fs, io, time::Instant};

// The allocator of the command and the module.
use copydesk::stage;
use copydesk_benches as _;

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

/// CPU time of this thread where the system tells it, else the time that passes.
struct Clock {
    cpu: Option<u64>,
    instant: Instant,
}

impl Clock {
    fn now() -> Self {
        let cpu = fs::read_to_string("/proc/thread-self/schedstat");
        Self {
            cpu: cpu
                .ok()
                .and_then(|line| line.split(' ').next()?.parse().ok()),
            instant: Instant::now(),
        }
    }

    fn seconds(&self) -> f64 {
        match (self.cpu, Self::now().cpu) {
            (Some(begin), Some(end)) => (end - begin) as f64 / 1e9,
            _ => self.instant.elapsed().as_secs_f64(),
        }
    }
}
