use copydesk_core::{
    Span,
    record::{
        ClaimStatus, Entity, Event, EventRoot, EventTime, Identifiers, Link, Mention, Participant,
        Role,
    },
};

use super::*;

/// An article of a day. Names are marked: `[words|TYPE]`, with more behind further bars: `is=`
/// the name of the entity, `q=` its Wikidata item, `of=` whose office a title is, `holds=` the
/// office of a person and behind `@` whose it is.
fn article(day: &str, marked: &str) -> Article {
    let mut article = Article {
        published: (!day.is_empty()).then(|| day.to_owned()),
        ..Article::default()
    };
    let mut roles: Vec<(usize, String, String)> = Vec::new();
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        article.text.push_str(before);
        let (inside, behind) = behind.split_once(']').unwrap();
        rest = behind;
        let mut parts = inside.split('|');
        let words = parts.next().unwrap();
        let label: Label = parts.next().unwrap().parse().unwrap();
        let mut name = words;
        let mut identifiers = Identifiers::default();
        let mut role = None;
        for part in parts {
            match part.split_once('=').unwrap() {
                ("is", is) => name = is,
                ("q", item) => identifiers.wikidata = Some(item.to_owned()),
                ("id", id) => identifiers.id = Some(id.to_owned()),
                ("of", of) => role = Some((words, of)),
                ("holds", office) => role = office.split_once('@'),
                (other, _) => panic!("{other}"),
            }
        }
        let start = article.text.len() as u32;
        article.text.push_str(words);
        let span = Span::new(start, article.text.len() as u32);
        let known = (article.entities.iter())
            .position(|entity| entity.name == name && entity.label == label);
        let at = known.unwrap_or_else(|| {
            article.entities.push(Entity {
                name: name.to_owned(),
                label,
                aliases: Vec::new(),
                identifiers,
                mentions: Vec::new(),
                roles: Vec::new(),
                confidence: 1.0,
            });
            article.entities.len() - 1
        });
        if let Some((title, of)) = role {
            roles.push((at, title.to_owned(), of.to_owned()));
        }
        let entity = &mut article.entities[at];
        entity.mentions.push(article.mentions.len() as u32);
        if words != name && !entity.aliases.iter().any(|alias| alias == words) {
            entity.aliases.push(words.to_owned());
        }
        article.mentions.push(Mention {
            span,
            label,
            entity: at as u32,
            confidence: 1.0,
            why: "test".into(),
            link: Link::default(),
            metonym_of: None,
            holders: Vec::new(),
        });
    }
    article.text.push_str(rest);
    for (at, title, of) in roles {
        let of = (article.entities.iter()).position(|entity| entity.name == of);
        let mention = article.entities[at].mentions[0];
        article.entities[at].roles.push(Role {
            title,
            of: of.map(|of| of as u32),
            mention,
        });
    }
    article.set_id();
    article
}

fn corpus(articles: &[(&str, &str)]) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.extend(articles.iter().map(|(day, text)| article(day, text)));
    corpus
}

/// Index in its article of the entity of a name.
fn at(corpus: &Corpus, document: u32, name: &str) -> u32 {
    let article = corpus.document(document).unwrap();
    let mut entities = article.entities.iter();
    entities.position(|entity| entity.name == name).unwrap() as u32
}

/// Whether two entities of articles are one.
fn same(corpus: &Corpus, a: (u32, &str), b: (u32, &str)) -> bool {
    let index = |(document, name)| {
        corpus
            .entity_of(document, at(corpus, document, name))
            .unwrap()
    };
    index(a) == index(b)
}

#[test]
fn spellings_of_one_person_are_one() {
    let corpus = corpus(&[
        ("2024-05-01", "[Sergey Karpenko|PERSON] left."),
        ("2024-05-02", "[Sergei Karpenko|PERSON] left."),
        ("", "[Joe Harper|PERSON] met [Joseph R. Harper|PERSON]."),
    ]);
    assert!(same(
        &corpus,
        (0, "Sergey Karpenko"),
        (1, "Sergei Karpenko")
    ));
    assert!(same(&corpus, (2, "Joe Harper"), (2, "Joseph R. Harper")));
    let entities = corpus.entities();
    assert_eq!(entities.len(), 2);
    let merge = entities[0].members[1].merge;
    assert_eq!(
        (merge.kind, merge.through),
        (MergeKind::Spelling, Some((0, 0)))
    );
    assert_eq!(entities[0].aliases.len(), 1);
}

