//! Search for bytes that are mostly near.
//!
//! *Why*: a tag or a value ends after some twenty bytes, and a call of the vectorised search
//! costs more than to look at those eight at a time.

use memchr::{memchr, memchr3};

/// How far is looked before the vectorised search takes over.
const NEAR: usize = 48;

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// The highest bit of each byte of `bytes` that is `needle`; above the first one, also of some
/// others.
#[inline]
fn hits(bytes: u64, needle: u8) -> u64 {
    let zeros = bytes ^ (ONES * u64::from(needle));
    zeros.wrapping_sub(ONES) & !zeros & HIGH
}

/// The eight bytes at `at`, the first one lowest.
#[inline]
fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*eight))
}

/// Where the first `needle` at or behind `from` stands.
#[inline]
pub(super) fn find(bytes: &[u8], from: usize, needle: u8) -> Option<usize> {
    let mut at = from;
    while at < from + NEAR
        && let Some(next) = eight(bytes, at)
    {
        let hits = hits(next, needle);
        if hits != 0 {
            return Some(at + hits.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    memchr(needle, bytes.get(at..)?).map(|len| at + len)
}

/// Where the first byte at or behind `from` stands that may end a tag or begins a quoted value.
#[inline]
pub(super) fn find_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + NEAR
        && let Some(next) = eight(bytes, at)
    {
        let hits = hits(next, b'>') | hits(next, b'"') | hits(next, b'\'');
        if hits != 0 {
            return Some(at + hits.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    memchr3(b'>', b'"', b'\'', bytes.get(at..)?).map(|len| at + len)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{find, find_mark};

    proptest! {
        #[test]
        fn the_first_one(text in "[<a-z=?\u{13c}\u{23c}]{0,90}", from in 0usize..90) {
            let bytes = text.as_bytes();
            let expected = (from..bytes.len()).find(|&at| bytes[at] == b'<');
            prop_assert_eq!(find(bytes, from, b'<'), expected);
            let marks = text.replace(['a', '<'], ">").replace('b', "'").replace('c', "\"");
            let bytes = marks.as_bytes();
            let expected = (from..bytes.len()).find(|&at| b">'\"".contains(&bytes[at]));
            prop_assert_eq!(find_mark(bytes, from), expected);
        }
    }
}
