//! **What** HTML character references left in the text: named, decimal and hexadecimal, also
//! escaped twice or more.
//!
//! **Why** Feeds and scrapers escape what is escaped already, so `&amp;#8217;` survives the
//! parser as `&#8217;`.
//!
//! **Example** `AT&amp;amp;T` becomes `AT&T`, `don&#146;t` becomes `don\u{2019}t`.
//!
//! A reference needs its semicolon, but for the decimal ones of everyday typography. In a web
//! address only `&amp;` is decoded: `?a=1&lt;=2` is a parameter named `lt;`.
//!
//! **Known misses** A code sample that is about references loses them. `&copy` without the
//! semicolon stays.
//!
//! References are resolved on the output: a semicolon looks back for its ampersand in what was
//! already written, so that any depth of escaping is one pass over the text.

use memchr::{memchr, memchr2, memmem};

use copydesk_core::Span;

use crate::{
    entity_names::{LONGEST, named},
    mojibake::windows_1252,
    rewrite::{Rewrite, Rewriter},
};

/// Bytes of the longest reference, ampersand and semicolon included.
pub(crate) const LONGEST_REFERENCE: usize = LONGEST + 2;

/// Whether a reference may start with the ampersand at `at`. References that are put together
/// from resolved ones hold one that stands in the text as it is.
pub(crate) fn may_start(bytes: &[u8], at: usize) -> bool {
    let body = &bytes[at + 1..];
    if let [b'#', first, ..] = body {
        return first.is_ascii_digit() || matches!(first, b'x' | b'X');
    }
    let letters = body.iter().take(LONGEST + 1);
    let len = letters.take_while(|letter| letter.is_ascii_alphanumeric());
    body.get(len.count()) == Some(&b';')
}

/// One resolved reference: where it stood in the text, and what it became in the output.
#[derive(Clone, Copy)]
struct Resolved {
    input: Span,
    output: Span,
}

/// The text so far.
struct Output<'t> {
    text: &'t str,
    out: String,
    resolved: Vec<Resolved>,
    /// Whether the token that is being written is a web address.
    in_address: bool,
}

pub(crate) fn decode(text: &str) -> Option<Rewrite> {
    memchr(b'&', text.as_bytes())?;
    let mut output = Output {
        text,
        out: String::with_capacity(text.len()),
        resolved: Vec::new(),
        in_address: false,
    };
    let mut at = 0;
    while let Some(hit) = memchr2(b'&', b';', &text.as_bytes()[at..]) {
        let hit = at + hit;
        output.copy(at, hit);
        at = hit + 1;
        if text.as_bytes()[hit] == b';' {
            output.out.push(';');
            // A reference to a semicolon may itself end a reference.
            while output.resolve(at) {}
        } else if let Some((end, letter)) = unterminated(text, hit) {
            output.push(Span::at(hit, end), letter.encode_utf8(&mut [0; 4]));
            at = end;
        } else {
            output.out.push('&');
        }
    }
    if output.resolved.is_empty() {
        return None;
    }
    let mut rewriter = Rewriter::new(text);
    for resolved in &output.resolved {
        rewriter.replace(resolved.input.range(), resolved.output.of(&output.out));
    }
    rewriter.finish()
}