#[test]
fn a_surname_joins_the_person_that_the_company_fits() {
    let corpus = corpus(&[
        (
            "2024-05-01",
            "[Ivan Karpenko|PERSON] of [Norway|GPE|q=Q20] at the [Arctic Council|ORG].",
        ),
        (
            "2024-05-02",
            "[Olga Karpenko|PERSON] swam in [Ghana|GPE|q=Q117] for [Tema Divers|ORG].",
        ),
        (
            "2024-05-03",
            "[Karpenko|PERSON] told the [Arctic Council|ORG] about [Norway|GPE|q=Q20].",
        ),
        (
            "2024-05-04",
            "[Karpenko|PERSON] won for the [Tema Divers|ORG] in [Ghana|GPE|q=Q117].",
        ),
        (
            "2024-05-05",
            "[Karpenko|PERSON] sells boats in [Peru|GPE|q=Q419].",
        ),
    ]);
    assert!(same(&corpus, (2, "Karpenko"), (0, "Ivan Karpenko")));
    assert!(same(&corpus, (3, "Karpenko"), (1, "Olga Karpenko")));
    for (document, name) in [(0, "Ivan Karpenko"), (1, "Olga Karpenko")] {
        assert!(!same(&corpus, (4, "Karpenko"), (document, name)));
    }
}

#[test]
fn a_surname_without_support_stays_alone() {
    let corpus = corpus(&[
        (
            "2024-05-01",
            "[Ivan Karpenko|PERSON] of [Norway|GPE|q=Q20].",
        ),
        (
            "2024-05-03",
            "[Karpenko|PERSON] sells boats in [Peru|GPE|q=Q419].",
        ),
        ("2030-05-03", "[Karpenko|PERSON] of [Norway|GPE|q=Q20]."),
    ]);
    assert!(!same(&corpus, (1, "Karpenko"), (0, "Ivan Karpenko")));
    assert!(!same(&corpus, (2, "Karpenko"), (0, "Ivan Karpenko")));
}

#[test]
fn an_office_supports_a_surname() {
    let corpus = corpus(&[
        (
            "2024-05-01",
            "[Ivan Karpenko|PERSON|holds=Mayor@Tema], mayor of [Tema|GPE|q=Q9].",
        ),
        ("2024-05-01", "[Olga Karpenko|PERSON] from [Tema|GPE|q=Q9]."),
        (
            "2024-05-03",
            "[Karpenko|PERSON|holds=Mayor@Tema] of [Tema|GPE|q=Q9].",
        ),
    ]);
    assert!(same(&corpus, (2, "Karpenko"), (0, "Ivan Karpenko")));
}

#[test]
fn another_spelling_joins_with_much_support() {
    let both = "met [Anna Berg|PERSON] of [Norway|GPE|q=Q20] and the [Arctic Council|ORG].";
    let corpus = corpus(&[
        ("2024-05-01", &format!("[Kang Min Ho|PERSON] {both}")),
        ("2024-05-02", &format!("[Kang Mun Ho|PERSON] {both}")),
        ("2024-05-03", "[Kang Man Ho|PERSON] of [Peru|GPE|q=Q419]."),
        ("2024-05-03", "[Min-ho Kang|PERSON] of [Peru|GPE|q=Q419]."),
    ]);
    assert!(same(&corpus, (0, "Kang Min Ho"), (1, "Kang Mun Ho")));
    assert!(same(&corpus, (0, "Kang Min Ho"), (3, "Min-ho Kang")));
    assert!(!same(&corpus, (0, "Kang Min Ho"), (2, "Kang Man Ho")));
}

#[test]
fn acronyms_join_what_an_article_says_they_stand_for() {
    let corpus = corpus(&[
        (
            "2024-05-01",
            "The [Northern Trade Forum|ORG] ([NTF|ORG|is=Northern Trade Forum]).",
        ),
        (
            "2024-05-01",
            "The [National Tea Fund|ORG] in [Peru|GPE|q=Q419].",
        ),
        ("2024-05-02", "The [NTF|ORG] met."),
        ("2024-05-02", "The [BPA|ORG] said. [Anna Berg|PERSON]."),
        (
            "2024-05-02",
            "The [Baltic Port Authority|ORG]. [Anna Berg|PERSON].",
        ),
    ]);
    assert!(same(&corpus, (2, "NTF"), (0, "Northern Trade Forum")));
    assert!(!same(&corpus, (2, "NTF"), (1, "National Tea Fund")));
    assert!(same(&corpus, (3, "BPA"), (4, "Baltic Port Authority")));
}

