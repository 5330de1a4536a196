//! The timeline of several documents against a hand-made one.
//!
//! *What*: the documents of a file go through the pipeline with their reference dates, then into a
//! corpus on these dates. An entry of the gold is found if the timeline has one of the same time
//! (times of day apart) with an event of the root of one of its events, in a document of one of
//! them. Order counts the neighbours of the gold of which both are found and stand in this order.
//! Precision counts, of the predicted entries, those whose time is that of an event of the gold,
//! on the timeline or not.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use anyhow::Result;
use copydesk::corpus::{Corpus, TimelineEntry};

use super::information::{self, Event, Information};

/// Letters of a clause that are printed.
const SHOWN: usize = 70;

/// What `cargo xtask eval timeline` takes.
#[derive(clap::Args)]
#[command(about = "Timelines: dates, their events, their order")]
pub(crate) struct Arguments {
    /// Files of annotated documents, or folders with `information.json`. Default: the gold of the
    /// seeds and the project's own `seeds/*.information.json`.
    files: Vec<PathBuf>,
    /// Prints all entries that are predicted, not only those of the gold.
    #[arg(long)]
    all: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    for file in information::folders(&arguments.files) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        measure(&name, &information::read(&file)?, arguments.all)?;
    }
    Ok(())
}

fn measure(name: &str, information: &Information, all: bool) -> Result<()> {
    let mut corpus = Corpus::default();
    let mut events: BTreeMap<&str, (u32, &Event)> = BTreeMap::new();
    for (at, document) in information.documents.iter().enumerate() {
        let article = document.read()?;
        match &document.reference_date {
            Some(date) => corpus.add_on(article, date),
            None => corpus.add(article),
        };
        events
            .extend((document.events.iter()).map(|event| (event.id.as_str(), (at as u32, event))));
    }
    let timeline = corpus.timeline();
    let times: BTreeSet<&str> = (events.values())
        .filter_map(|(_, event)| event.when.as_deref().map(day))
        .collect();
    let mut places: Vec<Option<usize>> = Vec::new();
    let mut dated = 0;
    println!("{name}");
    for gold in &information.timeline {
        let place = (timeline.iter()).position(|entry| day(&entry.date) == day(&gold.date));
        let told: Vec<(u32, &Event)> = (gold.events.iter())
            .filter_map(|id| events.get(id.as_str()).copied())
            .collect();
        let right = place.filter(|&at| tells(&timeline[at], &told));
        dated += usize::from(place.is_some());
        places.push(right);
        let kinds: Vec<&str> = told.iter().map(|(_, event)| event.kind.as_str()).collect();
        let shown = match (place, right) {
            (Some(at), Some(_)) => format!("{at:>3} {}", show(&timeline[at])),
            (Some(at), None) => format!("{at:>3} OTHER {}", show(&timeline[at])),
            (None, _) => "  - MISSED".to_owned(),
        };
        println!("  {:<16} {:<24} {shown}", gold.date, kinds.join(" "));
    }
    if all {
        for (at, entry) in timeline.iter().enumerate() {
            println!("  {at:>3} {:<16} {}", entry.date, show(entry));
        }
    }
    let pairs: Vec<bool> = (places.windows(2))
        .filter_map(|pair| Some(pair[0]? < pair[1]?))
        .collect();
    let right = places.iter().flatten().count();
    let precise = (timeline.iter())
        .filter(|entry| times.contains(day(&entry.date)))
        .count();
    println!(
        "  gold {}, dates found {dated}, with the event {right}, in order {} of {}, entries {}, at \
         a time of the gold {precise}",
        information.timeline.len(),
        pairs.iter().filter(|&&right| right).count(),
        pairs.len(),
        timeline.len(),
    );
    Ok(())
}

/// Whether an entry has an event like one of the gold.
fn tells(entry: &TimelineEntry, gold: &[(u32, &Event)]) -> bool {
    gold.iter().any(|(document, event)| {
        entry.events.iter().any(|group| {
            // Some events of the gold have no root.
            let root = (event.plover.as_deref()).is_none_or(|root| root == group.root.as_str());
            root && group
                .members
                .iter()
                .any(|member| member.document == *document)
        })
    })
}

/// A time without the time of day.
fn day(value: &str) -> &str {
    match value.get(10..) {
        Some(rest) if rest.starts_with('T') => &value[..10],
        _ => value,
    }
}

fn show(entry: &TimelineEntry) -> String {
    let roots: Vec<&str> = entry
        .events
        .iter()
        .map(|group| group.root.as_str())
        .collect();
    let text: String = entry.text.chars().take(SHOWN).collect();
    format!(
        "{} [{}] {:?} {text}",
        entry.status,
        roots.join(" "),
        entry.documents
    )
}
