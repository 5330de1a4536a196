//! Ctrl-C and the signal to end: the first one asks, the second one ends at once.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use anyhow::{Context, Result};
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

/// Whether the user wants the run to end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interrupt {
    asked: Arc<AtomicBool>,
    status: Arc<AtomicUsize>,
}

impl Interrupt {
    /// Listens from now on.
    pub(crate) fn listen() -> Result<Self> {
        let interrupt = Self::default();
        for (signal, status) in [(SIGINT, 130u8), (SIGTERM, 143)] {
            let Self {
                asked,
                status: exit,
            } = interrupt.clone();
            // In this order: the first signal must find the flag down.
            flag::register_conditional_shutdown(signal, status.into(), Arc::clone(&asked))
                .and_then(|_| flag::register_usize(signal, exit, status.into()))
                .and_then(|_| flag::register(signal, asked))
                .context("cannot listen for Ctrl-C")?;
        }
        Ok(interrupt)
    }

    /// The exit status of a run that ends now, if it is to: 128 and the number of the signal.
    pub(crate) fn status(&self) -> Option<u8> {
        let asked = self.asked.load(Ordering::Acquire);
        asked.then(|| self.status.load(Ordering::Relaxed) as u8)
    }
}
