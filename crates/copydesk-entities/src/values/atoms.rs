//! Atoms: the tokens of a text cut once more, so that the grammars see one form of everything.
//!
//! Tokenizers differ on `mid-July`, `2023-09-12`, `10:30` and `5pm`. An atom is a run of
//! letters, a number with its separators, or one mark; whether it is glued to the atom before
//! it is kept, so every grammar says itself which gaps it allows. A blank line is an atom too:
//! no expression runs over the end of a paragraph.

use copydesk_core::{Span, Token, TokenClass, characters::is_alphabetic};

use super::lexicon::{Lex, lookup};

/// Longest digit run that is read as a number; longer ones are identifiers or noise.
const MAX_DIGITS: usize = 24;

/// How the digits of a number are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `2023`
    Plain,
    /// `1,000` or `1,000.5`
    Grouped,
    /// `2.5`
    Decimal,
    /// Anything else, such as `12.09.2023` or a very long run.
    Odd,
}

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// A run of letters.
    Word(Lex),
    /// Digits with their separators.
    Number {
        /// The value; 0 for an odd shape.
        value: f64,
        /// Bytes, separators included.
        len: u32,
        shape: Shape,
    },
    /// One character that is neither; `'\n'` stands for a blank line.
    Mark(char),
    /// A web address, a handle or the like.
    Opaque,
}

/// A run of letters, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
    /// Whether nothing stands between this atom and the one before.
    pub(super) glued: bool,
}

/// The atoms of a text.
#[derive(Debug)]
pub(super) struct Atoms<'t> {
    text: &'t str,
    list: Vec<Atom>,
}

impl<'t> Atoms<'t> {
    /// Cuts the tokens of a text into atoms. Tokens that do not fit the text are left out.
    pub(super) fn new(text: &'t str, tokens: &[Token]) -> Self {
        let mut list: Vec<Atom> = Vec::with_capacity(tokens.len() + tokens.len() / 4);
        let mut previous_end = 0;
        for token in tokens {
            let Some(surface) = token.span.get(text) else {
                continue;
            };
            let start = token.span.start;
            if start < previous_end || surface.is_empty() {
                continue;
            }
            let gap = text
                .get(previous_end as usize..start as usize)
                .unwrap_or(" ");
            let glued = gap.is_empty() && !list.is_empty();
            if gap.bytes().filter(|&byte| byte == b'\n').nth(1).is_some() {
                list.push(Atom {
                    start: previous_end,
                    end: start,
                    kind: Kind::Mark('\n'),
                    glued: false,
                });
            }
            let opaque = matches!(
                token.class,
                TokenClass::Url
                    | TokenClass::Email
                    | TokenClass::Handle
                    | TokenClass::Hashtag
                    | TokenClass::Emoji
            );
            if opaque {
                list.push(Atom {
                    start,
                    end: token.span.end,
                    kind: Kind::Opaque,
                    glued,
                });
            } else {
                cut(surface, start, glued, &mut list);
            }
            previous_end = token.span.end;
        }
        Self { text, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn kind(&self, i: usize) -> Kind {
        self.list.get(i).map_or(Kind::Mark('\n'), |atom| atom.kind)
    }

    /// The atom before `i`; a blank line at the start of the text.
    pub(super) fn before(&self, i: usize) -> Kind {
        i.checked_sub(1).map_or(Kind::Mark('\n'), |i| self.kind(i))
    }

    /// The listed meaning of a word; [`Lex::Other`] for everything else.
    pub(super) fn lex(&self, i: usize) -> Lex {
        match self.kind(i) {
            Kind::Word(lex) => lex,
            _ => Lex::Other,
        }
    }

    /// The meaning of the word before `i`.
    pub(super) fn lex_before(&self, i: usize) -> Lex {
        i.checked_sub(1).map_or(Lex::Other, |i| self.lex(i))
    }

    pub(super) fn surface(&self, i: usize) -> &'t str {
        self.list
            .get(i)
            .and_then(|atom| self.text.get(atom.start as usize..atom.end as usize))
            .unwrap_or_default()
    }

    /// What stands between atom `i` and the one before.
    pub(super) fn gap(&self, i: usize) -> &'t str {
        let end = self.list.get(i).map(|atom| atom.start as usize);
        let start = i
            .checked_sub(1)
            .and_then(|i| self.list.get(i))
            .map(|atom| atom.end as usize);
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// Whether the atom is this word, in any case.
    pub(super) fn is_word(&self, i: usize, word: &str) -> bool {
        self.surface(i).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_mark(&self, i: usize, mark: char) -> bool {
        i < self.list.len() && self.kind(i) == Kind::Mark(mark)
    }

    pub(super) fn is_dash(&self, i: usize) -> bool {
        matches!(
            self.kind(i),
            Kind::Mark('-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
        )
    }

    pub(super) fn is_apostrophe(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Mark('\'' | '\u{2019}' | '\u{2018}'))
    }

    /// Whether nothing stands between atom `i` and the one before.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|atom| atom.glued)
    }

    /// Whether atom `i` is a hyphen glued on both sides, as in `two-year`.
    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.is_dash(i) && self.glued(i) && self.glued(i + 1)
    }

    /// The position after a glued hyphen, or `i`.
    pub(super) fn after_hyphen(&self, i: usize) -> usize {
        if self.is_hyphen(i) { i + 1 } else { i }
    }

