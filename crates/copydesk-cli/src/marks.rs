//! The text of an article in the terminal: names in colour with their label behind them, quotes and
//! claims underlined, with the numbers that they have in the lists below.

use std::collections::BTreeMap;

use copydesk::{
    Article, Span,
    record::{Block, BlockKind, Claim, ClaimStatus, Label, SourceKind},
};

use crate::{
    layout::Text,
    style::{Colour, DIM, Ink, NONE, Style, label_colour, status_colour},
};

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
        let kind = kind_at(&blocks, at);
        let (mark, hang) = match kind {
            Some((BlockKind::ListItem, level)) => {
                let indent = 2 * usize::from(level.saturating_sub(1).min(8));
                (format!("{}• ", " ".repeat(indent)), indent + 2)
            }
            Some((BlockKind::Quote, _)) => ("  ".to_owned(), 2),
            _ => (String::new(), 0),
        };
        let heading = matches!(kind, Some((BlockKind::Heading | BlockKind::Title, _)));
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
            for (ink, words) in written
                .get(&(here + letter.len_utf8()))
                .into_iter()
                .flatten()
            {
                text.glued(*ink, words);
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
                .push(NONE, &format!(" {} {count}", meaning(label)));
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
fn written(article: &Article, style: Style) -> BTreeMap<usize, Vec<(Ink, String)>> {
    let mut out: BTreeMap<usize, Vec<(Ink, String)>> = BTreeMap::new();
    let bracketed = |words: &str| {
        if style.is_on() {
            format!(" {words}")
        } else {
            format!(" [{words}]")
        }
    };
    for mention in &article.mentions {
        let ink = Ink::of(label_colour(mention.label)).dim();
        let words = bracketed(mention.label.as_str());
        let end = mention.span.end as usize;
        out.entry(end).or_default().push((ink, words));
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
        let marks = ends.entry(span.end as usize).or_default();
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
            let words = format!(" [{} {}]", mark.name, mark.numbers.join(", "));
            let ink = Ink::of(mark.colour);
            out.entry(end).or_default().push((ink, words));
        }
    }
    out
}

/// Kind and level of the kept block that a byte of the text stands in.
fn kind_at(blocks: &[&Block], at: usize) -> Option<(BlockKind, u8)> {
    let block = blocks.get(
        blocks.partition_point(|block| block.span.is_some_and(|span| span.end as usize <= at)),
    )?;
    let span = block.span.filter(|span| span.start as usize <= at)?;
    (!span.is_empty()).then_some((block.kind, block.level.unwrap_or(1)))
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
