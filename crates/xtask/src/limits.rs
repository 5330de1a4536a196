//! Work grows in proportion to the input: builds `crates/limits` so that its steps are counted, and
//! runs it on all cores.

use std::{
    path::Path,
    process::{Child, Command},
    thread,
};

use anyhow::{Context, Result, ensure};

use crate::run::{cargo, command_with, output, root};

/// Bytes of the smallest input of each case.
const BYTES: usize = 1 << 20;

/// The options of `cargo xtask limits`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only cases with this in their name.
    #[arg(default_value = "")]
    name: String,
    /// Bytes of the smallest of the four sizes, each twice the one before.
    #[arg(long, default_value_t = BYTES)]
    bytes: usize,
}

/// All cases, where their steps can be counted.
pub(crate) fn in_proportion() -> Result<()> {
    if cfg!(target_os = "linux") {
        return run(&Arguments {
            name: String::new(),
            bytes: BYTES,
        });
    }
    eprintln!("\nskipped: the steps of each stage are counted on Linux only");
    Ok(())
}

/// Fails where a stage does more than a proportional amount of work.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    // Named, so that the flags are those of the program alone and not of what is run to build it.
    let host = output("rustc", &["--print", "host-tuple"])?;
    let host = host.trim();
    let target = root().join("target/limits");
    let build = [
        "build",
        "--package=limits",
        "--profile=limits",
        "--features=limits/counters",
        "--target",
        host,
    ];
    // A counter in all places of Rust, a call in all of C.
    let variables = [
        ("RUSTFLAGS", "-Cprofile-generate"),
        ("CFLAGS", "-fsanitize-coverage=trace-pc"),
        ("CARGO_TARGET_DIR", &target.to_string_lossy()),
    ];
    command_with(cargo(), &build, &variables)?;
    println!(
        "{:<18} {:<24} {:>9} {:>6} {:>6} {:>6} {:>6}",
        "stage", "input", "steps/B", "1→2", "2→4", "4→8", "place"
    );
    let parts = thread::available_parallelism().map_or(1, usize::from);
    let program = target.join(host).join("limits/limits");
    let started = (0..parts).map(|part| start(&program, part, parts, arguments));
    let mut sound = true;
    for mut child in started.collect::<Result<Vec<_>>>()? {
        sound &= child.wait()?.success();
    }
    ensure!(sound, "some work is more than proportional, see above");
    Ok(())
}

/// Starts one part of the cases. Each has a process of its own: only one thread may count.
fn start(program: &Path, part: usize, parts: usize, arguments: &Arguments) -> Result<Child> {
    let numbers = [part, parts, arguments.bytes];
    Command::new(program)
        .args(numbers.map(|number| number.to_string()))
        .arg(&arguments.name)
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))
}
