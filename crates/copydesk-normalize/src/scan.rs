//! One fast look at a text that says which rules could have work there.
//!
//! Most text needs nothing. Blocks of plain ASCII are tested without branches, which the
//! compiler turns into vector code; other characters cost one table load each. Rules that are
//! not suspected do not run.

use crate::{
    dashes, invisible, letterforms, ligatures, mojibake, nfc, quotes,
    scripts::{Script, script},
    whitespace,
};

/// Kinds of suspicion, as bits.
pub(crate) const WHITESPACE: u16 = 1;
pub(crate) const INVISIBLE: u16 = 1 << 1;
pub(crate) const MOJIBAKE: u16 = 1 << 2;
pub(crate) const NFC: u16 = 1 << 3;
pub(crate) const LETTERFORMS: u16 = 1 << 4;
pub(crate) const QUOTES: u16 = 1 << 5;
pub(crate) const DASHES: u16 = 1 << 6;
pub(crate) const ENTITIES: u16 = 1 << 7;
pub(crate) const HOMOGLYPHS: u16 = 1 << 8;
/// A Latin letter, and one of a script that can pass for it: side by side they are suspicious.
const LATIN: u16 = 1 << 9;
const FOREIGN: u16 = 1 << 10;

/// How many bytes are tested at once.
pub(crate) const BLOCK: usize = 64;

/// Bits of a class that say in which charsets a character could start or continue a damaged
/// piece.
const STARTS: u32 = 16;
const CONTINUES: u32 = 24;
const CHARSETS: u32 = 0xff;

/// The suspicions that a text raises.
pub(crate) fn scan(text: &str) -> u16 {
    let bytes = text.as_bytes();
    let mut found = 0;
    if text.starts_with([' ', '\n']) || text.ends_with(' ') || text.ends_with("\n\n") {
        found |= WHITESPACE;
    }
    let mut at = 0;
    while at < bytes.len() {
        if at >= 2 && at + BLOCK <= bytes.len() && is_plain(&bytes[at - 2..at + BLOCK]) {
            at += BLOCK;
        } else {
            at = look_closer(text, at, &mut found);
        }
    }
    found
}

/// Whether a block raises no suspicion. The two bytes before it belong to it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the loop is vectorised"
)]
pub(crate) fn is_plain(block: &[u8]) -> bool {
    let mut trouble = false;
    for ((&byte, &before), &second) in block[2..].iter().zip(&block[1..]).zip(block) {
        let newline = byte == b'\n';
        let blank = newline | (byte == b' ');
        let after_newline = before == b'\n';
        let after_blank = after_newline | (before == b' ');
        let paragraph = newline & after_newline & (second != b'\n');
        trouble |= (byte >= 0x7f)
            | ((byte < 0x20) & !newline)
            | (byte == b'&')
            | (blank & after_blank & !paragraph);
    }
    !trouble
}

/// Looks at the characters of a block one by one. Returns where it stopped.
fn look_closer(text: &str, start: usize, found: &mut u16) -> usize {
    let bytes = text.as_bytes();
    // What a blank at the beginning of the text stands behind is no blank.
    let byte_before = |at: usize, back: usize| at.checked_sub(back).map_or(b'.', |at| bytes[at]);
    // The last character beyond ASCII: where it ends, and its class.
    let mut last = (usize::MAX, 0);
    let mut at = start;
    while at < bytes.len() && at < start + BLOCK {
        let byte = bytes[at];
        match byte {
            b' ' | b'\n' => {
                let before = byte_before(at, 1);
                let second = byte_before(at, 2);
                if before == b' ' || before == b'\n' && (byte == b' ' || second == b'\n') {
                    *found |= WHITESPACE;
                }
                at += 1;
            }
            ..0x80 => {
                *found |= CLASSES[usize::from(byte)] as u16;
                at += 1;
            }
            _ => {
                let Some(letter) = text[at..].chars().next() else {
                    return text.len();
                };
                let class = class(letter);
                *found |= class as u16;
                let class_before = if last.0 == at {
                    last.1
                } else {
                    text[..at].chars().next_back().map_or(0, self::class)
                };
                *found |= of_pair(class_before, class);
                if has(class, FOREIGN) && beside_latin_word(bytes, at, at + letter.len_utf8()) {
                    *found |= HOMOGLYPHS;
                }
                at += letter.len_utf8();
                last = (at, class);
                // A pair of this and another one beyond ASCII is looked at from there.
                if let Some(&next) = bytes.get(at).filter(|next| next.is_ascii()) {
                    *found |= of_pair(class, CLASSES[usize::from(next)]);
                    if next == b' ' && matches!(letter, '\u{c2}' | '\u{c3}') {
                        *found |= MOJIBAKE;
                    }
                }
            }
        }
    }
    at
}

