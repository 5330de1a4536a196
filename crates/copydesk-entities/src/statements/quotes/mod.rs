//! Quotes: who says what.
//!
//! *What*: words in marks with their speaker ([`direct`]), and what is told in the writer's words
//! behind a verb, before it, by a noun or by a phrase ([`indirect`], [`phrases`]).
//! *Example*: `Choe said that they are building an “unbreakable relationship”` is one mixed quote.
//! *Why not everything that somebody wants or plans*: only verbs and nouns of the lists report.

mod cues;
mod direct;
mod indirect;
mod marks;
mod phrases;
mod speaker;

use copydesk_core::{
    Span,
    record::{Quote, QuoteKind, VerbClass},
};
use cues::Cue;
use marks::Run;
use speaker::Speaker;

use super::Reading;
use crate::syntax::{Clause, Tag};

/// Finds the quotes of a text, in order.
/// `asked not to be named`: a condition of those who speak, not what they say.
fn asks_for_silence(reading: &Reading<'_>, quote: &Quote) -> bool {
    const TELL: &[&str] = &["named", "identified", "quoted", "mentioned"];
    let mut words = reading.tokens_in(quote.content).take(4);
    quote.quoted.is_empty()
        && words.any(|token| reading.is(token, "be"))
        && (words.next()).is_some_and(|token| TELL.iter().any(|word| reading.is(token, word)))
}

pub(super) fn read(reading: &Reading<'_>) -> Vec<Quote> {
    let runs = marks::read(reading.text);
    let mut reader = Reader {
        reading,
        runs: &runs,
        quotes: Vec::new(),
        direct: Vec::new(),
        spoken: Vec::new(),
    };
    reader.direct();
    reader.direct.sort_unstable();
    reader.indirect();
    reader.spoken = reader.quotes.iter().filter_map(|quote| quote.cue).collect();
    reader.spoken.sort_unstable_by_key(|cue| cue.start);
    reader.phrases();
    let mut quotes = reader.quotes;
    quotes.retain(|quote| !asks_for_silence(reading, quote));
    quotes.sort_by_key(|quote| {
        (
            quote.content.start,
            quote.content.end,
            quote.cue.map(|cue| cue.start),
        )
    });
    quotes.dedup_by(|one, other| one.content == other.content && one.cue == other.cue);
    leave_out_depths(&mut quotes);
    quotes
}

/// So many quotes cover a place, at most: `he said that he said that …` without an end would have
/// each of them told up to the end, and with it the square of its length.
const DEEPEST: usize = 8;

/// Leaves out quotes that begin within [`DEEPEST`] others.
fn leave_out_depths(quotes: &mut Vec<Quote>) {
    let mut open: Vec<u32> = Vec::with_capacity(DEEPEST);
    quotes.retain(|quote| {
        open.retain(|&end| end > quote.content.start);
        let told = open.len() < DEEPEST;
        if told {
            open.push(quote.content.end);
        }
        told
    });
}

/// Verbs of the lists that do other things as often.
const NO_REPORTING: &[&str] = &[
    "agree", "continue", "think", "finish", "start", "begin", "go", "resolve", "commit", "post",
    "estimate", "relate", "offer", "vote", "laugh", "persist", "conclude", "judge", "reveal",
];

/// The tokens that report, in order: verbs as `said`, `denied`, and `according`. Left out are those
/// that wish, order, promise or believe.
pub(crate) fn reporting(reading: &Reading<'_>) -> Vec<usize> {
    let syntax = &reading.syntax;
    let mut tokens: Vec<usize> = Vec::new();
    for group in &syntax.groups {
        let head = group.head as usize;
        if reading.is(head, "according") && reading.is(head + 1, "to") {
            tokens.push(head);
        }
        if !group.is_verb() {
            continue;
        }
        let lemma = syntax.lemma(head);
        let entry = cues::verb(lemma, reading.word(head));
        let cited = matches!(lemma, "cite" | "describe" | "speak");
        let reports = entry.and_then(|entry| entry.plain).is_some_and(|cue| {
            let class = matches!(
                cue.class,
                VerbClass::Say
                    | VerbClass::Report
                    | VerbClass::Claim
                    | VerbClass::Accuse
                    | VerbClass::Deny
                    | VerbClass::Confirm
                    | VerbClass::Warn
            );
            let often = cue.frames.has(cues::Frames::WEAK)
                || matches!(
                    lemma,
                    "charge" | "find" | "suggest" | "threaten" | "suspect"
                )
                || NO_REPORTING.contains(&lemma);
            class
                && cue.frames.has(cues::Frames::CLAUSE)
                && (!often || reading.is(group.end as usize, "that"))
        });
        if reports || cited {
            tokens.push(head);
        }
    }
    tokens
}

