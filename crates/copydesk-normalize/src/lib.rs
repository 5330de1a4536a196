//! Repairs of damaged and disguised text, with exact offsets.
//!
//! [`normalize`] runs a fixed list of rules over a text. Each rule has its own module with
//! what it does, why, an example and what it is known to miss, and its own switch in
//! [`NormalizeOptions`]:
//!
//! 1. `entities`: HTML character references left in the text, at any depth of escaping;
//! 2. `mojibake`: UTF-8 that was read in another charset, piece by piece;
//! 3. `nfc`: canonical composition;
//! 4. `nfkc`: compatibility composition, off by default;
//! 5. `hyphenation`: words divided at a line end, by a soft hyphen; by a plain one only with
//!    `hard_hyphenation`, off by default;
//! 6. `invisible`: characters that are not seen and carry nothing, byte order marks and control
//!    characters among them;
//! 7. `ligatures`: letters that were put into one character for typesetting;
//! 8. `letterforms`: fullwidth and mathematical letters that only differ in looks;
//! 9. `homoglyphs`: letters that only look like what is meant;
//! 10. `letter_spacing`: words set with blanks between their letters, off by default;
//! 11. `whitespace`: line ends, special spaces, runs of blanks;
//! 12. `strip_accents` (rule `accents`) and `fold_case` (rule `case`), off by default;
//! 13. `fold_quotes`, `fold_primes`, `fold_dashes` and `fold_ellipses` (rules `quotes` and so
//!     on): folding to ASCII, off by default.
//!
//! [`Preset`](copydesk_core::Preset) names four sets of switches.
//!
//! The list is run again while it changes anything, because one repair lays another bare (an
//! escaped reference, text damaged twice), so that the result of [`normalize`] is one that it
//! leaves as it is. Every repair is an [`Edit`](copydesk_core::record::Edit); putting back `before` at each `span`, last to
//! first, gives the input.
//!
//! ```
//! use copydesk_core::NormalizeOptions;
//! use copydesk_normalize::normalize;
//!
//! let repaired = normalize("Itâ€™s raining in Gh\u{430}na", &NormalizeOptions::default());
//! assert_eq!(repaired.text, "It’s raining in Ghana");
//! let rules: Vec<&str> = repaired.edits.iter().map(|edit| &*edit.rule).collect();
//! assert_eq!(rules, ["mojibake", "homoglyphs"]);
//! ```
//!
//! # Themes
//! - [`normalize`]: a text; [`normalize_around`]: a text with parts whose white space is layout;
//! - [`NormalizedText`]: what comes out, and the way back to what was given;
//! - [`Disguise`]: how far a text was spelt with look-alikes;
//! - [`rules`] and [`why`]: the rules in words; [`homoglyphs`]: the table of look-alikes.
//!
//! # When not to use it
//! On text whose exact characters are the subject: phishing samples, character tables.
//!
//! # Features
//! None; every rule is a switch of the options.
//!
//! # Limits
//! At most [`MAX_ROUNDS`] rounds. Text nested more deeply than that was built to be so.

mod accents;
mod beyond_ascii;
mod case_folding;
mod clusters;
mod dashes;
mod draft;
mod ellipses;
mod entities;
mod entity_names;
pub mod homoglyphs;
mod hyphenation;
mod invisible;
mod letter_spacing;
mod letterforms;
mod ligatures;
mod mojibake;
mod nfc;
mod nfkc;
mod normalized;
mod primes;
mod quotes;
mod report;
mod rewrite;
mod rule;
mod scan;
mod scripts;
mod whitespace;

use std::borrow::Cow;

use copydesk_core::{NormalizeOptions, OffsetMap, Span};

pub use crate::report::Disguise;
use crate::{
    draft::Draft,
    homoglyphs::Tally,
    rewrite::{Rewrite, by_line},
    rule::Rule,
    scan::Suspicions,
};

pub use normalized::NormalizedText;
pub use rule::{rules, why};

/// How often the rules are run over a text at most.
pub const MAX_ROUNDS: usize = 12;

/// How many layers of wrong charsets are taken off in one round.
const MAX_LAYERS: usize = 4;

