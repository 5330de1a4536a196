//! Which blocks read like prose.
//!
//! *What:* paragraphs and quotes of some length, shorter ones only if they end like a sentence;
//! long list items; none that is mostly links.
//!
//! *Known misses:* poems; dialogue in short lines without marks.

use copydesk_core::record::BlockKind;

/// Prose of a block in bytes: 0 for menus, headings, labels. `linked` of its bytes stand in
/// links.
pub(super) fn prose(kind: BlockKind, words: &str, linked: u32) -> u32 {
    let len = words.len() as u32;
    let is_prose = match kind {
        BlockKind::Paragraph | BlockKind::Quote => {
            len >= 80 || (len >= 40 && ends_like_a_sentence(words))
        }
        BlockKind::ListItem => len >= 100,
        _ => false,
    };
    if is_prose && linked * 5 < len * 2 {
        len
    } else {
        0
    }
}

/// Whether the words end with the mark of a sentence, quotation marks aside.
pub(crate) fn ends_like_a_sentence(words: &str) -> bool {
    let words = words.trim_end_matches([
        '"', '\'', '\u{201d}', '\u{2019}', '\u{bb}', ')', ' ', '\u{201c}',
    ]);
    words.ends_with([
        '.', '!', '?', '\u{2026}', '\u{3002}', ':', '\u{ff01}', '\u{ff1f}',
    ])
}
