//! Attributes of one start tag, parsed when somebody asks.

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

    /// Bytes from the current place on that satisfy `test`.
    fn run(&self, test: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter()
            .position(|&byte| !test(byte))
            .unwrap_or(rest.len())
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        self.at += self.run(|byte| byte.is_ascii_whitespace() || byte == b'/');
        if self.at >= self.text.len() {
            return None;
        }
        let name_at = self.at;
        // A `=` may begin a name, but not be inside one.
        self.at += usize::from(self.text.as_bytes()[self.at] == b'=');
        self.at += self.run(|byte| !byte.is_ascii_whitespace() && byte != b'/' && byte != b'=');
        let name = &self.text[name_at..self.at];
        let name_end = self.at;
        self.at += self.run(|byte| byte.is_ascii_whitespace());
        if self.text.as_bytes().get(self.at) != Some(&b'=') {
            return Some(Attribute {
                name,
                value: "",
                value_at: name_end,
            });
        }
        self.at += 1;
        self.at += self.run(|byte| byte.is_ascii_whitespace());
        let quote = self.text.as_bytes().get(self.at).copied();
        let (value_at, value_end) = if let Some(quote @ (b'"' | b'\'')) = quote {
            let from = self.at + 1;
            let end = from
                + memchr::memchr(quote, &self.text.as_bytes()[from..])
                    .unwrap_or(self.text.len() - from);
            self.at = (end + 1).min(self.text.len());
            (from, end)
        } else {
            let from = self.at;
            self.at += self.run(|byte| !byte.is_ascii_whitespace());
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
