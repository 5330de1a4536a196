//! Offices: whose office a title is, and who holds it.
//!
//! *What*: a title belongs to the country or body before it (`Norwegian foreign minister`, `Acme's
//! chief executive`) or behind it (`minister of defence of Norway`). It is held by the person
//! beside it (`President Jane Doe`; `Jane Doe, who is also the chairman`), and elsewhere in the
//! text by whom the text has called so (`the Norwegian minister`, `the president`). Titles in the
//! plural belong to several: `Norway and Ghana's foreign ministers`.
//! *Example*: `Norwegian Foreign Minister Jonas Lie … the Foreign Minister` → both mentions are the
//! office `Foreign Minister of Norway`, held by Jonas Lie.
//! *Why* former offices are offices of their own: whom the text calls the former president is not
//! whom it means by the president.
//! *Known misses*: holders that only a clause names (`was sworn in as`); a title before two names.

use copydesk_core::record::{Label, LinkKind, Role};
use rustc_hash::FxHashMap;

use super::{
    capitals::country_of,
    draft::{Draft, OPEN, one_line},
    gender::{self, Gender},
    lexicon::{BESIDE_TITLE, HEADS_OF_STATE, OTHER_RANKS, PAST, SHORT_TITLES},
    people::People,
};

/// Tokens between a name and the title that is said of it, at most.
const APPOSITION: usize = 9;

/// Countries that share a title in the plural, at most.
const MOST_COUNTRIES: usize = 4;

/// One title in the text.
#[derive(Debug)]
struct Office {
    item: usize,
    /// What equal titles have in common: `defence minister`.
    kind: String,
    /// As the lists write it, in the singular.
    title: String,
    of: Vec<u32>,
    plural: bool,
    /// `a minister`: nobody that the text could have named.
    any: bool,
    /// Entity and item of whom stands beside it.
    beside: Option<(u32, usize)>,
}

/// What the text has said about who holds which office.
#[derive(Debug, Default)]
struct Holders {
    /// Kind and country, to entity and item of the last one called so.
    by_office: FxHashMap<(String, u32), (u32, usize)>,
    /// The last word of a kind and its country (`minister` of Norway), to who is called so, where
    /// that is one person only; [`OPEN`] is any country.
    by_last_word: FxHashMap<(String, u32), Option<(u32, usize)>>,
    /// Head of state or government of a country.
    heads: FxHashMap<u32, (u32, usize)>,
    /// Kind to every office of it: countries.
    of_kind: FxHashMap<String, Vec<u32>>,
    /// Kind to whoever is called so, where that is one person only.
    of_kind_alone: FxHashMap<String, Option<(u32, usize)>>,
}

/// Finds the office and the holders of each title.
pub(super) fn resolve(draft: &mut Draft<'_>, people: &mut People) {
    let mut offices: Vec<Office> = Vec::new();
    for at in 0..draft.items.len() {
        let item = &draft.items[at];
        if item.label == Label::Title && item.named && !item.given {
            let office = office(draft, offices.last(), at);
            offices.push(office);
        }
    }
    let mut holders = Holders::default();
    for office in &offices {
        for &of in &office.of {
            let known = holders.of_kind.entry(office.kind.clone()).or_default();
            if known.len() < MOST_COUNTRIES && !known.contains(&of) {
                known.push(of);
            }
        }
    }
    for office in &mut offices {
        if let Some((_, person)) = office.beside {
            let surface = draft.surface(office.item);
            let last = surface.rsplit([' ', '\n']).next().unwrap_or_default();
            let said = gender::of_noun(last);
            if said != Gender::Unknown
                && let Some(person) = people.of_mut(draft.items[person].entity)
            {
                person.gender = said;
            }
        }
        holders.learn(office);
    }
    let mut entities: FxHashMap<(String, Vec<u32>, u32), u32> = FxHashMap::default();
    let mut first: FxHashMap<u32, usize> = FxHashMap::default();
    // The last office of each kind that is somebody's.
    let mut last: FxHashMap<String, (Vec<u32>, Vec<u32>, usize)> = FxHashMap::default();
    for office in &offices {
        settle(
            draft,
            office,
            &holders,
            &mut entities,
            &mut first,
            &mut last,
        );
    }
}

