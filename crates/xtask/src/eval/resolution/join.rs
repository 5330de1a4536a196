//! Entities of several documents by name, to measure what one document gives.
//!
//! Names in full are compared as they are, without case, articles and legal forms; a single name
//! is the only person in full who ends or starts with it.

use std::collections::BTreeMap;

use copydesk::record::{Article, Label};

use super::label_and_name;

/// Which entities of which documents are one.
pub(super) struct Join {
    keys: Vec<Vec<String>>,
}

impl Join {
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut people: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut keys = Vec::new();
        for article in articles {
            let mut of = Vec::new();
            for entity in &article.entities {
                let (label, name) = label_and_name(entity);
                let name = bare(&name);
                let parts: Vec<&str> = name.split(' ').collect();
                if label == Label::Person
                    && let [first, .., last] = parts[..]
                {
                    for part in [first, last] {
                        people
                            .entry(part.to_owned())
                            .and_modify(|known| {
                                if known.as_ref().is_some_and(|known| *known != name) {
                                    *known = None;
                                }
                            })
                            .or_insert_with(|| Some(name.clone()));
                    }
                }
                of.push((label, name));
            }
            keys.push(of);
        }
        let keys = keys.into_iter().map(|of| {
            of.into_iter()
                .map(|(label, name)| match people.get(&name) {
                    Some(Some(whole)) if label == Label::Person => whole.clone(),
                    _ => name,
                })
                .collect()
        });
        Self {
            keys: keys.collect(),
        }
    }

    pub(super) fn key(&self, document: usize, entity: u32) -> String {
        self.keys[document][entity as usize].clone()
    }
}

fn bare(name: &str) -> String {
    let words = name.split_whitespace();
    let mut words: Vec<&str> = words
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_matches(|letter: char| matches!(letter, '.' | ',' | '\''))
        })
        .filter(|word| !word.is_empty())
        .collect();
    while words.len() > 1
        && matches!(
            words[0],
            "the" | "a" | "an" | "his" | "her" | "their" | "its"
        )
    {
        words.remove(0);
    }
    while words.len() > 1
        && matches!(
            words[words.len() - 1],
            "inc" | "corp" | "co" | "ltd" | "plc" | "company" | "corporation" | "jr"
        )
    {
        words.pop();
    }
    words.join(" ")
}
