//! Which articles tell of one story: a stream of them, one by one, or many that are all known.
//!
//! ```
//! use copydesk::{Article, stage, stories::Stories};
//! let article = |day: &str, title: &str, text: &str| Article {
//!     title: Some(title.to_owned()),
//!     published: Some(day.to_owned()),
//!     ..stage::annotate(text, Some(day))
//! };
//! let mut stories = Stories::default();
//! let first = stories.add(&article("2024-05-02", "Strike shuts the port of Tema",
//!     "Dockers of the Harbour Union in Tema, Ghana, walked out on Thursday."));
//! let other = stories.add(&article("2024-05-02", "Solheim to lead Norges Bank",
//!     "Norway named Ingrid Solheim governor of Norges Bank."));
//! let again = stories.add(&article("2024-05-03", "Dockers of Tema keep the port shut",
//!     "The strike of the Harbour Union in Tema, Ghana, went into a second day."));
//! assert_eq!(first, again);
//! assert_ne!(first, other);
//! let all = stories.stories();
//! assert_eq!(all[0].headline, "Strike shuts the port of Tema");
//! assert_eq!((all[0].first_day.as_deref(), all[0].last_day.as_deref()),
//!     (Some("2024-05-02"), Some("2024-05-03")));
//! ```
//!
//! *How*: an article becomes a sketch of at most 192 terms, a story is the sum of the
//! sketches of its articles, and how near an article is to a story is the mean over these. It is a
//! weighted sum of six cosines (words of text, lead and head, names, numbers and days, offices),
//! put through the logistic function; so it says how likely it is that the two are on one event. Days between articles make it less so.
//!
//! *What is stable*: [`Stories::add`] returns the id of a story, new or old. Later two stories may
//! turn out to be one: then the older id stands, and [`Stories::current`] says so. An id is never
//! given to anything else, and a story never comes apart. A story without an article for
//! [`StoryOptions::window_days`] is closed and stays as it is, once two articles have a later day.
//!
//! *What is better when all is known*: [`settled`] learns how rare terms are from all articles
//! first, then joins the nearest ones first. It does not depend on the order of the articles.
//!
//! *Known misses*: two events of the same people in the same week (two matches, a firing and who
//! comes next) tend to be one story; what a story turns into after weeks is a new one. Pages that
//! tell of no event, such as two guides to one subject, look like one.

mod cluster;
mod frequencies;
mod index;
mod settle;
mod sketch;
mod stem;
mod vector;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use copydesk_core::record::{Article, Label};

use crate::corpus::day;
use cluster::Cluster;
use frequencies::Frequencies;
use index::Index;
use sketch::{KIND, KINDS, Terms};
use vector::Vector;

/// Weights of the cosines of text, lead, head, names, numbers and days, offices; and what is added
/// to their sum. Whole numbers set by hand: what a logistic regression gives for a set of stories of
/// one's own, `cargo xtask train stories` prints. Offices tell the visit of one minister from that
/// of another.
const WEIGHTS: [f32; KINDS] = [2.0, 2.0, 7.0, 9.0, 7.0, 4.0];
const BIAS: f32 = -7.0;
/// By how much nearer than an article two stories must be to become one.
const MERGE: f32 = 0.5;
/// How much less near than needed a story may be to be looked at again after another one grew.
const SLACK: f32 = 3.0;
/// Entities of a story that are returned.
const ENTITIES: usize = 10;

/// How stories are told apart.
///
/// ```
/// use copydesk::stories::{Stories, StoryOptions};
/// let mut options = StoryOptions::default();
/// options.window_days = 3;
/// options.join = 0.6; // smaller stories
/// assert!(Stories::new(options).is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryOptions {
    /// How many days without an article close a story. Default 14.
    pub window_days: u32,
    /// How likely it must be that an article is on a story, 0 to 1, to be put there. More makes
    /// smaller stories. Default 0.35.
    pub join: f32,
    /// How many stories are open at a time; of more, those that got no article for longest are
    /// closed. Each takes some 10 kB. Default 65,536.
    pub open_stories: usize,
}

