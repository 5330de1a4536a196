//! From documents to groups.
//!
//! *How*: documents are put in order: by the time of publication, the longer before the shorter,
//! those without a date last. Equal texts are one. Each of the others is compared with those before
//! it, and joins the group of the one that it is closest to; the groups of several it joins only
//! where each has most of the other, so that a digest of two stories does not make them one. The
//! first document of a group is the original.

use rustc_hash::FxHashMap;

use super::{
    DAY, Duplicate, DuplicateKind, DuplicateOptions,
    overlap::{Comparison, Numbered, Overlap},
    postings::{Postings, Search},
    state::{Document, NO_TIME, State},
    verdict::{Verdict, judge, related},
};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// Of each document.
    pub(super) rows: Vec<Duplicate>,
    /// How many hashes and documents were looked at.
    pub(super) steps: u64,
}

/// A text that several documents may have.
#[derive(Clone, Copy, Debug)]
struct Text {
    /// The first document that has it.
    document: u32,
    /// The same text, too long ago to be this one.
    earlier: Option<u32>,
    /// Another one of its group, itself for the first.
    root: u32,
    /// What it is beside the first one of its group, and which that was.
    verdict: Option<Verdict>,
    beside: u32,
}

const SAME: Verdict = Verdict {
    kind: DuplicateKind::Exact,
    score: 1.0,
    mutual: true,
};

pub(super) fn resolve(state: &State, options: DuplicateOptions) -> Resolved {
    let order = order(state);
    let window = options.days.map_or(i64::MAX, i64::from);
    let (mut texts, text_of) = texts(state, &order, window);
    let firsts: Vec<u32> = texts.iter().map(|text| text.document).collect();
    let postings = Postings::new(state, &firsts);
    let mut search = Search::new(&postings);
    let mut comparison = Comparison::new(state, &postings);
    let numbered = |number: u32| Numbered {
        number,
        document: &state.documents[firsts[number as usize] as usize],
    };
    let mut candidates = Vec::new();
    let mut from = 0u32;
    for at in 0..firsts.len() as u32 {
        let later = numbered(at);
        let time = later.document.time;
        // One without a date may be of any day.
        let dated = time != NO_TIME;
        if dated {
            while days_apart(numbered(from).document.time, time) > window {
                from += 1;
            }
        }
        search.next(at, dated.then_some(from), &mut candidates);
        let mut best: Option<(Verdict, u32)> = None;
        if let Some(earlier) = texts[at as usize].earlier {
            join(&mut texts, at, earlier);
            best = Some((SAME, earlier));
        }
        if best.is_some() || !candidates.is_empty() {
            comparison.of(later);
        }
        for candidate in &candidates {
            let earlier = numbered(candidate.document);
            if !candidate.worth(later.document, earlier.document) {
                continue;
            }
            let overlap = comparison.with(earlier, later);
            let Some(verdict) = judge(&overlap, earlier.document, later.document) else {
                continue;
            };
            if verdict.mutual {
                join(&mut texts, at, candidate.document);
            }
            let closer = |(best, _): (Verdict, u32)| {
                (verdict.mutual, verdict.score) > (best.mutual, best.score)
            };
            if best.is_none_or(closer) {
                best = Some((verdict, candidate.document));
            }
        }
        let Some((mut verdict, other)) = best else {
            continue;
        };
        let root = root(&mut texts, other);
        if root != other {
            // Where it stands beside the original says what it is.
            let earlier = numbered(root);
            let overlap = comparison.with(earlier, later);
            let direct = beside(&overlap, earlier.document, later.document);
            // A part of something of which the original is a part has nothing to do with it.
            let part = |verdict: Verdict| !verdict.mutual;
            if direct.is_none() && part(verdict) && texts[other as usize].verdict.is_some_and(part)
            {
                continue;
            }
            verdict = direct.unwrap_or(verdict);
        }
        join(&mut texts, at, other);
        texts[at as usize].verdict = Some(verdict);
        texts[at as usize].beside = root;
    }
    // A later document may have put two groups together.
    for at in 0..firsts.len() as u32 {
        let root = root(&mut texts, at);
        if root == at || texts[at as usize].beside == root {
            continue;
        }
        let (earlier, later) = (numbered(root), numbered(at));
        comparison.of(later);
        let overlap = comparison.with(earlier, later);
        let verdict = beside(&overlap, earlier.document, later.document);
        let text = &mut texts[at as usize];
        text.verdict = verdict.or(text.verdict).or(Some(related(&overlap)));
    }
    let steps = search.steps + comparison.steps;
    let rows = rows(state, &order, &mut texts, &text_of);
    Resolved { rows, steps }
}

