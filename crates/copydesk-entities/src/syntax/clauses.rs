//! Clauses: each verb group with its subject, object and what it depends on.
//!
//! *What*: from each verb a look to the left for its subject, over what is inserted, and to the
//! right for its object; a verb without a subject of its own (`said it will go`, `urged North
//! Korea to adhere`, `thanked them, saying`) gets that of the verb it depends on.
//! *Example*: `South Korea and Japan, both allies of the United States, have voiced concern` has
//! the subject `Japan`, joined with `South Korea`.
//! *Known misses*: no parse: more than one inserted clause between subject and verb.

use copydesk_core::Token;

use super::{Group, GroupKind, Syntax, Tag, VerbForm};
use crate::shapes::Shapes;

/// What a clause is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    /// It stands by itself, or beside another.
    Main,
    /// `said that …`, `whether …`, and without `that`.
    Complement,
    /// `who …`, `which …`.
    Relative,
    /// `because …`, `as …`.
    Adverbial,
    /// `to …`.
    Infinitive,
    /// `…ing`.
    Gerund,
    /// `… met by him`.
    Participle,
}

/// A verb group and what belongs to it. Groups and clauses are named by index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    /// Its verb group.
    pub(crate) verb: u32,
    /// The noun group of its subject: for a passive verb, what it is done to.
    pub(crate) subject: Option<u32>,
    /// The noun group of its object.
    pub(crate) object: Option<u32>,
    /// The clause that it depends on.
    pub(crate) parent: Option<u32>,
    pub(crate) kind: ClauseKind,
    /// Token of the word that opens it: `that`, `because`, `who`.
    pub(crate) marker: Option<u32>,
    /// First token: of its subject where that is its own, else of its verb; past its marker.
    pub(crate) start: u32,
    /// Token past its last one, marks at the end left out.
    pub(crate) end: u32,
}

/// So many groups are looked at to either side, at most.
const REACH: usize = 64;

/// So many owners of a noun are looked for, at most: `Anna’s father’s house` has two.
const OWNERS: usize = 6;

/// Verbs whose object does what the infinitive says.
const OBJECT_CONTROL: &[&str] = &[
    "urge",
    "ask",
    "tell",
    "order",
    "persuade",
    "force",
    "allow",
    "want",
    "expect",
    "help",
    "require",
    "invite",
    "request",
    "warn",
    "press",
    "push",
    "pressure",
    "call",
    "enable",
    "get",
    "encourage",
    "convince",
    "command",
    "instruct",
    "appeal",
    "compel",
    "permit",
    "advise",
    "direct",
    "cause",
    "lead",
    "prompt",
    "oblige",
    "see",
    "let",
    "authorize",
    "authorise",
];

/// Nouns that say when.
const DAYS: &[&str] = &[
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "weekend",
    "month",
    "year",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "tomorrow",
];

/// Words that open a clause of its own.
const SUBORDINATORS: &[&str] = &[
    "because", "as", "while", "if", "although", "though", "since", "before", "after", "until",
    "unless", "whereas", "once", "lest", "whether", "that", "despite", "so", "than", "till",
];

/// Reads the clauses, and for each group the index of its clause, `u32::MAX` for none.
pub(super) fn read(text: &str, tokens: &[Token], syntax: &Syntax) -> (Vec<Clause>, Vec<u32>) {
    let mut reader = Reader {
        text,
        tokens,
        syntax,
        groups: &syntax.groups,
        clauses: Vec::new(),
        of_verb: Vec::new(),
    };
    reader.of_verb.resize(syntax.groups.len(), u32::MAX);
    let mut first = 0;
    for at in 0..syntax.groups.len() {
        let group = &syntax.groups[at];
        if syntax.groups[first].sentence != group.sentence {
            first = at;
        }
        if group.is_verb() {
            let clause = reader.clause(at, first);
            reader.of_verb[at] = reader.clauses.len() as u32;
            reader.clauses.push(clause);
        }
    }
    reader.reduce();
    for at in 0..reader.clauses.len() {
        let (object, end) = reader.right(at);
        reader.clauses[at].object = object;
        reader.clauses[at].end = end;
    }
    (reader.clauses, reader.of_verb)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    syntax: &'a Syntax,
    groups: &'a [Group],
    clauses: Vec<Clause>,
    of_verb: Vec<u32>,
}

