//! Text spelt with look-alikes of other scripts: is the exact original found again, is real
//! foreign text kept?

mod attack;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use copydesk::{NormalizeOptions, stage};
use serde_json::Value;

use super::pages;
use attack::{Attack, MIXED, Random, TO_FOREIGN, TO_LATIN};

/// How many of a hundred letters are swapped, and how many where few are.
const PERCENT: usize = 30;
const FEW: usize = 3;
/// How many lines a document has where lines are not read by themselves.
const DOCUMENT: usize = 40;
/// How many lines of the news bodies are attacked.
const NEWS_LINES: usize = 3000;

/// Russian words that hold a letter no Latin one looks like.
const REAL: &str = "\u{418}\u{437}\u{432}\u{435}\u{441}\u{442}\u{438}\u{44f} \u{43f}\u{440}\u{430}\u{432}\u{434}\u{430} \u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430} \u{433}\u{43e}\u{440}\u{43e}\u{434} \u{43f}\u{435}\u{440}\u{435}\u{441}\u{442}\u{440}\u{43e}\u{439}\u{43a}\u{430} \u{441}\u{43f}\u{443}\u{442}\u{43d}\u{438}\u{43a} \u{441}\u{43e}\u{432}\u{435}\u{442} \u{434}\u{443}\u{43c}\u{430} \u{43c}\u{438}\u{440} \u{434}\u{43e}\u{43c} \u{414}\u{43e}\u{436}\u{434}\u{44c} \u{433}\u{43b}\u{430}\u{441}\u{43d}\u{43e}\u{441}\u{442}\u{44c} \u{441}\u{430}\u{43c}\u{43e}\u{432}\u{430}\u{440} \u{412}\u{43e}\u{43b}\u{433}\u{430} \u{441}\u{442}\u{435}\u{43f}\u{44c} \u{42d}\u{445}\u{43e} \u{41d}\u{435}\u{432}\u{430} \u{413}\u{443}\u{41b}\u{410}\u{433} \u{432}\u{435}\u{441}\u{44c} \u{434}\u{430}\u{447}\u{430}";
/// Words that consist of look-alikes only.
const LOOKALIKE: &str = "\u{432}\u{441}\u{435} \u{441}\u{43e}\u{43a} \u{440}\u{43e}\u{441}\u{430} \u{43e}\u{441}\u{430} \u{441}\u{43e}\u{440} \u{443}\u{445}\u{43e} \u{43a}\u{430}\u{441}\u{441}\u{430} \u{440}\u{430}\u{43a} \u{41e}\u{41e}\u{41e} \u{421}\u{421}\u{421}\u{420}";

/// Greek words and letters as they stand in English text.
const GREEK: &str = "\u{3b1} \u{3bd} \u{3b7} \u{3bc} \u{3c1} \u{3c7}\u{b2} \u{3ba}\u{3b1}\u{3b9} \u{391}\u{3b8}\u{3ae}\u{3bd}\u{3b1} \u{3bb}\u{3cc}\u{3b3}\u{3bf}\u{3c2} TNF\u{3b1} H\u{3b1} \u{3b1}-helix \u{39a}\u{39a}\u{395} \u{39d}\u{391}\u{3a4}\u{39f} \u{3bd}\u{3b5}\u{3c1}\u{3cc} \u{3ad}\u{3bd}\u{3b1} \u{3c3} \u{3a9}";

/// Names as they stand in Cyrillic text.
const LATIN: &str = "iPhone NATO COVID-19 MacBook TOYOTA Facebook BMW HP XX AC Coca-Cola IT SMS Wi-Fi COBOL Apple YouTube CEO PayPal Xbox";

/// A line, or a text of many.
#[derive(Debug)]
struct Text {
    name: String,
    text: String,
}

