//! Pronouns and descriptions: words that are no name and stand for somebody.
//!
//! *What*: `he` and `she`, in all their cases, where one person of the sentence, else of the one
//! before, can be meant, or where the sentence before has one person in front and the pronoun
//! opens the next. `the company`, `the country`, `the ministry` where one thing of that sort has
//! been named just before. `the actress` where the text has said so of one person, or where there
//! is one person only. Bywords that everybody knows (`the hermit kingdom`).
//! *Why so little*: a wrong link puts words into the wrong mouth; what is not safe stays open, and
//! so do pronouns in quotations, where the speaker's view counts.
//! *Example*: `Jane Doe met him. She left.` → `She` is Jane Doe, `him` stays open.
//! *Where all mentions are given* with their types, `it`, `they`, `who` and a person's pronoun that
//! is still open are the last mention of their type and number.
//! *Known misses*: `they`, `it`, `who` in text whose mentions are not given; descriptions in the
//! plural.

use std::collections::VecDeque;

use copydesk_core::record::{Label, Link, LinkKind, Reference};
use rustc_hash::FxHashMap;

use super::{
    draft::{Draft, OPEN},
    gender::{self, Gender},
    lexicon::{BYWORDS, COMPANY_NOUNS, NAMED_NOUNS, PERSON_NOUNS},
    people::People,
};
use crate::gazetteer::Words;

/// Names that are kept in mind, of each sort.
const KEPT: usize = 12;

/// Given mentions that a pronoun is compared with, and sentences in which they may stand.
const NEAREST_GIVEN: usize = 6;
const SENTENCES_BACK: u32 = 3;

/// Sentences of a quotation after which its end is taken as lost.
const LONGEST_QUOTATION: u32 = 12;

/// What kind of thing a description speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Person,
    Organisation,
    Country,
    City,
}

/// Something that was named.
#[derive(Clone, Copy, Debug)]
struct Named {
    entity: u32,
    sentence: u32,
    item: Option<u32>,
    /// The first one of its sentence, near its start.
    front: bool,
}

/// A mention that was given: what a pronoun that was given, too, may stand for.
#[derive(Clone, Copy, Debug)]
struct Given {
    entity: u32,
    sentence: u32,
    item: u32,
    label: Label,
    /// Whether it is a noun of several: `the officers`.
    several: bool,
}

/// A reading of the text from front to back.
struct Reader<'d, 'a> {
    draft: &'d mut Draft<'a>,
    people: &'d mut People,
    persons: VecDeque<Named>,
    organisations: VecDeque<Named>,
    countries: VecDeque<Named>,
    cities: VecDeque<Named>,
    /// Nouns that the text says of people.
    said: FxHashMap<&'a str, Option<u32>>,
    /// Sentence in which a quotation began.
    quotation: Option<u32>,
    sentence_start: usize,
    /// Nouns of the class nouns that are mentions themselves, to their last entity and its words.
    heads: FxHashMap<String, (u32, Vec<String>, u32)>,
    /// The last mentions, where all of them are given.
    given: VecDeque<Given>,
    /// What nouns and pronouns say of entities that have no name.
    genders: FxHashMap<u32, Gender>,
}

/// Finds pronouns and descriptions. With `given`, only those that are mentions without a name
/// count, and each of them gets an entity.
pub(super) fn resolve(draft: &mut Draft<'_>, people: &mut People, given: bool) {
    let said = said_of_people(draft);
    let mut reader = Reader {
        draft,
        people,
        persons: VecDeque::new(),
        organisations: VecDeque::new(),
        countries: VecDeque::new(),
        cities: VecDeque::new(),
        said,
        quotation: None,
        sentence_start: 0,
        heads: FxHashMap::default(),
        given: VecDeque::new(),
        genders: FxHashMap::default(),
    };
    reader.read(given);
}

/// `actress Jane Doe`, `Jane Doe, the actress`: nouns and who they are said of; `None` where that
/// is more than one.
fn said_of_people<'a>(draft: &Draft<'a>) -> FxHashMap<&'a str, Option<u32>> {
    let mut said: FxHashMap<&str, Option<u32>> = FxHashMap::default();
    let sheet = &draft.sheet;
    for item in &draft.items {
        if item.label != Label::Person || !item.named || item.entity == OPEN {
            continue;
        }
        let before = sheet.before(item.first, 1);
        let mut nouns = [before, "", ""];
        if sheet.after(item.first, item.end) == ","
            && matches!(sheet.after(item.first, item.end + 1), "a" | "an" | "the")
        {
            nouns[1] = sheet.after(item.first, item.end + 2);
            nouns[2] = sheet.after(item.first, item.end + 3);
        }
        for noun in nouns {
            if PERSON_NOUNS.binary_search(&noun).is_ok() {
                said.entry(noun)
                    .and_modify(|known| {
                        if *known != Some(item.entity) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(item.entity));
            }
        }
    }
    said
}

