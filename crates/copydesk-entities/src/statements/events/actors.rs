//! Who takes part: from noun groups to participants.
//!
//! *What*: the entity of a group is that of the name or pronoun at its head; for a body without a
//! name that acts for a country (`the Russian delegation`, `Kim’s train`) that of the name before
//! it; others are participants without an entity (`U.S. officials`).

use crate::statements::reading::stands_for;
use copydesk_core::record::{Label, Mention, Participant};

use super::{
    super::Reading,
    lexicon::{Lexicon, bit, is_form},
};
use crate::{
    shapes::Shapes,
    syntax::{Group, GroupKind, Tag},
};

/// Those who act for the one they are named after.
const ORGANS: &[&str] = &[
    "administration",
    "aircraft",
    "ambassador",
    "army",
    "artillery",
    "authority",
    "authorities",
    "cabinet",
    "camp",
    "capital",
    "convoy",
    "coastguard",
    "commando",
    "delegation",
    "diplomat",
    "drone",
    "embassy",
    "envoy",
    "fighter",
    "fleet",
    "force",
    "government",
    "guerrilla",
    "gunman",
    "gunmen",
    "jet",
    "leadership",
    "military",
    "militant",
    "personnel",
    "mission",
    "nation",
    "navy",
    "negotiator",
    "parliament",
    "people",
    "plane",
    "regime",
    "representative",
    "rocket",
    "pilot",
    "position",
    "missile",
    "ship",
    "side",
    "servicemen",
    "soldier",
    "state",
    "submarine",
    "tank",
    "team",
    "train",
    "troop",
    "vessel",
    "warplane",
    "warship",
];

/// An owner is looked for so many groups back, at most.
const OWNERS: u32 = 32;

/// Ends of `himself`, `themselves`.
const REFLEXIVE: [&str; 2] = ["self", "selves"];

/// `separatist regions`, `republics`: places that want to be states.
const REGION: u32 = bit("place") | bit("independence");

