//! A corpus, its timeline, its stories and its copies as a notebook shows them: small tables.

use std::cmp::Reverse;

use copydesk::{
    corpus::{Corpus, CorpusEntity, TimelineEntry},
    duplicates::{self, DuplicateOptions},
    stories::{Story, StoryOptions},
};

use crate::{
    LONGEST_LIST,
    card::{self, EntityRole, titled},
    clip, counted,
    escape::push,
    grouped, lists, opened, statements,
    table::{self, OTHERS, begin, cell, end, fold, number, tally},
};

/// Articles up to which stories are worked out for a look at a corpus: it takes about a second.
const MOST_IN_STORIES: usize = 2_000;
/// Articles up to which copies, entities and the timeline are, which takes about as long.
const MOST_WORKED_OUT: usize = 10_000;
/// Rows of each of its tables.
const MOST_ROWS: usize = 12;
/// Entities that are shown.
const MOST_ENTITIES: usize = 20;
/// Names of a story, roles of an entity and copies of an original that are shown.
const MOST_NAMES: usize = 4;
/// Bytes of a name or clause that are shown.
const LONGEST_WORDS: usize = 200;

/// A corpus: the stories of most articles, copies, the entities that most articles mention, and
/// the days of which most articles tell.
///
/// The work is bounded: above 2,000 articles stories are left out, above 10,000 the rest, and it is
/// said which questions to ask instead.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Solheim flew to Oslo.", None), "2024-05-03");
/// assert!(copydesk_html::corpus(&corpus).contains("1 article"));
/// ```
pub fn corpus(corpus: &Corpus) -> String {
    let mut out = opened(16_384);
    let articles = corpus.len();
    let name = counted(articles, "article", "articles");
    push(&mut out, "<h3>Corpus of ", &name, "</h3>");
    summary(&mut out, corpus);
    if articles == 0 {
        out.push_str("<p class=\"cd-more\">Add articles with .add or .extend.</p>");
    }
    if (1..=MOST_IN_STORIES).contains(&articles) {
        told(&mut out, corpus);
    }
    if (1..=MOST_WORKED_OUT).contains(&articles) {
        copies(&mut out, corpus);
        entities(&mut out, corpus);
        brief(&mut out, corpus);
    }
    let asked = if articles > MOST_WORKED_OUT {
        ".stories(), .duplicates(), .entities, .timeline()"
    } else if articles > MOST_IN_STORIES {
        ".stories()"
    } else {
        ""
    };
    if !asked.is_empty() {
        out.push_str("<p class=\"cd-more\">Not worked out here, as there are many articles: ");
        out.push_str(asked);
        out.push_str("</p>");
    }
    out.push_str("</div>");
    out
}

/// Appends days, languages and failures.
fn summary(out: &mut String, corpus: &Corpus) {
    let mut parts = Vec::new();
    let days = (0..corpus.len() as u32).filter_map(|document| corpus.date(document));
    let (first, last) = days.fold((None, None), |(first, last), day| {
        let first: Option<String> = first;
        let last: Option<String> = last;
        let earlier = first.as_ref().is_none_or(|first| day < *first);
        let later = last.as_ref().is_none_or(|last| day > *last);
        (
            if earlier { Some(day.clone()) } else { first },
            if later { Some(day) } else { last },
        )
    });
    if let (Some(first), Some(last)) = (first, last) {
        parts.push(if first == last {
            first
        } else {
            format!("{first} to {last}")
        });
    }
    let languages = corpus.documents().filter_map(|it| it.language.as_deref());
    for (language, count) in tally(languages, MOST_NAMES) {
        let name = match language.as_str() {
            OTHERS => "other languages".to_owned(),
            language => clip(language, 35),
        };
        parts.push(format!("{name} {}", grouped(count)));
    }
    let failed = corpus.documents().filter(|article| article.failed());
    match failed.count() {
        0 => {}
        count => parts.push(format!("{} failed", grouped(count))),
    }
    if !parts.is_empty() {
        let line = parts.join(" \u{b7} ");
        push(out, "<p class=\"cd-source\">", &line, "</p>");
    }
}

