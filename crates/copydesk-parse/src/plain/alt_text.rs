//! The alternative text of an image that an extractor left between the paragraphs.
//!
//! *What*: tells a bag of names and keywords (`Port of Bergen fish market`, `Norway-Sweden`,
//! `volunteers sandbags flood`) from a subhead (`Next steps for the bank`).
//! *Why*: both are a short line without a full stop between two paragraphs.
//! *How*: a subhead is a phrase that introduces what follows. It has grammar, it is written in
//! the case of the other subheads, and it comes with others. Alternative text is a list of
//! what the picture shows: names of the article, nouns in lower case without grammar between
//! them, a hyphen between two names. It stands below the title or alone, and no more than twice.
//! *Examples*: see the tests.
//! *Known misses*: alternative text in title case or with a verb in the middle of the article;
//! languages that write every noun with a capital.

use super::{
    item::Item,
    names::{Names, bare, starts_capital},
};
use crate::lexicon::fold;

/// More short lines than this in the body are subheads, a list or a table.
const MOST_CANDIDATES: usize = 4;

/// Whether item `at` could be alternative text by its place and length alone.
pub(super) fn is_candidate(items: &[Item], at: usize) -> bool {
    let item = &items[at];
    item.kept()
        && item.is_short()
        && !item.bullet
        && (1..=11).contains(&item.words)
        && !item.text.ends_with(['?', ':', '\u{2026}'])
        && !item.text.contains([
            '"', '\u{201C}', '\u{201D}', '?', ':', '|', '\u{AB}', '(', '&', '$', '%',
        ])
        && !item.text.contains(|c: char| c.is_ascii_digit())
}

/// The items from `title` to `end` that are alternative text.
pub(super) fn find(items: &[Item], title: Option<usize>, end: usize) -> Vec<usize> {
    let from = title.map_or(0, |title| title + 1);
    let candidates: Vec<usize> = (from..end)
        .filter(|&at| is_candidate(items, at))
        .take(64)
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let names = Names::read(items);
    if !names.capitals_are_rare() {
        return Vec::new();
    }
    let headings = (from..end)
        .filter(|&at| items[at].kept() && !items[at].prose && items[at].is_short())
        .count();
    let mut found: Vec<usize> = candidates
        .into_iter()
        .filter(|&at| {
            let below_title = title.is_some() && items[from..at].iter().all(|item| !item.kept());
            if below_title {
                return is_bag(&items[at].text, &names) || is_captionlike(&items[at].text, &names);
            }
            let isolated = at > 0
                && neighbour(items, at, false).is_some_and(|item| item.prose)
                && neighbour(items, at, true).is_some_and(|item| item.prose);
            isolated && headings <= MOST_CANDIDATES && is_bag(&items[at].text, &names)
        })
        .collect();
    // Pictures are few; three or more of one make are the headings of sections.
    if found.len() > 2 {
        found.clear();
    }
    found
}

