//! The tag scanner: decoded text in, tree out, in one pass.
//!
//! It follows the tokenizer of the HTML standard where pages depend on it: quoted and unquoted
//! attribute values, comments (also `<!-->` and those that never end), bogus comments, raw text
//! elements, a `<` that starts no tag. It differs in two places on purpose: an attribute quote
//! or a `<title>` that is never closed does not swallow the rest of the page.

use copydesk_core::SourceSpan;
use memchr::{memchr, memchr_iter, memmem};

use super::{
    find::{find, find_mark},
    script::{ScriptEnd, script_end},
    tag::Tag,
    tree::{Tree, TreeBuilder},
};

/// Reads a page.
pub(crate) fn scan(text: &str, max_depth: u32) -> Tree {
    let mut scanner = Scanner {
        bytes: text.as_bytes(),
        at: 0,
        builder: TreeBuilder::new(text.len(), max_depth),
        unclosed_quote: [usize::MAX; 2],
        unclosed_raw: [false; Tag::COUNT],
        end_tag: memmem::Finder::new("</"),
        unclosed_pair: false,
        unclosed_cdata: false,
    };
    scanner.run();
    scanner.builder.finish()
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    builder: TreeBuilder,
    /// From where on there is no `"`, no `'`.
    unclosed_quote: [usize; 2],
    /// Elements whose end tag does not come any more.
    unclosed_raw: [bool; Tag::COUNT],
    end_tag: memmem::Finder<'static>,
    /// A script in a comment in a script was never closed; see [`script_end`].
    unclosed_pair: bool,
    /// There is no further end of a CDATA section.
    unclosed_cdata: bool,
}

/// The bytes behind which the name of a tag ends.
static ENDS_NAME: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < ends.len() {
        ends[byte] = matches!(
            byte as u8,
            b' ' | b'\t' | b'\n' | 0x0C | b'\r' | b'/' | b'>'
        );
        byte += 1;
    }
    ends
};

/// Where the name of a tag ends that goes on at `from`.
fn name_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&byte) = bytes.get(at)
        && !ENDS_NAME[usize::from(byte)]
    {
        at += 1;
    }
    at
}

const CDATA_END: &[u8] = b"]]>";

