//! What becomes of an article on its way from site to site. The edits work on any text with
//! paragraphs between blank lines.

use super::{
    lexicon::{Dice, MONTHS, person, place, synonym},
    prose,
};

/// What was done to a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Another title.
    Retitled,
    /// Capitals, quotes, dashes, line breaks.
    Typography,
    /// Lines of the site before and behind.
    Boilerplate,
    /// The end is missing.
    Truncated,
    /// Paragraphs in another order.
    Reordered,
    /// One or more paragraphs in a text of its own.
    Excerpt,
    /// Other words and sentences here and there.
    Rewritten,
    /// The whole in a longer text.
    Embedded,
    /// Another dateline, byline, credit.
    Syndicated,
    /// Boilerplate, a light rewrite and a cut.
    Mixed,
}

impl Edit {
    /// All edits.
    pub const ALL: [Self; 10] = [
        Self::Retitled,
        Self::Typography,
        Self::Boilerplate,
        Self::Truncated,
        Self::Reordered,
        Self::Excerpt,
        Self::Rewritten,
        Self::Embedded,
        Self::Syndicated,
        Self::Mixed,
    ];

    /// The name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Retitled => "retitled",
            Self::Typography => "typography",
            Self::Boilerplate => "boilerplate",
            Self::Truncated => "truncated",
            Self::Reordered => "reordered",
            Self::Excerpt => "excerpt",
            Self::Rewritten => "rewritten",
            Self::Embedded => "embedded",
            Self::Syndicated => "syndicated",
            Self::Mixed => "mixed",
        }
    }

    /// The kinds of copy that a document may be called that was edited so, beside the text that it
    /// was made of.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Retitled | Self::Typography => &["exact"],
            Self::Boilerplate => &["near", "embedded"],
            Self::Truncated => &["excerpt", "near"],
            Self::Reordered | Self::Rewritten => &["near"],
            Self::Excerpt => &["excerpt"],
            Self::Embedded => &["embedded"],
            Self::Syndicated => &["syndicated"],
            Self::Mixed => &["near", "excerpt"],
        }
    }

    /// An edited copy of a text.
    pub fn apply(self, dice: &mut Dice, text: &str) -> String {
        match self {
            Self::Retitled => text.to_owned(),
            Self::Typography => typography(dice, text),
            Self::Boilerplate => boilerplate(dice, text),
            Self::Truncated => truncated(dice, text),
            Self::Reordered => reordered(dice, text),
            Self::Excerpt => excerpt(dice, text),
            Self::Rewritten => rewritten(dice, text, 30),
            Self::Embedded => embedded(dice, text),
            Self::Syndicated => syndicated(dice, text),
            Self::Mixed => {
                let rewritten = rewritten(dice, text, 12);
                let cut = truncated(dice, &rewritten);
                boilerplate(dice, &cut)
            }
        }
    }
}

const FURNITURE: [&str; 12] = [
    "Share this story with your friends or save it for later.",
    "Sign up for our morning newsletter and get the news of the day before breakfast.",
    "You have read one of three free articles this month. Subscribe now to read on.",
    "Comments are closed for this article.",
    "All times are local. Prices may have changed since this page was made.",
    "Follow us for more news from the region and beyond.",
    "This site uses cookies to remember what you have read.",
    "Read more: what we know so far, and what we do not.",
    "Have you seen something? Write to the newsroom.",
    "Related topics: economy, transport, weather, people.",
    "Our journalism is paid for by readers like you. Support us from three a month.",
    "Advertisement. The article goes on below.",
];

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn paragraphs(text: &str) -> Vec<&str> {
    let paragraphs = text.split("\n\n").map(str::trim);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// Sentences, roughly: what ends in a full stop before a blank.
fn sentences(paragraph: &str) -> Vec<&str> {
    paragraph.split_inclusive(". ").map(str::trim).collect()
}

fn typography(dice: &mut Dice, text: &str) -> String {
    let text = match dice.below(3) {
        0 => text.to_uppercase(),
        1 => text.replace("\n\n", "\n"),
        _ => text.replace(" - ", " \u{2014} ").replace(". ", ".\n"),
    };
    let mut open = false;
    text.chars()
        .map(|letter| match letter {
            '"' => {
                open = !open;
                if open { '\u{201c}' } else { '\u{201d}' }
            }
            '\'' => '\u{2019}',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2019}' => '\'',
            other => other,
        })
        .collect()
}

