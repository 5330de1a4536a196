//! What was found in an article, in the formats of others, read again by strict readers of these
//! formats: every offset must give the words that are meant, in code points.

use std::collections::{BTreeMap, BTreeSet};

use copydesk::{
    Article, Brat, Desk, Options, RawDocument, SourceSpan, Unit,
    record::{DateRole, Label, Place, Temporal, TemporalKind},
    stage,
};
use proptest::prelude::*;
use serde_json::{Map, Value};

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8>\
<title>Norway and Japan sign pact</title><meta name=author content='Ida Dahl'>\
<meta property='og:site_name' content='Arctic Wire'>\
<meta property='article:published_time' content='2024-06-20T08:00:00+02:00'></head><body>\
<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><article><h1>Norway and Japan sign pact</h1>\
<p>OSLO &mdash; Prime Minister Jonas Gahr St\u{f8}re said on 19 June 2024 that \u{1f6f3}\u{fe0f} ships \
of Norway would pay &euro;2.5 million, which the cabinet had asked the parliament for.</p>\
<p>\u{201c}We are ready,\u{201d} said St\u{f8}re. Japan\u{2019}s crews (write to crew@arctic.example) \
agreed, \u{1d51e}nd the United Nations welcomed the pact. He allegedly met Kenji Sato of the Foreign \
Ministry in Tokyo, but the ministry denied that it had paid \"a single yen\".</p>\
<p>North Korea fired a missile on Monday, South Korea&rsquo;s military said.</p></article>\
<footer>Page last viewed on 1 July 2024. \u{a9} 2024 Arctic Wire.</footer></body></html>";

fn read(document: &RawDocument) -> Article {
    let mut options = Options::default();
    options.tokens = true;
    Desk::new(options).unwrap().read(document)
}

fn documents() -> Vec<(RawDocument, Article)> {
    let named = |document: RawDocument| RawDocument {
        uri: Some("https://arctic.example/pact 1".to_owned()),
        fetched: Some("2024-07-01T00:00:00Z".to_owned()),
        ..document
    };
    let documents = [
        named(RawDocument::from_bytes(PAGE)),
        RawDocument::from_text(PAGE),
    ];
    let pairs = documents.into_iter();
    pairs
        .map(|document| {
            let mut article = read(&document);
            article.dates.push(in_the_footer());
            (document, article)
        })
        .collect()
}

/// A date in a part of the page that was dropped.
fn in_the_footer() -> Temporal {
    let start = PAGE.find("1 July 2024").unwrap();
    Temporal {
        place: Place::Dropped {
            source: SourceSpan::at(start, start + 11),
            surface: "1 July 2024".to_owned(),
        },
        kind: TemporalKind::Date,
        value: "2024-07-01".to_owned(),
        modifier: None,
        interval: None,
        role: DateRole::PageView,
        anchor: None,
        alternatives: Vec::new(),
    }
}

/// What stands between two code points.
fn points(text: &str, start: usize, end: usize) -> String {
    assert!(
        start <= end && end <= text.chars().count(),
        "{start}..{end}"
    );
    text.chars().skip(start).take(end - start).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn json(text: &str) -> Value {
    assert!(!text.contains('\n'));
    serde_json::from_str(text).unwrap()
}

/// Names and values of an object that has no others than these.
fn fields<'a>(value: &'a Value, known: &[&str]) -> &'a Map<String, Value> {
    let fields = value.as_object().unwrap();
    for name in fields.keys() {
        assert!(known.contains(&name.as_str()), "{name}");
    }
    fields
}

