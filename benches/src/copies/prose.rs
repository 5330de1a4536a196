//! Invented news: sentences of a small grammar over a large vocabulary, so that no two say the same.

use super::lexicon::{Dice, MONTHS, WEEKDAYS, body, capital, number, person, place, surname, word};

/// Somebody or something, as a subject or object.
fn thing(dice: &mut Dice) -> String {
    match dice.below(9) {
        0 => format!("the {}", word(dice, "nouns")),
        1 | 2 => format!("the {} {}", word(dice, "adjectives"), word(dice, "nouns")),
        3 => format!("a {} {}", word(dice, "adjectives"), word(dice, "nouns")),
        4 => format!("the {} of the {}", word(dice, "nouns"), word(dice, "nouns")),
        5 => format!("{}'s {}", place(dice), word(dice, "nouns")),
        6 => format!(
            "the {} {} in {}",
            word(dice, "adjectives"),
            word(dice, "nouns"),
            place(dice)
        ),
        7 => format!(
            "the {} {} {}",
            word(dice, "adjectives"),
            word(dice, "adjectives"),
            word(dice, "nouns")
        ),
        _ => format!("every {} {}", word(dice, "adjectives"), word(dice, "nouns")),
    }
}

/// Somebody who acts.
fn actor(dice: &mut Dice) -> String {
    match dice.below(6) {
        0 => person(dice),
        1 => format!("the {} {}", word(dice, "roles"), surname(dice)),
        2 => format!("the {}", body(dice)),
        3 => format!("a {} from {}", word(dice, "roles"), place(dice)),
        4 => format!(
            "{}, the {} of the {}",
            person(dice),
            word(dice, "roles"),
            body(dice)
        ),
        _ => thing(dice),
    }
}

/// Where, when or how.
fn around(dice: &mut Dice) -> String {
    match dice.below(10) {
        0 => format!("near {}", place(dice)),
        1 => format!("on {}", dice.pick(&WEEKDAYS)),
        2 => format!("since {}", dice.pick(&MONTHS)),
        3 => format!("without {}", thing(dice)),
        4 => format!("after {}", thing(dice)),
        5 => format!("for {} days", number(dice)),
        6 => format!("despite {}", thing(dice)),
        7 => format!(
            "in the {} {}",
            word(dice, "adjectives"),
            word(dice, "nouns")
        ),
        8 => format!("at a cost of {} million", number(dice)),
        _ => format!("behind {}", thing(dice)),
    }
}

/// What somebody did.
fn deed(dice: &mut Dice) -> String {
    let verb = word(dice, "verbs");
    let verb = if dice.percent(25) {
        format!("{} {verb}", word(dice, "adverbs"))
    } else {
        verb.to_owned()
    };
    let mut deed = format!("{verb} {}", thing(dice));
    if dice.percent(55) {
        deed = format!("{deed} {}", around(dice));
    }
    deed
}

pub(super) fn sentence(dice: &mut Dice) -> String {
    let text = match dice.below(10) {
        0 => format!("{} {}", actor(dice), deed(dice)),
        1 => format!("{}, {} {}", around(dice), actor(dice), deed(dice)),
        2 => format!("{} said {} {}", person(dice), thing(dice), deed(dice)),
        3 => format!(
            "\"{} {} and {} it,\" {} said {}",
            capital(&thing(dice)),
            deed(dice),
            word(dice, "verbs"),
            person(dice),
            around(dice)
        ),
        4 => format!(
            "{} {} while {} {}",
            actor(dice),
            deed(dice),
            thing(dice),
            deed(dice)
        ),
        5 => format!(
            "{} {} had {} {}",
            number(dice),
            word(dice, "nouns"),
            word(dice, "verbs"),
            thing(dice)
        ),
        6 => format!(
            "{} {}, but {} {}",
            actor(dice),
            deed(dice),
            actor(dice),
            deed(dice)
        ),
        7 => format!(
            "according to {}, {} {}",
            actor(dice),
            thing(dice),
            deed(dice)
        ),
        8 => format!(
            "{} {} because {} {}",
            thing(dice),
            deed(dice),
            actor(dice),
            deed(dice)
        ),
        _ => format!(
            "{} of {} {} {}",
            number(dice),
            number(dice),
            word(dice, "nouns"),
            deed(dice)
        ),
    };
    capital(&text) + "."
}

/// So many sentences.
pub(super) fn paragraph(dice: &mut Dice, sentences: usize) -> String {
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(dice)).collect();
    sentences.join(" ")
}

/// A text of about so many words.
pub(super) fn text(dice: &mut Dice, words: usize) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut count = 0;
    while count < words {
        let left = (words - count).div_ceil(14);
        let sentences = dice.between(1, 4).min(left.max(1));
        let paragraph = paragraph(dice, sentences);
        count += paragraph.split(' ').count();
        paragraphs.push(paragraph);
    }
    paragraphs.join("\n\n")
}

pub(super) fn title(dice: &mut Dice) -> String {
    let (whose, what) = (place(dice), word(dice, "nouns"));
    let text = format!("{whose} {what}: {} {}", actor(dice), deed(dice));
    capital(&text)
}

/// How many words a text of the news has: most 120 to 700, some a brief, few very long.
pub(super) fn length(dice: &mut Dice) -> usize {
    match dice.below(200) {
        0..12 => dice.between(45, 80),
        12..100 => dice.between(120, 300),
        100..180 => dice.between(250, 700),
        180..199 => dice.between(700, 1_800),
        _ => dice.between(4_000, 10_000),
    }
}
