//! The notes about what was noisy: one per rule that had work, with counts and the first place;
//! and how far the text was disguised.

use copydesk_core::{Diagnostic, Severity, Span, record::Edit};

use crate::{homoglyphs::Tally, rule::Rule, scripts::Script};

/// From this score on a text counts as disguised, given so many words: fewer are slips.
const DISGUISED_SCORE: f32 = 0.1;
const DISGUISED_WORDS: u32 = 3;
/// So many words respelt speak half as loud as their share of the text.
const HALF: f32 = 4.0;

/// How far a text was spelt with look-alikes of another script, as spun copy and copy that
/// evades filters is.
///
/// The score is the square root of the share of words that were respelt, times `n / (n + 4)` for
/// `n` such words: 0.06 for one word of ten, 0.14 for three of thirty, 0.6 for eight of ten,
/// 0.7 for a long article of which every second word was. From 0.1 and three words on the text
/// is called [disguised](Self::is_disguised), and `normalize/disguised` is among the diagnostics.
/// Letters that are only styled (bold, fullwidth) do not count, nor do repairs of Cyrillic text.
///
/// ```
/// use copydesk_core::NormalizeOptions;
/// let text = "Th\u{435} vot\u{435} was h\u{435}ld on Tu\u{435}sday";
/// let report = copydesk_normalize::normalize(text, &NormalizeOptions::default()).disguise.unwrap();
/// assert_eq!((report.words, report.all_words), (4, 6));
/// assert_eq!(report.scripts, ["Cyrillic"]);
/// assert!(report.is_disguised() && report.score > 0.4);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Disguise {
    /// From 0, nothing, to 1, all of a long text.
    pub score: f32,
    /// Words that were respelt.
    pub words: u32,
    /// All words of the text.
    pub all_words: u32,
    /// The scripts whose letters stood for Latin ones.
    pub scripts: Vec<&'static str>,
}

impl Disguise {
    /// What the letters that were replaced say; `None` where there were none.
    pub(crate) fn of(tally: &Tally) -> Option<Self> {
        let counted = tally.to_latin.iter().zip(SCRIPTS);
        let scripts: Vec<_> = counted
            .filter(|&(&count, _)| count > 0)
            .map(|(_, name)| name)
            .collect();
        if scripts.is_empty() {
            return None;
        }
        let all_words = tally.all_words.max(tally.words);
        let (words, all) = (tally.words as f32, all_words as f32);
        Some(Self {
            score: (words / all).sqrt() * words / (words + HALF),
            words: tally.words,
            all_words,
            scripts,
        })
    }

    /// Whether so much was respelt that somebody must have wanted it.
    ///
    /// ```
    /// use copydesk_core::NormalizeOptions;
    /// use copydesk_normalize::normalize;
    /// let options = NormalizeOptions::default();
    /// let slip = normalize("The Gh\u{430}na vote was held on Monday.", &options);
    /// assert!(slip.disguise.is_some_and(|disguise| !disguise.is_disguised()));
    /// ```
    pub fn is_disguised(&self) -> bool {
        self.words >= DISGUISED_WORDS && self.score >= DISGUISED_SCORE
    }
}

/// The names of the foreign scripts by their place.
const SCRIPTS: [&str; Script::FOREIGN] = [
    "Cyrillic", "Greek", "Armenian", "Cherokee", "Lisu", "Coptic", "rarer",
];

