//! The names of `copydesk-core/src/threads.rs`, as shuttle has them.

pub(crate) use std::sync::mpsc::RecvTimeoutError;

pub(crate) use shuttle::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread::Builder,
};

/// A pool that has a thread for each task, so that all that are in flight may overtake one another.
#[derive(Clone, Debug)]
pub(crate) struct Pool;

impl Pool {
    #[expect(
        clippy::unnecessary_wraps,
        reason = "the pool of rayon may fail to start"
    )]
    pub(crate) fn start(_threads: usize) -> Option<Self> {
        // Others may look for the pool meanwhile.
        shuttle::thread::yield_now();
        Some(Self)
    }

    #[expect(clippy::unused_self, reason = "the pool of rayon knows its process")]
    pub(crate) fn belongs_to_this_process(&self) -> bool {
        true
    }

    #[expect(clippy::unused_self, reason = "the pool of rayon has threads")]
    pub(crate) fn spawn(&self, task: impl FnOnce() + Send + 'static) {
        shuttle::thread::spawn(task);
    }
}
