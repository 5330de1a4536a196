//! The one parallel driver: documents in, results out, in the order of the input.
//!
//! - *Bounded*: at most `max_in_flight` documents and `max_in_flight_bytes` bytes are being
//!   worked on or waiting for their turn; the input is pulled only as results are taken.
//! - *Guarded*: a panic in one document becomes that document's [`Failure`]; the others go on.
//! - *Deterministic*: results come in the order of the input, whatever the number of threads.
//! - *Fork-safe*: threads do not survive a `fork`, so the pool belongs to the process that
//!   made it, and a child process makes its own on first use.
//!
//! Without the feature `parallel`, or with one thread, documents are worked on one after
//! another in the caller's thread, under the same guard.

use std::{
    any::Any,
    collections::BTreeMap,
    fmt,
    num::NonZeroUsize,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, PoisonError},
    time::{Duration, Instant},
};

use crate::{
    Error, ErrorKind, RunOptions,
    threads::{
        AtomicBool, Builder, Mutex, Ordering, Pool, Receiver, RecvTimeoutError, Sender, channel,
    },
};

/// Why a document has no result.
///
/// ```
/// use copydesk_core::parallel::{Failure, guard};
/// let failure = guard(|| -> u32 { panic!("line 3 has no date") }).unwrap_err();
/// assert_eq!(failure, Failure::Panicked("line 3 has no date".to_owned()));
/// assert_eq!(failure.to_string(), "internal error: line 3 has no date");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The work panicked, with this message.
    Panicked(String),
    /// The work was cancelled before the document was reached.
    Cancelled,
    /// The process was forked while the document was being worked on.
    Lost,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panicked(message) => write!(f, "internal error: {message}"),
            Self::Cancelled => f.write_str("cancelled before the document was reached"),
            Self::Lost => f.write_str("lost in a fork while the document was being worked on"),
        }
    }
}

/// Stops a run from outside: documents not yet begun come out as [`Failure::Cancelled`].
///
/// ```
/// use copydesk_core::{RunOptions, parallel::{Cancel, Driver, Failure}};
/// let cancel = Cancel::new();
/// let mut run = Driver::new(RunOptions::default())?
///     .run(["one", "two"].into_iter(), |_| 3, str::len, cancel.clone());
/// cancel.cancel();
/// assert_eq!(run.next().unwrap().result, Err(Failure::Cancelled));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A token that has not been pulled.
    ///
    /// ```
    /// use copydesk_core::parallel::Cancel;
    /// assert!(!Cancel::new().is_cancelled());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the run.
    ///
    /// ```
    /// use copydesk_core::parallel::Cancel;
    /// let cancel = Cancel::new();
    /// let other = cancel.clone(); // for another thread
    /// other.cancel();
    /// assert!(cancel.is_cancelled());
    /// ```
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the run was stopped.
    ///
    /// ```
    /// use copydesk_core::parallel::Cancel;
    /// let cancel = Cancel::new();
    /// assert!(!cancel.is_cancelled());
    /// cancel.cancel();
    /// assert!(cancel.is_cancelled());
    /// ```
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far a run is, after each document.
///
/// ```
/// use copydesk_core::{RunOptions, parallel::{Cancel, Driver, Progress}};
/// let mut run = Driver::new(RunOptions::default())?
///     .run(["one", "three"].into_iter(), |text| text.len() as u64, str::len, Cancel::new());
/// while run.next().is_some() {}
/// assert_eq!(run.progress(), Progress { documents: 2, failures: 0, bytes: 8 });
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Documents that came out.
    pub documents: u64,
    /// Of these, documents without a result.
    pub failures: u64,
    /// Bytes of the documents that came out.
    pub bytes: u64,
}

/// Called on the consumer's thread after each document.
pub type OnProgress = Box<dyn FnMut(Progress) + Send>;

/// Called on the consumer's thread from time to time; `true` stops the run.
pub type OnWait = Box<dyn FnMut() -> bool + Send>;

/// How often a consumer is asked whether it still wants to wait.
const ASKED: Duration = Duration::from_millis(20);

/// Bytes of a document that a run of one thread does not work on in the consumer's thread, where that
/// wants to be asked: smaller ones are finished soon.
const LARGE: u64 = 64 << 10;

