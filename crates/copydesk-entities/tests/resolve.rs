//! Who is who within an article: links, offices and holders, metonyms, references.

use copydesk_core::{
    EntityOptions, Span,
    record::{Label, LinkKind, Mention},
};
use copydesk_entities::{Annotations, Context, annotate, resolve_mentions};

use crate::support::tokenizer::tokenize;

/// A text whose sentences end with a full stop and a blank or line break before a capital.
fn read(text: &str) -> Annotations {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let next = text[at + 2..].chars().next();
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        if next.is_some_and(char::is_uppercase) && word.len() > 2 && word != "Corp" {
            sentences.push(Span::at(start, at + 1));
            start = at + 2;
        }
    }
    sentences.push(Span::at(start, text.len()));
    annotate(
        text,
        &sentences,
        &tokenize(text),
        &Context::default(),
        &EntityOptions::default(),
    )
}

/// The mentions of these words, in order.
fn of<'f>(found: &'f Annotations, text: &str, words: &str) -> Vec<&'f Mention> {
    let mentions = found.mentions.iter();
    mentions.filter(|it| it.span.of(text) == words).collect()
}

/// The name of the entity of the last mention of these words, and its link.
fn last(text: &str, words: &str) -> (String, LinkKind) {
    let found = read(text);
    let mentions = of(&found, text, words);
    let mention = mentions
        .last()
        .unwrap_or_else(|| panic!("{words} in {text}"));
    let name = found.entities[mention.entity as usize].name.clone();
    (name, mention.link.kind)
}

/// What the last mention of a capital stands for.
fn metonym(text: &str, city: &str) -> Option<String> {
    let found = read(text);
    let mentions = of(&found, text, city);
    let mention = mentions
        .last()
        .unwrap_or_else(|| panic!("{city} in {text}"));
    assert_eq!(
        found.entities[mention.entity as usize].name, city,
        "the place stays"
    );
    let of = mention.metonym_of?;
    Some(found.entities[of as usize].name.clone())
}

/// The names of who holds the last mention of an office.
fn holders(text: &str, title: &str) -> Vec<String> {
    let found = read(text);
    let mentions = of(&found, text, title);
    let mention = mentions
        .last()
        .unwrap_or_else(|| panic!("{title} in {text}"));
    let names = mention
        .holders
        .iter()
        .map(|&it| found.entities[it as usize].name.clone());
    names.collect()
}

/// The words of the references, each with what it stands for.
fn references(text: &str) -> Vec<(String, String)> {
    let found = read(text);
    let references = found.references.iter();
    references
        .map(|it| {
            let entity = &found.entities[it.entity as usize];
            (it.span.of(text).to_owned(), entity.name.clone())
        })
        .collect()
}

#[test]
fn names_of_people_are_one_in_all_their_forms() {
    for (text, words, name, kind) in [
        (
            "Espen Eide spoke. Then Eide left.",
            "Eide",
            "Espen Eide",
            LinkKind::Part,
        ),
        (
            "Kim Jong Un came. Then Kim left.",
            "Kim",
            "Kim Jong Un",
            LinkKind::Part,
        ),
        (
            "Sergei Petrov and Sergey Petrov spoke.",
            "Sergey Petrov",
            "Sergei Petrov",
            LinkKind::Spelling,
        ),
        (
            "Ramzan Kadyrov came. Later Ramzan Qadirov left.",
            "Ramzan Qadirov",
            "Ramzan Kadyrov",
            LinkKind::Spelling,
        ),
        (
            "Choe Sun Hui came. Later Choe Son Hui left.",
            "Choe Son Hui",
            "Choe Sun Hui",
            LinkKind::Spelling,
        ),
        (
            "William Hague came. Later Bill Hague left.",
            "Bill Hague",
            "William Hague",
            LinkKind::Spelling,
        ),
        (
            "Joseph Miller came. Later J. Miller left.",
            "J. Miller",
            "Joseph Miller",
            LinkKind::Part,
        ),
    ] {
        assert_eq!(last(text, words), (name.to_owned(), kind), "{text}");
    }
}

#[test]
fn different_people_stay_apart() {
    for text in [
        "Kim Jong Un came. Kim Jong Il left.",
        "Maria Lopez came. Mario Lopez left.",
        "Barack Obama came. Michelle Obama left.",
    ] {
        let found = read(text);
        let people = found.entities.iter().filter(|it| it.label == Label::Person);
        assert_eq!(people.count(), 2, "{text}");
    }
    // A surname of two is the one named last, unless an address says otherwise.
    let couple = "Barack Obama and Michelle Obama came. ";
    let (name, _) = last(&format!("{couple}Then Obama waved."), "Obama");
    assert_eq!(name, "Michelle Obama");
    let (name, _) = last(&format!("{couple}Then Mr. Obama waved."), "Obama");
    assert_eq!(name, "Barack Obama");
    let text = format!("{couple}Then Obama waved.");
    let found = read(&text);
    assert!(of(&found, &text, "Obama")[0].link.confidence < 0.7);
}

