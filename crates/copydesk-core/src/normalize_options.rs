//! Options of `copydesk-normalize`: a switch for each repair, and named sets of them.

use std::{fmt, str::FromStr};

use crate::{Error, ErrorKind};

/// Which repairs `copydesk-normalize` makes.
///
/// The default is [`Preset::Canonical`]: damage is repaired, typography stays. Start from a
/// preset and turn single switches:
///
/// ```
/// use copydesk_core::{NormalizeOptions, Preset};
/// let mut options = NormalizeOptions::search();
/// options.strip_accents = true;
/// assert_eq!(NormalizeOptions::default(), Preset::Canonical.options());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NormalizeOptions {
    /// Canonical composition (Unicode NFC).
    pub nfc: bool,
    /// UTF-8 that was read as another charset (`â€™` for `’`).
    pub mojibake: bool,
    /// HTML entities left in the text (`&amp;#8217;`).
    pub entities: bool,
    /// Zero-width, bidirectional and other format characters that carry nothing; control
    /// characters and byte order marks.
    pub invisible: bool,
    /// Ligatures, digraphs and Arabic joined forms in one character (`ﬁ`, `ǈ`).
    pub ligatures: bool,
    /// Fullwidth and mathematical letters that only differ in looks.
    pub letterforms: bool,
    /// Latin words spelt with Cyrillic or Greek letters, and the reverse.
    pub homoglyphs: bool,
    /// Words divided at a line end by a soft hyphen.
    pub hyphenation: bool,
    /// Line endings, no-break and other spaces, runs of blanks, blanks at line ends.
    pub whitespace: bool,
    /// Compatibility composition (Unicode NFKC). Default `false`: it makes `105` of `10⁵`.
    pub nfkc: bool,
    /// Words divided at a line end by a plain hyphen, where nothing speaks for a compound.
    /// Default `false`. Costs one more search of the text.
    pub hard_hyphenation: bool,
    /// Words set with a blank between letters (`B R E A K I N G`). Default `false`. Costs one
    /// more pass over the text.
    pub letter_spacing: bool,
    /// Letters lose their accents (`é` becomes `e`). Default `false`. Costs one more pass.
    pub strip_accents: bool,
    /// Full case folding (`Straße` becomes `strasse`). Default `false`. Costs one more pass.
    pub fold_case: bool,
    /// Curly and low quotes become straight ones. Default `false`.
    pub fold_quotes: bool,
    /// Primes become straight quotes (`6′2″`). Default `false`.
    pub fold_primes: bool,
    /// Dashes become hyphens. Default `false`.
    pub fold_dashes: bool,
    /// An ellipsis becomes three full stops. Default `false`.
    pub fold_ellipses: bool,
}

impl Default for NormalizeOptions {
    fn default() -> Self {
        Self::canonical()
    }
}

impl NormalizeOptions {
    /// [`Preset::Canonical`], the default.
    pub fn canonical() -> Self {
        let mut options = Self::lossless();
        for switch in [
            &mut options.mojibake,
            &mut options.entities,
            &mut options.invisible,
            &mut options.ligatures,
            &mut options.letterforms,
            &mut options.homoglyphs,
            &mut options.hyphenation,
            &mut options.whitespace,
        ] {
            *switch = true;
        }
        options
    }

    /// [`Preset::AsciiPunctuation`].
    pub fn ascii_punctuation() -> Self {
        let mut options = Self::canonical();
        for switch in [
            &mut options.fold_quotes,
            &mut options.fold_primes,
            &mut options.fold_dashes,
            &mut options.fold_ellipses,
        ] {
            *switch = true;
        }
        options
    }

    /// [`Preset::Search`].
    pub fn search() -> Self {
        let mut options = Self::ascii_punctuation();
        for switch in [
            &mut options.nfkc,
            &mut options.hard_hyphenation,
            &mut options.letter_spacing,
            &mut options.fold_case,
        ] {
            *switch = true;
        }
        options
    }

    /// [`Preset::Lossless`].
    pub fn lossless() -> Self {
        Self {
            nfc: true,
            mojibake: false,
            entities: false,
            invisible: false,
            ligatures: false,
            letterforms: false,
            homoglyphs: false,
            hyphenation: false,
            whitespace: false,
            nfkc: false,
            hard_hyphenation: false,
            letter_spacing: false,
            strip_accents: false,
            fold_case: false,
            fold_quotes: false,
            fold_primes: false,
            fold_dashes: false,
            fold_ellipses: false,
        }
    }

