//! The names of the rules, in the order in which they run.

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
    /// The name in edits and, behind `normalize/`, in diagnostics.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Mojibake => "mojibake",
            Self::Nfc => "nfc",
            Self::Invisible => "invisible",
            Self::Letterforms => "letterforms",
            Self::Homoglyphs => "homoglyphs",
            Self::Whitespace => "whitespace",
            Self::Quotes => "quotes",
            Self::Dashes => "dashes",
        }
    }
}
