//! What a corpus says of one entity: its names, its mentions, the offices that it holds, and why
//! its mentions are one thing.

use copydesk_core::record::{Article, Entity, Identifiers, Label};
use rustc_hash::FxHashMap;

use super::{
    Corpus, MergeKind, day,
    graph::Item,
    keys,
    offices::{Fact, Office},
    view::Join,
};

/// Forms of the name that an entity lists.
const MAX_ALIASES: usize = 64;

/// A person, place, organisation or other thing that the articles mention.
///
/// ```
/// use copydesk::{corpus::Corpus, record::Label, stage};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Ghana closed the port.", None), "2024-05-02");
/// corpus.add_on(stage::annotate("Ghanaian dockers walked out.", None), "2024-05-03");
/// let ghana = &corpus.entities()[0];
/// assert_eq!((ghana.name.as_str(), ghana.label), ("Ghana", Label::Gpe));
/// assert_eq!(ghana.aliases, ["Ghanaian"]);
/// assert_eq!(ghana.identifiers.country.as_deref(), Some("GH"));
/// assert_eq!(ghana.members.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CorpusEntity {
    /// 16 hexadecimal digits: a hash of the identifier or, where there is none, of type and name,
    /// and for what has only a short name of its first article, too. Stays the same as articles
    /// are added, unless these show that it is one with an entity that came before.
    pub id: String,
    /// Its most frequent name.
    pub name: String,
    /// Its most frequent type.
    pub label: Label,
    /// The other forms in which the articles name it, in order of first use.
    pub aliases: Vec<String>,
    /// Identifiers, where a gazetteer knows them.
    pub identifiers: Identifiers,
    /// The entities of articles that it is, in order.
    pub members: Vec<Member>,
    /// The offices that it held, in order of their first article.
    pub roles: Vec<CorpusRole>,
    /// How sure it is that all of this is one thing: the least of its members, 0 to 1.
    pub confidence: f32,
}

/// An entity of an article, and why it belongs to an entity of the corpus.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ingrid Solheim flew to Accra.", None));
/// corpus.add(stage::annotate("Accra was quiet. Ingrid Solheim left.", None));
/// let solheim = &corpus.entities()[0];
/// let member = solheim.members[1];
/// let article = corpus.document(member.document).expect("it was added");
/// assert_eq!(article.entities[member.entity as usize].name, "Ingrid Solheim");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Index of the article.
    pub document: u32,
    /// Index of the entity in [`Article::entities`].
    pub entity: u32,
    /// What joined it.
    pub merge: Merge,
}

/// What joined an entity of an article to those of others.
///
/// ```
/// use copydesk::{corpus::{Corpus, MergeKind}, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ingrid Solheim flew to Accra.", None));
/// corpus.add(stage::annotate("Accra was quiet. Ingrid Solheim left.", None));
/// let solheim = &corpus.entities()[0];
/// let merge = solheim.members[1].merge;
/// assert_eq!(merge.kind, MergeKind::Name);
/// assert_eq!(merge.through, Some((0, 0)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// In which way.
    pub kind: MergeKind,
    /// The entity of another article that it was joined through: index of the article, index of
    /// the entity.
    pub through: Option<(u32, u32)>,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// An office of a person, as the articles say.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// let text = "Norway’s Foreign Minister Ingrid Solheim flew to Accra.";
/// corpus.add_on(stage::annotate(text, None), "2024-05-02");
/// let entities = corpus.entities();
/// let solheim = entities.iter().find(|it| it.name == "Ingrid Solheim").expect("she is named");
/// let role = &solheim.roles[0];
/// assert_eq!(role.title, "Foreign Minister");
/// assert_eq!(entities[role.of.expect("it is said") as usize].name, "Norway");
/// assert_eq!(role.first.as_deref(), Some("2024-05-02"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorpusRole {
    /// The office: `Foreign Minister`.
    pub title: String,
    /// Index of the entity whose office it is.
    pub of: Option<u32>,
    /// Index of the entity that the office is, where an article mentions it as one.
    pub office: Option<u32>,
    /// Day of the first article that says so, as `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Day of the last article that says so.
    pub last: Option<String>,
    /// Where the articles say so, in order of their days.
    pub evidence: Vec<OfficeEvidence>,
}