/// Reads a page of Web Annotations as the data model has it; returns how many there are of each
/// class.
fn check_web_annotation(article: &Article, raw: Option<&[u8]>) -> BTreeMap<String, usize> {
    let page = json(&article.to_web_annotation());
    let known = ["@context", "id", "type", "partOf", "startIndex", "items"];
    let page = fields(&page, &known);
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    assert_eq!(page["partOf"]["type"], "AnnotationCollection");
    let items = page["items"].as_array().unwrap();
    assert_eq!(number(&page["partOf"]["total"]), items.len());
    let mut ids = BTreeSet::from([
        page["id"].as_str().unwrap(),
        page["partOf"]["id"].as_str().unwrap(),
    ]);
    let mut classes = BTreeMap::new();
    for item in items {
        let item = fields(item, &["id", "type", "motivation", "body", "target"]);
        assert!(ids.insert(item["id"].as_str().unwrap()));
        assert_eq!(item["type"], "Annotation");
        assert!(["identifying", "classifying"].contains(&item["motivation"].as_str().unwrap()));
        for body in item["body"].as_array().unwrap() {
            match body["type"].as_str().unwrap() {
                "TextualBody" => {
                    let body = fields(body, &["type", "purpose", "value"]);
                    assert!(!body["value"].as_str().unwrap().is_empty());
                }
                "SpecificResource" => {
                    let body = fields(body, &["type", "purpose", "source"]);
                    let source = body["source"].as_str().unwrap();
                    assert!(source.starts_with("http://www.wikidata.org/entity/Q"));
                }
                other => panic!("{other}"),
            }
        }
        let class = item["body"][0]["value"].as_str().unwrap();
        *classes.entry(class.to_owned()).or_default() += 1;
        let target = fields(
            &item["target"],
            &["type", "source", "renderedVia", "selector"],
        );
        let source = target["source"].as_str().unwrap();
        match &article.source.uri {
            Some(uri) => assert_eq!(source, uri.replace(' ', "%20")),
            None => assert!(source.starts_with("urn:uuid:")),
        }
        check_selectors(article, raw, target["selector"].as_array().unwrap());
    }
    classes
}

fn check_selectors(article: &Article, raw: Option<&[u8]>, selectors: &[Value]) {
    let kinds: Vec<_> = selectors
        .iter()
        .map(|one| one["type"].as_str().unwrap())
        .collect();
    let (quote, rest) = match kinds.as_slice() {
        ["TextPositionSelector", "TextQuoteSelector", ..] => (1, 2),
        // In a dropped part of the page.
        ["TextQuoteSelector", ..] => (0, 1),
        other => panic!("{other:?}"),
    };
    let exact = selectors[quote]["exact"].as_str().unwrap();
    if quote == 1 {
        let (start, end) = (number(&selectors[0]["start"]), number(&selectors[0]["end"]));
        assert_eq!(points(&article.text, start, end), exact);
        let prefix = selectors[1]["prefix"].as_str().unwrap();
        let suffix = selectors[1]["suffix"].as_str().unwrap();
        let before = prefix.chars().count();
        assert_eq!(points(&article.text, start - before, start), prefix);
        assert!(before == 32 || before == start);
        assert_eq!(
            points(&article.text, end, end + suffix.chars().count()),
            suffix
        );
    }
    assert_eq!(selectors.len() > rest, article.source.unit == Unit::Byte);
    if let (Some(data), Some(raw)) = (selectors.get(rest), raw) {
        assert_eq!(data["type"], "DataPositionSelector");
        let words = &raw[number(&data["start"])..number(&data["end"])];
        let words = std::str::from_utf8(words).unwrap();
        // As the page has it, with tags and character references.
        if !words.contains(['<', '&']) && !exact.contains('"') {
            assert_eq!(words, exact);
        }
    }
}

