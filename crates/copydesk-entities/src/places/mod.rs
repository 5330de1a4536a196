//! Where places are: country, coordinates and GeoNames id of what the mentions of places and
//! peoples stand for.
//!
//! *What*: after who is who has been settled, each entity that is a place or a people is looked
//! up in a table of countries, regions, counties and cities (`table`), under its name and the
//! forms in which the text writes it (`names`). Where several places share the name, the words
//! around it (`around`) and the other places of the text decide (`score`). An entity whose
//! mentions name parents that differ (`Paris, Texas` and `Paris, France`) becomes two. A place
//! that is not in the table says so in a diagnostic.
//! *Why*: whoever maps or filters news needs the place and not its name.
//! *Known misses*: seas, rivers and mountains have no coordinates; of a building only the country
//! of the place that its name starts with is told.

mod around;
mod names;
mod score;
mod table;

use std::hash::Hash;

use copydesk_core::{
    Diagnostic, Severity, Span,
    record::{Entity, Label, Mention},
};
use rustc_hash::FxHashMap;

use self::{
    names::Sort,
    score::{Chosen, Name},
    table::{Kind, Record, Table},
};

/// Below this share of its readings a place makes its entity less sure.
const CLOSE: f32 = 0.75;

pub use self::score::kilometres;

/// A place of the table.
///
/// ```
/// use copydesk_core::Span;
/// use copydesk_entities::places::locate;
/// let places = locate("They met in Oslo", &[Span::new(12, 16)]);
/// let oslo = places[0].as_ref().expect("a city");
/// assert_eq!(oslo.country, Some("NO"));
/// assert!(oslo.coordinates.is_some_and(|[latitude, _]| latitude > 59.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// ISO 3166-1 alpha-2 code of the country that it is or lies in; continents have none.
    pub country: Option<&'static str>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<[f64; 2]>,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// How sure it is among the places of that name, 0 to 1.
    pub confidence: f32,
}

/// The place of each span of `text`, all of which are names of places. Equal names are one place,
/// unless a parent is named that says otherwise.
///
/// ```
/// use copydesk_core::Span;
/// use copydesk_entities::places::locate;
/// let text = "Police in Springfield, Illinois, said on Monday";
/// let places = locate(text, &[Span::new(10, 21)]);
/// let place = places[0].as_ref().expect("a place");
/// assert_eq!(place.country, Some("US"));
/// assert_eq!(place.geonames, Some(4_250_542));
/// ```
pub fn locate(text: &str, spans: &[Span]) -> Vec<Option<Place>> {
    locate_by(text, spans, score::choose)
}

/// As [`locate`], but by the number of people alone: what the context is measured against.
///
/// ```
/// use copydesk_core::Span;
/// use copydesk_entities::places::{locate, locate_by_population};
/// let text = "Paris, Texas, is a town.";
/// let country = |found: Vec<Option<copydesk_entities::places::Place>>| found[0].as_ref().and_then(|it| it.country);
/// assert_eq!(country(locate(text, &[Span::new(0, 5)])), Some("US"));
/// let crowded = locate_by_population("The Paris talks", &[Span::new(4, 9)]);
/// assert_eq!(country(crowded), Some("FR"));
/// ```
pub fn locate_by_population(text: &str, spans: &[Span]) -> Vec<Option<Place>> {
    let by_people = |names: &[Name], table: &Table| {
        let first = |name: &Name| {
            let places = name.places.iter();
            let people = |place: u32| table.record(place).map_or(0.0, |it| it.people);
            let best = places
                .copied()
                .max_by(|&a, &b| people(a).total_cmp(&people(b)))?;
            Some(Chosen {
                place: best,
                share: 1.0,
            })
        };
        names.iter().map(first).collect()
    };
    locate_by(text, spans, by_people)
}