impl Default for StoryOptions {
    fn default() -> Self {
        Self {
            window_days: 14,
            join: 0.35,
            open_stories: 1 << 16,
        }
    }
}

impl StoryOptions {
    /// How near is near enough.
    fn needed(self) -> f32 {
        let join = self.join.clamp(0.000_1, 0.999_9);
        (join / (1.0 - join)).ln() - BIAS
    }

    fn window(self) -> i32 {
        day::count(self.window_days)
    }
}

/// The number of a story.
///
/// ```
/// use copydesk::{stage, stories::{Stories, StoryId}};
/// let mut stories = Stories::default();
/// let id = stories.add(&stage::annotate("Dockers in Tema walked out.", None));
/// assert_eq!(id, StoryId(0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryId(pub u32);

/// Something that articles of a story name.
///
/// ```
/// use copydesk::{record::Label, stage, stories::Stories};
/// let mut stories = Stories::default();
/// stories.add(&stage::annotate("Dockers in Ghana walked out.", None));
/// let entity = &stories.stories()[0].entities[0];
/// assert_eq!((entity.name.as_str(), entity.label), ("Ghana", Label::Gpe));
/// assert_eq!((entity.articles, entity.first), (1, (0, 0)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoryEntity {
    /// Its name.
    pub name: String,
    /// Its type.
    pub label: Label,
    /// How many articles of the story name it.
    pub articles: u32,
    /// The number of the first article that does, by its day, and the index of the entity there.
    pub first: (u32, u32),
}

/// Articles on one event and what came of it.
///
/// ```
/// use copydesk::{Article, stage, stories::Stories};
/// let mut stories = Stories::default();
/// stories.add_on(&Article {
///     title: Some("Strike shuts the port of Tema".to_owned()),
///     ..stage::annotate("Dockers in Tema walked out.", None)
/// }, "2024-05-02");
/// let story = &stories.stories()[0];
/// assert_eq!(story.headline, "Strike shuts the port of Tema");
/// assert_eq!((story.first_day.as_deref(), &story.articles[..]), (Some("2024-05-02"), &[0][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Story {
    /// Its number.
    pub id: StoryId,
    /// The title of the early article that is nearest to all of the story; where it has none, how
    /// its text begins.
    pub headline: String,
    /// The day of its first article, as `YYYY-MM-DD`, where any has one.
    pub first_day: Option<String>,
    /// The day of its last article.
    pub last_day: Option<String>,
    /// Numbers of its articles, in order of their days.
    pub articles: Vec<u32>,
    /// What most of its articles name, ten at most.
    pub entities: Vec<StoryEntity>,
}

impl Story {
    fn new(id: u32, cluster: &Cluster) -> Self {
        let mut articles = cluster.articles.clone();
        articles.sort_unstable();
        Self {
            id: StoryId(id),
            headline: cluster.headline().to_owned(),
            first_day: cluster.days.map(|(first, _)| day::format(first)),
            last_day: cluster.days.map(|(_, last)| day::format(last)),
            articles: articles.into_iter().map(|(_, number)| number).collect(),
            entities: cluster.entities(ENTITIES),
        }
    }
}

/// Stories of a stream of articles. See the [module documentation](self).
///
/// ```
/// use copydesk::{stage, stories::Stories};
/// let mut stories = Stories::default();
/// for text in ["Dockers in Tema walked out.", "Norway named a governor of Norges Bank."] {
///     let id = stories.add(&stage::annotate(text, None));
///     println!("story {}: {text}", id.0);
/// }
/// assert_eq!(stories.stories().len(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Stories {
    options: StoryOptions,
    frequencies: Frequencies,
    index: Index,
    entries: Vec<Entry>,
    /// Open stories by when they last got an article.
    open: BTreeSet<(i32, u32)>,
    /// The latest day that was seen, and the latest one but for that article: the clock. One wrong
    /// date, of the year 2099, must not close all stories.
    latest: Option<i32>,
    clock: Option<i32>,
    /// The first story of each article.
    of: Vec<u32>,
    closed_since_sweep: usize,
    steps: u64,
}

