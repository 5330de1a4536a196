//! Short reports about people who do not exist, for what is said across many articles.

use crate::words::Words;

/// A report and the day of its publication.
#[derive(Clone, Debug)]
pub struct Report {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// The report.
    pub text: String,
}

const FIRST_NAMES: [&str; 24] = [
    "Anna", "Kofi", "Ingrid", "Omar", "Maria", "Pavel", "Leila", "Tomas", "Grace", "Hiro", "Elena",
    "Samuel", "Astrid", "Jorge", "Nadia", "Viktor", "Ruth", "Daniel", "Sofia", "Emeka", "Karin",
    "Luis", "Amina", "Peter",
];
const ONSETS: [&str; 16] = [
    "Bar", "Kel", "Mor", "Tan", "Ves", "Lor", "Had", "Sol", "Rin", "Dal", "Ost", "Fen", "Gar",
    "Win", "Zel", "Nor",
];
const MIDDLES: [&str; 10] = ["a", "e", "i", "o", "en", "ar", "is", "ov", "al", "un"];
const ENDINGS: [&str; 14] = [
    "dal", "berg", "mann", "sen", "ko", "ski", "wood", "ley", "heim", "ton", "adze", "escu", "ini",
    "rud",
];
const COUNTRIES: [(&str, &str); 12] = [
    ("Norway", "Oslo"),
    ("Ghana", "Accra"),
    ("Chile", "Santiago"),
    ("Japan", "Tokyo"),
    ("Kenya", "Nairobi"),
    ("Portugal", "Lisbon"),
    ("Canada", "Ottawa"),
    ("Latvia", "Riga"),
    ("Peru", "Lima"),
    ("Vietnam", "Hanoi"),
    ("Senegal", "Dakar"),
    ("Finland", "Helsinki"),
];
const OFFICES: [&str; 6] = [
    "Foreign Minister",
    "Defence Minister",
    "Trade Minister",
    "Prime Minister",
    "Finance Minister",
    "Interior Minister",
];
const BODIES: [&str; 5] = ["Council", "Institute", "Shipping", "Bank", "Union"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// So many reports over four years, in order. A third of them is about those who are in the news
/// all the time, the others about one of as many people as there are reports divided by eight; all
/// share 2,240 surnames.
pub fn reports(count: usize) -> Vec<Report> {
    let mut words = Words::new(0x5eed);
    (0..count)
        .map(|at| report(&mut words, at * 48 * 28 / count, count))
        .collect()
}

pub(crate) fn report(words: &mut Words, day: usize, count: usize) -> Report {
    let (year, month, day) = (2020 + day / 336, day / 28 % 12, day % 28 + 1);
    let (one, other) = (person(words, count), person(words, count));
    let (home, _) = COUNTRIES[words.below(COUNTRIES.len())];
    let (abroad, city) = COUNTRIES[words.below(COUNTRIES.len())];
    let office = OFFICES[words.below(OFFICES.len())];
    let body = format!(
        "{} {}",
        surname(words.below(300)),
        BODIES[words.below(BODIES.len())]
    );
    let (first, last) = (name(one), surname(one));
    let (second, colleague) = (name(other), surname(other));
    let month_name = MONTHS[month];
    let tail = words.phrase(40);
    let text = match words.below(3) {
        0 => format!(
            "{home}'s {office} {first} met {second} of the {body} in {city} on {day} {month_name}. \
             {last} said that {abroad} had agreed to the plan. \"We will wait for {colleague},\" \
             {last} told reporters. {tail}."
        ),
        1 => format!(
            "{first} visited {city} on {day} {month_name}, where {abroad}'s {office} denied that \
             the {body} was under pressure. {colleague} accused {home} of delays, according to \
             {second}. {last} rejected the claim. {tail}."
        ),
        _ => format!(
            "The {body} in {city} criticised {home} after {second} threatened to leave the talks. \
             The {home} {office} is expected to meet {first} on {day} {month_name}. {last} and \
             {colleague} declined to comment. {tail}."
        ),
    };
    Report {
        day: format!("{year}-{:02}-{day:02}", month + 1),
        text,
    }
}

/// The number of somebody.
fn person(words: &mut Words, count: usize) -> usize {
    if words.below(3) == 0 {
        words.below(40)
    } else {
        40 + words.below(count / 8 + 1)
    }
}

fn name(person: usize) -> String {
    let first = FIRST_NAMES[person * 7 % FIRST_NAMES.len()];
    format!("{first} {}", surname(person))
}

/// One of 2,240.
fn surname(person: usize) -> String {
    let person = person * 1_237 % (ONSETS.len() * MIDDLES.len() * ENDINGS.len());
    let onset = ONSETS[person % ONSETS.len()];
    let middle = MIDDLES[person / ONSETS.len() % MIDDLES.len()];
    let ending = ENDINGS[person / ONSETS.len() / MIDDLES.len()];
    format!("{onset}{middle}{ending}")
}