fn locate_by(
    text: &str,
    spans: &[Span],
    choose: impl Fn(&[Name], &Table) -> Vec<Option<Chosen>>,
) -> Vec<Option<Place>> {
    let table = Table::shared();
    let mut groups = Groups::new();
    let mut folded = String::new();
    for &span in spans {
        let Some(surface) = text.get(span.range()) else {
            groups.skip();
            continue;
        };
        let mut places = names::places(surface, Sort::Place, table, &mut folded);
        if places.is_empty() {
            places = names::places(surface, Sort::Building, table, &mut folded);
        }
        table::fold(surface, &mut folded);
        groups.add(text, span, folded.clone(), || places, table);
    }
    let (names, of_span) = groups.finish();
    let chosen = choose(&names, table);
    of_span
        .into_iter()
        .map(|name| {
            let name = name? as usize;
            let Some(chosen) = chosen[name] else {
                return parent_of(&names[name], table);
            };
            if overruled(&names[name], chosen, table) {
                return parent_of(&names[name], table);
            }
            Some(place(table, chosen))
        })
        .collect()
}

fn place(table: &Table, chosen: Chosen) -> Place {
    let record = table.record(chosen.place);
    Place {
        country: record.and_then(|it| table.code(it.country?)),
        coordinates: record.and_then(|it| it.point),
        geonames: record.map(|it| it.geonames).filter(|&id| id != 0),
        confidence: chosen.share,
    }
}

/// Whether the chosen place is a small one outside of the parent that the text names: then it is
/// another one, which the table does not know. A large one is rather the next of a list.
fn overruled(name: &Name, chosen: Chosen, table: &Table) -> bool {
    let small = |record: Record| record.kind > Kind::Region && record.people < 5.7;
    table.record(chosen.place).is_some_and(small) && !score::in_parent(name, chosen, table)
}

/// A place that is only known by its parent: its country, and about where that is.
fn parent_of(name: &Name, table: &Table) -> Option<Place> {
    let parent = name.parent.as_ref()?;
    let records = parent
        .places
        .iter()
        .filter_map(|&place| table.record(place));
    let best = records.reduce(|best, next| if next.kind < best.kind { next } else { best })?;
    Some(Place {
        country: best.country.and_then(|country| table.code(country)),
        coordinates: best.point,
        geonames: None,
        confidence: 0.5,
    })
}

/// The names of a text: mentions of one name are one, unless their parents differ.
struct Groups<K> {
    names: Vec<Name>,
    /// Name → its groups, in order.
    by_key: FxHashMap<K, Vec<u32>>,
    /// The group of each mention.
    mentions: Vec<Option<u32>>,
    /// Where the last mention's parent ends, and what kind of place that is.
    parent: Option<(usize, Kind)>,
}

impl<K: Eq + Hash> Groups<K> {
    fn new() -> Self {
        Self {
            names: Vec::new(),
            by_key: FxHashMap::default(),
            mentions: Vec::new(),
            parent: None,
        }
    }

    fn skip(&mut self) {
        self.mentions.push(None);
    }

    /// Adds a mention of the name `key`.
    fn add(
        &mut self,
        text: &str,
        span: Span,
        key: K,
        places: impl FnOnce() -> Vec<u32>,
        table: &Table,
    ) {
        let around = around::around(text, span.start as usize, span.end as usize, table);
        let groups = self.by_key.entry(key).or_default();
        let fits = |&&group: &&u32| {
            let known = &self.names[group as usize].parent;
            match (&around.parent, known) {
                (Some(new), Some(known)) => {
                    new.places.iter().any(|place| known.places.contains(place))
                }
                _ => true,
            }
        };
        let group = groups.iter().rev().find(fits).copied().unwrap_or_else(|| {
            let group = self.names.len() as u32;
            groups.push(group);
            // The first place of a text is mostly where the news is from.
            let weight = if group == 0 && span.start < 160 {
                1.5
            } else {
                1.0
            };
            self.names.push(Name {
                places: places(),
                parent: None,
                kind: None,
                weight,
            });
            group
        });
        let name = &mut self.names[group as usize];
        name.weight += 0.25;
        let as_parent = self.parent.filter(|&(end, _)| end == span.end as usize);
        name.kind = name
            .kind
            .or(around.kind)
            .or(as_parent.map(|(_, kind)| kind));
        self.parent = around.parent.as_ref().and_then(|parent| {
            let kind = score::kind_of_parent(&name.places, &parent.places, table)?;
            Some((parent.end?, kind))
        });
        if let Some(parent) = around.parent
            && name
                .parent
                .as_ref()
                .is_none_or(|known| known.weight < parent.weight)
        {
            name.parent = Some(parent);
        }
        self.mentions.push(Some(group));
    }