/// Where an article says who holds an office.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Norway’s Foreign Minister Ingrid Solheim flew to Accra.", None));
/// let offices = corpus.offices();
/// let evidence = offices[0].holders[0].1.evidence[0];
/// let article = corpus.document(evidence.document).expect("it was added");
/// let mention = &article.mentions[evidence.mention as usize];
/// assert_eq!(mention.span.of(&article.text), "Foreign Minister");
/// assert_eq!(article.entities[evidence.holder as usize].name, "Ingrid Solheim");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeEvidence {
    /// Index of the article.
    pub document: u32,
    /// Index of the mention of the office in it.
    pub mention: u32,
    /// Index of the holder in [`Article::entities`].
    pub holder: u32,
}

/// An office, and who held it as the articles say.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// for (day, name) in [("2023-05-02", "Ingrid Solheim"), ("2024-05-02", "Anna Lund")] {
///     let text = format!("Norway’s Foreign Minister {name} flew to Accra.");
///     corpus.add_on(stage::annotate(&text, None), day);
/// }
/// let entities = corpus.entities();
/// let office = &corpus.offices()[0];
/// let holders: Vec<&str> =
///     office.holders.iter().map(|(holder, _)| &*entities[*holder as usize].name).collect();
/// assert_eq!(office.title, "Foreign Minister");
/// assert_eq!(holders, ["Ingrid Solheim", "Anna Lund"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorpusOffice {
    /// The office: `Foreign Minister`.
    pub title: String,
    /// Index of the entity whose office it is.
    pub of: Option<u32>,
    /// Index of the entity that the office is, where an article mentions it as one.
    pub office: Option<u32>,
    /// The holders: index of the entity, and what says so; in order of their first article.
    pub holders: Vec<(u32, CorpusRole)>,
}

/// Who holds an office on the day of an article.
///
/// ```
/// use copydesk::{RoleEntry, corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.set_roles(vec![RoleEntry::new("Foreign Minister", "Norway", "Ingrid Solheim")]);
/// corpus.add_on(stage::annotate("Norway’s Foreign Minister flew to Accra.", None), "2024-05-02");
/// let office = corpus.document(0).expect("it was added").mentions[1].entity;
/// let holder = corpus.who(0, office).expect("the table says so");
/// assert_eq!(holder.name, "Ingrid Solheim");
/// assert!(holder.given && holder.evidence.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// Their name.
    pub name: String,
    /// Index of their entity, where an article mentions them.
    pub entity: Option<u32>,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// Whether the user's table says so.
    pub given: bool,
    /// Where the articles say so.
    pub evidence: Vec<OfficeEvidence>,
}

impl Corpus {
    /// All entities, in order of their first mention. The index of one in this list is what other
    /// calls return, until the next article is added.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
    /// corpus.add(stage::annotate("Norway and Chad spoke.", None));
    /// let entities = corpus.entities();
    /// let names: Vec<&str> = entities.iter().map(|it| it.name.as_str()).collect();
    /// assert_eq!(names, ["Ghana", "Norway", "Chad"]);
    /// ```
    pub fn entities(&self) -> Vec<CorpusEntity> {
        (0..self.view().groups.len() as u32)
            .filter_map(|index| self.entity(index))
            .collect()
    }

    /// How many entities there are.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
    /// corpus.add(stage::annotate("Norway and Chad spoke.", None));
    /// assert_eq!(corpus.entity_count(), 3);
    /// ```
    pub fn entity_count(&self) -> usize {
        self.view().groups.len()
    }

    /// The first entity of an article that the entity of an index is: index of the article, index
    /// of the entity. It stays part of the same as articles are added, where the index does not.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
    /// corpus.add(stage::annotate("Norway and Chad spoke.", None));
    /// assert_eq!(corpus.first_of(2), Some((1, 1))); // Chad, the second entity of the second article
    /// assert_eq!(corpus.first_of(3), None);
    /// ```
    pub fn first_of(&self, index: u32) -> Option<(u32, u32)> {
        let groups = self.view().groups.get(index as usize)?;
        let items = groups
            .iter()
            .filter_map(|&root| self.graph.nodes[root as usize].items.first());
        items.min().map(|item| (item.document, item.entity))
    }

    /// The entity of an index.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana and Norway spoke.", None));
    /// assert_eq!(corpus.entity(1).map(|it| it.name).as_deref(), Some("Norway"));
    /// assert_eq!(corpus.entity(2), None);
    /// ```
    pub fn entity(&self, index: u32) -> Option<CorpusEntity> {
        let mut entity = self.without_roles(index)?;
        let held = self.held.get_or_init(|| self.offices_by_holder());
        entity.roles = held.get(&index).cloned().unwrap_or_default();
        Some(entity)
    }

