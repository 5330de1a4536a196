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
        /// In the writer's words, some of them in quotation marks.
        Mixed = "mixed",
    }
}

named_enum! {
    /// Whom words or a claim come from.
    SourceKind {
        /// Somebody with a name, or whose office or body is named.
        Named = "named",
        /// Somebody without a name: `officials`, `experts`, `reports`.
        Unnamed = "unnamed",
        /// The article itself.
        Article = "article",
        /// The text leaves out whom, or breaks off before it says so.
        Missing = "missing",
    }
}

named_enum! {
    /// What somebody does with their words.
    VerbClass {
        /// Says, tells, adds, states, announces.
        Say = "say",
        /// Passes on what was found: reports, reveals, shows.
        Report = "report",
        /// Says without proof: claims, alleges.
        Claim = "claim",
        /// Says that somebody did wrong: accuses, blames.
        Accuse = "accuse",
        /// Says that it is not so: denies, rejects, dismisses.
        Deny = "deny",
        /// Says that it is so: confirms, admits.
        Confirm = "confirm",
        /// Believes, suggests, speculates.
        Speculate = "speculate",
        /// Expects, predicts, hopes.
        Hope = "hope",
        /// Asks, calls for, demands, orders.
        Urge = "urge",
        /// Warns, threatens.
        Warn = "warn",
        /// Promises, vows, pledges.
        Promise = "promise",
        /// Voices concern, worries.
        Concern = "concern",
        /// Condemns, criticises.
        Criticise = "criticise",
        /// Praises, welcomes, backs.
        Praise = "praise",
        /// Thanks.
        Thank = "thank",
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

named_enum! {
    /// In which way a word or phrase holds back from asserting.
    HedgeKind {
        /// Said without proof: `alleged`, `accuses`, `claims of`.
        Alleged = "alleged",
        /// To come: `is set to`, `will`, `planned`.
        Expected = "expected",
        /// `may`, `could`, `potential`.
        Possible = "possible",
        /// `reportedly`, `reports of`, `according to`.
        Reported = "reported",
        /// `speculation that`, `experts suggest`.
        Speculated = "speculated",
        /// `unclear whether`, `remains uncertain`.
        Uncertain = "uncertain",
        /// `has not been verified`.
        Unverified = "unverified",
        /// `was not disclosed`, `declined to comment`.
        Undisclosed = "undisclosed",
        /// `denied`.
        Denied = "denied",
    }
}

/// Words of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What was said, without the quotation marks.
    pub content: Span,
    /// The parts of it that stand in quotation marks, in order, without the marks.
    pub quoted: Vec<Span>,
    /// Who said it, where the text names somebody or some group.
    pub speaker: Option<Span>,
    /// Index of the speaker's entity.
    pub speaker_entity: Option<u32>,
    /// Whether the speaker is named.
    pub speaker_kind: SourceKind,
    /// Index of the entity that is spoken to, thanked, accused or asked.
    pub addressee: Option<u32>,
    /// The verb or phrase that reports it.
    pub cue: Option<Span>,
    /// What the speaker does with the words.
    pub verb_class: VerbClass,
    /// Direct, indirect or both.
    pub kind: QuoteKind,
}

/// A word or phrase that holds back from asserting, and what it bears on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The word or phrase.
    pub cue: Span,
    /// The words that it bears on.
    pub scope: Span,
    /// In which way it holds back.
    pub kind: HedgeKind,
}

/// Something that the article says is so, is said to be so, is denied or is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words of the claim.
    pub content: Span,
    /// Who makes it, where the text names somebody or some group.
    pub source: Option<Span>,
    /// Index of the entity that makes it.
    pub source_entity: Option<u32>,
    /// Whether its source is named, or is the article.
    pub source_kind: SourceKind,
    /// The words that decide its status.
    pub cue: Option<Span>,
    /// Whether it is so.
    pub status: ClaimStatus,
    /// What holds back from asserting it, in order.
    pub hedges: Vec<Hedge>,
    /// Indices of the entities that deny it.
    pub denied_by: Vec<u32>,
    /// Index of the quote whose content it is.
    pub quote: Option<u32>,
}
