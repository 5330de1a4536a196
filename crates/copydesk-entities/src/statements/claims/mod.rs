//! What a text says is so, is said to be so, is denied or is expected, and who says it.
//!
//! *What*: the content of every quote, its speaker being the source; every other clause that is
//! alleged, denied or expected, its source being the subject of the word that governs it
//! (`officials claim …`), or the article; noun groups that a hedge bears on (`claims of arms
//! sales`); main clauses that the article asserts. Hedges stand at the claim that they bear on;
//! who denies a claim is told by [`denials`].
//! *Known misses*: the source of a noun (`the accusation`) is its owner only.

mod denials;

use copydesk_core::{
    Span,
    record::{Claim, ClaimStatus, Hedge, HedgeKind, Quote, SourceKind, VerbClass},
};

use super::{
    Reading,
    factuality::{Facts, State},
    lexicon::{self, Class, Part},
};
use crate::syntax::{Clause, ClauseKind, VerbForm};

/// Verbs that tell of no event.
const STATES: &[&str] = &[
    "be", "have", "seem", "appear", "remain", "mean", "need", "want", "like", "know", "believe",
    "contain", "belong", "depend", "consist", "matter", "do", "become", "stay", "exist",
];

/// So many quotes begin within another, at most.
const NESTED: usize = 8;

/// So many words govern one another, at most: `said that it failed to` has two.
const DEEPEST: usize = 64;

/// Who makes a claim.
#[derive(Clone, Copy, Debug)]
struct Source {
    span: Option<Span>,
    entity: Option<u32>,
    kind: SourceKind,
}

impl Source {
    const ARTICLE: Self = Self {
        span: None,
        entity: None,
        kind: SourceKind::Article,
    };
    const MISSING: Self = Self {
        span: None,
        entity: None,
        kind: SourceKind::Missing,
    };
}

/// Finds the claims of a text, in order of their contents.
pub(super) fn read(
    reading: &Reading<'_>,
    quotes: &[Quote],
    hedges: &[Hedge],
    facts: &Facts,
) -> Vec<Claim> {
    let mut claims: Vec<Claim> = (quotes.iter().enumerate())
        .filter(|(_, quote)| asserts(reading, quote))
        .map(|(at, quote)| of_quote(reading, facts, at, quote))
        .collect();
    let mut told = claims.clone();
    told.sort_by_key(|claim| claim.content.start);
    let mut cues: Vec<Span> = quotes.iter().filter_map(|quote| quote.cue).collect();
    cues.sort_unstable();
    for (clause, state) in reading.syntax.clauses.iter().zip(&facts.clauses) {
        let verb = reading.span(reading.group(clause.verb).tokens());
        let cue = cues.partition_point(|cue| cue.end <= verb.start);
        let reports = (cues.get(cue)).is_some_and(|cue| cue.start < verb.end);
        // That somebody says so is told by the quote.
        if !(reports && state.status == ClaimStatus::Confirmed) {
            claims.extend(of_clause(reading, clause, state, facts, &told));
        }
    }
    claims.sort_by_key(|claim| (claim.content.start, u32::MAX - claim.content.end));
    claims.dedup_by(|next, claim| next.content == claim.content && next.quote.is_none());
    attach(hedges, &mut claims);
    denials::read(reading, &mut claims);
    claims
}

/// Whether a quote says that something is so: `thanked them for their support` does not.
fn asserts(reading: &Reading<'_>, quote: &Quote) -> bool {
    !matches!(quote.verb_class, VerbClass::Thank | VerbClass::Praise)
        || (reading
            .syntax
            .clauses_in(reading.tokens_in(quote.content))
            .iter())
        .any(|clause| reading.group(clause.verb).is_finite())
}

fn of_quote(reading: &Reading<'_>, facts: &Facts, at: usize, quote: &Quote) -> Claim {
    let tokens = reading.tokens_in(quote.content);
    let clauses = reading.syntax.clauses_in(tokens.clone());
    let main = (clauses.iter())
        .find(|clause| !matches!(clause.kind, ClauseKind::Participle | ClauseKind::Relative))
        .or(clauses.first());
    let told = match main {
        Some(clause) => facts.status(reading.group(clause.verb).head as usize),
        None => tokens
            .last()
            .map_or(ClaimStatus::Alleged, |token| facts.status(token)),
    };
    let status = match quote.verb_class {
        VerbClass::Deny => ClaimStatus::Denied,
        VerbClass::Urge | VerbClass::Promise | VerbClass::Hope if told != ClaimStatus::Denied => {
            ClaimStatus::Expected
        }
        VerbClass::Confirm | VerbClass::Thank | VerbClass::Praise | VerbClass::Criticise => told,
        _ if told == ClaimStatus::Confirmed => ClaimStatus::Alleged,
        _ => told,
    };
    Claim {
        content: quote.content,
        source: quote.speaker,
        source_entity: quote.speaker_entity,
        source_kind: quote.speaker_kind,
        cue: quote.cue,
        status,
        hedges: Vec::new(),
        denied_by: Vec::new(),
        quote: Some(at as u32),
    }
}