impl Reader<'_, '_> {
    fn read(&mut self, given: bool) {
        let mut next = 0;
        let mut at = 0;
        let mut sentence = u32::MAX;
        while at < self.draft.sheet.len() {
            let here = self.draft.sheet.sentence(at);
            if here != sentence {
                sentence = here;
                self.sentence_start = at;
                if self
                    .quotation
                    .is_some_and(|start| here - start > LONGEST_QUOTATION)
                {
                    self.quotation = None;
                }
            }
            let mut end = at + 1;
            while let Some(item) = self.draft.items.get(next).filter(|item| item.first <= at) {
                if item.named {
                    end = end.max(item.end);
                    self.name(next, sentence);
                } else {
                    self.class_noun(next, sentence);
                }
                if given {
                    self.keep_given(next, sentence);
                }
                next += 1;
            }
            if end == at + 1 && !given {
                end = self.word(at, sentence).max(end);
            }
            for mark in at..end {
                self.marks(mark, sentence);
            }
            at = end;
        }
    }

    /// Opens and closes quotations.
    fn marks(&mut self, at: usize, sentence: u32) {
        if !matches!(self.draft.sheet.first_byte(at), b'"' | b'`' | b'\'' | 0xe2) {
            return;
        }
        match self.draft.sheet.word(at) {
            "\u{201c}" | "``" => self.quotation = Some(sentence),
            "\u{201d}" | "''" => self.quotation = None,
            "\"" => {
                self.quotation = match self.quotation {
                    None => Some(sentence),
                    Some(_) => None,
                }
            }
            _ => {}
        }
    }

    /// Keeps a name in mind.
    fn name(&mut self, at: usize, sentence: u32) {
        let item = &self.draft.items[at];
        let (entity, label) = (item.entity, item.label);
        let near = item.first - self.sentence_start.min(item.first) < 8;
        let list = if item.is_list("countries") || item.is_list("demonyms") {
            &mut self.countries
        } else {
            match label {
                Label::Person => &mut self.persons,
                Label::Org => &mut self.organisations,
                Label::Gpe => &mut self.cities,
                Label::Title => {
                    if let [holder] = item.holders[..] {
                        keep(&mut self.persons, holder, sentence, None, near);
                    }
                    return;
                }
                _ => return,
            }
        };
        keep(list, entity, sentence, Some(at as u32), near);
    }

    /// Looks for a pronoun or description at a word that is no mention; gives back its end.
    fn word(&mut self, at: usize, sentence: u32) -> usize {
        // `he`, `she`, `the`
        if !matches!(self.draft.sheet.first_byte(at) | 0x20, b'h' | b's' | b't') {
            return at;
        }
        let word = self.draft.sheet.word(at);
        let (end, found) = if let Some(gender) = pronoun(word) {
            if self.quotation.is_some() {
                return at;
            }
            (at + 1, self.person(at, sentence, gender))
        } else if matches!(word, "the" | "The") {
            self.description(at, sentence)
        } else {
            return at;
        };
        if let Some((entity, link)) = found {
            let span = self.draft.sheet.span(at, end);
            self.draft.references.push(Reference { span, entity, link });
        }
        // Without a link, the words behind `the` are read for themselves.
        if found.is_some() { end } else { at }
    }

    /// Who a pronoun stands for.
    fn person(&mut self, at: usize, sentence: u32, gender: Gender) -> Option<(u32, Link)> {
        let fits = |named: &&Named| {
            let person = self.people.of(named.entity);
            person.is_none_or(|person| person.gender.agrees(gender))
        };
        let of = |from: u32, to: u32| {
            let near = self.persons.iter().rev();
            let near = near.filter(move |named| named.sentence >= from && named.sentence <= to);
            distinct(near.filter(fits))
        };
        let here = of(sentence, sentence);
        let opens = at.saturating_sub(self.sentence_start) < 3;
        let found = match here[..] {
            [one] => Some((one, 0.8)),
            [] => match of(sentence.saturating_sub(1), sentence)[..] {
                [one] => Some((one, 0.8)),
                [] => match of(sentence.saturating_sub(3), sentence)[..] {
                    [one] => Some((one, 0.65)),
                    _ => None,
                },
                ref several if opens => {
                    let front = several.iter().rev().find(|named| named.front);
                    front.map(|&front| (front, 0.6))
                }
                _ => None,
            },
            _ => None,
        };
        let (named, sure) = found?;
        let person = self.people.of_mut(named.entity);
        let mut sure: f32 = sure;
        if let Some(person) = person {
            if person.gender == gender {
                sure += 0.1;
            } else if sure > 0.75 {
                person.gender = gender;
            }
        }
        keep(&mut self.persons, named.entity, sentence, named.item, opens);
        Some((named.entity, link(LinkKind::Pronoun, named.item, sure)))
    }