/// Runs work over documents on a pool of threads. See the [module documentation](self).
///
/// ```
/// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
/// let driver = Driver::new(RunOptions::default())?;
/// let lengths: Vec<_> = driver
///     .run(["one", "three"].into_iter(), |text| text.len() as u64, |text| text.len(), Cancel::new())
///     .map(|outcome| outcome.result.unwrap())
///     .collect();
/// assert_eq!(lengths, [3, 5]);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Driver {
    options: RunOptions,
    threads: usize,
    pool: Arc<SharedPool>,
}

/// What came out for one document.
///
/// ```
/// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
/// let mut run = Driver::new(RunOptions::default())?
///     .run(["one", "three"].into_iter(), |text| text.len() as u64, str::to_uppercase, Cancel::new());
/// let last = run.nth(1).expect("an outcome for each document");
/// assert_eq!((last.index, last.bytes, last.result.as_deref()), (1, 5, Ok("THREE")));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Outcome<R> {
    /// Position of the document in the input, from 0.
    pub index: u64,
    /// Size of the document in bytes, as the caller counted it.
    pub bytes: u64,
    /// The result, or why there is none.
    pub result: Result<R, Failure>,
}

impl Driver {
    /// A driver. No thread is started until the first document is worked on.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    /// use copydesk_core::{RunOptions, parallel::Driver};
    /// let mut options = RunOptions::default();
    /// options.threads = NonZeroUsize::new(100_000);
    /// let error = Driver::new(options).unwrap_err();
    /// assert_eq!(error.to_string(), "100000 threads are too many; the largest number is 65535");
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] if more threads are asked for than a pool can hold (65,535).
    pub fn new(options: RunOptions) -> Result<Self, Error> {
        let threads = options.threads.map_or_else(
            || std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
            NonZeroUsize::get,
        );
        if threads > usize::from(u16::MAX) {
            return Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "{threads} threads are too many; the largest number is {}",
                    u16::MAX
                ),
            ));
        }
        Ok(Self {
            options,
            threads,
            pool: Arc::new(SharedPool {
                threads,
                slot: Mutex::new(None),
            }),
        })
    }

    /// Threads that work on documents.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    /// use copydesk_core::{RunOptions, parallel::Driver};
    /// let mut options = RunOptions::default();
    /// options.threads = NonZeroUsize::new(2);
    /// assert_eq!(Driver::new(options)?.threads(), 2);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Runs `work` over `documents`. Nothing is pulled from `documents` until the first result
    /// is asked for, and no thread is started before it. `size` tells the bytes of a document for the bound on memory.
    ///
    /// ```
    /// use copydesk_core::{RunOptions, parallel::{Cancel, Driver, Failure}};
    /// let halves = Driver::new(RunOptions::default())?
    ///     .run([8, 0, 2].into_iter(), |_| 4, |number: u32| 8 / number, Cancel::new());
    /// let halves: Vec<_> = halves.map(|outcome| outcome.result).collect();
    /// assert_eq!((&halves[0], &halves[2]), (&Ok(1), &Ok(4)));
    /// assert!(matches!(halves[1], Err(Failure::Panicked(_)))); // the others went on
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn run<T, R>(
        &self,
        documents: impl Iterator<Item = T> + Send + 'static,
        size: impl Fn(&T) -> u64 + Send + 'static,
        work: impl Fn(T) -> R + Send + Sync + 'static,
        cancel: Cancel,
    ) -> Run<T, R>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        let (sender, receiver) = channel();
        Run {
            documents: Box::new(documents),
            size: Box::new(size),
            work: Arc::new(work),
            cancel,
            shared: (self.threads > 1).then(|| Arc::clone(&self.pool)),
            pool: None,
            process: std::process::id(),
            max_in_flight: self
                .options
                .max_in_flight
                .map_or(self.threads * 4, NonZeroUsize::get) as u64,
            max_bytes: self.options.max_in_flight_bytes,
            sender,
            receiver,
            held: None,
            finished: BTreeMap::new(),
            in_flight: BTreeMap::new(),
            in_flight_bytes: 0,
            started: 0,
            next: 0,
            progress: Progress::default(),
            on_progress: None,
            on_wait: None,
            asked: Instant::now(),
            ended: false,
        }
    }
}

/// The pool of a driver, which its runs share; it is started when it is first asked for.
#[derive(Debug)]
struct SharedPool {
    threads: usize,
    slot: Mutex<Option<Pool>>,
}

