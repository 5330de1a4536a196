//! JSON on one line, written as it goes: the exports are there without the feature `serde`, too.

use core::fmt::{Display, Write as _};

/// JSON that is being written.
#[derive(Debug, Default)]
pub(super) struct Json(String);

impl Json {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    /// What follows is a value of its own: a comma, unless it is the first or has a name.
    fn next(&mut self) {
        // Strings end with a quotation mark, so these are never the end of one.
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// An object; `fields` writes what is in it.
    pub(super) fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.next();
        self.0.push('{');
        fields(self);
        self.0.push('}');
    }

    /// A list; `items` writes what is in it.
    pub(super) fn list(&mut self, items: impl FnOnce(&mut Self)) {
        self.next();
        self.0.push('[');
        items(self);
        self.0.push(']');
    }

    /// The name of the value that follows.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    pub(super) fn text(&mut self, text: &str) {
        self.next();
        self.0.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.0.push_str(&text[from..at]);
            from = at + 1;
            match byte {
                b'"' => self.0.push_str("\\\""),
                b'\\' => self.0.push_str("\\\\"),
                b'\n' => self.0.push_str("\\n"),
                b'\t' => self.0.push_str("\\t"),
                b'\r' => self.0.push_str("\\r"),
                // Writing to a string does not fail.
                _ => drop(write!(self.0, "\\u{byte:04x}")),
            }
        }
        self.0.push_str(&text[from..]);
        self.0.push('"');
    }

    /// A number; it must be a finite one.
    pub(super) fn number(&mut self, number: impl Display) {
        self.next();
        let _ = write!(self.0, "{number}");
    }

    /// A text with a name.
    pub(super) fn field(&mut self, name: &str, text: &str) {
        self.name(name).text(text);
    }

    /// A text with a name, if there is one.
    pub(super) fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(name, text);
        }
    }

    /// Texts with a name, if there are any.
    pub(super) fn texts(&mut self, name: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.name(name)
                .list(|list| texts.iter().for_each(|text| list.text(text)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn every_text_comes_back() {
        let text = "\u{0}\u{1f}\"\\\n\r\t/\u{7f}\u{2028}é\u{10ffff}{[:,";
        let mut json = Json::default();
        json.list(|list| {
            list.text(text);
            list.object(|_| ());
            list.object(|object| {
                object.field(text, text);
                object.maybe("none", None);
                object.name("number").number(-1.5);
                object.texts("texts", &[text.to_owned(), String::new()]);
            });
            list.list(|_| ());
        });
        let json: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
        let expected = serde_json::json!([
            text, {}, {text: text, "number": -1.5, "texts": [text, ""]}, []
        ]);
        assert_eq!(json, expected);
    }
}
