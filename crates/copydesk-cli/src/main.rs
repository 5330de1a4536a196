//! The `copydesk` command: see `copydesk --help`.

use std::process::ExitCode;

/// A record is thousands of small strings, which this one hands out and takes back faster, most of
/// all on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(copydesk_cli::run(std::env::args_os().skip(1)))
}
