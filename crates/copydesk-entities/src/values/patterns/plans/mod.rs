//! National numbering plans: whether digits are a phone number, and of which region.
//!
//! *What*: the rules of `libphonenumber` for 245 regions, in `plans.tsv`. A number with a country code
//! goes by the plan of that code, another by the plan of a region that the caller names, where `0` or
//! `1` before it is dialled only at home. *Why*: `020 7946 0000` in Britain is `+442079460000`, and
//! `+44 999` is nothing. *Example*: in Argentina `011 15 2345 6789` is `+5491123456789`. *Known misses*:
//! numbers of no region, such as `+800` and `+870`; extensions; letters. *Source*: `Metadata` and
//! `PhoneNumberUtil` of <https://github.com/google/libphonenumber>; E.164 of the ITU.

mod pattern;

use std::{borrow::Cow, sync::LazyLock};

use self::pattern::{matches, prefix};

/// Fewest and most digits of a number without its country code.
const LEN: core::ops::RangeInclusive<usize> = 2..=17;
/// Most digits of a country code.
const MAX_CODE: usize = 3;

static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| {
    let lines = include_str!("plans.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.filter_map(Plan::read).collect()
});

/// A valid phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As in E.164: `+`, country code, national number.
    pub(super) international: String,
    /// ISO 3166-1 alpha-2.
    pub(super) region: &'static str,
}

/// The plan of a region.
#[derive(Debug)]
struct Plan {
    region: &'static str,
    code: &'static str,
    /// What is dialled before numbers of other countries.
    abroad: &'static str,
    /// What is dialled before numbers of the same country, and what is written for it.
    home: &'static str,
    rule: &'static str,
    /// How numbers begin that belong to this region and to no other of its code.
    leading: &'static str,
    /// Lengths of numbers that are dialled nearby only, and of all others, a bit each.
    near: u32,
    lengths: u32,
    /// What every number looks like.
    general: &'static str,
    /// Lengths and pattern of each kind of number, with tabs between.
    kinds: &'static str,
}

/// What a length says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Possible,
    TooLong,
    Other,
}

/// The phone number that is written with these digits: with a `+` anywhere, without one in `region`.
///
/// `None` where no number of that kind is given out.
pub(super) fn number(digits: &str, region: Option<&str>) -> Option<Number> {
    let ((plans, plan), national) = match digits.strip_prefix('+') {
        Some(rest) => by_code(rest)?,
        None => Plan::of(region?)?.dialled(digits)?,
    };
    let national = match plan.without_prefix(&national) {
        Some(bare) if plan.length(&bare) != Length::Other => bare,
        _ => national,
    };
    if !LEN.contains(&national.len()) {
        return None;
    }
    let plan = match plans {
        [plan] => plan,
        _ => plans.iter().find(|plan| plan.has(&national))?,
    };
    plan.is_valid(&national).then(|| Number {
        international: format!("+{}{national}", plan.code),
        region: plan.region,
    })
}

/// The region of this ISO 3166-1 alpha-2 code, if it has a plan.
pub(super) fn region(code: &str) -> Option<&'static str> {
    Plan::of(code).map(|plan| plan.region)
}

/// The plans of a country code, and the one that its digits are read by.
type Plans = (&'static [Plan], &'static Plan);

fn of_code(code: &str) -> Option<&'static [Plan]> {
    let plans = PLANS.as_slice();
    let start = plans.iter().position(|plan| plan.code == code)?;
    let rest = plans.get(start..)?;
    let count = rest.iter().take_while(|plan| plan.code == code).count();
    rest.get(..count)
}

/// The plans of the country code that digits begin with, and the digits behind it.
fn by_code(digits: &str) -> Option<(Plans, Cow<'_, str>)> {
    (1..=MAX_CODE).find_map(|len| {
        let (code, rest) = digits.split_at_checked(len)?;
        let plans = of_code(code)?;
        Some(((plans, plans.first()?), Cow::Borrowed(rest)))
    })
}

impl Plan {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.splitn(10, '\t');
        let mut next = || columns.next();
        Some(Self {
            region: next()?,
            code: next()?,
            abroad: next()?,
            home: next()?,
            rule: next()?,
            leading: next()?,
            near: lengths(next()?),
            lengths: lengths(next()?),
            general: next()?,
            kinds: next()?,
        })
    }

    fn of(region: &str) -> Option<&'static Self> {
        PLANS.iter().find(|plan| plan.region == region)
    }

    /// The plans for what is dialled in this region, and the national number.
    fn dialled<'d>(&'static self, digits: &'d str) -> Option<(Plans, Cow<'d, str>)> {
        if let Some(abroad) = prefix(self.abroad, digits)
            && let Some(rest) = digits.get(abroad.end..)
            && !self.abroad.is_empty()
            && !rest.starts_with('0')
        {
            return by_code(rest);
        }
        let plans = of_code(self.code)?;
        // `44 20 7946 0000` in Britain, without the `+`.
        if let Some(rest) = digits.strip_prefix(self.code) {
            let national = self.without_prefix(rest).unwrap_or(Cow::Borrowed(rest));
            if !matches(self.general, digits) && matches(self.general, &national)
                || self.length(digits) == Length::TooLong
            {
                return Some(((plans, plans.first()?), national));
            }
        }
        Some(((plans, self), Cow::Borrowed(digits)))
    }

    /// The number without what is dialled before it at home; `None` where that is not there.
    fn without_prefix<'d>(&self, digits: &'d str) -> Option<Cow<'d, str>> {
        if self.home.is_empty() {
            return None;
        }
        let found = prefix(self.home, digits)?;
        let rest = digits.get(found.end..)?;
        let national = match found.last {
            Some(_) if !self.rule.is_empty() => Cow::Owned(found.written(self.rule) + rest),
            _ => Cow::Borrowed(rest),
        };
        // `1` may be the first digit of a number as well.
        let as_good = !matches(self.general, digits) || matches(self.general, &national);
        as_good.then_some(national)
    }

    fn length(&self, national: &str) -> Length {
        let bit = 1_u32.checked_shl(national.len() as u32).unwrap_or_default();
        if self.near & bit != 0 {
            Length::Other
        } else if self.lengths & bit != 0 {
            Length::Possible
        } else if bit == 0 || bit > self.lengths {
            Length::TooLong
        } else {
            Length::Other
        }
    }

    /// Whether a number of its country code belongs to this region.
    fn has(&self, national: &str) -> bool {
        if self.leading.is_empty() {
            self.is_valid(national)
        } else {
            prefix(self.leading, national).is_some()
        }
    }

    /// Whether numbers of some kind are given out with these digits.
    fn is_valid(&self, national: &str) -> bool {
        let bit = 1_u32.checked_shl(national.len() as u32).unwrap_or_default();
        self.lengths & bit != 0
            && matches(self.general, national)
            && self.kinds.split('\t').any(|kind| {
                let (of_kind, pattern) = kind.split_once(' ').unwrap_or_default();
                lengths(of_kind) & bit != 0 && matches(pattern, national)
            })
    }
}

