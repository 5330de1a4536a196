//! A gzip member that is in memory whole, decompressed at once.
//!
//! *Why*: libdeflate takes half the time of a decoder that works in pieces (943 MB/s against 416 of
//! zlib-rs on pages of 174 kB), but it does not tell how long a member is. Where the next one
//! begins tells it: behind the trailer, which also says how long the content is.
//!
//! *Known misses*: members larger than [`MOST`], and those in which the bytes occur by chance that
//! begin a member; they are left to the decoder that works in pieces.

use libdeflater::{Decompressor, crc32};
use memchr::{memchr, memmem};

use super::coding::Coding;

/// Bytes of a member that is decompressed at once, and of its content, at most.
pub(super) const MOST: usize = 4 << 20;
/// Bytes of an empty member.
const LEAST: usize = 18;
/// Check sum and length at the end of a member.
const TRAILER: usize = 8;

/// Where the member at the beginning of `raw` ends, if the next one is in sight behind the first
/// `seen` bytes.
pub(super) fn end(raw: &[u8], seen: usize) -> Option<usize> {
    let from = seen.saturating_sub(Coding::GZIP.len() - 1).max(LEAST);
    let found = memmem::find(raw.get(from..)?, &Coding::GZIP)?;
    Some(from + found)
}

/// Appends the content of `member`; `false` where that is not one member, whole and sound.
pub(super) fn read(decoder: &mut Decompressor, member: &[u8], out: &mut Vec<u8>) -> bool {
    let Some((before, trailer)) = member.split_last_chunk::<TRAILER>() else {
        return false;
    };
    let [c0, c1, c2, c3, l0, l1, l2, l3] = *trailer;
    let sum = u32::from_le_bytes([c0, c1, c2, c3]);
    let length = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
    let Some(data) = header(before).and_then(|header| before.get(header..)) else {
        return false;
    };
    // Deflate compresses to a thousandth at best.
    if length > MOST || length / 1100 > data.len() {
        return false;
    }
    // The decoder does not tell how much it took. Were there a second member, that one would end
    // with the trailer of the first only if it held the same, and then the trailer stands there
    // twice.
    if memmem::find(data, trailer).is_some() {
        return false;
    }
    let filled = out.len();
    out.resize(filled + length, 0);
    let content = &mut out[filled..];
    let whole = decoder.deflate_decompress(data, content) == Ok(length) && crc32(content) == sum;
    if !whole {
        out.truncate(filled);
    }
    whole
}

/// Length of the header of a member (RFC 1952); `None` where it is cut, or has a check sum of its
/// own, which nobody writes.
fn header(member: &[u8]) -> Option<usize> {
    const TEXT: u8 = 1;
    const EXTRA: u8 = 1 << 2;
    const NAME: u8 = 1 << 3;
    const COMMENT: u8 = 1 << 4;
    let flags = *member.get(3)?;
    if flags & !(TEXT | EXTRA | NAME | COMMENT) != 0 {
        return None;
    }
    let mut at = 10;
    if flags & EXTRA != 0 {
        let length = member.get(at..at + 2)?;
        at += 2 + usize::from(length[0]) + (usize::from(length[1]) << 8);
    }
    for flag in [NAME, COMMENT] {
        if flags & flag != 0 {
            at += memchr(0, member.get(at..)?)? + 1;
        }
    }
    Some(at)
}
