//! Damages sound text the way a wrongly declared charset does: its UTF-8 is read as another
//! charset, once or several times.
//!
//! The charsets come from `encoding_rs`, which the repair does not use, and for code page 437
//! from a table. Where a charset leaves a byte undefined, the WHATWG standard reads it as the
//! control character of the same number; programs that do not follow it fail there, so that the
//! strict kind of damage does not exist for a text with such a byte. The lossy kind has `\u{fffd}`
//! there; what can be expected of a repair then is one such character for each that lost a byte.
//! The mixed kind damages every other word beyond ASCII and leaves the others sound.

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};

/// A charset that UTF-8 is read as, and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Damage {
    pub(crate) name: &'static str,
    charset: Charset,
    layers: u32,
    mixed: bool,
}

#[derive(Clone, Copy, Debug)]
enum Charset {
    /// Every byte is the character of the same number.
    Latin1,
    Table(&'static Encoding),
    /// Refuses undefined bytes.
    Strict(&'static Encoding),
    /// Replaces undefined bytes.
    Lossy(&'static Encoding),
    CodePage437,
}

/// What is measured, in the order of the table.
pub(crate) const KINDS: [Damage; 17] = [
    kind("windows-1252", Charset::Table(WINDOWS_1252), 1),
    kind("windows-1252 ×2", Charset::Table(WINDOWS_1252), 2),
    kind("windows-1252 ×3", Charset::Table(WINDOWS_1252), 3),
    kind("windows-1252 strict", Charset::Strict(WINDOWS_1252), 1),
    kind("windows-1252 strict ×2", Charset::Strict(WINDOWS_1252), 2),
    kind("windows-1252 lossy", Charset::Lossy(WINDOWS_1252), 1),
    mixed("windows-1252 mixed", Charset::Table(WINDOWS_1252)),
    kind("latin-1", Charset::Latin1, 1),
    kind("latin-1 ×2", Charset::Latin1, 2),
    kind("windows-1250", Charset::Table(WINDOWS_1250), 1),
    kind("windows-1251", Charset::Table(WINDOWS_1251), 1),
    kind("KOI8-R", Charset::Table(KOI8_R), 1),
    kind("MacRoman", Charset::Table(MACINTOSH), 1),
    mixed("MacRoman mixed", Charset::Table(MACINTOSH)),
    kind("code page 437", Charset::CodePage437, 1),
    kind("iso-8859-2", Charset::Table(ISO_8859_2), 1),
    kind("iso-8859-15", Charset::Table(ISO_8859_15), 1),
];

const fn kind(name: &'static str, charset: Charset, layers: u32) -> Damage {
    Damage {
        name,
        charset,
        layers,
        mixed: false,
    }
}

const fn mixed(name: &'static str, charset: Charset) -> Damage {
    Damage {
        name,
        charset,
        layers: 1,
        mixed: true,
    }
}

impl Damage {
    /// The damaged text and what it should become; `None` where a program that does such damage
    /// would have failed, and where a text has not both kinds of words that make it mixed.
    pub(crate) fn of(self, text: &str) -> Option<(String, String)> {
        if self.mixed {
            return Some((self.of_every_other_word(text)?, text.to_owned()));
        }
        let mut damaged = text.to_owned();
        for _ in 0..self.layers {
            damaged = self.charset.read(damaged.as_bytes())?;
        }
        let left = match self.charset {
            Charset::Lossy(encoding) => left_over(text, encoding),
            _ => text.to_owned(),
        };
        Some((damaged, left))
    }

    fn of_every_other_word(self, text: &str) -> Option<String> {
        let mut out = String::new();
        let mut seen = 0;
        for word in text.split_inclusive(' ') {
            if word.is_ascii() {
                out.push_str(word);
                continue;
            }
            seen += 1;
            if seen % 2 == 1 {
                out.push_str(&self.charset.read(word.as_bytes())?);
            } else {
                out.push_str(word);
            }
        }
        (seen > 1).then_some(out)
    }
}

/// The text with each character replaced of which a byte is lost.
fn left_over(text: &str, encoding: &'static Encoding) -> String {
    let is_whole = |letter: &char| {
        let bytes = letter.encode_utf8(&mut [0; 4]).to_owned().into_bytes();
        Charset::Strict(encoding).read(&bytes).is_some()
    };
    let left = text.chars().map(|letter| {
        if is_whole(&letter) {
            letter
        } else {
            '\u{fffd}'
        }
    });
    left.collect()
}

/// Whether a byte of a charset is undefined, by the character that the standard reads it as.
fn is_undefined(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{9f}')
}

impl Charset {
    fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Latin1 => Some(bytes.iter().copied().map(char::from).collect()),
            Self::Table(encoding) => Some(encoding.decode_without_bom_handling(bytes).0.into()),
            Self::Strict(encoding) => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                (!text.contains(is_undefined)).then(|| text.into())
            }
            Self::Lossy(encoding) => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                Some(text.replace(is_undefined, "\u{fffd}"))
            }
            Self::CodePage437 => {
                let upper: Vec<char> = UPPER_437.chars().collect();
                let letter = |&byte: &u8| match byte.checked_sub(0x80) {
                    Some(at) => upper[usize::from(at)],
                    None => char::from(byte),
                };
                Some(bytes.iter().map(letter).collect())
            }
        }
    }
}

/// The upper half of code page 437.
const UPPER_437: &str = "\
ÇüéâäàåçêëèïîìÄÅ\
ÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
áíóúñÑªº¿⌐¬½¼¡«»\
░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
αßΓπΣσµτΦΘΩδ∞φε∩\
≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
