//! **What** HTML character references left in the text: named, decimal and hexadecimal, also
//! escaped twice or more.
//!
//! **Why** Feeds and scrapers escape what is escaped already, so `&amp;#8217;` survives the
//! parser as `&#8217;`.
//!
//! **Example** `AT&amp;amp;T` becomes `AT&T`, `don&#146;t` becomes `don\u{2019}t`.
//!
//! A reference needs its semicolon, but for decimal ones of everyday typography and for the
//! names that HTML knows without one, where no letter, digit or `=` follows (`&copy 2024`). Names
//! in capitals (`&RSQUO;`) are taken for what an upper-casing filter left.
//!
//! In a web address `?a=1&copy=2` and `&lt;=3` are parameters. There `&amp;`, numbers and what
//! cannot stand in an address (quotes, angle brackets, blanks, dashes) are decoded, other names
//! only before the query. Code, of which the caller knows the place, stays as it is.
//!
//! **Known misses** A text about references loses them. A bare ampersand before a word that is
//! a name, with a semicolon behind it (`this&part;`), is taken for a reference.
//!
//! References are resolved on the output: a semicolon looks back for its ampersand in what was
//! already written, so that any depth of escaping is one pass over the text.

use memchr::{memchr, memchr_iter, memchr2, memmem};

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
    /// What is being written.
    place: Place,
    /// Where references are meant as they stand, in order.
    code: &'t [Span],
}

/// Where in a web address a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Words,
    Address,
    Query,
}

/// Decodes references outside of the spans `code`, which are in order.
pub(crate) fn decode(text: &str, code: &[Span]) -> Option<Rewrite> {
    memchr(b'&', text.as_bytes())?;
    let mut output = Output {
        text,
        out: String::with_capacity(text.len()),
        resolved: Vec::new(),
        place: Place::Words,
        code,
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
        } else if let Some((end, letter)) = output.unterminated(hit) {
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
        let token = match piece.rfind(breaks_address) {
            Some(blank) => {
                self.place = Place::Words;
                &piece[blank..]
            }
            None => piece,
        };
        if self.place != Place::Query {
            self.place = place(token).unwrap_or(self.place);
        }
        self.out.push_str(piece);
    }

    /// Whether the bytes from `start` are code.
    fn is_code(&self, start: usize, end: usize) -> bool {
        let next = self.code.partition_point(|span| span.end as usize <= start);
        let span = self.code.get(next);
        span.is_some_and(|span| (span.start as usize) < end)
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
        let numeric = body[ampersand + 1..].starts_with('#');
        let ends = with.starts_with(ends_address);
        let stays = match self.place {
            Place::Words => false,
            _ if with == "&" => false,
            _ if self.text[read..].starts_with('=') => true,
            Place::Address => false,
            Place::Query => !numeric && !ends,
        };
        if stays {
            return false;
        }
        let with = with.to_owned();
        let mut kept = self.resolved.len();
        let mut start = None;
        while let Some(last) = self.resolved[..kept].last() {
            if (last.output.start as usize) < ampersand {
                break;
            }
            start = (last.output.start as usize == ampersand).then_some(last.input.start as usize);
            kept -= 1;
        }
        // A copied ampersand: count from the end of the last resolved reference.
        let start = start.unwrap_or_else(|| match self.resolved[..kept].last() {
            Some(last) => last.input.end as usize + (ampersand - last.output.end as usize),
            None => ampersand,
        });
        if self.is_code(start, read) {
            return false;
        }
        if ends {
            self.place = Place::Words;
        }
        self.resolved.truncate(kept);
        self.out.truncate(ampersand);
        self.push(Span::at(start, read), &with);
        true
    }
}

/// Where in an address a token gets to; `None` where nothing says that it is one.
fn place(token: &str) -> Option<Place> {
    let bytes = token.as_bytes();
    let mut marks = memchr_iter(b'?', bytes).map(|mark| bytes.get(mark + 1));
    if marks.any(|next| next.is_some_and(u8::is_ascii_alphanumeric)) {
        Some(Place::Query)
    } else if memmem::find(bytes, b"://").is_some() || memmem::find(bytes, b"www.").is_some() {
        Some(Place::Address)
    } else {
        None
    }
}

/// Whether a character of the text stands in no address.
fn breaks_address(letter: char) -> bool {
    letter.is_ascii_whitespace() || matches!(letter, '"' | '<' | '>' | '\u{a0}')
}

