//! The reader: each article with its highlights, what was found and what was dropped, and its
//! source.

use std::collections::BTreeMap;

use copydesk::{
    Article, Severity, Span,
    record::{BlockKind, ClaimStatus},
};

use super::{
    Left, ReportOptions,
    facts::{Facts, spoken},
    source::{SourceText, View},
    stories::copy,
    text::{Writer, raw},
};
use crate::{clip, counted, escape::push, said, start, text};

/// Items of one list of an article that are shown.
const LONGEST_LIST: usize = 200;
/// Repairs that are listed; all are marked in the text.
const MOST_REPAIRS: usize = 60;
/// Bytes of a claim, a block or a message that are shown.
const LONGEST_WORDS: usize = 240;
/// Bytes of HTML that all articles together may take.
const LONGEST_READER: usize = 32 << 20;

/// What the reader holds: the articles, and their sources for the script.
#[derive(Default)]
pub(super) struct Reader {
    articles: Vec<(u32, String)>,
    sources: String,
}

impl Reader {
    /// Writes the articles, those of the largest stories first, and notes which are there.
    pub(super) fn new(
        facts: &mut Facts<'_>,
        sources: &[Option<SourceText>],
        options: &ReportOptions,
        left: &mut Left,
    ) -> Self {
        let order: Vec<u32> = facts.in_order().collect();
        let chosen = &order[..order.len().min(options.max_articles)];
        for &at in chosen {
            facts.in_reader[at as usize] = true;
        }
        let mut reader = Self::default();
        let (mut html, mut raw_bytes, mut without) = (0, 0, 0);
        for &at in chosen {
            if html > LONGEST_READER {
                facts.in_reader[at as usize] = false;
                continue;
            }
            let article = facts.articles[at as usize];
            let source = sources.get(at as usize).and_then(Option::as_ref);
            let room = raw_bytes < options.max_source_bytes;
            let view = View::new(article, source.filter(|_| room));
            raw_bytes += source.filter(|_| room).map_or(0, SourceText::len);
            without += usize::from(source.is_some() && !room);
            let one = article_of(facts, at, &view, options);
            html += one.len();
            reader.articles.push((at, one));
            if !view.is_empty() {
                let json = view.json();
                reader.sources.push_str(&format!(
                    "<script type=\"application/json\" id=\"raw-{at}\">{json}</script>"
                ));
            }
        }
        left.note(reader.articles.len(), order.len(), "article", "articles");
        if without > 0 {
            let articles = counted(without, "article", "articles");
            left.say(format!(
                "the source of {articles}, which is rebuilt from the record instead"
            ));
        }
        reader.articles.sort_by_key(|(at, _)| *at);
        reader
    }

    /// Appends the list of articles and the articles.
    pub(super) fn write(&self, out: &mut String, facts: &Facts<'_>) {
        if self.articles.is_empty() {
            out.push_str("<p class=\"nothing\">No article was read.</p>");
            return;
        }
        out.push_str(
            "<div class=\"desk\"><nav class=\"shelf\" aria-label=\"Articles\"><div class=\"filters js-only\">\
             <label>Find an article <input type=\"search\" data-filter=\"shelf\" autocomplete=\"off\"></label>\
             <output id=\"shelf-count\" aria-live=\"polite\"></output></div><ul id=\"shelf-list\">",
        );
        for (at, _) in &self.articles {
            out.push_str(&format!("<li><a href=\"#a{at}\">"));
            push(out, "", &facts.title(*at), "</a>");
            let day = facts.days[*at as usize].as_deref();
            let outlet = facts.outlet(*at);
            let facts: Vec<&str> = [day, outlet].into_iter().flatten().collect();
            push(
                out,
                "<span class=\"facts\">",
                &facts.join(" \u{b7} "),
                "</span></li>",
            );
        }
        out.push_str("</ul></nav><div class=\"articles\">");
        for (_, html) in &self.articles {
            out.push_str(html);
        }
        out.push_str("</div></div>");
    }

    /// The sources, as data for the script.
    pub(super) fn sources(&self) -> &str {
        &self.sources
    }
}

