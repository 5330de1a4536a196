//! Whether what the words of a text tell is so.
//!
//! *What*: every verb and noun gets a status. A verb has one of its own by tense, modal and
//! negation ([`own`]), and one of its place ([`Place`]): the content of `denied`, of `allegations
//! of`, of `plans to`; an `if`, a purpose, a speech. Both together give the status
//! ([`combine`]). A noun is told by the words before it (`a planned visit`), by what it is
//! governed by (`called for talks`, `possibility of an attack`) and by its verb (`talks will
//! resume`) ([`nouns`]).
//! *Example*: in `North Korea has denied shipping arms` the denial is confirmed and the shipping
//! denied.
//! *Known misses*: what a name of an event (`the Nairobi talks`) tells when it was said in an
//! earlier sentence only that they are to come, is known by the same word only.

mod nouns;
mod place;
#[cfg(test)]
mod tests;

use copydesk_core::record::{ClaimStatus, Hedge, HedgeKind, Quote, VerbClass};
use place::Place;

use super::{
    Reading,
    lexicon::{self, Class, Part, class},
};
use crate::{
    shapes::Shapes,
    syntax::{Clause, ClauseKind, Group, GroupKind, Tag, VerbForm},
};
use ClaimStatus::{Alleged, Confirmed, Denied, Expected};

/// So many tokens of a sentence are told by somebody, at most.
const LONGEST: usize = 400;

/// Whether what the words of a text tell is so.
#[derive(Debug)]
pub(crate) struct Facts {
    /// One for each token.
    statuses: Vec<ClaimStatus>,
    /// One for each clause.
    pub(super) clauses: Vec<State>,
}

/// What is the case with a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// What its verb tells.
    pub(super) status: ClaimStatus,
    /// What is the case with the content that it is part of: that of its own verb's modals and
    /// negation left out.
    pub(super) around: ClaimStatus,
    /// The status of its place alone.
    base: ClaimStatus,
    /// The group of the verb, noun or adjective that governs it.
    pub(super) governor: Option<u32>,
}

impl Facts {
    pub(super) fn read(reading: &Reading<'_>, quotes: &[Quote], hedges: &[Hedge]) -> Self {
        Self::of_speech(reading, hedges, &speech(reading, quotes, hedges), false)
    }

    /// The same as whoever tells it has it: what somebody says is as sure as they make it. So
    /// MEANTIME is annotated.
    pub(super) fn told(reading: &Reading<'_>, hedges: &[Hedge]) -> Self {
        let speech = vec![Confirmed; reading.tokens.len()];
        Self::of_speech(reading, hedges, &speech, true)
    }

    fn of_speech(
        reading: &Reading<'_>,
        hedges: &[Hedge],
        speech: &[ClaimStatus],
        told: bool,
    ) -> Self {
        let denials = denials(reading, hedges);
        let mut facts = Self {
            statuses: speech.to_vec(),
            clauses: Vec::with_capacity(reading.syntax.clauses.len()),
        };
        let mut clause_of = vec![u32::MAX; reading.tokens.len()];
        for at in 0..reading.syntax.clauses.len() {
            let clause = &reading.syntax.clauses[at];
            let state = facts.state(reading, at, speech, &denials, told);
            let group = reading.group(clause.verb);
            for token in group.tokens() {
                facts.statuses[token] = state.status;
            }
            let end = (clause.end as usize).min(clause_of.len());
            let start = (clause.start as usize).min(end);
            for of in clause_of[start..end].iter_mut().take(256) {
                *of = at as u32;
            }
            facts.clauses.push(state);
        }
        nouns::read(reading, &mut facts, &clause_of, speech);
        facts
    }

    /// The status of what the verb or noun at a token tells.
    pub(crate) fn status(&self, token: usize) -> ClaimStatus {
        self.statuses.get(token).copied().unwrap_or(Confirmed)
    }

