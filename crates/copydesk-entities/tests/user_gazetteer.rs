//! The user's gazetteer: what is found, what gives way, and whose entity it is. Last, laws: a search
//! that compares every name at every token finds the same.

use copydesk_core::{
    EntityOptions, GazetteerEntry, GazetteerOptions, Span, Token,
    record::{Label, Mention},
};
use copydesk_entities::{Annotations, Context, UserGazetteer, annotate};
use proptest::prelude::*;

use crate::support::tokenizer::tokenize;

fn annotated(gazetteer: &UserGazetteer, text: &str) -> Annotations {
    let tokens = tokenize(text);
    let context = Context {
        gazetteer: Some(gazetteer),
        ..Context::default()
    };
    let sentences = [Span::at(0, text.len())];
    annotate(
        text,
        &sentences,
        &tokens,
        &context,
        &EntityOptions::default(),
    )
}

/// The mentions that the gazetteer has found.
fn given(gazetteer: &UserGazetteer, text: &str) -> Vec<Mention> {
    let mut mentions = annotated(gazetteer, text).mentions;
    mentions.retain(|mention| mention.why.starts_with("gazetteer:"));
    mentions
}

fn surfaces<'a>(gazetteer: &UserGazetteer, text: &'a str) -> Vec<&'a str> {
    let found = given(gazetteer, text);
    found.iter().map(|mention| mention.span.of(text)).collect()
}

fn entry(name: &str, label: Label, aliases: &[&str]) -> GazetteerEntry {
    let mut entry = GazetteerEntry::new(name, label);
    entry.aliases = aliases.iter().map(ToString::to_string).collect();
    entry
}

fn gazetteer(
    case_sensitive: bool,
    accent_sensitive: bool,
    entries: impl IntoIterator<Item = GazetteerEntry>,
) -> UserGazetteer {
    let mut options = GazetteerOptions::default();
    options.case_sensitive = case_sensitive;
    options.accent_sensitive = accent_sensitive;
    let mut gazetteer = UserGazetteer::new(options);
    gazetteer.add("names", entries).unwrap();
    gazetteer
}

fn strict(names: &[&str]) -> UserGazetteer {
    let entries = names.iter().map(|name| entry(name, Label::Org, &[]));
    gazetteer(true, true, entries)
}

#[test]
fn whole_words_are_found() {
    let names = strict(&["Acme", "HL"]);
    let check = |text, expected: &[&str]| assert_eq!(surfaces(&names, text), expected, "{text}");
    check("Acme said", &["Acme"]);
    check("(“Acme”)", &["Acme"]);
    check("Acme's and Acme\u{2019}s", &["Acme", "Acme"]);
    check("Acme-backed, pro-Acme", &["Acme", "Acme"]);
    check("AcmeWorks Acmes acme ACME \u{c4}cme", &[]);
    check("for Acme.", &["Acme"]);
    check("", &[]);
}

#[test]
fn the_longest_name_wins_and_names_do_not_overlap() {
    let names = strict(&["Bank", "Bank of Tamsin", "Tamsin Bay", "Bank of"]);
    let check = |text, expected: &[&str]| assert_eq!(surfaces(&names, text), expected, "{text}");
    check("Bank of Tamsin", &["Bank of Tamsin"]);
    check("Bank of Tamsin Bay", &["Bank of Tamsin"]);
    check("Bank of England", &["Bank of"]);
    check("Bank off Tamsin Bay", &["Bank", "Tamsin Bay"]);
}

#[test]
fn white_space_apostrophes_and_hyphens_are_folded() {
    let names = strict(&["Workers\u{2019} \t Party", "Tvir-Line"]);
    let check = |text, expected: &[&str]| assert_eq!(surfaces(&names, text), expected, "{text:?}");
    check("Workers' Party", &["Workers' Party"]);
    check(
        "Workers\u{2019}\n\u{a0}Party",
        &["Workers\u{2019}\n\u{a0}Party"],
    );
    check("Workers'\r\nParty", &["Workers'\r\nParty"]);
    check("Workers'\n\nParty", &[]);
    check("Workers'\n \nParty", &[]);
    check("Workers'\tParty", &[]);
    check("Workers'Party", &[]);
    check("Tvir\u{2011}Line", &["Tvir\u{2011}Line"]);
    check("Tvir Line", &[]);
}