/// Appends the stories of more than one article.
fn told(out: &mut String, corpus: &Corpus) {
    let stories = corpus.stories(StoryOptions::default());
    let mut several: Vec<&Story> = stories.iter().filter(|it| it.articles.len() > 1).collect();
    several.sort_by_key(|story| Reverse(story.articles.len()));
    let alone = stories.len() - several.len();
    let name = counted(several.len(), "story", "stories");
    let alone = if alone > 0 {
        vec![("articles on their own".to_owned(), alone)]
    } else {
        Vec::new()
    };
    fold(out, !several.is_empty(), &name, &alone);
    story_rows(out, &several, MOST_ROWS, ".stories()");
    out.push_str("</details>");
}

/// Appends which articles are copies of which.
fn copies(out: &mut String, corpus: &Corpus) {
    let rows = corpus.duplicates(DuplicateOptions::default());
    let kinds = rows.iter().filter_map(|row| Some(row.dup_kind?.as_str()));
    let counts = tally(kinds, MOST_ROWS);
    let groups = duplicates::groups(&rows);
    let count = groups.iter().map(|group| group.copies.len()).sum();
    fold(out, count > 0, &counted(count, "copy", "copies"), &counts);
    if count > 0 {
        begin(out, &["original", "day", "copies"]);
        for group in groups.iter().take(MOST_ROWS) {
            let title = |document: u32| corpus.document(document).map(|it| titled(it));
            let original = title(group.original).unwrap_or_default();
            push(
                out,
                "<tr><th scope=\"row\" class=\"cd-wide\" dir=\"auto\">",
                &original,
                "</th>",
            );
            table::day(out, &corpus.date(group.original).unwrap_or_default());
            out.push_str("<td class=\"cd-wide\" dir=\"auto\">");
            for (at, &copy) in group.copies.iter().take(MOST_NAMES).enumerate() {
                let row = rows.get(copy as usize);
                let kind = row.and_then(|row| row.dup_kind);
                let kind = kind.map_or("", |kind| kind.as_str());
                // Copies mostly have the title of the original.
                let title = title(copy).filter(|title| *title != original);
                let site = || corpus.document(copy).map(|it| card::site(it));
                let name = title.or_else(site).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| format!("article {copy}"));
                let before = if at > 0 { "<br>" } else { "" };
                push(out, before, &format!("{kind}: {name}"), "");
            }
            if group.copies.len() > MOST_NAMES {
                out.push_str(&format!("<br>and {} more", group.copies.len() - MOST_NAMES));
            }
            out.push_str("</td></tr>");
        }
        end(out, groups.len().saturating_sub(MOST_ROWS), ".duplicates()");
    }
    out.push_str("</details>");
}

/// Appends the entities that most articles mention.
fn entities(out: &mut String, corpus: &Corpus) {
    let mut entities = corpus.entities();
    let count = entities.len();
    // A stable sort, so that the first to be mentioned come first.
    entities.sort_by_key(|entity| Reverse(documents(entity).count()));
    let labels = entities.iter().map(|entity| entity.label.as_str());
    let counts = tally(labels, MOST_ROWS);
    fold(
        out,
        count > 0,
        &counted(count, "entity", "entities"),
        &counts,
    );
    if count > 0 {
        begin(out, &["name", "type", "offices", "known as", "articles"]);
        for entity in entities.iter().take(MOST_ENTITIES) {
            entity_row(out, corpus, entity);
        }
        end(out, count.saturating_sub(MOST_ENTITIES), ".entities");
    }
    out.push_str("</details>");
}

/// The articles that mention it, in order.
pub(crate) fn documents(entity: &CorpusEntity) -> impl Iterator<Item = u32> {
    let mut last = None;
    let documents = entity.members.iter().map(|member| member.document);
    documents.filter(move |&document| last.replace(document) != Some(document))
}

