//! A story as it grows: the sum of its sketches, its days, entities and headlines, all bounded but
//! the list of its articles.

use std::cmp::Reverse;

use copydesk_core::record::{Article, Label};

use super::{StoryEntity, vector::Vector};

/// Terms that a sum is cut to, and from which on it is.
const KEPT_TERMS: usize = 512;
const MAX_TERMS: usize = 768;
/// First articles that the headline is taken from.
const HEADS: usize = 8;
/// Entities that are kept, and from which on they are cut; and those of one article.
const KEPT_ENTITIES: usize = 32;
const MAX_ENTITIES: usize = 64;
const OF_ARTICLE: usize = 12;
/// Letters of a first sentence that stands for a title.
const MAX_HEADLINE: usize = 120;
/// Days between articles that cost nothing, and how much more costs.
const NEAR_DAYS: f32 = 7.0;
const COST_OF_DAYS: f32 = 1.2;

/// A title that may become the headline.
#[derive(Debug)]
struct Head {
    at: (i32, u32),
    title: String,
    sketch: Vector,
}

/// A story.
#[derive(Debug)]
pub(super) struct Cluster {
    sum: Vector,
    /// First and last day, where any is known.
    pub(super) days: Option<(i32, i32)>,
    /// Day and number of each article; an article without a day comes last.
    pub(super) articles: Vec<(i32, u32)>,
    heads: Vec<Head>,
    entities: Vec<Entity>,
}

/// An entity, and the first article that names it.
#[derive(Debug)]
struct Entity {
    at: (i32, u32),
    of_story: StoryEntity,
}

impl Cluster {
    /// Of an article with its number. `rank` is its place among those of its day.
    pub(super) fn new(
        article: &Article,
        (number, rank): (u32, u32),
        day: Option<i32>,
        sketch: Vector,
    ) -> Self {
        let day_or_last = day.unwrap_or(i32::MAX);
        let first = (day_or_last, rank);
        let mut entities: Vec<(usize, Entity)> = (article.entities.iter().enumerate())
            .filter(|(_, entity)| !entity.label.is_value() && entity.label != Label::Title)
            .map(|(at, entity)| {
                let of_story = StoryEntity {
                    name: entity.name.clone(),
                    label: entity.label,
                    articles: 1,
                    first: (number, at as u32),
                };
                let at = first;
                (entity.mentions.len(), Entity { at, of_story })
            })
            .collect();
        entities.sort_by_key(|(mentions, _)| Reverse(*mentions));
        entities.truncate(OF_ARTICLE);
        Self {
            sum: sketch.clone(),
            days: day.map(|day| (day, day)),
            articles: vec![(day_or_last, number)],
            heads: vec![Head {
                at: first,
                title: title(article),
                sketch,
            }],
            entities: entities.into_iter().map(|(_, entity)| entity).collect(),
        }
    }

    /// How near two stories are: the mean over all pairs of their articles, less what the days
    /// between them cost. `None` where these are more than the window.
    pub(super) fn nearness(&self, other: &Self, window: i32) -> Option<f32> {
        let apart = match (self.days, other.days) {
            (Some(one), Some(two)) => (one.0 - two.1).max(two.0 - one.1).max(0),
            _ => 0,
        };
        if apart > window {
            return None;
        }
        let pairs = self.articles.len() as f32 * other.articles.len() as f32;
        let cost = COST_OF_DAYS * (apart as f32 / NEAR_DAYS).ln_1p();
        Some(self.sum.dot(&other.sum) / pairs - cost)
    }

    /// Terms that a comparison looks at.
    pub(super) fn size(&self) -> usize {
        self.sum.len()
    }

    /// Takes another story in.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.sum.add(&other.sum);
        if self.sum.len() > MAX_TERMS {
            self.sum.keep(KEPT_TERMS);
        }
        self.days = match (self.days, other.days) {
            (Some(one), Some(two)) => Some((one.0.min(two.0), one.1.max(two.1))),
            (one, two) => one.or(two),
        };
        // Those of the smaller one are moved: they are put in order where they are shown.
        if self.articles.len() < other.articles.len() {
            std::mem::swap(&mut self.articles, &mut other.articles);
        }
        self.articles.extend(other.articles);
        self.heads.extend(other.heads);
        self.heads.sort_by_key(|head| head.at);
        self.heads.truncate(HEADS);
        for entity in other.entities {
            let (label, name) = (entity.of_story.label, &entity.of_story.name);
            let same = |it: &&mut Entity| it.of_story.label == label && it.of_story.name == *name;
            let Some(known) = self.entities.iter_mut().find(same) else {
                self.entities.push(entity);
                continue;
            };
            known.of_story.articles += entity.of_story.articles;
            if entity.at < known.at {
                known.at = entity.at;
                known.of_story.first = entity.of_story.first;
            }
        }
        if self.entities.len() > MAX_ENTITIES {
            self.keep_entities(KEPT_ENTITIES);
        }
    }

    /// The title of the early article that is nearest to all.
    pub(super) fn headline(&self) -> &str {
        let mut best: Option<(&Head, f32)> = None;
        for head in &self.heads {
            let near = head.sketch.dot(&self.sum);
            if !head.title.is_empty() && best.is_none_or(|(_, most)| near > most) {
                best = Some((head, near));
            }
        }
        best.map_or("", |(head, _)| &head.title)
    }

    /// What most articles name, of equals the first.
    pub(super) fn entities(&self, most: usize) -> Vec<StoryEntity> {
        let entities = self.entities.iter().map(|entity| entity.of_story.clone());
        let mut entities: Vec<StoryEntity> = entities.collect();
        entities.sort_by_key(|entity| Reverse(entity.articles));
        entities.truncate(most);
        entities
    }

    fn keep_entities(&mut self, most: usize) {
        self.entities
            .sort_by_key(|entity| Reverse(entity.of_story.articles));
        self.entities.truncate(most);
    }

    /// Forgets what is needed to grow, but for the headline and some entities.
    pub(super) fn close(&mut self, entities: usize) {
        let headline = self.headline().to_owned();
        self.keep_entities(entities);
        self.entities.shrink_to_fit();
        self.articles.shrink_to_fit();
        self.sum = Vector::default();
        self.heads = vec![Head {
            at: (0, 0),
            title: headline,
            sketch: Vector::default(),
        }];
    }
}

/// The title of an article, else its first line, cut at a word.
fn title(article: &Article) -> String {
    let title = article.title.as_deref().map(str::trim);
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        return title.to_owned();
    }
    let mut lines = article.text.lines().map(str::trim);
    let line = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let Some((end, _)) = line.char_indices().nth(MAX_HEADLINE) else {
        return line.to_owned();
    };
    let short = &line[..end];
    let end = short.rfind(' ').unwrap_or(end);
    format!("{}…", short[..end].trim_end())
}
