//! Texts and names in pieces: runs of letters and digits, and single other characters.

use copydesk_core::Token;

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space that may stand in a name.
    Blank,
    /// A tab, which parts cells, or a blank line: no name reaches over it.
    Break,
}

/// A piece of a text or name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) before: Gap,
    /// Whether a token starts with it.
    pub(super) starts_token: bool,
    /// Whether a token ends with it, or with a full stop behind it (`Corp.`).
    pub(super) ends_token: bool,
}

impl Piece {
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }
}

/// The pieces of a name. All its white space counts as blanks.
pub(super) fn pieces_of_name(name: &str) -> Vec<Piece> {
    let mut pieces = pieces(name, name.split_whitespace().count() * 2);
    for piece in &mut pieces {
        if piece.before == Gap::Break {
            piece.before = Gap::Blank;
        }
    }
    pieces
}

/// The pieces of a text with its tokens.
pub(super) fn pieces_of_text(text: &str, tokens: &[Token]) -> Vec<Piece> {
    let mut pieces = pieces(text, tokens.len() + tokens.len() / 8);
    let mut tokens = tokens.iter().map(|token| token.span).peekable();
    for piece in &mut pieces {
        while tokens.next_if(|token| token.end <= piece.start).is_some() {}
        // A piece may reach over several tokens: `cannot`.
        while let Some(token) = tokens.peek() {
            piece.starts_token |= token.start == piece.start;
            let left = (piece.end <= token.end)
                .then(|| &text.as_bytes()[piece.end as usize..token.end as usize]);
            piece.ends_token = matches!(left, Some(b"" | b"."));
            if token.end >= piece.end {
                break;
            }
            tokens.next();
        }
    }
    pieces
}

fn pieces(text: &str, about: usize) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(about);
    let mut letters = text.char_indices().peekable();
    let mut before = Gap::None;
    let mut line_breaks = 0;
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            line_breaks += u32::from(matches!(letter, '\n' | '\u{2028}'));
            let breaks = line_breaks > 1 || matches!(letter, '\t' | '\u{b}' | '\u{c}' | '\u{2029}');
            if breaks {
                before = Gap::Break;
            } else if before == Gap::None {
                before = Gap::Blank;
            }
            continue;
        }
        let mut end = start + letter.len_utf8();
        if is_word_char(letter) {
            while let Some((at, letter)) = letters.next_if(|&(_, letter)| is_word_char(letter)) {
                end = at + letter.len_utf8();
            }
        }
        pieces.push(Piece {
            start: start as u32,
            end: end as u32,
            before,
            starts_token: false,
            ends_token: false,
        });
        before = Gap::None;
        line_breaks = 0;
    }
    pieces
}

/// Whether `letter` makes a piece together with the letters beside it.
fn is_word_char(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    (letter.is_alphanumeric() || is_mark(letter)) && !is_unspaced(letter)
}

/// Marks that stand on letters of the alphabets.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// Letters of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}
