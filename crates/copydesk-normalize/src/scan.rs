//! One fast look at a text that says which rules could have work there, and where.
//!
//! Most text needs nothing. Blocks of 64 bytes are classified without branches, which the
//! compiler turns into vector code; only bytes that may matter (beyond ASCII, controls,
//! ampersands, doubled blanks) are looked at, each for one table load or two. Rules that are
//! not suspected do not run, and those that look at a place or a line run there only.
//!
//! A suspicion must never be missed: what a rule would change has a hit, or the text is
//! [`crowded`](Suspicions::places) and rules read all of it. `tests` in `lib.rs` compare gated
//! runs with runs of every rule over everything.

mod follow;
mod marks;

use crate::{
    dashes, entities, invisible, letterforms, ligatures, mojibake, nfc, quotes,
    scripts::{Script, script},
    whitespace,
};
use marks::{BLOCK, first_rough, marks};

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
/// Letters of scripts that can pass for one another, and marks on them: different ones side by
/// side are suspicious.
const LATIN: u16 = 1 << 9;
const CYRILLIC: u16 = 1 << 10;
const GREEK: u16 = 1 << 12;
const ARMENIAN: u16 = 1 << 13;
const RARE: u16 = 1 << 14;
const MARK: u16 = 1 << 15;
const FOREIGN: u16 = CYRILLIC | GREEK | ARMENIAN | RARE | MARK;
const SCRIPTS: u32 = (LATIN | FOREIGN) as u32;
/// What is left of a damaged piece where its no-break space was made a plain one.
const BEFORE_BLANK: u16 = 1 << 11;

/// Bits of a class that say in which charsets a character could start or continue a damaged
/// piece.
const STARTS: u32 = 16;
const CONTINUES: u32 = 24;
const CHARSETS: u32 = 0xff;

/// A place that raises a suspicion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hit {
    at: u32,
    kinds: u16,
}

/// The suspicions that a text raises.
#[derive(Clone, Debug)]
pub(crate) struct Suspicions {
    /// The kinds that are looked for.
    enabled: u16,
    /// The kinds found.
    found: u16,
    /// The places, in order.
    hits: Vec<Hit>,
    /// How many of them are kept: a text in which every other letter is suspicious is read as a
    /// whole, so that the list stays smaller than the text.
    most: usize,
    crowded: bool,
    /// Whether an ampersand was seen.
    ampersands: bool,
    /// Pairs of characters that could be damage, and how many of them turned out to be good for it.
    pairs: u32,
    damaged: u32,
}

/// Room for the hits of most articles that have any.
const USUAL: usize = 32;

/// How many such pairs are proof enough, where they are half of all: a text that is full of
/// damage is not asked about more.
const PROOF: u32 = 16;

/// The suspicions of the kinds `enabled` that a text raises.
pub(crate) fn scan(text: &str, enabled: u16) -> Suspicions {
    let mut suspicions = Suspicions {
        enabled,
        found: 0,
        hits: Vec::new(),
        most: text.len() / 8 + 8,
        crowded: false,
        ampersands: false,
        pairs: 0,
        damaged: 0,
    };
    suspicions.look_at(text, 0, text.len());
    suspicions
}

impl Suspicions {
    /// Whether no rule can have work.
    pub(crate) fn is_empty(&self) -> bool {
        self.found == 0
    }

    /// Whether there are suspicions of a kind.
    pub(crate) fn has(&self, kind: u16) -> bool {
        self.found & kind != 0
    }

    /// The places that raise a suspicion of a kind; `None` where there are so many that the
    /// whole text is suspicious.
    pub(crate) fn places(&self, kind: u16) -> Option<impl Iterator<Item = usize> + Clone> {
        let hits = self.hits.iter().filter(move |hit| hit.kinds & kind != 0);
        (!self.crowded).then(|| hits.map(|hit| hit.at as usize))
    }

