//! Quotes, claims and events as they leave Rust, and the way back.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{In, Out, SpanJson};
use crate::record::{
    Claim, ClaimStatus, Event, EventRoot, EventTime, Hedge, HedgeKind, Participant, Quote,
    QuoteKind, SourceKind, VerbClass,
};

#[derive(Serialize, Deserialize)]
pub(super) struct QuoteJson<'a> {
    kind: QuoteKind,
    verb_class: VerbClass,
    #[serde(flatten)]
    content: SpanJson<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quoted: Vec<SpanJson<'a>>,
    speaker: Option<SpanJson<'a>>,
    speaker_entity: Option<u32>,
    speaker_kind: SourceKind,
    addressee: Option<u32>,
    cue: Option<SpanJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct HedgeJson<'a> {
    kind: HedgeKind,
    cue: SpanJson<'a>,
    scope: SpanJson<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ClaimJson<'a> {
    status: ClaimStatus,
    #[serde(flatten)]
    content: SpanJson<'a>,
    claimed_by: Option<SpanJson<'a>>,
    claimed_by_entity: Option<u32>,
    claimed_by_kind: SourceKind,
    cue: Option<SpanJson<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hedges: Vec<HedgeJson<'a>>,
    denied_by: Cow<'a, [u32]>,
    quote: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct ParticipantJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    entity: Option<u32>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct EventJson<'a> {
    root: EventRoot,
    cameo: Cow<'a, str>,
    status: ClaimStatus,
    #[serde(flatten)]
    trigger: SpanJson<'a>,
    clause: SpanJson<'a>,
    who: Vec<ParticipantJson<'a>>,
    whom: Vec<ParticipantJson<'a>>,
    when: Option<Cow<'a, EventTime>>,
    #[serde(rename = "where")]
    place: Option<ParticipantJson<'a>>,
    claim: Option<u32>,
}

impl<'a> Out<'a> {
    pub(super) fn quote(&self, quote: &'a Quote) -> QuoteJson<'a> {
        QuoteJson {
            kind: quote.kind,
            verb_class: quote.verb_class,
            content: self.span(quote.content),
            quoted: self.spans(&quote.quoted),
            speaker: quote.speaker.map(|span| self.span(span)),
            speaker_entity: quote.speaker_entity,
            speaker_kind: quote.speaker_kind,
            addressee: quote.addressee,
            cue: quote.cue.map(|span| self.span(span)),
        }
    }

    pub(super) fn claim(&self, claim: &'a Claim) -> ClaimJson<'a> {
        ClaimJson {
            status: claim.status,
            content: self.span(claim.content),
            claimed_by: claim.source.map(|span| self.span(span)),
            claimed_by_entity: claim.source_entity,
            claimed_by_kind: claim.source_kind,
            cue: claim.cue.map(|span| self.span(span)),
            hedges: (claim.hedges.iter())
                .map(|hedge| HedgeJson {
                    kind: hedge.kind,
                    cue: self.span(hedge.cue),
                    scope: self.span(hedge.scope),
                })
                .collect(),
            denied_by: Cow::Borrowed(&claim.denied_by),
            quote: claim.quote,
        }
    }

    fn participant(&self, participant: &Participant) -> ParticipantJson<'a> {
        ParticipantJson {
            span: self.span(participant.span),
            entity: participant.entity,
        }
    }

    pub(super) fn event(&self, event: &'a Event) -> EventJson<'a> {
        let all = |some: &[Participant]| some.iter().map(|one| self.participant(one)).collect();
        EventJson {
            root: event.root,
            cameo: Cow::Borrowed(&event.cameo),
            status: event.status,
            trigger: self.span(event.trigger),
            clause: self.span(event.clause),
            who: all(&event.who),
            whom: all(&event.whom),
            when: event.when.as_ref().map(Cow::Borrowed),
            place: event.place.as_ref().map(|place| self.participant(place)),
            claim: event.claim,
        }
    }
}

impl In<'_> {
    pub(super) fn quote(&self, json: &QuoteJson<'_>) -> Quote {
        Quote {
            content: self.span_of(&json.content),
            quoted: self.spans(&json.quoted),
            speaker: self.maybe(json.speaker.as_ref()),
            speaker_entity: json.speaker_entity,
            speaker_kind: json.speaker_kind,
            addressee: json.addressee,
            cue: self.maybe(json.cue.as_ref()),
            verb_class: json.verb_class,
            kind: json.kind,
        }
    }

    pub(super) fn claim(&self, json: &ClaimJson<'_>) -> Claim {
        Claim {
            content: self.span_of(&json.content),
            source: self.maybe(json.claimed_by.as_ref()),
            source_entity: json.claimed_by_entity,
            source_kind: json.claimed_by_kind,
            cue: self.maybe(json.cue.as_ref()),
            status: json.status,
            hedges: (json.hedges.iter())
                .map(|hedge| Hedge {
                    cue: self.span_of(&hedge.cue),
                    scope: self.span_of(&hedge.scope),
                    kind: hedge.kind,
                })
                .collect(),
            denied_by: json.denied_by.as_ref().to_owned(),
            quote: json.quote,
        }
    }

    fn participant(&self, json: &ParticipantJson<'_>) -> Participant {
        Participant {
            span: self.span_of(&json.span),
            entity: json.entity,
        }
    }

    pub(super) fn event(&self, json: &EventJson<'_>) -> Event {
        let all =
            |some: &[ParticipantJson<'_>]| some.iter().map(|one| self.participant(one)).collect();
        Event {
            trigger: self.span_of(&json.trigger),
            clause: self.span_of(&json.clause),
            root: json.root,
            cameo: json.cameo.as_ref().to_owned(),
            who: all(&json.who),
            whom: all(&json.whom),
            when: json.when.as_deref().cloned(),
            place: json.place.as_ref().map(|place| self.participant(place)),
            status: json.status,
            claim: json.claim,
        }
    }
}
