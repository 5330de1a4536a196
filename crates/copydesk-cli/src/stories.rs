//! `copydesk stories`: which documents tell of one story.

use anyhow::Result;
use copydesk::{
    Article, Desk,
    stories::{Story, StoryOptions, settled},
};
use copydesk_io::JsonlWriter;
use serde_json::json;

use crate::{
    arguments::Stories,
    articles, counted, print,
    show::safe,
    style::{BOLD, DIM, Style},
};

/// Names of a story that are shown.
const MOST_NAMES: usize = 5;

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
        None | Some("-") => print(&view(&stories, &documents, Style::for_stdout()))?,
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
        out.push_str(&style.paint(BOLD, &safe(headline)));
        let mut facts = vec![counted(story.articles.len() as u64, "document")];
        facts.extend(span(story));
        let names = story.entities.iter().take(MOST_NAMES);
        let names: Vec<String> = names.map(|name| safe(&name.name)).collect();
        facts.extend((!names.is_empty()).then(|| names.join(", ")));
        let facts = style.paint(DIM, &facts.join(" · "));
        out.extend(["\n  ", &facts, "\n"]);
        for &at in &story.articles {
            let Some(document) = documents.get(at as usize) else {
                continue;
            };
            let day = document.day.as_deref().unwrap_or("no date   ");
            let title = safe(document.article.title.as_deref().unwrap_or("(no title)"));
            let uri = style.paint(DIM, &safe(document.uri()));
            out.extend(["  ", &safe(day), "  ", &title, "  ", &uri, "\n"]);
        }
    }
    out
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