    fn finish(mut self) -> (Vec<Name>, Vec<Option<u32>>) {
        for name in &mut self.names {
            name.weight = name.weight.min(3.0);
        }
        (self.names, self.mentions)
    }
}

/// Whether an entity is a country by its name, and not only in one.
pub(crate) fn is_country(entity: &Entity) -> bool {
    let table = Table::shared();
    let mut folded = String::new();
    table::fold(&entity.name, &mut folded);
    let code = entity.identifiers.country.as_deref();
    entity.label == Label::Gpe
        && code.is_some()
        && table.find(&folded).is_some_and(|names| {
            names.nations().chain(names.places()).any(|place| {
                table
                    .record(place)
                    .is_some_and(|record| record.kind == Kind::Country)
                    && table.code(place) == code
            })
        })
}

/// Fills the identifiers of the entities that are places or peoples, in a text whose mentions and
/// entities are settled. Entities with an id of the user's are left as they are. Returns what is
/// to be said about places that are not known.
///
/// ```
/// use copydesk_core::{Span, record::{Entity, Identifiers, Label, Link, Mention}};
/// use copydesk_entities::places::fill;
/// let text = "They met in Oslo";
/// let mut mentions = [Mention {
///     span: Span::new(12, 16),
///     label: Label::Gpe,
///     entity: 0,
///     confidence: 1.0,
///     why: "by hand".into(),
///     link: Link::default(),
///     metonym_of: None,
///     holders: Vec::new(),
/// }];
/// let mut entities = vec![Entity {
///     name: "Oslo".to_owned(),
///     label: Label::Gpe,
///     aliases: Vec::new(),
///     identifiers: Identifiers::default(),
///     mentions: vec![0],
///     roles: Vec::new(),
///     confidence: 1.0,
/// }];
/// assert!(fill(text, &mut mentions, &mut entities).is_empty());
/// assert_eq!(entities[0].identifiers.country.as_deref(), Some("NO"));
/// ```
#[inline(never)] // a row of `cargo xtask profile`
pub fn fill(text: &str, mentions: &mut [Mention], entities: &mut Vec<Entity>) -> Vec<Diagnostic> {
    let table = Table::shared();
    let mut groups = Groups::new();
    let mut placed = Vec::new();
    let mut folded = String::new();
    for (at, mention) in mentions.iter().enumerate() {
        let Some(sort) = sort(mention.label) else {
            continue;
        };
        let Some(entity) = entities.get(mention.entity as usize) else {
            continue;
        };
        if entity.identifiers.id.is_some() {
            continue;
        }
        let surface = mention.span.of(text);
        let places = || {
            let named = sort_of_entity(entity.label, sort);
            let mut places = names::places(&entity.name, named, table, &mut folded);
            if places.is_empty() {
                places = names::places(surface, sort, table, &mut folded);
            }
            places
        };
        placed.push(at);
        groups.add(text, mention.span, mention.entity, places, table);
    }
    let (names, of_mention) = groups.finish();
    let chosen = score::choose(&names, table);
    // The first group of an entity is its own; others become entities of their own.
    let mut owner: FxHashMap<u32, u32> = FxHashMap::default();
    let mut home: FxHashMap<u32, u32> = FxHashMap::default();
    let mut parted = Vec::new();
    for (&at, &group) in placed.iter().zip(&of_mention) {
        let Some(group) = group else { continue };
        let old = mentions[at].entity;
        let first = *home.entry(old).or_insert(group);
        if first != group && same(chosen[first as usize], chosen[group as usize]) {
            continue;
        }
        let new = *owner.entry(group).or_insert_with(|| {
            if first == group {
                return old;
            }
            let other = Entity {
                mentions: Vec::new(),
                roles: Vec::new(),
                ..entities[old as usize].clone()
            };
            entities.push(other);
            entities.len() as u32 - 1
        });
        if new != old {
            mentions[at].entity = new;
            entities[new as usize].mentions.push(at as u32);
            parted.push(old);
        }
    }
    parted.sort_unstable();
    parted.dedup();
    for old in parted {
        let stays = |&at: &u32| mentions.get(at as usize).is_some_and(|it| it.entity == old);
        entities[old as usize].mentions.retain(stays);
    }
    let mut diagnostics = Vec::new();
    let mut done: Vec<(u32, u32)> = owner.into_iter().map(|(group, it)| (it, group)).collect();
    done.sort_unstable();
    for (index, group) in done {
        let entity = &mut entities[index as usize];
        settle(
            entity,
            &names[group as usize],
            chosen[group as usize],
            table,
        );
        if entity.label == Label::Gpe && entity.identifiers.country.is_none() {
            let known = chosen[group as usize].is_some();
            let first = entity
                .mentions
                .first()
                .and_then(|&it| mentions.get(it as usize));
            if let (false, Some(first)) = (known, first) {
                diagnostics.push(unknown(&entity.name, first.span));
            }
        }
    }
    through_metonyms(mentions, entities);
    diagnostics
}

