//! Which characters stand side by side in sound text, and which do not.
//!
//! The kinds are coarse, and so are the weights: 1 is unusual, 2 is rare, 3 is not seen. They
//! speak of the characters that the charsets have beyond ASCII; pairs of ASCII weigh nothing.

use super::charsets::roles;

/// What a character is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    Ascii,
    Letter {
        script: Script,
        upper: bool,
    },
    /// No-break space, soft hyphen, dashes, ellipsis, middle dot, apostrophe: stand anywhere.
    Common,
    Opening,
    /// Marks that open in some languages and close in others.
    Quote,
    Closing,
    /// Behind names.
    Sign,
    Currency,
    Number,
    Note,
    Math,
    /// Between numbers.
    Operator,
    Frame,
    /// What hardly any text holds.
    Odd,
    Control,
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// Latin of ASCII is apart: everything stands beside it.
    Ascii,
    Latin,
    Greek,
    Cyrillic,
}

fn kind(letter: char) -> Kind {
    match letter {
        ' ' | '\t' | '\n' => Kind::Blank,
        'a'..='z' | 'A'..='Z' => Kind::Letter {
            script: Script::Ascii,
            upper: letter.is_ascii_uppercase(),
        },
        ..'\u{80}' => Kind::Ascii,
        ..'\u{a0}' => Kind::Control,
        '\u{a0}' | '\u{ad}' | '\u{b7}' | '\u{2013}'..='\u{2015}' | '\u{2026}' | '\u{2019}' => {
            Kind::Common
        }
        '\u{a1}' | '\u{bf}' | '\u{201a}' | '\u{201e}' => Kind::Opening,
        '\u{ab}' | '\u{b4}' | '\u{bb}' | '\u{2039}' | '\u{203a}' | '\u{2018}' | '\u{201c}' => {
            Kind::Quote
        }
        '\u{201d}' => Kind::Closing,
        '\u{ae}' | '\u{a9}' | '\u{2122}' => Kind::Sign,
        '\u{a2}' | '\u{a3}' | '\u{a5}' | '\u{20a7}' | '\u{20ac}' => Kind::Currency,
        '\u{b0}' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{207f}' => Kind::Number,
        '\u{aa}' | '\u{ba}' | '\u{a7}' | '\u{b6}' | '\u{2020}' | '\u{2021}' | '\u{2022}'
        | '\u{2030}' | '\u{2116}' => Kind::Note,
        '\u{b1}'
        | '\u{b5}'
        | '\u{bc}'..='\u{be}'
        | '\u{2044}'
        | '\u{2200}'..='\u{22ff}'
        | '\u{25ca}' => Kind::Math,
        '\u{d7}' | '\u{f7}' => Kind::Operator,
        '\u{2500}'..='\u{25ff}' => Kind::Frame,
        '\u{fffd}' => Kind::Lost,
        '\u{192}' => Kind::Odd,
        '\u{c0}'..='\u{24f}' | '\u{fb01}' | '\u{fb02}' => of_letter(letter, Script::Latin),
        '\u{386}' | '\u{388}'..='\u{3ff}' => of_letter(letter, Script::Greek),
        '\u{400}'..='\u{52f}' => of_letter(letter, Script::Cyrillic),
        _ => Kind::Odd,
    }
}

fn of_letter(letter: char, script: Script) -> Kind {
    Kind::Letter {
        script,
        upper: letter.is_uppercase(),
    }
}