#[test]
fn organisations_are_one_in_all_their_forms() {
    for (text, words, name, kind) in [
        (
            "Zenova Corporation grew. Later shares of Zenova Inc fell.",
            "Zenova Inc",
            "Zenova Corporation",
            LinkKind::SameName,
        ),
        (
            "The Northern Grain Forum (NGF) met. Later the NGF closed.",
            "NGF",
            "Northern Grain Forum",
            LinkKind::SameName,
        ),
        (
            "Norway\u{2019}s Foreign Ministry spoke. The Foreign Ministry denied it.",
            "Foreign Ministry",
            "Foreign Ministry of Norway",
            LinkKind::Part,
        ),
        (
            "The Norwegian king and Norway agreed.",
            "Norway",
            "Norway",
            LinkKind::SameName,
        ),
    ] {
        assert_eq!(last(text, words), (name.to_owned(), kind), "{text}");
    }
}

#[test]
fn capitals_stand_for_governments_where_they_act() {
    for text in [
        "Oslo denied the report.",
        "Talks between Oslo and Accra began.",
        "They sold weapons to Oslo.",
        "They praised Oslo\u{2019}s efforts.",
        "Ghana signed a deal with Oslo.",
        "They say that Oslo has accused them.",
    ] {
        assert_eq!(metonym(text, "Oslo").as_deref(), Some("Norway"), "{text}");
    }
    for text in [
        "They met in Oslo.",
        "They came from Oslo.",
        "The minister flew to Oslo.",
        "A visit to Oslo is planned.",
        "The trip took them to Oslo.",
        "They praised Oslo\u{2019}s airport.",
        "The talks were held in Oslo.",
    ] {
        assert_eq!(metonym(text, "Oslo"), None, "{text}");
    }
}

#[test]
fn offices_have_their_holders() {
    let eide = "Norwegian Foreign Minister Espen Eide came. ";
    let cases = [
        (eide.to_owned(), "Foreign Minister", "Espen Eide"),
        (
            format!("{eide}The foreign minister spoke."),
            "foreign minister",
            "Espen Eide",
        ),
        (
            format!("{eide}Later Norway\u{2019}s foreign minister spoke."),
            "foreign minister",
            "Espen Eide",
        ),
        (
            "Jane Doe, who is also the chairwoman of Acme Corp., spoke.".to_owned(),
            "chairwoman",
            "Jane Doe",
        ),
        (
            "Jane Doe, the chief executive of Acme Corp., spoke.".to_owned(),
            "chief executive",
            "Jane Doe",
        ),
        (
            "Russian President Vladimir Putin came. The Russian leader spoke.".to_owned(),
            "leader",
            "Vladimir Putin",
        ),
    ];
    for (text, title, holder) in cases {
        assert_eq!(holders(&text, title), [holder], "{text}");
    }
    let text = format!("{eide}The Norwegian minister spoke.");
    assert_eq!(holders(&text, "minister"), ["Espen Eide"]);
    let text = format!("{eide}Later Eide\u{2019}s spokesman spoke.");
    assert!(holders(&text, "spokesman").is_empty());
    let found = read(&text);
    let spokesman = of(&found, &text, "spokesman")[0];
    assert_eq!(
        found.entities[spokesman.entity as usize].name,
        "Spokesman of Espen Eide"
    );
    let other = format!("{eide}Ghana\u{2019}s foreign minister spoke.");
    assert!(holders(&other, "foreign minister").is_empty());
    let both = format!(
        "{eide}Ghanaian Foreign Minister Ama Boateng came. Norway and Ghana\u{2019}s foreign ministers met."
    );
    assert_eq!(
        holders(&both, "foreign ministers"),
        ["Espen Eide", "Ama Boateng"]
    );
}

#[test]
fn an_office_is_an_entity_with_a_role_and_so_is_who_holds_it() {
    let text = "The Minister of Defence of Norway, Anna Berg, spoke.";
    let found = read(text);
    let title = of(&found, text, "Minister of Defence")[0];
    let office = &found.entities[title.entity as usize];
    assert_eq!(
        (office.label, office.name.as_str()),
        (Label::Title, "Minister of Defence of Norway")
    );
    let country = office.roles[0]
        .of
        .map(|of| found.entities[of as usize].name.as_str());
    assert_eq!(country, Some("Norway"));
    let holder = &found.entities[title.holders[0] as usize];
    assert_eq!(holder.roles[0].title, "Minister of Defence");
    // Whoever was something is not meant by it later.
    let text = "Former President Jane Doe left. The president spoke.";
    assert!(holders(text, "president").is_empty());
}

