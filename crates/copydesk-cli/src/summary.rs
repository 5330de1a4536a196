//! The readable summary of a run: a few lines for each record, and the totals.

use std::time::Duration;

use copydesk::{
    Article, Progress,
    record::{Entity, Label},
};
use copydesk_io::{Manifest, Skipped};

use crate::{
    counted,
    layout::clip,
    output::Outcome,
    style::{BOLD, DIM, FAILURE, Ink, NONE, Style, WARNING},
};

/// Records shown one by one; of the rest only the totals are.
const SHOWN: usize = 40;

/// Columns of ` (no article)`.
const NO_ARTICLE: usize = 13;

pub(crate) struct Summary {
    style: Style,
    each: bool,
    text: String,
    records: usize,
    mentions: usize,
    dropped: usize,
    repaired: usize,
}

impl Summary {
    /// A summary with `each` record, or only with the totals.
    pub(crate) fn new(style: Style, each: bool) -> Self {
        Self {
            style,
            each,
            text: String::new(),
            records: 0,
            mentions: 0,
            dropped: 0,
            repaired: 0,
        }
    }

    pub(crate) fn add(&mut self, article: &Article) {
        self.records += 1;
        self.mentions += article.mentions.len();
        self.dropped += article.blocks.iter().filter(|block| !block.kept()).count();
        self.repaired += article.edits.len();
        if self.each && self.records <= SHOWN {
            self.describe(article);
        }
    }

    fn describe(&mut self, article: &Article) {
        let style = self.style;
        let columns = style.width().saturating_sub(2);
        let title = article.title.as_deref().unwrap_or("(no title)");
        let uri = article.source.uri.as_deref().unwrap_or("(no name)");
        // Half: what the score calls as likely as not.
        let title = if article.failed() || article.article_score >= 0.5 {
            clip(title, columns)
        } else {
            format!(
                "{} (no article)",
                clip(title, columns.saturating_sub(NO_ARTICLE))
            )
        };
        self.line(0, style, BOLD, &title);
        self.line(2, style, DIM, &clip(uri, columns));
        if article.failed() {
            for diagnostic in &article.diagnostics {
                self.line(2, style, FAILURE, &clip(&diagnostic.to_string(), columns));
            }
            self.text.push('\n');
            return;
        }
        let kept = article.blocks.iter().filter(|block| block.kept()).count();
        let facts = [
            article.published.as_deref().map_or_else(
                || "no date".to_owned(),
                |date| date.get(..10).unwrap_or(date).to_owned(),
            ),
            if article.byline.is_empty() {
                "no byline".to_owned()
            } else {
                format!("by {}", article.byline.join(", "))
            },
            format!("{} words", article.text.split_whitespace().count()),
            format!(
                "{kept} blocks kept, {} dropped",
                article.blocks.len() - kept
            ),
            format!("{} repairs", article.edits.len()),
        ];
        self.line(2, style, NONE, &clip(&facts.join(" · "), columns));
        let groups: [(&str, &[Label]); 3] = [
            ("people", &[Label::Person]),
            ("places", &[Label::Gpe, Label::Loc]),
            ("organisations", &[Label::Org]),
        ];
        for (name, labels) in groups {
            let names = most_named(article, labels);
            if !names.is_empty() {
                self.line(2, style, NONE, &clip(&format!("{name}: {names}"), columns));
            }
        }
        for diagnostic in &article.diagnostics {
            if diagnostic.severity == copydesk::Severity::Warning {
                self.line(2, style, WARNING, &clip(&diagnostic.message, columns));
            }
        }
        self.text.push('\n');
    }

    fn line(&mut self, indent: usize, style: Style, ink: Ink, text: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(&style.paint(ink, text));
        self.text.push('\n');
    }

