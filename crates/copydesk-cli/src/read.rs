//! `copydesk read`: documents to records.

use std::{
    io::IsTerminal,
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Result;
use copydesk::Desk;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{arguments::Read, print, report_failure, sink::Sink, style::Style, summary::Summary};

pub(crate) fn run(arguments: &Read) -> Result<ExitCode> {
    let desk = Desk::new(arguments.options()?)?;
    let sources = arguments.input.sources()?;
    let skipped = sources.skipped();
    let output = arguments.output.as_deref().unwrap_or("-");
    let mut sink = Sink::create(output, arguments.format())?;
    let to_file = output != "-";
    let bar = progress_bar(arguments.quiet);
    let begin = Instant::now();
    // Beside the records on standard output the totals are enough.
    let mut summary = Summary::new(style_of(to_file), to_file);
    let mut failures = 0u64;
    let mut records = desk.stream(sources);
    while let Some(article) = records.next() {
        if article.failed() {
            failures += 1;
            bar.suspend(|| report_failure(&article));
        }
        if !arguments.quiet {
            summary.add(&article);
        }
        sink.write(article)?;
        let progress = records.progress();
        bar.set_position(progress.documents);
        bar.set_message(format!(
            "{:.1} MB, {failures} failed",
            progress.bytes as f64 / 1e6
        ));
    }
    sink.finish()?;
    bar.finish_and_clear();
    if !arguments.quiet {
        let text = summary.finish(
            records.progress(),
            failures,
            &skipped,
            begin.elapsed(),
            output,
        );
        if to_file {
            print(&text)?;
        } else {
            eprint!("{text}");
        }
    }
    Ok(ExitCode::from(u8::from(failures > 0)))
}

fn style_of(to_file: bool) -> Style {
    if to_file {
        Style::for_stdout()
    } else {
        Style::plain()
    }
}

/// A bar on standard error, hidden where that is no terminal.
fn progress_bar(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {pos} documents, {msg}, {per_sec}")
        .expect("the template is valid");
    let bar = ProgressBar::new_spinner().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}