fn settle(
    draft: &mut Draft<'_>,
    office: &Office,
    holders: &Holders,
    entities: &mut FxHashMap<(String, Vec<u32>, u32), u32>,
    first: &mut FxHashMap<u32, usize>,
    last: &mut FxHashMap<String, (Vec<u32>, Vec<u32>, usize)>,
) {
    let mut of = office.of.clone();
    let mut held: Vec<u32> = Vec::new();
    let mut link = None;
    if let Some((person, item)) = office.beside {
        held.push(person);
        link = Some((LinkKind::Apposition, Some(item as u32), 0.95));
        if of.is_empty()
            && let Some(country) = holders.country(&office.kind, person)
        {
            of.push(country);
        }
    } else if !of.is_empty() {
        for &country in &of {
            if let Some((person, item, sure)) = holders.of_office(&office.kind, country)
                && !held.contains(&person)
            {
                held.push(person);
                link = Some((LinkKind::Office, Some(item as u32), sure));
            }
        }
    } else if !office.any && !office.plural {
        if let Some((countries, people, item)) = last.get(&office.kind) {
            of.clone_from(countries);
            held.clone_from(people);
            let several = (holders.of_kind.get(&office.kind)).is_some_and(|all| all.len() > 1);
            let sure = if several { 0.6 } else { 0.85 };
            link = Some((LinkKind::Office, Some(*item as u32), sure));
        } else if let Some((person, item)) = holders.alone(&office.kind) {
            held.push(person);
            of.extend(holders.country(&office.kind, person));
            link = Some((LinkKind::Office, Some(item as u32), 0.75));
        } else if let Some([country]) = holders.of_kind.get(&office.kind).map(Vec::as_slice) {
            of.push(*country);
        }
    }
    let of_nobody = if of.is_empty() {
        held.first().copied().unwrap_or(OPEN)
    } else {
        OPEN
    };
    let key = (office.kind.clone(), of.clone(), of_nobody);
    let entity = entities.get(&key).copied().unwrap_or_else(|| {
        let name = named(draft, office, &of);
        let entity = draft.entity(name, Label::Title);
        entities.insert(key, entity);
        entity
    });
    let role = |of: Option<u32>| Role {
        title: office.title.clone(),
        of,
        mention: office.item as u32,
    };
    if of.is_empty() {
        draft.holds(entity, role(None));
    }
    for &of in &of {
        draft.holds(entity, role(Some(of)));
    }
    if let Some((person, _)) = office.beside {
        if of.is_empty() {
            draft.holds(person, role(None));
        }
        for &of in &of {
            draft.holds(person, role(Some(of)));
        }
    }
    let known = !of.is_empty() || !held.is_empty();
    if known && !office.any && !office.plural {
        last.insert(office.kind.clone(), (of, held.clone(), office.item));
    }
    let before = first.get(&entity).copied();
    first.entry(entity).or_insert(office.item);
    let (kind, through, sure) = link.unwrap_or_else(|| {
        let kind = before.map_or(LinkKind::Name, |_| LinkKind::SameName);
        (kind, before.map(|before| before as u32), 0.9)
    });
    let item = &mut draft.items[office.item];
    item.set(entity, kind, through, sure);
    item.holders = held;
}

/// `Foreign Minister of Norway`.
fn named(draft: &Draft<'_>, office: &Office, of: &[u32]) -> String {
    let mut name = office.title.clone();
    for (at, &of) in of.iter().enumerate() {
        name.push_str(if at == 0 { " of " } else { " and " });
        name.push_str(&draft.entities[of as usize].name);
    }
    name
}

