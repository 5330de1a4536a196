//! The words that tell an event, and who takes part.

use copydesk_core::{
    Span,
    record::{EventRoot, Label, Participant},
};

use super::{
    super::Reading,
    lexicon::{Lexicon, Note, NounRow, Told, VerbRow, WILLED, bit, is_form},
};
use crate::syntax::{Clause, ClauseKind, GroupKind, Tag, VerbForm, lemma::lemma_of};

/// An event as the words tell it.
#[derive(Debug)]
pub(super) struct Found {
    /// The verb or noun.
    pub(super) token: usize,
    pub(super) trigger: Span,
    pub(super) clause: Span,
    pub(super) told: Told,
    pub(super) who: Vec<Participant>,
    pub(super) whom: Vec<Participant>,
    /// Index of the clause whose verb tells it.
    pub(super) verb: Option<u32>,
    /// The noun group that tells it, or that is its object.
    pub(super) noun: Option<u32>,
    /// Nobody is named, but an event of the kind is known: `the talks resumed`.
    pub(super) inherits: bool,
}

/// Nouns whose owner does what the infinitive or gerund behind them says.
const INTENTIONS: &[&str] = &[
    "ability",
    "agreement",
    "aim",
    "attempt",
    "bid",
    "campaign",
    "commitment",
    "decision",
    "desire",
    "effort",
    "failure",
    "hope",
    "intent",
    "intention",
    "interest",
    "invitation",
    "mission",
    "move",
    "offer",
    "order",
    "plan",
    "pledge",
    "preparation",
    "promise",
    "proposal",
    "push",
    "readiness",
    "refusal",
    "reluctance",
    "request",
    "threat",
    "vow",
    "willingness",
    "wish",
];

/// Frames of objects to whom it is done.
const ACTORS: u32 =
    bit("person") | bit("place") | bit("force") | bit("independence") | bit("visit");

/// Frames of objects that name the event themselves: the trigger reaches to them.
const EVENTIVE: u32 = bit("talks")
    | bit("visit")
    | bit("attack")
    | bit("protest")
    | bit("concern")
    | bit("support")
    | bit("charge")
    | bit("demand");

pub(super) fn read(reading: &Reading<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let clauses = &reading.syntax.clauses;
    let mut told = vec![false; clauses.len()];
    for (at, clause) in clauses.iter().enumerate() {
        if let Some(event) = reading.verb_event(at, clause) {
            told[at] = true;
            if reading.is_wanted(clause, &found, &event) {
                continue;
            }
            match found.last_mut() {
                // `a drone hit the station, killing four`
                Some(last) if Reading::is_outcome(clause, last, &event) => {
                    if last.whom.is_empty() {
                        last.whom = event.whom;
                    }
                }
                _ => found.push(event),
            }
        }
    }
    reading.noun_events(&told, &mut found);
    found
}

/// Verbs whose content is against what somebody else says, if it is negated.
const INSISTS: &[&str] = &[
    "contend", "counter", "insist", "maintain", "protest", "reply", "retort", "swear",
];

/// Verbs of speech that may say that something is not so.
const SAYS: &[&str] = &[
    "add",
    "claim",
    "declare",
    "reiterate",
    "respond",
    "say",
    "state",
    "tell",
];

/// Whoever refuses to do these only keeps silent.
const SILENT: &[&str] = &[
    "answer",
    "be",
    "comment",
    "confirm",
    "describe",
    "detail",
    "disclose",
    "discuss",
    "divulge",
    "elaborate",
    "explain",
    "give",
    "go",
    "identify",
    "name",
    "provide",
    "reveal",
    "say",
    "specify",
    "speculate",
    "talk",
    "tell",
];

/// What is said of things that are not so.
const FALSE: &[&str] = &[
    "absurd",
    "absurdity",
    "baseless",
    "bogus",
    "concoction",
    "fabricated",
    "fabrication",
    "fake",
    "false",
    "falsehood",
    "fantasy",
    "fiction",
    "fictitious",
    "groundless",
    "hoax",
    "invention",
    "laughable",
    "lie",
    "ludicrous",
    "misleading",
    "nonsense",
    "nonsensical",
    "preposterous",
    "ridiculous",
    "rubbish",
    "slander",
    "slanderous",
    "smear",
    "unconvincing",
    "unfounded",
    "unsubstantiated",
    "untrue",
    "wrong",
];

/// Words for so many, which stand before what is counted.
const COUNTS: &[&str] = &[
    "dozen", "hundred", "thousand", "million", "score", "couple", "handful",
];

/// Roots whose verbs say nothing, so that a noun behind them is what they are done to.
const DEEDS: &[EventRoot] = &[
    EventRoot::Aid,
    EventRoot::Assault,
    EventRoot::Coerce,
    EventRoot::Mobilize,
    EventRoot::Retreat,
    EventRoot::Sanction,
];

/// So many clauses before a noun may be around it.
const NEAR: usize = 12;