/// What became of a story.
#[derive(Debug)]
enum Entry {
    Open {
        cluster: Box<Cluster>,
        touched: i32,
    },
    Closed(Box<Cluster>),
    /// It is part of an older one.
    Part(u32),
}

impl Stories {
    /// Without articles.
    ///
    /// ```
    /// use copydesk::stories::{Stories, StoryOptions};
    /// let mut options = StoryOptions::default();
    /// options.window_days = 30;
    /// assert_eq!(Stories::new(options).len(), 0);
    /// ```
    pub fn new(options: StoryOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Adds an article, on the day that it was published, else fetched, and returns its story.
    /// Articles are numbered from 0 as they come.
    ///
    /// ```
    /// use copydesk::{stage, stories::Stories};
    /// let mut stories = Stories::default();
    /// let tema = stage::annotate("The Harbour Union shut the port of Tema in Ghana.", None);
    /// let bank = stage::annotate("Norway named a governor of Norges Bank.", None);
    /// assert_ne!(stories.add(&tema), stories.add(&bank));
    /// ```
    pub fn add(&mut self, article: &Article) -> StoryId {
        let date = (article.published.as_deref()).or(article.source.fetched.as_deref());
        self.insert(article, date.and_then(day::parse))
    }

    /// Adds an article, on a day as `YYYY-MM-DD`. Anything else than a date is as no date.
    ///
    /// ```
    /// use copydesk::{stage, stories::Stories};
    /// let mut stories = Stories::default();
    /// let tema = stage::annotate("The Harbour Union shut the port of Tema in Ghana.", None);
    /// let first = stories.add_on(&tema, "2024-05-02");
    /// assert_ne!(stories.add_on(&tema, "2025-05-02"), first); // a year later it is another story
    /// ```
    pub fn add_on(&mut self, article: &Article, date: &str) -> StoryId {
        self.insert(article, day::parse(date))
    }

    fn insert(&mut self, article: &Article, day: Option<i32>) -> StoryId {
        let terms = Terms::of(article);
        self.frequencies.learn(terms.keys());
        let sketch = terms.sketch(&self.frequencies, &WEIGHTS);
        self.see(day);
        self.close_old();
        let number = self.of.len() as u32;
        let needed = self.options.needed();
        let cluster = Cluster::new(article, (number, number), day, sketch.clone());
        let stories = &self.entries;
        let mut around = self.index.find(&sketch, |it| open(stories, it));
        let best = self.nearest(&cluster, &mut around, needed);
        let touched = day.max(self.clock).unwrap_or(i32::MIN);
        let mut story = if let Some(best) = best {
            self.absorb(best, cluster, touched);
            best
        } else {
            let story = self.entries.len() as u32;
            let cluster = Box::new(cluster);
            self.entries.push(Entry::Open { cluster, touched });
            self.open.insert((touched, story));
            story
        };
        self.index.post(story, &sketch);
        while let Some(other) = self.near_story(story, &mut around, needed + MERGE) {
            let (older, newer) = (story.min(other), story.max(other));
            if let Some((cluster, touched)) = self.take(newer, older) {
                self.absorb(older, cluster, touched);
            }
            story = older;
        }
        self.of.push(story);
        self.close_most();
        StoryId(story)
    }

    /// Of the stories around, the one nearest to a cluster, if that is near enough. Those that
    /// are far away are left out of what is around.
    fn nearest(&mut self, cluster: &Cluster, around: &mut Vec<u32>, needed: f32) -> Option<u32> {
        let mut best: Option<(f32, u32)> = None;
        let window = self.options.window();
        around.retain(|&story| {
            let Some(Entry::Open { cluster: there, .. }) = self.entries.get(story as usize) else {
                return false;
            };
            self.steps += (there.size() + cluster.size()) as u64;
            let Some(near) = there.nearness(cluster, window) else {
                return false;
            };
            let better =
                |(most, oldest): (f32, u32)| near.total_cmp(&most).then(oldest.cmp(&story)).is_gt();
            if near >= needed && best.is_none_or(better) {
                best = Some((near, story));
            }
            near >= needed - SLACK
        });
        best.map(|(_, story)| story)
    }

    /// The nearest of the stories around that is one with a story.
    fn near_story(&mut self, story: u32, around: &mut Vec<u32>, needed: f32) -> Option<u32> {
        around.retain(|&it| it != story);
        if around.is_empty() {
            return None;
        }
        // It stands aside while the others are looked at: a copy of it would be made for each article.
        let entry = std::mem::replace(self.entries.get_mut(story as usize)?, Entry::Part(story));
        let near = match &entry {
            Entry::Open { cluster, .. } => self.nearest(cluster, around, needed),
            Entry::Closed(_) | Entry::Part(_) => None,
        };
        self.entries[story as usize] = entry;
        near
    }

    /// Puts a cluster into an open story.
    fn absorb(&mut self, story: u32, cluster: Cluster, now: i32) {
        if let Entry::Open {
            cluster: there,
            touched,
        } = &mut self.entries[story as usize]
        {
            there.absorb(cluster);
            self.open.remove(&(*touched, story));
            *touched = now.max(*touched);
            self.open.insert((*touched, story));
        }
    }

    /// Takes an open story out, as a part of another one.
    fn take(&mut self, story: u32, into: u32) -> Option<(Cluster, i32)> {
        let entry = std::mem::replace(&mut self.entries[story as usize], Entry::Part(into));
        let Entry::Open { cluster, touched } = entry else {
            return None;
        };
        self.open.remove(&(touched, story));
        Some((*cluster, touched))
    }

    /// Moves the clock on: it stands at the last day that two articles have reached.
    fn see(&mut self, day: Option<i32>) {
        let before = self.clock;
        self.clock = before.max(day.min(self.latest));
        self.latest = self.latest.max(day);
        let (None, Some(clock)) = (before, self.clock) else {
            return;
        };
        // Stories without a date began before the clock did.
        while let Some(&(i32::MIN, story)) = self.open.first() {
            self.open.remove(&(i32::MIN, story));
            if let Some(Entry::Open { touched, .. }) = self.entries.get_mut(story as usize) {
                *touched = clock;
                self.open.insert((clock, story));
            }
        }
    }

    /// Closes stories that got no article for the window.
    fn close_old(&mut self) {
        let Some(clock) = self.clock else { return };
        let oldest = clock - self.options.window();
        while let Some(&(touched, story)) = self.open.first()
            && touched < oldest
        {
            self.close(touched, story);
        }
        self.sweep();
    }

    /// Closes what is more than the options allow.
    fn close_most(&mut self) {
        while self.open.len() > self.options.open_stories.max(1)
            && let Some(&(touched, story)) = self.open.first()
        {
            self.close(touched, story);
        }
        self.sweep();
    }

    fn close(&mut self, touched: i32, story: u32) {
        self.open.remove(&(touched, story));
        let entry = std::mem::replace(&mut self.entries[story as usize], Entry::Part(story));
        if let Entry::Open { mut cluster, .. } = entry {
            cluster.close(ENTITIES);
            self.entries[story as usize] = Entry::Closed(cluster);
        }
        self.closed_since_sweep += 1;
    }

    fn sweep(&mut self) {
        if self.closed_since_sweep > self.open.len().max(1024) {
            let stories = &self.entries;
            self.index.sweep(|it| open(stories, it));
            self.closed_since_sweep = 0;
        }
    }

    /// How many articles there are.
    ///
    /// ```
    /// use copydesk::{Article, stories::Stories};
    /// let mut stories = Stories::default();
    /// stories.add(&Article::default());
    /// assert_eq!(stories.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// use copydesk::stories::Stories;
    /// assert!(Stories::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// What became of a story: itself, or the older one that it is part of now.
    ///
    /// ```
    /// use copydesk::{stage, stories::Stories};
    /// let mut stories = Stories::default();
    /// let story = stories.add(&stage::annotate("Dockers in Tema walked out.", None));
    /// assert_eq!(stories.current(story), story); // it is part of no other one
    /// ```
    pub fn current(&self, story: StoryId) -> StoryId {
        let mut at = story.0;
        while let Some(&Entry::Part(older)) = self.entries.get(at as usize) {
            at = older;
        }
        StoryId(at)
    }

    /// The story of an article by its number.
    ///
    /// ```
    /// use copydesk::{stage, stories::Stories};
    /// let mut stories = Stories::default();
    /// let story = stories.add(&stage::annotate("Dockers in Tema walked out.", None));
    /// assert_eq!(stories.story_of(0), Some(story));
    /// assert_eq!(stories.story_of(1), None);
    /// ```
    pub fn story_of(&self, article: u32) -> Option<StoryId> {
        let first = self.of.get(article as usize)?;
        Some(self.current(StoryId(*first)))
    }

    /// The stories as they stand, in order of their ids.
    ///
    /// ```
    /// use copydesk::{stage, stories::Stories};
    /// let mut stories = Stories::default();
    /// let tema = stage::annotate("The Harbour Union shut the port of Tema in Ghana.", None);
    /// stories.add(&tema);
    /// stories.add(&tema);
    /// assert_eq!(stories.stories()[0].articles, [0, 1]);
    /// ```
    pub fn stories(&self) -> Vec<Story> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter_map(|(id, entry)| match entry {
                Entry::Open { cluster, .. } | Entry::Closed(cluster) => {
                    Some(Story::new(id as u32, cluster))
                }
                Entry::Part(_) => None,
            })
            .collect()
    }
}