fn article_of(facts: &Facts<'_>, at: u32, view: &View<'_>, options: &ReportOptions) -> String {
    let article = facts.articles[at as usize];
    let writer = Writer::new(facts, at, view);
    let mut body = String::with_capacity(article.text.len() * 4);
    let out = &mut body;
    out.push_str(&format!(
        "<article id=\"a{at}\" tabindex=\"-1\" aria-labelledby=\"a{at}-h\">"
    ));
    out.push_str(&format!("<h3 id=\"a{at}-h\">"));
    title(out, facts, at, &writer);
    out.push_str("</h3>");
    metadata(out, facts, at, view);
    notes(out, article);
    let source = if view.is_source() {
        "source"
    } else {
        "rebuilt"
    };
    let cut = if view.is_cut() { " data-cut" } else { "" };
    out.push_str(&format!(
        "<div class=\"pages\" data-raw=\"{source}\"{cut}><div class=\"clean\">"
    ));
    legend(out, article, &writer);
    out.push_str("<div class=\"cd-text\">");
    if !writer.body(out, options.max_text_bytes) {
        push(
            out,
            "<p class=\"nothing\">The rest of the text is left out: ",
            &counted(article.text.len(), "byte", "bytes"),
            " in all.</p>",
        );
    }
    if article.text.is_empty() {
        out.push_str("<p class=\"nothing\">Nothing of the page is article text.</p>");
    }
    out.push_str("</div>");
    claims(out, at, article, &writer);
    quotes(out, at, article, view);
    repairs(out, at, article, view);
    dropped(out, at, article, view);
    out.push_str("</div></div></article>");
    body
}

fn title(out: &mut String, facts: &Facts<'_>, at: u32, writer: &Writer<'_>) {
    let article = facts.articles[at as usize];
    let mut blocks = article.blocks.iter();
    let block = blocks.find(|block| block.kind == BlockKind::Title && block.kept());
    match block
        .and_then(|block| block.span)
        .filter(|span| !span.is_empty())
    {
        Some(span) => {
            // A title is one line.
            let words = start(span.of(&article.text), 400);
            writer.line(out, Span::new(span.start, span.start + words.len() as u32));
        }
        None => push(out, "", &facts.title(at), ""),
    }
}

/// What the page says about the article, each with the place that says so.
fn metadata(out: &mut String, facts: &Facts<'_>, at: u32, view: &View<'_>) {
    let article = facts.articles[at as usize];
    out.push_str("<dl class=\"meta\">");
    let published = article.published.as_deref().map(|date| {
        let day = date.get(..10).unwrap_or(date);
        let time = date
            .get(11..16)
            .map(|time| format!(", {time}"))
            .unwrap_or_default();
        format!("{}{time}", spoken(day))
    });
    let byline = (!article.byline.is_empty()).then(|| article.byline.join(", "));
    let plain = |value: &Option<String>| value.clone();
    for (name, field, value) in [
        ("Title", "title", article.title.clone()),
        ("By", "byline", byline),
        ("Published", "published", published),
        ("Changed", "modified", plain(&article.modified)),
        ("Outlet", "site", plain(&article.site)),
        ("Section", "section", plain(&article.section)),
        ("Language", "language", plain(&article.language)),
    ] {
        // The title stands above; what is left to say is where it was read.
        let found = article.evidence.iter().enumerate();
        let found: Vec<_> = found.filter(|(_, found)| found.field == field).collect();
        let Some(value) = value else { continue };
        if field == "title" && found.is_empty() {
            continue;
        }
        let shown = if field == "title" {
            ""
        } else {
            start(&value, LONGEST_WORDS)
        };
        push(out, "<div><dt>", name, "</dt><dd>");
        push(out, "", shown, "");
        for (number, found) in found.iter().take(3) {
            let place = found.source.and_then(|source| view.source_at(source));
            match place {
                Some(_) => {
                    out.push_str(&format!(
                        " <a class=\"from\" href=\"#a{at}-x{number}\" id=\"a{at}-x{number}\""
                    ));
                    raw(out, place);
                    push(out, ">", &found.from, "</a>");
                }
                None => push(out, " <span class=\"from\">", &found.from, "</span>"),
            }
        }
        out.push_str("</dd></div>");
    }
    let uri = article.source.uri.as_deref().unwrap_or("given as content");
    push(out, "<div class=\"wide\"><dt>Read from</dt><dd>", uri, "");
    let bytes = counted(article.source.bytes as usize, "byte", "bytes");
    for part in [&article.source.media_type, &article.source.charset, &bytes] {
        if !part.is_empty() {
            push(out, " \u{b7} ", part, "");
        }
    }
    out.push_str("</dd></div>");
    if let Some(story) = facts.story_of[at as usize] {
        let others = facts.stories[story as usize].articles.len() - 1;
        if others > 0 {
            out.push_str(&format!(
                "<div class=\"wide\"><dt>Story</dt><dd><a href=\"#s{story}\">"
            ));
            push(out, "", &facts.stories[story as usize].headline, "</a>");
            let others = counted(others, "other article", "other articles");
            out.push_str(&format!(", with {others}</dd></div>"));
        }
    }
    let mut about = String::new();
    copy(&mut about, facts, at);
    if !about.is_empty() {
        out.push_str("<div class=\"wide\"><dt>Copies</dt><dd>");
        out.push_str(&about);
        out.push_str("</dd></div>");
    }
    out.push_str("</dl>");
}

