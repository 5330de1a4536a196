//! What happened on which day, as all articles together tell it.
//!
//! *What*: events of one kind between the same entities at the same time are one, whoever tells of
//! them; those that have a time make a timeline.
//! *Example*: `Solheim met Adjei on 14 May`, `Adjei's talks with Solheim` in an article of the next
//! day and `the two met in May` are one event, on 14 May.
//! *Times agree* where one holds the other and is no longer than two months; where the day of the
//! article stands for the time, within the days that news is late; where there is none, if the
//! article is near. The time of the group is that of its narrowest member.
//! *Known misses*: two meetings of the same two in one month of which an article says only the
//! month; an event told once of a country and once of its minister stays two.

use std::collections::{BTreeMap, BTreeSet};

use copydesk_core::record::{ClaimStatus, Event, EventRoot};
use rustc_hash::FxHashMap;

use super::{Corpus, day};

/// The longest time that may hold another one, in days.
const WIDE: i32 = 62;
/// Days that an article may be late with what happened, and early with what will.
const LATE: i32 = 3;
const EARLY: i32 = 1;
/// Groups of one key that an event is compared with.
const MAX_GROUPS: usize = 32;
/// Participants of one event that are paired.
const MAX_PARTICIPANTS: usize = 8;
/// Parts of a time of which the first one is its place among the others. By their starts, a week
/// would stand before all of its days, by their middles behind most of them: a reader looks for it
/// behind those with which it begins. Any part between a fifth and a third does that for days in
/// weeks and months in seasons.
const QUARTER: i32 = 4;

/// An event, as one or more articles tell it.
///
/// ```
/// use copydesk::{corpus::Corpus, record::EventRoot, stage};
/// let mut corpus = Corpus::default();
/// for day in ["2024-05-03", "2024-05-04"] {
///     let text = "Ghana arrested Kofi Mensah on May 2, 2024.";
///     corpus.add_on(stage::annotate(text, Some(day)), day);
/// }
/// let event = &corpus.events()[0];
/// assert_eq!(event.root, EventRoot::Coerce);
/// assert_eq!(event.date.as_deref(), Some("2024-05-02"));
/// assert_eq!(event.members.len(), 2); // both articles tell it
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventGroup {
    /// What kind of event it is.
    pub root: EventRoot,
    /// Indices of the entities of the corpus that did it, in ascending order.
    pub who: Vec<u32>,
    /// To whom or with whom, likewise.
    pub whom: Vec<u32>,
    /// TIMEX3 value of its time, where one of the articles gives it.
    pub date: Option<String>,
    /// First day, and the day after the last one, as ISO dates.
    pub interval: Option<[String; 2]>,
    /// Whether the day of an article stands for the time.
    pub by_publication: bool,
    /// What the articles together say about whether it is so: confirmed by one of them, else
    /// alleged, denied, expected.
    pub status: ClaimStatus,
    /// All that they say about it.
    pub statuses: Vec<ClaimStatus>,
    /// Where they tell it; the fullest one first, the others in order of the articles.
    pub members: Vec<EventMember>,
    /// The clause of the fullest one.
    pub text: String,
}

/// An event of an article.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana arrested Kofi Mensah on May 2, 2024.", None));
/// let member = corpus.events()[0].members[0];
/// let article = corpus.document(member.document).expect("it was added");
/// let event = &article.events[member.event as usize];
/// assert_eq!(event.trigger.of(&article.text), "arrested");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventMember {
    /// Index of the article.
    pub document: u32,
    /// Index of the event in [`Article::events`](copydesk_core::record::Article::events).
    pub event: u32,
}

