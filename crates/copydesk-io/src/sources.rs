//! Paths to documents: the iterator over everything that a caller names.

use std::{
    collections::VecDeque,
    fmt,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use copydesk_core::{Error, ErrorKind, RawDocument};

#[cfg(feature = "arrow")]
use crate::rows;
use crate::{
    consumed::Consumed,
    failure::ReadFailure,
    input::Input,
    jsonl::JsonlReader,
    kind::{Kind, SNIFFED},
    options::{ReadOptions, Settings},
    page,
    place::Place,
    skipped::Skipped,
    unzip::{Coding, MAGIC, is_compressed},
    walk::{Walk, Wanted},
    warc::{self, WarcReader},
    window::Window,
};

pub(crate) type Item = Result<RawDocument, ReadFailure>;
type Items = Box<dyn Iterator<Item = Item> + Send>;

/// The documents in files, directories, globs and streams, one after another.
///
/// Files are opened as the iterator reaches them. What cannot be read comes out as a
/// [`ReadFailure`] in its place, and the iteration goes on.
///
/// ```
/// use copydesk_io::{ReadOptions, Sources};
/// # let dir = std::env::temp_dir().join(format!("copydesk-doc-sources-{}", std::process::id()));
/// # std::fs::create_dir_all(&dir).unwrap();
/// # let dir = dir.to_str().unwrap();
/// std::fs::write(format!("{dir}/a.html"), "<p>The bridge is open.</p>").unwrap();
/// std::fs::write(format!("{dir}/b.jsonl"), "{\"id\": 7, \"text\": \"The mayor resigned.\"}\n{").unwrap();
///
/// for item in Sources::open([dir], ReadOptions::default())? {
///     match item {
///         Ok(document) => println!("{:?}: {} bytes", document.uri, document.bytes.len()),
///         Err(failure) => eprintln!("{failure}"),
///     }
/// }
/// # assert_eq!(Sources::open([dir], ReadOptions::default())?.filter(Result::is_ok).count(), 2);
/// # std::fs::remove_dir_all(dir).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub struct Sources {
    inputs: VecDeque<Input>,
    walk: Option<Walk>,
    /// A stream of the caller, which is read before all inputs.
    stream: Option<(String, Items)>,
    current: Option<Items>,
    options: Arc<Settings>,
    skipped: Skipped,
    /// The file being read, and its last item.
    place: Place,
    /// Files begun so far.
    files: u64,
    /// Items yielded or passed over so far.
    items: u64,
    /// Bytes of the files begun so far, and of what was read of them.
    bytes: u64,
    consumed: Consumed,
}

/// What is read next: one file, or what stands in place of one.
enum Next {
    File(PathBuf),
    Stdin,
    Stream(String, Items),
    Failure(ReadFailure),
}

impl Next {
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Stdin => "-".to_owned(),
            Self::Stream(name, _) => name.clone(),
            Self::Failure(failure) => failure.uri.clone(),
        }
    }
}