/// Whether two names were found to be the same place.
fn same(one: Option<Chosen>, other: Option<Chosen>) -> bool {
    one.map(|it| it.place) == other.map(|it| it.place)
}

fn sort(label: Label) -> Option<Sort> {
    match label {
        Label::Gpe => Some(Sort::Place),
        Label::Loc => Some(Sort::Nature),
        Label::Fac => Some(Sort::Building),
        Label::Norp => Some(Sort::People),
        _ => None,
    }
}

/// A people that is an entity of a country goes by the name of the country.
fn sort_of_entity(label: Label, mention: Sort) -> Sort {
    match (label, mention) {
        (Label::Gpe, Sort::People) => Sort::Place,
        (_, mention) => mention,
    }
}

/// Writes to an entity what was found.
fn settle(entity: &mut Entity, name: &Name, chosen: Option<Chosen>, table: &Table) {
    let chosen = chosen.filter(|&chosen| !overruled(name, chosen, table));
    let identifiers = &mut entity.identifiers;
    let Some(chosen) = chosen else {
        // Outside of its parent the tagger's lists have another place of that name.
        if let Some(parent) = parent_of(name, table) {
            let same = identifiers.country.as_deref() == parent.country;
            if !same {
                identifiers.country = parent.country.map(str::to_owned);
                identifiers.coordinates = None;
                identifiers.geonames = None;
            }
        }
        return;
    };
    let place = place(table, chosen);
    if entity.label == Label::Fac || entity.label == Label::Norp {
        // Of a people or building only the country is said.
        if let Some(country) = place.country
            && identifiers.country.is_none()
        {
            identifiers.country = Some(country.to_owned());
        }
        return;
    }
    if identifiers.country.as_deref() != place.country {
        identifiers.wikidata = None;
    }
    identifiers.country = place.country.map(str::to_owned);
    identifiers.coordinates = place.coordinates;
    identifiers.geonames = place.geonames;
    if chosen.share < CLOSE {
        entity.confidence = entity.confidence.min(chosen.share);
    }
}

/// What stands for a government and is no place itself lies in its country.
fn through_metonyms(mentions: &[Mention], entities: &mut [Entity]) {
    for mention in mentions {
        let Some(government) = mention.metonym_of else {
            continue;
        };
        let country = (entities.get(government as usize))
            .and_then(|government| government.identifiers.country.clone());
        if let (Some(country), Some(entity)) = (country, entities.get_mut(mention.entity as usize))
            && entity.identifiers.id.is_none()
            && entity.identifiers.country.is_none()
        {
            entity.identifiers.country = Some(country);
        }
    }
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    let message = format!(
        "`{name}` is not among the places that copydesk knows, so it has no country and no \
         coordinates; to give it some, name it in a gazetteer of your own"
    );
    Diagnostic::new(Severity::Info, "entities/unknown-place", message).at(span)
}

#[cfg(test)]
mod tests {
    use super::{Place, fill, locate};
    use copydesk_core::{
        Span,
        record::{Entity, Identifiers, Label, Link, Mention},
    };

    /// The places of the names in a text.
    fn located(text: &str, names: &[&str]) -> Vec<Option<Place>> {
        let spans: Vec<Span> = names
            .iter()
            .map(|name| {
                let start = text.find(name).expect("the name is there");
                Span::at(start, start + name.len())
            })
            .collect();
        locate(text, &spans)
    }

    fn id(place: Option<&Place>) -> Option<u32> {
        place.and_then(|place| place.geonames)
    }