/// Reads the manner of CoNLL-U; returns the names that its last column spells out.
fn check_conllu(article: &Article) -> Vec<(usize, usize, String)> {
    let text = article.to_conllu();
    assert!(text.starts_with(&format!("# newdoc id = {}\n", article.id)));
    let mut names: Vec<(usize, usize, String)> = Vec::new();
    let mut at = 0;
    let mut ids = BTreeSet::new();
    for sentence in text.split_terminator("\n\n") {
        let mut comments = BTreeMap::new();
        let (mut words, mut expected, mut inside) = (String::new(), 1, String::new());
        let lines: Vec<_> = sentence.lines().collect();
        for line in &lines {
            if let Some(comment) = line.strip_prefix("# ") {
                let (name, value) = comment.split_once(" = ").unwrap_or((comment, ""));
                assert_eq!(expected, 1, "comments come first");
                assert!(comments.insert(name, value).is_none());
                continue;
            }
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 10, "{line}");
            assert_eq!(columns[0], expected.to_string());
            expected += 1;
            assert!(columns[2..9].iter().all(|column| *column == "_"));
            let misc: BTreeMap<_, _> = columns[9]
                .split('|')
                .map(|field| field.split_once('=').unwrap())
                .collect();
            let start: usize = misc["start_char"].parse().unwrap();
            let end: usize = misc["end_char"].parse().unwrap();
            assert!(at <= start && start < end);
            let between = points(&article.text, at, start);
            // No token is made of what cannot be seen.
            let left_out = between
                .chars()
                .find(|c| !c.is_whitespace() && !c.is_control());
            assert_eq!(left_out, None, "{between:?}");
            at = end;
            let form = points(&article.text, start, end).replace(char::is_whitespace, " ");
            assert_eq!(columns[1], form);
            words.push_str(&form);
            if let Some(no) = misc.get("SpaceAfter") {
                assert_eq!(*no, "No");
            } else {
                words.push(' ');
            }
            let tag = misc["NER"];
            match tag.split_once('-') {
                None => assert_eq!(tag, "O"),
                Some(("B", label)) => names.push((start, end, label.to_owned())),
                Some((other, label)) => {
                    assert_eq!(other, "I");
                    assert_eq!(inside, label, "I- follows the same label");
                    names.last_mut().unwrap().1 = end;
                }
            }
            inside = tag
                .split_once('-')
                .map_or(String::new(), |(_, label)| label.to_owned());
        }
        if expected == 1 {
            // The head of an article without tokens.
            continue;
        }
        assert!(ids.insert(comments["sent_id"].to_owned()));
        assert_eq!(comments["text"], words.trim_end());
    }
    names
}

/// Reads the standoff format of brat; returns how many annotations there are, by their letter.
fn check_brat(article: &Article) -> BTreeMap<char, usize> {
    let brat = article.to_brat();
    assert_eq!(brat.text, article.text);
    let configuration = Brat::configuration();
    let (mut types, mut ids) = (BTreeMap::new(), BTreeSet::new());
    let mut counts = BTreeMap::new();
    for line in brat.annotations.lines() {
        let letter = line.chars().next().unwrap();
        *counts.entry(letter).or_default() += 1;
        let columns: Vec<_> = line.split('\t').collect();
        if letter == '*' {
            let mut same = columns[1].split(' ');
            assert_eq!(same.next(), Some("Equiv"));
            assert!(same.filter(|id| types.contains_key(*id)).count() > 1);
            continue;
        }
        assert!(ids.insert(columns[0].to_owned()), "{line}");
        let words: Vec<_> = columns[1].split(' ').collect();
        match letter {
            'T' => {
                let (kind, places) = columns[1].split_once(' ').unwrap();
                let known = configuration
                    .lines()
                    .any(|line| line.split('\t').next() == Some(kind));
                assert!(known, "{kind}");
                let pieces = places.split(';').map(|place| {
                    let (start, end) = place.split_once(' ').unwrap();
                    points(&article.text, start.parse().unwrap(), end.parse().unwrap())
                });
                let pieces: Vec<_> = pieces.collect();
                assert!(
                    pieces
                        .iter()
                        .all(|piece| !piece.is_empty() && !piece.contains('\n'))
                );
                let control = |c: char| if c.is_control() { ' ' } else { c };
                let joined: String = pieces.join(" ").chars().map(control).collect();
                assert_eq!(joined, columns[2], "{line}");
                types.insert(columns[0].to_owned(), kind.to_owned());
            }
            'E' => {
                let (root, trigger) = words[0].split_once(':').unwrap();
                assert_eq!(types[trigger], root);
                for role in &words[1..] {
                    let (role, id) = role.split_once(':').unwrap();
                    let role = role.trim_end_matches(|c: char| c.is_ascii_digit());
                    assert!(["Who", "Whom", "Where", "When"].contains(&role));
                    assert!(types.contains_key(id), "{line}");
                }
            }
            'R' => {
                assert!(["Speaker", "Source"].contains(&words[0]));
                for (name, value) in ["Arg1:", "Arg2:"].iter().zip(&words[1..]) {
                    assert!(types.contains_key(value.strip_prefix(name).unwrap()));
                }
            }
            'A' => {
                assert_eq!((words.len(), words[0]), (3, "Status"));
                assert!(ids.contains(words[1]));
            }
            'N' => {
                assert!(words[0] == "Reference" && types.contains_key(words[1]));
                assert!(words[2].starts_with("Wikidata:Q") && columns.len() == 3);
            }
            '#' => {
                assert!(words[0] == "AnnotatorNotes" && types.contains_key(words[1]));
                assert!(columns.len() == 3 && !columns[2].is_empty());
            }
            other => panic!("{other}"),
        }
    }
    counts
}

