//! The text of an article in the reader: as in a notebook, and each value says where in the shown
//! source it stands.

use std::collections::HashMap;

use copydesk::{
    Article, Span,
    record::{BlockKind, Claim, Edit, Label, Quote},
};

use super::{facts::Facts, source::View};
use crate::{
    escape::{escape, push},
    said::{self, Said},
    start, text,
};

/// Bytes of what stood before a repair, in a tooltip.
const LONGEST_BEFORE: usize = 200;

/// Something in the text that was found.
struct Value {
    span: Span,
    label: Label,
    /// What it is, for a tooltip.
    what: String,
    /// The number of its mention, and of its entity in the corpus.
    mention: Option<usize>,
    entity: Option<u32>,
}

/// Writes the text of an article.
pub(super) struct Writer<'a> {
    article: &'a Article,
    view: &'a View<'a>,
    number: u32,
    values: Vec<Value>,
    edits: Vec<(usize, &'a Edit)>,
    said: Vec<(Span, Said<'a>)>,
    claims: HashMap<*const Claim, usize>,
    quotes: HashMap<*const Quote, usize>,
    /// Events by where they are named.
    events: Vec<(Span, usize)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(facts: &Facts<'a>, number: u32, view: &'a View<'a>) -> Self {
        let article = facts.articles[number as usize];
        let mut edits: Vec<_> = article.edits.iter().enumerate().collect();
        edits.sort_by_key(|(_, edit)| edit.span);
        let events = article.events.iter().enumerate();
        let mut events: Vec<_> = events.map(|(at, event)| (event.trigger, at)).collect();
        events.sort_unstable();
        let claims = article.claims.iter().enumerate();
        let quotes = article.quotes.iter().enumerate();
        Self {
            article,
            view,
            number,
            values: values(facts, number),
            edits,
            said: said::stretches(article),
            claims: claims.map(|(at, claim)| (&raw const *claim, at)).collect(),
            quotes: quotes.map(|(at, quote)| (&raw const *quote, at)).collect(),
            events,
        }
    }

    /// The labels that the text holds, in their order.
    pub(super) fn labels(&self) -> Vec<Label> {
        let held = |label: &Label| self.values.iter().any(|value| value.label == *label);
        Label::ALL.iter().copied().filter(held).collect()
    }

    /// Appends the bytes of `span` in one line.
    pub(super) fn line(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let first = (self.values).partition_point(|value| value.span.end <= span.start);
        for value in &self.values[first..] {
            if value.span.end > span.end {
                break;
            }
            if value.span.start < at {
                continue;
            }
            self.repaired(out, Span::new(at, value.span.start));
            self.open(out, value);
            self.repaired(out, value.span);
            out.push_str("</mark>");
            at = value.span.end;
        }
        self.repaired(out, Span::new(at, span.end.max(at)));
    }

    /// Appends the blocks of the body up to `longest` bytes of the text; returns whether all is
    /// there.
    pub(super) fn body(&self, out: &mut String, longest: usize) -> bool {
        let article = self.article;
        let mut whole = true;
        let mut shown = 0;
        for block in &article.blocks {
            let Some(span) = block.span else { continue };
            if block.kind == BlockKind::Title || span.is_empty() {
                continue;
            }
            let words = span.of(&article.text);
            if shown >= longest {
                whole = false;
                break;
            }
            let cut = start(words, longest - shown);
            shown += cut.len();
            whole &= cut.len() == words.len();
            out.push_str(&format!("<p class=\"b-{}\">", block.kind));
            self.line(out, Span::new(span.start, span.start + cut.len() as u32));
            out.push_str("</p>");
        }
        // A record without blocks may have text all the same.
        if shown == 0 && !article.body().is_empty() {
            let from = article.text.len() - article.body().len();
            let cut = start(article.body(), longest);
            out.push_str("<p class=\"b-paragraph\">");
            self.line(out, Span::at(from, from + cut.len()));
            out.push_str("</p>");
            whole = cut.len() == article.body().len();
        }
        whole
    }

    fn open(&self, out: &mut String, value: &Value) {
        let class = text::class(value.label);
        out.push_str(&format!("<mark class=\"{class}\""));
        if let Some(at) = value.mention {
            out.push_str(&format!(" id=\"a{}-m{at}\"", self.number));
        }
        if let Some(at) = value.entity {
            out.push_str(&format!(" data-p=\"{at}\""));
        }
        raw(out, self.view.text_at(value.span));
        push(out, " title=\"", &value.what, "");
        let source = self.article.source_of(value.span);
        let source = self.article.source_in_unit(source);
        out.push_str(&format!(
            " \u{b7} source {}s {}\u{2013}{}\">",
            self.article.source.unit.as_str(),
            source.start,
            source.end
        ));
    }

    /// Appends the text of `span`, repairs underlined.
    fn repaired(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let first = (self.edits).partition_point(|(_, edit)| edit.span.end < span.start);
        for &(number, edit) in &self.edits[first..] {
            if edit.span.start >= span.end {
                break;
            }
            let (from, to) = (edit.span.start.max(at), edit.span.end.min(span.end));
            // A removal belongs to the stretch behind it.
            if from > to || (from == to && !edit.span.is_empty()) || edit.span.start < span.start {
                continue;
            }
            self.plain(out, Span::new(at, from));
            self.underlined(out, number, edit, Span::new(from, to));
            at = to;
        }
        self.plain(out, Span::new(at, span.end.max(at)));
    }

    fn underlined(&self, out: &mut String, number: usize, edit: &Edit, span: Span) {
        let words = span.of(&self.article.text);
        // Changed blanks cannot be seen and would only be noise.
        if words.trim().is_empty() && edit.before.trim().is_empty() {
            self.plain(out, span);
            return;
        }
        let article = self.number;
        out.push_str(&format!("<u class=\"cd-edit\" id=\"a{article}-u{number}\""));
        raw(out, self.view.edit_at(edit));
        push(out, " title=\"", &edit.rule, "");
        push(
            out,
            " \u{b7} was: ",
            start(&edit.before, LONGEST_BEFORE),
            "\">",
        );
        escape(out, if words.is_empty() { "\u{2038}" } else { words });
        out.push_str("</u>");
    }

    /// Appends the text of `span`, what is said and claimed underlined.
    fn plain(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let first = self.said.partition_point(|(said, _)| said.end <= at);
        for &(stretch, said) in &self.said[first..] {
            if stretch.start >= span.end {
                break;
            }
            let (from, to) = (stretch.start.max(at), stretch.end.min(span.end));
            self.bare(out, Span::new(at, from));
            self.begin(out, said);
            self.bare(out, Span::new(from, to));
            out.push_str("</span>");
            at = to;
        }
        self.bare(out, Span::new(at, span.end.max(at)));
    }

    fn begin(&self, out: &mut String, said: Said<'_>) {
        let article = self.article;
        match said {
            Said::Quote(quote) => {
                let at = self.quotes.get(&(&raw const *quote)).copied();
                out.push_str(&format!(
                    "<span class=\"cd-said cd-quote\" data-q=\"{}\" title=\"{} quote \u{b7} {}",
                    at.unwrap_or_default(),
                    quote.kind,
                    quote.verb_class
                ));
                said::by(out, article, quote.speaker, quote.speaker_kind.as_str());
            }
            Said::Claim(claim) => {
                let at = self.claims.get(&(&raw const *claim)).copied();
                out.push_str(&format!(
                    "<span class=\"cd-said {}\" data-c=\"{}\" title=\"{}",
                    said::class(claim.status),
                    at.unwrap_or_default(),
                    claim.status
                ));
                said::by(out, article, claim.source, claim.source_kind.as_str());
                for name in said::denied_by(article, claim).take(4) {
                    push(out, " \u{b7} denied by ", start(name, LONGEST_BEFORE), "");
                }
            }
        }
        out.push_str("\">");
    }

    /// Appends the text of `span` with the places of events, which a timeline points at.
    fn bare(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let first = (self.events).partition_point(|(trigger, _)| trigger.start < span.start);
        for &(trigger, number) in &self.events[first..] {
            if trigger.start >= span.end {
                break;
            }
            let Some(event) = self.article.events.get(number) else {
                continue;
            };
            escape(out, Span::new(at, trigger.start).of(&self.article.text));
            out.push_str(&format!("<span id=\"a{}-e{number}\"", self.number));
            if let Some(claim) = event.claim {
                out.push_str(&format!(" data-k=\"{claim}\""));
            }
            raw(out, self.view.text_at(event.clause));
            out.push_str("></span>");
            at = trigger.start;
        }
        escape(out, Span::new(at, span.end.max(at)).of(&self.article.text));
    }

    /// Where the claim of a number stands in the source.
    pub(super) fn claim_at(&self, claim: &Claim) -> Option<(u32, u32)> {
        self.view.text_at(claim.content)
    }
}

/// Appends where in the shown source a value stands.
pub(super) fn raw(out: &mut String, at: Option<(u32, u32)>) {
    if let Some((start, end)) = at {
        out.push_str(&format!(" data-r=\"{start} {end}\""));
    }
}

/// Mentions, and dates and amounts that are no mentions, in order and apart.
fn values(facts: &Facts<'_>, number: u32) -> Vec<Value> {
    let article = facts.articles[number as usize];
    let resolved: HashMap<Span, &str> = (article.dates.iter())
        .filter_map(|date| Some((date.place.span()?, date.value.as_str())))
        .collect();
    let mut out: Vec<Value> = (article.mentions.iter().enumerate())
        .map(|(at, mention)| {
            let entity = article.entities.get(mention.entity as usize);
            let name = entity.map_or("", |entity| entity.name.as_str());
            let mut what = match resolved.get(&mention.span) {
                Some(value) => format!("{value} \u{b7} {}", mention.label),
                None => format!("{name} \u{b7} {}", mention.label),
            };
            let metonym = mention
                .metonym_of
                .and_then(|at| article.entities.get(at as usize));
            if let Some(metonym) = metonym {
                what.push_str(&format!(" \u{b7} stands for {}", metonym.name));
            }
            let holder = match mention.holders[..] {
                [holder] => article.entities.get(holder as usize),
                _ => None,
            };
            if let Some(holder) = holder {
                what.push_str(&format!(" \u{b7} held by {}", holder.name));
            }
            Value {
                span: mention.span,
                label: mention.label,
                what,
                mention: Some(at),
                entity: facts.entity_of(number, mention.entity),
            }
        })
        .collect();
    out.sort_by_key(|value| value.span);
    let mut more: Vec<Value> = Vec::new();
    let mut add = |span: Option<Span>, label: Label, what: String| {
        if let Some(span) = span {
            more.push(Value {
                span,
                label,
                what,
                mention: None,
                entity: None,
            });
        }
    };
    for date in &article.dates {
        let what = format!("{} \u{b7} {}", date.value, date.kind);
        add(date.place.span(), Label::Date, what);
    }
    for amount in &article.amounts {
        let unit = amount.unit.as_deref().unwrap_or_default();
        let what = format!("{} {unit}", amount.value);
        let what = format!("{} \u{b7} {}", what.trim_end(), amount.kind);
        add(amount.place.span(), Label::Quantity, what);
    }
    more.retain(|value| {
        let at = out.partition_point(|other| other.span.end <= value.span.start);
        !value.span.is_empty() && (out.get(at)).is_none_or(|other| !other.span.overlaps(value.span))
    });
    out.extend(more);
    out.sort_by_key(|value| (value.span.start, std::cmp::Reverse(value.span.end)));
    out.retain(|value| !value.span.is_empty());
    out
}