    /// All switches by name, in the order in which the struct lists them.
    ///
    /// ```
    /// use copydesk_core::NormalizeOptions;
    /// let mut options = NormalizeOptions::canonical();
    /// for (name, switch) in options.switches() {
    ///     if name.starts_with("fold_") {
    ///         *switch = true;
    ///     }
    /// }
    /// assert!(options.fold_quotes && options.fold_case);
    /// ```
    pub fn switches(&mut self) -> [(&'static str, &mut bool); 18] {
        [
            ("nfc", &mut self.nfc),
            ("mojibake", &mut self.mojibake),
            ("entities", &mut self.entities),
            ("invisible", &mut self.invisible),
            ("ligatures", &mut self.ligatures),
            ("letterforms", &mut self.letterforms),
            ("homoglyphs", &mut self.homoglyphs),
            ("hyphenation", &mut self.hyphenation),
            ("whitespace", &mut self.whitespace),
            ("nfkc", &mut self.nfkc),
            ("hard_hyphenation", &mut self.hard_hyphenation),
            ("letter_spacing", &mut self.letter_spacing),
            ("strip_accents", &mut self.strip_accents),
            ("fold_case", &mut self.fold_case),
            ("fold_quotes", &mut self.fold_quotes),
            ("fold_primes", &mut self.fold_primes),
            ("fold_dashes", &mut self.fold_dashes),
            ("fold_ellipses", &mut self.fold_ellipses),
        ]
    }

    /// Turns the switch called `name`.
    ///
    /// ```
    /// use copydesk_core::NormalizeOptions;
    /// let mut options = NormalizeOptions::default();
    /// options.set("fold_quotes", true)?;
    /// assert!(options.fold_quotes);
    /// assert!(options.set("quotes", true).is_err());
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// If there is no such switch; the message lists them.
    pub fn set(&mut self, name: &str, on: bool) -> Result<(), Error> {
        let mut switches = self.switches();
        if let Some((_, switch)) = switches.iter_mut().find(|(known, _)| *known == name) {
            **switch = on;
            return Ok(());
        }
        let names = switches.map(|(known, _)| known).join(", ");
        Err(Error::new(
            ErrorKind::Configuration,
            format!("normalize has no switch `{name}`; the switches are: {names}"),
        ))
    }
}

/// A named set of repairs.
///
/// ```
/// use copydesk_core::Preset;
/// let preset: Preset = "search".parse()?;
/// assert!(preset.options().fold_case);
/// let error = "serach".parse::<Preset>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown preset `serach`; the presets are: canonical, ascii_punctuation, search, lossless"
/// );
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Repairs damage and disguise, keeps typography.
    #[default]
    Canonical,
    /// As canonical; quotes, primes, dashes and ellipses become ASCII.
    AsciiPunctuation,
    /// For an index: as ASCII punctuation, with NFKC and case folding; divided and
    /// letter-spaced words are joined. Accents stay unless `strip_accents` is turned on.
    Search,
    /// NFC only: canonically equivalent to what was given.
    Lossless,
}

impl Preset {
    /// All presets.
    pub const ALL: [Self; 4] = [
        Self::Canonical,
        Self::AsciiPunctuation,
        Self::Search,
        Self::Lossless,
    ];

    /// The name used in Python and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Canonical => "canonical",
            Self::AsciiPunctuation => "ascii_punctuation",
            Self::Search => "search",
            Self::Lossless => "lossless",
        }
    }

    /// The switches of the preset.
    pub fn options(self) -> NormalizeOptions {
        match self {
            Self::Canonical => NormalizeOptions::canonical(),
            Self::AsciiPunctuation => NormalizeOptions::ascii_punctuation(),
            Self::Search => NormalizeOptions::search(),
            Self::Lossless => NormalizeOptions::lossless(),
        }
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Preset {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let mut all = Self::ALL.into_iter();
        all.find(|preset| preset.as_str() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            Error::new(
                ErrorKind::Configuration,
                format!("unknown preset `{name}`; the presets are: {names}"),
            )
        })
    }
}
