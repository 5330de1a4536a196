//! Choosing at random, the same on every machine.

/// A generator of pseudo-random numbers: `SplitMix64`.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A generator that depends on a number and some words.
    pub(crate) fn new(number: u64, words: &str) -> Self {
        let mut random = Self(number);
        for byte in words.bytes() {
            random.0 ^= u64::from(byte);
            random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Takes one of the rest out, unless nothing is left.
    pub(crate) fn take<T>(&mut self, rest: &mut Vec<T>) -> Option<T> {
        let count = u64::try_from(rest.len()).ok().filter(|count| *count > 0)?;
        let at = usize::try_from(self.next() % count).ok()?;
        Some(rest.swap_remove(at))
    }
}