/// Verbs that tell that their subject happens.
const HAPPENS: &[&str] = &[
    "begin", "commence", "conclude", "continue", "end", "finish", "happen", "occur", "open",
    "resume", "start",
];

/// How a row fits a clause.
struct Fit<'a> {
    row: &'a VerbRow,
    passive: bool,
    /// Token past the last one of the words that the row names.
    end: usize,
    /// The noun group that the row is about.
    object: Option<u32>,
    score: usize,
}

impl Reading<'_> {
    /// Whether an event is only what another asks for or threatens (`urged them to free her`,
    /// `demanded that he resign`), or the same again (`met to discuss it`).
    fn is_wanted(&self, clause: &Clause, found: &[Found], event: &Found) -> bool {
        let Some(of) = (found.iter().rev().take(4))
            .find(|other| other.verb.is_some() && other.verb == clause.parent)
        else {
            return false;
        };
        let verb = &self.group(clause.verb).verb;
        let content = clause.kind == ClauseKind::Complement;
        match of.told.root {
            EventRoot::Request => clause.kind == ClauseKind::Infinitive || content,
            EventRoot::Threaten => {
                clause.kind == ClauseKind::Infinitive || content && verb.modal.is_some()
            }
            EventRoot::Consult => {
                clause.kind == ClauseKind::Infinitive && event.told.root == EventRoot::Consult
            }
            _ => false,
        }
    }

    /// Whether an event is what came of the one before it, told by a gerund of its own.
    fn is_outcome(clause: &Clause, last: &Found, event: &Found) -> bool {
        let of_last = clause.parent.is_some() && clause.parent == last.verb;
        clause.kind == ClauseKind::Gerund
            && of_last
            && last.told.root == EventRoot::Assault
            && event.told.root == EventRoot::Assault
    }

    /// The rows of the verb of a clause.
    fn rows(&self, head: usize) -> &'static [VerbRow] {
        let lexicon = Lexicon::shared();
        let rows = lexicon.verb(self.syntax.lemma(head));
        if !rows.is_empty() {
            return rows;
        }
        let lower = self.word(head).to_ascii_lowercase();
        lexicon.verb(&lemma_of(&lower, |word| lexicon.is_verb(word)))
    }

    /// What the verb of a clause tells.
    fn verb_event(&self, at: usize, clause: &Clause) -> Option<Found> {
        let before = clause.verb.checked_sub(1);
        let refused = clause.kind == ClauseKind::Infinitive
            && before.is_some_and(|before| self.refuses(before));
        if refused {
            return None;
        }
        if let Some(asked) = self.refused(clause) {
            let silent = SILENT.contains(&self.syntax.lemma(self.group(asked.verb).head as usize));
            if silent {
                return None;
            }
            let mut found = self.plain_event(at, clause)?;
            if found.told.root == EventRoot::Reject
                && found.whom.is_empty()
                && let Some(asked) = self.plain_event(at + 1, asked)
            {
                found.whom = asked.whom;
                found.whom.retain(|one| !found.who.contains(one));
            }
            return Some(found);
        }
        match self.contradiction(at, clause) {
            Some(found) => Some(found),
            None => self.plain_event(at, clause),
        }
    }

    /// Whether a verb group refuses what its infinitive says.
    fn refuses(&self, verb: u32) -> bool {
        let group = self.group(verb);
        group.is_verb()
            && group.verb.negation.is_none()
            && ["refuse", "decline"].contains(&self.syntax.lemma(group.head as usize))
    }

    /// The infinitive that a clause refuses.
    fn refused(&self, clause: &Clause) -> Option<&Clause> {
        if !self.refuses(clause.verb) {
            return None;
        }
        let next = self.next_clause(clause)?;
        (next.kind == ClauseKind::Infinitive && next.verb == clause.verb + 1).then_some(next)
    }

    /// `insisted that it had never fired`, `says this is untrue`, `called the charge absurd`.
    fn contradiction(&self, at: usize, clause: &Clause) -> Option<Found> {
        let group = self.group(clause.verb);
        if group.verb.negation.is_some() || group.verb.passive {
            return None;
        }
        let head = group.head as usize;
        let lemma = self.syntax.lemma(head);
        let insists = INSISTS.contains(&lemma);
        let contradicts = if lemma == "call" {
            let object = self.group(clause.object?).head as usize;
            self.tells_false(object, group.sentence)
        } else if insists || SAYS.contains(&lemma) {
            let next = self.next_clause(clause)?;
            let content = self.group(next.verb);
            let near = content.sentence == group.sentence
                && next.verb <= clause.verb + 7
                && next.kind == ClauseKind::Complement;
            let untrue = self.syntax.lemma(content.head as usize) == "be"
                && content.verb.negation.is_none()
                && self.tells_false(content.end as usize, group.sentence);
            let first = self.word(group.end as usize).eq_ignore_ascii_case("that");
            let from = group.end as usize + usize::from(first);
            let never = content.verb.modal.is_none()
                && (content.verb.negation.is_some()
                    || (from..from + 3).any(|token| {
                        let words = ["no", "not", "never", "nothing", "none", "neither", "nobody"];
                        words.iter().any(|word| self.is(token, word))
                    }));
            near && (untrue || insists && never)
        } else {
            false
        };
        if !contradicts {
            return None;
        }
        let mut who = Vec::new();
        self.add(self.past_apposition(clause.subject?), &mut who);
        (!who.is_empty()).then(|| Found {
            token: head,
            trigger: self.span(head..head + 1),
            clause: self.span(clause.start as usize..clause.end as usize),
            told: Told {
                root: EventRoot::Reject,
                cameo: "12",
                whom: "none",
                note: Note::Nothing,
            },
            who,
            whom: Vec::new(),
            verb: Some(at as u32),
            noun: None,
            inherits: false,
        })
    }

    /// Whether what stands from a token on says that something is not so: `a complete fabrication`.
    fn tells_false(&self, from: usize, sentence: u32) -> bool {
        (from..from + 6)
            .take_while(|&token| {
                (self.syntax.words.get(token)).is_some_and(|word| {
                    word.sentence == sentence
                        && (word.tag.is_adjective()
                            || word.tag.is_adverb()
                            || word.tag.is_noun()
                            || matches!(
                                word.tag,
                                Tag::Mark | Tag::Dt | Tag::Cc | Tag::Vbn | Tag::Pdt
                            ))
                })
            })
            .any(|token| FALSE.iter().any(|word| is_form(self.word(token), word)))
    }

    /// What the verb of a clause tells by the rows of the lexicon.
    fn plain_event(&self, at: usize, clause: &Clause) -> Option<Found> {
        let group = self.group(clause.verb);
        // `pleaded not guilty` is no negation of the verb.
        let negated = group
            .verb
            .negation
            .is_some_and(|negation| negation < group.head)
            || group.verb.negation.is_some() && self.syntax.lemma(group.head as usize) != "plead";
        if negated
            || (clause.marker).is_some_and(|marker| {
                self.is(marker as usize, "if") || self.is(marker as usize, "unless")
            })
        {
            return None;
        }
        if self.is_ruled_out(clause) {
            return None;
        }
        let head = group.head as usize;
        let lemma = self.syntax.lemma(head);
        let rows = self.rows(head);
        let bare = !group.verb.passive
            && clause.kind == ClauseKind::Participle
            && group.verb.form != VerbForm::Gerund;
        let bare = bare && clause.object.is_none();
        // `the men met with`
        let with = group.end as usize;
        let bare = bare
            && !(self.is(with, "with") && rows.iter().any(|row| row.told.note == Note::Reciprocal));
        let by = bare && self.behind(clause.verb, "by").is_some();
        let fit = (rows.iter())
            .filter_map(|row| {
                // `the men met with` is no passive.
                let active =
                    bare && !by && (row.told.note == Note::Reciprocal || row.speaks || row.reaches);
                let passive = (bare && !active) || group.verb.passive;
                self.fit(row, clause, passive)
            })
            .max_by_key(|fit| fit.score);
        match fit {
            Some(fit) => self.take_part(at, clause, &fit),
            None => self.occurrence(at, clause, lemma),
        }
    }

    /// `the talks resumed`, `the forum took place`: what the subject tells.
    fn occurrence(&self, at: usize, clause: &Clause, lemma: &str) -> Option<Found> {
        let group = self.group(clause.verb);
        let subject = clause.subject?;
        let happens = HAPPENS.contains(&lemma) && clause.object.is_none()
            || lemma == "take"
                && (group.end as usize..group.end as usize + 2)
                    .any(|token| self.is(token, "place"))
            || group.verb.passive && lemma == "hold";
        if !happens {
            return None;
        }
        let noun = self.group(subject);
        let head = noun.head as usize;
        let span = self.span(clause.start as usize..clause.end as usize);
        if let Some(row) = self.noun_row(subject) {
            let told = self.noun_event(subject, row, None);
            let definite = (noun.start as usize..head).any(|token| {
                ["the", "this", "that", "these", "their"]
                    .iter()
                    .any(|word| self.is(token, word))
            });
            let mut found = match told {
                Some(found) => found,
                None if definite => Found {
                    token: head,
                    trigger: self.span(head..head + 1),
                    clause: span,
                    told: row.told,
                    who: Vec::new(),
                    whom: Vec::new(),
                    verb: None,
                    noun: Some(subject),
                    inherits: true,
                },
                None => return None,
            };
            found.token = group.head as usize;
            found.clause = span;
            found.verb = Some(at as u32);
            return Some(found);
        }
        let is_event = (self.mention_at(head)).is_some_and(|mention| mention.label == Label::Event)
            && self.frames(subject) & bit("forum") != 0;
        is_event.then(|| Found {
            token: group.head as usize,
            trigger: self.span(group.head as usize..group.end as usize),
            clause: span,
            told: Told {
                root: EventRoot::Consult,
                cameo: "04",
                whom: "none",
                note: Note::Event,
            },
            who: Vec::new(),
            whom: Vec::new(),
            verb: Some(at as u32),
            noun: Some(subject),
            inherits: false,
        })
    }

    /// The object of a clause; a noun behind the verb that was taken for the subject of the next
    /// one, too, where the row says what it is.
    fn object_of(&self, clause: &Clause, row: &VerbRow) -> Option<u32> {
        if let Some(object) = clause.object {
            // `a dozen drones`
            let group = self.group(object);
            let counted = (self.syntax.groups.get(object as usize + 1))
                .is_some_and(|next| next.is_noun() && !next.owned && next.start == group.end)
                && COUNTS
                    .iter()
                    .any(|word| is_form(self.word(group.head as usize), word));
            return Some(object + u32::from(counted));
        }
        let sure = |frame: u32| frame & (bit("person") | bit("place")) == 0;
        let group = self.group(clause.verb);
        let groups = &self.syntax.groups;
        let mut at = clause.verb as usize + 1;
        let quoted = groups.get(at).is_some_and(|next| {
            next.kind == GroupKind::Mark
                && matches!(self.word(next.head as usize), "“" | "\"" | "‘")
        });
        let told = row.frame.is_some_and(sure)
            || row.told.note == Note::ToDo
            || DEEDS.contains(&row.told.root)
            || quoted;
        if group.is_finite() && !told {
            return None;
        }
        let skips = quoted
            || groups
                .get(at)
                .is_some_and(|next| next.kind == GroupKind::Other);
        at += usize::from(skips);
        while (groups.get(at + 1)).is_some_and(|next| next.owned && next.is_noun()) {
            at += 1;
        }
        (groups.get(at))
            .is_some_and(|next| next.is_noun() && next.sentence == group.sentence)
            .then_some(at as u32)
    }

    /// Whether the next clause says what the object is to do.
    fn is_to_do(&self, clause: &Clause, object: u32) -> bool {
        self.next_clause(clause).is_some_and(|next| {
            self.group(next.verb).verb.form == VerbForm::Infinitive
                && next.verb > object
                && next.verb <= object + 4
        })
    }

    /// The clause of the next verb.
    fn next_clause(&self, clause: &Clause) -> Option<&Clause> {
        let clauses = &self.syntax.clauses;
        clauses.get(clauses.partition_point(|next| next.verb <= clause.verb))
    }

    /// Whether a row fits a clause.
    fn fit<'r>(&self, row: &'r VerbRow, clause: &Clause, passive: bool) -> Option<Fit<'r>> {
        let group = self.group(clause.verb);
        let mut end = group.head as usize + 1;
        let mut words = 0;
        for word in &row.rest {
            end = self.next_word(end, word, clause, words == 0)?;
            words += 1;
        }
        let mut object = if passive {
            clause.subject
        } else if words > 0 {
            self.object_from(end, clause)
        } else {
            self.object_of(clause, row)
        };
        let mut score = words * 4;
        if let Some(frame) = row.frame {
            // Nobody kidnaps a country, and who beats one plays.
            let bodily = row.told.cameo == "18";
            let country = |noun: u32| {
                (self.mention_at(self.group(noun).head as usize))
                    .is_some_and(|mention| mention.label == Label::Gpe)
            };
            let fits = |noun: u32| self.frames(noun) & frame != 0 && !(bodily && country(noun));
            let mut fitting = object.filter(|&noun| self.all_of(noun).into_iter().any(fits));
            // `gave Ukraine shells`
            if fitting.is_none()
                && let Some(first) = object
                && words == 0
                && !passive
                && (self.syntax.groups.get(first as usize + 1))
                    .is_some_and(|next| next.is_noun() && !next.owned)
                && fits(first + 1)
            {
                fitting = Some(first + 1);
            }
            // `provided Ukraine with shells`
            if fitting.is_none() && row.told.root == EventRoot::Aid {
                let from = if passive { Some(clause.verb) } else { object };
                fitting = from
                    .and_then(|from| self.behind(from, "with"))
                    .filter(|&noun| fits(noun));
            }
            if fitting.is_none() && row.told.note == Note::Travel && !passive {
                fitting = ["in", "to", "at", "from", "for", "into", "toward", "towards"]
                    .iter()
                    .find_map(|word| self.behind(clause.verb, word))
                    .filter(|&noun| fits(noun));
            }
            object = Some(fitting?);
            score += 2;
            if row.told.note == Note::ToDo && !self.is_to_do(clause, fitting?) {
                return None;
            }
        } else if row.told.note == Note::Alone {
            if object.is_some() || passive {
                return None;
            }
        } else if words == 0 && row.told.note == Note::Reciprocal {
            // `met its obligations`
            if object.is_some_and(|object| !passive && !self.acts(object)) {
                return None;
            }
        } else if words == 0 {
            // A verb alone needs something that it is done to.
            let complement = object.is_some()
                || (self.next_clause(clause)).is_some_and(|next| {
                    self.group(next.verb).sentence == group.sentence && next.verb <= clause.verb + 6
                })
                || self.syntax.prepositions(clause.verb).next().is_some();
            if !row.intransitive && !complement {
                return None;
            }
        }
        Some(Fit {
            row,
            passive,
            end,
            object,
            score,
        })
    }

    /// Where the next word of a row ends, from a token on.
    fn next_word(&self, from: usize, word: &str, clause: &Clause, first: bool) -> Option<usize> {
        let sentence = self.group(clause.verb).sentence;
        let here =
            |at: usize| (self.syntax.words.get(at)).is_some_and(|one| one.sentence == sentence);
        for at in from..from + 5 {
            if !here(at) {
                break;
            }
            if is_form(self.word(at), word) {
                return Some(at + 1);
            }
            let tag = self.syntax.tag(at);
            let passes = tag.is_adverb()
                || tag.is_adjective()
                || matches!(tag, Tag::Dt | Tag::PrpPossessive | Tag::Cd | Tag::Pos)
                || self.word(at) == "-"
                || self.group_holds(at, word);
            if !passes {
                break;
            }
        }
        // `turned the offer down`, `brought charges against`
        let object = clause.object.filter(|_| first)?;
        let behind = self.group(object).end as usize;
        (here(behind)
            && is_form(self.word(behind), word)
            && matches!(self.syntax.tag(behind), Tag::In | Tag::Rp | Tag::Rb))
        .then_some(behind + 1)
    }

    /// Whether the group of a token has this word as its head.
    fn group_holds(&self, token: usize, word: &str) -> bool {
        self.syntax
            .group_of(token)
            .is_some_and(|group| group.is_noun() && is_form(self.word(group.head as usize), word))
    }

    /// The noun group that begins at a token.
    fn object_from(&self, token: usize, clause: &Clause) -> Option<u32> {
        let groups = &self.syntax.groups;
        let sentence = self.group(clause.verb).sentence;
        let mut at = self.syntax.words.get(token)?.group as usize;
        if groups[at].kind == GroupKind::Other {
            at += 1;
        }
        if !groups.get(at)?.is_noun() || groups[at].sentence != sentence {
            // The particle stands behind the object.
            return clause
                .object
                .filter(|&object| self.group(object).end as usize <= token);
        }
        while (groups.get(at + 1)).is_some_and(|next| next.owned && next.is_noun()) {
            at += 1;
        }
        (groups[at].head as usize >= token).then_some(at as u32)
    }

    /// Fills in who takes part.
    fn take_part(&self, at: usize, clause: &Clause, fit: &Fit<'_>) -> Option<Found> {
        let passive = fit.passive;
        let told = fit.row.told;
        let group = self.group(clause.verb);
        let head = group.head as usize;
        let mut who = Vec::new();
        let mut whom = Vec::new();
        let mut instrument = false;
        if passive {
            if let Some(by) = self.behind(clause.verb, "by") {
                self.add(by, &mut who);
            }
        } else if let Some(owner) = self.owner_of_intention(clause) {
            who.push(owner);
        } else if let Some(subject) = clause.subject.map(|subject| self.past_apposition(subject)) {
            self.add(subject, &mut who);
            if who.is_empty() {
                who.extend(self.possessors(subject));
            }
            // `a drone hit`: with what, not who.
            instrument = told.root == EventRoot::Assault
                && self.frames(subject) & bit("arms") != 0
                && self.frames(subject) & bit("person") == 0
                && who.iter().all(|one| one.entity.is_none());
            if instrument {
                who.clear();
            }
            let willed = WILLED.contains(&told.root)
                && self.frames(subject) == 0
                && self.noun_row(subject).is_none()
                && !self.tells_time(subject)
                && self.syntax.tag(self.group(subject).head as usize).is_noun();
            if who.is_empty() && willed && !instrument {
                self.participants(subject, &mut who);
            }
            // `the virus killed`
            let kind = bit("person") | bit("force") | bit("arms") | bit("attack") | bit("place");
            if who.is_empty()
                && told.root == EventRoot::Assault
                && self.frames(subject) & kind == 0
                && self.syntax.tag(self.group(subject).head as usize).is_noun()
            {
                return None;
            }
        }
        // `gave them Russian shells`
        let goods = fit
            .row
            .frame
            .is_some_and(|frame| frame & (bit("arms") | bit("aid")) != 0);
        let origin = fit
            .object
            .filter(|_| goods)
            .and_then(|object| self.adjective(object));
        if who.is_empty() && told.root == EventRoot::Aid && told.note != Note::Reverse {
            who.extend(origin.clone());
        }
        for place in told.whom.split('|') {
            match place {
                "none" => {}
                "obj" => {
                    if let Some(object) = fit.object.or(if passive {
                        clause.subject
                    } else {
                        clause.object
                    }) {
                        // `gave Ukraine shells`
                        let dative = clause
                            .object
                            .filter(|_| !passive && matches!(fit.row.rest[..], [] | ["for"]))
                            .filter(|&first| first < object && self.acts(first));
                        if let Some(dative) = dative {
                            self.add(dative, &mut whom);
                        } else if fit.row.frame.is_none_or(|frame| frame & ACTORS != 0) {
                            self.add(object, &mut whom);
                        }
                        // `shelled Russian positions`
                        if whom.is_empty() && told.root == EventRoot::Assault {
                            whom.extend(self.adjective(object));
                        }
                        if whom.is_empty() && told.note != Note::Travel {
                            whom.extend(
                                self.possessors(object)
                                    .into_iter()
                                    .filter(|owner| !who.contains(owner)),
                            );
                        }
                    }
                }
                word => {
                    // `an attack in France`: the place.
                    if word == "in" && told.root == EventRoot::Assault {
                        continue;
                    }
                    let near = fit
                        .object
                        .filter(|_| !passive)
                        .map(|object| self.last_listed(object));
                    let noun = near
                        .and_then(|object| self.behind(object, word))
                        .or_else(|| self.behind(clause.verb, word));
                    if let Some(noun) = noun {
                        if told.note == Note::Travel && !self.acts(noun) {
                            continue;
                        }
                        self.add(noun, &mut whom);
                        if whom.is_empty() {
                            whom.extend(self.possessors(noun));
                        }
                        if whom.is_empty() {
                            whom.extend(self.adjective(noun));
                        }
                    }
                }
            }
            if !whom.is_empty() {
                break;
            }
        }
        if whom.is_empty()
            && !passive
            && matches!(told.root, EventRoot::Accuse | EventRoot::Request)
            && let Some(subject) = self.subject_of_content(clause)
        {
            self.add(subject, &mut whom);
        }
        if whom.is_empty()
            && (told.note == Note::Reverse || told.root == EventRoot::Request)
            && let Some(origin) = origin
            && !who.contains(&origin)
        {
            whom.push(origin);
        }
        Self::sides(self.text, told, &mut who, &mut whom);
        // `a contract signed in June`
        let signed = passive && fit.row.frame == Some(bit("agreement"));
        let framed = (group.verb.passive || signed) && fit.row.frame.is_some() || instrument;
        if who.is_empty() && whom.is_empty() && !framed {
            return None;
        }
        let mut end = fit.end.max(head + 1);
        if let Some(object) = fit.object
            && fit.row.frame.is_some_and(|frame| frame & EVENTIVE != 0)
            && self.group(object).head as usize >= end
            && (self.group(object).start as usize) <= end + 1
        {
            end = self.group(object).head as usize + 1;
        }
        Some(Found {
            token: head,
            trigger: self.span(head..end),
            clause: self.span(clause.start as usize..clause.end as usize),
            told,
            who,
            whom,
            verb: Some(at as u32),
            noun: fit.object,
            inherits: false,
        })
    }

    /// `Japan` for `allies` in `South Korea and Japan, both allies of the West, say`; the minister
    /// for `himself` in `the minister himself denied`.
    fn past_apposition(&self, subject: u32) -> u32 {
        if let Some(at) = subject.checked_sub(1)
            && self.is_reflexive(subject)
            && self.group(at).is_noun()
            && self.group(at).sentence == self.group(subject).sentence
        {
            return at;
        }
        let before = |at: u32, steps: u32| {
            let at = at.checked_sub(steps)?;
            let group = self.group(at);
            (group.sentence == self.group(subject).sentence).then_some((at, group))
        };
        let both =
            before(subject, 1).is_some_and(|(_, group)| self.is(group.head as usize, "both"));
        let comma = before(subject, 2).is_some_and(|(_, group)| self.is(group.head as usize, ","));
        match before(subject, 3) {
            Some((at, group)) if both && comma && group.is_noun() => at,
            _ => subject,
        }
    }

    /// Who is to do, or did, what the next clause says: `demanded that they go`.
    fn subject_of_content(&self, clause: &Clause) -> Option<u32> {
        let content = self.next_clause(clause)?;
        let subject = content.subject?;
        let inside = matches!(
            content.kind,
            ClauseKind::Complement | ClauseKind::Infinitive
        ) && subject > clause.verb
            && subject <= clause.verb + 5;
        inside.then_some(subject)
    }

    /// Adds a noun group and those joined to it, as far as they can act: of `two of them`, them.
    fn add(&self, noun: u32, into: &mut Vec<Participant>) {
        let group = self.group(noun);
        let head = group.head as usize;
        let part = self.syntax.tag(head) == Tag::Cd
            || [
                "some",
                "most",
                "many",
                "several",
                "all",
                "both",
                "none",
                "dozens",
                "hundreds",
                "thousands",
            ]
            .iter()
            .any(|word| self.is(head, word));
        let whole = (self.syntax.prepositions(noun).next())
            .filter(|&(of, _)| part && of == group.end && self.is(of as usize, "of"));
        let noun = whole.map_or(noun, |(_, whole)| whole);
        for noun in self.all_of(noun) {
            if self.acts(noun) {
                self.participants(noun, into);
            }
        }
    }

    /// Parts two who do the same to each other; leaves out of the one side who is on the other.
    fn sides(text: &str, told: Told, who: &mut Vec<Participant>, whom: &mut Vec<Participant>) {
        let same = |one: &Participant, other: &Participant| {
            one.span == other.span || one.entity.is_some() && one.entity == other.entity
        };
        whom.retain_mut(|one| {
            if !who.iter().any(|other| same(one, other)) {
                return true;
            }
            // `Jane pleaded with her`: somebody else.
            let another = one.span.end - one.span.start <= 4
                && !who.iter().any(|other| one.span == other.span)
                && matches!(one.span.of(text), "him" | "her" | "them");
            if another {
                one.entity = None;
            }
            another
        });
        let consults = told.root == EventRoot::Consult && told.note != Note::Travel;
        if (told.note == Note::Reciprocal || consults) && whom.is_empty() && who.len() == 2 {
            whom.extend(who.drain(1..));
        }
        if told.note == Note::Reverse {
            // `bought arms from them`: they gave.
            std::mem::swap(who, whom);
        }
    }

    /// `has no plans to go`, `is barred from going`.
    fn is_ruled_out(&self, clause: &Clause) -> bool {
        let Some(before) = clause.verb.checked_sub(1).map(|at| self.group(at)) else {
            return false;
        };
        match clause.kind {
            ClauseKind::Infinitive => {
                before.is_noun()
                    && before.start < before.head
                    && self.is(before.start as usize, "no")
            }
            ClauseKind::Gerund => {
                before.kind == GroupKind::Preposition && self.is(before.head as usize, "from")
            }
            _ => false,
        }
    }

    /// `its` of `its decision to recognize`.
    fn owner_of_intention(&self, clause: &Clause) -> Option<Participant> {
        if !matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund) {
            return None;
        }
        let mut at = clause.verb.checked_sub(1)?;
        if self.group(at).kind == GroupKind::Preposition {
            at = at.checked_sub(1)?;
        }
        let noun = self.group(at);
        let intends = noun.is_noun()
            && noun.sentence == self.group(clause.verb).sentence
            && (INTENTIONS.iter()).any(|word| is_form(self.word(noun.head as usize), word));
        if !intends {
            return None;
        }
        self.possessors(at)
            .into_iter()
            .next()
            .or_else(|| self.adjective(at))
    }

    /// Nouns that tell events, in clauses whose verb tells none.
    fn noun_events(&self, told: &[bool], found: &mut Vec<Found>) {
        let clauses = &self.syntax.clauses;
        let mut last: Option<(u32, Option<u32>, bool)> = None;
        for (at, group) in self.syntax.groups.iter().enumerate() {
            if !group.is_noun() {
                continue;
            }
            let noun = at as u32;
            let Some(row) = self.noun_row(noun) else {
                continue;
            };
            // The innermost clause around it.
            let past = clauses.partition_point(|clause| clause.verb <= noun);
            let near = past.saturating_sub(NEAR)..clauses.len().min(past + 2);
            let within = near
                .rev()
                .find(|&at| {
                    let clause = &clauses[at];
                    self.group(clause.verb).sentence == group.sentence
                        && clause.start <= group.head
                        && group.head < clause.end
                })
                .map(|at| at as u32);
            if within.is_some_and(|within| told[within as usize]) {
                continue;
            }
            let Some(event) = self.noun_event(noun, row, within) else {
                continue;
            };
            let whole = !event.who.is_empty() && !event.whom.is_empty();
            let here = (group.sentence, within, whole);
            match last {
                // Two whole ones may stand in one clause: each is a clause of its own, in nouns.
                Some((sentence, other, was_whole))
                    if sentence == group.sentence && other == within && !(whole && was_whole) =>
                {
                    if whole && !was_whole {
                        found.pop();
                        found.push(event);
                        last = Some(here);
                    }
                }
                _ => {
                    found.push(event);
                    last = Some(here);
                }
            }
        }
    }

    pub(super) fn noun_row(&self, noun: u32) -> Option<&'static NounRow> {
        let head = self.group(noun).head as usize;
        if self.syntax.words[head].name != u32::MAX {
            return None;
        }
        if is_form(self.word(head), "strike") && self.stops_work(noun) {
            let walkout = Lexicon::shared();
            return walkout.noun("walkout", &std::iter::empty(), &std::iter::empty());
        }
        let after = (head + 1..head + 6)
            .map(|at| self.word(at))
            .filter(|word| *word != "-");
        Lexicon::shared().noun(self.word(head), &self.words_before(head), &after)
    }

    /// Whether a strike is one of workers: somebody of them or their pay is named nearby, or it is
    /// at a company.
    fn stops_work(&self, noun: u32) -> bool {
        const WORK: &[&str] = &[
            "docker",
            "driver",
            "employee",
            "job",
            "labor",
            "labour",
            "member",
            "miner",
            "nurse",
            "pay",
            "picket",
            "port",
            "railway",
            "salary",
            "staff",
            "striker",
            "stoppage",
            "teacher",
            "trade",
            "union",
            "wage",
            "walkout",
            "work",
            "worker",
            "workforce",
        ];
        const ARMS: &[&str] = &[
            "air",
            "artillery",
            "bomb",
            "drone",
            "hit",
            "kill",
            "launch",
            "launched",
            "missile",
            "rocket",
            "shell",
            "target",
            "warplane",
            "wound",
        ];
        const AROUND: usize = 24;
        let group = self.group(noun);
        let head = group.head as usize;
        if (self.words_before(head).take(2)).any(|word| ARMS.iter().any(|arm| is_form(word, arm))) {
            return false;
        }
        let at_company = (self.behind_directly(noun, "at")).is_some_and(|other| {
            (self.mention_at(self.group(other).head as usize))
                .is_some_and(|mention| mention.label == Label::Org)
        });
        let sentence = self.sentence(group.sentence);
        let near = sentence.start.max(head.saturating_sub(AROUND))..sentence.end.min(head + AROUND);
        let says = |words: &[&str]| {
            (near.clone()).any(|token| words.iter().any(|word| is_form(self.word(token), word)))
        };
        at_company || says(WORK) && !says(ARMS)
    }

    /// What a noun tells, if somebody takes part.
    fn noun_event(&self, noun: u32, row: &NounRow, within: Option<u32>) -> Option<Found> {
        let group = self.group(noun);
        let head = group.head as usize;
        let mut who = Vec::new();
        let mut whom = Vec::new();
        let mut owner_free = true;
        let targets_owner = row.told.whom.split('|').any(|place| place == "poss")
            && self.behind_directly(noun, "of").is_none();
        for place in row.who.split('|') {
            match place {
                "poss" if !targets_owner => {
                    who = self.possessors(noun);
                    owner_free = who.is_empty();
                }
                "poss" => {}
                "adj" => who.extend(self.adjective(noun)),
                "between" => {
                    if let Some(sides) = self.behind_directly(noun, "between") {
                        for side in self.all_of(sides) {
                            if self.acts(side) {
                                self.participants(side, &mut who);
                            }
                        }
                    }
                }
                word => {
                    if let Some(other) = self.behind_directly(noun, word)
                        && self.acts(other)
                        && !(word == "of" && row.told.whom.starts_with("of"))
                    {
                        self.add(other, &mut who);
                    }
                }
            }
            if !who.is_empty() {
                break;
            }
        }
        for place in row.told.whom.split('|') {
            match place {
                "none" => {}
                "poss" if owner_free => whom = self.possessors(noun),
                "poss" => {}
                word => {
                    if let Some(other) = self.behind_directly(noun, word) {
                        self.add(other, &mut whom);
                        if whom.is_empty() {
                            whom.extend(self.possessors(other));
                        }
                    }
                }
            }
            if !whom.is_empty() {
                break;
            }
        }
        if row.told.note == Note::Travel {
            whom.clear();
        }
        Self::sides(self.text, row.told, &mut who, &mut whom);
        if who.is_empty()
            && !whom.is_empty()
            && row.told.root == EventRoot::Consult
            && let Some(subject) =
                within.and_then(|within| self.syntax.clauses[within as usize].subject)
            && subject != noun
            && self.acts(subject)
        {
            self.add(subject, &mut who);
            whom.retain(|one| !who.contains(one));
        }
        let needs_actor = !matches!(
            row.told.root,
            EventRoot::Assault | EventRoot::Coerce | EventRoot::Consult | EventRoot::Protest
        );
        let against = row.told.root == EventRoot::Protest
            && ["against", "over"]
                .iter()
                .any(|word| self.behind_directly(noun, word).is_some());
        if who.is_empty() && (whom.is_empty() || needs_actor) && !against {
            return None;
        }
        // Past what belongs to it.
        let last = self
            .syntax
            .prepositions(noun)
            .map(|(_, noun)| self.group(noun).end)
            .take(2)
            .last()
            .unwrap_or(group.end);
        let start = self.syntax.start_with_owners(noun) as usize;
        Some(Found {
            token: head,
            trigger: self.span(head..head + 1),
            clause: self.span(start..last as usize),
            told: row.told,
            who,
            whom,
            verb: None,
            noun: Some(noun),
            inherits: false,
        })
    }

    /// The noun group behind a preposition that belongs to a noun: right behind it, or behind one
    /// other preposition with its noun.
    fn behind_directly(&self, noun: u32, word: &str) -> Option<u32> {
        self.syntax
            .prepositions(noun)
            .take(3)
            .find(|&(preposition, other)| {
                self.is(preposition as usize, word) && !self.tells_time(other)
            })
            .map(|(_, other)| other)
    }
}
