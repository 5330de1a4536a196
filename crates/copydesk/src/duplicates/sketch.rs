//! A text as its sketch: a sample of the hashes of five words in a row, and what it names.
//!
//! *What*: words are runs of letters and digits in lower case, whatever stands between them, so
//! that quotes, dashes, case and line breaks do not count: `The “port” — open` is `the port open`.
//! A character of a script without spaces is a word together with the one before it. Numbers keep
//! their separators inside: `1,200` is one word.
//!
//! *Which hashes stay* depends on the hash alone: those below a limit that is halved as the text
//! grows. So a passage has the same hashes in whatever text it stands, and two texts of different
//! length are compared by the hashes below the lower limit. They stay in the order of the text,
//! which tells a passage from scattered phrases.
//!
//! *What it names*: numbers, and words with a capital that begin no sentence. Two reports from one
//! template share their sentences, but not these.
//!
//! *Known misses*: sentences in which every fifth word was changed have no hash left; of texts of
//! 2,000 words and more one hash of 32 stays, so that a passage of 60 words may have none.

use std::ops::Range;

/// Words of a shingle.
const SHINGLE: usize = 5;
/// Shingles from which on the limit is halved once more. A brief keeps every second hash, news of
/// 200 to 800 words every eighth; beyond the last one, the limit is halved with each doubling.
const LEVELS: [u32; 6] = [96, 320, 720, 1_800, 16_384, 65_536];
/// How many of the things that a text names are kept.
pub(super) const MAX_FACTS: usize = 20;
/// Below so many words the title counts as part of the text: a body that could not be read is
/// often the same line on every page of a site.
const BRIEF: u32 = 12;
/// Words at the beginning and at the end in which a credit is looked for.
const EDGE: u32 = 30;
/// Words before the end of a dateline.
const DATELINE: u32 = 10;
/// Words at the beginning and the end whose hash is kept.
const ENDS: u32 = 6;
/// The share of capitals from which on they say nothing: text set in capitals.
const SHOUTED: u32 = 2;

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
const WORD: u64 = 0x517c_c1b7_2722_0a95;
const MIX: u64 = 0xd6e8_feb8_6659_fd93;
/// `BASE` to the power of [`SHINGLE`], which takes the oldest word out of a shingle.
const OLDEST: u64 = {
    let mut power = 1u64;
    let mut at = 0;
    while at < SHINGLE {
        power = power.wrapping_mul(BASE);
        at += 1;
    }
    power
};

/// There is a dateline, a byline or the name of an agency at the beginning, at the end.
pub(super) const CREDIT_BEFORE: u8 = 1;
pub(super) const CREDIT_BEHIND: u8 = 2;

/// What is kept of a text, beside its hashes and facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// Hash of all words.
    pub(super) text: u64,
    pub(super) words: u32,
    /// How often the limit of the hashes was halved.
    pub(super) level: u8,
    /// [`CREDIT_BEFORE`], [`CREDIT_BEHIND`].
    pub(super) credits: u8,
    /// Hashes of the first and the last words.
    pub(super) head: u16,
    pub(super) tail: u16,
}

/// The limit of the hashes is not halved more often.
pub(super) const MAX_LEVEL: u8 = 31;

/// The first hash that a level does not keep.
pub(super) fn limit(level: u8) -> u32 {
    u32::MAX >> level.min(MAX_LEVEL)
}

/// Makes sketches; keeps its memory from one text to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketcher {
    /// Hashes of the text, in its order, each once.
    pub(super) hashes: Vec<u32>,
    /// The smallest hashes of what it names, in ascending order.
    pub(super) facts: Vec<u16>,
    numbers: Smallest,
    names: Smallest,
    seen: Seen,
}

/// The smallest of many numbers.
#[derive(Clone, Debug, Default)]
struct Smallest {
    kept: Vec<u16>,
    /// The largest of those that are kept, once they are enough.
    bound: Option<u16>,
}

impl Smallest {
    fn clear(&mut self) {
        self.kept.clear();
        self.bound = None;
    }

    fn insert(&mut self, number: u16) {
        if self.bound.is_none_or(|bound| number < bound) {
            self.kept.push(number);
            if self.kept.len() == 4 * MAX_FACTS {
                self.settle();
            }
        }
    }

