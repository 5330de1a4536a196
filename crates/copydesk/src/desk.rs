//! The desk: the pipeline with its options and its threads.

use std::sync::Arc;

use copydesk_core::{
    Diagnostic, Error, RawDocument, Severity, Unreadable,
    parallel::{Cancel, Driver, Failure, Progress, Run, guard},
    record::{Article, Source},
};

use crate::{Options, pipeline};

/// The pipeline, ready to read documents.
///
/// Cheap to keep and safe to share between threads. No thread is started before the first
/// document of a [`stream`](Desk::stream).
///
/// ```
/// use copydesk::{Desk, Options, RawDocument};
/// let desk = Desk::new(Options::default())?;
/// let article = desk.read(&RawDocument::from_text("Leave a Reply"));
/// assert!(article.text.is_empty());
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug)]
pub struct Desk {
    options: Arc<Options>,
    parse: Arc<copydesk_core::ParseOptions>,
    driver: Driver,
}

impl Desk {
    /// A desk with these options.
    ///
    /// ```
    /// use copydesk::{Desk, ErrorKind, Options};
    /// let mut options = Options::default();
    /// options.entities.reference_date = Some("last Friday".to_owned());
    /// let error = Desk::new(options).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Configuration);
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the reference date is
    /// not a date, or if more threads are asked for than a pool can hold.
    pub fn new(options: Options) -> Result<Self, Error> {
        pipeline::check(&options)?;
        Ok(Self {
            driver: Driver::new(options.run.clone())?,
            parse: Arc::new(options.parse_options()),
            options: Arc::new(options),
        })
    }

    /// The options of this desk.
    ///
    /// ```
    /// use copydesk::{Desk, Options, Stage};
    /// let desk = Desk::new(Options::extraction())?;
    /// assert_eq!(desk.options().stages, [Stage::Parse, Stage::Normalize]);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Threads that a [`stream`](Desk::stream) uses.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    /// use copydesk::{Desk, Options};
    /// let mut options = Options::default();
    /// options.run.threads = NonZeroUsize::new(2);
    /// assert_eq!(Desk::new(options)?.threads(), 2);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn threads(&self) -> usize {
        self.driver.threads()
    }

    /// Reads one document in the caller's thread. Never fails: what goes wrong is in
    /// [`Article::diagnostics`].
    ///
    /// ```
    /// use copydesk::{Desk, Options, RawDocument};
    /// let desk = Desk::new(Options::default())?;
    /// let article = desk.read(&RawDocument::from_bytes(b"%PDF-1.7 \x00\x01".to_vec()));
    /// assert!(article.text.is_empty());
    /// assert_eq!(article.diagnostics[0].code, "parse/not-text");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn read(&self, document: &RawDocument) -> Article {
        guard(|| pipeline::read(document, &self.options, &self.parse))
            .unwrap_or_else(|failure| failed(Some(&document.uri), &failure))
    }

    /// Reads many documents on all threads, in order and in bounded memory.
    ///
    /// A source that could not be read, and a document on which a stage failed, comes out as a
    /// record with a diagnostic of severity [`Severity::Error`].
    ///
    /// ```
    /// use copydesk::{Desk, Options, RawDocument, Unreadable};
    /// let pages = ["<p>The dam at Roseires held on Monday.", "<p>Two sluices were opened by hand."];
    /// let documents = pages.into_iter().map(|page| Ok::<_, Unreadable>(RawDocument::from_bytes(page)));
    /// let desk = Desk::new(Options::default())?;
    /// let texts: Vec<String> = desk.stream(documents).map(|article| article.text).collect();
    /// assert_eq!(texts[1], "Two sluices were opened by hand.");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn stream<E: Into<Unreadable> + Send + 'static>(
        &self,
        documents: impl Iterator<Item = Result<RawDocument, E>> + Send + 'static,
    ) -> Stream {
        let (options, parse) = (Arc::clone(&self.options), Arc::clone(&self.parse));
        let cancel = Cancel::new();
        let documents: Box<dyn Iterator<Item = Input> + Send> =
            Box::new(documents.map(|document| document.map_err(Into::into)));
        let run = self.driver.run(
            documents,
            |document| {
                document
                    .as_ref()
                    .map_or(0, |document| document.bytes.len() as u64)
            },
            move |document| match document {
                Ok(document) => {
                    // A panic loses the record but not the name of its document.
                    guard(|| pipeline::read(&document, &options, &parse))
                        .unwrap_or_else(|failure| failed(Some(&document.uri), &failure))
                }
                Err(unreadable) => unreadable_record(unreadable),
            },
            cancel.clone(),
        );
        Stream { run, cancel }
    }
}

type Input = Result<RawDocument, Unreadable>;

