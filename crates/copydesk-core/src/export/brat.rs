//! An article in the standoff format of brat: its text, and a file of annotations beside it.
//!
//! *What*: a text-bound annotation (`T`) for each mention, reference, date, amount, pattern, quote
//! and claim, and for the trigger of each event; events (`E`) with who, whom, where and when;
//! relations (`R`) from quotes and claims to who said them; the status of claims and events (`A`);
//! Wikidata items (`N`); what is known of a value or name as a note (`#`); mentions of one entity
//! as equivalent (`*`). *Why*: brat shows it, and readers of that format are common.
//!
//! Offsets count code points of the text. A span with a line break in it is written as several,
//! one a line, as brat demands: `T1\tQuote 0 5;6 11\tfirst second`.

use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};

use crate::{
    CodePoints, Span,
    record::{AmountKind, Article, ClaimStatus, EventRoot, Label, PatternKind, TemporalKind},
};

/// An article as brat has it; see [`Article::to_brat`].
///
/// ```
/// use copydesk_core::record::Article;
/// let article = Article { text: "It rained.".to_owned(), ..Article::default() };
/// let brat = article.to_brat();
/// assert!(brat.text.starts_with("It rained."));
/// assert!(brat.annotations.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Brat {
    /// What the `.txt` file holds: the text of the article.
    pub text: String,
    /// What the `.ann` file holds.
    pub annotations: String,
}

impl Brat {
    /// The `annotation.conf` of a folder of such files: without it brat shows no annotation.
    ///
    /// ```
    /// let conf = copydesk_core::Brat::configuration();
    /// assert!(conf.starts_with("[entities]\nPERSON\n"));
    /// assert!(conf.contains("\nSpeaker\tArg1:Quote, Arg2:<ENTITY>\n"));
    /// ```
    pub fn configuration() -> String {
        let mut seen = BTreeSet::new();
        let mut types = String::new();
        let names = (Label::ALL.iter().map(|label| label.as_str()))
            .chain(TemporalKind::ALL.iter().map(|kind| kind.as_str()))
            .chain(AmountKind::ALL.iter().map(|kind| kind.as_str()))
            .chain(PatternKind::ALL.iter().map(|kind| kind.as_str()))
            .chain(["Reference", "Participant", "Quote", "Claim"]);
        for name in names.filter(|name| seen.insert(*name)) {
            types.push_str(name);
            types.push('\n');
        }
        let mut roots = String::new();
        for root in EventRoot::ALL {
            let _ = writeln!(
                roots,
                "{root}\tWho*:<ENTITY>, Whom*:<ENTITY>, Where?:<ENTITY>, When?:<ENTITY>"
            );
        }
        let status: Vec<_> = ClaimStatus::ALL
            .iter()
            .map(|status| status.as_str())
            .collect();
        format!(
            "[entities]\n{types}\n[relations]\n\
             Speaker\tArg1:Quote, Arg2:<ENTITY>\nSource\tArg1:Claim, Arg2:<ENTITY>\n\
             <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\
             Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n\n\
             [events]\n{roots}\n[attributes]\nStatus\tArg:Claim|<EVENT>, Value:{}\n",
            status.join("|")
        )
    }
}

impl Article {
    /// The article as brat has it: the text, and what was found in it.
    ///
    /// ```
    /// use copydesk_core::{Span, record::{Article, Place, Temporal, TemporalKind, DateRole}};
    /// let date = Temporal {
    ///     place: Place::Text(Span::new(3, 7)),
    ///     kind: TemporalKind::Date,
    ///     value: "2019".to_owned(),
    ///     modifier: None,
    ///     interval: None,
    ///     role: DateRole::Content,
    ///     anchor: None,
    ///     alternatives: Vec::new(),
    /// };
    /// let article = Article { text: "In 2019.".into(), dates: vec![date], ..Article::default() };
    /// assert_eq!(
    ///     article.to_brat().annotations,
    ///     "T1\tDATE 3 7\t2019\n#1\tAnnotatorNotes T1\t2019\n",
    /// );
    /// ```
    pub fn to_brat(&self) -> Brat {
        let mut writer = Writer::new(self);
        writer.names();
        writer.values();
        writer.statements();
        writer.events();
        writer.equivalent();
        Brat {
            text: self.text.clone(),
            annotations: writer.out,
        }
    }
}

