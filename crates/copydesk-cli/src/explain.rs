//! `copydesk explain`: what was decided, dropped and repaired, and why.

use std::fmt::Write;

use anyhow::Result;
use copydesk::{Article, Desk, SourceSpan, explain::Part};

use crate::{
    arguments::Explain,
    print, report_failure,
    show::safe,
    style::{BOLD, DIM, RED, Style, YELLOW, clip, width},
};

/// Repairs shown of each rule.
const SHOWN: usize = 12;

pub(crate) fn run(arguments: &Explain) -> Result<u8> {
    let desk = Desk::new(arguments.input.options()?)?;
    let style = Style::for_stdout();
    let mut failed = false;
    for article in desk.stream(arguments.input.sources()?) {
        if report_failure(&article) {
            failed = true;
            if article.blocks.is_empty() {
                continue;
            }
        }
        print(&explanation(&article, style, arguments.all)?)?;
    }
    Ok(u8::from(failed))
}

fn explanation(article: &Article, style: Style, all: bool) -> Result<String> {
    let mut out = String::new();
    let heading = |text: &str| style.paint(BOLD, text);
    let source = &article.source;
    writeln!(
        out,
        "{}",
        heading(&safe(source.uri.as_deref().unwrap_or("(no name)")))
    )?;
    writeln!(
        out,
        "  {} bytes of {}, charset {} ({}); source offsets are {}s",
        source.bytes,
        or(&source.media_type, "unknown type"),
        or(&source.charset, "unknown"),
        or(&source.charset_evidence, "no evidence"),
        source.unit.as_str(),
    )?;
    writeln!(out, "  an article with score {:.2}", article.article_score)?;

    writeln!(out, "\n{}", heading("Metadata, and where it stands"))?;
    for evidence in &article.evidence {
        let place = evidence
            .source
            .map_or_else(String::new, |span| format!(" at {}", place(article, span)));
        let value = value_of(article, &evidence.field);
        writeln!(
            out,
            "  {:<14} {}  {}",
            evidence.field,
            clip(&value, 70),
            style.paint(DIM, &format!("{}{place}", safe(&evidence.from)))
        )?;
    }

    let dropped: Vec<_> = article
        .blocks
        .iter()
        .filter(|block| !block.kept())
        .collect();
    writeln!(
        out,
        "\n{}",
        heading(&format!(
            "Dropped: {} of {} blocks",
            dropped.len(),
            article.blocks.len()
        ))
    )?;
    for block in dropped {
        let reason = block
            .dropped
            .map_or("", copydesk::record::DropReason::as_str);
        let words = clip(&block.content, width().saturating_sub(36).max(20));
        let at = place(article, block.source);
        writeln!(
            out,
            "  {} {words}  {}",
            style.paint(YELLOW, &format!("{reason:<16}")),
            style.paint(DIM, &at)
        )?;
    }

    let count = article.edits.len() as u64;
    writeln!(
        out,
        "\n{}",
        heading(&format!("Repaired: {}", crate::counted(count, "place")))
    )?;
    let limit = (!all).then_some(SHOWN);
    let paint = |part: Part, text: &str| match part {
        Part::Rule => style.paint(YELLOW, text),
        Part::Before => style.paint(RED, text),
        Part::After => style.paint(BOLD, text),
        Part::Aside => style.paint(DIM, text),
    };
    for line in copydesk::explain::repairs(article, limit, &paint).lines() {
        writeln!(out, "  {line}")?;
    }

    if !article.diagnostics.is_empty() {
        writeln!(out, "\n{}", heading("Notes"))?;
    }
    for diagnostic in &article.diagnostics {
        let attribute = match diagnostic.severity {
            copydesk::Severity::Info => DIM,
            copydesk::Severity::Warning => YELLOW,
            copydesk::Severity::Error => RED,
        };
        writeln!(
            out,
            "  {}",
            style.paint(attribute, &safe(&diagnostic.to_string()))
        )?;
    }
    writeln!(out)?;
    Ok(out)
}

fn place(article: &Article, span: SourceSpan) -> String {
    let span = article.source_in_unit(span);
    format!(
        "{} {}–{}",
        article.source.unit.as_str(),
        span.start,
        span.end
    )
}

fn or<'a>(value: &'a str, instead: &'a str) -> &'a str {
    if value.is_empty() { instead } else { value }
}

fn value_of(article: &Article, field: &str) -> String {
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
