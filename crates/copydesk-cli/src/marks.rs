//! The text of an article in the terminal: names in colour with their label behind them, quotes and
//! claims underlined, with the numbers that they have in the lists below.

use std::collections::BTreeMap;

use copydesk::{
    Article, Span,
    record::{Block, BlockKind, Claim, ClaimStatus, Label, SourceKind},
};

use crate::{
    layout::{Text, columns},
    style::{Colour, DIM, Ink, NONE, Style, label_colour, status_colour},
};

/// What is written behind a name, a quote or a claim.
struct Behind {
    ink: Ink,
    words: String,
    /// Whether it may begin a line; a label stays with its name.
    apart: bool,
}

/// The body, wrapped. `labels`: what colours stand for is written, too.
pub(crate) fn body(article: &Article, style: Style, labels: bool) -> String {
    let inks = inks(article);
    let written = if labels {
        written(article, style)
    } else {
        BTreeMap::new()
    };
    let start = article.text.len() - article.body().len();
    let blocks: Vec<&Block> = article.blocks.iter().filter(|block| block.kept()).collect();
    let mut out = String::new();
    let mut at = start;
    for line in article.body().split('\n') {
        let block = block_at(&blocks, at);
        let mark = block.map_or_else(String::new, |block| item(block, line));
        let hang = columns(&mark);
        let heading =
            block.is_some_and(|block| matches!(block.kind, BlockKind::Heading | BlockKind::Title));
        let mut text = Text::default();
        for (offset, letter) in line.char_indices() {
            let here = at + offset;
            let ink = inks.get(here).copied().unwrap_or_default();
            let ink = if heading { ink.bold() } else { ink };
            if letter == '\t' {
                text.push(DIM, " | ");
            } else {
                text.letter(ink, letter);
            }
            let behind = written.get(&(here + letter.len_utf8()));
            for Behind { ink, words, apart } in behind.into_iter().flatten() {
                let blank = if *apart { " " } else { "\u{a0}" };
                text.push(NONE, blank).glued(*ink, words);
            }
        }
        if line.is_empty() {
            out.push('\n');
        } else {
            out.push_str(&mark);
            out.push_str(&text.lines(style, style.prose(), hang, hang));
        }
        at += line.len() + 1;
    }
    out
}

/// What the labels and marks of the body stand for, those that occur.
pub(crate) fn legend(article: &Article, style: Style) -> String {
    let mut text = Text::default();
    for &label in Label::ALL {
        let count = article
            .mentions
            .iter()
            .filter(|it| it.label == label)
            .count();
        if count > 0 {
            let gap = if text.is_empty() { "" } else { " · " };
            text.push(DIM, gap)
                .push(Ink::of(label_colour(label)), label.as_str())
                .glued(NONE, &format!(" {} {count}", meaning(label)));
        }
    }
    let mut marks = Text::default();
    let marked = article.claims.iter().filter(|claim| is_marked(claim));
    let mut counts: BTreeMap<&str, (Colour, usize)> = BTreeMap::new();
    for claim in marked {
        let colour = status_colour(claim.status);
        counts.entry(claim.status.as_str()).or_insert((colour, 0)).1 += 1;
    }
    if !article.quotes.is_empty() {
        marks
            .push(Ink::of(Colour::Violet).underlined(), "quote")
            .push(NONE, &format!(" {}", article.quotes.len()));
    }
    for status in ClaimStatus::ALL {
        if let Some((colour, count)) = counts.get(status.as_str()) {
            let gap = if marks.is_empty() { "" } else { " · " };
            marks
                .push(DIM, gap)
                .push(Ink::of(*colour).underlined(), status.as_str())
                .push(NONE, &format!(" {count}"));
        }
    }
    if !marks.is_empty() {
        let end =
            "; numbered as in the lists below; what the article itself tells as a fact has no mark";
        marks.push(DIM, end);
    }
    let mut out = String::new();
    for (name, text) in [("Labels  ", text), ("Marks   ", marks)] {
        if !text.is_empty() {
            out.push_str(&style.paint(DIM, name));
            out.push_str(&text.lines(style, style.prose(), name.len(), name.len()));
        }
    }
    out
}

/// Whether a claim is marked in the text: what the article itself tells as a fact is not, for that
/// would be most of it.
fn is_marked(claim: &Claim) -> bool {
    let own = matches!(claim.source_kind, SourceKind::Article);
    !(claim.content.is_empty() || own && claim.status == ClaimStatus::Confirmed)
}

/// The ink of each byte of the text.
fn inks(article: &Article) -> Vec<Ink> {
    let mut inks = vec![NONE; article.text.len()];
    let mut fill = |span: Span, ink: &dyn Fn(Ink) -> Ink| {
        if let Some(inks) = inks.get_mut(span.range()) {
            for it in inks {
                *it = ink(*it);
            }
        }
    };
    let quotes = article.quotes.iter();
    let quotes = quotes.map(|quote| (quote.content, Colour::Violet));
    let claims = article.claims.iter().filter(|claim| is_marked(claim));
    let claims = claims.map(|claim| (claim.content, status_colour(claim.status)));
    let mut said: Vec<(Span, Colour)> = quotes.chain(claims).collect();
    // Inner ones are written over outer ones.
    said.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    for (span, colour) in said {
        fill(span, &|_| Ink::of(colour).underlined());
    }
    for mention in &article.mentions {
        let colour = label_colour(mention.label);
        fill(mention.span, &|ink| ink.coloured(colour).bold());
    }
    inks
}

