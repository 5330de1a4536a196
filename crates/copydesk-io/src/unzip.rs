//! The bytes of a file, decompressed where they are gzip, whatever the file is called.
//!
//! *Why own code over `flate2::read::MultiGzDecoder`*: that one drops what it had decompressed
//! in the call that finds the damage, and cannot go on behind a damaged member. Archives are
//! thousands of members in a row; one bad one must not cost the others.

use std::{fmt, io, io::Read};

use flate2::{Decompress, FlushDecompress, Status};

/// Bytes asked of the source at once.
const CHUNK: usize = 64 << 10;
/// Compressed bytes kept behind the reading position: a decoder that runs over the end of a
/// damaged member notices within a few KiB, and the next member begins in what it ate.
const KEEP: usize = 1 << 20;
/// Compressed bytes looked at to tell whether a gzip header found in damage is a real one.
const PROBE: usize = 4 << 10;
/// Bytes that tell whether a file is compressed.
pub(crate) const MAGIC: usize = 4;
const GZIP: [u8; 3] = [0x1F, 0x8B, 8];

/// Whether a file that begins so is decompressed.
pub(crate) fn is_compressed(start: &[u8]) -> bool {
    start.starts_with(&GZIP)
}

/// What a call of [`Unzip::read`] came to. It may have appended bytes in every case.
#[derive(Debug)]
pub(crate) enum Step {
    /// There may be more.
    More,
    /// The end.
    End,
    /// No more bytes, unless [`Unzip::resync`] finds some.
    Broken(Break),
}

/// How a stream broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BreakKind {
    /// The file ends inside a gzip member.
    Truncated,
    /// The compressed data are damaged.
    Corrupt,
    /// What follows a gzip member is not one.
    NotGzip,
    /// The source failed.
    Io,
}