fn boilerplate(dice: &mut Dice, text: &str) -> String {
    let before: Vec<&str> = (0..dice.below(3)).map(|_| *dice.pick(&FURNITURE)).collect();
    let behind: Vec<&str> = (0..dice.between(1, 4))
        .map(|_| *dice.pick(&FURNITURE))
        .collect();
    [before.join("\n\n"), text.to_owned(), behind.join("\n\n")]
        .join("\n\n")
        .trim()
        .to_owned()
}

fn truncated(dice: &mut Dice, text: &str) -> String {
    let keep = words(text) * dice.between(45, 80) / 100;
    let mut end = text.len();
    let mut count = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            count += 1;
            if count > keep {
                end = at;
                break;
            }
        }
    }
    let marks = ["\u{2026}", "...", " [+1204 chars]", " Read more", ""];
    format!("{}{}", &text[..end], dice.pick(&marks))
}

fn reordered(dice: &mut Dice, text: &str) -> String {
    let mut parts: Vec<&str> = paragraphs(text);
    if parts.len() < 3 {
        parts = parts.into_iter().flat_map(sentences).collect();
    }
    dice.shuffle(&mut parts);
    parts.join("\n\n")
}

/// Sentences in a row, at least 70 words where there are as many, in a text of two to five sentences.
fn excerpt(dice: &mut Dice, text: &str) -> String {
    let all: Vec<&str> = paragraphs(text).into_iter().flat_map(sentences).collect();
    let wanted = (words(text) * dice.between(25, 60) / 100).max(70);
    let mut start = dice.below(all.len());
    let count = |from: usize, to: usize| all[from..to].iter().map(|it| words(it)).sum::<usize>();
    while start > 0 && count(start, all.len()) < wanted {
        start -= 1;
    }
    let mut end = start + 1;
    while end < all.len() && count(start, end) < wanted {
        end += 1;
    }
    let (before, behind) = (dice.between(1, 3), dice.between(1, 2));
    let before = prose::paragraph(dice, before);
    let behind = prose::paragraph(dice, behind);
    format!(
        "{before}\n\n\u{201c}{}\u{201d}\n\n{behind}",
        all[start..end].join(" ")
    )
}

fn embedded(dice: &mut Dice, text: &str) -> String {
    let length = words(text) * dice.between(80, 200) / 100;
    let share = dice.between(20, 80);
    let before = prose::text(dice, length * share / 100);
    let behind = prose::text(dice, length * (100 - share) / 100);
    format!("{before}\n\n{text}\n\n{behind}")
}

fn syndicated(dice: &mut Dice, text: &str) -> String {
    let agency = *dice.pick(&[
        "Reuters",
        "AP",
        "AFP",
        "Northern News",
        "Coast Wire",
        "Delta Press",
    ]);
    let city = place(dice);
    let (month, day) = (*dice.pick(&MONTHS), dice.between(1, 28));
    let before = match dice.below(4) {
        0 => format!("{}, {month} {day} ({agency}) - ", city.to_uppercase()),
        1 => format!("By {}, {agency}\n\n", person(dice)),
        2 => format!("{} ({agency}) \u{2014} ", city.to_uppercase()),
        _ => format!("({agency}) "),
    };
    let behind = match dice.below(4) {
        0 => format!(
            "\n\n(Reporting by {}; editing by {})",
            person(dice),
            person(dice)
        ),
        1 => format!("\n\nCopyright {agency}. All rights reserved."),
        2 => format!("\n\nThis story was first published by {agency}."),
        _ => String::new(),
    };
    format!("{before}{text}{behind}")
}

/// Changes every eighth sentence, and so many of a hundred words that have a synonym, which in the
/// invented texts is every second one.
fn rewritten(dice: &mut Dice, text: &str, percent: usize) -> String {
    let parts = paragraphs(text).into_iter().map(|paragraph| {
        let mut out: Vec<String> = Vec::new();
        for sentence in sentences(paragraph) {
            match dice.below(16) {
                // Left out.
                0 if !out.is_empty() => continue,
                // One more.
                1 => out.push(prose::sentence(dice)),
                _ => {}
            }
            out.push(reworded(dice, sentence, percent));
        }
        out.join(" ")
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

fn reworded(dice: &mut Dice, sentence: &str, percent: usize) -> String {
    let mut out: Vec<String> = Vec::new();
    for word in sentence.split(' ') {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let other = if dice.percent(percent) {
            synonym(dice, bare)
        } else {
            None
        };
        match other {
            Some(other) if !bare.is_empty() => out.push(word.replace(bare, other)),
            _ => out.push(word.to_owned()),
        }
        if dice.percent(2) {
            out.push((*dice.pick(&["also", "now", "indeed", "meanwhile", "then"])).to_owned());
        }
    }
    out.join(" ")
}
