//! Zstd frames, and the dictionary that the frames of a web archive may share.
//!
//! A WARC that is compressed by zstd has a frame for each record. A skippable frame before all
//! others may hold a dictionary for them, itself compressed or not.

use std::{fmt, io};

use zstd::stream::raw::{Decoder, InBuffer, Operation, OutBuffer};

use super::coding::Coding;

/// The first byte of the skippable frame with a dictionary.
pub(super) const DICTIONARY: u8 = 0x5D;
/// Bytes of a dictionary, at most; crawlers make them of about a hundred kB.
pub(super) const MOST: usize = 32 << 20;

/// The decoder of all frames of a file.
pub(super) struct Frames {
    frame: Frame,
    /// For a look at what begins in the midst of damage, made when there is some.
    probe: Option<Frame>,
    dictionary: Vec<u8>,
}

/// What decoding came to.
#[derive(Debug)]
pub(super) enum Decoded {
    /// Bytes read; the frame may go on.
    Some(usize),
    /// Nothing, because more must be in sight.
    Short,
    /// Bytes read up to the end of the frame.
    End(usize),
    Damaged,
}

/// The decoder of one frame after another.
struct Frame {
    decoder: Decoder<'static>,
    /// Bytes that the decoder wants next: a header, a block, the check sum. It is given just these,
    /// because what it had decoded in a call that finds damage is lost, and what is read must not
    /// depend on the pieces in which the file comes.
    next: usize,
}

impl Frame {
    /// Bytes of a frame header that tell how long it is.
    const HEADER: usize = 5;

    fn new(dictionary: &[u8]) -> io::Result<Self> {
        Ok(Self {
            decoder: Decoder::with_dictionary(dictionary)?,
            next: Self::HEADER,
        })
    }

    fn begin(&mut self) -> io::Result<()> {
        self.next = Self::HEADER;
        self.decoder.reinit()
    }

    /// Appends up to about `want` bytes.
    fn read(&mut self, raw: &[u8], out: &mut Vec<u8>, want: usize) -> Decoded {
        let Some(raw) = raw.get(..self.next) else {
            return Decoded::Short;
        };
        out.reserve(want.max(1));
        let filled = out.len();
        let mut input = InBuffer::around(raw);
        let mut output = OutBuffer::around_pos(out, filled);
        match self.decoder.run(&mut input, &mut output) {
            Ok(0) => Decoded::End(input.pos()),
            Ok(next) => {
                self.next = next;
                Decoded::Some(input.pos())
            }
            Err(_) => Decoded::Damaged,
        }
    }
}

impl Frames {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            frame: Frame::new(&[])?,
            probe: None,
            dictionary: Vec::new(),
        })
    }

    /// Takes the dictionary of the file as it stands in its frame.
    pub(super) fn set_dictionary(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.dictionary = if bytes.starts_with(&Coding::ZSTD) {
            unpacked(bytes)?
        } else {
            bytes.to_vec()
        };
        self.frame = Frame::new(&self.dictionary)?;
        self.probe = None;
        Ok(())
    }

    /// Stands before a frame again, whatever was before.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.frame.begin()
    }

    /// Appends up to about `want` bytes of the frame.
    pub(super) fn read(&mut self, raw: &[u8], out: &mut Vec<u8>, want: usize) -> Decoded {
        self.frame.read(raw, out, want)
    }

    /// Whether the beginning of a frame decompresses to `start`.
    pub(super) fn begins_with(&mut self, raw: &[u8], start: &[u8]) -> bool {
        let probe = match &mut self.probe {
            Some(probe) => probe,
            none => match Frame::new(&self.dictionary) {
                Ok(made) => none.insert(made),
                Err(_) => return false,
            },
        };
        if probe.begin().is_err() {
            return false;
        }
        let mut out = Vec::new();
        let mut pos = 0;
        while out.len() < start.len() {
            match probe.read(&raw[pos..], &mut out, 4 << 10) {
                Decoded::Some(read) => pos += read,
                Decoded::End(_) | Decoded::Short | Decoded::Damaged => break,
            }
        }
        out.starts_with(start)
    }
}

/// A dictionary that is itself one frame.
fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut frame = Frame::new(&[])?;
    let mut out = Vec::new();
    let mut pos = 0;
    while out.len() <= MOST {
        match frame.read(&bytes[pos..], &mut out, 64 << 10) {
            Decoded::Some(read) => pos += read,
            Decoded::End(_) => return Ok(out),
            Decoded::Short | Decoded::Damaged => break,
        }
    }
    Err(damaged())
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "damaged dictionary")
}

impl fmt::Debug for Frames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frames")
            .field("dictionary", &self.dictionary.len())
            .finish_non_exhaustive()
    }
}
