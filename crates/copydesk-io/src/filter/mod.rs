//! Which documents of an archive or table are wanted, as far as what stands beside them tells.

mod languages;

use copydesk_core::{Error, ErrorKind};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::skipped::Skip;

/// What is read of a container, decided before a page is decoded; the rest is counted in
/// [`Skipped`](crate::Skipped).
///
/// Files that hold one page are not filtered: name those that you want. A document about which
/// nothing is said, such as one without a declared language, is read.
///
/// ```
/// use copydesk_io::{ReadFilter, ReadOptions, Sources};
/// let mut options = ReadOptions::default();
/// options.filter.urls = vec!["https://*.example/news/*".to_owned()];
/// options.filter.languages = vec!["en".to_owned()];
/// let rows = "{\"url\": \"https://a.example/news/1\", \"text\": \"One.\"}\n\
///             {\"url\": \"https://a.example/shop/2\", \"text\": \"Two.\"}\n";
/// let mut sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), options)?;
/// let skipped = sources.skipped();
/// assert_eq!(sources.by_ref().count(), 1);
/// assert_eq!(skipped.urls(), 1);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadFilter {
    /// HTTP statuses of the responses that are read. Default empty: 200 only, so that error pages
    /// and redirects do not pose as articles.
    pub statuses: Vec<u16>,
    /// Media types that are read, of those that copydesk reads at all: `text/html`, or `text/*`
    /// for all with that beginning. Default empty: all. Without declared type: read.
    pub media_types: Vec<String>,
    /// Globs over the whole address, in which `*` stands for anything; what none of them matches
    /// is not read. Default empty: all.
    pub urls: Vec<String>,
    /// Globs over the whole address; what one of them matches is not read. Default empty.
    pub not_urls: Vec<String>,
    /// Codes of languages (ISO 639, two or three letters). Where the archive or the server declares
    /// languages and none of these is among them, the page is not read. Default empty: all.
    pub languages: Vec<String>,
}

/// A filter, ready for use.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    statuses: Vec<u16>,
    media_types: Vec<String>,
    urls: Option<GlobSet>,
    not_urls: Option<GlobSet>,
    languages: Vec<String>,
}

impl Filter {
    pub(crate) fn new(filter: &ReadFilter) -> Result<Self, Error> {
        if let Some(status) = filter
            .statuses
            .iter()
            .find(|status| !(100..1000).contains(*status))
        {
            let message =
                format!("{status} is no HTTP status; they have three digits, such as 200");
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        let media_types = lower(&filter.media_types);
        if let Some(name) = media_types.iter().find(|name| !name.contains('/')) {
            let message = format!("`{name}` is no media type; write it as text/html or text/*");
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        let languages = lower(&filter.languages);
        let is_code = |name: &&String| {
            matches!(primary(name).len(), 2 | 3) && name.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if let Some(name) = languages.iter().find(|name| !is_code(name)) {
            let message = format!("`{name}` is no code of a language; write it as en or eng");
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        Ok(Self {
            statuses: filter.statuses.clone(),
            media_types,
            urls: globs(&filter.urls)?,
            not_urls: globs(&filter.not_urls)?,
            languages: languages
                .iter()
                .map(|name| languages::short(primary(name)).to_owned())
                .collect(),
        })
    }

    /// Why a response of that status is not wanted, if it is not.
    pub(crate) fn status(&self, status: u16) -> Option<Skip> {
        let wanted = if self.statuses.is_empty() {
            status == 200
        } else {
            self.statuses.contains(&status)
        };
        (!wanted).then_some(Skip::Status)
    }

    /// Likewise, of that media type in lower case.
    pub(crate) fn media_type(&self, media_type: Option<&str>) -> Option<Skip> {
        let media_type = media_type?;
        let fits = |name: &String| match name.strip_suffix('*') {
            Some(start) => media_type.starts_with(start),
            None => media_type == name,
        };
        let wanted = self.media_types.is_empty() || self.media_types.iter().any(fits);
        (!wanted).then_some(Skip::MediaType)
    }

    /// Likewise, of that address.
    pub(crate) fn url(&self, url: Option<&str>) -> Option<Skip> {
        // The number of a row is no address.
        let url = url.filter(|url| !url.bytes().all(|byte| byte.is_ascii_digit()))?;
        let wanted = self.urls.as_ref().is_none_or(|globs| globs.is_match(url))
            && !self
                .not_urls
                .as_ref()
                .is_some_and(|globs| globs.is_match(url));
        (!wanted).then_some(Skip::Url)
    }

    /// Likewise, of these languages, as a list of codes between commas.
    pub(crate) fn language(&self, codes: Option<&str>) -> Option<Skip> {
        if self.languages.is_empty() {
            return None;
        }
        let mut codes = codes?
            .split(',')
            .map(str::trim)
            .filter(|code| !code.is_empty())
            .peekable();
        codes.peek()?;
        let wanted = codes.any(|code| {
            let code = primary(code).to_ascii_lowercase();
            self.languages
                .iter()
                .any(|own| own == languages::short(&code))
        });
        (!wanted).then_some(Skip::Language)
    }
}

fn lower(names: &[String]) -> Vec<String> {
    let names = names.iter().map(|name| name.trim().to_ascii_lowercase());
    names.collect()
}

/// The language of a tag, `en` of `en-GB`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn globs(patterns: &[String]) -> Result<Option<GlobSet>, Error> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let malformed = |pattern: &str, error: globset::Error| {
        let message = format!(
            "malformed URL pattern `{pattern}`: {}; close its brackets, or escape them with a \
             backslash",
            error.kind()
        );
        Error::new(ErrorKind::Configuration, message).with_source(error)
    };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).backslash_escape(true).build();
        set.add(glob.map_err(|error| malformed(pattern, error))?);
    }
    let set = set
        .build()
        .map_err(|error| malformed(&patterns.join("`, `"), error))?;
    Ok(Some(set))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(change: impl Fn(&mut ReadFilter)) -> Result<Filter, Error> {
        let mut filter = ReadFilter::default();
        change(&mut filter);
        Filter::new(&filter)
    }