#[test]
fn the_end_of_a_name_joins_it_even_where_an_article_has_both() {
    let both = "[Volta Red Lions|ORG] and [Red Lions|ORG] met [Northern Trade Forum|ORG].";
    let corpus = corpus(&[
        ("2024-05-01", both),
        (
            "2024-05-02",
            "[Volta Red Lions|ORG] met [Northern Trade Forum|ORG].",
        ),
    ]);
    assert!(same(&corpus, (0, "Red Lions"), (1, "Volta Red Lions")));
}

#[test]
fn a_building_may_be_named_without_what_it_is() {
    let forum = "[Northern Trade Forum|ORG]";
    let text = |name: &str| format!("{forum} met at [Ridge|FAC] and [{name}|FAC].");
    let (centre, gate) = (text("Ridge Centre"), text("Ridge Gate"));
    let corpus = corpus(&[("2024-05-01", &centre), ("2024-05-02", &gate)]);
    assert!(same(&corpus, (0, "Ridge"), (0, "Ridge Centre")));
    assert!(!same(&corpus, (0, "Ridge"), (1, "Ridge Gate")));
}

#[test]
fn a_description_is_the_thing_that_others_mostly_mean_with_it() {
    let named = |name: &str| {
        let forum = "[Northern Trade Forum|ORG]";
        format!("[{name}|ORG] met {forum}; [the company|ORG|is={name}] left.")
    };
    let (foods, mills) = (named("Volta Foods"), named("Ridge Mills"));
    let open = "[the company|ORG] met [Northern Trade Forum|ORG].";
    let corpus_of = |texts: &[&str]| {
        let articles: Vec<_> = texts.iter().map(|text| ("2024-05-01", *text)).collect();
        corpus(&articles)
    };
    let one = corpus_of(&[&foods, open]);
    assert!(same(&one, (0, "Volta Foods"), (1, "the company")));
    let two = corpus_of(&[&foods, open, &mills]);
    assert!(!same(&two, (0, "Volta Foods"), (1, "the company")));
    assert!(!same(&two, (2, "Ridge Mills"), (1, "the company")));
}

#[test]
fn types_and_identifiers_keep_things_apart() {
    let corpus = corpus(&[
        (
            "2024-05-01",
            "[Tema|GPE|q=Q1] and [Tema|ORG] and [Hull|GPE|q=Q2].",
        ),
        (
            "2024-05-01",
            "[Hull|GPE|q=Q3] and [Tema|GPE] and [Hull|GPE|is=Kingston|q=Q2].",
        ),
        (
            "2024-05-01",
            "[Harbour Line Ltd|ORG] and [The Harbour Line|ORG]. [Hull|GPE].",
        ),
    ]);
    let article = |document: u32| &corpus.document(document).unwrap().entities;
    let index = |document, entity| corpus.entity_of(document, entity).unwrap();
    assert_eq!(article(0).len(), 3);
    assert_ne!(index(0, 0), index(0, 1));
    assert_eq!(index(0, 0), index(1, 1));
    assert_ne!(index(0, 2), index(1, 0));
    assert_eq!(index(0, 2), index(1, 2));
    assert_eq!(index(2, 0), index(2, 1));
    // Which Hull is open.
    assert!(![index(0, 2), index(1, 0)].contains(&index(2, 2)));
}

const SOLHEIM: &str = "[Norway|GPE|q=Q20]'s [Foreign Minister|TITLE|of=Norway] [Ingrid \
    Solheim|PERSON|holds=Foreign Minister@Norway] spoke.";
const NOBODY: &str = "[Norway|GPE|q=Q20]'s [foreign minister|TITLE|of=Norway] spoke.";

#[test]
fn an_office_learns_its_holder_from_other_articles() {
    let corpus = corpus(&[("2024-05-01", SOLHEIM), ("2024-06-10", NOBODY)]);
    let holder = corpus.who(1, at(&corpus, 1, "foreign minister")).unwrap();
    assert_eq!(holder.name, "Ingrid Solheim");
    assert_eq!(
        holder.entity,
        corpus.entity_of(0, at(&corpus, 0, "Ingrid Solheim"))
    );
    assert!(holder.confidence > 0.85 && !holder.given);
    let [evidence] = holder.evidence[..] else {
        panic!()
    };
    assert_eq!((evidence.document, evidence.mention), (0, 2));
    assert_eq!(corpus.stands_for(1, 1), holder.entity);
    assert!(same(
        &corpus,
        (0, "Foreign Minister"),
        (1, "foreign minister")
    ));
    let person = corpus.entity(holder.entity.unwrap()).unwrap();
    assert_eq!(person.roles[0].title, "Foreign Minister");
    assert_eq!(
        person.roles[0].of,
        corpus.entity_of(0, at(&corpus, 0, "Norway"))
    );
    assert_eq!(person.roles[0].first.as_deref(), Some("2024-05-01"));
    assert_eq!(corpus.offices().len(), 1);
}