impl SharedPool {
    /// The pool of this process; `None` where it has to do without.
    fn get(&self) -> Option<Pool> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pool) = slot.as_ref()
            && pool.belongs_to_this_process()
        {
            return Some(pool.clone());
        }
        // The pool of the parent process has no threads here: waiting for them in its
        // destructor would never end, so it is forgotten.
        if let Some(parent) = slot.take() {
            std::mem::forget(parent);
        }
        slot.clone_from(&Pool::start(self.threads));
        slot.clone()
    }
}

impl Drop for SharedPool {
    fn drop(&mut self) {
        let slot = self.slot.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(pool) = slot.take()
            && !pool.belongs_to_this_process()
        {
            std::mem::forget(pool);
        }
    }
}

/// A run in progress: an iterator over [`Outcome`]s in the order of the input.
///
/// Dropping it cancels what has not begun.
///
/// ```
/// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
/// // The input is pulled as results are taken, so it may be endless.
/// let run = Driver::new(RunOptions::default())?
///     .run(1_u64.., |_| 8, |number| number * number, Cancel::new());
/// let squares: Vec<u64> = run.filter_map(|outcome| outcome.result.ok()).take(3).collect();
/// assert_eq!(squares, [1, 4, 9]);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub struct Run<T, R> {
    documents: Box<dyn Iterator<Item = T> + Send>,
    size: Box<dyn Fn(&T) -> u64 + Send>,
    work: Arc<dyn Fn(T) -> R + Send + Sync>,
    cancel: Cancel,
    /// Where the pool comes from with the first document; `None` if this thread does it all.
    shared: Option<Arc<SharedPool>>,
    pool: Option<Pool>,
    process: u32,
    max_in_flight: u64,
    max_bytes: u64,
    sender: Sender<Outcome<R>>,
    receiver: Receiver<Outcome<R>>,
    /// A document that was pulled but does not fit beside those in flight.
    held: Option<(T, u64)>,
    /// Results that wait for their turn.
    finished: BTreeMap<u64, Outcome<R>>,
    /// Sizes of the documents that have no result yet, or whose result waits.
    in_flight: BTreeMap<u64, u64>,
    in_flight_bytes: u64,
    started: u64,
    next: u64,
    progress: Progress,
    on_progress: Option<OnProgress>,
    on_wait: Option<OnWait>,
    /// When the consumer was asked last.
    asked: Instant,
    /// Whether the consumer did not want to wait.
    ended: bool,
}