    fn state(
        &self,
        reading: &Reading<'_>,
        at: usize,
        speech: &[ClaimStatus],
        denials: &[u32],
        told: bool,
    ) -> State {
        let clause = &reading.syntax.clauses[at];
        let group = reading.group(clause.verb);
        let mut own = own(reading, clause);
        // `can fly so far`: what may be done is not what is to come.
        let can = |modal: u32| reading.is(modal as usize, "can");
        if told && own == Expected && group.verb.modal.is_some_and(can) {
            own = Alleged;
        }
        let said = speech[group.head as usize];
        let parent = (clause.parent)
            .map(|parent| parent as usize)
            .filter(|&parent| parent < at && same_sentence(reading, parent, group));
        let place = place::of(reading, at);
        let over = |at: usize| self.clauses[at];
        let mut governor = None;
        let (base, around) = match place {
            Place::Beside(sibling) if sibling < at => {
                let sibling = over(sibling);
                governor = sibling.governor;
                // `will go and see`
                let bare = group.verb.form == VerbForm::Infinitive
                    && !reading.is(group.start as usize, "to");
                if bare {
                    (sibling.status, sibling.around)
                } else {
                    (sibling.base, sibling.around)
                }
            }
            Place::Governed {
                by,
                class,
                negated,
                credible,
            } => {
                governor = Some(by);
                // The status of the governor itself.
                let head = reading.group(by).head as usize;
                let clause_of = (reading.group(by).is_verb())
                    .then(|| place::clause_of(reading, by))
                    .flatten()
                    .filter(|&of| of < at);
                let (outer, around) = match (clause_of, parent) {
                    (Some(of), _) => (over(of).status, over(of).around),
                    (None, Some(parent)) if class == Class::Imply => {
                        (over(parent).status, over(parent).around)
                    }
                    (None, Some(parent)) => (over(parent).around, over(parent).around),
                    (None, None) => (speech[head], speech[head]),
                };
                let base = if denials.binary_search(&by).is_ok() {
                    Denied
                } else {
                    let says = matches!(class, Class::Say | Class::Claim | Class::Accuse);
                    let class = if told && says { Class::Know } else { class };
                    content(class, outer, around, negated, credible)
                };
                (base, if reports(class) { base } else { around })
            }
            Place::If => (Expected, parent.map_or(said, |parent| over(parent).around)),
            Place::Without => (Denied, parent.map_or(said, |parent| over(parent).around)),
            Place::Purpose => {
                let around = parent.map_or(said, |parent| over(parent).around);
                (Expected, around)
            }
            Place::With => match parent {
                Some(parent) => (over(parent).status, over(parent).around),
                None => (said, said),
            },
            // `will leave when it is over`
            Place::Apart
                if parent.is_some_and(|parent| over(parent).status == Expected)
                    && !group.verb.past
                    && clause.marker.is_some_and(|marker| {
                        ["when", "once", "after", "before", "until", "till"]
                            .iter()
                            .any(|word| reading.is(marker as usize, word))
                    }) =>
            {
                (Expected, parent.map_or(said, |parent| over(parent).around))
            }
            Place::Apart => match parent {
                Some(parent) => (over(parent).around, over(parent).around),
                None => (said, said),
            },
            Place::Main | Place::Beside(_) => (said, said),
        };
        let base = strongest(base, said);
        State {
            status: combine(base, own),
            around: strongest(around, said),
            base,
            governor,
        }
    }
}

fn same_sentence(reading: &Reading<'_>, clause: usize, group: &Group) -> bool {
    reading.group(reading.syntax.clauses[clause].verb).sentence == group.sentence
}

/// What is said in a speech is no surer than the speech.
fn strongest(status: ClaimStatus, said: ClaimStatus) -> ClaimStatus {
    match (status, said) {
        (Confirmed, said) => said,
        (status, _) => status,
    }
}

