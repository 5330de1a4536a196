//! What a file holds: by its name, else by its first bytes.

use copydesk_core::Format;

/// Bytes looked at where the name says nothing.
pub(crate) const SNIFFED: usize = 4 << 10;

/// The container of documents that a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One document.
    Page(Format),
    /// A web archive.
    Warc,
    /// One JSON object a line.
    Jsonl,
    /// A table of the Arrow IPC format.
    Arrow,
    /// A table of the Parquet format.
    Parquet,
}

impl Kind {
    /// By the extension, with or without `.gz` or `.zst`; `None` for what is not taken from a directory.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let whole = name.to_ascii_lowercase();
        let name = whole.as_str();
        let mut packed = [".gz", ".zst"].into_iter();
        let name = packed
            .find_map(|extension| name.strip_suffix(extension))
            .unwrap_or(name);
        let (stem, extension) = name.rsplit_once('.')?;
        if stem.is_empty() || stem.ends_with('/') {
            return None;
        }
        match extension {
            // Said here because behind `.gz` the parser could not tell by the name.
            "html" | "htm" | "xhtml" => Some(Self::Page(Format::Html)),
            "txt" | "text" => Some(Self::Page(Format::Auto)),
            "warc" | "wet" => Some(Self::Warc),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            // Tables have a compression of their own.
            "arrow" | "feather" if cfg!(feature = "arrow") && name == whole => Some(Self::Arrow),
            "parquet" if cfg!(feature = "parquet") && name == whole => Some(Self::Parquet),
            _ => None,
        }
    }

    /// By the first bytes, decompressed.
    pub(crate) fn of_bytes(start: &[u8]) -> Self {
        if start.starts_with(b"WARC/1.") {
            return Self::Warc;
        }
        if start.starts_with(b"PAR1") {
            return Self::Parquet;
        }
        // A file, or a stream: the length of its first message follows.
        if start.starts_with(b"ARROW1") || start.starts_with(&[0xFF; 4]) {
            return Self::Arrow;
        }
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
        // An object that begins on its first line; a pretty-printed one has `{` alone there.
        if let Some(object) = start.trim_ascii_start().strip_prefix(b"{") {
            let inside = object.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
            if inside == Some(&b'"') {
                return Self::Jsonl;
            }
        }
        Self::Page(Format::Auto)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_name(name: &str, expected: Option<Kind>) {
        assert_eq!(Kind::of_name(name), expected, "{name}");
    }

    #[test]
    fn names() {
        check_name("page.html", Some(Kind::Page(Format::Html)));
        check_name("a/b/PAGE.HTM.GZ", Some(Kind::Page(Format::Html)));
        check_name("page.xhtml", Some(Kind::Page(Format::Html)));
        check_name("notes.txt", Some(Kind::Page(Format::Auto)));
        check_name("notes.text.gz", Some(Kind::Page(Format::Auto)));
        check_name("crawl.warc.gz", Some(Kind::Warc));
        check_name("crawl.warc.wet.gz", Some(Kind::Warc));
        check_name("rows.ndjson", Some(Kind::Jsonl));
        check_name("rows.jsonl.gz", Some(Kind::Jsonl));
        check_name("rows.jsonl.zst", Some(Kind::Jsonl));
        check_name("crawl.warc.zst", Some(Kind::Warc));
        check_name("rows.json", None);
        check_name("README.md", None);
        check_name("archive.gz", None);
        check_name("html", None);
        check_name(".html", None);
        check_name("a/.html", None);
    }

    fn check_bytes(start: &[u8], expected: Kind) {
        assert_eq!(Kind::of_bytes(start), expected, "{start:?}");
    }

    #[test]
    fn first_bytes() {
        check_bytes(b"WARC/1.1\r\n", Kind::Warc);
        check_bytes(b"{\"text\": 1}", Kind::Jsonl);
        check_bytes(b"\xEF\xBB\xBF\n { \"text\"", Kind::Jsonl);
        check_bytes(b"{\n  \"text\": 1\n}", Kind::Page(Format::Auto));
        check_bytes(b"{brace} yourselves", Kind::Page(Format::Auto));
        check_bytes(b"PAR1\x15", Kind::Parquet);
        check_bytes(b"ARROW1\0\0", Kind::Arrow);
        check_bytes(b"", Kind::Page(Format::Auto));
        check_bytes(b"<html>", Kind::Page(Format::Auto));
    }
}
