//! Measures on the shared development data; skipped where the data is absent.

use std::{fs, path::PathBuf};

use copydesk_core::{NormalizeOptions, Preset, SegmentKind};
use copydesk_normalize::normalize;
use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::Value;

fn shared(name: &str) -> Option<String> {
    let root = std::env::var_os("COPYDESK_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let text = fs::read_to_string(root.join(name)).ok();
    if text.is_none() {
        println!("skipped: {name} is not there");
    }
    text
}

/// What the comparison `punct` sees of a text.
fn fold(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' => "'".to_owned(),
            '\u{201c}'..='\u{201f}' | '\u{2033}' => "\"".to_owned(),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => "-".to_owned(),
            '\u{2026}' => "...".to_owned(),
            _ => letter.to_string(),
        })
        .collect()
}

#[test]
fn adversarial_cases() {
    let Some(cases) = shared("data/normalize/cases.jsonl") else {
        return;
    };
    let (mut right, mut broken) = (0, Vec::new());
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let string = |name: &str| case[name].as_str().expect("a string").to_owned();
        let exact = string("cmp") == "exact";
        let preset = if exact {
            Preset::AsciiPunctuation
        } else {
            Preset::Canonical
        };
        let input = string("in");
        let output = normalize(&input, &preset.options()).text.into_owned();
        let accepted = case["accept"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str);
        let seen = |text: &str| if exact { text.to_owned() } else { fold(text) };
        if std::iter::once(string("out").as_str())
            .chain(accepted)
            .any(|wanted| seen(wanted) == seen(&output))
        {
            right += 1;
        } else {
            println!(
                "{} {} {input:?} -> {output:?}",
                string("id"),
                string("kind")
            );
            if string("kind") == "keep" {
                broken.push(string("id"));
            }
        }
    }
    println!("{right} of {} cases", cases.lines().count());
    assert_eq!(broken, [""; 0], "sound text was changed");
    assert!(right >= 132, "{right}");
}

#[test]
fn repaired_as_by_ftfy() {
    let Some(cases) = shared("data/normalize/ftfy-cases.jsonl") else {
        return;
    };
    let (mut right, mut all) = (0, 0);
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let string = |name: &str| case[name].as_str().unwrap_or_default().to_owned();
        if string("expect") != "pass" {
            continue;
        }
        all += 1;
        let input = string("original");
        let output = normalize(&input, &NormalizeOptions::default())
            .text
            .into_owned();
        let seen = |text: &str| {
            let mut options = NormalizeOptions::default();
            (options.mojibake, options.homoglyphs, options.entities) = (false, true, false);
            fold(&normalize(text, &options).text)
        };
        if seen(&string("fixed")) == seen(&output) {
            right += 1;
        } else {
            println!(
                "{}\n  {input:?}\n  {output:?}\n  {:?}",
                string("label"),
                string("fixed")
            );
        }
    }
    println!("{right} of {all} cases of ftfy");
    assert!(right >= 150, "{right}");
}

#[test]
fn clean_text_of_181_languages() {
    let Some(texts) = shared("data/normalize/udhr.jsonl") else {
        return;
    };
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let mut options = NormalizeOptions::default();
    options.whitespace = false;
    let (mut all, mut changed_lines) = (0, 0);
    let mut worst = (0.0, String::new());
    for line in texts.lines() {
        let case: Value = serde_json::from_str(line).expect("a text is JSON");
        let name = case["lang"].as_str().expect("a string").to_owned();
        let text = nfc
            .normalize(case["text"].as_str().expect("a string"))
            .into_owned();
        let output = normalize(&text, &options).text;
        // No rule that is on changes the number of lines.
        assert_eq!(text.lines().count(), output.lines().count(), "{name}");
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let mut changed = 0;
        for (before, after) in text
            .lines()
            .zip(output.lines())
            .filter(|(before, after)| before != after)
        {
            changed += 1;
            println!("{name} {before:?}\n  {after:?}");
        }
        all += lines;
        changed_lines += changed;
        let share = f64::from(changed) / lines.max(1) as f64;
        if share > worst.0 {
            worst = (share, name);
        }
    }
    println!("{changed_lines} of {all} lines changed, worst {worst:?}");
    assert!(f64::from(changed_lines) <= 0.001 * all as f64);
    assert!(worst.0 <= 0.001, "{worst:?}");
}

#[test]
fn spun_article() {
    let Some(text) = shared("seeds/004_f2181f0e1a1a49a6.txt") else {
        return;
    };
    assert_eq!(text.matches('\u{435}').count(), 277);
    let output = normalize(&text, &NormalizeOptions::default());
    let expected = text.replace('\u{435}', "e");
    assert_eq!(output.text.trim_end(), expected.trim_end());
    let letters = output
        .offsets
        .segments()
        .filter(|segment| segment.kind == SegmentKind::Replace);
    let mut count = 0;
    for letter in letters {
        count += 1;
        assert_eq!(
            (letter.text.of(&output.text), letter.source.of(&text)),
            ("e", "\u{435}")
        );
    }
    assert_eq!(count, 277);
    for note in &output.diagnostics {
        println!("{note}");
    }
    assert!(
        output
            .diagnostics
            .iter()
            .any(|note| note.code == "normalize/disguised")
    );
}
