//! Laws of the stages that read text: normalization, segmentation, values.

use copydesk_core::{
    NormalizeOptions, Preset, SegmentOptions, Token, TokenMode,
    record::{Place, Temporal},
};
use copydesk_entities::values;
use copydesk_segment::{SentenceIter, TokenIter};

use crate::{
    choices::{self, Choices},
    maps::ordered,
    normalization::check,
    segmentation::covers,
};

/// Any text with three sets of options: those by default, a preset, and any.
pub(crate) fn normalize(input: &[u8]) {
    let mut choices = Choices::of(input);
    let text = choices::text(input);
    check(&text, &NormalizeOptions::default());
    check(&text, &choices.one(&Preset::ALL).options());
    let mut options = NormalizeOptions::default();
    for (_, switch) in options.switches() {
        *switch ^= choices.yes();
    }
    check(&text, &options);
}

/// Any text: sentences and tokens cover all that can be seen.
pub(crate) fn segment(input: &[u8]) {
    let text = &*choices::text(input);
    let mut options = SegmentOptions::default();
    for line_breaks_end_sentences in [false, true] {
        options.line_breaks_end_sentences = line_breaks_end_sentences;
        covers(text, SentenceIter::new(text, &options));
    }
    for mode in TokenMode::ALL {
        covers(
            text,
            TokenIter::with_mode(text, mode).map(|token| token.span),
        );
    }
    if let Some(guess) = copydesk_segment::language(text) {
        assert!((0.0..=1.0).contains(&guess.confidence), "{guess:?}");
        assert!(copydesk_segment::languages().any(|code| code == guess.code));
    }
    let joined = format!("{text}\n\nThe end.");
    let found = copydesk_segment::sentences(&joined, &SegmentOptions::default());
    let last = found.last().expect("a sentence").of(&joined);
    assert_eq!(last, "The end.", "a blank line ends a sentence");
}

/// Any text: dates, amounts and patterns, each kind in order and apart.
pub(crate) fn values(input: &[u8]) {
    let mut choices = Choices::of(input);
    let reference = choices.one(&[
        Some("2023-10-19"),
        None,
        Some("2024-02-29"),
        Some("0001-01-01"),
        Some("9999-12-31"),
    ]);
    let mode = choices.one(&TokenMode::ALL);
    let text = &*choices::text(input);
    let tokens = copydesk_segment::tokens_in(text, mode);
    values_are_lawful(text, &tokens, reference);
}

fn values_are_lawful(text: &str, tokens: &[Token], reference: Option<&str>) {
    let span = |place: &Place| place.span().expect("a place in the text");
    let dates = values::dates(text, tokens, reference);
    ordered("date", text, dates.iter().map(|found| span(&found.place)));
    dates.iter().for_each(date_is_lawful);
    let amounts = values::amounts(text, tokens);
    ordered(
        "amount",
        text,
        amounts.iter().map(|found| span(&found.place)),
    );
    let patterns = values::patterns(text);
    ordered(
        "pattern",
        text,
        patterns.iter().map(|found| span(&found.place)),
    );
    for (what, found) in [
        ("number", values::numbers(text, tokens)),
        ("ordinal", values::ordinals(text, tokens)),
    ] {
        ordered(what, text, found.iter().map(|found| span(&found.place)));
        assert!(found.iter().all(|found| found.value.is_finite()));
    }
    for (span, _) in values::relative_ordinals(text, tokens) {
        assert!(span.get(text).is_some());
    }
    for unit in values::named_units(text, tokens) {
        assert!(unit.span.get(text).is_some());
    }
    for amount in &amounts {
        assert!(amount.value.is_finite(), "{amount:?}");
        if let Some([from, to]) = amount.range {
            assert!(from.is_finite() && to.is_finite(), "{amount:?}");
        }
        if let Some(si) = &amount.si {
            assert!(si.value.is_finite(), "{amount:?}");
        }
    }
    let together = values::all(text, tokens, reference);
    assert_eq!(together.amounts, amounts);
    let timex3 = copydesk_core::timex3(text, &dates, reference);
    assert!(!timex3.is_empty());
}

fn date_is_lawful(date: &Temporal) {
    assert!(!date.value.is_empty());
    let readings = date.alternatives.iter();
    for reading in readings.clone() {
        assert!((0.0..=1.0).contains(&reading.confidence), "{reading:?}");
    }
    let intervals = readings.filter_map(|reading| reading.interval.as_ref());
    for [from, to] in intervals.chain(&date.interval) {
        assert!(from <= to, "{date:?}");
    }
}