/// The nearest kept item before or behind.
fn neighbour(items: &[Item], at: usize, behind: bool) -> Option<&Item> {
    if behind {
        items[at + 1..].iter().find(|item| item.kept())
    } else {
        items[..at].iter().rev().find(|item| item.kept())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A word that the article uses as a name.
    Name,
    /// A content word in lower case.
    Lower,
    /// A capitalised word that is no name.
    Capital,
    /// Grammar: articles, most prepositions, auxiliaries.
    Grammar,
    /// `of`, `and`: stand inside names and lists too.
    Glue,
}

fn kinds(line: &str, names: &Names) -> Vec<(Kind, bool)> {
    let mut kinds = Vec::new();
    for token in line.split_whitespace() {
        let mut joined = false;
        for part in token.split(['-', '\u{2013}', '/']) {
            let word = bare(part);
            if word.is_empty() {
                continue;
            }
            let kind = if is_glue(word) {
                Kind::Glue
            } else if is_grammar(word) {
                Kind::Grammar
            } else if names.is_name(word) {
                Kind::Name
            } else if starts_capital(word) {
                Kind::Capital
            } else {
                Kind::Lower
            };
            kinds.push((kind, joined));
            joined = true;
        }
    }
    // `Port of Bergen`: a common noun with a capital is part of the name that follows `of`.
    if let [
        (first @ Kind::Capital, _),
        (Kind::Glue, _),
        (Kind::Name, _),
        ..,
    ] = kinds.as_mut_slice()
    {
        *first = Kind::Name;
    }
    kinds
}

/// Whether the line is a bag of names and keywords without grammar.
fn is_bag(line: &str, names: &Names) -> bool {
    let kinds = kinds(line, names);
    let count = |wanted: Kind| kinds.iter().filter(|(kind, _)| *kind == wanted).count();
    let (name, lower, capital) = (count(Kind::Name), count(Kind::Lower), count(Kind::Capital));
    if count(Kind::Grammar) > 0 || kinds.is_empty() {
        return false;
    }
    let first = kinds[0].0;
    let last = kinds[kinds.len() - 1].0;
    // Names only, two of them joined by a hyphen: `Norway-Sweden`, `North Korea-Russia`.
    let compound = kinds
        .windows(2)
        .any(|pair| pair[0].0 == Kind::Name && pair[1] == (Kind::Name, true));
    if compound && lower == 0 && capital == 0 && count(Kind::Glue) == 0 {
        return true;
    }
    let known = line
        .split(|c: char| c.is_whitespace() || "-/\u{2013}".contains(c))
        .map(bare)
        .filter(|word| !word.is_empty() && !is_glue(word))
        .filter(|word| names.knows(word))
        .count();
    let content = name + lower + capital;
    // Keywords in lower case: `volunteers sandbags flood`.
    if first == Kind::Lower && content >= 3 && count(Kind::Glue) == 0 {
        return (known > 0 || name > 0) && lower >= 2 && content <= 7;
    }
    if capital > 0 || name == 0 || lower == 0 || known * 4 < content * 3 {
        return false;
    }
    // Names on both sides of nouns: `Norway finance ministers Oslo`.
    let between =
        first == Kind::Name && last == Kind::Name && count(Kind::Glue) == 0 && content >= 3;
    // A place or person of several words and a pile of nouns behind: `Port of Bergen fish market`.
    let front = kinds
        .iter()
        .take_while(|(kind, _)| matches!(kind, Kind::Name | Kind::Glue))
        .count();
    let pile = front >= 2
        && kinds.len() - front >= 2
        && kinds[front..].iter().all(|(kind, _)| *kind == Kind::Lower);
    // `Fears of Russian grain fraud` is a subhead: an adjective belongs to the noun behind it.
    let adjective = line
        .split_whitespace()
        .nth(front.saturating_sub(1))
        .is_some_and(|word| {
            ["an", "ish", "ese", "ic", "ch"]
                .iter()
                .any(|end| word.ends_with(end))
        });
    between || (pile && !adjective && kinds.len() >= 4 && kinds[front - 1].0 == Kind::Name)
}

/// Whether a line below the title says what its picture shows: `Anna Lind and Ole Brumm shake
/// hands in Oslo`. Names are more than half of its words, and it is no headline.
fn is_captionlike(line: &str, names: &Names) -> bool {
    let kinds = kinds(line, names);
    let count = |wanted: Kind| kinds.iter().filter(|(kind, _)| *kind == wanted).count();
    let (name, lower) = (count(Kind::Name), count(Kind::Lower));
    let content = name + lower + count(Kind::Capital);
    let telling = line.split_whitespace().any(|word| {
        matches!(
            word,
            "to" | "will"
                | "says"
                | "said"
                | "has"
                | "have"
                | "is"
                | "are"
                | "was"
                | "were"
                | "after"
                | "as"
        )
    });
    kinds.len() >= 4
        && kinds[0].0 == Kind::Name
        && kinds[1].0 == Kind::Name
        && lower >= 1
        && name * 10 >= content * 6
        && !telling
}

fn is_glue(word: &str) -> bool {
    matches!(
        word,
        "of" | "and" | "de" | "du" | "la" | "del" | "und" | "y" | "e" | "et" | "da" | "do"
    )
}

/// Words that make a phrase, in the languages of the lexicon that mark names by capitals.
fn is_grammar(word: &str) -> bool {
    let folded = fold(word, 30);
    matches!(
        folded.as_str(),
        "the"
            | "a"
            | "an"
            | "to"
            | "for"
            | "with"
            | "from"
            | "by"
            | "on"
            | "in"
            | "at"
            | "as"
            | "into"
            | "over"
            | "under"
            | "after"
            | "before"
            | "between"
            | "against"
            | "about"
            | "amid"
            | "through"
            | "towards"
            | "toward"
            | "without"
            | "within"
            | "behind"
            | "beyond"
            | "or"
            | "but"
            | "not"
            | "no"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "do"
            | "does"
            | "did"
            | "how"
            | "why"
            | "what"
            | "who"
            | "when"
            | "where"
            | "which"
            | "that"
            | "this"
            | "these"
            | "those"
            | "it"
            | "its"
            | "they"
            | "their"
            | "his"
            | "her"
            | "our"
            | "your"
            | "we"
            | "you"
            | "he"
            | "she"
            | "i"
            | "if"
            | "than"
            | "then"
            | "so"
            | "more"
            | "most"
            | "less"
            | "new"
            | "next"
            | "all"
            | "every"
            | "any"
            | "says"
            | "say"
            | "said"
            | "still"
            | "now"
            | "here"
            | "there"
            | "also"
            | "only"
            | "up"
            | "out"
            | "off"
            | "back"
            | "again"
            | "le"
            | "les"
            | "un"
            | "une"
            | "des"
            | "pour"
            | "avec"
            | "sur"
            | "dans"
            | "par"
            | "est"
            | "sont"
            | "el"
            | "los"
            | "las"
            | "una"
            | "para"
            | "con"
            | "por"
            | "en"
            | "es"
            | "se"
            | "su"
            | "al"
            | "il"
            | "lo"
            | "gli"
            | "per"
            | "di"
            | "nel"
            | "nella"
            | "os"
            | "um"
            | "uma"
            | "com"
            | "в"
            | "на"
            | "с"
            | "по"
            | "и"
            | "не"
            | "как"
            | "что"
            | "за"
            | "из"
            | "от"
            | "для"
            | "о"
            | "к"
            | "у"
    )
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::plain::lines::items;

    const BODY: [&str; 3] = [
        "The finance ministers of Norway and Sweden met in Oslo on Monday to talk about the tax on eels that both countries share.",
        "In the evening the ministers of Norway and Sweden walked from the station in Oslo to the Bergen fish market, where the Port of Bergen keeps its archive.",
        "The talks about the tax go on in Bergen tomorrow, and Anna Lind will lead them, as Anna Lind always does when Ole Brumm is away.",
    ];

    #[track_caller]
    fn check(line: &str, below_title: bool, expected: bool) {
        let mut lines = vec!["Norway And Sweden Talk About Eels"];
        if below_title {
            lines.push(line);
        }
        lines.extend(&BODY[..2]);
        if !below_title {
            lines.push(line);
        }
        lines.push(BODY[2]);
        let items = items(&lines.join("\n\n"));
        let found = find(&items, Some(0), items.len());
        assert_eq!(!found.is_empty(), expected, "{line:?}");
    }

    #[test]
    fn alternative_text() {
        check("Norway-Sweden", false, true);
        check("Norway finance ministers Oslo", false, true);
        check("Norway finance ministers Oslo", true, true);
        check("Port of Bergen fish market", false, true);
        check("ministers eels Oslo", false, true);
        check("Anna Lind and Ole Brumm shake hands in Oslo", true, true);
    }

    #[test]
    fn subheads() {
        check("Claims of Weapons Supply", false, false);
        check("Next steps for the bank", false, false);
        check("A tax on eels", false, false);
        check("Talks in Oslo", false, false);
        check("Global Concerns", false, false);
        check("The way to Bergen", false, false);
        check("Norway", false, false);
        check("Fears of Russian eel fraud", false, false);
        check("Anna Lind", false, false);
        check("What Norway wants", false, false);
        check("Key takeaways", true, false);
        check("Ministers want to tax eels as prices rise", true, false);
    }

    #[test]
    fn many_short_lines_are_headings() {
        let mut lines = vec!["Five Places For Eels"];
        let heads = ["Norway-Sweden", "Oslo-Bergen", "Bergen-Norway"];
        for (head, body) in heads.iter().zip(BODY) {
            lines.push(head);
            lines.push(body);
        }
        let items = items(&lines.join("\n\n"));
        assert_eq!(find(&items, Some(0), items.len()), [0; 0]);
    }
}
