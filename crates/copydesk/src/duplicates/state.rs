//! What is kept of the documents, in four blocks of memory, and its bytes.
//!
//! A document is 48 bytes, its id, four bytes for each hash and two for each thing it names: about
//! 400 bytes for news of 250 to 2,000 words.

use copydesk_core::{Error, ErrorKind};

use super::sketch::{MAX_FACTS, MAX_LEVEL, Outline, limit};

/// Begins the bytes of a state; the last letter is the version.
const MAGIC: &[u8; 8] = b"cdskdup1";
/// A document without a date.
pub(super) const NO_TIME: i32 = i32::MIN;
/// Bytes of a document, beside its hashes and its id.
const FIXED: usize = 40;

/// A document as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) outline: Outline,
    pub(super) time: i32,
    /// Where its hashes begin, its facts behind them, two in each place.
    start: u64,
    /// Where its id ends; it begins where the one before ends.
    id_end: u64,
    hashes: u16,
    facts: u8,
}

/// The documents that were added.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) documents: Vec<Document>,
    sketches: Vec<u32>,
    ids: String,
}

impl State {
    pub(super) fn add(
        &mut self,
        id: &str,
        time: i32,
        outline: Outline,
        hashes: &[u32],
        facts: &[u16],
    ) {
        let start = self.sketches.len() as u64;
        self.sketches.extend_from_slice(hashes);
        self.sketches.extend(facts.chunks(2).map(|pair| {
            u32::from(pair[0]) | pair.get(1).map_or(0, |&second| u32::from(second)) << 16
        }));
        self.ids.push_str(id);
        self.documents.push(Document {
            outline,
            time,
            start,
            id_end: self.ids.len() as u64,
            hashes: hashes.len() as u16,
            facts: facts.len() as u8,
        });
    }

    pub(super) fn hashes(&self, document: &Document) -> &[u32] {
        let start = document.start as usize;
        &self.sketches[start..start + usize::from(document.hashes)]
    }

    pub(super) fn facts(&self, document: &Document) -> Facts {
        let start = document.start as usize + usize::from(document.hashes);
        let count = usize::from(document.facts);
        let mut facts = [0; MAX_FACTS];
        for (pair, packed) in facts
            .chunks_mut(2)
            .zip(&self.sketches[start..start + count.div_ceil(2)])
        {
            pair[0] = *packed as u16;
            if let Some(second) = pair.get_mut(1) {
                *second = (packed >> 16) as u16;
            }
        }
        Facts { facts, count }
    }

    pub(super) fn id(&self, document: usize) -> &str {
        let end = |at: usize| self.documents[at].id_end as usize;
        let start = document.checked_sub(1).map_or(0, end);
        &self.ids[start..end(document)]
    }

    /// Appends all documents of another one.
    pub(super) fn append(&mut self, other: &Self) {
        let (sketches, ids) = (self.sketches.len() as u64, self.ids.len() as u64);
        self.sketches.extend_from_slice(&other.sketches);
        self.ids.push_str(&other.ids);
        self.documents
            .extend(other.documents.iter().map(|document| Document {
                start: document.start + sketches,
                id_end: document.id_end + ids,
                ..*document
            }));
    }

    /// Keeps the documents that are to be kept.
    pub(super) fn retain(&mut self, keep: &[bool]) {
        let mut kept = Self::default();
        for (at, document) in self.documents.iter().enumerate() {
            if keep.get(at).copied().unwrap_or_default() {
                let facts = self.facts(document);
                let (id, hashes) = (self.id(at), self.hashes(document));
                kept.add(id, document.time, document.outline, hashes, facts.all());
            }
        }
        *self = kept;
    }

