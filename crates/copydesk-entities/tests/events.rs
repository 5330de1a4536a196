//! Events of single sentences: who did what to whom.

use crate::support::tokenizer::tokenize;
use copydesk_core::{EntityOptions, Span, record::Event};
use copydesk_entities::{Context, annotate};

/// The events of a sentence, each as `ROOT: who > whom`.
fn told(text: &str) -> Vec<String> {
    let sentences = [Span::at(0, text.len())];
    let found = annotate(
        text,
        &sentences,
        &tokenize(text),
        &Context::default(),
        &EntityOptions::default(),
    );
    let names = |all: &[copydesk_core::record::Participant]| {
        let names: Vec<&str> = all.iter().map(|one| one.span.of(text)).collect();
        names.join(", ")
    };
    let show = |event: &Event| {
        format!(
            "{}: {} > {}",
            event.root,
            names(&event.who),
            names(&event.whom)
        )
    };
    found.events.iter().map(show).collect()
}

#[test]
fn the_object_decides_what_a_verb_tells() {
    assert_eq!(
        told("France sent troops to Mali."),
        ["MOBILIZE: France > Mali"]
    );
    assert_eq!(told("France sent food to Mali."), ["AID: France > Mali"]);
}

#[test]
fn a_light_verb_tells_what_its_object_tells() {
    assert_eq!(
        told("Peru held talks with Chile in Lima."),
        ["CONSULT: Peru > Chile"]
    );
}

#[test]
fn a_passive_is_turned_round() {
    assert_eq!(
        told("Three protesters were arrested by police in Oslo."),
        ["COERCE: police > Three protesters"]
    );
}

#[test]
fn two_who_meet_are_the_two_sides() {
    assert_eq!(
        told("France and Germany met in Paris."),
        ["CONSULT: France > Germany"]
    );
}

#[test]
fn who_buys_arms_is_given_them() {
    assert_eq!(
        told("Iraq bought tanks from Brazil."),
        ["AID: Brazil > Iraq"]
    );
}

#[test]
fn a_noun_tells_an_event_with_somebody_who_takes_part() {
    assert_eq!(
        told("Reports spoke of Kenya’s invasion of Somalia."),
        ["ASSAULT: Kenya > Somalia"]
    );
    assert!(told("The invasion was long ago.").is_empty());
}

#[test]
fn what_did_not_happen_is_no_event() {
    assert!(told("France did not invade Spain.").is_empty());
    assert!(told("If France invades Spain, it is war.").is_empty());
}

#[test]
fn a_clause_tells_one_event() {
    assert_eq!(
        told("Peru thanked Chile for its support for the treaty."),
        ["SUPPORT: Peru > Chile"]
    );
}

#[test]
fn what_comes_of_an_attack_is_the_same_event() {
    assert_eq!(
        told("A drone struck a depot near Lviv on Monday, killing four workers."),
        ["ASSAULT:  > four workers"]
    );
}

#[test]
fn who_refuses_to_do_something_rejects_whom_it_is_for() {
    assert_eq!(
        told("The court in Accra this morning refused to release Peter Owusu."),
        ["REJECT: The court > Peter Owusu"]
    );
    assert!(told("A spokesman for Peru declined to comment.").is_empty());
}

#[test]
fn saying_that_a_thing_is_not_so_is_a_rejection() {
    assert_eq!(told("Peru says this is untrue."), ["REJECT: Peru > "]);
    assert_eq!(
        told("Peru insisted that it had never fired first."),
        ["REJECT: Peru > "]
    );
    assert_eq!(told("Peru called the report absurd."), ["REJECT: Peru > "]);
}

#[test]
fn what_is_asked_for_is_no_event_of_its_own() {
    assert_eq!(
        told("Peru urged Chile to free all prisoners."),
        ["REQUEST: Peru > Chile"]
    );
}

#[test]
fn plural_pronouns_go_back_to_the_subject_before() {
    assert_eq!(
        told("The farmers blocked the road after they met Jane Doe in Lima."),
        ["PROTEST: The farmers > ", "CONSULT: The farmers > Jane Doe"]
    );
}

#[test]
fn both_sides_are_the_two_of_the_event_before() {
    assert_eq!(
        told("Peru accused Chile of fraud, and Brazil urged both countries to stop."),
        [
            "ACCUSE: Peru > Chile",
            "REQUEST: Brazil > both countries, both countries"
        ]
    );
}

#[test]
fn a_strike_of_workers_is_a_protest() {
    assert_eq!(
        told("Nurses in Oslo voted for a strike by their union against the Norwegian government."),
        ["PROTEST: their union > the Norwegian government"]
    );
}
