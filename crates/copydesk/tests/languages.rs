//! Names in text of other languages than English: few, but names.

use copydesk::{Desk, Options, RawDocument, record::Label};

/// The names of people, organisations and places in a text, in order.
fn names(text: &str) -> Vec<String> {
    let desk = Desk::new(Options::default()).unwrap();
    let article = desk.read(&RawDocument::from_text(text));
    let kinds = [Label::Person, Label::Org, Label::Gpe];
    (article.mentions.iter())
        .filter(|mention| kinds.contains(&mention.label))
        .map(|mention| mention.span.of(&article.text).to_owned())
        .collect()
}

#[test]
fn german_nouns_are_no_names() {
    let text = "Nach Angaben der Feuerwehr brach der Brand am Mittwoch in einem Lagerhaus am Hafen aus. \
        Der Besitzer, Jürgen Brandt, sprach von einem Schaden in Höhe von zwei Millionen Euro. „Die Ursache kennen \
        wir nicht“, sagte die Sprecherin der Polizei in Hamburg. Eine Gruppe von Nachbarn half den Kräften. \
        Das Ergebnis der Prüfung erwartet Brandt im Oktober.";
    assert_eq!(names(text), ["Jürgen Brandt", "Hamburg", "Brandt"]);
}

#[test]
fn small_words_at_the_start_of_a_sentence_are_in_no_name() {
    let text = "Le Conseil se réunira jeudi à Toulouse, a annoncé mardi Bruno Marchand. Selon Marchand, \
        la situation reste difficile pour les ouvriers du port. « Nous ferons toute la lumière », dit-il. \
        D’après lui, les mesures prises en mai ne suffisent pas. Avec Marchand, trois élus ont visité les quais.";
    let expected = ["Toulouse", "Bruno Marchand", "Marchand", "Marchand"];
    assert_eq!(names(text), expected);
    let text = "Según Carlos Arrieta, los bomberos trabajan desde el lunes en la zona del puerto. El Gobierno \
        enviará ayuda a Chile esta semana. Para Arrieta, las obras van despacio y cuestan demasiado dinero.";
    assert_eq!(names(text), ["Carlos Arrieta", "Chile", "Arrieta"]);
}

#[test]
fn what_the_lists_have_may_begin_with_a_small_word() {
    let text = "De Nederlandsche Bank wilde dinsdag niet op de vragen van de krant reageren. Volgens Annelies de Wit \
        zijn er honderd banen weg en komen er dit jaar geen nieuwe bij, ook niet in Rotterdam.";
    assert_eq!(
        names(text),
        ["De Nederlandsche Bank", "Annelies de Wit", "Rotterdam"]
    );
}