impl Holders {
    fn learn(&mut self, office: &Office) {
        let Some(holder) = office.beside else { return };
        let alone = self
            .of_kind_alone
            .entry(office.kind.clone())
            .or_insert(Some(holder));
        if alone.is_some_and(|(known, _)| known != holder.0) {
            *alone = None;
        }
        let of = match &office.of[..] {
            [] => self.of_kind.get(&office.kind).filter(|all| all.len() == 1),
            _ => Some(&office.of),
        };
        let of = of.cloned().unwrap_or_default();
        if let Some((first, last)) = office.kind.rsplit_once(' ')
            && SHORT_TITLES.contains(&last)
            && !OTHER_RANKS.iter().any(|rank| first.starts_with(rank))
        {
            for &country in of.iter().chain([&OPEN]) {
                let key = (last.to_owned(), country);
                let known = self.by_last_word.entry(key).or_insert(Some(holder));
                if known.is_some_and(|(known, _)| known != holder.0) {
                    *known = None;
                }
            }
        }
        for country in of {
            let key = (office.kind.clone(), country);
            self.by_office.insert(key, holder);
            if HEADS_OF_STATE.contains(&office.kind.as_str()) {
                self.heads.insert(country, holder);
            }
        }
    }

    /// Who holds an office of a country.
    fn of_office(&self, kind: &str, country: u32) -> Option<(u32, usize, f32)> {
        let key = (kind.to_owned(), country);
        if let Some(&(person, item)) = self.by_office.get(&key) {
            return Some((person, item, 0.95));
        }
        if HEADS_OF_STATE.contains(&kind)
            && let Some(&(person, item)) = self.heads.get(&country)
        {
            // Not the prime minister for the president.
            let known = |kind: &str| self.by_office.get(&(kind.to_owned(), country));
            let loose = kind == "leader" || known("leader").is_some();
            return loose.then_some((person, item, 0.85));
        }
        // `Norwegian Foreign Minister Espen Eide` and `the Norwegian minister`.
        if let Some(&Some((person, item))) = self.by_last_word.get(&key) {
            return Some((person, item, 0.8));
        }
        // `President Doe` and `the Norwegian president`.
        let (person, item) = self.of_kind_alone.get(kind).copied().flatten()?;
        let unsaid = self.country(kind, person).is_none();
        unsaid.then_some((person, item, 0.8))
    }

    /// The country whose office of this kind somebody holds.
    fn country(&self, kind: &str, person: u32) -> Option<u32> {
        let countries = self.of_kind.get(kind)?;
        countries.iter().copied().find(|&country| {
            let holder = self.by_office.get(&(kind.to_owned(), country));
            holder.is_some_and(|&(holder, _)| holder == person)
        })
    }

    fn alone(&self, kind: &str) -> Option<(u32, usize)> {
        if let Some(&Some(holder)) = self.of_kind_alone.get(kind) {
            return Some(holder);
        }
        if let Some(&Some(holder)) = self.by_last_word.get(&(kind.to_owned(), OPEN)) {
            return Some(holder);
        }
        let mut heads = self.heads.values();
        match (kind, heads.next(), heads.next()) {
            ("leader", Some(&head), None) => Some(head),
            _ => None,
        }
    }
}

