//! Many articles together: the same people, bodies and places across them, who held which office
//! when, and what happened on which day.
//!
//! ```
//! use copydesk::{Article, corpus::Corpus, stage};
//! let mut corpus = Corpus::default();
//! let day = |day: &str, text| Article {
//!     published: Some(day.to_owned()),
//!     ..stage::annotate(text, Some(day))
//! };
//! corpus.add(day("2024-05-02", "Ingrid Solheim flew from Norway to Accra."));
//! corpus.add(day("2024-05-03", "In Norway, Solheim was asked about Accra."));
//! let people: Vec<_> = corpus.entities().into_iter().filter(|it| it.name == "Ingrid Solheim").collect();
//! assert_eq!(people.len(), 1);
//! assert_eq!(people[0].members.len(), 2);
//! ```
//!
//! *How*: [`Corpus::add`] looks an article's entities up by a few keys each, whatever came before,
//! and notes where something may have changed; the first question after that looks at these places
//! alone. What a question returns is made for it, in time linear in what it returns.
//!
//! *What makes entities the same*, strongest first: an identifier, the user's before Wikidata's and
//! that of GeoNames; a name in one of its spellings; a form that an article states; a surname,
//! acronym or variant with support of what the articles have in common. A person and a body of one
//! name, or a body and a place, are never the same.

pub(crate) mod day;
mod duplicates;
mod entity;
mod graph;
mod keys;
mod names;
mod offices;
mod settle;
mod stories;
mod timeline;
mod view;

#[cfg(test)]
mod tests;

use std::{
    fmt,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use copydesk_core::{
    GazetteerEntry, RoleEntry,
    record::{Article, Label, Participant},
};
use rustc_hash::FxHashMap;

pub use entity::{CorpusEntity, CorpusOffice, CorpusRole, Holder, Member, Merge, OfficeEvidence};
pub use timeline::{EventGroup, EventMember, TimelineEntry};

use graph::{Graph, Item, NONE};
use keys::Keys;
use offices::{Fact, Office, Table};
use settle::{Edge, Settler};
use view::View;

/// How many entities of one article support others.
const MAX_COMPANY: usize = 96;

/// How a corpus joins what its articles say.
///
/// ```
/// use copydesk::corpus::{Corpus, CorpusOptions};
/// let mut options = CorpusOptions::default();
/// options.one_story = true; // all articles are on one flood
/// options.event_days = 3;
/// assert!(Corpus::new(options).is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorpusOptions {
    /// How many days apart two articles may be for a surname, an acronym or a variant of a name to
    /// stand for the same. Default 183.
    pub name_days: u32,
    /// How many days an article may be away from those that say who holds an office. Default
    /// 1096.
    pub office_days: u32,
    /// How many days apart two articles may be for an event without a date, or a description like
    /// `the suspect`, to be the same. Default 14.
    pub event_days: u32,
    /// Whether all articles are about one story: then parts of a name and descriptions are the
    /// same without support of what else two articles have in common. Default false.
    pub one_story: bool,
}

impl Default for CorpusOptions {
    fn default() -> Self {
        Self {
            name_days: 183,
            office_days: 1096,
            event_days: 14,
            one_story: false,
        }
    }
}

/// Why an entity of an article is part of an entity of the corpus.
///
/// ```
/// use copydesk::{corpus::{Corpus, MergeKind}, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana closed the port.", None));
/// corpus.add(stage::annotate("Ghana opened the port.", None));
/// let kinds: Vec<MergeKind> =
///     corpus.entities()[0].members.iter().map(|member| member.merge.kind).collect();
/// assert_eq!(kinds, [MergeKind::First, MergeKind::Identifier]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MergeKind {
    /// It is the first one.
    First,
    /// The same identifier.
    Identifier,
    /// The same name.
    Name,
    /// Another spelling or form of the name.
    Spelling,
    /// The first letters of the name.
    Acronym,
    /// A part of the name, with support of what the articles have in common.
    Part,
    /// The same description, with support of what the articles have in common.
    Described,
}

