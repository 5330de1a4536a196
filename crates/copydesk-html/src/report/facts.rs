//! What a report shows of a corpus, worked out once: who is who, what belongs together, what could
//! not be read.

use std::{borrow::Cow, collections::BTreeSet};

use copydesk::{
    Article, Severity,
    corpus::{Corpus, CorpusEntity, TimelineEntry},
    duplicates::{Duplicate, DuplicateOptions},
    record::Label,
    stories::{Story, StoryOptions},
};

use crate::{corpus::documents, start};

/// Bytes of a title that are shown in a list.
const LONGEST_TITLE: usize = 160;

/// A corpus, and what all parts of its report need.
pub(super) struct Facts<'a> {
    pub(super) corpus: &'a Corpus,
    /// The articles, by number.
    pub(super) articles: Vec<&'a Article>,
    /// By article: its day.
    pub(super) days: Vec<Option<String>>,
    /// Numbers of the documents that hold nothing to show, in order.
    pub(super) unread: Vec<u32>,
    /// All entities; a number is the place in this list.
    pub(super) entities: Vec<CorpusEntity>,
    /// By entity: how often it is mentioned.
    pub(super) mentions: Vec<u32>,
    /// By entity: how many articles mention it.
    pub(super) told_by: Vec<u32>,
    /// The stories, those of most articles first.
    pub(super) stories: Vec<Story>,
    /// By article: the place of its story in that list.
    pub(super) story_of: Vec<Option<u32>>,
    /// What happened when, and how many events that is.
    pub(super) timeline: Vec<TimelineEntry>,
    pub(super) dated: usize,
    /// By article: whether and of what it is a copy.
    pub(super) copies: Vec<Duplicate>,
    /// By article: whether the reader holds it.
    pub(super) in_reader: Vec<bool>,
    /// By entity: whether a table has a row for it.
    pub(super) rows: Vec<bool>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let articles: Vec<&Article> = corpus.documents().map(|article| &**article).collect();
        let count = articles.len() as u32;
        let entities = corpus.entities();
        let unread: Vec<u32> = (0..count)
            .filter(|&at| {
                let article = articles[at as usize];
                article.failed() && article.text.is_empty()
            })
            .collect();
        let mut stories = corpus.stories(StoryOptions::default());
        for story in &mut stories {
            story
                .articles
                .retain(|at| unread.binary_search(at).is_err());
        }
        stories.retain(|story| !story.articles.is_empty());
        stories.sort_by_key(|story| std::cmp::Reverse(story.articles.len()));
        let mut story_of = vec![None; articles.len()];
        for (place, story) in stories.iter().enumerate() {
            for &at in &story.articles {
                if let Some(of) = story_of.get_mut(at as usize) {
                    *of = Some(place as u32);
                }
            }
        }
        let mentions = (entities.iter())
            .map(|entity| {
                let members = entity.members.iter();
                let counts = members.map(|member| {
                    let article = articles.get(member.document as usize);
                    article.map_or(0, |article| member.mentions(article).len() as u32)
                });
                counts.sum()
            })
            .collect();
        let told_by = (entities.iter())
            .map(|entity| documents(entity).count() as u32)
            .collect();
        let timeline = corpus.timeline();
        let dated = (timeline.iter().flat_map(|entry| &entry.events))
            .map(|event| event.members.len())
            .sum();
        Self {
            corpus,
            timeline,
            dated,
            days: (0..count).map(|at| corpus.date(at)).collect(),
            unread,
            mentions,
            told_by,
            stories,
            story_of,
            copies: corpus.duplicates(DuplicateOptions::default()),
            in_reader: vec![false; articles.len()],
            rows: vec![false; entities.len()],
            entities,
            articles,
        }
    }

    /// Numbers of the documents that hold something, in the order of their stories.
    pub(super) fn in_order(&self) -> impl Iterator<Item = u32> {
        self.stories
            .iter()
            .flat_map(|story| story.articles.iter().copied())
    }

    /// What an article is called in lists.
    pub(super) fn title(&self, at: u32) -> Cow<'a, str> {
        let Some(article) = self.articles.get(at as usize) else {
            return Cow::Borrowed("(unknown)");
        };
        let title = article.title.as_deref().map(str::trim).unwrap_or_default();
        let words = if title.is_empty() {
            article.body().lines().next().unwrap_or_default()
        } else {
            title
        };
        let cut = start(words, LONGEST_TITLE);
        if cut.trim().is_empty() {
            let uri = article.source.uri.as_deref().unwrap_or("(no title)");
            return Cow::Borrowed(uri);
        }
        if cut.len() < words.len() {
            return Cow::Owned(format!("{}\u{2026}", cut.trim_end()));
        }
        Cow::Borrowed(cut)
    }

    /// Who published an article: the name of the site, else the host of its address.
    pub(super) fn outlet(&self, at: u32) -> Option<&'a str> {
        let article = self.articles.get(at as usize)?;
        let site = article.site.as_deref().filter(|site| !site.is_empty());
        let canonical = || article.canonical_url.as_deref().and_then(host);
        site.or_else(canonical)
            .or_else(|| article.source.uri.as_deref().and_then(host))
    }

    /// The entity of the corpus that one of an article is.
    pub(super) fn entity_of(&self, document: u32, entity: u32) -> Option<u32> {
        self.corpus.entity_of(document, entity)
    }

    /// Whether a table has a row for an entity.
    pub(super) fn has_row(&self, index: u32) -> bool {
        self.rows.get(index as usize) == Some(&true)
    }

    /// Whether an article is a copy of another one.
    pub(super) fn is_copy(&self, at: u32) -> bool {
        (self.copies.get(at as usize)).is_some_and(|copy| copy.dup_of.is_some())
    }

    /// How many articles are.
    pub(super) fn copy_count(&self) -> usize {
        let articles = 0..self.articles.len() as u32;
        articles.filter(|&at| self.is_copy(at)).count()
    }

    /// Entities of these types, those that most articles mention first.
    pub(super) fn ranked(&self, labels: &[Label]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.entities.len() as u32)
            .filter(|&at| labels.contains(&self.entities[at as usize].label))
            .filter(|&at| self.mentions[at as usize] > 0)
            .collect();
        order.sort_by_key(|&at| {
            let at = at as usize;
            std::cmp::Reverse((self.told_by[at], self.mentions[at]))
        });
        order
    }

    /// The documents that could not be read, and what is said about them.
    pub(super) fn failures(&self) -> Vec<(&'a str, String)> {
        let failed = self.articles.iter().filter(|article| article.failed());
        failed
            .map(|article| {
                let uri = article.source.uri.as_deref().unwrap_or("(no name)");
                let notes = article.diagnostics.iter();
                let errors: Vec<&str> = notes
                    .filter(|note| note.severity == Severity::Error)
                    .map(|note| note.message.as_str())
                    .collect();
                (uri, errors.join("; "))
            })
            .collect()
    }

    /// First and last day, and how many days an article has.
    pub(super) fn span(&self) -> Option<(&str, &str, usize)> {
        let mut days: BTreeSet<&str> = BTreeSet::new();
        for (at, day) in self.days.iter().enumerate() {
            if let Some(day) = day
                && self.unread.binary_search(&(at as u32)).is_err()
            {
                days.insert(day);
            }
        }
        let (first, last) = (days.first()?, days.last()?);
        Some((first, last, days.len()))
    }
}

