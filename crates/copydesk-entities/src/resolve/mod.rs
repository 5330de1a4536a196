//! Who is who within an article.
//!
//! *What*: each mention gets its entity and the link that says why:
//! 1. [`people`]: surnames, given names, initials, nicknames, spellings, orders;
//! 2. [`names`]: organisations, places and the rest: entries of the lists, nationalities, legal
//!    forms, acronyms, short forms, bodies of a state;
//! 3. [`metonyms`]: capitals that stand for their government;
//! 4. [`offices`]: titles, whose they are and who holds them;
//! 5. [`references`]: pronouns and descriptions.
//!
//! What the user's gazetteer names is one entity for each of its entries, under the user's name and
//! id; other mentions join it where they would share its name or a form in which the text writes
//! it (`Kim` with the user's `Kim Jong Un`, `Russian` with the user's `Russia`).
//!
//! Each step looks back a bounded number of names, so that time is linear in the text.

mod capitals;
mod draft;
mod fold;
mod gender;
mod lexicon;
mod metonyms;
mod names;
mod offices;
mod people;
mod references;
mod sheet;

use std::borrow::Cow;

use copydesk_core::{
    Span, Token,
    record::{Entity, Label, LinkKind, Mention, Reference},
};
use draft::{Draft, Item, one_line};
use people::People;
use rustc_hash::{FxHashMap, FxHashSet};
use sheet::Sheet;

use crate::{
    gazetteer::Gazetteer,
    tagger::{self, Tagged},
    user::{Match, UserGazetteer},
};

/// Mentions with their entities.
///
/// ```
/// use copydesk_core::{SegmentOptions, Span, record::Label};
/// let text = "Ingrid Solheim spoke. She was tired.";
/// let sentences = copydesk_segment::sentences(text, &SegmentOptions::default());
/// let tokens = copydesk_segment::tokens(text);
/// let mentions = [(Span::new(0, 14), Label::Person)];
/// let found = copydesk_entities::resolve_mentions(text, &sentences, &tokens, &mentions);
/// assert_eq!((found.mentions.len(), found.entities[0].name.as_str()), (1, "Ingrid Solheim"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// The mentions, in order.
    pub mentions: Vec<Mention>,
    /// What they stand for, in the order of first mention; countries that only a capital stands
    /// for come last.
    pub entities: Vec<Entity>,
    /// Pronouns and descriptions, in order.
    pub references: Vec<Reference>,
}

/// Works out who is who. What the tagger and the user's gazetteer found is in order, and neither
/// overlaps the other.
#[inline(never)] // a row of `cargo xtask profile`
pub(crate) fn resolve(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    tagged: Vec<Tagged>,
    user: Option<(&UserGazetteer, Vec<Match>)>,
) -> Resolved {
    let mut draft = Draft::new(Sheet::new(text, sentences, tokens));
    let (user, matches) = user.unzip();
    let matches = matches.unwrap_or_default();
    let mut known = Known::default();
    draft.items.reserve(tagged.len() + matches.len());
    for Match { span, thing } in matches {
        let Some(user) = user else { continue };
        let entity = known.add(&mut draft, user, span, thing);
        let thing = user.thing(thing);
        let mut item = Item::new(&draft.sheet, span, thing.label);
        item.why = Cow::Owned(thing.why.clone());
        item.given = true;
        item.set(entity, LinkKind::Given, None, 1.0);
        draft.items.push(item);
    }
    let given = draft.items.len();
    for Tagged { span, found } in tagged {
        let mut item = Item::new(&draft.sheet, span, found.label);
        item.entry = found.entry.map(|entry| draft.lists.entry(entry));
        item.confidence = found.confidence;
        item.why = Cow::Borrowed(found.why);
        draft.items.push(item);
    }
    if given > 0 {
        draft.items.sort_by_key(|item| item.span);
    }
    all(draft, &known, false)
}

