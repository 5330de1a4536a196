//! Sentences and tokens of news text, as spans.

use copydesk_core::{SegmentOptions, Span, Token};

/// The sentences of a text, in order, without the white space around them.
pub fn sentences(_text: &str, _options: &SegmentOptions) -> Vec<Span> {
    Vec::new()
}

/// The tokens of a text, in order.
pub fn tokens(_text: &str) -> Vec<Token> {
    Vec::new()
}
