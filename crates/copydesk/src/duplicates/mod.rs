//! Documents that are copies of each other: equal, edited, cut, quoted, or set into others.
//!
//! ```
//! use copydesk::duplicates::{DuplicateKind, Duplicates};
//! let story = "The port of Tema reopened on Friday after a strike of nine days, the harbour \
//!     master said. Forty ships were waiting outside the breakwater, and the first of them, a \
//!     freighter with grain from Odesa, was unloaded before noon.";
//! let copy = format!("TEMA (Ghana News) - {story}");
//! let mut duplicates = Duplicates::default();
//! duplicates.add_text("b", Some("2024-05-04"), "Tema port open again", &copy);
//! duplicates.add_text("a", Some("2024-05-03"), "Port of Tema reopens", story);
//! let rows = duplicates.rows();
//! assert_eq!(rows[0].dup_of, Some(1));
//! assert_eq!(rows[0].dup_kind, Some(DuplicateKind::Syndicated));
//! assert_eq!(rows[1].dup_of, None);
//! ```
//!
//! *How*: of each text a sample of the hashes of its shingles is kept ([`Duplicates::add`]), which
//! is all the work that a document is alone. [`Duplicates::rows`] sorts these, compares documents
//! that share some, and puts copies into groups. What comes out depends on the documents alone, not
//! on the order in which they were added, nor on the parts in which that was done
//! ([`Duplicates::merge`]). No document is dropped.
//!
//! *What are copies*: most of one text stands in the other, where what many documents have
//! counts less; or a long passage does. Texts that only share the sentences of a template name
//! other numbers, people and places.
//!
//! *Known misses*: translations; texts in which every sentence was put in other words; passages of
//! less than fifty words; a brief in a text that is more than ten times as long.

mod overlap;
mod postings;
mod resolve;
mod sketch;
mod state;
mod verdict;

#[cfg(test)]
mod tests;

use std::fmt;

use copydesk_core::{Error, record::Article};

use crate::corpus::day;
use sketch::Sketcher;
use state::{NO_TIME, State};

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// How copies are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DuplicateOptions {
    /// How many days apart a document and its copy may be, by the calendar in UTC: 0 is the same
    /// day, 1 the day before too. A chain of copies may be longer. Those without a date are compared
    /// with all. Default: any number.
    pub days: Option<u32>,
}

/// What kind of copy a document is, beside the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DuplicateKind {
    /// The same words; maybe another title, case or punctuation.
    Exact,
    /// Most of the text, with changes.
    Near,
    /// A part of the original: cut, or quoted in a text of its own.
    Excerpt,
    /// The original, or most of it, as a part of a longer text.
    Embedded,
    /// The same text with another dateline, byline or credit.
    Syndicated,
}

impl DuplicateKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Exact,
        Self::Near,
        Self::Excerpt,
        Self::Embedded,
        Self::Syndicated,
    ];

    /// The name used in tables, Python and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Near => "near",
            Self::Excerpt => "excerpt",
            Self::Embedded => "embedded",
            Self::Syndicated => "syndicated",
        }
    }
}

impl fmt::Display for DuplicateKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What was found about a document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Duplicate {
    /// Index of the document, in order of adding.
    pub article: u32,
    /// Its id: as it was given, or the address of the article, else its id.
    pub id: String,
    /// The number of its group, in order of the originals; `None` where it has no copies.
    pub dup_group: Option<u32>,
    /// Index of the original, the first of the group to be published; `None` for itself.
    pub dup_of: Option<u32>,
    /// What it is beside the original.
    pub dup_kind: Option<DuplicateKind>,
    /// How much of the shorter of the two texts stands in the other one, 0 to 1.
    pub score: Option<f32>,
}

/// Documents that are copies of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateGroup {
    /// Index of the first one to be published.
    pub original: u32,
    /// Indices of the others, in ascending order.
    pub copies: Vec<u32>,
}

/// Documents among which copies are looked for. See the [module documentation](self).
#[derive(Clone, Debug, Default)]
pub struct Duplicates {
    options: DuplicateOptions,
    state: State,
    sketcher: Sketcher,
}

