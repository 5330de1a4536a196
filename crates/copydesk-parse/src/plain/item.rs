//! Items: the paragraphs of a plain text, before and while it is decided what they are.

use copydesk_core::{
    SourceSpan,
    record::{BlockKind, Container, ContainerKind, DropReason},
};

use crate::draft::{Draft, Run};

/// One paragraph or line.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its words: wrapped lines joined, without the bullet.
    pub(crate) text: String,
    /// The pieces of the document that the words come from.
    pub(super) runs: Vec<Run>,
    /// Number of its first line, from 1.
    pub(super) line: u32,
    /// Whether a blank line, or the beginning, stands before it.
    pub(super) after_blank: bool,
    /// Whether it had a bullet.
    pub(super) bullet: bool,
    /// Words in it.
    pub(super) words: usize,
    /// Whether it reads like a paragraph of an article.
    pub(super) prose: bool,
    /// Whether the lexicon takes it for furniture where it stands beside other furniture.
    pub(super) near: bool,
    /// What it is.
    pub(super) kind: BlockKind,
    /// Why it is dropped, if it is.
    pub(super) dropped: Option<DropReason>,
}

impl Item {
    pub(super) fn new(text: String, runs: Vec<Run>, line: u32) -> Self {
        let words = count_words(&text);
        let prose = is_prose(&text, words);
        Self {
            text,
            runs,
            line,
            after_blank: false,
            bullet: false,
            words,
            prose,
            near: false,
            kind: BlockKind::Paragraph,
            dropped: None,
        }
    }

    /// The bytes of the document that it covers.
    pub(crate) fn source(&self) -> SourceSpan {
        let first = self
            .runs
            .first()
            .map_or(SourceSpan::empty(0), |run| run.source());
        self.runs
            .last()
            .map_or(first, |run| first.cover(run.source()))
    }

    pub(crate) fn kept(&self) -> bool {
        self.dropped.is_none()
    }

    /// Drops it, unless it is dropped already: the first reason found is the most exact one.
    pub(super) fn drop_as(&mut self, reason: DropReason) {
        if self.dropped.is_none() {
            self.dropped = Some(reason);
        }
    }

    /// Whether it ends as a sentence does.
    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(&self.text)
    }

    /// Whether it could be a heading, a label, a name: short and without the end of a sentence.
    pub(super) fn is_short(&self) -> bool {
        !self.prose
            && self.words <= 14
            && self.text.len() <= 140
            && !self.text.ends_with(['.', '!', ',', ';'])
    }

    /// The draft of it; `listed` is the number of its list and which item of it it is.
    pub(super) fn into_draft(self, listed: Option<(u32, u32)>) -> Draft {
        let source = self.source();
        let kind = match self.dropped {
            None | Some(DropReason::TitleApart) => self.kind,
            Some(DropReason::Byline | DropReason::Date) => BlockKind::Metadata,
            Some(DropReason::Caption | DropReason::ImageAlt) => BlockKind::Caption,
            // The repeated words keep what they are; everything else is furniture.
            Some(DropReason::Repeated) => self.kind,
            Some(_) => BlockKind::Boilerplate,
        };
        let level = (kind == BlockKind::Heading)
            .then_some(2)
            .or((kind == BlockKind::ListItem).then_some(1));
        Draft {
            kind,
            level,
            runs: self.runs,
            words: None,
            dropped: self.dropped,
            source,
            group: listed.map_or(0, |(group, _)| group),
            within: listed
                .map(|(id, item)| Container {
                    kind: ContainerKind::UnorderedList,
                    id,
                    item,
                    number: None,
                })
                .into_iter()
                .collect(),
            cells: Vec::new(),
        }
    }
}

/// Whether the text ends with the mark of a sentence, quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let inner = text.trim_end_matches(|c: char| {
        c.is_whitespace() || "\"'\u{201D}\u{2019}\u{201C}\u{BB})]\u{300D}*".contains(c)
    });
    inner.ends_with([
        '.', '!', '?', '\u{2026}', '\u{3002}', '\u{FF01}', '\u{FF1F}', '\u{964}',
    ])
}

fn count_words(text: &str) -> usize {
    let spaced = text.split_whitespace().count();
    // Scripts without blanks: two characters make about a word.
    let dense = text
        .chars()
        .filter(|c| matches!(c, '\u{3040}'..='\u{9FFF}'))
        .count();
    spaced + dense / 2
}

fn is_prose(text: &str, words: usize) -> bool {
    let ends = ends_sentence(text);
    (words >= 12 && ends && text.len() >= 60) || (words >= 30 && text.len() >= 200)
}

#[cfg(test)]
mod tests {
    use super::Item;

    #[test]
    fn prose_is_told_from_lines() {
        let item = |text: &str| Item::new(text.to_owned(), Vec::new(), 1);
        assert!(
            item("The bridge was closed on Monday because the river had risen by two metres.")
                .prose
        );
        assert!(
            !item("Harbour Reopens After the Longest Storm That Anybody in the Town Can Remember")
                .prose
        );
        assert!(item("No comment.").ends_sentence());
        assert!(item("“No comment.”").ends_sentence());
        assert!(!item("No comment").ends_sentence());
    }
}