/// What it says that two characters stand side by side; nothing of two of ASCII.
fn of_pair(one: u32, next: u32) -> u16 {
    let mut found = 0;
    if has(next, LATIN) && has(one, FOREIGN) || has(next, FOREIGN) && has(one, LATIN) {
        found |= HOMOGLYPHS;
    }
    if (one >> STARTS) & (next >> CONTINUES) & CHARSETS != 0 {
        found |= MOJIBAKE;
    }
    found
}

/// Whether a letter at `start..end` begins behind a Latin word and one mark, or ends before them:
/// a whole word there may be spelt with look-alikes.
fn beside_latin_word(bytes: &[u8], start: usize, end: usize) -> bool {
    let is_mark = |mark: &[u8]| match mark {
        [byte] => byte.is_ascii() && !byte.is_ascii_alphabetic(),
        _ => mark == "\u{2019}".as_bytes(),
    };
    [1, 3].into_iter().any(|len| {
        start > len
            && is_mark(&bytes[start - len..start])
            && bytes[start - len - 1].is_ascii_alphabetic()
            || end + len < bytes.len()
                && is_mark(&bytes[end..end + len])
                && bytes[end + len].is_ascii_alphabetic()
    })
}

fn has(class: u32, bit: u16) -> bool {
    class & u32::from(bit) != 0
}

/// What there is to know about a character.
fn class(letter: char) -> u32 {
    match letter as usize {
        code @ ..TABLE => CLASSES[code],
        0x4e00..=0x9fff | 0xac00..=0xd7a3 => 0,
        _ => work_out(letter),
    }
}

/// Up to general punctuation; what lies behind is either rare or an ideograph or Hangul.
const TABLE: usize = 0x2100;

static CLASSES: [u32; TABLE] = classes();

#[expect(
    clippy::large_stack_arrays,
    reason = "evaluated by the compiler, for a static"
)]
const fn classes() -> [u32; TABLE] {
    let mut table = [0; TABLE];
    let mut code = 0;
    while code < TABLE {
        if let Some(letter) = char::from_u32(code as u32) {
            table[code] = work_out(letter);
        }
        code += 1;
    }
    table
}

const fn work_out(letter: char) -> u32 {
    let mut class: u16 = 0;
    if whitespace::is_blank(letter) && letter != ' '
        || whitespace::line_breaks(letter) > 0 && letter != '\n'
    {
        class |= WHITESPACE;
    }
    if invisible::is_suspect(letter) {
        class |= INVISIBLE;
    }
    if matches!(letter, '\u{80}'..='\u{9f}') {
        class |= MOJIBAKE;
    }
    if nfc::is_suspect(letter) {
        class |= NFC;
    }
    if letterforms::is_suspect(letter) || ligatures::is_suspect(letter) {
        class |= LETTERFORMS;
    }
    if quotes::straight(letter).is_some() {
        class |= QUOTES;
    }
    if dashes::is_dash(letter) {
        class |= DASHES;
    }
    if letter == '&' {
        class |= ENTITIES;
    }
    match script(letter) {
        Script::Latin => class |= LATIN,
        Script::Other => {}
        _ => class |= FOREIGN,
    }
    let (starts, continues) = mojibake::group_roles(letter);
    class as u32 | (starts as u32) << STARTS | (continues as u32) << CONTINUES
}

#[cfg(test)]
mod tests {
    use super::{CLASSES, HOMOGLYPHS, INVISIBLE, LATIN, MOJIBAKE, NFC, STARTS, WHITESPACE, scan};

    #[track_caller]
    fn check(text: &str, expected: u16) {
        for pad in [0, 1, 62, 63, 64, 65, 200] {
            let text = format!("{}{text}{}", "x".repeat(pad), "x".repeat(pad));
            let mask = HOMOGLYPHS | INVISIBLE | MOJIBAKE | NFC | WHITESPACE;
            assert_eq!(scan(&text) & mask & !LATIN, expected, "{text:?}");
        }
    }

    #[test]
    fn suspects() {
        for byte in 0..128u8 {
            let class = CLASSES[usize::from(byte)];
            assert_eq!(class >> STARTS, 0, "pairs of ASCII are not looked at");
        }
        check("plain text.\nTwo lines.\n\nTwo paragraphs.", 0);
        check("a  b", WHITESPACE);
        check("a\n\n\nb", WHITESPACE);
        check("a\r\nb", WHITESPACE);
        check("a\u{200b}b", INVISIBLE);
        check("Kor\u{435}a", HOMOGLYPHS);
        check("the \u{430}\u{441}\u{435}.", HOMOGLYPHS);
        check("it\u{2019}\u{455}.", HOMOGLYPHS);
        check("caf\u{c3}\u{a9}", MOJIBAKE);
        check("cafe\u{301}", NFC);
        check("- \u{41f}\u{440}\u{430}\u{432}\u{434}\u{430} -", 0);
        check(
            "\u{2018}ol\u{e9} ol\u{e9}\u{2019} \u{2013} caf\u{e9}s",
            MOJIBAKE,
        );
        check("\u{2018}caf\u{e9}s\u{2019} \u{2013} caf\u{e9}s", 0);
    }
}
