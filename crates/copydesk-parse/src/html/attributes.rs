//! Attributes of one start tag, parsed when somebody asks.

use super::find::find;

/// The attributes in the inside of a start tag: name (as written) and raw value, entities not
/// decoded.
#[derive(Clone, Debug)]
pub(crate) struct Attributes<'a> {
    text: &'a str,
    at: usize,
}

/// One attribute: its name, its raw value, and where the value begins in the tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
    pub(crate) value_at: usize,
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(inside: &'a str) -> Self {
        Self {
            text: inside,
            at: 0,
        }
    }

    /// The raw value of the first attribute called `name`.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.find(name).map(|attribute| attribute.value)
    }

    /// The first attribute called `name`.
    pub(crate) fn find(&self, name: &str) -> Option<Attribute<'a>> {
        Iterator::find(&mut self.clone(), |attribute| {
            attribute.name.eq_ignore_ascii_case(name)
        })
    }

    /// Passes over the bytes from the current place on that have no part in `marks`.
    fn pass(&mut self, marks: u8) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at)
            && MARKS[usize::from(byte)] & marks == 0
        {
            self.at += 1;
        }
    }
}

/// Parts of attributes that a byte has, as bits.
const BLANK: u8 = 1;
const SLASH: u8 = 1 << 1;
const EQUALS: u8 = 1 << 2;
/// Everything else.
const OTHER: u8 = 1 << 3;

static MARKS: [u8; 256] = {
    let mut marks = [OTHER; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        if byte.is_ascii_whitespace() {
            marks[byte as usize] = BLANK;
        }
        byte += 1;
    }
    marks[b'/' as usize] = SLASH;
    marks[b'=' as usize] = EQUALS;
    marks
};

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        self.pass(!(BLANK | SLASH));
        let bytes = self.text.as_bytes();
        let first = *bytes.get(self.at)?;
        let name_at = self.at;
        // A `=` may begin a name, but not be inside one.
        self.at += usize::from(first == b'=');
        self.pass(BLANK | SLASH | EQUALS);
        let name = &self.text[name_at..self.at];
        let name_end = self.at;
        self.pass(!BLANK);
        if bytes.get(self.at) != Some(&b'=') {
            return Some(Attribute {
                name,
                value: "",
                value_at: name_end,
            });
        }
        self.at += 1;
        self.pass(!BLANK);
        let quote = bytes.get(self.at).copied();
        let (value_at, value_end) = if let Some(quote @ (b'"' | b'\'')) = quote {
            let from = self.at + 1;
            let end = find(bytes, from, quote).unwrap_or(bytes.len());
            self.at = (end + 1).min(bytes.len());
            (from, end)
        } else {
            let from = self.at;
            self.pass(BLANK);
            (from, self.at)
        };
        Some(Attribute {
            name,
            value: &self.text[value_at..value_end],
            value_at,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Attribute, Attributes};

    fn check(inside: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = Attributes::new(inside)
            .map(
                |Attribute {
                     name,
                     value,
                     value_at,
                 }| {
                    assert!(inside[value_at..].starts_with(value));
                    (name, value)
                },
            )
            .collect();
        assert_eq!(found, expected, "{inside}");
    }

    #[test]
    fn forms() {
        check(
            r#" id=a class="b c" hidden"#,
            &[("id", "a"), ("class", "b c"), ("hidden", "")],
        );
        check(" a = 'x' /", &[("a", "x")]);
        check(" href=/a/b?c=d e", &[("href", "/a/b?c=d"), ("e", "")]);
        check(" =x", &[("=x", "")]);
        check(" a=\"never", &[("a", "never")]);
        check("", &[]);
        assert_eq!(Attributes::new(" Class=x").get("class"), Some("x"));
    }
}
