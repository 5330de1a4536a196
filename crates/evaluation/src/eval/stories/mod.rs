//! Which articles are on one story: B³ against ECB+, and sets with known stories.

pub(crate) mod peers;
pub(crate) mod sets;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::PathBuf,
};

use anyhow::Result;
use clap::Args;
use copydesk::stories::{Stories, Story, StoryOptions, settled};

use self::{
    peers::Vectors,
    sets::{Told, ecb, information, meantime},
};
use crate::{eval::information::folders, run};

/// Orders in which articles are given to a stream.
const ORDERS: u64 = 5;
/// Ways to cut the topics into halves.
const HALVES: u64 = 5;

/// Stories: B³ on ECB+ (a story is a half of a topic), beside TF-IDF; stories of the seeds.
///
/// Rows of ECB+, all articles of all topics together, without days:
///   one pass, average link   cosines of TF-IDF of this evaluation, at the best of many thresholds
///                            and at the one that is best on the other half of the topics
///   streaming                `Stories`, the mean over five orders
///   settled                  `settled`, as `Corpus::stories` does it
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// The folder with `seeds/`, `gold/` and `data/`. Default: `COPYDESK_SHARED`, else `../shared`.
    #[arg(long)]
    shared: Option<PathBuf>,
    /// How likely it must be that an article is on a story. Default: as `StoryOptions`.
    #[arg(long)]
    join: Option<f32>,
    /// Prints the stories of ECB+ that are mixed or split, and those of MEANTIME.
    #[arg(long)]
    errors: bool,
}

/// B³ precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    precision: f64,
    recall: f64,
    pub(crate) f1: f64,
}

impl Score {
    pub(crate) fn of<G: Ord, P: Ord>(gold: &[G], found: &[P]) -> Self {
        let (mut of_gold, mut of_found, mut both) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for pair in gold.iter().zip(found) {
            *of_gold.entry(pair.0).or_insert(0.0) += 1.0;
            *of_found.entry(pair.1).or_insert(0.0) += 1.0;
            *both.entry(pair).or_insert(0.0) += 1.0;
        }
        let (mut precision, mut recall) = (0.0, 0.0);
        for (pair, count) in &both {
            let count: f64 = *count;
            precision += count * count / of_found[pair.1];
            recall += count * count / of_gold[pair.0];
        }
        let all = gold.len().max(1) as f64;
        let (precision, recall) = (precision / all, recall / all);
        Self {
            precision,
            recall,
            f1: 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE),
        }
    }

    pub(crate) fn mean(scores: &[Self]) -> Self {
        let count = scores.len().max(1) as f64;
        let sum = |of: fn(&Self) -> f64| scores.iter().map(of).sum::<f64>() / count;
        Self {
            precision: sum(|it| it.precision),
            recall: sum(|it| it.recall),
            f1: sum(|it| it.f1),
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            precision,
            recall,
            f1,
        } = self;
        write!(f, "{precision:>6.3} {recall:>6.3} {f1:>6.3}")
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let shared = run::shared(arguments.shared.clone());
    let mut options = StoryOptions::default();
    if let Some(join) = arguments.join {
        options.join = join;
    }
    println!("{:<44} {:>6} {:>6} {:>6}", "", "B3 P", "B3 R", "B3");
    let set = ecb(&shared.join("data/resolution/ecbplus"))?;
    baselines(&set);
    let found = ours(&set, options);
    if arguments.errors {
        errors(&set, &found);
    }
    across(&set);
    println!();
    for path in folders(&[]) {
        for days in [true, false] {
            let set = information(&path, days)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let row = format!("{name}, {}", if days { "with days" } else { "as found" });
            small(&row, &set, options);
        }
    }
    let set = meantime(&shared.join("data/values/meantime"))?;
    let found = stories_of(&set, options);
    println!("MEANTIME: {} articles, {} stories", set.len(), found.len());
    if arguments.errors {
        for story in found.iter().filter(|story| story.articles.len() > 1) {
            println!(
                "  {} ({:?} to {:?})",
                story.headline, story.first_day, story.last_day
            );
            for &article in &story.articles {
                println!(
                    "    {:?} {}",
                    set[article as usize].day, set[article as usize].name
                );
            }
        }
    }
    Ok(())
}

