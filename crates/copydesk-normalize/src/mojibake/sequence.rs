//! Reading characters as the bytes of one UTF-8 sequence.
//!
//! Besides valid sequences, those are read that a careless program left:
//!
//! - surrogate pairs in UTF-8 (CESU-8), as old databases write emoji;
//! - sequences of which some bytes were lost, where `\u{fffd}` or `?` stands for them. What can
//!   be known of them is that one character was lost, so they become one `\u{fffd}`. A lost
//!   last byte of a quotation mark is only inferred behind the end of a sentence or clause,
//!   where the mark must have closed a quotation;
//! - closing quotation marks whose last byte was dropped;
//! - sequences whose byte A0 was taken for a no-break space and made a plain one.

use super::{Unit, charsets::byte, evidence::Strength};

/// What the bytes were, and how much of the text they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    /// Length in the text.
    pub(super) len: usize,
    /// The last character of it.
    pub(super) last: char,
    pub(super) decoded: char,
}

impl Sequence {
    /// The piece that it is of a line, where it starts with `lead` at `start`.
    pub(super) fn unit(self, start: usize, charset: usize, lead: char, strength: Strength) -> Unit {
        Unit {
            start,
            end: start + self.len,
            charset,
            lead,
            last: self.last,
            decoded: self.decoded,
            strength,
        }
    }
}

/// A character that was no byte of the charset, but may stand for one.
const LOST: u8 = 0;
const QUESTION: u8 = 1;

/// Reads the start of `text` as bytes of `charset` that are one UTF-8 sequence. Where `mended`,
/// blanks and question marks may stand for bytes: there the text around must be known to be
/// damaged.
pub(super) fn read(text: &str, charset: usize, mended: bool, before: &str) -> Option<Sequence> {
    let mut chars = text.char_indices();
    let (_, lead) = chars.next()?;
    let mut bytes = [byte(lead, charset)?, 0, 0, 0];
    let count = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    if let Some(quote) = quote_without_end(text, charset) {
        return Some(quote);
    }
    let (mut lost, mut questions, mut blanks) = (0, 0, 0);
    let (mut end, mut last) = (0, lead);
    for slot in &mut bytes[1..count] {
        let (at, letter) = chars.next()?;
        *slot = match letter {
            '\u{fffd}' => {
                lost += 1;
                LOST
            }
            '?' if mended => {
                questions += 1;
                QUESTION
            }
            ' ' if mended => {
                blanks += 1;
                0xa0
            }
            letter => byte(letter, charset).filter(|byte| matches!(byte, 0x80..=0xbf))?,
        };
        (end, last) = (at + letter.len_utf8(), letter);
    }
    let bytes = &bytes[..count];
    let decoded = if lost + questions > 0 {
        (blanks == 0).then(|| of_lost(bytes, questions, before))??
    } else if blanks > 0 {
        let (len, decoded) = of_blanks(bytes, blanks, text, end)?;
        (end, last) = (len, ' ');
        decoded
    } else if bytes[0] == 0xed && bytes[1] >= 0xa0 {
        let (len, decoded) = surrogates(text, charset)?;
        end = len;
        decoded
    } else {
        std::str::from_utf8(bytes).ok()?.chars().next()?
    };
    Some(Sequence {
        len: end,
        last,
        decoded,
    })
}

/// The closing quotation mark of which nothing is left but two characters: windows-1252 has none
/// for its last byte, so that this is the byte that cleaners drop.
fn quote_without_end(text: &str, charset: usize) -> Option<Sequence> {
    let rest = text
        .strip_prefix("\u{e2}\u{20ac}")
        .filter(|_| charset == 0)?;
    let ends = rest.is_empty() || rest.starts_with(|next: char| next.is_ascii() && next != '?');
    ends.then_some(Sequence {
        len: text.len() - rest.len(),
        last: '\u{20ac}',
        decoded: '\u{201d}',
    })
}

/// What a sequence was of which bytes are lost.
fn of_lost(bytes: &[u8], questions: usize, before: &str) -> Option<char> {
    let possible = match bytes.len() {
        2 => questions == 0 || matches!(bytes[0], 0xc2 | 0xc3),
        _ => questions <= 1,
    };
    let is_quote = matches!(bytes, [0xe2, 0x80, LOST | QUESTION]);
    if is_quote && before.ends_with([',', '.', '!', '?', '\u{2026}']) {
        return Some('\u{201d}');
    }
    possible.then_some('\u{fffd}')
}

/// What a sequence was that has blanks for A0, and its length. Only characters that are common
/// beside sound ones are restored like this.
fn of_blanks(bytes: &[u8], blanks: usize, text: &str, end: usize) -> Option<(usize, char)> {
    let likely = match *bytes {
        [0xc3, _] => {
            // A word of its own keeps the space behind it, the beginnings of Portuguese words
            // do not.
            let after = &text[end..];
            let joined = ["quele", "quela", "quilo", "s "]
                .iter()
                .any(|rest| after.starts_with(rest))
                || after == "s";
            let len = if joined || after.starts_with(' ') {
                end
            } else {
                end - 1
            };
            return Some((len, '\u{e0}'));
        }
        [lead, _] => matches!(lead, 0xc2 | 0xc5 | 0xce | 0xd0 | 0xd9),
        // Ideographs have no blanks between them.
        [0xe4..=0xe9, ..] => blanks == 1 && text[end..].starts_with(|next: char| !next.is_ascii()),
        [lead, second, third] => {
            blanks == 1
                && matches!(lead, 0xe0..=0xe3)
                && (second != 0xa0 || matches!(lead, 0xe2 | 0xe3))
                && second != 0x85
                && third != 0x85
        }
        [lead, ..] => blanks == 1 && lead == 0xf0,
        _ => false,
    };
    let decoded = std::str::from_utf8(bytes).ok()?.chars().next()?;
    likely.then_some((end, decoded))
}

/// A character beyond the basic plane, whose two halves were encoded one by one.
fn surrogates(text: &str, charset: usize) -> Option<(usize, char)> {
    let mut bytes = [0; 6];
    let mut chars = text.char_indices();
    for slot in &mut bytes {
        *slot = byte(chars.next()?.1, charset)?;
    }
    let [
        0xed,
        high @ 0xa0..=0xaf,
        high_end @ 0x80..=0xbf,
        0xed,
        low @ 0xb0..=0xbf,
        low_end @ 0x80..=0xbf,
    ] = bytes
    else {
        return None;
    };
    let half = |byte: u8, end: u8| u32::from(byte & 0xf) << 6 | u32::from(end & 0x3f);
    let code = 0x10000 + (half(high, high_end) << 10) + half(low & 0xf, low_end);
    Some((chars.offset(), char::from_u32(code)?))
}