/// Whether the content is somebody's, so that all in it is.
fn reports(class: Class) -> bool {
    matches!(
        class,
        Class::Say | Class::Claim | Class::Accuse | Class::Think | Class::Doubt | Class::Ask
    )
}

/// The status of the content of a word. `outer` is that of the word itself, `around` that of what
/// it stands in.
fn content(
    class: Class,
    outer: ClaimStatus,
    around: ClaimStatus,
    negated: bool,
    credible: bool,
) -> ClaimStatus {
    match class {
        Class::Say | Class::Think if credible && !negated => around,
        Class::Say | Class::Claim | Class::Accuse | Class::Think | Class::Doubt | Class::Ask => {
            if outer == Expected && class == Class::Ask {
                Expected
            } else {
                Alleged
            }
        }
        Class::May | Class::Fear => Expected,
        Class::Plan => {
            if outer == Denied && negated {
                Denied
            } else {
                Expected
            }
        }
        Class::Deny => {
            if negated {
                Alleged
            } else {
                Denied
            }
        }
        Class::Know | Class::Announce if negated => Alleged,
        Class::Know | Class::Announce | Class::Praise => around,
        Class::Imply => outer,
        Class::Fail => match outer {
            Confirmed => Denied,
            Denied => around,
            _ => outer,
        },
    }
}

/// The status of a verb, from that of its place and its own.
fn combine(base: ClaimStatus, own: ClaimStatus) -> ClaimStatus {
    match (base, own) {
        (base, Confirmed) => base,
        (Denied, Denied) => Alleged,
        (Denied, _) | (_, Denied) => Denied,
        (Expected, Alleged) => Expected,
        (_, own) => own,
    }
}

/// The status of a verb by its own words: modal, negation, tense, adverbs.
fn own(reading: &Reading<'_>, clause: &Clause) -> ClaimStatus {
    let group = reading.group(clause.verb);
    let verb = &group.verb;
    let stative = reading.syntax.lemma(group.head as usize) == "be";
    if verb.negation.is_some() || negated(reading, clause, group) {
        return Denied;
    }
    let adverbs = (group.start.saturating_sub(1)..group.end)
        .find_map(|token| adverb(reading.word(token as usize)));
    if let Some(adverb) = adverbs {
        let past = verb.past || verb.perfect || verb.modal.is_none() && verb.progressive;
        // `will reportedly pay` is to come.
        if adverb == Alleged && verb.modal.is_none() {
            return Alleged;
        }
        if adverb == Expected {
            return if past { Alleged } else { Expected };
        }
    }
    if let Some(modal) = verb.modal {
        let is = |words: &[&str]| words.iter().any(|word| reading.is(modal as usize, word));
        return if is(&["may", "might", "could", "can", "ca"]) {
            if verb.perfect || verb.progressive || stative && !is(&["can", "ca"]) {
                Alleged
            } else {
                Expected
            }
        } else if is(&["would"]) && verb.perfect {
            Denied
        } else if is(&["must"]) && verb.perfect {
            Alleged
        } else if verb.perfect && is(&["should", "ought"]) {
            Denied
        } else {
            Expected
        };
    }
    // `is going to`, `is to`: their infinitive is what is expected.
    Confirmed
}

/// Whether something around the verb negates it: `no plane landed`, `no longer flies`.
fn negated(reading: &Reading<'_>, clause: &Clause, group: &Group) -> bool {
    let word = |token: u32| reading.word(token as usize);
    let before = group.start.checked_sub(1).map_or("", word);
    if ["not", "never", "n't", "n’t"]
        .iter()
        .any(|negation| before.eq_ignore_ascii_case(negation))
    {
        return true;
    }
    if group.tokens().any(|token| {
        ["no", "never", "hardly", "neither", "nor"]
            .iter()
            .any(|negation| reading.is(token, negation))
    }) || before.eq_ignore_ascii_case("longer")
        || before.eq_ignore_ascii_case("neither")
    {
        return true;
    }
    let Some(subject) = clause.subject.filter(|_| clause.start < group.start) else {
        return false;
    };
    let subject = reading.group(subject);
    let none = |token: u32| {
        ["no", "neither", "none", "nobody", "nothing"]
            .iter()
            .any(|negation| word(token).eq_ignore_ascii_case(negation))
    };
    none(subject.start)
        || none(clause.start)
        || word(subject.start).eq_ignore_ascii_case("not")
        || word(clause.start).eq_ignore_ascii_case("not")
}

