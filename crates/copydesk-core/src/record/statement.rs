//! Statements: who said what, and whether it is so.

use super::named_enum;
use crate::Span;

named_enum! {
    /// How words are given.
    ///
    /// ```
    /// use copydesk_core::record::QuoteKind;
    /// assert_eq!(QuoteKind::Mixed.as_str(), "mixed");
    /// assert_eq!("direct".parse::<QuoteKind>()?, QuoteKind::Direct);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use copydesk_core::record::SourceKind;
    /// assert_eq!(SourceKind::Unnamed.as_str(), "unnamed"); // `officials`
    /// assert_eq!(SourceKind::ALL.len(), 4);
    /// ```
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
    ///
    /// ```
    /// use copydesk_core::record::VerbClass;
    /// assert_eq!(VerbClass::Deny.as_str(), "deny"); // `rejected`, `dismissed`
    /// assert_eq!("warn".parse::<VerbClass>()?, VerbClass::Warn);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use copydesk_core::record::ClaimStatus;
    /// assert_eq!(ClaimStatus::Alleged.as_str(), "alleged");
    /// assert_eq!("denied".parse::<ClaimStatus>()?, ClaimStatus::Denied);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use copydesk_core::record::HedgeKind;
    /// assert_eq!(HedgeKind::Reported.as_str(), "reported"); // `according to`
    /// assert_eq!("unverified".parse::<HedgeKind>()?, HedgeKind::Unverified);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
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
///
/// ```
/// use copydesk_core::{Span, record::{Quote, QuoteKind, SourceKind, VerbClass}};
/// let text = "Kim denied that it rained.";
/// let quote = Quote {
///     content: Span::new(16, 25),
///     quoted: Vec::new(),
///     speaker: Some(Span::new(0, 3)),
///     speaker_entity: Some(0),
///     speaker_kind: SourceKind::Named,
///     addressee: None,
///     cue: Some(Span::new(4, 10)),
///     verb_class: VerbClass::Deny,
///     kind: QuoteKind::Indirect,
/// };
/// assert_eq!(quote.content.of(text), "it rained");
/// ```
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
///
/// ```
/// use copydesk_core::{Span, record::{Hedge, HedgeKind}};
/// let text = "The dam reportedly broke.";
/// let hedge = Hedge {
///     cue: Span::new(8, 18),
///     scope: Span::new(19, 24),
///     kind: HedgeKind::Reported,
/// };
/// assert_eq!((hedge.cue.of(text), hedge.scope.of(text)), ("reportedly", "broke"));
/// ```
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
///
/// ```
/// use copydesk_core::{Span, record::{Claim, ClaimStatus, SourceKind}};
/// let text = "Officials say the dam broke, which Kim denies.";
/// let claim = Claim {
///     content: Span::new(14, 27),
///     source: Some(Span::new(0, 9)),
///     source_entity: None,
///     source_kind: SourceKind::Unnamed,
///     cue: Some(Span::new(10, 13)),
///     status: ClaimStatus::Denied,
///     hedges: Vec::new(),
///     denied_by: vec![0], // Kim
///     quote: None,
/// };
/// assert_eq!(claim.content.of(text), "the dam broke");
/// ```
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
