//! Tags and text of the XML in which the sets are kept. They are written by programs, so a scan
//! for `<` and `>` reads them.

/// A piece of XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// The name and the attributes.
    Open(&'a str, &'a str),
    /// An element without content.
    Empty(&'a str, &'a str),
    Close(&'a str),
    Text(&'a str),
}

/// The pieces of a file; comments and declarations are left out.
pub(crate) fn pieces(xml: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = xml;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            pieces.push(Piece::Text(&rest[..end]));
            rest = &rest[end..];
            continue;
        };
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        let Some(at) = tag.find(end) else { break };
        let inside = &tag[..at];
        rest = &tag[at + end.len()..];
        if inside.starts_with(['!', '?']) {
            continue;
        }
        if let Some(name) = inside.strip_prefix('/') {
            pieces.push(Piece::Close(name.trim()));
            continue;
        }
        let bare = inside.strip_suffix('/').unwrap_or(inside);
        let (name, attributes) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
        pieces.push(if bare.len() < inside.len() {
            Piece::Empty(name, attributes)
        } else {
            Piece::Open(name, attributes)
        });
    }
    pieces
}

/// An attribute, its case ignored.
pub(crate) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    while let Some((key, value)) = rest.split_once('=') {
        let value = value.trim_start();
        let quote = value
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))?;
        let (inside, after) = value[1..].split_once(quote)?;
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(plain(inside));
        }
        rest = after;
    }
    None
}

/// Text with its entities replaced.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{Piece, attribute, pieces};

    #[test]
    fn tags_and_text_are_told_apart() {
        let found = pieces("<?xml?><a x=\"1>2\"/><!-- <b> -->hi <T v='3'>you</T>");
        assert_eq!(
            found[1],
            Piece::Text("2\"/>"),
            "marks in attributes are not looked for"
        );
        assert_eq!(
            found[2..],
            [
                Piece::Text("hi "),
                Piece::Open("T", "v='3'"),
                Piece::Text("you"),
                Piece::Close("T"),
            ]
        );
        assert_eq!(
            attribute("tid=\"t1\" VAL='a &amp; b'", "val").as_deref(),
            Some("a & b")
        );
        assert_eq!(attribute("tid=\"t1\"", "id"), None);
    }
}
