//! Entities of several documents by name, to measure what one document gives.
//!
//! Names in full are compared as they are, without case, articles and legal forms. A name that is
//! part of longer ones of its group, by whole words, is that of them which is named most. Pronouns
//! that nothing was found for stay alone.

use std::collections::BTreeMap;

use copydesk::record::Article;

/// Which entities of which documents are one.
pub(super) struct Join {
    keys: Vec<Vec<String>>,
}

impl Join {
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        let mut names: BTreeMap<String, bool> = BTreeMap::new();
        let mut keys: Vec<Vec<String>> = Vec::new();
        for (at, article) in articles.iter().enumerate() {
            let entities = article.entities.iter().enumerate();
            let of = entities.map(|(index, entity)| {
                let name = bare(&entity.name.to_lowercase());
                if is_pronoun(&name) {
                    return format!("{name} {at}#{index}");
                }
                let capital = entity.name.chars().any(char::is_uppercase);
                *names.entry(name.clone()).or_default() |= capital;
                *count.entry(name.clone()).or_default() += entity.mentions.len();
                name
            });
            keys.push(of.collect());
        }
        let mut longest: Vec<&String> = names
            .iter()
            .filter(|(_, capital)| **capital)
            .map(|(name, _)| name)
            .collect();
        longest.sort_by_key(|name| (usize::MAX - name.split(' ').count(), *name));
        let mut whole: BTreeMap<&str, &str> = BTreeMap::new();
        for (at, name) in longest.iter().enumerate() {
            let inside = format!(" {name} ");
            let longer = longest[..at].iter();
            let longer = longer.filter(|longer| {
                longer.len() > name.len() && format!(" {longer} ").contains(&inside)
            });
            if let Some(most) = longer.max_by_key(|longer| count[**longer]) {
                let root = whole.get(most.as_str()).copied().unwrap_or(most);
                whole.insert(name, root);
            }
        }
        let whole = |name: String| match whole.get(name.as_str()) {
            Some(&whole) => whole.to_owned(),
            None => name,
        };
        let keys = keys
            .into_iter()
            .map(|of| of.into_iter().map(whole).collect());
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