    /// Whether the same places raise the same suspicions. Of pieces that may be damaged, there
    /// may be other ones where there are many.
    #[cfg(test)]
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let hits = |of: &Self| {
            let mut hits = of.hits.clone();
            for hit in &mut hits {
                hit.kinds &= !MOJIBAKE;
            }
            hits.retain(|hit| hit.kinds != 0);
            hits.dedup();
            hits
        };
        let crowded = self.crowded || other.crowded;
        self.found == other.found && (crowded || hits(self) == hits(other))
    }

    /// Notes the suspicions of `kinds` at a place behind all places so far.
    #[inline]
    fn note(&mut self, at: usize, kinds: u16) {
        let kinds = kinds & self.enabled;
        if kinds == 0 {
            return;
        }
        self.found |= kinds;
        if self.hits.len() < self.most {
            if self.hits.capacity() == 0 {
                self.hits.reserve(USUAL);
            }
            let at = at as u32;
            self.hits.push(Hit { at, kinds });
        } else {
            self.crowded = true;
        }
    }

    /// Looks at the characters from `start` to `end`; those around them are their context.
    fn look_at(&mut self, text: &str, start: usize, end: usize) {
        let bytes = text.as_bytes();
        if start == 0 && text.starts_with([' ', '\n']) {
            self.note(0, WHITESPACE);
        }
        // What is to be said of a character even where all around it is ASCII.
        let loud = u32::from(self.enabled | FOREIGN | BEFORE_BLANK);
        let quiet = u32::from(!self.enabled & FOREIGN & !MARK);
        let mut looked = start;
        // The class of the character that ends where it was looked to, if one was.
        let mut last = class_before(text, start);
        let mut block = start;
        while block < end {
            block = first_rough(bytes, block, end);
            if block >= end {
                break;
            }
            let mut marks = marks(bytes, block);
            if looked > block {
                marks &= u64::MAX << (looked - block);
            }
            if block + BLOCK > end {
                marks &= u64::MAX >> (block + BLOCK - end);
            }
            while marks != 0 {
                let place = marks.trailing_zeros() as usize;
                let at = block + place;
                if bytes[at] < 0x80 {
                    let kinds = self.of_ascii(bytes, at);
                    self.note(at, kinds);
                    marks &= marks - 1;
                    continue;
                }
                let (letter, len) = decode(bytes, at);
                let now = class(letter);
                let behind = (looked, last);
                (looked, last) = (at + len, now);
                marks &= !((u64::MAX >> (64 - len)) << place);
                // Inside of a foreign word nothing is to be said of a letter.
                if behind.0 == at
                    && is_inside(behind.1, now, quiet)
                    && matches!(bytes.get(looked), Some(0xcf..=0xd1))
                {
                    continue;
                }
                let alone = at > 0 && bytes[at - 1] < 0x80 && !goes_on(bytes, looked);
                if now & loud != 0 || now != 0 && !alone {
                    let before = if behind.0 == at {
                        behind.1
                    } else {
                        class_before(text, at)
                    };
                    let kinds = self.of_neighbours(text, at, looked, [before, now]) | now as u16;
                    self.note(at, kinds);
                }
            }
            block += BLOCK;
        }
        if end == text.len() && (text.ends_with(' ') || text.ends_with("\n\n")) {
            self.note(end - 1, WHITESPACE);
        }
    }

    /// What it raises that a character of class `now`, from `at` to `end`, stands where it does,
    /// behind one of class `before`.
    #[inline]
    fn of_neighbours(&mut self, text: &str, at: usize, end: usize, [before, now]: [u32; 2]) -> u16 {
        let mut kinds = of_pair(before, now);
        if may_be_damage(before, now) && self.enabled & MOJIBAKE != 0 {
            kinds |= self.of_damage(text, at);
        }
        if has(now, FOREIGN & !MARK) {
            let inside = has(before, LATIN | FOREIGN & !MARK) && goes_on_in_letters(text, end);
            if !inside && beside_latin_word(text, at, end) {
                kinds |= HOMOGLYPHS;
            }
        }
        // A pair of this and another one beyond ASCII is looked at from there.
        if let Some(&next) = text.as_bytes().get(end)
            && next < 0x80
        {
            kinds |= of_pair(now, CLASSES[usize::from(next)]);
            if next == b' ' && has(now, BEFORE_BLANK) {
                kinds |= MOJIBAKE;
            }
        }
        kinds
    }

    /// The suspicion that a damaged piece starts with the character before `at`.
    #[cold]
    fn of_damage(&mut self, text: &str, at: usize) -> u16 {
        if self.damaged < PROOF || self.damaged < self.pairs / 2 {
            self.pairs += 1;
            let lead = text[..at].char_indices().next_back();
            if !lead.is_some_and(|(lead, _)| mojibake::may_be_damaged(text, lead)) {
                return 0;
            }
            self.damaged += 1;
        }
        MOJIBAKE
    }

    /// What a marked character of ASCII raises.
    fn of_ascii(&mut self, bytes: &[u8], at: usize) -> u16 {
        match bytes[at] {
            b' ' | b'\n' => WHITESPACE,
            b'&' => {
                self.ampersands = true;
                if entities::may_start(bytes, at) {
                    ENTITIES
                } else {
                    0
                }
            }
            byte => CLASSES[usize::from(byte)] as u16,
        }
    }
}

