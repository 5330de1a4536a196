//! The tagger: mentions of people, organisations, places, groups, events, offices and dates,
//! from lists and rules that any news text needs.
//!
//! The order of decisions, first come first served:
//! 1. [`days`]: dates, found by the value grammars;
//! 2. [`names`]: left to right, at each word the longest of a phrase of the lists and a run of
//!    capitals with a telling head (`… Ministry`, `… Forum`); then a person after an office, or
//!    after a given name. [`class_nouns`] and [`hyphenated`] add organisations that the text
//!    explains;
//! 3. [`known`]: parts of the names of people found so far (`Putin`);
//! 4. [`guesses`]: what shape and neighbours say about the rest, with less confidence;
//! 5. [`repeated`]: other mentions of what a rule has found.
//!
//! Headlines come last in each step, since their capitals say nothing: there the names that the
//! body taught are looked for.

mod class_nouns;
mod days;
mod found;
mod guesses;
mod hyphenated;
mod known;
mod lexicon;
mod names;
mod people;
mod repeated;
mod sheet;

use copydesk_core::{Span, Token, record::Temporal};

use found::Findings;
pub(crate) use found::Found;
use sheet::Sheet;

use crate::gazetteer::Gazetteer;

/// The tagger at work on one text.
struct Tagger<'a> {
    sheet: Sheet<'a>,
    lists: &'static Gazetteer,
    findings: Findings,
}

/// A mention with its place in the text.
pub(crate) struct Tagged {
    pub(crate) span: Span,
    pub(crate) found: Found,
}

/// Finds the mentions of a text, in order and without overlap.
pub(crate) fn tag(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    title: Option<Span>,
    dates: &[Temporal],
) -> Vec<Tagged> {
    let lists = Gazetteer::shared();
    let sheet = Sheet::new(text, sentences, tokens, title, &lists.words);
    let findings = Findings::new(sheet.words.len());
    let mut tagger = Tagger {
        sheet,
        lists,
        findings,
    };
    tagger.days(dates);
    for headlines in [false, true] {
        tagger.names(headlines);
        let people = tagger.known_people();
        tagger.parts_of_names(&people, headlines);
        if !headlines {
            tagger.guesses();
            let people = tagger.known_people();
            tagger.parts_of_names(&people, headlines);
        }
        tagger.repeated(headlines);
    }
    let Tagger {
        sheet, findings, ..
    } = tagger;
    let mut mentions: Vec<_> = findings
        .found
        .into_iter()
        .map(|found| Tagged {
            span: trimmed(text, sheet.span(found.first, found.end)),
            found,
        })
        .collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// A name without the full stop of the sentence that its last token may have taken along.
fn trimmed(text: &str, span: Span) -> Span {
    let surface = span.of(text);
    match surface.strip_suffix('.') {
        Some(rest) if !rest.contains('.') && rest.chars().count() > 3 => {
            Span::new(span.start, span.end - 1)
        }
        _ => span,
    }
}