/// Reads the title at an item and what stands around it.
fn office(draft: &Draft<'_>, before: Option<&Office>, at: usize) -> Office {
    let item = &draft.items[at];
    let sheet = &draft.sheet;
    let surface = one_line(draft.surface(at));
    let title = item
        .entry
        .map_or_else(|| title_case(&surface), |entry| entry.name.to_owned());
    let plural = item.entry.is_some_and(|entry| {
        surface.len() > 3 && entry.name.to_lowercase() != surface.to_lowercase()
    });
    let mut office = Office {
        item: at,
        kind: kind_of(&title),
        title,
        of: Vec::new(),
        plural,
        any: false,
        beside: None,
    };
    // Words between whose it is and the title: `Norway's new foreign minister`.
    let mut start = item.first;
    let mut past = false;
    let mut modifiers = 0;
    while modifiers < 3 && start > 0 && sheet.sentence(start - 1) == sheet.sentence(item.first) {
        let word = sheet.word(start - 1).to_ascii_lowercase();
        past |= PAST.contains(&word.as_str());
        let between = PAST.contains(&word.as_str())
            || matches!(
                word.as_str(),
                "new"
                    | "current"
                    | "then"
                    | "acting"
                    | "longtime"
                    | "incoming"
                    | "elected"
                    | "newly"
                    | "first"
                    | "supreme"
                    | "top"
                    | "-"
            );
        if !between {
            break;
        }
        start -= 1;
        modifiers += 1;
    }
    let mut phrase = start;
    let owner = |other: usize, title: &str| owner(draft, other, title);
    let mut left = at;
    if let Some(of_at) = at.checked_sub(1)
        && adjoins(draft, of_at, start)
        && let Some(of) = owner(of_at, &office.kind)
    {
        office.of.push(of);
        phrase = draft.items[of_at].first;
        left = of_at;
        while office.plural && office.of.len() < MOST_COUNTRIES {
            let Some(other) = left.checked_sub(1) else {
                break;
            };
            let gap = (draft.items[other].end..draft.items[left].first).map(|at| sheet.word(at));
            let joined = draft.items[other].end < draft.items[left].first
                && draft.items[left].first - draft.items[other].end < 4
                && gap
                    .into_iter()
                    .all(|word| matches!(word, "and" | "," | "'s" | "\u{2019}s" | "the"));
            let Some(of) = owner(other, &office.kind).filter(|_| joined) else {
                break;
            };
            office.of.insert(0, of);
            left = other;
            phrase = draft.items[other].first;
        }
    }
    let mut end = item.end;
    let mut right = at + 1;
    if office.of.is_empty() && matches!(sheet.after(item.first, end), "of" | "for" | "at" | "with")
    {
        let next = end + 1 + usize::from(sheet.after(item.first, end + 1) == "the");
        if let Some(behind) = draft
            .items
            .get(at + 1)
            .filter(|behind| behind.first == next)
            && let Some(of) = owner(at + 1, &office.kind)
        {
            office.of.push(of);
            end = behind.end;
            right = at + 2;
            // `of the Russian Federation`: a nationality and the rest of the name.
        }
    }
    let article = sheet.before(phrase, 1).to_ascii_lowercase();
    office.any = matches!(
        article.as_str(),
        "a" | "an" | "any" | "every" | "no" | "some" | "another" | "each"
    );
    if past {
        office.kind.insert_str(0, "former ");
        office.title.insert_str(0, "Former ");
    }
    if !plural {
        office.beside = (right_of(draft, item.end, end, at + 1, right))
            .or_else(|| left_of(draft, before, phrase, left));
        if office.beside.is_some() {
            office.any = false;
        }
    }
    office
}

/// Whether an item ends where the words from `start` on begin, a possessive apart.
fn adjoins(draft: &Draft<'_>, item: usize, start: usize) -> bool {
    let end = draft.items[item].end;
    end == start
        || end + 1 == start
            && matches!(
                draft.sheet.word(end),
                "'s" | "\u{2019}s" | "'" | "\u{2019}" | "-"
            )
}

/// The country or body that an item stands for, if offices have one.
fn owner(draft: &Draft<'_>, at: usize, kind: &str) -> Option<u32> {
    let item = draft.items.get(at)?;
    if item.entity == OPEN {
        return None;
    }
    if let Some(country) = item.metonym_of {
        return Some(country);
    }
    let entity = &draft.entities[item.entity as usize];
    match entity.label {
        Label::Gpe if item.label == Label::Gpe && !item.is_list("countries") => {
            // `Moscow's foreign minister` is not one of the city.
            let of_city = ["mayor", "governor", "police", "bishop", "council"];
            let of_city = of_city.iter().any(|word| kind.contains(word));
            let country = country_of(&entity.name).filter(|_| !of_city && kind != "leader");
            let known = country.and_then(|name| draft.country_named(name));
            Some(known.unwrap_or(item.entity))
        }
        Label::Gpe | Label::Org => Some(item.entity),
        // `Doe's spokesman`.
        Label::Person if matches!(draft.sheet.word(item.end), "'s" | "\u{2019}s" | "\u{2019}") => {
            Some(item.entity)
        }
        Label::Norp | Label::Fac if kind.contains("leader") || kind.contains("chief") => {
            Some(item.entity)
        }
        _ => None,
    }
}

