//! Which bytes of a block a scan has to look at.

/// How many bytes are classified at once.
pub(super) const BLOCK: usize = 64;

/// A bit for every byte of the block at `start` that may matter to a rule: bytes beyond ASCII,
/// controls and line breaks, ampersands, and blanks behind a blank. Bytes past the end have none.
#[inline]
pub(super) fn marks(bytes: &[u8], start: usize) -> u64 {
    if let Some(from) = start.checked_sub(1)
        && let Some(block) = bytes[from..].first_chunk()
    {
        return of_block(block);
    }
    of_edge(bytes, start)
}

/// The first block at or behind `start` that is not plain, `end` where there is none.
#[inline]
pub(super) fn first_rough(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut at = start;
    if let Some(from) = start.checked_sub(1) {
        while at + BLOCK <= end
            && let Some(block) = bytes[from + (at - start)..].first_chunk()
            && is_plain(block)
        {
            at += BLOCK;
        }
    }
    at
}

/// The same for a block at either end of the text.
#[cold]
fn of_edge(bytes: &[u8], start: usize) -> u64 {
    let mut padded = [b'.'; BLOCK + 1];
    if let Some(before) = start.checked_sub(1) {
        padded[0] = bytes[before];
    }
    let len = BLOCK.min(bytes.len() - start);
    padded[1..=len].copy_from_slice(&bytes[start..start + len]);
    of_block(&padded)
}

/// Bytes in one step of the vector code.
const LANES: usize = 16;

/// Whether a block has no marks and no line break: most have none.
///
/// The extremes of each lane say it: with maximum, minimum and one comparison the loop takes six
/// instructions for sixteen bytes, half of what the marks take.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the loop is vectorised"
)]
#[inline(always)]
fn is_plain(block: &[u8; BLOCK + 1]) -> bool {
    let mut highest = [0u8; LANES];
    let mut lowest_pair = [0xff_u8; LANES];
    let mut ampersands = [0u8; LANES];
    let (before, _) = block[..BLOCK].as_chunks::<LANES>();
    let (now, _) = block[1..].as_chunks::<LANES>();
    for (before, now) in before.iter().zip(now) {
        for lane in 0..LANES {
            // Controls wrap around to behind all else.
            highest[lane] = highest[lane].max(now[lane].wrapping_sub(b' '));
            lowest_pair[lane] = lowest_pair[lane].min(now[lane].max(before[lane]));
            ampersands[lane] |= if now[lane] == b'&' { 0xff } else { 0 };
        }
    }
    let mut trouble = false;
    for lane in 0..LANES {
        trouble |=
            (highest[lane] >= 0x7f - b' ') | (lowest_pair[lane] <= b' ') | (ampersands[lane] != 0);
    }
    !trouble
}

/// The marks of a block that stands behind its first byte.
#[expect(
    clippy::needless_bitwise_bool,
    clippy::cast_possible_wrap,
    reason = "without branches, and with one signed comparison, the loop is vectorised"
)]
#[inline]
fn of_block(block: &[u8; BLOCK + 1]) -> u64 {
    let mut flags = [0u8; BLOCK];
    for (at, flag) in flags.iter_mut().enumerate() {
        let (before, byte) = (block[at], block[at + 1]);
        // As signed numbers, bytes beyond ASCII are below the controls.
        let marked = ((byte as i8) < 0x20)
            | (byte == 0x7f)
            | (byte == b'&')
            | ((byte == b' ') & (before == b' '));
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
    use super::marks;

    #[test]
    fn marks_what_may_matter() {
        for pad in [0, 1, 7, 30, 62] {
            let text = format!(
                "{}a  b\n&\u{7f}\t\u{e9}, {}",
                "x".repeat(pad),
                "y".repeat(64)
            );
            let expected = 0b11_1111_0100_u64;
            assert_eq!(marks(text.as_bytes(), 0), expected << pad, "{pad}");
        }
        assert_eq!(marks(b"x ", 1), 0);
        assert_eq!(marks(b"  ", 1), 1);
    }
}
