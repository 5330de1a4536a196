//! What is written, compressed on its way out where the name of the file says so.

use std::{
    fmt,
    io::{self, BufWriter, Write},
    path::Path,
};

use flate2::{Compression, write::GzEncoder};

/// What a file is written to, and how much went there.
struct Counted {
    out: BufWriter<Box<dyn Write + Send>>,
    bytes: u64,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The buffer takes it all or fails.
        self.out.write_all(bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Bytes on their way to a file: as they are, or compressed.
pub(crate) enum Encoder {
    Plain(Out),
    /// In a box, since it is so much larger than the plain one.
    Gzip(Box<GzEncoder<Out>>),
    #[cfg(feature = "zstd")]
    Zstd(zstd::Encoder<'static, Out>),
}

/// Where an [`Encoder`] writes.
pub(crate) struct Out(Counted);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compressed {
    No,
    Gzip,
    #[cfg(feature = "zstd")]
    Zstd,
}

impl Compressed {
    /// As the extension says: `.gz`, and `.zst` with the feature `zstd`.
    pub(crate) fn of_path(path: &str) -> Self {
        let extension = Path::new(path).extension().and_then(|name| name.to_str());
        match extension {
            Some(name) if name.eq_ignore_ascii_case("gz") => Self::Gzip,
            #[cfg(feature = "zstd")]
            Some(name) if name.eq_ignore_ascii_case("zst") => Self::Zstd,
            _ => Self::No,
        }
    }
}

impl Encoder {
    #[cfg_attr(
        not(feature = "zstd"),
        expect(clippy::unnecessary_wraps, reason = "only zstd can fail to start")
    )]
    pub(crate) fn new(how: Compressed, out: Box<dyn Write + Send>) -> io::Result<Self> {
        let out = Out(Counted {
            out: BufWriter::with_capacity(256 << 10, out),
            bytes: 0,
        });
        Ok(match how {
            Compressed::No => Self::Plain(out),
            Compressed::Gzip => Self::Gzip(Box::new(GzEncoder::new(out, Compression::default()))),
            #[cfg(feature = "zstd")]
            Compressed::Zstd => Self::Zstd(zstd::Encoder::new(out, 3)?),
        })
    }

    /// Bytes that came out so far; what a compressor holds back is not counted.
    pub(crate) fn bytes(&self) -> u64 {
        let out = match self {
            Self::Plain(out) => out,
            Self::Gzip(gzip) => gzip.get_ref(),
            #[cfg(feature = "zstd")]
            Self::Zstd(zstd) => zstd.get_ref(),
        };
        out.0.bytes
    }

    /// Writes what is held back; returns how many bytes there are in all.
    pub(crate) fn finish(self) -> io::Result<u64> {
        let mut out = match self {
            Self::Plain(out) => out,
            Self::Gzip(gzip) => gzip.finish()?,
            #[cfg(feature = "zstd")]
            Self::Zstd(zstd) => zstd.finish()?,
        };
        out.0.flush()?;
        Ok(out.0.bytes)
    }

    /// Ends without writing what is held back.
    pub(crate) fn abandon(self) {
        if let Self::Plain(out) = self {
            drop(out.0.out.into_parts());
        }
    }
}

impl Write for Encoder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Gzip(gzip) => gzip.write(bytes),
            #[cfg(feature = "zstd")]
            Self::Zstd(zstd) => zstd.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Gzip(gzip) => gzip.flush(),
            #[cfg(feature = "zstd")]
            Self::Zstd(zstd) => zstd.flush(),
        }
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder")
            .field("bytes", &self.bytes())
            .finish_non_exhaustive()
    }
}