/// Works out who is who among mentions that are given, by span and label, in order: for text that
/// is annotated already. Spans without a capital are class nouns and pronouns; each mention gets an
/// entity, and no others are looked for.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass, record::Label};
/// let text = "Jane Doe left. Doe is ill.";
/// let word = |start, end| Token { span: Span::new(start, end), class: TokenClass::Word };
/// let tokens = [word(0, 4), word(5, 8), word(9, 13), word(15, 18), word(19, 21), word(22, 25)];
/// let sentences = [Span::new(0, 14), Span::new(15, 26)];
/// let mentions = [(Span::new(0, 8), Label::Person), (Span::new(15, 18), Label::Person)];
/// let found = copydesk_entities::resolve_mentions(text, &sentences, &tokens, &mentions);
/// assert_eq!(found.entities.len(), 1);
/// assert_eq!(found.entities[0].name, "Jane Doe");
/// ```
pub fn resolve_mentions(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    mentions: &[(Span, Label)],
) -> Resolved {
    let mut draft = Draft::new(Sheet::new(text, sentences, tokens));
    for &(span, label) in mentions {
        let mut item = Item::new(&draft.sheet, span, label);
        item.named = references::is_name(span.of(text), label, &draft.lists.words);
        if item.named {
            item.name = name_in(&draft, &item);
            (item.first, item.end) = draft.sheet.tokens_of(item.name);
        }
        item.entry = listed(draft.lists, text, item.name, label);
        if let Some(entry) = item.entry {
            item.label = entry.label;
        }
        draft.items.push(item);
    }
    surnames(&mut draft);
    all(draft, &Known::default(), true)
}

/// Common words that are the surname of a person named in full: `Hope` beside `Ann Hope`.
fn surnames(draft: &mut Draft<'_>) {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let person = |item: &Item| item.label == Label::Person;
    for item in draft.items.iter().filter(|item| person(item) && item.named) {
        let behind = (item.first + 1..item.end).rev();
        let mut words = behind.map(|at| draft.sheet.word(at));
        known.extend(words.find(|word| !is_no_surname(word)));
    }
    for at in 0..draft.items.len() {
        let item = &draft.items[at];
        if !person(item) || item.named {
            continue;
        }
        let name = name_in(draft, item);
        let (first, end) = draft.sheet.tokens_of(name);
        let word = draft.sheet.word(first);
        if end == first + 1 && word.starts_with(char::is_uppercase) && known.contains(word) {
            let item = &mut draft.items[at];
            (item.named, item.name, item.first, item.end) = (true, name, first, end);
        }
    }
}

/// Signs and suffixes behind a surname: `, Jr.`.
fn is_no_surname(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III")
        || !word.starts_with(char::is_alphabetic)
}