/// How little it is to be expected that `right` follows `left`, before `next`.
pub(super) fn clash(left: Option<char>, right: char, next: Option<char>) -> u32 {
    if left.is_some_and(|left| no_language_has(left, right)) {
        return 3;
    }
    let left = left.map_or(Kind::Blank, kind);
    let right = kind(right);
    let next = next.map_or(Kind::Blank, kind);
    let inside = matches!(next, Kind::Letter { .. } | Kind::Number | Kind::Currency);
    match (left, right) {
        (Kind::Control, _) | (_, Kind::Control) => 3,
        (
            Kind::Letter { script, upper },
            Kind::Letter {
                script: other,
                upper: capital,
            },
        ) => match (script, other) {
            (Script::Ascii, Script::Ascii) => 0,
            (Script::Ascii | Script::Latin, Script::Ascii | Script::Latin)
            | (Script::Cyrillic, Script::Cyrillic)
            | (Script::Greek, Script::Greek) => 2 * u32::from(!upper && capital),
            _ => 2,
        },
        (Kind::Letter { script, .. }, right) => behind_letter(script, right, inside, next),
        (left, Kind::Letter { script, .. }) => before_letter(left, script),
        (Kind::Blank | Kind::Ascii | Kind::Lost, _)
        | (_, Kind::Blank | Kind::Ascii | Kind::Lost) => 0,
        (Kind::Odd, Kind::Odd) => 0,
        (Kind::Odd, Kind::Quote) => 1,
        (Kind::Odd, _) | (_, Kind::Odd) => 2,
        (Kind::Operator, _) | (_, Kind::Operator) => 0,
        (Kind::Frame, Kind::Frame) | (Kind::Math, Kind::Math | Kind::Number) => 0,
        (Kind::Frame | Kind::Math, Kind::Common) => 1,
        (Kind::Common, Kind::Math | Kind::Frame) => 0,
        (Kind::Frame | Kind::Math, _) | (_, Kind::Frame | Kind::Math) => 2,
        (
            Kind::Currency,
            Kind::Sign | Kind::Closing | Kind::Quote | Kind::Opening | Kind::Currency,
        ) => 2,
        (Kind::Currency, _) => 1,
        (Kind::Common, Kind::Note) => 1,
        _ => 0,
    }
}

/// Whether two letters of windows-1250 are of languages that have not both: Romanian or Slovak, and
/// Polish, Czech or Turkish.
fn no_language_has(left: char, right: char) -> bool {
    match left {
        '\u{c2}' | '\u{102}' => is_slavic(right),
        '\u{139}' => {
            is_slavic(right)
                && !matches!(
                    right,
                    '\u{160}'
                        | '\u{161}'
                        | '\u{164}'
                        | '\u{165}'
                        | '\u{17d}'
                        | '\u{17e}'
                        | '\u{13d}'
                        | '\u{13e}'
                )
        }
        _ => false,
    }
}

fn is_slavic(letter: char) -> bool {
    matches!(
        letter,
        '\u{104}'
            | '\u{105}'
            | '\u{13d}'
            | '\u{13e}'
            | '\u{141}'
            | '\u{142}'
            | '\u{15a}'
            | '\u{15b}'
            | '\u{160}'
            | '\u{161}'
            | '\u{164}'
            | '\u{165}'
            | '\u{179}'..='\u{17e}'
    )
}

/// Whether a piece that stands alone may be two signs: `\u{d8}\u{b1}` is a diameter with its tolerance as
/// well as an Arabic letter.
pub(super) fn may_be_signs(last: char, decoded: char) -> bool {
    matches!(block(decoded), Block::Script(_))
        && matches!(
            kind(last),
            Kind::Math | Kind::Operator | Kind::Number | Kind::Currency | Kind::Note
        )
}

fn behind_letter(script: Script, right: Kind, inside: bool, next: Kind) -> u32 {
    let plain = script == Script::Ascii;
    match right {
        Kind::Odd => 3,
        Kind::Opening if inside => 3,
        Kind::Frame if plain && !inside && next != Kind::Frame => 1,
        Kind::Frame => 3,
        Kind::Math if plain || script == Script::Greek => 1,
        Kind::Math => 3,
        Kind::Quote | Kind::Closing | Kind::Sign if inside => 2,
        Kind::Currency if plain => 0,
        Kind::Currency => 2,
        Kind::Number => u32::from(!plain),
        Kind::Note => 1 + u32::from(inside && !plain),
        _ => 0,
    }
}

fn before_letter(left: Kind, script: Script) -> u32 {
    let plain = script == Script::Ascii;
    match left {
        Kind::Odd if plain => 1,
        Kind::Odd => 3,
        Kind::Frame | Kind::Math if plain => 0,
        Kind::Math if script == Script::Greek => 0,
        Kind::Frame | Kind::Math => 3,
        Kind::Sign | Kind::Closing => 2,
        Kind::Currency | Kind::Number | Kind::Note => 1,
        _ => 0,
    }
}

/// Whether a piece is nothing but letters of one script, as a word is, or nothing but parts of a
/// frame.
pub(super) fn looks_sound(piece: &str) -> bool {
    let mut kinds = piece.chars().map(kind);
    match kinds.next() {
        Some(Kind::Frame) => kinds.all(|kind| kind == Kind::Frame),
        Some(Kind::Letter { script, upper }) => kinds.all(|kind| match kind {
            Kind::Letter {
                script: other,
                upper: capital,
            } => script == other && (upper || !capital),
            _ => false,
        }),
        _ => false,
    }
}