    fn settle(&mut self) {
        self.kept.sort_unstable();
        self.kept.dedup();
        self.kept.truncate(MAX_FACTS);
        self.bound = (self.kept.len() == MAX_FACTS).then(|| self.kept[MAX_FACTS - 1]);
    }
}

/// Which hashes were there before.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// By the low bits of a hash: the round in which it was put there, and the hash.
    slots: Vec<u64>,
    round: u32,
}

impl Seen {
    const SLOTS: usize = 4096;

    fn clear(&mut self) {
        if self.slots.is_empty() || self.round == u32::MAX {
            self.slots = vec![0; Self::SLOTS];
            self.round = 0;
        }
        self.round += 1;
    }

    /// Whether it is new.
    fn insert(&mut self, hash: u32) -> bool {
        let entry = u64::from(self.round) << 32 | u64::from(hash);
        let first = hash.wrapping_mul(0x9e37_79b1) as usize >> 20;
        // Never full: a text holds a few hundred hashes at any time, see `raise`.
        for at in first..first + Self::SLOTS {
            let slot = &mut self.slots[at % Self::SLOTS];
            if *slot == entry {
                return false;
            }
            if *slot >> 32 != u64::from(self.round) {
                *slot = entry;
                return true;
            }
        }
        false
    }
}

/// What begins at a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// Behind it a capital says nothing.
    Stop,
    Other,
    Wide,
}

const BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = match at as u8 {
            b'.' | b'!' | b'?' | b':' | b'"' => Byte::Stop,
            0x80.. => Byte::Wide,
            _ => Byte::Other,
        };
        at += 1;
    }
    table
};

/// Agencies by one word of their credit.
const AGENCIES: [&str; 24] = [
    "reuters",
    "ap",
    "afp",
    "upi",
    "tass",
    "interfax",
    "xinhua",
    "dpa",
    "ansa",
    "efe",
    "bloomberg",
    "kyodo",
    "yonhap",
    "pti",
    "ani",
    "belga",
    "lusa",
    "apa",
    "anp",
    "tt",
    "ntb",
    "ritzau",
    "newswire",
    "wire",
];
/// First words of credits.
const CREDITS: [&str; 10] = [
    "by",
    "from",
    "reporting",
    "copyright",
    "originally",
    "published",
    "syndicated",
    "distributed",
    "provided",
    "courtesy",
];

const fn word_hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (mut hash, mut chunk, mut at) = (0, 0, 0);
    while at < bytes.len() {
        chunk |= (bytes[at] as u64) << (at % 8 * 8);
        at += 1;
        if at % 8 == 0 {
            hash = step(hash, chunk);
            chunk = 0;
        }
    }
    step(hash, chunk)
}

/// Takes eight bytes into the hash of a word.
const fn step(hash: u64, chunk: u64) -> u64 {
    let mixed = (hash ^ chunk).wrapping_mul(WORD);
    mixed ^ (mixed >> 32)
}

/// The lower-case bytes of a word, eight at a time.
#[derive(Default)]
struct WordHash {
    hash: u64,
    chunk: u64,
    filled: u32,
}

impl WordHash {
    fn push(&mut self, byte: u8) {
        self.chunk |= u64::from(byte) << (self.filled * 8);
        self.filled += 1;
        if self.filled == 8 {
            self.hash = step(self.hash, self.chunk);
            (self.chunk, self.filled) = (0, 0);
        }
    }

    fn push_char(&mut self, letter: char) {
        for &byte in letter.encode_utf8(&mut [0; 4]).as_bytes() {
            self.push(byte);
        }
    }

    fn finish(&self) -> u64 {
        step(self.hash, self.chunk)
    }
}

/// Eight bytes, of which the letters and digits at the beginning count.
struct Chunk {
    /// In lower case, the others zero.
    lower: u64,
    /// How many are letters or digits.
    count: u32,
    digits: bool,
    /// Whether the first one is a capital.
    capital: bool,
}

