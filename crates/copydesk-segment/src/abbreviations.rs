//! Abbreviations that are written with a full stop, and what the full stop says about a
//! sentence end. One list for both layers: sentences ask what may follow, tokens whether the
//! full stop belongs to the word.
//!
//! The list is sorted by the lower-case form and hashed when the crate is compiled.

/// What kind of abbreviation a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Stands before a name and never ends a sentence: `Mr.`, `Gen.`, `vs.`.
    Leading,
    /// Stands before a number (`No. 5`, `p. 12`); elsewhere it is a word of its own.
    Numbered,
    /// A month or a day: a name or a number follows, or a new sentence.
    Calendar,
    /// May end a sentence; only a word that likes to start one says so: `Inc.`, `Calif.`.
    Trailing,
    /// Ends a sentence when an upper-case word follows: `etc.`.
    Closing,
    /// A unit of measurement: ends a sentence unless a number or a lower-case word follows.
    Unit,
}

use Kind::{Calendar, Closing, Leading, Numbered, Trailing, Unit};

/// The longest form in the table, in bytes.
pub(crate) const LONGEST: usize = 6;

/// Words that look like an abbreviation but are as often words of their own; the full stop is
/// theirs only where a name or a number follows.
const AMBIGUOUS: &[&str] = &[
    "al", "art", "col", "del", "ed", "ex", "fig", "gen", "ill", "in", "mar", "mass", "min", "miss",
    "no", "nos", "op", "ore", "pop", "sat", "sec", "sun", "wash", "wed",
];

