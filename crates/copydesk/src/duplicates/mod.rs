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
///
/// ```
/// use copydesk::duplicates::{DuplicateOptions, Duplicates};
/// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
/// let mut options = DuplicateOptions::default();
/// options.days = Some(7);
/// let mut duplicates = Duplicates::new(options);
/// duplicates.add_text("a", Some("2023-05-03"), "Tema", text);
/// duplicates.add_text("b", Some("2024-05-03"), "Tema", text);
/// assert!(duplicates.groups().is_empty()); // a year apart
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DuplicateOptions {
    /// How many days apart a document and its copy may be, by the calendar in UTC: 0 is the same
    /// day, 1 the day before too. A chain of copies may be longer. Those without a date are compared
    /// with all. Default: any number.
    pub days: Option<u32>,
}

/// What kind of copy a document is, beside the original.
///
/// ```
/// use copydesk::duplicates::DuplicateKind;
/// let names = DuplicateKind::ALL.map(DuplicateKind::as_str);
/// assert_eq!(names, ["exact", "near", "excerpt", "embedded", "syndicated"]);
/// ```
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
    ///
    /// ```
    /// use copydesk::duplicates::DuplicateKind;
    /// assert_eq!(DuplicateKind::Embedded.as_str(), "embedded");
    /// ```
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
///
/// ```
/// use copydesk::duplicates::Duplicates;
/// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
/// let mut duplicates = Duplicates::default();
/// duplicates.add_text("a.html", None, "Tema", text);
/// duplicates.add_text("b.html", None, "Tema", text);
/// let row = &duplicates.rows()[1];
/// assert_eq!((row.id.as_str(), row.dup_group, row.dup_of), ("b.html", Some(0), Some(0)));
/// assert_eq!(row.score, Some(1.0));
/// ```
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
///
/// ```
/// use copydesk::duplicates::Duplicates;
/// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
/// let mut duplicates = Duplicates::default();
/// for day in ["2024-05-05", "2024-05-03", "2024-05-04"] {
///     duplicates.add_text(day, Some(day), "Tema", text);
/// }
/// let group = &duplicates.groups()[0];
/// assert_eq!((group.original, &group.copies[..]), (1, &[0, 2][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateGroup {
    /// Index of the first one to be published.
    pub original: u32,
    /// Indices of the others, in ascending order.
    pub copies: Vec<u32>,
}

/// Documents among which copies are looked for. See the [module documentation](self).
///
/// ```
/// use copydesk::duplicates::Duplicates;
/// let mut duplicates = Duplicates::default();
/// duplicates.add_text("a", None, "", "Two dams broke on Monday night and the road to the coast is under water.");
/// duplicates.add_text("b", None, "", "The minister of finance named no date for the sale of the two banks.");
/// assert!(duplicates.rows().iter().all(|row| row.dup_of.is_none()));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Duplicates {
    options: DuplicateOptions,
    state: State,
    sketcher: Sketcher,
}

impl Duplicates {
    /// Without documents.
    ///
    /// ```
    /// use copydesk::duplicates::{DuplicateOptions, Duplicates};
    /// let mut options = DuplicateOptions::default();
    /// options.days = Some(1);
    /// assert_eq!(Duplicates::new(options).options().days, Some(1));
    /// ```
    pub fn new(options: DuplicateOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Adds an article by its body, on the day of its publication, else of its crawl, and returns
    /// its index. Its id is its address, else [`Article::id`].
    ///
    /// ```
    /// use copydesk::{RawDocument, duplicates::Duplicates, stage};
    /// let mut page = RawDocument::from_text("Rain fell in Accra all day, and the quays were closed.");
    /// page.uri = Some("https://a.example/1".to_owned());
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add(&stage::extract(&page));
    /// assert_eq!(duplicates.rows()[0].id, "https://a.example/1");
    /// ```
    pub fn add(&mut self, article: &Article) -> u32 {
        let published = (article.published.as_deref()).or(article.source.fetched.as_deref());
        self.add_on(article, published)
    }

    /// Adds an article with a date of its own, as [`Self::add_text`] takes it.
    ///
    /// ```
    /// use copydesk::{Article, duplicates::Duplicates};
    /// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
    /// let article = Article { text: text.to_owned(), ..Article::default() };
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_on(&article, Some("2024-05-04"));
    /// duplicates.add_on(&article, Some("2024-05-03T08:15:00Z"));
    /// assert_eq!(duplicates.groups()[0].original, 1); // the earlier one
    /// ```
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
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let mut duplicates = Duplicates::default();
    /// assert_eq!(duplicates.add_text("a", Some("2024-05-03"), "Rain", "It rained all day."), 0);
    /// assert_eq!(duplicates.add_text("b", None, "Snow", "It snowed all night."), 1);
    /// ```
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
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
    /// let (mut here, mut there) = (Duplicates::default(), Duplicates::default());
    /// here.add_text("a", None, "Tema", text);
    /// there.add_text("b", None, "Tema", text);
    /// here.merge(&there);
    /// assert_eq!(here.rows()[1].dup_of, Some(0));
    /// ```
    pub fn merge(&mut self, other: &Self) {
        self.state.append(&other.state);
    }

    /// How many documents there are.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", None, "Rain", "It rained all day.");
    /// assert_eq!(duplicates.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.state.documents.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// assert!(Duplicates::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.state.documents.is_empty()
    }

