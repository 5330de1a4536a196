//! The parts of an article as Python sees them.
//!
//! Each is a frozen class that holds the shared article and an index. [`Place`] is the base of
//! whatever has a place, and [`Span`] of whatever always has one in the text: both know how to
//! show, compare and hash every kind of part, so that the classes below only add their fields.

mod amount;
mod block;
mod cell;
mod claim;
mod container;
mod diagnostic;
mod edit;
mod entity;
mod event;
mod event_time;
mod evidence;
mod hedge;
mod identifiers;
mod language_guess;
mod link;
mod mention;
mod part;
mod participant;
mod pattern;
mod place;
mod quote;
mod reference;
mod role;
mod sent;
mod shown;
mod source;
mod source_span;
mod span;
mod temporal;
mod token;

pub(crate) use amount::Amount;
pub(crate) use block::Block;
pub(crate) use cell::Cell;
pub(crate) use claim::Claim;
pub(crate) use container::Container;
pub(crate) use diagnostic::Diagnostic;
pub(crate) use edit::Edit;
pub(crate) use entity::Entity;
pub(crate) use event::Event;
pub(crate) use event_time::EventTime;
pub(crate) use evidence::Evidence;
pub(crate) use hedge::Hedge;
pub(crate) use identifiers::Identifiers;
pub(crate) use language_guess::LanguageGuess;
pub(crate) use link::Link;
pub(crate) use mention::Mention;
pub(crate) use part::{all, maybe};
pub(crate) use participant::Participant;
pub(crate) use pattern::Pattern;
pub(crate) use place::Place;
pub(crate) use quote::Quote;
pub(crate) use reference::Reference;
pub(crate) use role::Role;
pub(crate) use sent::{unsendable, view};
pub(crate) use shown::{bare, message, quoted, tidy};
pub(crate) use source::Source;
pub(crate) use source_span::SourceSpan;
pub(crate) use span::Span;
pub(crate) use temporal::Temporal;
pub(crate) use token::Token;
