//! `copydesk show`: articles in the terminal, entities in colour, and who says what below.

use std::fmt::Write as _;

use anyhow::Result;
use copydesk::{Article, Desk};

use crate::{
    arguments::Show,
    facts,
    layout::Text,
    marks, print, report_failure,
    sections::sections,
    style::{BOLD, DIM, FAILURE, NONE, Style, WARNING},
};

/// The fields that stand above the text; `explain` tells all.
const FIELDS: [&str; 7] = [
    "title",
    "byline",
    "published",
    "modified",
    "site",
    "section",
    "language",
];

pub(crate) fn run(arguments: &Show) -> Result<u8> {
    let desk = Desk::new(arguments.input.options()?)?;
    let style = Style::of(&arguments.look);
    let mut failed = false;
    let mut between = "";
    for article in desk.stream(arguments.input.sources()?) {
        if report_failure(&article) {
            failed = true;
            if article.text.is_empty() {
                continue;
            }
        }
        print(&format!("{between}{}", view(&article, style, arguments)))?;
        between = "\n";
    }
    Ok(u8::from(failed))
}

/// One article as text.
fn view(article: &Article, style: Style, arguments: &Show) -> String {
    let mut out = String::new();
    let mut title = Text::default();
    title.push(BOLD, article.title.as_deref().unwrap_or("(no title)"));
    out.push_str(&title.lines(style, style.prose(), 0, 0));
    for name in FIELDS {
        // The title is told above.
        let value = match name {
            "title" => String::new(),
            name => facts::value_of(article, name),
        };
        out.push_str(&facts::field(article, name, &value, style));
    }
    let (uri, about) = facts::source(article);
    out.push_str(&facts::line("source", &uri, &about, style));
    let labels = !arguments.no_labels;
    if !article.body().is_empty() {
        out.push('\n');
        out.push_str(&marks::body(article, style, labels));
    }
    let legend = marks::legend(article, style);
    if labels && !legend.is_empty() {
        out.push('\n');
        out.push_str(&legend);
    }
    out.push_str(&sections(article, style));
    if arguments.dropped {
        let dropped = crate::explain::dropped(article, style, None);
        let _ = write!(out, "\n{dropped}");
    }
    let told = article.diagnostics.iter();
    let told = told.filter(|diagnostic| diagnostic.severity > copydesk::Severity::Info);
    for (index, diagnostic) in told.enumerate() {
        if index == 0 {
            out.push('\n');
        }
        out.push_str(&note(diagnostic, style));
    }
    out
}

/// A diagnostic, wrapped.
pub(crate) fn note(diagnostic: &copydesk::Diagnostic, style: Style) -> String {
    let ink = match diagnostic.severity {
        copydesk::Severity::Info => DIM,
        copydesk::Severity::Warning => WARNING,
        copydesk::Severity::Error => FAILURE,
    };
    let mut text = Text::default();
    text.push(ink, diagnostic.severity.as_str())
        .push(NONE, " ")
        .push(NONE, &diagnostic.message)
        .push(DIM, &format!(" ({})", diagnostic.code));
    format!("  {}", text.lines(style, style.width(), 2, 4))
}
