//! Events: who did what to whom, when and where.

use super::{ClaimStatus, named_enum};
use crate::Span;

named_enum! {
    /// What kind of event it is: the roots of PLOVER (Halterman et al., 2023).
    ///
    /// ```
    /// use copydesk_core::record::EventRoot;
    /// assert_eq!(EventRoot::Protest.as_str(), "PROTEST");
    /// assert_eq!("ACCUSE".parse::<EventRoot>()?, EventRoot::Accuse);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    EventRoot {
        /// Agrees, signs, settles.
        Agree = "AGREE",
        /// Meets, visits, talks, travels, hosts.
        Consult = "CONSULT",
        /// Praises, thanks, recognises, endorses.
        Support = "SUPPORT",
        /// Gives in, eases, releases.
        Concede = "CONCEDE",
        /// Works together, trades, exchanges.
        Cooperate = "COOPERATE",
        /// Gives money, goods, arms, refuge.
        Aid = "AID",
        /// Withdraws, cease-fire, surrenders.
        Retreat = "RETREAT",
        /// Asks, demands, calls for, seeks.
        Request = "REQUEST",
        /// Accuses, criticises, investigates.
        Accuse = "ACCUSE",
        /// Refuses, denies, vetoes.
        Reject = "REJECT",
        /// Warns, threatens.
        Threaten = "THREATEN",
        /// Demonstrates, strikes, riots.
        Protest = "PROTEST",
        /// Reduces ties, sanctions, expels, boycotts.
        Sanction = "SANCTION",
        /// Puts forces on the move, tests weapons.
        Mobilize = "MOBILIZE",
        /// Seizes, arrests, jails, bans.
        Coerce = "COERCE",
        /// Attacks, kills, wounds, bombs.
        Assault = "ASSAULT",
    }
}

/// Somebody or something that takes part in an event.
///
/// ```
/// use copydesk_core::{Span, record::Participant};
/// let who = Participant { span: Span::new(0, 7), entity: None };
/// assert_eq!(who.span.of("Dockers walked out."), "Dockers");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The words that name it.
    pub span: Span,
    /// Index of its entity.
    pub entity: Option<u32>,
}

/// When an event is, was or will be.
///
/// ```
/// use copydesk_core::record::EventTime;
/// let when = EventTime {
///     value: "2024-05-02".to_owned(),
///     interval: Some(["2024-05-02".to_owned(), "2024-05-03".to_owned()]),
///     date: None, // the day of publication stands for it
/// };
/// assert!(when.interval.is_some_and(|[first, end]| first < end));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EventTime {
    /// TIMEX3 value.
    pub value: String,
    /// First day, and the day after the last one, as ISO dates, where the value is resolved.
    pub interval: Option<[String; 2]>,
    /// Index of the temporal expression in [`Article::dates`](super::Article::dates); none where
    /// the day of publication stands for it.
    pub date: Option<u32>,
}

/// Who did what to whom, when and where.
///
/// ```
/// use copydesk_core::{Span, record::{ClaimStatus, Event, EventRoot, Participant}};
/// let text = "Dockers walked out.";
/// let strike = Event {
///     trigger: Span::new(8, 18),
///     clause: Span::new(0, 18),
///     root: EventRoot::Protest,
///     cameo: "14".to_owned(),
///     who: vec![Participant { span: Span::new(0, 7), entity: None }],
///     whom: Vec::new(),
///     when: None,
///     place: None,
///     status: ClaimStatus::Confirmed,
///     claim: None,
/// };
/// assert_eq!(strike.trigger.of(text), "walked out");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The word or words that name it.
    pub trigger: Span,
    /// The clause that tells it.
    pub clause: Span,
    /// What kind of event it is.
    pub root: EventRoot,
    /// The root of its CAMEO code, two digits.
    pub cameo: String,
    /// Who did it.
    pub who: Vec<Participant>,
    /// To whom, or with whom.
    pub whom: Vec<Participant>,
    /// When.
    pub when: Option<EventTime>,
    /// Where.
    pub place: Option<Participant>,
    /// Whether it is so.
    pub status: ClaimStatus,
    /// Index of the claim that tells it, in [`Article::claims`](super::Article::claims).
    pub claim: Option<u32>,
}
