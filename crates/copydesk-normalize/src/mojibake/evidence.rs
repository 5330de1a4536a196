//! How sure it is that a piece which decodes is damage and not sound text.
//!
//! In sound text a capital with an accent may stand before a quote, a dash, a dot or a sign,
//! at the end of a word. What it does not do is stand between small letters, or before a mark
//! that is glued to the next letter. Long sequences are safe by themselves where they give
//! punctuation or emoji; where they give letters of other scripts, two in a row are needed, or
//! a line in which nothing but such pieces is left beside ASCII.

use super::{
    Unit,
    charsets::{CONSOLE, CYRILLIC, MAC},
    looks::{breaks_capitals, may_be_signs},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Decodes to something that news text does not hold.
    None,
    /// Looks like sound text, too.
    Weak,
    /// Does not look sound, but is no proof.
    Fair,
    /// Sound text does not look like this.
    Strong,
}

/// Judges a piece by itself and its neighbours.
pub(super) fn strength(line: &str, unit: &Unit) -> Strength {
    let before = line[..unit.start].chars().next_back();
    let after = line[unit.end..].chars().next();
    let marks_only = line[unit.start + unit.lead.len_utf8()..unit.end]
        .chars()
        .all(ends_words);
    match unit.decoded {
        decoded if decoded.len_utf8() == 2 => {
            if is_letter_of_news(decoded, unit.charset) {
                two_bytes(line, unit, before, after)
            } else if unit.charset == 0 {
                Strength::Weak
            } else {
                Strength::None
            }
        }
        '\u{e000}'..='\u{f8ff}' => Strength::None,
        // Ukrainian writes an apostrophe before a vowel where a lead and two bytes would stand.
        decoded if unit.charset == CYRILLIC && !is_everyday_mark(decoded) => Strength::None,
        // "te\u{e2}\u{2026}\u{201d}" is a quotation that breaks off, not two thirds.
        _ if marks_only => Strength::Weak,
        '\u{1e00}'..='\u{1eff}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{301f}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{feff}'..='\u{ff5e}'
        | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}' => Strength::Strong,
        _ if before.is_some_and(is_latin) => Strength::Weak,
        _ => Strength::Fair,
    }
}

/// Whether a piece of two bytes may have been this character. The rarer letters are only
/// looked for in the charset that nearly all damage comes from.
fn is_letter_of_news(decoded: char, charset: usize) -> bool {
    match decoded {
        '\u{a0}'..='\u{17e}'
        | '\u{1a0}'
        | '\u{1a1}'
        | '\u{1af}'
        | '\u{1b0}'
        | '\u{218}'..='\u{21b}'
        | '\u{391}'..='\u{3ce}'
        | '\u{400}'..='\u{45f}'
        | '\u{490}'
        | '\u{491}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{60c}'..='\u{6cc}' => true,
        '\u{180}'..='\u{36f}'
        | '\u{37e}'..='\u{52f}'
        | '\u{531}'..='\u{5f4}'
        | '\u{6cd}'..='\u{6ff}' => charset == 0,
        _ => false,
    }
}

/// The marks of three bytes that all news text is full of.
fn is_everyday_mark(decoded: char) -> bool {
    matches!(decoded, '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{214f}' | '\u{fb00}'..='\u{fb06}' | '\u{feff}')
}

/// Marks that follow a word in sound text.
fn ends_words(mark: char) -> bool {
    matches!(
        mark,
        '\u{2018}'
            ..='\u{201e}'
                | '\u{2013}'
                | '\u{2014}'
                | '\u{2026}'
                | '\u{a0}'
                | '\u{2022}'
                | '\u{b7}'
                | '\u{bb}'
                | '\u{203a}'
    )
}

/// Signs that stand behind a name in sound text.
fn is_sign(mark: char) -> bool {
    matches!(
        mark,
        '\u{2122}'
            | '\u{ae}'
            | '\u{a9}'
            | '\u{b0}'
            | '\u{aa}'
            | '\u{ba}'
            | '\u{b2}'
            | '\u{b3}'
            | '\u{b9}'
            | '\u{2020}'
            | '\u{2021}'
    )
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}')
}

