//! A page's `<title>` or `og:title` without the name of the site.
//!
//! *What:* the name of the site is cut off either end where it is known; else a short last part
//! behind a bar or dash, while what is left is longer than it.
//!
//! *Example:* `Rain floods Lyon | News | The Post` → `Rain floods Lyon`.
//!
//! *Known misses:* a short site name in front that no part of the page tells; a headline that
//! ends in a dash and few words.

use crate::metadata::same_words;

const SEPARATORS: &[&str] = &[
    " | ",
    " - ",
    " \u{2013} ",
    " \u{2014} ",
    " :: ",
    " \u{ab} ",
    " \u{bb} ",
    " \u{b7} ",
    " \u{2022} ",
    " \u{2502} ",
    "|",
    " / ",
];

/// The separators that may be in a title: most titles hold the byte of one or two of them, and a
/// search for all takes longer than everything else about a title.
fn separators(title: &str) -> impl Iterator<Item = &'static str> {
    SEPARATORS.iter().copied().filter(|separator| {
        let mark = separator.bytes().find(|byte| *byte != b' ');
        mark.is_some_and(|mark| memchr::memchr(mark, title.as_bytes()).is_some())
    })
}

/// What separates the parts of a title in scripts without blanks between words.
const EASTERN: &[char] = &['-', '_', '|', '\u{2014}', '\u{FF5C}', '\u{3163}'];

/// `Headline | Site` without the site; `site` is its name where it is known.
pub(super) fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let mut title = without_known_site(title, site);
    if title.contains(is_eastern) {
        return without_eastern_site(title);
    }
    // Else the shorter end, while what is left is longer than it.
    for _ in 0..2 {
        let cut = separators(title)
            .filter_map(|separator| title.rfind(separator).map(|at| (at, separator.len())))
            .max();
        let Some((at, len)) = cut else { break };
        let (before, after) = (title[..at].trim_end(), title[at + len..].trim_start());
        let words = |text: &str| text.split_whitespace().count();
        if words(before) >= 3 && words(after) <= 5 && words(after) < words(before) {
            title = before;
        } else {
            break;
        }
    }
    title
}

/// A title without the name of the site at either end.
pub(super) fn without_known_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let mut title = title.trim();
    if let Some(site) = site {
        for separator in separators(title) {
            if let Some((before, after)) = title.rsplit_once(separator)
                && same_words(after, site)
            {
                title = before.trim_end();
            }
            if let Some((before, after)) = title.split_once(separator)
                && same_words(before, site)
            {
                title = after.trim_start();
            }
        }
    }
    title
}

/// Chinese, Japanese and Korean titles: letters are counted, not words.
fn without_eastern_site(mut title: &str) -> &str {
    /// Most letters of the name of a site or section.
    const LONGEST: usize = 12;
    for _ in 0..3 {
        let Some((before, after)) = title.rsplit_once(EASTERN) else {
            break;
        };
        let before = before.trim_end_matches(|c: char| EASTERN.contains(&c) || c.is_whitespace());
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let behind = letters(after);
        if !(1..=LONGEST).contains(&behind) || letters(before) < 2 * behind {
            break;
        }
        title = before;
    }
    title
}

fn is_eastern(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

#[cfg(test)]
mod tests {
    use super::without_site;

    fn check(title: &str, site: Option<&str>, expected: &str) {
        assert_eq!(without_site(title, site), expected, "{title}");
    }

    #[test]
    fn names_of_sites_are_cut() {
        check(
            "Rain floods the old town | The Post",
            None,
            "Rain floods the old town",
        );
        check(
            "The Post - Rain floods the old town",
            Some("the post"),
            "Rain floods the old town",
        );
        check(
            "Rain \u{2013} and more rain \u{2013} The Post",
            Some("The Post"),
            "Rain \u{2013} and more rain",
        );
        check(
            "Rain floods the old town - News - The Post",
            None,
            "Rain floods the old town",
        );
        check("One-way street", None, "One-way street");
    }

    #[test]
    fn eastern_titles_have_no_blanks() {
        check(
            "大雨淹没老城区，居民连夜转移--本地--河港网",
            None,
            "大雨淹没老城区，居民连夜转移",
        );
        check(
            "비에 잠긴 구시가지, 주민 대피\u{2026} 복구 시작-사회\u{3163}항구일보",
            None,
            "비에 잠긴 구시가지, 주민 대피\u{2026} 복구 시작",
        );
        check("COVID-19: 港町に大雨", None, "COVID-19: 港町に大雨");
    }
}
