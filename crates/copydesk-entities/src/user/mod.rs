//! The user's own gazetteer: names that a text is searched for before anything else has a say.
//!
//! *What*: whole words of the text that are a name or alias of an entry become a mention of the
//! entry's type, with confidence 1 (the user said so) and `why` `gazetteer:` and the name of the
//! list. The search goes from left to right; of the names that start at a word, the longest wins.
//! What lists, rules and model found in the same place gives way, even where it is longer.
//! *How names are compared*: white space counts as one blank, which may be a line break but no
//! blank line and no tab; curly apostrophes and hyphens that do not break are plain ones;
//! letters are compared in NFC, and without regard to case or accents where the options or the
//! entry say so.
//! *Whole words* are those of the tokens, as in the annotation guideline of the project: `Acme`
//! is found in `Acme’s` and `Acme-backed`, not in `Acmes`, `#Acme`, `@acme` or a web address.
//! *Example*: with the alias `HL` of `Harbour Line`, `HL’s ships` → `HL` ORG, an entity with
//! the name `Harbour Line`.
//! *Of two entries with one way of writing*, the first wins ([`UserGazetteer::shadowed`] counts
//! the others). Entries of one type and id are one thing, those without id if their names are equal.
//! *Why a trie of words*, one for each way of comparing: most words of a text begin no name and are
//! looked up once, and thousands of names that start with `University of` cost no more than one.
//! An automaton over bytes would need a folded copy of the text with offsets back, and far more
//! memory. 100,000 names add a tenth to the time of the stage.
//! *Known misses*: with an entry `York`, a `New York Times` that the model found is lost. A surname
//! alone is found if it is an alias, or if the tagger finds it. In scripts without blanks a name
//! is found only where tokens start and end as it does.

mod fold;
mod pieces;
mod trie;

use std::fmt;

use copydesk_core::{
    Error, ErrorKind, GazetteerEntry, GazetteerOptions, Span, Token, record::Label,
};
use rustc_hash::FxHashMap;

use fold::Fold;
use pieces::{Piece, pieces_of_name, pieces_of_text};
use trie::Trie;

use crate::tagger::Tagged;

/// What the user's entries stand for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Thing {
    pub(crate) name: String,
    pub(crate) label: Label,
    pub(crate) id: Option<String>,
    /// As given in `Mention::why`.
    pub(crate) why: String,
}

/// A place of the text in which a name of the user stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) span: Span,
    /// Index of the [`Thing`].
    pub(crate) thing: u32,
}

/// Names of the user's own, ready to be looked for.
///
/// Built once and shared between threads; give it to the stage in
/// [`Context::gazetteer`](crate::Context::gazetteer). Its matches go before all else the stage
/// finds and have confidence 1. Names are matched by whole words, the longest first; of two
/// entries that are written the same, the first to be added wins.
///
/// ```
/// use copydesk_core::{GazetteerEntry, GazetteerOptions, record::Label};
/// use copydesk_entities::UserGazetteer;
///
/// let mut line = GazetteerEntry::new("Harbour Line", Label::Org);
/// line.aliases = vec!["HL".to_owned()];
/// let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
/// gazetteer.add("companies", [line])?;
/// assert_eq!(gazetteer.len(), 1);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct UserGazetteer {
    options: GazetteerOptions,
    things: Vec<Thing>,
    /// Type, whether it has an id, and id or name of a thing to its index.
    by_id: FxHashMap<(Label, bool, String), u32>,
    /// One for each way of comparing, from strict to lenient.
    tries: Vec<Trie>,
    shadowed: usize,
}

impl UserGazetteer {
    /// A gazetteer without names. `options` are for entries that say nothing themselves.
    ///
    /// ```
    /// use copydesk_core::GazetteerOptions;
    /// use copydesk_entities::UserGazetteer;
    /// let mut options = GazetteerOptions::default();
    /// options.case_sensitive = false;
    /// assert!(UserGazetteer::new(options).is_empty());
    /// ```
    pub fn new(options: GazetteerOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Adds the entries of a list; `list` is what mentions name in `why`, as `gazetteer:list`.
    ///
    /// Aliases that are empty are passed over.
    ///
    /// ```
    /// # use copydesk_core::{GazetteerEntry, GazetteerOptions, record::Label};
    /// # use copydesk_entities::UserGazetteer;
    /// let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
    /// let error = gazetteer.add("ships", [GazetteerEntry::new(" ", Label::Product)]).unwrap_err();
    /// assert_eq!(error.to_string(), "entry 1 of gazetteer `ships`: the name is empty; give it one");
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] where an entry has no name, or the label of a value
    /// ([`GazetteerEntry::LABELS`] are those allowed). The entries before it have been added.
    pub fn add(
        &mut self,
        list: &str,
        entries: impl IntoIterator<Item = GazetteerEntry>,
    ) -> Result<(), Error> {
        let why = format!("gazetteer:{list}");
        for (at, entry) in entries.into_iter().enumerate() {
            let refuse = |what: String| {
                let message = format!("entry {} of gazetteer `{list}`: {what}", at + 1);
                Err(Error::new(ErrorKind::Configuration, message))
            };
            let name = one_line(&entry.name);
            if name.is_empty() {
                return refuse("the name is empty; give it one".to_owned());
            }
            if !GazetteerEntry::LABELS.contains(&entry.label) {
                let labels = GazetteerEntry::LABELS.map(Label::as_str).join(", ");
                return refuse(format!(
                    "type {} is for values, not for names; use one of {labels}",
                    entry.label
                ));
            }
            let fold = Fold {
                case: !entry.case_sensitive.unwrap_or(self.options.case_sensitive),
                accents: !entry
                    .accent_sensitive
                    .unwrap_or(self.options.accent_sensitive),
            };
            let id = entry.id.filter(|id| !id.is_empty());
            let key = (
                entry.label,
                id.is_some(),
                id.as_ref().unwrap_or(&name).clone(),
            );
            let new = self.things.len() as u32;
            let thing = *self.by_id.entry(key).or_insert(new);
            self.add_surface(&name, fold, thing);
            for alias in &entry.aliases {
                self.add_surface(alias, fold, thing);
            }
            if thing == new {
                self.things.push(Thing {
                    name,
                    label: entry.label,
                    id,
                    why: why.clone(),
                });
            }
        }
        Ok(())
    }

