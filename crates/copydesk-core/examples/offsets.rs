//! A text that was made in two steps, and where each of its parts stood at first.
//!
//! Run it with `cargo run -p copydesk-core --example offsets`.
//!
//! ```text
//! Tom at 0..3 was Tom at 3..6
//! & at 4..5 was &amp; at 7..12
//! Ann at 6..9 was Ann at 13..16
//! Tom & Ann at 0..9 was Tom &amp; Ann at 3..16
//! 5 segments for 14 bytes, from "Tom &amp; Ann left"
//! ```

use copydesk_core::{OffsetMap, Span};

fn main() {
    let source = "<p>Tom &amp; Ann left</p>";

    // The first step takes the markup away.
    let mut markup = OffsetMap::builder();
    markup.delete(3);
    markup.copy(18);
    markup.delete(4);
    let markup = markup.finish();
    let first = "Tom &amp; Ann left";

    // The second step reads the character reference.
    let mut reference = OffsetMap::builder();
    reference.copy(4);
    reference.replace(1, 5);
    reference.copy(9);
    let text = "Tom & Ann left";
    let reference = reference.finish();

    // One map over both.
    let map = reference.compose(&markup);
    for word in ["Tom", "&", "Ann", "Tom & Ann"] {
        let Some(start) = text.find(word) else {
            continue;
        };
        let span = Span::at(start, start + word.len());
        let place = map.to_source(span);
        println!(
            "{word} at {span:?} was {} at {place:?}",
            &source[place.range()]
        );
    }
    println!(
        "{} segments for {} bytes, from {first:?}",
        map.len(),
        map.text_len()
    );
}
