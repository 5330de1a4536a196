//! What the [driver](crate::parallel) takes from elsewhere: locks, channels, threads and the pool.
//!
//! It names them here and nowhere else, so that `crates/interleavings` can put others in their place,
//! which run threads in every order.

pub(crate) use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::Builder,
};

#[cfg(feature = "parallel")]
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    threads: std::sync::Arc<rayon::ThreadPool>,
    process: u32,
}

#[cfg(feature = "parallel")]
impl Pool {
    /// A pool of so many threads; `None` where the system gives none.
    pub(crate) fn start(threads: usize) -> Option<Self> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|index| format!("copydesk-{index}"))
            .build()
            .ok()?;
        Some(Self {
            threads: std::sync::Arc::new(pool),
            process: std::process::id(),
        })
    }

    pub(crate) fn belongs_to_this_process(&self) -> bool {
        self.process == std::process::id()
    }

    pub(crate) fn spawn(&self, task: impl FnOnce() + Send + 'static) {
        self.threads.spawn_fifo(task);
    }
}

/// Without rayon there is no pool: this type has no values.
#[cfg(not(feature = "parallel"))]
#[derive(Clone, Debug)]
pub(crate) enum Pool {}

#[cfg(not(feature = "parallel"))]
impl Pool {
    pub(crate) fn start(_threads: usize) -> Option<Self> {
        None
    }

    pub(crate) fn belongs_to_this_process(&self) -> bool {
        match *self {}
    }

    pub(crate) fn spawn(&self, _task: impl FnOnce() + Send + 'static) {
        match *self {}
    }
}