impl Sources {
    /// Names what is to be read; nothing is read yet.
    ///
    /// A path is a file, a directory (with everything below it that has a known extension), a
    /// glob such as `pages/**/*.html`, or `-` for standard input. Documents come in the order of
    /// the paths, within a directory by file name, depth first.
    ///
    /// ```
    /// use copydesk_io::{ReadOptions, Sources};
    /// let error = Sources::open(["pages/[.html"], ReadOptions::default()).unwrap_err();
    /// assert!(error.to_string().starts_with("malformed glob `pages/[.html`"));
    /// ```
    ///
    /// # Errors
    /// Where a glob is malformed or an option makes no sense.
    pub fn open(
        paths: impl IntoIterator<Item = impl AsRef<str>>,
        options: ReadOptions,
    ) -> Result<Self, Error> {
        let options = Settings::new(options)?;
        let skipped = Skipped::default();
        let inputs = paths
            .into_iter()
            .map(|path| Input::new(path.as_ref(), &skipped))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            inputs,
            walk: None,
            stream: None,
            current: None,
            options: Arc::new(options),
            skipped,
            place: Place::default(),
            files: 0,
            items: 0,
            bytes: 0,
            consumed: Consumed::default(),
        })
    }

    /// Reads a stream as if it were a file of that name: a response, an object of a store, bytes
    /// in memory. Where the name has no known extension, the first bytes tell what it is.
    ///
    /// ```
    /// use copydesk_io::{ReadOptions, Sources};
    /// let page = &b"<title>Flood</title><p>The river rose."[..];
    /// let mut documents = Sources::from_reader("page.html", page, ReadOptions::default())?;
    /// assert_eq!(documents.next().unwrap().unwrap().bytes, page);
    /// assert!(documents.next().is_none());
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where an option makes no sense.
    pub fn from_reader(
        name: impl Into<String>,
        reader: impl Read + Send + 'static,
        options: ReadOptions,
    ) -> Result<Self, Error> {
        let mut sources = Self::open(std::iter::empty::<&str>(), options)?;
        let name = name.into();
        let items = sources.read(name.clone(), reader, None);
        sources.stream = Some((name, items));
        Ok(sources)
    }

    /// What is passed over on purpose: counts that grow as the iterator runs.
    pub fn skipped(&self) -> Skipped {
        self.skipped.clone()
    }

    /// How much of the input files was read so far: a count that grows as the iterator runs.
    pub fn consumed(&self) -> Consumed {
        self.consumed.clone()
    }

    /// The place of the last item that was yielded or passed over; `None` before the first.
    ///
    /// ```
    /// use copydesk_io::{ReadOptions, Sources};
    /// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    /// let mut sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
    /// assert!(sources.place().is_none());
    /// sources.next();
    /// assert_eq!(sources.place().map(|place| place.item), Some(0));
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn place(&self) -> Option<Place> {
        (self.items > 0).then(|| self.place.clone())
    }

    /// Passes over what comes before item `n`, counted from 0, and tells which item comes next:
    /// `n`, a smaller number where the inputs end before, or a larger one where the iteration was
    /// further already.
    ///
    /// Pages in files of their own are passed over without being read; of archives and tables
    /// every item is read and dropped. [`skip_behind`](Self::skip_behind) is faster.
    ///
    /// ```
    /// use copydesk_io::{ReadOptions, Sources};
    /// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    /// let mut sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
    /// assert_eq!(sources.skip_to(1), 1);
    /// assert_eq!(sources.next().unwrap().unwrap().bytes, b"Two.");
    /// assert_eq!(sources.skip_to(7), 2);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn skip_to(&mut self, n: u64) -> u64 {
        while self.items < n {
            if self.current.is_some() {
                self.next_of_file();
                continue;
            }
            let Some(next) = self.next_file() else { break };
            self.place_in(&next);
            if matches!(&next, Next::File(path) if is_one_page(path)) {
                self.count();
            } else {
                self.current = Some(self.open_next(next));
            }
        }
        self.items
    }

    /// Goes on behind the item of an earlier run over the same inputs; nothing may have been
    /// yielded yet. Files before that of the item are not opened, so what was passed over in
    /// them is not counted in [`skipped`](Self::skipped) again.
    ///
    /// ```
    /// use copydesk_io::{ReadOptions, Sources};
    /// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    /// let open = || Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default());
    /// let mut sources = open()?;
    /// sources.next();
    /// let place = sources.place().unwrap();
    ///
    /// let mut again = open()?;
    /// again.skip_behind(&place)?;
    /// assert_eq!(again.next().unwrap().unwrap().bytes, b"Two.");
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the inputs do not have that file at its place, or that file has fewer items.
    pub fn skip_behind(&mut self, place: &Place) -> Result<(), Error> {
        let changed = |what: String| {
            let message = format!("{what}; give the same inputs in the same order, or begin anew");
            Err(Error::new(ErrorKind::Configuration, message))
        };
        let number = place.file.saturating_add(1);
        while self.files <= place.file {
            let Some(next) = self.next_file() else {
                return changed(format!(
                    "the inputs end before file {number}, {}, which the earlier run had reached",
                    place.input
                ));
            };
            self.place_in(&next);
            if self.place.file < place.file {
                continue;
            }
            let name = next.name();
            if name != place.input {
                return changed(format!(
                    "file {number} of the inputs is {name}; in the earlier run it was {}",
                    place.input
                ));
            }
            self.current = Some(self.open_next(next));
            self.items = place.first;
            self.place.first = place.first;
        }
        while self.items <= place.item {
            if self.current.is_none() || self.next_of_file().is_none() {
                return changed(format!(
                    "{} has {} items, and the earlier run had read {} of it",
                    place.input,
                    self.items.saturating_sub(place.first),
                    place.item.saturating_sub(place.first).saturating_add(1)
                ));
            }
        }
        Ok(())
    }

    /// The next item of the file being read; at its end, none.
    fn next_of_file(&mut self) -> Option<Item> {
        let item = self.current.as_mut()?.next();
        match &item {
            Some(_) => self.count(),
            None => self.current = None,
        }
        item
    }

    fn count(&mut self) {
        self.place.item = self.items;
        self.items += 1;
    }

    fn place_in(&mut self, next: &Next) {
        self.place = Place {
            input: next.name(),
            item: self.items,
            file: self.files,
            first: self.items,
        };
        self.files += 1;
        self.consumed.set(self.bytes);
        if let Next::File(path) = next {
            self.bytes += fs::metadata(path).map_or(0, |about| about.len());
        }
    }

    /// What is read next; nothing of it is opened.
    fn next_file(&mut self) -> Option<Next> {
        if let Some((name, items)) = self.stream.take() {
            return Some(Next::Stream(name, items));
        }
        loop {
            match self.walk.as_mut().map(Walk::next) {
                Some(Some(Ok(path))) => return Some(Next::File(path)),
                Some(Some(Err(failure))) => return Some(Next::Failure(failure)),
                Some(None) => self.walk = None,
                None => match self.inputs.pop_front()? {
                    Input::Stdin => return Some(Next::Stdin),
                    Input::Glob(walk) => self.walk = Some(*walk),
                    Input::Path(uri) if fs::metadata(&uri).is_ok_and(|about| about.is_dir()) => {
                        let root = uri.clone().into();
                        let skipped = self.skipped.clone();
                        self.walk = Some(Walk::new(uri, root, Wanted::Readable, skipped));
                    }
                    Input::Path(uri) => return Some(Next::File(uri.into())),
                },
            }
        }
    }

    fn open_next(&self, next: Next) -> Items {
        match next {
            Next::File(path) => self.read_file(&path),
            Next::Stdin => self.read("-".to_owned(), io::stdin(), None),
            Next::Stream(_, items) => items,
            Next::Failure(failure) => Box::new(std::iter::once(Err(failure))),
        }
    }

    fn read_file(&self, path: &Path) -> Items {
        let uri = path.to_string_lossy().into_owned();
        match File::open(path) {
            Ok(file) => {
                let about = file.metadata().ok().filter(fs::Metadata::is_file);
                #[cfg(feature = "arrow")]
                if about.is_some()
                    && let Some(form) = rows::Form::of_file(&uri, &file)
                {
                    let (options, skipped) = (self.options.clone(), self.skipped.clone());
                    let stored = rows::Stored::File(file);
                    let consumed = &self.consumed;
                    return Box::new(rows::RowReader::new(
                        stored, form, uri, options, skipped, consumed,
                    ));
                }
                let length = about.map(|about| about.len());
                self.read(uri, self.consumed.count(file), length)
            }
            Err(_) if uri.starts_with("http://") || uri.starts_with("https://") => {
                let message = "copydesk does not fetch; save the page and give the file";
                Box::new(std::iter::once(Err(ReadFailure::new(uri, message))))
            }
            Err(error) => Box::new(std::iter::once(Err(ReadFailure::io(uri, &error)))),
        }
    }

    fn read(&self, uri: String, reader: impl Read + Send + 'static, length: Option<u64>) -> Items {
        let (options, skipped) = (self.options.clone(), self.skipped.clone());
        // Nothing is read before the first document is asked for.
        let items = std::iter::once(reader).flat_map(move |reader| -> Items {
            let named = Kind::of_name(&uri);
            let mut window = Window::new(reader);
            if named == Some(Kind::Warc) {
                window = window.expecting(Coding::of_name(&uri), warc::START);
            }
            let kind = named.unwrap_or_else(|| {
                window.fill(SNIFFED);
                Kind::of_bytes(window.data())
            });
            let (uri, options) = (uri.clone(), options.clone());
            match kind {
                Kind::Page(format) => {
                    Box::new(page::read(window, &uri, format, length, &options).into_iter())
                }
                Kind::Jsonl => Box::new(JsonlReader::new(window, uri, options, skipped.clone())),
                Kind::Arrow | Kind::Parquet => {
                    read_table(window, kind, uri, options, skipped.clone())
                }
                Kind::Warc => Box::new(WarcReader::new(window, uri, options, skipped.clone())),
            }
        });
        Box::new(items)
    }
}

