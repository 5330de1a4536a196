//! The regular expressions of numbering plans, matched as they stand.
//!
//! *What*: digits, `\d`, classes, groups, `|`, `?`, counts and `$`, over the few digits of a number;
//! the first alternative and the longest repetition go first, as usual. *Why*: there are two thousand
//! of them and a text asks for a handful, so that compiling one takes longer than all that is ever
//! matched with it. *Known misses*: anything else of regular expressions; a test reads every pattern of
//! the table.

use core::{cell::Cell, ops::Range};

/// Most groups whose digits are remembered.
const GROUPS: usize = 2;

/// A match at the start of some digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Prefix<'d> {
    /// Where it ends.
    pub(super) end: usize,
    /// The digits of the last group, if the pattern has one and it took part.
    pub(super) last: Option<&'d str>,
    groups: [Option<&'d str>; GROUPS],
}

impl Prefix<'_> {
    /// The rule with the digits of the groups for `$1` and `$2`.
    pub(super) fn written(&self, rule: &str) -> String {
        let [first, second] = self.groups.map(Option::unwrap_or_default);
        rule.replace("$1", first).replace("$2", second)
    }
}

/// Whether all of `digits` is as the pattern says.
pub(super) fn matches(pattern: &str, digits: &str) -> bool {
    Matcher::new(pattern, digits).any(0..pattern.len(), 0, &mut |end| end == digits.len())
}

/// The match of the pattern at the start of `digits`.
pub(super) fn prefix<'d>(pattern: &str, digits: &'d str) -> Option<Prefix<'d>> {
    let matcher = Matcher::new(pattern, digits);
    let mut end = None;
    matcher.any(0..pattern.len(), 0, &mut |at| {
        end = Some(at);
        true
    });
    let groups = matcher.groups.map(Cell::into_inner);
    let last = remembered(pattern).checked_sub(1);
    end.map(|end| Prefix {
        end,
        last: last.and_then(|last| groups[last]),
        groups,
    })
}

/// How many groups of a pattern are remembered.
fn remembered(pattern: &str) -> usize {
    pattern.matches('(').count() - pattern.matches("(?:").count()
}

/// What is left to match: told where it begins, it says whether it does.
type Rest<'r> = &'r mut dyn FnMut(usize) -> bool;

/// What can be repeated.
#[derive(Clone, Debug)]
enum Atom {
    /// One of some digits, a bit for each.
    Digit(u16),
    /// What stands in brackets, and the place of its digits.
    Group(Range<usize>, Option<usize>),
    End,
}

