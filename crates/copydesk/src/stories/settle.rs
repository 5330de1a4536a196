//! Stories of articles that are all known: average link, from the nearest pair on.
//!
//! *What*: every article begins alone; the two nearest stories become one until none are near
//! enough. How near two are is the mean over all pairs of their articles, which their sums tell
//! without looking at the pairs.
//!
//! *Why bounded*: only stories that share heavy terms are compared, and each remembers
//! [`NEIGHBOURS`] of them, so the work grows with the articles and not with their pairs.

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

use super::{cluster::Cluster, index::Index, vector::Vector};

/// Stories that one remembers as near.
const NEIGHBOURS: usize = 32;
/// How much less near than needed a neighbour may be: its story may come nearer.
const SLACK: f32 = 4.0;

/// Two stories and how near they are; the nearest is the greatest, and of equals the oldest.
#[derive(Debug)]
struct Pair {
    near: f32,
    one: u32,
    other: u32,
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        let ids = Reverse((self.one, self.other)).cmp(&Reverse((other.one, other.other)));
        self.near.total_cmp(&other.near).then(ids)
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Pair {}

/// Joins stories of one article each, in their order, and returns what they became and how many
/// steps that took.
pub(super) fn settle(
    alone: Vec<(Cluster, Vector)>,
    needed: f32,
    window: i32,
) -> (Vec<Cluster>, u64) {
    let mut index = Index::default();
    let mut steps = 0;
    let mut stories: Vec<Option<Cluster>> = Vec::with_capacity(alone.len() * 2);
    let mut neighbours: Vec<Vec<(f32, u32)>> = Vec::with_capacity(alone.len() * 2);
    let mut became: Vec<u32> = Vec::with_capacity(alone.len() * 2);
    let mut pairs = BinaryHeap::new();
    for (at, (cluster, sketch)) in alone.into_iter().enumerate() {
        let at = at as u32;
        let mut near_here = Vec::new();
        for other in index.find(&sketch, Some) {
            let Some(there) = &stories[other as usize] else {
                continue;
            };
            steps += (cluster.size() + there.size()) as u64;
            let Some(near) = there.nearness(&cluster, window) else {
                continue;
            };
            if near >= needed - SLACK {
                near_here.push((near, other));
                let list = &mut neighbours[other as usize];
                list.push((near, at));
                if list.len() == 2 * NEIGHBOURS {
                    nearest(list);
                }
            }
            if near >= needed {
                pairs.push(Pair {
                    near,
                    one: other,
                    other: at,
                });
            }
        }
        index.post(at, &sketch);
        stories.push(Some(cluster));
        neighbours.push(near_here);
        became.push(at);
    }
    while let Some(Pair { one, other, .. }) = pairs.pop() {
        if stories[one as usize].is_none() || stories[other as usize].is_none() {
            continue;
        }
        let (Some(mut cluster), Some(second)) =
            (stories[one as usize].take(), stories[other as usize].take())
        else {
            continue;
        };
        cluster.absorb(second);
        let new = stories.len() as u32;
        became[one as usize] = new;
        became[other as usize] = new;
        became.push(new);
        let mut around: Vec<u32> = (neighbours[one as usize].iter())
            .chain(&neighbours[other as usize])
            .map(|&(_, it)| current(&mut became, it))
            .filter(|&it| it != new)
            .collect();
        neighbours[one as usize] = Vec::new();
        neighbours[other as usize] = Vec::new();
        around.sort_unstable();
        around.dedup();
        let mut near_here = Vec::new();
        for it in around {
            let Some(there) = &stories[it as usize] else {
                continue;
            };
            steps += (cluster.size() + there.size()) as u64;
            let Some(near) = there.nearness(&cluster, window) else {
                continue;
            };
            if near >= needed - SLACK {
                near_here.push((near, it));
            }
            if near >= needed {
                pairs.push(Pair {
                    near,
                    one: it,
                    other: new,
                });
            }
        }
        nearest(&mut near_here);
        stories.push(Some(cluster));
        neighbours.push(near_here);
    }
    (stories.into_iter().flatten().collect(), steps + index.steps)
}

/// Keeps the nearest neighbours.
fn nearest(list: &mut Vec<(f32, u32)>) {
    list.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    list.truncate(NEIGHBOURS);
}

/// What a story became.
fn current(became: &mut [u32], story: u32) -> u32 {
    let mut root = story;
    while became[root as usize] != root {
        root = became[root as usize];
    }
    let mut at = story;
    while at != root {
        at = std::mem::replace(&mut became[at as usize], root);
    }
    root
}
