//! From the tree to blocks: which words stand together on the page.
//!
//! *What:* block-level elements and two `<br>` in a row separate blocks; inline elements join;
//! white space collapses to one blank, one `<br>` becomes a line break, the cells of a row of
//! data are joined by tabs.
//!
//! *Why:* everything after this (features, decisions, the text itself) is about blocks.
//!
//! *Example:* `<div>One<p>Two <b>three</b></div>` → `One`, `Two three`.
//!
//! *Known misses:* `display` set in a stylesheet, so `<span>`s shown as blocks run together; a
//! hidden element inside of a paragraph.

use copydesk_core::{SourceSpan, record::BlockKind};

use super::{
    entities::decode_at,
    prose::prose,
    rows::data_rows,
    tag::Tag,
    tree::{Node, NodeId, Tree},
};
use crate::draft::Run;

/// A block of the page, before it is decided what becomes of it.
#[derive(Clone, Debug)]
pub(crate) struct PageBlock {
    /// The innermost block element around the words.
    pub(crate) node: NodeId,
    pub(crate) kind: BlockKind,
    /// Level of a heading or depth of a list item.
    pub(crate) level: Option<u8>,
    /// The outermost list or the table it belongs to, as node number; 0 for none.
    pub(crate) group: u32,
    /// Its pieces in [`Page::runs`].
    pub(crate) runs: std::ops::Range<usize>,
    /// Its words in [`Page::words`].
    pub(crate) words: std::ops::Range<usize>,
    /// Bytes of the words that stand in links.
    pub(crate) linked: u32,
    /// Bytes of the words that stand in `<time>`.
    pub(crate) timed: u32,
    /// Bytes of the words, where they are prose; see [`prose`].
    pub(crate) prose: u32,
}

/// The blocks of a page and their words.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) blocks: Vec<PageBlock>,
    pub(crate) runs: Vec<Run>,
    /// The words of all blocks, one after the other.
    pub(crate) words: String,
}

impl Page {
    /// The words of a block.
    pub(crate) fn words(&self, block: &PageBlock) -> &str {
        &self.words[block.words.clone()]
    }

    /// The decoded bytes from the first to the last word of a block.
    pub(crate) fn source(&self, block: &PageBlock) -> SourceSpan {
        let runs = &self.runs[block.runs.clone()];
        match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => first.source().cover(last.source()),
            _ => SourceSpan::default(),
        }
    }
}

/// What surrounds a place in the tree.
#[derive(Clone, Copy)]
struct Context {
    node: NodeId,
    kind: BlockKind,
    level: Option<u8>,
    group: u32,
    depth: u8,
    link: bool,
    time: bool,
    pre: bool,
    /// References are not decoded.
    verbatim: bool,
    row: bool,
    skip: bool,
}

/// Reads the blocks of `tree`.
pub(crate) fn blocks(tree: &Tree, decoded: &str) -> Page {
    let rows = data_rows(tree);
    let mut writer = Writer {
        decoded,
        page: Page {
            words: String::with_capacity(decoded.len() / 8),
            ..Page::default()
        },
        runs_from: 0,
        words_from: 0,
        linked: 0,
        timed: 0,
        pending: None,
        verbatim: vec![],
        breaks: 0,
        closed: false,
        after_time: false,
    };
    let mut context = Context {
        node: 0,
        kind: BlockKind::Paragraph,
        level: None,
        group: 0,
        depth: 0,
        link: false,
        time: false,
        pre: false,
        verbatim: false,
        row: false,
        skip: false,
    };
    // Elements that are open: where they end, what held outside, whether they end a block.
    let mut open: Vec<(NodeId, Context, bool)> = vec![];
    for (at, node) in tree.nodes.iter().enumerate() {
        let at = at as NodeId;
        while let Some(&(end, outside, ends_block)) = open.last() {
            if at < end {
                break;
            }
            if ends_block {
                writer.finish(&context);
            }
            writer.after_time = context.time && !outside.time;
            writer.closed = true;
            context = outside;
            open.pop();
        }
        if node.tag == Tag::Text {
            if !context.skip {
                writer.text(node.span, &context);
            }
            continue;
        }
        if node.tag == Tag::Br {
            writer.line_break(writer.start_tag(node), &context);
            continue;
        }
        // `<time>9 May</time><span>Updated</span>`: templates set such labels apart by style.
        if writer.closed && (writer.after_time || node.tag == Tag::Time) {
            writer.separate(writer.start_tag(node), ' ');
        }
        let outside = context;
        let mut ends_block = node.tag.is_block();
        if context.row {
            // Inside a row of data everything is one line.
            if ends_block {
                let with = if matches!(node.tag, Tag::Td | Tag::Th) {
                    '\t'
                } else {
                    ' '
                };
                writer.separate(writer.start_tag(node), with);
            }
            ends_block = false;
        } else if ends_block || (node.tag == Tag::Other && rows.holds_blocks(at)) {
            ends_block = true;
            writer.finish(&context);
            context.node = at;
        }
        enter(&mut context, node.tag, at, rows.is_row(at));
        if node.end > at + 1 {
            open.push((node.end, outside, ends_block));
        } else {
            context = outside;
        }
    }
    while let Some((_, outside, _)) = open.pop() {
        writer.finish(&context);
        context = outside;
    }
    writer.finish(&context);
    writer.page
}

