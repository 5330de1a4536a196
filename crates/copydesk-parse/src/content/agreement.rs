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
        let mut hashes = hashes(text);
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
        if self.hashes.is_empty() {
            return 0.0;
        }
        let mut other = hashes(other);
        // Most blocks have no word of the headline, and their words need not be counted.
        if !other.iter().any(|hash| self.contains(*hash)) {
            return 0.0;
        }
        other.sort_unstable();
        other.dedup();
        let shorter = self.hashes.len().min(other.len());
        let longer = self.hashes.len().max(other.len());
        let common = other.iter().filter(|hash| self.contains(**hash)).count() as f32;
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

/// A hash of each word in lower case: FNV-1a over its characters.
fn hashes(text: &str) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(text.len() / 4 + 1);
    let mut hash = START;
    let mut from = 0;
    let mut has_sigma = false;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_ascii_alphanumeric() {
            hash = mix(hash, letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphanumeric() {
            has_sigma |= letter == '\u{3A3}';
            hash = letter.to_lowercase().fold(hash, mix);
        } else {
            if has_sigma {
                // The one letter whose lower case depends on its place in the word.
                hash = text[from..at].to_lowercase().chars().fold(START, mix);
                has_sigma = false;
            }
            if hash != START {
                hashes.push(finish(hash));
            }
            hash = START;
            from = at + letter.len_utf8();
        }
    }
    hashes
}

/// No word has it: a step of FNV-1a leads back to its start only by chance.
const START: u64 = 0xCBF2_9CE4_8422_2325;

fn mix(hash: u64, letter: char) -> u64 {
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
