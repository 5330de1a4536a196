//! A document with other names, and its gold where the names stand now.

use super::{super::gold::Document, cast::Cast};

/// The Cyrillic letter that stands for `e` in disguised paragraphs.
const LOOK_ALIKE: char = '\u{435}';

/// Writes a document with the names of a cast. What stands between names is kept, but for `a` and
/// `an` before them. In a paragraph with look-alikes the new names have them, too.
pub(crate) fn draft(document: &Document, cast: &Cast) -> Document {
    let letters: Vec<char> = document.raw.chars().collect();
    let mut raw: Vec<char> = Vec::with_capacity(letters.len());
    let (mut gold, mut at) = (Vec::with_capacity(document.gold.len()), 0);
    for line in &document.gold {
        let (start, end) = (line.start as usize, line.end as usize);
        raw.extend(&letters[at..start]);
        let text = match cast.form(line) {
            Some(form) if disguised(&letters, start) => form.replace('e', &LOOK_ALIKE.to_string()),
            Some(form) => form,
            None => line.text.clone(),
        };
        if text != line.text {
            agree(&mut raw, &text);
        }
        let begin = raw.len() as u32;
        raw.extend(text.chars());
        let mut line = line.clone();
        (line.start, line.end, line.text) = (begin, raw.len() as u32, text);
        gold.push(line);
        at = end;
    }
    raw.extend(&letters[at..]);
    Document {
        file: document.file.clone(),
        raw: raw.into_iter().collect(),
        gold,
    }
}

/// Whether the paragraph around a place has look-alikes.
fn disguised(letters: &[char], at: usize) -> bool {
    let of_line = |letter: &&char| **letter != '\n';
    let before = letters[..at].iter().rev().take_while(of_line);
    let after = letters[at..].iter().take_while(of_line);
    before.chain(after).any(|letter| *letter == LOOK_ALIKE)
}

/// Makes `a` or `an` at the end of a text fit what follows.
fn agree(raw: &mut Vec<char>, next: &str) {
    let vowel = next.starts_with(['A', 'E', 'I', 'O', 'É']) && !next.starts_with("Eu");
    match raw.as_slice() {
        [.., ' ' | '\n', 'a' | 'A', ' '] if vowel => {
            raw.pop();
            raw.extend(['n', ' ']);
        }
        [.., ' ' | '\n', 'a' | 'A', 'n', ' '] if !vowel => {
            raw.truncate(raw.len() - 2);
            raw.push(' ');
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{
        super::{
            super::gold::{Document, Line},
            cast::{Cast, World},
            names::{COUNTRIES, PEOPLE},
        },
        draft,
    };

    fn line(raw: &str, text: &str, label: &str, canonical: &str) -> Line {
        let start = raw[..raw.rfind(text).unwrap()].chars().count();
        let end = start + text.chars().count();
        let json = format!(
            r#"{{"file":"d","start":{start},"end":{end},"text":"{text}","type":"{label}","canonical":"{canonical}"}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn names_change_together_and_the_gold_moves_along() {
        let raw = "Ruritania’s envoy\n\nAn Ostania-born Ruritian spokesman in Streslau, Kofi Mensah, said it, as "
            .to_owned()
            + "did Mensah’s aides at thе Gold Housе.";
        let gold = vec![
            line(&raw, "Ruritania", "GPE", "Ruritania"),
            line(&raw, "Ostania", "GPE", "Ostania"),
            line(&raw, "Ruritian", "NORP", "Ruritania"),
            line(&raw, "spokesman", "TITLE", "spokesman"),
            line(&raw, "Streslau", "GPE", "Streslau"),
            line(&raw, "Kofi Mensah", "PERSON", "Kofi Mensah"),
            line(&raw, "Mensah", "PERSON", "Kofi Mensah"),
            line(&raw, "Gold Housе", "ORG", "Gold House"),
        ];
        let document = Document {
            file: "d".to_owned(),
            raw,
            gold,
        };
        let world = World {
            countries: BTreeSet::from(["Ruritania".to_owned()]),
            capitals: BTreeMap::from([("Streslau".to_owned(), "Ruritania".to_owned())]),
        };
        for number in 1..20 {
            let cast = Cast::new(&document, &world, number).unwrap();
            let draft = draft(&document, &cast);
            for (line, old) in draft.gold.iter().zip(&document.gold) {
                assert_eq!(draft.words(line.start, line.end), line.text);
                assert_eq!(line.text == old.text, old.label == "TITLE", "{line:?}");
            }
            let text = |at: usize| draft.gold[at].text.as_str();
            let disguised = |name: &str| name.replace('e', "\u{435}");
            let country = COUNTRIES.iter().find(|it| it.name == text(0)).unwrap();
            assert_eq!(text(2), disguised(country.demonym));
            assert_eq!(text(4), disguised(country.capital));
            let person = PEOPLE.iter().find(|it| disguised(it.0) == text(5)).unwrap();
            assert_eq!(text(6), disguised(person.1));
            assert!(!text(7).contains('e'), "{}", text(7));
            assert!(draft.raw.contains("’s envoy"));
            let vowel = text(1).starts_with(['A', 'E', 'I', 'O']);
            assert_eq!(draft.raw.contains("An "), vowel, "{}", draft.raw);
        }
    }
}
