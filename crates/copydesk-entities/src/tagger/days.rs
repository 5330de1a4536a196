//! Dates as mentions.
//!
//! *What*: days, months, years and periods of the calendar, also deictic ones (`later this
//! month`), become `DATE`; times of the day become `TIME`.
//! *Why*: the grammars of [`values`](crate::values) have found them with their values already.
//! *Known misses*: durations and sets are values, not mentions; so are vague single words
//! (`recent`, `now`).

use copydesk_core::record::{Label, Temporal, TemporalKind};

use super::{Found, Tagger};

impl Tagger<'_> {
    pub(super) fn days(&mut self, dates: &[Temporal]) {
        for date in dates {
            let label = match date.kind {
                TemporalKind::Date => Label::Date,
                TemporalKind::Time => Label::Time,
                _ => continue,
            };
            let Some(span) = date.place.span() else {
                continue;
            };
            let words = &self.sheet.words;
            let first = words.partition_point(|word| word.span.start < span.start);
            let end = words.partition_point(|word| word.span.start < span.end);
            let vague = date.value.ends_with("_REF");
            if first < end && !(vague && end - first < 2) {
                self.findings.add(Found {
                    first,
                    end,
                    label,
                    entry: None,
                    confidence: if vague { 0.6 } else { 0.95 },
                    why: "value:date",
                });
            }
        }
    }
}
