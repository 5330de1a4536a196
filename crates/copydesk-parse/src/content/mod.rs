//! Which blocks of a page are the article, and why the others are not.
//!
//! The steps, each in a file of its own: what elements say about themselves ([`hint`]), where
//! the article is ([`region`]), which block is the headline ([`title`]), and the decision on
//! every block ([`decide`](decide::decide)), by rules first and then by a learned scorer
//! ([`refine`](refine::refine)) over [`features`]. Where the page shows too little of the
//! article, its data may have it ([`fallback`]).

mod agreement;
mod decide;
mod embedded;
pub(crate) mod evidence;
pub(crate) mod fallback;
pub(crate) mod features;
pub(crate) mod hint;
mod hint_words;
pub(crate) mod refine;
pub(crate) mod region;
mod repeated;
mod score;
mod skeleton;
mod stylesheet;
pub(crate) mod title;

pub(crate) use decide::{Decision, decide, settle_kinds};
pub(crate) use score::{Signals, article_score};
