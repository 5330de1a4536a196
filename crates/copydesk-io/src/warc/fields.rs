//! Header fields, as WARC and HTTP write them: `Name: value` lines up to a blank line.

/// The fields of one header block.
#[derive(Debug, Default)]
pub(super) struct Fields<'a>(Vec<(&'a [u8], Vec<u8>)>);

impl<'a> Fields<'a> {
    /// Reads the lines of a block without its first line. A line that begins with a blank
    /// continues the one before; a line without a colon says nothing.
    pub(super) fn parse(block: &'a [u8]) -> Self {
        let mut fields: Vec<(&[u8], Vec<u8>)> = Vec::new();
        for line in block.split(|&byte| byte == b'\n') {
            if line.starts_with(b" ") || line.starts_with(b"\t") {
                if let Some((_, value)) = fields.last_mut() {
                    if !value.is_empty() {
                        value.push(b' ');
                    }
                    value.extend_from_slice(line.trim_ascii());
                }
            } else if let Some(colon) = line.iter().position(|&byte| byte == b':') {
                let (name, value) = (line[..colon].trim_ascii(), line[colon + 1..].trim_ascii());
                fields.push((name, value.to_vec()));
            }
        }
        Self(fields)
    }

    /// The first field of that name, whatever its case.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut fields = self.0.iter();
        let (_, value) = fields.find(|(own, _)| own.eq_ignore_ascii_case(name.as_bytes()))?;
        Some(String::from_utf8_lossy(value).into_owned())
    }
}

/// The media type in lower case, and the charset, of a `Content-Type`.
pub(super) fn content_type(value: &str) -> (Option<String>, Option<String>) {
    let mut parts = value.split(';');
    let media_type = parts.next().map(|part| part.trim().to_ascii_lowercase());
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_owned())
    });
    (media_type.filter(|name| !name.is_empty()), charset)
}

/// Where the block of lines at the beginning of `data` ends: the bytes before the blank line,
/// and those with it.
pub(super) fn block_end(data: &[u8]) -> Option<(usize, usize)> {
    let mut at = 0;
    while let Some(length) = data[at..].iter().position(|&byte| byte == b'\n') {
        if matches!(&data[at..at + length], b"" | b"\r") {
            return Some((at, at + length + 1));
        }
        at += length + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_lines_continue() {
        let fields = Fields::parse(b"One: 1\r\nTWO:  a\r\n  b\r\nno colon\r\none: 2\r\n");
        assert_eq!(fields.get("one").as_deref(), Some("1"));
        assert_eq!(fields.get("Two").as_deref(), Some("a b"));
        assert_eq!(fields.get("no colon"), None);
    }

    fn check_type(value: &str, media_type: Option<&str>, charset: Option<&str>) {
        let (own_type, own_charset) = content_type(value);
        assert_eq!(
            (own_type.as_deref(), own_charset.as_deref()),
            (media_type, charset),
            "{value}"
        );
    }

    #[test]
    fn content_types() {
        check_type("Text/HTML", Some("text/html"), None);
        check_type(
            "text/html; charset=\"KOI8-R\"",
            Some("text/html"),
            Some("KOI8-R"),
        );
        check_type(
            "text/html;a=b; Charset = 'x' ;charset=y",
            Some("text/html"),
            Some("x"),
        );
        check_type("text/html; charset=", Some("text/html"), None);
        check_type("", None, None);
        check_type(";charset=utf-8", None, Some("utf-8"));
    }

    #[test]
    fn blocks_end_at_a_blank_line() {
        assert_eq!(block_end(b"a\r\nb\r\n\r\nc"), Some((6, 8)));
        assert_eq!(block_end(b"a\nb\n\nc"), Some((4, 5)));
        assert_eq!(block_end(b"a\r\nb\r\n\r"), None);
    }
}
