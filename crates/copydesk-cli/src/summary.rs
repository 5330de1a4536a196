//! The readable summary of a run: a few lines for each record, and the totals.

use std::time::Duration;

use anyhow::Result;
use copydesk::{
    Article, Progress,
    record::{Entity, Label},
};

use crate::{
    print,
    style::{BOLD, DIM, RED, Style, YELLOW, clip, width},
};

/// Records shown one by one; of the rest only the totals are.
const SHOWN: usize = 40;

pub(crate) struct Summary {
    style: Style,
    text: String,
    records: usize,
    mentions: usize,
    dropped: usize,
    repaired: usize,
}

impl Summary {
    pub(crate) fn new(style: Style) -> Self {
        Self {
            style,
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
        if self.records <= SHOWN {
            self.describe(article);
        }
    }

    fn describe(&mut self, article: &Article) {
        let style = self.style;
        let columns = width().saturating_sub(2);
        let title = article.title.as_deref().unwrap_or("(no title)");
        let uri = article.source.uri.as_deref().unwrap_or("(no name)");
        self.line(0, style, BOLD, &clip(title, columns));
        self.line(2, style, DIM, &clip(uri, columns));
        if article.failed() {
            for diagnostic in &article.diagnostics {
                self.line(2, style, RED, &clip(&diagnostic.to_string(), columns));
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
        self.line(2, style, "", &clip(&facts.join(" · "), columns));
        let groups: [(&str, &[Label]); 3] = [
            ("people", &[Label::Person]),
            ("places", &[Label::Gpe, Label::Loc]),
            ("organisations", &[Label::Org]),
        ];
        for (name, labels) in groups {
            let names = most_named(article, labels);
            if !names.is_empty() {
                self.line(2, style, "", &clip(&format!("{name}: {names}"), columns));
            }
        }
        for diagnostic in &article.diagnostics {
            if diagnostic.severity == copydesk::Severity::Warning {
                self.line(2, style, YELLOW, &clip(&diagnostic.message, columns));
            }
        }
        self.text.push('\n');
    }

    fn line(&mut self, indent: usize, style: Style, attribute: &str, text: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(&style.paint(attribute, text));
        self.text.push('\n');
    }

    /// Prints the summary.
    pub(crate) fn finish(
        mut self,
        progress: Progress,
        failures: u64,
        skipped: u64,
        time: Duration,
        output: &str,
    ) -> Result<()> {
        if self.records > SHOWN {
            let rest = self.records - SHOWN;
            self.line(0, self.style, DIM, &format!("… and {rest} more\n"));
        }
        let seconds = time.as_secs_f64().max(1e-9);
        let totals = format!(
            "{} records to {output}: {failures} failed, {} blocks dropped, {} repairs, {} mentions; {:.1} MB in {seconds:.2} s",
            self.records,
            self.dropped,
            self.repaired,
            self.mentions,
            progress.bytes as f64 / 1e6,
        );
        self.line(0, self.style, BOLD, &totals);
        if skipped > 0 {
            let note =
                format!("{skipped} files and archive records are no pages and were passed over");
            self.line(0, self.style, DIM, &note);
        }
        print(&self.text)
    }
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
