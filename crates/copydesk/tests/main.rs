//! The facade, as a program that depends on it sees it: one program, so that it is linked once.

mod annotations;
mod bad_input;
mod common;
mod export;
mod gazetteer;
mod goldens;
mod languages;
mod offsets;
mod shared_seeds;
mod statements;
mod structure;
mod token_mode;