impl<T, R> Run<T, R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    /// Calls `callback` on the consumer's thread after each document.
    ///
    /// ```
    /// use std::sync::mpsc::channel;
    /// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
    /// let (sender, receiver) = channel();
    /// let run = Driver::new(RunOptions::default())?
    ///     .run(["one", "three"].into_iter(), |text| text.len() as u64, str::len, Cancel::new())
    ///     .on_progress(move |progress| sender.send(progress.bytes).unwrap());
    /// assert_eq!(run.count(), 2);
    /// assert_eq!(receiver.iter().collect::<Vec<_>>(), [3, 8]);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    #[must_use]
    pub fn on_progress(mut self, callback: impl FnMut(Progress) + Send + 'static) -> Self {
        self.on_progress = Some(Box::new(callback));
        self
    }

    /// Calls `callback` on the consumer's thread every 20 ms in which it takes or waits for documents. Where it
    /// returns `true`, the run is cancelled and ends at once; a document that is being worked on is
    /// finished for nobody. A run of one thread works on large documents in a thread of their own then.
    ///
    /// ```
    /// use std::time::{Duration, Instant};
    /// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
    /// let driver = Driver::new(RunOptions::default())?;
    /// let work = |_| std::thread::sleep(Duration::from_millis(1));
    /// let run = driver.run(0..1_000_000, |_| 1, work, Cancel::new());
    /// let end = Instant::now() + Duration::from_millis(50);
    /// let done = run.on_wait(move || Instant::now() > end).count();
    /// assert!(done < 1_000_000);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    #[must_use]
    pub fn on_wait(mut self, callback: impl FnMut() -> bool + Send + 'static) -> Self {
        self.on_wait = Some(Box::new(callback));
        self
    }

    /// How far the run is.
    ///
    /// ```
    /// use copydesk_core::{RunOptions, parallel::{Cancel, Driver}};
    /// let mut run = Driver::new(RunOptions::default())?
    ///     .run(["one", "three"].into_iter(), |text| text.len() as u64, str::len, Cancel::new());
    /// run.next();
    /// assert_eq!((run.progress().documents, run.progress().bytes), (1, 3));
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Asks the consumer, if it is time, whether it still wants to wait; ends the run if not.
    fn ask(&mut self) {
        if let Some(on_wait) = &mut self.on_wait
            && self.asked.elapsed() >= ASKED
        {
            self.ended |= on_wait();
            self.asked = Instant::now();
            if self.ended {
                self.cancel.cancel();
            }
        }
    }

    /// The next outcome that a thread sends; `None` where the consumer does not want to wait for it.
    fn receive(&mut self) -> Option<Outcome<R>> {
        if self.on_wait.is_none() {
            // The run holds a sender itself.
            return self.receiver.recv().ok();
        }
        loop {
            match self.receiver.recv_timeout(ASKED) {
                Ok(outcome) => return Some(outcome),
                Err(RecvTimeoutError::Timeout) => self.ask(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            if self.ended {
                return None;
            }
        }
    }

    /// Starts documents until a bound is reached.
    fn fill(&mut self, pool: &Pool) {
        while (self.in_flight.len() as u64) < self.max_in_flight {
            let Some((document, bytes)) = self.held.take().or_else(|| self.pull()) else {
                return;
            };
            if !self.in_flight.is_empty() && self.in_flight_bytes + bytes > self.max_bytes {
                self.held = Some((document, bytes));
                return;
            }
            let index = self.started;
            self.started += 1;
            self.in_flight.insert(index, bytes);
            self.in_flight_bytes += bytes;
            let (work, cancel) = (Arc::clone(&self.work), self.cancel.clone());
            let sender = self.sender.clone();
            pool.spawn(move || {
                let result = guarded(&*work, document, &cancel);
                // The consumer may be gone; then nobody wants the result.
                drop(sender.send(Outcome {
                    index,
                    bytes,
                    result,
                }));
            });
        }
    }

    fn pull(&mut self) -> Option<(T, u64)> {
        let document = self.documents.next()?;
        let bytes = (self.size)(&document);
        Some((document, bytes))
    }

    /// The next outcome from the pool.
    fn next_parallel(&mut self, pool: &Pool) -> Option<Outcome<R>> {
        self.fill(pool);
        let &bytes = self.in_flight.get(&self.next)?;
        let outcome = loop {
            if let Some(outcome) = self.finished.remove(&self.next) {
                break outcome;
            }
            let outcome = self.receive()?;
            if outcome.index == self.next {
                break outcome;
            }
            self.finished.insert(outcome.index, outcome);
        };
        self.in_flight.remove(&self.next);
        self.in_flight_bytes -= bytes;
        Some(outcome)
    }

    /// The next outcome, worked out in this thread.
    fn next_here(&mut self) -> Option<Outcome<R>> {
        // After a fork the threads are gone, and with them the documents they had.
        if let Some((&index, &bytes)) = self.in_flight.first_key_value() {
            self.in_flight.remove(&index);
            return Some(self.finished.remove(&index).unwrap_or(Outcome {
                index,
                bytes,
                result: Err(Failure::Lost),
            }));
        }
        let (document, bytes) = self.held.take().or_else(|| self.pull())?;
        let index = self.started;
        self.started += 1;
        if self.on_wait.is_some() && bytes >= LARGE {
            return self.next_beside(document, index, bytes);
        }
        Some(Outcome {
            index,
            bytes,
            result: guarded(&*self.work, document, &self.cancel),
        })
    }

    /// The outcome for a document that another thread works on while this one waits.
    fn next_beside(&mut self, document: T, index: u64, bytes: u64) -> Option<Outcome<R>> {
        let (work, cancel) = (Arc::clone(&self.work), self.cancel.clone());
        let sender = self.sender.clone();
        // Both threads may take it: this one, where there can be no other.
        let document = Arc::new(Mutex::new(Some(document)));
        let take = |document: &Mutex<Option<T>>| {
            let mut slot = document.lock().unwrap_or_else(PoisonError::into_inner);
            slot.take()
        };
        let outcome = move |document: T| Outcome {
            index,
            bytes,
            result: guarded(&*work, document, &cancel),
        };
        let theirs = Arc::clone(&document);
        let work_there = outcome.clone();
        let there = Builder::new().name("copydesk-0".to_owned());
        let there = there.spawn(move || {
            if let Some(document) = take(&theirs) {
                // The consumer may be gone; then nobody wants the result.
                drop(sender.send(work_there(document)));
            }
        });
        match there {
            Ok(_) => self.receive(),
            Err(_) => take(&document).map(outcome),
        }
    }
}

impl<T, R> Iterator for Run<T, R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    type Item = Outcome<R>;

    fn next(&mut self) -> Option<Self::Item> {
        self.ask();
        if self.ended {
            return None;
        }
        if self.process != std::process::id()
            && let Some(pool) = self.pool.take()
        {
            std::mem::forget(pool);
        }
        // A run that was begun before a fork goes on without threads in the child.
        if let Some(shared) = self.shared.take()
            && self.process == std::process::id()
        {
            // No document, no thread.
            self.held = self.pull();
            if self.held.is_some() {
                self.pool = shared.get();
            }
        }
        let outcome = match self.pool.clone() {
            Some(pool) => self.next_parallel(&pool),
            None => self.next_here(),
        }?;
        self.next += 1;
        self.progress.documents += 1;
        self.progress.failures += u64::from(outcome.result.is_err());
        self.progress.bytes += outcome.bytes;
        if let Some(callback) = &mut self.on_progress {
            callback(self.progress);
        }
        Some(outcome)
    }
}

