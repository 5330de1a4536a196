//! What an entity of an article is looked up by.
//!
//! *What*: the keys that make it the same as an entity of another article, and the buckets of
//! those that it may turn out to be the same as.
//! *Example*: `Sergei Karpenko` has the key `PERSON|name|sergei karpenko` and lies in the buckets
//! of the surname `karpenko` and of the initial `s karpenko`; a `Karpenko` alone has a key of its
//! article, and lies in the first bucket.
//! *Why*: an article costs a few look-ups, however many came before.

use copydesk_core::record::{Entity, Label};

use super::names::{self, Person};

/// What entities lie in a bucket for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum BucketKind {
    /// A surname, or an initial and a surname.
    Short,
    /// A name that some articles give an identifier and others do not.
    Named,
    /// The first letters of a name.
    Acronym,
    /// The consonants of a person's name.
    Sound,
    /// First and last name of a person.
    Ends,
    /// The words with which a longer name of a body or place starts or ends.
    Piece,
    /// The words of a description: `the suspect`.
    Described,
}

/// Whether an entity is one that others may turn out to be, or one that may turn out to be
/// another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It is known by its name or identifier.
    Whole,
    /// The same, and its article states the form of the bucket: `Northern Trade Forum (NTF)`, or
    /// describes it so: `the forum`.
    Stated,
    /// It is known by a part or a form of its name.
    Part,
}

/// The keys and buckets of an entity.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// Keys of which each makes it the same as what has it already; at least one.
    pub(super) same: Vec<String>,
    /// The buckets that it lies in.
    pub(super) buckets: Vec<(BucketKind, String, Side)>,
    /// How much it says about another article that this is in both; 0 where nothing.
    pub(super) weight: f32,
}

/// How much of an entity's other forms are read.
const MAX_FORMS: usize = 12;

/// Words of a name in capitals that may be a description: `Chief Inspector`.
const MOST_DESCRIBED: usize = 4;

/// The class of names that a label belongs to; `None` for values, which are no entities here.
pub(super) fn class(label: Label) -> Option<&'static str> {
    match label {
        Label::Loc => Some(Label::Gpe.as_str()),
        _ if label.is_value() => None,
        _ => Some(label.as_str()),
    }
}

/// The key of an entity by its name alone: what lists of the user are compared by.
pub(super) fn name_key(label: Label, name: &str) -> Option<String> {
    let class = class(label)?;
    let name = if label == Label::Person {
        Person::of(name).key
    } else {
        names::body(name)
    };
    (!name.is_empty()).then(|| format!("{class}|name|{name}"))
}

/// The key of an identifier of the user.
pub(super) fn id_key(label: Label, id: &str) -> Option<String> {
    class(label).map(|class| format!("{class}|id|{id}"))
}

impl Keys {
    /// The keys of an entity. `given` is the key of the thing of the user's list that it is;
    /// `own` names its place in its article.
    pub(super) fn of(entity: &Entity, given: Option<String>, own: &str) -> Option<Self> {
        let class = class(entity.label)?;
        let identifiers = &entity.identifiers;
        let mut out = Self::default();
        let given = (identifiers.id.as_deref())
            .and_then(|id| id_key(entity.label, id))
            .or(given);
        if let Some(key) = given {
            out.same.push(key);
        } else {
            if let Some(item) = &identifiers.wikidata {
                out.same.push(format!("wikidata|{item}"));
            }
            if let Some(id) = identifiers.geonames {
                out.same.push(format!("geonames|{id}"));
            }
        }
        let words = (!out.identified() && entity.label != Label::Title)
            .then(|| names::described(&entity.name))
            .flatten();
        if let Some(words) = words {
            // The same words in two articles are seldom the same thing.
            out.same.push(format!("{class}|{own}"));
            out.buckets.push((BucketKind::Described, words, Side::Part));
            return Some(out);
        }
        if entity.label != Label::Title {
            for form in entity.aliases.iter().take(MAX_FORMS) {
                if let Some(words) = names::described(form) {
                    out.buckets
                        .push((BucketKind::Described, words, Side::Stated));
                }
            }
        }
        if !out.identified() && entity.label != Label::Title {
            // A heading or the start of a sentence may hide that it is none: `Police said`.
            let word = names::fold(&entity.name);
            if word.matches(' ').count() < MOST_DESCRIBED && !word.is_empty() {
                out.buckets.push((BucketKind::Described, word, Side::Whole));
            }
        }
        match entity.label {
            Label::Person => out.person(entity, class, own),
            Label::Title => {
                // An office whose body is known is the corpus's own; this one is of its article.
                out.same.clear();
                out.same.push(format!("{class}|{own}"));
            }
            _ => out.thing(entity, class, own),
        }
        Some(out)
    }