pub(crate) fn folder(folder: &Path, misses: usize) -> Result<()> {
    let udhr = declarations(&folder.join("udhr.jsonl"))?;
    let mut english: Vec<Text> = udhr
        .iter()
        .filter(|text| text.name == "eng")
        .flat_map(lines)
        .collect();
    let declaration = english.len();
    let news = folder.join("../parse/wcxb-dev/gold.json");
    if news.is_file() {
        let gold = pages::read_gold(&news)?;
        let bodies = gold.iter().filter_map(|(id, gold)| {
            let text = gold.body.clone()?;
            let name = id.clone();
            Some(Text { name, text })
        });
        // Lines of many pages, and none that the clean text would not stand.
        let all: Vec<Text> = bodies.flat_map(|body| lines(&body)).collect();
        let step = (all.len() / NEWS_LINES).max(1);
        english.extend(all.into_iter().step_by(step).filter(is_english));
    }
    println!(
        "English lines: {declaration} of the declaration, {} of the web; {PERCENT} % of the letters with a look-alike swapped",
        english.len() - declaration
    );
    println!(
        "{:<38} {:>7} {:>9} {:>9}",
        "", "lines", "exact %", "of words"
    );
    let eval = Eval {
        texts: &english,
        percent: PERCENT,
        lines: 1,
        words: "",
        misses,
    };
    for attack in &TO_FOREIGN {
        eval.run(attack.name, attack);
    }
    let real = Eval {
        words: REAL,
        ..eval
    };
    for attack in [TO_FOREIGN[0], TO_FOREIGN[3], MIXED] {
        real.run(&format!("{} + Russian word", attack.name), &attack);
    }
    let alike = Eval {
        words: LOOKALIKE,
        ..eval
    };
    alike.run("Cyrillic + look-alike Russian word", &TO_FOREIGN[0]);
    for (name, words) in [
        ("nothing swapped + Russian word", REAL),
        ("nothing swapped + look-alike word", LOOKALIKE),
        ("nothing swapped + Greek word", GREEK),
    ] {
        let sound = Eval {
            percent: 0,
            words,
            ..eval
        };
        sound.run(name, &TO_FOREIGN[0]);
    }
    let latin: Vec<Text> = by_script(&udhr, "Latin");
    let languages = Eval {
        texts: &latin,
        ..eval
    };
    languages.run("all languages in Latin letters", &TO_FOREIGN[0]);
    println!("\nin documents of {DOCUMENT} lines");
    for attack in [TO_FOREIGN[0], TO_FOREIGN[4], MIXED] {
        let documents = Eval {
            lines: DOCUMENT,
            ..eval
        };
        documents.run(attack.name, &attack);
        let real = Eval {
            words: REAL,
            ..documents
        };
        real.run(&format!("{} + Russian word", attack.name), &attack);
        let few = Eval {
            percent: FEW,
            ..documents
        };
        few.run(&format!("{}, {FEW} % swapped", attack.name), &attack);
    }
    println!();
    for text in udhr
        .iter()
        .filter(|text| dominant(&text.text) == "Cyrillic")
    {
        let texts = &lines(text);
        Eval { texts, ..eval }.run(&format!("{}: {}", text.name, TO_LATIN.name), &TO_LATIN);
    }
    let cyrillic = by_script(&udhr, "Cyrillic");
    for percent in [0, PERCENT] {
        let names = Eval {
            texts: &cyrillic,
            words: LATIN,
            percent,
            ..eval
        };
        names.run(&format!("{percent} % swapped + Latin name"), &TO_LATIN);
    }
    println!();
    clean(&udhr);
    Ok(())
}

/// What is attacked, and how.
#[derive(Clone, Copy, Debug)]
struct Eval<'t> {
    texts: &'t [Text],
    /// How many of a hundred letters are swapped.
    percent: usize,
    /// How many lines are one document.
    lines: usize,
    /// Words of which one is put into each line; none where empty.
    words: &'t str,
    /// How many lines that were not found are shown.
    misses: usize,
}

impl Eval<'_> {
    /// Attacks the lines and prints a row.
    fn run(&self, name: &str, attack: &Attack) {
        let mut random = Random::seeded(0x5eed);
        let words: Vec<&str> = self.words.split(' ').collect();
        let (mut all, mut exact, mut all_words, mut right_words) = (0, 0, 0, 0);
        let mut shown = 0;
        for texts in self.texts.chunks(self.lines) {
            let (mut wanted_lines, mut given_lines) = (Vec::new(), Vec::new());
            for Text { text, .. } in texts {
                let attacked = attack.swap(text, self.percent, &mut random);
                let (mut wanted, mut given) = (text.clone(), attacked);
                if !self.words.is_empty() {
                    let word = words[random.below(words.len())];
                    let place = random.below(text.matches(' ').count() + 1);
                    (wanted, given) = (insert(&wanted, place, word), insert(&given, place, word));
                }
                wanted_lines.push(wanted);
                given_lines.push(given);
            }
            let given = given_lines.join("\n");
            let output = stage::normalize(&given, &NormalizeOptions::default()).text;
            let pairs = wanted_lines
                .iter()
                .zip(&given_lines)
                .zip(output.split('\n'));
            for ((wanted, given), got) in pairs {
                if self.percent > 0 && wanted == given && got == wanted {
                    continue;
                }
                all += 1;
                exact += usize::from(got == wanted);
                all_words += wanted.split(' ').count();
                let words = wanted.split(' ').zip(got.split(' '));
                let wrong: Vec<(&str, &str)> = words
                    .clone()
                    .filter(|(wanted, got)| wanted != got)
                    .collect();
                right_words += words.count() - wrong.len();
                if got != wanted && shown < self.misses {
                    shown += 1;
                    println!("  {wanted}");
                    for (wanted, got) in wrong {
                        println!("    {wanted:?} {}", escaped(got));
                    }
                }
            }
        }
        println!(
            "{name:<38} {all:>7} {:>9.2} {:>9.2}",
            percent(exact, all),
            percent(right_words, all_words)
        );
    }
}