impl Reading<'_> {
    /// The mention at a token.
    pub(super) fn mention_at(&self, token: usize) -> Option<&Mention> {
        let span = self.tokens.get(token)?.span;
        self.mentions_in(span).map(|at| &self.mentions[at]).next()
    }

    /// Whether a noun group is a temporal expression or number.
    pub(super) fn tells_time(&self, noun: u32) -> bool {
        self.mention_at(self.group(noun).head as usize)
            .is_some_and(|mention| {
                matches!(
                    mention.label,
                    Label::Date
                        | Label::Time
                        | Label::Percent
                        | Label::Money
                        | Label::Quantity
                        | Label::Ordinal
                )
            })
    }

    /// Whether a noun group is a place by name.
    pub(super) fn is_place(&self, noun: u32) -> bool {
        self.mention_at(self.group(noun).head as usize)
            .is_some_and(|mention| matches!(mention.label, Label::Gpe | Label::Loc | Label::Fac))
    }

    /// The words before a token, the nearest first, hyphens left out.
    pub(super) fn words_before(&self, token: usize) -> impl Iterator<Item = &str> + Clone {
        (0..token)
            .rev()
            .take(8)
            .map(|at| self.word(at))
            .filter(|word| *word != "-")
    }

    /// The frames of a noun group, a bit each.
    pub(super) fn frames(&self, noun: u32) -> u32 {
        let group = self.group(noun);
        let head = group.head as usize;
        if let Some(mention) = self.mention_at(head) {
            match mention.label {
                Label::Person => return bit("person"),
                Label::Norp | Label::Title => return bit("person"),
                Label::Org => {
                    return bit("person") | (bit("forum") * u32::from(self.names_forum(head)));
                }
                Label::Gpe => return bit("person") | bit("place"),
                Label::Loc | Label::Fac => return bit("place"),
                Label::Event => return bit("forum"),
                Label::Law => return bit("agreement"),
                Label::Product => return bit("arms"),
                Label::Money => return bit("aid"),
                Label::Date | Label::Time | Label::Percent => return 0,
                _ => {}
            }
        }
        if self.syntax.tag(head) == Tag::Prp {
            let known = ["him", "her", "them", "us", "me", "he", "she", "they", "we"];
            return bit("person") * u32::from(known.iter().any(|word| self.is(head, word)));
        }
        let frames = Lexicon::shared().frames(self.word(head), &self.words_before(head));
        if frames != 0 {
            return frames;
        }
        // `containers of munitions`, `dozens of drones`
        match self.syntax.prepositions(noun).next() {
            Some((of, next)) if of == group.end && self.is(of as usize, "of") => {
                let head = self.group(next).head as usize;
                match self.syntax.tag(head) {
                    Tag::Prp => bit("person"),
                    _ => Lexicon::shared().frames(self.word(head), &self.words_before(head)),
                }
            }
            _ => 0,
        }
    }

    fn names_forum(&self, head: usize) -> bool {
        ["forum", "summit", "conference", "assembly", "congress"]
            .iter()
            .any(|word| self.is(head, word))
    }

    /// The groups of a noun with all that are joined to it.
    pub(super) fn all_of(&self, noun: u32) -> Vec<u32> {
        let all = self.syntax.joined(self.text, self.tokens, noun);
        // `Russia and Japan’s ministers` are ministers of both.
        let shared = all.len() > 1
            && all.last() == Some(&noun)
            && self.syntax.owner(noun).is_some()
            && matches!(
                self.syntax.tag(self.group(noun).head as usize),
                Tag::Nns | Tag::Nnps
            )
            && all[..all.len() - 1]
                .iter()
                .all(|&other| self.is_place(other));
        if shared { vec![noun] } else { all }
    }

    /// Whether a noun group is somebody who can act or be acted on.
    pub(super) fn acts(&self, noun: u32) -> bool {
        let head = self.group(noun).head as usize;
        match self.mention_at(head).map(|mention| mention.label) {
            Some(
                Label::Person
                | Label::Org
                | Label::Gpe
                | Label::Norp
                | Label::Title
                | Label::Loc
                | Label::Fac,
            ) => true,
            Some(Label::Cardinal) | None => {
                self.frames(noun) & (bit("person") | bit("force")) != 0
                    || self.frames(noun) & REGION == REGION
                    || self.is_organ(head)
                    || self.syntax.tag(head) == Tag::Prp
                        && !self.is(head, "there")
                        && !self.is_reflexive(noun)
            }
            Some(_) => false,
        }
    }

    /// `himself`
    pub(super) fn is_reflexive(&self, noun: u32) -> bool {
        let head = self.group(noun).head as usize;
        self.syntax.tag(head) == Tag::Prp
            && REFLEXIVE.iter().any(|end| self.word(head).ends_with(end))
    }

    pub(super) fn is_organ(&self, head: usize) -> bool {
        static SHAPES: Shapes = Shapes::of(ORGANS);
        let word = self.word(head);
        SHAPES.may_hold_form(word) && ORGANS.iter().any(|organ| is_form(word, organ))
    }

    /// A noun group as a participant.
    pub(super) fn participants(&self, noun: u32, into: &mut Vec<Participant>) {
        let group = self.group(noun);
        let head = group.head as usize;
        let start = self.syntax.start_with_owners(noun) as usize;
        let mut end = group.end as usize;
        // Without a bracket or mark at the end.
        while end > head + 1 && self.syntax.tag(end - 1) == Tag::Mark {
            end -= 1;
        }
        let span = self.span(start..end);
        // `the two foreign ministers`
        if let Some(mention) = self.mention_at(head)
            && mention.metonym_of.is_none()
            && mention.holders.len() > 1
        {
            for &holder in &mention.holders {
                push(
                    into,
                    Participant {
                        span,
                        entity: Some(holder),
                    },
                );
            }
            return;
        }
        // `the Ethiopian ambassador` acts for a country where nobody is named.
        let nameless = self.is_organ(head)
            && (self.mention_at(head))
                .is_some_and(|mention| mention.label == Label::Title && mention.holders.is_empty());
        // `Russia’s Far East`: the owner acts and is acted on.
        let region = self
            .mention_at(head)
            .is_some_and(|mention| mention.label == Label::Loc);
        let owner = self.possessor(noun).filter(|_| region);
        let own = (owner.and_then(|owner| owner.entity))
            .or_else(|| self.entity_of(noun).filter(|_| !nameless));
        let entity = own.or_else(|| {
            let stands_for = self.is_organ(head)
                || (self.mention_at(head)).is_some_and(|mention| mention.label == Label::Norp);
            if stands_for {
                self.named_before(noun)
            } else {
                None
            }
        });
        let entity = entity
            .or_else(|| self.apposed_name(noun))
            .or_else(|| self.seat(noun));
        push(into, Participant { span, entity });
    }

    /// The place of a body behind it: `the government in Tripoli`.
    fn seat(&self, noun: u32) -> Option<u32> {
        let group = self.group(noun);
        let (at, place) = self.syntax.prepositions(noun).next()?;
        let seated = self.is_organ(group.head as usize)
            && at == group.end
            && (self.is(at as usize, "in") || self.is(at as usize, "of"));
        (seated && self.is_place(place))
            .then(|| self.entity_of(place))
            .flatten()
    }

    /// The name of a person that stands between commas behind a description: `his lawyer, Jane
    /// Doe, denied`.
    fn apposed_name(&self, noun: u32) -> Option<u32> {
        let group = self.group(noun);
        let here = |at: u32| {
            (self.syntax.groups.get(at as usize)).filter(|other| other.sentence == group.sentence)
        };
        let is_mark = |other: &Group, marks: &[&str]| {
            other.kind == GroupKind::Mark
                && (marks.iter()).any(|mark| self.is(other.head as usize, mark))
        };
        let name = here(noun + 2)?;
        let closes = here(noun + 3).is_none_or(|other| is_mark(other, &[",", ".", ";", "—"]));
        let apposed = self.frames(noun) & bit("person") != 0
            && self
                .mention_at(group.head as usize)
                .is_none_or(|at| at.label == Label::Title)
            && !matches!(self.syntax.tag(group.head as usize), Tag::Nns | Tag::Prp)
            && is_mark(here(noun + 1)?, &[","])
            && name.is_noun()
            && closes;
        let mention = self.mention_at(name.head as usize)?;
        (apposed
            && mention.label == Label::Person
            && name.start == self.tokens_in(mention.span).start as u32)
            .then(|| stands_for(mention))
    }

    /// The entity of the last name in a noun group or of its owner.
    fn named_before(&self, noun: u32) -> Option<u32> {
        let group = self.group(noun);
        let owner = self.possessor(noun).and_then(|owner| owner.entity);
        owner.or_else(|| {
            (group.start..=group.head)
                .rev()
                .filter_map(|token| self.mention_at(token as usize))
                .find(|mention| names(mention.label) && mention.label != Label::Title)
                .map(stands_for)
        })
    }

    /// Who owns a noun group: `Kim` of `Kim’s visit`, `its` of `its visit`.
    pub(super) fn possessor(&self, noun: u32) -> Option<Participant> {
        if let Some(owner) = self.syntax.owner(noun) {
            if self.tells_time(owner) {
                return None;
            }
            let mut found = Vec::new();
            self.participants(owner, &mut found);
            return (found.len() == 1).then(|| found.remove(0));
        }
        let group = self.group(noun);
        let token = (group.start..group.head)
            .find(|&token| self.syntax.tag(token as usize) == Tag::PrpPossessive)?;
        let span = self.tokens[token as usize].span;
        let at = (self.references).partition_point(|reference| reference.span.end <= span.start);
        let entity = (self.references.get(at))
            .filter(|reference| reference.span.start < span.end)
            .map(|reference| reference.entity)
            .or_else(|| self.owner_before(token as usize));
        Some(Participant { span, entity })
    }

    /// Whom an open `its` or `his` goes back to: the last owner before it in the sentence, a body
    /// or a person: `North Korea’s support and its decision`.
    fn owner_before(&self, token: usize) -> Option<u32> {
        let body = self.is(token, "its");
        let person = self.is(token, "his") || self.is(token, "her");
        let group = self.syntax.words.get(token)?.group;
        let sentence = self.group(group).sentence;
        (group.saturating_sub(OWNERS)..group)
            .rev()
            .take_while(|&at| self.group(at).sentence == sentence)
            .filter(|&at| self.group(at).owned && at > 0)
            .filter_map(|at| self.mention_at(self.group(at - 1).head as usize))
            .find(|mention| match mention.label {
                Label::Gpe | Label::Org | Label::Norp => body,
                Label::Person | Label::Title => person,
                _ => false,
            })
            .map(stands_for)
    }

    /// Who owns a noun group, with those joined to the owner.
    pub(super) fn possessors(&self, noun: u32) -> Vec<Participant> {
        let mut found = Vec::new();
        match self.syntax.owner(noun) {
            Some(owner) if self.acts(owner) => {
                for owner in self.all_of(owner) {
                    if self.acts(owner) {
                        self.participants(owner, &mut found);
                    }
                }
            }
            Some(_) => {}
            None => found.extend(self.possessor(noun)),
        }
        found
    }

    /// The name before the head of a noun group that is no part of an owner: `the US accusation`.
    pub(super) fn adjective(&self, noun: u32) -> Option<Participant> {
        let group = self.group(noun);
        let head = group.head as usize;
        let own = self.syntax.words[head].name;
        let token = (group.start as usize..head).find(|&token| {
            let name = self.syntax.words[token].name;
            name != u32::MAX
                && name != own
                && (self.mention_at(token)).is_some_and(|mention| names(mention.label))
        })?;
        // `Russian-backed`
        let hyphen = self.word(token + 1) == "-";
        let mention = self.mention_at(token)?;
        (!hyphen).then(|| Participant {
            span: mention.span,
            entity: Some(stands_for(mention)),
        })
    }

    /// The first noun group behind a preposition of these words, which stands behind a group.
    pub(super) fn behind(&self, group: u32, words: &str) -> Option<u32> {
        self.syntax
            .prepositions(group)
            .take(8)
            .find(|&(preposition, noun)| {
                self.is(preposition as usize, words) && !self.tells_time(noun)
            })
            .map(|(_, noun)| noun)
    }

    /// The last noun group of a list with commas that a noun group begins: `rockets` of `shells,
    /// mines and rockets`.
    pub(super) fn last_listed(&self, noun: u32) -> u32 {
        let groups = &self.syntax.groups;
        let sentence = self.group(noun).sentence;
        let mut at = noun;
        for _ in 0..8 {
            let mut next = at as usize + 1;
            let mut joined = false;
            while let Some(group) = groups.get(next).filter(|group| group.sentence == sentence) {
                match group.kind {
                    GroupKind::Mark if self.is(group.head as usize, ",") => {}
                    GroupKind::Conjunction if self.is(group.head as usize, "and") => joined = true,
                    _ => break,
                }
                next += 1;
            }
            let is_noun = groups
                .get(next)
                .is_some_and(|group| group.is_noun() && !group.owned && group.sentence == sentence);
            if next == at as usize + 1 || !is_noun {
                return noun;
            }
            at = next as u32;
            if joined {
                return at;
            }
        }
        noun
    }

    /// Whether the group before one is of this kind.
    pub(super) fn kind_before(&self, group: u32) -> Option<GroupKind> {
        let at = group.checked_sub(1)?;
        let before = self.group(at);
        (before.sentence == self.group(group).sentence).then_some(before.kind)
    }
}

/// Whether a name of this type can act.
pub(super) fn names(label: Label) -> bool {
    matches!(
        label,
        Label::Person | Label::Org | Label::Gpe | Label::Norp | Label::Title
    )
}

/// Adds a participant that is not there yet.
pub(super) fn push(into: &mut Vec<Participant>, one: Participant) {
    let known = |other: &Participant| match one.entity {
        Some(entity) => other.entity == Some(entity),
        None => other.entity.is_none() && other.span == one.span,
    };
    if !into.iter().any(known) {
        into.push(one);
    }
}
