//! Whether two texts are copies, and of which kind.

use super::{
    DuplicateKind,
    overlap::Overlap,
    sketch::{CREDIT_BEFORE, CREDIT_BEHIND},
    state::Document,
};

/// How much of one of two copies the other one has at least.
const SHARE: f32 = 0.4;
/// So much is the whole, whatever else the texts say.
const WHOLE: f32 = 0.85;
/// So much is a copy even if the two name different things.
const ENTIRE: f32 = 0.95;
/// How much of each of them the other one has in copies that are much the same.
const MUTUAL: f32 = 0.5;
/// How much of a text lies between the first and the last thing in common, if it is there as a whole.
const COVERED: f32 = 0.7;
/// Fewer hashes than these may be a coincidence.
const FEW: u32 = 3;
/// Hashes that texts in other words have in common at least.
const REWORDED: u32 = 4;
/// Words of a passage that is no mere quote.
const PASSAGE: u32 = 48;

/// What is said of two documents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    pub(super) kind: DuplicateKind,
    /// How much of the shorter text the other one has.
    pub(super) score: f32,
    /// Whether each of them has most of the other.
    pub(super) mutual: bool,
}

/// Judges what an earlier and a later document have in common.
pub(super) fn judge(overlap: &Overlap, earlier: &Document, later: &Document) -> Option<Verdict> {
    if !is_copy(overlap) {
        return None;
    }
    let [a, b] = overlap.contained();
    Some(Verdict {
        kind: kind(overlap, earlier, later),
        score: a.max(b).min(1.0),
        mutual: a.min(b) >= MUTUAL,
    })
}

/// What is said of two documents that are copies of a third one only.
pub(super) fn related(overlap: &Overlap) -> Verdict {
    let [a, b] = overlap.contained();
    Verdict {
        kind: DuplicateKind::Near,
        score: a.max(b),
        mutual: true,
    }
}

fn is_copy(overlap: &Overlap) -> bool {
    let [a, b] = overlap.weighted();
    let share = a.max(b);
    let agreement = overlap.agreement();
    if overlap.shared < FEW && (overlap.level > 1 || a.min(b) < WHOLE) {
        return false;
    }
    // An unbroken passage, of which few other documents have a part.
    let passage = overlap.words(overlap.longest);
    let rare = overlap.weight / overlap.shared.max(1) as f32 >= 0.5;
    let unbroken = overlap.longest as f32 >= 0.6 * overlap.shared as f32;
    if overlap.at_an_edge() && share < WHOLE && agreement.is_none_or(|agreement| agreement < 0.75) {
        return false;
    }
    if rare && unbroken && passage >= PASSAGE && overlap.longest >= 6 && share >= 0.15 {
        return true;
    }
    match agreement {
        Some(agreement) if agreement < 0.5 => {
            share >= ENTIRE
                || share >= SHARE && unbroken && passage >= PASSAGE && overlap.longest >= 4
        }
        _ if share >= SHARE => true,
        // Other words in the same order, about the same people and numbers.
        Some(agreement) => {
            agreement >= 0.7
                && overlap.shared >= REWORDED
                && overlap.turns * 6 <= overlap.shared
                && (a * b).sqrt() >= 0.45 - 0.3 * agreement
        }
        None => false,
    }
}

fn kind(overlap: &Overlap, earlier: &Document, later: &Document) -> DuplicateKind {
    let covered = overlap.covered();
    let length = later.outline.words as f32 / earlier.outline.words.max(1) as f32;
    if covered[0] >= COVERED && (covered[1] >= COVERED || length <= 1.5) && length >= 0.7 {
        let credits = earlier.outline.credits | later.outline.credits;
        let head = earlier.outline.head != later.outline.head && credits & CREDIT_BEFORE != 0;
        let tail = earlier.outline.tail != later.outline.tail && credits & CREDIT_BEHIND != 0;
        if (head || tail) && overlap.inside == [0, 0] {
            DuplicateKind::Syndicated
        } else {
            DuplicateKind::Near
        }
    } else if covered[0] >= COVERED && length > 1.0 {
        DuplicateKind::Embedded
    } else {
        DuplicateKind::Excerpt
    }
}
