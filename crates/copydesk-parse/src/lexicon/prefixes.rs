//! With which bytes the phrases of a table begin.
//!
//! *Why*: nearly no word of a page begins a phrase, and its first bytes say so before it is cut
//! out, hashed and looked up. There are false positives, and no false negatives.

/// Bits of the set, and how far to shift a product to get the number of one.
const BITS: usize = 1 << 12;
const SHIFT: u32 = u32::BITS - BITS.ilog2();

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
        if let Some(bit) = bit(phrase.as_bytes()) {
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }

    /// Whether `text` may begin with a phrase, or with one that is only one word and ends there.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        bit(text).is_none_or(|bit| self.0[bit / 64] & (1 << (bit % 64)) != 0)
    }
}

/// The bit of the first letters; `None` where the first word has but one, so that little can be
/// told from them.
#[inline]
fn bit(text: &[u8]) -> Option<usize> {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
    let &one = text.first()?;
    let &two = text.get(1).filter(|byte| is_letter(byte))?;
    let three = text.get(2).filter(|byte| is_letter(byte));
    let key = u32::from_le_bytes([one, two, three.copied().unwrap_or(0), 0]);
    Some((key.wrapping_mul(0x9E37_79B1) >> SHIFT) as usize)
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
        check("bye", false);
        check("a", true);
        check("b y", true);
        check("", true);
    }
}