/// The properties that schema.org gives a `NewsArticle` (its own and those of `Article`,
/// `CreativeWork` and `Thing`), as far as they are written, and what their values are.
fn check_news_article(article: &Article) -> Value {
    let json = json(&article.to_news_article());
    let things: [(&str, &[&str]); 11] = [
        ("Person", &[]),
        ("Organization", &[]),
        ("Place", &["geo"]),
        ("Event", &[]),
        ("Product", &[]),
        ("CreativeWork", &[]),
        ("Legislation", &[]),
        ("Language", &[]),
        ("Thing", &[]),
        ("GeoCoordinates", &["latitude", "longitude"]),
        (
            "NewsArticle",
            &[
                "@context",
                "headline",
                "mainEntityOfPage",
                "datePublished",
                "dateModified",
                "author",
                "publisher",
                "articleSection",
                "inLanguage",
                "keywords",
                "articleBody",
                "mentions",
            ],
        ),
    ];
    let things = BTreeMap::from(things);
    let of_all = [
        "@type",
        "name",
        "alternateName",
        "sameAs",
        "identifier",
        "url",
        "description",
        "image",
    ];
    let mut open = vec![&json];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                let own = things[fields["@type"].as_str().unwrap()];
                for (name, value) in fields {
                    let known = own.contains(&name.as_str()) || of_all.contains(&name.as_str());
                    assert!(known, "{name}");
                    assert!(!value.is_null());
                    open.push(value);
                }
            }
            Value::Array(items) => {
                assert!(!items.is_empty());
                open.extend(items);
            }
            _ => {}
        }
    }
    assert_eq!(json["@context"], "https://schema.org");
    assert_eq!(json["articleBody"], article.body());
    for name in ["datePublished", "dateModified"] {
        if let Some(date) = json.get(name) {
            assert_eq!(date.as_str().unwrap().as_bytes()[4], b'-');
        }
    }
    json
}

fn check_dolma(article: &Article) -> Value {
    let json = json(&article.to_dolma("wire"));
    let known = ["id", "text", "source", "added", "created", "metadata"];
    let document = fields(&json, &known);
    assert_eq!(document["id"], article.id);
    assert_eq!(document["text"], article.text);
    assert_eq!(document["source"], "wire");
    for name in ["added", "created"] {
        if let Some(moment) = document.get(name) {
            assert_eq!(moment.as_str().unwrap().as_bytes()[10], b'T');
        }
    }
    assert!(document["metadata"].is_object());
    json
}

fn check(article: &Article, raw: Option<&[u8]>) {
    let classes = check_web_annotation(article, raw);
    let found = article.mentions.len()
        + article.references.len()
        + article.dates.len()
        + article.amounts.len()
        + article.patterns.len()
        + article.quotes.len()
        + article.claims.len()
        + article.events.len();
    assert_eq!(classes.values().sum::<usize>(), found);
    check_conllu(article);
    check_brat(article);
    check_news_article(article);
    check_dolma(article);
}

#[test]
fn every_offset_gives_the_words_that_are_meant() {
    for (document, article) in documents() {
        check(
            &article,
            (article.source.unit == Unit::Byte).then_some(&document.bytes),
        );
    }
}

#[test]
fn what_is_in_the_record_is_in_the_annotations() {
    let (document, article) = &documents()[0];
    let classes = check_web_annotation(article, Some(&document.bytes));
    for class in [
        "GPE", "PERSON", "DATE", "MONEY", "email", "quote", "claim", "ASSAULT",
    ] {
        assert!(classes.contains_key(class), "{class}: {classes:?}");
    }
    let counts = check_brat(article);
    for letter in ['T', 'E', 'R', 'A', 'N', '#', '*'] {
        assert!(counts.contains_key(&letter), "{letter}: {counts:?}");
    }
}

