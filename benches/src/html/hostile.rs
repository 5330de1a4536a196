//! Pages that attack one mechanism of the parser each, in any size.
//!
//! Of about the same size, so that one that takes longer than its neighbours stands out.

use std::fmt::Write as _;

use crate::{Input, repeated};

/// Bytes of each hostile page.
pub const BYTES: usize = 256 << 10;

/// A paragraph that every page ends with: there is an article to be found.
const ARTICLE: &str = "<article><h1>Port reopens</h1><p>The port of Gdynia reopened on Friday \
    after a strike of nine days, the harbour office said, and eleven ships left.</p></article>";

/// Every hostile page, about `bytes` each.
pub fn all(bytes: usize) -> Vec<Input> {
    vec![
        nested_divs(bytes),
        attribute_flood(bytes),
        unclosed_tags(bytes),
        unclosed_comments(bytes),
        angle_brackets(bytes),
        references(bytes),
        hidden_classes(bytes),
        json_nest(bytes),
        link_farm(bytes),
        digits(bytes),
    ]
}

/// Divs within divs, none closed: the depth of the tree.
pub fn nested_divs(bytes: usize) -> Input {
    page(
        "nested-divs",
        &repeated("<div class=\"c\">", bytes),
        ARTICLE,
    )
}

/// One tag with tens of thousands of attributes, each of another name.
pub fn attribute_flood(bytes: usize) -> Input {
    let mut tag = String::from("<div");
    for index in 0.. {
        if tag.len() >= bytes {
            break;
        }
        let _ = write!(tag, " data-{index}=\"x\"");
    }
    tag.push('>');
    page("attribute-flood", &tag, ARTICLE)
}

/// Paragraphs, list items, table cells and formatting that nobody closes.
pub fn unclosed_tags(bytes: usize) -> Input {
    let unit = "<p><b>Ship <i>left<li>the <td><a href=x>port<font>";
    page("unclosed-tags", &repeated(unit, bytes), ARTICLE)
}

/// Comments that begin again and again and never end.
pub fn unclosed_comments(bytes: usize) -> Input {
    page("unclosed-comments", ARTICLE, &repeated("<!-- <!-", bytes))
}

/// `<` and nothing that makes it a tag.
pub fn angle_brackets(bytes: usize) -> Input {
    page("angle-brackets", &repeated("< <3 <", bytes), ARTICLE)
}

/// Character references, half of them broken.
pub fn references(bytes: usize) -> Input {
    let unit = "&amp;amp;#8217;&notit;&#x;&#99999999;&&lt";
    let text = format!("<p>{}</p>", repeated(unit, bytes));
    page("references", &text, ARTICLE)
}

/// A stylesheet of thousands of classes that hide, and as many elements that bear them.
pub fn hidden_classes(bytes: usize) -> Input {
    let (mut style, mut body) = (String::from("<style>"), String::new());
    for index in 0.. {
        if style.len() + body.len() >= bytes {
            break;
        }
        let _ = write!(style, ".h{index}{{display:none}}");
        let _ = write!(body, "<p class=\"a h{index} b\">Ship</p>");
    }
    style.push_str("</style>");
    page("hidden-classes", &(style + &body), ARTICLE)
}

/// JSON-LD that is nothing but brackets.
pub fn json_nest(bytes: usize) -> Input {
    let json = repeated("[{\"a\":", bytes);
    let script = format!("<script type=\"application/ld+json\">{json}</script>");
    page("json-nest", &script, ARTICLE)
}

/// Short links without end, each in a container of its own.
pub fn link_farm(bytes: usize) -> Input {
    let unit = "<div><a href=\"/p\">Port news</a></div>";
    page("link-farm", &repeated(unit, bytes), ARTICLE)
}

/// A paragraph of digits: every place might be a date.
pub fn digits(bytes: usize) -> Input {
    let text = format!("<p>{}</p>", repeated("20241015", bytes));
    page("digits", &text, ARTICLE)
}

fn page(name: &'static str, first: &str, second: &str) -> Input {
    let html = format!(
        "<!DOCTYPE html><html><head><title>Port reopens</title></head><body>{first}{second}"
    );
    Input::new(name, html)
}