impl MergeKind {
    /// The name used in Python and messages.
    ///
    /// ```
    /// use copydesk::corpus::MergeKind;
    /// assert_eq!(MergeKind::Acronym.as_str(), "acronym");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Identifier => "identifier",
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Acronym => "acronym",
            Self::Part => "part",
            Self::Described => "described",
        }
    }
}

impl fmt::Display for MergeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An article of a corpus, and what is kept about it.
#[derive(Debug)]
struct Document {
    article: Arc<Article>,
    day: Option<i32>,
    /// By entity of the article: its node.
    nodes: Vec<u32>,
    /// Nodes that say what the article is about.
    company: Vec<u32>,
    roles: Vec<HeldRole>,
}

/// That an article says who holds an office.
#[derive(Clone, Copy, Debug)]
struct HeldRole {
    /// Index of the holder in the article.
    holder: u32,
    /// Node of the office.
    office: u32,
}

/// Articles, and what they say together. See the [module documentation](self).
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Ingrid Solheim flew from Norway to Accra.", None), "2024-05-02");
/// corpus.add_on(stage::annotate("In Norway, Solheim was asked about Accra.", None), "2024-05-03");
/// for entity in corpus.entities() {
///     println!("{} is in {} articles", entity.name, entity.members.len());
/// }
/// # assert_eq!(corpus.entity_count(), 3);
/// ```
#[derive(Debug, Default)]
pub struct Corpus {
    options: CorpusOptions,
    documents: Vec<Document>,
    graph: Graph,
    offices: FxHashMap<u32, Office>,
    table: Table,
    known: Vec<GazetteerEntry>,
    by_name: FxHashMap<String, u32>,
    /// What was found in each bucket.
    edges: Mutex<Edges>,
    view: OnceLock<View>,
    /// Offices by their holders.
    held: OnceLock<FxHashMap<u32, Vec<CorpusRole>>>,
    /// Who holds an office of which only one holder is named.
    only: OnceLock<FxHashMap<u32, u32>>,
}

/// What was found in each bucket, and how much work that was.
#[derive(Debug, Default)]
struct Edges {
    of: Vec<Vec<Edge>>,
    steps: u64,
}