/// How alike two articles are: cosines of their words by kind, each 0 to 1.
///
/// ```
/// use copydesk::{stage, stories::likeness};
/// let tema = stage::annotate("The Harbour Union shut the port of Tema in Ghana.", None);
/// let bank = stage::annotate("Norway named a governor of Norges Bank.", None);
/// let pairs = likeness(&[&tema, &bank]);
/// assert_eq!((pairs[0].one, pairs[0].other), (0, 1));
/// assert!(pairs[0].probability < 0.35);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Likeness {
    /// Index of the one.
    pub one: u32,
    /// Index of the other, which is the greater one.
    pub other: u32,
    /// The words of the text.
    pub text: f32,
    /// The first words.
    pub lead: f32,
    /// Title and first words without common ones.
    pub head: f32,
    /// The words of names.
    pub names: f32,
    /// Numbers and days.
    pub numbers: f32,
    /// Offices with whose they are.
    pub offices: f32,
    /// How likely it is that both are on one story, whatever their days.
    pub probability: f32,
}

/// How alike articles are, pair by pair: what stories are made of. The time is quadratic.
///
/// ```
/// use copydesk::{stage, stories::likeness};
/// let one = stage::annotate("Dockers of the Harbour Union in Tema walked out.", None);
/// let two = stage::annotate("In Tema the Harbour Union ended its strike.", None);
/// let pairs = likeness(&[&one, &two]);
/// assert!(pairs[0].names > pairs[0].text);
/// ```
pub fn likeness(articles: &[&Article]) -> Vec<Likeness> {
    let mut frequencies = Frequencies::default();
    let terms: Vec<Terms> = articles.iter().map(|article| Terms::of(article)).collect();
    for terms in &terms {
        frequencies.learn(terms.keys());
    }
    let vectors: Vec<[Vector; KINDS]> = (terms.iter())
        .map(|terms| KIND.map(|kind| Vector::new(terms.unit(kind, &frequencies), usize::MAX)))
        .collect();
    let mut pairs = Vec::new();
    for (other, there) in vectors.iter().enumerate() {
        for (one, here) in vectors[..other].iter().enumerate() {
            let cosines = KIND.map(|kind| here[kind as usize].dot(&there[kind as usize]));
            let sum: f32 = cosines
                .iter()
                .zip(WEIGHTS)
                .map(|(it, weight)| it * weight)
                .sum();
            let [text, lead, head, names, numbers, offices] = cosines;
            pairs.push(Likeness {
                one: one as u32,
                other: other as u32,
                text,
                lead,
                head,
                names,
                numbers,
                offices,
                probability: 1.0 / (1.0 + (-sum - BIAS).exp()),
            });
        }
    }
    pairs
}