struct Matcher<'p, 'd> {
    pattern: &'p str,
    digits: &'d str,
    groups: [Cell<Option<&'d str>>; GROUPS],
}

impl<'p, 'd> Matcher<'p, 'd> {
    fn new(pattern: &'p str, digits: &'d str) -> Self {
        Self {
            pattern,
            digits,
            groups: Default::default(),
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.pattern.as_bytes().get(at).copied().unwrap_or_default()
    }

    /// One of the alternatives in this part of the pattern, from a digit on.
    fn any(&self, mut part: Range<usize>, from: usize, rest: Rest<'_>) -> bool {
        loop {
            let end = self.close(part.start, part.end, b'|');
            if self.all(part.start..end, from, rest) {
                return true;
            }
            if end >= part.end {
                return false;
            }
            part.start = end + 1;
        }
    }

    /// Where `sought` stands outside of brackets, or the end.
    fn close(&self, mut at: usize, end: usize, sought: u8) -> usize {
        let mut depth = 0_usize;
        while at < end {
            match self.byte(at) {
                byte if byte == sought && depth == 0 => return at,
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
        end
    }

    /// This part of the pattern, which has no alternatives.
    fn all(&self, part: Range<usize>, from: usize, rest: Rest<'_>) -> bool {
        if part.is_empty() {
            return rest(from);
        }
        let (atom, behind) = self.atom(&part);
        let (counts, behind) = self.counts(behind);
        self.times(&atom, counts, from, &mut |at| {
            self.all(behind..part.end, at, rest)
        })
    }

    /// What this part begins with, and where that ends.
    fn atom(&self, part: &Range<usize>) -> (Atom, usize) {
        let at = part.start;
        let digit = |at| 1_u16 << (self.byte(at).saturating_sub(b'0')).min(15);
        match self.byte(at) {
            b'\\' => (Atom::Digit(0x3FF), at + 2),
            b'$' => (Atom::End, at + 1),
            b'[' => {
                let (mut set, mut at) = (0, at + 1);
                while at < part.end && self.byte(at) != b']' {
                    if self.byte(at + 1) == b'-' {
                        // All bits from that of the first digit to that of the last.
                        set |= (digit(at + 2) << 1) - digit(at);
                        at += 3;
                    } else {
                        set |= digit(at);
                        at += 1;
                    }
                }
                (Atom::Digit(set), at + 1)
            }
            b'(' => {
                let end = self.close(at + 1, part.end, b')');
                let (start, group) = if self.byte(at + 1) == b'?' {
                    (at + 3, None)
                } else {
                    (at + 1, Some(remembered(&self.pattern[..at])))
                };
                (Atom::Group(start.min(end)..end, group), end + 1)
            }
            _ => (Atom::Digit(digit(at)), at + 1),
        }
    }

    /// How often what ends here stands at least and at most, and where that is said.
    fn counts(&self, at: usize) -> ((usize, usize), usize) {
        match self.byte(at) {
            b'?' => ((0, 1), at + 1),
            b'{' => {
                let end = self.close(at, self.pattern.len(), b'}');
                let counts = self.pattern.get(at + 1..end).unwrap_or_default();
                let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
                let number = |text: &str| text.parse().unwrap_or_default();
                ((number(least), number(most)), end + 1)
            }
            _ => ((1, 1), at),
        }
    }

    fn times(&self, atom: &Atom, counts: (usize, usize), from: usize, rest: Rest<'_>) -> bool {
        let (least, most) = counts;
        let fewer = (least.saturating_sub(1), most.saturating_sub(1));
        most > 0 && self.once(atom, from, &mut |at| self.times(atom, fewer, at, rest))
            || least == 0 && rest(from)
    }

    fn once(&self, atom: &Atom, from: usize, rest: Rest<'_>) -> bool {
        match atom {
            Atom::Digit(set) => {
                let digit = self.digits.as_bytes().get(from);
                digit.is_some_and(|digit| set >> (digit.wrapping_sub(b'0')).min(15) & 1 == 1)
                    && rest(from + 1)
            }
            Atom::Group(part, group) => {
                let group = group.and_then(|group| self.groups.get(group));
                self.any(part.clone(), from, &mut |at| {
                    let Some(group) = group else {
                        return rest(at);
                    };
                    let before = group.replace(self.digits.get(from..at));
                    let goes = rest(at);
                    if !goes {
                        group.set(before);
                    }
                    goes
                })
            }
            Atom::End => from == self.digits.len() && rest(from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{matches, prefix};

    #[test]
    fn patterns_are_matched_as_regular_expressions_are() {
        let whole = |pattern: &str| ["0", "17", "175", "1755"].map(|it| matches(pattern, it));
        assert_eq!(whole(r"\d"), [true, false, false, false]);
        assert_eq!(whole(r"1\d{1,2}"), [false, true, true, false]);
        assert_eq!(whole("1(?:7|75)5?"), [false, true, true, true]);
        assert_eq!(whole("[0-24]|1[5-7]5{0,2}$"), [true, true, true, true]);
        assert_eq!(whole("17(?:55)?|0"), [true, true, false, true]);
        assert_eq!(whole(""), [false; 4]);
        assert!(matches("", "") && !matches("9", "") && !matches("[1-3]", "x"));
    }

    #[test]
    fn a_prefix_ends_where_the_first_way_does() {
        let end = |pattern: &str, digits| prefix(pattern, digits).map(|found| found.end);
        assert_eq!(end("0|09", "0911"), Some(1));
        assert_eq!(end("(?:0|90)?", "9011"), Some(2));
        assert_eq!(end("(?:0|90)?", "511"), Some(0));
        assert_eq!(end(r"([2-9]\d{2})$|1", "1234"), Some(1));
        assert_eq!(end(r"([2-9]\d{2})$|1", "234"), Some(3));
        assert_eq!(end(r"([2-9]\d{2})$|1", "2345"), None);
    }

    #[test]
    fn groups_are_remembered_where_they_took_part() {
        let written = |pattern: &str, digits: &str, rule: &str| {
            let found = prefix(pattern, digits)?;
            Some((found.last?.to_owned(), found.written(rule)))
        };
        let some = |last: &str, all: &str| Some((last.to_owned(), all.to_owned()));
        assert_eq!(written("0?(?:(11)15)?", "01115", "9$1"), some("11", "911"));
        assert_eq!(written("0?(?:(11)15)?", "01116", "9$1"), None);
        let brazil = r"(?:0|90)(?:(1[245])(\d{3}))?";
        assert_eq!(written(brazil, "014777", "$2"), some("777", "777"));
        assert_eq!(written(brazil, "01477", "$2"), None);
    }
}