impl<T, R> Drop for Run<T, R> {
    fn drop(&mut self) {
        self.cancel.cancel();
        if self.process != std::process::id()
            && let Some(pool) = self.pool.take()
        {
            std::mem::forget(pool);
        }
    }
}

impl<T, R> fmt::Debug for Run<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("progress", &self.progress)
            .field("in_flight", &self.in_flight.len())
            .finish_non_exhaustive()
    }
}

/// Runs `work` on one document; a panic becomes a failure.
fn guarded<T, R>(work: &dyn Fn(T) -> R, document: T, cancel: &Cancel) -> Result<R, Failure> {
    if cancel.is_cancelled() {
        return Err(Failure::Cancelled);
    }
    catch_unwind(AssertUnwindSafe(|| work(document)))
        .map_err(|panic| Failure::Panicked(panic_message(&*panic)))
}

/// Runs `work`, turning a panic into its message.
///
/// ```
/// use copydesk_core::parallel::guard;
/// assert_eq!(guard(|| 6 * 7), Ok(42));
/// let failure = guard(|| -> u32 { panic!("no seventh column") }).unwrap_err();
/// assert_eq!(failure.to_string(), "internal error: no seventh column");
/// ```
///
/// # Errors
/// [`Failure::Panicked`] with the message of the panic.
pub fn guard<R>(work: impl FnOnce() -> R) -> Result<R, Failure> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Failure::Panicked(panic_message(&*panic)))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic without a message".to_owned())
}

// With real threads only, not those of `crates/interleavings`.
#[cfg(all(test, feature = "parallel"))]
mod tests {
    use std::{
        num::NonZeroUsize,
        time::{Duration, Instant},
    };

    use super::{Cancel, Driver};
    use crate::RunOptions;

    #[test]
    fn a_consumer_that_will_not_wait_ends_the_run() {
        for threads in [1, 2] {
            let options = RunOptions {
                threads: NonZeroUsize::new(threads),
                ..RunOptions::default()
            };
            let driver = Driver::new(options).expect("two threads are few");
            let work = |ms| std::thread::sleep(Duration::from_millis(ms));
            let cancel = Cancel::new();
            let documents = [0, 60, 60_000].into_iter();
            let run = driver.run(documents, |_| super::LARGE, work, cancel.clone());
            // Asked often while the second document is worked on, and always said to go on.
            let mut asked = 0;
            let mut run = run.on_wait(move || {
                asked += 1;
                asked > 60
            });
            assert!(run.next().is_some_and(|outcome| outcome.result.is_ok()));
            assert!(run.next().is_some_and(|outcome| outcome.result.is_ok()));
            let began = Instant::now();
            assert!(run.next().is_none() && cancel.is_cancelled());
            assert!(run.next().is_none());
            assert!(began.elapsed() < Duration::from_secs(30));
        }
    }

    #[test]
    fn threads_start_with_the_first_document() {
        let options = RunOptions {
            threads: NonZeroUsize::new(2),
            ..RunOptions::default()
        };
        let driver = Driver::new(options).expect("two threads are few");
        let started = || {
            let slot = driver.pool.slot.lock().expect("nothing panicked");
            slot.is_some()
        };
        let run =
            |documents: Vec<u64>| driver.run(documents.into_iter(), |_| 1, |n| n, Cancel::new());
        assert_eq!(run(vec![]).count(), 0);
        let mut some = run(vec![1, 2]);
        assert!(!started());
        assert!(some.next().is_some());
        assert!(started());
    }
}
