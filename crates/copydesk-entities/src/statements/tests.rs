//! What the tests of the statements share.

use copydesk_core::{Span, Token, TokenClass};

use super::Reading;
use crate::syntax::Syntax;

/// Tokens of plain English: words, numbers and single marks; `’s` by itself.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        let possessive = letter == '’' && letters.peek().is_some_and(|&(_, next)| next == 's');
        let word = letter.is_alphanumeric() || possessive;
        let mut end = start + letter.len_utf8();
        while let Some(&(at, next)) = letters.peek().filter(|_| word) {
            if !next.is_alphanumeric() {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        tokens.push(Token {
            span: Span::new(start as u32, end as u32),
            class: match letter {
                _ if letter.is_ascii_digit() => TokenClass::Number,
                _ if word => TokenClass::Word,
                _ => TokenClass::Punctuation,
            },
        });
    }
    tokens
}

/// Reads a text whose sentences end with a full stop and a blank.
pub(super) fn with_reading<T>(text: &str, read: impl FnOnce(&Reading<'_>) -> T) -> T {
    let tokens = tokens(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ").chain([(text.len() - 1, "")]) {
        sentences.push(Span::new(start, at as u32 + 1));
        start = at as u32 + 2;
    }
    read(&Reading {
        text,
        tokens: &tokens,
        syntax: Syntax::read(text, &sentences, &tokens, &[], None),
        mentions: &[],
        references: &[],
        entities: &[],
        dates: &[],
        reference: None,
    })
}