/// Whether a decoded character ends the address that it is written behind.
fn ends_address(letter: char) -> bool {
    breaks_address(letter)
        || letter.is_whitespace()
        || matches!(letter, '\'' | '\u{ab}' | '\u{bb}' | '\u{2010}'..='\u{206f}')
}

/// What the body of a reference, between `&` and `;`, stands for.
fn value<'b>(body: &str, buffer: &'b mut [u8; 4]) -> Option<&'b str> {
    let Some(digits) = body.strip_prefix('#') else {
        return named(body).or_else(|| capital(body, buffer));
    };
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => parse(hex, 16)?,
        None => parse(digits, 10)?,
    };
    Some(letter(number).encode_utf8(buffer))
}

/// What a name in capitals stands for, if it is one in small letters only.
fn capital<'b>(name: &str, buffer: &'b mut [u8; 4]) -> Option<&'b str> {
    if name.len() < 3 || !name.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    let mut letters = named(&name.to_ascii_lowercase())?.chars();
    let (letter, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    let mut upper = letter.to_uppercase();
    let upper = upper.next().filter(|_| upper.next().is_none());
    Some(upper.unwrap_or(letter).encode_utf8(buffer))
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

impl Output<'_> {
    /// The reference at the ampersand `at` that ends without a semicolon: where it ends, and what
    /// it stands for.
    fn unterminated(&self, at: usize) -> Option<(usize, char)> {
        let rest = &self.text[at + 1..];
        let (len, letter) = match rest.strip_prefix('#') {
            Some(number) => {
                let (len, letter) = unterminated_number(number)?;
                (len + 1, letter)
            }
            None if self.place == Place::Words => {
                unterminated_name(rest, self.text[..at].chars().next_back())?
            }
            None => return None,
        };
        let end = at + 1 + len;
        (!self.is_code(at, end)).then_some((end, letter))
    }
}

/// A number without its semicolon, of a mark that news text is full of; a hexadecimal one before
/// a blank or the end.
fn unterminated_number(text: &str) -> Option<(usize, char)> {
    let hex = text.strip_prefix(['x', 'X']);
    let digits = hex.unwrap_or(text);
    let radix = if hex.is_some() { 16 } else { 10 };
    let is_digit = |digit: &u8| char::from(*digit).is_digit(radix);
    let count = digits.bytes().take(5).take_while(is_digit).count();
    let next = digits.as_bytes().get(count);
    if next == Some(&b';') || hex.is_some() && !next.is_none_or(u8::is_ascii_whitespace) {
        return None;
    }
    let number = parse(&digits[..count], radix)?;
    let len = text.len() - digits.len() + count;
    matches!(number, 34 | 38 | 39 | 145..=151 | 160 | 8211..=8230).then(|| (len, letter(number)))
}

/// A name that HTML knows without a semicolon, behind the character `before`.
fn unterminated_name(text: &str, before: Option<char>) -> Option<(usize, char)> {
    let is_name = |letter: &u8| letter.is_ascii_alphanumeric();
    let len = text.bytes().take(8).take_while(is_name).count();
    let next = text[len..].chars().next();
    let ends = next.is_none_or(|next| {
        next.is_whitespace() || matches!(next, '&' | '#' | '<' | ',' | '.' | '"' | ')')
    });
    if !ends {
        return None;
    }
    let name = &text[..len];
    let letter = named(name)?.chars().next()?;
    // `a&not b` is an expression, `caf&eacute ` is none.
    let glued = before.is_some_and(char::is_alphanumeric);
    let known = if glued {
        ANYWHERE.contains(&name)
    } else {
        ANYWHERE.contains(&name) || APART.contains(&name)
    };
    (known || letter.is_alphabetic() && ('\u{c0}'..='\u{ff}').contains(&letter))
        .then_some((len, letter))
}

/// Names that end without a semicolon behind a letter, too; letters do so anyway.
const ANYWHERE: [&str; 7] = ["amp", "copy", "deg", "nbsp", "quot", "raquo", "reg"];