    /// The summary.
    pub(crate) fn finish(
        mut self,
        progress: Progress,
        failures: u64,
        skipped: &Skipped,
        time: Duration,
        output: &str,
        outcome: &Outcome,
    ) -> String {
        if self.each && self.records > SHOWN {
            let rest = self.records - SHOWN;
            self.line(0, self.style, DIM, &format!("… and {rest} more\n"));
        }
        let seconds = time.as_secs_f64().max(1e-9);
        let output = if output == "-" {
            "standard output"
        } else {
            output
        };
        let to = match outcome {
            Outcome::Nothing => format!("interrupted, nothing written to {output}"),
            _ => format!("to {output}"),
        };
        let totals = format!(
            "{} {to}: {failures} failed, {} dropped, {}, {}; {:.1} MB in {seconds:.2} s",
            counted(self.records as u64, "record"),
            counted(self.dropped as u64, "block"),
            counted(self.repaired as u64, "repair"),
            counted(self.mentions as u64, "mention"),
            progress.bytes as f64 / 1e6,
        );
        self.line(0, self.style, BOLD, &totals);
        match outcome {
            Outcome::File(written) if output != "standard output" => {
                let size = format!("{:.1} MB written", written.bytes as f64 / 1e6);
                self.line(0, self.style, DIM, &size);
            }
            Outcome::Shards(manifest) => {
                let state = if manifest.complete {
                    "complete"
                } else {
                    "interrupted; the same command with --resume goes on"
                };
                let shards = format!("{}, {state}", in_shards(manifest));
                self.line(0, self.style, DIM, &shards);
            }
            _ => {}
        }
        if failures > 0 {
            let failed = format!("{} could not be read", counted(failures, "document"));
            self.line(0, self.style, FAILURE, &failed);
        }
        for note in passed_over(skipped) {
            self.line(0, self.style, DIM, &note);
        }
        self.text
    }
}

/// What is said where a run is resumed that has ended.
pub(crate) fn already_complete(manifest: &Manifest, output: &str) -> String {
    format!(
        "{output} is complete already: {}, {} failed\n",
        in_shards(manifest),
        manifest.totals.failures
    )
}

fn in_shards(manifest: &Manifest) -> String {
    format!(
        "{} in {}, {:.1} MB",
        counted(manifest.totals.records, "record"),
        counted(manifest.shards.len() as u64, "shard"),
        manifest.totals.bytes as f64 / 1e6
    )
}

/// What was passed over, a line for each reason.
fn passed_over(skipped: &Skipped) -> Vec<String> {
    [
        (
            skipped.files(),
            "file",
            "hidden, or of a kind that is not read",
        ),
        (skipped.links(), "link", "its folder is read anyway"),
        (
            skipped.record_types(),
            "archive record",
            "of a type that holds no page",
        ),
        (
            skipped.statuses(),
            "archive record",
            "of another HTTP status than asked for, by default 200",
        ),
        (
            skipped.media_types(),
            "archive record",
            "neither HTML nor plain text, or of a type that was not asked for",
        ),
        (
            skipped.urls(),
            "document",
            "its address is not among those asked for",
        ),
        (
            skipped.languages(),
            "document",
            "declared to be in another language than those asked for",
        ),
    ]
    .into_iter()
    .filter(|&(count, ..)| count > 0)
    .map(|(count, noun, why)| format!("{} passed over: {why}", counted(count, noun)))
    .collect()
}

/// The names of the entities with these labels, most often named first.
fn most_named(article: &Article, labels: &[Label]) -> String {
    let mut entities: Vec<&Entity> = article
        .entities
        .iter()
        .filter(|entity| labels.contains(&entity.label))
        .collect();
    entities.sort_by_key(|entity| std::cmp::Reverse(entity.mentions.len()));
    let names: Vec<_> = entities
        .iter()
        .take(6)
        .map(|entity| match entity.mentions.len() {
            1 => entity.name.clone(),
            many => format!("{} ×{many}", entity.name),
        })
        .collect();
    names.join(", ")
}