/// A bit for each of the lengths in `7,9,10`.
fn lengths(text: &str) -> u32 {
    let lengths = text.split(',').filter_map(|length| length.parse().ok());
    let bits = lengths.filter_map(|length| 1_u32.checked_shl(length));
    bits.fold(0, |all, bit| all | bit)
}

#[cfg(test)]
mod tests {
    use super::{MAX_CODE, PLANS, number, of_code};

    fn check(digits: &str, region: Option<&str>, expected: &str) {
        let found = number(digits, region);
        let found = found.map(|it| format!("{} {}", it.international, it.region));
        assert_eq!(
            found.unwrap_or_default(),
            expected,
            "{digits} in {region:?}"
        );
    }

    #[test]
    fn every_plan_can_be_used() {
        assert_eq!(PLANS.len(), 245);
        for plan in PLANS.iter() {
            let all = of_code(plan.code).expect("its own code");
            let same = PLANS.iter().filter(|other| other.code == plan.code);
            assert_eq!(all.len(), same.count(), "{} stand apart", plan.code);
            assert!(plan.code.len() <= MAX_CODE && plan.lengths != 0, "{plan:?}");
            let kinds = plan.kinds.split('\t').map(|kind| {
                let (lengths, pattern) = kind.split_once(' ').expect("lengths and pattern");
                assert_ne!(super::lengths(lengths) & plan.lengths, 0, "{plan:?}");
                pattern
            });
            let patterns = [plan.abroad, plan.home, plan.leading, plan.general];
            for pattern in patterns.into_iter().chain(kinds) {
                sound(pattern);
            }
        }
    }

    /// A pattern has nothing that the matcher does not know.
    fn sound(pattern: &str) {
        let bare = pattern.replace(r"\d", "0").replace("(?:", "(");
        let open = bare.matches('(').count();
        assert_eq!(open, bare.matches(')').count(), "{pattern}");
        let mut rest = bare.as_str();
        while let Some(first) = rest.chars().next() {
            rest = &rest[1..];
            match first {
                '0'..='9' | '(' | ')' | '|' | '?' | '$' => {}
                '[' => {
                    let (class, behind) = rest.split_once(']').expect("an end");
                    let ranges = class.replace('-', "");
                    assert!(
                        ranges.bytes().all(|byte| byte.is_ascii_digit()),
                        "{pattern}"
                    );
                    assert!(
                        class
                            .as_bytes()
                            .is_sorted_by(|a, b| a < b || *b == b'-' || *a == b'-')
                    );
                    rest = behind;
                }
                '{' => {
                    let (counts, behind) = rest.split_once('}').expect("an end");
                    let mut counts = counts.split(',').map(str::parse::<usize>);
                    assert!(counts.all(|count| count.is_ok()), "{pattern}");
                    rest = behind;
                }
                other => panic!("{other} in {pattern}"),
            }
        }
    }

    #[test]
    fn a_number_with_its_country_code_is_valid_anywhere() {
        for region in [None, Some("FR")] {
            check("+442079460000", region, "+442079460000 GB");
            check("+44999", region, "");
            check("+4402079460000", region, "+442079460000 GB");
            check("+390236618300", region, "+390236618300 IT");
            check("+12025550123", region, "+12025550123 US");
            check("+12684641234", region, "+12684641234 AG");
            check("+441481256789", region, "+441481256789 GG");
            check("+80012345678", region, "");
            check("+999123456789", region, "");
        }
        check("+", None, "");
        check("", Some("GB"), "");
        check("+4", None, "");
    }

    #[test]
    fn without_one_a_region_tells_what_it_is() {
        check("02079460000", None, "");
        check("02079460000", Some("GB"), "+442079460000 GB");
        check("02079460000", Some("XX"), "");
        check("2079460000", Some("GB"), "+442079460000 GB");
        check("442079460000", Some("GB"), "+442079460000 GB");
        check("00442079460000", Some("DE"), "+442079460000 GB");
        check("011442079460000", Some("US"), "+442079460000 GB");
        check("12025550123", Some("US"), "+12025550123 US");
        check("4641234", Some("AG"), "+12684641234 AG");
        check("0111523456789", Some("AR"), "+5491123456789 AR");
        check("0236618300", Some("IT"), "+390236618300 IT");
    }
}