/// The code of the character beyond ASCII at `at`, and its length.
#[expect(
    clippy::inline_always,
    reason = "as a call it costs a tenth of the speed of a scan of accented text"
)]
#[inline(always)]
pub(crate) fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let bits = |ahead: usize| u32::from(bytes[at + ahead] & 0x3f);
    let lead = u32::from(bytes[at]);
    match lead {
        0xc0..0xe0 => ((lead & 0x1f) << 6 | bits(1), 2),
        0xe0..0xf0 => ((lead & 0xf) << 12 | bits(1) << 6 | bits(2), 3),
        _ => ((lead & 7) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4),
    }
}

/// Whether there is a character beyond ASCII at `at`.
#[inline]
fn goes_on(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|&byte| byte >= 0x80)
}

/// The class of the character that ends at `at`.
#[inline]
fn class_before(text: &str, at: usize) -> u32 {
    let bytes = text.as_bytes();
    match at.checked_sub(1).map(|before| bytes[before]) {
        None => 0,
        Some(byte @ ..0x80) => CLASSES[usize::from(byte)],
        Some(_) => {
            let before = text[..at].chars().next_back();
            before.map_or(0, |letter| class(letter as u32))
        }
    }
}

/// What it says that two characters stand side by side; nothing of two of ASCII.
#[inline]
fn of_pair(one: u32, next: u32) -> u16 {
    let (one, next) = (one & SCRIPTS, next & SCRIPTS);
    if one != next && one != 0 && next != 0 {
        HOMOGLYPHS
    } else {
        0
    }
}

/// Whether a letter is of the foreign script that the one before it is of, and of none but `quiet`
/// kinds, so that the two say nothing.
#[inline]
fn is_inside(before: u32, now: u32, quiet: u32) -> bool {
    let kinds = now & 0xffff;
    kinds != 0 && kinds & !quiet == 0 && before & SCRIPTS == kinds && !may_be_damage(before, now)
}

/// Whether two characters could be the first two of a damaged piece in some charset.
#[inline]
fn may_be_damage(one: u32, next: u32) -> bool {
    (one >> STARTS) & (next >> CONTINUES) & CHARSETS != 0
}

/// Whether a letter is sure to stand at a place, by its first byte: most small ones of ASCII, of
/// Greek and of Cyrillic.
#[inline]
fn goes_on_in_letters(text: &str, at: usize) -> bool {
    matches!(
        text.as_bytes().get(at),
        Some(b'a'..=b'z' | b'A'..=b'Z' | 0xcf..=0xd1)
    )
}

/// Whether a letter at `start..end` begins behind a Latin word and one mark, or ends before them,
/// or touches a number: a whole word there may be spelt with look-alikes.
fn beside_latin_word(text: &str, start: usize, end: usize) -> bool {
    let (behind, ahead) = text.as_bytes().split_at(start);
    let ahead = &ahead[end - start..];
    // Nearly all words of foreign text stand between blanks and marks, beside others like them.
    let is_before = match behind {
        [] | [.., 0xcf..=0xd1, _, b' '] | [.., b'!'..=b'/', b' '] => false,
        _ => {
            let mut before = text[..start].chars().rev();
            is_beside(before.next(), before.next())
        }
    };
    let is_after = || match ahead {
        [] | [b' ', 0xcf..=0xd1, ..] | [b'!'..=b'/', b' ' | b'\n', ..] => false,
        _ => {
            let mut after = text[end..].chars();
            is_beside(after.next(), after.next())
        }
    };
    is_before || is_after()
}