/// Where and why a stream broke.
#[derive(Clone, Debug)]
pub(crate) struct Break {
    pub(crate) kind: BreakKind,
    /// Offset in the compressed file of the damaged member.
    pub(crate) member: u64,
    why: String,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

/// A source of bytes, decompressed on the way.
pub(crate) struct Unzip<R> {
    source: R,
    /// Compressed bytes: `raw[pos..]` are to be read, those before are kept for a resync.
    raw: Vec<u8>,
    pos: usize,
    /// Offset in the file of `raw[0]`.
    base: u64,
    source_ended: bool,
    gzip: Option<bool>,
    decoder: Option<Box<Decompress>>,
    member: u64,
    broken: Option<BreakKind>,
    /// Bytes that resyncs went back over, so that damage cannot cost more than linear time.
    gone_back: u64,
}

impl<R: Read> Unzip<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            raw: Vec::new(),
            pos: 0,
            base: 0,
            source_ended: false,
            gzip: None,
            decoder: None,
            member: 0,
            broken: None,
            gone_back: 0,
        }
    }

    /// Whether the source is compressed; known after the first read.
    pub(crate) fn is_gzip(&self) -> bool {
        self.gzip == Some(true)
    }

    /// Offset in the compressed file of the member that the last bytes came from.
    pub(crate) fn member(&self) -> u64 {
        self.member
    }

    fn offset(&self) -> u64 {
        self.base + self.pos as u64
    }

    /// Appends up to about `want` bytes, never from two members.
    pub(crate) fn read(&mut self, out: &mut Vec<u8>, want: usize) -> Step {
        match self.try_read(out, want) {
            Ok(step) => step,
            Err(error) => {
                self.source_ended = true;
                self.break_off(BreakKind::Io, crate::failure::explain_io(&error))
            }
        }
    }

    fn try_read(&mut self, out: &mut Vec<u8>, want: usize) -> io::Result<Step> {
        if self.broken.is_some() {
            return Ok(Step::End);
        }
        if self.gzip.is_none() {
            self.have(GZIP.len())?;
            self.gzip = Some(self.raw.starts_with(&GZIP));
        }
        if !self.is_gzip() {
            self.have(1)?;
            if self.pos == self.raw.len() {
                return Ok(Step::End);
            }
            let end = self.raw.len().min(self.pos.saturating_add(want));
            out.extend_from_slice(&self.raw[self.pos..end]);
            self.pos = end;
            return Ok(Step::More);
        }
        loop {
            if self.decoder.is_none()
                && let Some(step) = self.begin_member()?
            {
                return Ok(step);
            }
            let Some(decoder) = self.decoder.as_mut() else {
                continue;
            };
            out.reserve(want.max(1));
            let (before_in, before_out) = (decoder.total_in(), out.len());
            let status = decoder.decompress_vec(&self.raw[self.pos..], out, FlushDecompress::None);
            self.pos += (decoder.total_in() - before_in) as usize;
            match status {
                Ok(Status::StreamEnd) => {
                    self.decoder = None;
                    return Ok(Step::More);
                }
                Ok(_) if out.len() > before_out => return Ok(Step::More),
                Ok(_) => {
                    if self.pos == self.raw.len() && !self.fill()? {
                        let why = "the file ends inside its gzip data; fetch or copy it again";
                        return Ok(self.break_off(BreakKind::Truncated, why.to_owned()));
                    }
                }
                // What the decoder says depends on the chunks it was fed.
                Err(_) => {
                    let why = "damaged gzip data; fetch or copy the file again".to_owned();
                    return Ok(self.break_off(BreakKind::Corrupt, why));
                }
            }
        }
    }

    /// Stands before a member or the end.
    fn begin_member(&mut self) -> io::Result<Option<Step>> {
        // Tapes and block devices pad with zeros; gzip(1) ignores them as well.
        loop {
            self.have(GZIP.len())?;
            if self.pos == self.raw.len() {
                return Ok(Some(Step::End));
            }
            let zeros = self.raw[self.pos..].iter().take_while(|&&byte| byte == 0);
            match zeros.count() {
                0 => break,
                zeros => self.pos += zeros,
            }
        }
        self.member = self.offset();
        let rest = &self.raw[self.pos..];
        if rest.starts_with(&GZIP) {
            self.decoder = Some(Box::new(Decompress::new_gzip(15)));
            return Ok(None);
        }
        if GZIP.starts_with(rest) {
            let why = "the file ends inside its gzip data; fetch or copy it again";
            return Ok(Some(self.break_off(BreakKind::Truncated, why.to_owned())));
        }
        let why = "something that is not gzip follows gzip data; fetch or copy the file again";
        Ok(Some(self.break_off(BreakKind::NotGzip, why.to_owned())))
    }

    fn break_off(&mut self, kind: BreakKind, why: String) -> Step {
        self.broken = Some(kind);
        self.decoder = None;
        Step::Broken(Break {
            kind,
            member: self.member,
            why,
        })
    }

    /// After a break: goes on at the next member whose content begins with `start`.
    ///
    /// Looks again at what the decoder ate of the damaged member, as far as it is kept. A
    /// header found by chance is told from a real one by its content.
    pub(crate) fn resync(&mut self, start: &[u8]) -> bool {
        if !self.is_gzip() || self.broken.is_none() || self.broken == Some(BreakKind::Io) {
            return false;
        }
        let kept = self.offset().saturating_sub(KEEP as u64);
        let behind_member = (self.member + 1).max(kept);
        let back = self.offset().saturating_sub(behind_member);
        if self.gone_back + back <= 4 * self.offset() + KEEP as u64 {
            self.gone_back += back;
            self.pos = (behind_member - self.base) as usize;
        }
        loop {
            let rest = &self.raw[self.pos..];
            let Some(found) = rest.windows(GZIP.len()).position(|bytes| bytes == GZIP) else {
                self.pos = self.pos.max(self.raw.len().saturating_sub(GZIP.len() - 1));
                match self.fill() {
                    Ok(true) => continue,
                    Ok(false) | Err(_) => return false,
                }
            };
            self.pos += found;
            if self.have(PROBE).is_err() {
                return false;
            }
            if begins_with(&self.raw[self.pos..], start) {
                self.broken = None;
                return true;
            }
            self.pos += 1;
        }
    }

    /// Makes `raw[pos..]` at least `count` bytes, if the source has them.
    fn have(&mut self, count: usize) -> io::Result<()> {
        while self.raw.len() - self.pos < count && self.fill()? {}
        Ok(())
    }

    /// Reads one chunk; `false` at the end of the source.
    fn fill(&mut self) -> io::Result<bool> {
        if self.source_ended {
            return Ok(false);
        }
        let keep = if self.gzip == Some(false) { 0 } else { KEEP };
        if self.pos > 2 * keep {
            let gone = self.pos - keep;
            self.raw.drain(..gone);
            self.pos = keep;
            self.base += gone as u64;
        }
        let filled = self.raw.len();
        self.raw.resize(filled + CHUNK, 0);
        let result = loop {
            match self.source.read(&mut self.raw[filled..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        self.raw.truncate(filled + *result.as_ref().unwrap_or(&0));
        self.source_ended = !matches!(result, Ok(1..));
        result.map(|count| count > 0)
    }
}

/// Whether gzip data, of which there may be only the beginning, decompress to `start`.
fn begins_with(gzip: &[u8], start: &[u8]) -> bool {
    let mut out = Vec::with_capacity(start.len().max(64));
    let gzip = &gzip[..gzip.len().min(PROBE)];
    // An error after the first bytes is the business of whoever reads on.
    let _ = Decompress::new_gzip(15).decompress_vec(gzip, &mut out, FlushDecompress::None);
    out.starts_with(start)
}

impl<R> fmt::Debug for Unzip<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unzip")
            .field("gzip", &self.gzip)
            .field("offset", &(self.base + self.pos as u64))
            .field("broken", &self.broken)
            .finish_non_exhaustive()
    }
}
