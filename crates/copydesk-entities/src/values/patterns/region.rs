//! Whether a phone number is valid, and in which region, by the [numbering plans](super::plans).
//!
//! *What*: numbers with a country code are asked as they are; those without one in the regions
//! that web and e-mail addresses and other numbers of the same document speak for. *Why*: `020
//! 7946 0000` on a page with addresses in `.uk` is `+442079460000`. *Example*: without such
//! evidence a national number keeps its digits. *Known misses*: names of places as evidence; the
//! numbers behind the first 4,096 of a text.

use copydesk_core::record::PatternKind;

use super::{
    Found,
    plans::{self, Number},
};

/// Most regions that are tried for a number.
const MAX_REGIONS: usize = 3;
/// Most numbers of a text that are asked for: a longer list is no news.
const MAX_ASKED: usize = 4_096;

/// The regions that a document speaks for, the likeliest first.
pub(super) struct Regions(Vec<(&'static str, usize)>);

impl Regions {
    /// The regions of web and e-mail addresses by the ending of their host.
    pub(super) fn of(found: &[Found]) -> Self {
        let mut regions = Self(Vec::new());
        for found in found {
            if !matches!(found.kind, PatternKind::Url | PatternKind::Email) {
                continue;
            }
            let host = found
                .value
                .split_once("://")
                .map_or(&*found.value, |(_, rest)| rest);
            let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
            let ending = host.rsplit('.').next().unwrap_or_default();
            if ending.len() == 2 {
                let id = if ending.eq_ignore_ascii_case("uk") {
                    "GB"
                } else {
                    ending
                };
                regions.add(id);
            }
        }
        regions
    }

    fn add(&mut self, id: &str) {
        // Endings that are sold to anyone say nothing about a country.
        if [
            "io", "co", "tv", "me", "ai", "ly", "fm", "gg", "cc", "to", "ws",
        ]
        .iter()
        .any(|sold| sold.eq_ignore_ascii_case(id))
        {
            return;
        }
        if let Some(id) = plans::region(&id.to_ascii_uppercase()) {
            match self.0.iter_mut().find(|(known, _)| *known == id) {
                Some((_, count)) => *count += 1,
                None => self.0.push((id, 1)),
            }
        }
    }

    /// Gives valid numbers their region and international form.
    pub(super) fn settle(mut self, phones: &mut [Found]) {
        for phone in phones.iter_mut().take(MAX_ASKED) {
            if phone.value.starts_with('+')
                && let Some(number) = valid(None, &phone.value)
            {
                self.add(number.region);
                write(phone, number);
            }
        }
        self.0.sort_by_key(|&(_, count)| core::cmp::Reverse(count));
        self.0.truncate(MAX_REGIONS);
        for phone in phones.iter_mut().take(MAX_ASKED) {
            if phone.region.is_some() || phone.value.starts_with('+') {
                continue;
            }
            let found = self
                .0
                .iter()
                .find_map(|&(id, _)| valid(Some(id), &phone.value));
            if let Some(number) = found {
                write(phone, number);
            }
        }
    }
}

fn valid(region: Option<&str>, value: &str) -> Option<Number> {
    let digits = value.split(';').next()?;
    plans::number(digits, region)
}

fn write(phone: &mut Found, number: Number) {
    let extension = phone.value.find(';').map(|at| phone.value.split_off(at));
    phone.value = number.international + &extension.unwrap_or_default();
    phone.region = Some(number.region.to_owned());
}
