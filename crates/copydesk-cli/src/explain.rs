//! `copydesk explain`: what was decided, dropped and repaired, and why.

use std::{collections::BTreeMap, fmt::Write, process::ExitCode};

use anyhow::Result;
use copydesk::{Article, Desk, SourceSpan, record::Edit};

use crate::{
    arguments::Explain,
    print, report_failure,
    show::safe,
    style::{BOLD, DIM, RED, Style, YELLOW, clip, width},
};

/// Letters shown on either side of a repair.
const CONTEXT: usize = 24;

/// Repairs shown of each rule.
const SHOWN: usize = 12;

pub(crate) fn run(arguments: &Explain) -> Result<ExitCode> {
    let desk = Desk::new(arguments.input.options())?;
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
    Ok(ExitCode::from(u8::from(failed)))
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

    writeln!(
        out,
        "\n{}",
        heading(&format!("Repaired: {} places", article.edits.len()))
    )?;
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for edit in &article.edits {
        let seen = rules.entry(&edit.rule).or_default();
        *seen += 1;
        if all || *seen <= SHOWN {
            writeln!(out, "  {}", repair(article, edit, style))?;
        }
    }
    for (rule, count) in rules {
        if !all && count > SHOWN {
            let rest = format!("… and {} more, --all shows them", count - SHOWN);
            writeln!(out, "  {rule:<12} {}", style.paint(DIM, &rest))?;
        }
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

/// `rule  …context «before» → «after» context…  at place`.
fn repair(article: &Article, edit: &Edit, style: Style) -> String {
    let text = &article.text;
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    let left: String = text[..start].chars().rev().take(CONTEXT).collect();
    let left: String = left.chars().rev().collect();
    let right: String = text[end..].chars().take(CONTEXT).collect();
    let line = |words: &str| clip(words, 60);
    format!(
        "{:<12} {}{} → {}{}  {}",
        edit.rule,
        style.paint(DIM, &line(&left)),
        style.paint(RED, &visible(&edit.before)),
        style.paint(BOLD, &visible(edit.span.of(text))),
        style.paint(DIM, &line(&right)),
        style.paint(
            DIM,
            &format!("at {}", place(article, article.source_of(edit.span)))
        ),
    )
}

/// Text in which every character can be seen: invisible and look-alike ones are named.
fn visible(text: &str) -> String {
    let mut out = String::from("«");
    for letter in text.chars() {
        let plain = letter == ' '
            || letter.is_ascii_graphic()
            || (letter.is_alphanumeric() && !('\u{370}'..='\u{58f}').contains(&letter));
        if plain {
            out.push(letter);
        } else {
            write!(out, "<U+{:04X}>", letter as u32).expect("a string takes all that is written");
        }
    }
    out.push('»');
    out
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