#[test]
fn marks_are_part_of_a_name() {
    let names = strict(&["Yahoo!", "C++", ".NET", "AT&T", "U.S.", "Acme Corp"]);
    let check = |text, expected: &[&str]| assert_eq!(surfaces(&names, text), expected, "{text}");
    check("Yahoo! and C++ on .NET", &["Yahoo!", "C++", ".NET"]);
    check("Yahoo and C", &[]);
    check("AT&T, AT & T", &["AT&T"]);
    check("the U.S. and Acme Corp. said", &["U.S.", "Acme Corp"]);
}

#[test]
fn case_and_accents_count_as_asked() {
    let entries = || [entry("Malm\u{f6} Line", Label::Org, &[])];
    let text = "Malm\u{f6} Line, Malmo\u{308} Line, Malmo Line, MALM\u{d6} LINE, malmo line";
    let all: Vec<&str> = text.split(", ").collect();
    for (case, accents, expected) in [
        (true, true, &[0, 1][..]),
        (true, false, &[0, 1, 2]),
        (false, true, &[0, 1, 3]),
        (false, false, &[0, 1, 2, 3, 4]),
    ] {
        let found = surfaces(&gazetteer(case, accents, entries()), text);
        let expected: Vec<_> = expected.iter().map(|&at: &usize| all[at]).collect();
        assert_eq!(found, expected, "{case} {accents}");
    }
}

#[test]
fn an_entry_may_have_a_mind_of_its_own() {
    let mut acronym = entry("IT", Label::Org, &[]);
    acronym.case_sensitive = Some(true);
    let names = gazetteer(false, true, [acronym, entry("Acme", Label::Org, &[])]);
    assert_eq!(surfaces(&names, "it is IT and ACME"), ["IT", "ACME"]);
}

#[test]
fn what_matches_as_it_is_written_goes_before_what_is_folded() {
    let mut lenient = entry("polish", Label::Product, &[]);
    lenient.case_sensitive = Some(false);
    let names = gazetteer(true, true, [lenient, entry("Polish", Label::Norp, &[])]);
    let text = "Polish polish";
    let found = given(&names, text);
    let labels: Vec<_> = found.iter().map(|mention| mention.label).collect();
    assert_eq!(labels, [Label::Norp, Label::Product]);
}

#[test]
fn of_two_entries_with_one_name_the_first_wins() {
    let entries = [
        entry("Tamsin", Label::Gpe, &["Tamsin City"]),
        entry("Tamsin", Label::Person, &["Tamsin City", "Tam"]),
        entry("Tamsin", Label::Gpe, &["Tamsin", ""]),
    ];
    let names = gazetteer(true, true, entries);
    assert_eq!((names.len(), names.shadowed()), (2, 2));
    let found = given(&names, "Tamsin Tam");
    let labels: Vec<_> = found.iter().map(|mention| mention.label).collect();
    assert_eq!(labels, [Label::Gpe, Label::Person]);
}

#[test]
fn entries_of_one_id_are_one_thing() {
    let mut long = entry("Harbour Line", Label::Org, &[]);
    long.id = Some("7".to_owned());
    let mut short = entry("HL", Label::Org, &[]);
    short.id = Some("7".to_owned());
    let names = gazetteer(true, true, [long, short]);
    assert_eq!(names.len(), 1);
    let found = annotated(&names, "HL and Harbour Line");
    assert_eq!(found.entities.len(), 1);
    assert_eq!(found.entities[0].name, "Harbour Line");
    assert_eq!(found.entities[0].identifiers.id.as_deref(), Some("7"));
}