    fn identified(&self) -> bool {
        !self.same.is_empty()
    }

    fn person(&mut self, entity: &Entity, class: &str, own: &str) {
        let identified = self.identified();
        let mut person = Person::of(&entity.name);
        let forms = || entity.aliases.iter().take(MAX_FORMS);
        if person.is_short() {
            // The canonical name may be short where another form is whole.
            let whole = forms()
                .map(|form| Person::of(form))
                .find(|form| !form.is_short() && form.shorter.contains(&person.key));
            if let Some(whole) = whole {
                person = whole;
            }
        }
        if person.key.is_empty() {
            if !identified {
                self.same.push(format!("{class}|{own}"));
            }
            return;
        }
        let name = format!("{class}|name|{}", person.key);
        let side = if identified { Side::Whole } else { Side::Part };
        if person.is_short() {
            if identified {
                self.buckets.push((BucketKind::Named, name, side));
            } else {
                self.same
                    .push(format!("{class}|short|{}|{own}", person.key));
                self.buckets
                    .push((BucketKind::Short, person.key.clone(), Side::Part));
                if let Some(joined) = names::joined(&entity.name) {
                    self.buckets.push((BucketKind::Short, joined, Side::Part));
                }
            }
            return;
        }
        self.buckets.push((BucketKind::Named, name.clone(), side));
        if !identified {
            self.same.push(name);
            // Two spellings of which the article says that they are one.
            for form in forms() {
                let other = Person::of(form);
                let shared = other.shorter.iter().any(|it| person.shorter.contains(it));
                if shared && other.key != person.key {
                    self.same.push(format!("{class}|name|{}", other.key));
                }
            }
        }
        if let Some(ends) = &person.ends {
            self.buckets
                .push((BucketKind::Ends, ends.clone(), Side::Part));
        } else {
            self.buckets
                .push((BucketKind::Ends, person.key.clone(), Side::Whole));
        }
        if let Some(sound) = person.sound.take() {
            self.buckets.push((BucketKind::Sound, sound, Side::Whole));
        }
        for short in person.shorter.drain(..) {
            self.buckets.push((BucketKind::Short, short, Side::Whole));
        }
        self.weight = 2.0;
    }

    fn thing(&mut self, entity: &Entity, class: &str, own: &str) {
        let identified = self.identified();
        let body = names::body(&entity.name);
        let place = matches!(entity.label, Label::Gpe | Label::Loc);
        self.weight = if names::is_agency(&body) {
            // In every second article, whatever it is about.
            0.0
        } else if !place {
            1.5
        } else if entity.identifiers.geonames.is_some() && entity.identifiers.wikidata.is_none() {
            1.0
        } else {
            0.75
        };
        if body.is_empty() {
            if !identified {
                self.same.push(format!("{class}|{own}"));
            }
            return;
        }
        let name = format!("{class}|name|{body}");
        let country = entity.identifiers.country.as_deref().filter(|_| place);
        let whole = identified || country.is_some();
        let side = if whole { Side::Whole } else { Side::Part };
        if !identified {
            self.same.push(match country {
                Some(country) => format!("{name}|{country}"),
                None => name.clone(),
            });
        }
        self.buckets.push((BucketKind::Named, name, side));
        if !whole {
            let own = format!("{class}|{body}");
            self.buckets.push((BucketKind::Piece, own, Side::Part));
        }
        for piece in names::pieces(&body) {
            let piece = format!("{class}|{piece}");
            self.buckets.push((BucketKind::Piece, piece, Side::Whole));
        }
        let letters = |letters: &str| format!("{class}|{letters}");
        if let Some(own) = names::acronym(&entity.name) {
            if !whole {
                self.buckets
                    .push((BucketKind::Acronym, letters(&own), Side::Part));
            }
        } else {
            let stated: Vec<String> = (entity.aliases.iter().take(MAX_FORMS))
                .filter_map(|form| names::acronym(form))
                .collect();
            for own in names::acronyms(&entity.name) {
                if !stated.contains(&own) {
                    self.buckets
                        .push((BucketKind::Acronym, letters(&own), Side::Whole));
                }
            }
            for own in stated {
                self.buckets
                    .push((BucketKind::Acronym, letters(&own), Side::Stated));
            }
        }
    }
}