struct Reader<'a> {
    reading: &'a Reading<'a>,
    runs: &'a [Run],
    quotes: Vec<Quote>,
    /// Tokens of the verbs that report words in marks.
    direct: Vec<usize>,
    /// The cues of the quotes that verbs gave, in order.
    spoken: Vec<Span>,
}

impl Reader<'_> {
    /// The run of the outermost marks that a token stands in.
    fn run_at(&self, token: usize) -> Option<&Run> {
        let span = self.reading.tokens.get(token)?.span;
        let before = self
            .runs
            .partition_point(|run| run.whole.start <= span.start);
        (self.runs[..before].iter().rev())
            .take(8)
            .find(|run| run.depth == 0)
            .filter(|run| span.end <= run.whole.end)
    }

    /// The runs in marks that begin in these bytes.
    fn runs_in(&self, span: Span) -> &[Run] {
        let first = self
            .runs
            .partition_point(|run| run.whole.start < span.start);
        let end = self.runs.partition_point(|run| run.whole.start < span.end);
        &self.runs[first..end.max(first)]
    }

    /// What the verb of a clause reports by itself or with a particle, and the token past the cue.
    fn cue(&self, clause: &Clause) -> Option<(Cue, usize)> {
        let group = self.reading.group(clause.verb);
        let head = group.head as usize;
        let entry = cues::verb(self.reading.syntax.lemma(head), self.reading.word(head))?;
        let end = group.end as usize;
        for &(second, cue) in &entry.with {
            if (group.verb.particle)
                .is_some_and(|particle| self.reading.is(particle as usize, second))
            {
                return Some((cue, end));
            }
            if self.reading.is(end, second) {
                let behind = cue.frames.has(cues::Frames::WITH);
                return Some((cue, if behind { end } else { end + 1 }));
            }
        }
        entry.plain.map(|cue| (cue, end))
    }

    /// The clause of the verb at a token.
    fn clause_at(&self, token: usize) -> Option<(usize, &Clause)> {
        let group = self.reading.syntax.words.get(token)?.group;
        let at = self.reading.syntax.clause_of(group)?;
        Some((at, &self.reading.syntax.clauses[at]))
    }

    /// The tokens of the sentence of a token.
    fn sentence(&self, token: usize) -> std::ops::Range<usize> {
        let sentence = (self.reading.syntax.words.get(token)).map_or(0, |word| word.sentence);
        self.reading.sentence(sentence)
    }

    fn is_finite_tag(&self, token: usize) -> bool {
        matches!(
            self.reading.syntax.tag(token),
            Tag::Vbd | Tag::Vbz | Tag::Vbp
        )
    }

    /// Notes a quote in the writer's words, from one token to before another.
    fn tell(&mut self, content: std::ops::Range<usize>, said: &Said) {
        let content = self.trimmed(content);
        if content.is_empty() {
            return;
        }
        let span = self.reading.span(content);
        let quoted: Vec<Span> = (self.runs_in(span).iter())
            .filter(|run| run.depth == 0 && run.inner().end <= span.end)
            .flat_map(|run| run.parts.iter().copied())
            .collect();
        let kind = if quoted.is_empty() {
            QuoteKind::Indirect
        } else {
            QuoteKind::Mixed
        };
        self.push(span, quoted, kind, said);
    }

    fn push(&mut self, content: Span, quoted: Vec<Span>, kind: QuoteKind, said: &Said) {
        self.quotes.push(Quote {
            content,
            quoted,
            speaker: said.speaker.span,
            speaker_entity: said.speaker.entity,
            speaker_kind: said.speaker.kind,
            addressee: said.addressee,
            cue: said.cue,
            verb_class: said.class,
            kind,
        });
    }

    /// Without marks and `and` at the ends.
    fn trimmed(&self, content: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let (mut start, mut end) = (content.start, content.end);
        while end > start
            && (self
                .reading
                .is_mark(end - 1, &[",", ".", ";", ":", "!", "?", "—", "–", "…"])
                || self.reading.syntax.tag(end - 1) == Tag::Cc)
        {
            end -= 1;
        }
        while start < end
            && (self.reading.is_mark(start, &[",", ";", ":", "—", "–", ")"])
                || self.reading.syntax.tag(start) == Tag::Cc)
        {
            start += 1;
        }
        start..end
    }
}

/// Who says something, and with what word.
struct Said {
    speaker: Speaker,
    cue: Option<Span>,
    class: VerbClass,
    addressee: Option<u32>,
}
