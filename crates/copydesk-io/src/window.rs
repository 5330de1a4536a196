//! A window onto a stream: what a format reader looks at before it consumes it.

use std::{collections::VecDeque, io::Read};

use crate::{
    failure::ReadPlace,
    unzip::{Break, BreakKind, Coding, Step, Unzip},
};

/// Bytes asked for at once.
const CHUNK: usize = 64 << 10;

/// Unconsumed bytes of a stream, with their offsets.
#[derive(Debug)]
pub(crate) struct Window<R> {
    stream: Unzip<R>,
    bytes: Vec<u8>,
    /// `bytes[start..]` are not consumed yet.
    start: usize,
    /// Offset in the stream of `bytes[0]`.
    base: u64,
    ended: bool,
    broken: Option<Break>,
    /// Where members begin, in the stream and in the compressed file; those in the window and
    /// one before.
    members: VecDeque<(u64, u64)>,
    /// Offset in the stream up to which all comes from members whose check sums are right.
    sound: u64,
}

impl<R: Read> Window<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            stream: Unzip::new(source),
            bytes: Vec::new(),
            start: 0,
            base: 0,
            ended: false,
            broken: None,
            members: VecDeque::new(),
            sound: 0,
        }
    }

    /// See [`Unzip::expect`].
    pub(crate) fn expecting(mut self, coding: Coding, start: &'static [u8]) -> Self {
        self.stream.expect(coding, start);
        self
    }

    /// Whether the source is compressed; known after the first fill.
    pub(crate) fn is_compressed(&self) -> bool {
        self.stream.is_compressed()
    }

    /// Whether the first `count` bytes come from members that were found to be sound.
    pub(crate) fn is_sound(&self, count: usize) -> bool {
        self.offset() + count as u64 <= self.sound
    }

    /// What can be seen now.
    pub(crate) fn data(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    /// Offset in the decompressed stream of what comes next.
    pub(crate) fn offset(&self) -> u64 {
        self.base + self.start as u64
    }

    /// Whether nothing follows what can be seen.
    pub(crate) fn is_last(&self) -> bool {
        self.ended || self.broken.is_some()
    }

    /// Why nothing follows what can be seen, where it is not the end.
    pub(crate) fn broken(&self) -> Option<&Break> {
        self.broken.as_ref()
    }

    /// The same, as something to be reported once.
    pub(crate) fn take_broken(&mut self) -> Option<Break> {
        self.ended |= self.broken.is_some();
        self.broken.take()
    }

    /// Makes at least `count` bytes visible, if there are as many; says whether there are.
    pub(crate) fn fill(&mut self, count: usize) -> bool {
        while self.bytes.len() - self.start < count && !self.is_last() {
            // Moving at most as many bytes as were consumed since keeps this linear.
            if self.start > self.bytes.len() / 2 {
                self.bytes.drain(..self.start);
                self.base += self.start as u64;
                self.start = 0;
            }
            let filled = self.base + self.bytes.len() as u64;
            let step = self.stream.read(&mut self.bytes, CHUNK);
            let grown = self.base + self.bytes.len() as u64 > filled;
            let member = self.stream.member();
            if grown && self.members.back().is_none_or(|&(_, last)| last != member) {
                self.members.push_back((filled, member));
            }
            if self.stream.is_between_members() {
                self.sound = self.base + self.bytes.len() as u64;
            }
            match step {
                Step::More => {}
                Step::End => self.ended = true,
                Step::Broken(broken) => self.broken = Some(broken),
            }
        }
        self.bytes.len() - self.start >= count
    }

    /// Makes room for a stream of known length.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.bytes.reserve(count.saturating_sub(self.bytes.len()));
    }

    pub(crate) fn consume(&mut self, count: usize) {
        self.start += count;
        debug_assert!(self.start <= self.bytes.len());
        let offset = self.offset();
        while self
            .members
            .get(1)
            .is_some_and(|&(begin, _)| begin <= offset)
        {
            self.members.pop_front();
        }
    }

    /// All visible bytes; the window is empty afterwards.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        self.base += self.bytes.len() as u64;
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.drain(..self.start);
        self.start = 0;
        bytes
    }

    /// Where the member of the next byte begins: in the stream and in the compressed file.
    fn member(&self) -> Option<(u64, u64)> {
        let offset = self.offset();
        let mut members = self.members.iter().rev().copied();
        members.find(|&(begin, _)| self.is_compressed() && begin <= offset)
    }

    /// How a reader names the place of what comes next: by its gzip member or zstd frame where there are
    /// members, else by its offset.
    pub(crate) fn place(&self) -> ReadPlace {
        match self.member() {
            Some((_, member)) => ReadPlace::CompressedByte(member),
            None => ReadPlace::Byte(self.offset()),
        }
    }

    /// Whether what comes next is the beginning of the member in which the stream broke
    /// because its data are damaged.
    pub(crate) fn at_corrupt_member(&self) -> bool {
        match (&self.broken, self.member()) {
            (Some(broken), Some((begin, member))) => {
                broken.kind == BreakKind::Corrupt
                    && broken.member == member
                    && begin == self.offset()
            }
            _ => false,
        }
    }

    /// After a break: drops what is left and goes on at the next member that begins with
    /// `start`; says whether there is one.
    pub(crate) fn resync(&mut self, start: &[u8]) -> bool {
        let rest = self.data().len();
        self.consume(rest);
        self.broken = None;
        self.ended = !self.stream.resync(start);
        !self.ended
    }
}
