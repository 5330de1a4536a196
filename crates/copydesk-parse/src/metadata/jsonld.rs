//! schema.org data in JSON-LD.
//!
//! *What:* the article object (any `…Article`, `BlogPosting`, `Report` and so on; a `WebPage`
//! with less trust), also inside arrays and `@graph`; persons that are named by `@id`.
//!
//! *Why:* it is the part of a page that is written for machines, and the only one that tells
//! publication and modification apart on most sites.
//!
//! *Known misses:* data in a script of another type; the second article of a page with two.

use std::borrow::Cow;

use copydesk_core::SourceSpan;

use super::{
    found::{Field, Found},
    json::{self, Value},
};

/// Trust in an article object and in a page object.
const ARTICLE: u8 = 90;
const PAGE: u8 = 55;

/// Keywords of an object that are read.
const MOST_KEYWORDS: usize = 100;

/// Parts that are about other things than this article.
const FOREIGN: &[&str] = &[
    "comment",
    "itemListElement",
    "mentions",
    "isPartOf",
    "hasPart",
    "review",
    "isRelatedTo",
    "relatedLink",
    "about",
    "publisher",
    "author",
    "creator",
    "image",
    "video",
    "citation",
    "suggestedAnswer",
    "acceptedAnswer",
    "liveBlogUpdate",
];

/// Reads one script; `base` is where it begins in the decoded page.
pub(super) fn collect(script: &str, base: u32, out: &mut Vec<Found>) {
    let Some(data) = json::read(script, base) else {
        return;
    };
    let objects = objects(&data);
    if let Some(article) = article(&objects) {
        read_object(article, ARTICLE, &objects, out);
    }
    for object in objects
        .iter()
        .filter(|object| is_a(object, is_page))
        .take(1)
    {
        read_object(object, PAGE, &objects, out);
    }
    for object in objects
        .iter()
        .filter(|object| is_a(object, |name| name == "WebSite"))
        .take(1)
    {
        if let Some((name, span)) = object.get("name").and_then(Value::string) {
            push(out, Field::Site, name, "WebSite.name", span, 60);
        }
    }
}

/// The text of the article in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArticleBody {
    /// The inside of the string, escapes and all, in the decoded page.
    pub(crate) body: SourceSpan,
    /// That of the headline beside it.
    pub(crate) headline: Option<SourceSpan>,
}

/// Looks for the text of the article in one script; `base` is where it begins in the decoded
/// page.
pub(crate) fn article_body(script: &str, base: u32) -> Option<ArticleBody> {
    let data = json::read(script, base)?;
    let objects = objects(&data);
    let article = article(&objects)?;
    let span = |key: &str| Some(article.get(key)?.string()?.1);
    Some(ArticleBody {
        body: span("articleBody")?,
        headline: span("headline"),
    })
}

/// Every object, but those that are about other things than this article.
fn objects(data: &Value) -> Vec<&Value> {
    let mut objects: Vec<&Value> = vec![];
    let mut left = vec![data];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(items) => left.extend(items.iter().rev()),
            Value::Object(entries) => {
                objects.push(value);
                left.extend(
                    entries
                        .iter()
                        .rev()
                        .filter(|(key, _)| !FOREIGN.contains(&key.as_str()))
                        .map(|(_, value)| value),
                );
            }
            _ => {}
        }
    }
    objects
}

/// The article object.
fn article<'a>(objects: &[&'a Value]) -> Option<&'a Value> {
    let mut articles = objects
        .iter()
        .copied()
        .filter(|object| is_a(object, is_article));
    let first = articles.next()?;
    // Many articles in one script are a list of teasers.
    (articles.count() < 2).then_some(first)
}

fn is_article(name: &str) -> bool {
    name.ends_with("Article")
        || matches!(
            name,
            "BlogPosting"
                | "LiveBlogPosting"
                | "Report"
                | "SocialMediaPosting"
                | "Review"
                | "Recipe"
        )
}

fn is_page(name: &str) -> bool {
    matches!(name, "WebPage" | "ItemPage" | "AboutPage" | "FAQPage")
}

fn is_a(object: &Value, test: impl Fn(&str) -> bool) -> bool {
    let test = &test;
    object.get("@type").is_some_and(|kind| {
        kind.items().iter().any(|item| {
            item.string()
                .is_some_and(|(name, _)| test(name.rsplit(['/', ':']).next().unwrap_or(name)))
        })
    })
}