impl Reader<'_> {
    fn surface(&self, group: &Group) -> &str {
        self.tokens[group.head as usize].span.of(self.text)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        let surface = self.surface(&self.groups[at]);
        words.iter().any(|word| surface.eq_ignore_ascii_case(word))
    }

    /// Whether a preposition opens a clause.
    fn subordinates(&self, at: usize) -> bool {
        static SHAPES: Shapes = Shapes::of(SUBORDINATORS);
        self.groups[at].kind == GroupKind::Preposition
            && self.syntax.tag(self.groups[at].head as usize) == Tag::In
            && SHAPES.may_hold(self.surface(&self.groups[at]))
            && self.is(at, SUBORDINATORS)
    }

    /// The first group of a chain of owners: of `Kim` in `Kim|’s visit`.
    fn owner(&self, mut at: usize, first: usize) -> usize {
        for _ in 0..OWNERS {
            if !self.groups[at].owned || at <= first || !self.groups[at - 1].is_noun() {
                break;
            }
            at -= 1;
        }
        at
    }

    /// The preposition before a noun group, over others joined to it by `and`.
    fn preposition(&self, at: usize, first: usize) -> Option<usize> {
        let mut at = self.owner(at, first);
        for _ in 0..6 {
            let before = at.checked_sub(1).filter(|&before| before >= first)?;
            let group = &self.groups[before];
            match group.kind {
                GroupKind::Preposition
                    if !self.subordinates(before) || self.as_preposition(before) =>
                {
                    return Some(before);
                }
                GroupKind::Conjunction if !self.is(before, &["and", "or", "&"]) => return None,
                GroupKind::Conjunction | GroupKind::Other => {
                    let other = before.checked_sub(1).filter(|&other| other >= first)?;
                    let other =
                        if self.groups[other].kind == GroupKind::Mark && self.is(other, &[","]) {
                            let listed = other.checked_sub(1).filter(|&other| other >= first)?;
                            // `to Russia, and officials claim` is no list.
                            let comma = self.owner(listed, first).checked_sub(1)?;
                            if !self.groups[listed].is_noun()
                                || comma < first
                                || !self.is(comma, &[","])
                            {
                                return None;
                            }
                            listed
                        } else {
                            other
                        };
                    if group.kind == GroupKind::Other {
                        at = before;
                        if self.groups[other].kind != GroupKind::Preposition {
                            return None;
                        }
                        continue;
                    }
                    if !self.groups[other].is_noun() {
                        return None;
                    }
                    at = self.owner(other, first);
                }
                _ => return None,
            }
        }
        None
    }

    /// `after`, `since`, `as` before a noun without a verb behind it.
    fn as_preposition(&self, at: usize) -> bool {
        if !self.is(
            at,
            &["after", "before", "since", "until", "despite", "than", "as"],
        ) {
            return false;
        }
        let mut next = at + 1;
        while self.groups.get(next).is_some_and(Group::is_noun) {
            next += 1;
        }
        !self
            .groups
            .get(next)
            .is_some_and(|group| group.is_finite() && group.sentence == self.groups[at].sentence)
    }

    fn clause(&self, verb: usize, first: usize) -> Clause {
        let group = &self.groups[verb];
        let mut clause = Clause {
            verb: verb as u32,
            subject: None,
            object: None,
            parent: None,
            kind: match group.verb.form {
                VerbForm::Finite => ClauseKind::Main,
                VerbForm::Infinitive => ClauseKind::Infinitive,
                VerbForm::Gerund => ClauseKind::Gerund,
                VerbForm::Participle => ClauseKind::Participle,
            },
            marker: None,
            start: group.start,
            end: group.end,
        };
        self.left(&mut clause, first);
        clause
    }

    /// Past tenses that are participles: `weapons provided to Russia have been used`, `through
    /// containers shipped between them`.
    fn reduce(&mut self) {
        for at in (0..self.clauses.len()).rev() {
            let clause = self.clauses[at];
            let group = &self.groups[clause.verb as usize];
            let bare = group.is_finite()
                && group.end == group.start + 1
                && self.syntax.tag(group.head as usize) == Tag::Vbd
                && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial);
            if !bare {
                continue;
            }
            let next = self.clauses.get(at + 1);
            let doubled = next.is_some_and(|next| {
                let other = &self.groups[next.verb as usize];
                other.sentence == group.sentence
                    && other.is_finite()
                    && next.kind != ClauseKind::Participle
                    && next.subject.is_some()
                    && next.subject == clause.subject
                    && !self.groups[clause.verb as usize..next.verb as usize]
                        .iter()
                        .any(|group| group.kind == GroupKind::Conjunction)
                    && !self.comma_before(next.verb as usize)
            });
            if doubled {
                self.clauses[at].kind = ClauseKind::Participle;
                continue;
            }
            // Right behind a noun of a preposition, with another preposition to follow, where the
            // sentence has its verb already.
            let verb = clause.verb as usize;
            let first = self.clauses[..at].partition_point(|other| {
                self.groups[other.verb as usize].sentence < group.sentence
            });
            let has_verb = self.clauses[first..at]
                .iter()
                .any(|other| self.groups[other.verb as usize].is_finite());
            let start = (0..verb)
                .rev()
                .take(REACH)
                .take_while(|&at| self.groups[at].sentence == group.sentence)
                .last()
                .unwrap_or(verb);
            let attached = verb > start
                && self.groups[verb - 1].is_noun()
                && self.preposition(verb - 1, start).is_some()
                && (self.groups.get(verb + 1)).is_some_and(|next| {
                    next.kind == GroupKind::Preposition && next.sentence == group.sentence
                });
            let follows_verb = clause.subject.is_none_or(|subject| {
                let before = self.first_of(self.owner(subject as usize, start), start);
                before > start && !self.groups[before - 1].is_finite()
            });
            if has_verb && attached && follows_verb {
                let clause = &mut self.clauses[at];
                clause.kind = ClauseKind::Participle;
                clause.subject = Some(clause.verb - 1);
                clause.start = self.groups[verb - 1].start;
            }
        }
    }

    /// The last clause before a group, if it is in the sentence.
    fn before(&self, at: usize, first: usize) -> Option<u32> {
        (first..at).rev().take(REACH).find_map(|at| {
            let clause = self.of_verb[at];
            (clause != u32::MAX).then_some(clause)
        })
    }

    /// Finds subject, marker, kind and parent.
    fn left(&self, clause: &mut Clause, first: usize) {
        let verb = clause.verb as usize;
        let finite = self.groups[verb].is_finite();
        let parent = self.before(verb, first);
        clause.parent = parent;
        let inherited = parent.and_then(|parent| self.clauses[parent as usize].subject);
        let mut at = verb;
        let mut comma = false;
        let mut crossed = false;
        for _ in 0..REACH {
            let Some(before) = at.checked_sub(1).filter(|&before| before >= first) else {
                break;
            };
            at = before;
            let group = &self.groups[at];
            match group.kind {
                GroupKind::Mark => {
                    if self.is(at, &[";", ":"]) && finite {
                        break;
                    }
                    if self.is(at, &[",", "—", "–", "(", ")"]) {
                        comma = true;
                    }
                }
                GroupKind::Other | GroupKind::Adjective => {}
                GroupKind::Conjunction => {
                    if !crossed {
                        // `did this and did that`; `accused them of lying and threatened to go`
                        let mut parent = parent;
                        let mut inherited = inherited;
                        while let Some(other) = parent.map(|at| &self.clauses[at as usize])
                            && finite
                            && !self.groups[other.verb as usize].is_finite()
                            && let Some(above) = other.parent.filter(|&above| Some(above) < parent)
                        {
                            parent = Some(above);
                            inherited = self.clauses[above as usize].subject;
                        }
                        clause.subject = inherited;
                        if let Some(parent) = parent {
                            let other = &self.clauses[parent as usize];
                            clause.kind = other.kind;
                            clause.parent = other.parent;
                            clause.marker = other.marker;
                            if !finite && self.groups[other.verb as usize].is_finite() {
                                clause.kind = kind_of(self.groups[verb].verb.form);
                                clause.parent = Some(parent);
                            }
                        }
                        return;
                    }
                }
                GroupKind::Wh => {
                    clause.marker = Some(group.head);
                    clause.kind = ClauseKind::Relative;
                    if !crossed && !self.is(at, &["what", "where", "when", "why", "how"]) {
                        clause.subject = self.antecedent(at, first);
                    }
                    return;
                }
                GroupKind::Preposition => {
                    if !finite || self.subordinates(at) {
                        if self.subordinates(at) {
                            clause.marker = Some(group.head);
                            clause.kind = if self.is(at, &["that", "whether", "if"]) && finite {
                                ClauseKind::Complement
                            } else {
                                ClauseKind::Adverbial
                            };
                        } else {
                            clause.marker = Some(group.head);
                        }
                        // `for remaining`, `after meeting`
                        clause.subject = self.object_before(at, first, inherited);
                        return;
                    }
                }
                // `the Congress (NRC) has`
                GroupKind::Noun
                    if at > first && self.is(at - 1, &["("]) && self.is(at + 1, &[")"]) =>
                {
                    at -= 1;
                }
                // `The court in Accra this morning refused`
                GroupKind::Noun
                    if at > first
                        && self.groups[at - 1].is_noun()
                        && !group.owned
                        && self.is_day(at) => {}
                GroupKind::Noun => {
                    crossed = true;
                    if let Some(preposition) = self.preposition(at, first) {
                        // `weapons provided to Russia`; `call for Russia to leave`
                        let direct = at + 1 == verb && !finite;
                        let for_to = direct
                            && self.groups[verb].verb.form == VerbForm::Infinitive
                            && self.is(preposition, &["for", "on", "to", "with"]);
                        let attached =
                            direct && self.groups[verb].verb.form != VerbForm::Infinitive;
                        if for_to || attached {
                            clause.subject = Some(at as u32);
                            clause.start = self.groups[self.owner(at, first)].start;
                            return;
                        }
                        at = preposition;
                        continue;
                    }
                    let begin = self.owner(at, first);
                    let previous = begin.checked_sub(1).filter(|&previous| previous >= first);
                    let after_comma = previous.is_some_and(|previous| self.is(previous, &[","]));
                    if after_comma && comma && at + 1 != verb {
                        // An apposition: `Japan, an ally of …, has`.
                        if let Some(other) = previous.and_then(|comma| self.apposed(comma, first)) {
                            at = other + 1;
                            continue;
                        }
                    }
                    let of_verb = previous.and_then(|mut previous| {
                        while previous > first && self.groups[previous].kind == GroupKind::Other {
                            previous -= 1;
                        }
                        self.groups[previous].is_verb().then_some(previous)
                    });
                    if let Some(other) = of_verb {
                        let infinitive = self.groups[verb].verb.form == VerbForm::Infinitive;
                        let between = verb - at > 1;
                        if infinitive {
                            let lemma = self.syntax.lemma(self.groups[other].head as usize);
                            if between && comma || !OBJECT_CONTROL.contains(&lemma) {
                                clause.subject = inherited;
                                return;
                            }
                        } else if finite && (comma || self.in_relative(other, first)) {
                            // The object of an inserted clause: on before that.
                            if let Some(antecedent) = self.leave_relative(other, first) {
                                at = antecedent;
                                continue;
                            }
                            clause.subject = inherited;
                            return;
                        } else if !finite && comma {
                            clause.subject = inherited;
                            return;
                        }
                    }
                    clause.subject = Some(at as u32);
                    clause.start = self.groups[self.first_of(begin, first)].start;
                    self.opened(clause, begin, first);
                    return;
                }
                GroupKind::Verb => {
                    if !crossed && group.verb.form == VerbForm::Participle && finite {
                        continue;
                    }
                    if crossed && finite {
                        if let Some(antecedent) = self.leave_relative(at, first) {
                            at = antecedent;
                            continue;
                        }
                        if group.verb.form != VerbForm::Finite {
                            continue;
                        }
                    }
                    clause.subject = inherited;
                    return;
                }
            }
        }
        if clause.subject.is_none() {
            clause.subject = inherited.filter(|_| !finite || !crossed);
        }
    }

    /// `this morning`, `last week`, `Monday`
    fn is_day(&self, at: usize) -> bool {
        let first = self.groups[at].start as usize;
        let opened = self.groups[at].head as usize == first
            || ["this", "last", "next", "that"].iter().any(|word| {
                self.tokens[first]
                    .span
                    .of(self.text)
                    .eq_ignore_ascii_case(word)
            });
        opened && self.is(at, DAYS)
    }

    /// The first of noun groups joined by `and`, going left from `at`.
    fn first_of(&self, at: usize, first: usize) -> usize {
        let mut at = at;
        for _ in 0..8 {
            let Some(other) = self.joined_before(at, first) else {
                break;
            };
            at = self.owner(other, first);
        }
        at
    }

    /// The noun group that is joined to the one at `at` from the left: `Korea` in `Korea and Japan`.
    fn joined_before(&self, at: usize, first: usize) -> Option<usize> {
        let conjunction = at.checked_sub(1).filter(|&before| before >= first)?;
        if !self.is(conjunction, &["and", "or", "&"]) {
            return None;
        }
        let mut other = conjunction.checked_sub(1).filter(|&other| other >= first)?;
        if self.is(other, &[","]) {
            other = other.checked_sub(1).filter(|&other| other >= first)?;
            // `offered no photographs, and the account could`: a comma joins in lists only.
            let comma = self.owner(other, first).checked_sub(1)?;
            if comma < first || !self.is(comma, &[","]) {
                return None;
            }
        }
        self.groups[other].is_noun().then_some(other)
    }

    /// What stands before the subject: `that`, `because`, a verb that reports.
    fn opened(&self, clause: &mut Clause, begin: usize, first: usize) {
        let mut at = self.first_of(begin, first);
        while let Some(before) = at.checked_sub(1).filter(|&before| before >= first) {
            let group = &self.groups[before];
            match group.kind {
                GroupKind::Other => at = before,
                GroupKind::Preposition if self.subordinates(before) => {
                    clause.marker = Some(group.head);
                    clause.kind = if self.is(before, &["that", "whether", "if"]) {
                        ClauseKind::Complement
                    } else {
                        ClauseKind::Adverbial
                    };
                    return;
                }
                GroupKind::Wh => {
                    clause.marker = Some(group.head);
                    clause.kind = if self.is(before, &["that"]) {
                        ClauseKind::Complement
                    } else {
                        ClauseKind::Relative
                    };
                    return;
                }
                GroupKind::Verb if clause.kind == ClauseKind::Main => {
                    clause.kind = ClauseKind::Complement;
                    return;
                }
                GroupKind::Conjunction if clause.kind == ClauseKind::Main => {
                    // Beside another clause: `said that … and that …`.
                    clause.parent = None;
                    return;
                }
                _ => return,
            }
        }
    }

    /// The noun that `who`, `which` or `that` stands for.
    fn antecedent(&self, wh: usize, first: usize) -> Option<u32> {
        let mut at = wh;
        for _ in 0..4 {
            at = at.checked_sub(1).filter(|&at| at >= first)?;
            if self.groups[at].is_noun() {
                return Some(at as u32);
            }
            if self.groups[at].kind != GroupKind::Mark
                && self.groups[at].kind != GroupKind::Preposition
            {
                return None;
            }
        }
        None
    }

    /// Whether a verb stands in a relative clause.
    fn in_relative(&self, verb: usize, first: usize) -> bool {
        verb >= first
            && (self.clauses.get(self.of_verb[verb] as usize))
                .is_some_and(|clause| clause.kind == ClauseKind::Relative)
    }

    /// Where a relative clause begins, if the verb stands in one: the place of its marker.
    fn leave_relative(&self, mut verb: usize, first: usize) -> Option<usize> {
        for _ in 0..6 {
            let clause = self.clauses.get(*self.of_verb.get(verb)? as usize)?;
            if clause.kind == ClauseKind::Relative {
                let marker = clause.marker? as usize;
                let group = self.syntax.words.get(marker)?.group as usize;
                return (group > first).then_some(group);
            }
            if clause.kind == ClauseKind::Participle || clause.kind == ClauseKind::Gerund {
                return (clause.verb as usize > first).then_some(clause.verb as usize);
            }
            verb = self.clauses.get(clause.parent? as usize)?.verb as usize;
        }
        None
    }

    /// The noun group before the comma of an apposition.
    fn apposed(&self, comma: usize, first: usize) -> Option<usize> {
        let mut other = comma.checked_sub(1).filter(|&other| other >= first)?;
        // `the Congress (NRC), a party`
        if self.is(other, &[")"]) && other >= first + 3 && self.is(other - 2, &["("]) {
            other -= 3;
        }
        self.groups[other].is_noun().then_some(other)
    }

    /// Who does what a verb behind a preposition says: the object before it, else the subject.
    fn object_before(&self, at: usize, first: usize, inherited: Option<u32>) -> Option<u32> {
        let before = at.checked_sub(1).filter(|&before| before >= first)?;
        let is_object = self.groups[before].is_noun()
            && self.preposition(before, first).is_none()
            && self.groups[at].kind == GroupKind::Preposition
            && self.is(at, &["of", "for", "from", "with"]);
        if !is_object {
            return inherited;
        }
        let verb = self.owner(before, first).checked_sub(1)?;
        let lemma = self.syntax.lemma(self.groups[verb].head as usize);
        let takes = [
            "accuse",
            "praise",
            "thank",
            "criticise",
            "criticize",
            "condemn",
            "prevent",
            "stop",
            "blame",
            "suspect",
            "charge",
            "warn",
            "bar",
            "ban",
            "keep",
            "convict",
            "block",
        ];
        if self.groups[verb].is_verb() && takes.contains(&lemma) {
            Some(before as u32)
        } else {
            inherited
        }
    }

    /// The object of a clause, and where the clause ends.
    fn right(&self, index: usize) -> (Option<u32>, u32) {
        let clause = &self.clauses[index];
        let verb = clause.verb as usize;
        let sentence = self.groups[verb].sentence;
        let mut object = None;
        if !self.groups[verb].verb.passive {
            let mut at = verb + 1;
            while let Some(group) = self
                .groups
                .get(at)
                .filter(|group| group.sentence == sentence)
            {
                match group.kind {
                    GroupKind::Other => at += 1,
                    // `sent at least ten drones`
                    GroupKind::Preposition
                        if self.is(at, &["at"])
                            && (self.groups.get(at + 1)).is_some_and(|next| {
                                next.sentence == sentence && next.kind == GroupKind::Other
                            })
                            && self.is(at + 1, &["least", "most"]) =>
                    {
                        at += 2;
                    }
                    GroupKind::Noun => {
                        // `Russia` in `thanked Russia’s minister` only owns the object.
                        let mut last = at;
                        while self.groups.get(last + 1).is_some_and(|next| {
                            next.owned && next.is_noun() && next.sentence == sentence
                        }) {
                            last += 1;
                        }
                        object = Some(last as u32);
                        break;
                    }
                    _ => break,
                }
            }
            // The subject of a clause without `that`.
            if let Some(found) = object
                && self.subject_of_next(index, found)
            {
                object = None;
            }
        }
        (object, self.end(index, sentence))
    }

    fn subject_of_next(&self, index: usize, noun: u32) -> bool {
        (self.clauses.get(index + 1)).is_some_and(|next| {
            next.subject == Some(noun)
                && next.kind == ClauseKind::Complement
                && self.groups[next.verb as usize].is_finite()
        })
    }

    /// The token past the last one of a clause.
    fn end(&self, index: usize, sentence: u32) -> u32 {
        let clause = &self.clauses[index];
        let inserted = matches!(
            clause.kind,
            ClauseKind::Relative | ClauseKind::Gerund | ClauseKind::Participle
        );
        let mut at = clause.verb as usize + 1;
        let mut end = self.groups[clause.verb as usize].end;
        let mut next_clause = index + 1;
        let last = at + 4 * REACH;
        while at < last
            && let Some(group) = self
                .groups
                .get(at)
                .filter(|group| group.sentence == sentence)
        {
            if group.kind == GroupKind::Mark && self.is(at, &[";", "?", "!", "”"]) {
                break;
            }
            // `who is not related to him, a drone struck`
            if clause.kind == ClauseKind::Relative
                && self.is(at, &[","])
                && self.new_clause(at + 1, sentence, group.start)
            {
                break;
            }
            let joins = group.kind == GroupKind::Conjunction
                || group.kind == GroupKind::Preposition
                    && self.is(at, &["while", "although", "though", "whereas"]);
            if joins && self.new_clause(at + 1, sentence, group.start) {
                break;
            }
            if group.is_verb() {
                while (self.clauses.get(next_clause)).is_some_and(|next| (next.verb as usize) < at)
                {
                    next_clause += 1;
                }
                // Back in the clause around it.
                let behind_comma = clause.kind == ClauseKind::Infinitive && self.comma_before(at);
                if (inserted || behind_comma)
                    && group.is_finite()
                    && let Some(next) = self.clauses.get(next_clause)
                    && next.verb as usize == at
                    && (next.subject).is_some_and(|subject| {
                        subject < clause.verb && Some(subject) != clause.subject
                            || Some(subject) == clause.subject && self.comma_before(at)
                    })
                {
                    break;
                }
            }
            let closes = self.is(at, &["%", "$", "\"", "’", "'", ")"]);
            if group.kind != GroupKind::Mark || closes {
                end = group.end;
            }
            at += 1;
        }
        end
    }

    fn comma_before(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, &[","])
    }

    /// Whether a clause with a subject of its own begins here.
    fn new_clause(&self, at: usize, sentence: u32, joint: u32) -> bool {
        let mut noun = false;
        for at in at..at + 12 {
            let Some(group) = self
                .groups
                .get(at)
                .filter(|group| group.sentence == sentence)
            else {
                return false;
            };
            match group.kind {
                GroupKind::Noun => noun = true,
                GroupKind::Other | GroupKind::Adjective => {}
                GroupKind::Preposition if noun && !self.subordinates(at) => {}
                GroupKind::Verb => {
                    // `Pyongyang and Moscow are` is one subject.
                    let clause = self.clauses.get(self.of_verb[at] as usize);
                    return noun
                        && group.is_finite()
                        && clause.is_some_and(|clause| {
                            clause.kind != ClauseKind::Participle && clause.start > joint
                        });
                }
                _ => return false,
            }
        }
        false
    }
}