/// Whether a piece stands for a blank between plain ones, as a letter with a no-break space
/// seldom does.
pub(super) fn ends_in_two_blanks(piece: &str, after: Option<char>) -> bool {
    piece.ends_with('\u{a0}') && after.is_some_and(|after| after == ' ')
}

/// Whether a character is one that hardly any text holds. The letters of African
/// languages are not.
pub(super) fn is_rare(decoded: char) -> bool {
    match decoded {
        '\u{181}'
        | '\u{186}'
        | '\u{187}'
        | '\u{189}'
        | '\u{18a}'
        | '\u{18e}'..='\u{191}'
        | '\u{193}'
        | '\u{194}'
        | '\u{196}'..='\u{199}'
        | '\u{19d}'
        | '\u{1a0}'
        | '\u{1a1}'
        | '\u{1af}'..='\u{1b4}'
        | '\u{1b7}'
        | '\u{1cd}'..='\u{1dc}'
        | '\u{1e6}'..='\u{1e9}'
        | '\u{1f8}'
        | '\u{1f9}'
        | '\u{218}'..='\u{21b}'
        | '\u{253}'..='\u{257}'
        | '\u{259}'
        | '\u{25b}'
        | '\u{260}'
        | '\u{263}'
        | '\u{268}'
        | '\u{269}'
        | '\u{272}'
        | '\u{289}'
        | '\u{28a}'
        | '\u{28b}'
        | '\u{28c}'
        | '\u{292}'
        | '\u{294}'
        | '\u{2bb}'
        | '\u{2bc}'
        | '\u{300}'..='\u{304}'
        | '\u{306}'..='\u{30c}'
        | '\u{311}'
        | '\u{323}'
        | '\u{327}'..='\u{332}' => false,
        '\u{138}'..='\u{140}' => !matches!(decoded, '\u{139}'..='\u{13e}'),
        '\u{149}' | '\u{17f}' => true,
        '\u{80}'..='\u{9f}'
        | '\u{180}'..='\u{36f}'
        | '\u{460}'..='\u{48f}'
        | '\u{500}'..='\u{52f}'
        | '\u{700}'..='\u{7ff}' => true,
        // Of three bytes: enclosed letters, dead and rare scripts.
        '\u{1680}'..='\u{177f}' | '\u{19e0}'..='\u{1cff}' | '\u{2400}'..='\u{24ff}' => true,
        _ => false,
    }
}

/// How little a letter is to be expected at its place: what decides between two charsets that
/// both read a text. Capitals and signs inside of words, and letters that few languages have.
pub(super) fn strangeness(before: Option<char>, decoded: char, after: Option<char>) -> u32 {
    let misfit = 8 * u32::from(is_misfit(before, decoded, after));
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_small = |letter: Option<char>| letter.is_some_and(char::is_lowercase);
    let case = if decoded.is_uppercase() {
        // The capital may be the first half of another layer of damage.
        let layered = after.is_some_and(|after| roles(decoded).0 & roles(after).1 != 0);
        (is_small(before) || is_letter(before) && is_small(after)) && !layered
    } else {
        matches!(kind(decoded), Kind::Operator | Kind::Math)
            && is_letter(before)
            && is_letter(after)
    };
    let rank = match decoded {
        _ if is_rare(decoded) => 3,
        '\u{f0}'
        | '\u{fe}'
        | '\u{ff}'
        | '\u{108}'..='\u{10b}'
        | '\u{11c}'..='\u{11d}'
        | '\u{120}'..='\u{121}'
        | '\u{124}'..='\u{129}'
        | '\u{12c}'..='\u{12d}'
        | '\u{132}'..='\u{135}'
        | '\u{14e}'..='\u{14f}'
        | '\u{154}'..='\u{157}'
        | '\u{15c}'..='\u{15d}'
        | '\u{166}'..='\u{169}'
        | '\u{16c}'..='\u{16d}'
        | '\u{174}'..='\u{177}' => 2,
        _ => 0,
    };
    misfit + 4 * u32::from(case) + rank
}

