//! Entities of several documents by name, to measure what one document gives.
//!
//! Names in full are compared as they are, without case, articles and legal forms. A name that is
//! part of longer ones of its group, by whole words, is that of them which is named most. Pronouns
//! that nothing was found for stay alone.

use std::collections::BTreeMap;

use copydesk::record::{Article, Label};

/// A name and its type, where it is one of somebody or something.
type Name = (Option<Label>, String);

/// Which entities of which documents are one.
pub(super) struct Join {
    keys: Vec<Vec<String>>,
}

impl Join {
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut count: BTreeMap<Name, usize> = BTreeMap::new();
        let mut keys: Vec<Vec<Result<Name, String>>> = Vec::new();
        for (at, article) in articles.iter().enumerate() {
            let entities = article.entities.iter().enumerate();
            let of = entities.map(|(index, entity)| {
                let name = bare(&entity.name.to_lowercase());
                if is_pronoun(&name) {
                    return Err(format!("{name} {at}#{index}"));
                }
                let capital = entity.name.chars().any(char::is_uppercase);
                let label = match entity.label {
                    Label::Fac | Label::Loc | Label::Gpe => Label::Gpe,
                    label => label,
                };
                // Of class nouns the last word.
                let last = name.rsplit(' ').next().unwrap_or_default();
                let name = if capital {
                    (Some(label), name)
                } else {
                    (None, last.to_owned())
                };
                *count.entry(name.clone()).or_default() += entity.mentions.len();
                Ok(name)
            });
            keys.push(of.collect());
        }
        let joins =
            |label: Option<Label>| matches!(label, Some(Label::Person | Label::Org | Label::Gpe));
        let mut longest: Vec<&Name> = count.keys().filter(|(label, _)| joins(*label)).collect();
        longest.sort_by_key(|(label, name)| {
            (
                usize::MAX - name.split(' ').count(),
                name,
                label.map(Label::as_str),
            )
        });
        let mut whole: BTreeMap<&Name, &Name> = BTreeMap::new();
        for (at, &name) in longest.iter().enumerate() {
            let (begin, end) = (format!("{} ", name.1), format!(" {}", name.1));
            let longer = longest[..at].iter().filter(|longer| {
                longer.0 == name.0 && (longer.1.starts_with(&begin) || longer.1.ends_with(&end))
            });
            if let Some(&most) = longer.max_by_key(|longer| count[**longer]) {
                let root = whole.get(most).copied().unwrap_or(most);
                whole.insert(name, root);
            }
        }
        let keys = keys.into_iter().map(|of| {
            of.into_iter()
                .map(|name| match name {
                    Ok(name) => {
                        let (label, name) = whole.get(&name).map_or(&name, |whole| whole);
                        format!("{} {name}", label.map_or("", Label::as_str))
                    }
                    Err(alone) => alone,
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

fn is_pronoun(name: &str) -> bool {
    matches!(
        name,
        "i" | "he"
            | "she"
            | "her"
            | "him"
            | "his"
            | "it"
            | "its"
            | "we"
            | "us"
            | "our"
            | "they"
            | "them"
            | "their"
            | "who"
            | "whom"
            | "whose"
            | "which"
            | "where"
            | "that"
            | "you"
            | "my"
            | "me"
            | "himself"
            | "herself"
            | "one"
    )
}

fn bare(name: &str) -> String {
    let words = name.split([' ', '\n', '-']);
    let mut words: Vec<&str> = words
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '$')
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
