//! The names of the rules, in the order in which they run.

use crate::scan;

/// One kind of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Entities,
    Mojibake,
    Nfc,
    Invisible,
    Letterforms,
    Homoglyphs,
    Whitespace,
    Quotes,
    Dashes,
}

impl Rule {
    /// How many there are.
    pub(crate) const COUNT: usize = 9;

    /// All rules in their order.
    pub(crate) const ALL: [Self; Self::COUNT] = [
        Self::Entities,
        Self::Mojibake,
        Self::Nfc,
        Self::Invisible,
        Self::Letterforms,
        Self::Homoglyphs,
        Self::Whitespace,
        Self::Quotes,
        Self::Dashes,
    ];

    /// The code of its diagnostic.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Entities => "normalize/entities",
            Self::Mojibake => "normalize/mojibake",
            Self::Nfc => "normalize/nfc",
            Self::Invisible => "normalize/invisible",
            Self::Letterforms => "normalize/letterforms",
            Self::Homoglyphs => "normalize/homoglyphs",
            Self::Whitespace => "normalize/whitespace",
            Self::Quotes => "normalize/quotes",
            Self::Dashes => "normalize/dashes",
        }
    }

    /// What calls for it.
    pub(crate) const fn suspicion(self) -> u16 {
        match self {
            Self::Entities => scan::ENTITIES,
            Self::Mojibake => scan::MOJIBAKE,
            Self::Nfc => scan::NFC,
            Self::Invisible => scan::INVISIBLE,
            Self::Letterforms => scan::LETTERFORMS,
            Self::Homoglyphs => scan::HOMOGLYPHS,
            Self::Whitespace => scan::WHITESPACE,
            Self::Quotes => scan::QUOTES,
            Self::Dashes => scan::DASHES,
        }
    }

    /// The name in edits.
    pub(crate) fn name(self) -> &'static str {
        &self.code()["normalize/".len()..]
    }
}
