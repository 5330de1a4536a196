//! Texts that attack one mechanism of the text stages each, in any size.

use crate::{Input, repeated};

/// Bytes of each hostile text.
pub const BYTES: usize = 128 << 10;

/// Every hostile text, about `bytes` each.
pub fn all(bytes: usize) -> Vec<Input> {
    vec![
        one_word(bytes),
        digits(bytes),
        number_words(bytes),
        lookalikes(bytes),
        mojibake(bytes),
        escaped(bytes),
        marks(bytes),
        stops(bytes),
        initials(bytes),
        quotes(bytes),
        names(bytes),
        capitals(bytes),
        unknown_names(bytes),
        places(bytes),
        addresses(bytes),
        short_lines(bytes),
    ]
}

/// Lines of one character or word without an end, about `bytes` each.
pub fn lines(bytes: usize) -> Vec<Input> {
    let line = |name, unit| Input::new(name, repeated(unit, bytes));
    vec![
        line("line-digits", "1"),
        line("line-quotes", "\""),
        line("line-curly-quotes", "\u{201c}"),
        line("line-stops", "."),
        line("line-brackets", "("),
        one_word(bytes),
    ]
}

/// One word without end.
pub fn one_word(bytes: usize) -> Input {
    Input::new("one-word", repeated("harbour", bytes))
}

/// Digits with separators: every place might be a date, an amount or a phone number.
pub fn digits(bytes: usize) -> Input {
    Input::new("digits", repeated("2024-10-15.3,5:+1 ", bytes))
}

/// Months, weekdays and number words that never become a date.
pub fn number_words(bytes: usize) -> Input {
    let unit = "may march last next two hundred first of monday ";
    Input::new("number-words", repeated(unit, bytes))
}

/// Words of Cyrillic and Greek letters that look Latin, with one Latin letter each.
pub fn lookalikes(bytes: usize) -> Input {
    let unit = "\u{441}\u{430}r\u{435}\u{440} \u{3bf}\u{440}\u{435}n \u{430}\u{441}\u{435}t ";
    Input::new("lookalikes", repeated(unit, bytes))
}

/// UTF-8 read as windows-1252, once and twice.
pub fn mojibake(bytes: usize) -> Input {
    let once = "It\u{e2}\u{20ac}\u{2122}s \u{c3}\u{a9}t\u{c3}\u{a9} ";
    let twice = "\u{c3}\u{a2}\u{e2}\u{201a}\u{ac}\u{e2}\u{201e}\u{a2} ";
    Input::new("mojibake", repeated(&format!("{once}{twice}"), bytes))
}

/// References escaped more often than the rounds of repair can undo.
pub fn escaped(bytes: usize) -> Input {
    Input::new("escaped", repeated("&amp;amp;amp;", bytes))
}

/// One letter with combining marks out of order, without end.
pub fn marks(bytes: usize) -> Input {
    Input::new("marks", format!("a{}", repeated("\u{301}\u{323}", bytes)))
}

/// Full stops and blanks: every place might end a sentence.
pub fn stops(bytes: usize) -> Input {
    Input::new("stops", repeated(". .. !? ", bytes))
}

/// Initials without end: every full stop might belong to a name.
pub fn initials(bytes: usize) -> Input {
    Input::new("initials", repeated("J.R. U.S. St. Gen. ", bytes))
}

/// Quotation marks that open and never close.
pub fn quotes(bytes: usize) -> Input {
    Input::new("quotes", repeated("\u{201c}\"(\u{2018}No. ", bytes))
}

/// Persons, no two alike: what puts mentions together has thousands of entities to compare.
pub fn names(bytes: usize) -> Input {
    let syllables = ["Ba", "ko", "du", "li", "ne", "mar", "so", "ti", "ra", "ven"];
    let mut text = String::with_capacity(bytes + 64);
    for index in 0_usize.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str("Minister ");
        for word in [index, index / 7 + 3] {
            // Three digits of the index are three syllables.
            for digit in [word % 10, word / 10 % 10, word / 100 % 10] {
                let syllable = syllables[digit];
                if text.ends_with(' ') {
                    text.extend(syllable.chars().next().map(|c| c.to_ascii_uppercase()));
                    text.push_str(&syllable[1..]);
                } else {
                    text.push_str(&syllable.to_ascii_lowercase());
                }
            }
            text.push(' ');
        }
        text.push_str("said so. ");
    }
    Input::new("names", text)
}

/// One run of capitalized words: a name without end.
pub fn capitals(bytes: usize) -> Input {
    Input::new("capitals", repeated("Bank Of New Harbour United ", bytes))
}

/// Capitalized words that no list knows, without a verb or a full stop between them.
pub fn unknown_names(bytes: usize) -> Input {
    let unit = "Velka Tormin Basku Drunos Hoskir Pellamo Quorenu ";
    Input::new("unknown-names", repeated(unit, bytes))
}

/// A list of places whose names are words or given names as well, so that each is believed
/// only for the sake of the next.
pub fn places(bytes: usize) -> Input {
    Input::new("places", repeated("Aspen, ", bytes))
}

/// Beginnings of e-mail addresses, URLs, handles and phone numbers.
pub fn addresses(bytes: usize) -> Input {
    let unit = "a@b.@c#d+49 http://www.a.b@";
    Input::new("addresses", repeated(unit, bytes))
}

/// Lines of one word each, as a scraped menu: every line might be furniture or a title.
pub fn short_lines(bytes: usize) -> Input {
    Input::new("short-lines", repeated("Home\nWorld\nBy Ann Lee\n", bytes))
}