#[test]
fn threads_may_share_it() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    shared(&strict(&["Acme"]));
}

#[test]
fn empty_names_and_values_are_refused() {
    let check = |entry, expected| {
        let mut names = UserGazetteer::new(GazetteerOptions::default());
        let good = GazetteerEntry::new("Acme", Label::Org);
        let error = names.add("ships", [good, entry]).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    check(
        entry("\u{a0}\t", Label::Org, &[]),
        "entry 2 of gazetteer `ships`: the name is empty; give it one",
    );
    check(
        entry("Monday", Label::Date, &[]),
        "entry 2 of gazetteer `ships`: type DATE is for values, not for names; use one of PERSON, \
         NORP, FAC, ORG, GPE, LOC, PRODUCT, EVENT, WORK_OF_ART, LAW, LANGUAGE, TITLE",
    );
}

#[test]
fn the_user_goes_before_lists_rules_and_model() {
    let names = gazetteer(
        true,
        true,
        [
            entry("Moscow", Label::Product, &[]),
            entry("York", Label::Person, &[]),
        ],
    );
    let text = "The New York Times wrote from Moscow that Norway waits.";
    let found = annotated(&names, text);
    let mentions: Vec<_> = (found.mentions.iter())
        .map(|mention| (mention.span.of(text), mention.label.as_str(), &*mention.why))
        .collect();
    assert_eq!(
        mentions,
        [
            ("York", "PERSON", "gazetteer:names"),
            ("Moscow", "PRODUCT", "gazetteer:names"),
            ("Norway", "GPE", mentions[2].2),
        ]
    );
    let sure = |mention: &Mention| (mention.confidence - 1.0).abs() < f32::EPSILON;
    assert!(found.mentions[..2].iter().all(sure));
}

#[test]
fn other_mentions_join_the_entity_of_the_user() {
    let mut kim = entry(
        "Kim Jong Un",
        Label::Person,
        &["Supreme Leader Kim Jong Un"],
    );
    kim.id = Some("p1".to_owned());
    let mut russia = entry("Russia", Label::Gpe, &[]);
    russia.id = Some("c1".to_owned());
    let names = gazetteer(true, true, [kim, russia]);
    let text = "Supreme Leader Kim Jong Un met Russian officials. Later Kim left Russia.";
    let found = annotated(&names, text);
    let entities: Vec<_> = (found.entities.iter())
        .map(|entity| {
            (
                &*entity.name,
                entity.identifiers.id.as_deref(),
                &*entity.aliases,
            )
        })
        .collect();
    assert_eq!(entities.len(), 2, "{entities:?}");
    let kim = ["Supreme Leader Kim Jong Un", "Kim"].map(str::to_owned);
    assert_eq!(entities[0], ("Kim Jong Un", Some("p1"), &kim[..]));
    assert_eq!(
        entities[1],
        ("Russia", Some("c1"), &["Russian".to_owned()][..])
    );
    assert_eq!(found.entities[1].identifiers.country, None);
}

#[test]
fn without_names_nothing_changes() {
    let text = "Norway’s Foreign Minister Jonas Lie flew to Accra on Monday.";
    let tokens = tokenize(text);
    let sentences = [Span::at(0, text.len())];
    let plain = annotate(
        text,
        &sentences,
        &tokens,
        &Context::default(),
        &EntityOptions::default(),
    );
    assert_eq!(annotated(&strict(&[]), text), plain);
    assert_eq!(annotated(&strict(&["Zzyzx"]), text), plain);
}

/// The letters that the texts below are made of, folded the simple way.
fn folded(text: &str, options: GazetteerOptions) -> String {
    let mut folded = text
        .replace('\u{2019}', "'")
        .replace("e\u{301}", "\u{e9}")
        .split(['\n', ' '])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if !options.case_sensitive {
        folded = folded.to_lowercase();
    }
    if !options.accent_sensitive {
        folded = folded.replace('\u{e9}', "e").replace('\u{c9}', "E");
    }
    folded
}

/// Where names stand, found the slow way: ends of tokens, no blank line, the longest first.
fn slowly(text: &str, tokens: &[Token], names: &[String], options: GazetteerOptions) -> Vec<Span> {
    let names: Vec<String> = names.iter().map(|name| folded(name, options)).collect();
    // A script without blanks ends a word.
    let is_word = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '\u{301}')
            && letter < Some('\u{3000}')
    };
    let ends_word = |at: usize| {
        !(is_word(text[..at].chars().next_back()) && is_word(text[at..].chars().next()))
    };
    let mut found = Vec::new();
    let mut from = 0;
    for (first, token) in tokens.iter().enumerate() {
        let start = token.span.start;
        if start < from || !ends_word(start as usize) {
            continue;
        }
        let longest = tokens[first..].iter().rev().find(|last| {
            let end = last.span.end;
            let surface = &text[start as usize..end as usize];
            let blank_line = surface.split(|letter| letter != '\n' && letter != ' ');
            let blank_line = blank_line
                .into_iter()
                .any(|gap| gap.matches('\n').count() > 1);
            let name = folded(surface, options);
            !blank_line && ends_word(end as usize) && names.contains(&name)
        });
        if let Some(last) = longest {
            from = last.span.end;
            found.push(Span::new(start, from));
        }
    }
    found
}