/// Whether the character `near` and the one behind it are a number, or a mark and the edge of a
/// Latin word or number.
fn is_beside(near: Option<char>, far: Option<char>) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let is_latin = || far.is_some_and(|letter| script(letter) == Script::Latin);
    is_digit(near)
        || near.is_some_and(|mark| {
            script(mark) == Script::Other && (is_latin() || mark != ' ' && is_digit(far))
        })
}

fn has(class: u32, bit: u16) -> bool {
    class & u32::from(bit) != 0
}

/// What there is to know about a character, by its code.
#[inline]
fn class(code: u32) -> u32 {
    match CLASSES.get(code as usize) {
        Some(&class) => class,
        None => class_beyond(code),
    }
}

/// The class of a character that the table does not hold.
#[inline(never)]
fn class_beyond(code: u32) -> u32 {
    match code {
        0x3041..=0x3096 | 0x309b..=0x30ff | 0x4e00..=0x9fff | 0xac00..=0xd7a3 => 0,
        _ => char::from_u32(code).map_or(0, work_out),
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
        Script::Cyrillic => class |= CYRILLIC,
        Script::Greek => class |= GREEK,
        Script::Armenian => class |= ARMENIAN,
        Script::Cherokee | Script::Lisu | Script::Coptic | Script::Rare => class |= RARE,
        Script::Other if matches!(letter, '\u{300}'..='\u{36f}') => class |= MARK,
        Script::Other => {}
    }
    if matches!(letter, '\u{c2}' | '\u{c3}') {
        class |= BEFORE_BLANK;
    }
    let (starts, continues) = mojibake::group_roles(letter);
    class as u32 | (starts as u32) << STARTS | (continues as u32) << CONTINUES
}

#[cfg(test)]
mod tests {
    use super::{
        CLASSES, ENTITIES, HOMOGLYPHS, INVISIBLE, MOJIBAKE, NFC, STARTS, WHITESPACE, class, scan,
        work_out,
    };

    #[track_caller]
    fn check(text: &str, expected: u16) {
        for pad in [0, 1, 62, 63, 64, 65, 200] {
            let text = format!("{}{text}{}", "x".repeat(pad), "x".repeat(pad));
            let mask = ENTITIES | HOMOGLYPHS | INVISIBLE | MOJIBAKE | NFC | WHITESPACE;
            assert_eq!(scan(&text, mask).found, expected, "{text:?}");
        }
    }

    #[test]
    fn shortcuts_agree() {
        for letter in '\0'..=char::MAX {
            assert_eq!(class(letter as u32), work_out(letter), "{letter:?}");
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
        check("a \nb", WHITESPACE);
        check("a\n b", WHITESPACE);
        check("AT&T, R&D: a && b", 0);
        check("AT&amp;T", ENTITIES);
        check("a\n\n\nb", WHITESPACE);
        check("a\r\nb", WHITESPACE);
        check("a\u{200b}b", INVISIBLE);
        check("Kor\u{435}a", HOMOGLYPHS);
        check("the \u{430}\u{441}\u{435}.", HOMOGLYPHS);
        check("it\u{2019}\u{455}.", HOMOGLYPHS);
        check(". \u{3b9}\u{441}\u{435} .", HOMOGLYPHS);
        check("caf\u{c3}\u{a9}", MOJIBAKE);
        check("cafe\u{301}.", NFC | HOMOGLYPHS);
        check("- \u{41f}\u{440}\u{430}\u{432}\u{434}\u{430} -", 0);
        check("\u{2018}ol\u{e9} ol\u{e9}\u{2019} \u{2013} caf\u{e9}s", 0);
        check("\u{2018}caf\u{e9}s\u{2019} \u{2013} caf\u{e9}s", 0);
    }
}
