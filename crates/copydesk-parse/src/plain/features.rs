//! What the scorer knows of a line.
//!
//! *What:* numbers about the line alone, its neighbours, what stands before and behind it, its
//! place in the text and in the part with most prose, its words among those of the prose, and
//! what the rules made of all of them.
//!
//! *Why:* the rules know phrases; a teaser, a comment or a note about the site in free words
//! shows only in many small things together.
//!
//! Nothing here depends on one site. The order is that of the trained model: a change of it
//! needs `cargo xtask train lines`. All sums are made once, so the work per line is bounded.

use copydesk_core::record::DropReason;
use rustc_hash::FxHashMap;

use super::{
    item::Item,
    marks::{Marks, WORD_BITS, Words},
};
use crate::trees::{Row, ratio};

/// Numbers for each line.
pub(crate) const COUNT: usize = 124;

/// The numbers of one line.
pub(crate) type Features = [f32; COUNT];

/// Lines on each side whose sums are seen.
const WINDOWS: [usize; 3] = [4, 10, 30];

/// Lines beyond which a distance is only far.
const FAR: usize = 60;

/// Dropped lines no further than this from prose are open to the scorer.
const NEAR: usize = 6;

/// What the rules found, by index of the item.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Places {
    pub(super) title: Option<usize>,
    /// The first paragraph.
    pub(super) body: usize,
    /// The first item of the foot.
    pub(super) end: usize,
}

/// Sums over the items before one.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    bytes: u64,
    prose: u64,
    dropped: u32,
    dated: u32,
    bullets: u32,
    personal: u32,
    words: u64,
    capitals: u64,
    subject: f64,
    compared: f64,
}

/// A text with what is computed once for all its lines.
pub(crate) struct Extractor<'a> {
    items: &'a [Item],
    places: Places,
    marks: Vec<Marks>,
    words: Words,
    /// How often the prose has a word of this number.
    vocabulary: Vec<u8>,
    /// Whether a dropped line has a word of this number.
    furniture: Vec<bool>,
    /// Words of the title and of bylines by their number, sorted.
    title: Vec<u16>,
    named: Vec<u16>,
    /// How often a line is there.
    lines: FxHashMap<u64, u32>,
    /// `sums[at]` is over the items before `at`.
    sums: Vec<Sums>,
    /// Of each item: the nearest kept paragraph, dropped line, and dropped line of each
    /// [`mark`], before and behind it; `u32::MAX` where there is none.
    before: Vec<[u32; MARKS]>,
    behind: Vec<[u32; MARKS]>,
    /// The part with most prose and least else.
    segment: (usize, usize),
}

impl<'a> Extractor<'a> {
    pub(crate) fn new(items: &'a [Item], places: Places) -> Self {
        let mut words = Words::new();
        let marks: Vec<Marks> = items
            .iter()
            .map(|item| Marks::of(item, &mut words))
            .collect();
        let mut lines: FxHashMap<u64, u32> = FxHashMap::default();
        for marks in &marks {
            *lines.entry(marks.hash).or_default() += 1;
        }
        let mut extractor = Self {
            items,
            places,
            vocabulary: vec![0; 1 << WORD_BITS],
            furniture: vec![false; 1 << WORD_BITS],
            title: Vec::new(),
            named: Vec::new(),
            lines,
            sums: Vec::with_capacity(items.len() + 1),
            before: nearest(items, false),
            behind: nearest(items, true),
            segment: segment(items),
            marks,
            words,
        };
        extractor.read_vocabulary();
        extractor.read_sums();
        extractor
    }

    fn read_vocabulary(&mut self) {
        let (from, to) = self.segment;
        for (at, item) in self.items.iter().enumerate() {
            let words = words_of(&self.marks, &self.words, at);
            if self.marks[at].named {
                self.named.extend(words);
            }
            match item.dropped {
                None if item.prose && (from..to).contains(&at) => {
                    for &word in words {
                        let count = &mut self.vocabulary[usize::from(word)];
                        *count = count.saturating_add(1);
                    }
                }
                None | Some(DropReason::TitleApart | DropReason::Repeated) => {}
                Some(_) => {
                    for &word in words {
                        self.furniture[usize::from(word)] = true;
                    }
                }
            }
        }
        if let Some(title) = self.places.title {
            self.title = words_of(&self.marks, &self.words, title).to_vec();
        }
        for words in [&mut self.title, &mut self.named] {
            words.sort_unstable();
            words.dedup();
        }
    }

