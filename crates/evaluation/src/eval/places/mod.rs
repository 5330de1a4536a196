//! Places: country and distance, on gold spans and through the pipeline.

mod sets;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;
use copydesk::{CodePoints, Desk, RawDocument, Span, record::Label};
use copydesk_entities::places::{self, Place};
use serde::Deserialize;

use self::sets::Text;
use crate::run;

/// Within how many kilometres a place is right, as in the literature (100 miles).
const NEAR: f64 = 161.0;

/// Places: country code and coordinates.
///
/// Gold spans: the project's own paragraphs and MEANTIME's names of places that have a link, each
/// resolved with the context and by the number of people alone.
///
/// Columns:
///   spans         names of places
///   found         share that got a place
///   country       share of those with a country in the gold that got it
///   161 km        share of those with a point in the gold that are within 161 km
///   median km     distance in the middle, of those that got a point
///
/// Documents: those of `information.json`, read by the whole pipeline.
///   coded         share of the mentions of GPE and NORP that have a country; what has none in the
///                 gold (`Western`) is left out
///   country       share of gold mentions of things with a country that are found and got it
///   161 km        share of gold mentions of things with a point that got one within 161 km
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Folder with `information.json`; the documents lie there or in `../seeds`. Default: `gold`
    /// in `COPYDESK_SHARED`, else in `../shared`.
    folder: Option<PathBuf>,
    /// Folder of MEANTIME. Default: `data/values/meantime`, likewise.
    #[arg(long)]
    meantime: Option<PathBuf>,
    /// Prints every place that is missed or wrong.
    #[arg(long)]
    errors: bool,
}

/// Evaluates and prints the tables.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let shared = run::shared(None);
    let meantime = (arguments.meantime).unwrap_or_else(|| shared.join("data/values/meantime"));
    println!(
        "| gold spans | spans | found | country | 161 km | median km |\n|---|---|---|---|---|---|"
    );
    for (set, texts) in [
        ("goldens", sets::goldens()),
        ("MEANTIME", sets::meantime(&meantime)?),
    ] {
        let of = |way: Way| Figures::of(&texts, way, false).row();
        println!(
            "| {set}, by people alone | {}",
            of(places::locate_by_population)
        );
        println!("| {set} | {}", of(places::locate));
        if arguments.errors {
            Figures::of(&texts, places::locate, true);
        }
    }
    let folder = arguments.folder.unwrap_or_else(|| shared.join("gold"));
    documents(&folder, arguments.errors)
}

/// A way to find the places of spans.
type Way = fn(&str, &[Span]) -> Vec<Option<Place>>;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }

    fn shown(self) -> String {
        if self.all == 0 {
            return "–".to_owned();
        }
        let share = 100.0 * self.right as f64 / self.all as f64;
        format!("{share:.1} ({}/{})", self.right, self.all)
    }
}

#[derive(Debug, Default)]
struct Figures {
    found: Share,
    country: Share,
    near: Share,
    kilometres: Vec<f64>,
}

impl Figures {
    fn of(texts: &[Text], way: Way, errors: bool) -> Self {
        let mut figures = Self::default();
        for text in texts {
            let spans: Vec<Span> = text.places.iter().map(|place| place.span).collect();
            for (gold, found) in text.places.iter().zip(way(&text.words, &spans)) {
                figures.found.add(found.is_some());
                let country = found.as_ref().and_then(|it| it.country).unwrap_or_default();
                let mut right = true;
                if !gold.country.is_empty() {
                    right = country == gold.country;
                    figures.country.add(right);
                }
                if let Some(point) = gold.point {
                    let own = found.as_ref().and_then(|it| it.coordinates);
                    let km = own.map(|own| places::kilometres(own, point));
                    figures.kilometres.extend(km);
                    right &= km.is_some_and(|km| km <= NEAR);
                    figures.near.add(km.is_some_and(|km| km <= NEAR));
                }
                if errors && !right {
                    println!(
                        "  {}: {:?} {gold:?} got {found:?}",
                        text.name,
                        gold.span.of(&text.words)
                    );
                }
            }
        }
        figures
    }

    fn row(mut self) -> String {
        self.kilometres.sort_by(f64::total_cmp);
        let median = self.kilometres.get(self.kilometres.len() / 2);
        format!(
            "{} | {} | {} | {} | {} |",
            self.found.all,
            self.found.shown(),
            self.country.shown(),
            self.near.shown(),
            median.map_or_else(|| "–".to_owned(), |km| format!("{km:.1}")),
        )
    }
}

#[derive(Deserialize)]
struct Information {
    documents: Vec<Document>,
    entities: Vec<Thing>,
}