fn of_clause(
    reading: &Reading<'_>,
    clause: &Clause,
    state: &State,
    facts: &Facts,
    told: &[Claim],
) -> Option<Claim> {
    let group = reading.group(clause.verb);
    let lemma = reading.syntax.lemma(group.head as usize);
    let start = clause.start.min(group.start) as usize;
    let content = reading.span(start..clause.end as usize);
    let verb = reading.tokens.get(group.head as usize)?.span;
    let until = told.partition_point(|claim| claim.content.start <= verb.start);
    let quote =
        (told[..until].iter().rev().take(NESTED)).find(|claim| verb.end <= claim.content.end);
    if let Some(quote) = quote {
        // The quote tells it already, or its speaker says something else in it.
        let same = quote.status == state.status || state.status == ClaimStatus::Confirmed;
        if same || clause.kind == ClauseKind::Infinitive && state.governor.is_none() {
            return None;
        }
    }
    let (source, cue) = if state.status == ClaimStatus::Confirmed {
        if clause.kind != ClauseKind::Main
            || group.verb.form != VerbForm::Finite
            || STATES.contains(&lemma)
        {
            return None;
        }
        (Source::ARTICLE, None)
    } else if let Some(governor) = state.governor {
        let span = reading.span(reading.group(governor).tokens());
        (source(reading, facts, governor), Some(span))
    } else if clause.kind == ClauseKind::Infinitive
        || state.status == ClaimStatus::Denied && STATES.contains(&lemma)
    {
        // `who is not related to him`: nobody denies anything.
        return None;
    } else {
        let word = group.verb.modal.or(group.verb.negation);
        let span = word.and_then(|word| reading.tokens.get(word as usize));
        (Source::ARTICLE, span.map(|token| token.span))
    };
    let source = match quote {
        // `we hope`, within what somebody says
        Some(quote)
            if source.kind == SourceKind::Article
                || source.span.is_some_and(|span| {
                    let word = span.of(reading.text);
                    word.eq_ignore_ascii_case("we") || word == "I"
                }) =>
        {
            Source {
                span: quote.source,
                entity: quote.source_entity,
                kind: quote.source_kind,
            }
        }
        _ => source,
    };
    Some(Claim {
        content,
        source: source.span,
        source_entity: source.entity,
        source_kind: source.kind,
        cue,
        status: state.status,
        hedges: Vec::new(),
        denied_by: Vec::new(),
        quote: None,
    })
}

/// Who makes the claim that a word governs: the subject of a verb, the owner of a noun.
fn source(reading: &Reading<'_>, facts: &Facts, governor: u32) -> Source {
    let mut governor = governor;
    for _ in 0..DEEPEST {
        let group = reading.group(governor);
        if group.is_noun() {
            return match reading.syntax.owner(governor) {
                Some(owner) => of_noun(reading, owner),
                None => Source::MISSING,
            };
        }
        let Some(at) = reading.syntax.clause_of(governor) else {
            return Source::ARTICLE;
        };
        let lemma = reading.syntax.lemma(group.head as usize);
        let says = lexicon::class(Part::Verb, lemma)
            .is_some_and(|class| !matches!(class, Class::Imply | Class::Fail));
        if says {
            return match reading.syntax.clauses[at].subject {
                Some(subject) if !group.verb.passive => of_noun(reading, subject),
                _ => Source::MISSING,
            };
        }
        // `said that it failed to`: whoever says so.
        match facts.clauses[at].governor.filter(|&outer| outer < governor) {
            Some(outer) => governor = outer,
            None => break,
        }
    }
    Source::ARTICLE
}

fn of_noun(reading: &Reading<'_>, noun: u32) -> Source {
    let start = reading.syntax.start_with_owners(noun) as usize;
    let end = reading.group(noun).end as usize;
    let span = reading.span(start..end);
    let entity = reading.entity_of(noun);
    let kind = match entity {
        Some(_) => SourceKind::Named,
        // `The meeting underscores`, `The visit aims to`: a thing says nothing.
        None if is_thing(reading, noun) => return Source::ARTICLE,
        None => SourceKind::Unnamed,
    };
    Source {
        span: Some(span),
        entity,
        kind,
    }
}

