//! Keeping suspicions up to date while rules change the text: only the surroundings of a change
//! are looked at again.

use std::mem;

use copydesk_core::{OffsetMap, SegmentKind};

use super::{Suspicions, scan};

/// How far what stands at a place may depend on the bytes behind it and before it: the characters
/// of a damaged piece and those around it.
const AHEAD: usize = 24;
const BEHIND: usize = 16;

/// How far the suspicion of a character reference depends on what is behind it.
const REFERENCE: usize = crate::entities::LONGEST_REFERENCE + 1;

impl Suspicions {
    /// Takes over the suspicions of the text that `map` leads to `text` from.
    pub(crate) fn follow(&mut self, text: &str, map: &OffsetMap) {
        if self.crowded {
            *self = scan(text, self.enabled);
            return;
        }
        let before = mem::take(&mut self.hits);
        let mut hits = before.iter().peekable();
        self.hits.reserve(before.len());
        self.found = 0;
        (self.pairs, self.damaged) = (0, 0);
        self.most = text.len() / 8 + 8;
        let ahead = if self.ampersands { REFERENCE } else { AHEAD };
        // Everything is known up to here.
        let mut known = 0;
        let count = map.len();
        for (index, segment) in map.segments().enumerate() {
            if segment.kind != SegmentKind::Copy {
                continue;
            }
            let (start, end) = (segment.text.start as usize, segment.text.end as usize);
            let start = if index == 0 { start } else { start + BEHIND };
            let end = if index + 1 == count {
                end
            } else {
                end.saturating_sub(ahead)
            };
            if start >= end {
                continue;
            }
            let (Some(start), Some(end)) = (
                (start..end).find(|&at| text.is_char_boundary(at)),
                (start..=end).rev().find(|&at| text.is_char_boundary(at)),
            ) else {
                continue;
            };
            if start >= end {
                continue;
            }
            if known < start {
                self.look_at(text, known, start);
            }
            let origin = segment.source.start as usize;
            let shift = segment.text.start as usize;
            while hits
                .next_if(|hit| (hit.at as usize) < origin + start - shift)
                .is_some()
            {}
            while let Some(hit) = hits.next_if(|hit| (hit.at as usize) < origin + end - shift) {
                self.note(hit.at as usize - origin + shift, hit.kinds);
            }
            known = end;
        }
        if known < text.len() {
            self.look_at(text, known, text.len());
        }
    }
}
