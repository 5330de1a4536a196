//! Events against hand-made ones.
//!
//! *What*: a gold event is found strictly if a predicted trigger overlaps its trigger and the root
//! is the same, leniently also if a predicted trigger of the same root stands in its evidence.
//! Each prediction counts for one event. Precision counts the predictions in sentences with
//! evidence. Events without a PLOVER root in the gold are left out. Of found events: who and whom
//! as sets of gold ids (those of reciprocal ones may change sides; participants that no gold
//! mention names are left out), when, where, status.
//! *Who is who*: a participant has the gold id that most mentions of its entity have (`by
//! entity`), or that of the gold mention at its end (`by mention`: as if resolution were right).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::{
    Desk, RawDocument, Span,
    record::{Article, Event, Participant},
};

use super::information::{self, Document};

/// What `cargo xtask eval events` takes.
#[derive(clap::Args)]
#[command(about = "Events: roots, who, whom, when, where, status")]
pub(crate) struct Arguments {
    /// Folders with `information.json`. Default: the gold of the seeds.
    folders: Vec<PathBuf>,
    /// Prints every miss, false alarm and wrong part.
    #[arg(long)]
    errors: bool,
    /// Prints the events of this text instead, a paragraph a line, below each paragraph.
    #[arg(long)]
    show: Option<PathBuf>,
}

/// Counts.
#[derive(Clone, Copy, Default)]
struct Counts {
    gold: usize,
    strict: usize,
    lenient: usize,
    /// Predictions in sentences with evidence, and those of them that are found events.
    predicted: usize,
    right: usize,
    /// Of found events.
    who: usize,
    whom: usize,
    all: usize,
    all_by_mention: usize,
    when: usize,
    place: usize,
    status: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.strict += other.strict;
        self.lenient += other.lenient;
        self.predicted += other.predicted;
        self.right += other.right;
        self.who += other.who;
        self.whom += other.whom;
        self.all += other.all;
        self.all_by_mention += other.all_by_mention;
        self.when += other.when;
        self.place += other.place;
        self.status += other.status;
    }

    fn print(&self, name: &str) {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (recall, precision) = (
            percent(self.lenient, self.gold),
            percent(self.right, self.predicted),
        );
        let f1 = 2.0 * recall * precision / (recall + precision).max(1e-9);
        println!(
            "{name:<10} {:>4} {:>7.1} {recall:>7.1} {precision:>6.1} {f1:>6.1} {:>7.1} {:>7.1} {:>8.1} {:>8.1} {:>6.1} {:>6.1} {:>6.1}",
            self.gold,
            percent(self.strict, self.gold),
            percent(self.who, self.lenient),
            percent(self.whom, self.lenient),
            percent(self.all, self.gold),
            percent(self.all_by_mention, self.gold),
            percent(self.when, self.lenient),
            percent(self.place, self.lenient),
            percent(self.status, self.lenient),
        );
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if let Some(path) = &arguments.show {
        return show_all(path);
    }
    println!(
        "{:<10} {:>4} {:>7} {:>7} {:>6} {:>6} {:>7} {:>7} {:>8} {:>8} {:>6} {:>6} {:>6}",
        "",
        "gold",
        "strict",
        "root R",
        "P",
        "F1",
        "who",
        "whom",
        "w-w-w",
        "(ment.)",
        "when",
        "where",
        "status"
    );
    let mut total = Counts::default();
    for folder in information::folders(&arguments.folders) {
        let mut sum = Counts::default();
        let information = information::read(&folder)?;
        for document in &information.documents {
            let article = document.read()?;
            let counts = measure(document, &information.entities, &article, arguments.errors);
            counts.print(&document.id);
            sum.add(counts);
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        sum.print(&name);
        total.add(sum);
    }
    if arguments.folders.len() > 1 {
        total.print("all");
    }
    Ok(())
}

/// Prints the events of each line of a text.
fn show_all(path: &Path) -> Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    for line in text.lines().filter(|line| !line.is_empty()) {
        let article = Desk::new(copydesk::Options::default())?
            .read(&RawDocument::from_bytes(line.as_bytes().to_vec()));
        println!("\n{line}");
        for event in &article.events {
            println!("  {}", show(&article, event, None));
        }
    }
    Ok(())
}

/// Gold ids of participants.
struct Ids<'a> {
    document: &'a Document,
    article: &'a Article,
    entities: BTreeMap<u32, String>,
    /// Those without a mention, by the last word of a name: `technicians`.
    unnamed: BTreeMap<String, &'a str>,
}

/// The gold ids of the last mention that overlaps bytes of the raw file, parted by blanks.
fn at(document: &Document, span: Span) -> Option<String> {
    (document.mentions.iter().rev())
        .find(|mention| mention.start < span.end && span.start < mention.end)
        .map(|mention| mention.entities.join(" "))
}