impl Duplicates {
    /// Without documents.
    pub fn new(options: DuplicateOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Adds an article by its body, on the day of its publication, else of its crawl, and returns
    /// its index. Its id is its address, else [`Article::id`].
    pub fn add(&mut self, article: &Article) -> u32 {
        let published = (article.published.as_deref()).or(article.source.fetched.as_deref());
        self.add_on(article, published)
    }

    /// Adds an article with a date of its own, as [`Self::add_text`] takes it.
    pub fn add_on(&mut self, article: &Article, published: Option<&str>) -> u32 {
        let id = article.source.uri.as_deref().unwrap_or(&article.id);
        let title = article.title.as_deref().unwrap_or_default();
        self.add_text(id, published, title, article.body())
    }

    /// Adds a text and returns its index.
    ///
    /// `id` is whatever names the document and comes back in the rows; it should be of its own.
    /// `published` is an ISO date, maybe with a time, `2024-05-03` or `2024-05-03T08:15:00Z`;
    /// anything else is as no date. `title` counts only where there is hardly any text.
    pub fn add_text(&mut self, id: &str, published: Option<&str>, title: &str, text: &str) -> u32 {
        let document = self.state.documents.len() as u32;
        let time = published.and_then(minutes).unwrap_or(NO_TIME);
        let outline = self.sketcher.read(title, text);
        let Sketcher { hashes, facts, .. } = &self.sketcher;
        self.state.add(id, time, outline, hashes, facts);
        document
    }

    /// Adds all documents of another one behind those that are here. Parts may be made by
    /// different threads or machines.
    pub fn merge(&mut self, other: &Self) {
        self.state.append(&other.state);
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.state.documents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.state.documents.is_empty()
    }

    /// The options.
    pub fn options(&self) -> DuplicateOptions {
        self.options
    }

    /// Bytes that the documents take, on average about 400 each for news. [`Self::rows`] needs a
    /// few hundred bytes each for as long as it runs.
    pub fn state_bytes(&self) -> usize {
        self.state.bytes()
    }

    /// What is known of each document, in order of adding. Takes time in proportion to the number
    /// of documents. Beyond about 40 million of them, more only count as copies if they are exact: add
    /// those of a window, and use [`Self::forget_before`].
    pub fn rows(&self) -> Vec<Duplicate> {
        resolve::resolve(&self.state, self.options).rows
    }

    /// The same, and how many hashes and documents were looked at: what a flood of equal or similar
    /// texts costs.
    pub fn rows_and_steps(&self) -> (Vec<Duplicate>, u64) {
        let resolved = resolve::resolve(&self.state, self.options);
        (resolved.rows, resolved.steps)
    }

    /// The groups of copies, in order of their originals.
    pub fn groups(&self) -> Vec<DuplicateGroup> {
        groups(&self.rows())
    }

    /// Forgets documents from before a day, `YYYY-MM-DD`, and returns how many. Groups that go on
    /// after that day stay as a whole, so that the original of a copy is known. Those that stay
    /// are numbered anew, in the same order.
    pub fn forget_before(&mut self, date: &str) -> usize {
        let Some(day) = day::parse(date) else {
            return 0;
        };
        let start = day.saturating_mul(DAY);
        let rows = self.rows();
        let mut live = vec![false; rows.len()];
        let goes_on = |at: usize| {
            let time = self.state.documents[at].time;
            time == NO_TIME || time >= start
        };
        for (at, row) in rows.iter().enumerate() {
            if let (Some(group), true) = (row.dup_group, goes_on(at)) {
                live[group as usize] = true;
            }
        }
        let keep: Vec<bool> = (rows.iter().enumerate())
            .map(|(at, row)| goes_on(at) || row.dup_group.is_some_and(|group| live[group as usize]))
            .collect();
        let before = self.len();
        self.state.retain(&keep);
        before - self.len()
    }

    /// The documents as bytes, the same on every machine; read again by [`Self::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        self.state.to_bytes()
    }

    /// The documents from bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Read`](copydesk_core::ErrorKind::Read) where the bytes are no state of this
    /// version or break off; the message says where.
    pub fn from_bytes(options: DuplicateOptions, bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self {
            options,
            state: State::from_bytes(bytes)?,
            sketcher: Sketcher::default(),
        })
    }
}

/// The groups that rows tell of, in order of their originals.
pub fn groups(rows: &[Duplicate]) -> Vec<DuplicateGroup> {
    let mut groups: Vec<(Option<u32>, Vec<u32>)> = Vec::new();
    for row in rows {
        let Some(group) = row.dup_group else { continue };
        let group = group as usize;
        if groups.len() <= group {
            groups.resize(group + 1, (None, Vec::new()));
        }
        match row.dup_of {
            None => groups[group].0 = Some(row.article),
            Some(_) => groups[group].1.push(row.article),
        }
    }
    let groups = groups.into_iter().filter_map(|(original, copies)| {
        Some(DuplicateGroup {
            original: original?,
            copies,
        })
    });
    groups.collect()
}

/// Minutes from the beginning of 1970 in UTC; the last one of the day where there is no time, since
/// whoever tells the time proves to be earlier.
fn minutes(date: &str) -> Option<i32> {
    let day = day::parse(date)?.checked_mul(DAY)?;
    let number = |text: Option<&str>| text?.parse::<i32>().ok();
    let time = |text: &str| {
        let (hours, rest) = (number(text.get(..2))?, text.get(2..)?);
        let minutes = number(rest.strip_prefix(':').unwrap_or(rest).get(..2))?;
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    };
    let rest = date.get(10..).unwrap_or_default();
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']).and_then(time) else {
        return day.checked_add(DAY - 1);
    };
    let zone = rest
        .get(1..)
        .and_then(|rest| rest.find(['+', '-']).map(|at| rest.split_at(at)));
    let offset = match zone {
        Some((_, zone)) => {
            let minutes = time(&zone[1..]).unwrap_or(0);
            if zone.starts_with('-') {
                -minutes
            } else {
                minutes
            }
        }
        None => 0,
    };
    day.checked_add(clock - offset)
}

/// Whether a text is a date that [`Duplicates::add_text`] understands.
pub fn is_date(text: &str) -> bool {
    minutes(text).is_some()
}
