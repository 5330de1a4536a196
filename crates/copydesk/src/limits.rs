//! Bounds of a single document: the time for it and the length of its text.

use std::time::{Duration, Instant};

use copydesk_core::{
    Diagnostic, Severity, Span,
    record::{Article, Block},
};

use crate::Stage;

/// The time for one document.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Time {
    Unlimited,
    Until(Instant),
    /// Enough for so many stages more; a clock for tests.
    #[cfg(test)]
    Stages(u32),
}

impl Time {
    /// From now on.
    pub(crate) fn new(limit: Option<Duration>) -> Self {
        let end = limit.and_then(|limit| Instant::now().checked_add(limit));
        end.map_or(Self::Unlimited, Self::Until)
    }

    #[cfg(test)]
    pub(crate) fn for_stages(stages: u32) -> Self {
        Self::Stages(stages)
    }

    /// Whether a stage may begin; where not, it is the error.
    pub(crate) fn for_stage(&mut self, stage: Stage) -> Result<(), Stage> {
        let left = match self {
            Self::Unlimited => true,
            Self::Until(end) => Instant::now() < *end,
            #[cfg(test)]
            Self::Stages(left) => match left.checked_sub(1) {
                Some(less) => {
                    *left = less;
                    true
                }
                None => false,
            },
        };
        if left { Ok(()) } else { Err(stage) }
    }
}

/// Says that there was no time for `stage` and those behind it.
pub(crate) fn report_time(article: &mut Article, stage: Stage) {
    // Without a text there is nothing to work with: the document counts as failed.
    let severity = if article.text.is_empty() {
        Severity::Error
    } else {
        Severity::Warning
    };
    let message = format!(
        "the time for a document was over before the stage {}, which was left out with what comes \
         behind it; give documents more time",
        stage.as_str()
    );
    article
        .diagnostics
        .push(Diagnostic::new(severity, "run/time-limit", message));
}

/// Cuts a text that is longer than `limit` bytes behind its last paragraph that fits, or in the
/// first one if none does. Blocks behind the cut are left out.
pub(crate) fn cut_text(article: &mut Article, limit: u32) {
    let length = article.text.len();
    if length <= limit as usize {
        return;
    }
    let ends = article
        .blocks
        .iter()
        .filter_map(|block| block.span.map(|span| span.end));
    let cut = ends
        .filter(|&end| end <= limit)
        .max()
        .filter(|&end| end > 0)
        .unwrap_or_else(|| article.text.floor_char_boundary(limit as usize) as u32);
    let blocks = article.blocks.len();
    article.text.truncate(cut as usize);
    article.offsets = article.offsets.first(cut);
    article.blocks.retain_mut(|block| cut_block(block, cut));
    for diagnostic in &mut article.diagnostics {
        diagnostic.span = diagnostic.span.map(|span| cut_span(span, cut));
    }
    let message = format!(
        "the text has {length} bytes and the limit is {limit}: it was cut after {cut}, and {} blocks \
         were left out; raise max_text_bytes if it is meant to be so long",
        blocks - article.blocks.len()
    );
    article
        .diagnostics
        .push(Diagnostic::new(Severity::Warning, "limit/text-bytes", message).at(Span::empty(cut)));
}

fn cut_span(span: Span, cut: u32) -> Span {
    Span::new(span.start.min(cut), span.end.min(cut))
}

/// Whether a block is before the cut; one across it is shortened. What was dropped stays.
fn cut_block(block: &mut Block, cut: u32) -> bool {
    let Some(span) = block.span else {
        return true;
    };
    block.span = Some(cut_span(span, cut));
    for cell in &mut block.cells {
        cell.span = cut_span(cell.span, cut);
    }
    span.start < cut || span.end <= cut
}

#[cfg(test)]
mod tests {
    use copydesk_core::RawDocument;

    use crate::{Desk, Options};

    fn read(page: &str, limit: u32) -> crate::Article {
        let mut options = Options::default();
        options.run.max_text_bytes = limit;
        Desk::new(options)
            .unwrap()
            .read(&RawDocument::from_bytes(page))
    }

    fn page() -> String {
        let paragraph = |number: u32| {
            format!(
                "<p>The dam of day {number} held &amp; nobody in Accra had to leave the town.</p>"
            )
        };
        let paragraphs: String = (10..30).map(paragraph).collect();
        format!("<title>Dam</title><article><h1>Dam</h1>{paragraphs}</article>")
    }

    #[test]
    fn a_long_text_is_cut_behind_a_paragraph() {
        let page = page();
        let whole = read(&page, u32::MAX);
        assert!(
            whole
                .text
                .ends_with("day 29 held & nobody in Accra had to leave the town.")
        );
        for limit in 70..whole.text.len() as u32 {
            let article = read(&page, limit);
            assert!(article.text.len() <= limit as usize);
            assert!(article.text.ends_with("town.") && whole.text.starts_with(&article.text));
            assert_eq!(article.offsets.text_len() as usize, article.text.len());
            assert_eq!(article.offsets.source_len(), whole.offsets.source_len());
            for mention in &article.mentions {
                let source = article.offsets.to_source(mention.span);
                assert_eq!(&page[source.range()], mention.span.of(&article.text));
            }
            let told = |code| article.diagnostics.iter().any(|note| note.code == code);
            assert!(told("limit/text-bytes"));
        }
        assert_eq!(read(&page, whole.text.len() as u32), whole);
    }

    #[test]
    fn a_paragraph_that_is_too_long_is_cut_in_itself() {
        let text = "é".repeat(500);
        let article = read(&text, 101);
        assert_eq!(article.text, "é".repeat(50));
        assert_eq!(article.offsets.source_len(), 1000);
        let article = read(&text, 0);
        assert_eq!(article.text, "");
    }
}
