//! Markdown as pulldown-cmark reads it.

use std::iter::Peekable;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{clean, folded, put};

/// The structure of a Markdown document.
pub(crate) fn of_markdown(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let mut events = Parser::new_ext(markdown, options).peekable();
    let mut out = String::new();
    while events.peek().is_some() {
        blocks(&mut events, &mut out);
        // An end that has no start would not move on.
        assert!(events.peek().is_none(), "{:?} in {markdown}", events.peek());
    }
    out
}

/// The blocks up to the end of what is around them.
fn blocks<'a>(events: &mut Peekable<impl Iterator<Item = Event<'a>>>, out: &mut String) {
    while let Some(event) = events.next_if(|event| !matches!(event, Event::End(_))) {
        let name = match event {
            Event::Start(Tag::Paragraph) => "p".to_owned(),
            Event::Start(Tag::Heading { level, .. }) => level.to_string(),
            Event::Start(Tag::CodeBlock(_)) => {
                let mut code = String::new();
                for event in events.by_ref() {
                    match event {
                        Event::Text(text) => code.push_str(&text),
                        Event::End(TagEnd::CodeBlock) => break,
                        other => panic!("{other:?} in code"),
                    }
                }
                put(out, "code", &clean(code.strip_suffix('\n').unwrap()));
                continue;
            }
            Event::Start(Tag::Table(_)) => {
                let mut inside = String::new();
                table(events, &mut inside);
                put(out, "table", &inside);
                continue;
            }
            Event::Start(tag) => {
                let name = match tag {
                    Tag::BlockQuote(_) => "quote".to_owned(),
                    Tag::List(Some(start)) => format!("ol{start}"),
                    Tag::List(None) => "ul".to_owned(),
                    Tag::Item => "li".to_owned(),
                    other => format!("{other:?}"),
                };
                let mut inside = String::new();
                blocks(events, &mut inside);
                events.next();
                put(out, &name, &inside);
                continue;
            }
            // The words of a tight item.
            other => {
                let words = inline(Some(other), events);
                put(out, "p", &words);
                continue;
            }
        };
        let words = inline(None, events);
        events.next();
        put(out, &name, &words);
    }
}

/// Words up to the next block or end.
fn inline<'a>(
    first: Option<Event<'a>>,
    events: &mut Peekable<impl Iterator<Item = Event<'a>>>,
) -> String {
    let mut lines = vec![String::new()];
    let mut next = first.or_else(|| events.next_if(is_inline));
    while let Some(event) = next {
        match event {
            Event::Text(text) => lines.last_mut().unwrap().push_str(&text),
            Event::HardBreak => lines.push(String::new()),
            // Shown, so that the comparison fails.
            other => lines.push(format!("{other:?}")),
        }
        next = events.next_if(is_inline);
    }
    let lines: Vec<_> = lines.iter().map(|line| folded(line)).collect();
    lines.join("\n")
}

fn is_inline(event: &Event<'_>) -> bool {
    !matches!(
        event,
        Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)
            | Event::Start(
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::List(_)
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::Table(_)
            )
    )
}

/// The rows; an empty header row is none.
fn table<'a>(events: &mut Peekable<impl Iterator<Item = Event<'a>>>, out: &mut String) {
    let mut cells = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                cells.push(inline(None, events));
                events.next();
            }
            Event::End(end @ (TagEnd::TableHead | TagEnd::TableRow)) => {
                let cell = if end == TagEnd::TableHead { "th" } else { "td" };
                if end == TagEnd::TableRow || cells.iter().any(|cell| !cell.is_empty()) {
                    put(out, cell, &cells.join("\t"));
                }
                cells.clear();
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
}