fn baselines(set: &[Told]) {
    let gold: Vec<&str> = set.iter().map(|told| told.story.as_str()).collect();
    let texts: Vec<&str> = set.iter().map(|told| told.article.text.as_str()).collect();
    let cosines = Vectors::of(&texts).cosines();
    let steps: Vec<f64> = (2..30).map(|step| f64::from(step) / 50.0).collect();
    let passes = |rows: &[usize], needed: f64| {
        let cosines = part(&cosines, rows);
        let gold = some(&gold, rows);
        let scores: Vec<Score> = (0..ORDERS)
            .map(|seed| {
                Score::of(
                    &gold,
                    &peers::one_pass(&cosines, &shuffled(rows.len(), seed), needed),
                )
            })
            .collect();
        Score::mean(&scores)
    };
    let links = |rows: &[usize]| {
        let joins = peers::joins(&part(&cosines, rows));
        let gold = some(&gold, rows);
        move |needed: f64| Score::of(&gold, &peers::groups(gold.len(), &joins, needed))
    };
    let all: Vec<usize> = (0..set.len()).collect();
    println!(
        "{:<44} {}",
        "TF-IDF, one pass, best",
        best(&steps, |it| passes(&all, it)).1
    );
    let link = links(&all);
    println!(
        "{:<44} {}",
        "TF-IDF, average link, best",
        best(&steps, link).1
    );
    let (mut pass, mut link) = (Vec::new(), Vec::new());
    for (learned, measured) in halves(set) {
        let needed = best(&steps, |it| passes(&learned, it)).0;
        pass.push(passes(&measured, needed));
        let needed = best(&steps, links(&learned)).0;
        link.push(links(&measured)(needed));
    }
    println!("{:<44} {}", "TF-IDF, one pass, halves", Score::mean(&pass));
    println!(
        "{:<44} {}",
        "TF-IDF, average link, halves",
        Score::mean(&link)
    );
}

/// The threshold with the best score.
pub(crate) fn best(steps: &[f64], of: impl Fn(f64) -> Score) -> (f64, Score) {
    let scores = steps.iter().map(|&step| (step, of(step)));
    let best = scores.max_by(|a, b| a.1.f1.total_cmp(&b.1.f1));
    best.unwrap_or_default()
}

/// Rows and columns of a table.
pub(crate) fn part(table: &[Vec<f64>], rows: &[usize]) -> Vec<Vec<f64>> {
    let row = |&at: &usize| rows.iter().map(|&other| table[at][other]).collect();
    rows.iter().map(row).collect()
}

fn some<'a>(all: &[&'a str], rows: &[usize]) -> Vec<&'a str> {
    rows.iter().map(|&at| all[at]).collect()
}

/// Streaming and settled, over all articles.
fn ours(set: &[Told], options: StoryOptions) -> Vec<u32> {
    let gold: Vec<&str> = set.iter().map(|told| told.story.as_str()).collect();
    println!(
        "{:<44} {}",
        "copydesk, streaming",
        streaming(set, &gold, options)
    );
    let found = labels(&stories_of(set, options), set.len());
    println!("{:<44} {}", "copydesk, settled", Score::of(&gold, &found));
    found
}

fn streaming(set: &[Told], gold: &[&str], options: StoryOptions) -> Score {
    let scores: Vec<Score> = (0..ORDERS)
        .map(|seed| Score::of(gold, &streamed(set, seed, options)))
        .collect();
    Score::mean(&scores)
}

/// The threshold chosen on one half of the topics, measured on the other.
fn across(set: &[Told]) {
    let steps: Vec<f64> = (2..18).map(|step| f64::from(step) / 20.0).collect();
    let score = |rows: &[usize], join: f64, stream: bool| {
        let mut options = StoryOptions::default();
        options.join = join as f32;
        let articles: Vec<_> = rows.iter().map(|&at| (&set[at].article, None)).collect();
        let gold: Vec<&str> = rows.iter().map(|&at| set[at].story.as_str()).collect();
        if stream {
            let scores: Vec<Score> = (0..2)
                .map(|seed| {
                    let order = shuffled(rows.len(), seed);
                    let mut stories = Stories::new(options);
                    for &at in &order {
                        stories.add(articles[at].0);
                    }
                    let mut found = vec![0; rows.len()];
                    for (number, &at) in order.iter().enumerate() {
                        found[at] = stories.story_of(number as u32).map_or(0, |it| it.0);
                    }
                    Score::of(&gold, &found)
                })
                .collect();
            Score::mean(&scores)
        } else {
            Score::of(&gold, &labels(&settled(&articles, options), rows.len()))
        }
    };
    for (name, stream) in [("streaming", true), ("settled", false)] {
        let mut scores = Vec::new();
        let mut chosen = Vec::new();
        for (learned, measured) in halves(set) {
            let join = best(&steps, |it| score(&learned, it, stream)).0;
            scores.push(score(&measured, join, stream));
            chosen.push(format!("{join:.2}"));
        }
        let row = format!("copydesk, {name}, join of the other half");
        println!("{row:<44} {}  ({})", Score::mean(&scores), chosen.join(" "));
        let shipped: Vec<Score> = halves(set)
            .map(|(_, rows)| score(&rows, f64::from(StoryOptions::default().join), stream))
            .collect();
        let row = format!("copydesk, {name}, halves, join as shipped");
        println!("{row:<44} {}", Score::mean(&shipped));
    }
}

