//! Cases for each family, and laws for all of them.

mod amounts;
mod dates;
mod laws;
mod numbers;
mod patterns;

#[path = "../../../tests/support/tokenizer.rs"]
mod tokenizer;

use tokenizer::tokenize;