fn entity_row(out: &mut String, corpus: &Corpus, entity: &CorpusEntity) {
    let name = clip(&entity.name, LONGEST_WORDS);
    push(
        out,
        "<tr><th scope=\"row\" dir=\"auto\">",
        &name,
        "</th><td>",
    );
    lists::label(out, entity.label);
    out.push_str("</td>");
    let roles = entity.roles.iter().take(MOST_NAMES).map(|role| {
        let of = role.of.and_then(|of| corpus.first_of(of));
        let of = of.and_then(|(document, entity)| {
            let article = corpus.document(document)?;
            Some(article.entities.get(entity as usize)?.name.as_str())
        });
        EntityRole { role, of }.line()
    });
    let roles: Vec<String> = roles.collect();
    table::several(out, &roles.join("\n"));
    let aliases = entity.aliases.iter().take(MOST_NAMES);
    let aliases: Vec<String> = aliases.map(|name| clip(name, LONGEST_WORDS)).collect();
    table::several(out, &aliases.join(", "));
    number(out, documents(entity).count());
    out.push_str("</tr>");
}

/// Appends the times of which most articles tell, in order.
fn brief(out: &mut String, corpus: &Corpus) {
    let timeline = corpus.timeline();
    let mut order: Vec<usize> = (0..timeline.len()).collect();
    order.sort_by_key(|&at| Reverse(timeline[at].documents.len()));
    order.truncate(MOST_ROWS);
    order.sort_unstable();
    let name = counted(
        timeline.len(),
        "time in the timeline",
        "times in the timeline",
    );
    fold(out, !order.is_empty(), &name, &[]);
    let shown: Vec<&TimelineEntry> = order.iter().map(|&at| &timeline[at]).collect();
    if !shown.is_empty() {
        timeline_rows(out, &shown, timeline.len() - shown.len(), ".timeline()");
    }
    out.push_str("</details>");
}

/// What happened when, by status and in the words of the fullest article.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana arrested Kofi Mensah on May 2, 2024.", None));
/// let entries = corpus.timeline();
/// let html = copydesk_html::timeline(&entries.iter().collect::<Vec<_>>());
/// assert!(html.contains("<th scope=\"row\">2024-05-02</th>"));
/// ```
pub fn timeline(entries: &[&TimelineEntry]) -> String {
    let mut out = opened(4_096);
    let name = counted(entries.len(), "time", "times");
    push(&mut out, "<h3>Timeline of ", &name, "</h3>");
    let shown = &entries[..entries.len().min(LONGEST_LIST)];
    timeline_rows(&mut out, shown, entries.len() - shown.len(), "the timeline");
    out.push_str("</div>");
    out
}

fn timeline_rows(out: &mut String, entries: &[&TimelineEntry], rest: usize, list: &str) {
    begin(out, &["date", "status", "what", "articles"]);
    for entry in entries {
        let date = clip(&entry.date, LONGEST_WORDS);
        push(out, "<tr><th scope=\"row\">", &date, "</th><td>");
        statements::status(out, entry.status);
        out.push_str("</td>");
        let mut what = clip(&entry.text, LONGEST_WORDS);
        if entry.events.len() > 1 {
            let more = counted(entry.events.len() - 1, "more event", "more events");
            what.push_str(&format!("\nand {more}"));
        }
        table::words(out, &what);
        number(out, entry.documents.len());
        out.push_str("</tr>");
    }
    end(out, rest, list);
}

/// Stories, those of most articles first.
///
/// ```
/// use copydesk::{corpus::Corpus, stage, stories::StoryOptions};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Dockers in Tema walked out.", None));
/// let stories = corpus.stories(StoryOptions::default());
/// let html = copydesk_html::stories(&stories.iter().collect::<Vec<_>>());
/// assert!(html.contains("Dockers in Tema walked out"));
/// ```
pub fn stories(stories: &[&Story]) -> String {
    let mut order = stories.to_vec();
    order.sort_by_key(|story| Reverse(story.articles.len()));
    let mut out = opened(4_096);
    let name = counted(order.len(), "story", "stories");
    let articles = stories.iter().map(|story| story.articles.len()).sum();
    let articles = counted(articles, "article", "articles");
    push(&mut out, "<h3>", &format!("{name} in {articles}"), "</h3>");
    story_rows(&mut out, &order, LONGEST_LIST, "the stories");
    out.push_str("</div>");
    out
}

