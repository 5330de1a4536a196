//! The paragraphs of a text that stands in a string of a script.
//!
//! *What:* the escapes of JSON are read, then the text as HTML: tags are left out, references
//! decoded. Without tags that part paragraphs, line breaks do. Markup whose `<` are references
//! themselves is read once more.
//!
//! *Why:* sites fill `articleBody` from their editor's field, whatever is in it.
//!
//! *Example:* `It rained.\nTom \u0026amp; Ann stayed.` → `It rained.`, `Tom & Ann stayed.`
//!
//! *Known misses:* Markdown; texts whose line breaks were lost.

use copydesk_core::{
    OffsetMap, OffsetMapBuilder, SegmentKind, SourceSpan, Span, record::BlockKind,
};

use crate::{
    draft::Run,
    html::{
        blocks::{Page, blocks},
        entities::decode_at,
        scan::scan,
        tag::Tag,
    },
};

/// A paragraph, heading or the like of the text.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) kind: BlockKind,
    pub(super) level: Option<u8>,
    /// The list it belongs to, if any: a number that is its own within the text.
    pub(super) group: u32,
    /// Its pieces, in the decoded page.
    pub(super) runs: Vec<Run>,
    pub(super) words: String,
    /// Bytes of the words, where they are prose.
    pub(super) prose: u32,
}

/// Reads the inside of a string; `base` is where it begins in the decoded page.
pub(super) fn paragraphs(string: &str, base: u32, max_depth: u32) -> Vec<Paragraph> {
    let mut layer = unescape(string);
    if !layer.text.contains("</") && layer.text.contains("&lt;/") {
        layer = layer.decoded();
    }
    let text = layer.text.as_str();
    let tree = scan(text, max_depth);
    let mut out = vec![];
    if tree.nodes[1..]
        .iter()
        .any(|node| node.tag.is_block() || node.tag == Tag::Br)
    {
        layer.read(&blocks(&tree, text), 0, base, &mut out);
        return out;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let page = blocks(&scan(line, max_depth), line);
        layer.read(&page, start as u32, base, &mut out);
        start += line.len();
    }
    out
}

/// A text and the string that it was made from.
struct Layer {
    text: String,
    /// The text to the string.
    map: OffsetMap,
}

impl Layer {
    /// The text with its references decoded.
    fn decoded(&self) -> Self {
        let mut writer = Writer::default();
        let mut rest = self.text.as_str();
        while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
            writer.copy(&rest[..at]);
            rest = &rest[at..];
            let (character, len) = decode_at(rest, false).unwrap_or(('&', 1));
            writer.character(character, &rest[..len]);
            rest = &rest[len..];
        }
        writer.copy(rest);
        let Self { text, map } = writer.finish();
        Self {
            text,
            map: map.compose(&self.map),
        }
    }

    /// Appends the blocks of a page that was read from byte `start` of the text on.
    fn read(&self, page: &Page, start: u32, base: u32, out: &mut Vec<Paragraph>) {
        for block in &page.blocks {
            let mut runs = vec![];
            for run in &page.runs[block.runs.clone()] {
                self.place(*run, start, base, &mut runs);
            }
            out.push(Paragraph {
                kind: block.kind,
                level: block.level,
                group: block.group,
                runs,
                words: page.words(block).to_owned(),
                prose: block.prose,
            });
        }
    }

    /// Appends a piece of the text, as pieces of the page.
    fn place(&self, run: Run, start: u32, base: u32, out: &mut Vec<Run>) {
        let span = Span::from(run.source().shifted(start));
        if let Run::Replace(_, with) = run {
            let source = self.map.to_source(span);
            out.push(Run::Replace(source.shifted(base), with));
            return;
        }
        for piece in self.map.segments_in(span) {
            if piece.kind == SegmentKind::Copy {
                let from = span.start.max(piece.text.start) - piece.text.start;
                let to = span.end.min(piece.text.end) - piece.text.start;
                let source = piece.source.start + base;
                out.push(Run::Copy(SourceSpan::new(source + from, source + to)));
            } else if let Some(with) = piece.text.of(&self.text).chars().next() {
                out.push(Run::Replace(piece.source.shifted(base), with));
            }
        }
    }
}

