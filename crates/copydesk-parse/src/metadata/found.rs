//! What the parts of a page say, collected before it is decided whom to believe.

use std::borrow::Cow;

use copydesk_core::SourceSpan;

/// A field of the metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Byline,
    Site,
    Published,
    Modified,
    Language,
    Section,
    Image,
    Canonical,
    Description,
    Tags,
    /// `og:type`, which only says whether the page is an article.
    Type,
}

impl Field {
    /// The name in the record.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Site => "site",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Language => "language",
            Self::Section => "section",
            Self::Image => "image",
            Self::Canonical => "canonical_url",
            Self::Description => "description",
            Self::Tags => "tags",
            Self::Type => "type",
        }
    }
}

/// A value that some part of the page gives for a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) field: Field,
    pub(crate) value: String,
    /// What said so, for the record.
    pub(crate) from: Cow<'static, str>,
    /// Where, in the decoded page.
    pub(crate) source: Option<SourceSpan>,
    /// Rank of the source, higher is better; see the tables of the collectors.
    pub(crate) trust: u8,
}