    fn without_roles(&self, index: u32) -> Option<CorpusEntity> {
        let members = self.members(index)?;
        let entities = || members.iter().filter_map(|member| self.record(member));
        let (first, _) = entities().next()?;
        let mut names: Vec<(&str, usize)> = Vec::new();
        let mut labels: Vec<(Label, usize)> = Vec::new();
        let mut forms: Vec<&str> = Vec::new();
        let mut identifiers = Identifiers::default();
        let mut index_of: FxHashMap<&str, usize> = FxHashMap::default();
        for (entity, member) in entities() {
            // The name of somebody of whom an article has only a part is none for the whole.
            let whole = !matches!(member.merge.kind, MergeKind::Part | MergeKind::Acronym);
            let at = *index_of.entry(&entity.name).or_insert_with(|| {
                names.push((&entity.name, 0));
                names.len() - 1
            });
            names[at].1 += 1 + usize::from(whole) * members.len();
            match labels.iter_mut().find(|(label, _)| *label == entity.label) {
                Some((_, count)) => *count += 1,
                None => labels.push((entity.label, 1)),
            }
            for form in std::iter::once(&entity.name).chain(&entity.aliases) {
                if forms.len() < MAX_ALIASES && !forms.contains(&form.as_str()) {
                    forms.push(form);
                }
            }
            add(&mut identifiers, &entity.identifiers);
        }
        let name = (names.iter().rev())
            .max_by_key(|(name, count)| (*count, name.len()))
            .map_or(first.name.as_str(), |(name, _)| *name);
        let label = (labels.iter().rev())
            .max_by_key(|(_, count)| *count)
            .map_or(first.label, |(label, _)| *label);
        let known = self.known_of(index);
        let name = known.map_or(name, |entry| entry.name.as_str());
        let label = known.map_or(label, |entry| entry.label);
        if let Some(entry) = known {
            identifiers = Identifiers {
                id: entry.id.clone(),
                ..Identifiers::default()
            };
        }
        Some(CorpusEntity {
            id: self.id_of(index),
            aliases: (forms.iter())
                .filter(|form| **form != name)
                .map(|form| (*form).to_owned())
                .collect(),
            name: name.to_owned(),
            label,
            identifiers,
            confidence: (members.iter())
                .map(|member| member.merge.confidence)
                .fold(1.0, f32::min),
            roles: Vec::new(),
            members,
        })
    }

    fn record(&self, member: &Member) -> Option<(&Entity, Member)> {
        let article = self.document(member.document)?;
        Some((article.entities.get(member.entity as usize)?, *member))
    }

    fn known_of(&self, index: u32) -> Option<&copydesk_core::GazetteerEntry> {
        let groups = self.view().groups.get(index as usize)?;
        let known = groups
            .iter()
            .find_map(|&node| self.graph.nodes[node as usize].known)?;
        self.known.get(known as usize)
    }

    fn id_of(&self, index: u32) -> String {
        let groups = &self.view().groups[index as usize];
        let node = |root: u32| {
            let first = self.graph.nodes[root as usize].first;
            &self.graph.nodes[first as usize].key
        };
        // A whole name or identifier before a part that some article has.
        let whole = |key: &&String| !key.contains("|short|");
        let mut keys = groups.iter().map(|&root| node(root));
        let first = groups.first().map(|&root| node(root));
        let key = keys.find(whole).or(first).map_or("", String::as_str);
        format!("{:016x}", xxhash_rust::xxh3::xxh3_64(key.as_bytes()))
    }

    /// The entities of articles that one of the corpus is.
    fn members(&self, index: u32) -> Option<Vec<Member>> {
        let view = self.view();
        let groups = view.groups.get(index as usize)?;
        let joins: FxHashMap<u32, &Join> = (view.joins[index as usize].iter())
            .map(|join| (join.node, join))
            .collect();
        let mut members = Vec::new();
        for &root in groups {
            let node = &self.graph.nodes[root as usize];
            let join = joins.get(&root);
            let mut before: Option<Item> = None;
            for &item in &node.items {
                let merge = match (before, join) {
                    (_, Some(join)) => Merge {
                        kind: join.kind,
                        through: Some((join.through.document, join.through.entity)),
                        confidence: join.confidence,
                    },
                    (None, None) => Merge {
                        kind: MergeKind::First,
                        through: None,
                        confidence: 1.0,
                    },
                    (Some(before), None) => self.same_key(before, item),
                };
                members.push(Member {
                    document: item.document,
                    entity: item.entity,
                    merge,
                });
                before = before.or(Some(item));
            }
        }
        members.sort_by_key(|member| (member.document, member.entity));
        Some(members)
    }

