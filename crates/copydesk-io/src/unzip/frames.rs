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
    decoder: Decoder<'static>,
    /// For a look at what begins in the midst of damage, made when there is some.
    probe: Option<Decoder<'static>>,
    dictionary: Vec<u8>,
}

/// What decoding came to.
#[derive(Debug)]
pub(super) enum Decoded {
    /// Bytes read; the frame may go on.
    Some(usize),
    /// Bytes read up to the end of the frame.
    End(usize),
    Damaged,
}

impl Frames {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            decoder: Decoder::new()?,
            probe: None,
            dictionary: Vec::new(),
        })
    }

    /// Takes the dictionary of the file as it stands in its frame.
    pub(super) fn set_dictionary(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.dictionary = if bytes.starts_with(&Coding::ZSTD) {
            let mut out = Vec::new();
            let mut decoder = Decoder::new()?;
            let mut pos = 0;
            while out.len() <= MOST {
                match decode(&mut decoder, &bytes[pos..], &mut out, 64 << 10) {
                    Decoded::Some(read) if read > 0 => pos += read,
                    Decoded::End(_) => break,
                    Decoded::Some(_) | Decoded::Damaged => return Err(damaged()),
                }
            }
            if out.len() > MOST {
                return Err(damaged());
            }
            out
        } else {
            bytes.to_vec()
        };
        self.decoder = Decoder::with_dictionary(&self.dictionary)?;
        self.probe = None;
        Ok(())
    }

    /// Stands before a frame again, whatever was before.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.decoder.reinit()
    }

    /// Appends up to about `want` bytes of the frame.
    pub(super) fn read(&mut self, raw: &[u8], out: &mut Vec<u8>, want: usize) -> Decoded {
        decode(&mut self.decoder, raw, out, want)
    }

    /// Whether the beginning of a frame decompresses to `start`.
    pub(super) fn begins_with(&mut self, raw: &[u8], start: &[u8]) -> bool {
        let probe = match &mut self.probe {
            Some(probe) => probe,
            none => match Decoder::with_dictionary(&self.dictionary) {
                Ok(made) => none.insert(made),
                Err(_) => return false,
            },
        };
        if probe.reinit().is_err() {
            return false;
        }
        let mut out = Vec::new();
        let mut pos = 0;
        while out.len() < start.len() {
            match decode(probe, &raw[pos..], &mut out, 4 << 10) {
                Decoded::Some(read) if read > 0 => pos += read,
                _ => break,
            }
        }
        out.starts_with(start)
    }
}

fn decode(decoder: &mut Decoder<'_>, raw: &[u8], out: &mut Vec<u8>, want: usize) -> Decoded {
    out.reserve(want.max(1));
    let filled = out.len();
    let mut input = InBuffer::around(raw);
    let mut output = OutBuffer::around_pos(out, filled);
    match decoder.run(&mut input, &mut output) {
        Ok(0) => Decoded::End(input.pos()),
        Ok(_) => Decoded::Some(input.pos()),
        Err(_) => Decoded::Damaged,
    }
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
