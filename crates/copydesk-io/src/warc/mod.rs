//! WARC 1.0 and 1.1, plain or compressed, streamed.
//!
//! `Content-Length` is trusted but checked: behind the block a record has to end as records do.
//! Where it does not, the record is reported and reading goes on at the next line that begins
//! one; where compressed data are damaged, at the next member that begins one.

mod fields;
mod http;
mod record;

use std::{collections::VecDeque, io::Read, sync::Arc};

use copydesk_core::RawDocument;

use self::record::Header;
use crate::{
    failure::{ReadFailure, ReadPlace},
    options::Settings,
    skipped::Skipped,
    window::Window,
};

/// What every record begins with, and what is looked for behind damage.
pub(crate) const START: &[u8] = b"WARC/1.";
/// Bytes of a record header, at most. Headers have a few hundred; addresses of some KiB occur.
const MAX_HEADER: usize = 256 << 10;
/// Bytes looked at when searching for the next record.
const CHUNK: usize = 64 << 10;

type Item = Result<RawDocument, ReadFailure>;

/// The documents of one WARC stream.
#[derive(Debug)]
pub(crate) struct WarcReader<R> {
    window: Window<R>,
    uri: String,
    options: Arc<Settings>,
    skipped: Skipped,
    pending: VecDeque<Item>,
}

impl<R: Read> WarcReader<R> {
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
            pending: VecDeque::new(),
        }
    }

    fn report(&mut self, place: ReadPlace, message: impl Into<String>) {
        let failure = ReadFailure::new(&*self.uri, message).at(place);
        self.pending.push_back(Err(failure));
    }

    /// Reads one record, or what stands in its place; `false` at the end.
    fn step(&mut self) -> bool {
        self.skip_line_ends();
        if !self.window.fill(START.len()) && self.window.data().is_empty() {
            let Some(broken) = self.window.take_broken() else {
                return false;
            };
            let place = if self.window.is_compressed() {
                ReadPlace::CompressedByte(broken.member)
            } else {
                ReadPlace::Byte(self.window.offset())
            };
            self.report(place, broken.to_string());
            return self.window.resync(START);
        }
        let place = self.window.place();
        if !self.window.data().starts_with(START) {
            let message = "no WARC record where one should begin; fetch the file again";
            let cut = !self.window.fill(CHUNK);
            let message = self.break_or(cut, message);
            self.report(place, message);
            return self.find_record(0);
        }
        let (head, block) = match self.find_block() {
            Ok(end) => end,
            Err(message) => {
                self.report(place, message);
                return self.find_record(1);
            }
        };
        let header = match Header::parse(&self.window.data()[..head]) {
            Ok(header) => header,
            Err(message) => {
                self.report(place, message);
                return self.find_record(block);
            }
        };
        if header.length > self.options.limit() as u64 {
            return self.skip_large(place, &header, block);
        }
        let length = header.length as usize;
        self.read_block(place, &header, block, length)
    }

    /// Where the header of the record ends and its block begins.
    fn find_block(&mut self) -> Result<(usize, usize), String> {
        let endless = "a record header without end; fetch the file again";
        let mut line = 0;
        loop {
            let data = self.window.data();
            let data = &data[..data.len().min(MAX_HEADER)];
            match header_end(data, line) {
                End::At(head, block) => return Ok((head, block)),
                End::Never => return Err(endless.to_owned()),
                End::Behind(_) if data.len() == MAX_HEADER => return Err(endless.to_owned()),
                End::Behind(last) => line = last,
            }
            let seen = data.len();
            if !self.window.fill(seen + 1) {
                return Err(self.break_or(true, endless));
            }
        }
    }

    fn read_block(
        &mut self,
        place: ReadPlace,
        header: &Header,
        block: usize,
        length: usize,
    ) -> bool {
        let end = block + length;
        // A record that ends with its member, as nearly all do, needs no look behind it.
        let whole = self.window.fill(end + END.len())
            && self.tail(end).starts_with(END)
            && self.window.is_sound(end + END.len());
        if !whole && let Err(goes_on) = self.check_end(place, header, block, length) {
            return goes_on;
        }
        let bytes = &self.window.data()[block..end];
        let items = record::read(header, bytes, &self.options, &self.skipped);
        for item in items {
            match item {
                Ok(mut document) => {
                    document.uri.get_or_insert_with(|| self.uri.clone());
                    self.pending.push_back(Ok(document));
                }
                Err(message) => {
                    let message = format!("{}{message}", header.describe());
                    self.report(place, message);
                }
            }
        }
        self.window.consume(end);
        true
    }

    /// Checks that a record ends where it says. Where it does not, that is reported, and the error
    /// tells whether there is a next record, at which the reader then stands.
    fn check_end(
        &mut self,
        place: ReadPlace,
        header: &Header,
        block: usize,
        length: usize,
    ) -> Result<(), bool> {
        let end = block + length;
        // Behind the block: two line ends and the first bytes of the next record.
        let behind = self.window.fill(end + BEHIND);
        if self.window.data().len() < end {
            let there = self.window.data().len() - block;
            let message = format!(
                "{}the record says that it has {length} bytes, and {there} are there: {}",
                header.describe(),
                self.break_or(true, "the file ends; fetch it again"),
            );
            self.report(place, message);
            return Err(self.find_record(block));
        }
        // Bytes of a member of its own whose data turn out to be damaged may be wrong,
        // however complete they look. A next record in sight says that the member is sound.
        let last = !next_record(self.tail(end)).starts_with(START);
        if last && !self.window.fill(end + CHUNK) && self.window.at_corrupt_member() {
            let message = format!("{}{}", header.describe(), self.break_or(true, "damaged"));
            self.report(place, message);
            return Err(self.find_record(end));
        }
        if !ends(self.tail(end), behind) {
            let message = format!(
                "{}the record does not end after the {length} bytes that it says it has; \
                 fetch the file again or repair its Content-Length",
                header.describe(),
            );
            self.report(place, message);
            return Err(self.find_record(block));
        }
        Ok(())
    }

    /// What stands behind a block, as far as it matters.
    fn tail(&self, end: usize) -> &[u8] {
        let tail = &self.window.data()[end..];
        &tail[..tail.len().min(BEHIND)]
    }

    /// Passes over a record that is too large to be read.
    ///
    /// Its length is believed up to the next line that begins a record: a wrong length must not
    /// cost the rest of the file. *Known miss*: an archive of plain archives is entered here.
    fn skip_large(&mut self, place: ReadPlace, header: &Header, block: usize) -> bool {
        if let Some(skip) = header.skip(&self.options.filter) {
            self.skipped.count(skip);
        } else {
            let message = format!("{}{}", header.describe(), self.options.too_large());
            self.report(place, message);
        }
        // One byte of the header stays, so that a record may begin right behind it.
        self.window.consume(block - 1);
        let mut left = header.length.saturating_add(1);
        loop {
            self.window.fill(CHUNK);
            let data = self.window.data();
            let visible = data.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            if let Some(found) = next_start(&data[..visible], 1) {
                self.window.consume(found);
                return true;
            }
            if visible as u64 == left {
                self.window.consume(visible);
                return true;
            }
            if self.window.is_last() {
                let message = format!(
                    "{}{}",
                    header.describe(),
                    self.break_or(true, "the file ends inside the record; fetch it again")
                );
                self.report(place, message);
                return self.window.resync(START);
            }
            let gone = visible - visible.min(START_LINE);
            self.window.consume(gone);
            left -= gone as u64;
        }
    }

    /// Goes on at the next record behind the first `from` bytes; `false` where there is none.
    /// What broke the stream is taken as reported if it was met on the way.
    fn find_record(&mut self, mut from: usize) -> bool {
        loop {
            self.window.fill(from + CHUNK);
            if let Some(found) = next_start(self.window.data(), from) {
                self.window.consume(found);
                return true;
            }
            if self.window.is_last() {
                return self.window.resync(START);
            }
            // A line that begins a record may be cut in two.
            let gone = self.window.data().len().saturating_sub(START_LINE);
            self.window.consume(gone);
            from = from.saturating_sub(gone).max(1);
        }
    }

    fn skip_line_ends(&mut self) {
        while self.window.fill(1) {
            let data = self.window.data();
            let count = data
                .iter()
                .take_while(|&byte| b"\r\n".contains(byte))
                .count();
            let all = count == data.len();
            self.window.consume(count);
            if !all {
                break;
            }
        }
    }

    /// Why the stream broke, where it did and all that came before is in sight; else `message`.
    ///
    /// `cut` says that a fill fell short. That a break is known does not: how early it is known
    /// depends on the chunks in which the source comes, and what is reported must not.
    fn break_or(&self, cut: bool, message: &str) -> String {
        match self.window.broken() {
            Some(broken) if cut => broken.to_string(),
            _ => message.to_owned(),
        }
    }
}