/// What an adverb makes of its verb.
fn adverb(word: &str) -> Option<ClaimStatus> {
    const ADVERBS: &[(&str, ClaimStatus)] = &[
        ("allegedly", Alleged),
        ("reportedly", Alleged),
        ("purportedly", Alleged),
        ("supposedly", Alleged),
        ("apparently", Alleged),
        ("ostensibly", Alleged),
        ("presumably", Alleged),
        ("seemingly", Alleged),
        ("rumoredly", Alleged),
        ("perhaps", Expected),
        ("maybe", Expected),
        ("possibly", Expected),
        ("probably", Expected),
        ("potentially", Expected),
        ("likely", Expected),
    ];
    static SHAPES: Shapes = Shapes::of_rows(ADVERBS);
    if !SHAPES.may_hold(word) {
        return None;
    }
    ADVERBS
        .iter()
        .find(|(adverb, _)| word.eq_ignore_ascii_case(adverb))
        .map(|&(_, status)| status)
}

/// For each token whether it is part of what somebody says: of a quote, of what stands before
/// `…, officials said`, of a sentence with `according to`.
fn speech(reading: &Reading<'_>, quotes: &[Quote], hedges: &[Hedge]) -> Vec<ClaimStatus> {
    let mut speech = vec![Confirmed; reading.tokens.len()];
    for quote in quotes {
        let status = match quote.verb_class {
            VerbClass::Deny => Denied,
            VerbClass::Urge | VerbClass::Promise | VerbClass::Hope | VerbClass::Warn => Expected,
            VerbClass::Confirm | VerbClass::Thank | VerbClass::Praise | VerbClass::Criticise => {
                Confirmed
            }
            _ => Alleged,
        };
        // What is given in the writer's words has its verb before it, which tells more.
        let parts: &[copydesk_core::Span] = if quote.quoted.is_empty() {
            std::slice::from_ref(&quote.content)
        } else {
            &quote.quoted
        };
        for &part in parts {
            let behind = quote.cue.is_none_or(|cue| cue.start > part.start);
            if !quote.quoted.is_empty() || behind {
                speech[reading.tokens_in(part)].fill(status);
            }
        }
    }
    for (at, clause) in reading.syntax.clauses.iter().enumerate() {
        if let Some(said) = attribution(reading, at, clause) {
            let start = reading.sentence(reading.group(clause.verb).sentence).start;
            speech[start.max(said.saturating_sub(LONGEST))..said].fill(Alleged);
        }
    }
    // `word on the street is that …`
    for hedge in hedges {
        let alleged = matches!(
            hedge.kind,
            HedgeKind::Alleged | HedgeKind::Reported | HedgeKind::Speculated
        );
        let that = hedge
            .cue
            .end
            .checked_sub(4)
            .and_then(|start| (reading.text).get(start as usize..hedge.cue.end as usize));
        if alleged && that.is_some_and(|that| that.eq_ignore_ascii_case("that")) {
            speech[reading.tokens_in(hedge.scope)].fill(Alleged);
        }
    }
    let mut at = 0;
    while at + 1 < reading.tokens.len() {
        if reading.is(at, "according") && reading.is(at + 1, "to") {
            let sentence = reading.sentence(reading.syntax.words[at].sentence);
            let opens = at <= sentence.start + 1;
            // `According to the paper, …`; `…, according to the paper`
            let start = if opens { at } else { sentence.start };
            let end = if opens { sentence.end } else { at };
            let (start, end) = if opens {
                (start, end.min(start + LONGEST))
            } else {
                (start.max(end.saturating_sub(LONGEST)), end)
            };
            speech[start..end].fill(Alleged);
        }
        at += 1;
    }
    speech
}