/// Whether a noun names neither people nor what they write: an event, a state or a thing.
fn is_thing(reading: &Reading<'_>, noun: u32) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "hood",
    ];
    const PEOPLE: &[&str] = &[
        "administration",
        "delegation",
        "opposition",
        "organisation",
        "organization",
        "association",
        "coalition",
        "commission",
        "corporation",
        "federation",
        "foundation",
        "government",
        "parliament",
        "department",
        "community",
        "majority",
        "minority",
        "authority",
        "university",
        "charity",
        "party",
        "population",
        "union",
        "institution",
        "entity",
        "leadership",
        "ombudsman",
        "king",
        "audience",
        "alliance",
        "investigation",
        "announcement",
        "statement",
        "document",
        "publication",
        "documentation",
    ];
    const THINGS: &[&str] = &[
        "visit", "trip", "summit", "deal", "move", "attack", "war", "crisis", "case", "event",
        "talk", "trial", "strike", "process", "plan", "step", "decision", "idea", "gift",
        "project", "conflict", "result", "outcome", "effort", "project", "sale", "bid", "offer",
    ];
    let head = reading.group(noun).head as usize;
    let lemma = reading.syntax.lemma(head);
    let lower = reading.word(head);
    let word = if lemma.is_empty() { lower } else { lemma };
    THINGS.contains(&word)
        || ENDINGS.iter().any(|ending| word.ends_with(ending)) && !PEOPLE.contains(&word)
}

/// Gives each hedge to the claims that it bears on; to one of its own where there is none.
fn attach(hedges: &[Hedge], claims: &mut Vec<Claim>) {
    let mut own = Vec::new();
    for hedge in hedges {
        let from = claims.partition_point(|claim| claim.content.start + 2000 < hedge.scope.start);
        let mut given = false;
        for claim in &mut claims[from..] {
            if claim.content.start >= hedge.scope.end.max(hedge.cue.end) {
                break;
            }
            let whole = Span::new(
                hedge.cue.start.min(hedge.scope.start),
                hedge.cue.end.max(hedge.scope.end),
            );
            let (content, scope) = (claim.content, hedge.scope);
            let begins = whole.start <= content.start && content.start < scope.end
                || content.start <= whole.start && whole.end <= content.end;
            if begins && claim.status != ClaimStatus::Confirmed {
                claim.hedges.push(hedge.clone());
                given = true;
            }
        }
        if !given {
            own.push(of_hedge(hedge));
        }
    }
    claims.extend(own);
    claims.sort_by_key(|claim| (claim.content.start, u32::MAX - claim.content.end));
}

/// A noun group that a hedge bears on.
fn of_hedge(hedge: &Hedge) -> Claim {
    let status = match hedge.kind {
        HedgeKind::Expected | HedgeKind::Possible => ClaimStatus::Expected,
        HedgeKind::Denied => ClaimStatus::Denied,
        _ => ClaimStatus::Alleged,
    };
    Claim {
        content: hedge.scope,
        source: None,
        source_entity: None,
        source_kind: match hedge.kind {
            HedgeKind::Expected | HedgeKind::Possible => SourceKind::Article,
            _ => SourceKind::Missing,
        },
        cue: Some(hedge.cue),
        status,
        hedges: vec![hedge.clone()],
        denied_by: Vec::new(),
        quote: None,
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::{ClaimStatus, SourceKind};

    use crate::statements::{factuality::Facts, hedges, tests::with_reading};

    #[test]
    fn a_clause_has_the_subject_of_its_verb_as_source() {
        let text = "Officials claim that the army shelled the town.";
        let claims = with_reading(text, |reading| {
            let hedges = hedges::read(reading);
            let facts = Facts::read(reading, &[], &hedges);
            super::read(reading, &[], &hedges, &facts)
        });
        let claim = (claims.iter())
            .find(|claim| claim.status == ClaimStatus::Alleged)
            .expect("a claim is alleged");
        assert_eq!(claim.content.of(text), "the army shelled the town");
        assert_eq!(
            claim.source.map(|source| source.of(text)),
            Some("Officials")
        );
        assert_eq!(claim.source_kind, SourceKind::Unnamed);
        assert_eq!(claim.hedges.len(), 1);
    }
}
