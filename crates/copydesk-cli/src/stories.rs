//! `copydesk stories`: which documents tell of one story.

use std::fmt::Write as _;

use anyhow::Result;
use copydesk::{
    Article, Desk,
    stories::{Story, StoryOptions, settled},
};
use copydesk_io::JsonlWriter;
use serde_json::json;

use crate::{
    arguments::Stories,
    articles, counted,
    layout::{Text, columns, padded},
    print,
    safe::safe,
    style::{BOLD, DIM, NONE, Style},
};

/// Names of a story that are shown.
const MOST_NAMES: usize = 5;

/// Columns of a day and the blanks around it.
const DAY: usize = 14;

/// What is kept of a document.
struct Document {
    article: Article,
    day: Option<String>,
}

pub(crate) fn run(arguments: &Stories) -> Result<u8> {
    let mut options = StoryOptions::default();
    options.window_days = arguments.days;
    let desk = Desk::new(arguments.input.options()?)?;
    let mut documents = Vec::new();
    let input = &arguments.input;
    let sources = |paths: &[String]| input.sources_at(paths);
    let failures = articles::each(&desk, &input.paths, sources, |article| {
        documents.push(Document::new(article));
    })?;
    let articles: Vec<_> = (documents.iter())
        .map(|document| (&document.article, document.day.as_deref()))
        .collect();
    let stories = settled(&articles, options);
    match arguments.output.as_deref() {
        None | Some("-") => print(&view(&stories, &documents, Style::of(&arguments.look)))?,
        Some(output) => {
            let mut writer = JsonlWriter::create(output)?;
            for story in &stories {
                writer.write_line(&line(story, &documents))?;
            }
            writer.finish()?;
            print(&format!(
                "{}, {}, in {output}\n",
                counted(documents.len() as u64, "document"),
                stories_counted(stories.len()),
            ))?;
        }
    }
    Ok(u8::from(failures > 0))
}

impl Document {
    /// Of an article, without what stories do not need.
    fn new(mut article: Article) -> Self {
        article.tokens = Vec::new();
        article.edits = Vec::new();
        let day = (article.published.as_deref()).or(article.source.fetched.as_deref());
        let day = day.and_then(|day| day.get(..10)).map(str::to_owned);
        Self { article, day }
    }

    fn title(&self) -> &str {
        self.article.title.as_deref().unwrap_or("(no title)")
    }

    fn uri(&self) -> &str {
        self.article.source.uri.as_deref().unwrap_or("(no name)")
    }
}

/// The stories as text, those of most documents first.
fn view(stories: &[Story], documents: &[Document], style: Style) -> String {
    let mut order: Vec<&Story> = stories.iter().collect();
    order.sort_by_key(|story| std::cmp::Reverse(story.articles.len()));
    let mut out = format!(
        "{} in {}\n",
        counted(documents.len() as u64, "document"),
        stories_counted(stories.len())
    );
    for story in order {
        out.push('\n');
        let headline = if story.headline.is_empty() {
            "(no title)"
        } else {
            &story.headline
        };
        let mut text = Text::default();
        text.push(BOLD, headline);
        out.push_str(&text.lines(style, style.width(), 0, 0));
        let mut facts = vec![counted(story.articles.len() as u64, "document")];
        facts.extend(span(story));
        let names = story.entities.iter().take(MOST_NAMES);
        let names: Vec<&str> = names.map(|name| &*name.name).collect();
        facts.extend((!names.is_empty()).then(|| names.join(", ")));
        let mut text = Text::default();
        text.push(DIM, &facts.join(" · "));
        let lines = text.lines(style, style.width(), 2, 2);
        let _ = write!(out, "  {lines}");
        let articles = story.articles.iter();
        let told: Vec<_> = articles
            .filter_map(|&at| documents.get(at as usize))
            .collect();
        let table = Columns::of(&told, style);
        for document in told {
            out.push_str(&table.row(document, style));
        }
    }
    out
}

/// Where the columns of the documents of a story stand.
struct Columns {
    /// Columns of the titles, where title and address of every document fit into a line; else the
    /// address has a line of its own.
    title: Option<usize>,
}

impl Columns {
    fn of(documents: &[&Document], style: Style) -> Self {
        let longest = |of: fn(&Document) -> &str| {
            let all = documents
                .iter()
                .map(|document| columns(&safe(of(document))));
            all.max().unwrap_or(0)
        };
        let (title, uri) = (longest(Document::title), longest(Document::uri));
        let fits = DAY + title + 2 + uri <= style.width();
        Self {
            title: fits.then_some(title),
        }
    }

    fn row(&self, document: &Document, style: Style) -> String {
        let day = safe(document.day.as_deref().unwrap_or("no date"));
        let day = padded(&format!("  {day}"), DAY);
        let mut text = Text::default();
        let (title, uri) = (document.title(), document.uri());
        if let Some(width) = self.title {
            text.push(NONE, &padded(&safe(title), width + 2))
                .push(DIM, uri);
            return format!("{day}{}", text.lines(style, style.width(), DAY, DAY));
        }
        text.push(NONE, title);
        let title = text.lines(style, style.width(), DAY, DAY);
        let mut text = Text::default();
        text.push(DIM, uri);
        let uri = text.lines(style, style.width(), DAY, DAY);
        format!("{day}{title}{}{uri}", " ".repeat(DAY))
    }
}

/// `2024-05-02`, or `2024-05-02 to 2024-05-09`.
fn span(story: &Story) -> Option<String> {
    let (first, last) = (story.first_day.as_ref()?, story.last_day.as_ref()?);
    Some(if first == last {
        first.clone()
    } else {
        format!("{first} to {last}")
    })
}

fn stories_counted(count: usize) -> String {
    if count == 1 {
        "1 story".to_owned()
    } else {
        format!("{count} stories")
    }
}

/// A story as a line of JSON.
fn line(story: &Story, documents: &[Document]) -> String {
    let articles = story.articles.iter().filter_map(|&at| {
        let document = documents.get(at as usize)?;
        Some(json!({
            "article": at,
            "id": document.article.id,
            "uri": document.article.source.uri,
            "title": document.article.title,
            "date": document.day,
        }))
    });
    let names = (story.entities.iter())
        .map(|name| json!({ "name": name.name, "label": name.label.as_str(), "articles": name.articles }));
    json!({
        "story_id": story.id.0,
        "headline": story.headline,
        "start": story.first_day,
        "end": story.last_day,
        "entities": names.collect::<Vec<_>>(),
        "articles": articles.collect::<Vec<_>>(),
    })
    .to_string()
}
