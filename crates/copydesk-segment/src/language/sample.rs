//! The part of a text that is looked at.
//!
//! *What*: all of a short text; of a longer one four pieces, from its beginning to its end. *Why*:
//! what a language is told by is there after a few sentences, and the beginning alone may be a
//! notice about cookies or an agency's line in another language. *Known misses*: a text of several
//! languages, all but one of them between the pieces.

/// Bytes that are looked at, at most.
pub(super) const SAMPLE_BYTES: usize = 2_048;

/// Pieces of a longer text.
const PIECES: usize = 4;

/// The pieces of a text to look at; together no more than [`SAMPLE_BYTES`].
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> + Clone {
    let (count, length) = if text.len() <= SAMPLE_BYTES {
        (1, text.len())
    } else {
        (PIECES, SAMPLE_BYTES / PIECES)
    };
    (0..count).map(move |piece| {
        // Multiplied last, since a text may have 4 GiB.
        let start = (text.len() - length) / (count - 1).max(1) * piece;
        let start = text.ceil_char_boundary(start);
        &text[start..text.floor_char_boundary(start + length).max(start)]
    })
}

#[cfg(test)]
mod tests {
    use super::{SAMPLE_BYTES, pieces};

    #[test]
    fn a_short_text_is_one_piece() {
        assert_eq!(pieces("Rain").collect::<Vec<_>>(), ["Rain"]);
        assert_eq!(pieces("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn pieces_of_a_long_text_are_bounded_and_reach_its_ends() {
        for word in ["a", "é", "語", "🙂"] {
            for count in [2_047, 2_048, 2_049, 5_000] {
                let text = format!("<{}>", word.repeat(count));
                let found: Vec<_> = pieces(&text).collect();
                assert!(found.iter().map(|piece| piece.len()).sum::<usize>() <= SAMPLE_BYTES);
                assert!(found[0].starts_with('<'));
                assert!(found[found.len() - 1].len() + 8 > found[0].len());
            }
        }
    }
}
