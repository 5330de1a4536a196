//! Claims: status of events, hedges, factuality.

mod meantime;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use anyhow::Result;
use clap::Args;
use copydesk::{
    Span,
    record::{Article, ClaimStatus, Hedge},
};

use super::{
    events,
    information::{self, Document, source},
    score::{Score, Table},
};
use crate::run;

/// Claims: is the status of events right, are hedges found.
///
/// Folders with `information.json`: the share of gold events whose trigger has the gold status,
/// as the words of the article tell it; who denies an event, by the claims around its trigger, where
/// the gold says so; precision and recall of hedge cues (any overlap, one to
/// one), of those found the share in the right category. Folders with MEANTIME (NAF/CAT): the
/// status of its event mentions, where NEG is denied, else FUTURE expected, else PROBABLE and
/// POSSIBLE alleged, else confirmed; F1 by class and their mean. MEANTIME annotates how sure an
/// event is to whoever tells it, so what somebody says counts as they have it.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Default: `gold` in `COPYDESK_SHARED`, else in `../shared`; the `*.information.json` of
    /// `seeds`; and `data/values/meantime` in the shared folder.
    folders: Vec<PathBuf>,
    /// Prints every miss and every false alarm.
    #[arg(long)]
    errors: bool,
}

/// Evaluates the folders and prints the tables.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut folders = information::folders(&arguments.folders);
    if arguments.folders.is_empty() {
        folders.push(run::shared(None).join("data/values/meantime"));
    }
    let errors = arguments.errors;
    for folder in &folders {
        println!("{}", folder.display());
        if information::is_information(folder) {
            let mut all = Counts::default();
            for document in information::read(folder)?.documents {
                let article = document.read()?;
                let counts = count(&document, &article, errors);
                println!("{:<12} {counts}", document.id);
                all.add(&counts);
            }
            println!("{:<12} {all}\n", "all");
        } else {
            factuality(&meantime::read(folder)?, errors);
        }
    }
    Ok(())
}

/// What is counted in a folder.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    status: Score,
    /// Those who deny events, of the events that somebody denies.
    deniers: Score,
    hedges: Score,
    category: u32,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.status.add(other.status);
        self.deniers.add(other.deniers);
        self.hedges.add(other.hedges);
        self.category += other.category;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            status,
            deniers,
            hedges,
            category,
        } = self;
        let right = f64::from(*category) / f64::from(hedges.right.max(1));
        write!(
            f,
            "status {:>5.1} ({}/{})   denied by P {:>5.1} R {:>5.1} ({} found, {} gold)   hedges P {:>5.1} R {:>5.1} F1 {:>5.1} ({} found, {} gold), category {:>5.1}",
            100.0 * status.recall(),
            status.right,
            status.gold,
            100.0 * deniers.precision(),
            100.0 * deniers.recall(),
            deniers.found,
            deniers.gold,
            100.0 * hedges.precision(),
            100.0 * hedges.recall(),
            100.0 * hedges.f1(),
            hedges.found,
            hedges.gold,
            100.0 * right,
        )
    }
}

fn count(document: &Document, article: &Article, errors: bool) -> Counts {
    let mut counts = Counts::default();
    let statuses: Vec<(Span, ClaimStatus)> = copydesk_entities::statuses(article)
        .into_iter()
        .map(|(span, [status, _])| (source(article, span), status))
        .collect();
    let ids = events::gold_ids(document, article);
    for event in &document.events {
        deniers(event, article, &ids, errors, &mut counts.deniers);
        let found = at(&statuses, event.trigger.span());
        let right = found.is_some_and(|found| {
            found.as_str() == event.status || Some(found.as_str()) == event.alt_status.as_deref()
        });
        counts.status.gold += 1;
        counts.status.right += u32::from(right);
        if errors && !right {
            let found = found.map_or("nothing", ClaimStatus::as_str);
            println!(
                "  status {} for {}: [{}] {}",
                found, event.status, event.trigger.text, event.evidence.text
            );
        }
    }
    let found: Vec<(Span, Hedge)> = hedges(article)
        .into_iter()
        .map(|hedge| (source(article, hedge.cue), hedge))
        .collect();
    let mut taken = vec![false; found.len()];
    for gold in &document.hedges {
        counts.hedges.gold += 1;
        let pair = (0..found.len())
            .filter(|&at| !taken[at] && overlap(found[at].0, gold.cue.span()) > 0)
            .max_by_key(|&at| {
                let same = found[at].1.kind.as_str() == gold.category;
                (same, overlap(found[at].0, gold.cue.span()))
            });
        let Some(at) = pair else {
            if errors {
                println!("  missed {}: {}", gold.category, gold.cue.text);
            }
            continue;
        };
        taken[at] = true;
        counts.hedges.right += 1;
        let kind = found[at].1.kind.as_str();
        counts.category += u32::from(kind == gold.category);
        if errors && kind != gold.category {
            println!("  {kind} for {}: {}", gold.category, gold.cue.text);
        }
    }
    counts.hedges.found = found.len() as u32;
    for ((_, hedge), _) in found
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| errors && !**taken)
    {
        println!(
            "  false {}: {} [{}]",
            hedge.kind,
            hedge.cue.of(&article.text),
            hedge.scope.of(&article.text)
        );
    }
    counts
}

