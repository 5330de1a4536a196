//! Words, names and numbers of invented news, and which words mean much the same.

use std::{collections::HashMap, sync::LazyLock};

const WORDS: &str = include_str!("words.txt");

const FIRST_NAMES: [&str; 32] = [
    "Anna", "Kofi", "Ingrid", "Omar", "Maria", "Pavel", "Leila", "Tomas", "Grace", "Hiro", "Elena",
    "Samuel", "Astrid", "Jorge", "Nadia", "Viktor", "Ruth", "Daniel", "Sofia", "Emeka", "Karin",
    "Luis", "Amina", "Peter", "Yusuf", "Brigid", "Marek", "Chloe", "Isaac", "Zora", "Henrik",
    "Mina",
];
const ONSETS: [&str; 24] = [
    "Bar", "Kel", "Mor", "Tan", "Ves", "Lor", "Had", "Sol", "Rin", "Dal", "Ost", "Fen", "Gar",
    "Win", "Zel", "Nor", "Quil", "Pas", "Hol", "Tre", "Jun", "Cor", "Bel", "Ur",
];
const MIDDLES: [&str; 12] = [
    "a", "e", "i", "o", "en", "ar", "is", "ov", "al", "un", "eth", "im",
];
const SURNAMES: [&str; 14] = [
    "dal", "berg", "mann", "sen", "ko", "ski", "wood", "ley", "heim", "ton", "adze", "escu", "ini",
    "rud",
];
const PLACES: [&str; 12] = [
    "ville", "burg", "stad", "port", "ford", "mouth", "minster", "haven", "grad", "vik", "ona",
    "ia",
];
const BODIES: [&str; 16] = [
    "Council",
    "Institute",
    "Shipping",
    "Bank",
    "Union",
    "Railways",
    "Energy",
    "Foundation",
    "Group",
    "Authority",
    "University",
    "Steel",
    "Press",
    "Airlines",
    "Federation",
    "Chamber",
];
pub(super) const MONTHS: [&str; 12] = [
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
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Words of each kind; those of one entry mean much the same.
pub(super) struct Lexicon {
    kinds: HashMap<&'static str, Vec<Vec<&'static str>>>,
    same: HashMap<&'static str, Vec<&'static str>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        kinds: HashMap::new(),
        same: HashMap::new(),
    };
    let mut kind = "";
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            kind = name.trim_end_matches(']');
            continue;
        }
        let words: Vec<&str> = line.split('|').collect();
        for word in &words {
            let others = words.iter().filter(|other| *other != word).copied();
            lexicon.same.entry(word).or_default().extend(others);
        }
        lexicon.kinds.entry(kind).or_default().push(words);
    }
    lexicon
});

/// An endless supply of numbers, the same for the same seed.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A supply of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 33) as usize % bound.max(1)
    }

    /// A number from one to another one, both included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// Whether it happens, in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    /// Puts things into another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

/// Another word for a word, if there is one.
pub(super) fn synonym(dice: &mut Dice, word: &str) -> Option<&'static str> {
    let others = LEXICON.same.get(word)?;
    (!others.is_empty()).then(|| *dice.pick(others))
}

/// A word of a kind: `nouns`, `verbs`, `adjectives`, `adverbs`, `roles`.
pub(super) fn word(dice: &mut Dice, kind: &str) -> &'static str {
    let words = &LEXICON.kinds[kind];
    let same = dice.pick::<Vec<&str>>(words);
    dice.pick::<&str>(same)
}

pub(super) fn surname(dice: &mut Dice) -> String {
    let (onset, middle) = (*dice.pick(&ONSETS), *dice.pick(&MIDDLES));
    format!("{onset}{middle}{}", dice.pick(&SURNAMES))
}

pub(super) fn person(dice: &mut Dice) -> String {
    let first = *dice.pick(&FIRST_NAMES);
    format!("{first} {}", surname(dice))
}

pub(super) fn place(dice: &mut Dice) -> String {
    let (onset, middle) = (*dice.pick(&ONSETS), *dice.pick(&MIDDLES));
    format!("{onset}{middle}{}", dice.pick(&PLACES))
}

pub(super) fn body(dice: &mut Dice) -> String {
    let name = if dice.percent(50) {
        surname(dice)
    } else {
        place(dice)
    };
    format!("{name} {}", dice.pick(&BODIES))
}

pub(super) fn number(dice: &mut Dice) -> String {
    match dice.below(4) {
        0 => dice.between(2, 99).to_string(),
        1 => dice.between(100, 999).to_string(),
        2 => format!("{},{:03}", dice.between(1, 99), dice.below(1000)),
        _ => format!("{}.{}", dice.between(1, 40), dice.between(1, 9)),
    }
}

/// With a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
