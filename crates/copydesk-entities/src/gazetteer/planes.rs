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

/// Where the keys of each cell of hashes start, and the end of the last; and the keys in that
/// order, one or two in each cell. They are given one behind the other, with the hash and the
/// start of each.
pub(crate) fn in_cells(
    keys: &[u8],
    starts: &[(u64, usize)],
) -> Option<(Vec<[u8; NUMBER]>, Vec<u8>)> {
    let count = (starts.len() / 2).next_power_of_two().max(2);
    let shift = u64::BITS - count.ilog2();
    // How many keys each cell has; then where its next one comes in the order.
    let mut next = vec![0u32; count];
    for (hash, _) in starts {
        next[(hash >> shift) as usize] += 1;
    }
    let mut sum = 0;
    for next in &mut next {
        sum += mem::replace(next, sum);
    }
    let mut order = vec![0u32; starts.len()];
    for (at, (hash, _)) in starts.iter().enumerate() {
        let next = &mut next[(hash >> shift) as usize];
        order[*next as usize] = at as u32;
        *next += 1;
    }
    // Now it is where the last one has come.
    let mut cells = Vec::with_capacity(count + 1);
    let mut sorted = Vec::with_capacity(keys.len());
    let mut from = 0;
    for to in next {
        cells.push(three_bytes(sorted.len())?);
        for &at in &order[from..to as usize] {
            let start = starts[at as usize].1;
            let end = starts
                .get(at as usize + 1)
                .map_or(keys.len(), |next| next.1);
            sorted.extend_from_slice(&keys[start..end]);
        }
        from = to as usize;
    }
    cells.push(three_bytes(sorted.len())?);
    Some((cells, sorted))
}

#[cfg(test)]
mod tests {
    use super::{in_cells, rows, zero};

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
    fn keys_are_sorted_by_their_cells() {
        let hash = |cell: u64| cell << 62;
        let starts = [(hash(3), 0), (hash(0), 2), (hash(3), 3), (hash(1), 5)];
        let starts = [&starts[..], &[(hash(1), 6)].repeat(4)].concat();
        let (cells, keys) = in_cells(b"aabccde", &starts).expect("sound");
        assert_eq!(cells, [[0; 3], [1, 0, 0], [3, 0, 0], [3, 0, 0], [7, 0, 0]]);
        assert_eq!(keys, b"bdeaacc");
    }
}
