//! The bytes of a file, decompressed where they are gzip or zstd, whatever the file is called.
//!
//! A *member* is what can be decompressed by itself: a gzip member, a zstd frame.
//!
//! *Why own code over `flate2::read::MultiGzDecoder`*: that one drops what it had decompressed
//! in the call that finds the damage, and cannot go on behind a damaged member. Archives are
//! thousands of members in a row; one bad one must not cost the others.

mod coding;
#[cfg(feature = "zstd")]
mod frames;
#[cfg(feature = "libdeflate")]
mod whole;

use std::{fmt, io, io::Read};

use flate2::{Decompress, FlushDecompress, Status};

pub(crate) use self::coding::{Coding, MAGIC, is_compressed};

/// Bytes asked of the source at once.
const CHUNK: usize = 64 << 10;
/// Compressed bytes kept behind the reading position: a decoder that runs over the end of a
/// damaged member notices within a few KiB, and the next member begins in what it ate.
const KEEP: usize = 1 << 20;
/// Compressed bytes looked at to tell whether a gzip member found in damage is a real one.
const GZIP_PROBE: usize = 4 << 10;
/// The same for a zstd frame: nothing comes out before its first block is whole, which has at most
/// 128 KiB.
const ZSTD_PROBE: usize = 130 << 10;
/// Bytes that may be looked at so, beside four times what was read.
const PROBES: u64 = 64 << 20;

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
    /// The file ends inside a member.
    Truncated,
    /// The compressed data are damaged.
    Corrupt,
    /// What follows a member is not one.
    Foreign,
    /// The source failed, or cannot be decompressed at all.
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

