//! Paths to documents: the iterator over everything that a caller names.

use std::{
    collections::VecDeque,
    fmt,
    fs::{self, File},
    io::{self, Read},
    path::Path,
    sync::Arc,
};

use copydesk_core::{Error, RawDocument};

use crate::{
    failure::ReadFailure,
    input::Input,
    jsonl::JsonlReader,
    kind::{Kind, SNIFFED},
    options::ReadOptions,
    page,
    skipped::Skipped,
    walk::{Walk, Wanted},
    warc::WarcReader,
    window::Window,
};

type Item = Result<RawDocument, ReadFailure>;
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
    current: Option<Items>,
    options: Arc<ReadOptions>,
    skipped: Skipped,
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
        options.check()?;
        let skipped = Skipped::default();
        let inputs = paths
            .into_iter()
            .map(|path| Input::new(path.as_ref(), &skipped))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            inputs,
            walk: None,
            current: None,
            options: Arc::new(options),
            skipped,
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
        sources.current = Some(sources.read(name.into(), reader, None));
        Ok(sources)
    }

    /// What is passed over on purpose: counts that grow as the iterator runs.
    pub fn skipped(&self) -> Skipped {
        self.skipped.clone()
    }

    /// Begins with the next input, if there is one.
    fn next_input(&mut self) -> Option<()> {
        match self.inputs.pop_front()? {
            Input::Stdin => {
                self.current = Some(self.read("-".to_owned(), io::stdin(), None));
            }
            Input::Glob(walk) => self.walk = Some(*walk),
            Input::Path(uri) => {
                if fs::metadata(&uri).is_ok_and(|about| about.is_dir()) {
                    let root = uri.clone().into();
                    let skipped = self.skipped.clone();
                    self.walk = Some(Walk::new(uri, root, Wanted::Readable, skipped));
                } else {
                    self.current = Some(self.read_file(Path::new(&uri)));
                }
            }
        }
        Some(())
    }

    fn read_file(&self, path: &Path) -> Items {
        let uri = path.to_string_lossy().into_owned();
        match File::open(path) {
            Ok(file) => {
                let about = file.metadata().ok().filter(fs::Metadata::is_file);
                self.read(uri, file, about.map(|about| about.len()))
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
            let mut window = Window::new(reader);
            let kind = Kind::of_name(&uri).unwrap_or_else(|| {
                window.fill(SNIFFED);
                Kind::of_bytes(window.data())
            });
            let (uri, options) = (uri.clone(), options.clone());
            match kind {
                Kind::Page(format) => {
                    Box::new(page::read(window, &uri, format, length, &options).into_iter())
                }
                Kind::Jsonl => Box::new(JsonlReader::new(window, uri, options)),
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
            if let Some(current) = &mut self.current {
                if let Some(item) = current.next() {
                    return Some(item);
                }
                self.current = None;
            }
            match self.walk.as_mut().map(Walk::next) {
                Some(Some(Ok(path))) => self.current = Some(self.read_file(&path)),
                Some(Some(Err(failure))) => return Some(Err(failure)),
                Some(None) => self.walk = None,
                None => self.next_input()?,
            }
        }
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sources")
            .field("inputs", &self.inputs)
            .field("walk", &self.walk)
            .field("options", &self.options)
            .field("skipped", &self.skipped)
            .finish_non_exhaustive()
    }
}
