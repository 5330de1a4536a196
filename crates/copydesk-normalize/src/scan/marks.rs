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

/// The same for a block behind the byte that stands before it.
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
    let (words, _) = flags.as_chunks::<8>();
    let any = words
        .iter()
        .fold(0, |any, word| any | u64::from_le_bytes(*word));
    if any == 0 {
        return 0;
    }
    // The product brings the lowest bits of the eight bytes side by side into the highest byte.
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
