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

/// What makes each hostile page, of about so many bytes.
pub const ALL: [fn(usize) -> Input; 10] = [
    nested_divs,
    attribute_flood,
    unclosed_tags,
    unclosed_comments,
    angle_brackets,
    references,
    hidden_classes,
    json_nest,
    link_farm,
    digits,
];

/// A script of data, and one with the body of an article, neither closed.
const DATA: &str = "<script type=\"application/ld+json\">";
const BODY: &str = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"";

/// One thing over and over, by name, behind what opens it: more mechanisms than a benchmark has time
/// for.
pub const FLOODS: [(&str, &str, &str); 46] = [
    ("nested-tables", "", "<table><tr><td>"),
    ("nested-lists", "", "<ul><li>x"),
    ("nested-quotes", "", "<blockquote>x"),
    ("nested-terms", "", "<dl><dt>x<dd>y"),
    ("nested-bold", "", "<b>x"),
    ("crossed-bold", "", "<b>x<i>y</i></b>"),
    ("font-around-div", "", "<font><div>x"),
    ("crossed-names", "", "<x-a><div></x-a>"),
    ("nested-drawings", "", "<svg><g><foreignObject><p>"),
    ("nested-forms", "", "<form><button><select><option>x"),
    ("templates", "", "<template>x"),
    ("closed-elsewhere", "<p><td>", "<span></p>"),
    ("closed-bold", "<b><div>", "<span></b>"),
    ("closed-headings", "<h1><div>", "<div></h2>"),
    ("paragraphs", "", "<p>x"),
    ("ends-of-paragraphs", "", "</p>"),
    ("lines", "<p>", "x<br>"),
    ("rows", "<table>", "<tr><td>x"),
    ("cells", "<table><tr>", "<td>x"),
    ("links", "", "<a>x"),
    ("tags-cut-off", "", "<a"),
    ("attributes-cut-off", "", "<a b=\""),
    ("quotes-in-attributes", "", "<a b='\"x"),
    ("long-attribute", "<a b=\"", "x "),
    ("attributes-of-quotes", "<a ", "=\" "),
    ("ends-cut-off", "", "</"),
    ("headings", "", "<h1><h2>x"),
    ("classes", "", "<p class=\"share comment nav\">x"),
    ("one-class", "<p class=\"", "nav share-"),
    ("comments", "", "<!--x-->"),
    ("cdata", "<svg>", "<![CDATA["),
    ("scripts-unclosed", "", "<script"),
    ("scripts", "", "<script></script>"),
    ("scripts-escaped", "", "<script><!--<script>"),
    ("scripts-within", "<script><!--", "<script></script"),
    ("titles", "", "<title></title"),
    ("styles", "", "<style>.a{display:none}</style>"),
    ("metadata", "", "<meta name=author content=x>"),
    ("ampersands", "<p>", "&"),
    ("long-references", "<p>", "&CounterClockwiseContourIntegra"),
    ("json-lists", DATA, "["),
    (
        "json-members",
        DATA,
        "{\"@type\":\"Person\",\"name\":\"x\"},",
    ),
    ("json-markup", BODY, "<b>x"),
    ("json-lines", BODY, "x\\n"),
    ("json-escapes", BODY, "\\u00e9"),
    (
        "noscript",
        "",
        "<noscript><p>Eleven ships left the port after the strike of nine days.</p></noscript>",
    ),
];

/// Every hostile page, about `bytes` each.
pub fn all(bytes: usize) -> Vec<Input> {
    ALL.iter().map(|make| make(bytes)).collect()
}

/// One of [`FLOODS`], about `bytes` long.
pub fn flood((name, before, unit): (&'static str, &str, &str), bytes: usize) -> Input {
    let html = format!("{ARTICLE}{before}{}", repeated(unit, bytes));
    Input::new(name, html)
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