#[test]
fn pronouns_and_descriptions_are_bound_where_that_is_safe() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let found = references(text);
        let found: Vec<_> = found
            .iter()
            .map(|(words, of)| (words.as_str(), of.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check("Mary Berg left. She was ill.", &[("She", "Mary Berg")]);
    check(
        "Mary Berg met John Lund. Nobody knew why he came.",
        &[("he", "John Lund")],
    );
    check("Peter Berg told John Lund that he was ill.", &[]);
    check(
        "Mary Berg left. \u{201c}She is ill,\u{201d} said nobody.",
        &[],
    );
    check(
        "Zenova Corporation grew. Then the company fell.",
        &[("the company", "Zenova Corporation")],
    );
    check(
        "Ghana grew. Then the country fell.",
        &[("the country", "Ghana")],
    );
    check("Norway and Ghana grew. Then the country fell.", &[]);
    check(
        "North Korea spoke. Then the hermit kingdom fell silent.",
        &[("the hermit kingdom", "North Korea")],
    );
}

#[test]
fn seats_of_government_have_a_country() {
    let text = "The Kremlin denied it.";
    let found = read(text);
    let kremlin = of(&found, text, "Kremlin")[0];
    assert_eq!(kremlin.metonym_of, None);
    let identifiers = &found.entities[kremlin.entity as usize].identifiers;
    assert_eq!(identifiers.country.as_deref(), Some("RU"));
}

/// The index and name of the entity of each mention that is given in a text, a sentence on each
/// line: `[words|TYPE]`.
fn given(marked: &str) -> Vec<(u32, String)> {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, behind) = behind.split_once(']').unwrap();
        let (words, label) = inside.split_once('|').unwrap();
        let start = text.len();
        text.push_str(words);
        let label: Label = label.parse().unwrap();
        mentions.push((Span::at(start, text.len()), label));
        rest = behind;
    }
    text.push_str(rest);
    let mut start = 0;
    let sentences: Vec<Span> = (text.lines())
        .map(|line| {
            let sentence = Span::at(start, start + line.len());
            start += line.len() + 1;
            sentence
        })
        .collect();
    let tokens = tokenize(&text);
    let found = resolve_mentions(&text, &sentences, &tokens, &mentions);
    (found.mentions.iter())
        .map(|mention| {
            let entity = &found.entities[mention.entity as usize];
            (mention.entity, entity.name.clone())
        })
        .collect()
}

/// The names that the given mentions of a text have.
fn names(marked: &str) -> Vec<String> {
    given(marked).into_iter().map(|(_, name)| name).collect()
}

#[test]
fn given_pronouns_are_the_last_mention_of_their_type_and_number() {
    let marked = "[Volta Foods|ORG] told [a driver|PERSON] that [it|ORG] would close.";
    assert_eq!(names(marked), ["Volta Foods", "a driver", "Volta Foods"]);
    let marked = "[officers|PERSON] saw [a driver|PERSON] before [they|PERSON] stopped.";
    assert_eq!(names(marked), ["officers", "a driver", "officers"]);
    let marked = "[a woman|PERSON] met [a man|PERSON].\nLater [she|PERSON] left.";
    assert_eq!(names(marked), ["a woman", "a man", "a woman"]);
    let marked = "[the driver|PERSON] who hit [officers|PERSON] said [he|PERSON] was ill.";
    assert_eq!(names(marked)[2], "the driver");
    let marked = "[a car|PRODUCT] hit [a wall|FAC] and [it|PRODUCT] burned.";
    assert_eq!(names(marked)[2], "a car");
    let marked = "[they|PERSON] left [it|PRODUCT].";
    assert_eq!(names(marked), ["they", "it"], "nothing stands before");
}

#[test]
fn given_nouns_before_a_name_are_its_bearer() {
    let marked = "[spokesman|PERSON] [Kofi Mensah|PERSON] left.";
    assert_eq!(names(marked), ["Kofi Mensah", "Kofi Mensah"]);
    let marked = "[officers|PERSON] [Kofi Mensah|PERSON] and [Ama Owusu|PERSON] left.";
    assert_eq!(names(marked)[0], "officers");
}

#[test]
fn given_surnames_may_be_common_words() {
    let marked = "[Ann Hope|PERSON] died.\n[Hope|PERSON] was 80.";
    assert_eq!(names(marked), ["Ann Hope", "Ann Hope"]);
    let marked = "[Ann Hope , Jr.|PERSON] died.\n[Hope|PERSON] was 80.";
    let found = names(marked);
    assert_eq!(found[0], found[1]);
    let marked = "[Ann Owusu|PERSON] died.\n[Ms. Owusu|PERSON] was 80.";
    assert_eq!(names(marked), ["Ann Owusu", "Ann Owusu"]);
}

#[test]
fn given_places_are_what_their_head_says() {
    let found = given("[a shop in Accra|FAC] burned in [Accra|GPE].");
    assert_ne!(found[0].0, found[1].0, "{found:?}");
    let marked = "[Ghana and Togo|GPE] met in [Ghana|GPE].";
    assert_eq!(names(marked), ["Ghana and Togo", "Ghana"]);
}

#[test]
fn a_body_may_be_called_by_its_last_word() {
    let marked = "[Tamale Harvesters|ORG] won.\n[Harvesters|ORG] met.";
    assert_eq!(names(marked), ["Tamale Harvesters", "Tamale Harvesters"]);
    let marked = "[Tamale Harvesters|ORG] met [Volta Harvesters|ORG].\n[Harvesters|ORG] won.";
    assert_eq!(names(marked)[2], "Harvesters");
}
