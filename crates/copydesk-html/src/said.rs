//! Where in the text quotes and claims stand, and what is said about them.
//!
//! Claims may stand in each other, and in quotes: the innermost one is shown, so that the text is
//! cut into stretches that do not overlap.

use copydesk::{
    Article, Span,
    record::{Claim, ClaimStatus, Quote},
};

use crate::{escape::push, start};

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
    all.retain(|(span, _)| !span.is_empty());
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

/// Appends the tag that begins a stretch.
pub(crate) fn begin(out: &mut String, article: &Article, said: Said<'_>) {
    let words = |span: Span| start(span.of(&article.text), LONGEST_WORDS);
    match said {
        Said::Quote(quote) => {
            out.push_str("<span class=\"cd-said cd-quote\" title=\"");
            out.push_str(&format!("{} quote \u{b7} {}", quote.kind, quote.verb_class));
            by(out, article, quote.speaker, quote.speaker_kind.as_str());
        }
        Said::Claim(claim) => {
            let (class, status) = (class(claim.status), claim.status);
            out.push_str(&format!("<span class=\"cd-said {class}\" title=\"{status}"));
            by(out, article, claim.source, claim.source_kind.as_str());
            for hedge in claim.hedges.iter().take(MOST_HEDGES) {
                push(out, " \u{b7} \u{201c}", words(hedge.cue), "\u{201d} ");
                out.push_str(hedge.kind.as_str());
            }
            for name in denied_by(article, claim).take(MOST_HEDGES) {
                push(out, " \u{b7} denied by ", start(name, LONGEST_WORDS), "");
            }
        }
    }
    out.push_str("\">");
}

/// The names of those who deny a claim.
pub(crate) fn denied_by<'a>(
    article: &'a Article,
    claim: &'a Claim,
) -> impl Iterator<Item = &'a str> {
    let entities = claim.denied_by.iter();
    entities
        .filter_map(|&index| article.entities.get(index as usize))
        .map(|entity| entity.name.as_str())
}

/// Appends whom words or a claim come from.
pub(crate) fn by(out: &mut String, article: &Article, source: Option<Span>, kind: &str) {
    match source {
        Some(span) => {
            let words = start(span.of(&article.text), LONGEST_WORDS);
            push(out, " \u{b7} by ", words, "");
            out.push_str(&format!(" ({kind})"));
        }
        None => out.push_str(&format!(" \u{b7} source: {kind}")),
    }
}
