//! The stage with real models and lists: one program, so that it is linked once.

mod events;
mod floods;
mod model;
mod resolve;
mod user_gazetteer;
mod values_seeds;

/// What some of them share.
mod support {
    pub(crate) mod tokenizer;
}
