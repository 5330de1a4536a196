//! How much two texts have the same words.
//!
//! *What:* words are compared by a hash of their lower-case letters, so that a text that is
//! compared with every block of a page is cut into words once, and no word is copied.
//!
//! *Example:* `Rain floods Lyon` and `Rain floods Lyon | The Post` → 0.85.
//!
//! *Known misses:* languages without blanks between words.

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Hashes, sorted, each once.
    hashes: Vec<u64>,
    /// One bit for each, by its lowest bits.
    mask: u64,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut hashes = vec![];
        each_hash(text, |hash| hashes.push(hash));
        hashes.sort_unstable();
        hashes.dedup();
        let mask = hashes.iter().fold(0, |mask, hash| mask | bit(*hash));
        Self { hashes, mask }
    }

    fn contains(&self, hash: u64) -> bool {
        self.mask & bit(hash) != 0 && self.hashes.binary_search(&hash).is_ok()
    }

    /// The part of the words of the shorter text that both have: 0 to 1, but less where the
    /// shorter one is a fragment.
    pub(super) fn agreement(&self, other: &str) -> f32 {
        // Most blocks have no word of the headline, so their words need not be kept.
        let mut found = false;
        if !self.hashes.is_empty() {
            each_hash(other, |hash| found |= self.contains(hash));
        }
        if !found {
            return 0.0;
        }
        let other = Self::of(other);
        let shorter = self.hashes.len().min(other.hashes.len());
        let longer = self.hashes.len().max(other.hashes.len());
        let common = other
            .hashes
            .iter()
            .filter(|hash| self.contains(**hash))
            .count() as f32;
        let whole = common / longer as f32;
        if shorter >= 3 {
            whole.max(common / shorter as f32 * 0.85)
        } else {
            whole
        }
    }
}

fn bit(hash: u64) -> u64 {
    1 << (hash & 63)
}

/// Calls `take` with a hash of each word in lower case: FNV-1a over its characters.
fn each_hash(text: &str, mut take: impl FnMut(u64)) {
    if !text.is_ascii() {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .for_each(|word| take(hash(word)));
        return;
    }
    let mut hash = START;
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() {
            hash = mix(hash, u32::from(byte.to_ascii_lowercase()));
        } else if hash != START {
            take(finish(hash));
            hash = START;
        }
    }
    if hash != START {
        take(finish(hash));
    }
}

fn hash(word: &str) -> u64 {
    let mix_all = |hash, letter: char| mix(hash, u32::from(letter));
    finish(if word.contains('\u{3A3}') {
        // The one letter whose lower case depends on its place in the word.
        word.to_lowercase().chars().fold(START, mix_all)
    } else {
        let lower = word.chars().flat_map(char::to_lowercase);
        lower.fold(START, mix_all)
    })
}

/// No word has it: a step of FNV-1a leads back to its start only by chance.
const START: u64 = 0xCBF2_9CE4_8422_2325;

fn mix(hash: u64, letter: u32) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01B3)
}

/// The low bits alone must tell words apart.
fn finish(hash: u64) -> u64 {
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn check(one: &str, other: &str, expected: f32) {
        for (one, other) in [(one, other), (other, one)] {
            let found = Words::of(one).agreement(other);
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
