//! Tokens: the words and marks of a text.

use crate::Span;

/// What kind of thing a token is.
///
/// ```
/// use copydesk_core::TokenClass;
/// assert_eq!(TokenClass::Hashtag.as_str(), "hashtag");
/// assert_ne!(TokenClass::Symbol, TokenClass::Currency);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum TokenClass {
    /// Letters, with marks, inner apostrophes and full stops of abbreviations.
    Word,
    /// Digits with their separators, such as `1,000.5`.
    Number,
    /// Punctuation.
    Punctuation,
    /// Any other symbol.
    Symbol,
    /// A currency sign.
    Currency,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A user handle such as `@desk`.
    Handle,
    /// A hashtag such as `#Ghana`.
    Hashtag,
    /// An emoji, with its modifiers.
    Emoji,
}

impl TokenClass {
    /// The name used in JSON and Python.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Punctuation => "punctuation",
            Self::Symbol => "symbol",
            Self::Currency => "currency",
            Self::Url => "url",
            Self::Email => "email",
            Self::Handle => "handle",
            Self::Hashtag => "hashtag",
            Self::Emoji => "emoji",
        }
    }
}

/// One token of a text.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass};
/// let token = Token { span: Span::new(5, 9), class: TokenClass::Word };
/// assert_eq!(token.span.of("Rain fell."), "fell");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    /// What kind of thing it is.
    pub class: TokenClass,
}