impl Iterator for Sources {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.next_of_file() {
                return Some(item);
            }
            let next = self.next_file()?;
            self.place_in(&next);
            self.current = Some(self.open_next(next));
        }
    }
}

/// A table that comes as a stream; it has to be read at many places, so it is held in memory.
#[cfg(feature = "arrow")]
fn read_table<R: Read>(
    mut window: Window<R>,
    kind: Kind,
    uri: String,
    options: Arc<Settings>,
    skipped: Skipped,
) -> Items {
    let refused = |message: &str| -> Items {
        Box::new(std::iter::once(Err(ReadFailure::new(&*uri, message))))
    };
    let Some(form) = rows::Form::of_kind(kind) else {
        return refused("a table in Parquet, which this build does not read; write it as JSONL");
    };
    if window.fill(options.limit().saturating_add(1)) {
        return refused(
            "a table that is not in a file of its own is held in memory, and this one is larger \
             than max_document_bytes; give it as a file",
        );
    }
    if let Some(broken) = window.take_broken() {
        return refused(&broken.to_string());
    }
    let stored = rows::Stored::Bytes(window.take());
    let consumed = Consumed::default();
    Box::new(rows::RowReader::new(
        stored, form, uri, options, skipped, &consumed,
    ))
}

#[cfg(not(feature = "arrow"))]
fn read_table<R: Read>(
    _window: Window<R>,
    _kind: Kind,
    uri: String,
    _options: Arc<Settings>,
    _skipped: Skipped,
) -> Items {
    let message = "a table in Arrow or Parquet, which this build does not read; write it as JSONL";
    Box::new(std::iter::once(Err(ReadFailure::new(uri, message))))
}

/// Whether a file is one item, whatever is in it: a page by its name, and not compressed.
fn is_one_page(path: &Path) -> bool {
    let name = path.to_string_lossy();
    if !matches!(Kind::of_name(&name), Some(Kind::Page(_)))
        || !fs::metadata(path).is_ok_and(|about| about.is_file())
    {
        return false;
    }
    let Ok(mut file) = File::open(path) else {
        // A failure stands in its place.
        return true;
    };
    let mut start = Vec::new();
    let read = file.by_ref().take(MAGIC as u64).read_to_end(&mut start);
    read.is_ok() && !is_compressed(&start)
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sources")
            .field("inputs", &self.inputs)
            .field("walk", &self.walk)
            .field("options", &self.options)
            .field("skipped", &self.skipped)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}