    /// Mentions and entities of these names, one entity for each name.
    fn filled(text: &str, names: &[(&str, Label)]) -> (Vec<Mention>, Vec<Entity>, Vec<String>) {
        let (mut mentions, mut entities) = (Vec::new(), Vec::new());
        for (at, &(name, label)) in names.iter().enumerate() {
            for (start, _) in text.match_indices(name) {
                mentions.push(Mention {
                    span: Span::at(start, start + name.len()),
                    label,
                    entity: at as u32,
                    confidence: 1.0,
                    why: "test".into(),
                    link: Link::default(),
                    metonym_of: None,
                    holders: Vec::new(),
                });
            }
            entities.push(Entity {
                name: name.to_owned(),
                label,
                aliases: Vec::new(),
                identifiers: Identifiers::default(),
                mentions: Vec::new(),
                roles: Vec::new(),
                confidence: 1.0,
            });
        }
        mentions.sort_by_key(|mention| mention.span);
        for (at, mention) in mentions.iter().enumerate() {
            entities[mention.entity as usize].mentions.push(at as u32);
        }
        let diagnostics = fill(text, &mut mentions, &mut entities);
        let messages = diagnostics.iter().map(ToString::to_string).collect();
        (mentions, entities, messages)
    }

    #[test]
    fn a_name_alone_is_the_largest_place() {
        assert_eq!(
            id(located("in Paris", &["Paris"])[0].as_ref()),
            Some(2_988_507)
        );
        assert_eq!(
            located("in Georgia", &["Georgia"])[0]
                .as_ref()
                .and_then(|it| it.country),
            Some("GE")
        );
    }

    #[test]
    fn a_parent_and_the_other_places_overrule_size() {
        let texas = located("in Paris, Texas, on Monday", &["Paris"]);
        assert_eq!(id(texas[0].as_ref()), Some(4_717_560));
        let text = "from Tripoli and Beirut";
        let lebanon = located(text, &["Tripoli", "Beirut"]);
        assert_eq!(lebanon[0].as_ref().and_then(|it| it.country), Some("LB"));
    }

    #[test]
    fn a_small_place_outside_of_its_parent_is_only_known_by_that() {
        let places = located("in Gloppenstad, Norway, today", &["Gloppenstad"]);
        let place = places[0].as_ref().expect("a country");
        assert_eq!((place.country, place.geonames), (Some("NO"), None));
        assert_eq!(located("in Gloppenstad today", &["Gloppenstad"]), [None]);
    }

    #[test]
    fn spans_outside_of_the_text_have_no_place() {
        assert_eq!(locate("Oslo", &[Span::new(0, 9)]), [None]);
        assert_eq!(locate("", &[]), []);
    }

    #[test]
    fn entities_get_country_coordinates_and_id() {
        let text = "Norwegian police were in Bergen";
        let names = [("Norwegian", Label::Norp), ("Bergen", Label::Gpe)];
        let (_, entities, messages) = filled(text, &names);
        assert_eq!(entities[0].identifiers.country.as_deref(), Some("NO"));
        assert_eq!(entities[0].identifiers.coordinates, None);
        assert_eq!(entities[1].identifiers.geonames, Some(3_161_732));
        assert!(entities[1].identifiers.coordinates.is_some());
        assert_eq!(messages, [""; 0]);
    }

    #[test]
    fn one_name_with_two_parents_is_two_entities() {
        let text = "Paris, Texas, is not Paris, France";
        let (mentions, entities, _) = filled(text, &[("Paris", Label::Gpe)]);
        assert_eq!(
            mentions.iter().map(|it| it.entity).collect::<Vec<_>>(),
            [0, 1]
        );
        assert_eq!(entities[0].mentions, [0]);
        assert_eq!(entities[1].mentions, [1]);
        let countries = entities.iter().map(|it| it.identifiers.country.as_deref());
        assert_eq!(countries.collect::<Vec<_>>(), [Some("US"), Some("FR")]);
    }

    #[test]
    fn an_unknown_place_says_so() {
        let (_, entities, messages) = filled("near Gloppenstad", &[("Gloppenstad", Label::Gpe)]);
        assert_eq!(entities[0].identifiers, Identifiers::default());
        assert!(messages[0].starts_with("info entities/unknown-place at 5..16: `Gloppenstad`"));
    }
}