#[test]
fn an_office_is_held_by_the_one_named_nearest_in_time() {
    let dahl = SOLHEIM.replace("Ingrid Solheim", "Per Dahl");
    let corpus = corpus(&[
        ("2024-05-01", SOLHEIM),
        ("2025-05-01", &dahl),
        ("2024-06-10", NOBODY),
        ("2025-04-10", NOBODY),
        ("2024-10-30", NOBODY),
        ("2044-10-30", NOBODY),
        ("", NOBODY),
    ]);
    let who = |document| {
        let holder = corpus.who(document, at(&corpus, document, "foreign minister"));
        holder.map(|holder| holder.name)
    };
    assert_eq!(who(2).as_deref(), Some("Ingrid Solheim"));
    assert_eq!(who(3).as_deref(), Some("Per Dahl"));
    // As near to both, far from both, and without a date.
    assert_eq!((who(4), who(5), who(6)), (None, None, None));
}

#[test]
fn a_table_of_offices_comes_first() {
    let mut corpus = corpus(&[("2024-05-01", SOLHEIM), ("2024-06-10", NOBODY)]);
    let mut row = RoleEntry::new("Minister of Foreign Affairs", "Norway", "Per Dahl");
    row.to = Some("2024-05-15".to_owned());
    let mut next = RoleEntry::new("foreign minister", "Norway", "Ingrid Solheim");
    next.from = Some("2024-05-15".to_owned());
    corpus.set_roles(vec![row, next]);
    let first = corpus.who(0, at(&corpus, 0, "Foreign Minister")).unwrap();
    assert_eq!(
        (first.name.as_str(), first.entity, first.given),
        ("Per Dahl", None, true)
    );
    let second = corpus.who(1, at(&corpus, 1, "foreign minister")).unwrap();
    assert_eq!(
        second.entity,
        corpus.entity_of(0, at(&corpus, 0, "Ingrid Solheim"))
    );
}

#[test]
fn known_entities_come_first() {
    let mut corpus = corpus(&[
        ("2024-05-01", "[Harbor Line Inc.|ORG] paid."),
        ("2024-05-02", "[HL Shipping|ORG] paid. [Tema|GPE|q=Q1]."),
    ]);
    assert!(!same(&corpus, (0, "Harbor Line Inc."), (1, "HL Shipping")));
    let mut entry = GazetteerEntry::new("Harbour Line", Label::Org);
    entry.aliases = vec!["Harbor Line".to_owned(), "HL Shipping".to_owned()];
    entry.id = Some("c-7".to_owned());
    corpus.set_known(vec![entry]);
    assert!(same(&corpus, (0, "Harbor Line Inc."), (1, "HL Shipping")));
    let entity = &corpus.entities()[0];
    assert_eq!(entity.name, "Harbour Line");
    assert_eq!(entity.identifiers.id.as_deref(), Some("c-7"));
    // An article that was read with the same list, by the id.
    corpus.add(article("2024-05-03", "[Line|ORG|id=c-7] paid."));
    assert!(same(&corpus, (2, "Line"), (0, "Harbor Line Inc.")));
}