#[derive(Deserialize)]
struct Document {
    file: String,
    #[serde(default)]
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    start: u32,
    end: u32,
    /// One name, or a list for a group.
    entity: serde_json::Value,
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize)]
struct Thing {
    id: String,
    #[serde(rename = "type")]
    label: String,
    country: Option<String>,
    latlon: Option<[f64; 2]>,
}

/// Reads the documents of a folder and prints their table.
fn documents(folder: &Path, errors: bool) -> Result<()> {
    let path = folder.join("information.json");
    let json =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let information: Information = serde_json::from_str(&json)
        .with_context(|| format!("{} is not JSON with documents and entities", path.display()))?;
    let things: BTreeMap<&str, &Thing> = (information.entities.iter())
        .map(|thing| (thing.id.as_str(), thing))
        .collect();
    let desk = Desk::new(copydesk::Options::default())?;
    println!("\n| document | coded | country | 161 km |\n|---|---|---|---|");
    let mut sum = [Share::default(); 3];
    for document in &information.documents {
        let places = [
            folder.join(&document.file),
            folder.join("../seeds").join(&document.file),
        ];
        let file = places
            .iter()
            .find(|path| path.exists())
            .unwrap_or(&places[0]);
        let raw = fs::read_to_string(file)
            .with_context(|| format!("cannot read {} as UTF-8", file.display()))?;
        let shares = document.measure(&raw, &desk, &things, errors);
        for (sum, share) in sum.iter_mut().zip(shares) {
            sum.right += share.right;
            sum.all += share.all;
        }
        print_row(&document.file, shares);
    }
    print_row("all", sum);
    Ok(())
}

fn print_row(name: &str, shares: [Share; 3]) {
    println!("| {name} | {} |", shares.map(Share::shown).join(" | "));
}

impl Document {
    fn measure(
        &self,
        raw: &str,
        desk: &Desk,
        things: &BTreeMap<&str, &Thing>,
        errors: bool,
    ) -> [Share; 3] {
        let [mut coded, mut country, mut near] = [Share::default(); 3];
        let article = desk.read(&RawDocument {
            uri: Some(self.file.clone()),
            ..RawDocument::from_bytes(raw.as_bytes().to_vec())
        });
        let identifiers = |entity: u32| {
            article
                .entities
                .get(entity as usize)
                .map(|it| &it.identifiers)
        };
        let points = CodePoints::new(raw);
        // `Western`, which no country has.
        let without: Vec<Span> = (self.mentions.iter())
            .filter(|mention| {
                let id = mention.entity.as_str().unwrap_or_default();
                things.get(id).is_some_and(|thing| thing.country.is_none())
            })
            .map(|mention| Span::new(points.to_byte(mention.start), points.to_byte(mention.end)))
            .collect();
        let mut found = Vec::new();
        for mention in &article.mentions {
            let own = identifiers(mention.entity);
            found.push((article.source_of(mention.span), mention.metonym_of, own));
            let source = article.source_of(mention.span);
            let none =
                (without.iter()).any(|none| none.start < source.end && source.start < none.end);
            if matches!(mention.label, Label::Gpe | Label::Norp) && !none {
                let has = own.is_some_and(|own| own.country.is_some());
                coded.add(has);
                if errors && !has {
                    println!(
                        "  {}: {:?} has no country",
                        self.file,
                        mention.span.of(&article.text)
                    );
                }
            }
        }
        for mention in &self.mentions {
            let id = mention.entity.as_str().unwrap_or_default();
            let Some(thing) = things.get(id) else {
                continue;
            };
            if !matches!(mention.kind.as_str(), "name" | "demonym" | "metonym") {
                continue;
            }
            let place = matches!(
                thing.label.as_str(),
                "GPE" | "LOC" | "FAC" | "NORP" | "CITY"
            );
            let (start, end) = (points.to_byte(mention.start), points.to_byte(mention.end));
            let found =
                (found.iter()).find(|(source, ..)| source.start < end && start < source.end);
            let own = found.and_then(|(_, _, own)| *own);
            if let Some(code) = thing.country.as_ref().filter(|_| place) {
                let through = found.and_then(|(_, metonym, _)| identifiers((*metonym)?));
                let right = [own, through]
                    .into_iter()
                    .flatten()
                    .any(|own| own.country.as_ref() == Some(code));
                country.add(right);
                if errors && !right {
                    println!("  {}: {id} got {own:?}", self.file);
                }
            }
            if let Some(point) = thing.latlon.filter(|_| mention.kind == "name") {
                let km = own
                    .and_then(|own| own.coordinates)
                    .map(|own| places::kilometres(own, point));
                near.add(km.is_some_and(|km| km <= NEAR));
                if errors && km.is_none_or(|km| km > NEAR) {
                    println!("  {}: {id} is {km:?} km off", self.file);
                }
            }
        }
        [coded, country, near]
    }
}