/// One time of the timeline, and what happened then.
///
/// ```
/// use copydesk::{corpus::Corpus, record::ClaimStatus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add(stage::annotate("Ghana arrested Kofi Mensah on May 2, 2024.", None));
/// let entry = &corpus.timeline()[0];
/// assert_eq!(entry.interval, ["2024-05-02", "2024-05-03"]);
/// assert_eq!((entry.status, &entry.documents[..]), (ClaimStatus::Confirmed, &[0][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimelineEntry {
    /// TIMEX3 value: `2024-05-14`, `2024-W20`, `2024-05`.
    pub date: String,
    /// First day, and the day after the last one, as ISO dates.
    pub interval: [String; 2],
    /// What happened then, the event that most articles tell first.
    pub events: Vec<EventGroup>,
    /// Indices of the articles that tell of it, in order.
    pub documents: Vec<u32>,
    /// The clause that tells the first of the events.
    pub text: String,
    /// Whether the first of the events is so.
    pub status: ClaimStatus,
}

/// An event of an article with the entities of the corpus.
struct Told<'a> {
    member: EventMember,
    event: &'a Event,
    who: Vec<u32>,
    whom: Vec<u32>,
    place: Option<u32>,
    /// First day, and the day after the last one.
    interval: Option<(i32, i32)>,
    /// Whether the day of the article stands for the time.
    by_publication: bool,
    day: Option<i32>,
}

/// By what two events may be the same: kind, and two entities or an entity and a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    root: EventRoot,
    pair: bool,
    a: u32,
    b: u32,
}

impl Told<'_> {
    fn keys(&self) -> Vec<Key> {
        let root = self.event.root;
        let both = matches!(
            root,
            EventRoot::Consult | EventRoot::Agree | EventRoot::Cooperate
        );
        let mut keys = Vec::new();
        for &who in self.who.iter().take(MAX_PARTICIPANTS) {
            for &whom in self.whom.iter().take(MAX_PARTICIPANTS) {
                let (a, b) = if both && who > whom {
                    (whom, who)
                } else {
                    (who, whom)
                };
                keys.push(Key {
                    root,
                    pair: true,
                    a,
                    b,
                });
            }
        }
        // Somebody somewhere: a journey, a forum, an attack without victims.
        if let (true, Some(place)) = (self.who.is_empty() || self.whom.is_empty(), self.place) {
            for &one in self.who.iter().chain(&self.whom).take(MAX_PARTICIPANTS) {
                keys.push(Key {
                    root,
                    pair: false,
                    a: one,
                    b: place,
                });
            }
        }
        keys
    }

    /// How long its time is.
    fn length(&self) -> i32 {
        self.interval.map_or(i32::MAX, |(start, end)| end - start)
    }

    /// How much it tells.
    fn fullness(&self) -> (bool, usize, bool, bool) {
        let sides = usize::from(!self.who.is_empty()) + usize::from(!self.whom.is_empty());
        (
            self.event.status == ClaimStatus::Confirmed,
            sides,
            self.interval.is_some() && !self.by_publication,
            self.place.is_some(),
        )
    }
}

/// A group in the making.
struct Group {
    members: Vec<usize>,
    interval: Option<(i32, i32)>,
    by_publication: bool,
}

impl Corpus {
    /// What happened, as all articles tell it: in order of the first article that does.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana arrested Kofi Mensah.", None));
    /// let events = corpus.events();
    /// let entities = corpus.entities();
    /// assert_eq!(entities[events[0].who[0] as usize].name, "Ghana");
    /// assert_eq!(entities[events[0].whom[0] as usize].name, "Kofi Mensah");
    /// ```
    pub fn events(&self) -> Vec<EventGroup> {
        let told = self.told();
        let mut groups = groups(&told, day::count(self.options.event_days));
        groups.sort_by_key(|group| group.members.iter().map(|&at| told[at].member).min());
        groups
            .iter()
            .map(|group| self.finished(group, &told))
            .collect()
    }

