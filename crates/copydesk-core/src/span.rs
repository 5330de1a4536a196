//! Half-open ranges of bytes: [`Span`] in a text, [`SourceSpan`] in the raw source.
//!
//! The two are different types because mixing them up is the one mistake that an
//! offset-keeping pipeline must not make: a position in the clean text looks just like a
//! position in the raw page.

use core::{fmt, ops::Range};

/// The largest document that copydesk reads, in bytes: spans are 32 bits wide.
pub const MAX_DOCUMENT_BYTES: u64 = u32::MAX as u64 - 1;

macro_rules! span_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct $name {
            /// First byte of the range.
            pub start: u32,
            /// One past the last byte of the range.
            pub end: u32,
        }

        impl $name {
            /// A range from `start` to `end`.
            ///
            /// # Panics
            /// If `start > end`.
            #[inline]
            pub const fn new(start: u32, end: u32) -> Self {
                assert!(start <= end, "a span cannot end before it starts");
                Self { start, end }
            }

            /// A range from offsets in a text, which never exceed [`MAX_DOCUMENT_BYTES`].
            ///
            /// # Panics
            /// If `start > end`.
            #[inline]
            pub const fn at(start: usize, end: usize) -> Self {
                Self::new(start as u32, end as u32)
            }

            /// An empty range at `position`.
            #[inline]
            #[must_use]
            pub const fn empty(position: u32) -> Self {
                Self { start: position, end: position }
            }

            /// Length in bytes.
            #[inline]
            pub const fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether the range holds no byte.
            #[inline]
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// The range as indices, for slicing.
            #[inline]
            pub const fn range(self) -> Range<usize> {
                self.start as usize..self.end as usize
            }

            /// Whether `other` lies inside this range (an equal range does).
            #[inline]
            pub const fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two ranges share at least one byte.
            #[inline]
            pub const fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The smallest range that holds both.
            #[inline]
            #[must_use]
            pub fn cover(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }

            /// The range moved right by `by` bytes.
            #[inline]
            #[must_use]
            pub const fn shifted(self, by: u32) -> Self {
                Self { start: self.start + by, end: self.end + by }
            }

            /// The bytes of `text` in this range, or `None` where the range leaves the text
            /// or cuts a code point in two.
            #[inline]
            pub fn get(self, text: &str) -> Option<&str> {
                text.get(self.range())
            }

            /// The bytes of `text` in this range; empty where the range does not fit the text.
            #[inline]
            pub fn of(self, text: &str) -> &str {
                self.get(text).unwrap_or_default()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}..{}", self.start, self.end)
            }
        }

        impl From<$name> for Range<usize> {
            fn from(span: $name) -> Self {
                span.range()
            }
        }
    };
}

span_type! {
    /// A range of UTF-8 bytes of a text that the context names: the clean text of an article,
    /// or the input of the function that returns the span.
    ///
    /// ```
    /// use copydesk_core::Span;
    /// let text = "The cat sat.";
    /// let cat = Span::new(4, 7);
    /// assert_eq!((cat.of(text), cat.len()), ("cat", 3));
    /// assert_eq!(cat.cover(Span::at(8, 11)).of(text), "cat sat");
    /// assert_eq!(cat.shifted(4).of(text), "sat");
    /// assert!(Span::new(0, 7).contains(cat) && cat.overlaps(Span::new(6, 9)));
    /// assert_eq!(Span::new(4, 99).get(text), None);
    /// ```
    Span
}

span_type! {
    /// A range of bytes of the raw source, as it was read.
    ///
    /// ```
    /// use copydesk_core::{SourceSpan, Span};
    /// let raw = b"<p>cat</p>";
    /// assert_eq!(&raw[SourceSpan::new(3, 6).range()], b"cat");
    /// assert_eq!(SourceSpan::from(Span::new(3, 6)), SourceSpan::new(3, 6));
    /// ```
    SourceSpan
}

impl From<Span> for SourceSpan {
    /// Names a span of a text as the source of another text.
    fn from(span: Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}

impl From<SourceSpan> for Span {
    /// Names a span of a source as the text of an earlier step.
    fn from(span: SourceSpan) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}
