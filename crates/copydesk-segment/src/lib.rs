//! Sentences and tokens of news text, as spans, and its language.
//!
//! Sentences and tokens are found by rules: a fast scan for the characters that could matter, then a look at
//! what stands within a bounded distance. Nothing is allocated per token, and no input, however
//! broken, takes more than linear time. Only words of scripts that are written without spaces are
//! found by dictionaries, those of `icu_segmenter`.
//!
//! ```
//! use copydesk_core::SegmentOptions;
//! use copydesk_segment::{sentences, tokens};
//!
//! let text = "Gen. Ama Osei didn't resign. “I stay,” she said.";
//! let found = sentences(text, &SegmentOptions::default());
//! assert_eq!(found[0].of(text), "Gen. Ama Osei didn't resign.");
//! assert_eq!(tokens(found[0].of(text)).len(), 7);
//! ```
//!
//! # Sentences
//!
//! [`sentences`] and [`SentenceIter`]. A blank line always ends a sentence. Spans are in order,
//! have no white space at their ends, lie on character boundaries and together cover every
//! character that is no white space. Terminators of Latin, Arabic, Devanagari, Chinese, Japanese,
//! Khmer, Myanmar and further scripts are known; Thai and Lao, which have none, are parted at
//! blanks. The evidence about abbreviations and names is English.
//!
//! Where line breaks were lost, what stands for them ends a sentence as well: salutations and
//! closing phrases of letters, time stamps of mails, web addresses, emoticons, drawn lines, and a
//! headline before the first sentence.
//!
//! # Tokens
//!
//! [`tokens`] and [`TokenIter`]. Words are cut as the English treebanks of Universal
//! Dependencies cut them: `do|n't`, `Kim|'s`, `high|-|ranking`, `U.S.`, `1,000.5`, `$|5`, `%`.
//! [`tokens_in`] with [`TokenMode::Ptb`] cuts them as the Penn Treebank does: `high-ranking`,
//! `and/or`, `8gb`. Each token has one class; a token is never two of them at once.
//!
//! # Language
//!
//! [`language`] tells one of 69 languages ([`languages`]) from a sentence, with its likelihood, or
//! nothing. It looks at 2,048 bytes at most, from the beginning of a text to its end.
//!
//! # When not to use it
//!
//! For the sentences of speech, poems or tables, and for words as a model of language wants them: these
//! are words as treebanks cut them.
//!
//! # Features
//!
//! None.
//!
//! # Limits
//!
//! Where an abbreviation ends a sentence and a name starts the next one, nothing but the meaning
//! tells, and the two stay together. A heading after the first sentence of a text is found only
//! where its line break is left. Words of scripts without spaces are found ten times more slowly
//! than others, and only as far as the dictionaries hold them.

mod abbreviations;
mod bytes;
mod chars;
mod language;
mod sentence;
mod token;
#[doc(hidden)]
pub mod training;
mod work;

use copydesk_core::{SegmentOptions, Span, Token, TokenMode};

pub use language::{LEAST_CONFIDENCE, LanguageGuess, language, languages};
pub use sentence::SentenceIter;
pub use token::TokenIter;

/// The sentences of a text, in order, without the white space around them.
///
/// ```
/// use copydesk_core::SegmentOptions;
/// use copydesk_segment::sentences;
///
/// let text = "SEOUL (Newswire) - It rained. “Why?” Mr. Kim asked.\n\nWeather";
/// let found: Vec<&str> =
///     sentences(text, &SegmentOptions::default()).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["SEOUL (Newswire) - It rained.", "“Why?” Mr. Kim asked.", "Weather"]);
/// ```
#[inline(never)] // a row of `cargo xtask profile`
pub fn sentences(text: &str, options: &SegmentOptions) -> Vec<Span> {
    SentenceIter::new(text, options).collect()
}

/// The tokens of a text, in order.
///
/// ```
/// use copydesk_core::TokenClass;
/// use copydesk_segment::tokens;
///
/// let text = "See https://example.org/a, @desk!";
/// let found: Vec<_> =
///     tokens(text).iter().map(|token| (token.span.of(text), token.class)).collect();
/// assert_eq!(
///     found,
///     [
///         ("See", TokenClass::Word),
///         ("https://example.org/a", TokenClass::Url),
///         (",", TokenClass::Punctuation),
///         ("@desk", TokenClass::Handle),
///         ("!", TokenClass::Punctuation),
///     ]
/// );
/// ```
#[inline(never)] // a row of `cargo xtask profile`
pub fn tokens(text: &str) -> Vec<Token> {
    tokens_in(text, TokenMode::Ud)
}

/// The tokens of a text, in order, words cut as the mode says.
///
/// ```
/// use copydesk_core::TokenMode;
/// use copydesk_segment::tokens_in;
///
/// let text = "The high-ranking aide can't stay.";
/// let found = tokens_in(text, TokenMode::Ptb);
/// let found: Vec<&str> = found.iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(found, ["The", "high-ranking", "aide", "ca", "n't", "stay", "."]);
/// ```
pub fn tokens_in(text: &str, mode: TokenMode) -> Vec<Token> {
    // English has a token about every five bytes; the iterator cannot know how many there are.
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    found.extend(TokenIter::with_mode(text, mode));
    found
}