    fn read_sums(&mut self) {
        let mut sums = Sums::default();
        self.sums.push(sums);
        for at in 0..self.items.len() {
            let (item, marks) = (&self.items[at], self.marks[at]);
            let (subject, compared) = self.subject(at);
            sums.bytes += item.text.len() as u64;
            sums.prose += prose(item);
            sums.dropped += u32::from(!item.kept());
            sums.dated += u32::from(marks.dated || marks.named);
            sums.bullets += u32::from(item.bullet);
            sums.personal += marks.personal;
            sums.words += u64::from(marks.counts.words);
            sums.capitals += u64::from(marks.counts.capitals);
            sums.subject += f64::from(subject);
            sums.compared += f64::from(compared);
            self.sums.push(sums);
        }
    }

    /// Words of the line that the prose has as well, and words that were compared.
    fn subject(&self, at: usize) -> (f32, f32) {
        let (from, to) = self.segment;
        let own =
            u8::from((from..to).contains(&at) && self.items[at].prose && self.items[at].kept());
        let words = words_of(&self.marks, &self.words, at);
        let common = words
            .iter()
            .filter(|word| self.vocabulary[usize::from(**word)] > own)
            .count();
        (common as f32, words.len() as f32)
    }

    /// Whether the scorer may overrule the rules on this item: not on what they know by more
    /// than its place, and not on furniture far from all prose.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        let item = &self.items[at];
        match item.dropped {
            None => true,
            Some(
                DropReason::TitleApart
                | DropReason::Repeated
                | DropReason::ImageAlt
                | DropReason::Caption
                | DropReason::Credit
                | DropReason::CrawlDate
                | DropReason::Copyright
                | DropReason::Truncation,
            ) => false,
            Some(_) => {
                let near = |nearest: &[u32; MARKS]| at.abs_diff(nearest[PROSE] as usize) <= NEAR;
                item.prose || near(&self.before[at]) || near(&self.behind[at])
            }
        }
    }

    /// The numbers of item `at`.
    pub(crate) fn features(&self, at: usize) -> Features {
        let mut out = Out::default();
        self.alone(&mut out, at);
        self.among(&mut out, at);
        for step in [-3isize, -2, -1, 1, 2, 3] {
            self.neighbour(&mut out, at, step);
        }
        self.windows(&mut out, at);
        self.nearest(&mut out, at);
        self.place(&mut out, at);
        let (values, len) = out.finish();
        debug_assert_eq!(len, COUNT);
        values
    }

    fn alone(&self, out: &mut Out, at: usize) {
        let (item, marks) = (&self.items[at], &self.marks[at]);
        let counts = &marks.counts;
        let (words, characters) = (counts.words as f32, counts.characters as f32);
        out.push(characters.ln_1p());
        out.push(words);
        out.push(ratio(counts.capitals as f32, words));
        out.push(ratio(marks.upper as f32, counts.letters as f32));
        out.push(ratio(counts.digits as f32, characters));
        out.push(counts.commas as f32);
        out.push(counts.stops as f32);
        out.push(ratio(counts.marks as f32, characters));
        out.push(ratio(counts.short as f32, words));
        out.push(ratio(counts.letters as f32, words));
        out.push(ratio(words, counts.stops as f32));
        out.push(marks.personal as f32);
        out.push(f32::from(marks.start));
        out.push(f32::from(marks.end));
        out.flag(item.bullet);
        out.flag(marks.numbered);
        out.flag(marks.separated);
        out.flag(marks.addressed);
        out.flag(marks.dated);
        out.flag(marks.named);
        out.flag(marks.slogan);
        out.flag(item.after_blank);
        out.flag(item.prose);
        out.push(reason(item.dropped));
        out.flag(item.near);
    }

    fn among(&self, out: &mut Out, at: usize) {
        let (subject, compared) = self.subject(at);
        out.push(ratio(subject, compared));
        out.push(subject);
        let words = words_of(&self.marks, &self.words, at);
        let titled = words
            .iter()
            .filter(|word| self.title.binary_search(word).is_ok())
            .count() as f32;
        out.push(ratio(titled, words.len() as f32));
        out.push(ratio(titled, self.title.len() as f32));
        let known = words
            .iter()
            .filter(|word| self.furniture[usize::from(**word)])
            .count() as f32;
        out.push(ratio(known, words.len() as f32));
        let named = words
            .iter()
            .take(3)
            .filter(|word| self.named.binary_search(word).is_ok())
            .count();
        out.push(named as f32);
        let first = |step: isize| {
            let other = at.checked_add_signed(step)?;
            (other < self.items.len())
                .then(|| words_of(&self.marks, &self.words, other).first())
                .flatten()
        };
        let alike = [-2, -1, 1, 2]
            .into_iter()
            .filter(|&step| first(step).is_some() && first(step) == first(0))
            .count();
        out.push(alike as f32);
        let copies = self.lines.get(&self.marks[at].hash).copied();
        out.push(copies.unwrap_or(1).min(20) as f32);
    }

    fn neighbour(&self, out: &mut Out, at: usize, step: isize) {
        let other = at
            .checked_add_signed(step)
            .filter(|&other| other < self.items.len());
        let Some(other) = other else {
            for _ in 0..5 {
                out.push(-1.0);
            }
            return;
        };
        let (item, marks) = (&self.items[other], &self.marks[other]);
        out.push((marks.counts.characters as f32).ln_1p());
        out.push(f32::from(marks.end));
        out.push(reason(item.dropped));
        out.push(ratio(
            marks.counts.capitals as f32,
            marks.counts.words as f32,
        ));
        out.flag(item.bullet);
    }

    /// Sums over the lines before and behind.
    fn windows(&self, out: &mut Out, at: usize) {
        let count = self.items.len();
        for width in WINDOWS {
            let sides = [
                (at.saturating_sub(width), at),
                (at + 1, (at + 1 + width).min(count)),
            ];
            for (from, to) in sides {
                let (one, two) = (self.sums[from.min(to)], self.sums[to]);
                let bytes = (two.bytes - one.bytes) as f32;
                out.push(ratio((two.prose - one.prose) as f32, bytes));
                out.push((bytes / width as f32).ln_1p());
                out.push((two.dropped - one.dropped) as f32 / width as f32);
            }
        }
        let (one, two) = (
            self.sums[at.saturating_sub(8)],
            self.sums[(at + 9).min(count)],
        );
        out.push((two.dated - one.dated) as f32);
        out.push((two.bullets - one.bullets) as f32);
        let words = (two.words - one.words) as f32;
        out.push(ratio((two.personal - one.personal) as f32, words));
        out.push(ratio((two.capitals - one.capitals) as f32, words));
        out.push(ratio(
            (two.subject - one.subject) as f32,
            (two.compared - one.compared) as f32,
        ));
    }

    /// How far it is to the next of each mark, in lines, and how much prose is between.
    fn nearest(&self, out: &mut Out, at: usize) {
        for nearest in [&self.before[at], &self.behind[at]] {
            for (mark, &other) in nearest.iter().enumerate() {
                let other = other as usize;
                let known = other < self.items.len();
                out.push(if known {
                    at.abs_diff(other).min(FAR) as f32
                } else {
                    FAR as f32 + 1.0
                });
                if mark > DROPPED {
                    let (from, to) = (at.min(other), at.max(other));
                    out.push(if known {
                        ((self.sums[to].prose - self.sums[from].prose) as f32).ln_1p()
                    } else {
                        -1.0
                    });
                }
            }
            let prose = self.items.get(nearest[PROSE] as usize).map_or(0, prose);
            out.push((prose as f32).ln_1p());
            let dropped = self.items.get(nearest[DROPPED] as usize);
            out.push(dropped.map_or(-1.0, |item| reason(item.dropped)));
        }
    }

    fn place(&self, out: &mut Out, at: usize) {
        let count = self.items.len();
        out.push(at as f32 / count as f32);
        let total = self.sums[count].prose;
        let before = self.sums[at].prose;
        out.push(ratio(before as f32, total as f32));
        out.push(((total - before) as f32).ln_1p());
        let (from, to) = self.segment;
        out.push(signed(at, from));
        out.push(signed(to, at));
        let inside = (self.sums[to].prose - self.sums[from].prose) as f32;
        out.push(ratio(inside, total as f32));
        let behind = before as f32 - self.sums[from].prose as f32;
        out.push(ratio(behind, inside).clamp(-1.0, 2.0));
        out.push(signed(at, self.places.body));
        out.push(signed(self.places.end, at));
        out.push(self.places.title.map_or(0.0, |title| signed(at, title)));
    }
}