fn kind_of(form: VerbForm) -> ClauseKind {
    match form {
        VerbForm::Finite => ClauseKind::Main,
        VerbForm::Infinitive => ClauseKind::Infinitive,
        VerbForm::Gerund => ClauseKind::Gerund,
        VerbForm::Participle => ClauseKind::Participle,
    }
}

impl Syntax {
    /// The noun groups that are joined to one by `and` or `or`, itself among them, in order:
    /// `South Korea`, `Japan`.
    pub(crate) fn joined(&self, text: &str, tokens: &[Token], noun: u32) -> Vec<u32> {
        let mut all = vec![noun];
        let groups = &self.groups;
        let sentence = groups[noun as usize].sentence;
        let is_comma = |group: &Group| {
            group.kind == GroupKind::Mark && tokens[group.start as usize].span.of(text) == ","
        };
        let is_and = |group: &Group| {
            group.kind == GroupKind::Conjunction
                && matches!(
                    tokens[group.start as usize].span.of(text),
                    "and" | "or" | "&"
                )
        };
        let owner = |at: usize| self.first_owner(at);
        // To the left.
        let mut at = owner(noun as usize);
        let mut conjunction = false;
        while at > 0 && all.len() < 8 {
            let mut before = at - 1;
            if is_and(&groups[before]) && before > 0 {
                conjunction = true;
                before -= 1;
                if is_comma(&groups[before]) && before > 0 {
                    before -= 1;
                }
            } else if conjunction && is_comma(&groups[before]) && before > 0 {
                before -= 1;
            } else {
                break;
            }
            if !groups[before].is_noun() || groups[before].sentence != sentence {
                break;
            }
            all.insert(0, before as u32);
            at = owner(before);
        }
        // To the right, with a conjunction between only.
        let mut at = noun as usize + 1;
        while all.len() < 8
            && groups
                .get(at)
                .is_some_and(|group| is_and(group) && group.sentence == sentence)
        {
            let mut next = at + 1;
            while groups.get(next).is_some_and(Group::is_noun)
                && groups
                    .get(next + 1)
                    .is_some_and(|group| group.owned && group.is_noun())
            {
                next += 1;
            }
            // Not the subject of a clause of its own.
            let is_noun = groups
                .get(next)
                .is_some_and(|group| group.is_noun() && group.sentence == sentence);
            let starts = groups
                .get(next + 1)
                .is_some_and(|group| group.is_finite() && group.sentence == sentence)
                && !groups[..noun as usize]
                    .iter()
                    .rev()
                    .take(1)
                    .any(|group| group.kind == GroupKind::Preposition);
            if !is_noun
                || starts
                    && self
                        .subjects
                        .get(next)
                        .is_some_and(|&is_subject| is_subject)
            {
                break;
            }
            all.push(next as u32);
            at = next + 1;
        }
        all
    }