/// What changes inside an element.
fn enter(context: &mut Context, tag: Tag, at: NodeId, is_row: bool) {
    if let Some(level) = tag.heading() {
        context.kind = BlockKind::Heading;
        context.level = Some(level);
        context.group = 0;
        return;
    }
    match tag {
        Tag::Script | Tag::Style | Tag::Iframe | Tag::Noframes | Tag::Noembed => {
            context.skip = true;
        }
        Tag::A => context.link = true,
        Tag::Time => context.time = true,
        Tag::Pre => {
            context.pre = true;
            context.kind = BlockKind::Code;
        }
        Tag::Xmp => {
            context.pre = true;
            context.kind = BlockKind::Code;
            context.verbatim = true;
        }
        Tag::Textarea => context.pre = true,
        Tag::Title => context.kind = BlockKind::Metadata,
        Tag::Ul | Tag::Ol | Tag::Dl | Tag::Menu | Tag::Dir => {
            context.depth = context.depth.saturating_add(1);
            if context.group == 0 {
                context.group = at;
            }
        }
        Tag::Li | Tag::Dt | Tag::Dd => {
            context.kind = BlockKind::ListItem;
            context.level = Some(context.depth.max(1));
        }
        Tag::Table if context.group == 0 => context.group = at,
        Tag::Tr if is_row => {
            context.row = true;
            context.kind = BlockKind::TableRow;
            context.level = None;
        }
        // A cell that is no data is a place on the page: nothing of the list or table around it.
        Tag::Td | Tag::Th if !context.row => {
            context.kind = BlockKind::Paragraph;
            context.group = 0;
            context.level = None;
        }
        Tag::Blockquote => {
            context.kind = BlockKind::Quote;
            context.group = 0;
            context.level = None;
        }
        Tag::Figcaption => {
            context.kind = BlockKind::Caption;
            context.level = None;
        }
        _ => {}
    }
}

/// White space that is due before the next word.
#[derive(Clone, Copy)]
struct Pending {
    span: SourceSpan,
    /// What it becomes; `None` is itself.
    with: Option<char>,
}

struct Writer<'a> {
    decoded: &'a str,
    page: Page,
    runs_from: usize,
    words_from: usize,
    linked: u32,
    timed: u32,
    pending: Option<Pending>,
    /// The same in preformatted text, where all of it counts.
    verbatim: Vec<Pending>,
    breaks: u32,
    /// An inline element has ended since the last word, and whether it was a `<time>`.
    closed: bool,
    after_time: bool,
}