/// Records in the order of their documents. Dropping it stops the run.
///
/// ```
/// use copydesk::{Desk, Options, RawDocument, Unreadable};
/// let documents = vec![
///     Ok(RawDocument::from_text("Rain fell in Accra all day.")),
///     Err(Unreadable { uri: "b.html".to_owned(), message: "the disk has a bad block".to_owned() }),
/// ];
/// let mut records = Desk::new(Options::default())?.stream(documents.into_iter());
/// assert_eq!(records.next().map(|it| it.text).as_deref(), Some("Rain fell in Accra all day."));
/// let failed = records.next().expect("one bad document is one record");
/// assert_eq!(failed.source.uri.as_deref(), Some("b.html"));
/// assert!(failed.failed());
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug)]
pub struct Stream {
    run: Run<Input, Article>,
    cancel: Cancel,
}

impl Stream {
    /// Calls `callback` on the consumer's thread after each document.
    ///
    /// ```
    /// use std::sync::{Arc, atomic::{AtomicU64, Ordering}};
    /// use copydesk::{Desk, Options, RawDocument, Unreadable};
    /// let documents = ["It rained.", "It snowed."]
    ///     .map(|text| Ok::<_, Unreadable>(RawDocument::from_text(text)));
    /// let seen = Arc::new(AtomicU64::new(0));
    /// let counter = Arc::clone(&seen);
    /// let records = Desk::new(Options::extraction())?
    ///     .stream(documents.into_iter())
    ///     .on_progress(move |progress| counter.store(progress.bytes, Ordering::Relaxed));
    /// assert_eq!(records.count(), 2);
    /// assert_eq!(seen.load(Ordering::Relaxed), 20);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn on_progress(mut self, callback: impl FnMut(Progress) + Send + 'static) -> Self {
        self.run = self.run.on_progress(callback);
        self
    }

    /// Calls `callback` on the consumer's thread every 20 ms in which it takes or waits for documents. Where it
    /// returns `true`, the run ends at once, as if there were no more documents.
    ///
    /// ```
    /// # use copydesk::{Desk, Options, RawDocument, Unreadable};
    /// # use std::time::{Duration, Instant};
    /// let desk = Desk::new(Options::default())?;
    /// let pages = std::iter::repeat_with(|| Ok::<_, Unreadable>(RawDocument::from_text("The dam held.")));
    /// let end = Instant::now() + Duration::from_millis(50);
    /// let articles = desk.stream(pages).on_wait(move || Instant::now() > end);
    /// println!("{} articles in that time", articles.count());
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn on_wait(mut self, callback: impl FnMut() -> bool + Send + 'static) -> Self {
        self.run = self.run.on_wait(callback);
        self
    }

    /// How far the run is.
    ///
    /// ```
    /// use copydesk::{Desk, Options, RawDocument, Unreadable};
    /// let documents = ["It rained.", "It snowed."]
    ///     .map(|text| Ok::<_, Unreadable>(RawDocument::from_text(text)));
    /// let mut records = Desk::new(Options::extraction())?.stream(documents.into_iter());
    /// records.next();
    /// assert_eq!(records.progress().documents, 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn progress(&self) -> Progress {
        self.run.progress()
    }

    /// A token that stops the run from another thread: documents not yet begun come out as
    /// records with the diagnostic `run/cancelled`.
    ///
    /// ```
    /// use copydesk::{Desk, Options, RawDocument, Unreadable};
    /// let documents = std::iter::repeat_with(|| Ok::<_, Unreadable>(RawDocument::from_text("It rained.")));
    /// let mut records = Desk::new(Options::extraction())?.stream(documents.take(1000));
    /// records.next();
    /// records.cancel_token().cancel();
    /// let last = records.last().expect("a record for each document");
    /// assert_eq!(last.diagnostics[0].code, "run/cancelled");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn cancel_token(&self) -> Cancel {
        self.cancel.clone()
    }
}

impl Iterator for Stream {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let outcome = self.run.next()?;
        Some(
            outcome
                .result
                .unwrap_or_else(|failure| failed(None, &failure)),
        )
    }
}

/// The record of a source that could not be read.
fn unreadable_record(unreadable: Unreadable) -> Article {
    record_of_failure(
        Some(unreadable.uri),
        Diagnostic::new(Severity::Error, "io/unreadable", unreadable.message),
    )
}

/// The record of a document on which the pipeline failed.
fn failed(uri: Option<&Option<String>>, failure: &Failure) -> Article {
    let code = match failure {
        Failure::Cancelled => "run/cancelled",
        Failure::Lost => "run/lost",
        _ => "run/internal-error",
    };
    record_of_failure(
        uri.cloned().flatten(),
        Diagnostic::new(Severity::Error, code, failure.to_string()),
    )
}

fn record_of_failure(uri: Option<String>, diagnostic: Diagnostic) -> Article {
    let mut article = Article {
        source: Source {
            uri,
            ..Source::default()
        },
        diagnostics: vec![diagnostic],
        ..Article::default()
    };
    article.set_id();
    article
}