    /// What happened when: an entry for each time that an event has, in order. A long time stands
    /// a quarter into it: behind the days with which it begins, before most of those within.
    ///
    /// Events without a time that are one with an event that has one are there with it; others
    /// are in [`Self::events`] only.
    ///
    /// ```
    /// use copydesk::{corpus::Corpus, stage};
    /// let mut corpus = Corpus::default();
    /// corpus.add(stage::annotate("Ghana freed Kofi Mensah on May 9, 2024.", None));
    /// corpus.add(stage::annotate("Ghana arrested Kofi Mensah on May 2, 2024.", None));
    /// let days: Vec<String> = corpus.timeline().into_iter().map(|entry| entry.date).collect();
    /// assert_eq!(days, ["2024-05-02", "2024-05-09"]);
    /// ```
    pub fn timeline(&self) -> Vec<TimelineEntry> {
        let mut by_time: BTreeMap<[String; 2], Vec<EventGroup>> = BTreeMap::new();
        for group in self.events() {
            if let Some(interval) = &group.interval {
                by_time.entry(interval.clone()).or_default().push(group);
            }
        }
        let mut entries: Vec<TimelineEntry> = by_time
            .into_iter()
            .map(|(interval, mut events)| {
                events.sort_by_key(|group| std::cmp::Reverse((group.articles(), group.fullness())));
                let mut documents: Vec<u32> = (events.iter())
                    .flat_map(|group| group.members.iter().map(|member| member.document))
                    .collect();
                documents.sort_unstable();
                documents.dedup();
                TimelineEntry {
                    date: events[0].date.clone().unwrap_or_default(),
                    text: events[0].text.clone(),
                    status: events[0].status,
                    interval,
                    documents,
                    events,
                }
            })
            .collect();
        entries.sort_by_key(|entry| {
            let [start, end] = (entry.interval.each_ref())
                .map(|date| day::parse(date).unwrap_or(i32::MAX / (2 * QUARTER)));
            (QUARTER * start + (end - start), start, end)
        });
        entries
    }

