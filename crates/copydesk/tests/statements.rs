//! Links, offices, quotes, claims and events in the record: the schema knows every field, and a
//! record comes back as it was written.
//!
//! `data/statements.json` is written by hand, so that it holds every field whatever the stages
//! find; the tests of the command and of Python read it, too.

use copydesk::Article;
use serde_json::Value;

const RECORD: &str = include_str!("data/statements.json");

#[test]
fn a_record_with_statements_survives_json() {
    let written: Value = serde_json::from_str(RECORD).unwrap();
    let article: Article = serde_json::from_str(RECORD).unwrap();
    assert_eq!(article.references.len(), 1);
    assert_eq!(article.events.len(), 2);
    // What is not known outside JSON, texts and sources, is worked out again.
    let json = serde_json::to_string(&article).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), written);
}

#[test]
fn the_schema_knows_every_field_of_statements() {
    let schema: Value = serde_json::from_str(copydesk::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let record: Value = serde_json::from_str(RECORD).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&record)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    // Every field is asked for or left out on purpose, and nothing else is let in.
    let optional = ["metonym_of", "holders", "roles", "quoted", "hedges"];
    for list in [
        "mentions",
        "entities",
        "references",
        "quotes",
        "claims",
        "events",
    ] {
        let fields: Vec<String> = record[list][1.min(record[list].as_array().unwrap().len() - 1)]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        for field in fields {
            let mut less = record.clone();
            for item in less[list].as_array_mut().unwrap() {
                item.as_object_mut().unwrap().remove(&field);
            }
            let valid = validator.is_valid(&less);
            assert_eq!(
                valid,
                optional.contains(&field.as_str()),
                "{list} without {field}"
            );
        }
        let mut more = record.clone();
        more[list][0]["other"] = Value::Null;
        assert!(!validator.is_valid(&more), "{list} with another field");
    }
}