/// Repairs a text. Paragraphs are separated by a blank line (`\n\n`) before and after.
///
/// ```
/// use copydesk_core::{NormalizeOptions, SourceSpan, Span};
/// let repaired = copydesk_normalize::normalize("Gh\u{430}na&#8217;s vote", &NormalizeOptions::default());
/// assert_eq!(repaired.text, "Ghana\u{2019}s vote");
/// assert_eq!(repaired.offsets.to_source(Span::new(5, 8)), SourceSpan::new(6, 13)); // the apostrophe
/// assert_eq!(repaired.edits[0].before, "Gh\u{430}na");
/// assert_eq!(repaired.diagnostics[1].code, "normalize/homoglyphs");
/// ```
pub fn normalize<'a>(text: &'a str, options: &NormalizeOptions) -> NormalizedText<'a> {
    normalize_around(text, options, &[])
}

/// Repairs a text in parts of which white space is layout: code, the tabs between the cells of a
/// row. There only line ends are repaired, of all white space; character references and divided
/// words stay. The spans `layout` are in order
/// and do not overlap.
///
/// ```
/// use copydesk_core::{NormalizeOptions, Span};
/// let text = "Two  steps:\n\nif a:\n    b()";
/// let code = Span::at(13, text.len());
/// let repaired = copydesk_normalize::normalize_around(text, &NormalizeOptions::default(), &[code]);
/// assert_eq!(repaired.text, "Two steps:\n\nif a:\n    b()");
/// ```
pub fn normalize_around<'a>(
    text: &'a str,
    options: &NormalizeOptions,
    layout: &[Span],
) -> NormalizedText<'a> {
    let enabled = Enabled::of(options);
    let suspicions = scan::scan(text, enabled.suspicions());
    if suspicions.is_empty() && !enabled.asks() {
        return NormalizedText {
            text: Cow::Borrowed(text),
            offsets: OffsetMap::identity(text.len() as u32),
            edits: Vec::new(),
            diagnostics: Vec::new(),
            disguise: None,
        };
    }
    let mut run = Run::new(text, enabled, suspicions, layout);
    for _ in 0..MAX_ROUNDS {
        if !run.round() {
            break;
        }
    }
    let Run { draft, tally, .. } = run;
    let (text, offsets, edits) = draft.finish();
    let disguise = Disguise::of(&tally);
    let diagnostics = report::report(&edits, &tally, disguise.as_ref());
    NormalizedText {
        text,
        offsets,
        edits,
        diagnostics,
        disguise,
    }
}

/// The rules that the options let through.
#[derive(Clone, Copy, Debug)]
struct Enabled {
    rules: [bool; Rule::COUNT],
    /// Whether plain hyphens divide words too.
    hard_hyphens: bool,
}

impl Enabled {
    fn of(options: &NormalizeOptions) -> Self {
        let rules = Rule::ALL.map(|rule| match rule {
            Rule::Entities => options.entities,
            Rule::Mojibake => options.mojibake,
            Rule::Nfc => options.nfc,
            Rule::Nfkc => options.nfkc,
            Rule::Hyphenation => options.hyphenation || options.hard_hyphenation,
            Rule::Invisible => options.invisible,
            Rule::Ligatures => options.ligatures,
            Rule::Letterforms => options.letterforms,
            Rule::Homoglyphs => options.homoglyphs,
            Rule::LetterSpacing => options.letter_spacing,
            Rule::Whitespace => options.whitespace,
            Rule::Accents => options.strip_accents,
            Rule::Case => options.fold_case,
            Rule::Quotes => options.fold_quotes,
            Rule::Primes => options.fold_primes,
            Rule::Dashes => options.fold_dashes,
            Rule::Ellipses => options.fold_ellipses,
        });
        Self {
            rules,
            hard_hyphens: options.hard_hyphenation,
        }
    }

    fn has(&self, rule: Rule) -> bool {
        self.rules[rule as usize]
    }

    /// The suspicion on which a rule runs; `None` where it looks at every text itself.
    fn suspicion(&self, rule: Rule) -> Option<u16> {
        match rule {
            Rule::Hyphenation if self.hard_hyphens => None,
            _ => rule.suspicion(),
        }
    }

    /// What the scan is to look for.
    fn suspicions(&self) -> u16 {
        let chosen = Rule::ALL.into_iter().filter(|rule| self.has(*rule));
        chosen
            .filter_map(|rule| self.suspicion(rule))
            .fold(0, |kinds, kind| kinds | kind)
    }

    /// Whether a rule looks at every text itself.
    fn asks(&self) -> bool {
        let mut chosen = Rule::ALL.into_iter().filter(|rule| self.has(*rule));
        chosen.any(|rule| self.suspicion(rule).is_none())
    }
}

