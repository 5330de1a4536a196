//! A corpus, its timeline and its stories as a notebook shows them: small tables.

use copydesk::{
    corpus::{CorpusEntity, TimelineEntry},
    stories::Story,
};

use crate::{LONGEST_LIST, STYLE, escape::push, said, start};

/// Entities that are shown.
const MOST_ENTITIES: usize = 20;
/// Names of a story that are shown.
const MOST_NAMES: usize = 4;
/// Bytes of a name or clause that are shown.
const LONGEST_WORDS: usize = 200;

/// The entities of a corpus of so many articles, those that most articles mention first.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
/// let html = copydesk_html::corpus(corpus.len(), corpus.entities());
/// assert!(html.contains("<th>Norway</th>"));
/// ```
pub fn corpus(articles: usize, mut entities: Vec<CorpusEntity>) -> String {
    let count = entities.len();
    // A stable sort, so that the first to be mentioned come first.
    entities.sort_by_key(|entity| std::cmp::Reverse(entity.members.len()));
    let caption = format!(
        "{}, {}",
        counted(articles, "article", "articles"),
        counted(count, "entity", "entities")
    );
    let mut out = head(&caption, &["name", "type", "office", "articles"]);
    for entity in entities.iter().take(MOST_ENTITIES) {
        push(&mut out, "<tr><th>", cut(&entity.name), "</th>");
        push(&mut out, "<td>", entity.label.as_str(), "</td><td>");
        if let Some(role) = entity.roles.first() {
            push(&mut out, "", cut(&role.title), "");
        }
        out.push_str(&format!("</td><td>{}</td></tr>", entity.members.len()));
    }
    tail(&mut out, count.saturating_sub(MOST_ENTITIES), ".entities");
    out
}

/// What happened when, by status and in the words of the fullest article.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana arrested Kofi Mensah on May 2, 2024.", None));
/// let entries = corpus.timeline();
/// let html = copydesk_html::timeline(&entries.iter().collect::<Vec<_>>());
/// assert!(html.contains("<th>2024-05-02</th>"));
/// ```
pub fn timeline(entries: &[&TimelineEntry]) -> String {
    let caption = counted(entries.len(), "entry", "entries");
    let mut out = head(&caption, &["date", "status", "what", "articles"]);
    for entry in entries.iter().take(LONGEST_LIST) {
        let (class, status) = (said::class(entry.status), entry.status);
        push(&mut out, "<tr><th>", cut(&entry.date), "</th>");
        out.push_str(&format!(
            "<td><span class=\"cd-said {class}\">{status}</span></td>"
        ));
        let words = cut(&entry.text);
        push(&mut out, "<td>", words, "");
        if words.len() < entry.text.len() {
            out.push('\u{2026}');
        }
        out.push_str(&format!("</td><td>{}</td></tr>", entry.documents.len()));
    }
    let rest = entries.len().saturating_sub(LONGEST_LIST);
    tail(&mut out, rest, "the timeline");
    out
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
    order.sort_by_key(|story| std::cmp::Reverse(story.articles.len()));
    let caption = counted(order.len(), "story", "stories");
    let columns = ["id", "headline", "from", "to", "articles", "names"];
    let mut out = head(&caption, &columns);
    for story in order.iter().take(LONGEST_LIST) {
        out.push_str(&format!("<tr><td>{}</td>", story.id.0));
        push(&mut out, "<th>", cut(&story.headline), "</th>");
        for day in [&story.first_day, &story.last_day] {
            push(
                &mut out,
                "<td>",
                day.as_deref().unwrap_or_default(),
                "</td>",
            );
        }
        out.push_str(&format!("<td>{}</td><td>", story.articles.len()));
        for (at, entity) in story.entities.iter().take(MOST_NAMES).enumerate() {
            push(
                &mut out,
                if at > 0 { ", " } else { "" },
                cut(&entity.name),
                "",
            );
        }
        out.push_str("</td></tr>");
    }
    let rest = order.len().saturating_sub(LONGEST_LIST);
    tail(&mut out, rest, "the stories");
    out
}

fn head(caption: &str, columns: &[&str]) -> String {
    let mut out = String::from("<div class=\"copydesk-article\"><style>");
    out.push_str(STYLE);
    push(&mut out, "</style><h3>", caption, "</h3><table><tr>");
    for column in columns {
        push(&mut out, "<th>", column, "</th>");
    }
    out.push_str("</tr>");
    out
}

fn tail(out: &mut String, rest: usize, list: &str) {
    out.push_str("</table>");
    if rest > 0 {
        out.push_str(&format!(
            "<p class=\"cd-more\">and {rest} more in {list}</p>"
        ));
    }
    out.push_str("</div>");
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

fn cut(words: &str) -> &str {
    start(words, LONGEST_WORDS)
}