    /// Why two entities of one node are one.
    fn same_key(&self, before: Item, item: Item) -> Merge {
        let entity = |item: Item| {
            let article = self.document(item.document)?;
            article.entities.get(item.entity as usize)
        };
        let (kind, confidence) = match (entity(before), entity(item)) {
            (Some(a), Some(b)) if a.name == b.name && a.identifiers.id == b.identifiers.id => {
                let known = a.identifiers.wikidata.is_some() || a.identifiers.geonames.is_some();
                if known || a.identifiers.id.is_some() {
                    (MergeKind::Identifier, 1.0)
                } else {
                    (MergeKind::Name, 0.95)
                }
            }
            (Some(a), Some(b)) if shares_identifier(&a.identifiers, &b.identifiers) => {
                (MergeKind::Identifier, 1.0)
            }
            _ => (MergeKind::Spelling, 0.9),
        };
        Merge {
            kind,
            through: Some((before.document, before.entity)),
            confidence,
        }
    }

    /// Who holds an office on the day of an article that mentions it; `None` for what is no
    /// office, and where nobody says or the articles disagree.
    ///
    /// The user's table comes first, then the article itself, then those nearest in time.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// let named = "Norway’s Foreign Minister Ingrid Solheim flew to Accra.";
    /// corpus.add_on(stage::annotate(named, None), "2024-05-02");
    /// let unnamed = "Norway’s Foreign Minister was in Accra.";
    /// corpus.add_on(stage::annotate(unnamed, None), "2024-05-03");
    /// let office = corpus.document(1).expect("it was added").mentions[1].entity;
    /// assert_eq!(corpus.who(1, office).map(|it| it.name).as_deref(), Some("Ingrid Solheim"));
    /// ```
    pub fn who(&self, document: u32, entity: u32) -> Option<Holder> {
        let mut holder = self.holder_of(document, entity)?;
        if let Some(name) = holder.entity.and_then(|index| self.name_of(index)) {
            holder.name = name;
        }
        Some(holder)
    }

    /// As [`Self::who`], without the name of a holder whom an article mentions: to count the names
    /// of somebody takes as long as they have mentions.
    pub(super) fn holder_of(&self, document: u32, entity: u32) -> Option<Holder> {
        let known = self.documents.get(document as usize)?;
        let record = known.article.entities.get(entity as usize)?;
        if record.label != Label::Title {
            return None;
        }
        let node = *known.nodes.get(entity as usize)?;
        let office = self.offices.get(&node)?;
        let of = record.roles.first().and_then(|role| role.of)?;
        let of = known.article.entities.get(of as usize)?;
        if let Some(holder) = self.table.holder(&office.form, of, known.day) {
            return Some(self.given(holder));
        }
        let own = (known.roles.iter())
            .filter(|role| role.office == node)
            .map(|role| role.holder)
            .collect::<Vec<_>>();
        if let [holder] = own[..] {
            let mention = record.mentions.first().copied().unwrap_or_default();
            return self.held(
                document,
                holder,
                0.95,
                vec![OfficeEvidence {
                    document,
                    mention,
                    holder,
                }],
            );
        }
        let within = day::count(self.options.office_days);
        let only = || {
            let only = self.only.get_or_init(|| self.only_holders());
            only.get(&node).copied()
        };
        let person = |item: Item| self.entity_of(item.document, item.entity);
        let (_, confidence, said) = office.holder(known.day, within, only, person)?;
        let best = said.first()?.item;
        self.held(
            best.document,
            best.entity,
            confidence,
            said.iter().map(evidence).collect(),
        )
    }

    fn held(
        &self,
        document: u32,
        entity: u32,
        confidence: f32,
        evidence: Vec<OfficeEvidence>,
    ) -> Option<Holder> {
        let index = self.entity_of(document, entity)?;
        Some(Holder {
            name: String::new(),
            entity: Some(index),
            confidence,
            given: false,
            evidence,
        })
    }

    /// A holder of the user's table.
    fn given(&self, holder: &str) -> Holder {
        let by_id = keys::id_key(Label::Person, holder);
        let by_name = keys::name_key(Label::Person, holder);
        let known = (by_name.as_ref())
            .and_then(|key| self.by_name.get(key))
            .and_then(|&known| self.known.get(known as usize))
            .and_then(|entry| keys::id_key(Label::Person, entry.id.as_deref()?));
        let entity = [by_id, known, by_name]
            .into_iter()
            .flatten()
            .find_map(|key| self.view().entity(self.graph.find(&key)?));
        Holder {
            name: holder.to_owned(),
            entity,
            confidence: 1.0,
            given: true,
            evidence: Vec::new(),
        }
    }

