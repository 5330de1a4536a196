//! How the compiled lists lie in the binary, and how they are laid out to be asked.
//!
//! *What*: `data/gazetteer.bin`. After [`MAGIC`] come the lengths of the sections as `u32`, then
//! the sections. Numbers of more than one byte lie as planes: all low bytes, then all middle ones.
//!
//! | section | what |
//! |---|---|
//! | shared | how many bytes each string has in common with the one before it |
//! | rests | the other bytes of each string, and a 0 |
//! | tokens | what each string is: bytes of [`OWN`] and the others, the last one with [`LAST`] |
//! | links | planes of the entries of [`LINK`] |
//! | words | planes of the flags of [`WORD`] and [`WHOLE`] |
//! | entry kinds, entry flags | a byte for each entry |
//! | details | planes of [`DETAIL`] bytes, one for each entry with [`DETAILED`] |
//! | kinds, countries | as in [`layout`](super::layout) |
//! | texts | the names of kinds, and Wikidata identifiers |
//!
//! The strings are the names of entries, phrases and single words, in the order in which their
//! keys and groups are laid out: by the first word, what goes on for one byte or less, then by
//! the second byte behind the word and the longest first. Entries are numbered in that order.
//!
//! *Example*: `San Jose` behind `San José City` is 7, `e`, a 0, and `LINK` to the entry of `San José`.
//! *Why*: as it is laid out, the file took 2.9 MB of a wheel; packed it takes 1.1 MB, and is
//! unpacked in a few milliseconds once in a process.

use std::slice;

use super::{
    layout::{DETAIL, ENTRY, GROUP, HEAD, NUMBER, PHRASE, hash, sections},
    matcher::first_word,
    planes::{Cells, Strings, rows, three_bytes},
};

pub(super) const MAGIC: &[u8; 4] = b"CDG2";

/// How many sections there are.
const SECTIONS: usize = 11;

/// The string is the name of the next entry, and a phrase for it.
pub(super) const OWN: u8 = 0;
/// The string is a phrase for another entry.
pub(super) const LINK: u8 = 1;
/// The string is the name of the next entry and no phrase.
pub(super) const HIDDEN: u8 = 2;
/// The string is a word with flags.
pub(super) const WORD: u8 = 3;
/// The same for a word that is more than letters and digits, such as `A/S`, and a key as a whole.
pub(super) const WHOLE: u8 = 4;
/// Added to the last token of a string.
pub(super) const LAST: u8 = 1 << 3;

/// Added to the flags of an entry that has a detail.
pub(super) const DETAILED: u8 = 1 << 7;

/// The sections of [`layout`](super::layout).
pub(super) struct Unpacked {
    pub(super) cells: Cells,
    pub(super) keys: Vec<u8>,
    pub(super) entries: Vec<[u8; ENTRY]>,
    pub(super) details: Vec<[u8; DETAIL]>,
    pub(super) kinds: &'static [u8],
    pub(super) countries: &'static [u8],
    pub(super) names: Vec<u8>,
}

impl Unpacked {
    /// Lays the lists out; `None` where the bytes are something else.
    pub(super) fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let [
            shared,
            rests,
            mut tokens,
            links,
            words,
            entry_kinds,
            entry_flags,
            details,
            kinds,
            countries,
            texts,
        ]: [_; SECTIONS] = sections(bytes, MAGIC)?;
        let mut links = rows::<NUMBER>(links)?.into_iter();
        let mut words = rows::<2>(words)?.into_iter();
        let mut entries = Entries {
            kinds: entry_kinds.iter(),
            flags: entry_flags.iter(),
            list: Vec::with_capacity(entry_kinds.len()),
            detailed: 0,
        };
        let mut names = texts.to_vec();
        names.reserve(4 * rests.len() / 3);
        let mut keys = Keys::new(shared.len(), 3 * rests.len());
        let mut strings = Strings::new(shared, rests);
        while let Some(shared) = strings.shared() {
            let text = strings.text(shared)?;
            let whole = tokens.first()? & !LAST == WHOLE;
            keys.word(text, shared, whole)?;
            let mut start = None;
            loop {
                let (&token, others) = tokens.split_first()?;
                tokens = others;
                match token & !LAST {
                    WORD | WHOLE => keys.flags = words.next()?,
                    LINK => keys.phrase(text, links.next()?)?,
                    token @ (OWN | HIDDEN) => {
                        let start = *start.get_or_insert_with(|| {
                            let start = names.len();
                            names.extend_from_slice(text);
                            start
                        });
                        let entry = entries.next(start, text.len())?;
                        if token == OWN {
                            keys.phrase(text, entry)?;
                        }
                    }
                    _ => return None,
                }
                if token & LAST != 0 {
                    break;
                }
            }
        }
        keys.finish()?;
        Some(Self {
            cells: keys.cells,
            keys: keys.bytes,
            entries: entries.list,
            details: rows(details)?,
            kinds,
            countries,
            names,
        })
    }
}