impl Chunk {
    /// *How*: no byte of ASCII has the highest bit, so sums do not carry from byte to byte, and the
    /// bit tells on which side of a bound a byte is.
    fn read(bytes: &[u8], at: usize) -> Self {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x80 * ONES;
        const BIT_OF_CASE: u64 = 0x20 * ONES;
        let chunk = bytes
            .get(at..at + 8)
            .and_then(|chunk| chunk.try_into().ok());
        let chunk = u64::from_le_bytes(chunk.unwrap_or_else(|| {
            let mut chunk = [0; 8];
            let rest = &bytes[at..];
            chunk[..rest.len()].copy_from_slice(rest);
            chunk
        }));
        let ascii = chunk & !HIGH;
        let lower = ascii | BIT_OF_CASE;
        let at_least = |bytes: u64, bound: u8| bytes + u64::from(0x80 - bound) * ONES;
        let letters = at_least(lower, b'a') & !at_least(lower, b'z' + 1);
        let digits = at_least(ascii, b'0') & !at_least(ascii, b'9' + 1);
        let inside = (letters | digits) & HIGH & !chunk;
        let count = (!inside & HIGH).trailing_zeros() / 8;
        let kept = if count == 8 {
            u64::MAX
        } else {
            (1 << (count * 8)) - 1
        };
        Self {
            lower: (chunk | BIT_OF_CASE) & kept,
            count,
            digits: digits & HIGH & !chunk & kept != 0,
            capital: chunk & 0x20 == 0 && letters & 0x80 != 0,
        }
    }
}

const fn hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = word_hash(words[at]);
        at += 1;
    }
    out
}

const AGENCY_HASHES: [u64; 24] = hashes(AGENCIES);
const CREDIT_HASHES: [u64; 10] = hashes(CREDITS);
/// A bit for the first six bits of each hash of [`AGENCIES`].
const AGENCY_BITS: u64 = {
    let mut bits = 0;
    let mut at = 0;
    while at < AGENCY_HASHES.len() {
        bits |= 1 << (AGENCY_HASHES[at] >> 58);
        at += 1;
    }
    bits
};

/// A run over a text.
struct Run<'s> {
    sketcher: &'s mut Sketcher,
    outline: Outline,
    /// The last words, and their shingle.
    last: [u64; SHINGLE],
    oldest: usize,
    shingle: u64,
    limit: u32,
    shingles: u32,
    next_level: u32,
    capitals: u32,
    /// Where the last word stands that looks like a credit.
    credit: Option<u32>,
    begins: bool,
}

impl Sketcher {
    /// Reads a text. [`Self::hashes`] and [`Self::facts`] are those of this text until the next.
    pub(super) fn read(&mut self, title: &str, text: &str) -> Outline {
        let outline = self.read_all(&[text]);
        if outline.words < BRIEF && !title.is_empty() {
            return self.read_all(&[title, text]);
        }
        outline
    }

    fn read_all(&mut self, texts: &[&str]) -> Outline {
        self.hashes.clear();
        self.facts.clear();
        self.numbers.clear();
        self.names.clear();
        self.seen.clear();
        let mut run = Run {
            sketcher: self,
            outline: Outline {
                level: 1,
                ..Outline::default()
            },
            last: [0; SHINGLE],
            oldest: 0,
            shingle: 0,
            limit: limit(1),
            shingles: 0,
            next_level: next_level(1),
            capitals: 0,
            credit: None,
            begins: true,
        };
        for text in texts {
            run.text(text);
        }
        run.finish()
    }
}