#[test]
fn names_are_the_mentions() {
    let (_, article) = &documents()[0];
    let points = copydesk::CodePoints::new(&article.text);
    let expected: Vec<_> = article
        .mentions
        .iter()
        .map(|mention| {
            let start = points.to_point(mention.span.start) as usize;
            let end = points.to_point(mention.span.end) as usize;
            (start, end, mention.label.to_string())
        })
        .collect();
    assert_eq!(check_conllu(article), expected);
    assert!(article.to_conllu().contains("\n\n# newpar\n# sent_id = "));
}

#[test]
fn a_span_over_lines_is_several_places() {
    let mut article = stage::annotate("\u{1f6f3} Kofi  \n \n Mensah", None);
    article.mentions.clear();
    article.entities.clear();
    article.quotes = vec![copydesk::record::Quote {
        content: copydesk::Span::at(5, article.text.len()),
        quoted: Vec::new(),
        speaker: None,
        speaker_entity: None,
        speaker_kind: copydesk::record::SourceKind::Missing,
        addressee: None,
        cue: None,
        verb_class: copydesk::record::VerbClass::Say,
        kind: copydesk::record::QuoteKind::Direct,
    }];
    let brat = article.to_brat().annotations;
    assert!(
        brat.starts_with("T1\tQuote 2 6;12 18\tKofi Mensah\n"),
        "{brat}"
    );
}

#[test]
fn a_news_article_says_what_is_known() {
    let (_, article) = &documents()[0];
    let json = check_news_article(article);
    assert_eq!(json["headline"], "Norway and Japan sign pact");
    assert_eq!(json["url"], "https://arctic.example/pact%201");
    assert_eq!(json["publisher"]["name"], "Arctic Wire");
    assert_eq!(json["author"][0]["@type"], "Person");
    assert_eq!(json["inLanguage"], "en");
    let mentions = json["mentions"].as_array().unwrap();
    let norway = mentions
        .iter()
        .find(|thing| thing["name"] == "Norway")
        .unwrap();
    assert_eq!(norway["@type"], "Place");
    assert_eq!(norway["sameAs"], "http://www.wikidata.org/entity/Q20");
    assert!(!mentions.iter().any(|thing| thing["name"] == "19 June 2024"));
    let dolma = check_dolma(article);
    assert_eq!(dolma["added"], "2024-07-01T00:00:00Z");
    assert_eq!(dolma["metadata"]["site"], "Arctic Wire");
}

#[test]
fn a_record_that_was_read_from_json_gives_the_same() {
    let (_, article) = &documents()[0];
    let json = serde_json::to_string(article).unwrap();
    let again: Article = serde_json::from_str(&json).unwrap();
    assert_eq!(again.to_web_annotation(), article.to_web_annotation());
    assert_eq!(again.to_conllu(), article.to_conllu());
    assert_eq!(again.to_brat(), article.to_brat());
    assert_eq!(again.to_news_article(), article.to_news_article());
    assert_eq!(again.to_dolma("x"), article.to_dolma("x"));
    let nothing = Article::default();
    check(&nothing, None);
    assert_eq!(
        Label::ALL.len(),
        19,
        "a new label needs a type of schema.org"
    );
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Kofi Mensah",
        "Ghana",
        "President",
        "said",
        "\u{201c}",
        "\u{201d}",
        "\"",
        "19 June 2024",
        "5%",
        "$2.5 million",
        "a@b.example",
        "#Tag",
        "denied",
        "killed",
        "allegedly",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        ". ",
        ", ",
        "\u{1f6f3}\u{fe0f}",
        "\u{e9}",
        "\u{301}",
        "\u{6771}\u{4eac}",
        "\u{a0}",
        "\u{2028}",
        "\0",
        "\\",
        "\u{7f}",
        "{",
        "]",
        "|",
        "=",
        "_",
        "T1\tX 0 1\t",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_the_words_are_offsets_hold(text in hostile()) {
        let mut article = stage::annotate(&text, Some("2024-06-20"));
        article.tokens = stage::tokens(&text);
        article.set_id();
        check(&article, None);
    }
}