impl Writer<'_> {
    /// The whole start tag of an element.
    fn start_tag(&self, node: &Node) -> SourceSpan {
        // The attributes end before the `>`, which a page that ends early may lack.
        let len = self.decoded.len() as u32;
        SourceSpan::new(node.start, (node.span.end + 1).min(len))
    }

    fn text(&mut self, span: SourceSpan, context: &Context) {
        let decoded = self.decoded;
        let bytes = decoded.as_bytes();
        let end = span.end as usize;
        let mut from = span.start as usize;
        // Mostly, one run of words stands between two of white space.
        let first = spaces_end(bytes, from, end);
        let last = end - spaces_before(&bytes[first..end]);
        if first == end {
            self.blank(from, end, context);
            return;
        }
        if is_copy(&bytes[first..last]) {
            self.blank(from, first, context);
            self.copy(first, last, context);
            self.blank(last, end, context);
            return;
        }
        let mut at = from;
        while at < end {
            let byte = bytes[at];
            if !BREAKS_COPY[usize::from(byte)] {
                at += 1;
                continue;
            }
            if is_space(byte) {
                let after = spaces_end(bytes, at + 1, end);
                // A single blank between words is part of the copy.
                let inner = after == at + 1
                    && byte == b' '
                    && at > from
                    && after < end
                    && (bytes[after] != b'&' || context.verbatim);
                if !inner {
                    self.copy(from, at, context);
                    self.blank(at, after, context);
                    from = after;
                }
                at = after;
            } else if context.verbatim {
                at += 1;
            } else {
                match decode_at(&decoded[at..end], false) {
                    Some((character, len)) => {
                        self.copy(from, at, context);
                        let reference = SourceSpan::at(at, at + len);
                        if character.is_ascii_whitespace() && context.pre && !context.row {
                            self.verbatim.push(Pending {
                                span: reference,
                                with: Some(character),
                            });
                        } else if character.is_ascii_whitespace() {
                            self.separate(reference, ' ');
                        } else {
                            self.character(reference, character, context);
                        }
                        at += len;
                        from = at;
                    }
                    None => at += 1,
                }
            }
        }
        self.copy(from, end, context);
    }

    /// White space between words, or nothing.
    fn blank(&mut self, from: usize, to: usize, context: &Context) {
        if from == to {
            return;
        }
        let span = SourceSpan::at(from, to);
        if context.pre && !context.row {
            self.verbatim.push(Pending { span, with: None });
        } else {
            self.separate(span, ' ');
        }
    }

    fn copy(&mut self, from: usize, to: usize, context: &Context) {
        if from == to {
            return;
        }
        let span = SourceSpan::at(from, to);
        if self.breaks > 0 && span.of(self.decoded).chars().all(is_blank) {
            self.separate(span, ' ');
            return;
        }
        self.write_pending();
        match self.page.runs[self.runs_from..].last_mut() {
            Some(Run::Copy(last)) if last.end == span.start => last.end = span.end,
            _ => self.page.runs.push(Run::Copy(span)),
        }
        self.page.words.push_str(span.of(self.decoded));
        self.count(span.len(), context);
    }

    fn character(&mut self, span: SourceSpan, character: char, context: &Context) {
        // `<br>&nbsp;<br>` is an empty line as well.
        if self.breaks > 0 && is_blank(character) {
            self.separate(span, ' ');
            return;
        }
        self.write_pending();
        self.page.runs.push(Run::Replace(span, character));
        self.page.words.push(character);
        self.count(character.len_utf8() as u32, context);
    }

    fn count(&mut self, len: u32, context: &Context) {
        (self.breaks, self.closed) = (0, false);
        self.linked += if context.link { len } else { 0 };
        self.timed += if context.time { len } else { 0 };
    }

    fn write_pending(&mut self) {
        if !self.verbatim.is_empty() {
            self.write_verbatim();
            return;
        }
        // Nothing is due before the first word.
        if let Some(pending) = self.pending.take()
            && self.page.words.len() > self.words_from
        {
            self.write_space(pending);
        }
    }

    /// White space of preformatted text; before its first word that of the line of this word.
    fn write_verbatim(&mut self) {
        let mut due = std::mem::take(&mut self.verbatim);
        let mut from = 0;
        if self.page.words.len() == self.words_from {
            for (at, pending) in due.iter_mut().enumerate() {
                match pending.with {
                    None => {
                        let space = pending.span.of(self.decoded);
                        if let Some(line) = space.rfind(['\n', '\r']) {
                            pending.span.start += line as u32 + 1;
                            from = at + usize::from(pending.span.is_empty());
                        }
                    }
                    Some('\n' | '\r') => from = at + 1,
                    Some(_) => {}
                }
            }
        }
        for pending in due.drain(from..) {
            self.write_space(pending);
        }
        due.clear();
        self.verbatim = due;
        self.pending = None;
    }

    fn write_space(&mut self, Pending { span, with }: Pending) {
        let same = with.is_none_or(|with| {
            let mut buffer = [0; 4];
            span.of(self.decoded) == with.encode_utf8(&mut buffer)
        });
        if same {
            match self.page.runs[self.runs_from..].last_mut() {
                Some(Run::Copy(last)) if last.end == span.start => last.end = span.end,
                _ => self.page.runs.push(Run::Copy(span)),
            }
            self.page.words.push_str(span.of(self.decoded));
        } else if let Some(with) = with {
            self.page.runs.push(Run::Replace(span, with));
            self.page.words.push(with);
        }
    }

    /// White space, a tag or a cell boundary that separates words: a tab outranks a line
    /// break, which outranks a blank.
    fn separate(&mut self, span: SourceSpan, with: char) {
        let rank = |with: Option<char>| match with {
            Some(' ') => 0,
            Some('\t') => 2,
            _ => 1,
        };
        if self
            .pending
            .is_none_or(|pending| rank(Some(with)) > rank(pending.with))
        {
            self.pending = Some(Pending {
                span,
                with: Some(with),
            });
        }
    }

    fn line_break(&mut self, span: SourceSpan, context: &Context) {
        let span = SourceSpan::new(span.start, span.end.max(span.start + 1));
        if context.row || context.skip {
            self.separate(span, ' ');
            return;
        }
        if context.pre {
            self.verbatim.push(Pending {
                span,
                with: Some('\n'),
            });
            return;
        }
        self.breaks += 1;
        if self.breaks >= 2 {
            self.finish(context);
        } else {
            self.separate(span, '\n');
        }
    }

    fn finish(&mut self, context: &Context) {
        self.pending = None;
        self.verbatim.clear();
        let words = self.words_from..self.page.words.len();
        let blank = self.page.words[words.clone()].chars().all(is_blank);
        if blank {
            self.page.words.truncate(self.words_from);
            self.page.runs.truncate(self.runs_from);
        } else {
            self.page.blocks.push(PageBlock {
                node: context.node,
                kind: context.kind,
                level: context.level,
                group: if matches!(context.kind, BlockKind::ListItem | BlockKind::TableRow) {
                    context.group
                } else {
                    0
                },
                runs: self.runs_from..self.page.runs.len(),
                prose: prose(context.kind, &self.page.words[words.clone()], self.linked),
                words,
                linked: self.linked,
                timed: self.timed,
            });
        }
        self.words_from = self.page.words.len();
        self.runs_from = self.page.runs.len();
        (self.linked, self.timed, self.breaks) = (0, 0, 0);
    }
}