/// The member that is being read.
enum Member {
    /// None: one begins next, or the end.
    Between,
    Gzip(Box<Decompress>),
    #[cfg(feature = "zstd")]
    Zstd,
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
    expected: Option<(Coding, &'static [u8])>,
    coding: Option<Coding>,
    state: Member,
    member: u64,
    broken: Option<BreakKind>,
    /// Bytes that resyncs went back over, so that damage cannot cost more than linear time.
    gone_back: u64,
    /// Bytes that were looked at in search of a member, likewise.
    probed: u64,
    #[cfg(feature = "libdeflate")]
    whole: Option<Box<libdeflater::Decompressor>>,
    #[cfg(feature = "zstd")]
    frames: Option<Box<frames::Frames>>,
}

impl<R: Read> Unzip<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            raw: Vec::new(),
            pos: 0,
            base: 0,
            source_ended: false,
            expected: None,
            coding: None,
            state: Member::Between,
            member: 0,
            broken: None,
            gone_back: 0,
            probed: 0,
            #[cfg(feature = "libdeflate")]
            whole: None,
            #[cfg(feature = "zstd")]
            frames: None,
        }
    }

    /// Says how the source should be compressed, and what it begins with if it is not: where its
    /// first bytes are damaged, they do not tell.
    pub(crate) fn expect(&mut self, coding: Coding, start: &'static [u8]) {
        self.expected = Some((coding, start));
    }

    /// Whether the source is compressed; known after the first read.
    pub(crate) fn is_compressed(&self) -> bool {
        self.coding.is_some_and(|coding| coding != Coding::Plain)
    }

    /// Offset in the compressed file of the member that the last bytes came from.
    pub(crate) fn member(&self) -> u64 {
        self.member
    }

    /// Whether the last bytes end a member that was found to be sound.
    pub(crate) fn is_between_members(&self) -> bool {
        self.is_compressed() && self.broken.is_none() && matches!(self.state, Member::Between)
    }

    fn offset(&self) -> u64 {
        self.base + self.pos as u64
    }

    fn name(&self) -> &'static str {
        self.coding.map_or("", Coding::name)
    }

    /// Appends up to about `want` bytes, or a whole member of a few MiB; never from two members.
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
        if self.coding.is_none() {
            let expected = self.expected.map_or(0, |(_, start)| start.len());
            self.have(MAGIC.max(expected))?;
            let found = Coding::of(&self.raw);
            let damaged = found == Coding::Plain
                && self
                    .expected
                    .is_some_and(|(_, start)| !self.raw.starts_with(start));
            let expected = self.expected.filter(|_| damaged);
            self.coding = Some(expected.map_or(found, |(coding, _)| coding));
        }
        if !self.is_compressed() {
            self.have(1)?;
            if self.pos == self.raw.len() {
                return Ok(Step::End);
            }
            let end = self.raw.len().min(self.pos.saturating_add(want));
            out.extend_from_slice(&self.raw[self.pos..end]);
            self.pos = end;
            return Ok(Step::More);
        }
        if matches!(self.state, Member::Between) {
            if let Some(step) = self.begin_member()? {
                return Ok(step);
            }
            #[cfg(feature = "libdeflate")]
            if self.read_whole(out)? {
                return Ok(Step::More);
            }
            self.state = match self.coding {
                #[cfg(feature = "zstd")]
                Some(Coding::Zstd) => Member::Zstd,
                _ => Member::Gzip(Box::new(Decompress::new_gzip(15))),
            };
        }
        loop {
            let filled = out.len();
            match self.decode(out, want) {
                Decoded::End => {
                    self.state = Member::Between;
                    return Ok(Step::More);
                }
                Decoded::Some | Decoded::Short if out.len() > filled => return Ok(Step::More),
                Decoded::Some => {}
                Decoded::Short => {
                    if !self.fill()? {
                        return Ok(self.truncated());
                    }
                }
                // What the decoder says depends on the chunks it was fed.
                Decoded::Damaged => {
                    let name = self.name();
                    let why = format!("damaged {name} data; fetch or copy the file again");
                    return Ok(self.break_off(BreakKind::Corrupt, why));
                }
            }
        }
    }

    /// Gives the decoder what there is of the member.
    fn decode(&mut self, out: &mut Vec<u8>, want: usize) -> Decoded {
        let raw = &self.raw[self.pos..];
        match &mut self.state {
            Member::Between => Decoded::End,
            Member::Gzip(decoder) => {
                out.reserve(want.max(1));
                let before = decoder.total_in();
                let status = decoder.decompress_vec(raw, out, FlushDecompress::None);
                self.pos += (decoder.total_in() - before) as usize;
                match status {
                    Ok(Status::StreamEnd) => Decoded::End,
                    Ok(_) if self.pos == self.raw.len() => Decoded::Short,
                    Ok(_) => Decoded::Some,
                    Err(_) => Decoded::Damaged,
                }
            }
            #[cfg(feature = "zstd")]
            Member::Zstd => match &mut self.frames {
                None => Decoded::Damaged,
                Some(frames) => match frames.read(raw, out, want) {
                    frames::Decoded::Some(read) => {
                        self.pos += read;
                        Decoded::Some
                    }
                    frames::Decoded::Short => Decoded::Short,
                    frames::Decoded::End(read) => {
                        self.pos += read;
                        Decoded::End
                    }
                    frames::Decoded::Damaged => Decoded::Damaged,
                },
            },
        }
    }

    /// Reads the member that begins here at once, if it is small; `false` where it has to be read
    /// in pieces.
    #[cfg(feature = "libdeflate")]
    fn read_whole(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.coding != Some(Coding::Gzip) {
            return Ok(false);
        }
        let mut seen = 0;
        let end = loop {
            let raw = &self.raw[self.pos..];
            if let Some(end) = whole::end(raw, seen) {
                break end;
            }
            seen = raw.len();
            if seen > whole::MOST {
                return Ok(false);
            }
            if !self.fill()? {
                break seen;
            }
        };
        let decoder = self.whole.get_or_insert_default();
        let member = &self.raw[self.pos..self.pos + end];
        let read = whole::read(decoder, member, out);
        self.pos += if read { end } else { 0 };
        Ok(read)
    }

    /// Stands before a member or the end.
    fn begin_member(&mut self) -> io::Result<Option<Step>> {
        let Some(coding) = self.coding else {
            return Ok(Some(Step::End));
        };
        loop {
            self.have(MAGIC)?;
            if self.pos == self.raw.len() {
                return Ok(Some(Step::End));
            }
            let rest = &self.raw[self.pos..];
            // Tapes and block devices pad with zeros; gzip(1) ignores them as well.
            match rest.iter().take_while(|&&byte| byte == 0).count() {
                0 if coding == Coding::Zstd && Coding::is_skipped(rest) => {
                    if let Some(step) = self.skip_frame()? {
                        return Ok(Some(step));
                    }
                }
                0 => break,
                zeros => self.pos += zeros,
            }
        }
        self.member = self.offset();
        #[cfg(not(feature = "zstd"))]
        if coding == Coding::Zstd {
            let why = "compressed by zstd, which this build does not read; decompress it first";
            return Ok(Some(self.break_off(BreakKind::Io, why.to_owned())));
        }
        let rest = &self.raw[self.pos..];
        if rest.starts_with(coding.magic()) {
            #[cfg(feature = "zstd")]
            if coding == Coding::Zstd {
                self.frames()?.begin()?;
            }
            return Ok(None);
        }
        if coding.magic().starts_with(rest) {
            return Ok(Some(self.truncated()));
        }
        let name = coding.name();
        let why = if self.member == 0 {
            format!("the file does not begin as {name} data do; fetch or copy it again")
        } else {
            format!(
                "something that is not {name} follows {name} data; fetch or copy the file again"
            )
        };
        Ok(Some(self.break_off(BreakKind::Foreign, why)))
    }

    /// Passes over a zstd frame without data; one at the beginning may hold the dictionary.
    fn skip_frame(&mut self) -> io::Result<Option<Step>> {
        const HEAD: usize = 8;
        self.member = self.offset();
        self.have(HEAD)?;
        let Some(&[_, _, _, _, a, b, c, d]) = self.raw[self.pos..].first_chunk::<HEAD>() else {
            return Ok(Some(self.truncated()));
        };
        let mut left = u32::from_le_bytes([a, b, c, d]) as usize;
        #[cfg(feature = "zstd")]
        if self.offset() == 0 && self.raw[self.pos] == frames::DICTIONARY && left <= frames::MOST {
            self.have(HEAD + left)?;
            let whole = self.raw.get(self.pos + HEAD..self.pos + HEAD + left);
            let Some(dictionary) = whole.map(<[u8]>::to_vec) else {
                return Ok(Some(self.truncated()));
            };
            if self.frames()?.set_dictionary(&dictionary).is_err() {
                let why = "the dictionary of the archive is damaged; fetch the file again";
                return Ok(Some(self.break_off(BreakKind::Io, why.to_owned())));
            }
        }
        self.pos += HEAD;
        loop {
            let there = left.min(self.raw.len() - self.pos);
            self.pos += there;
            left -= there;
            if left == 0 {
                return Ok(None);
            }
            if !self.fill()? {
                return Ok(Some(self.truncated()));
            }
        }
    }

    #[cfg(feature = "zstd")]
    fn frames(&mut self) -> io::Result<&mut frames::Frames> {
        match &mut self.frames {
            Some(frames) => Ok(frames),
            none => Ok(none.insert(Box::new(frames::Frames::new()?))),
        }
    }

    fn truncated(&mut self) -> Step {
        let name = self.name();
        let why = format!("the file ends inside its {name} data; fetch or copy it again");
        self.break_off(BreakKind::Truncated, why)
    }

    fn break_off(&mut self, kind: BreakKind, why: String) -> Step {
        self.broken = Some(kind);
        self.state = Member::Between;
        Step::Broken(Break {
            kind,
            member: self.member,
            why,
        })
    }

    /// After a break: goes on at the next member whose content begins with `start`.
    ///
    /// Looks again at what the decoder ate of the damaged member, as far as it is kept. A
    /// member found by chance is told from a real one by its content.
    pub(crate) fn resync(&mut self, start: &[u8]) -> bool {
        let Some(coding) = self.coding.filter(|&coding| coding != Coding::Plain) else {
            return false;
        };
        if self.broken.is_none() || self.broken == Some(BreakKind::Io) {
            return false;
        }
        let magic = coding.magic();
        let kept = self.offset().saturating_sub(KEEP as u64);
        let behind_member = (self.member + 1).max(kept);
        let back = self.offset().saturating_sub(behind_member);
        if self.gone_back + back <= 4 * self.offset() + KEEP as u64 {
            self.gone_back += back;
            self.pos = (behind_member - self.base) as usize;
        }
        loop {
            let rest = &self.raw[self.pos..];
            let Some(found) = rest.windows(magic.len()).position(|bytes| bytes == magic) else {
                self.pos = self.pos.max(self.raw.len().saturating_sub(magic.len() - 1));
                match self.fill() {
                    Ok(true) => continue,
                    Ok(false) | Err(_) => return false,
                }
            };
            self.pos += found;
            let probe = match coding {
                Coding::Zstd => ZSTD_PROBE,
                _ => GZIP_PROBE,
            };
            if self.have(probe).is_err() {
                return false;
            }
            self.probed += probe as u64;
            let affordable = self.probed <= 4 * self.offset() + PROBES;
            if affordable && self.begins_with(start, probe) {
                self.broken = None;
                return true;
            }
            self.pos += 1;
        }
    }

    /// Whether the member here, of which there may be only the beginning, decompresses to `start`.
    fn begins_with(&mut self, start: &[u8], probe: usize) -> bool {
        let end = self.raw.len().min(self.pos + probe);
        #[cfg(feature = "zstd")]
        if self.coding == Some(Coding::Zstd) {
            if self.frames().is_err() {
                return false;
            }
            let raw = &self.raw[self.pos..end];
            let frames = self.frames.as_mut();
            return frames.is_some_and(|frames| frames.begins_with(raw, start));
        }
        let raw = &self.raw[self.pos..end];
        let mut out = Vec::with_capacity(start.len().max(64));
        // An error after the first bytes is the business of whoever reads on.
        let _ = Decompress::new_gzip(15).decompress_vec(raw, &mut out, FlushDecompress::None);
        out.starts_with(start)
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
        let keep = if self.coding == Some(Coding::Plain) {
            0
        } else {
            KEEP
        };
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

/// What a decoder came to; it may have appended bytes in every case.
enum Decoded {
    /// The member may go on.
    Some,
    /// The member goes on, and more of it must be in sight.
    Short,
    /// The member has ended and is sound.
    End,
    Damaged,
}

impl<R> fmt::Debug for Unzip<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unzip")
            .field("coding", &self.coding)
            .field("offset", &(self.base + self.pos as u64))
            .field("broken", &self.broken)
            .finish_non_exhaustive()
    }
}
