//! Names that fit more than one: which of the entities in a bucket are the same.
//!
//! *What*: a surname alone joins the person of that surname whom articles near in time name in
//! full, where something supports it: the same office, or people, bodies and places that both
//! articles name. An acronym joins the name that an article gives for it, else one that its
//! letters and its company fit; a name without identifier the only thing of that name; two
//! spellings that no rule folds each other where much supports it. The words with which a longer
//! name of a body or place starts or ends (`Northrop`, `the Chargers`) join it where one longer
//! name is known, or one has the most support. A description (`the suspect`) joins the same words
//! of an article near in time where it is the only one of its kind in both and both name another
//! body or person, and the thing with a name that articles mostly mean with it. In articles of one
//! story, no support is needed.
//! *Example*: `Karpenko` beside Norway and the Arctic Council is the `Ivan Karpenko` of another
//! article about both, not the swimmer `Olga Karpenko`.
//! *Why*: a surname says too little; one that is joined wrongly mixes two people for good.
//! *How long*: an entity is compared with those of its bucket that are nearest in time, at most
//! [`NEAREST`] on either side, so that buckets of frequent surnames cost no square of their size.
//! *Known misses*: an article that has only a surname and nothing else in common with others.

use copydesk_core::record::Label;
use rustc_hash::FxHashMap;

use super::{
    Document, MergeKind,
    graph::{Bucket, Graph, Item, Occurrence},
    keys::BucketKind,
    names,
};

/// How many entities before and behind are compared.
const NEAREST: usize = 24;
/// How many unresolved surnames one is compared with.
const UNRESOLVED: usize = 12;
/// How many things of one bucket are compared with each other.
const MAX_THINGS: usize = 12;
/// How many articles of each of two things are compared.
const MAX_ARTICLES: usize = 8;

/// Support for a surname of which only one person is known, near in time.
const ENOUGH_ALONE: f32 = 0.75;
/// Support where there are others.
const ENOUGH: f32 = 1.5;
/// Support for another spelling.
const ENOUGH_FOR_SPELLING: f32 = 3.0;
/// What an office of both counts for.
const OFFICE: f32 = 4.0;
/// The share of what is described in some words that has to be one thing, so that others who are
/// described so are it, too.
const MOSTLY: f32 = 0.6;
/// By how much the best has to be better than the next.
const MARGIN: f32 = 0.75;

/// Two entities that are the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The one whose name is short.
    pub(super) node: u32,
    /// The one that it is.
    pub(super) through: Item,
    pub(super) to: u32,
    pub(super) kind: MergeKind,
    pub(super) confidence: f32,
}

/// Looks for the same in buckets.
#[derive(Debug)]
pub(super) struct Settler<'a> {
    pub(super) graph: &'a Graph,
    pub(super) documents: &'a [Document],
    /// How far apart two articles may be.
    pub(super) days: i32,
    /// The same of two articles with one description.
    pub(super) near_days: i32,
    /// Whether all articles are about one story.
    pub(super) one_story: bool,
    /// How many pairs of articles were compared.
    pub(super) steps: u64,
}

/// What speaks for a candidate.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    root: u32,
    score: f32,
    through: Occurrence,
}

