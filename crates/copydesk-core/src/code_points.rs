//! Conversion between byte offsets and code point offsets, used only where a record leaves
//! Rust: Python and JSON count code points.

/// One stretch of characters that all take the same number of bytes in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Byte offset of the first character.
    byte: u32,
    /// Code point offset of the first character.
    point: u32,
    /// Bytes per character, 1 to 4.
    width: u8,
}

/// An index from bytes to code points and back that does not need the text again.
///
/// It is run-length: a new entry starts only where the width of the characters changes, so
/// ASCII text and dense Chinese text take one entry each, and look-ups are a binary search.
///
/// ```
/// use copydesk_core::CodePoints;
/// let index = CodePoints::new("Ghana – «да»");
/// assert_eq!(index.to_point(6), 6); // before the dash
/// assert_eq!(index.to_point(9), 7); // after it: three bytes, one code point
/// assert_eq!(index.to_byte(7), 9);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CodePoints {
    runs: Vec<Run>,
    bytes: u32,
    points: u32,
}

impl CodePoints {
    /// Builds the index of `text` in one pass; ASCII stretches are skipped, not visited.
    pub fn new(text: &str) -> Self {
        let mut builder = CodePointsBuilder::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let ascii = ascii_prefix(&bytes[at..]);
            builder.push(1, ascii as u32);
            at += ascii;
            while at < bytes.len() && bytes[at] >= 0x80 {
                let width = utf8_width(bytes[at]);
                builder.push(width, 1);
                at += usize::from(width);
            }
        }
        builder.finish()
    }

    /// The code point offset of a byte offset. An offset inside a character counts as the
    /// character's start; one past the end counts as the end.
    pub fn to_point(&self, byte: u32) -> u32 {
        if byte >= self.bytes {
            return self.points;
        }
        let run = self.runs[self.runs.partition_point(|run| run.byte <= byte) - 1];
        run.point + (byte - run.byte) / u32::from(run.width)
    }

    /// The byte offset of a code point offset; one past the end counts as the end.
    pub fn to_byte(&self, point: u32) -> u32 {
        if point >= self.points {
            return self.bytes;
        }
        let run = self.runs[self.runs.partition_point(|run| run.point <= point) - 1];
        run.byte + (point - run.point) * u32::from(run.width)
    }

    /// Length of the text in code points.
    pub fn points(&self) -> u32 {
        self.points
    }

    /// Length of the text in bytes.
    pub fn bytes(&self) -> u32 {
        self.bytes
    }

    /// Whether every character takes one byte, so that both offsets are the same.
    pub fn is_identity(&self) -> bool {
        self.bytes == self.points
    }
}

/// Builds a [`CodePoints`] index from runs of equally wide characters.
#[derive(Debug, Default)]
pub(crate) struct CodePointsBuilder {
    index: CodePoints,
}

impl CodePointsBuilder {
    /// Appends `count` characters of `width` bytes each.
    pub(crate) fn push(&mut self, width: u8, count: u32) {
        if count == 0 {
            return;
        }
        let index = &mut self.index;
        if index.runs.last().is_none_or(|run| run.width != width) {
            index.runs.push(Run {
                byte: index.bytes,
                point: index.points,
                width,
            });
        }
        index.bytes += u32::from(width) * count;
        index.points += count;
    }

    pub(crate) fn finish(self) -> CodePoints {
        self.index
    }
}

/// Length of the ASCII prefix, eight bytes at a time.
fn ascii_prefix(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(chunk) = bytes.get(at..at + 8) {
        let word = u64::from_le_bytes(chunk.try_into().expect("the slice is eight bytes long"));
        let high = word & 0x8080_8080_8080_8080;
        if high != 0 {
            return at + (high.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while at < bytes.len() && bytes[at] < 0x80 {
        at += 1;
    }
    at
}

/// Bytes of the UTF-8 character that starts with `lead`.
fn utf8_width(lead: u8) -> u8 {
    match lead {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CodePoints;

    proptest! {
        #[test]
        fn agrees_with_chars(text in "\\PC{0,40}[a-z]{0,20}[\u{400}-\u{44f} ]{0,20}") {
            let index = CodePoints::new(&text);
            prop_assert_eq!(index.points() as usize, text.chars().count());
            for (point, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.to_point(byte as u32), point as u32);
                prop_assert_eq!(index.to_byte(point as u32), byte as u32);
            }
            prop_assert_eq!(index.to_byte(index.points()), text.len() as u32);
        }
    }

    #[test]
    fn long_ascii_is_one_run() {
        let index = CodePoints::new(&"plain text ".repeat(1000));
        assert!(index.is_identity());
        assert_eq!(index.runs.len(), 1);
    }
}