/// A text and how far its repair has come.
struct Run<'a, 'l> {
    draft: Draft<'a>,
    enabled: Enabled,
    /// What the text as it is now may need.
    suspicions: Suspicions,
    tally: Tally,
    layout: &'l [Span],
    /// How often the text was changed.
    changes: u32,
    /// By rule, how often the text had been changed when the rule last left it as it was.
    settled: [Option<u32>; Rule::COUNT],
}

impl<'a, 'l> Run<'a, 'l> {
    fn new(text: &'a str, enabled: Enabled, suspicions: Suspicions, layout: &'l [Span]) -> Self {
        Self {
            draft: Draft::new(text),
            enabled,
            suspicions,
            tally: Tally::default(),
            layout,
            changes: 0,
            settled: [None; Rule::COUNT],
        }
    }

    /// Runs the suspected rules once. Says whether any of them changed the text.
    fn round(&mut self) -> bool {
        let before = self.changes;
        for rule in Rule::ALL.into_iter().filter(|rule| self.enabled.has(*rule)) {
            let (at, kind) = (rule as usize, self.enabled.suspicion(rule));
            for _ in 0..layers(rule) {
                let is_suspected = kind.is_none_or(|kind| self.suspicions.has(kind));
                if !is_suspected || self.settled[at] == Some(self.changes) {
                    break;
                }
                let places = kind.and_then(|kind| self.suspicions.places(kind));
                let Some(rewrite) = rewrite(
                    rule,
                    &self.draft,
                    self.enabled.hard_hyphens,
                    self.layout,
                    &mut self.tally,
                    places,
                ) else {
                    self.settled[at] = Some(self.changes);
                    break;
                };
                self.changes += 1;
                self.suspicions.follow(&rewrite.text, &rewrite.map);
                self.draft.apply(rule, rewrite);
            }
        }
        self.changes != before
    }
}

/// How often a rule runs in one round at most. The layers of damage come off one by one, before a
/// later rule takes the control characters in them for noise.
const fn layers(rule: Rule) -> usize {
    match rule {
        Rule::Mojibake => MAX_LAYERS,
        _ => 1,
    }
}

