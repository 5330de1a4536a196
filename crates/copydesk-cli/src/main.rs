//! The `copydesk` command: see `copydesk --help`.

mod arguments;
mod articles;
mod duplicates;
mod explain;
mod filter;
mod interrupt;
mod output;
mod progress;
mod read;
mod report;
mod sections;
mod show;
mod size;
mod stories;
mod style;
mod summary;

use std::{
    io::{ErrorKind, Write},
    process::ExitCode,
};

use anyhow::Result;
use clap::Parser;

use arguments::{Arguments, Command};

/// A record is thousands of small strings, which this one hands out and takes back faster, most of
/// all on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Duplicates(arguments) => duplicates::run(&arguments),
        Command::Stories(arguments) => stories::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
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
        eprintln!("copydesk: {}", message(&error));
        ExitCode::from(2)
    })
}

/// The error and its causes, those left out that the message before ends with already.
fn message(error: &anyhow::Error) -> String {
    let mut message = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        let bare = cause.split(" (os error").next().unwrap_or(&cause);
        if message.is_empty() {
            message = cause;
        } else if !message.to_lowercase().contains(&bare.to_lowercase()) {
            message = format!("{message}: {cause}");
        }
    }
    message
}

/// `1 document`, `2 documents`.
fn counted(count: u64, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// Tells on standard error why a document could not be read; returns whether that is so.
fn report_failure(article: &copydesk::Article) -> bool {
    if !article.failed() {
        return false;
    }
    let uri = article.source.uri.as_deref().unwrap_or("(no name)");
    for diagnostic in &article.diagnostics {
        if diagnostic.severity == copydesk::Severity::Error {
            eprintln!(
                "copydesk: {}: {}",
                show::safe(uri),
                show::safe(&diagnostic.message)
            );
        }
    }
    true
}

/// Writes to standard output; a closed pipe is an error, not a panic.
fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
