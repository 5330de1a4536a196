//! The one way in which this module calls anything that may take long.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{RecvTimeoutError, channel},
    },
    time::Duration,
};

use pyo3::prelude::*;

use crate::{errors::CopydeskError, pulled::Raised};

/// Bytes of a text that take a thread long enough to look for signals meanwhile.
const LARGE: usize = 64 << 10;

/// How often a thread that waits for work looks for signals.
const LOOKS: Duration = Duration::from_millis(20);

/// Runs `work` without the GIL, so that other Python threads go on, and then looks for
/// signals: Ctrl-C during the call is raised when it returns, so this is for what takes no second.
///
/// A panic is a bug. It comes out as [`CopydeskError`] and not as pyo3's `PanicException`,
/// which `except Exception` would not catch.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let result = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    py.check_signals()?;
    result.map_err(|panic| internal(&*panic))
}

fn internal(panic: &(dyn Any + Send)) -> PyErr {
    let message = panic
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    CopydeskError::new_err(format!("internal error, please report it: {message}"))
}

/// As [`detached`], for work that may take seconds: it runs in a thread of its own, and this one looks
/// for signals while it waits, so that Ctrl-C is raised at once. The work is then finished for
/// nobody. Signals come to the main thread only; all others do the work themselves.
pub(crate) fn watched<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    let threading = py.import("threading")?;
    let this = threading.call_method0("current_thread")?;
    if !this.is(&threading.call_method0("main_thread")?) {
        return detached(py, work);
    }
    let (sender, mut receiver) = channel();
    // Both threads may take it: this one, where there can be no other.
    let work = Arc::new(Mutex::new(Some(work)));
    let theirs = Arc::clone(&work);
    let there = std::thread::Builder::new().name("copydesk-call".to_owned());
    let there = there.spawn(move || {
        if let Some(work) = take(&theirs) {
            drop(sender.send(catch_unwind(AssertUnwindSafe(work))));
        }
    });
    if there.is_err()
        && let Some(work) = take(&work)
    {
        return detached(py, work);
    }
    loop {
        // A receiver may be moved to another thread, but not be shared.
        let waiting = &mut receiver;
        let received = py.detach(move || waiting.recv_timeout(LOOKS));
        py.check_signals()?;
        match received {
            Ok(result) => return result.map_err(|panic| internal(&*panic)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(internal(&"the thread is gone")),
        }
    }
}

/// As [`watched`] for work on a text of so many bytes; small ones are finished before a thread has
/// started.
pub(crate) fn watched_if_large<T: Send + 'static>(
    py: Python<'_>,
    bytes: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if bytes < LARGE {
        return detached(py, work);
    }
    watched(py, work)
}

fn take<W>(work: &Mutex<Option<W>>) -> Option<W> {
    work.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// A stream that looks for signals while it waits for a document. It ends with one, and the exception
/// is in `raised`.
pub(crate) fn heard(stream: copydesk::Stream, raised: &Raised) -> copydesk::Stream {
    let raised = raised.clone();
    stream.on_wait(move || {
        Python::attach(|py| match py.check_signals() {
            Ok(()) => false,
            Err(error) => {
                raised.set(error);
                true
            }
        })
    })
}
