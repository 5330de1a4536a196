//! What is known about an article as a whole, and what each value was read from.

use copydesk::{Article, SourceSpan};
use indicatif::HumanCount;

use crate::{
    layout::{Text, padded},
    safe::safe,
    style::{BOLD, DIM, NONE, Style},
};

/// Columns of the names of the fields.
const NAME: usize = 14;

/// One line, or more where it is long: the name, the value, and where it comes from.
pub(crate) fn line(name: &str, value: &str, evidence: &str, style: Style) -> String {
    let mut text = Text::default();
    text.push(NONE, value);
    if !evidence.is_empty() {
        let evidence = if value.is_empty() {
            evidence.to_owned()
        } else {
            format!(" ({evidence})")
        };
        text.push(DIM, &evidence);
    }
    let name = style.paint(BOLD, &padded(name, NAME));
    let lines = text.lines(style, style.width(), NAME + 2, NAME + 2);
    format!("  {name}{lines}")
}

/// Every field that something was found for, but the language.
pub(crate) fn metadata(article: &Article, style: Style) -> String {
    let mut fields: Vec<&str> = Vec::new();
    for evidence in &article.evidence {
        // `explain` tells the language among the decisions.
        if evidence.field != "language" && !fields.contains(&&*evidence.field) {
            fields.push(&evidence.field);
        }
    }
    let mut out = String::new();
    for name in fields {
        out.push_str(&field(article, name, &value_of(article, name), style));
    }
    out
}

/// A field with what its value was read from; nothing where nothing was found.
pub(crate) fn field(article: &Article, name: &str, value: &str, style: Style) -> String {
    let found = article.evidence.iter().filter(|it| it.field == name);
    let mut found = found.map(|evidence| match evidence.source {
        Some(span) => format!("{}, {}", evidence.from, place(article, span)),
        None => evidence.from.to_string(),
    });
    match found.next() {
        None => String::new(),
        // Several authors may each have a place.
        Some(first) => line(
            name,
            value,
            &found.fold(first, |all, it| all + "; " + &it),
            style,
        ),
    }
}

/// Name, size, type and charset of the source.
pub(crate) fn source(article: &Article) -> (String, String) {
    let source = &article.source;
    let uri = safe(source.uri.as_deref().unwrap_or("(no name)"));
    let about = format!(
        "{} bytes of {} in {}",
        grouped(source.bytes),
        or(&source.media_type, "unknown type"),
        or(&source.charset, "an unknown charset"),
    );
    (uri, about)
}

/// `byte 96–151`.
pub(crate) fn place(article: &Article, span: SourceSpan) -> String {
    let span = article.source_in_unit(span);
    format!(
        "{} {}–{}",
        article.source.unit.as_str(),
        span.start,
        span.end
    )
}

/// `1234567` as `1,234,567`.
pub(crate) fn grouped(number: u64) -> String {
    HumanCount(number).to_string()
}

pub(crate) fn or<'a>(value: &'a str, instead: &'a str) -> &'a str {
    if value.is_empty() { instead } else { value }
}

pub(crate) fn value_of(article: &Article, field: &str) -> String {
    let value = match field {
        "title" => article.title.clone(),
        "byline" => Some(article.byline.join(", ")),
        "site" => article.site.clone(),
        "published" => article.published.clone(),
        "modified" => article.modified.clone(),
        "language" => article.language.clone(),
        "section" => article.section.clone(),
        "image" => article.image.clone(),
        "canonical_url" => article.canonical_url.clone(),
        "description" => article.description.clone(),
        "tags" => Some(article.tags.join(", ")),
        _ => None,
    };
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{grouped, line};
    use crate::style::Style;

    #[test]
    fn long_values_hang_behind_their_name() {
        let style = Style::plain().wide(40);
        assert_eq!(
            line(
                "site",
                "Quayside Examiner and Gazette",
                "title, byte 3–20",
                style
            ),
            "  site          Quayside Examiner and\n                Gazette (title, byte\n                3–20)\n"
        );
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(100), "100");
    }
}
