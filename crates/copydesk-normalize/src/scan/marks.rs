//! Which bytes of a block a scan has to look at.

/// How many bytes are classified at once.
pub(super) const BLOCK: usize = 64;

/// How many bytes before a block take part.
const CONTEXT: usize = 2;

/// Bytes in one step of the vector code.
const LANES: usize = 16;

/// What the lowest control character is when a blank is taken away from it.
const CONTROLS: u8 = 0u8.wrapping_sub(b' ');

/// A block behind its context.
type Block = [u8; CONTEXT + BLOCK];

/// A bit for every byte of the block at `start` that may matter to a rule: bytes beyond ASCII,
/// controls, ampersands, and what does not stay of a run of blanks and line breaks, of which
/// single ones and pairs of line breaks do. Bytes past the end have no bits.
#[inline]
pub(super) fn marks(bytes: &[u8], start: usize) -> u64 {
    if let Some(block) = block(bytes, start) {
        return of_block(block);
    }
    let last = bytes.len().saturating_sub(BLOCK);
    if start > last
        && let Some(block) = block(bytes, last)
    {
        return of_block(block) >> (start - last);
    }
    of_edge(bytes, start)
}

/// A place at or behind `start` before which there are no marks: by whole blocks, up to the first
/// one that reaches to `end`, or the end of the text.
#[inline]
pub(super) fn first_rough(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut at = start;
    if at == 0
        && let Some(block) = bytes.first_chunk::<BLOCK>()
    {
        let mut padded = [b'.'; CONTEXT + BLOCK];
        padded[CONTEXT..].copy_from_slice(block);
        if !is_plain(&padded) {
            return 0;
        }
        at = BLOCK;
    }
    while at < end && block(bytes, at).is_some_and(is_plain) {
        at += BLOCK;
    }
    let last = bytes.len().saturating_sub(BLOCK);
    if at > last && at < end && block(bytes, last).is_some_and(is_plain) {
        at = bytes.len();
    }
    at
}

#[inline]
fn block(bytes: &[u8], start: usize) -> Option<&Block> {
    bytes.get(start.checked_sub(CONTEXT)?..)?.first_chunk()
}

/// The marks of a block at the start of a text, or of a short text.
fn of_edge(bytes: &[u8], start: usize) -> u64 {
    let mut padded = [b'.'; CONTEXT + BLOCK];
    let from = start.saturating_sub(CONTEXT);
    let to = bytes.len().min(start + BLOCK);
    let place = CONTEXT - (start - from);
    padded[place..place + to - from].copy_from_slice(&bytes[from..to]);
    of_block(&padded)
}

/// Whether a block has no marks: most have none.
///
/// The extremes of each lane say it. With them the loop takes six instructions for sixteen bytes,
/// and most of the work of the marks is saved.
#[expect(
    clippy::inline_always,
    clippy::needless_bitwise_bool,
    reason = "as a call it costs a third of the speed of a scan of plain ASCII; without branches it is vectorised"
)]
#[inline(always)]
fn is_plain(block: &Block) -> bool {
    let mut highest = [0u8; LANES];
    let mut blanks = [0xff_u8; LANES];
    let mut references = [0u8; LANES];
    let (before, _) = block[1..].as_chunks::<LANES>();
    let (now, _) = block[CONTEXT..].as_chunks::<LANES>();
    for (now, before) in now.iter().zip(before) {
        for lane in 0..LANES {
            // Controls wrap around to behind all else.
            highest[lane] = highest[lane].max(now[lane].wrapping_sub(b' '));
            blanks[lane] = blanks[lane].min(now[lane].max(before[lane]));
            references[lane] |= mask(now[lane] == b'&');
        }
    }
    let mut top = 0;
    let mut any = false;
    for lane in 0..LANES {
        top = top.max(highest[lane]);
        any |= (blanks[lane] <= b' ') | (references[lane] != 0);
    }
    // Without controls there is no line break, which alone may be plain.
    if top < CONTROLS {
        top < 0x7f - b' ' && !any
    } else {
        is_plain_with_breaks(block)
    }
}

