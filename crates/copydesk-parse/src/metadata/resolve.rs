//! One value per field: the most trusted candidate that makes sense.
//!
//! *Why by rank and not by vote:* the parts of a page copy each other, mistakes too; what is
//! written for machines about this article beats what a template puts on every page.
//!
//! Conflicts that matter (another day, another headline) become `parse/metadata-conflict`.

use std::borrow::Cow;

use copydesk_core::{Diagnostic, OffsetMap, Severity, SourceSpan, record::Evidence};

use super::{
    found::{Field, Found},
    keywords, visible_date,
};
use crate::{Metadata, byline, dates, letters::is_alphanumeric};

/// Trust of candidates that are written for machines about this article.
const EXPLICIT: u8 = 75;
/// Trust of a title that is about this article, and of nothing else on the page.
const DECLARED: u8 = 60;
/// Wordings of the title that are compared with the page.
const MOST_TITLES: usize = 8;

/// Settles the metadata from `found`. `map` leads from the decoded page to its bytes.
pub(crate) fn resolve(
    mut found: Vec<Found>,
    uri: Option<&str>,
    map: &OffsetMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Metadata {
    // Stable: of equal rank, the first on the page.
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.trust));
    let mut picker = Picker {
        found: &found,
        map,
        metadata: Metadata::default(),
        diagnostics,
    };
    picker.metadata.title = picker.first(Field::Title, clean);
    picker.metadata.site = picker.first(Field::Site, site);
    picker.byline();
    picker.metadata.language = picker.first(Field::Language, language);
    picker.metadata.published = picker.date(Field::Published);
    picker.metadata.modified = picker.date(Field::Modified);
    picker.metadata.section = picker.first(Field::Section, clean);
    picker.metadata.image = picker.first(Field::Image, url);
    picker.metadata.canonical_url = picker.first(Field::Canonical, url);
    picker.metadata.description = picker.first(Field::Description, description);
    let (tags, from) = keywords::keywords(&found);
    for found in &from {
        picker.cite(found);
    }
    picker.metadata.tags = tags;
    let mut metadata = picker.metadata;
    date_in_address(&mut metadata, uri);
    metadata
}

impl Metadata {
    /// Leaves out a day of publication or change that is later than the crawl: the page cannot
    /// have had it. One day more is a time zone.
    pub(crate) fn leave_out_later_than(
        &mut self,
        fetched: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some(fetched) = fetched.and_then(|day| day.get(..10)) else {
            return;
        };
        let fields = [
            ("published", &mut self.published),
            ("modified", &mut self.modified),
        ];
        for (field, date) in fields {
            let later = date.take_if(|date| {
                date.get(..10)
                    .is_some_and(|day| day > fetched && days_apart(day, fetched) > 1)
            });
            let Some(later) = later else { continue };
            self.evidence.retain(|evidence| evidence.field != field);
            diagnostics.push(Diagnostic::new(
                Severity::Warning,
                "metadata/later-than-crawl",
                format!("`{field}` {later} is later than the crawl on {fetched}, and left out"),
            ));
        }
    }
}

/// Takes the day in the address of the page where nothing else says one.
fn date_in_address(metadata: &mut Metadata, uri: Option<&str>) {
    if metadata.published.is_some() {
        return;
    }
    let date = [uri, metadata.canonical_url.as_deref()]
        .into_iter()
        .flatten()
        .find_map(dates::from_url);
    if let Some(date) = date {
        metadata.evidence.push(Evidence {
            field: Cow::Borrowed("published"),
            from: Cow::Borrowed("url"),
            source: None,
        });
        metadata.published = Some(date);
    }
}

/// The titles that a page declares.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    /// Each wording once, the most trusted first.
    pub(crate) declared: Vec<String>,
    /// Whether the data of the article and `og:title` have the same one.
    pub(crate) agree: bool,
}

/// All that is called the title of this article.
pub(crate) fn titles(found: &[Found]) -> Titles {
    let mut candidates: Vec<&Found> = found
        .iter()
        .filter(|candidate| candidate.field == Field::Title && candidate.trust >= DECLARED)
        .collect();
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.trust));
    let of = |from: &str| {
        candidates
            .iter()
            .find(|candidate| candidate.from == from)
            .and_then(|candidate| clean(&candidate.value))
    };
    let agree = of("json-ld:headline")
        .zip(of("meta[og:title]"))
        .is_some_and(|(data, shared)| same_words(&data, &shared));
    let mut declared: Vec<String> = vec![];
    for candidate in candidates {
        if declared.len() == MOST_TITLES {
            break;
        }
        if let Some(title) = clean(&candidate.value)
            && !declared.contains(&title)
        {
            declared.push(title);
        }
    }
    Titles { declared, agree }
}

