//! Damages sound text the way a wrongly declared charset does: its UTF-8 is read as another
//! charset, once or several times.
//!
//! The charsets come from `encoding_rs`, which the repair does not use, and for code page 437
//! from a table. Where a charset leaves a byte undefined, the WHATWG standard reads it as the
//! control character of the same number; programs that do not follow it fail there, so that the
//! strict kind of damage does not exist for a text with such a byte.

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};

/// A charset that UTF-8 is read as, and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Damage {
    pub(crate) name: &'static str,
    charset: Charset,
    layers: u32,
}

#[derive(Clone, Copy, Debug)]
enum Charset {
    /// Every byte is the character of the same number.
    Latin1,
    Table(&'static Encoding),
    /// Refuses undefined bytes.
    Strict(&'static Encoding),
    CodePage437,
}

/// What is measured, in the order of the table.
pub(crate) const KINDS: [Damage; 14] = [
    kind("windows-1252", Charset::Table(WINDOWS_1252), 1),
    kind("windows-1252 ×2", Charset::Table(WINDOWS_1252), 2),
    kind("windows-1252 ×3", Charset::Table(WINDOWS_1252), 3),
    kind("windows-1252 strict", Charset::Strict(WINDOWS_1252), 1),
    kind("windows-1252 strict ×2", Charset::Strict(WINDOWS_1252), 2),
    kind("latin-1", Charset::Latin1, 1),
    kind("latin-1 ×2", Charset::Latin1, 2),
    kind("windows-1250", Charset::Table(WINDOWS_1250), 1),
    kind("windows-1251", Charset::Table(WINDOWS_1251), 1),
    kind("KOI8-R", Charset::Table(KOI8_R), 1),
    kind("MacRoman", Charset::Table(MACINTOSH), 1),
    kind("code page 437", Charset::CodePage437, 1),
    kind("iso-8859-2", Charset::Table(ISO_8859_2), 1),
    kind("iso-8859-15", Charset::Table(ISO_8859_15), 1),
];

const fn kind(name: &'static str, charset: Charset, layers: u32) -> Damage {
    Damage {
        name,
        charset,
        layers,
    }
}

impl Damage {
    /// The damaged text; `None` where a program that does such damage would have failed.
    pub(crate) fn of(self, text: &str) -> Option<String> {
        (0..self.layers).try_fold(text.to_owned(), |text, _| {
            self.charset.read(text.as_bytes())
        })
    }
}

impl Charset {
    fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Latin1 => Some(bytes.iter().copied().map(char::from).collect()),
            Self::Table(encoding) => Some(encoding.decode_without_bom_handling(bytes).0.into()),
            Self::Strict(encoding) => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                let is_undefined = |letter| matches!(letter, '\u{80}'..='\u{9f}');
                (!text.contains(is_undefined)).then(|| text.into())
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