    /// The options.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// assert_eq!(Duplicates::default().options().days, None);
    /// ```
    pub fn options(&self) -> DuplicateOptions {
        self.options
    }

    /// Bytes that the documents take, on average about 400 each for news. [`Self::rows`] needs a
    /// few hundred bytes each for as long as it runs.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let mut duplicates = Duplicates::default();
    /// for id in 0..100 {
    ///     duplicates.add_text(&id.to_string(), None, "Rain", "It rained in Accra all day long.");
    /// }
    /// assert!(duplicates.state_bytes() < 100 * 1000);
    /// ```
    pub fn state_bytes(&self) -> usize {
        self.state.bytes()
    }

    /// What is known of each document, in order of adding. Takes time in proportion to the number
    /// of documents. Beyond about 40 million of them, more only count as copies if they are exact: add
    /// those of a window, and use [`Self::forget_before`].
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", None, "Tema", text);
    /// duplicates.add_text("b", None, "Tema", &text.to_uppercase());
    /// let of: Vec<Option<u32>> = duplicates.rows().iter().map(|row| row.dup_of).collect();
    /// assert_eq!(of, [None, Some(0)]);
    /// ```
    pub fn rows(&self) -> Vec<Duplicate> {
        resolve::resolve(&self.state, self.options).rows
    }

    /// The same, and how many hashes and documents were looked at: what a flood of equal or similar
    /// texts costs.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", None, "Rain", "It rained in Accra all day long.");
    /// let (rows, steps) = duplicates.rows_and_steps();
    /// assert_eq!(rows.len(), 1);
    /// assert!(steps < 1000);
    /// ```
    pub fn rows_and_steps(&self) -> (Vec<Duplicate>, u64) {
        let resolved = resolve::resolve(&self.state, self.options);
        (resolved.rows, resolved.steps)
    }

    /// The groups of copies, in order of their originals.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", None, "Tema", text);
    /// duplicates.add_text("b", None, "Tema", text);
    /// assert_eq!(duplicates.groups()[0].copies, [1]);
    /// ```
    pub fn groups(&self) -> Vec<DuplicateGroup> {
        groups(&self.rows())
    }

    /// Forgets documents from before a day, `YYYY-MM-DD`, and returns how many. Groups that go on
    /// after that day stay as a whole, so that the original of a copy is known. Those that stay
    /// are numbered anew, in the same order.
    ///
    /// ```
    /// use copydesk::duplicates::Duplicates;
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", Some("2024-04-01"), "Rain", "It rained in Accra all day long.");
    /// duplicates.add_text("b", Some("2024-05-01"), "Snow", "It snowed in Oslo the whole night.");
    /// assert_eq!(duplicates.forget_before("2024-05-01"), 1);
    /// assert_eq!(duplicates.rows()[0].id, "b");
    /// ```
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
    ///
    /// ```
    /// use copydesk::duplicates::{DuplicateOptions, Duplicates};
    /// let mut duplicates = Duplicates::default();
    /// duplicates.add_text("a", None, "Rain", "It rained in Accra all day long.");
    /// let saved = duplicates.to_bytes();
    /// let again = Duplicates::from_bytes(DuplicateOptions::default(), &saved)?;
    /// assert_eq!(again.rows(), duplicates.rows());
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        self.state.to_bytes()
    }

    /// The documents from bytes.
    ///
    /// ```
    /// use copydesk::{ErrorKind, duplicates::{DuplicateOptions, Duplicates}};
    /// let saved = Duplicates::default().to_bytes();
    /// assert!(Duplicates::from_bytes(DuplicateOptions::default(), &saved)?.is_empty());
    /// let error = Duplicates::from_bytes(DuplicateOptions::default(), b"no state").unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Read);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
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
///
/// ```
/// use copydesk::duplicates::{Duplicates, groups};
/// let text = "The port of Tema reopened on Friday after a strike of nine days, the harbour master said.";
/// let mut duplicates = Duplicates::default();
/// duplicates.add_text("a", None, "Tema", text);
/// duplicates.add_text("b", None, "Tema", text);
/// let rows = duplicates.rows(); // worked out once, for the rows and the groups
/// assert_eq!(groups(&rows)[0].original, 0);
/// ```
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
///
/// ```
/// use copydesk::duplicates::is_date;
/// assert!(is_date("2024-05-03T08:15:00+02:00"));
/// assert!(!is_date("3 May"));
/// ```
pub fn is_date(text: &str) -> bool {
    minutes(text).is_some()
}
