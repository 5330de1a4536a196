//! The `copydesk` command, as a library: the binary and the Python wheel run it alike.
//!
//! What it does is told by `copydesk --help`. A program that wants records and no command uses the
//! `copydesk` crate.
//!
//! Feature `parquet` (default): reading and writing of Parquet.

mod arguments;
mod articles;
mod duplicates;
mod examples;
mod explain;
mod facts;
mod filter;
mod interrupt;
mod layout;
mod manual;
mod marks;
mod output;
mod progress;
mod read;
mod report;
mod safe;
mod sections;
mod show;
mod size;
mod stories;
mod style;
mod summary;

use std::{
    ffi::OsString,
    io::{ErrorKind, Write},
};

use anyhow::Result;
use clap::Parser;

use arguments::{Arguments, Command};

/// Runs the command with these arguments, the name of the command left out, as a process of its own
/// would: it reads standard input where it is asked to, writes to standard output and standard error,
/// and listens for Ctrl-C while `read` runs. Returns the exit status.
///
/// ```
/// assert_eq!(copydesk_cli::run(["schema"]), 0);
/// assert_eq!(copydesk_cli::run(["raed", "page.html"]), 2);
/// ```
pub fn run(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> u8 {
    let arguments = arguments.into_iter().map(Into::into);
    let arguments = std::iter::once(OsString::from("copydesk")).chain(arguments);
    let outcome = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => command(arguments.command),
        // Help and version are told in this way, too.
        Err(error) => {
            return error
                .print()
                .map_or(2, |()| u8::from(error.use_stderr()) * 2);
        }
    };
    outcome.unwrap_or_else(|error| {
        // `copydesk … | head` closes the pipe: that is no failure.
        if error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
            .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
        {
            return 0;
        }
        eprintln!("copydesk: {}", safe::safe(&message(&error)));
        2
    })
}

fn command(command: Command) -> Result<u8> {
    match command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Duplicates(arguments) => duplicates::run(&arguments),
        Command::Stories(arguments) => stories::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Schema => print(copydesk::schema()).map(|()| 0),
        Command::Completions(arguments) => manual::completions(&arguments),
        Command::Man(arguments) => manual::man(&arguments),
    }
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
                safe::safe(uri),
                safe::safe(&diagnostic.message)
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
