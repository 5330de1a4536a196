//! Captions that carry their credit.
//!
//! *What*: a short paragraph that ends with a photo credit is a caption.
//! *Why*: extractors leave the caption between the paragraphs, and only its credit shows that
//! it is none of them.
//! *Example*: `A crane in the rain. Photo: Harbour Gazette/Handout`.
//! *Known misses*: captions without a credit; credits that name only a person.

use crate::lexicon::fold;

/// Words that credits have, folded.
const CUES: &[&str] = &[
    "photo:",
    "photo by",
    "photos by",
    "photo credit",
    "photograph:",
    "photograph by",
    "image:",
    "image credit",
    "image by",
    "picture:",
    "credit:",
    "courtesy of",
    "foto:",
    "bild:",
    "crédit :",
    "crédit photo",
    "фото:",
    "getty images",
    "ap photo",
    "reuters/",
    "/reuters",
    "afp/",
    "/afp",
    "via ap)",
    "via getty",
    "shutterstock",
    "istock",
    "unsplash",
    "dpa/",
    "/dpa",
    "epa/",
    "/epa",
    "file photo",
    "(photo",
    "[photo",
    "/handout",
    "handout/",
];

/// A longer paragraph is no caption, in characters.
const LONGEST: usize = 320;

/// The credit stands in the last part of the caption, in bytes of the folded text.
const CREDIT: usize = 70;

/// Whether the paragraph is a caption by its credit.
pub(super) fn is_caption(text: &str) -> bool {
    if text.len() > LONGEST * 2 {
        return false;
    }
    if text.chars().count() > LONGEST {
        return false;
    }
    // Only the end is folded, with some room for what stands before the credit.
    let mut from = text.len().saturating_sub(2 * CREDIT);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let folded = fold(&text[from..], 2 * CREDIT);
    let mut from = folded.len().saturating_sub(CREDIT);
    while !folded.is_char_boundary(from) {
        from += 1;
    }
    let tail = &folded[from..];
    // Only the last place of each cue counts.
    let mut seen = 0u64;
    let first = folded.len() - tail.len();
    for (at, byte) in tail.bytes().enumerate().rev() {
        if !STARTS[usize::from(byte)] {
            continue;
        }
        for (index, cue) in CUES.iter().enumerate() {
            let here = tail.as_bytes()[at..].starts_with(cue.as_bytes());
            if here && seen & (1 << index) == 0 {
                seen |= 1 << index;
                if is_credit(cue, &folded, first + at) {
                    return true;
                }
            }
        }
    }
    false
}

/// Whether the cue at this place begins a credit.
fn is_credit(cue: &str, folded: &str, at: usize) -> bool {
    let before = folded[..at].trim_end();
    // The credit is set off: by a bracket, a bar, a full stop, or a slash of its own.
    let set_off = cue.contains(['/', '(', '[', ')'])
        || before.ends_with(['(', '[', '|', '.', '/', '-', '"', ')', ','])
        || before.is_empty();
    // `… said the photo: it is fake.` goes on as a sentence.
    let behind = &folded[at + cue.len()..];
    set_off && behind.split(' ').filter(|word| !word.is_empty()).count() <= 7
}

/// The bytes with which cues begin.
static STARTS: [bool; 256] = starts();

const fn starts() -> [bool; 256] {
    assert!(CUES.len() <= 64, "a bit for each cue");
    let mut starts = [false; 256];
    let mut at = 0;
    while at < CUES.len() {
        starts[CUES[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn captions() {
        assert!(is_caption(
            "A crane in the rain on Monday. Photo: Harbour Gazette/Handout"
        ));
        assert!(is_caption("Eels in a bucket (Photo by Ole Brumm)"));
        assert!(is_caption(
            "The mayor speaks in the square. (AP Photo/Ole Brumm)"
        ));
        assert!(!is_caption(
            "The minister thanked the press for its patience."
        ));
        assert!(!is_caption(
            "She looked at the photo by the door and said that it was not her."
        ));
    }
}
