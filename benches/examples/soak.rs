//! A long run with flat memory: `soak [DOCUMENTS [THREADS]]` reads two million small documents, no two
//! alike, through `Desk::stream`, writes each record as JSON to nowhere, and looks at the resident memory of
//! the process all the time. Ends with status 1 where that leaves what it was by more than 5 % once a
//! tenth is done.
//!
//! ```text
//! cargo run --release -p copydesk-benches --example soak
//! ```
//!
//! Needs `/proc`. What grows by design (duplicates, stories, corpora) is not in it.

use std::{env, fs, io, num::NonZeroUsize, process::ExitCode, time::Instant};

use copydesk::{Desk, Options, RawDocument, Unreadable};
use copydesk_benches::varied::Varied;

/// Looks at the memory in a run.
const SAMPLES: u64 = 1_000;

/// Has every table laid out that is laid out at its first use.
const EVERYTHING: &str = "Call +49 30 901820. \
    Ghana paid $2.5 million on May 2, 2024, said Kofi Mensah of the Bank of Ghana in Accra. \u{e2a}\u{e27}\u{e31}\u{e2a}\u{e14}\u{e35}\u{e0a}\u{e32}\u{e27}\u{e42}\u{e25}\u{e01} \
    \u{1797}\u{17b6}\u{179f}\u{17b6} \u{e9e}\u{eb2}\u{eaa}\u{eb2} \u{65e5}\u{672c}\u{8a9e}\u{306e}\u{6587}";

/// What memory may leave its first value by.
const ALLOWED: f64 = 0.05;

fn main() -> io::Result<ExitCode> {
    let mut arguments = env::args().skip(1);
    let mut number = |default| {
        let given = arguments.next().map(|given| given.parse::<u64>());
        given.unwrap_or(Ok(default)).map_err(io::Error::other)
    };
    let (documents, threads) = (number(2_000_000)?, number(0)?);
    let mut options = Options::default();
    options.run.threads = NonZeroUsize::new(threads as usize);
    let desk = Desk::new(options).map_err(io::Error::other)?;
    desk.read(&RawDocument::from_text(EVERYTHING));
    let (begin, each) = (Instant::now(), (documents / SAMPLES).max(1));
    let (mut count, mut failed, mut bytes, mut json) = (0, 0, 0, Counted(0));
    let mut tenth: Vec<u64> = Vec::new();
    let mut first: Option<f64> = None;
    let mut worst = 0.0_f64;
    println!(
        "{documents} documents, {} threads\n\n\
         | done | RSS least | RSS mean | RSS most | documents/s CPU | documents/s |\n|---|---|---|---|---|---|",
        desk.threads()
    );
    let supply = Varied::new(0x50a4).take(documents as usize);
    for article in desk.stream(supply.map(Ok::<_, Unreadable>)) {
        serde_json::to_writer(&mut json, &article)?;
        count += 1;
        failed += u64::from(article.failed());
        bytes += article.source.bytes;
        if count % each == 0 || count == documents {
            let resident = resident()?;
            tenth.push(resident);
            if let Some(first) = first {
                let leaves = resident as f64 / first - 1.0;
                if leaves.abs() > f64::abs(worst) {
                    worst = leaves;
                }
            }
        }
        if count % (documents / 10).max(1) == 0 {
            let mean = tenth.iter().sum::<u64>() as f64 / tenth.len() as f64;
            println!(
                "| {:.0} % | {:.1} MB | {:.1} MB | {:.1} MB | {:.0} | {:.0} |",
                count as f64 / documents as f64 * 100.0,
                tenth.iter().min().copied().unwrap_or_default() as f64 / 1e6,
                mean / 1e6,
                tenth.iter().max().copied().unwrap_or_default() as f64 / 1e6,
                count as f64 / cpu_seconds()?,
                count as f64 / begin.elapsed().as_secs_f64(),
            );
            // What was resident last: tables are laid out, and the allocator has what it needs.
            first = first.or(tenth.last().map(|&last| last as f64));
            tenth.clear();
        }
    }
    println!(
        "\n{bytes} bytes in, {} bytes of JSON out, {failed} documents are no text; \
         after the first tenth, memory left what it was then by {:+.2} % at most",
        json.0,
        worst * 100.0
    );
    let flat = worst.abs() <= ALLOWED && count == documents;
    Ok(if flat {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A file that only knows how long it is.
struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Resident memory of this process in bytes.
fn resident() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.map(|kib| kib * 1024)
        .ok_or_else(|| io::Error::other("no VmRSS in /proc/self/status"))
}

/// CPU time of all threads of this process, in seconds.
fn cpu_seconds() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name of the program stands in brackets and may hold blanks. Linux counts in hundredths.
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let fields: Vec<&str> = behind.split_whitespace().collect();
    let ticks = fields.get(11..13).unwrap_or_default();
    Ok(ticks
        .iter()
        .filter_map(|it| it.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0)
}
