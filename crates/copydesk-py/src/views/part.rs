//! Which part of an article a view shows: all that views know, in one place.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use copydesk::{Span, record};
use pyo3::{PyClass, prelude::*};

use super::{Place, bare, message, quoted};
use crate::origin::{Located, Origin};

/// A part of an article that has a place.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// Any stretch of the text: a sentence, a speaker, a cue.
    Stretch(Span),
    Token(u32),
    Mention(u32),
    Reference(u32),
    Edit(u32),
    Quote(u32),
    Claim(u32),
    /// A hedge of a claim.
    Hedge(u32, u32),
    Event(u32),
    /// The words for somebody, and the number of the entity.
    Participant(Span, Option<u32>),
    Temporal(u32),
    Amount(u32),
    Pattern(u32),
    Block(u32),
    /// A cell of a block.
    Cell(u32, u32),
    Diagnostic(u32),
}

impl Part {
    pub(crate) fn locate(self, origin: &Origin) -> Located<'_> {
        let article = &origin.article;
        match self {
            Self::Stretch(span) => origin.at(span),
            Self::Token(at) => origin.at(article.tokens[at as usize].span),
            Self::Mention(at) => origin.at(article.mentions[at as usize].span),
            Self::Reference(at) => origin.at(article.references[at as usize].span),
            Self::Edit(at) => origin.at_edit(&article.edits[at as usize]),
            Self::Quote(at) => origin.at(article.quotes[at as usize].content),
            Self::Claim(at) => origin.at(article.claims[at as usize].content),
            Self::Hedge(claim, at) => {
                origin.at(article.claims[claim as usize].hedges[at as usize].cue)
            }
            Self::Event(at) => origin.at(article.events[at as usize].trigger),
            Self::Participant(span, _) => origin.at(span),
            Self::Temporal(at) => origin.at_place(&article.dates[at as usize].place),
            Self::Amount(at) => origin.at_place(&article.amounts[at as usize].place),
            Self::Pattern(at) => origin.at_place(&article.patterns[at as usize].place),
            Self::Block(at) => origin.at_block(&article.blocks[at as usize]),
            Self::Cell(block, at) => {
                origin.at(article.blocks[block as usize].cells[at as usize].span)
            }
            Self::Diagnostic(at) => origin.at_diagnostic(&article.diagnostics[at as usize]),
        }
    }

    /// The name of the class, and the numbers that say which one it is.
    pub(crate) fn numbers(self) -> (&'static str, [Option<u32>; 3]) {
        let numbers = match self {
            Self::Stretch(span) => [Some(span.start), Some(span.end), None],
            Self::Participant(span, entity) => [Some(span.start), Some(span.end), entity],
            Self::Hedge(first, second) | Self::Cell(first, second) => {
                [Some(first), Some(second), None]
            }
            Self::Token(at)
            | Self::Mention(at)
            | Self::Reference(at)
            | Self::Edit(at)
            | Self::Quote(at)
            | Self::Claim(at)
            | Self::Event(at)
            | Self::Temporal(at)
            | Self::Amount(at)
            | Self::Pattern(at)
            | Self::Block(at)
            | Self::Diagnostic(at) => [Some(at), None, None],
        };
        (self.class(), numbers)
    }

    /// The name of the Python class.
    fn class(self) -> &'static str {
        match self {
            Self::Stretch(_) => "Span",
            Self::Token(_) => "Token",
            Self::Mention(_) => "Mention",
            Self::Reference(_) => "Reference",
            Self::Edit(_) => "Edit",
            Self::Quote(_) => "Quote",
            Self::Claim(_) => "Claim",
            Self::Hedge(..) => "Hedge",
            Self::Event(_) => "Event",
            Self::Participant(..) => "Participant",
            Self::Temporal(_) => "Temporal",
            Self::Amount(_) => "Amount",
            Self::Pattern(_) => "Pattern",
            Self::Block(_) => "Block",
            Self::Cell(..) => "Cell",
            Self::Diagnostic(_) => "Diagnostic",
        }
    }

    /// What the part says beside its place, in short.
    fn brief(self, origin: &Origin) -> String {
        let article = &origin.article;
        match self {
            Self::Stretch(_) => String::new(),
            Self::Token(at) => article.tokens[at as usize].class.as_str().to_owned(),
            Self::Mention(at) => article.mentions[at as usize].label.to_string(),
            Self::Reference(at) => {
                let reference = &article.references[at as usize];
                let kind = reference.link.kind;
                match origin.entity(reference.entity) {
                    Some(entity) => format!("{kind} for {}", quoted(&entity.name)),
                    None => kind.to_string(),
                }
            }
            Self::Edit(at) => {
                let edit = &article.edits[at as usize];
                format!("{} from {}", bare(&edit.rule), quoted(&edit.before))
            }
            Self::Quote(at) => {
                let quote = &article.quotes[at as usize];
                let by = by(quote.speaker, &article.text);
                format!("{} {}{by}", quote.kind, quote.verb_class)
            }
            Self::Claim(at) => {
                let claim = &article.claims[at as usize];
                let by = by(claim.source, &article.text);
                format!("{}{by}", claim.status)
            }
            Self::Hedge(claim, at) => {
                let hedge = &article.claims[claim as usize].hedges[at as usize];
                let scope = quoted(hedge.scope.of(&article.text));
                format!("{} on {scope}", hedge.kind)
            }
            Self::Event(at) => {
                let event = &article.events[at as usize];
                let sides = [
                    some(&event.who, &article.text),
                    some(&event.whom, &article.text),
                ];
                format!(
                    "{} {}, {} \u{2192} {}",
                    event.root, event.status, sides[0], sides[1]
                )
            }
            Self::Participant(_, entity) => entity
                .and_then(|index| origin.entity(index))
                .map_or(String::new(), |entity| entity.label.to_string()),
            Self::Temporal(at) => {
                let date = &article.dates[at as usize];
                format!("{} {}", date.kind, bare(&date.value))
            }
            Self::Amount(at) => {
                let amount = &article.amounts[at as usize];
                let unit = bare(amount.unit.as_deref().unwrap_or_default());
                format!("{} {} {unit}", amount.kind, amount.value)
                    .trim_end()
                    .to_owned()
            }
            Self::Pattern(at) => article.patterns[at as usize].kind.to_string(),
            Self::Block(at) => {
                let block = &article.blocks[at as usize];
                match block.dropped {
                    Some(reason) => format!("{}, dropped: {reason}", block.kind),
                    None => block.kind.to_string(),
                }
            }
            Self::Cell(block, at) => {
                let cell = article.blocks[block as usize].cells[at as usize];
                if cell.header { "header" } else { "" }.to_owned()
            }
            Self::Diagnostic(at) => {
                let note = &article.diagnostics[at as usize];
                format!(
                    "{} {}: {}",
                    note.severity,
                    bare(&note.code),
                    message(&note.message)
                )
            }
        }
    }

    pub(crate) fn shown(self, origin: &Origin) -> String {
        let located = self.locate(origin);
        let brief = self.brief(origin);
        let mut fields = Vec::new();
        if !located.words.is_empty() {
            fields.push(quoted(located.words));
        }
        if !brief.is_empty() {
            fields.push(brief);
        }
        if let Some(span) = located.span {
            let (start, end) = origin.range(span);
            fields.push(format!("{start}\u{2013}{end}"));
        } else if let Some(source) = located.source {
            let (start, end) = origin.source(source);
            fields.push(format!("source {start}\u{2013}{end}"));
        }
        format!("{}({})", self.class(), fields.join(", "))
    }
}