fn two_bytes(line: &str, unit: &Unit, before: Option<char>, after: Option<char>) -> Strength {
    let small = |letter: char| is_latin(letter) && letter.is_lowercase();
    let gives_latin = unit.decoded < '\u{250}';
    let after_word = before.is_some_and(small);
    let after_capital = before.is_some_and(|letter| is_latin(letter) && letter.is_uppercase());
    let before_letter = after.is_some_and(is_latin);
    match unit.charset {
        // Quotes and apostrophes stand before accented letters all over French text, and
        // nothing tells them from first bytes.
        MAC if matches!(unit.lead, '\u{2018}'..='\u{201d}') => return Strength::None,
        // Dashes and ligatures glue words together; only the root sign and its like have no
        // business inside of a word.
        MAC if !matches!(unit.lead, '\u{221a}' | '\u{192}' | '\u{2248}') => return Strength::Weak,
        // Drawn lines meet in pairs.
        CONSOLE if !after_word && matches!(unit.last, '\u{2500}'..='\u{257f}') => {
            return Strength::Weak;
        }
        _ => {}
    }
    if after_word && gives_latin && !matches!(unit.lead, '\u{d7}' | '\u{df}') {
        return Strength::Strong;
    }
    match unit.lead {
        '\u{c2}' if unit.charset == 0 => {
            // A brand in capitals with its sign is more common than a word that ends in this letter.
            if after_capital && !matches!(unit.last, '\u{ae}' | '\u{a9}') {
                Strength::Weak
            } else {
                Strength::Strong
            }
        }
        _ if !before_letter
            && !before.is_some_and(char::is_alphabetic)
            && may_be_signs(unit.last, unit.decoded) =>
        {
            Strength::Weak
        }
        _ if breaks_capitals(&line[..unit.start], unit.lead, unit.decoded, after) => Strength::Weak,
        '\u{c3}' if unit.charset == 0 => {
            let sound = if after_capital {
                if before_letter {
                    matches!(unit.last, '\u{2019}' | '\u{2013}' | '\u{2014}' | '\u{2026}')
                } else {
                    unit.last != '\u{2122}' && (ends_words(unit.last) || is_sign(unit.last))
                }
            } else {
                unit.last == '\u{2019}'
                    || !before_letter
                        && matches!(
                            unit.last,
                            '\u{2013}' | '\u{2014}' | '\u{2026}' | '\u{201c}' | '\u{201d}'
                        )
            };
            if sound {
                Strength::Weak
            } else {
                Strength::Strong
            }
        }
        _ if ends_words(unit.last) || unit.last == '\u{2122}' || unit.last == '\u{ae}' => {
            Strength::Weak
        }
        _ if after.is_some_and(small) => Strength::Strong,
        '\u{d7}' => Strength::Weak,
        _ if is_sign(unit.last) => Strength::Weak,
        _ if unit.charset == 0 => Strength::Fair,
        _ => Strength::Weak,
    }
}

/// Drops the pieces of runs that are garbled beyond what they say: where as many characters
/// belong to no piece as there are pieces, the pieces are chance.
fn drop_garbled(line: &str, units: &mut [Unit]) {
    let mut from = 0;
    while from < units.len() {
        let bytes = line.as_bytes();
        let mut at = units[from].start;
        while at > 0 && !bytes[at - 1].is_ascii() {
            at -= 1;
        }
        let (mut to, mut others) = (from, 0usize);
        while at < line.len() && !bytes[at].is_ascii() {
            match units.get(to) {
                Some(unit) if unit.start == at => {
                    at = unit.end;
                    to += 1;
                }
                _ => {
                    let letter = line[at..].chars().next().unwrap_or_default();
                    others += usize::from(!ends_words(letter) && letter != '\u{ab}');
                    at += letter.len_utf8();
                }
            }
        }
        to = to.max(from + 1);
        if others >= 2 && others >= to - from {
            for unit in &mut units[from..to] {
                unit.strength = Strength::None;
            }
        }
        from = to;
    }
}