static TABLE: &[(&str, Kind)] = &[
    ("abp", Leading),
    ("acad", Trailing),
    ("adj", Trailing),
    ("adm", Leading),
    ("al", Trailing),
    ("ala", Trailing),
    ("amb", Leading),
    ("amt", Trailing),
    ("app", Numbered),
    ("approx", Leading),
    ("apr", Calendar),
    ("apt", Numbered),
    ("ariz", Trailing),
    ("ark", Trailing),
    ("art", Numbered),
    ("assn", Trailing),
    ("assoc", Trailing),
    ("asst", Leading),
    ("attn", Leading),
    ("atty", Leading),
    ("aug", Calendar),
    ("ave", Trailing),
    ("avv", Leading),
    ("bldg", Trailing),
    ("blvd", Trailing),
    ("bn", Trailing),
    ("brig", Leading),
    ("bros", Trailing),
    ("ca", Leading),
    ("cal", Trailing),
    ("calif", Trailing),
    ("capt", Leading),
    ("cc", Leading),
    ("cf", Leading),
    ("ch", Numbered),
    ("chap", Numbered),
    ("cm", Unit),
    ("cmdr", Leading),
    ("co", Trailing),
    ("col", Leading),
    ("colo", Trailing),
    ("comdr", Leading),
    ("cong", Trailing),
    ("conn", Trailing),
    ("cont", Trailing),
    ("corp", Trailing),
    ("cpl", Leading),
    ("ct", Trailing),
    ("cu", Unit),
    ("dec", Calendar),
    ("del", Trailing),
    ("dep", Leading),
    ("dept", Trailing),
    ("det", Leading),
    ("dist", Trailing),
    ("div", Trailing),
    ("dott", Leading),
    ("doz", Unit),
    ("dr", Leading),
    ("drs", Leading),
    ("ect", Closing),
    ("ed", Trailing),
    ("eds", Trailing),
    ("encl", Trailing),
    ("eng", Trailing),
    ("ens", Leading),
    ("eq", Numbered),
    ("esp", Leading),
    ("esq", Trailing),
    ("est", Trailing),
    ("etc", Closing),
    ("ex", Numbered),
    ("exec", Trailing),
    ("ext", Numbered),
    ("feb", Calendar),
    ("fig", Numbered),
    ("figs", Numbered),
    ("fl", Unit),
    ("fla", Trailing),
    ("fr", Leading),
    ("fri", Calendar),
    ("ft", Unit),
    ("fwy", Trailing),
    ("ga", Trailing),
    ("gal", Unit),
    ("gen", Leading),
    ("gens", Leading),
    ("gov", Leading),
    ("govs", Leading),
    ("govt", Trailing),
    ("hon", Leading),
    ("hr", Unit),
    ("hrs", Unit),
    ("hwy", Leading),
    ("ibid", Trailing),
    ("ill", Trailing),
    ("in", Unit),
    ("inc", Trailing),
    ("ind", Trailing),
    ("ing", Leading),
    ("insp", Leading),
    ("inst", Trailing),
    ("intl", Trailing),
    ("jan", Calendar),
    ("jr", Trailing),
    ("jul", Calendar),
    ("jun", Calendar),
    ("kan", Trailing),
    ("kans", Trailing),
    ("kg", Unit),
    ("km", Unit),
    ("ky", Trailing),
    ("la", Trailing),
    ("lb", Unit),
    ("lbs", Unit),
    ("lic", Leading),
    ("lieut", Leading),
    ("lt", Leading),
    ("ltd", Trailing),
    ("mag", Leading),
    ("maj", Leading),
    ("mar", Calendar),
    ("mass", Trailing),
    ("md", Trailing),
    ("messrs", Leading),
    ("mfg", Trailing),
    ("mgr", Leading),
    ("mi", Unit),
    ("mich", Trailing),
    ("min", Unit),
    ("minn", Trailing),
    ("misc", Leading),
    ("miss", Trailing),
    ("mlle", Leading),
    ("mm", Unit),
    ("mme", Leading),
    ("mo", Trailing),
    ("mont", Trailing),
    ("mph", Unit),
    ("mr", Leading),
    ("mrs", Leading),
    ("ms", Leading),
    ("msgr", Leading),
    ("mt", Leading),
    ("mts", Leading),
    ("mx", Leading),
    ("natl", Trailing),
    ("neb", Trailing),
    ("nev", Trailing),
    ("no", Numbered),
    ("nos", Numbered),
    ("nov", Calendar),
    ("oct", Calendar),
    ("okla", Trailing),
    ("op", Numbered),
    ("ore", Trailing),
    ("oz", Unit),
    ("pa", Trailing),
    ("par", Numbered),
    ("para", Numbered),
    ("pct", Trailing),
    ("penn", Trailing),
    ("pfc", Leading),
    ("pl", Trailing),
    ("plc", Trailing),
    ("pop", Trailing),
    ("pp", Numbered),
    ("pres", Leading),
    ("prof", Leading),
    ("profs", Leading),
    ("ps", Leading),
    ("pt", Numbered),
    ("pte", Trailing),
    ("pty", Trailing),
    ("pvt", Leading),
    ("qt", Unit),
    ("rd", Trailing),
    ("ref", Numbered),
    ("rep", Leading),
    ("reps", Leading),
    ("ret", Trailing),
    ("rev", Leading),
    ("rm", Numbered),
    ("rt", Leading),
    ("rte", Numbered),
    ("sat", Calendar),
    ("sec", Numbered),
    ("secs", Unit),
    ("sect", Numbered),
    ("sen", Leading),
    ("sens", Leading),
    ("sep", Calendar),
    ("sept", Calendar),
    ("sgt", Leading),
    ("sq", Unit),
    ("sr", Trailing),
    ("st", Leading),
    ("sta", Trailing),
    ("ste", Leading),
    ("sts", Trailing),
    ("sun", Calendar),
    ("supt", Leading),
    ("tel", Leading),
    ("tenn", Trailing),
    ("tex", Trailing),
    ("thu", Calendar),
    ("thur", Calendar),
    ("thurs", Calendar),
    ("treas", Leading),
    ("tue", Calendar),
    ("tues", Calendar),
    ("univ", Trailing),
    ("va", Trailing),
    ("var", Leading),
    ("ven", Leading),
    ("viz", Leading),
    ("voc", Trailing),
    ("vol", Numbered),
    ("vols", Numbered),
    ("vs", Leading),
    ("vt", Trailing),
    ("wash", Trailing),
    ("wed", Calendar),
    ("wis", Trailing),
    ("wyo", Trailing),
    ("yd", Unit),
    ("yr", Unit),
    ("yrs", Unit),
];

