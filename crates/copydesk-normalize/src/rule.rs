//! The names of the rules, in the order in which they run.

use crate::scan;

/// One kind of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Entities,
    Mojibake,
    Nfc,
    Nfkc,
    Hyphenation,
    Invisible,
    Ligatures,
    Letterforms,
    Homoglyphs,
    LetterSpacing,
    Whitespace,
    Accents,
    Case,
    Quotes,
    Primes,
    Dashes,
    Ellipses,
}

impl Rule {
    /// How many there are.
    pub(crate) const COUNT: usize = 17;

    /// All rules in the order in which they run.
    pub(crate) const ALL: [Self; Self::COUNT] = [
        Self::Entities,
        Self::Mojibake,
        Self::Nfc,
        Self::Nfkc,
        Self::Hyphenation,
        Self::Invisible,
        Self::Ligatures,
        Self::Letterforms,
        Self::Homoglyphs,
        Self::LetterSpacing,
        Self::Whitespace,
        Self::Accents,
        Self::Case,
        Self::Quotes,
        Self::Primes,
        Self::Dashes,
        Self::Ellipses,
    ];

    /// The name in edits and, behind `normalize/`, in diagnostics.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Mojibake => "mojibake",
            Self::Nfc => "nfc",
            Self::Nfkc => "nfkc",
            Self::Hyphenation => "hyphenation",
            Self::Invisible => "invisible",
            Self::Ligatures => "ligatures",
            Self::Letterforms => "letterforms",
            Self::Homoglyphs => "homoglyphs",
            Self::LetterSpacing => "letter-spacing",
            Self::Whitespace => "whitespace",
            Self::Accents => "accents",
            Self::Case => "case",
            Self::Quotes => "quotes",
            Self::Primes => "primes",
            Self::Dashes => "dashes",
            Self::Ellipses => "ellipses",
        }
    }

    /// Why the rule repairs what it repairs, in words for a reader of its edits.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Self::Entities => "an HTML character reference was left in the text",
            Self::Mojibake => "UTF-8 was read in a wrong charset",
            Self::Nfc => "a letter and its marks were not composed (NFC)",
            Self::Nfkc => "a compatibility form stood for plain characters (NFKC)",
            Self::Hyphenation => "a word was divided at a line end",
            Self::Invisible => "characters that are not seen and carry nothing",
            Self::Ligatures => "letters were put into one character for typesetting",
            Self::Letterforms => "letters in a form that only differs in looks",
            Self::Homoglyphs => "letters of another script that look like the ones meant",
            Self::LetterSpacing => "a word was set with blanks between its letters",
            Self::Whitespace => "unusual blanks, line ends or runs of them",
            Self::Accents => "accents are removed, as asked",
            Self::Case => "case is folded, as asked",
            Self::Quotes => "quotes are folded to ASCII, as asked",
            Self::Primes => "primes are folded to ASCII, as asked",
            Self::Dashes => "dashes are folded to ASCII, as asked",
            Self::Ellipses => "ellipses are folded to ASCII, as asked",
        }
    }

    /// The suspicion on which it runs; `None` where it looks at every text itself, since only an
    /// option asks for it.
    pub(crate) const fn suspicion(self) -> Option<u16> {
        Some(match self {
            Self::Entities => scan::ENTITIES,
            Self::Mojibake => scan::MOJIBAKE,
            Self::Nfc => scan::NFC,
            // A soft hyphen is not seen.
            Self::Hyphenation | Self::Invisible => scan::INVISIBLE,
            Self::Ligatures | Self::Letterforms => scan::LETTERFORMS,
            Self::Homoglyphs => scan::HOMOGLYPHS,
            Self::Whitespace => scan::WHITESPACE,
            Self::Quotes => scan::QUOTES,
            Self::Dashes => scan::DASHES,
            Self::Nfkc
            | Self::LetterSpacing
            | Self::Accents
            | Self::Case
            | Self::Primes
            | Self::Ellipses => return None,
        })
    }
}

/// Why the rule called `rule` repairs what it repairs, in words; `None` where there is no such
/// rule.
///
/// ```
/// assert_eq!(copydesk_normalize::why("mojibake"), Some("UTF-8 was read in a wrong charset"));
/// assert_eq!(copydesk_normalize::why("magic"), None);
/// ```
pub fn why(rule: &str) -> Option<&'static str> {
    let mut all = Rule::ALL.into_iter();
    all.find(|known| known.name() == rule).map(Rule::why)
}

/// The names of the rules in the order in which they run, each with why it repairs.
///
/// ```
/// let (name, why) = copydesk_normalize::rules().next().expect("there are rules");
/// println!("{name}: {why}");
/// assert!(copydesk_normalize::rules().any(|(name, _)| name == "homoglyphs"));
/// ```
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    Rule::ALL.into_iter().map(|rule| (rule.name(), rule.why()))
}