/// Counts who denies an event that somebody denies: those that the claims around its trigger name,
/// and who makes a claim that is a denial.
fn deniers(
    event: &information::Event,
    article: &Article,
    ids: &BTreeMap<u32, String>,
    errors: bool,
    score: &mut Score,
) {
    if event.denied_by.is_empty() {
        return;
    }
    let trigger = event.trigger.span();
    let around = (article.claims.iter())
        .filter(|claim| overlap(source(article, claim.content), trigger) > 0);
    let found: BTreeSet<&str> = around
        .flat_map(|claim| {
            let denial = (claim.status == ClaimStatus::Denied).then_some(claim.source_entity);
            claim.denied_by.iter().copied().chain(denial.flatten())
        })
        .map(|entity| ids.get(&entity).map_or("?", String::as_str))
        .collect();
    let right = (event.denied_by.iter()).filter(|gold| found.contains(gold.as_str()));
    score.right += right.count() as u32;
    score.found += found.len() as u32;
    score.gold += event.denied_by.len() as u32;
    if errors
        && !found
            .iter()
            .copied()
            .eq(event.denied_by.iter().map(String::as_str))
    {
        println!(
            "  denied by {found:?} for {:?}: {}",
            event.denied_by, event.evidence.text
        );
    }
}

/// The hedges of all claims, each once, in order.
fn hedges(article: &Article) -> Vec<Hedge> {
    let claims = article.claims.iter();
    let mut hedges: Vec<Hedge> = claims.flat_map(|claim| claim.hedges.clone()).collect();
    hedges.sort_by_key(|hedge| (hedge.cue.start, hedge.cue.end));
    hedges.dedup_by_key(|hedge| hedge.cue);
    hedges
}

fn overlap(a: Span, b: Span) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The status of a trigger: of its first verb, noun or adjective.
fn at(statuses: &[(Span, ClaimStatus)], trigger: Span) -> Option<ClaimStatus> {
    (statuses.iter())
        .find(|(span, _)| overlap(*span, trigger) > 0)
        .map(|(_, status)| *status)
}

/// Prints how well the factuality of event mentions is told.
fn factuality(documents: &[meantime::Document], errors: bool) {
    let mut table = Table::default();
    for document in documents {
        let article = copydesk::stage::annotate(&document.text, None);
        let statuses: Vec<(Span, ClaimStatus)> = copydesk_entities::statuses(&article)
            .into_iter()
            .map(|(span, [_, told])| (span, told))
            .collect();
        for event in &document.events {
            let Some(gold) = event.status() else { continue };
            let span = Span::new(event.start, event.end);
            let found = at(&statuses, span).unwrap_or(ClaimStatus::Confirmed);
            let right = u32::from(gold == found);
            let score = |right, found, gold| Score { right, found, gold };
            table.add(gold.as_str(), score(right, 0, 1));
            table.add(found.as_str(), score(0, 1, 0));
            if errors && gold != found {
                let text = &document.text;
                let (start, end) = (event.start as usize, event.end as usize);
                let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
                let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
                println!(
                    "  {found} for {gold}: {}[{}]{} ({})",
                    &text[from..start],
                    &text[start..end],
                    &text[end..to],
                    document.name.chars().take(12).collect::<String>(),
                );
            }
        }
    }
    let classes = table.0.values().filter(|score| score.gold > 0);
    let (count, sum) = classes.fold((0u32, 0.0), |(count, sum), score| {
        (count + 1, sum + score.f1())
    });
    println!(
        "{table}macro F1 {:.1}\n",
        100.0 * sum / f64::from(count.max(1))
    );
}
