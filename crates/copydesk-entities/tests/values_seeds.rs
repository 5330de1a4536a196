//! The reference articles against their hand annotation: every expression of time in the body
//! with its value, no false ones, and the patterns and numbers that the annotation lists.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use crate::support::tokenizer::tokenize;
use copydesk_entities::values::{amounts, dates, patterns};
use serde_json::Value;

/// A span in code points, and a value.
type Found = (usize, usize, String);

/// Letters of the look-alike alphabet are repaired before this stage: one for one, so offsets
/// in code points stay.
fn repaired(raw: &str) -> String {
    raw.replace('\u{0435}', "e")
}

fn shared() -> Option<PathBuf> {
    let root = env::var_os("COPYDESK_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    root.join("gold/information.json").exists().then_some(root)
}

fn span_of(item: &Value) -> (usize, usize) {
    let at = |key: &str| {
        usize::try_from(item[key].as_u64().expect("an offset")).expect("an offset that fits")
    };
    (at("start"), at("end"))
}

fn items<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().map_or(&[], Vec::as_slice)
}

/// The annotation's list and the values it accepts beside the first one.
fn accepted(item: &Value) -> BTreeSet<String> {
    items(item, "alt_values")
        .iter()
        .chain([&item["value"]])
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn reference_articles() {
    let Some(root) = shared() else {
        println!("skipped: the shared annotation is not here (set COPYDESK_SHARED)");
        return;
    };
    let gold = fs::read_to_string(root.join("gold/information.json")).expect("a readable file");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let (mut expressions, mut wrong) = (0, Vec::new());
    for document in items(&gold, "documents") {
        let id = document["id"].as_str().expect("an id");
        let file = root
            .join("seeds")
            .join(document["file"].as_str().expect("a file"));
        let text = repaired(&fs::read_to_string(file).expect("a readable file"));
        let tokens = tokenize(&text);
        let code_points = |byte: u32| text[..byte as usize].chars().count();

        let found: Vec<Found> = dates(&text, &tokens, document["reference_date"].as_str())
            .into_iter()
            .map(|found| {
                let span = found.place.span().expect("a place in the text");
                (code_points(span.start), code_points(span.end), found.value)
            })
            .collect();
        let mut expected = BTreeSet::new();
        for item in items(document, "timex") {
            expressions += 1;
            let (start, end) = span_of(item);
            expected.insert(start);
            let right = found.iter().any(|(from, to, value)| {
                (*from, *to) == (start, end) && accepted(item).contains(value)
            });
            if !right {
                wrong.push(format!("{id}: missing or wrong at {start}"));
            }
        }
        for (start, _, value) in found.iter().filter(|found| !expected.contains(&found.0)) {
            wrong.push(format!("{id}: false {value} at {start}"));
        }

        let found: Vec<Found> = patterns(&text)
            .into_iter()
            .map(|found| {
                let span = found.place.span().expect("a place in the text");
                let kind = found.kind.as_str().to_uppercase();
                (code_points(span.start), code_points(span.end), kind)
            })
            .collect();
        let expected: Vec<Found> = items(document, "patterns")
            .iter()
            .map(|item| {
                let (start, end) = span_of(item);
                (
                    start,
                    end,
                    item["type"].as_str().unwrap_or_default().to_owned(),
                )
            })
            .collect();
        assert_eq!(found, expected, "patterns of {id}");

        let found: Vec<Found> = amounts(&text, &tokens)
            .into_iter()
            .map(|found| {
                let span = found.place.span().expect("a place in the text");
                let value = format!("{} {}", found.kind, found.value);
                (code_points(span.start), code_points(span.end), value)
            })
            .collect();
        let expected: Vec<Found> = items(document, "numbers")
            .iter()
            .map(|item| {
                let (start, end) = span_of(item);
                let kind = item["type"].as_str().unwrap_or_default();
                (start, end, format!("{kind} {}", item["value"]))
            })
            .collect();
        assert_eq!(found, expected, "numbers of {id}");
    }
    assert!(
        expressions > 0,
        "the annotation lists no expression of time"
    );
    assert_eq!(wrong, Vec::<String>::new(), "of {expressions} expressions");
}