#[test]
fn ids_stay_as_articles_come() {
    let texts = [
        ("2024-05-01", SOLHEIM),
        ("2024-05-02", "[Solheim|PERSON] in [Norway|GPE|q=Q20]."),
        ("2024-05-02", "[Anna Berg|PERSON] in [Norway|GPE|q=Q20]."),
    ];
    let all = corpus(&texts);
    let mut one_by_one = Corpus::default();
    for (day, text) in texts {
        one_by_one.add(article(day, text));
        let entities = one_by_one.entities();
        assert_eq!(entities[0].id, all.entities()[0].id);
    }
    assert_eq!(one_by_one.entities(), all.entities());
    let mut ids: Vec<String> = all.entities().into_iter().map(|it| it.id).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    let texts = [
        ("2024-05-02", "[Solheim|PERSON] in [Norway|GPE|q=Q20]."),
        ("2024-05-01", SOLHEIM),
        ("2024-05-02", NOBODY),
        ("2024-05-02", "[NTF|ORG] in [Norway|GPE|q=Q20]."),
        (
            "2024-05-02",
            "[Northern Trade Forum|ORG] ([NTF|ORG|is=Northern Trade Forum]).",
        ),
    ];
    let forward = corpus(&texts);
    let mut reversed = texts;
    reversed.reverse();
    let backward = corpus(&reversed);
    let last = texts.len() as u32 - 1;
    let groups = |corpus: &Corpus, turn: fn(u32, u32) -> u32| {
        let mut groups: Vec<Vec<(u32, u32)>> = (corpus.entities().iter())
            .map(|entity| {
                let mut members: Vec<(u32, u32)> = (entity.members.iter())
                    .map(|member| (turn(member.document, 4), member.entity))
                    .collect();
                members.sort_unstable();
                members
            })
            .collect();
        groups.sort_unstable();
        groups
    };
    assert_eq!(last, 4);
    assert_eq!(
        groups(&forward, |document, _| document),
        groups(&backward, |document, last| last - document)
    );
}

#[test]
fn work_grows_with_the_number_of_articles() {
    let steps = |count: i32| {
        let mut corpus = Corpus::default();
        for number in 0..count {
            // One surname for all: the worst bucket that there is.
            let day = day::format(19_000 + number / 8);
            let text = format!(
                "[Aa{} Karpenko|PERSON] and [Karpenko|PERSON] and [Body{}|ORG] of [Norway|GPE|q=Q20].",
                number % 97,
                number % 13
            );
            corpus.add(article(&day, &text));
        }
        corpus.entities();
        corpus.edges.lock().unwrap().steps
    };
    let (small, large) = (steps(500), steps(2000));
    assert!(small > 1000, "{small}");
    assert!(large < small * 5, "{small} {large}");
}

#[test]
fn adding_looks_only_at_what_may_have_changed() {
    let mut corpus = Corpus::default();
    for number in 0..300 {
        let text = format!("[Karpenko{}|PERSON] of [Norway|GPE|q=Q20].", number % 50);
        corpus.add(article("2024-05-01", &text));
    }
    corpus.entities();
    let before = corpus.edges.lock().unwrap().steps;
    corpus.add(article(
        "2024-05-01",
        "[Karpenko7|PERSON] of [Norway|GPE|q=Q20].",
    ));
    corpus.entities();
    let after = corpus.edges.lock().unwrap().steps;
    assert!(after - before < before / 10, "{before} {after}");
}

/// Adds an event to an article: words of who and whom, a time, a status.
fn event(
    article: &mut Article,
    root: EventRoot,
    words: [&str; 3],
    when: &str,
    status: ClaimStatus,
) {
    let participants = |words: &str| -> Vec<Participant> {
        let found = (article.mentions.iter()).find(|it| it.span.of(&article.text) == words);
        (found.into_iter())
            .map(|mention| Participant {
                span: mention.span,
                entity: Some(mention.entity),
            })
            .collect()
    };
    let (value, by_publication) = match when.strip_prefix("published ") {
        Some(value) => (value, true),
        None => (when, false),
    };
    let days = |value: &str| {
        if value.len() == "2024-05".len() {
            return (format!("{value}-01"), format!("{value}-28"));
        }
        let first = day::parse(value).unwrap();
        (day::format(first), day::format(first + 1))
    };
    let new = Event {
        trigger: Span::new(0, 1),
        clause: Span::new(0, article.text.len() as u32),
        root,
        cameo: "04".to_owned(),
        who: participants(words[0]),
        whom: participants(words[1]),
        when: (!value.is_empty()).then(|| {
            let (first, behind) = days(value);
            EventTime {
                value: value.to_owned(),
                interval: Some([first, behind]),
                date: (!by_publication).then_some(0),
            }
        }),
        place: participants(words[2]).pop(),
        status,
        claim: None,
    };
    article.events.push(new);
}