/// What was noisy enough to be said.
fn notes(out: &mut String, article: &Article) {
    let notes: Vec<_> = (article.diagnostics.iter())
        .filter(|note| note.severity > Severity::Info)
        .collect();
    if notes.is_empty() {
        return;
    }
    out.push_str("<ul class=\"notes\">");
    for note in notes.iter().take(LONGEST_LIST) {
        push(out, "<li><b>", note.severity.as_str(), "</b>: ");
        push(out, "", start(&note.message, LONGEST_WORDS), "</li>");
    }
    out.push_str("</ul>");
}

fn legend(out: &mut String, article: &Article, writer: &Writer<'_>) {
    out.push_str("<p class=\"cd-legend\"><span class=\"hush\">Legend: </span>");
    for label in writer.labels() {
        let class = text::class(label);
        out.push_str(&format!("<span class=\"cd-mark {class}\">{label}</span> "));
    }
    if !article.quotes.is_empty() {
        out.push_str("<span class=\"cd-said cd-quote\">quote</span> ");
    }
    for &status in ClaimStatus::ALL {
        if article.claims.iter().any(|claim| claim.status == status) {
            let class = said::class(status);
            out.push_str(&format!("<span class=\"cd-said {class}\">{status}</span> "));
        }
    }
    if !article.edits.is_empty() {
        out.push_str("<span class=\"cd-edit\">repaired</span>");
    }
    out.push_str("</p>");
}

/// Appends the head of a folded list.
fn open(out: &mut String, count: usize, one: &str, many: &str) {
    let counted = counted(count, one, many);
    out.push_str(&format!(
        "<details><summary>{counted}</summary><table><tbody>"
    ));
}

/// Appends its end.
fn close(out: &mut String, all: usize, shown: usize) {
    out.push_str("</tbody></table>");
    if all > shown {
        out.push_str(&format!(
            "<p class=\"facts\">and {} more in the record</p>",
            all - shown
        ));
    }
    out.push_str("</details>");
}

fn cut(out: &mut String, words: &str) {
    push(out, "", &clip(words, LONGEST_WORDS), "");
}

/// Appends a link to a place in the source, whose name is `id`.
fn jump(out: &mut String, id: &str, place: Option<(u32, u32)>, words: &str) {
    if place.is_some() {
        out.push_str(&format!("<a href=\"#{id}\" id=\"{id}\""));
        raw(out, place);
        out.push('>');
        cut(out, words);
        out.push_str("</a>");
    } else {
        out.push_str(&format!("<span id=\"{id}\">"));
        cut(out, words);
        out.push_str("</span>");
    }
}

fn claims(out: &mut String, at: u32, article: &Article, writer: &Writer<'_>) {
    if article.claims.is_empty() {
        return;
    }
    open(out, article.claims.len(), "claim", "claims");
    // All of them have a place here, because the table of claims points at it.
    for (number, claim) in article.claims.iter().enumerate() {
        let status = claim.status;
        out.push_str(&format!(
            "<tr><td><span class=\"pill {}\">{status}</span></td><td>",
            said::class(status)
        ));
        match claim.source {
            Some(span) => cut(out, span.of(&article.text)),
            None => out.push_str(match claim.source_kind.as_str() {
                "article" => "the article itself",
                _ => "not said who",
            }),
        }
        out.push_str("</td><td>");
        let id = format!("a{at}-c{number}");
        jump(
            out,
            &id,
            writer.claim_at(claim),
            claim.content.of(&article.text),
        );
        for (at, name) in said::denied_by(article, claim).take(5).enumerate() {
            let before = if at == 0 { "; denied by " } else { ", " };
            push(out, before, start(name, LONGEST_WORDS), "");
        }
        out.push_str("</td></tr>");
    }
    close(out, article.claims.len(), article.claims.len());
}

