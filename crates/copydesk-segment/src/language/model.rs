//! The learned weights: for each script that several languages share, a table of rows, one of
//! which a hash names, with a number for each language in each row.
//!
//! The file, little endian: `CDLI`, the number of scripts, and for each of them a header of eight
//! bytes (script, lanes, bits of the hash, labels), a scale (f32), the labels, eight bytes each
//! with zeros at the end (one that begins with `?` is no language that is told), and the rows, a
//! signed byte for each lane.

use super::script::Script;

/// What is written before the scripts.
pub const MAGIC: &[u8; 4] = b"CDLI";

const HEADER: usize = 12;
const LABEL: usize = 8;

/// The weights of one script.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    pub(super) script: u8,
    pub(super) lanes: usize,
    pub(super) bits: u32,
    pub(super) scale: f32,
    labels: &'a [u8],
    pub(super) rows: &'a [u8],
}

impl<'a> Table<'a> {
    /// The tables of a file, one after the other; ends where the file is not as it should be.
    pub fn all(bytes: &'a [u8]) -> impl Iterator<Item = Self> {
        let mut rest = bytes.strip_prefix(MAGIC).unwrap_or_default();
        std::iter::from_fn(move || {
            let (table, behind) = Self::read(rest)?;
            rest = behind;
            Some(table)
        })
    }

    fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let [script, lanes, bits, labels, ..] = *header else {
            return None;
        };
        let scale = f32::from_le_bytes(header[8..12].try_into().ok()?);
        let (labels, rest) = rest.split_at_checked(usize::from(labels) * LABEL)?;
        let (rows, rest) = rest.split_at_checked(usize::from(lanes) << bits)?;
        let table = Self {
            script,
            lanes: lanes.into(),
            bits: bits.into(),
            scale,
            labels,
            rows,
        };
        Some((table, rest))
    }

    /// The bytes of a table.
    pub fn write(
        script: Script,
        lanes: usize,
        bits: u32,
        scale: f32,
        labels: &[String],
        rows: &[i8],
    ) -> Vec<u8> {
        let mut bytes = vec![script as u8, lanes as u8, bits as u8, labels.len() as u8];
        bytes.extend([0; 4]);
        bytes.extend(scale.to_le_bytes());
        for label in labels {
            let mut name = [0; LABEL];
            name[..label.len()].copy_from_slice(label.as_bytes());
            bytes.extend(name);
        }
        bytes.extend(rows.iter().map(|weight| weight.cast_unsigned()));
        bytes
    }

    pub(super) fn labels(&self) -> usize {
        self.labels.len() / LABEL
    }

    pub(super) fn label(&self, lane: usize) -> &'a str {
        let name = self.labels.get(lane * LABEL..(lane + 1) * LABEL);
        let name = std::str::from_utf8(name.unwrap_or_default()).unwrap_or_default();
        name.trim_end_matches('\0')
    }
}