pub(crate) fn report(
    edits: &[Edit],
    tally: &Tally,
    disguise: Option<&Disguise>,
) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let places = by_rule(edits);
    for (rule, severity, what) in [
        (
            Rule::Entities,
            Severity::Info,
            [
                "character reference was left in the text",
                "character references were left in the text",
            ],
        ),
        (
            Rule::Mojibake,
            Severity::Warning,
            [
                "piece was read in a wrong charset",
                "pieces were read in a wrong charset",
            ],
        ),
        (
            Rule::Nfc,
            Severity::Info,
            ["character was not composed", "characters were not composed"],
        ),
        (
            Rule::Nfkc,
            Severity::Info,
            [
                "compatibility form was replaced",
                "compatibility forms were replaced",
            ],
        ),
        (
            Rule::Hyphenation,
            Severity::Info,
            [
                "word was divided at a line end",
                "words were divided at line ends",
            ],
        ),
        (
            Rule::Invisible,
            Severity::Info,
            [
                "place held invisible characters",
                "places held invisible characters",
            ],
        ),
        (
            Rule::Ligatures,
            Severity::Info,
            [
                "piece was set in ligatures or joined forms",
                "pieces were set in ligatures or joined forms",
            ],
        ),
        (
            Rule::Letterforms,
            Severity::Info,
            [
                "piece was set in special letterforms",
                "pieces were set in special letterforms",
            ],
        ),
        (Rule::Homoglyphs, Severity::Warning, ["", ""]),
        (
            Rule::LetterSpacing,
            Severity::Info,
            [
                "word had blanks between its letters",
                "words had blanks between their letters",
            ],
        ),
        (
            Rule::Whitespace,
            Severity::Info,
            [
                "place held unusual blanks or line breaks",
                "places held unusual blanks or line breaks",
            ],
        ),
        (
            Rule::Accents,
            Severity::Info,
            ["piece lost its accents", "pieces lost their accents"],
        ),
        (
            Rule::Case,
            Severity::Info,
            ["piece was folded in case", "pieces were folded in case"],
        ),
        (
            Rule::Quotes,
            Severity::Info,
            ["quote was folded", "quotes were folded"],
        ),
        (
            Rule::Primes,
            Severity::Info,
            ["prime was folded", "primes were folded"],
        ),
        (
            Rule::Dashes,
            Severity::Info,
            ["dash was folded", "dashes were folded"],
        ),
        (
            Rule::Ellipses,
            Severity::Info,
            ["ellipsis was folded", "ellipses were folded"],
        ),
    ] {
        let Some((count, first)) = places[rule as usize] else {
            continue;
        };
        let message = if rule == Rule::Homoglyphs {
            homoglyphs(tally)
        } else {
            [&count.to_string(), what[usize::from(count > 1)]].join(" ")
        };
        let code = ["normalize/", rule.name()].concat();
        notes.push(Diagnostic::new(severity, code, message).at(first));
    }
    notes.extend(disguise.and_then(|disguise| disguised(edits, disguise)));
    notes
}

/// By rule, the number of its edits and the place of the first one.
fn by_rule(edits: &[Edit]) -> [Option<(u32, Span)>; Rule::COUNT] {
    let mut places = [None; Rule::COUNT];
    // Many of one rule come in a row.
    let mut last: Option<(&str, usize)> = None;
    for edit in edits {
        let name = &*edit.rule;
        let rule = match last {
            Some((before, rule)) if std::ptr::eq(before, name) => rule,
            _ => match Rule::ALL.iter().position(|rule| rule.name() == name) {
                Some(rule) => rule,
                None => continue,
            },
        };
        last = Some((name, rule));
        let (count, _) = places[rule].get_or_insert((0, edit.span));
        *count += 1;
    }
    places
}

fn homoglyphs(tally: &Tally) -> String {
    let mut parts = Vec::new();
    for (count, name) in tally.to_latin.iter().zip(SCRIPTS) {
        if *count > 0 {
            parts.push(if *count == 1 {
                format!("1 {name} letter stood for a Latin one")
            } else {
                format!("{count} {name} letters stood for Latin ones")
            });
        }
    }
    if tally.to_cyrillic > 0 {
        parts.push(format!(
            "{} Latin letters stood for Cyrillic ones",
            tally.to_cyrillic
        ));
    }
    format!(
        "{} in {} of {} words",
        parts.join(" and "),
        tally.words,
        tally.all_words.max(tally.words)
    )
}

/// The note that a text was disguised.
fn disguised(edits: &[Edit], disguise: &Disguise) -> Option<Diagnostic> {
    let mut places = edits.iter();
    let first = places.find(|edit| edit.rule == Rule::Homoglyphs.name())?;
    disguise.is_disguised().then(|| {
        let message = format!(
            "{:.0} % of the words were spelt with letters of another script ({}): the text was disguised, as spun copy is; score {:.2}",
            100.0 * disguise.words as f32 / disguise.all_words as f32,
            disguise.scripts.join(", "),
            disguise.score,
        );
        Diagnostic::new(Severity::Warning, "normalize/disguised", message).at(first.span)
    })
}