/// The name in a span that others have drawn: without words before it (`at the`, `lawyer`), and
/// without what follows it (`in Ohio`, `, 33`).
fn name_in(draft: &Draft<'_>, item: &Item) -> Span {
    let sheet = &draft.sheet;
    let capital = |at: usize| {
        let word = sheet.word(at);
        word.chars().next().is_some_and(char::is_uppercase)
            && !matches!(
                word,
                "The" | "A" | "An" | "In" | "At" | "His" | "Her" | "Their" | "Its"
            )
    };
    let Some(mut first) = (item.first..item.end).find(|&at| capital(at)) else {
        return item.span;
    };
    let person = item.label == Label::Person;
    let place = matches!(item.label, Label::Gpe | Label::Loc | Label::Fac);
    let stop = |word: &str| {
        matches!(
            word,
            "," | "("
                | ";"
                | "in"
                | "at"
                | "on"
                | "who"
                | "whose"
                | "that"
                | "from"
                | "with"
                | "'s"
                | "\u{2019}s"
        ) || person && matches!(word, "of" | "and")
            || place
                && matches!(
                    word,
                    "and" | "near" | "off" | "between" | "outside" | "along"
                )
    };
    let listing = |at: usize| capital(at) || matches!(sheet.word(at), "," | "and" | "the");
    if place
        && (first..item.end).all(listing)
        && (first..item.end).any(|at| sheet.word(at) == "and")
    {
        // `Accra and Lome` is not Accra.
        return sheet.span(first, item.end);
    }
    let mut end = (first + 1..item.end)
        .find(|&at| stop(sheet.word(at)))
        .unwrap_or(item.end);
    let names = |at: usize| {
        let word = sheet.word(at);
        capital(at) || word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.')
    };
    while end > first + 1 && !names(end - 1) {
        end -= 1;
    }
    // `the airline Acme`, `Acme Corp. chief executive Jane Doe`: the last run of capitals.
    let noun = |at: usize| {
        let word = sheet.word(at);
        word.len() > 3 && !capital(at) && word.chars().all(char::is_lowercase)
    };
    if matches!(item.label, Label::Person | Label::Org)
        && let Some(last) = (first + 1..end).rev().find(|&at| noun(at))
        && let Some(next) = (last + 1..end).find(|&at| capital(at))
    {
        first = next;
    }
    if person {
        let title = (first..end).rev().find_map(|at| {
            let after = tagger::after_titles(sheet.text, |at| sheet.span(at, at + 1), at..end);
            (after > at).then_some(after)
        });
        first = title.unwrap_or(first);
        while first + 1 < end && matches!(sheet.word(first), "Ms" | "Ms." | "Mrs." | "Mr." | ".") {
            first += 1;
        }
        let words = &draft.lists.words;
        while first + 1 < end
            && capital(first + 1)
            && words.is_common(sheet.word(first))
            && !words.of(sheet.word(first)).may_be_given_name()
        {
            first += 1;
        }
    }
    sheet.span(first, end)
}

/// The entry of the lists that stands at a span, if it can be of this label.
fn listed(
    lists: &Gazetteer,
    text: &str,
    span: Span,
    label: Label,
) -> Option<crate::gazetteer::Entry> {
    let place = |label| matches!(label, Label::Gpe | Label::Loc | Label::Fac | Label::Norp);
    let found = lists.matches(text, span.start as usize);
    let entries = found.filter(|&(_, end)| end == span.end as usize);
    let mut entries = entries.map(|(id, _)| lists.entry(id));
    entries.find(|entry| {
        // `a shop in Accra` is not the city.
        let alike = entry.label == label
            || place(entry.label) && place(label) && label != Label::Fac
            || entry.list == "demonyms" && label == Label::Person;
        alike && entry.label != Label::Title
    })
}

fn all(mut draft: Draft<'_>, known: &Known, given: bool) -> Resolved {
    let mut people = People::resolve(&mut draft, known);
    names::resolve(&mut draft, &people, known);
    metonyms::resolve(&mut draft);
    offices::resolve(&mut draft, &mut people);
    references::resolve(&mut draft, &mut people, given);
    draft.finish()
}

/// The things of the user that the text names.
#[derive(Debug, Default)]
struct Known {
    /// Thing to entity.
    things: FxHashMap<u32, u32>,
    /// Type and name in small letters, by canonical name and as it is written here.
    by_name: FxHashMap<(Label, String), u32>,
}

impl Known {
    fn add(&mut self, draft: &mut Draft<'_>, user: &UserGazetteer, span: Span, at: u32) -> u32 {
        let thing = user.thing(at);
        let entity = *self.things.entry(at).or_insert_with(|| {
            let entity = draft.entity(thing.name.clone(), thing.label);
            let identifiers = &mut draft.entities[entity as usize].identifiers;
            identifiers.id.clone_from(&thing.id);
            entity
        });
        for name in [&thing.name, &one_line(span.of(draft.sheet.text))] {
            let key = (thing.label, name.to_lowercase());
            self.by_name.entry(key).or_insert(entity);
        }
        entity
    }

    /// The entity of the user's thing of this name.
    fn thing(&self, label: Label, name: &str) -> Option<u32> {
        if self.by_name.is_empty() {
            return None;
        }
        let key = (label, one_line(name).to_lowercase());
        self.by_name.get(&key).copied()
    }
}
