//! The record of one document: [`Article`] and its parts. Plain data with public fields.
//!
//! In Rust every offset is a byte offset. With the feature `serde` the record is written and
//! read as `copydesk.article/1`, in which offsets into `text` are code points, source offsets
//! are in the unit that `source.unit` names, and everything that has a place carries its
//! `start`, `end`, `text` and `source`.

mod article;
mod block;
mod entity;
mod event;
mod statement;
mod structure;
mod value;
#[cfg(feature = "serde")]
mod wire;

pub use article::{Article, Edit, Evidence, Source};
pub use block::{Block, BlockKind, DropReason};
pub use entity::{Entity, Identifiers, Label, Link, LinkKind, Mention, Reference, Role};
pub use event::{Event, EventRoot, EventTime, Participant};
pub use statement::{
    Claim, ClaimStatus, Hedge, HedgeKind, Quote, QuoteKind, SourceKind, VerbClass,
};
pub use structure::{Cell, Container, ContainerKind, MAX_NESTING};
pub use value::{
    Amount, AmountKind, Anchor, DateRole, Dimension, Modifier, Pattern, PatternKind, Place,
    Reading, Si, Temporal, TemporalKind,
};

/// The version of the record that this crate writes.
pub const SCHEMA: &str = "copydesk.article/1";

/// Declares an enum whose variants have one name each, used in JSON, Python and messages.
macro_rules! named_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(feature = "serde", serde(rename = $text))] $variant,)+
        }

        impl $name {
            /// All variants, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name used in JSON, Python and messages.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|variant| variant.as_str() == text)
                    .ok_or_else(|| {
                        crate::Error::new(
                            crate::ErrorKind::Configuration,
                            format!("`{text}` is not a {}", stringify!($name)),
                        )
                    })
            }
        }
    };
}
pub(crate) use named_enum;