#[test]
fn one_event_of_many_articles_is_one_entry() {
    use ClaimStatus::{Alleged, Confirmed, Expected};
    use EventRoot::{Aid, Consult};
    let mut corpus = Corpus::default();
    let mut first = article(
        "2024-05-13",
        "[Ingrid Solheim|PERSON] will meet [Kofi Adjei|PERSON] in [Accra|GPE|q=Q3761].",
    );
    event(
        &mut first,
        Consult,
        ["Ingrid Solheim", "Kofi Adjei", "Accra"],
        "",
        Expected,
    );
    event(
        &mut first,
        Consult,
        ["Ingrid Solheim", "", "Accra"],
        "",
        Expected,
    );
    let mut second = article(
        "2024-05-15",
        "[Kofi Adjei|PERSON] met [Ingrid Solheim|PERSON] on 14 May. [Ghana|GPE|q=Q117] armed [Peru|GPE|q=Q419].",
    );
    event(
        &mut second,
        Consult,
        ["Kofi Adjei", "Ingrid Solheim", ""],
        "2024-05-14",
        Confirmed,
    );
    event(&mut second, Aid, ["Ghana", "Peru", ""], "2024-05", Alleged);
    let mut third = article(
        "2024-05-16",
        "[Ingrid Solheim|PERSON] came to [Accra|GPE|q=Q3761] in May to see [Kofi Adjei|PERSON].",
    );
    event(
        &mut third,
        Consult,
        ["Ingrid Solheim", "Kofi Adjei", "Accra"],
        "2024-05",
        Confirmed,
    );
    event(
        &mut third,
        Consult,
        ["Ingrid Solheim", "", "Accra"],
        "published 2024-05-16",
        Confirmed,
    );
    let mut fourth = article(
        "2025-05-16",
        "[Ingrid Solheim|PERSON] met [Kofi Adjei|PERSON].",
    );
    event(
        &mut fourth,
        Consult,
        ["Ingrid Solheim", "Kofi Adjei", ""],
        "published 2025-05-16",
        Confirmed,
    );
    for article in [first, second, third, fourth] {
        corpus.add(article);
    }
    let groups = corpus.events();
    assert_eq!(groups.len(), 4);
    let timeline = corpus.timeline();
    let dates: Vec<&str> = timeline.iter().map(|entry| entry.date.as_str()).collect();
    assert_eq!(dates, ["2024-05", "2024-05-14", "2024-05-16", "2025-05-16"]);
    let meeting = &timeline[1];
    assert_eq!(meeting.documents, [0, 1, 2]);
    assert_eq!(meeting.status, Confirmed);
    assert_eq!(meeting.events[0].statuses, [Confirmed, Expected]);
    assert_eq!(meeting.interval, ["2024-05-14", "2024-05-15"]);
    assert!(meeting.text.starts_with("Ingrid Solheim came to Accra"));
    assert_eq!(timeline[0].status, Alleged);
    assert_eq!(timeline[2].documents, [0, 2]);
}

#[test]
fn an_office_takes_part_as_its_holder() {
    let mut corpus = Corpus::default();
    let mut first = article("2024-05-14", &format!("{SOLHEIM} [Ghana|GPE|q=Q117]."));
    event(
        &mut first,
        EventRoot::Consult,
        ["Ingrid \nSolheim", "Ghana", ""],
        "2024-05-14",
        ClaimStatus::Confirmed,
    );
    first.events[0].who = vec![Participant {
        span: first.mentions[2].span,
        entity: Some(first.mentions[2].entity),
    }];
    let mut second = article("2024-05-10", &format!("{NOBODY} [Ghana|GPE|q=Q117]."));
    event(
        &mut second,
        EventRoot::Consult,
        ["foreign minister", "Ghana", ""],
        "",
        ClaimStatus::Expected,
    );
    corpus.add(first);
    corpus.add(second);
    let timeline = corpus.timeline();
    assert_eq!(timeline.len(), 1);
    assert_eq!(timeline[0].documents, [0, 1]);
}

#[test]
fn nothing_and_strange_things_are_fine() {
    let mut corpus = Corpus::default();
    assert!(corpus.is_empty());
    assert!(corpus.entities().is_empty() && corpus.timeline().is_empty());
    corpus.add(Article::default());
    let mut strange = article(
        "99999-99-99",
        "[.|PERSON] [|ORG] [''|GPE] [President|TITLE|of=Nobody] [é|PERSON]",
    );
    strange.events.clear();
    corpus.add_on(strange, "no date");
    assert_eq!(corpus.len(), 2);
    assert_eq!(corpus.entities().len(), 5);
    assert_eq!(corpus.entity_of(7, 0), None);
    assert_eq!(corpus.who(7, 0), None);
    assert_eq!(corpus.entity(99), None);
}