/// Every clean line of every language, by script: which are changed after all?
fn clean(texts: &[Text]) {
    let mut scripts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for text in texts {
        let row = scripts.entry(dominant(&text.text)).or_default();
        for line in lines(text) {
            row.0 += 1;
            let output = stage::normalize(&line.text, &NormalizeOptions::default());
            if output.text != line.text {
                row.1 += 1;
                println!("    {} {:?} -> {:?}", text.name, line.text, output.text);
            }
        }
    }
    println!(
        "{:<38} {:>7} {:>9} {:>11}",
        "clean", "lines", "changed", "unchanged %"
    );
    let (mut all, mut all_changed) = (0, 0);
    for (script, (lines, changed)) in &scripts {
        println!(
            "{script:<38} {lines:>7} {changed:>9} {:>11.2}",
            percent(lines - changed, *lines)
        );
        all += lines;
        all_changed += changed;
    }
    println!(
        "{:<38} {all:>7} {all_changed:>9} {:>11.2}",
        "all",
        percent(all - all_changed, all)
    );
    shuffled(texts);
}

/// The same lines in documents that mix languages and scripts.
fn shuffled(texts: &[Text]) {
    let mut random = Random::seeded(0x5eed);
    let mut all: Vec<Text> = texts.iter().flat_map(lines).collect();
    for at in (1..all.len()).rev() {
        all.swap(at, random.below(at + 1));
    }
    let mut changed = 0;
    for document in all.chunks(DOCUMENT) {
        let lines: Vec<&str> = document.iter().map(|line| line.text.as_str()).collect();
        let text = lines.join("\n");
        let output = stage::normalize(&text, &NormalizeOptions::default()).text;
        let pairs = lines.iter().zip(output.split('\n'));
        for (before, after) in pairs.filter(|(before, after)| *before != after) {
            changed += 1;
            println!("    {before:?} -> {after:?}");
        }
    }
    println!(
        "{:<38} {:>7} {changed:>9} {:>11.2}",
        format!("mixed, in documents of {DOCUMENT} lines"),
        all.len(),
        percent(all.len() - changed, all.len())
    );
}

/// The lines of a text as the rules that are not asked here leave them.
fn lines(text: &Text) -> Vec<Text> {
    let mut options = NormalizeOptions::default();
    (options.homoglyphs, options.invisible) = (false, false);
    text.text
        .lines()
        .map(|line| stage::normalize(line.trim(), &options).text.into_owned())
        .filter(|line| !line.is_empty())
        .map(|text_of_line| Text {
            name: text.name.clone(),
            text: text_of_line,
        })
        .collect()
}

/// The lines of all texts in a script.
fn by_script(texts: &[Text], script: &str) -> Vec<Text> {
    let texts = texts.iter().filter(|text| dominant(&text.text) == script);
    texts.flat_map(lines).collect()
}

/// Whether a line is of ASCII letters and common punctuation, and no other letter.
fn is_english(line: &Text) -> bool {
    line.text.len() >= 20
        && line
            .text
            .chars()
            .all(|letter| letter.is_ascii() || matches!(letter, '\u{2010}'..='\u{2027}'))
}

/// The text with a word put before its piece of that number.
fn insert(text: &str, piece: usize, word: &str) -> String {
    let mut pieces: Vec<&str> = text.split(' ').collect();
    pieces.insert(piece.min(pieces.len()), word);
    pieces.join(" ")
}

fn declarations(path: &Path) -> Result<Vec<Text>> {
    let data =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    data.lines()
        .map(|line| {
            let text: Value = serde_json::from_str(line)?;
            let field = |name: &str| text[name].as_str().unwrap_or_default().to_owned();
            Ok(Text {
                name: field("lang"),
                text: field("text"),
            })
        })
        .collect()
}

/// The script of most letters, as coarsely as a table needs it.
fn dominant(text: &str) -> &'static str {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        let script = match letter as u32 {
            ..0x370 | 0x1e00..0x1f00 => "Latin",
            0x370..0x400 | 0x1f00..0x2000 => "Greek",
            0x400..0x530 => "Cyrillic",
            0x530..0x590 => "Armenian",
            0x590..0x600 => "Hebrew",
            0x600..0x780 => "Arabic",
            0x900..0xe00 => "Indic",
            0xe00..0x1000 => "Thai, Lao, Tibetan",
            0x10a0..0x1100 => "Georgian",
            0x1200..0x13a0 => "Ethiopic",
            0x13a0..0x1400 => "Cherokee",
            0x3000..0xa000 | 0xac00..0xd800 => "Han, kana, Hangul",
            _ => "other",
        };
        *counts.entry(script).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.map_or("none", |(script, _)| script)
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// A word in which the letters that deceive can be told.
fn escaped(word: &str) -> String {
    word.chars()
        .map(|letter| {
            if letter.is_ascii() {
                letter.to_string()
            } else {
                letter.escape_unicode().to_string()
            }
        })
        .collect()
}
