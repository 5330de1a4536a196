//! JSONL: one object a line, streamed.

mod line;

#[cfg(feature = "arrow")]
pub(crate) use self::line::{CONTENT, NAME};

use std::{io::Read, sync::Arc};

use copydesk_core::RawDocument;

use crate::{
    failure::{ReadFailure, ReadPlace},
    options::Settings,
    skipped::Skipped,
    window::Window,
};

/// Bytes asked for at once.
const CHUNK: usize = 64 << 10;

/// The documents of one JSONL stream.
#[derive(Debug)]
pub(crate) struct JsonlReader<R> {
    window: Window<R>,
    uri: String,
    options: Arc<Settings>,
    skipped: Skipped,
    /// Lines begun so far.
    line: u64,
    /// A break of the stream, to be reported next.
    pending: Option<ReadFailure>,
}

/// How far the next line reaches.
enum Line {
    /// Its bytes, and those with its line feed.
    Whole(usize, usize),
    /// The stream breaks in it.
    Cut(usize),
    TooLong,
    None,
}

impl<R: Read> JsonlReader<R> {
    pub(crate) fn new(
        window: Window<R>,
        uri: String,
        options: Arc<Settings>,
        skipped: Skipped,
    ) -> Self {
        Self {
            window,
            uri,
            options,
            skipped,
            line: 0,
            pending: None,
        }
    }

    fn find_line(&mut self) -> Line {
        let limit = self.options.limit();
        let mut searched = 0;
        loop {
            let data = self.window.data();
            if let Some(found) = data[searched..].iter().position(|&byte| byte == b'\n') {
                let length = searched + found;
                if length > limit {
                    return Line::TooLong;
                }
                return Line::Whole(length, length + 1);
            }
            searched = data.len();
            if searched > limit {
                return Line::TooLong;
            }
            if !self.window.fill(searched + 1) {
                return match searched {
                    _ if self.window.broken().is_some() => Line::Cut(searched),
                    0 => Line::None,
                    _ => Line::Whole(searched, searched),
                };
            }
        }
    }

    fn skip_line(&mut self) {
        while self.window.fill(1) {
            let data = self.window.data();
            let found = data.iter().position(|&byte| byte == b'\n');
            let length = data.len();
            self.window.consume(found.map_or(length, |found| found + 1));
            if found.is_some() {
                break;
            }
            self.window.fill(CHUNK);
        }
    }

    fn read_line(&mut self, length: usize) -> Option<Result<RawDocument, ReadFailure>> {
        let mut bytes = &self.window.data()[..length];
        if self.line == 1 {
            bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        }
        if bytes.trim_ascii().is_empty() {
            return None;
        }
        let read = line::read(bytes, self.options.jsonl_field.as_deref());
        let uri = read
            .as_ref()
            .ok()
            .and_then(|document| document.uri.as_deref());
        if let Some(skip) = self.options.filter.url(uri) {
            self.skipped.count(skip);
            return None;
        }
        Some(match read {
            Ok(mut document) => {
                let name = || format!("{}#{}", self.uri, self.line);
                document.uri.get_or_insert_with(name);
                Ok(document)
            }
            Err(message) => Err(self.failure(message)),
        })
    }

    fn failure(&self, message: impl Into<String>) -> ReadFailure {
        ReadFailure::new(&*self.uri, message).at(ReadPlace::Line(self.line))
    }
}

impl<R: Read> Iterator for JsonlReader<R> {
    type Item = Result<RawDocument, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(failure) = self.pending.take() {
                return Some(Err(failure));
            }
            let line = self.find_line();
            self.line += u64::from(!matches!(line, Line::None));
            match line {
                Line::None => return None,
                Line::TooLong => {
                    let failure = self.failure(self.options.too_large());
                    self.skip_line();
                    return Some(Err(failure));
                }
                Line::Whole(length, with_end) => {
                    let item = self.read_line(length);
                    self.window.consume(with_end);
                    if item.is_some() {
                        return item;
                    }
                }
                Line::Cut(length) => {
                    let broken = self.window.take_broken();
                    self.pending = broken.map(|broken| self.failure(broken.to_string()));
                    // Only the line feed may be missing; then the line is worth as much as any.
                    let item = self.read_line(length);
                    self.window.consume(length);
                    if let Some(Ok(document)) = item {
                        return Some(Ok(document));
                    }
                }
            }
        }
    }
}
