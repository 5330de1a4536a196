//! `copydesk explain`: what was decided, dropped and repaired, and why.

use std::fmt::Write;

use anyhow::Result;
use copydesk::{
    Article, Desk,
    explain::Part,
    record::{Block, DropReason},
};

use crate::{
    arguments::Explain,
    counted,
    facts::{self, or, place},
    layout::{Text, clip, columns, padded},
    print, report_failure,
    safe::safe,
    show::note,
    style::{BOLD, DIM, FAILURE, Style, WARNING},
};

/// Repairs shown of each rule, and dropped blocks of each reason.
const REPAIRS: usize = 12;
const BLOCKS: usize = 6;

pub(crate) fn run(arguments: &Explain) -> Result<u8> {
    let desk = Desk::new(arguments.input.options()?)?;
    let style = Style::of(&arguments.look);
    let mut failed = false;
    let mut between = "";
    for article in desk.stream(arguments.input.sources()?) {
        if report_failure(&article) {
            failed = true;
            if article.blocks.is_empty() {
                continue;
            }
        }
        let text = explanation(&article, style, arguments.all)?;
        print(&format!("{between}{text}"))?;
        between = "\n";
    }
    Ok(u8::from(failed))
}

fn explanation(article: &Article, style: Style, all: bool) -> Result<String> {
    let mut out = String::new();
    let heading = |text: &str| style.paint(BOLD, text);
    let source = &article.source;
    let mut uri = Text::default();
    uri.push(BOLD, source.uri.as_deref().unwrap_or("(no name)"));
    out.push_str(&uri.lines(style, style.width(), 0, 0));

    writeln!(out, "\n{}", heading("Decided"))?;
    let size = format!("{} bytes", facts::grouped(source.bytes));
    let unit = format!("source offsets are {}s", source.unit.as_str());
    out.push_str(&facts::line("size", &size, &unit, style));
    out.push_str(&facts::line(
        "format",
        or(&source.media_type, "unknown"),
        "",
        style,
    ));
    let evidence = or(&source.charset_evidence, "no evidence");
    out.push_str(&facts::line(
        "charset",
        or(&source.charset, "unknown"),
        evidence,
        style,
    ));
    // Half: what the score calls as likely as not.
    let (what, score) = (
        if article.article_score < 0.5 {
            "no article"
        } else {
            "an article"
        },
        format!("score {:.2} of 1", article.article_score),
    );
    out.push_str(&facts::line("page", what, &score, style));

    writeln!(out, "\n{}", heading("Metadata, and where it stands"))?;
    let metadata = facts::metadata(article, style);
    out.push_str(or(&metadata, "  none was found\n"));
    out.push('\n');
    out.push_str(&dropped(article, style, (!all).then_some(BLOCKS)));

    let count = article.edits.len() as u64;
    writeln!(
        out,
        "\n{}",
        heading(&format!("Repaired: {}", counted(count, "place")))
    )?;
    let limit = (!all).then_some(REPAIRS);
    let paint = |part: Part, text: &str| match part {
        Part::Rule => style.paint(WARNING, &safe(text)),
        Part::Before => style.paint(FAILURE, &safe(text)),
        Part::After => style.paint(BOLD, &safe(text)),
        Part::Aside => style.paint(DIM, &safe(text)),
    };
    let width = style.width();
    for line in copydesk::explain::repairs_within(article, limit, width, &paint).lines() {
        writeln!(out, "  {line}")?;
    }

    if !article.diagnostics.is_empty() {
        writeln!(out, "\n{}", heading("Notes"))?;
    }
    for diagnostic in &article.diagnostics {
        out.push_str(&note(diagnostic, style));
    }
    Ok(out)
}

/// What was dropped, by reason, at most so many blocks of each.
pub(crate) fn dropped(article: &Article, style: Style, limit: Option<usize>) -> String {
    let mut reasons: Vec<(Option<DropReason>, Vec<&Block>)> = Vec::new();
    let blocks = article.blocks.iter().filter(|block| !block.kept());
    let mut count = 0;
    for block in blocks {
        count += 1;
        match reasons
            .iter_mut()
            .find(|(reason, _)| *reason == block.dropped)
        {
            Some((_, blocks)) => blocks.push(block),
            None => reasons.push((block.dropped, vec![block])),
        }
    }
    let title = format!("Dropped: {count} of {} blocks", article.blocks.len());
    let mut out = style.paint(BOLD, &title);
    out.push('\n');
    for (reason, blocks) in reasons {
        let mut text = Text::default();
        let name = reason.map_or("unknown", DropReason::as_str);
        let count = format!(" · {}", counted(blocks.len() as u64, "block"));
        text.push(WARNING, name).push(DIM, &count);
        if let Some(reason) = reason {
            text.push(DIM, " · ").push(DIM, why(reason));
        }
        let lines = text.lines(style, style.width(), 2, 4);
        let _ = write!(out, "  {lines}");
        let shown = limit.unwrap_or(usize::MAX).min(blocks.len());
        let places = blocks[..shown].iter();
        let places: Vec<String> = places.map(|block| place(article, block.source)).collect();
        let longest = places.iter().map(|place| columns(place)).max();
        for (block, place) in blocks.iter().zip(places) {
            let place = padded(&place, longest.unwrap_or(0));
            let room = style.width().saturating_sub(columns(&place) + 6).max(10);
            let words = clip(&block.content, room);
            let _ = writeln!(out, "    {}  {words}", style.paint(DIM, &place));
        }
        if shown < blocks.len() {
            let more = format!("    and {} more", blocks.len() - shown);
            out.push_str(&style.paint(DIM, &more));
            out.push('\n');
        }
    }
    out
}

/// What a reason means.
fn why(reason: DropReason) -> &'static str {
    match reason {
        DropReason::Navigation => "menus and lists of links",
        DropReason::SiteFurniture => "head or foot of the site",
        DropReason::Share => "buttons to share, follow or print",
        DropReason::Comments => "comments, or the form to write one",
        DropReason::Related => "links to other articles",
        DropReason::Newsletter => "asks for a subscription",
        DropReason::Cookies => "notice about cookies or privacy",
        DropReason::Paywall => "asks for money",
        DropReason::AuthorBox => "about the author",
        DropReason::Byline => "the byline, kept as metadata",
        DropReason::Date => "the date line, kept as metadata",
        DropReason::CrawlDate => "the day the page was fetched",
        DropReason::Caption => "caption of an image or video",
        DropReason::ImageAlt => "text in place of an image",
        DropReason::Credit => "credit of a photo or agency",
        DropReason::Copyright => "copyright line",
        DropReason::Tags => "tags or hashtags",
        DropReason::Contact => "ways to reach the site",
        DropReason::Widget => "label of a widget, form or player",
        DropReason::Advertisement => "advertisement",
        DropReason::Hidden => "not shown by browsers",
        DropReason::Repeated => "says again what stands elsewhere",
        DropReason::LiveBlog => "time stamp of a live blog",
        DropReason::Truncation => "note that the text was cut off",
        DropReason::TitleApart => "the title, which stands apart from the text",
        DropReason::OutsideArticle => "outside the article",
        _ => "another reason",
    }
}