/// The entries that have been laid out.
struct Entries<'a> {
    kinds: slice::Iter<'a, u8>,
    flags: slice::Iter<'a, u8>,
    list: Vec<[u8; ENTRY]>,
    detailed: usize,
}

impl Entries<'_> {
    /// Lays out the next entry with the name at these bytes, and gives its index.
    fn next(&mut self, start: usize, len: usize) -> Option<[u8; NUMBER]> {
        let index = three_bytes(self.list.len())?;
        let (&kind, &flags) = (self.kinds.next()?, self.flags.next()?);
        let mut detail = 0;
        if flags & DETAILED != 0 {
            self.detailed += 1;
            detail = self.detailed;
        }
        let ([n0, n1, n2], [d0, d1, d2]) = (three_bytes(start)?, three_bytes(detail)?);
        let len = u8::try_from(len).ok()?;
        (self.list).push([n0, n1, n2, len, kind, flags & !DETAILED, d0, d1, d2]);
        Some(index)
    }
}

/// The keys that have been laid out, and the last one, which grows.
struct Keys {
    bytes: Vec<u8>,
    cells: Cells,
    /// Where the last key starts, and the one before it in its cell.
    start: Option<(usize, [u8; NUMBER])>,
    /// Length of the last word.
    word: usize,
    /// Flags of the last word.
    flags: [u8; 2],
    /// Where the long phrases of the last word start.
    long: Option<usize>,
    /// Where the last group starts, and its byte.
    group: Option<(usize, u8)>,
}

impl Keys {
    fn new(keys: usize, bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
            cells: Cells::with_capacity(keys),
            start: None,
            word: 0,
            flags: [0; 2],
            long: None,
            group: None,
        }
    }

    /// What follows are strings that start with the first word of `text`, or with all of it;
    /// it has `shared` bytes in common with the last one.
    fn word(&mut self, text: &[u8], shared: usize, whole: bool) -> Option<()> {
        let word = if whole {
            text.len()
        } else if shared > self.word && text.get(self.word)?.is_ascii() {
            self.word
        } else {
            // What the last word had there are letters.
            let from = shared.min(self.word);
            let other = |letter: &u8| !letter.is_ascii_alphanumeric();
            match text.iter().skip(from).position(other).map(|at| from + at) {
                None => text.len(),
                Some(at) if text[at].is_ascii() => at,
                Some(_) => first_word(str::from_utf8(text).ok()?).len(),
            }
        };
        if shared >= self.word && word == self.word && self.start.is_some() {
            return Some(());
        }
        self.finish()?;
        let key = &text[..word];
        let start = self.bytes.len();
        self.start = Some((start, self.cells.put(hash(key), start)?));
        self.word = word;
        self.bytes.extend_from_slice(&[0; HEAD]);
        self.bytes.extend_from_slice(key);
        Some(())
    }

    /// Adds the phrase `text` to the last key.
    fn phrase(&mut self, text: &[u8], [e0, e1, e2]: [u8; NUMBER]) -> Option<()> {
        let rest = text.get(self.word..)?;
        match (rest.get(1), self.group) {
            (None, None) => {}
            (None, Some(_)) => return None,
            (Some(&second), Some((_, group))) if second == group => {}
            (Some(&second), _) => {
                self.finish_group()?;
                let start = self.bytes.len();
                self.long.get_or_insert(start);
                self.group = Some((start, second));
                self.bytes.extend_from_slice(&[0; GROUP]);
            }
        }
        let head: [u8; PHRASE] = [e0, e1, e2, u8::try_from(rest.len()).ok()?];
        self.bytes.extend_from_slice(&head);
        self.bytes.extend_from_slice(rest);
        Some(())
    }

    fn finish_group(&mut self) -> Option<()> {
        if let Some((start, second)) = self.group.take() {
            let [l0, l1, l2] = three_bytes(self.bytes.len() - start - GROUP)?;
            *self.bytes.get_mut(start..)?.first_chunk_mut()? = [second, l0, l1, l2];
        }
        Some(())
    }

    /// Fills in what stands before the last word.
    fn finish(&mut self) -> Option<()> {
        self.finish_group()?;
        let end = self.bytes.len();
        let long = self.long.take().unwrap_or(end);
        let flags = std::mem::take(&mut self.flags);
        let Some((start, [b0, b1, b2])) = self.start else {
            return Some(());
        };
        let len = u8::try_from(self.word).ok()?;
        let short = u8::try_from(long - start - HEAD - self.word).ok()?;
        let [l0, l1, l2] = three_bytes(end - long)?;
        let [f0, f1] = flags;
        let head: [u8; HEAD] = [len, f0, f1, short, l0, l1, l2, b0, b1, b2];
        *self.bytes.get_mut(start..)?.first_chunk_mut()? = head;
        Some(())
    }
}