/// Halves of the topics: one to learn from, one to measure on.
pub(crate) fn halves(set: &[Told]) -> impl Iterator<Item = (Vec<usize>, Vec<usize>)> + '_ {
    let topics: BTreeSet<&str> = set.iter().map(|told| told.topic.as_str()).collect();
    let topics: Vec<&str> = topics.into_iter().collect();
    (0..HALVES).flat_map(move |seed| {
        let order = shuffled(topics.len(), seed + 100);
        let first: BTreeSet<&str> = order[..topics.len() / 2]
            .iter()
            .map(|&at| topics[at])
            .collect();
        let (one, other): (Vec<usize>, Vec<usize>) =
            (0..set.len()).partition(|&at| first.contains(set[at].topic.as_str()));
        [(one.clone(), other.clone()), (other, one)]
    })
}

fn small(name: &str, set: &[Told], options: StoryOptions) {
    let gold: Vec<&str> = set.iter().map(|told| told.story.as_str()).collect();
    let all = labels(&stories_of(set, options), set.len());
    let exact = Score::of(&gold, &all).f1 > 0.999_999;
    let stream: Vec<Score> = (0..24)
        .map(|seed| Score::of(&gold, &streamed(set, seed, options)))
        .collect();
    let right = stream.iter().filter(|score| score.f1 > 0.999_999).count();
    println!(
        "{name:<44} {}  settled {} {all:?}, streaming exact in {right} of 24 orders",
        Score::of(&gold, &all),
        if exact { "exact" } else { "NOT EXACT" },
    );
}

fn stories_of(set: &[Told], options: StoryOptions) -> Vec<Story> {
    let articles: Vec<_> = (set.iter())
        .map(|told| (&told.article, told.day.as_deref()))
        .collect();
    settled(&articles, options)
}

/// The story of each article.
fn labels(stories: &[Story], count: usize) -> Vec<u32> {
    let mut labels = vec![0; count];
    for story in stories {
        for &article in &story.articles {
            labels[article as usize] = story.id.0;
        }
    }
    labels
}

/// The story of each article when they come in some order.
fn streamed(set: &[Told], seed: u64, options: StoryOptions) -> Vec<u32> {
    let order = shuffled(set.len(), seed);
    let mut stories = Stories::new(options);
    for &at in &order {
        let told = &set[at];
        match &told.day {
            Some(day) => stories.add_on(&told.article, day),
            None => stories.add(&told.article),
        };
    }
    let mut labels = vec![0; set.len()];
    for (number, &at) in order.iter().enumerate() {
        labels[at] = stories.story_of(number as u32).map_or(0, |it| it.0);
    }
    labels
}

/// The numbers below a count in some order.
fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for at in (1..count).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
    order
}

fn errors(set: &[Told], found: &[u32]) {
    let (mut mixed, mut split) = (BTreeMap::new(), BTreeMap::new());
    for (told, label) in set.iter().zip(found) {
        let of_label: &mut BTreeMap<&str, u32> = mixed.entry(label).or_default();
        *of_label.entry(&told.story).or_default() += 1;
        let of_story: &mut BTreeMap<u32, u32> = split.entry(told.story.as_str()).or_default();
        *of_story.entry(*label).or_default() += 1;
    }
    for stories in mixed.values().filter(|stories| stories.len() > 1) {
        println!("  mixed {stories:?}");
    }
    for (story, labels) in split.iter().filter(|(_, labels)| labels.len() > 1) {
        println!("  split {story} {:?}", labels.values().collect::<Vec<_>>());
    }
}