/// How many days lie between two times. The time of the day is for the order alone: many documents
/// have a date without one.
fn days_apart(earlier: i32, later: i32) -> i64 {
    i64::from(later.div_euclid(DAY)) - i64::from(earlier.div_euclid(DAY))
}

/// Judges a document beside the first of its group. The same words may be there twice, too many
/// days apart to be one text.
fn beside(overlap: &Overlap, root: &Document, later: &Document) -> Option<Verdict> {
    let words = |document: &Document| (document.outline.words, document.outline.text);
    if later.outline.words > 0 && words(root) == words(later) {
        return Some(SAME);
    }
    judge(overlap, root, later)
}

/// The documents in the order in which they count.
fn order(state: &State) -> Vec<u32> {
    let mut order: Vec<u32> = (0..state.documents.len() as u32).collect();
    let key = |at: u32| {
        let document = &state.documents[at as usize];
        let outline = &document.outline;
        let time = if document.time == NO_TIME {
            i32::MAX
        } else {
            document.time
        };
        (time, u32::MAX - outline.words, outline.text)
    };
    order.sort_unstable_by(|&a, &b| {
        key(a)
            .cmp(&key(b))
            .then_with(|| state.id(a as usize).cmp(state.id(b as usize)))
            .then(a.cmp(&b))
    });
    order
}

/// The texts in order of their first document, and which of them each document has.
fn texts(state: &State, order: &[u32], window: i64) -> (Vec<Text>, Vec<u32>) {
    let mut texts: Vec<Text> = Vec::new();
    let mut text_of = vec![0; order.len()];
    // By hash: the text, and the time of its last document.
    let mut known: FxHashMap<u64, (u32, i32)> = FxHashMap::default();
    for &at in order {
        let document = &state.documents[at as usize];
        let number = texts.len() as u32;
        let apart =
            |time: i32| document.time != NO_TIME && days_apart(time, document.time) > window;
        let mut earlier = None;
        if document.outline.words > 0 {
            if let Some((text, last)) = known.get_mut(&document.outline.text) {
                let first = texts[*text as usize].document;
                if !apart(state.documents[first as usize].time) {
                    *last = document.time;
                    text_of[at as usize] = *text;
                    continue;
                }
                earlier = (!apart(*last)).then_some(*text);
            }
            known.insert(document.outline.text, (number, document.time));
        }
        text_of[at as usize] = number;
        texts.push(Text {
            document: at,
            earlier,
            root: number,
            verdict: None,
            beside: number,
        });
    }
    (texts, text_of)
}

/// The first text of a group.
fn root(texts: &mut [Text], mut at: u32) -> u32 {
    while texts[at as usize].root != at {
        let next = texts[at as usize].root;
        texts[at as usize].root = texts[next as usize].root;
        at = next;
    }
    at
}

fn join(texts: &mut [Text], a: u32, b: u32) {
    let (a, b) = (root(texts, a), root(texts, b));
    texts[a.max(b) as usize].root = a.min(b);
}

fn rows(state: &State, order: &[u32], texts: &mut [Text], text_of: &[u32]) -> Vec<Duplicate> {
    // By text: how many documents its group has, and its number.
    let mut sizes = vec![0u32; texts.len()];
    let roots: Vec<u32> = (text_of.iter()).map(|&text| root(texts, text)).collect();
    for &root in &roots {
        sizes[root as usize] += 1;
    }
    let mut groups = vec![None; texts.len()];
    let mut count = 0;
    let mut rows: Vec<Option<Duplicate>> = vec![None; order.len()];
    for &at in order {
        let root = roots[at as usize];
        let text = text_of[at as usize];
        let original = texts[root as usize].document;
        if sizes[root as usize] > 1 && groups[root as usize].is_none() {
            groups[root as usize] = Some(count);
            count += 1;
        }
        let verdict = if at == original {
            None
        } else if text == root {
            Some(SAME)
        } else {
            texts[text as usize].verdict
        };
        rows[at as usize] = Some(Duplicate {
            article: at,
            id: state.id(at as usize).to_owned(),
            dup_group: groups[root as usize],
            dup_of: verdict.map(|_| original),
            dup_kind: verdict.map(|verdict| verdict.kind),
            score: verdict.map(|verdict| verdict.score),
        });
    }
    rows.into_iter().flatten().collect()
}
