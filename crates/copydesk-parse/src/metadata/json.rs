//! A tolerant JSON reader, for JSON-LD as it is found on pages.
//!
//! *What:* reads what it can: raw line breaks in strings, trailing commas, comments around the
//! data, unescaped quotation marks inside strings, data that ends early.
//!
//! *Why:* one page in a few dozen has JSON-LD that a strict reader refuses whole, and the date
//! is in the part that is fine.
//!
//! *Example:* `{"headline": "The "best" day", "datePublished": "2024-05-01",}` → both values.
//!
//! *Known misses:* two missing quotation marks in a row; nesting deeper than [`MAX_DEPTH`].

use copydesk_core::SourceSpan;

/// Containers deeper than this are skipped.
const MAX_DEPTH: usize = 64;

/// A value. Numbers and literals keep their spelling.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A string, and where it stands in the decoded page.
    String(String, SourceSpan),
    /// A number, `true`, `false` or `null`.
    Bare(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The value of a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        entries
            .iter()
            .find(|entry| entry.0 == key)
            .map(|entry| &entry.1)
    }

    /// The string, or the only string of an array of one.
    pub(super) fn string(&self) -> Option<(&str, SourceSpan)> {
        match self {
            Self::String(text, span) => Some((text, *span)),
            Self::Array(items) => items.first().and_then(|item| match item {
                Self::String(text, span) => Some((text.as_str(), *span)),
                _ => None,
            }),
            _ => None,
        }
    }

    /// The items of an array; the value itself where it is none.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

/// A container that is being read.
enum Open {
    Array(Vec<Value>),
    Object(Vec<(String, Value)>, Option<String>),
}

/// Reads the first object or array in `text`, which starts at byte `base` of the page.
pub(super) fn read(text: &str, base: u32) -> Option<Value> {
    let start = text.find(['{', '['])?;
    let mut reader = Reader {
        text,
        at: start,
        base,
    };
    let mut open: Vec<Open> = vec![];
    let mut too_deep = 0usize;
    loop {
        let value = match reader.next_byte() {
            None => None,
            Some(byte @ (b'{' | b'[')) => {
                if open.len() >= MAX_DEPTH {
                    too_deep += 1;
                } else if byte == b'{' {
                    open.push(Open::Object(vec![], None));
                } else {
                    open.push(Open::Array(vec![]));
                }
                continue;
            }
            Some(b'}' | b']') if too_deep > 0 => {
                too_deep -= 1;
                continue;
            }
            Some(b'}' | b']') => open.pop().map(Open::close),
            Some(b'"') => {
                let (string, span) = reader.string();
                Some(Value::String(string, span))
            }
            Some(b',' | b':') => continue,
            Some(_) => Some(Value::Bare(reader.bare())),
        };
        if too_deep > 0 && value.is_some() {
            continue;
        }
        match (value, open.last_mut()) {
            (Some(value), Some(outer)) => outer.take(value),
            (Some(value), None) => return Some(value),
            // The data ends early: close what is open.
            (None, _) => {
                let value = open.pop()?.close();
                match open.last_mut() {
                    Some(outer) => outer.take(value),
                    None => return Some(value),
                }
            }
        }
    }
}

impl Open {
    fn take(&mut self, value: Value) {
        match self {
            Self::Array(items) => items.push(value),
            Self::Object(entries, key) => match (key.take(), value) {
                (Some(key), value) => entries.push((key, value)),
                (None, Value::String(name, _)) => *key = Some(name),
                (None, _) => {}
            },
        }
    }

