//! The `copydesk` command: see `copydesk --help`.

mod arguments;
mod explain;
mod read;
mod show;
mod style;
mod summary;

use std::{
    io::{ErrorKind, Write},
    process::ExitCode,
};

use anyhow::Result;
use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema => print(copydesk::schema()).map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        // `copydesk … | head` closes the pipe: that is no failure.
        if error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
            .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
        {
            return ExitCode::SUCCESS;
        }
        eprintln!("copydesk: {error:#}");
        ExitCode::from(2)
    })
}

/// Writes to standard output; a closed pipe is an error, not a panic.
fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
