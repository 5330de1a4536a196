//! What a user's table of offices says: the vocabulary between those who read such tables and
//! the corpus, which puts a name to an office.

/// One row of a user's table of offices: who held one, of what, from when to when.
///
/// ```
/// use copydesk_core::RoleEntry;
/// let mut row = RoleEntry::new("Foreign Minister", "Norway", "Ingrid Solheim");
/// row.from = Some("2021-10-14".to_owned());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RoleEntry {
    /// The office: `Foreign Minister`.
    pub office: String,
    /// The country, body or company whose office it is, by a name of it or by its id in the
    /// user's gazetteer.
    pub of: String,
    /// Who held it, by name or by an id in the user's gazetteer.
    pub holder: String,
    /// First day, as `YYYY-MM-DD`; `None` where it is not known.
    pub from: Option<String>,
    /// First day on which it was no longer so; `None` where it is not known or still to come.
    pub to: Option<String>,
}

impl RoleEntry {
    /// A row without dates.
    pub fn new(
        office: impl Into<String>,
        of: impl Into<String>,
        holder: impl Into<String>,
    ) -> Self {
        Self {
            office: office.into(),
            of: of.into(),
            holder: holder.into(),
            from: None,
            to: None,
        }
    }
}
