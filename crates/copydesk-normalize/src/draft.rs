//! The text on its way through the rules, and the account of all repairs so far.
//!
//! Every rule reads the text that the rules before it left. Its pieces are carried back to the
//! input at once, so that the repairs are ranges of one text, whatever the number of rules;
//! where two rules worked on the same place, their ranges are joined into one edit. What an
//! edit covers in the output is looked up at the end in the composed map.

use std::borrow::Cow;

use copydesk_core::{OffsetMap, SourceSpan, Span, record::Edit};

use crate::{rewrite::Rewrite, rule::Rule};

/// One repaired range of the input.
#[derive(Clone, Copy, Debug)]
struct Repair {
    rule: Rule,
    input: SourceSpan,
}

#[derive(Debug)]
pub(crate) struct Draft<'a> {
    input: &'a str,
    text: Cow<'a, str>,
    /// `text` to `input`; `None` before the first change.
    map: Option<OffsetMap>,
    repairs: Vec<Repair>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(input: &'a str) -> Self {
        Self {
            input,
            text: Cow::Borrowed(input),
            map: None,
            repairs: Vec::new(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where spans of the input are in the text.
    pub(crate) fn places<'s>(&self, spans: &'s [Span]) -> Cow<'s, [Span]> {
        match &self.map {
            None => Cow::Borrowed(spans),
            Some(map) => spans.iter().map(|&span| map.to_text(span.into())).collect(),
        }
    }

    /// Takes over what `rule` made of the text.
    pub(crate) fn apply(&mut self, rule: Rule, rewrite: Rewrite) {
        let pieces = rewrite.pieces.iter();
        let map = match self.map.take() {
            None => {
                let repairs = pieces.map(|&piece| Repair {
                    rule,
                    input: piece.into(),
                });
                self.repairs.extend(repairs);
                rewrite.map
            }
            Some(earlier) => {
                let mut to_source = earlier.to_source_in_order();
                let repairs = pieces.map(|&piece| Repair {
                    rule,
                    input: to_source(piece),
                });
                self.repairs.extend(repairs);
                drop(to_source);
                rewrite.map.compose(&earlier)
            }
        };
        self.map = Some(map);
        self.text = Cow::Owned(rewrite.text);
    }

    /// The text, its map to the input, and the edits in order.
    pub(crate) fn finish(mut self) -> (Cow<'a, str>, OffsetMap, Vec<Edit>) {
        let Some(map) = self.map else {
            let identity = OffsetMap::identity(self.input.len() as u32);
            return (self.text, identity, Vec::new());
        };
        let apart = |pair: &[Repair]| pair[0].input.end <= pair[1].input.start;
        if !self.repairs.windows(2).all(apart) {
            join(&mut self.repairs);
        }
        let mut to_text = map.to_text_in_order();
        let mut edits = Vec::with_capacity(self.repairs.len());
        for repair in &self.repairs {
            let span: Span = to_text(repair.input);
            let before = &self.input[repair.input.range()];
            // What one rule changed and a later one changed back was no repair.
            if span.of(&self.text) != before {
                edits.push(Edit {
                    rule: Cow::Borrowed(repair.rule.name()),
                    span,
                    before: before.to_owned(),
                    source: repair.input,
                });
            }
        }
        drop(to_text);
        (self.text, map, edits)
    }
}

/// Puts repairs in order and joins those that overlap.
fn join(repairs: &mut Vec<Repair>) {
    // Stable: of two repairs of the same range the earlier rule stays in front.
    repairs.sort_by_key(|repair| (repair.input.start, u32::MAX - repair.input.end));
    let mut joined: Vec<Repair> = Vec::with_capacity(repairs.len());
    for repair in repairs.drain(..) {
        match joined.last_mut() {
            Some(last) if repair.input.start < last.input.end => {
                if repair.input.len() > last.input.len() {
                    last.rule = repair.rule;
                }
                last.input = last.input.cover(repair.input);
            }
            _ => joined.push(repair),
        }
    }
    *repairs = joined;
}
