//! What the packed files of lists and places have in common: strings with what they share, numbers
//! in planes, keys by their cells.

use std::{mem, slice};

use super::layout::NUMBER;

/// Strings in an order in which neighbours start alike: a section with how many bytes each has in
/// common with the one before it, and one with the others and a 0 behind them.
pub(crate) struct Strings {
    shared: slice::Iter<'static, u8>,
    rests: &'static [u8],
    text: Vec<u8>,
}

impl Strings {
    pub(crate) fn new(shared: &'static [u8], rests: &'static [u8]) -> Self {
        Self {
            shared: shared.iter(),
            rests,
            text: Vec::with_capacity(256),
        }
    }

    /// How many bytes the next string has in common with the one before it.
    pub(crate) fn shared(&mut self) -> Option<usize> {
        self.shared.next().map(|&shared| usize::from(shared))
    }

    /// The string that has so much in common with the one before it; `None` where the bytes are
    /// something else.
    pub(crate) fn text(&mut self, shared: usize) -> Option<&[u8]> {
        if shared > self.text.len() {
            return None;
        }
        self.text.truncate(shared);
        let end = zero(self.rests)?;
        self.text.extend_from_slice(&self.rests[..end]);
        self.rests = &self.rests[end + 1..];
        Some(&self.text)
    }
}

/// Where the first 0 is. Eight bytes at once: most strings have one more than the one before it.
#[inline]
fn zero(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let (eights, rest) = bytes.as_chunks();
    for (at, &eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(eight);
        let zeros = eight.wrapping_sub(ONES) & !eight & ONES << 7;
        if zeros != 0 {
            return Some(8 * at + zeros.trailing_zeros() as usize / 8);
        }
    }
    let at = rest.iter().position(|&byte| byte == 0)?;
    Some(8 * eights.len() + at)
}

/// The rows of a section of `N` planes.
pub(crate) fn rows<const N: usize>(planes: &[u8]) -> Option<Vec<[u8; N]>> {
    let count = planes.len() / N;
    let mut rows = vec![[0; N]; count];
    let mut rest = planes;
    for at in 0..N {
        let plane;
        (plane, rest) = rest.split_at_checked(count)?;
        for (row, &byte) in rows.iter_mut().zip(plane) {
            row[at] = byte;
        }
    }
    rest.is_empty().then_some(rows)
}

/// A number in three bytes.
pub(crate) fn three_bytes(value: usize) -> Option<[u8; NUMBER]> {
    let [low, middle, high, 0] = u32::try_from(value).ok()?.to_le_bytes() else {
        return None;
    };
    Some([low, middle, high])
}

/// Where keys are found by their hash: for each cell of hashes where its last key starts, plus 1,
/// or 0. Each key holds the same for the one before it in its cell.
pub(crate) struct Cells {
    lasts: Vec<u32>,
    shift: u32,
}

impl Cells {
    /// Cells for about so many keys: hardly more than one in each.
    pub(crate) fn with_capacity(keys: usize) -> Self {
        let count = (keys / 2).next_power_of_two().max(2);
        Self {
            lasts: vec![0; count],
            shift: u64::BITS - count.ilog2(),
        }
    }

    /// Puts a key that starts there into its cell, and gives what it has to hold.
    pub(crate) fn put(&mut self, hash: u64, start: usize) -> Option<[u8; NUMBER]> {
        let last = self.lasts.get_mut((hash >> self.shift) as usize)?;
        let before = mem::replace(last, u32::try_from(start + 1).ok()?);
        three_bytes(before as usize)
    }

    /// The cells to the end of the process, and how far a hash is moved to the right to be the
    /// number of its cell.
    pub(crate) fn leak(self) -> (&'static [u32], u32) {
        (self.lasts.leak(), self.shift)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, rows, zero};

    #[test]
    fn the_first_zero_is_found() {
        for at in 0..40 {
            let mut bytes = [0x80; 40];
            assert_eq!(zero(&bytes[..at]), None);
            bytes[at..].fill(0);
            assert_eq!(zero(&bytes), Some(at));
        }
        assert_eq!(zero(b"\x01\x00\x01\x00abcdefgh"), Some(1));
    }

    #[test]
    fn planes_are_read_as_rows() {
        assert_eq!(rows(b"acebdf"), Some(vec![*b"ab", *b"cd", *b"ef"]));
        assert_eq!(rows::<2>(b"abc"), None);
    }

    #[test]
    fn cells_lead_to_their_keys() {
        let mut cells = Cells::with_capacity(8);
        let hash = |cell: u64| cell << 62;
        assert_eq!(cells.put(hash(3), 0), Some([0, 0, 0]));
        assert_eq!(cells.put(hash(1), 7), Some([0, 0, 0]));
        assert_eq!(cells.put(hash(3), 300), Some([1, 0, 0]));
        assert_eq!(cells.put(hash(3), 400), Some([45, 1, 0]));
        assert_eq!(cells.leak(), (&[0, 8, 0, 401][..], 62));
    }
}