impl Settler<'_> {
    /// What is the same in a bucket.
    pub(super) fn settle(&mut self, bucket: &Bucket) -> Vec<Edge> {
        match bucket.kind {
            BucketKind::Short => self.short(bucket),
            BucketKind::Named => {
                self.things(&bucket.parts, &bucket.wholes, MergeKind::Name, ENOUGH, true)
            }
            BucketKind::Acronym => self.acronym(bucket),
            BucketKind::Ends => self.ends(bucket),
            BucketKind::Sound => self.sound(bucket),
            BucketKind::Piece => self.piece(bucket),
            BucketKind::Described => self.described(bucket),
        }
    }

    /// How much has to speak for something that is likely in articles about one story.
    fn need(&self, usual: f32) -> f32 {
        if self.one_story { 0.0 } else { usual }
    }

    /// Surnames alone, each for itself: two articles may mean two people.
    fn short(&mut self, bucket: &Bucket) -> Vec<Edge> {
        let mut edges = Vec::new();
        if bucket.parts.is_empty() {
            return edges;
        }
        let mut wholes = bucket.wholes.clone();
        wholes.sort_unstable_by_key(|it| (it.day, it.item));
        let mut parts = bucket.parts.clone();
        parts.sort_unstable_by_key(|it| (it.day, it.item));
        let first = wholes.first().map(|it| self.graph.root(it.node));
        let alone = wholes
            .iter()
            .all(|it| Some(self.graph.root(it.node)) == first);
        let mut unresolved: Vec<Occurrence> = Vec::new();
        let mut candidates: Vec<Candidate> = Vec::new();
        for part in parts {
            let company = self.company(part);
            let at = wholes.partition_point(|it| it.day < part.day);
            let nearest = &wholes[at.saturating_sub(NEAREST)..wholes.len().min(at + NEAREST)];
            self.collect(part, &company, nearest, &mut candidates);
            let need = self.need(if alone { ENOUGH_ALONE } else { ENOUGH });
            if let Some(best) = best(&candidates, need) {
                edges.push(Self::edge(
                    part,
                    best,
                    MergeKind::Part,
                    if alone { 0.7 } else { 0.6 },
                ));
                continue;
            }
            // Others without a whole name.
            let last = &unresolved[unresolved.len().saturating_sub(UNRESOLVED)..];
            self.collect(part, &company, last, &mut candidates);
            candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
            if let Some(best) = candidates
                .first()
                .filter(|it| it.score >= self.need(ENOUGH))
            {
                edges.push(Self::edge(part, *best, MergeKind::Part, 0.6));
            }
            unresolved.push(part);
        }
        edges
    }

    /// Short names of bodies and places, each of which is the whole that most articles name of
    /// those for which enough speaks.
    fn piece(&mut self, bucket: &Bucket) -> Vec<Edge> {
        let mut edges = Vec::new();
        if bucket.parts.is_empty() || bucket.wholes.is_empty() {
            return edges;
        }
        let wholes = self.roots(&bucket.wholes);
        let need = self.need(if wholes.len() == 1 {
            ENOUGH_ALONE
        } else {
            ENOUGH
        });
        for (part, of_part) in self.roots(&bucket.parts) {
            let mut candidates = Vec::new();
            for (root, of_whole) in &wholes {
                if *root == part {
                    continue;
                }
                let apart = !self.is_short_for(part, *root);
                if let Some((_, found)) = self.between(&of_part, of_whole, apart)
                    && found.score >= need
                {
                    candidates.push((of_whole.len(), found));
                }
            }
            let most = candidates.iter().map(|&(articles, _)| articles).max();
            candidates.retain(|&(articles, _)| Some(articles) == most);
            let named: Vec<Candidate> = candidates.into_iter().map(|(_, it)| it).collect();
            let found = best(&named, need);
            if let Some(best) = found {
                edges.push(Self::edge(of_part[0], best, MergeKind::Part, 0.6));
            }
        }
        edges
    }

    /// Descriptions, each of which is the only one of its noun in its article.
    fn described(&mut self, bucket: &Bucket) -> Vec<Edge> {
        let mut edges = Vec::new();
        if bucket.parts.is_empty() {
            return edges;
        }
        let mut parts: Vec<Occurrence> = [bucket.parts.as_slice(), &bucket.wholes].concat();
        parts.sort_unstable_by_key(|it| (it.day, it.item));
        let meant = self.mostly(&parts);
        parts.retain(|it| !it.stated);
        if !self.one_story {
            let mut here: FxHashMap<u32, u32> = FxHashMap::default();
            for part in &parts {
                *here.entry(part.item.document).or_default() += 1;
            }
            parts.retain(|part| here[&part.item.document] == 1);
        }
        let need = self.need(ENOUGH);
        let days = std::mem::replace(&mut self.days, self.near_days);
        let mut candidates: Vec<Candidate> = Vec::new();
        for at in 1..parts.len() {
            let company = self.company(parts[at]);
            let before = &parts[at.saturating_sub(UNRESOLVED)..at];
            self.collect(parts[at], &company, before, &mut candidates);
            candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
            let found = candidates.first();
            if let Some(&best) = found.filter(|it| it.score >= need) {
                edges.push(Self::edge(parts[at], best, MergeKind::Described, 0.5));
            }
        }
        for &part in &parts {
            let company = self.company(part);
            let at = meant.partition_point(|it| it.day < part.day);
            let nearest = at.saturating_sub(UNRESOLVED)..meant.len().min(at + UNRESOLVED);
            self.collect(part, &company, &meant[nearest], &mut candidates);
            if let Some(best) = best(&candidates, need) {
                edges.push(Self::edge(part, best, MergeKind::Described, 0.5));
            }
        }
        self.days = days;
        edges
    }

    /// Where articles describe a thing with a name so, in order of time; nothing where they mean
    /// several and none of them mostly.
    fn mostly(&self, occurrences: &[Occurrence]) -> Vec<Occurrence> {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        let stated = || occurrences.iter().filter(|it| it.stated);
        for it in stated() {
            *counts.entry(self.graph.root(it.node)).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let most = (counts.into_iter()).find(|&(_, count)| count as f32 > MOSTLY * all as f32);
        let Some((root, _)) = most else {
            return Vec::new();
        };
        let mut found: Vec<Occurrence> = stated().copied().collect();
        found.retain(|it| self.graph.root(it.node) == root);
        found
    }

    fn acronym(&mut self, bucket: &Bucket) -> Vec<Edge> {
        let stated: Vec<Occurrence> = (bucket.wholes.iter().copied())
            .filter(|it| it.stated)
            .collect();
        let (parts, kind) = (&bucket.parts, MergeKind::Acronym);
        if stated.is_empty() {
            self.things(parts, &bucket.wholes, kind, ENOUGH, false)
        } else {
            self.things(parts, &stated, kind, ENOUGH, true)
        }
    }

    /// Names with others between the first and the last.
    fn ends(&mut self, bucket: &Bucket) -> Vec<Edge> {
        if self.roots(&bucket.parts).len() > 1 {
            return Vec::new();
        }
        let kind = MergeKind::Spelling;
        let need = self.need(ENOUGH_ALONE);
        self.things(&bucket.parts, &bucket.wholes, kind, need, false)
    }

    /// Parts of a bucket as things, each of which is one of the wholes or none. Where there is one
    /// whole only and `sure`, that is enough.
    fn things(
        &mut self,
        parts: &[Occurrence],
        wholes: &[Occurrence],
        kind: MergeKind,
        need: f32,
        sure: bool,
    ) -> Vec<Edge> {
        let mut edges = Vec::new();
        if parts.is_empty() || wholes.is_empty() {
            return edges;
        }
        let wholes = self.roots(wholes);
        for (part, of_part) in self.roots(parts) {
            if wholes.iter().any(|&(root, _)| root == part) {
                continue;
            }
            if let ([(_, of_whole)], true) = (wholes.as_slice(), sure) {
                let found = Candidate {
                    root: part,
                    score: 0.0,
                    through: of_whole[0],
                };
                edges.push(Self::edge(of_part[0], found, kind, 0.9));
                continue;
            }
            let mut candidates = Vec::new();
            for (_, of_whole) in &wholes {
                if let Some((_, found)) = self.between(&of_part, of_whole, true) {
                    candidates.push(found);
                }
            }
            if let Some(best) = best(&candidates, need) {
                edges.push(Self::edge(of_part[0], best, kind, 0.65));
            }
        }
        edges
    }

    /// Names of people with the same consonants.
    fn sound(&mut self, bucket: &Bucket) -> Vec<Edge> {
        let mut edges = Vec::new();
        let people = self.roots(&bucket.wholes);
        for (at, (root, of_person)) in people.iter().enumerate() {
            for (other, of_other) in &people[..at] {
                let keys = [root, other].map(|&root| {
                    let first = self.graph.nodes[root as usize].first;
                    self.graph.nodes[first as usize].key.as_str()
                });
                let Some((person, found)) = self.between(of_person, of_other, true) else {
                    continue;
                };
                if found.score >= OFFICE || found.score >= ENOUGH_FOR_SPELLING && alike(keys) {
                    edges.push(Self::edge(person, found, MergeKind::Spelling, 0.6));
                }
            }
        }
        edges
    }

    /// Whether a name is short for another even where an article has both: `Lions` for `Accra
    /// Lions`, and for buildings `Ridge` for `Ridge Hospital`.
    fn is_short_for(&self, part: u32, whole: u32) -> bool {
        let name = |root: u32| {
            let first = self.graph.nodes[root as usize].first;
            let key = self.graph.nodes[first as usize].key.as_str();
            key.split_once("|name|")
        };
        let (Some((_, part)), Some((class, whole))) = (name(part), name(whole)) else {
            return false;
        };
        let ends = (whole.strip_suffix(part)).is_some_and(|before| before.ends_with(' '));
        ends || class == Label::Fac.as_str() && names::is_facility(whole)
    }

    /// The best that speaks for two things being one; `None` where an article has both and keeps
    /// them `apart`.
    fn between(
        &mut self,
        a: &[Occurrence],
        b: &[Occurrence],
        apart: bool,
    ) -> Option<(Occurrence, Candidate)> {
        let mut found: Option<(Occurrence, Candidate)> = None;
        for &one in a {
            let company = self.company(one);
            for &other in b {
                if apart && one.item.document == other.item.document {
                    return None;
                }
                let score = self.support(one, &company, other);
                if found.is_none_or(|(_, best)| score > best.score) {
                    let root = self.graph.root(other.node);
                    let candidate = Candidate {
                        root,
                        score,
                        through: other,
                    };
                    found = Some((one, candidate));
                }
            }
        }
        found
    }

    /// Things in order of their first article, each with some of its articles.
    fn roots(&self, occurrences: &[Occurrence]) -> Vec<(u32, Vec<Occurrence>)> {
        let mut out: Vec<(u32, Vec<Occurrence>)> = Vec::new();
        for &occurrence in occurrences {
            let root = self.graph.root(occurrence.node);
            match out.iter().position(|&(other, _)| other == root) {
                Some(at) if out[at].1.len() < MAX_ARTICLES => out[at].1.push(occurrence),
                None if out.len() < MAX_THINGS => out.push((root, vec![occurrence])),
                _ => {}
            }
        }
        out
    }

    /// Whom and what an article names beside an entity: groups in order.
    fn company(&self, occurrence: Occurrence) -> Vec<u32> {
        let document = &self.documents[occurrence.item.document as usize];
        let own = self.graph.root(occurrence.node);
        let mut company: Vec<u32> = (document.company.iter())
            .map(|&node| self.graph.root(node))
            .filter(|&root| root != own)
            .collect();
        company.sort_unstable();
        company.dedup();
        company
    }

    /// What speaks for each of the people that `others` are.
    fn collect(
        &mut self,
        part: Occurrence,
        company: &[u32],
        others: &[Occurrence],
        candidates: &mut Vec<Candidate>,
    ) {
        candidates.clear();
        // Whom the article names in full itself was not meant, or it would be joined there.
        let apart: Vec<u32> = (others.iter())
            .filter(|other| other.item.document == part.item.document)
            .map(|other| self.graph.root(other.node))
            .collect();
        for &other in others {
            let root = self.graph.root(other.node);
            if apart.contains(&root) {
                continue;
            }
            let score = self.support(part, company, other);
            let candidate = Candidate {
                root,
                score,
                through: other,
            };
            match candidates.iter_mut().find(|it| it.root == root) {
                Some(it) if score > it.score => *it = candidate,
                Some(_) => {}
                None => candidates.push(candidate),
            }
        }
    }

    /// What speaks for two entities being one: an office of both, and what both articles name.
    fn support(&mut self, a: Occurrence, company: &[u32], b: Occurrence) -> f32 {
        self.steps += 1;
        if gap(a.day, b.day) > self.days {
            return 0.0;
        }
        let document = &self.documents[b.item.document as usize];
        let offices = |item: Item| {
            let roles = &self.documents[item.document as usize].roles;
            (roles.iter())
                .filter(move |role| role.holder == item.entity)
                .map(|role| role.office)
        };
        let mut score = 0.0;
        if offices(a.item).any(|office| offices(b.item).any(|other| office == other)) {
            score += OFFICE;
        }
        let own = self.graph.root(b.node);
        for &node in &document.company {
            let root = self.graph.root(node);
            if root != own && company.binary_search(&root).is_ok() {
                score += self.graph.nodes[root as usize].weight;
            }
        }
        score
    }

    fn edge(part: Occurrence, to: Candidate, kind: MergeKind, least: f32) -> Edge {
        Edge {
            node: part.node,
            through: to.through.item,
            to: to.through.node,
            kind,
            confidence: (least + 0.05 * to.score).min(0.95),
        }
    }
}

