//! The parallel driver of `copydesk-core` with locks, channels and threads that run in an order that a
//! model checker chooses: the same source file, in another crate with another `threads`.
//!
//! `tests/driver.rs` runs it in thousands of orders; where a thread waits for what never comes, that
//! order is printed. What is not in it: rayon, which has threads of its own, forks, and time.

#[expect(
    clippy::forget_non_drop,
    reason = "the pool of the model has no threads to wait for"
)]
#[path = "../../copydesk-core/src/parallel.rs"]
pub mod parallel;
mod threads;

pub use copydesk_core::{Error, ErrorKind, RunOptions};
