//! A small tokenizer in the manner of Universal Dependencies, so that tests need no sibling.

use copydesk_core::{Span, Token, TokenClass};

/// Words, numbers with separators, marks alone, `'s` apart, hyphens apart.
pub(crate) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(c) = text[start..].chars().next() {
        let rest = &text[start..];
        let (len, class) = if c.is_whitespace() {
            start += c.len_utf8();
            continue;
        } else if c.is_ascii_digit() {
            (number_len(rest), TokenClass::Number)
        } else if c.is_alphabetic() {
            let len = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            (len, TokenClass::Word)
        } else if matches!(c, '\'' | '\u{2019}')
            && rest[c.len_utf8()..].starts_with('s')
            && !rest[c.len_utf8() + 1..].starts_with(char::is_alphanumeric)
        {
            (c.len_utf8() + 1, TokenClass::Word)
        } else {
            let class = match c {
                '$' | '\u{20AC}' | '\u{A3}' | '\u{A5}' | '\u{20B9}' => TokenClass::Currency,
                _ if c.is_ascii_punctuation() => TokenClass::Punctuation,
                _ => TokenClass::Symbol,
            };
            (c.len_utf8(), class)
        };
        tokens.push(Token {
            span: Span::at(start, start + len),
            class,
        });
        start += len;
    }
    tokens
}

fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut i = 0;
    while i < bytes.len()
        && (bytes[i].is_ascii_digit()
            || (matches!(bytes[i], b',' | b'.' | b':')
                && bytes.get(i + 1).is_some_and(u8::is_ascii_digit)))
    {
        i += 1;
    }
    i + rest[i..]
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len() - i)
}
