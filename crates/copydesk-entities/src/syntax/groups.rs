//! Groups of words: nouns with what stands before them, verbs with their auxiliaries.
//!
//! *What*: `the proposed arms deal`, `has repeatedly called`, `to visit`; every other word is a
//! group of its own. A possessive starts a new group (`North Korea|’s state media`), so that the
//! owner can be asked for.
//! *Known misses*: a participle before a noun and without an article is a verb when it ends in
//! `-ing` (`shipping arms`), an adjective otherwise (`armed men`).

use std::ops::Range;

use copydesk_core::Token;

use super::{Name, Tag, Word};
use crate::shapes::Shapes;

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupKind {
    /// A noun, name or pronoun with what stands before it.
    Noun,
    /// A verb with its auxiliaries.
    Verb,
    /// An adjective without a noun: `is unclear`.
    Adjective,
    /// A preposition or subordinating conjunction.
    Preposition,
    /// `who`, `which`, `that`, `where`, `when`.
    Wh,
    /// `and`, `but`, `or`.
    Conjunction,
    /// A mark.
    Mark,
    /// An adverb or anything else.
    Other,
}

/// The form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum VerbForm {
    /// `met`, `has met`, `will meet`.
    #[default]
    Finite,
    /// `to meet`, and a bare `meet`.
    Infinitive,
    /// `meeting`.
    Gerund,
    /// `met` in `the men met by him`.
    Participle,
}

/// What the words of a verb group say beside the verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verb {
    pub(crate) form: VerbForm,
    /// `was met`, `is to be met`.
    pub(crate) passive: bool,
    /// `has met`.
    pub(crate) perfect: bool,
    /// `is meeting`.
    pub(crate) progressive: bool,
    /// Past tense of the first word.
    pub(crate) past: bool,
    /// Token of `may`, `could`, `will`, ….
    pub(crate) modal: Option<u32>,
    /// Token of `not`, `never`.
    pub(crate) negation: Option<u32>,
    /// Token of a particle: `carried out`.
    pub(crate) particle: Option<u32>,
}

/// A run of tokens that belong together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    pub(crate) kind: GroupKind,
    /// First token.
    pub(crate) start: u32,
    /// Token past the last one.
    pub(crate) end: u32,
    /// Token of the noun, verb or adjective.
    pub(crate) head: u32,
    /// Index of its sentence.
    pub(crate) sentence: u32,
    /// What a verb group says beside the verb.
    pub(crate) verb: Verb,
    /// Whether it starts with a possessive ending, so that the group before it owns it.
    pub(crate) owned: bool,
}

impl Group {
    /// Its tokens.
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is a noun group.
    pub(crate) fn is_noun(&self) -> bool {
        self.kind == GroupKind::Noun
    }

    /// Whether it is a verb group.
    pub(crate) fn is_verb(&self) -> bool {
        self.kind == GroupKind::Verb
    }

    /// Whether it is a verb group with a tense of its own.
    pub(crate) fn is_finite(&self) -> bool {
        self.is_verb() && self.verb.form == VerbForm::Finite
    }
}

/// Participles that stand as prepositions.
const PREPOSITIONS: &[&str] = &[
    "including",
    "surrounding",
    "regarding",
    "concerning",
    "following",
    "according",
    "involving",
    "excluding",
    "pending",
    "given",
    "compared",
    "amid",
    "amidst",
    "barring",
    "considering",
];

/// So many words stand before a noun, at most.
const LONGEST_OPENING: usize = 24;

/// Groups the words of a text.
pub(super) fn read(text: &str, tokens: &[Token], words: &[Word], names: &[Name]) -> Vec<Group> {
    let reader = Reader {
        text,
        tokens,
        words,
        names,
    };
    let mut groups = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let group = reader.group(at);
        debug_assert!(group.end as usize > at);
        at = group.end as usize;
        groups.push(group);
    }
    groups
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
    names: &'a [Name],
}

