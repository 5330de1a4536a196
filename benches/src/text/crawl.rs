//! Sets of articles as a crawl gives them: sound, plain, disguised and damaged.
//!
//! An article is about 5 kB, the size at which the cost per call counts too. The noise of
//! [`news`] is as dense as it was measured in the bodies of 677 pages of the web, 8 MB: per kB
//! 0.4 no-break spaces, doubled blanks and references left in the text. French has more.

use crate::words::Words;

/// Paragraphs in eight languages that write accents and their own quotes; `~` is a no-break
/// space.
pub(crate) const FOREIGN: &str = include_str!("foreign.txt");

/// Bytes of an article.
const ARTICLE: usize = 5_000;

/// Articles of a set by its name.
#[derive(Clone, Debug)]
pub struct Articles {
    /// The name in the reports.
    pub name: &'static str,
    /// The articles.
    pub texts: Vec<String>,
}

impl Articles {
    /// Bytes of all articles.
    pub fn bytes(&self) -> u64 {
        self.texts.iter().map(|text| text.len() as u64).sum()
    }
}

/// Web news, 0.5 MB: four of five articles English, with typographic quotes and a little noise.
pub fn news() -> Articles {
    news_of("news", 100)
}

/// The same in one text of 4.2 MB.
pub fn long_news() -> Articles {
    let Articles { name, texts } = news_of("long-news", 840);
    Articles {
        name,
        texts: vec![texts.join("\n\n")],
    }
}

fn news_of(name: &'static str, count: usize) -> Articles {
    articles(name, count, |words, text| {
        let foreign: Vec<&str> = FOREIGN.split("\n\n").collect();
        let in_english = words.below(5) > 0;
        write(words, text, |words| {
            if in_english {
                words.paragraph().to_owned()
            } else {
                foreign[words.below(foreign.len())]
                    .trim()
                    .replace('~', "\u{a0}")
            }
        });
        spoil(words, text);
    })
}

/// English news typed in ASCII, 0.5 MB.
pub fn ascii() -> Articles {
    articles("ascii", 100, |words, text| {
        write(words, text, |words| plain(words.paragraph()));
    })
}

/// English news in which every third word has a Cyrillic letter, 0.5 MB.
pub fn disguised() -> Articles {
    articles("disguised", 100, |words, text| {
        write(words, text, |words| {
            let paragraph = plain(words.paragraph());
            let disguise = |(at, word): (usize, &str)| {
                if at % 3 == 0 {
                    disguise(word)
                } else {
                    word.to_owned()
                }
            };
            let spelt: Vec<String> = paragraph.split(' ').enumerate().map(disguise).collect();
            spelt.join(" ")
        });
    })
}

/// News in eight languages and English whose UTF-8 was read as windows-1252, 0.5 MB.
pub fn damaged() -> Articles {
    articles("damaged", 100, |words, text| {
        let foreign: Vec<&str> = FOREIGN.split("\n\n").collect();
        write(words, text, |words| {
            let sound = if words.below(2) == 0 {
                words.paragraph()
            } else {
                foreign[words.below(foreign.len())].trim()
            };
            sound.bytes().map(windows_1252).collect()
        });
    })
}

/// The five sets.
pub fn all() -> [Articles; 5] {
    [news(), long_news(), ascii(), disguised(), damaged()]
}

fn articles(
    name: &'static str,
    count: usize,
    mut article: impl FnMut(&mut Words, &mut String),
) -> Articles {
    let mut words = Words::new(11);
    let texts = (0..count)
        .map(|_| {
            let mut text = String::new();
            article(&mut words, &mut text);
            text
        })
        .collect();
    Articles { name, texts }
}

/// Writes the paragraphs of an article.
fn write(words: &mut Words, text: &mut String, mut paragraph: impl FnMut(&mut Words) -> String) {
    while text.len() < ARTICLE - 200 {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&paragraph(words));
    }
}

/// Sets the noise of the web into an article.
fn spoil(words: &mut Words, text: &mut String) {
    for _ in 0..text.len() / 2_500 {
        let place = words.below(text.len());
        let near = text.as_bytes()[place..]
            .iter()
            .position(|&byte| byte == b' ');
        let Some(blank) = near.map(|near| place + near) else {
            continue;
        };
        let noise = match words.below(14) {
            ..10 => "\u{a0}",
            10..13 => "  ",
            _ => " &amp; ",
        };
        text.replace_range(blank..=blank, noise);
    }
}

/// A paragraph as it is typed in ASCII.
fn plain(text: &str) -> String {
    let typed = text.chars().map(|letter| match letter {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    });
    let typed: String = typed.filter(char::is_ascii).collect();
    typed.replace("  ", " ")
}

/// A word with its first look-alike vowel swapped for the Cyrillic one.
pub(crate) fn disguise(word: &str) -> String {
    let swaps = [('e', "\u{435}"), ('a', "\u{430}"), ('o', "\u{43e}")];
    let swap = swaps.into_iter().find(|&(latin, _)| word.contains(latin));
    swap.map_or_else(
        || word.to_owned(),
        |(latin, cyrillic)| word.replacen(latin, cyrillic, 1),
    )
}

/// What a byte is in windows-1252; the five that it lacks are controls.
pub(crate) fn windows_1252(byte: u8) -> char {
    const MARKS: [char; 32] = [
        '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}',
        '\u{2021}', '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}',
        '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}',
        '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}',
        '\u{178}',
    ];
    match byte {
        0x80..0xa0 => MARKS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}
