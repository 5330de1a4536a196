//! The stage by its laws, and on cases of each language: one program, so that it is linked once.

mod covers;
mod figures;
mod gold;
mod language;
mod laws;
mod sentences;
mod tokens;
