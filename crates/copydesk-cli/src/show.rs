//! `copydesk show`: articles in the terminal, entities in colour, and who says what below.

use anyhow::Result;
use copydesk::{Article, Desk, Span};

use crate::{
    arguments::Show,
    print, report_failure,
    sections::sections,
    style::{BOLD, DIM, RED, Style, label_style, width, wrap},
};

pub(crate) fn run(arguments: &Show) -> Result<u8> {
    let desk = Desk::new(arguments.input.options()?)?;
    let style = Style::for_stdout();
    let mut failed = false;
    for article in desk.stream(arguments.input.sources()?) {
        if report_failure(&article) {
            failed = true;
            if article.text.is_empty() {
                continue;
            }
        }
        print(&view(&article, style, arguments.dropped))?;
    }
    Ok(u8::from(failed))
}

/// One article as text.
fn view(article: &Article, style: Style, dropped: bool) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(style.paint(
        BOLD,
        &safe(article.title.as_deref().unwrap_or("(no title)")),
    ));
    let facts: Vec<_> = [
        (!article.byline.is_empty()).then(|| article.byline.join(", ")),
        article.published.clone(),
        article.site.clone(),
        article.source.uri.clone(),
    ]
    .into_iter()
    .flatten()
    .map(|fact| safe(&fact))
    .collect();
    line(style.paint(DIM, &facts.join(" · ")));
    line(String::new());
    let body_start = article.text.len() - article.body().len();
    for range in wrap(article.body(), width()) {
        line(paint_mentions(
            article,
            body_start + range.start,
            body_start + range.end,
            style,
        ));
    }
    if style.is_on() && !article.mentions.is_empty() {
        line(String::new());
        line(legend(article, style));
    }
    for text in sections(article, style) {
        line(text);
    }
    if dropped {
        line(String::new());
        line(style.paint(BOLD, "Dropped"));
        for block in article.blocks.iter().filter(|block| !block.kept()) {
            let reason = block
                .dropped
                .map_or("", copydesk::record::DropReason::as_str);
            line(format!(
                "{} {}",
                style.paint(DIM, reason),
                safe(&block.content)
            ));
        }
    }
    for diagnostic in &article.diagnostics {
        if diagnostic.severity > copydesk::Severity::Info {
            line(style.paint(RED, &safe(&diagnostic.to_string())));
        }
    }
    line(String::new());
    out
}

/// The bytes `start..end` of the text with the mentions that begin in them in colour.
fn paint_mentions(article: &Article, start: usize, end: usize, style: Style) -> String {
    let mut out = String::new();
    let mut at = start;
    for mention in &article.mentions {
        let (from, to) = (mention.span.start as usize, mention.span.end as usize);
        // A mention that a line break cuts in two is coloured in both lines.
        let (from, to) = (from.max(at), to.min(end));
        if from >= to {
            continue;
        }
        out.push_str(&safe(&article.text[at..from]));
        let words = safe(Span::at(from, to).of(&article.text));
        out.push_str(&style.paint(label_style(mention.label).0, &words));
        at = to;
    }
    out.push_str(&safe(&article.text[at..end]));
    out
}

fn legend(article: &Article, style: Style) -> String {
    let mut groups: Vec<(&str, &str)> = Vec::new();
    for mention in &article.mentions {
        let group = label_style(mention.label);
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups.sort_by_key(|&(_, name)| name);
    let names: Vec<_> = groups
        .iter()
        .map(|&(attribute, name)| style.paint(attribute, name))
        .collect();
    names.join("  ")
}

/// Text of a page without the control characters with which it could steer the terminal.
pub(crate) fn safe(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\t'))
        .collect()
}