/// The noun groups whose content is denied: `rejected suggestions that …`, `rumours that … were
/// described as false`; in order.
fn denials(reading: &Reading<'_>, hedges: &[Hedge]) -> Vec<u32> {
    let mut denials = Vec::new();
    for clause in &reading.syntax.clauses {
        let group = reading.group(clause.verb);
        let lemma = reading.syntax.lemma(group.head as usize);
        let span = reading.span(group.tokens());
        let at = hedges.partition_point(|hedge| hedge.cue.end <= span.start);
        let denies = class(Part::Verb, lemma) == Some(Class::Deny)
            || (hedges.get(at))
                .is_some_and(|hedge| hedge.kind == HedgeKind::Denied && hedge.cue.start < span.end);
        if !denies || group.verb.negation.is_some() {
            continue;
        }
        let noun = if group.verb.passive {
            clause.subject
        } else {
            clause.object
        };
        denials.extend(noun);
        // `Rumours that … were described as false`, with a clause between.
        let start = reading.sentence(group.sentence).start;
        let opens = (reading.syntax.words.get(start)).map(|word| word.group);
        denials.extend(opens.filter(|&opens| {
            let first = reading.group(opens);
            group.verb.passive
                && first.is_noun()
                && lexicon::of_noun(reading.word(first.head as usize))
                    .is_some_and(|(_, class)| class == Class::Claim)
        }));
    }
    denials.sort_unstable();
    denials
}

/// The first token of `…, officials said`, that ends a sentence or stands in it between commas.
fn attribution(reading: &Reading<'_>, at: usize, clause: &Clause) -> Option<usize> {
    let group = reading.group(clause.verb);
    if !group.is_finite() || !matches!(clause.kind, ClauseKind::Main | ClauseKind::Adverbial) {
        return None;
    }
    let class = class(Part::Verb, reading.syntax.lemma(group.head as usize))?;
    if !matches!(class, Class::Say | Class::Claim | Class::Think) {
        return None;
    }
    // Nothing follows that it says.
    let next = reading.syntax.clauses.get(at + 1);
    if next
        .is_some_and(|next| next.parent == Some(at as u32) && next.kind == ClauseKind::Complement)
        || clause.object.is_some()
    {
        return None;
    }
    let sentence = reading.sentence(group.sentence);
    let start = (clause.start.min(group.start)) as usize;
    let mark = start.checked_sub(1).filter(|&mark| mark > sentence.start)?;
    let mark = if clause.kind == ClauseKind::Adverbial && reading.is(mark, "as") {
        mark.checked_sub(1)?
    } else {
        mark
    };
    let told = matches!(reading.word(mark), "," | "”" | "\"" | "''");
    let verb_before = (reading.syntax.clauses[..at].iter().rev())
        .take(LONGEST)
        .take_while(|other| reading.group(other.verb).sentence == group.sentence)
        .any(|other| reading.group(other.verb).is_finite());
    (told && verb_before).then_some(start)
}

/// Whether a group is a preposition or another word of these.
fn is_one(reading: &Reading<'_>, group: &Group, words: &[&str]) -> bool {
    group.kind != GroupKind::Noun
        && words
            .iter()
            .any(|word| reading.is(group.start as usize, word))
}

/// Whether a token is the tag of an adverb or a particle that may stand between.
fn is_filler(reading: &Reading<'_>, group: &Group) -> bool {
    group.kind == GroupKind::Other && !matches!(reading.syntax.tag(group.start as usize), Tag::Mark)
}
