//! Word lists of the sentence rules.

/// Verbs of saying in the forms that follow a quotation.
pub(super) static SAYING: &[&str] = &[
    "added",
    "adds",
    "admitted",
    "answered",
    "asked",
    "asks",
    "cried",
    "demanded",
    "exclaimed",
    "explained",
    "insisted",
    "joked",
    "muttered",
    "noted",
    "recalled",
    "remarked",
    "repeated",
    "replied",
    "replies",
    "said",
    "says",
    "shouted",
    "snapped",
    "tweeted",
    "warned",
    "whispered",
    "wondered",
    "wrote",
    "yelled",
];

/// Words that start a sentence far oftener than they are part of a name. Sorted.
static STARTERS: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Besides",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Either",
    "Even",
    "Every",
    "Everyone",
    "Everything",
    "Few",
    "Finally",
    "Following",
    "For",
    "From",
    "Further",
    "Furthermore",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Let",
    "Like",
    "Many",
    "Maybe",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Neither",
    "Nevertheless",
    "Nobody",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Otherwise",
    "Our",
    "Over",
    "People",
    "Perhaps",
    "Please",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Someone",
    "Still",
    "Such",
    "Than",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Unless",
    "Until",
    "Was",
    "We",
    "Well",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whoever",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];

/// Whether a word starts a sentence far oftener than it is part of a name.
#[inline]
pub(super) fn is_starter(word: &str) -> bool {
    if word.is_empty() || word.len() > LONGEST {
        return false;
    }
    let mut packed = [0; 16];
    packed[..word.len()].copy_from_slice(word.as_bytes());
    let key = u128::from_le_bytes(packed);
    let mut slot = slot(key);
    while SLOTS[slot] != 0 {
        if SLOTS[slot] == key {
            return true;
        }
        slot = (slot + 1) % SLOTS.len();
    }
    false
}

/// The longest starter, in bytes.
const LONGEST: usize = 12;

/// The starters by their letters, hashed: the word after nearly every full stop is looked up, and
/// bisecting a list of strings took a fifth of the time of the whole stage.
static SLOTS: [u128; 512] = {
    let mut slots = [0; 512];
    let mut index = 0;
    while index < STARTERS.len() {
        let word = STARTERS[index].as_bytes();
        let mut key = 0;
        let mut at = word.len();
        while at > 0 {
            at -= 1;
            key = (key << 8) | word[at] as u128;
        }
        let mut place = slot(key);
        while slots[place] != 0 {
            place = (place + 1) % slots.len();
        }
        slots[place] = key;
        index += 1;
    }
    slots
};

const fn slot(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 55) as usize
}

/// Words that cannot end a line or heading: something must follow.
pub(super) static UNFINISHED: &[&str] = &[
    "a", "an", "and", "as", "at", "between", "but", "by", "for", "from", "her", "his", "in",
    "into", "its", "my", "of", "on", "or", "our", "than", "that", "the", "their", "these", "this",
    "to", "under", "via", "was", "were", "which", "who", "with", "your",
];

#[cfg(test)]
mod tests {
    use super::{LONGEST, STARTERS, is_starter};

    #[test]
    fn starters_are_sorted_and_found() {
        assert!(STARTERS.is_sorted());
        for word in STARTERS {
            assert!(word.len() <= LONGEST && is_starter(word), "{word}");
        }
        for word in [
            "",
            "the",
            "Osei",
            "Nevertheles",
            "Nevertheless1",
            "Th",
            "Thee",
        ] {
            assert!(!is_starter(word), "{word}");
        }
    }
}