struct Writer<'a> {
    article: &'a Article,
    points: CodePoints,
    out: String,
    /// Numbers of what was written so far, by the letter of their ids.
    spans: u32,
    events: u32,
    relations: u32,
    attributes: u32,
    identifiers: u32,
    notes: u32,
    /// Ids of mentions, references and dates, where they were written.
    mentions: Vec<Option<u32>>,
    references: Vec<Option<u32>>,
    dates: Vec<Option<u32>>,
    /// Others that stand for somebody, by their places.
    others: BTreeMap<(u32, u32), u32>,
}

impl<'a> Writer<'a> {
    fn new(article: &'a Article) -> Self {
        Self {
            article,
            points: CodePoints::new(&article.text),
            out: String::new(),
            spans: 0,
            events: 0,
            relations: 0,
            attributes: 0,
            identifiers: 0,
            notes: 0,
            mentions: Vec::new(),
            references: Vec::new(),
            dates: Vec::new(),
            others: BTreeMap::new(),
        }
    }

    /// A text-bound annotation; none where there are no words to bind it to.
    fn span(&mut self, kind: &str, span: Span) -> Option<u32> {
        let mut pieces = Vec::new();
        let mut at = span.start;
        for line in span.get(&self.article.text)?.split('\n') {
            let words = line.trim();
            if !words.is_empty() {
                let start = at + (line.len() - line.trim_start().len()) as u32;
                pieces.push((start, words));
            }
            at += line.len() as u32 + 1;
        }
        if pieces.is_empty() {
            return None;
        }
        self.spans += 1;
        let _ = write!(self.out, "T{}\t{kind} ", self.spans);
        for (number, (start, words)) in pieces.iter().enumerate() {
            let between = if number > 0 { ";" } else { "" };
            let end = self.points.to_point(start + words.len() as u32);
            let start = self.points.to_point(*start);
            let _ = write!(self.out, "{between}{start} {end}");
        }
        for (number, (_, words)) in pieces.iter().enumerate() {
            self.out.push(if number > 0 { ' ' } else { '\t' });
            // A tab or carriage return parts fields for some readers.
            let words = words.chars().map(|c| if c.is_control() { ' ' } else { c });
            self.out.extend(words);
        }
        self.out.push('\n');
        Some(self.spans)
    }

    fn note(&mut self, about: &str, note: &str) {
        let note = one_line(note);
        if !note.is_empty() {
            self.notes += 1;
            let _ = writeln!(self.out, "#{}\tAnnotatorNotes {about}\t{note}", self.notes);
        }
    }

    fn names(&mut self) {
        let article = self.article;
        for mention in &article.mentions {
            let id = self.span(mention.label.as_str(), mention.span);
            self.mentions.push(id);
            let entity = article.entities.get(mention.entity as usize);
            if let (Some(id), Some(entity)) = (id, entity) {
                let about = format!("T{id}");
                if let Some(item) = &entity.identifiers.wikidata {
                    self.identifiers += 1;
                    let _ = writeln!(
                        self.out,
                        "N{}\tReference {about} Wikidata:{item}\t{}",
                        self.identifiers,
                        one_line(&entity.name)
                    );
                }
                self.note(&about, &entity.name);
            }
        }
        for reference in &article.references {
            let id = self.span("Reference", reference.span);
            self.references.push(id);
            let entity = article.entities.get(reference.entity as usize);
            if let (Some(id), Some(entity)) = (id, entity) {
                self.note(&format!("T{id}"), &entity.name);
            }
        }
    }

    fn values(&mut self) {
        let article = self.article;
        for date in &article.dates {
            let span = date.place.span();
            let id = span.and_then(|span| self.span(date.kind.as_str(), span));
            self.dates.push(id);
            if let Some(id) = id {
                self.note(&format!("T{id}"), &date.value);
            }
        }
        for amount in &article.amounts {
            let span = amount.place.span();
            if let Some(id) = span.and_then(|span| self.span(amount.kind.as_str(), span)) {
                let unit = amount.unit.as_deref().unwrap_or_default();
                self.note(&format!("T{id}"), &format!("{} {unit}", amount.value));
            }
        }
        for pattern in &article.patterns {
            let span = pattern.place.span();
            if let Some(id) = span.and_then(|span| self.span(pattern.kind.as_str(), span)) {
                self.note(&format!("T{id}"), &pattern.value);
            }
        }
    }

