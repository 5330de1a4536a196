//! Words written as one that are two: `cannot`, `gonna`, `dont`.
//!
//! Why: Universal Dependencies cuts them, and so does every treebank that a tagger learnt
//! from. Only forms that are not words of their own are listed: `cant`, `wont`, `lets`, `its`
//! stay whole.
//!
//! Example: `cannot` → `can`, `not`; `gonna` → `gon`, `na`.

use copydesk_core::{TokenClass, TokenMode};

use super::Found;

/// A word without marks: itself, or the two that it was written from.
#[inline]
pub(super) fn unmarked(bytes: &[u8], start: usize, end: usize, mode: TokenMode) -> Found {
    let len = end - start;
    let mut found = Found::new(end, TokenClass::Word);
    if (2..=8).contains(&len)
        && let Some(cut) = cut(&bytes[start..end])
        // The Penn Treebank leaves words with a lost apostrophe whole: `dont`, `ive`.
        && (mode == TokenMode::Ud || cut == 3 && !bytes[..end].ends_with(b"nt"))
    {
        found.end = start + cut;
        found.second = end;
    }
    found
}

/// Whether [`unmarked`] may cut a word: the last two letters send nearly every one away at once.
#[inline]
pub(super) fn may_be_two(bytes: &[u8], start: usize, end: usize) -> bool {
    end - start >= 2 && ends_as_form(bytes[end - 2], bytes[end - 1])
}

#[inline]
fn ends_as_form(before: u8, last: u8) -> bool {
    ENDINGS[usize::from(last & 0x1F)] & (1 << (before & 0x1F)) != 0
}

/// Length of the first part, if the word is two.
#[inline]
fn cut(word: &[u8]) -> Option<usize> {
    let [.., before, last] = *word else {
        return None;
    };
    if !ends_as_form(before, last) || !may_be(word, before | 0x20, last | 0x20) {
        return None;
    }
    look_up(word)
}

/// Whether a word of a length and its third letter from the end may be a form, given the last two:
/// `not`, `some` and `have` are not.
fn may_be(word: &[u8], before: u8, last: u8) -> bool {
    let third = word.len().checked_sub(3).map_or(0, |at| word[at] | 0x20);
    match (before, last) {
        (b'i', b'm') => word.len() == 2,
        (b'v', b'e') => word.len() == 3,
        (b'o', b't') => word.len() == 6,
        (b't', b's') => third == b'a' && word.len() == 5,
        (b'n', b't') => matches!(third, b'd' | b'e' | b'o' | b's'),
        _ => third == before,
    }
}

/// For the last letter of a form, the letters before it as bits.
static ENDINGS: [u32; 32] = {
    let mut table = [0; 32];
    let mut index = 0;
    while index < FORM_ENDS.len() {
        let [before, last] = *FORM_ENDS[index];
        table[(last & 0x1F) as usize] |= 1 << (before & 0x1F);
        index += 1;
    }
    table
};

const FORM_ENDS: &[&[u8; 2]] = &[b"nt", b"ot", b"na", b"ta", b"me", b"ve", b"ts", b"im"];

fn look_up(word: &[u8]) -> Option<usize> {
    let mut buffer = [0; 8];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"cannot" | b"gonna" | b"gimme" | b"lemme" | b"gotta" | b"wanna" | b"outta" => 3,
        b"dont" | b"didnt" | b"doesnt" | b"isnt" | b"wasnt" | b"arent" | b"werent" | b"hasnt"
        | b"havent" | b"hadnt" | b"wouldnt" | b"couldnt" | b"shouldnt" => word.len() - 2,
        b"thats" | b"whats" => 4,
        b"ive" => 1,
        b"im" if word[1] == b'm' => 1,
        _ => return None,
    })
}
