//! Statements: who said what, and whether it is so.

use super::named_enum;
use crate::Span;

named_enum! {
    /// How words are given.
    QuoteKind {
        /// Word by word, in quotation marks.
        Direct = "direct",
        /// In the writer's words.
        Indirect = "indirect",
    }
}

named_enum! {
    /// What the article says about whether something is so.
    ClaimStatus {
        /// Asserted by the article itself.
        Confirmed = "confirmed",
        /// Said, reported or speculated by somebody.
        Alleged = "alleged",
        /// Denied by somebody.
        Denied = "denied",
        /// Announced, planned or possible.
        Expected = "expected",
    }
}

/// Words of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What was said, without the quotation marks.
    pub content: Span,
    /// Who said it, where the text names somebody.
    pub speaker: Option<Span>,
    /// Index of the speaker's entity.
    pub speaker_entity: Option<u32>,
    /// The verb or phrase that reports it.
    pub cue: Option<Span>,
    /// Direct or indirect.
    pub kind: QuoteKind,
}

/// Something that the article says is so, is said to be so, is denied or is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words of the claim.
    pub content: Span,
    /// Who makes it, where the text names somebody.
    pub source: Option<Span>,
    /// Index of the entity that makes it.
    pub source_entity: Option<u32>,
    /// The words that decide its status.
    pub cue: Option<Span>,
    /// Whether it is so.
    pub status: ClaimStatus,
    /// Indices of the entities that deny it.
    pub denied_by: Vec<u32>,
}
