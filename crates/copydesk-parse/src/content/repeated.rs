//! What a page says twice.
//!
//! *What:* pull quotes, the same words in two blocks, and blocks whose words stand in others:
//! the body once more in one piece behind a paywall, a box that repeats three paragraphs.
//!
//! *Known misses:* the same in other words.

use copydesk_core::record::{BlockKind, DropReason};
use rustc_hash::FxHashSet;

use super::decide::Decision;
use crate::{
    html::{
        blocks::{Page, PageBlock},
        tag::Tag,
        tree::Tree,
    },
    letters::{LOWER, is_alphanumeric, lower},
};

/// Bytes of the shortest block that may have 25 bytes of [`letters`]: few letters have more bytes
/// in lower case.
const SHORTEST_REPEATED: usize = 16;

/// Bytes by which a phrase is known.
const PHRASE: usize = 24;

/// Drops pull quotes, which stand word by word in a longer kept block, and blocks with the words
/// of an earlier one.
pub(super) fn drop_repeated(tree: &Tree, page: &Page, decisions: &mut [Decision]) {
    let kept = || {
        page.blocks.iter().enumerate().filter(|(at, block)| {
            decisions[*at].dropped.is_none()
                && block.kind != BlockKind::TableRow
                && block.words.len() >= SHORTEST_REPEATED
        })
    };
    // On most pages no two blocks begin alike and none may be a pull quote.
    let mut beginnings = FxHashSet::default();
    let possible = kept().any(|(_, block)| {
        may_be_quote(tree, block) || !beginnings.insert(beginning(page.words(block)))
    });
    if !possible {
        return;
    }
    let kept: Vec<(usize, Vec<u8>)> = kept()
        .map(|(at, block)| (at, letters(page.words(block))))
        .collect();
    let mut seen: FxHashSet<&[u8]> = FxHashSet::default();
    let mut all = Vec::new();
    let mut quotes = vec![];
    for (at, words) in &kept {
        let block = &page.blocks[*at];
        if words.len() >= 40 && !seen.insert(words) {
            decisions[*at].dropped = Some(DropReason::Repeated);
            continue;
        }
        // Only few blocks may be pull quotes, so the search below stays cheap.
        let may_be = words.len() >= 25
            && words.len() <= 350
            && quotes.len() < 40
            && may_be_quote(tree, block);
        if may_be {
            quotes.push((*at, words));
        } else {
            all.extend_from_slice(words);
            all.push(b'\n');
        }
    }
    for (at, words) in quotes {
        if memchr::memmem::find(&all, words).is_some() {
            decisions[at].dropped = Some(DropReason::Repeated);
        }
    }
}

/// Drops blocks most of whose phrases stand in earlier kept blocks.
pub(super) fn drop_contained(page: &Page, decisions: &mut [Decision]) {
    let mut seen: FxHashSet<&[u8]> = FxHashSet::default();
    let mut own = vec![];
    for (block, decision) in page.blocks.iter().zip(decisions) {
        if decision.dropped.is_some() || matches!(block.kind, BlockKind::TableRow | BlockKind::Code)
        {
            continue;
        }
        own.clear();
        own.extend(phrases(page.words(block)));
        let known = own.iter().filter(|phrase| seen.contains(**phrase)).count();
        if own.len() >= 3 && known * 10 >= own.len() * 9 {
            decision.dropped = Some(DropReason::Repeated);
        } else {
            seen.extend(&own);
        }
    }
}

/// The first bytes of a block and those behind each comma and full stop in it.
fn phrases(text: &str) -> impl Iterator<Item = &[u8]> {
    let bytes = text.as_bytes();
    let inner = memchr::memchr2_iter(b'.', b',', bytes)
        .filter(|at| bytes.get(at + 1) == Some(&b' '))
        .map(|at| at + 2);
    std::iter::once(0)
        .chain(inner)
        .filter_map(|at| bytes.get(at..at + PHRASE))
}

fn may_be_quote(tree: &Tree, block: &PageBlock) -> bool {
    block.kind == BlockKind::Quote || is_in_aside(tree, block)
}

fn is_in_aside(tree: &Tree, block: &PageBlock) -> bool {
    let mut node = block.node;
    for _ in 0..3 {
        if matches!(
            tree.nodes[node as usize].tag,
            Tag::Aside | Tag::Figure | Tag::Blockquote
        ) {
            return true;
        }
        node = tree.nodes[node as usize].parent;
    }
    false
}

/// The first letters of a block, as a number that blocks of the same letters share.
fn beginning(words: &str) -> u64 {
    let mut hash = 0u64;
    for letter in words.chars().filter(|c| is_alphanumeric(*c)).take(24) {
        lower(letter, |letter| {
            hash = hash.rotate_left(7).wrapping_add(letter.into());
        });
    }
    hash
}

/// Letters and digits in lower case, one blank between words: what two settings of the same
/// sentence have in common.
fn letters(words: &str) -> Vec<u8> {
    let bytes = words.as_bytes();
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let plain = LOWER[usize::from(byte)];
        if plain != 0 {
            out.push(plain);
            at += 1;
            continue;
        }
        let mut len = 1;
        let mut is_letter = false;
        if byte >= 0x80
            && let Some(letter) = words[at..].chars().next()
        {
            len = letter.len_utf8();
            is_letter = is_alphanumeric(letter);
            if is_letter {
                lower(letter, |letter| {
                    out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                });
            }
        }
        if !is_letter && out.last().is_some_and(|last| *last != b' ') {
            out.push(b' ');
        }
        at += len;
    }
    out.truncate(out.trim_ascii_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn phrases_begin_with_the_block_and_behind_commas_and_stops() {
        let text = "The quay was closed at noon, and the ferry lay idle until dusk. Nobody came.";
        let found: Vec<&[u8]> = phrases(text).collect();
        assert_eq!(
            found,
            [
                &b"The quay was closed at n"[..],
                b"and the ferry lay idle u"
            ]
        );
    }
}