    fn name_of(&self, index: u32) -> Option<String> {
        self.without_roles(index).map(|entity| entity.name)
    }

    /// The offices of which the articles say whose they are, in order of their first article.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// let text = "Norway’s Foreign Minister Ingrid Solheim met Ghana’s Transport Minister Kofi Mensah.";
    /// corpus.add(stage::annotate(text, None));
    /// let offices = corpus.offices();
    /// let titles: Vec<&str> = offices.iter().map(|it| it.title.as_str()).collect();
    /// assert_eq!(titles, ["Foreign Minister", "Transport Minister"]);
    /// ```
    pub fn offices(&self) -> Vec<CorpusOffice> {
        let mut nodes: Vec<u32> = self.offices.keys().copied().collect();
        nodes.sort_unstable();
        nodes
            .into_iter()
            .map(|node| {
                let office = &self.offices[&node];
                let of = self.entity_of(office.of.document, office.of.entity);
                let index = self.view().entity(node);
                let mut holders: Vec<(u32, CorpusRole)> = Vec::new();
                let mut index_of: FxHashMap<u32, usize> = FxHashMap::default();
                for fact in office.facts() {
                    let Some(person) = self.entity_of(fact.item.document, fact.item.entity) else {
                        continue;
                    };
                    let date = (fact.day != i32::MIN).then(|| day::format(fact.day));
                    if let Some(&at) = index_of.get(&person) {
                        let (_, role) = &mut holders[at];
                        role.first = role.first.take().or_else(|| date.clone());
                        role.last = date.or(role.last.take());
                        role.evidence.push(evidence(&fact));
                        continue;
                    }
                    index_of.insert(person, holders.len());
                    holders.push((
                        person,
                        CorpusRole {
                            title: office.title.clone(),
                            of,
                            office: index,
                            first: date.clone(),
                            last: date,
                            evidence: vec![evidence(&fact)],
                        },
                    ));
                }
                CorpusOffice {
                    title: office.title.clone(),
                    of,
                    office: index,
                    holders,
                }
            })
            .collect()
    }

    /// Who holds an office of which the articles name one holder only.
    fn only_holders(&self) -> FxHashMap<u32, u32> {
        let only = |office: &Office| {
            let mut people =
                (office.facts()).filter_map(|it| self.entity_of(it.item.document, it.item.entity));
            let first = people.next()?;
            people.all(|person| person == first).then_some(first)
        };
        (self.offices.iter())
            .filter_map(|(&node, office)| Some((node, only(office)?)))
            .collect()
    }

    fn offices_by_holder(&self) -> FxHashMap<u32, Vec<CorpusRole>> {
        let mut out: FxHashMap<u32, Vec<CorpusRole>> = FxHashMap::default();
        for office in self.offices() {
            for (holder, role) in office.holders {
                out.entry(holder).or_default().push(role);
            }
        }
        out
    }
}

fn evidence(fact: &Fact) -> OfficeEvidence {
    OfficeEvidence {
        document: fact.item.document,
        mention: fact.mention,
        holder: fact.item.entity,
    }
}

fn shares_identifier(a: &Identifiers, b: &Identifiers) -> bool {
    a.id.is_some() && a.id == b.id
        || a.wikidata.is_some() && a.wikidata == b.wikidata
        || a.geonames.is_some() && a.geonames == b.geonames
}

/// Adds what is not known yet.
fn add(known: &mut Identifiers, more: &Identifiers) {
    if known.id.is_some() {
        return;
    }
    if more.id.is_some() {
        known.clone_from(more);
        return;
    }
    known.country = known.country.take().or_else(|| more.country.clone());
    known.wikidata = known.wikidata.take().or_else(|| more.wikidata.clone());
    known.geonames = known.geonames.or(more.geonames);
    known.coordinates = known.coordinates.or(more.coordinates);
}

/// The words of an article by which it mentions an entity of the corpus.
impl Member {
    /// Indices of its mentions in [`Article::mentions`].
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ingrid Solheim spoke. Solheim then left.", None));
    /// let article = corpus.document(0).expect("it was added");
    /// let solheim = &corpus.entities()[0];
    /// let words: Vec<&str> = solheim.members[0]
    ///     .mentions(article)
    ///     .iter()
    ///     .map(|&at| article.mentions[at as usize].span.of(&article.text))
    ///     .collect();
    /// assert_eq!(words, ["Ingrid Solheim", "Solheim"]);
    /// ```
    pub fn mentions<'a>(&self, article: &'a Article) -> &'a [u32] {
        (article.entities.get(self.entity as usize)).map_or(&[], |entity| &entity.mentions)
    }
}
