//! Repairs of damaged and disguised text, with exact offsets.
//!
//! [`normalize`] runs a fixed list of rules over a text. Each rule has its own module with
//! what it does, why, an example and what it is known to miss, and its own switch in
//! [`NormalizeOptions`]:
//!
//! 1. `entities`: HTML character references left in the text, at any depth of escaping;
//! 2. `mojibake`: UTF-8 that was read in another charset, piece by piece;
//! 3. `nfc`: canonical composition;
//! 4. `invisible`: characters that are not seen and carry nothing;
//! 5. `letterforms` and `homoglyphs` (one switch): letters that only look like what is meant;
//! 6. `whitespace`: line ends, special spaces, runs of blanks;
//! 7. `quotes` and `dashes`: folding to ASCII, off by default.
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

mod dashes;
mod draft;
mod entities;
mod entity_names;
pub mod homoglyphs;
mod invisible;
mod letterforms;
mod mojibake;
mod nfc;
mod quotes;
mod report;
mod rewrite;
mod rule;
mod scan;
mod scripts;
mod whitespace;

use std::borrow::Cow;

use copydesk_core::{Diagnostic, NormalizeOptions, OffsetMap, Span, record::Edit};

pub use crate::report::Disguise;
use crate::{draft::Draft, homoglyphs::Tally, rule::Rule};

/// How often the rules are run over a text at most.
pub const MAX_ROUNDS: usize = 12;

/// How many layers of wrong charsets are taken off in one round.
const MAX_LAYERS: usize = 4;

/// A repaired text and what was done to it.
#[derive(Clone, Debug)]
pub struct Normalized<'a> {
    /// The repaired text; borrowed where nothing changed.
    pub text: Cow<'a, str>,
    /// `text` to the input.
    pub offsets: OffsetMap,
    /// The repairs, in the order of the text.
    pub edits: Vec<Edit>,
    /// What was noisy: one note per kind of trouble.
    pub diagnostics: Vec<Diagnostic>,
    /// How far it was spelt with letters of another script; `None` where it was not.
    pub disguise: Option<Disguise>,
}

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
pub fn normalize<'a>(text: &'a str, options: &NormalizeOptions) -> Normalized<'a> {
    normalize_around(text, options, &[])
}

/// Repairs a text in parts of which white space is layout: code, the tabs between the cells of a
/// row. There only line ends are repaired, of all white space. The spans `layout` are in order
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
) -> Normalized<'a> {
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
    Normalized {
        text,
        offsets,
        edits,
        diagnostics,
        disguise,
    }
}

/// The suspicions that the options let through.
fn enabled(options: &NormalizeOptions) -> u16 {
    let switches = [
        (options.entities, scan::ENTITIES),
        (options.mojibake, scan::MOJIBAKE),
        (options.nfc, scan::NFC),
        (options.invisible, scan::INVISIBLE),
        (options.homoglyphs, scan::LETTERFORMS | scan::HOMOGLYPHS),
        (options.whitespace, scan::WHITESPACE),
        (options.fold_quotes, scan::QUOTES),
        (options.fold_dashes, scan::DASHES),
    ];
    let chosen = switches.iter().filter(|(on, _)| *on);
    chosen.fold(0, |bits, (_, more)| bits | more)
}

/// Runs the suspected rules once. Says whether any of them changed the text.
fn run_rules(draft: &mut Draft<'_>, enabled: u16, tally: &mut Tally, layout: &[Span]) -> bool {
    let mut suspected = scan::scan(draft.text()) & enabled;
    let mut changed = false;
    for (rule, suspicion) in [
        (Rule::Entities, scan::ENTITIES),
        (Rule::Mojibake, scan::MOJIBAKE),
        (Rule::Nfc, scan::NFC),
        (Rule::Invisible, scan::INVISIBLE),
        (Rule::Letterforms, scan::LETTERFORMS),
        (Rule::Homoglyphs, scan::HOMOGLYPHS),
        (Rule::Whitespace, scan::WHITESPACE),
        (Rule::Quotes, scan::QUOTES),
        (Rule::Dashes, scan::DASHES),
    ] {
        if suspected & suspicion == 0 {
            continue;
        }
        let text = draft.text();
        let rewrite = match rule {
            Rule::Entities => entities::decode(text),
            Rule::Mojibake => mojibake::repair(text),
            Rule::Nfc => nfc::compose(text),
            Rule::Invisible => invisible::remove(text),
            Rule::Letterforms => letterforms::plain(text),
            Rule::Homoglyphs => homoglyphs::repair(text, tally),
            Rule::Whitespace => whitespace::repair(text, &draft.places(layout)),
            Rule::Quotes => quotes::fold(text),
            Rule::Dashes => dashes::fold(text),
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
            suspected = scan::scan(draft.text()) & enabled;
        }
    }
    changed
}