/// What became of a story, if it is open.
fn open(stories: &[Entry], story: u32) -> Option<u32> {
    let mut at = story;
    loop {
        match stories.get(at as usize)? {
            Entry::Open { .. } => return Some(at),
            Entry::Closed(_) => return None,
            Entry::Part(older) => at = *older,
        }
    }
}

/// The words of a text without their endings, as stories compare them.
///
/// ```
/// assert_eq!(copydesk::stories::stems("Dockers striking"), ["docker", "strik"]);
/// ```
pub fn stems(text: &str) -> Vec<String> {
    let mut stems = Vec::new();
    stem::pieces(text, |_, piece| {
        if let stem::Piece::Word(word) = piece {
            stems.push(word.to_owned());
        }
        true
    });
    stems
}

/// The stories of articles that are all known, in order of their first articles: each with its
/// day, numbered in their order. The order of the articles makes no difference but for these
/// numbers.
///
/// ```
/// use copydesk::{stage, stories::{StoryOptions, settled}};
/// let one = stage::annotate("Dockers of the Harbour Union in Tema walked out.", None);
/// let two = stage::annotate("Norway named Ingrid Solheim governor of Norges Bank.", None);
/// let articles = [(&one, Some("2024-05-02")), (&two, None), (&one, Some("2024-05-04"))];
/// let stories = settled(&articles, StoryOptions::default());
/// assert_eq!(stories[0].articles, [0, 2]);
/// ```
pub fn settled(articles: &[(&Article, Option<&str>)], options: StoryOptions) -> Vec<Story> {
    let days = articles.iter().map(|(_, day)| day.and_then(day::parse));
    let articles: Vec<_> = articles
        .iter()
        .map(|(article, _)| *article)
        .zip(days)
        .collect();
    settle_all(&articles, options).0
}