    /// The first token of a noun group with all that owns it.
    pub(crate) fn start_with_owners(&self, noun: u32) -> u32 {
        self.groups[self.first_owner(noun as usize)].start
    }

    /// The first of the owners of a noun group, itself where it has none.
    fn first_owner(&self, mut at: usize) -> usize {
        for _ in 0..OWNERS {
            if !self.groups[at].owned || at == 0 || !self.groups[at - 1].is_noun() {
                break;
            }
            at -= 1;
        }
        at
    }

    /// The owner of a noun group: `Russia` of `’s foreign minister`.
    pub(crate) fn owner(&self, noun: u32) -> Option<u32> {
        let at = noun as usize;
        (self.groups[at].owned && at > 0 && self.groups[at - 1].is_noun()).then(|| noun - 1)
    }

    /// The prepositions behind a group and their noun groups, up to the next verb, mark or `and`
    /// before a clause: (token of the preposition, noun group).
    pub(crate) fn prepositions(&self, group: u32) -> impl Iterator<Item = (u32, u32)> {
        let sentence = self.groups[group as usize].sentence;
        let mut at = group as usize + 1;
        let last = at + REACH;
        let mut preposition = None;
        std::iter::from_fn(move || {
            while at < last
                && let Some(group) = self
                    .groups
                    .get(at)
                    .filter(|group| group.sentence == sentence)
            {
                let here = at;
                at += 1;
                match group.kind {
                    GroupKind::Preposition => preposition = Some(group.head),
                    GroupKind::Noun => {
                        let owns =
                            (self.groups.get(at)).is_some_and(|next| next.owned && next.is_noun());
                        if let Some(preposition) = preposition
                            && !owns
                        {
                            return Some((preposition, here as u32));
                        }
                    }
                    GroupKind::Other | GroupKind::Adjective | GroupKind::Conjunction => {}
                    GroupKind::Verb | GroupKind::Wh | GroupKind::Mark => return None,
                }
            }
            None
        })
    }
}