impl Scanner<'_> {
    fn run(&mut self) {
        let mut text_from = 0;
        while let Some(start) = find(self.bytes, self.at, b'<') {
            let next = self.bytes.get(start + 1).copied().unwrap_or(b' ');
            let is_end = next == b'/';
            let name_start = start + 1 + usize::from(is_end);
            let is_tag = self
                .bytes
                .get(name_start)
                .is_some_and(u8::is_ascii_alphabetic);
            if !is_tag && !matches!(next, b'!' | b'?' | b'/') {
                self.at = start + 1;
                continue; // a stray `<` is text
            }
            if is_end && !is_tag && name_start == self.bytes.len() {
                break;
            }
            self.builder.text(SourceSpan::at(text_from, start));
            if is_tag {
                self.tag(start, name_start, is_end);
            } else if let Some(inside) = self.cdata(start + 1) {
                self.at = inside.end as usize + CDATA_END.len();
                self.builder.text(inside);
            } else {
                self.at = self.comment_end(start + 1);
            }
            text_from = self.at;
        }
        self.builder
            .text(SourceSpan::at(text_from, self.bytes.len()));
    }

    /// The inside of a CDATA section, which only drawings and formulas have; `from` is after
    /// the `<`.
    fn cdata(&mut self, from: usize) -> Option<SourceSpan> {
        let inside = self.bytes[from..].strip_prefix(b"![CDATA[")?;
        if self.unclosed_cdata || !self.builder.is_foreign() {
            return None;
        }
        let len = memmem::find(inside, CDATA_END);
        self.unclosed_cdata = len.is_none();
        let start = self.bytes.len() - inside.len();
        len.map(|len| SourceSpan::at(start, start + len))
    }

    /// Where a comment, a doctype or a bogus comment ends; `from` is after the `<`.
    fn comment_end(&self, from: usize) -> usize {
        let rest = &self.bytes[from..];
        if let Some(body) = rest.strip_prefix(b"!--") {
            let from = from + 3;
            if body.starts_with(b">") {
                return from + 1;
            }
            if body.starts_with(b"->") {
                return from + 2;
            }
            return memchr_iter(b'>', body)
                .find(|&at| body[..at].ends_with(b"--") || body[..at].ends_with(b"--!"))
                .map_or(self.bytes.len(), |at| from + at + 1);
        }
        memchr(b'>', rest).map_or(self.bytes.len(), |at| from + at + 1)
    }

    fn tag(&mut self, start: usize, name_start: usize, is_end: bool) {
        let name_end = name_end(self.bytes, name_start);
        let name_len = name_end - name_start;
        let end = self.tag_end(name_end);
        // `end` is the `>`, or the end of the page.
        self.at = (end + 1).min(self.bytes.len());
        let name = &self.bytes[name_start..name_end];
        let tag = Tag::of(name);
        let hash = if tag == Tag::Other {
            hash_name(name)
        } else {
            0
        };
        if is_end {
            match tag {
                Tag::Br => {
                    self.builder
                        .open(tag, 0, SourceSpan::at(end, end), start as u32);
                }
                // Where no paragraph is open, browsers make an empty one.
                Tag::P if !self.builder.close(tag, hash) => {
                    self.builder
                        .open(tag, 0, SourceSpan::at(end, end), start as u32);
                    self.builder.close(tag, 0);
                }
                Tag::P => {}
                _ => {
                    self.builder.close(tag, hash);
                }
            }
            return;
        }
        let attributes = SourceSpan::at(name_end, end);
        self.builder.open(tag, hash, attributes, start as u32);
        let self_closed = end > name_end && self.bytes[end - 1] == b'/';
        if self_closed && matches!(tag, Tag::Svg | Tag::Math) {
            self.builder.close(tag, 0);
        } else if tag == Tag::Script {
            self.script();
        } else if tag.is_raw() {
            self.raw_text(tag, name_len, false);
        } else if tag.is_escapable_raw() {
            self.raw_text(tag, name_len, true);
        }
    }

    /// The `>` that ends the tag: one that does not stand in a quoted value.
    fn tag_end(&mut self, from: usize) -> usize {
        if self.bytes.get(from) == Some(&b'>') {
            return from;
        }
        let mut at = from;
        while let Some(here) = find_mark(self.bytes, at) {
            let byte = self.bytes[here];
            if byte == b'>' {
                return here;
            }
            at = here + 1;
            let before = self.bytes[from..here].trim_ascii_end();
            let starts_value = before.last() == Some(&b'=');
            if starts_value {
                let which = usize::from(byte == b'\'');
                if here >= self.unclosed_quote[which] {
                    continue;
                }
                match find(self.bytes, at, byte) {
                    Some(end) => at = end + 1,
                    None => self.unclosed_quote[which] = here,
                }
            }
        }
        self.bytes.len()
    }

    /// The content of a raw text element, up to its end tag.
    fn raw_text(&mut self, tag: Tag, name_len: usize, is_text: bool) {
        let from = self.at;
        if self.unclosed_raw[tag as usize] && is_text {
            // Only the first of those that never end holds what follows, so they do not nest.
            self.builder.close(tag, 0);
            return;
        }
        let mut at = from;
        while let Some(found) = self.end_tag.find(&self.bytes[at..]) {
            at += found + 2;
            let name = self.bytes.get(at..at + name_len).unwrap_or_default();
            let ends = self
                .bytes
                .get(at + name_len)
                .is_none_or(|&byte| ENDS_NAME[usize::from(byte)]);
            if ends && name.len() == name_len && Tag::of(name) == tag {
                return self.end_raw(tag, from, at - 2);
            }
        }
        self.unclosed_raw[tag as usize] = true;
        if !is_text {
            self.end_raw(tag, from, self.bytes.len());
        }
    }

    /// The content of a script, up to its end tag.
    fn script(&mut self) {
        let from = self.at;
        let end = match script_end(self.bytes, from, !self.unclosed_pair) {
            ScriptEnd::At(end) => end,
            ScriptEnd::Broken(end) => {
                self.unclosed_pair = true;
                end
            }
            ScriptEnd::Never => self.bytes.len(),
        };
        self.end_raw(Tag::Script, from, end);
    }

    /// Raw text from `from` to its end tag, which begins at `to`.
    fn end_raw(&mut self, tag: Tag, from: usize, to: usize) {
        self.builder.text(SourceSpan::at(from, to));
        self.builder.close(tag, 0);
        self.at = memchr(b'>', &self.bytes[to..]).map_or(self.bytes.len(), |len| to + len + 1);
    }
}

