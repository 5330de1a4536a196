//! What of an article tells its story: a vector of weighted terms.
//!
//! *What*: six kinds of terms, each of length one and then weighted: the words of the text, of its
//! lead and of its head (title and first words), the words of names, numbers and days, offices
//! with whose they are. A term weighs as it is rare; see [`super::frequencies`]. The product of two
//! sketches is then the weighted sum of six cosines.
//!
//! *Why names apart from words*: two robberies of Paris jewellers share nearly all their words, two
//! accounts of one of them the names of shop and street.

use copydesk_core::record::{Article, Label};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    frequencies::{self, Frequencies},
    stem::{self, Piece},
    vector::Vector,
};

/// Words and numbers that are read of a text.
const MAX_WORDS: usize = 2_000;
/// Words of the lead, and words that are not common ones of the head.
const LEAD: usize = 80;
const HEAD: usize = 30;
/// Mentions, dates and offices that are looked at.
const MAX_NAMES: usize = 400;
/// Terms of a sketch.
pub(super) const MAX_TERMS: usize = 192;

/// A kind of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Lead,
    Head,
    Names,
    Numbers,
    Offices,
}

/// How many kinds there are.
pub(super) const KINDS: usize = 6;

/// The terms of an article, by kind: key of the term, and how often it is there.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    of: [Vec<(u32, f32)>; KINDS],
}

/// Counts of one kind.
type Counts = FxHashMap<u32, f32>;

impl Terms {
    pub(super) fn of(article: &Article) -> Self {
        let mut counts: [Counts; KINDS] = Default::default();
        let mut add = |kind: Kind, key: u32, much: f32| {
            *counts[kind as usize].entry(key).or_default() += much;
        };
        let title = article.title.as_deref().unwrap_or_default();
        let apart = !article.text.starts_with(title);
        let (mut all, mut lead, mut head) = (0, 0, 0);
        for text in [if apart { title } else { "" }, &article.text] {
            stem::pieces(text, |_, piece| {
                all += 1;
                match piece {
                    Piece::Word(word) => {
                        let key = key(word);
                        add(Kind::Text, key, 1.0);
                        if lead < LEAD {
                            lead += 1;
                            add(Kind::Lead, key, 1.0);
                        }
                        if head < HEAD && !frequencies::is_common(key) {
                            head += 1;
                            add(Kind::Head, key, 1.0);
                        }
                    }
                    Piece::Number(number) => add(Kind::Numbers, number_key(number), 1.0),
                }
                all < MAX_WORDS
            });
        }
        for mention in article.mentions.iter().take(MAX_NAMES) {
            if mention.label.is_value() {
                continue;
            }
            stem::pieces(mention.span.of(&article.text), |_, piece| {
                if let Piece::Word(word) = piece {
                    add(Kind::Names, key(word), 1.0);
                }
                true
            });
        }
        for date in article.dates.iter().take(MAX_NAMES) {
            if let Some(day) = calendar(&date.value) {
                add(Kind::Numbers, number_key(day), 1.0);
            }
        }
        for entity in article.entities.iter().take(MAX_NAMES) {
            for role in &entity.roles {
                let of = role.of.and_then(|of| article.entities.get(of as usize));
                let Some(of) = of else { continue };
                let much = if entity.label == Label::Title {
                    entity.mentions.len() as f32
                } else {
                    1.0
                };
                add(
                    Kind::Offices,
                    number_key(&format!("{}|{}", role.title, of.name)),
                    much,
                );
            }
        }
        let of = counts.map(|counts| {
            let mut terms: Vec<(u32, f32)> = counts.into_iter().collect();
            terms.sort_unstable_by_key(|term| term.0);
            terms
        });
        Self { of }
    }

    /// Keys that count for how rare they are: once for each article.
    pub(super) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        let kinds = [Kind::Text, Kind::Names, Kind::Numbers, Kind::Offices];
        let text = &self.of[Kind::Text as usize];
        kinds.into_iter().flat_map(move |kind| {
            (self.of[kind as usize].iter().map(|term| term.0)).filter(move |key| {
                kind != Kind::Names || text.binary_search_by_key(key, |term| term.0).is_err()
            })
        })
    }

    /// The terms of a kind by their weights, of length one together.
    pub(super) fn unit(&self, kind: Kind, frequencies: &Frequencies) -> Vec<(u32, f32)> {
        let mut terms: Vec<(u32, f32)> = (self.of[kind as usize].iter())
            .map(|&(key, count)| (key, (1.0 + count.ln()) * frequencies.weight(key)))
            .collect();
        let length = terms.iter().map(|term| term.1 * term.1).sum::<f32>().sqrt();
        if length > 0.0 {
            for term in &mut terms {
                term.1 /= length;
            }
        }
        terms
    }

    /// The sketch: all kinds, each with its weight, the heaviest terms.
    pub(super) fn sketch(&self, frequencies: &Frequencies, weights: &[f32; KINDS]) -> Vector {
        let mut terms = Vec::new();
        for (kind, &weight) in KIND.iter().zip(weights) {
            let weight = weight.sqrt();
            let unit = self.unit(*kind, frequencies);
            let of_kind = unit.into_iter().filter(|term| term.1 > 0.0);
            terms.extend(of_kind.map(|(key, much)| (mixed(key, *kind), much * weight)));
        }
        Vector::new(terms, MAX_TERMS)
    }
}

/// The kinds in their order.
pub(super) const KIND: [Kind; KINDS] = [
    Kind::Text,
    Kind::Lead,
    Kind::Head,
    Kind::Names,
    Kind::Numbers,
    Kind::Offices,
];

/// The key of a word.
pub(super) fn key(word: &str) -> u32 {
    (xxh3_64(word.as_bytes()) >> 32) as u32
}

/// The key of a number, day or office, which is never that of a word.
fn number_key(number: &str) -> u32 {
    xxh3_64(number.as_bytes()) as u32 | 1
}

/// The key of a term of a kind.
fn mixed(key: u32, kind: Kind) -> u32 {
    (key ^ (kind as u32).wrapping_mul(0x9e37_79b9)).rotate_left(5 * kind as u32)
}

/// The day, month or year of a temporal value, where it is a date of the calendar.
fn calendar(value: &str) -> Option<&str> {
    let digits = |from: usize, to: usize| {
        (value.as_bytes().get(from..to)).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    if !digits(0, 4) {
        return None;
    }
    let month = value.get(4..5) == Some("-") && digits(5, 7);
    let day = month && value.get(7..8) == Some("-") && digits(8, 10);
    value.get(
        ..if day {
            10
        } else if month {
            7
        } else {
            4
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_calendar_are_terms() {
        assert_eq!(calendar("2024-05-02T10:00"), Some("2024-05-02"));
        assert_eq!(calendar("2024-W05"), Some("2024"));
        assert_eq!(calendar("2024-05"), Some("2024-05"));
        assert_eq!(calendar("XXXX-05-02"), None);
        assert_eq!(calendar("P3D"), None);
        assert_eq!(calendar("202é"), None);
    }

    #[test]
    fn the_kinds_of_a_key_are_apart() {
        let keys: Vec<u32> = KIND.iter().map(|&kind| mixed(key("port"), kind)).collect();
        let mut unique = keys.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), keys.len());
    }
}
