//! Where in the text quotes and claims stand, and what is said about them.
//!
//! Claims may stand in each other, and in quotes: the innermost one is shown, so that the text is
//! cut into stretches that do not overlap.

use copydesk::{
    Article, Span,
    record::{Claim, ClaimStatus, Quote, SourceKind},
};

use crate::{
    clip,
    escape::push,
    tip::{line, name},
};

/// Bytes of a source or of a hedge that a tooltip shows, and hedges of one claim.
const LONGEST_WORDS: usize = 60;
const MOST_HEDGES: usize = 4;

/// What a stretch of the text is.
#[derive(Clone, Copy)]
pub(crate) enum Said<'a> {
    Quote(&'a Quote),
    Claim(&'a Claim),
}

/// The class of the style sheet that colours a status.
pub(crate) fn class(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Alleged => "cd-alleged",
        ClaimStatus::Denied => "cd-denied",
        ClaimStatus::Expected => "cd-expected",
        _ => "cd-confirmed",
    }
}

/// The stretches of the text that somebody said or that are claimed, from left to right.
pub(crate) fn stretches(article: &Article) -> Vec<(Span, Said<'_>)> {
    let mut claimed = vec![false; article.quotes.len()];
    for index in article.claims.iter().filter_map(|claim| claim.quote) {
        if let Some(claimed) = claimed.get_mut(index as usize) {
            *claimed = true;
        }
    }
    let quotes = (article.quotes.iter().zip(claimed))
        .filter(|&(_, claimed)| !claimed)
        .map(|(quote, _)| (quote.content, Said::Quote(quote)));
    let claims = (article.claims.iter()).map(|claim| (claim.content, Said::Claim(claim)));
    let mut all: Vec<_> = quotes.chain(claims).collect();
    all.retain(|&(span, _)| span.start < span.end && within(article, span));
    // Outer ones first; of equal ones the claim is the inner one.
    all.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));

    let mut out = Vec::with_capacity(all.len());
    let mut open: Vec<(u32, Said<'_>)> = Vec::new();
    let mut at = 0;
    let mut until = |end: u32, said, at: &mut u32| {
        if *at < end {
            out.push((Span::new(*at, end), said));
            *at = end;
        }
    };
    for (span, said) in all {
        while let Some(&(end, outer)) = open.last() {
            if end > span.start {
                until(span.start, outer, &mut at);
                break;
            }
            until(end, outer, &mut at);
            open.pop();
        }
        at = at.max(span.start);
        open.push((span.end, said));
    }
    while let Some((end, outer)) = open.pop() {
        until(end, outer, &mut at);
    }
    out
}

/// Whether a span is a part of the text: a record read from JSON may hold anything.
pub(crate) fn within(article: &Article, span: Span) -> bool {
    span.get(&article.text).is_some()
}

impl Said<'_> {
    /// The class of the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Quote(_) => "cd-quote",
            Self::Claim(claim) => class(claim.status),
        }
    }
}

/// What a stretch says when it is pointed at.
pub(crate) fn tip(article: &Article, said: Said<'_>) -> String {
    let mut out = String::new();
    match said {
        Said::Quote(quote) => quoted(&mut out, article, quote),
        Said::Claim(claim) => {
            let by = from(article, claim.source, claim.source_kind.as_str());
            line(&mut out, &format!("{} claim \u{b7} {by}", claim.status));
            for hedge in claim.hedges.iter().take(MOST_HEDGES) {
                let cue = clip(hedge.cue.of(&article.text), LONGEST_WORDS);
                line(&mut out, &format!("\u{201c}{cue}\u{201d} {}", hedge.kind));
            }
            for name in denied_by(article, claim).take(MOST_HEDGES) {
                line(
                    &mut out,
                    &format!("denied by {}", clip(name, LONGEST_WORDS)),
                );
            }
            let quote = claim.quote.and_then(|at| article.quotes.get(at as usize));
            if let Some(quote) = quote {
                quoted(&mut out, article, quote);
            }
        }
    }
    out
}

fn quoted(out: &mut String, article: &Article, quote: &Quote) {
    let by = from(article, quote.speaker, quote.speaker_kind.as_str());
    line(
        out,
        &format!(
            "{} quote \u{b7} {} \u{b7} {by}",
            quote.kind, quote.verb_class
        ),
    );
    if let Some(to) = quote.addressee.and_then(|to| name(article, to)) {
        line(out, &format!("to {}", clip(to, LONGEST_WORDS)));
    }
}

/// The same in one line, for what stands in the stretch. What the article asserts itself goes
/// without saying.
pub(crate) fn brief(article: &Article, said: Said<'_>) -> String {
    match said {
        Said::Quote(quote) => {
            let by = from(article, quote.speaker, quote.speaker_kind.as_str());
            format!("in a quote \u{b7} {by}")
        }
        Said::Claim(claim)
            if claim.status == ClaimStatus::Confirmed
                && claim.source_kind == SourceKind::Article =>
        {
            String::new()
        }
        Said::Claim(claim) => {
            let by = from(article, claim.source, claim.source_kind.as_str());
            format!("in a claim: {} \u{b7} {by}", claim.status)
        }
    }
}

/// The names of those who deny a claim.
pub(crate) fn denied_by<'a>(
    article: &'a Article,
    claim: &'a Claim,
) -> impl Iterator<Item = &'a str> {
    let entities = claim.denied_by.iter();
    entities.filter_map(|&index| name(article, index))
}

/// Whom words or a claim come from.
pub(crate) fn from(article: &Article, source: Option<Span>, kind: &str) -> String {
    match source {
        Some(span) => {
            let words = clip(span.of(&article.text), LONGEST_WORDS);
            format!("by {words} ({kind})")
        }
        None => format!("source: {kind}"),
    }
}

/// Appends the same behind something else, in a tooltip.
pub(crate) fn by(out: &mut String, article: &Article, source: Option<Span>, kind: &str) {
    push(out, " \u{b7} ", &from(article, source, kind), "");
}