    fn add_surface(&mut self, surface: &str, fold: Fold, thing: u32) {
        let trie = |trie: &Trie| trie.fold == fold;
        let at = self.tries.iter().position(trie).unwrap_or_else(|| {
            // The strictest first: of equally long matches the first one wins.
            let at = self.tries.partition_point(|trie| trie.fold < fold);
            self.tries.insert(at, Trie::new(fold));
            at
        });
        let holder = self.tries[at].add(surface, &pieces_of_name(surface), thing);
        self.shadowed += usize::from(holder.is_some_and(|holder| holder != thing));
    }

    /// How many things it names.
    ///
    /// ```
    /// use copydesk_core::{GazetteerEntry, GazetteerOptions, record::Label};
    /// use copydesk_entities::UserGazetteer;
    /// let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
    /// let mut line = GazetteerEntry::new("Harbour Line", Label::Org);
    /// line.aliases = vec!["HL".to_owned()];
    /// gazetteer.add("companies", [line])?;
    /// assert_eq!(gazetteer.len(), 1); // one thing with two names
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether it names nothing.
    ///
    /// ```
    /// assert!(copydesk_entities::UserGazetteer::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// How many names and aliases are never found, because another thing that came before is
    /// written the same way.
    ///
    /// ```
    /// use copydesk_core::{GazetteerEntry, GazetteerOptions, record::Label};
    /// use copydesk_entities::UserGazetteer;
    /// let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
    /// gazetteer.add("companies", [GazetteerEntry::new("Malmö Star", Label::Org)])?;
    /// gazetteer.add("ships", [GazetteerEntry::new("Malmö Star", Label::Product)])?;
    /// assert_eq!(gazetteer.shadowed(), 1); // the ship is never found
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    pub fn shadowed(&self) -> usize {
        self.shadowed
    }

    /// The options it was made with.
    ///
    /// ```
    /// use copydesk_core::GazetteerOptions;
    /// use copydesk_entities::UserGazetteer;
    /// let options = GazetteerOptions::default();
    /// assert_eq!(UserGazetteer::new(options).options(), options);
    /// ```
    pub fn options(&self) -> GazetteerOptions {
        self.options
    }

    pub(crate) fn thing(&self, index: u32) -> &Thing {
        &self.things[index as usize]
    }

    /// The places in which names stand, in order and without overlap.
    pub(crate) fn find(&self, text: &str, tokens: &[Token]) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.is_empty() {
            return matches;
        }
        let pieces = pieces_of_text(text, tokens);
        let mut folded = String::new();
        let mut at = 0;
        while at < pieces.len() {
            match self.longest(text, &pieces[at..], &mut folded) {
                Some((count, thing)) => {
                    let span = Span::new(pieces[at].start, pieces[at + count - 1].end);
                    matches.push(Match { span, thing });
                    at += count;
                }
                None => at += 1,
            }
        }
        matches
    }

    /// The longest name that starts with the first of `pieces`: how many pieces it takes, and its
    /// thing.
    fn longest(&self, text: &str, pieces: &[Piece], folded: &mut String) -> Option<(usize, u32)> {
        if !pieces.first()?.starts_token {
            return None;
        }
        let mut best: Option<(usize, u32)> = None;
        for trie in &self.tries {
            if let Some(found) = trie.longest(text, pieces, folded)
                && best.is_none_or(|best| best.0 < found.0)
            {
                best = Some(found);
            }
        }
        best
    }
}

/// Drops the mentions that share letters with a match.
pub(crate) fn give_way(tagged: &mut Vec<Tagged>, matches: &[Match]) {
    if matches.is_empty() {
        return;
    }
    tagged.retain(|tagged| {
        let behind = matches.partition_point(|found| found.span.end <= tagged.span.start);
        (matches.get(behind)).is_none_or(|found| found.span.start >= tagged.span.end)
    });
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Debug for UserGazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserGazetteer")
            .field("options", &self.options)
            .field("things", &self.things.len())
            .field("shadowed", &self.shadowed)
            .finish_non_exhaustive()
    }
}
