//! The script of a letter.
//!
//! *What*: a look at the Unicode block. *Why*: most scripts leave one language of news, or a few.
//! *Example*: `ж` is Cyrillic. *Known misses*: letters outside the blocks that newspapers use count
//! as no letters.

/// A script that languages of news are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// Latin.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Arabic.
    Arabic,
    /// Devanagari.
    Devanagari,
    /// Han, Hiragana, Katakana and Bopomofo.
    Han,
    /// Hebrew.
    Hebrew,
    /// Bengali.
    Bengali,
    /// Greek.
    Greek,
    /// Hangul.
    Hangul,
    /// Thai.
    Thai,
    /// Armenian.
    Armenian,
    /// Georgian.
    Georgian,
    /// Gurmukhi.
    Gurmukhi,
    /// Gujarati.
    Gujarati,
    /// Odia.
    Odia,
    /// Tamil.
    Tamil,
    /// Telugu.
    Telugu,
    /// Kannada.
    Kannada,
    /// Malayalam.
    Malayalam,
    /// Sinhala.
    Sinhala,
    /// Lao.
    Lao,
    /// Myanmar.
    Myanmar,
    /// Khmer.
    Khmer,
    /// Letters of other scripts, and those of Kurdish and Uighur that Arabic, Persian and Urdu lack.
    Other,
}

/// Scripts that there are.
pub(super) const SCRIPTS: usize = Script::Other as usize + 1;

/// All of them, in order.
pub(super) const ALL: [Script; SCRIPTS] = [
    Script::Latin,
    Script::Cyrillic,
    Script::Arabic,
    Script::Devanagari,
    Script::Han,
    Script::Hebrew,
    Script::Bengali,
    Script::Greek,
    Script::Hangul,
    Script::Thai,
    Script::Armenian,
    Script::Georgian,
    Script::Gurmukhi,
    Script::Gujarati,
    Script::Odia,
    Script::Tamil,
    Script::Telugu,
    Script::Kannada,
    Script::Malayalam,
    Script::Sinhala,
    Script::Lao,
    Script::Myanmar,
    Script::Khmer,
    Script::Other,
];

impl Script {
    /// The script of a letter or of a mark on one; `None` for what is neither.
    #[inline]
    pub fn of(char: char) -> Option<Self> {
        if char.is_ascii() {
            return char.is_ascii_alphabetic().then_some(Self::Latin);
        }
        Some(match u32::from(char) {
            0xAA | 0xBA | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x2AF | 0x1E00..=0x1EFF => Self::Latin,
            0x370..=0x37D | 0x386 | 0x388..=0x3FF | 0x1F00..=0x1FFF => Self::Greek,
            0x400..=0x52F => Self::Cyrillic,
            0x531..=0x556 | 0x561..=0x587 => Self::Armenian,
            0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5D0..=0x5F2 => Self::Hebrew,
            0x695 | 0x6B5 | 0x6C6 | 0x6CE | 0x6D5 => Self::Other,
            0x620..=0x65F
            | 0x66E..=0x6D3
            | 0x6D5..=0x6DC
            | 0x6DF..=0x6E8
            | 0x6EA..=0x6EF
            | 0x6FA..=0x6FC
            | 0x750..=0x77F
            | 0xFB50..=0xFDFB
            | 0xFE70..=0xFEFC => Self::Arabic,
            0x900..=0x963 | 0x971..=0x97F => Self::Devanagari,
            0x980..=0x9E3 | 0x9F0..=0x9F1 => Self::Bengali,
            0xA00..=0xA65 | 0xA70..=0xA7F => Self::Gurmukhi,
            0xA80..=0xAE5 | 0xAF9..=0xAFF => Self::Gujarati,
            0xB00..=0xB65 | 0xB71 => Self::Odia,
            0xB80..=0xBE5 => Self::Tamil,
            0xC00..=0xC65 => Self::Telugu,
            0xC80..=0xCE5 => Self::Kannada,
            0xD00..=0xD65 | 0xD7A..=0xD7F => Self::Malayalam,
            0xD80..=0xDE5 | 0xDF2..=0xDF3 => Self::Sinhala,
            0xE01..=0xE3A | 0xE40..=0xE4E => Self::Thai,
            0xE80..=0xECF | 0xEDC..=0xEDF => Self::Lao,
            0x1000..=0x103F | 0x1050..=0x109F => Self::Myanmar,
            0x10A0..=0x10FA | 0x10FC..=0x10FF | 0x1C90..=0x1CBF => Self::Georgian,
            0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3 => Self::Hangul,
            0x1780..=0x17D3 => Self::Khmer,
            0x3005..=0x3007
            | 0x3041..=0x3096
            | 0x309D..=0x309F
            | 0x30A1..=0x30FA
            | 0x30FC..=0x312F
            | 0x31F0..=0x31FF
            | 0x3400..=0x9FFF
            | 0xF900..=0xFAFF
            | 0xFF66..=0xFF9D
            | 0x20000..=0x3FFFF => Self::Han,
            0x700..=0x74F
            | 0x780..=0x8FF
            | 0x1200..=0x1777
            | 0x1800..=0x1C8F
            | 0x2C00..=0x2DDF
            | 0xA000..=0xA6FF
            | 0xA840..=0xABFF
            | 0x10000..=0x1FFFF
                if char.is_alphabetic() =>
            {
                Self::Other
            }
            _ => return None,
        })
    }

    /// What a letter weighs where two scripts are compared: a Chinese one is most of a word.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Han => 4,
            Self::Hangul => 3,
            // One letter of fifteen, in Kurdish.
            Self::Other => 16,
            _ => 1,
        }
    }

    /// Whether no spaces stand between the words of the script.
    pub(super) fn is_unspaced(self) -> bool {
        matches!(
            self,
            Self::Han | Self::Thai | Self::Lao | Self::Myanmar | Self::Khmer
        )
    }

    /// The language that the script leaves, where it leaves one.
    pub(super) fn language(self) -> Option<&'static str> {
        Some(match self {
            Self::Bengali => "bn",
            Self::Greek => "el",
            Self::Hangul => "ko",
            Self::Thai => "th",
            Self::Armenian => "hy",
            Self::Georgian => "ka",
            Self::Gurmukhi => "pa",
            Self::Gujarati => "gu",
            Self::Odia => "or",
            Self::Tamil => "ta",
            Self::Telugu => "te",
            Self::Kannada => "kn",
            Self::Malayalam => "ml",
            Self::Sinhala => "si",
            Self::Lao => "lo",
            Self::Myanmar => "my",
            Self::Khmer => "km",
            _ => return None,
        })
    }
}