fn story_rows(out: &mut String, stories: &[&Story], most: usize, list: &str) {
    if stories.is_empty() {
        return;
    }
    begin(out, &["headline", "days", "articles", "names", "id"]);
    for story in stories.iter().take(most) {
        let headline = clip(&story.headline, LONGEST_WORDS);
        push(
            out,
            "<tr><th scope=\"row\" class=\"cd-wide\" dir=\"auto\">",
            &headline,
            "</th>",
        );
        table::day(out, &days(story));
        number(out, story.articles.len());
        let names = story.entities.iter().take(MOST_NAMES);
        let names: Vec<String> = names.map(|it| clip(&it.name, LONGEST_WORDS)).collect();
        table::several(out, &names.join(", "));
        cell(out, &story.id.0.to_string());
        out.push_str("</tr>");
    }
    end(out, stories.len().saturating_sub(most), list);
}

fn days(story: &Story) -> String {
    match (&story.first_day, &story.last_day) {
        (Some(first), Some(last)) if first == last => first.clone(),
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => String::new(),
    }
}

/// A story: its days, whom it names, its articles.
///
/// ```
/// use copydesk::{corpus::Corpus, stage, stories::StoryOptions};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Dockers walked out in Tema, Ghana.", None), "2024-05-02");
/// let story = corpus.stories(StoryOptions::default()).remove(0);
/// assert!(copydesk_html::story(&corpus, &story).contains("2024-05-02"));
/// ```
pub fn story(corpus: &Corpus, story: &Story) -> String {
    let mut out = opened(4_096);
    let headline = clip(&story.headline, LONGEST_WORDS);
    push(&mut out, "<h3 dir=\"auto\">", &headline, "</h3>");
    let names = story.entities.iter();
    let names: Vec<String> = names
        .map(|it| format!("{} ({})", clip(&it.name, LONGEST_WORDS), it.articles))
        .collect();
    let line = [
        format!("story {}", story.id.0),
        days(story),
        names.join(", "),
    ];
    let line: Vec<&str> = line
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    push(
        &mut out,
        "<p class=\"cd-source\">",
        &line.join(" \u{b7} "),
        "</p>",
    );
    card::articles(&mut out, corpus, &story.articles);
    out.push_str("</div>");
    out
}

/// A document that is a copy of another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CopyOf<'a> {
    /// What names the copy.
    pub copy: &'a str,
    /// What names the original.
    pub original: &'a str,
    /// What it is beside the original: `exact`, `near`, …
    pub kind: &'a str,
    /// How much of the shorter one stands in the other one, 0 to 1.
    pub score: f32,
}

/// Which of so many documents are copies of which.
///
/// ```
/// use copydesk_html::CopyOf;
/// let copy = CopyOf { copy: "b.html", original: "a.html", kind: "exact", score: 1.0 };
/// assert!(copydesk_html::duplicates(2, &[copy]).contains("1 copy"));
/// ```
pub fn duplicates(documents: usize, copies: &[CopyOf<'_>]) -> String {
    let mut out = opened(4_096);
    let name = counted(copies.len(), "copy", "copies");
    let of = counted(documents, "document", "documents");
    push(&mut out, "<h3>", &format!("{name} among {of}"), "</h3>");
    let kinds = tally(copies.iter().map(|row| row.kind), MOST_ROWS);
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(kind, count)| format!("{kind} {}", grouped(*count)))
        .collect();
    push(
        &mut out,
        "<p class=\"cd-source\">",
        &kinds.join(" \u{b7} "),
        "</p>",
    );
    if !copies.is_empty() {
        begin(&mut out, &["copy", "kind", "of", "in common"]);
        for row in copies.iter().take(LONGEST_LIST) {
            let copy = clip(row.copy, LONGEST_WORDS);
            push(
                &mut out,
                "<tr><th scope=\"row\" dir=\"auto\">",
                &copy,
                "</th>",
            );
            cell(&mut out, row.kind);
            table::words(&mut out, &clip(row.original, LONGEST_WORDS));
            cell(
                &mut out,
                &format!("{:.0}\u{a0}%", f64::from(row.score) * 100.0),
            );
            out.push_str("</tr>");
        }
        let rest = copies.len().saturating_sub(LONGEST_LIST);
        end(&mut out, rest, "the table");
    }
    out.push_str("</div>");
    out
}