/// The host of an address, without `www.`.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day or month as people write it: `5 March 2025`, `March 2025`; anything else as it is.
pub(super) fn spoken(date: &str) -> Cow<'_, str> {
    let month = |text: &str| {
        let number = text.parse::<usize>().ok()?;
        MONTHS.get(number.checked_sub(1)?).copied()
    };
    let mut parts = date.split('-');
    let all = (parts.next(), parts.next(), parts.next(), parts.next());
    let year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match all {
        (Some(of), Some(in_year), Some(day), None) if year(of) && day.len() == 2 => {
            match (month(in_year), day.parse::<u8>()) {
                (Some(name), Ok(day)) => Cow::Owned(format!("{day} {name} {of}")),
                _ => Cow::Borrowed(date),
            }
        }
        (Some(of), Some(in_year), None, None) if year(of) => match month(in_year) {
            Some(name) => Cow::Owned(format!("{name} {of}")),
            None => Cow::Borrowed(date),
        },
        _ => Cow::Borrowed(date),
    }
}

/// `5 March 2025`, `5 to 9 March 2025`, `5 March to 2 April 2025`.
pub(super) fn between(first: &str, last: &str) -> String {
    if first == last {
        return spoken(first).into_owned();
    }
    if first.len() == 10 && last.len() == 10 {
        let day = spoken(first);
        // What both have in common is said once.
        let words = match (
            first.get(..7) == last.get(..7),
            first.get(..4) == last.get(..4),
        ) {
            (true, _) => 1,
            (_, true) => 2,
            _ => 3,
        };
        let day = day.splitn(words + 1, ' ').take(words).collect::<Vec<_>>();
        return format!("{} to {}", day.join(" "), spoken(last));
    }
    format!("{} to {}", spoken(first), spoken(last))
}