/// The quotes, or the claims of one status, that end at one place.
struct Mark<'a> {
    name: &'a str,
    colour: Colour,
    numbers: Vec<String>,
}

/// What is written behind the byte at which a name, a quote or a claim ends.
fn written(article: &Article, style: Style) -> BTreeMap<usize, Vec<Behind>> {
    let mut out: BTreeMap<usize, Vec<Behind>> = BTreeMap::new();
    let bracketed = |words: &str| {
        if style.is_on() {
            words.to_owned()
        } else {
            format!("[{words}]")
        }
    };
    for mention in &article.mentions {
        let ink = Ink::of(label_colour(mention.label));
        let words = bracketed(mention.label.as_str());
        let end = mention.span.end as usize;
        out.entry(end).or_default().push(Behind {
            ink,
            words,
            apart: false,
        });
    }
    let quotes = article.quotes.iter().enumerate();
    let quotes = quotes.map(|(index, quote)| (quote.content, "quote", Colour::Violet, index));
    let claims = article.claims.iter().enumerate();
    let claims = claims
        .filter(|(_, claim)| is_marked(claim))
        .map(|(index, claim)| {
            let status = claim.status;
            (claim.content, status.as_str(), status_colour(status), index)
        });
    let mut ends: BTreeMap<usize, Vec<Mark<'_>>> = BTreeMap::new();
    for (span, name, colour, index) in quotes.chain(claims) {
        let marks = ends.entry(behind(&article.text, span)).or_default();
        let number = (index + 1).to_string();
        match marks.iter_mut().find(|mark| mark.name == name) {
            Some(mark) => mark.numbers.push(number),
            None => marks.push(Mark {
                name,
                colour,
                numbers: vec![number],
            }),
        }
    }
    for (end, marks) in ends {
        for mark in marks {
            let words = format!("[{} {}]", mark.name, mark.numbers.join(", "));
            let ink = Ink::of(mark.colour);
            out.entry(end).or_default().push(Behind {
                ink,
                words,
                apart: true,
            });
        }
    }
    out
}

/// The end of a span, and of the quotation marks that close behind it.
fn behind(text: &str, span: Span) -> usize {
    let end = span.end as usize;
    let rest = text.get(end..).unwrap_or_default();
    let words = rest.trim_start_matches(['"', '\u{201d}', '\u{2019}', '\u{bb}', '\u{203a}']);
    end + rest.len() - words.len()
}

/// The kept block that a byte of the text stands in.
fn block_at<'a>(blocks: &[&'a Block], at: usize) -> Option<&'a Block> {
    let behind = |block: &&Block| block.span.is_some_and(|span| span.end as usize <= at);
    let block = blocks.get(blocks.partition_point(behind))?;
    (block.span?.start as usize <= at).then_some(*block)
}

/// What stands before the line of a block: the number or bullet of an item, unless the line has one
/// of its own.
fn item(block: &Block, line: &str) -> String {
    if block.kind == BlockKind::Quote {
        return "  ".to_owned();
    }
    if block.kind != BlockKind::ListItem {
        return String::new();
    }
    let indent = usize::from(block.level.unwrap_or(1).clamp(1, 8) - 1);
    let own = |first: char| "•–-*·".contains(first) || first.is_ascii_digit();
    let list = block.within.iter().rev().find(|it| it.kind.is_list());
    let mark = match list.and_then(|list| list.number) {
        Some(number) => format!("{number}. "),
        None if line.starts_with(own) => String::new(),
        None => "• ".to_owned(),
    };
    "  ".repeat(indent) + &mark
}

/// What a label stands for, in a word or two.
fn meaning(label: Label) -> &'static str {
    match label {
        Label::Person => "people",
        Label::Norp => "nationalities, faiths, parties",
        Label::Fac => "buildings, roads",
        Label::Org => "organisations",
        Label::Gpe => "countries, cities",
        Label::Loc => "other places",
        Label::Product => "products",
        Label::Event => "named events",
        Label::WorkOfArt => "works",
        Label::Law => "laws, treaties",
        Label::Language => "languages",
        Label::Date => "dates",
        Label::Time => "times",
        Label::Percent => "percentages",
        Label::Money => "sums of money",
        Label::Quantity => "measures",
        Label::Ordinal => "ranks",
        Label::Cardinal => "numbers",
        Label::Title => "offices",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use copydesk::{Article, RawDocument, stage::extract};

    use super::body;
    use crate::style::Style;

    fn shown(page: &str) -> String {
        let article: Article = extract(&RawDocument::from_bytes(page.as_bytes()));
        body(&article, Style::plain().wide(60), true)
    }

    #[test]
    fn lists_keep_their_marks() {
        let words =
            "The harbour office of the town said on Monday that it was because of the storm.";
        let page = format!(
            "<title>Quays</title><article><h1>Quays closed</h1><p>{words} {words}</p><p>{words}</p>\
             <ol start=4><li>The quay in the east of the town stays closed for now</li></ol>\
             <ul><li>The quay in the west of the town is open again, said the office, which has 12 people</li>\
             </ul><p>{words}</p></article>"
        );
        let shown = shown(&page);
        for expected in [
            "\n4. The quay in the east of the town stays closed for now\n",
            "\n• The quay in the west of the town is open again, said the\n  office, which",
        ] {
            assert!(shown.contains(expected), "{expected}\n{shown}");
        }
    }
}