/// Names that carry an exclamation mark of their own.
pub(crate) const EXCLAIMED: &[&str] = &["Yahoo", "Jeopardy", "Yum"];

/// What kind of abbreviation a word is, whatever its case; `None` for an ordinary word.
pub(crate) fn kind(word: &[u8]) -> Option<Kind> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let key = key(word);
    let mut slot = slot(key);
    while SLOTS[slot].0 != 0 {
        if SLOTS[slot].0 == key {
            return Some(SLOTS[slot].1);
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

/// A word of at most eight bytes as a number. A word of nearly every sentence is looked up: while
/// the forms were compared as strings, the comparisons alone took a tenth of the time of both
/// scanners.
const fn key(word: &[u8]) -> u64 {
    let mut key = 0;
    let mut index = 0;
    while index < 8 {
        key <<= 8;
        if index < word.len() {
            key |= word[index].to_ascii_lowercase() as u64;
        }
        index += 1;
    }
    key
}

/// The table, hashed.
static SLOTS: [(u64, Kind); 1024] = {
    let mut slots = [(0, Closing); 1024];
    let mut index = 0;
    while index < TABLE.len() {
        let key = key(TABLE[index].0.as_bytes());
        let mut place = slot(key);
        while slots[place].0 != 0 {
            place = (place + 1) % slots.len();
        }
        slots[place] = (key, TABLE[index].1);
        index += 1;
    }
    slots
};

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
}

/// Whether the letters at the end of eight bytes, the last one lowest, may be in [`TABLE`] or
/// [`EXCLAIMED`], whatever their case: seldom true of a word that is in neither, never false of one
/// that is.
#[inline]
pub(crate) fn may_be_listed(tail: u64, letters: usize) -> bool {
    let key = (tail | 0x2020_2020_2020_2020) << (64 - 8 * letters);
    let bit = filter_bit(key);
    FILTER[bit / 64] & (1 << (bit % 64)) != 0
}

/// A bit for each form: two kilobytes instead of the sixteen of [`SLOTS`], since nearly all words
/// before a full stop are asked about and are not listed.
static FILTER: [u64; 256] = {
    let mut bits = [0; 256];
    let mut index = 0;
    while index < TABLE.len() + EXCLAIMED.len() {
        let form = if index < TABLE.len() {
            TABLE[index].0.as_bytes()
        } else {
            EXCLAIMED[index - TABLE.len()].as_bytes()
        };
        let bit = filter_bit(key(form));
        bits[bit / 64] |= 1 << (bit % 64);
        index += 1;
    }
    bits
};

const fn filter_bit(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50) as usize
}

/// Whether an abbreviation is as often a word of its own.
pub(crate) fn is_ambiguous(word: &[u8]) -> bool {
    AMBIGUOUS
        .iter()
        .any(|form| form.as_bytes().eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{AMBIGUOUS, EXCLAIMED, Kind, LONGEST, TABLE, is_ambiguous, kind, may_be_listed};

    fn filtered(word: &str) -> bool {
        let mut tail = *b"a word, ";
        tail[8 - word.len()..].copy_from_slice(word.as_bytes());
        may_be_listed(u64::from_be_bytes(tail), word.len())
    }

    #[test]
    fn the_filter_holds_every_form() {
        for form in TABLE.iter().map(|(form, _)| form).chain(EXCLAIMED) {
            assert!(filtered(form) && filtered(&form.to_uppercase()), "{form}");
        }
        assert!(!filtered("rained") && !filtered("pump"));
    }

    #[test]
    fn the_table_is_sorted_and_lower_case() {
        for pair in TABLE.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
        for (form, _) in TABLE {
            assert!(
                form.len() <= LONGEST && form.bytes().all(|b| b.is_ascii_lowercase()),
                "{form}"
            );
        }
        for form in AMBIGUOUS {
            assert!(kind(form.as_bytes()).is_some(), "{form}");
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(kind(b"GEN"), Some(Kind::Leading));
        assert_eq!(kind(b"Sept"), Some(Kind::Calendar));
        assert_eq!(kind(b"house"), None);
        assert!(is_ambiguous(b"No") && !is_ambiguous(b"Mr"));
    }
}
