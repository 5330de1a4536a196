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
//! leaves as it is. Every repair is an [`Edit`]; putting back `before` at each `span`, last to
//! first, gives the input.
//!
//! # When not to use it
//! On text whose exact characters are the subject: phishing samples, character tables.
//!
//! # Limits
//! At most [`MAX_ROUNDS`] rounds. Text nested more deeply than that was built to be so.

mod accents;
mod beyond_ascii;
mod case_folding;
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

use copydesk_core::{NormalizeOptions, Span};

pub use crate::report::Disguise;
use crate::{draft::Draft, homoglyphs::Tally, rule::Rule};

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
    let enabled = enabled(options);
    let mut draft = Draft::new(text);
    let mut tally = Tally::default();
    for _ in 0..MAX_ROUNDS {
        if !run_rules(&mut draft, enabled, &mut tally, layout) {
            break;
        }
    }
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

/// Rules that are asked for by an option and look at the text themselves, as bits above those
/// of `scan`.
mod asked {
    pub(crate) const NFKC: u32 = 1 << 16;
    pub(crate) const HARD_HYPHENATION: u32 = 1 << 17;
    pub(crate) const LETTER_SPACING: u32 = 1 << 18;
    pub(crate) const ACCENTS: u32 = 1 << 19;
    pub(crate) const CASE: u32 = 1 << 20;
    pub(crate) const PRIMES: u32 = 1 << 21;
    pub(crate) const ELLIPSES: u32 = 1 << 22;
    /// Raised with `scan::INVISIBLE`, of which a soft hyphen is a suspect.
    pub(crate) const SOFT_HYPHENATION: u32 = 1 << 23;
    /// Raised with `scan::LETTERFORMS`.
    pub(crate) const LIGATURES: u32 = 1 << 24;
    /// Those that are not suspected of anything first.
    pub(crate) const ALL: u32 = 0x7f << 16;
}

/// The suspicions that the options let through.
fn enabled(options: &NormalizeOptions) -> u32 {
    let switches = [
        (options.entities, u32::from(scan::ENTITIES)),
        (options.mojibake, u32::from(scan::MOJIBAKE)),
        (options.nfc, u32::from(scan::NFC)),
        (options.nfkc, asked::NFKC),
        (options.hyphenation, asked::SOFT_HYPHENATION),
        (options.hard_hyphenation, asked::HARD_HYPHENATION),
        (options.invisible, u32::from(scan::INVISIBLE)),
        (options.ligatures, asked::LIGATURES),
        (options.letterforms, u32::from(scan::LETTERFORMS)),
        (options.homoglyphs, u32::from(scan::HOMOGLYPHS)),
        (options.letter_spacing, asked::LETTER_SPACING),
        (options.whitespace, u32::from(scan::WHITESPACE)),
        (options.strip_accents, asked::ACCENTS),
        (options.fold_case, asked::CASE),
        (options.fold_quotes, u32::from(scan::QUOTES)),
        (options.fold_primes, asked::PRIMES),
        (options.fold_dashes, u32::from(scan::DASHES)),
        (options.fold_ellipses, asked::ELLIPSES),
    ];
    let chosen = switches.iter().filter(|(on, _)| *on);
    chosen.fold(0, |bits, (_, more)| bits | more)
}

/// What the options let through of what a text is suspected of.
fn suspicions(text: &str, enabled: u32) -> u32 {
    let found = u32::from(scan::scan(text));
    let mut raised = asked::ALL;
    if found & u32::from(scan::INVISIBLE) != 0 {
        raised |= asked::SOFT_HYPHENATION;
    }
    if found & u32::from(scan::LETTERFORMS) != 0 {
        raised |= asked::LIGATURES;
    }
    (found | raised) & enabled
}

/// Runs the suspected rules once. Says whether any of them changed the text.
fn run_rules(draft: &mut Draft<'_>, enabled: u32, tally: &mut Tally, layout: &[Span]) -> bool {
    let mut suspected = suspicions(draft.text(), enabled);
    let mut changed = false;
    for rule in Rule::ALL {
        let suspicion = suspicion(rule);
        if suspected & suspicion == 0 {
            continue;
        }
        let text = draft.text();
        let rewrite = match rule {
            Rule::Entities => entities::decode(text, &draft.places(layout)),
            Rule::Mojibake => mojibake::repair(text),
            Rule::Nfc => nfc::compose(text),
            Rule::Nfkc => nfkc::compose(text),
            Rule::Hyphenation => {
                let hard = suspected & asked::HARD_HYPHENATION != 0;
                hyphenation::join(text, hard, &draft.places(layout))
            }
            Rule::Invisible => invisible::remove(text),
            Rule::Ligatures => ligatures::separate(text),
            Rule::Letterforms => letterforms::plain(text),
            Rule::Homoglyphs => homoglyphs::repair(text, tally),
            Rule::LetterSpacing => letter_spacing::join(text),
            Rule::Whitespace => whitespace::repair(text, &draft.places(layout)),
            Rule::Accents => accents::strip(text),
            Rule::Case => case_folding::fold(text),
            Rule::Quotes => quotes::fold(text),
            Rule::Primes => primes::fold(text),
            Rule::Dashes => dashes::fold(text),
            Rule::Ellipses => ellipses::fold(text),
        };
        if draft.apply(rule, rewrite) {
            changed = true;
            // The layers of damage come off one by one, before a later rule takes the control
            // characters in them for noise.
            let layers = if rule == Rule::Mojibake {
                MAX_LAYERS
            } else {
                1
            };
            for _ in 1..layers {
                let rewrite = mojibake::repair(draft.text());
                if !draft.apply(rule, rewrite) {
                    break;
                }
            }
            // What was laid bare may suspect the rules still to come.
            suspected = suspicions(draft.text(), enabled);
        }
    }
    changed
}

/// The suspicions on which a rule runs.
const fn suspicion(rule: Rule) -> u32 {
    match rule {
        Rule::Entities => scan::ENTITIES as u32,
        Rule::Mojibake => scan::MOJIBAKE as u32,
        Rule::Nfc => scan::NFC as u32,
        Rule::Nfkc => asked::NFKC,
        Rule::Hyphenation => asked::SOFT_HYPHENATION | asked::HARD_HYPHENATION,
        Rule::Invisible => scan::INVISIBLE as u32,
        Rule::Ligatures => asked::LIGATURES,
        Rule::Letterforms => scan::LETTERFORMS as u32,
        Rule::Homoglyphs => scan::HOMOGLYPHS as u32,
        Rule::LetterSpacing => asked::LETTER_SPACING,
        Rule::Whitespace => scan::WHITESPACE as u32,
        Rule::Accents => asked::ACCENTS,
        Rule::Case => asked::CASE,
        Rule::Quotes => scan::QUOTES as u32,
        Rule::Primes => asked::PRIMES,
        Rule::Dashes => scan::DASHES as u32,
        Rule::Ellipses => asked::ELLIPSES,
    }
}