    /// What `the …` stands for, and where it ends.
    fn description(&mut self, at: usize, sentence: u32) -> (usize, Option<(u32, Link)>) {
        let sheet = &self.draft.sheet;
        let noun = sheet.after(at, at + 1);
        let next = sheet.after(at, at + 2);
        if let Some(&(.., country)) = (BYWORDS.iter()).find(|(first, second, _)| {
            first.eq_ignore_ascii_case(noun) && second.eq_ignore_ascii_case(next)
        }) {
            let entity = self.draft.country(country);
            return (
                at + 3,
                Some((entity, link(LinkKind::Description, None, 0.9))),
            );
        }
        // `the company that …` may be any, `the company president` is no company.
        let open = matches!(
            next,
            "of" | "that" | "which" | "whose" | "where" | "who" | "-"
        );
        if open || noun.is_empty() {
            return (at + 1, None);
        }
        (at + 2, self.described(noun, sentence, true))
    }

    /// The thing that a noun speaks of.
    fn described(&self, noun: &str, sentence: u32, strict: bool) -> Option<(u32, Link)> {
        let sort = sort_of(noun)?;
        let said = self.said.get(noun).copied().flatten();
        if let Some(entity) = said {
            return Some((entity, link(LinkKind::Description, None, 0.85)));
        }
        let (list, back) = match sort {
            Sort::Person => (&self.persons, 2),
            Sort::Organisation => (&self.organisations, 2),
            Sort::Country => (&self.countries, 1),
            Sort::City => (&self.cities, 2),
        };
        let gender = gender::of_noun(noun);
        let near = list.iter().rev();
        let near = near.filter(|named| named.sentence + back >= sentence);
        let fitting = near.filter(|named| {
            let entity = &self.draft.entities[named.entity as usize];
            match sort {
                Sort::Person => {
                    (self.people.of(named.entity)).is_none_or(|person| person.gender.agrees(gender))
                }
                Sort::Organisation => fits_noun(&entity.name, noun),
                Sort::Country | Sort::City => true,
            }
        });
        let found = distinct(fitting);
        let sure = match sort {
            Sort::Person if gender == Gender::Unknown => 0.6,
            _ => 0.7,
        };
        match found[..] {
            [one] => Some((one.entity, link(LinkKind::Description, one.item, sure))),
            [one, ..] if !strict && NAMED_NOUNS.contains(&noun) => {
                Some((one.entity, link(LinkKind::Description, one.item, 0.5)))
            }
            _ => None,
        }
    }

    /// What `who` and `where` go on about: the mention just before.
    fn relative(&self, at: usize) -> Option<(u32, Link)> {
        let before = at.checked_sub(1)?;
        let item = &self.draft.items[before];
        let first = self.draft.items[at].first;
        let near = item.entity != OPEN && item.end <= first && first - item.end < 3;
        near.then(|| {
            (
                item.entity,
                link(LinkKind::Pronoun, Some(before as u32), 0.9),
            )
        })
    }

    /// Keeps a given mention in mind.
    fn keep_given(&mut self, at: usize, sentence: u32) {
        let item = &self.draft.items[at];
        let (entity, label) = (item.entity, item.label);
        let mut several = false;
        if !item.named {
            let words = self.draft.sheet.span(item.first, item.end);
            let words = words.of(self.draft.sheet.text).to_lowercase();
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            let head = head_of(&words);
            several = is_of_several(&head);
            let gender = match &words[..] {
                [word] => self::gender_of(word),
                _ => Gender::Unknown,
            };
            let gender = gender.or(|| gender::of_noun(&head));
            let known = self.genders.entry(entity).or_insert(gender);
            *known = known.or(|| gender);
        }
        if self.given.len() == NEAREST_GIVEN {
            self.given.pop_front();
        }
        self.given.push_back(Given {
            entity,
            sentence,
            item: at as u32,
            label,
            several,
        });
    }

