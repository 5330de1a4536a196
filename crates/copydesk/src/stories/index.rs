//! Which stories have a rare term: from a term to the latest stories that have it among their
//! heaviest.

use rustc_hash::FxHashMap;

use super::vector::Vector;

/// Terms of an article that are looked up, and those under which its story is found.
const ASKED: usize = 24;
const POSTED: usize = 16;
/// Stories that a term leads to: the latest.
const MAX_STORIES: usize = 64;
/// Stories that a look-up returns.
const MAX_FOUND: usize = 24;

/// From terms to stories.
#[derive(Debug, Default)]
pub(super) struct Index {
    stories: FxHashMap<u32, Vec<u32>>,
    /// How many places were looked at.
    pub(super) steps: u64,
}

impl Index {
    /// The stories that share most with a sketch. `current` says what became of a story, if it is
    /// there to be found.
    pub(super) fn find(
        &mut self,
        sketch: &Vector,
        current: impl Fn(u32) -> Option<u32>,
    ) -> Vec<u32> {
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for (at, term) in sketch.heaviest(ASKED).into_iter().enumerate() {
            let Some(stories) = self.stories.get(&term) else {
                continue;
            };
            self.steps += stories.len() as u64;
            let mut of_term: Vec<u32> = stories.iter().filter_map(|&it| current(it)).collect();
            of_term.sort_unstable();
            of_term.dedup();
            for story in of_term {
                // The heaviest count more.
                *shared.entry(story).or_default() += (2 * ASKED - at) as u32;
            }
        }
        let mut found: Vec<(u32, u32)> = shared.into_iter().collect();
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(b.0.cmp(&a.0)));
        found.truncate(MAX_FOUND);
        found.into_iter().map(|(story, _)| story).collect()
    }

    /// Makes a story be found by the heaviest terms of a sketch.
    pub(super) fn post(&mut self, story: u32, sketch: &Vector) {
        for term in sketch.heaviest(POSTED) {
            let stories = self.stories.entry(term).or_default();
            if stories.contains(&story) {
                continue;
            }
            if stories.len() == MAX_STORIES {
                stories.remove(0);
            }
            stories.push(story);
        }
    }

    /// Forgets the stories that are not there to be found.
    pub(super) fn sweep(&mut self, current: impl Fn(u32) -> Option<u32>) {
        self.stories.retain(|_, stories| {
            stories.retain(|&story| current(story).is_some());
            !stories.is_empty()
        });
    }
}
