//! `copydesk read`: documents to records.

use std::time::Instant;

use anyhow::{Context, Result};
use copydesk::Desk;
use copydesk_io::{InputSummary, Places};

use crate::{
    arguments::Read,
    interrupt::Interrupt,
    output::Output,
    print,
    progress::Bar,
    report_failure,
    style::Style,
    summary::{Summary, already_complete},
};

pub(crate) fn run(arguments: &Read) -> Result<u8> {
    let options = arguments.options()?;
    let deciding = arguments.deciding(&options)?;
    let desk = Desk::new(options)?;
    let sources = arguments.input.sources()?;
    let inputs = InputSummary::of(&arguments.input.paths)?;
    let total = total_bytes(&inputs);
    let (skipped, consumed) = (sources.skipped(), sources.consumed());
    let interrupt = Interrupt::listen()?;
    let mut output = Output::create(arguments, deciding, inputs)?;
    let path = arguments.output();
    let to_file = path != "-";
    if let Some(manifest) = output.manifest().filter(|manifest| manifest.complete) {
        if !arguments.quiet {
            print(&already_complete(manifest, path))?;
        }
        return Ok(u8::from(manifest.totals.failures > 0));
    }
    let before = output
        .manifest()
        .map_or(0, |manifest| manifest.totals.failures);
    let (sources, places) = Places::of(sources, output.last())?;
    let bar = Bar::new(arguments.quiet, total);
    let begin = Instant::now();
    // Beside the records on standard output the totals are enough.
    let style = if to_file {
        Style::of(&arguments.look)
    } else {
        Style::plain()
    };
    let mut summary = Summary::new(style, to_file);
    let mut failures = 0u64;
    let mut records = desk.stream(sources);
    let mut stopped = interrupt.status();
    while stopped.is_none()
        && let Some(article) = records.next()
    {
        if article.failed() {
            failures += 1;
            bar.suspend(|| {
                report_failure(&article);
            });
        }
        if !arguments.quiet {
            summary.add(&article);
        }
        output.write(
            &article,
            places
                .next()
                .context("a record without a place; please report it")?,
        )?;
        bar.show(records.progress(), failures, consumed.bytes());
        stopped = interrupt.status();
    }
    bar.finish();
    let outcome = output.finish(stopped.is_some(), path)?;
    if !arguments.quiet {
        let progress = records.progress();
        let text = summary.finish(
            progress,
            failures,
            &skipped,
            begin.elapsed(),
            path,
            &outcome,
        );
        if to_file {
            print(&text)?;
        } else {
            eprint!("{text}");
        }
    }
    let status = stopped.unwrap_or(u8::from(failures + before > 0));
    Ok(status)
}

/// The size of what is read, where all of it is known.
fn total_bytes(inputs: &[InputSummary]) -> Option<u64> {
    let known = inputs
        .iter()
        .all(|input| input.files > 0 && input.bytes > 0);
    let total = inputs.iter().map(|input| input.bytes).sum();
    (known && total > 0).then_some(total)
}