    fn close(self) -> Value {
        match self {
            Self::Array(items) => Value::Array(items),
            Self::Object(entries, _) => Value::Object(entries),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    base: u32,
}

impl Reader<'_> {
    /// The next byte that is no white space, consumed.
    fn next_byte(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let skip = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        self.at += skip + 1;
        Some(rest[skip])
    }

    /// A number or literal, or any rubbish up to the next mark; its first byte is consumed.
    fn bare(&mut self) -> String {
        let from = self.at - 1;
        let rest = &self.text.as_bytes()[self.at..];
        let len = rest
            .iter()
            .position(|byte| b",:{}[]\"".contains(byte))
            .unwrap_or(rest.len());
        self.at += len;
        self.text
            .get(from..self.at)
            .unwrap_or_default()
            .trim()
            .chars()
            .take(200)
            .collect()
    }

    /// A string; the opening mark is consumed.
    fn string(&mut self) -> (String, SourceSpan) {
        let bytes = self.text.as_bytes();
        let from = self.at;
        let mut out = String::new();
        let mut copied = from;
        while let Some(len) = memchr::memchr2(b'"', b'\\', &bytes[self.at..]) {
            let here = self.at + len;
            if bytes[here] == b'"' {
                if !self.ends_string(here + 1) {
                    self.at = here + 1;
                    continue;
                }
                out.push_str(&self.text[copied..here]);
                self.at = here + 1;
                return (
                    out,
                    SourceSpan::at(self.base as usize + from, self.base as usize + here),
                );
            }
            out.push_str(&self.text[copied..here]);
            self.at = here + 1;
            self.escape(&mut out);
            copied = self.at;
        }
        out.push_str(&self.text[copied..]);
        self.at = self.text.len();
        (
            out,
            SourceSpan::at(self.base as usize + from, self.base as usize + self.at),
        )
    }

    /// Whether a mark before `at` ends its string: something that follows a string comes next.
    fn ends_string(&self, at: usize) -> bool {
        let mut rest = self.text.as_bytes()[at..]
            .iter()
            .take(64)
            .skip_while(|byte| byte.is_ascii_whitespace());
        rest.next().is_none_or(|byte| b",:}]\"".contains(byte))
    }

    fn escape(&mut self, out: &mut String) {
        let Some(character) = self.text[self.at..].chars().next() else {
            return;
        };
        self.at += character.len_utf8();
        match character {
            'n' | 'r' => out.push('\n'),
            't' => out.push('\t'),
            'b' | 'f' => out.push(' '),
            'u' => {
                let first = self.hex();
                let mut units = vec![first];
                if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
                    self.at += 2;
                    units.push(self.hex());
                }
                out.extend(
                    char::decode_utf16(units)
                        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
            }
            other => out.push(other),
        }
    }

    fn hex(&mut self) -> u16 {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
        match u16::from_str_radix(digits, 16) {
            Ok(unit) => {
                self.at += 4;
                unit
            }
            Err(_) => 0xFFFD,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;

    fn check(json: &str, key: &str, expected: Option<&str>) {
        let value = read(json, 0).expect("there is a value");
        let found = value
            .get(key)
            .and_then(super::Value::string)
            .map(|(text, _)| text);
        assert_eq!(found, expected, "{json}");
    }

    #[test]
    fn sound_and_broken_data() {
        check(r#"{"a": 1, "b": ["x"], "c": null}"#, "b", Some("x"));
        check(
            r#"<!-- {"a": "x\u00e9\n\"\ud83d\ude00"} -->"#,
            "a",
            Some("x\u{e9}\n\"\u{1f600}"),
        );
        check(
            "{\"a\": \"The \"best\" day\", \"b\": \"line\nbreak\",}",
            "a",
            Some("The \"best\" day"),
        );
        check(
            "{\"a\": \"The \"best\" day\", \"b\": \"line\nbreak\",}",
            "b",
            Some("line\nbreak"),
        );
        check(r#"{"a": "x", "b": {"c": ["#, "a", Some("x"));
        check(r#"{"a" "x"}"#, "a", Some("x"));
    }

    #[test]
    fn nesting_is_bounded() {
        let json = format!("{}\"x\"{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&json, 0).is_some());
    }

    proptest! {
        #[test]
        fn any_text(text in "(\\{|\\}|\\[|\\]|\"|:|,|\\\\|u00|x|\u{e9}|1){0,40}") {
            let _ = read(&text, 0);
        }
    }
}