/// Judges the pieces of a line together.
///
/// `damaged` says that the whole document holds no sound character beyond ASCII.
pub(super) fn judge(line: &str, units: &mut [Unit], damaged: bool) {
    judge_runs(line, units);
    drop_garbled(line, units);
    if damaged || fair(units) >= 2 && nothing_else_is_left(line, units) {
        for unit in &mut *units {
            unit.strength = unit.strength.max(if unit.charset == 0 {
                Strength::Strong
            } else {
                Strength::None
            });
        }
        return;
    }
    // What could be sound is not, beside as many pieces that are not.
    let mut strong = [0u32; super::CHARSETS];
    let mut others = [0u32; super::CHARSETS];
    for unit in &*units {
        match unit.strength {
            Strength::Strong => strong[unit.charset] += 1,
            _ => others[unit.charset] += 1,
        }
    }
    for unit in units {
        let some = strong[unit.charset] > 0 && unit.strength > Strength::None;
        if some && (strong[unit.charset] >= others[unit.charset] || unit.strength == Strength::Fair)
        {
            unit.strength = Strength::Strong;
        }
    }
}

/// How many pieces do not look sound, of the charset that nearly all damage comes from.
pub(super) fn fair(units: &[Unit]) -> usize {
    units
        .iter()
        .filter(|unit| unit.charset == 0 && unit.strength >= Strength::Fair)
        .count()
}

/// Runs of touching pieces that give letters of one script.
fn judge_runs(line: &str, units: &mut [Unit]) {
    let mut from = 0;
    while from < units.len() {
        let mut to = from + 1;
        while to < units.len()
            && units[to].start == units[to - 1].end
            && family(units[to].decoded) == family(units[from].decoded)
        {
            to += 1;
        }
        let run = &mut units[from..to];
        let foreign = family(run[0].decoded) != Family::Latin || run[0].charset == CYRILLIC;
        let long = run.len() >= 4 && run.iter().all(|unit| unit.charset == 0);
        if foreign && (long || run.len() >= 2 && is_unlike_words(line, run)) {
            for unit in run {
                if unit.strength > Strength::None {
                    unit.strength = Strength::Strong;
                }
            }
        }
        from = to;
    }
}

/// Whether at least half of the pieces of a run do not end like words in capitals do. In
/// Cyrillic a second capital is such an end as well.
fn is_unlike_words(line: &str, run: &[Unit]) -> bool {
    let unlike = run
        .iter()
        .filter(|unit| {
            let sound = ends_words(unit.last)
                || is_sign(unit.last)
                || unit.charset == CYRILLIC && unit.last.is_uppercase()
                || unit.decoded < '\u{a0}';
            !sound
                || line[unit.end..].starts_with(|next| is_latin(next) && char::is_lowercase(next))
        })
        .count();
    2 * unlike >= run.len()
}

/// Whether all characters of a line beyond ASCII belong to pieces.
pub(super) fn nothing_else_is_left(line: &str, units: &[Unit]) -> bool {
    let mut at = 0;
    for unit in units {
        if !line[at..unit.start].is_ascii() {
            return false;
        }
        at = unit.end;
    }
    line[at..].is_ascii()
}

/// Scripts as coarsely as runs need them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Latin,
    Greek,
    Cyrillic,
    Semitic,
    Long,
}

fn family(letter: char) -> Family {
    match letter {
        ..'\u{370}' | '\u{1e00}'..='\u{1eff}' => Family::Latin,
        ..'\u{400}' => Family::Greek,
        ..'\u{590}' => Family::Cyrillic,
        ..'\u{800}' => Family::Semitic,
        _ => Family::Long,
    }
}