    /// The last given mention that a given pronoun can stand for: of its type and number.
    fn nearest(&self, word: &str, label: Label, sentence: u32) -> Option<(u32, Link)> {
        let gender = gender_of(word);
        let word = without_verb(word);
        let place = |label| matches!(label, Label::Gpe | Label::Loc | Label::Fac);
        let alike = |other: Label| other == label || place(other) && place(label);
        let near = self.given.iter().rev();
        let mut near = near.filter(|it| it.sentence + SENTENCES_BACK >= sentence);
        let one = |it: &&Given| {
            let known = (self.people.of(it.entity).map(|person| person.gender))
                .or_else(|| self.genders.get(&it.entity).copied());
            it.label == Label::Person
                && !it.several
                && known.is_none_or(|known| known.agrees(gender))
        };
        let found = match word {
            _ if label == Label::Person && gender != Gender::Unknown => near.find(one),
            "who" | "whose" | "whom" | "that" if label == Label::Person => {
                near.take(2).find(|it| it.label == label)
            }
            "they" | "them" | "their" | "themselves" if label == Label::Person => {
                near.find(|it| matches!(it.label, Label::Person | Label::Org) && it.several)
            }
            "it" | "its" | "itself" | "that" | "which" | "there" | "where" | "they" | "them"
            | "their" | "themselves"
                if label != Label::Person =>
            {
                near.find(|it| alike(it.label))
            }
            _ => None,
        };
        found.map(|it| {
            let link = link(LinkKind::Pronoun, Some(it.item), 0.5);
            (it.entity, link)
        })
    }

    /// The person whose name stands right behind a noun: `spokesman` of `spokesman John Doe`.
    fn before_name(&self, at: usize) -> Option<(u32, Link)> {
        let behind = self.draft.items.get(at + 1)?;
        let apposed = behind.named
            && behind.label == Label::Person
            && behind.entity != OPEN
            && behind.first == self.draft.items[at].end;
        let link = link(LinkKind::Description, Some(at as u32 + 1), 0.8);
        apposed.then_some((behind.entity, link))
    }

    /// The entity of a mention that is no name: a pronoun, a description, or one of its own.
    fn class_noun(&mut self, at: usize, sentence: u32) {
        let item = &self.draft.items[at];
        let (first, end, label) = (item.first, item.end, item.label);
        let words: Vec<String> = (first..end)
            .map(|word| self.draft.sheet.word(word).to_lowercase())
            .filter(|word| word.chars().any(char::is_alphanumeric) && word != "'s")
            .collect();
        let definite = words
            .first()
            .is_some_and(|word| matches!(word.as_str(), "the" | "this" | "that"));
        let mut found = None;
        if let [word] = &words[..]
            && let Some(gender) = pronoun(word)
        {
            found = self.person(first, sentence, gender);
        }
        if let [word] = &words[..]
            && found.is_none()
            && matches!(word.as_str(), "who" | "whose" | "whom" | "which" | "where")
        {
            found = self.relative(at);
        }
        if let [word] = &words[..]
            && found.is_none()
        {
            found = self.nearest(word, label, sentence);
        }
        let head = head_of(&words);
        let rest: Vec<String> = words
            .iter()
            .filter(|word| **word != head && !is_determiner(word))
            .cloned()
            .collect();
        if found.is_none() && label == Label::Person && !is_of_several(&head) {
            found = self.before_name(at);
        }
        if found.is_none() && (definite || words.len() == 1) {
            found = self.described(&head, sentence, true);
        }
        if found.is_none()
            && !head.is_empty()
            && let Some((entity, known, item)) = self.heads.get(&head)
            && (*known == rest || definite && rest.is_empty())
        {
            found = Some((*entity, link(LinkKind::Description, Some(*item), 0.6)));
        }
        let (entity, link) = found.unwrap_or_else(|| {
            let name = super::draft::one_line(self.draft.surface(at));
            (self.draft.entity(name, label), Link::default())
        });
        if !head.is_empty() && !is_function_word(&head) {
            self.heads.insert(head, (entity, rest, at as u32));
        }
        self.draft.items[at].entity = entity;
        self.draft.items[at].link = link;
        if label == Label::Person && self.people.of(entity).is_some() {
            keep(&mut self.persons, entity, sentence, Some(at as u32), false);
        }
    }
}

/// A pronoun without the verb that it is written with: `she's`.
fn without_verb(word: &str) -> &str {
    word.split(['\'', '\u{2019}']).next().unwrap_or(word)
}

/// The gender of a pronoun in small letters.
fn gender_of(word: &str) -> Gender {
    pronoun(without_verb(word)).unwrap_or(Gender::Unknown)
}

/// Whether a noun in small letters speaks of several: `officers`, `people`.
fn is_of_several(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("'s")
        || matches!(
            noun,
            "people"
                | "police"
                | "men"
                | "women"
                | "children"
                | "they"
                | "them"
                | "their"
                | "themselves"
        )
}