/// The gold ids of the last mention that ends in bytes of the raw file.
fn ending_in(document: &Document, span: Span) -> Option<String> {
    (document.mentions.iter().rev())
        .find(|mention| span.start < mention.end && mention.end <= span.end)
        .map(|mention| mention.entities.join(" "))
}

/// The gold ids of the entities of an article, as most of their mentions have them.
pub(super) fn gold_ids(document: &Document, article: &Article) -> BTreeMap<u32, String> {
    // `Ethiopian` of `Ethiopian Foreign Minister` says nothing of Ethiopia: a mention votes
    // where one of the gold ends in it, and otherwise only for entities without such votes.
    let mut votes: BTreeMap<u32, BTreeMap<String, usize>> = BTreeMap::new();
    for ends in [true, false] {
        let known: BTreeSet<u32> = votes.keys().copied().collect();
        for mention in &article.mentions {
            let span = information::source(article, mention.span);
            let id = if ends {
                ending_in(document, span)
            } else {
                at(document, span).filter(|_| !known.contains(&mention.entity))
            };
            if let Some(id) = id {
                *votes
                    .entry(mention.entity)
                    .or_default()
                    .entry(id)
                    .or_default() += 1;
            }
        }
    }
    votes
        .into_iter()
        .filter_map(|(entity, ids)| {
            let best = ids.into_iter().max_by_key(|&(_, count)| count)?.0;
            Some((entity, best))
        })
        .collect()
}

impl<'a> Ids<'a> {
    fn new(document: &'a Document, known: &'a [information::Entity], article: &'a Article) -> Self {
        let entities = gold_ids(document, article);
        let mentioned = |id: &str| {
            (document.mentions.iter()).any(|mention| mention.entities.iter().any(|one| one == id))
        };
        let unnamed = (known.iter())
            .filter(|entity| !mentioned(&entity.id))
            .flat_map(|entity| {
                let names = entity.aliases.iter().chain([&entity.name]);
                names.filter_map(|name| Some((last_word(name)?, entity.id.as_str())))
            })
            .collect();
        Self {
            document,
            article,
            entities,
            unnamed,
        }
    }

    fn by_mention(&self, participant: &Participant) -> Option<String> {
        let span = information::source(self.article, participant.span);
        let last = Span::new(span.end.saturating_sub(1), span.end);
        at(self.document, last)
    }

    fn by_entity(&self, participant: &Participant) -> Option<String> {
        let id = match participant.entity {
            Some(entity) => self.entities.get(&entity).cloned(),
            None => self.by_mention(participant),
        };
        id.or_else(|| {
            let word = last_word(participant.span.of(&self.article.text))?;
            Some((*self.unnamed.get(&word)?).to_owned())
        })
    }

    fn both(&self, participant: &Participant) -> Option<String> {
        (self.by_mention(participant)).or_else(|| self.by_entity(participant))
    }
}

/// The main word of a name, in lower case: the last one, without what stands in brackets or behind
/// `of` and `from` (`board of Corvane Metals`).
fn last_word(name: &str) -> Option<String> {
    let name = name.split('(').next().unwrap_or(name);
    let name = name.split(" of ").next().unwrap_or(name);
    let name = name.split(" from ").next().unwrap_or(name);
    Some(name.split_whitespace().next_back()?.to_lowercase())
}