fn read_object(object: &Value, trust: u8, all: &[&Value], out: &mut Vec<Found>) {
    const STRINGS: &[(&str, Field)] = &[
        ("headline", Field::Title),
        ("name", Field::Title),
        ("datePublished", Field::Published),
        ("dateModified", Field::Modified),
        ("inLanguage", Field::Language),
        ("articleSection", Field::Section),
        ("description", Field::Description),
    ];
    for &(key, field) in STRINGS {
        if let Some((text, span)) = object.get(key).and_then(Value::string) {
            let less = match key {
                "name" => 10,
                // `<meta name=description>` says the same, and is more often whole.
                "description" => 20,
                _ => 0,
            };
            push(out, field, text, key, span, trust - less);
        }
    }
    let keywords = object.get("keywords").map(Value::items).unwrap_or_default();
    for keyword in keywords.iter().take(MOST_KEYWORDS) {
        let name = keyword.get("name").unwrap_or(keyword);
        if let Some((words, span)) = name.string() {
            push(out, Field::Tags, words, "keywords", span, trust - 10);
        }
    }
    for (key, less) in [("author", 0), ("creator", 10)] {
        for person in object.get(key).map(Value::items).unwrap_or_default() {
            if let Some((name, span)) = name_of(person, all) {
                push(out, Field::Byline, name, key, span, trust - less);
            }
        }
    }
    if let Some((name, span)) = object
        .get("publisher")
        .and_then(|publisher| name_of(publisher.items().first()?, all))
    {
        push(out, Field::Site, name, "publisher", span, trust - 20);
    }
    if let Some((url, span)) = object.get("image").and_then(url_of) {
        push(out, Field::Image, url, "image", span, trust - 20);
    }
}

/// The name of a person or organisation: a string, an object, or a reference to one.
fn name_of<'a>(value: &'a Value, all: &[&'a Value]) -> Option<(&'a str, SourceSpan)> {
    if let Value::String(..) = value {
        return value.string();
    }
    if let Some(name) = value.get("name") {
        return name.string();
    }
    let (id, _) = value.get("@id")?.string()?;
    all.iter()
        .find(|object| {
            object.get("name").is_some()
                && object
                    .get("@id")
                    .and_then(Value::string)
                    .is_some_and(|(own, _)| own == id)
        })?
        .get("name")?
        .string()
}

fn url_of(value: &Value) -> Option<(&str, SourceSpan)> {
    match value.items().first()? {
        object @ Value::Object(_) => object
            .get("url")
            .or_else(|| object.get("contentUrl"))?
            .string(),
        other => other.string(),
    }
}

fn push(out: &mut Vec<Found>, field: Field, value: &str, key: &str, span: SourceSpan, trust: u8) {
    out.push(Found {
        field,
        value: value.to_owned(),
        from: Cow::Owned(format!("json-ld:{key}")),
        source: Some(span),
        trust,
    });
}

#[cfg(test)]
mod tests {
    use super::{Field, collect};

    fn check(json: &str, expected: &[(Field, &str)]) {
        let mut found = vec![];
        collect(json, 0, &mut found);
        for (field, value) in expected {
            assert!(
                found.iter().any(|f| f.field == *field && f.value == *value),
                "{field:?} {value} in {found:?}"
            );
        }
    }

    #[test]
    fn authors_in_all_forms() {
        check(
            r#"{"@type":"NewsArticle","author":"Ann Lee"}"#,
            &[(Field::Byline, "Ann Lee")],
        );
        check(
            r#"[{"@type":["Article"],"author":[{"name":"Ann Lee"},{"name":"Bo Chen"}],"datePublished":"2024-05-01"}]"#,
            &[
                (Field::Byline, "Ann Lee"),
                (Field::Byline, "Bo Chen"),
                (Field::Published, "2024-05-01"),
            ],
        );
        check(
            r##"{"@graph":[{"@type":"Article","author":{"@id":"#a"},"headline":"Rain"},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}"##,
            &[(Field::Byline, "Ann Lee"), (Field::Title, "Rain")],
        );
    }

    #[test]
    fn keywords_in_all_forms() {
        check(
            r#"{"@type":"NewsArticle","keywords":"rain, floods","description":"It rained."}"#,
            &[
                (Field::Tags, "rain, floods"),
                (Field::Description, "It rained."),
            ],
        );
        check(
            r#"{"@type":"NewsArticle","keywords":["rain",{"@type":"DefinedTerm","name":"floods"}]}"#,
            &[(Field::Tags, "rain"), (Field::Tags, "floods")],
        );
    }
}
