//! Texts that attack one mechanism of the text stages each, in any size.

use crate::{Input, repeated};

/// Bytes of each hostile text.
pub const BYTES: usize = 128 << 10;

/// What makes each hostile text, of about so many bytes.
pub const ALL: [fn(usize) -> Input; 16] = [
    one_word,
    digits,
    number_words,
    lookalikes,
    mojibake,
    escaped,
    marks,
    stops,
    initials,
    quotes,
    names,
    capitals,
    unknown_names,
    places,
    addresses,
    short_lines,
];

/// One thing over and over, by name: more mechanisms than a benchmark has time for.
pub const FLOODS: [(&str, &str); 36] = [
    ("letters", "a "),
    ("capital-letters", "A "),
    ("lines-of-a-letter", "x\n"),
    ("paragraphs-of-a-letter", "x\n\n"),
    ("numbers", "7 "),
    ("fractions", "1/2 "),
    ("ranges", "$1 to "),
    ("years", "the year 99999999999 "),
    ("dates", "on 3 May 2024, "),
    ("written-numbers", "two hundred and "),
    ("phone-numbers", "phone 020 "),
    ("hyphens", "Aa-"),
    ("apostrophes", "'s "),
    ("ampersands", "A & "),
    ("letters-and-digits", "a1b2"),
    ("quotations", "\u{201c}He said\u{201d} "),
    ("quotations-unclosed", "\u{201c}He said\n\n"),
    ("straight-quotations", "\"so\" he said. "),
    ("single-quotations", "\u{2018}so \u{2018}"),
    ("said", "he said that "),
    ("denials", "denied accusing "),
    ("hedges", "may possibly "),
    ("ministry-of", "Ministry of "),
    ("offices", "the president of the president of "),
    ("namesakes", "Kim Smith met Kim Jones and "),
    ("pairs-of-names", "Anna and "),
    ("lists-of-names", "Jane Doe, "),
    ("metonyms", "Moscow and "),
    ("acronyms", "Acme Corp. (AC) "),
    ("pronouns", "he the company "),
    ("zero-width", "a\u{200b}\u{feff}"),
    ("directions", "\u{202e}a\u{2066}"),
    ("joiners", "\u{1f469}\u{200d}"),
    ("no-blanks", "\u{65b0}\u{534e}\u{793e}"),
    ("bullets", "- x\n"),
    ("cells", "a\tb\n"),
];

/// Lines of one character without an end, by name.
pub const LINES: [(&str, &str); 5] = [
    ("line-digits", "1"),
    ("line-quotes", "\""),
    ("line-curly-quotes", "\u{201c}"),
    ("line-stops", "."),
    ("line-brackets", "("),
];

/// What a newspaper says.
const REPORT: &str = "Ghana\u{2019}s foreign minister said that the talks in Oslo would resume on \
    Monday. Officials in Norway denied the accusation that troops had shelled the town, \
    \u{201c}which is false,\u{201d} a spokeswoman for Acme Corp. said. The president visited \
    Kenya last week and met Jane Doe, who may sign the deal. ";

/// Every hostile text, about `bytes` each.
pub fn all(bytes: usize) -> Vec<Input> {
    ALL.iter().map(|make| make(bytes)).collect()
}

/// Lines of one character or word without an end, about `bytes` each.
pub fn lines(bytes: usize) -> Vec<Input> {
    let lines = LINES.map(|line| flood(line, bytes));
    lines.into_iter().chain([one_word(bytes)]).collect()
}

/// One of [`FLOODS`], about `bytes` long.
pub fn flood((name, unit): (&'static str, &str), bytes: usize) -> Input {
    Input::new(name, repeated(unit, bytes))
}

/// Sentences with quotes, claims and events.
pub fn reports(bytes: usize) -> Input {
    Input::new("reports", repeated(REPORT, bytes))
}

/// The same as a single sentence.
pub fn one_sentence(bytes: usize) -> Input {
    let unit = REPORT.replace(". ", ", and ");
    Input::new("one-sentence", repeated(&unit, bytes))
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
