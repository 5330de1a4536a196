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
mod homoglyphs;
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

use crate::{
    draft::Draft,
    homoglyphs::Tally,
    rewrite::{Rewrite, by_line},
    rule::Rule,
    scan::Suspicions,
};

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
    let mut run = Run::new(text, enabled(options), layout);
    for _ in 0..MAX_ROUNDS {
        if !run.round() {
            break;
        }
    }
    let Run { draft, tally, .. } = run;
    let (text, offsets, edits) = draft.finish();
    let diagnostics = report::report(&edits, &tally);
    Normalized {
        text,
        offsets,
        edits,
        diagnostics,
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

/// A text and how far its repair has come.
struct Run<'a, 'l> {
    draft: Draft<'a>,
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
    fn new(text: &'a str, enabled: u16, layout: &'l [Span]) -> Self {
        Self {
            draft: Draft::new(text),
            suspicions: scan::scan(text, enabled),
            tally: Tally::default(),
            layout,
            changes: 0,
            settled: [None; Rule::COUNT],
        }
    }

    /// Runs the suspected rules once. Says whether any of them changed the text.
    fn round(&mut self) -> bool {
        let before = self.changes;
        for rule in Rule::ALL {
            let (at, kind) = (rule as usize, rule.suspicion());
            // The layers of damage come off one by one, before a later rule takes the control
            // characters in them for noise.
            let layers = match rule {
                Rule::Mojibake => MAX_LAYERS,
                _ => 1,
            };
            for _ in 0..layers {
                if !self.suspicions.has(kind) || self.settled[at] == Some(self.changes) {
                    break;
                }
                let Some(rewrite) = self.rewrite(rule, kind) else {
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

    /// What a rule makes of the text.
    fn rewrite(&mut self, rule: Rule, kind: u16) -> Option<Rewrite> {
        let text = self.draft.text();
        let places = self.suspicions.places(kind);
        match rule {
            Rule::Entities => by_line(text, places, entities::decode),
            Rule::Mojibake => mojibake::repair_at(text, places),
            Rule::Nfc => by_line(text, places, nfc::compose),
            Rule::Invisible => by_line(text, places, invisible::remove),
            Rule::Letterforms => by_line(text, places, letterforms::plain),
            Rule::Homoglyphs => homoglyphs::repair(text, &mut self.tally),
            Rule::Whitespace => whitespace::repair(text, &self.draft.places(self.layout), places),
            Rule::Quotes => by_line(text, places, quotes::fold),
            Rule::Dashes => by_line(text, places, dashes::fold),
        }
    }
}