/// `President Jane Doe`; `the president of Acme, Jane Doe,`.
fn right_of(
    draft: &Draft<'_>,
    bare: usize,
    end: usize,
    next: usize,
    right: usize,
) -> Option<(u32, usize)> {
    let person = |at: usize| {
        let item = draft.items.get(at)?;
        (item.label == Label::Person && item.named && item.entity != OPEN).then_some((
            item.entity,
            at,
            item,
        ))
    };
    if let Some((entity, at, item)) = person(next)
        && item.first == bare
    {
        return Some((entity, at));
    }
    let (entity, at, item) = person(right)?;
    let sheet = &draft.sheet;
    let same = sheet.sentence(item.first) == sheet.sentence(bare - 1);
    let comma = sheet.word(end) == ",";
    let closed = matches!(sheet.word(item.end), "," | "." | ";" | ")")
        || sheet.sentence(item.end) != sheet.sentence(item.first);
    let beside =
        same && (item.first == end && end > bare || comma && item.first == end + 1 && closed);
    beside.then_some((entity, at))
}

/// `Jane Doe, the president`; `Jane Doe, 51, who is also Acme's president`; `Jane Doe was named
/// president`.
fn left_of(
    draft: &Draft<'_>,
    before: Option<&Office>,
    phrase: usize,
    left: usize,
) -> Option<(u32, usize)> {
    let sheet = &draft.sheet;
    let at = left.checked_sub(1)?;
    let item = &draft.items[at];
    if item.label == Label::Title
        && let Some(before) = before.filter(|before| before.item == at)
        && matches!(sheet.word(item.end), "and" | ",")
        && phrase <= item.end + 3
    {
        return before.beside.filter(|&(_, person)| person < at);
    }
    // An age or a date in between does not count.
    let value = matches!(item.label, Label::Date | Label::Cardinal);
    let at = if value { at.checked_sub(1)? } else { at };
    if draft.items[at].label != Label::Person {
        return None;
    }
    let item = &draft.items[at];
    if !item.named || item.entity == OPEN || phrase < item.end || phrase - item.end > APPOSITION {
        return None;
    }
    if phrase == item.end || sheet.sentence(item.first) != sheet.sentence(phrase) {
        return None;
    }
    let mut is_said = false;
    for word in item.end..phrase {
        let word = sheet.word(word);
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        if !number && !BESIDE_TITLE.contains(&word) {
            return None;
        }
        is_said |= matches!(
            word,
            "," | "is" | "was" | "named" | "appointed" | "elected" | "became" | "as" | "("
        );
    }
    // `Doe and the president`: another one.
    is_said.then_some((item.entity, at))
}

/// What titles that mean one office have in common.
pub(super) fn kind_of(title: &str) -> String {
    let mut title = title
        .to_lowercase()
        .replace("defense", "defence")
        .replace('-', " ");
    if let Some(of) = title.strip_prefix("minister of ") {
        title = format!("{} minister", of.trim_start_matches("the "));
    }
    let title = title.replace("foreign affairs", "foreign");
    match title.as_str() {
        "ceo" | "chief executive officer" => "chief executive",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairwoman" | "chairperson" | "chair" => "chairman",
        "premier" => "prime minister",
        "congressman" | "congresswoman" => "representative",
        other => other,
    }
    .to_owned()
}

fn title_case(surface: &str) -> String {
    let mut out = String::with_capacity(surface.len());
    for word in surface.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !matches!(word, "of" | "the" | "for" | "and" | "in" | "to") => {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            _ => out.push_str(word),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{kind_of, title_case};

    #[test]
    fn titles_of_one_office_are_of_one_kind() {
        assert_eq!(kind_of("Minister of Defense"), kind_of("Defence Minister"));
        assert_eq!(kind_of("Minister of Foreign Affairs"), "foreign minister");
        assert_eq!(kind_of("CEO"), kind_of("Chief Executive"));
        assert_eq!(title_case("head of the agency"), "Head of the Agency");
    }
}
