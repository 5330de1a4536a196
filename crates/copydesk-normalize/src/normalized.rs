//! A repaired text, and the way between it and what was given.

use std::borrow::Cow;

use copydesk_core::{Diagnostic, OffsetMap, SourceSpan, Span, record::Edit};

use crate::Disguise;

/// A repaired text and what was done to it.
///
/// All offsets count bytes of UTF-8. `offsets` has every detail; [`to_source`](Self::to_source)
/// and [`to_text`](Self::to_text) answer the two common questions and refuse what is no place.
///
/// ```
/// use copydesk_core::NormalizeOptions;
/// let repaired = copydesk_normalize::normalize("Gh\u{430}na &amp; Togo", &NormalizeOptions::default());
/// assert_eq!(repaired.text, "Ghana & Togo");
/// let rules: Vec<&str> = repaired.edits.iter().map(|edit| &*edit.rule).collect();
/// assert_eq!(rules, ["homoglyphs", "entities"]);
/// ```
#[derive(Clone, Debug)]
pub struct NormalizedText<'a> {
    /// The repaired text; borrowed where nothing changed.
    pub text: Cow<'a, str>,
    /// `text` to the input.
    pub offsets: OffsetMap,
    /// The repairs, in the order of the text: where in the text and the input, what stood there, and by which rule;
    /// [`why`](crate::why) says in words why a rule repairs.
    pub edits: Vec<Edit>,
    /// What was noisy: one note per kind of trouble.
    pub diagnostics: Vec<Diagnostic>,
    /// How far it was spelt with letters of another script; `None` where it was not.
    pub disguise: Option<Disguise>,
}

impl NormalizedText<'_> {
    /// Where in the input `span` of the text came from.
    ///
    /// A span that touches a repaired piece gets the whole of what the piece was made from;
    /// what was removed at either end of the span is not part of it, what was removed inside is.
    /// An empty span maps to an empty span.
    ///
    /// `None` where the span ends beyond the text, ends before it starts, or cuts a character.
    ///
    /// ```
    /// use copydesk_core::{NormalizeOptions, SourceSpan, Span};
    /// let repaired = copydesk_normalize::normalize("Tom &amp; Ann", &NormalizeOptions::default());
    /// assert_eq!(repaired.text, "Tom & Ann");
    /// assert_eq!(repaired.to_source(Span::new(4, 5)), Some(SourceSpan::new(4, 9)));
    /// assert_eq!(repaired.to_source(Span::new(6, 10)), None);
    /// ```
    pub fn to_source(&self, span: Span) -> Option<SourceSpan> {
        let range = span.start as usize..span.end as usize;
        self.text.get(range)?;
        Some(self.offsets.to_source(span))
    }

    /// What became of `span` of the input.
    ///
    /// A span that touches a repaired piece gets the whole piece. A span of which everything was
    /// removed maps to the empty span at the place in the text where it stood.
    ///
    /// `None` where the span ends beyond the input or before it starts.
    ///
    /// ```
    /// use copydesk_core::{NormalizeOptions, SourceSpan, Span};
    /// let repaired = copydesk_normalize::normalize("Ko\u{200b}rea", &NormalizeOptions::default());
    /// assert_eq!(repaired.text, "Korea");
    /// assert_eq!(repaired.to_text(SourceSpan::new(2, 5)), Some(Span::new(2, 2)));
    /// assert_eq!(repaired.to_text(SourceSpan::new(0, 9)), None);
    /// ```
    pub fn to_text(&self, span: SourceSpan) -> Option<Span> {
        (span.start <= span.end && span.end <= self.offsets.source_len())
            .then(|| self.offsets.to_text(span))
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::{NormalizeOptions, SourceSpan, Span};

    use crate::normalize;

    #[test]
    fn places_that_are_none() {
        let text = normalize("a\u{200b}\u{e9}", &NormalizeOptions::default());
        assert_eq!(text.text, "a\u{e9}");
        assert_eq!(text.to_source(Span::new(0, 3)), Some(SourceSpan::new(0, 6)));
        assert_eq!(text.to_source(Span::new(1, 3)), Some(SourceSpan::new(4, 6)));
        assert_eq!(text.to_source(Span::new(0, 2)), None, "cuts a letter");
        assert_eq!(text.to_source(Span::new(0, 4)), None);
        assert_eq!(text.to_source(Span::new(3, 3)), Some(SourceSpan::new(6, 6)));
        assert_eq!(text.to_text(SourceSpan::new(0, 6)), Some(Span::new(0, 3)));
        assert_eq!(text.to_text(SourceSpan::new(1, 4)), Some(Span::new(1, 1)));
        assert_eq!(text.to_text(SourceSpan::new(6, 7)), None);
    }
}