/// Whether the text is copied as it stands: its only white space are single blanks between words,
/// and no reference is in it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the loops over bytes are vectorised"
)]
fn is_copy(text: &[u8]) -> bool {
    let [first, .., last] = *text else {
        return false;
    };
    if is_space(first) || is_space(last) {
        return false;
    }
    let odd = text
        .iter()
        .fold(false, |odd, &byte| odd | (byte < b' ') | (byte == b'&'));
    let doubled = text
        .iter()
        .zip(&text[1..])
        .fold(false, |doubled, (&one, &next)| {
            doubled | ((one == b' ') & (next == b' '))
        });
    !odd && !doubled
}

/// Where the white space ends that goes on at `from`.
fn spaces_end(bytes: &[u8], from: usize, end: usize) -> usize {
    let mut at = from;
    // Most of it is the indentation of the next tag.
    while let Some(eight) = bytes[at..end].first_chunk::<8>() {
        let value = u64::from_le_bytes(*eight);
        if value != u64::from_le_bytes([b' '; 8]) && value != u64::from_le_bytes([b'\t'; 8]) {
            break;
        }
        at += 8;
    }
    while at < end && is_space(bytes[at]) {
        at += 1;
    }
    at
}

/// How many bytes at the end are white space.
fn spaces_before(bytes: &[u8]) -> usize {
    let spaces = bytes.iter().rev().take_while(|byte| is_space(**byte));
    spaces.count()
}

/// White space, and what may begin a character reference.
static BREAKS_COPY: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = is_space(byte as u8) || byte == b'&' as usize;
        byte += 1;
    }
    table
};

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0C)
}