/// The same with days as numbers, and how many steps it took.
pub(crate) fn settle_all(
    articles: &[(&Article, Option<i32>)],
    options: StoryOptions,
) -> (Vec<Story>, u64) {
    let mut order: Vec<u32> = (0..articles.len() as u32).collect();
    let at = |number: u32| articles[number as usize];
    order.sort_by(|&a, &b| {
        let day = |number: u32| at(number).1.unwrap_or(i32::MAX);
        (day(a).cmp(&day(b)))
            .then_with(|| at(a).0.text.cmp(&at(b).0.text))
            .then_with(|| at(a).0.title.cmp(&at(b).0.title))
    });
    let mut frequencies = Frequencies::default();
    let mut terms = Vec::with_capacity(order.len());
    for &number in &order {
        let of = Terms::of(at(number).0);
        frequencies.learn(of.keys());
        terms.push(of);
    }
    let alone = (order.iter().zip(0..).zip(terms))
        .map(|((&number, rank), terms)| {
            let sketch = terms.sketch(&frequencies, &WEIGHTS);
            let (article, day) = at(number);
            let cluster = Cluster::new(article, (number, rank), day, sketch.clone());
            (cluster, sketch)
        })
        .collect();
    let (mut stories, steps) = settle::settle(alone, options.needed(), options.window());
    let mut place = vec![0; order.len()];
    for (at, &number) in order.iter().enumerate() {
        place[number as usize] = at;
    }
    let first = |cluster: &Cluster| {
        let places = cluster
            .articles
            .iter()
            .map(|&(_, number)| place[number as usize]);
        places.min()
    };
    stories.sort_by_key(first);
    let stories = stories.iter().enumerate();
    (
        stories
            .map(|(id, cluster)| Story::new(id as u32, cluster))
            .collect(),
        steps,
    )
}