/// Names that end without a semicolon at the start of a word only.
const APART: [&str; 14] = [
    "cent", "frac12", "frac14", "frac34", "gt", "iexcl", "iquest", "laquo", "lt", "middot", "para",
    "pound", "sect", "yen",
];

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(input: &str, expected: &str) {
        let output = decode(input, &[]).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
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
        for text in [
            "R&D; Q&A; a && b; AT&T; &; &#; &#x; &c",
            "see /find?a=1&copy=2&lt;=3",
            "https://example.org/?id=4&reg=north&para=2&sect=1",
            "https://example.org/?id=4&copy;2",
            "example.org/list?x=1&times=3&not=4",
            "id=4&reg=5, a&not b, x&para y",
            "black&white, rock&roll; &notaname; &amplifier; &copyright 2024",
            "&copy_id &lt-5 &reg[]=1",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn in_addresses() {
        for (input, expected) in [
            (
                "https://example.org/?a=1&amp;b=2 &lt;",
                "https://example.org/?a=1&b=2 <",
            ),
            (
                "https://example.org/?a=1&amp;amp;copy=2",
                "https://example.org/?a=1&copy=2",
            ),
            (
                "https://example.org/?a=1&#38;b=2",
                "https://example.org/?a=1&b=2",
            ),
            (
                "https://example.org&nbsp;and more&hellip;",
                "https://example.org\u{a0}and more\u{2026}",
            ),
            (
                "(https://example.org/?q=1)&#8217;s",
                "(https://example.org/?q=1)\u{2019}s",
            ),
            (
                "&lt;a href=&quot;https://example.org/?a=1&amp;b=2&quot;&gt;&copy; Kim&lt;/a&gt;",
                "<a href=\"https://example.org/?a=1&b=2\">\u{a9} Kim</a>",
            ),
            (
                "<a href=\"https://example.org/?a\">&copy;&nbsp;Kim</a>",
                "<a href=\"https://example.org/?a\">\u{a9}\u{a0}Kim</a>",
            ),
            (
                "https://example.org/caf&eacute;",
                "https://example.org/caf\u{e9}",
            ),
            ("Really?It&rsquo;s so", "Really?It\u{2019}s so"),
        ] {
            check(input, expected);
        }
    }

    #[test]
    fn at_any_depth() {
        for (input, expected) in [
            ("&amp;lt;b&amp;gt;", "<b>"),
            ("&amp;amp;amp;#8217;", "\u{2019}"),
            ("&#38;#38;lt;", "<"),
            ("&#x26;amp;eacute;", "\u{e9}"),
            ("if (a &amp;lt; b &amp;amp;&amp;amp; c)", "if (a < b && c)"),
            ("&amp#8217;s", "\u{2019}s"),
        ] {
            check(input, expected);
        }
    }

    #[test]
    fn numbers() {
        for (input, expected) in [
            (
                "&#x80;&#128; &#x92;&#X93;",
                "\u{20ac}\u{20ac} \u{2019}\u{201c}",
            ),
            ("&#x9f;&#x81;", "\u{178}\u{81}"),
            ("&#0;&#xDFFF;&#x110000;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("&#128512;&#x1F600;", "\u{1f600}\u{1f600}"),
            ("&#0039;&#00000039;", "''"),
            ("it&#39s &#x2019 &#x27end", "it's \u{2019} &#x27end"),
            ("&#13;&#10;", "\r\n"),
            ("&#-5; &#+5; &#x-5; &#12a;", "&#-5; &#+5; &#x-5; &#12a;"),
        ] {
            check(input, expected);
        }
    }

    #[test]
    fn without_semicolon_and_in_capitals() {
        for (input, expected) in [
            ("&copy 2024 Kim &amp Sons", "\u{a9} 2024 Kim & Sons"),
            ("a caf&eacute in Malm&ouml.", "a caf\u{e9} in Malm\u{f6}."),
            ("one&nbsp&nbsp two", "one\u{a0}\u{a0} two"),
            ("under &sect 4, 20&deg C", "under \u{a7} 4, 20\u{b0} C"),
            ("&LT;&AMP;&QUOT;", "<&\""),
            ("IT&RSQUO;S CAF&EACUTE;", "IT\u{2019}S CAF\u{c9}"),
        ] {
            check(input, expected);
        }
    }

    #[test]
    fn code_stays() {
        let text = "a &lt; b\n&amp;lt;\n&gt;";
        let code = [copydesk_core::Span::new(9, 17)];
        let rewrite = decode(text, &code).expect("something changes");
        assert_eq!(rewrite.text, "a < b\n&amp;lt;\n>");
    }
}