impl Corpus {
    /// A corpus without articles.
    ///
    /// ```
    /// use copydesk::corpus::{Corpus, CorpusOptions};
    /// let mut options = CorpusOptions::default();
    /// options.name_days = 30;
    /// assert_eq!(Corpus::new(options).len(), 0);
    /// ```
    pub fn new(options: CorpusOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Adds an article, on the day that it was published, and returns its index.
    ///
    /// ```
    /// use copydesk::{Article, corpus::Corpus};
    /// let mut corpus = Corpus::default();
    /// let article = Article { published: Some("2024-05-02T08:15:00Z".to_owned()), ..Article::default() };
    /// assert_eq!(corpus.add(article), 0);
    /// assert_eq!(corpus.date(0).as_deref(), Some("2024-05-02"));
    /// ```
    pub fn add(&mut self, article: impl Into<Arc<Article>>) -> u32 {
        let article = article.into();
        let date = (article.published.as_deref()).or(article.source.fetched.as_deref());
        let day = date.and_then(day::parse);
        self.insert(&article, day)
    }

    /// Adds an article, on a day as `YYYY-MM-DD`, and returns its index. Anything else than a date
    /// is as no date.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add_on(stage::annotate("Ghana closed the port.", None), "2024-05-02");
    /// corpus.add_on(stage::annotate("Ghana opened the port.", None), "some day");
    /// assert_eq!(corpus.date(0).as_deref(), Some("2024-05-02"));
    /// assert_eq!(corpus.date(1), None);
    /// ```
    pub fn add_on(&mut self, article: impl Into<Arc<Article>>, date: &str) -> u32 {
        self.insert(&article.into(), day::parse(date))
    }

    fn insert(&mut self, article: &Arc<Article>, day: Option<i32>) -> u32 {
        if self.view.take().is_some() {
            self.graph.forget_changed();
            self.held = OnceLock::new();
            self.only = OnceLock::new();
        }
        let document = self.documents.len() as u32;
        let mut first_keys: Vec<Option<String>> = Vec::with_capacity(article.entities.len());
        let mut nodes = Vec::with_capacity(article.entities.len());
        let mut company = Vec::new();
        for (at, entity) in article.entities.iter().enumerate() {
            let own = if article.id.is_empty() {
                format!("{document}|{at}")
            } else {
                format!("{}|{at}", article.id)
            };
            let known = self.known_thing(entity);
            let given = known.map(|(_, key)| key);
            let Some(keys) = Keys::of(entity, given, &own) else {
                first_keys.push(None);
                nodes.push(NONE);
                continue;
            };
            first_keys.push(keys.same.first().cloned());
            if entity.label == Label::Title {
                // Its body may come behind it.
                nodes.push(NONE);
                continue;
            }
            let item = Item {
                document,
                entity: at as u32,
            };
            let node = self.graph.add(item, day, &keys);
            if let Some((known, _)) = self.known_thing(entity) {
                self.graph.nodes[node as usize].known = Some(known);
            }
            if keys.weight > 0.0 && company.len() < MAX_COMPANY && !company.contains(&node) {
                company.push(node);
            }
            nodes.push(node);
        }
        let mut added = Document {
            article: Arc::clone(article),
            day,
            nodes,
            company,
            roles: Vec::new(),
        };
        self.learn_offices(&mut added, document, &first_keys);
        self.documents.push(added);
        document
    }

    /// The thing of the user's list that an entity is by its name, and its key.
    fn known_thing(&self, entity: &copydesk_core::record::Entity) -> Option<(u32, String)> {
        if self.by_name.is_empty() || entity.identifiers.id.is_some() {
            return None;
        }
        let key = keys::name_key(entity.label, &entity.name)?;
        let &known = self.by_name.get(&key)?;
        let entry = &self.known[known as usize];
        let key = match &entry.id {
            Some(id) => keys::id_key(entry.label, id)?,
            None => keys::id_key(entry.label, &format!("|{}", entry.name))?,
        };
        Some((known, key))
    }

    /// Nodes of the offices of an article, and what it says about their holders.
    fn learn_offices(&mut self, added: &mut Document, document: u32, keys: &[Option<String>]) {
        let article = Arc::clone(&added.article);
        let day = added.day.unwrap_or(i32::MIN);
        let mut facts: Vec<(u32, Fact)> = Vec::new();
        for (at, entity) in article.entities.iter().enumerate() {
            let at = at as u32;
            let title = entity.label == Label::Title;
            if title {
                let own = (entity.roles.len() == 1)
                    .then(|| self.office(document, &entity.roles[0], keys))
                    .flatten();
                let item = Item {
                    document,
                    entity: at,
                };
                let node = if let Some(node) = own {
                    let root = self.graph.root(node) as usize;
                    self.graph.nodes[root].items.push(item);
                    Some(node)
                } else {
                    keys[at as usize].as_deref().map(|key| {
                        let node = self.graph.node(key);
                        self.graph.nodes[node as usize].items.push(item);
                        node
                    })
                };
                added.nodes[at as usize] = node.unwrap_or(NONE);
                let Some(node) = own else { continue };
                for &mention in &entity.mentions {
                    let Some(found) = article.mentions.get(mention as usize) else {
                        continue;
                    };
                    if let [holder] = found.holders[..] {
                        let item = Item {
                            document,
                            entity: holder,
                        };
                        facts.push((node, Fact { day, item, mention }));
                    }
                }
            } else if entity.label == Label::Person {
                for role in &entity.roles {
                    if let Some(node) = self.office(document, role, keys) {
                        let item = Item {
                            document,
                            entity: at,
                        };
                        let mention = role.mention;
                        facts.push((node, Fact { day, item, mention }));
                    }
                }
            }
        }
        for (node, fact) in facts {
            let holder = fact.item.entity;
            let person = |it: &copydesk_core::record::Entity| it.label == Label::Person;
            if !(article.entities.get(holder as usize)).is_some_and(person) {
                continue;
            }
            if (added.roles.iter()).any(|role| role.holder == holder && role.office == node) {
                continue;
            }
            added.roles.push(HeldRole {
                holder,
                office: node,
            });
            if let Some(office) = self.offices.get_mut(&node) {
                office.learn(fact);
            }
        }
    }

    /// The node of an office, where the article says whose it is.
    fn office(
        &mut self,
        document: u32,
        role: &copydesk_core::record::Role,
        keys: &[Option<String>],
    ) -> Option<u32> {
        let of = role.of?;
        let key = keys.get(of as usize)?.as_ref()?;
        let form = names::office(&role.title)?;
        let node = self.graph.node(&format!("TITLE|office|{form}|{key}"));
        let entity = of;
        let of = Item { document, entity };
        let unheld = || Office::new(role.title.clone(), form, of);
        self.offices.entry(node).or_insert_with(unheld);
        Some(node)
    }

    /// Sets the table of offices, which comes before what the articles say.
    ///
    /// ```
    /// use copydesk::{RoleEntry, corpus::Corpus};
    /// let mut corpus = Corpus::default();
    /// corpus.set_roles(vec![RoleEntry::new("Foreign Minister", "Norway", "Ingrid Solheim")]);
    /// ```
    pub fn set_roles(&mut self, roles: Vec<RoleEntry>) {
        self.table = Table::new(roles);
    }

    /// Sets the things that are known by name and id, which come before all else. Articles that
    /// were added already are looked up again.
    ///
    /// ```
    /// use copydesk::{GazetteerEntry, corpus::Corpus, record::Label, stage};
    /// let mut corpus = Corpus::default();
    /// let mut union = GazetteerEntry::new("Harbour Union", Label::Org);
    /// union.aliases = vec!["Dockers of Tema".to_owned()];
    /// union.id = Some("union-7".to_owned());
    /// corpus.set_known(vec![union]);
    /// corpus.add(stage::annotate("The Harbour Union walked out.", None));
    /// assert_eq!(corpus.entities()[0].identifiers.id.as_deref(), Some("union-7"));
    /// ```
    pub fn set_known(&mut self, known: Vec<GazetteerEntry>) {
        self.by_name = FxHashMap::default();
        for (at, entry) in known.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                if let Some(key) = keys::name_key(entry.label, name) {
                    self.by_name.entry(key).or_insert(at as u32);
                }
            }
        }
        self.known = known;
        let documents = std::mem::take(&mut self.documents);
        self.graph = Graph::default();
        self.offices = FxHashMap::default();
        self.edges = Mutex::default();
        self.view = OnceLock::new();
        self.held = OnceLock::new();
        self.only = OnceLock::new();
        for document in documents {
            self.insert(&document.article, document.day);
        }
    }

    /// How many articles there are.
    ///
    /// ```
    /// use copydesk::{Article, corpus::Corpus};
    /// let mut corpus = Corpus::default();
    /// corpus.add(Article::default());
    /// assert_eq!(corpus.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// use copydesk::corpus::Corpus;
    /// assert!(Corpus::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The articles, in the order in which they were added.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana closed the port.", None));
    /// corpus.add(stage::annotate("Norway opened the port.", None));
    /// let texts: Vec<&str> = corpus.documents().map(|article| article.text.as_str()).collect();
    /// assert_eq!(texts, ["Ghana closed the port.", "Norway opened the port."]);
    /// ```
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Arc<Article>> {
        self.documents.iter().map(|document| &document.article)
    }

    /// The article of an index.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// let at = corpus.add(stage::annotate("Ghana closed the port.", None));
    /// assert_eq!(corpus.document(at).map(|it| it.text.as_str()), Some("Ghana closed the port."));
    /// assert!(corpus.document(1).is_none());
    /// ```
    pub fn document(&self, document: u32) -> Option<&Arc<Article>> {
        (self.documents.get(document as usize)).map(|document| &document.article)
    }

    /// The day of an article, as `YYYY-MM-DD`.
    ///
    /// ```
    /// use copydesk::{Article, corpus::Corpus};
    /// let mut corpus = Corpus::default();
    /// corpus.add_on(Article::default(), "2024-05-02");
    /// assert_eq!(corpus.date(0).as_deref(), Some("2024-05-02"));
    /// ```
    pub fn date(&self, document: u32) -> Option<String> {
        self.documents.get(document as usize)?.day.map(day::format)
    }

    /// Index of the entity of the corpus that an entity of an article belongs to; `None` for
    /// values and for what is not there.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
    /// corpus.add(stage::annotate("Norway and Chad spoke.", None));
    /// assert_eq!(corpus.entity_of(0, 1), corpus.entity_of(1, 0)); // Norway in both
    /// assert_eq!(corpus.entity_of(7, 0), None);
    /// ```
    pub fn entity_of(&self, document: u32, entity: u32) -> Option<u32> {
        let node = *(self.documents.get(document as usize)?.nodes).get(entity as usize)?;
        self.view().entity(node)
    }

    /// Index of what a mention stands for in the corpus: for an office its holder, where somebody
    /// says who that is; for a seat of government that government; for all others their own
    /// entity.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Moscow accused Kyiv. The talks in Moscow failed.", None));
    /// let who = corpus.stands_for(0, 0).and_then(|index| corpus.entity(index));
    /// assert_eq!(who.map(|it| it.name).as_deref(), Some("Russia"));
    /// ```
    pub fn stands_for(&self, document: u32, mention: u32) -> Option<u32> {
        let article = self.document(document)?;
        let mention = article.mentions.get(mention as usize)?;
        if let [holder] = mention.holders[..] {
            return self.entity_of(document, holder);
        }
        self.actor(document, mention.metonym_of.unwrap_or(mention.entity))
    }

    /// The holder of an office, or the entity itself.
    fn actor(&self, document: u32, entity: u32) -> Option<u32> {
        (self.holder_of(document, entity))
            .and_then(|holder| holder.entity)
            .or_else(|| self.entity_of(document, entity))
    }

    /// Whom the words of an event stand for.
    fn participant(&self, document: u32, participant: &Participant) -> Option<u32> {
        let entity = participant.entity?;
        let article = self.document(document)?;
        let span = participant.span;
        let from = (article.mentions).partition_point(|mention| mention.span.start < span.start);
        let within = (article.mentions[from..].iter())
            .take_while(|mention| mention.span.end <= span.end)
            .position(|mention| {
                mention.entity == entity
                    || mention.metonym_of == Some(entity)
                    || mention.holders == [entity]
            });
        match within {
            Some(at) => self.stands_for(document, (from + at) as u32),
            None => self.actor(document, entity),
        }
    }

    /// The entities as they stand.
    fn view(&self) -> &View {
        self.view.get_or_init(|| {
            let mut edges = self.edges.lock().unwrap_or_else(PoisonError::into_inner);
            edges.of.resize(self.graph.buckets.len(), Vec::new());
            let mut settler = Settler {
                graph: &self.graph,
                documents: &self.documents,
                days: day::count(self.options.name_days),
                near_days: day::count(self.options.event_days),
                one_story: self.options.one_story,
                steps: 0,
            };
            for &bucket in self.graph.changed() {
                edges.of[bucket as usize] = settler.settle(&self.graph.buckets[bucket as usize]);
            }
            edges.steps += settler.steps;
            View::new(&self.graph, &self.documents, &edges.of)
        })
    }
}

impl<A: Into<Arc<Article>>> Extend<A> for Corpus {
    fn extend<I: IntoIterator<Item = A>>(&mut self, articles: I) {
        for article in articles {
            self.add(article);
        }
    }
}