fn quotes(out: &mut String, at: u32, article: &Article, view: &View<'_>) {
    if article.quotes.is_empty() {
        return;
    }
    open(out, article.quotes.len(), "quote", "quotes");
    for (number, quote) in article.quotes.iter().take(LONGEST_LIST).enumerate() {
        out.push_str(&format!(
            "<tr><td>{} \u{b7} {}</td><td>",
            quote.kind, quote.verb_class
        ));
        match quote.speaker {
            Some(span) => cut(out, span.of(&article.text)),
            None => out.push_str("not said who"),
        }
        out.push_str("</td><td>");
        let place = view.text_at(quote.content);
        jump(
            out,
            &format!("a{at}-q{number}"),
            place,
            quote.content.of(&article.text),
        );
        out.push_str("</td></tr>");
    }
    close(
        out,
        article.quotes.len(),
        article.quotes.len().min(LONGEST_LIST),
    );
}

fn repairs(out: &mut String, at: u32, article: &Article, view: &View<'_>) {
    if article.edits.is_empty() {
        return;
    }
    // One row for each thing that was repaired, however often.
    let mut kinds: BTreeMap<(&str, &str, &str), (usize, usize)> = BTreeMap::new();
    for (number, edit) in article.edits.iter().enumerate() {
        let after = edit.span.of(&article.text);
        let key = (edit.rule.as_ref(), edit.before.as_str(), after);
        let (count, _) = kinds.entry(key).or_insert((0, number));
        *count += 1;
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    open(out, article.edits.len(), "repair", "repairs");
    for ((rule, before, after), (count, number)) in kinds.iter().take(MOST_REPAIRS) {
        push(out, "<tr><td>", rule, "</td><td>");
        let place = view.edit_at(&article.edits[*number]);
        let shown = |words: &str| match words.trim().is_empty() {
            true if words.is_empty() => "nothing".to_owned(),
            true => {
                let points = words
                    .chars()
                    .map(|letter| format!("U+{:04X}", u32::from(letter)));
                points.collect::<Vec<_>>().join(" ")
            }
            false => format!("\u{201c}{words}\u{201d}"),
        };
        let words = format!("{} \u{2192} {}", shown(before), shown(after));
        jump(out, &format!("a{at}-v{number}"), place, &words);
        out.push_str(&match count {
            1 => "</td></tr>".to_owned(),
            _ => format!(" \u{d7}{count}, the first of them</td></tr>"),
        });
    }
    close(out, kinds.len(), kinds.len().min(MOST_REPAIRS));
}

fn dropped(out: &mut String, at: u32, article: &Article, view: &View<'_>) {
    let blocks = article.blocks.iter().enumerate();
    let blocks: Vec<_> = blocks.filter(|(_, block)| !block.kept()).collect();
    if blocks.is_empty() {
        return;
    }
    let all = article.blocks.len();
    out.push_str(&format!(
        "<details><summary>{} of {} dropped</summary><table><tbody>",
        blocks.len(),
        counted(all, "block", "blocks")
    ));
    for (number, block) in blocks.iter().take(LONGEST_LIST) {
        let reason = block.dropped.map_or("dropped", |reason| reason.as_str());
        push(out, "<tr><td>", reason, "</td><td>");
        let place = view.block_at(*number);
        let words = match block.content.trim() {
            "" => "(its words are not in the record)",
            words => words,
        };
        jump(out, &format!("a{at}-b{number}"), place, words);
        out.push_str("</td></tr>");
    }
    close(out, blocks.len(), blocks.len().min(LONGEST_LIST));
    values(out, at, article, view);
}

/// Dates that stand in dropped parts of the page.
fn values(out: &mut String, at: u32, article: &Article, view: &View<'_>) {
    let dates = article.dates.iter().enumerate();
    let apart: Vec<_> = dates
        .filter(|(_, date)| date.place.span().is_none())
        .collect();
    if apart.is_empty() {
        return;
    }
    open(
        out,
        apart.len(),
        "date outside the text",
        "dates outside the text",
    );
    for (number, date) in apart.iter().take(LONGEST_LIST) {
        push(out, "<tr><td>", date.role.as_str(), "</td><td>");
        push(out, "", &date.value, "</td><td>");
        let place = view.place_at(&date.place);
        jump(
            out,
            &format!("a{at}-d{number}"),
            place,
            article.surface(&date.place),
        );
        out.push_str("</td></tr>");
    }
    close(out, apart.len(), apart.len().min(LONGEST_LIST));
}