/// Writes a text and its map together.
struct Writer {
    text: String,
    map: OffsetMapBuilder,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            text: String::new(),
            map: OffsetMap::builder(),
        }
    }
}

impl Writer {
    fn copy(&mut self, text: &str) {
        self.text.push_str(text);
        self.map.copy(text.len() as u32);
    }

    /// A character for what stands in the source.
    fn character(&mut self, character: char, source: &str) {
        self.text.push(character);
        self.map
            .replace(character.len_utf8() as u32, source.len() as u32);
    }

    fn finish(self) -> Layer {
        Layer {
            text: self.text,
            map: self.map.finish(),
        }
    }
}

/// Reads the escapes of JSON; one that is none stands for what follows the backslash.
fn unescape(string: &str) -> Layer {
    let mut writer = Writer::default();
    let mut rest = string;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        writer.copy(&rest[..at]);
        rest = &rest[at..];
        let Some(escaped) = rest[1..].chars().next() else {
            break;
        };
        let (character, len) = match escaped {
            'n' | 'r' => ('\n', 2),
            't' => ('\t', 2),
            'b' | 'f' => (' ', 2),
            'u' => code_unit(rest),
            other => (other, 1 + other.len_utf8()),
        };
        writer.character(character, &rest[..len]);
        rest = &rest[len..];
    }
    writer.copy(rest);
    writer.finish()
}

/// The character of the `\u` escape that `text` begins with, and the length of the escape.
fn code_unit(text: &str) -> (char, usize) {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(first) = unit(0) else {
        return (char::REPLACEMENT_CHARACTER, 2);
    };
    if let Some(character) = char::from_u32(u32::from(first)) {
        return (character, 6);
    }
    let both = unit(6).and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    both.map_or((char::REPLACEMENT_CHARACTER, 6), |character| {
        (character, 12)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::paragraphs;
    use crate::draft::Run;

    /// The words of each paragraph; checks that its pieces stand where they say.
    fn read(string: &str) -> Vec<String> {
        let page = format!("<script>\"{string}\"");
        let base = page.find('"').expect("there is a mark") + 1;
        let found = paragraphs(string, base as u32, 512);
        for paragraph in &found {
            let mut words = String::new();
            for run in &paragraph.runs {
                match *run {
                    Run::Copy(span) => words.push_str(span.of(&page)),
                    Run::Replace(_, with) => words.push(with),
                }
            }
            assert_eq!(words, paragraph.words, "{string}");
        }
        found.into_iter().map(|found| found.words).collect()
    }

    fn check(string: &str, expected: &[&str]) {
        assert_eq!(read(string), expected, "{string}");
    }

    #[test]
    fn lines_are_paragraphs() {
        check(
            r#"It \"rained\" \u00e9 \ud83d\ude00.\r\n\r\n Tom \u0026amp; Ann &eacute;.\n"#,
            &["It \"rained\" \u{e9} \u{1f600}.", "Tom & Ann \u{e9}."],
        );
        check(
            r"a \ud83d b \uzz c \/ \",
            &["a \u{fffd} b \u{fffd}zz c / \\"],
        );
        check(r"a <b>b</b>\nc < d", &["a b", "c < d"]);
    }

    #[test]
    fn markup_parts_paragraphs() {
        check(r#"<p class=\"x\">a\nb<\/p><p>c<br>d"#, &["a b", "c\nd"]);
        check(
            r"\u003cp\u003ea&nbsp;b\u003c/p\u003e<p>c",
            &["a\u{a0}b", "c"],
        );
        check(
            r"&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;p&gt;c",
            &["a & b", "c"],
        );
        check(r"a<script>b<\/script><!-- c -->", &["a"]);
    }

    proptest! {
        #[test]
        fn any_string(string in "(\\\\u00e9|\\\\|u|d83d|\"|<p>|</p>|<br>|&lt;|&amp;| |n|\u{e9}){0,30}") {
            let _ = read(&string);
        }
    }
}