/// How a record ends.
const END: &[u8] = b"\r\n\r\n";
/// Bytes behind a block that tell whether the record ends there.
const BEHIND: usize = START.len() + 4;

/// Whether a record may end before `tail`, which is all there is unless there is `more`.
fn ends(tail: &[u8], more: bool) -> bool {
    let next = next_record(tail);
    tail.starts_with(END)
        || tail.starts_with(b"\n\n")
        || next.starts_with(START)
        || (!more && START.starts_with(next))
}

/// What follows the line ends.
fn next_record(tail: &[u8]) -> &[u8] {
    let next = tail.iter().position(|byte| !b"\r\n".contains(byte));
    &tail[next.unwrap_or(tail.len())..]
}

/// Where a record header ends.
enum End {
    /// Before the blank line, and behind it.
    At(usize, usize),
    /// Another record begins before: this one has no end.
    Never,
    /// Not in sight; the last line begins here.
    Behind(usize),
}

/// Searches line by line from `at`, where a line begins: a search beyond the beginning of the
/// next record would take quadratic time on a file of nothing but beginnings.
fn header_end(data: &[u8], mut at: usize) -> End {
    while let Some(length) = data[at..].iter().position(|&byte| byte == b'\n') {
        if matches!(&data[at..at + length], b"" | b"\r") {
            return End::At(at, at + length + 1);
        }
        if at > 0 && is_start(&data[at..]) {
            return End::Never;
        }
        at += length + 1;
    }
    End::Behind(at)
}

/// Whether the line that begins a record stands here.
fn is_start(line: &[u8]) -> bool {
    let version = line.strip_prefix(START).unwrap_or_default();
    matches!(version, [b'0'..=b'9', b'\r' | b'\n', ..])
}

/// Bytes of the line that begins a record, with the line end before it, at most.
const START_LINE: usize = START.len() + 4;

/// Where a line that begins a record begins, at `from` or later.
fn next_start(data: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = data.get(at..)?;
        if (at == 0 || data[at - 1] == b'\n') && is_start(rest) {
            return Some(at);
        }
        at += rest.iter().position(|&byte| byte == b'\n')? + 1;
    }
}

impl<R: Read> Iterator for WarcReader<R> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.pending.pop_front() {
                return Some(item);
            }
            if !self.step() {
                // The last step may have left a failure.
                return self.pending.pop_front();
            }
        }
    }
}