/// Whom words or a claim come from.
fn by(source: Option<Span>, text: &str) -> String {
    source.map_or(String::new(), |span| {
        format!(" by {}", quoted(span.of(text)))
    })
}

/// One side of an event in short.
fn some(participants: &[record::Participant], text: &str) -> String {
    let Some((first, rest)) = participants.split_first() else {
        return "?".to_owned();
    };
    let first = quoted(first.span.of(text));
    match rest.len() {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// A part together with its article.
#[derive(Clone)]
pub(crate) struct Handle {
    pub(crate) origin: Arc<Origin>,
    pub(crate) part: Part,
}

/// Where a part stands, as Python sees it.
type Shape<'a> = (Option<(u32, u32)>, Option<(u32, u32)>, &'a str);

impl Handle {
    fn shape(&self) -> Shape<'_> {
        let located = self.part.locate(&self.origin);
        (
            located.span.map(|span| self.origin.range(span)),
            located.source.map(|span| self.origin.source(span)),
            located.words,
        )
    }

    pub(crate) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.part.class().hash(&mut hasher);
        self.shape().hash(&mut hasher);
        hasher.finish()
    }

    /// Whether both show the same: place, words and fields, whatever article they belong to.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.shape() == other.shape() && self.same_fields(other)
    }

    fn same_fields(&self, other: &Self) -> bool {
        let (left, right) = (&self.origin.article, &other.origin.article);
        let shape = |origin: &Arc<Origin>, span: Option<Span>| {
            span.map(|span| {
                (
                    origin.range(span),
                    origin.source(origin.article.source_of(span)),
                )
            })
        };
        let same_spans = |a, b| shape(&self.origin, a) == shape(&other.origin, b);
        let named = |origin: &Arc<Origin>, index: Option<u32>| {
            let entity = index.and_then(|index| origin.entity(index));
            entity.map(|entity| (entity.name.clone(), entity.label))
        };
        let same_entity = |a, b| named(&self.origin, a) == named(&other.origin, b);
        let same_entities = |a: &[u32], b: &[u32]| {
            a.len() == b.len() && (a.iter().zip(b)).all(|(&a, &b)| same_entity(Some(a), Some(b)))
        };
        let same_lists = |a: &[Span], b: &[Span]| {
            a.len() == b.len() && (a.iter().zip(b)).all(|(&a, &b)| same_spans(Some(a), Some(b)))
        };
        let same_sides = |a: &[record::Participant], b: &[record::Participant]| {
            a.len() == b.len()
                && (a.iter().zip(b)).all(|(a, b)| {
                    same_spans(Some(a.span), Some(b.span)) && same_entity(a.entity, b.entity)
                })
        };
        let same_hedges = |a: &record::Hedge, b: &record::Hedge| {
            a.kind == b.kind
                && same_spans(Some(a.cue), Some(b.cue))
                && same_spans(Some(a.scope), Some(b.scope))
        };
        match (self.part, other.part) {
            (Part::Stretch(_), Part::Stretch(_)) => true,
            (Part::Token(a), Part::Token(b)) => {
                left.tokens[a as usize].class == right.tokens[b as usize].class
            }
            (Part::Mention(a), Part::Mention(b)) => {
                let (a, b) = (&left.mentions[a as usize], &right.mentions[b as usize]);
                (a.label, a.confidence, &a.why) == (b.label, b.confidence, &b.why)
                    && same_entity(Some(a.entity), Some(b.entity))
                    && self.origin.link(a.link) == other.origin.link(b.link)
                    && same_entity(a.metonym_of, b.metonym_of)
                    && same_entities(&a.holders, &b.holders)
            }
            (Part::Reference(a), Part::Reference(b)) => {
                let (a, b) = (&left.references[a as usize], &right.references[b as usize]);
                same_entity(Some(a.entity), Some(b.entity))
                    && self.origin.link(a.link) == other.origin.link(b.link)
            }
            (Part::Edit(a), Part::Edit(b)) => {
                let (a, b) = (&left.edits[a as usize], &right.edits[b as usize]);
                (&a.rule, &a.before) == (&b.rule, &b.before)
            }
            (Part::Quote(a), Part::Quote(b)) => {
                let (a, b) = (&left.quotes[a as usize], &right.quotes[b as usize]);
                (a.kind, a.verb_class, a.speaker_kind) == (b.kind, b.verb_class, b.speaker_kind)
                    && same_lists(&a.quoted, &b.quoted)
                    && same_spans(a.speaker, b.speaker)
                    && same_spans(a.cue, b.cue)
                    && same_entity(a.speaker_entity, b.speaker_entity)
                    && same_entity(a.addressee, b.addressee)
            }
            (Part::Claim(a), Part::Claim(b)) => {
                let (a, b) = (&left.claims[a as usize], &right.claims[b as usize]);
                (a.status, a.source_kind) == (b.status, b.source_kind)
                    && same_spans(a.source, b.source)
                    && same_spans(a.cue, b.cue)
                    && same_entity(a.source_entity, b.source_entity)
                    && same_entities(&a.denied_by, &b.denied_by)
                    && a.hedges.len() == b.hedges.len()
                    && (a.hedges.iter().zip(&b.hedges)).all(|(a, b)| same_hedges(a, b))
            }
            (Part::Hedge(claim_a, a), Part::Hedge(claim_b, b)) => same_hedges(
                &left.claims[claim_a as usize].hedges[a as usize],
                &right.claims[claim_b as usize].hedges[b as usize],
            ),
            (Part::Event(a), Part::Event(b)) => {
                let (a, b) = (&left.events[a as usize], &right.events[b as usize]);
                let when = |event: &record::Event| {
                    let when = event.when.as_ref();
                    when.map(|when| (when.value.clone(), when.interval.clone()))
                };
                (a.root, a.status, &a.cameo) == (b.root, b.status, &b.cameo)
                    && when(a) == when(b)
                    && same_spans(Some(a.clause), Some(b.clause))
                    && same_sides(&a.who, &b.who)
                    && same_sides(&a.whom, &b.whom)
                    && same_sides(a.place.as_slice(), b.place.as_slice())
            }
            (Part::Participant(_, a), Part::Participant(_, b)) => same_entity(a, b),
            (Part::Temporal(a), Part::Temporal(b)) => {
                let same = |date: &record::Temporal| record::Temporal {
                    place: record::Place::default(),
                    ..date.clone()
                };
                same(&left.dates[a as usize]) == same(&right.dates[b as usize])
            }
            (Part::Amount(a), Part::Amount(b)) => {
                let same = |amount: &record::Amount| record::Amount {
                    place: record::Place::default(),
                    ..amount.clone()
                };
                same(&left.amounts[a as usize]) == same(&right.amounts[b as usize])
            }
            (Part::Pattern(a), Part::Pattern(b)) => {
                let same = |pattern: &record::Pattern| record::Pattern {
                    place: record::Place::default(),
                    ..pattern.clone()
                };
                same(&left.patterns[a as usize]) == same(&right.patterns[b as usize])
            }
            (Part::Block(a), Part::Block(b)) => {
                let (a, b) = (&left.blocks[a as usize], &right.blocks[b as usize]);
                let cell = |cell: &record::Cell| (cell.header, cell.columns, cell.rows);
                (a.kind, a.level, a.dropped, &a.within) == (b.kind, b.level, b.dropped, &b.within)
                    && a.cells.len() == b.cells.len()
                    && (a.cells.iter().zip(&b.cells))
                        .all(|(a, b)| cell(a) == cell(b) && same_spans(Some(a.span), Some(b.span)))
            }
            (Part::Cell(block_a, a), Part::Cell(block_b, b)) => {
                let a = left.blocks[block_a as usize].cells[a as usize];
                let b = right.blocks[block_b as usize].cells[b as usize];
                (a.header, a.columns, a.rows) == (b.header, b.columns, b.rows)
            }
            (Part::Diagnostic(a), Part::Diagnostic(b)) => {
                let (a, b) = (
                    &left.diagnostics[a as usize],
                    &right.diagnostics[b as usize],
                );
                (&a.code, a.severity, &a.message) == (&b.code, b.severity, &b.message)
            }
            _ => false,
        }
    }
}

/// The views of a whole list of an article, made by `view` from the index of each item.
pub(crate) fn all<'py, T: PyClass>(
    py: Python<'py>,
    origin: &Arc<Origin>,
    len: usize,
    view: impl Fn(Arc<Origin>, u32) -> PyClassInitializer<T>,
) -> PyResult<Vec<Bound<'py, T>>> {
    (0..len as u32)
        .map(|index| Bound::new(py, view(Arc::clone(origin), index)))
        .collect()
}

/// The view of one item of a list of `len`, if it is in there.
pub(crate) fn maybe<'py, T: PyClass>(
    py: Python<'py>,
    origin: &Arc<Origin>,
    len: usize,
    index: Option<u32>,
    view: impl Fn(Arc<Origin>, u32) -> PyClassInitializer<T>,
) -> PyResult<Option<Bound<'py, T>>> {
    index
        .filter(|&index| (index as usize) < len)
        .map(|index| Bound::new(py, view(Arc::clone(origin), index)))
        .transpose()
}

/// The base of a view.
pub(crate) fn place(origin: &Arc<Origin>, part: Part) -> PyClassInitializer<Place> {
    PyClassInitializer::from(Place(Handle {
        origin: Arc::clone(origin),
        part,
    }))
}