/// Whether a block with control characters has no marks: line breaks may have none.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it is vectorised"
)]
fn is_plain_with_breaks(block: &Block) -> bool {
    let mut highest = [0u8; LANES];
    let mut lowest = [0xff_u8; LANES];
    let mut trouble = [0u8; LANES];
    let (second, _) = block.as_chunks::<LANES>();
    let (before, _) = block[1..].as_chunks::<LANES>();
    let (now, _) = block[CONTEXT..].as_chunks::<LANES>();
    for ((now, before), second) in now.iter().zip(before).zip(second) {
        for lane in 0..LANES {
            // A line break is 0, lower controls wrap around to behind all else, and the higher
            // ones are the lowest once more is taken away.
            let code = now[lane].wrapping_sub(b'\n');
            highest[lane] = highest[lane].max(code);
            lowest[lane] = lowest[lane].min(code.wrapping_sub(1));
            let pair = now[lane].max(before[lane]);
            trouble[lane] |= mask(pair == b' ');
            trouble[lane] |= mask(pair.max(second[lane]) == b'\n');
            trouble[lane] |= mask(now[lane] == b'&');
        }
    }
    let mut any = false;
    for lane in 0..LANES {
        any |=
            (highest[lane] >= 0x7f - b'\n') | (lowest[lane] < 0x1f - b'\n') | (trouble[lane] != 0);
    }
    !any
}

/// All bits or none.
#[inline]
fn mask(condition: bool) -> u8 {
    if condition { 0xff } else { 0 }
}

/// The marks of a block.
#[expect(
    clippy::cast_possible_wrap,
    clippy::needless_bitwise_bool,
    reason = "one signed comparison finds controls and what is beyond ASCII; without branches it is vectorised"
)]
#[inline]
fn of_block(block: &Block) -> u64 {
    let mut flags = [0u8; BLOCK];
    for (at, flag) in flags.iter_mut().enumerate() {
        let (second, before, now) = (block[at], block[at + 1], block[at + 2]);
        // What goes on a run: beside a blank, or the third line break. Controls may look like
        // it; they are marked anyway.
        let pair = now.max(before);
        let marked = (((now as i8) < 0x20) & (now != b'\n'))
            | (now == 0x7f)
            | (now == b'&')
            | (pair == b' ')
            | (pair.max(second) == b'\n');
        *flag = u8::from(marked);
    }
    // The product brings the lowest bits of the eight bytes side by side into the highest byte.
    let (words, _) = flags.as_chunks::<8>();
    words.iter().rev().fold(0, |marks, word| {
        let bits = u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        marks << 8 | bits
    })
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, first_rough, marks};

    #[test]
    fn marks_what_may_matter() {
        for pad in [0, 1, 2, 7, 30, 62] {
            let text = format!(
                "{}a  b\n&\u{7f}\t\u{e9}, {}",
                "x".repeat(pad),
                "y".repeat(64)
            );
            let expected = 0b11_1110_0100_u64;
            assert_eq!(marks(text.as_bytes(), 0), expected << pad, "{pad}");
        }
        for (text, start, expected) in [
            ("x ", 1, 0),
            ("  ", 1, 1),
            ("a\n\nb", 0, 0),
            ("a\n\n\nb", 0, 0b1000),
            ("a\n\n\nb", 3, 1),
            ("a \nb\n c", 0, 0b10_0100),
            (
                &format!("{}\t{}\t", "x".repeat(40), "y".repeat(40)),
                30,
                1 << 51 | 1 << 10,
            ),
        ] {
            assert_eq!(marks(text.as_bytes(), start), expected, "{text:?}");
        }
    }

    #[test]
    fn plain_blocks_have_no_marks() {
        for byte in 0..=u8::MAX {
            for place in [2, 3, 17, 65] {
                let mut bytes = [b'x'; 2 + BLOCK];
                bytes[place] = byte;
                for neighbour in [b'x', b' ', b'\n'] {
                    bytes[place - 1] = neighbour;
                    let plain = first_rough(&bytes, 2, bytes.len()) > 2;
                    assert_eq!(plain, marks(&bytes, 2) == 0, "{byte:x} {neighbour:x}");
                }
            }
        }
    }
}
