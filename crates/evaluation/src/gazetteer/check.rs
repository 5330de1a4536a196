//! What the rows of `data/names` have to hold to. The other lists are checked by `build.py`.

use std::collections::{HashMap, HashSet};

use copydesk_entities::lists::Source;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Marks that have a plain form in the lists.
const MARKS: [char; 5] = ['\u{2018}', '\u{2019}', '\u{2bc}', '`', '\u{2010}'];

/// What is wrong, with place and fix, in the order of the files.
pub(super) fn problems(sources: &[Source]) -> Vec<String> {
    let common = common(sources);
    // Where each surface of each folder stands first.
    let mut seen: HashMap<(&str, &str), String> = HashMap::new();
    let mut problems = Vec::new();
    for Source { path, text } in sources {
        let Some((folder, _)) = path
            .strip_prefix("names/")
            .and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        if !text.starts_with("# ") || !text.ends_with('\n') {
            problems.push(format!(
                "{path}: wanted are a first line `# name\taliases\tambiguous\t# origin` and a \
                 line break at the end"
            ));
        }
        for (at, line) in text.lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let place = format!("{path}:{}", at + 1);
            let mut problem = |message: String| problems.push(format!("{place}: {message}"));
            let [name, aliases, ambiguous] = line.split('\t').collect::<Vec<_>>()[..] else {
                problem("wanted are the cells name, aliases and ambiguous".to_owned());
                continue;
            };
            if !matches!(ambiguous, "0" | "1") {
                problem(format!("ambiguous is `{ambiguous}`; wanted is 0 or 1"));
            }
            let aliases = aliases.split('|').filter(|_| !aliases.is_empty());
            for surface in std::iter::once(name).chain(aliases) {
                if let Some(message) = spelling(surface) {
                    problem(format!("`{surface}` {message}"));
                }
                if ambiguous == "0" && common.contains(&plain_word(surface)) {
                    problem(format!(
                        "`{surface}` is also a common word; set ambiguous to 1"
                    ));
                }
                if let Some(first) = seen.insert((folder, surface), place.clone()) {
                    problem(format!(
                        "`{surface}` stands in {first} as well; drop one of them"
                    ));
                }
            }
        }
    }
    problems
}

/// The words of `common_words.tsv`.
fn common(sources: &[Source]) -> HashSet<String> {
    sources
        .iter()
        .filter(|source| source.path == "common_words.tsv")
        .flat_map(|source| source.text.lines())
        .filter(|line| !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// A surface as news would print it if it were a common word. `WHO` is none.
fn plain_word(surface: &str) -> String {
    let mut letters = surface.chars();
    let first = letters.next();
    if first.is_some() && letters.as_str().chars().any(char::is_uppercase) {
        return String::new();
    }
    surface.to_lowercase()
}

fn spelling(surface: &str) -> Option<&'static str> {
    if surface.is_empty() || surface.trim() != surface || surface.contains("  ") {
        return Some("is empty, or has blanks at its ends or two of them inside");
    }
    if surface.contains(MARKS) {
        return Some("has a curly apostrophe or hyphen; write them straight");
    }
    if !ComposingNormalizerBorrowed::new_nfc().is_normalized(surface) {
        return Some("is not NFC");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Source, problems};

    #[test]
    fn what_a_row_must_hold_to() {
        let source = |path: &str, text: &str| Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let sources = [
            source("common_words.tsv", "# word\napple\nwho\n"),
            source(
                "names/organisations/a.tsv",
                "# name\naaa\nApple\tWHO\t0\nOpec\tO\u{308}pec\t1\n",
            ),
            source(
                "names/organisations/b.tsv",
                "# name\n# group\nWHO\t\t2\nX\tDoctors\u{2019}|\t0",
            ),
            source("names/laws/c.tsv", "# name\nWHO\t\t0\n"),
        ];
        assert_eq!(
            problems(&sources),
            [
                "names/organisations/a.tsv:2: wanted are the cells name, aliases and ambiguous",
                "names/organisations/a.tsv:3: `Apple` is also a common word; set ambiguous to 1",
                "names/organisations/a.tsv:4: `O\u{308}pec` is not NFC",
                "names/organisations/b.tsv: wanted are a first line `# name\taliases\tambiguous\
                 \t# origin` and a line break at the end",
                "names/organisations/b.tsv:3: ambiguous is `2`; wanted is 0 or 1",
                "names/organisations/b.tsv:3: `WHO` stands in names/organisations/a.tsv:3 as \
                 well; drop one of them",
                "names/organisations/b.tsv:4: `Doctors\u{2019}` has a curly apostrophe or \
                 hyphen; write them straight",
                "names/organisations/b.tsv:4: `` is empty, or has blanks at its ends or two of \
                 them inside",
            ]
        );
    }
}
