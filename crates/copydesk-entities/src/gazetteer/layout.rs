//! How the compiled lists are laid out to be asked.
//!
//! *What*: the sections that [`packed`](super::packed) unpacks `data/gazetteer.bin` to. All numbers
//! are little-endian, offsets and indices of three bytes.
//!
//! | section | what |
//! |---|---|
//! | cells | the last key of each cell of [`hash`]es, see [`Cells`](super::planes::Cells) |
//! | keys | the first words of phrases and the single words |
//! | entries | [`ENTRY`] bytes each: name (offset, one byte of length), kind, flags, detail + 1 |
//! | details | [`DETAIL`] bytes each: country + 1, identifier, latitude, longitude |
//! | kinds | [`KIND`] bytes each: index in [`LISTS`], offset and length of the name of the kind |
//! | countries | the codes, two letters each |
//! | names | the text that entries, kinds and Wikidata identifiers are cut from |
//!
//! A key is its [`HEAD`] (length of the word, flags of [`Words`](super::Words), bytes of the
//! short and of the long phrases, the key before it in its cell), the word, and the phrases that start with it without that
//! word. *Short* phrases go on for at most one byte. *Long* ones stand in groups by their second
//! byte, which is the first letter of the second word of nearly all, so that a text with `San`
//! is compared with the few phrases of `San J…` and not with all 455. A group is that byte and
//! its length; a phrase is its entry, its length and its bytes, the longest first.
//!
//! *Why*: reading the lists as text took 22 ms in each process.

use copydesk_core::record::Label;

/// Bytes of an offset or index.
pub(crate) const NUMBER: usize = 3;

/// Bytes before the word of a key: length, flags (2), short phrases, long phrases (3), the key
/// before it (3).
pub(super) const HEAD: usize = 10;

/// Bytes before a group of phrases: second byte, length (3).
pub(super) const GROUP: usize = 4;

/// Bytes before the text of a phrase: entry (3), length.
pub(super) const PHRASE: usize = 4;

/// Bytes of an entry.
pub(super) const ENTRY: usize = 9;

/// Bytes of a detail.
pub(super) const DETAIL: usize = 11;

/// Bytes of a kind.
pub(super) const KIND: usize = 5;

/// What a degree is multiplied by to be stored as a whole number.
pub(crate) const DEGREE: f64 = 10_000.0;

/// Stands for a latitude that is not known.
pub(crate) const NO_DEGREES: [u8; NUMBER] = [0xff, 0xff, 0x7f];

/// Flag of an entry: often something else.
pub(super) const AMBIGUOUS: u8 = 1;
/// Flag of an entry: stands directly before a name.
pub(super) const BEFORE_NAME: u8 = 1 << 1;
/// Flag of an entry: a capital is part of it.
pub(super) const CAPITAL_ONLY: u8 = 1 << 2;
/// Flag of an entry: introduces a person without being an office.
pub(super) const HONORIFIC: u8 = 1 << 3;
/// Flag of an entry: the identifier of its detail is a Wikidata item, as offset and length.
pub(super) const WIKIDATA: u8 = 1 << 4;

/// A list of phrases.
#[derive(Debug)]
pub(super) struct List {
    pub(super) name: &'static str,
    /// What `Mention::why` says.
    pub(super) why: &'static str,
    pub(super) label: Label,
}

/// The lists. The compiled file holds indices of these: new ones go to the end.
pub(super) const LISTS: [List; 16] = [
    list("countries", "list:countries", Label::Gpe),
    list("demonyms", "list:demonyms", Label::Norp),
    list("groups", "list:groups", Label::Norp),
    list("organisations", "list:organisations", Label::Org),
    list("locations", "list:locations", Label::Loc),
    list("events", "list:events", Label::Event),
    list("cities", "list:cities", Label::Gpe),
    list("regions", "list:regions", Label::Gpe),
    list("towns", "list:towns", Label::Gpe),
    list("titles", "list:titles", Label::Title),
    list("products", "list:products", Label::Product),
    list("works", "list:works", Label::WorkOfArt),
    list("laws", "list:laws", Label::Law),
    list("facilities", "list:facilities", Label::Fac),
    list("languages", "list:languages", Label::Language),
    list("people", "list:people", Label::Person),
];

const fn list(name: &'static str, why: &'static str, label: Label) -> List {
    List { name, why, label }
}

/// The number that a key is found by. Stored in the file by its order, so it must not change
/// with the platform or the version of a library.
#[inline]
pub(crate) fn hash(word: &[u8]) -> u64 {
    let seed = word.len() as u64;
    if let (Some(&last), Some(_)) = (word.last_chunk(), word.first_chunk::<8>()) {
        let sum = word
            .as_chunks()
            .0
            .iter()
            .fold(seed, |sum, &eight| mix(sum, u64::from_le_bytes(eight)));
        return mix(sum, u64::from_le_bytes(last));
    }
    if let (Some(&first), Some(&last)) = (word.first_chunk(), word.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(first), u32::from_le_bytes(last));
        return mix(seed, u64::from(first) | u64::from(last) << 32);
    }
    let letters = word
        .iter()
        .fold(0, |letters, &letter| letters << 8 | u64::from(letter));
    mix(seed, letters)
}

#[inline]
fn mix(sum: u64, eight: u64) -> u64 {
    let product = (sum ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 32
}

/// The number in three bytes.
#[inline]
pub(crate) fn number([low, middle, high]: [u8; NUMBER]) -> usize {
    u32::from_le_bytes([low, middle, high, 0]) as usize
}

/// The number with a sign in three bytes.
#[inline]
pub(crate) fn signed([low, middle, high]: [u8; NUMBER]) -> i32 {
    i32::from_le_bytes([0, low, middle, high]) >> 8
}

/// The sections of a file of lists: the magic bytes, the length of each section as `u32` in little
/// endian, the sections, and no more. Nothing where the bytes are something else.
pub(crate) fn sections<const N: usize>(
    bytes: &'static [u8],
    magic: &[u8],
) -> Option<[&'static [u8]; N]> {
    let bytes = bytes.strip_prefix(magic)?;
    let (lengths, mut rest) = bytes.split_at_checked(4 * N)?;
    let mut sections = [&[][..]; N];
    for (section, &length) in sections.iter_mut().zip(lengths.as_chunks().0) {
        (*section, rest) = rest.split_at_checked(u32::from_le_bytes(length) as usize)?;
    }
    rest.is_empty().then_some(sections)
}

#[cfg(test)]
mod tests {
    use super::{NO_DEGREES, hash, number, signed};

    #[test]
    fn numbers_of_three_bytes() {
        assert_eq!(number([0x01, 0x02, 0x03]), 0x0003_0201);
        assert_eq!(signed([0xfe, 0xff, 0xff]), -2);
        assert_eq!(signed([0x10, 0x27, 0x00]), 10_000);
        assert_eq!(signed(NO_DEGREES), 0x7f_ffff);
    }

    #[test]
    fn hashes_are_those_of_the_file() {
        assert_eq!(hash(b"") >> 32, 0);
        let hashes =
            ["Oslo", "São", "Sao", "Mediterranean", "of"].map(|word| hash(word.as_bytes()));
        assert_eq!(
            hashes.map(|hash| hash >> 48),
            [16_375, 5_097, 15_274, 45_833, 56_178]
        );
    }
}
