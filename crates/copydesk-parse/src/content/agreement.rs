//! How much two texts have the same words.
//!
//! *What:* words are compared by a hash of their lower-case letters, so that a text that is
//! compared with every block of a page is cut into words once, and no word is copied.
//!
//! *Example:* `Rain floods Lyon` and `Rain floods Lyon | The Post` → 0.85.
//!
//! *Known misses:* languages without blanks between words.

use crate::letters::{LOWER, is_alphanumeric, lower};

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Hashes, sorted, each once.
    hashes: Vec<u64>,
    /// One bit for each, by its highest bits.
    mask: u64,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut hashes = Vec::with_capacity(text.len() / 4 + 1);
        each_hash(text, |hash| hashes.push(hash));
        hashes.sort_unstable();
        hashes.dedup();
        let mask = hashes.iter().fold(0, |mask, hash| mask | bit(*hash));
        Self { hashes, mask }
    }

    fn contains(&self, hash: u64) -> bool {
        self.mask & bit(hash) != 0 && self.hashes.binary_search(&hash).is_ok()
    }

    /// How many words a text of fewer than `PLACES` bytes has, each once, and how many of them
    /// this one has.
    fn count<const PLACES: usize>(&self, other: &str) -> (usize, usize) {
        // Each word in the place of its highest bits, or in the first free one behind it. A word
        // and what ends it have two bytes, so half of the places stay free.
        let mut seen = [0; PLACES];
        let (mut count, mut common) = (0, 0);
        each_hash(other, |hash| {
            let mut place = (hash >> (u64::BITS - PLACES.ilog2())) as usize;
            while seen[place] != 0 && seen[place] != hash {
                place = (place + 1) % PLACES;
            }
            if seen[place] == 0 {
                seen[place] = hash;
                count += 1;
                common += usize::from(self.contains(hash));
            }
        });
        (count, common)
    }

    /// The part of the words of the shorter text that both have: 0 to 1, but less where the
    /// shorter one is a fragment.
    pub(super) fn agreement(&self, other: &str) -> f32 {
        if self.hashes.is_empty() {
            return 0.0;
        }
        let (count, common) = match other.len() {
            0..64 => self.count::<64>(other),
            64..256 => self.count::<256>(other),
            256..512 => self.count::<512>(other),
            _ => return self.agreement_of(&Self::of(other)),
        };
        self.share(count, common)
    }

    /// The same for a text that is compared with several.
    pub(super) fn agreement_of(&self, other: &Self) -> f32 {
        let common = if self.mask & other.mask == 0 {
            0
        } else {
            let other = other.hashes.iter();
            other.filter(|hash| self.contains(**hash)).count()
        };
        self.share(other.hashes.len(), common)
    }

    /// What it means that `common` of the `count` words of another text are in this one.
    fn share(&self, count: usize, common: usize) -> f32 {
        if common == 0 {
            return 0.0;
        }
        let shorter = self.hashes.len().min(count);
        let longer = self.hashes.len().max(count);
        let common = common as f32;
        let whole = common / longer as f32;
        if shorter >= 3 {
            whole.max(common / shorter as f32 * 0.85)
        } else {
            whole
        }
    }
}

fn bit(hash: u64) -> u64 {
    1 << (hash >> 58)
}

/// Calls `take` with a hash of each word in lower case, which is never 0.
fn each_hash(text: &str, mut take: impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut hash = START;
    let mut from = 0;
    let mut has_sigma = false;
    let mut at = 0;
    // One step more than there are letters, for the end of the last word.
    while at <= bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        let plain = LOWER[usize::from(byte)];
        if plain != 0 {
            hash = mix(hash, plain.into());
            at += 1;
            continue;
        }
        let mut len = 1;
        if byte >= 0x80
            && let Some(letter) = text[at..].chars().next()
        {
            len = letter.len_utf8();
            if is_alphanumeric(letter) {
                has_sigma |= letter == '\u{3A3}';
                lower(letter, |letter| hash = mix(hash, letter));
                at += len;
                continue;
            }
        }
        if has_sigma {
            // The one letter whose lower case depends on its place in the word.
            hash = text[from..at].to_lowercase().chars().fold(START, mix);
            has_sigma = false;
        }
        if hash != START {
            take(finish(hash));
        }
        hash = START;
        at += len;
        from = at;
    }
}

/// No word has it but by chance.
const START: u64 = 0xCBF2_9CE4_8422_2325;

/// A rotation and an addition: a word is short, and [`finish`] spreads its bits.
fn mix(hash: u64, letter: char) -> u64 {
    hash.rotate_left(7).wrapping_add(letter.into())
}

/// The high bits alone must tell words apart.
fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    hash | 1
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn check(one: &str, other: &str, expected: f32) {
        for (one, other) in [(one, other), (other, one)] {
            let found = Words::of(one).agreement(other);
            assert!((Words::of(one).agreement_of(&Words::of(other)) - expected).abs() < 1e-6);
            assert!((found - expected).abs() < 1e-6, "{one} {other} {found}");
        }
    }

    #[test]
    fn words_agree() {
        check("Rain floods Lyon", "rain floods lyon | The Post", 0.85);
        check("The Post", "Rain floods the old town | The Post", 2.0 / 6.0);
        check(
            "\u{39F}\u{394}\u{39F}\u{3A3}",
            "\u{3BF}\u{3B4}\u{3BF}\u{3C2}",
            1.0,
        );
        check("", "Rain", 0.0);
        check("Rain", "Sun", 0.0);
    }
}