/// Whether a piece gives something else than a capital at the end of a word in capitals: it is a
/// capital with a sign behind it. Hardly any word ends in `\u{c2}`.
pub(super) fn breaks_capitals(
    before: &str,
    lead: char,
    decoded: char,
    after: Option<char>,
) -> bool {
    decoded < '\u{370}'
        && lead != '\u{c2}'
        && !decoded.is_uppercase()
        && !after.is_some_and(char::is_alphabetic)
        && ends_in_capitals(before)
}

fn ends_in_capitals(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_uppercase)
}

/// How strange the letters of a whole text are together: `\u{e5}` is Nordic, and such text has
/// other letters than those with an acute or a caron.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Company {
    ring: bool,
    nordic: bool,
    acute: bool,
}

impl Company {
    pub(super) fn add(&mut self, decoded: char) {
        match decoded {
            '\u{e5}' => self.ring = true,
            '\u{e4}' | '\u{e6}' | '\u{f6}' | '\u{f8}' => self.nordic = true,
            '\u{ed}' | '\u{f1}' | '\u{f3}' | '\u{fa}' | '\u{fd}' | '\u{10d}' | '\u{11b}'
            | '\u{159}' => self.acute = true,
            _ => {}
        }
    }

    pub(super) fn strangeness(self) -> u32 {
        4 * u32::from(self.ring && self.acute && !self.nordic)
    }
}

/// Whether what was decoded does not fit beside its neighbours: letters of two scripts in one
/// word, and what no text holds.
pub(super) fn is_misfit(before: Option<char>, decoded: char, after: Option<char>) -> bool {
    let own = match block(decoded) {
        Block::Nothing => return true,
        Block::Neutral => return false,
        block => block,
    };
    let clashes = |letter: char| match block(letter) {
        Block::Neutral | Block::Nothing | Block::Unspaced => false,
        other => own != Block::Unspaced && own != other,
    };
    before.is_some_and(clashes) || after.is_some_and(clashes)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    /// Marks, signs, emoji: they stand beside anything.
    Neutral,
    Latin,
    /// Scripts that set no blanks between words.
    Unspaced,
    /// Other scripts, by number.
    Script(u32),
    /// Private use and what is not assigned.
    Nothing,
}

fn block(letter: char) -> Block {
    match letter as u32 {
        0x41..=0x5a
        | 0x61..=0x7a
        | 0xc0..=0x2af
        | 0x1d00..=0x1dbf
        | 0x1e00..=0x1eff
        | 0x2c60..=0x2c7f
        | 0xa720..=0xa7ff
        | 0xfb00..=0xfb06 => Block::Latin,
        ..0x370 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff => Block::Neutral,
        0x370..=0x3ff | 0x1f00..=0x1fff => Block::Script(0),
        0x400..=0x52f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Block::Script(1),
        0x530..=0x58f | 0xfb13..=0xfb17 => Block::Script(2),
        0x590..=0x5ff | 0xfb1d..=0xfb4f => Block::Script(3),
        0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefe => {
            Block::Script(4)
        }
        code @ 0x700..=0xdff => Block::Script(code >> 7),
        0xe00..=0x109f | 0x1780..=0x17ff | 0x1950..=0x1aaf => Block::Unspaced,
        0x10a0..=0x10ff | 0x2d00..=0x2d2f => Block::Script(5),
        0x1200..=0x139f | 0x2d80..=0x2ddf => Block::Script(6),
        0x13a0..=0x13ff => Block::Script(7),
        0x1400..=0x167f | 0x18b0..=0x18ff => Block::Script(8),
        0x1100..=0x11ff => Block::Unspaced,
        0x1800..=0x18af => Block::Script(9),
        code @ 0x1680..=0x1dff => Block::Script(code >> 7),
        0x2000..=0x2bff
        | 0x2e00..=0x2e7f
        | 0xa700..=0xa71f
        | 0xfe00..=0xfe6f
        | 0xff00..=0xffff
        | 0xfeff => Block::Neutral,
        0xe000..=0xf8ff => Block::Nothing,
        code @ 0x2c00..=0x2dff => Block::Script(code >> 7),
        0x2e80..=0xfaff => Block::Unspaced,
        0x1f000..=0x1faff | 0x1d400..=0x1d7ff | 0xe0000..=0xe01ef => Block::Neutral,
        code @ 0x10000..=0x1efff => Block::Script(code >> 8),
        0x20000..=0x323af => Block::Unspaced,
        _ => Block::Nothing,
    }
}