impl Output<'_> {
    fn copy(&mut self, from: usize, to: usize) {
        let piece = &self.text[from..to];
        let token = match piece.rfind(|letter: char| letter.is_ascii_whitespace()) {
            Some(blank) => {
                self.in_address = false;
                &piece[blank..]
            }
            None => piece,
        };
        self.in_address = self.in_address || looks_like_address(token);
        self.out.push_str(piece);
    }

    /// Notes that `input` became `with`.
    fn push(&mut self, input: Span, with: &str) {
        let start = self.out.len();
        self.out.push_str(with);
        self.resolved.push(Resolved {
            input,
            output: Span::at(start, self.out.len()),
        });
    }

    /// Resolves the reference that the output ends with; the text is read up to `read`.
    fn resolve(&mut self, read: usize) -> bool {
        let Some(body) = self.out.strip_suffix(';') else {
            return false;
        };
        let window = body.len().saturating_sub(LONGEST + 1);
        let Some(ampersand) = memchr::memrchr(b'&', &body.as_bytes()[window..]) else {
            return false;
        };
        let ampersand = window + ampersand;
        let mut buffer = [0; 4];
        let Some(with) = value(&body[ampersand + 1..], &mut buffer) else {
            return false;
        };
        if self.in_address && with != "&" {
            return false;
        }
        let with = with.to_owned();
        let mut start = None;
        while let Some(last) = self.resolved.last().copied() {
            if (last.output.start as usize) < ampersand {
                break;
            }
            start = (last.output.start as usize == ampersand).then_some(last.input.start as usize);
            self.resolved.pop();
        }
        // A copied ampersand: count from the end of the last resolved reference.
        let start = start.unwrap_or_else(|| match self.resolved.last() {
            Some(last) => last.input.end as usize + (ampersand - last.output.end as usize),
            None => ampersand,
        });
        self.out.truncate(ampersand);
        self.push(Span::at(start, read), &with);
        true
    }
}

fn looks_like_address(token: &str) -> bool {
    let bytes = token.as_bytes();
    memmem::find(bytes, b"://").is_some()
        || memmem::find(bytes, b"www.").is_some()
        || memchr(b'?', bytes)
            .is_some_and(|mark| bytes.get(mark + 1).is_some_and(u8::is_ascii_alphanumeric))
}

/// What the body of a reference, between `&` and `;`, stands for.
fn value<'b>(body: &str, buffer: &'b mut [u8; 4]) -> Option<&'b str> {
    let Some(digits) = body.strip_prefix('#') else {
        return named(body);
    };
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => parse(hex, 16)?,
        None => parse(digits, 10)?,
    };
    Some(letter(number).encode_utf8(buffer))
}

/// A number of up to ten digits; `from_str_radix` would take a sign.
fn parse(digits: &str, radix: u32) -> Option<u32> {
    let all_digits = digits
        .bytes()
        .all(|digit| char::from(digit).is_digit(radix));
    if digits.is_empty() || digits.len() > 10 || !all_digits {
        return None;
    }
    Some(u32::from_str_radix(digits, radix).unwrap_or(u32::MAX))
}

/// The character that HTML has for a number: bytes of windows-1252 are taken as such.
fn letter(number: u32) -> char {
    match char::from_u32(number) {
        None | Some('\0') => char::REPLACEMENT_CHARACTER,
        Some(control @ '\u{80}'..='\u{9f}') => windows_1252(control).unwrap_or(control),
        Some(letter) => letter,
    }
}

/// A decimal reference without its semicolon, of a mark that news text is full of.
fn unterminated(text: &str, at: usize) -> Option<(usize, char)> {
    let digits = text[at..].strip_prefix("&#")?;
    let count = digits
        .bytes()
        .take(5)
        .take_while(u8::is_ascii_digit)
        .count();
    if digits.as_bytes().get(count) == Some(&b';') {
        return None;
    }
    let number = parse(&digits[..count], 10)?;
    matches!(number, 34 | 38 | 39 | 145..=151 | 160 | 8211..=8230)
        .then(|| (at + 2 + count, letter(number)))
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(input: &str, expected: &str) {
        let output = decode(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn resolves() {
        check("Smith &amp; Sons", "Smith & Sons");
        check("Smith &amp;amp;amp; Sons", "Smith & Sons");
        check(
            "caf&eacute; &#8212; &#x2014;",
            "caf\u{e9} \u{2014} \u{2014}",
        );
        check("don&#146;t &#8217s", "don\u{2019}t \u{2019}s");
        check("&am&#112;;lt&semi;", "<");
        check(
            "&#xD800;&#0;&#99999999999;",
            "\u{fffd}\u{fffd}&#99999999999;",
        );
    }

    #[test]
    fn leaves() {
        check("R&D; Q&A; a && b;", "R&D; Q&A; a && b;");
        check("see /find?a=1&copy=2&lt;=3", "see /find?a=1&copy=2&lt;=3");
        check(
            "https://example.org/?a=1&amp;b=2 &lt;",
            "https://example.org/?a=1&b=2 <",
        );
    }
}