/// FNV-1a over the name in lower case.
pub(super) const fn hash_name(name: &[u8]) -> u32 {
    let (mut hash, mut at) = (0x811C_9DC5, 0);
    while at < name.len() {
        hash = (hash ^ name[at].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::{Tag, scan};

    /// The tree as brackets: `div[p[#"words"]]`.
    fn outline(text: &str, max_depth: u32) -> String {
        let tree = scan(text, max_depth);
        let (mut out, mut ends) = (String::new(), vec![]);
        for (at, node) in tree.nodes.iter().enumerate().skip(1) {
            while ends.last().is_some_and(|&end| end as usize <= at) {
                ends.pop();
                out.push(']');
            }
            if node.tag == Tag::Text {
                write!(out, "{:?}", node.span.of(text)).unwrap();
            } else {
                out.push_str(node.tag.name());
                out.push('[');
                ends.push(node.end);
            }
        }
        out.extend(ends.iter().map(|_| ']'));
        out
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(outline(text, 512), expected, "{text}");
    }

    #[test]
    fn implied_end_tags() {
        check("<p>a<p>b<div>c</div>", r#"p["a"]p["b"]div["c"]"#);
        check(
            "<ul><li>a<li>b<ul><li>c</ul></ul>",
            r#"ul[li["a"]li["b"ul[li["c"]]]]"#,
        );
        check(
            "<table><tr><td>a<td>b<tr><td>c</table>d",
            r#"table[tr[td["a"]td["b"]]tr[td["c"]]]"d""#,
        );
        check("<dl><dt>a<dd>b<dt>c</dl>", r#"dl[dt["a"]dd["b"]dt["c"]]"#);
        check("<h2>a<h3>b</h3>", r#"h2["a"]h3["b"]"#);
    }

    #[test]
    fn overlapping_and_stray_tags() {
        check("</div><b>a</i></b>", r#"b["a"]"#);
        check("<a><p>b</a>c</p>d", r#"a[p["b""c"]]"d""#);
        check("<div><td>x</div>y", r#"div["x"]"y""#);
        check("a < b <3 </ >c", r#""a < b <3 ""c""#);
    }

    #[test]
    fn comments_and_raw_text() {
        check("a<!-->b<!-- c > d -->e<!x>f<?g>h", r#""a""b""e""f""h""#);
        check(
            "<script>if (a</b>c) '</scrip'</SCRIPT >d",
            r#"script["if (a</b>c) '</scrip'"]"d""#,
        );
        check("<title>a <b> c</title>d", r#"title["a <b> c"]"d""#);
        check("<title>a<p>b", r#"title["a"p["b"]]"#);
        check("a<!-- never ends", r#""a""#);
    }

    #[test]
    fn attributes_do_not_end_tags() {
        check(r#"<p title="a>b" x='c>d' y=e"f>g"#, r#"p["g"]"#);
        check(r#"<p title="never closed>a<p>b"#, r#"p["a"]p["b"]"#);
    }

    #[test]
    fn deep_pages_are_flattened() {
        let page = format!("{}x{}y", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let tree = scan(&page, 512);
        let deepest = tree
            .nodes
            .iter()
            .find(|node| node.tag == Tag::Text)
            .expect("there is text");
        let mut depth = 0;
        let mut at = deepest.parent;
        while at != 0 {
            at = tree.nodes[at as usize].parent;
            depth += 1;
        }
        assert!(depth < 512);
        assert_eq!(tree.nodes.last().map(|node| node.parent), Some(0));
    }

    proptest! {
        #[test]
        fn any_text_makes_a_sound_tree(text in "(<|>|/|p|div|a|td|table|!--|-->|\"|'|=| |\u{e9}|</|li|script){0,60}") {
            let tree = scan(&text, 12);
            for (at, node) in tree.nodes.iter().enumerate() {
                prop_assert!(node.end as usize > at && node.end as usize <= tree.nodes.len());
                let parent = &tree.nodes[node.parent as usize];
                prop_assert!(node.end <= parent.end);
                prop_assert!(node.span.get(&text).is_some());
            }
        }
    }
}
