//! The stage by its laws, by tables and by Unicode's own test: one program, so that it is linked once.

mod check;
mod laws;
mod lookalikes;
mod normalization_test;
mod shared;
