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
//! Then the [`model`] has its say on all of these ([`settle`]), where the text is [`english`]; in text
//! of other languages fewer capitals count ([`foreign`]).
//!
//! Headlines come last in each step, since their capitals say nothing: there the names that the
//! body taught are looked for.

mod class_nouns;
mod days;
mod english;
mod foreign;
mod found;
mod guesses;
mod hyphenated;
mod known;
mod lexicon;
pub(crate) mod model;
mod names;
mod people;
mod repeated;
mod settle;
mod sheet;

use std::ops::Range;

use copydesk_core::{
    Span, Token,
    record::{Label, Temporal},
};

pub(crate) use english::is_english;
use found::Findings;
pub(crate) use found::Found;
use model::Weights;
pub(crate) use settle::class;
use sheet::Sheet;

use crate::gazetteer::Gazetteer;

/// The tagger at work on one text.
struct Tagger<'a> {
    sheet: Sheet<'a>,
    lists: &'static Gazetteer,
    findings: Findings,
    is_english: bool,
}

/// A mention with its place in the text.
pub(crate) struct Tagged {
    pub(crate) span: Span,
    pub(crate) found: Found,
}

/// Finds the mentions of a text with `model`, in order and without overlap.
#[inline(never)] // a row of `cargo xtask profile`
pub(crate) fn tag(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    title: Option<Span>,
    dates: &[Temporal],
    model: &Weights,
) -> Vec<Tagged> {
    let mut tagger = Tagger::by_rules(text, sentences, tokens, title, dates);
    if tagger.is_english {
        tagger.settle(model);
    }
    let Tagger {
        sheet, findings, ..
    } = tagger;
    let mut mentions: Vec<_> = findings
        .found
        .into_iter()
        .map(|found| Tagged {
            span: trimmed(text, &sheet, &found),
            found,
        })
        .collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// The names that the model finds, with what their confidence is worked out from.
pub(crate) fn inputs(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    model: &Weights,
) -> Vec<(Span, model::Class, model::Inputs)> {
    let mut tagger = Tagger::without_title(text, sentences, tokens);
    let mut rules = tagger.findings.take_all();
    rules.sort_by_key(|found| found.first);
    tagger
        .names_of(model, &rules)
        .into_iter()
        .map(|name| {
            let span = tagger.sheet.span(name.words.start, name.words.end);
            (span, name.class, name.inputs)
        })
        .collect()
}

/// What the model would look at in a text, and the spans of its words.
pub(crate) fn training_runs(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    clusters: &model::Clusters,
) -> (Vec<model::Run>, Vec<Span>) {
    let tagger = Tagger::without_title(text, sentences, tokens);
    let runs = model::runs(
        &tagger.sheet,
        tagger.lists,
        &tagger.findings.found,
        clusters,
    );
    let words = tagger.sheet.words.iter().map(|word| word.span).collect();
    (runs, words)
}

/// The features that tell the labels of names, given by their spans.
pub(crate) fn kind_examples(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    names: &[(Span, model::Class)],
    clusters: &model::Clusters,
) -> Vec<Vec<u32>> {
    let tagger = Tagger::without_title(text, sentences, tokens);
    let words = &tagger.sheet.words;
    let names: Vec<_> = names
        .iter()
        .filter_map(|&(span, class)| {
            let first = words.partition_point(|word| word.span.end <= span.start);
            let end = words.partition_point(|word| word.span.start < span.end);
            (first < end).then_some((first..end, class))
        })
        .collect();
    model::kind_examples(
        &tagger.sheet,
        tagger.lists,
        &tagger.findings.found,
        clusters,
        &names,
    )
}

/// Where the name of a person starts behind the offices before it, among these words, whose spans
/// `span` gives.
pub(crate) fn after_titles(text: &str, span: impl Fn(usize) -> Span, words: Range<usize>) -> usize {
    let lists = Gazetteer::shared();
    let Range { mut start, end } = words;
    while start < end {
        let after = lists
            .matches(text, span(start).start as usize)
            .filter(|&(id, _)| lists.entry(id).label == Label::Title)
            .map(|(_, after)| {
                let inside = (start..end).take_while(|&at| span(at).end as usize <= after);
                start + inside.count()
            })
            .max();
        match after {
            Some(after) if after < end && after > start => start = after,
            _ => break,
        }
    }
    start
}

impl<'a> Tagger<'a> {
    /// What lists and rules find in a text of training, which has no title and no day.
    fn without_title(text: &'a str, sentences: &[Span], tokens: &[Token]) -> Self {
        let dates = crate::values::dates(text, tokens, None);
        Self::by_rules(text, sentences, tokens, None, &dates)
    }

    /// What lists and rules find.
    fn by_rules(
        text: &'a str,
        sentences: &[Span],
        tokens: &[Token],
        title: Option<Span>,
        dates: &[Temporal],
    ) -> Self {
        let lists = Gazetteer::shared();
        let mut sheet = Sheet::new(text, sentences, tokens, title, &lists.words);
        let is_english = sheet.is_english();
        if !is_english {
            sheet.doubt_capitals();
        }
        let findings = Findings::new(sheet.words.len());
        let mut tagger = Self {
            sheet,
            lists,
            findings,
            is_english,
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
        tagger
    }
}

/// Last words of names that have a full stop of their own, with the blank before them.
const ABBREVIATIONS: [&str; 7] = [" Inc", " Corp", " Co", " Ltd", " Jr", " Sr", " Bros"];

/// A name without the full stop of the sentence that its last token may have taken along.
fn trimmed(text: &str, sheet: &Sheet<'_>, found: &Found) -> Span {
    let span = sheet.span(found.first, found.end);
    let surface = span.of(text);
    // `Harbour Corp. said`: the sentence goes on, so the full stop is that of the word.
    let goes_on = sheet.same_sentence(found.end - 1, found.end) && sheet.words[found.end].is_word;
    match surface.strip_suffix('.') {
        Some(rest)
            if !goes_on
                && !rest.contains('.')
                && rest.chars().count() > 3
                && !ABBREVIATIONS.iter().any(|word| rest.ends_with(word)) =>
        {
            Span::new(span.start, span.end - 1)
        }
        _ => span,
    }
}