/// What a rule makes of the text at the `places` that raise a suspicion, or of all of it.
fn rewrite(
    rule: Rule,
    draft: &Draft<'_>,
    hard_hyphens: bool,
    layout: &[Span],
    tally: &mut Tally,
    places: Option<impl Iterator<Item = usize> + Clone>,
) -> Option<Rewrite> {
    let text = draft.text();
    match rule {
        Rule::Entities => entities::decode(text, &draft.places(layout)),
        Rule::Mojibake => mojibake::repair_at(text, places),
        Rule::Nfc => by_line(text, places, nfc::compose),
        Rule::Nfkc => nfkc::compose(text),
        Rule::Hyphenation => hyphenation::join(text, hard_hyphens, &draft.places(layout)),
        Rule::Invisible => by_line(text, places, invisible::remove),
        Rule::Ligatures => by_line(text, places, ligatures::separate),
        Rule::Letterforms => by_line(text, places, letterforms::plain),
        Rule::Homoglyphs => homoglyphs::repair(text, tally),
        Rule::LetterSpacing => letter_spacing::join(text),
        Rule::Whitespace => whitespace::repair(text, &draft.places(layout), places),
        Rule::Accents => accents::strip(text),
        Rule::Case => case_folding::fold(text),
        Rule::Quotes => by_line(text, places, quotes::fold),
        Rule::Primes => primes::fold(text),
        Rule::Dashes => by_line(text, places, dashes::fold),
        Rule::Ellipses => ellipses::fold(text),
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::Edit;
    use proptest::prelude::*;

    use super::*;

    /// Pieces of text that one rule or another cares about, and some that none does.
    const PIECES: [&str; 64] = [
        "a",
        "e",
        "Word",
        "word",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n\n\n",
        "\r\n",
        "\t",
        "&",
        "&amp;",
        "&#8217",
        ";",
        "lt;",
        "#39;",
        "R&D",
        "\u{a0}",
        "\u{ad}",
        "\u{c3}",
        "\u{a9}",
        "\u{c2}",
        "\u{e2}\u{20ac}\u{2122}",
        "\u{e9}\u{a0}\u{bb}",
        "\u{c3}\u{a9}",
        "\u{c3} ",
        "\u{93}",
        "\u{e9}",
        "l\u{2019}\u{e9}t\u{e9}",
        "\u{201c}",
        "\u{2019}",
        "\u{2013}",
        "\u{221a}\u{a9}",
        "\u{d0}\u{9f}",
        "\u{102}\u{a9}",
        "\u{393}\u{c7}\u{f6}",
        "\u{432}\u{402}\u{2122}",
        "\u{fffd}",
        "\u{301}",
        "\u{323}",
        "\u{430}",
        "\u{435}",
        "\u{416}\u{430}",
        "\u{3b1}",
        "\u{39f}",
        "\u{585}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{202e}",
        "\u{fe0f}",
        "\u{1f469}",
        "\u{2764}",
        "\u{1d5e1}\u{1d5fc}",
        "\u{210e}",
        "\u{ff21}",
        "\u{fb01}",
        "\u{3000}",
        "\u{6771}",
        "\u{1100}\u{1161}",
        "\u{5d0}",
        "\u{2028}",
    ];

    /// Texts with long sound stretches between the troubled ones, so that few places are
    /// suspicious and the rules do not look at the rest.
    fn text() -> impl Strategy<Value = String> {
        let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12);
        let sound = prop::sample::select(vec![
            "",
            " ",
            "and the council said on Friday that the bridge would be closed until the spring",
            "\n\nLe maire a dit qu\u{2019}il \u{e9}tait \u{ab} pr\u{ea}t \u{bb}. ",
            "The \u{201c}quoted\u{201d} report\nwas read. ",
            "\u{41f}\u{440}\u{430}\u{432}\u{434}\u{430} \u{438} \u{43c}\u{438}\u{440}. ",
        ]);
        prop::collection::vec((pieces, sound), 0..8).prop_map(|parts| {
            let parts = parts
                .into_iter()
                .map(|(pieces, sound)| pieces.concat() + sound);
            parts.collect()
        })
    }

    /// Runs every rule over every line until none changes the text.
    fn ungated(text: &str, layout: &[Span]) -> (String, OffsetMap, Vec<Edit>) {
        let enabled = Enabled::of(&NormalizeOptions::default());
        let (mut draft, mut tally) = (Draft::new(text), Tally::default());
        for _ in 0..MAX_ROUNDS {
            let mut changed = false;
            for rule in Rule::ALL.into_iter().filter(|rule| enabled.has(*rule)) {
                for _ in 0..layers(rule) {
                    let whole = Some(0..draft.text().len());
                    let rewrite = rewrite(rule, &draft, false, layout, &mut tally, whole);
                    let Some(rewrite) = rewrite else { break };
                    draft.apply(rule, rewrite);
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        let (text, map, edits) = draft.finish();
        (text.into_owned(), map, edits)
    }

    #[test]
    fn a_next_line_control_joins_no_words() {
        let mut options = NormalizeOptions::default();
        let text = "the vote\u{85}was read";
        assert_eq!(normalize(text, &options).text, "the vote\u{2026}was read");
        options.mojibake = false;
        assert_eq!(normalize(text, &options).text, "the vote\nwas read");
        let repaired = normalize("\u{85}one \u{85}\u{85}two\u{200b}\u{85}", &options);
        assert_eq!(repaired.text, "one\n\ntwo\n");
        assert!(repaired.edits.iter().any(|edit| edit.rule == "whitespace"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn no_suspicion_is_missed(text in text(), cut in 0usize..200, len in 0usize..60) {
            let options = NormalizeOptions::default();
            let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
            let start = boundary(cut).unwrap_or(0);
            let code = Span::at(start, boundary(start + len).unwrap_or(0));
            for layout in [&[][..], &[code]] {
                let gated = normalize_around(&text, &options, layout);
                let (expected, map, edits) = ungated(&text, layout);
                prop_assert_eq!(gated.text, expected);
                prop_assert_eq!(gated.edits, edits);
                prop_assert_eq!(gated.offsets, map);
            }
        }

        #[test]
        fn suspicions_follow_changes(text in text()) {
            let enabled = Enabled::of(&NormalizeOptions::default());
            let every = enabled.suspicions();
            let mut run = Run::new(&text, enabled, scan::scan(&text, every), &[]);
            let mut rounds = 0;
            while run.round() {
                rounds += 1;
                prop_assert!(rounds < MAX_ROUNDS, "{:?} does not settle", run.draft.text());
                let again = scan::scan(run.draft.text(), every);
                prop_assert!(run.suspicions.is_like(&again), "{:?} {:?}", run.suspicions, again);
            }
        }
    }
}