/// Pronouns of all sorts: two of them need not be one.
fn is_function_word(word: &str) -> bool {
    pronoun(word).is_some()
        || matches!(
            word,
            "i" | "it"
                | "its"
                | "itself"
                | "me"
                | "my"
                | "our"
                | "ours"
                | "she's"
                | "he's"
                | "that"
                | "their"
                | "them"
                | "themselves"
                | "there"
                | "they"
                | "this"
                | "us"
                | "we"
                | "where"
                | "which"
                | "who"
                | "whom"
                | "whose"
                | "you"
                | "your"
                | "one"
                | "others"
                | "both"
        )
}

fn keep(list: &mut VecDeque<Named>, entity: u32, sentence: u32, item: Option<u32>, near: bool) {
    let front = near && list.back().is_none_or(|last| last.sentence != sentence);
    if list.len() == KEPT {
        list.pop_front();
    }
    list.push_back(Named {
        entity,
        sentence,
        item,
        front,
    });
}

/// One of each entity, in the order given, with `front` where one of them is.
fn distinct<'n>(all: impl Iterator<Item = &'n Named>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for named in all {
        match found.iter_mut().find(|known| known.entity == named.entity) {
            Some(known) => known.front |= named.front,
            None => found.push(*named),
        }
    }
    found
}

fn link(kind: LinkKind, through: Option<u32>, confidence: f32) -> Link {
    Link {
        kind,
        through,
        confidence,
    }
}

fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "him" | "Him" | "his" | "His" | "himself" | "Himself" => Some(Gender::He),
        "she" | "She" | "her" | "Her" | "hers" | "Hers" | "herself" | "Herself" => {
            Some(Gender::She)
        }
        _ => None,
    }
}

fn sort_of(noun: &str) -> Option<Sort> {
    match noun {
        "country" | "nation" | "republic" => Some(Sort::Country),
        "city" | "town" => Some(Sort::City),
        _ if COMPANY_NOUNS.contains(&noun) || NAMED_NOUNS.contains(&noun) => {
            Some(Sort::Organisation)
        }
        _ if PERSON_NOUNS.binary_search(&noun).is_ok() => Some(Sort::Person),
        _ => None,
    }
}

/// Whether a noun can speak of an organisation of this name: `the ministry` of one whose name says
/// so, `the company` of one whose name does not say that it is something else.
fn fits_noun(name: &str, noun: &str) -> bool {
    let mut words = name.split([' ', '\n']);
    if NAMED_NOUNS.contains(&noun) {
        words.any(|word| word.eq_ignore_ascii_case(noun))
    } else {
        !words.any(|word| {
            NAMED_NOUNS
                .iter()
                .any(|other| word.eq_ignore_ascii_case(other))
                || matches!(
                    word,
                    "Force"
                        | "Forces"
                        | "Army"
                        | "Navy"
                        | "Office"
                        | "Congress"
                        | "House"
                        | "Kremlin"
                        | "Nations"
                        | "Government"
                        | "Commission"
                )
        })
    }
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "of"
            | "all"
            | "some"
            | "both"
            | "said"
            | "former"
            | "local"
    )
}

/// The noun that the words are about: the last before `of` and the like.
fn head_of(words: &[String]) -> String {
    let stop = |word: &String| {
        matches!(
            word.as_str(),
            "of" | "in"
                | "from"
                | "who"
                | "that"
                | "which"
                | "at"
                | "on"
                | "with"
                | "for"
                | "to"
                | "by"
        )
    };
    let end = words
        .iter()
        .skip(1)
        .position(stop)
        .map_or(words.len(), |at| at + 1);
    words[..end].last().cloned().unwrap_or_default()
}

/// Whether words are a name: a capital, and for people one of a word that is not common; `Woman`
/// at the start of a headline is none.
pub(super) fn is_name(surface: &str, label: Label, words: &Words) -> bool {
    surface.split([' ', '\n', '-', '/']).any(|word| {
        let lower = word.to_lowercase();
        let capital = word != lower && word.chars().next().is_some_and(char::is_uppercase);
        let common = || {
            label == Label::Person
                && (words.is_common(word) && !words.of(word).may_be_given_name()
                    || PERSON_NOUNS.binary_search(&lower.as_str()).is_ok())
        };
        capital && !is_determiner(&lower) && pronoun(word).is_none() && !common()
    })
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::PERSON_NOUNS;

    #[test]
    fn nouns_are_sorted() {
        assert!(PERSON_NOUNS.is_sorted());
    }
}