/// Characters that show nothing.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::BlockKind;

    use super::{super::scan::scan, blocks};

    fn check(html: &str, expected: &[(BlockKind, &str)]) {
        let page = blocks(&scan(html, 512), html);
        let found: Vec<_> = page
            .blocks
            .iter()
            .map(|block| (block.kind, page.words(block)))
            .collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn paragraphs() {
        use BlockKind::{Heading, Paragraph};
        check(
            "<div>One<p>Two <b>three</b></div>",
            &[(Paragraph, "One"), (Paragraph, "Two three")],
        );
        check(
            "<p>a\n  b&nbsp;c &amp; d<br>e<br> <br>f</p>",
            &[(Paragraph, "a b\u{a0}c & d\ne"), (Paragraph, "f")],
        );
        check(
            "<h2> A  </h2>b<script>c</script> d",
            &[(Heading, "A"), (Paragraph, "b d")],
        );
        check("<p>&nbsp;</p>", &[]);
        check(
            "<p>a<br>&nbsp;b<br>&nbsp;\u{a0}<br>c<hr>d</p>",
            &[(Paragraph, "a\nb"), (Paragraph, "c"), (Paragraph, "d")],
        );
    }

    #[test]
    fn what_is_nested_is_neither_lost_nor_repeated() {
        use BlockKind::{Caption, Code, Heading, ListItem, Paragraph, Quote, TableRow};
        check(
            "<ul><li>a <b>b</b><ol><li>c</ol>d<li><h3>e</h3>f<pre>g\nh</pre></ul>",
            &[
                (ListItem, "a b"),
                (ListItem, "c"),
                (ListItem, "d"),
                (Heading, "e"),
                (ListItem, "f"),
                (Code, "g\nh"),
            ],
        );
        check(
            "<dl><dt>a<dd>b<p>c</dl><dl><div><dt>d</dt><dd>e</dd></div></dl>",
            &[
                (ListItem, "a"),
                (ListItem, "b"),
                (ListItem, "c"),
                (ListItem, "d"),
                (ListItem, "e"),
            ],
        );
        check(
            "<blockquote><h2>a</h2>b<ul><li>c</ul><footer>d</footer></blockquote>e",
            &[
                (Heading, "a"),
                (Quote, "b"),
                (ListItem, "c"),
                (Quote, "d"),
                (Paragraph, "e"),
            ],
        );
        check(
            "<p>a<figure>b<figcaption>c<p>d</figcaption></figure>e",
            &[
                (Paragraph, "a"),
                (Paragraph, "b"),
                (Caption, "c"),
                (Caption, "d"),
                (Paragraph, "e"),
            ],
        );
        check(
            "<table><caption>a</caption><tr><th>b<th>c<tr><td colspan=2>d<tr><td>e<td>f</table>",
            &[
                (Paragraph, "a"),
                (TableRow, "b\tc"),
                (TableRow, "d"),
                (TableRow, "e\tf"),
            ],
        );
        // Columns of the page: a data table inside does not make rows of them.
        check(
            "<table><tr><td>a<td><h2>b</h2><p>c</p><table><tr><td>d<td>e<tr><td>f<td>g</table>\
             <tr><td>h</table>",
            &[
                (Paragraph, "a"),
                (Heading, "b"),
                (Paragraph, "c"),
                (TableRow, "d\te"),
                (TableRow, "f\tg"),
                (Paragraph, "h"),
            ],
        );
    }

    #[test]
    fn lists_tables_and_the_rest() {
        use BlockKind::{Caption, Code, ListItem, Paragraph, Quote, TableRow};
        check(
            "<ul><li>a<ul><li>b</ul><li><p>c</p></ul>",
            &[(ListItem, "a"), (ListItem, "b"), (ListItem, "c")],
        );
        check(
            "<table><tr><th>a<th>b<tr><td><p>c d</p><td>e</table>",
            &[(TableRow, "a\tb"), (TableRow, "c d\te")],
        );
        check(
            "<table><tr><td><p>a</p><p>b</p></table>",
            &[(Paragraph, "a"), (Paragraph, "b")],
        );
        check(
            "<blockquote><p>a</blockquote><pre>\n b\n  c\n</pre>",
            &[(Quote, "a"), (Code, " b\n  c")],
        );
        check(
            "<pre>\n\n<code>  a {\n<b>\t</b>b;&#10;</code><i>  c</i><br><br>  }\n</pre>",
            &[(Code, "  a {\n\tb;\n  c\n\n  }")],
        );
        check(
            "<table><tr><td><pre>1\n2</pre><td><pre>a\n b</pre></table>",
            &[(Code, "1\n2"), (Code, "a\n b")],
        );
        check(
            "<xmp><b>a</b>\n&amp; b</xmp>",
            &[(Code, "<b>a</b>\n&amp; b")],
        );
        check(
            "<figure><img><figcaption>a</figcaption></figure>",
            &[(Caption, "a")],
        );
    }
}
