//! What a file is compressed by, as its first bytes tell.

/// Bytes that tell it.
pub(crate) const MAGIC: usize = 4;

/// How the members of a file are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Plain,
    Gzip,
    Zstd,
}

impl Coding {
    pub(super) const GZIP: [u8; 3] = [0x1F, 0x8B, 8];
    pub(super) const ZSTD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
    /// The same without its first byte, for frames that are passed over: 0x50 to 0x5F comes first.
    const SKIPPED: [u8; 3] = [0x2A, 0x4D, 0x18];

    pub(super) fn of(start: &[u8]) -> Self {
        if start.starts_with(&Self::GZIP) {
            Self::Gzip
        } else if start.starts_with(&Self::ZSTD) || Self::is_skipped(start) {
            Self::Zstd
        } else {
            Self::Plain
        }
    }

    /// What a file of that name should be.
    pub(crate) fn of_name(name: &str) -> Self {
        match name.rsplit_once('.') {
            Some((_, extension)) if extension.eq_ignore_ascii_case("gz") => Self::Gzip,
            Some((_, extension)) if extension.eq_ignore_ascii_case("zst") => Self::Zstd,
            _ => Self::Plain,
        }
    }

    /// Whether a zstd frame begins here whose content is not part of the data.
    pub(super) fn is_skipped(start: &[u8]) -> bool {
        matches!(start, [0x50..=0x5F, rest @ ..] if rest.starts_with(&Self::SKIPPED))
    }

    /// What a member begins with.
    pub(super) fn magic(self) -> &'static [u8] {
        match self {
            Self::Plain => &[],
            Self::Gzip => &Self::GZIP,
            Self::Zstd => &Self::ZSTD,
        }
    }

    /// Its name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }
}

/// Whether a file that begins so is decompressed.
pub(crate) fn is_compressed(start: &[u8]) -> bool {
    Coding::of(start) != Coding::Plain
}