    fn statements(&mut self) {
        let article = self.article;
        for quote in &article.quotes {
            if let Some(id) = self.span("Quote", quote.content) {
                self.relation("Speaker", id, quote.speaker);
                self.note(
                    &format!("T{id}"),
                    &format!("{} {}", quote.kind, quote.verb_class),
                );
            }
        }
        for claim in &article.claims {
            if let Some(id) = self.span("Claim", claim.content) {
                self.relation("Source", id, claim.source);
                self.status(&format!("T{id}"), claim.status);
            }
        }
    }

    fn events(&mut self) {
        let article = self.article;
        for event in &article.events {
            let Some(trigger) = self.span(event.root.as_str(), event.trigger) else {
                continue;
            };
            let mut roles: Vec<(&str, u32)> = Vec::new();
            let place = event.place.iter().map(|place| ("Where", place));
            let who = event.who.iter().map(|who| ("Who", who));
            let whom = event.whom.iter().map(|whom| ("Whom", whom));
            for (role, participant) in who.chain(whom).chain(place) {
                roles.extend(self.somebody(participant.span).map(|id| (role, id)));
            }
            let date = event.when.as_ref().and_then(|when| when.date);
            let date = date.and_then(|index| *self.dates.get(index as usize)?);
            roles.extend(date.map(|id| ("When", id)));
            self.events += 1;
            let _ = write!(self.out, "E{}\t{}:T{trigger}", self.events, event.root);
            for (at, (role, id)) in roles.iter().enumerate() {
                let before = roles[..at]
                    .iter()
                    .filter(|(other, _)| other == role)
                    .count();
                let _ = match before {
                    0 => write!(self.out, " {role}:T{id}"),
                    _ => write!(self.out, " {role}{}:T{id}", before + 1),
                };
            }
            self.out.push('\n');
            self.status(&format!("E{}", self.events), event.status);
        }
    }

    fn status(&mut self, about: &str, status: ClaimStatus) {
        self.attributes += 1;
        let _ = writeln!(self.out, "A{}\tStatus {about} {status}", self.attributes);
    }

    fn relation(&mut self, kind: &str, from: u32, to: Option<Span>) {
        if let Some(to) = to.and_then(|span| self.somebody(span)) {
            self.relations += 1;
            let _ = writeln!(
                self.out,
                "R{}\t{kind} Arg1:T{from} Arg2:T{to}",
                self.relations
            );
        }
    }

    /// The annotation of words that stand for somebody: a mention or reference, else a new one.
    fn somebody(&mut self, span: Span) -> Option<u32> {
        let mentions = &self.article.mentions;
        let mention = mentions.binary_search_by_key(&span.start, |mention| mention.span.start);
        if let Ok(at) = mention
            && mentions[at].span == span
        {
            return self.mentions[at];
        }
        let references = &self.article.references;
        let reference = references.binary_search_by_key(&span.start, |one| one.span.start);
        if let Ok(at) = reference
            && references[at].span == span
        {
            return self.references[at];
        }
        if let Some(id) = self.others.get(&(span.start, span.end)) {
            return Some(*id);
        }
        let id = self.span("Participant", span)?;
        self.others.insert((span.start, span.end), id);
        Some(id)
    }

    /// The mentions of and references to one thing.
    fn equivalent(&mut self) {
        let mut ids: Vec<Vec<u32>> = vec![Vec::new(); self.article.entities.len()];
        let mentions = self.article.mentions.iter().map(|mention| mention.entity);
        let references = self.article.references.iter().map(|one| one.entity);
        let written = self.mentions.iter().chain(&self.references);
        for (entity, id) in mentions.chain(references).zip(written) {
            if let (Some(ids), Some(id)) = (ids.get_mut(entity as usize), id) {
                ids.push(*id);
            }
        }
        for ids in ids.iter().filter(|ids| ids.len() > 1) {
            self.out.push_str("*\tEquiv");
            for id in ids {
                let _ = write!(self.out, " T{id}");
            }
            self.out.push('\n');
        }
    }
}

/// Words without line breaks and tabs.
fn one_line(words: &str) -> String {
    let words = words.trim().chars();
    words
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