    #[test]
    fn languages_of_two_and_three_letters_are_one() {
        let own =
            filter(|filter| filter.languages = vec!["EN".to_owned(), "ger".to_owned()]).unwrap();
        let check = |codes: Option<&str>, wanted: bool| {
            assert_eq!(own.language(codes).is_none(), wanted, "{codes:?}");
        };
        check(Some("en"), true);
        check(Some("en-GB"), true);
        check(Some("eng"), true);
        check(Some("fra, eng"), true);
        check(Some("de_AT"), true);
        check(Some("deu"), true);
        check(Some("fr"), false);
        check(Some("ens"), false);
        check(Some(" , "), true);
        check(None, true);
        assert!(Filter::default().language(Some("fr")).is_none());
    }

    #[test]
    fn addresses_are_matched_whole() {
        let own = filter(|filter| {
            filter.urls = vec![
                "https://*.example/*".to_owned(),
                "*/{news,world}/*".to_owned(),
            ];
            filter.not_urls = vec!["*/live/*".to_owned(), "*\\?print=*".to_owned()];
        });
        let own = own.unwrap();
        let check = |url: &str, wanted: bool| {
            assert_eq!(own.url(Some(url)).is_none(), wanted, "{url}");
        };
        check("https://a.example/b/c", true);
        check("http://a.example/b/c", false);
        check("http://a.other/world/c", true);
        check("https://a.example/live/c", false);
        check("https://a.example/c?print=1", false);
        assert!(own.url(None).is_none());
    }

    #[test]
    fn media_types_may_end_in_a_star() {
        let own = filter(|filter| filter.media_types = vec!["Text/*".to_owned()]).unwrap();
        assert!(own.media_type(Some("text/html")).is_none());
        assert!(own.media_type(Some("application/xhtml+xml")).is_some());
        assert!(own.media_type(None).is_none());
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let check = |change: fn(&mut ReadFilter), expected: &str| {
            let error = filter(change).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        };
        check(|filter| filter.statuses = vec![20], "20 is no HTTP status;");
        check(
            |filter| filter.media_types = vec!["html".to_owned()],
            "`html` is no media type;",
        );
        check(
            |filter| filter.languages = vec!["english".to_owned()],
            "`english` is no code",
        );
        check(
            |filter| filter.urls = vec!["[a".to_owned()],
            "malformed URL pattern `[a`:",
        );
    }
}
