//! Events: who did what to whom, when and where.

use super::{ClaimStatus, named_enum};
use crate::Span;

named_enum! {
    /// What kind of event it is: the roots of PLOVER (Halterman et al., 2023).
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The words that name it.
    pub span: Span,
    /// Index of its entity.
    pub entity: Option<u32>,
}

/// When an event is, was or will be.
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