impl Run<'_> {
    fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        // The last character of a script without spaces, if it stands right before.
        let mut unspaced: Option<char> = None;
        while let Some(&byte) = bytes.get(at) {
            // Nearly always a word comes, and behind it a blank.
            let chunk = Chunk::read(bytes, at);
            if chunk.count > 0 {
                at = self.word(text, at, &chunk);
                at += usize::from(bytes.get(at) == Some(&b' '));
                unspaced = None;
                continue;
            }
            match BYTES[usize::from(byte)] {
                Byte::Stop => {
                    self.begins = true;
                    unspaced = None;
                    at += 1;
                }
                Byte::Other => {
                    self.begins |= byte == b'\n' && bytes.get(at + 1) == Some(&b'\n');
                    at += 1;
                }
                Byte::Wide if is_mark(&bytes[at..]) => {
                    self.begins |= matches!(bytes[at + 2], 0x9c..=0x9e | 0xa6);
                    unspaced = None;
                    at += 3;
                }
                Byte::Wide => {
                    let Some(letter) = text[at..].chars().next() else {
                        break;
                    };
                    if is_unspaced(letter) {
                        let pair = unspaced.map_or(0, u64::from) << 32 | u64::from(letter);
                        self.push(step(0, pair));
                        unspaced = Some(letter);
                        at += letter.len_utf8();
                    } else if letter.is_alphanumeric() {
                        at = self.wide_word(text, at);
                        unspaced = None;
                    } else {
                        self.begins |= matches!(letter, '\u{ab}' | '\u{bb}' | '\u{3002}');
                        unspaced = None;
                        at += letter.len_utf8();
                    }
                }
            }
        }
    }

    /// Reads the word that begins at a place with letters or digits of ASCII, `first`, and returns the
    /// place behind it.
    fn word(&mut self, text: &str, from: usize, first: &Chunk) -> usize {
        let bytes = text.as_bytes();
        let (mut hash, mut last, mut number) = (0, first.lower, first.digits);
        let mut at = from + first.count as usize;
        let mut count = first.count;
        while count == 8 {
            hash = step(hash, last);
            let next = Chunk::read(bytes, at);
            at += next.count as usize;
            (last, count) = (next.lower, next.count);
            number |= next.digits;
        }
        // It may go on with another letter, or be a number with a separator.
        if let Some(&next) = bytes.get(at)
            && (next >= 0x80 && !is_mark(&bytes[at..]) || number && matches!(next, b',' | b'.'))
        {
            return self.wide_word(text, from);
        }
        self.finish_word(text, from..at, step(hash, last), first.capital, number);
        at
    }

    /// The same for any word.
    fn wide_word(&mut self, text: &str, from: usize) -> usize {
        let bytes = text.as_bytes();
        let (mut capital, mut number) = (false, false);
        let mut hash = WordHash::default();
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
            if byte.is_ascii_alphanumeric() {
                capital |= at == from && byte.is_ascii_uppercase();
                number |= byte.is_ascii_digit();
                hash.push(byte | 0x20);
                at += 1;
            } else if byte < 0x80 {
                if !(matches!(byte, b',' | b'.') && digit(at.wrapping_sub(1)) && digit(at + 1)) {
                    break;
                }
                at += 1;
            } else {
                let Some(letter) = text[at..].chars().next() else {
                    break;
                };
                if !is_invisible(letter) {
                    if !letter.is_alphanumeric() || is_unspaced(letter) {
                        break;
                    }
                    capital |= at == from && letter.is_uppercase();
                    number |= letter.is_numeric();
                    // Full-width letters and digits are those of ASCII.
                    let plain = match letter {
                        '\u{ff01}'..='\u{ff5e}' => {
                            char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter)
                        }
                        other => other,
                    };
                    plain.to_lowercase().for_each(|lower| hash.push_char(lower));
                }
                at += letter.len_utf8();
            }
        }
        self.finish_word(text, from..at, hash.finish(), capital, number);
        at
    }

    fn finish_word(
        &mut self,
        text: &str,
        range: Range<usize>,
        hash: u64,
        capital: bool,
        number: bool,
    ) {
        if capital {
            self.capitals += 1;
            self.credit(text, range, hash);
        }
        let fact = |hash: u64| (hash.wrapping_mul(MIX) >> 48) as u16;
        if number {
            // There are few small numbers: `lows of 7` says more than `7`.
            let before = self.last[self.oldest.checked_sub(1).unwrap_or(SHINGLE - 1)];
            self.sketcher
                .numbers
                .insert(fact(hash ^ before.rotate_left(32)));
        } else if capital && !self.begins {
            self.sketcher.names.insert(fact(hash));
        }
        self.begins = false;
        self.push(hash);
    }

    /// Looks whether a word with a capital is part of a credit: the name of an agency; what stands
    /// alone in brackets, or in brackets behind the first words; a place in capitals before all
    /// else; `By Ann Lee` at the beginning of a line.
    fn credit(&mut self, text: &str, range: Range<usize>, hash: u64) {
        let before = text.as_bytes()[..range.start].last();
        let begins_line = matches!(before, None | Some(b'\n' | b'('));
        let in_brackets = before == Some(&b'(')
            && (self.outline.words < DATELINE || text.as_bytes().get(range.end) == Some(&b')'));
        let word = &text[range];
        let in_capitals = self.outline.words == 0
            && word.len() > 2
            && !word.bytes().any(|byte| byte.is_ascii_lowercase());
        let found = in_brackets
            || in_capitals
            || AGENCY_BITS >> (hash >> 58) & 1 != 0 && AGENCY_HASHES.contains(&hash)
            || begins_line && CREDIT_HASHES.contains(&hash);
        if found {
            let at = self.outline.words;
            self.credit = Some(at);
            if at < EDGE {
                self.outline.credits |= CREDIT_BEFORE;
            }
        }
    }

    fn push(&mut self, word: u64) {
        let outline = &mut self.outline;
        outline.text = (outline.text.rotate_left(9) ^ word).wrapping_mul(BASE);
        outline.words = outline.words.saturating_add(1);
        if outline.words == ENDS {
            outline.head = (outline.text >> 40) as u16;
        }
        self.shingle = (self.shingle.wrapping_mul(BASE))
            .wrapping_add(word)
            .wrapping_sub(self.last[self.oldest].wrapping_mul(OLDEST));
        self.last[self.oldest] = word;
        self.oldest += 1;
        if self.oldest == SHINGLE {
            self.oldest = 0;
        }
        if outline.words >= SHINGLE as u32 {
            self.sample();
        }
    }

    fn sample(&mut self) {
        self.shingles = self.shingles.saturating_add(1);
        if self.shingles >= self.next_level {
            self.raise();
        }
        let mixed = (self.shingle ^ self.shingle >> 32).wrapping_mul(MIX);
        let hash = ((mixed ^ mixed >> 29).wrapping_mul(BASE) >> 32) as u32;
        if hash < self.limit && self.sketcher.seen.insert(hash) {
            self.sketcher.hashes.push(hash);
        }
    }

    fn raise(&mut self) {
        self.outline.level += 1;
        self.next_level = next_level(self.outline.level);
        self.limit = limit(self.outline.level);
        let limit = self.limit;
        let Sketcher { hashes, seen, .. } = &mut *self.sketcher;
        hashes.retain(|&hash| hash < limit);
        seen.clear();
        for &hash in &*hashes {
            seen.insert(hash);
        }
    }

    fn finish(self) -> Outline {
        let Self {
            sketcher,
            mut outline,
            shingle,
            ..
        } = self;
        if outline.words > 0 && self.shingles == 0 {
            let mixed = (shingle ^ shingle >> 32).wrapping_mul(MIX);
            let hash = (mixed >> 32) as u32 & limit(1);
            sketcher.hashes.push(hash.min(limit(1) - 1));
        }
        // The last words, by the sum of their hashes: no matter where the ring stands.
        let tail = self
            .last
            .iter()
            .fold(0u64, |sum, &word| sum.wrapping_add(word.wrapping_mul(MIX)));
        outline.tail = (tail >> 40) as u16;
        if (self.credit).is_some_and(|at| at + EDGE >= outline.words) {
            outline.credits |= CREDIT_BEHIND;
        }
        if self.capitals < outline.words.div_ceil(SHOUTED) {
            let names = std::mem::take(&mut sketcher.names.kept);
            for &name in &names {
                sketcher.numbers.insert(name);
            }
            sketcher.names.kept = names;
        }
        sketcher.numbers.settle();
        sketcher.facts.extend_from_slice(&sketcher.numbers.kept);
        outline
    }
}

/// Shingles with which the next level begins.
fn next_level(level: u8) -> u32 {
    let at = usize::from(level) - 1;
    if let Some(&shingles) = LEVELS.get(at) {
        return shingles;
    }
    let doublings = (at + 1 - LEVELS.len()) as u32;
    let next = LEVELS[LEVELS.len() - 1].checked_shl(doublings);
    next.filter(|&next| next > 0).unwrap_or(u32::MAX)
}

/// Characters of scripts that put no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17dd}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether a dash, quote or the like begins here, from U+2010 to U+203F: most of what is not ASCII in
/// English news.
fn is_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x90..=0xbf, ..])
}

/// Characters inside a word that nobody sees.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}