impl Reader<'_> {
    fn tag(&self, at: usize, sentence: u32) -> Tag {
        (self.words.get(at))
            .filter(|word| word.sentence == sentence)
            .map_or(Tag::Mark, |word| word.tag)
    }

    fn surface(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// Whether a preposition that looks like a participle stands here.
    fn is_preposition(&self, at: usize) -> bool {
        static SHAPES: Shapes = Shapes::of(PREPOSITIONS);
        let surface = self.surface(at);
        let is_one = |word: &&str| surface.eq_ignore_ascii_case(word);
        SHAPES.may_hold(surface) && PREPOSITIONS.iter().any(is_one)
    }

    fn group(&self, at: usize) -> Group {
        let sentence = self.words[at].sentence;
        let one = |kind| Group {
            kind,
            start: at as u32,
            end: at as u32 + 1,
            head: at as u32,
            sentence,
            verb: Verb::default(),
            owned: false,
        };
        let tag = self.tag(at, sentence);
        if tag.is_verb() && self.is_preposition(at) && !self.after_be(at) {
            return one(GroupKind::Preposition);
        }
        if let Some(group) = self.noun(at, sentence) {
            return group;
        }
        if let Some(group) = self.verb(at, sentence) {
            return group;
        }
        one(match tag {
            Tag::In | Tag::To => GroupKind::Preposition,
            Tag::Wdt | Tag::Wp | Tag::WpPossessive | Tag::Wrb => GroupKind::Wh,
            Tag::Cc => GroupKind::Conjunction,
            Tag::Mark => GroupKind::Mark,
            _ if tag.is_adjective() => GroupKind::Adjective,
            _ => GroupKind::Other,
        })
    }

    fn after_be(&self, at: usize) -> bool {
        at > 0 && self.words[at - 1].lemma == "be"
    }

    /// A mark that joins the words around it: a hyphen without blanks.
    fn joins(&self, at: usize) -> bool {
        let (Some(before), Some(this), Some(after)) = (
            at.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(at),
            self.tokens.get(at + 1),
        ) else {
            return false;
        };
        matches!(self.surface(at), "-" | "‐" | "‑" | "–" | "/" | "&")
            && before.span.end == this.span.start
            && this.span.end == after.span.start
    }

    fn noun(&self, at: usize, sentence: u32) -> Option<Group> {
        let mut end = at;
        let mut head = None;
        let mut opened = false;
        let mut owned = false;
        loop {
            let tag = self.tag(end, sentence);
            let next = self.tag(end + 1, sentence);
            let name = self.words.get(end).map_or(u32::MAX, |word| word.name);
            let continues_name = end > at
                && name != u32::MAX
                && self.words[end - 1].name == name
                && self.words[end].sentence == sentence;
            if end > at
                && !continues_name
                && (self.follows_date(end, tag, name) || head.is_some() && self.is_date(end, tag))
            {
                break;
            }
            match tag {
                _ if continues_name => {
                    if tag.is_noun() || tag == Tag::Cd || head.is_none() {
                        head = Some(end);
                    }
                }
                Tag::Pos if end == at => {
                    owned = true;
                    opened = true;
                }
                Tag::Dt | Tag::Pdt | Tag::PrpPossessive if head.is_none() => {
                    if opened
                        && tag == Tag::Dt
                        && end > at
                        && self.tag(end - 1, sentence) == Tag::Dt
                    {
                        break;
                    }
                    opened = true;
                }
                Tag::Prp | Tag::Ex if end == at => {
                    head = Some(at);
                    end += 1;
                    break;
                }
                Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps => head = Some(end),
                Tag::Cd => {
                    if head.is_some_and(|head| !self.tag(head, sentence).is_name()) {
                        break;
                    }
                    opened = true;
                }
                _ if tag.is_adjective() && head.is_none() => {
                    // `Russian and North Korean ministers`
                    if next == Tag::Cc
                        && self.tag(end + 2, sentence).is_adjective()
                        && self.nominal_follows(end + 3, sentence)
                    {
                        end += 1;
                    } else if !self.nominal_follows(end + 1, sentence) {
                        break;
                    }
                    opened = true;
                }
                _ if tag.is_adjective() && self.words[end].name != u32::MAX => head = Some(end),
                // `Russian-backed regions`
                _ if tag.is_verb() && head.is_none() && end > at && self.joins(end - 1) => {
                    if !self.nominal_follows(end + 1, sentence) {
                        break;
                    }
                }
                // `the high-ranking delegation`, where `high` was taken for a noun
                _ if tag.is_verb()
                    && end > at
                    && self.joins(end - 1)
                    && self.nominal_follows(end + 1, sentence) =>
                {
                    head = None;
                }
                Tag::Vbn | Tag::Vbg | Tag::Vbd if head.is_none() && (tag != Tag::Vbd || opened) => {
                    let plain = matches!(next, Tag::Nn | Tag::Nns)
                        || next.is_adjective() && self.nominal_follows(end + 2, sentence);
                    let named = opened && next.is_name();
                    // `the closed-door meeting`
                    let joined =
                        opened && self.joins(end + 1) && self.nominal_follows(end + 2, sentence);
                    if !(plain || named || joined)
                        || !opened && (tag == Tag::Vbg || self.follows_noun(end))
                    {
                        break;
                    }
                    opened = true;
                }
                _ if tag.is_adverb() && head.is_none() => {
                    let adjective = next.is_adjective() || next == Tag::Vbn || next == Tag::Cd;
                    if !adjective || !self.nominal_follows(end + 2, sentence) {
                        break;
                    }
                    if !opened && next == Tag::Vbn {
                        break;
                    }
                    opened = true;
                }
                // `over 1,000 containers`
                Tag::In
                    if head.is_none()
                        && end == at
                        && next == Tag::Cd
                        && matches!(self.surface(at), "over" | "about" | "around" | "nearly") =>
                {
                    opened = true;
                }
                Tag::Mark if end > at && self.joins(end) && self.continues(end + 1, sentence) => {}
                // `an in-depth investigation`
                Tag::In | Tag::Rp
                    if opened
                        && head.is_none()
                        && self.joins(end + 1)
                        && self.nominal_follows(end + 2, sentence) =>
                {
                    end += 1;
                }
                Tag::Mark
                    if opened
                        && head.is_none()
                        && matches!(self.surface(end), "“" | "\"" | "‘" | "``" | "'")
                        && self.nominal_follows(end + 1, sentence) => {}
                _ => break,
            }
            end += 1;
            if head.is_none() && end - at > LONGEST_OPENING {
                break;
            }
        }
        if head.is_none() {
            // Determiners or numbers that stand for a noun.
            let alone = (at..end)
                .take_while(|&at| matches!(self.tag(at, sentence), Tag::Dt | Tag::Cd | Tag::Pdt))
                .last();
            head = alone;
            end = alone? + 1;
        }
        let head = head?;
        let end = end.max(head + 1);
        Some(Group {
            kind: GroupKind::Noun,
            start: at as u32,
            end: end as u32,
            head: head as u32,
            sentence,
            verb: Verb::default(),
            owned,
        })
    }

    /// Whether a name or an article stands behind a date.
    fn follows_date(&self, at: usize, tag: Tag, name: u32) -> bool {
        let begins = matches!(tag, Tag::Dt | Tag::PrpPossessive) || name != u32::MAX;
        begins
            && (self.names.get(self.words[at - 1].name as usize)).is_some_and(|name| name.is_date)
    }

    /// Whether a date begins here, which no noun goes on with: `to Libya next week`.
    fn is_date(&self, at: usize, tag: Tag) -> bool {
        tag != Tag::Pos
            && (self.words.get(at))
                .and_then(|word| self.names.get(word.name as usize))
                .is_some_and(|name| name.is_date)
    }

    /// Whether the word before is a noun, so that a participle may follow it: `weapons provided`.
    fn follows_noun(&self, at: usize) -> bool {
        at > 0 && (self.words[at - 1].tag.is_noun() || self.words[at - 1].tag == Tag::Prp)
    }

    /// Whether a noun is to come, with adjectives before it at most.
    fn nominal_follows(&self, from: usize, sentence: u32) -> bool {
        for at in from..from + 8 {
            let tag = self.tag(at, sentence);
            if tag.is_noun() {
                return true;
            }
            let passes = tag.is_adjective()
                || matches!(tag, Tag::Vbn | Tag::Vbg | Tag::Cd)
                || tag.is_verb() && at > 0 && self.joins(at - 1)
                || tag.is_adverb()
                || tag == Tag::Mark
                    && (self.joins(at)
                        || matches!(self.surface(at), "“" | "”" | "\"" | "‘" | ",")
                            && self.tag(at + 1, sentence).is_adjective())
                || tag == Tag::Cc && self.tag(at + 1, sentence).is_adjective();
            if !passes {
                return false;
            }
        }
        false
    }

    /// Whether a word after a hyphen goes on with the noun.
    fn continues(&self, at: usize, sentence: u32) -> bool {
        let tag = self.tag(at, sentence);
        tag.is_noun()
            || tag.is_adjective()
            || tag.is_verb()
            || tag.is_adverb()
            || matches!(
                tag,
                Tag::Cd | Tag::In | Tag::Cc | Tag::Rp | Tag::Dt | Tag::To
            )
    }

    fn verb(&self, at: usize, sentence: u32) -> Option<Group> {
        let mut verb = Verb::default();
        let mut at_word = at;
        let first = self.tag(at, sentence);
        if first == Tag::To {
            let mut next = at + 1;
            while self.tag(next, sentence).is_adverb() && next < at + 4 {
                next += 1;
            }
            if self.tag(next, sentence) != Tag::Vb {
                return None;
            }
            verb.form = VerbForm::Infinitive;
            at_word = next;
        } else if first == Tag::Md {
            verb.modal = Some(at as u32);
        } else if !first.is_verb() {
            return None;
        } else {
            verb.form = match first {
                Tag::Vbg => VerbForm::Gerund,
                Tag::Vbn => VerbForm::Participle,
                Tag::Vb => VerbForm::Infinitive,
                _ => VerbForm::Finite,
            };
            verb.past = first == Tag::Vbd;
            // `A commander, reached by telephone, disputed that`
            if first == Tag::Vbn && self.tells_that(at, sentence) {
                verb.form = VerbForm::Finite;
                verb.past = true;
            }
        }
        let mut head = at_word;
        let mut end = at_word + 1;
        if first == Tag::To {
            if at > 0 && self.words[at - 1].sentence == sentence {
                self.negates(at - 1, &mut verb);
            }
            for skipped in at + 1..at_word {
                self.negates(skipped, &mut verb);
            }
        }
        // From auxiliary to auxiliary.
        loop {
            let mut next = end;
            while self.tag(next, sentence).is_adverb() && next < end + 4 {
                next += 1;
            }
            let tag = self.tag(next, sentence);
            let lemma = self.words[head].lemma;
            let is_modal = self.words[head].tag == Tag::Md;
            let joins = if is_modal || lemma == "do" {
                tag == Tag::Vb
            } else if lemma == "have" {
                matches!(tag, Tag::Vbn | Tag::Vbd)
            } else if lemma == "be" || lemma == "get" {
                matches!(tag, Tag::Vbn | Tag::Vbd)
                    || lemma == "be" && tag == Tag::Vbg && !self.is_preposition(next)
            } else {
                false
            };
            if !joins {
                break;
            }
            match lemma {
                "have" => verb.perfect = true,
                "be" if tag == Tag::Vbg => verb.progressive = true,
                "be" | "get" => verb.passive = true,
                _ => {}
            }
            for skipped in end..next {
                self.negates(skipped, &mut verb);
            }
            head = next;
            end = next + 1;
        }
        // `do not`, `is not clear`; the negation of `asked not to be named` is the next verb's.
        while self.tag(end + 1, sentence) != Tag::To && self.negates(end, &mut verb) {
            end += 1;
        }
        if self.tag(end, sentence) == Tag::Rp {
            verb.particle = Some(end as u32);
            end += 1;
        }
        Some(Group {
            kind: GroupKind::Verb,
            start: at as u32,
            end: end as u32,
            head: head as u32,
            sentence,
            verb,
            owned: false,
        })
    }

    /// Whether `that` and a clause stand behind a participle, so that it is a past tense.
    fn tells_that(&self, at: usize, sentence: u32) -> bool {
        const FELT: &[&str] = &[
            "convince",
            "concern",
            "worry",
            "satisfy",
            "assure",
            "alarm",
            "please",
            "surprise",
            "provide",
            "give",
            "disappoint",
            "delight",
            "annoy",
            "upset",
            "scare",
            "frighten",
        ];
        self.tag(at + 1, sentence) == Tag::In
            && self.surface(at + 1) == "that"
            && !FELT.contains(&self.words[at].lemma)
    }

    /// Notes a negation.
    fn negates(&self, at: usize, verb: &mut Verb) -> bool {
        let word = self.surface(at);
        let negates = ["not", "n't", "n’t", "never", "nt"]
            .iter()
            .any(|negation| word.eq_ignore_ascii_case(negation));
        if negates {
            verb.negation = Some(at as u32);
        }
        negates
    }
}