    /// A number of plain digits with `len` in `range`, and its value.
    pub(super) fn plain(&self, i: usize) -> Option<(u32, u32)> {
        match self.kind(i) {
            Kind::Number {
                value,
                len,
                shape: Shape::Plain,
            } if len <= 6 => {
                #[expect(clippy::cast_sign_loss, reason = "digits have no sign")]
                let value = value as u32;
                Some((value, len))
            }
            _ => None,
        }
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Number { .. })
    }

    pub(super) fn is_any_word(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Word(_))
    }

    /// Whether the word starts with a capital letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.is_any_word(i) && self.surface(i).starts_with(char::is_uppercase)
    }

    /// Whether the word starts with a small letter.
    pub(super) fn is_lower(&self, i: usize) -> bool {
        self.is_any_word(i) && self.surface(i).starts_with(char::is_lowercase)
    }

    /// Whether the word has two letters or more, all of them capitals.
    pub(super) fn is_shouted(&self, i: usize) -> bool {
        let surface = self.surface(i);
        self.is_any_word(i) && surface.len() > 1 && surface.chars().all(char::is_uppercase)
    }

    /// Whether a sentence, a quotation or a line item starts at atom `i`.
    pub(super) fn starts_sentence(&self, i: usize) -> bool {
        match self.before(i) {
            Kind::Mark(mark) => matches!(
                mark,
                '\n' | '.'
                    | '!'
                    | '?'
                    | ':'
                    | ';'
                    | '"'
                    | '\''
                    | '('
                    | '['
                    | '`'
                    | '\u{201C}'
                    | '\u{201D}'
                    | '\u{2018}'
                    | '\u{2019}'
                    | '\u{00AB}'
                    | '\u{2013}'
                    | '\u{2014}'
                    | '\u{2022}'
                    | '*'
                    | '|'
            ),
            _ => false,
        }
    }

    /// Whether an expression may open at atom `i`: a gap, an opening bracket or a quotation
    /// mark stands before it.
    pub(super) fn opens(&self, i: usize) -> bool {
        !self.glued(i)
            || matches!(
                self.before(i),
                Kind::Mark(
                    '(' | '['
                        | '"'
                        | '\''
                        | '`'
                        | '|'
                        | '\u{2018}'
                        | '\u{201C}'
                        | '\u{00AB}'
                        | '\u{2013}'
                        | '\u{2014}'
                        | '\n'
                )
            )
    }

    /// The span from the first byte of atom `first` to the last byte of atom `last - 1`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let start = self.list.get(first).map_or(0, |atom| atom.start);
        let end = last
            .checked_sub(1)
            .and_then(|i| self.list.get(i))
            .map_or(start, |atom| atom.end);
        Span::new(start, end.max(start))
    }
}

/// Cuts one token.
fn cut(surface: &str, offset: u32, glued: bool, list: &mut Vec<Atom>) {
    let bytes = surface.as_bytes();
    let mut i = 0;
    let mut glued = glued;
    while let Some(c) = surface.get(i..).and_then(|rest| rest.chars().next()) {
        let start = i;
        let kind = if c.is_ascii_digit() {
            while i < bytes.len()
                && (bytes[i].is_ascii_digit()
                    || (matches!(bytes[i], b',' | b'.')
                        && bytes.get(i + 1).is_some_and(u8::is_ascii_digit)))
            {
                i += 1;
            }
            number(&surface[start..i])
        } else if is_alphabetic(c) {
            i = word_end(surface, i);
            Kind::Word(lookup(&surface[start..i]))
        } else {
            i += c.len_utf8();
            if c.is_whitespace() {
                glued = false;
                continue;
            }
            Kind::Mark(c)
        };
        list.push(Atom {
            start: offset + start as u32,
            end: offset + i as u32,
            kind,
            glued,
        });
        glued = true;
    }
}

/// Where the letters end that go on at byte `from`.
fn word_end(surface: &str, from: usize) -> usize {
    let bytes = surface.as_bytes();
    let mut end = from;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
        end += 1;
    }
    let mut others = surface[end..].char_indices();
    let other = others.find(|&(_, letter)| !is_alphabetic(letter));
    other.map_or(surface.len(), |(at, _)| end + at)
}

fn number(surface: &str) -> Kind {
    let len = surface.len() as u32;
    let odd = Kind::Number {
        value: 0.0,
        len,
        shape: Shape::Odd,
    };
    if surface.len() > MAX_DIGITS {
        return odd;
    }
    let (whole, fraction) = surface.split_once('.').unwrap_or((surface, ""));
    if fraction.contains([',', '.']) {
        return odd;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut grouped = false;
    for group in groups {
        // Three digits, or two in the Indian style (`1,50,000`).
        if !(2..=3).contains(&group.len()) || first.len() > 3 {
            return odd;
        }
        grouped = true;
    }
    if grouped && whole.rsplit(',').next().is_none_or(|last| last.len() != 3) {
        return odd;
    }
    let mut digits = [0_u8; MAX_DIGITS];
    let mut used = 0;
    for byte in surface.bytes().filter(|&byte| byte != b',') {
        digits[used] = byte;
        used += 1;
    }
    let parsed = core::str::from_utf8(&digits[..used])
        .ok()
        .and_then(|digits| digits.parse::<f64>().ok());
    let Some(value) = parsed else { return odd };
    let shape = match (grouped, fraction.is_empty()) {
        (true, _) => Shape::Grouped,
        (false, true) => Shape::Plain,
        (false, false) => Shape::Decimal,
    };
    Kind::Number { value, len, shape }
}
