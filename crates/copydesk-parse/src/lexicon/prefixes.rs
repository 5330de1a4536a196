//! With which bytes the phrases of a table begin.
//!
//! *Why*: nearly no word of a page begins a phrase, and its first bytes say so before it is cut
//! out, hashed and looked up. There are false positives, and no false negatives.

/// Bytes that are looked at.
const LEN: usize = 3;
/// Bits of the set.
const BITS: usize = 1 << 12;

#[derive(Debug)]
pub(super) struct Prefixes([u64; BITS / 64]);

impl Default for Prefixes {
    fn default() -> Self {
        Self([0; BITS / 64])
    }
}

impl Prefixes {
    /// Adds a phrase.
    pub(super) fn insert(&mut self, phrase: &str) {
        match *phrase.as_bytes() {
            [one, two, three, ..] => self.set([one, two, three]),
            [one, two] => (0..=u8::MAX).for_each(|any| self.set([one, two, any])),
            // Too short to be told apart.
            _ => self.0 = [u64::MAX; BITS / 64],
        }
    }

    fn set(&mut self, bytes: [u8; LEN]) {
        let bit = bit(bytes);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether `text` may begin with a phrase.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let bytes = match *text {
            [one, two, three, ..] => [one, two, three],
            [one, two] => [one, two, 0],
            _ => return true,
        };
        let bit = bit(bytes);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

#[inline]
fn bit([one, two, three]: [u8; LEN]) -> usize {
    let key = u32::from_le_bytes([one, two, three, 0]);
    (key.wrapping_mul(0x9E37_79B1) >> 20) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::Prefixes;

    #[test]
    fn no_phrase_is_missed() {
        let mut set = Prefixes::default();
        for phrase in ["all rights", "by", "все"] {
            set.insert(phrase);
        }
        let check = |text: &str, expected| {
            assert_eq!(set.may_begin(text.as_bytes()), expected, "{text}");
        };
        check("all rights reserved", true);
        check("by", true);
        check("by a", true);
        check("все права", true);
        check("the rain", false);
        check("", true);
    }
}
