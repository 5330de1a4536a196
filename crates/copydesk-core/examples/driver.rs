//! Work on all cores, in order; a document that breaks is one failure.
//!
//! Run it with `cargo run -p copydesk-core --example driver --features parallel`; without the feature
//! it does the same in one thread.
//!
//! ```text
//! 0: Rain, 19 bytes
//! 1: internal error: the document has no word
//! 2: Snow, 18 bytes
//! ```

use copydesk_core::{
    RunOptions,
    parallel::{Cancel, Driver},
};

fn main() -> Result<(), copydesk_core::Error> {
    // The message of the panic is in the outcome; it need not be printed as well.
    std::panic::set_hook(Box::new(|_| {}));
    let documents = ["Rain fell in Accra.", "", "Snow fell in Oslo."];
    let first_word = |text: &'static str| text.split(' ').next().filter(|it| !it.is_empty());
    let run = Driver::new(RunOptions::default())?.run(
        documents.into_iter(),
        |text| text.len() as u64,
        move |text| first_word(text).expect("the document has no word"),
        Cancel::new(),
    );
    for outcome in run {
        match outcome.result {
            Ok(word) => println!("{}: {word}, {} bytes", outcome.index, outcome.bytes),
            Err(failure) => println!("{}: {failure}", outcome.index),
        }
    }
    Ok(())
}
