//! A desk with the user's own names: the records hold, on any number of threads.

use std::{num::NonZeroUsize, sync::Arc};

use copydesk::{
    Article, Desk, GazetteerEntry, GazetteerOptions, Options, RawDocument, UserGazetteer,
    record::Label,
};

const PAGE: &str = "<title>Ships wait</title><article><h1>Ships wait</h1>\
    <p>The Malm&ouml; Star and two ships of the Harbour Line wait before Accra, the harbour \
    office said on Monday, and nobody knows how long they will have to.</p></article>";

fn gazetteer() -> Arc<UserGazetteer> {
    let mut star = GazetteerEntry::new("Malm\u{f6} Star", Label::Product);
    star.id = Some("imo-1".to_owned());
    let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
    gazetteer
        .add(
            "ships",
            [star, GazetteerEntry::new("Harbour Line", Label::Org)],
        )
        .unwrap();
    Arc::new(gazetteer)
}

fn desk(threads: usize, gazetteer: &Arc<UserGazetteer>) -> Desk {
    let mut options = Options::default();
    options.run.threads = NonZeroUsize::new(threads);
    options.gazetteer = Some(Arc::clone(gazetteer));
    Desk::new(options).unwrap()
}

fn page() -> RawDocument {
    RawDocument::from_bytes(PAGE)
}

#[test]
fn names_of_the_user_point_at_their_source() {
    let article = desk(1, &gazetteer()).read(&page());
    let given: Vec<_> = (article.mentions.iter())
        .filter(|mention| mention.why == "gazetteer:ships")
        .map(|mention| &PAGE[article.source_of(mention.span).range()])
        .collect();
    assert_eq!(given, ["Malm&ouml; Star", "Harbour Line"]);
}

#[test]
fn records_with_ids_are_valid_and_survive_json() {
    let article = desk(1, &gazetteer()).read(&page());
    let json = serde_json::to_value(&article).unwrap();
    let schema = serde_json::from_str(copydesk::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&json)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let ids: Vec<_> = (json["entities"].as_array().unwrap().iter())
        .map(|entity| entity["identifiers"].get("id"))
        .collect();
    assert!(ids.contains(&Some(&"imo-1".into())) && ids.contains(&None));
    let again: Article = serde_json::from_value(json).unwrap();
    assert_eq!(again.entities, article.entities);
    assert_eq!(again.mentions, article.mentions);
}

#[test]
fn threads_share_the_names_and_do_not_change_the_records() {
    let gazetteer = gazetteer();
    let alone = desk(1, &gazetteer).read(&page());
    for threads in [1, 2] {
        let documents = (0..20).map(|_| Ok::<_, copydesk::Unreadable>(page()));
        let articles: Vec<_> = desk(threads, &gazetteer).stream(documents).collect();
        assert_eq!(articles.len(), 20);
        assert!(articles.iter().all(|article| *article == alone));
    }
}