    /// Bytes that the documents take.
    pub(super) fn bytes(&self) -> usize {
        self.documents.len() * size_of::<Document>() + self.sketches.len() * 4 + self.ids.len()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(MAGIC.len() + self.bytes());
        out.extend_from_slice(MAGIC);
        for (at, document) in self.documents.iter().enumerate() {
            let Outline {
                text,
                words,
                level,
                credits,
                head,
                tail,
            } = document.outline;
            let id = self.id(at);
            out.extend_from_slice(&text.to_le_bytes());
            out.extend_from_slice(&document.time.to_le_bytes());
            out.extend_from_slice(&words.to_le_bytes());
            out.extend_from_slice(&(id.len() as u64).to_le_bytes());
            out.extend_from_slice(&head.to_le_bytes());
            out.extend_from_slice(&tail.to_le_bytes());
            out.extend_from_slice(&document.hashes.to_le_bytes());
            out.extend_from_slice(&[document.facts, level, credits]);
            // Room for what a later version may know.
            out.resize(out.len() + FIXED - 33, 0);
            for hash in self.hashes(document) {
                out.extend_from_slice(&hash.to_le_bytes());
            }
            for fact in self.facts(document).all() {
                out.extend_from_slice(&fact.to_le_bytes());
            }
            out.extend_from_slice(id.as_bytes());
        }
        out
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return Err(damaged(
                0,
                "it does not begin as a state of duplicates does",
            ));
        };
        let mut state = Self::default();
        let mut reader = Reader { rest };
        while !reader.rest.is_empty() {
            let place = bytes.len() - reader.rest.len();
            reader
                .document(&mut state)
                .map_err(|why| damaged(place, why))?;
        }
        Ok(state)
    }
}

/// What a document names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    facts: [u16; MAX_FACTS],
    count: usize,
}

impl Facts {
    pub(super) fn all(&self) -> &[u16] {
        &self.facts[..self.count]
    }
}

fn damaged(place: usize, why: &str) -> Error {
    Error::new(
        ErrorKind::Read,
        format!("cannot read the state of duplicates at byte {place}: {why}; save it again"),
    )
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], &'static str> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or("it breaks off")?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], &'static str> {
        self.take(N)?.try_into().map_err(|_| "it breaks off")
    }

    fn document(&mut self, state: &mut State) -> Result<(), &'static str> {
        let text = u64::from_le_bytes(self.array()?);
        let time = i32::from_le_bytes(self.array()?);
        let words = u32::from_le_bytes(self.array()?);
        let id =
            usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| "an id is too long")?;
        let head = u16::from_le_bytes(self.array()?);
        let tail = u16::from_le_bytes(self.array()?);
        let hashes = u16::from_le_bytes(self.array()?);
        let [facts, level, credits] = self.array()?;
        self.take(FIXED - 33)?;
        if usize::from(facts) > MAX_FACTS {
            return Err("a document names too much");
        }
        let hashes: Vec<u32> = (self.take(usize::from(hashes) * 4)?.chunks_exact(4))
            .map(|hash| u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]))
            .collect();
        if !(1..=MAX_LEVEL).contains(&level) {
            return Err("a text has a level that there is not");
        }
        if hashes.iter().any(|&hash| hash >= limit(level)) {
            return Err("a hash is beyond the limit of its text");
        }
        let mut ascending = hashes.clone();
        ascending.sort_unstable();
        if !ascending.is_sorted_by(|one, next| one < next) {
            return Err("a text has a hash twice");
        }
        let facts: Vec<u16> = (self.take(usize::from(facts) * 2)?.chunks_exact(2))
            .map(|fact| u16::from_le_bytes([fact[0], fact[1]]))
            .collect();
        if !facts.is_sorted_by(|one, next| one < next) {
            return Err("what a document names is not in order");
        }
        let id = std::str::from_utf8(self.take(id)?).map_err(|_| "an id is no UTF-8")?;
        let outline = Outline {
            text,
            words,
            level,
            credits,
            head,
            tail,
        };
        state.add(id, time, outline, &hashes, &facts);
        Ok(())
    }
}