/// Days between two articles; none where one of them has no date.
fn gap(a: i32, b: i32) -> i32 {
    if a == i32::MIN || b == i32::MIN {
        return 0;
    }
    (a - b).abs()
}

/// The candidate for which enough speaks, and more than for all others.
fn best(candidates: &[Candidate], need: f32) -> Option<Candidate> {
    let best = (candidates.iter().copied()).reduce(|a, b| if b.score > a.score { b } else { a })?;
    let clear = (candidates.iter())
        .all(|other| other.root == best.root || other.score + MARGIN <= best.score);
    (best.score >= need && clear).then_some(best)
}

/// Whether two keys are so alike that one may be a misspelling of the other: one letter that is
/// not the last of a word, where it may tell `Mario` from `Maria`.
fn alike([a, b]: [&str; 2]) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let behind = (a.iter().rev().zip(b.iter().rev()))
        .take_while(|(a, b)| a == b)
        .count()
        .min(a.len().min(b.len()) - same);
    let (rest_a, rest_b) = (a.len() - same - behind, b.len() - same - behind);
    let ends_word = |name: &[char], rest: usize| {
        name.get(same + rest)
            .is_none_or(|letter| !letter.is_alphanumeric())
    };
    rest_a.max(rest_b) <= 1 && !ends_word(&a, rest_a) && !ends_word(&b, rest_b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_within_a_word_may_be_a_misspelling() {
        assert!(alike(["kang minho", "kang monho"]));
        assert!(alike(["anna harper", "ana harper"]));
        assert!(!alike(["maria rossi", "mario rossi"]));
        assert!(!alike(["alan harper", "anna harper"]));
        assert!(alike(["", ""]) == alike(["a", "a"]));
    }
}