fn measure(
    document: &Document,
    known: &[information::Entity],
    article: &Article,
    errors: bool,
) -> Counts {
    let ids = Ids::new(document, known, article);
    let source = |span: Span| information::source(article, span);
    let overlaps = |one: Span, other: Span| one.start < other.end && other.start < one.end;
    let triggers: Vec<Span> = (article.events.iter())
        .map(|event| source(event.trigger))
        .collect();
    let gold: Vec<_> = (document.events.iter())
        .filter(|event| event.plover.is_some())
        .collect();
    let mut counts = Counts {
        gold: gold.len(),
        ..Counts::default()
    };
    let mut taken = vec![false; triggers.len()];
    let mut found: Vec<Option<usize>> = vec![None; gold.len()];
    let mut strict = vec![false; gold.len()];
    for lenient in [false, true] {
        for (at, event) in gold.iter().enumerate() {
            if found[at].is_some() {
                continue;
            }
            let root = event.plover.as_deref();
            let stands = |span: Span| {
                if lenient {
                    overlaps(span, event.evidence.span())
                        || (event.evidence_more.iter()).any(|more| overlaps(span, more.span()))
                } else {
                    overlaps(span, event.trigger.span())
                }
            };
            found[at] = (0..triggers.len()).find(|&other| {
                !taken[other]
                    && stands(triggers[other])
                    && Some(article.events[other].root.as_str()) == root
            });
            if let Some(other) = found[at] {
                taken[other] = true;
                strict[at] = !lenient;
            }
        }
    }
    let sentence_of = |span: Span| {
        (article.sentences.iter())
            .map(|&sentence| source(sentence))
            .find(|&sentence| overlaps(sentence, span))
    };
    let told: Vec<Span> = (gold.iter())
        .filter_map(|event| sentence_of(event.evidence.span()))
        .collect();
    for (at, trigger) in triggers.iter().enumerate() {
        if told.iter().any(|sentence| overlaps(*sentence, *trigger)) {
            counts.predicted += 1;
            counts.right += usize::from(taken[at]);
            if errors && !taken[at] {
                let event = &article.events[at];
                println!(
                    "  {} false {} {}",
                    document.id,
                    show(article, event, Some(&ids)),
                    document
                        .raw
                        .get(trigger.start.saturating_sub(40) as usize..trigger.end as usize + 30)
                        .unwrap_or("")
                        .replace('\n', " ")
                );
            }
        }
    }
    for (at, event) in gold.iter().enumerate() {
        let Some(other) = found[at] else {
            if errors {
                let near: Vec<String> = (0..triggers.len())
                    .filter(|&other| overlaps(triggers[other], event.evidence.span()))
                    .map(|other| show(article, &article.events[other], Some(&ids)))
                    .collect();
                println!(
                    "  {} missed {} {} `{}` in `{}` {near:?}",
                    document.id,
                    event.id,
                    event.plover.as_deref().unwrap_or(""),
                    event.trigger.text,
                    event.evidence.text
                );
            }
            continue;
        };
        let predicted = &article.events[other];
        let set = |of: &[Participant], by: &dyn Fn(&Participant) -> Option<String>| {
            (of.iter().filter_map(by))
                .flat_map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>())
                .collect::<BTreeSet<String>>()
        };
        let who: BTreeSet<String> = event.who.iter().cloned().collect();
        let whom: BTreeSet<String> = event.whom.iter().cloned().collect();
        let right = |by: &dyn Fn(&Participant) -> Option<String>| {
            let (one, two) = (set(&predicted.who, by), set(&predicted.whom, by));
            if event.reciprocal && one == whom && two == who {
                (true, true)
            } else {
                (one == who, two == whom)
            }
        };
        let (who_right, whom_right) = right(&|one| ids.by_entity(one));
        let by_mention = right(&|one| ids.both(one));
        // Without the part of the day.
        let day = |value: &str| match value.get(10..) {
            Some(rest) if rest.starts_with('T') => value[..10].to_owned(),
            _ => value.to_owned(),
        };
        let when =
            predicted.when.as_ref().map(|when| day(&when.value)) == event.when.as_deref().map(day);
        let place = predicted
            .place
            .as_ref()
            .and_then(|place| ids.by_entity(place))
            == event.place
            || predicted
                .place
                .as_ref()
                .and_then(|place| ids.by_mention(place))
                == event.place;
        let status = predicted.status.as_str() == event.status
            || event.alt_status.as_deref() == Some(predicted.status.as_str());
        counts.strict += usize::from(strict[at]);
        counts.lenient += 1;
        counts.who += usize::from(who_right);
        counts.whom += usize::from(whom_right);
        counts.all += usize::from(who_right && whom_right);
        counts.all_by_mention += usize::from(by_mention == (true, true));
        counts.when += usize::from(when);
        counts.place += usize::from(place);
        counts.status += usize::from(status);
        if errors && !(who_right && whom_right && when && place && status) {
            println!(
                "  {} wrong{}{}{}{} {} gold who {:?} whom {:?} when {:?} where {:?} {}: {} in `{}`",
                document.id,
                if who_right && whom_right {
                    ""
                } else if by_mention == (true, true) {
                    " (who)"
                } else {
                    " WHO"
                },
                if when { "" } else { " WHEN" },
                if place { "" } else { " WHERE" },
                if status { "" } else { " STATUS" },
                event.id,
                event.who,
                event.whom,
                event.when,
                event.place,
                event.status,
                show(article, predicted, Some(&ids)),
                event.evidence.text,
            );
        }
    }
    counts
}

/// An event in a line.
fn show(article: &Article, event: &Event, ids: Option<&Ids<'_>>) -> String {
    let names = |all: &[Participant]| {
        all.iter()
            .map(|one| {
                let id = match ids {
                    Some(ids) => ids.by_entity(one),
                    None => (one.entity).map(|at| article.entities[at as usize].name.clone()),
                };
                format!(
                    "{}={}",
                    one.span.of(&article.text),
                    id.as_deref().unwrap_or("?")
                )
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    format!(
        "{} `{}` [{}] -> [{}] when {} where {} {}",
        event.root,
        event.trigger.of(&article.text),
        names(&event.who),
        names(&event.whom),
        event.when.as_ref().map_or("-", |when| when.value.as_str()),
        (event.place.as_ref()).map_or("-", |place| place.span.of(&article.text)),
        event.status
    )
}