fn words_of<'w>(marks: &[Marks], words: &'w Words, at: usize) -> &'w [u16] {
    let from = at
        .checked_sub(1)
        .map_or(0, |before| marks[before].words_end);
    &words[from as usize..marks[at].words_end as usize]
}

/// Bytes of prose that the rules keep.
fn prose(item: &Item) -> u64 {
    if item.prose && item.kept() {
        item.text.len() as u64
    } else {
        0
    }
}

/// Kinds of items whose nearest one is looked up: a kept paragraph, a dropped line, and dropped
/// lines by their [`mark`].
const MARKS: usize = 7;
const PROSE: usize = 0;
const DROPPED: usize = 1;

/// What a dropped item marks, by its reason.
fn mark(reason: DropReason) -> usize {
    match reason {
        DropReason::Comments => 2,
        DropReason::Related => 3,
        DropReason::AuthorBox | DropReason::Byline | DropReason::Date | DropReason::CrawlDate => 4,
        DropReason::Share
        | DropReason::Tags
        | DropReason::Newsletter
        | DropReason::Paywall
        | DropReason::Widget => 5,
        _ => 6,
    }
}

/// The nearest item of each kind, before or behind every item.
fn nearest(items: &[Item], behind: bool) -> Vec<[u32; MARKS]> {
    let mut nearest = vec![[u32::MAX; MARKS]; items.len()];
    let mut last = [u32::MAX; MARKS];
    for step in 0..items.len() {
        let at = if behind { items.len() - 1 - step } else { step };
        nearest[at] = last;
        match items[at].dropped {
            Some(reason) => {
                last[DROPPED] = at as u32;
                last[mark(reason)] = at as u32;
            }
            None if items[at].prose => last[PROSE] = at as u32,
            None => {}
        }
    }
    nearest
}

