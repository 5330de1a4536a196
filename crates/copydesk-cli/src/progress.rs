//! The progress bar on standard error.

use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use copydesk::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error, hidden where that is no terminal: how much of the input is read and
/// how long the rest takes, where its size is known.
#[derive(Debug)]
pub(crate) struct Bar {
    bar: ProgressBar,
    begin: Instant,
}

impl Bar {
    /// `total` is the size of the input, `done` what an earlier run read of it.
    pub(crate) fn new(quiet: bool, total: Option<u64>) -> Self {
        let hidden = quiet || !std::io::stderr().is_terminal();
        let (bar, template) = match total {
            _ if hidden => (ProgressBar::hidden(), "{msg}"),
            Some(total) => (
                ProgressBar::new(total),
                "{bar:24} {percent}% · {msg} · {eta} left",
            ),
            None => (ProgressBar::new_spinner(), "{spinner} {msg}"),
        };
        let style = ProgressStyle::with_template(template).expect("the template is valid");
        let bar = bar.with_style(style);
        if !hidden {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Self {
            bar,
            begin: Instant::now(),
        }
    }

    /// Shows how far the run is; `read` counts the bytes of the input.
    pub(crate) fn show(&self, progress: Progress, failures: u64, read: u64) {
        if self.bar.is_hidden() {
            return;
        }
        let seconds = self.begin.elapsed().as_secs_f64().max(1e-9);
        self.bar.set_position(read);
        self.bar.set_message(format!(
            "{} documents ({:.0}/s) · {:.1} MB/s · {failures} failed",
            progress.documents,
            progress.documents as f64 / seconds,
            progress.bytes as f64 / 1e6 / seconds,
        ));
    }

    /// Prints something else in between.
    pub(crate) fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
