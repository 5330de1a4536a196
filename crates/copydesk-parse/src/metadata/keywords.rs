//! The keywords of an article, one each.
//!
//! *What:* lists are cut at commas and semicolons; what is no keyword (addresses, keys of a
//! machine, sentences) is left out; each is taken once, whatever its case.
//!
//! *Why:* the data of the article, `news_keywords` and `article:tag` are about it;
//! `<meta name=keywords>` may be a list for search engines, and links to tags may belong to
//! teasers, so each of these two counts only where it is short.
//!
//! *Example:* `Rain, Lyon; #floods, rain` → `Rain`, `Lyon`, `floods`.
//!
//! *Known misses:* a keyword with a comma in it.

use super::{
    found::{Field, Found},
    resolve::clean,
    tags::{KEYWORDS, TAG_LINKS},
};

/// Most keywords of a record.
const MOST: usize = 50;
/// Longest keyword, in characters and words.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;
/// More keywords for search engines, or links to tags, than an article has of its own.
const TOO_MANY: usize = 20;

/// The keywords among `found`, which stands in order of trust, and where each kind of source has
/// them.
pub(super) fn keywords(found: &[Found]) -> (Vec<String>, Vec<Found>) {
    let mut tags: Vec<String> = vec![];
    let mut folded: Vec<String> = vec![];
    let mut cited: Vec<Found> = vec![];
    let links = found
        .iter()
        .filter(|found| found.field == Field::Tags && found.trust == TAG_LINKS)
        .count();
    for found in found.iter().filter(|found| found.field == Field::Tags) {
        // Links repeat the list; where there is one, they add those of the teasers.
        let listed = cited.first().is_some_and(|first| first.trust != TAG_LINKS);
        if found.trust == TAG_LINKS && (listed || links > TOO_MANY) {
            continue;
        }
        let words = split(&found.value);
        if found.trust == KEYWORDS && is_spam(&words) {
            continue;
        }
        let before = tags.len();
        for word in words {
            let lower = word.to_lowercase();
            if tags.len() < MOST && !folded.contains(&lower) {
                folded.push(lower);
                tags.push(word);
            }
        }
        if tags.len() > before {
            cite(&mut cited, found);
        }
    }
    (tags, cited)
}

/// One place for all that one kind of source gives: from the first to the last of them.
fn cite(cited: &mut Vec<Found>, found: &Found) {
    match cited.iter_mut().find(|cited| cited.from == found.from) {
        Some(known) => {
            known.source = known
                .source
                .zip(found.source)
                .map(|(known, new)| known.cover(new));
        }
        None => cited.push(found.clone()),
    }
}

/// The keywords in one value.
fn split(value: &str) -> Vec<String> {
    let Some(value) = clean(value) else {
        return vec![];
    };
    value
        .split([',', ';', '\u{3001}', '\u{FF0C}', '\u{FF1B}', '|'])
        .map(|word| word.trim().trim_start_matches('#').trim())
        .filter(|word| is_keyword(word))
        .map(str::to_owned)
        .collect()
}

fn is_keyword(word: &str) -> bool {
    let length = word.chars().count();
    // `type:article`, `NYT:section=world`: keys of the publisher's machines.
    let is_key = word
        .split_once([':', '='])
        .is_some_and(|(_, behind)| !behind.starts_with(' '));
    (2..=LONGEST).contains(&length)
        && word.split_whitespace().count() <= MOST_WORDS
        && word.contains(char::is_alphabetic)
        && !is_key
        && !word.contains("//")
        && !word.contains(['<', '>', '{', '}'])
}

/// Whether a list is made for search engines: long, or one word in most of its keywords.
fn is_spam(words: &[String]) -> bool {
    if words.len() > TOO_MANY {
        return true;
    }
    let repeats = words.iter().filter(|word| {
        let first = word.split_whitespace().next().unwrap_or_default();
        first.len() > 3
            && words
                .iter()
                .filter(|other| other.to_lowercase().contains(&first.to_lowercase()))
                .count()
                > 4
    });
    words.len() > 6 && repeats.count() * 2 > words.len()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Field, Found, KEYWORDS, TAG_LINKS, keywords};

    fn check(found: &[(&str, u8)], expected: &[&str]) {
        let found: Vec<Found> = found
            .iter()
            .map(|(value, trust)| Found {
                field: Field::Tags,
                value: (*value).to_owned(),
                from: Cow::Borrowed("test"),
                source: None,
                trust: *trust,
            })
            .collect();
        assert_eq!(keywords(&found).0, expected, "{found:?}");
    }

    #[test]
    fn lists_are_cut_and_each_keyword_taken_once() {
        check(
            &[("Rain, Lyon; #floods", 80), ("rain,Rh&ocirc;ne", KEYWORDS)],
            &["Rain", "Lyon", "floods", "Rh\u{f4}ne"],
        );
        check(
            &[(
                "type:article, https://a.example/x, 7, Oslo: the harbour",
                80,
            )],
            &["Oslo: the harbour"],
        );
        check(
            &[("It rained for a whole week in the old town of Lyon", 80)],
            &[],
        );
    }

    #[test]
    fn lists_for_search_engines_are_left_out() {
        let long = (0..30).map(|n| format!("eel{n}x")).collect::<Vec<_>>();
        check(&[(&long.join(","), KEYWORDS)], &[]);
        check(
            &[(
                "cheap eels, cheap eel shop, buy cheap eels, cheap eels online, cheap, cheap eels Oslo, eels",
                KEYWORDS,
            )],
            &[],
        );
    }

    #[test]
    fn links_count_where_there_is_no_list() {
        check(
            &[("Rain", TAG_LINKS), ("Lyon", TAG_LINKS)],
            &["Rain", "Lyon"],
        );
        check(&[("Rain", 80), ("Lyon", TAG_LINKS)], &["Rain"]);
        check(&[("Rain", TAG_LINKS); 30], &[]);
    }
}
