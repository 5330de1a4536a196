//! What a user's list of names says: the vocabulary between those who read such lists and the
//! entities stage, which looks for the names.

use crate::record::Label;

/// One thing of a user's list: a name, its type, and what else the user knows about it.
///
/// ```
/// use copydesk_core::{GazetteerEntry, record::Label};
/// let mut entry = GazetteerEntry::new("Harbour Line", Label::Org);
/// entry.id = Some("company-7".to_owned());
/// entry.aliases = vec!["HL Shipping".to_owned()];
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GazetteerEntry {
    /// Canonical name; it is looked for, too.
    pub name: String,
    /// Type of its mentions and of its entity.
    pub label: Label,
    /// The user's own identifier.
    pub id: Option<String>,
    /// Other ways of writing it.
    pub aliases: Vec<String>,
    /// Whether its names match as they are capitalised only. Default `None`: as
    /// [`GazetteerOptions::case_sensitive`] says.
    pub case_sensitive: Option<bool>,
    /// Whether its names match with their accents only. Default `None`: as
    /// [`GazetteerOptions::accent_sensitive`] says.
    pub accent_sensitive: Option<bool>,
}

impl GazetteerEntry {
    /// The labels that an entry can have: those of names. Dates and numbers are values, which
    /// the entities stage finds without lists.
    pub const LABELS: [Label; 12] = [
        Label::Person,
        Label::Norp,
        Label::Fac,
        Label::Org,
        Label::Gpe,
        Label::Loc,
        Label::Product,
        Label::Event,
        Label::WorkOfArt,
        Label::Law,
        Label::Language,
        Label::Title,
    ];

    /// An entry without identifier and aliases.
    pub fn new(name: impl Into<String>, label: Label) -> Self {
        Self {
            name: name.into(),
            label,
            id: None,
            aliases: Vec::new(),
            case_sensitive: None,
            accent_sensitive: None,
        }
    }
}

/// How the names of a user's list are compared with a text.
///
/// ```
/// use copydesk_core::GazetteerOptions;
/// let mut options = GazetteerOptions::default();
/// options.case_sensitive = false; // `ACME` and `acme`, too
/// assert!(options.accent_sensitive);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GazetteerOptions {
    /// Whether `Acme` is found as `Acme` only, not as `ACME` or `acme`. Default `true`.
    pub case_sensitive: bool,
    /// Whether `Malmö` is found as `Malmö` only, not as `Malmo`, and the other way round. Default
    /// `true`.
    pub accent_sensitive: bool,
}

impl Default for GazetteerOptions {
    fn default() -> Self {
        Self {
            case_sensitive: true,
            accent_sensitive: true,
        }
    }
}