struct Picker<'a> {
    found: &'a [Found],
    map: &'a OffsetMap,
    metadata: Metadata,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Picker<'a> {
    fn of(&self, field: Field) -> impl Iterator<Item = &'a Found> + use<'a> {
        self.found
            .iter()
            .filter(move |candidate| candidate.field == field)
    }

    fn source(&self, found: &Found) -> Option<SourceSpan> {
        found.source.map(|span| self.map.to_source(span.into()))
    }

    fn cite(&mut self, found: &Found) {
        let source = self.source(found);
        self.metadata.evidence.push(Evidence {
            field: Cow::Borrowed(found.field.name()),
            from: found.from.clone(),
            source,
        });
    }

    /// The first candidate of which `make` makes something.
    fn first(&mut self, field: Field, make: impl Fn(&str) -> Option<String>) -> Option<String> {
        let (found, value) = self
            .of(field)
            .find_map(|found| Some((found, make(&found.value)?)))?;
        self.cite(found);
        if field == Field::Title {
            // Headlines for search engines and friends differ in wording, which is no conflict;
            // one without a common word is.
            let other = self.of(field).find(|other| {
                other.trust >= 60
                    && clean(&other.value).is_some_and(|other| common_words(&other, &value) == 0)
            });
            if let Some(other) = other {
                self.conflict(field, &value, &found.from, &other.value, other);
            }
        }
        Some(value)
    }

    fn date(&mut self, field: Field) -> Option<String> {
        let order = visible_date::order(self.metadata.language.as_deref());
        let candidates: Vec<(&Found, String)> = self
            .of(field)
            .filter_map(|found| Some((found, dates::parse_date_in(&found.value, order)?)))
            .filter(|(_, date)| is_plausible(date))
            .collect();
        let (mut found, mut value) = candidates.first().cloned()?;
        // The same day with a time of day says more, and so does the same moment with the zone
        // of the place.
        let in_greenwich = value.ends_with("+00:00");
        let better = candidates.iter().find(|(_, other)| {
            value.len() == 10 && other.len() > 10 && other[..10] == value[..10]
                || in_greenwich
                    && !other.ends_with("+00:00")
                    && dates::is_same_moment(&value, other)
        });
        if let Some((better, other)) = better {
            (found, value) = (better, other.clone());
        }
        self.cite(found);
        let other = candidates.iter().find(|(other, date)| {
            other.trust >= 60
                && field == Field::Published
                && date[..10] != value[..10]
                && days_apart(date, &value) > 1
        });
        if let Some((other, date)) = other {
            self.conflict(field, &value, &found.from, date, other);
        }
        Some(value)
    }

    /// All names of the best source that has any.
    fn byline(&mut self) {
        let site = self.metadata.site.clone().unwrap_or_default();
        let mut best: Option<(u8, &str)> = None;
        for found in self.of(Field::Byline) {
            if best.is_some_and(|(trust, from)| found.trust != trust || from != found.from) {
                break;
            }
            let names = names(&found.value);
            // The name of the site in a template's tag for authors says that nobody signed.
            let names: Vec<String> = names
                .into_iter()
                .filter(|name| found.trust >= EXPLICIT || !same_words(name, &site))
                .collect();
            if names.is_empty() {
                continue;
            }
            best = Some((found.trust, &found.from));
            self.cite(found);
            for name in names {
                if !self
                    .metadata
                    .byline
                    .iter()
                    .any(|known| same_words(known, &name))
                {
                    self.metadata.byline.push(name);
                }
            }
        }
    }

    fn conflict(
        &mut self,
        field: Field,
        value: &str,
        from: &str,
        other_value: &str,
        other: &Found,
    ) {
        let mut note = Diagnostic::new(
            Severity::Info,
            "parse/metadata-conflict",
            format!(
                "{} is `{value}` by {from}, but `{other_value}` by {}",
                field.name(),
                other.from
            ),
        );
        if let Some(source) = self.source(other) {
            note = note.at_source(source);
        }
        self.diagnostics.push(note);
    }
}

/// Names in a byline from the markup, where a bare name is usual.
fn names(value: &str) -> Vec<String> {
    if value.contains("://") || value.contains('@') && !value.contains(' ') {
        return vec![];
    }
    byline::names_or_signature(value)
}

/// Blanks collapsed; entities that a template escaped twice decoded.
pub(super) fn clean(value: &str) -> Option<String> {
    let value = crate::html::entities::decode(value, false);
    let words: Vec<&str> = value.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A text without the tags that some templates leave in it.
fn description(value: &str) -> Option<String> {
    /// Shortest one that says something, in characters.
    const SHORTEST: usize = 10;
    let mut text = clean(value)?;
    if text.contains("</") || text.contains("/>") || text.contains("<p>") {
        let mut words = String::new();
        for piece in text.split('<') {
            words.push_str(piece.split_once('>').map_or(piece, |(_, behind)| behind));
            words.push(' ');
        }
        text = clean(&words)?;
    }
    (text.chars().count() >= SHORTEST).then_some(text)
}

fn site(value: &str) -> Option<String> {
    clean(value).filter(|name| name.chars().count() < 80 && !name.contains("://"))
}

fn url(value: &str) -> Option<String> {
    clean(value).filter(|url| !url.contains(' ') && !url.starts_with("data:"))
}

/// ISO 639-1 of `en-GB`, `de_AT`, `fr`.
fn language(value: &str) -> Option<String> {
    let code = value
        .trim()
        .split(['-', '_', ',', ';'])
        .next()?
        .to_ascii_lowercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
}

/// A year in which there was a web.
pub(super) fn is_plausible(date: &str) -> bool {
    date.get(..4)
        .and_then(|year| year.parse::<u16>().ok())
        .is_some_and(|year| (1990..2100).contains(&year))
}

/// Rough distance of two ISO dates in days: enough to tell a time zone from another day.
fn days_apart(one: &str, other: &str) -> i32 {
    let days = |date: &str| {
        let number = |range: std::ops::Range<usize>| {
            date.get(range)
                .and_then(|digits| digits.parse::<i32>().ok())
                .unwrap_or(0)
        };
        number(0..4) * 372 + number(5..7) * 31 + number(8..10)
    };
    (days(one) - days(other)).abs()
}

/// Whether two short texts have the same letters and digits.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    let mut one = letters(one).peekable();
    one.peek().is_some() && one.eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| is_alphanumeric(*c))
        .flat_map(char::to_lowercase)
}

fn common_words(one: &str, other: &str) -> usize {
    let other = other.to_lowercase();
    one.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2 && other.contains(word))
        .count()
}