    fn told(&self) -> Vec<Told<'_>> {
        let mut told = Vec::new();
        for (at, document) in self.documents.iter().enumerate() {
            let at = at as u32;
            for (index, event) in document.article.events.iter().enumerate() {
                let entities = |participants: &[copydesk_core::record::Participant]| {
                    let mut entities: Vec<u32> = (participants.iter())
                        .filter_map(|participant| self.participant(at, participant))
                        .collect();
                    entities.sort_unstable();
                    entities.dedup();
                    entities
                };
                let when = event.when.as_ref();
                let interval =
                    when.and_then(|when| when.interval.as_ref())
                        .and_then(|[start, end]| {
                            let (start, end) = (day::parse(start)?, day::parse(end)?);
                            (start < end).then_some((start, end))
                        });
                told.push(Told {
                    member: EventMember {
                        document: at,
                        event: index as u32,
                    },
                    who: entities(&event.who),
                    whom: entities(&event.whom),
                    place: (event.place.as_ref())
                        .and_then(|place| self.entity_of(at, place.entity?)),
                    interval,
                    by_publication: when.is_some_and(|when| when.date.is_none()),
                    day: document.day,
                    event,
                });
            }
        }
        told
    }

    fn finished(&self, group: &Group, told: &[Told<'_>]) -> EventGroup {
        let mut members: Vec<usize> = group.members.clone();
        members.sort_by_key(|&at| {
            let it = &told[at];
            (std::cmp::Reverse(it.fullness()), it.member)
        });
        let best = &told[members[0]];
        if let Some((_, rest)) = members.split_first_mut() {
            rest.sort_by_key(|&at| told[at].member);
        }
        let union = |of: for<'t> fn(&'t Told<'_>) -> &'t [u32]| {
            let mut all: Vec<u32> = (members.iter())
                .flat_map(|&at| of(&told[at]).iter().copied())
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let mut statuses: Vec<ClaimStatus> =
            members.iter().map(|&at| told[at].event.status).collect();
        statuses.sort_unstable();
        statuses.dedup();
        // The one who gave the group its time.
        let timed = (group.members.iter()).find_map(|&at| told[at].event.when.as_ref());
        let article = &self.documents[best.member.document as usize].article;
        let words = article.text.get(best.event.clause.range()).unwrap_or("");
        EventGroup {
            root: best.event.root,
            who: union(|it| &it.who),
            whom: union(|it| &it.whom),
            date: timed
                .filter(|_| group.interval.is_some())
                .map(|when| when.value.clone()),
            interval: (group.interval).map(|(start, end)| [day::format(start), day::format(end)]),
            by_publication: group.interval.is_some() && group.by_publication,
            status: statuses[0],
            text: words.split_whitespace().collect::<Vec<_>>().join(" "),
            members: members.iter().map(|&at| told[at].member).collect(),
            statuses,
        }
    }
}

impl EventGroup {
    /// How many articles tell it.
    fn articles(&self) -> usize {
        let mut documents: Vec<u32> = self.members.iter().map(|member| member.document).collect();
        documents.sort_unstable();
        documents.dedup();
        documents.len()
    }

    fn fullness(&self) -> (bool, usize) {
        let sides = usize::from(!self.who.is_empty()) + usize::from(!self.whom.is_empty());
        (self.status == ClaimStatus::Confirmed, sides)
    }
}

/// Puts events that are the same together: those with a narrow time first, then those with a
/// wider one, then those without.
fn groups(told: &[Told<'_>], near: i32) -> Vec<Group> {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|&at| {
        let it = &told[at];
        let start = it.interval.map_or(it.day, |(start, _)| Some(start));
        (it.length(), it.by_publication, start, it.member)
    });
    let mut groups: Vec<Group> = Vec::new();
    // By key: the groups in order of the day on which they begin.
    let mut by_key: FxHashMap<Key, BTreeSet<(i32, u32)>> = FxHashMap::default();
    for at in order {
        let it = &told[at];
        let keys = it.keys();
        let anchor = it.interval.map(|(start, _)| start).or(it.day);
        let mut found: Option<(i32, u32)> = None;
        for key in &keys {
            let Some(known) = by_key.get(key) else {
                continue;
            };
            let anchor = anchor.unwrap_or(0);
            let wide = WIDE + near + LATE;
            let before = known.range(..(anchor, 0)).rev().take(MAX_GROUPS);
            let behind = known.range((anchor, 0)..).take(MAX_GROUPS);
            for &(start, group) in before.chain(behind) {
                if (start - anchor).abs() > wide {
                    continue;
                }
                let Some(distance) = agree(it, &groups[group as usize], start, near) else {
                    continue;
                };
                if found.is_none_or(|best| (distance, group) < best) {
                    found = Some((distance, group));
                }
            }
        }
        let group = if let Some((_, group)) = found {
            groups[group as usize].members.push(at);
            group
        } else {
            groups.push(Group {
                members: vec![at],
                interval: it.interval,
                by_publication: it.by_publication,
            });
            groups.len() as u32 - 1
        };
        let start = groups[group as usize].interval.map(|(start, _)| start);
        for key in keys {
            let start = start.or(anchor).unwrap_or(0);
            by_key.entry(key).or_default().insert((start, group));
        }
    }
    groups
}

/// How far the times of an event and a group are apart, where they agree. `start` is the day from
/// which a group without a time counts.
fn agree(it: &Told<'_>, group: &Group, start: i32, near: i32) -> Option<i32> {
    match (it.interval, group.interval) {
        (Some(a), Some(b)) => {
            if it.length().max(b.1 - b.0) > WIDE {
                return (a == b).then_some(0);
            }
            let around = |(start, end): (i32, i32), by_publication: bool| {
                if by_publication {
                    (start - LATE, end + EARLY)
                } else {
                    (start, end)
                }
            };
            let holds = |a: (i32, i32), b: (i32, i32)| a.0 <= b.0 && b.1 <= a.1;
            let (wide_a, wide_b) = (
                around(a, it.by_publication),
                around(b, group.by_publication),
            );
            (holds(wide_a, b) || holds(wide_b, a)).then(|| (a.0 - b.0).abs())
        }
        (None, Some((start, end))) => {
            let Some(day) = it.day else { return Some(near) };
            let gap = (start - day).max(day + 1 - end).max(0);
            (gap <= near && end - start <= WIDE).then_some(gap)
        }
        (None, None) => {
            let Some(day) = it.day else { return Some(near) };
            let gap = (start - day).abs();
            (gap <= near).then_some(gap)
        }
        // Those without a time come last.
        (Some(_), None) => None,
    }
}