fn name() -> impl Strategy<Value = String> {
    "(Abe|abe|Ab\u{e9}|Abe\u{301}|Bo|bo|'|-|&){1}( ?(Abe|Ab\u{e9}|bo|Bo|'|\u{2019}|-|s)){0,3}"
}

fn text() -> impl Strategy<Value = String> {
    "((Abe|abe|AB\u{c9}|Ab\u{e9}|Abe\u{301}|Bo|bo|'s|\u{2019}|-|&|,|the|\u{6771}\u{4eac}|Moscow)( |  |\n|\n\n|)){0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_are_found_where_a_slow_search_finds_them(
        names in prop::collection::vec(name(), 0..8),
        text in text(),
        case_sensitive: bool,
        accent_sensitive: bool,
    ) {
        let mut options = GazetteerOptions::default();
        options.case_sensitive = case_sensitive;
        options.accent_sensitive = accent_sensitive;
        let mut gazetteer = UserGazetteer::new(options);
        let entries = names.iter().map(|name| GazetteerEntry::new(name, Label::Org));
        gazetteer.add("names", entries).unwrap();
        let tokens = tokenize(&text);
        let mentions = annotated(&gazetteer, &text).mentions;

        let mut end = 0;
        for mention in &mentions {
            prop_assert!(end <= mention.span.start && !mention.span.is_empty());
            end = mention.span.end;
            prop_assert!(text.get(mention.span.range()).is_some());
        }
        let found: Vec<_> = (mentions.iter())
            .filter(|mention| mention.why.starts_with("gazetteer:"))
            .map(|mention| mention.span)
            .collect();
        prop_assert_eq!(found, slowly(&text, &tokens, &names, options));
    }

    #[test]
    fn any_names_in_any_text(
        names in prop::collection::vec("\\PC{0,6}", 0..6),
        text in "\\PC{0,40}",
        lenient: bool,
    ) {
        let mut options = GazetteerOptions::default();
        (options.case_sensitive, options.accent_sensitive) = (!lenient, !lenient);
        let mut gazetteer = UserGazetteer::new(options);
        for name in &names {
            // What has no letters is refused.
            let _ = gazetteer.add("names", [GazetteerEntry::new(name, Label::Org)]);
        }
        let text = format!("{text} {} {text}", names.join(" "));
        for mention in annotated(&gazetteer, &text).mentions {
            prop_assert!(text.get(mention.span.range()).is_some());
        }
    }
}