/// The run of items with the greatest sum, where prose counts by its length and everything else
/// against it (Bentley 1984).
fn segment(items: &[Item]) -> (usize, usize) {
    let value = |item: &Item| -> i64 {
        match (item.kept(), item.prose) {
            (true, true) => i64::from(item.text.len().min(600) as u32),
            (true, false) => -30,
            (false, _) => -80,
        }
    };
    let (mut best, mut sum) = ((0, 0, 0), 0);
    let mut from = 0;
    for (at, item) in items.iter().enumerate() {
        if sum <= 0 {
            (sum, from) = (0, at);
        }
        sum += value(item);
        if sum > best.0 {
            best = (sum, from, at + 1);
        }
    }
    (best.1, best.2)
}

/// The numbers as they are written.
type Out = Row<COUNT>;

/// How far `at` is behind `from`.
fn signed(at: usize, from: usize) -> f32 {
    (at as f32 - from as f32).clamp(-(FAR as f32), FAR as f32)
}

/// The verdict of the rules, from `kept` over what is near the article to what is far from it.
fn reason(dropped: Option<DropReason>) -> f32 {
    match dropped {
        None => 0.0,
        Some(DropReason::Repeated) => 1.0,
        Some(DropReason::TitleApart) => 2.0,
        Some(DropReason::Caption | DropReason::Credit | DropReason::ImageAlt) => 3.0,
        Some(DropReason::Byline | DropReason::Date) => 4.0,
        Some(DropReason::CrawlDate | DropReason::LiveBlog) => 5.0,
        Some(DropReason::AuthorBox) => 6.0,
        Some(DropReason::Related) => 7.0,
        Some(DropReason::Newsletter | DropReason::Paywall) => 8.0,
        Some(DropReason::Tags | DropReason::Share | DropReason::Widget) => 9.0,
        Some(DropReason::Comments) => 10.0,
        Some(DropReason::OutsideArticle) => 11.0,
        Some(_) => 12.0,
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::DropReason;

    use super::{Extractor, PROSE, Places, nearest, segment};
    use crate::plain::lines::items;

    const PROSE_LINE: &str =
        "The harbour was opened again on Tuesday after a storm that had kept the ferries in port.";

    fn text() -> String {
        [
            "Menu",
            "Home",
            PROSE_LINE,
            "The boats",
            PROSE_LINE,
            "More eels",
            "Even more eels",
        ]
        .join("\n")
    }

    #[test]
    fn the_segment_is_the_prose() {
        assert_eq!(segment(&items(&text())), (2, 5));
        assert_eq!(segment(&items("Menu\nHome")), (0, 0));
        assert_eq!(segment(&[]), (0, 0));
    }

    #[test]
    fn the_nearest_on_both_sides() {
        let mut items = items(&text());
        items[5].drop_as(DropReason::Related);
        let (before, behind) = (nearest(&items, false), nearest(&items, true));
        assert_eq!(before[3][PROSE], 2);
        assert_eq!(behind[3][PROSE], 4);
        assert_eq!(before[2][PROSE], u32::MAX);
        assert_eq!(behind[0][super::mark(DropReason::Related)], 5);
        assert_eq!(behind[6][super::mark(DropReason::Related)], u32::MAX);
    }

    #[test]
    fn what_is_known_stays_closed() {
        let mut items = items(&text());
        items[3].drop_as(DropReason::ImageAlt);
        items[5].drop_as(DropReason::Related);
        let extractor = Extractor::new(&items, Places::default());
        let open: Vec<usize> = (0..items.len())
            .filter(|&at| extractor.is_open(at))
            .collect();
        assert_eq!(open, [0, 1, 2, 4, 5, 6]);
        assert!(
            extractor
                .features(0)
                .iter()
                .all(|number| number.is_finite())
        );
    }
}
