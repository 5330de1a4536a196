//! What `<meta>`, `<link>`, `<html lang>`, microdata and `rel=author` say.
//!
//! *Known misses:* RDFa; names of meta tags that one site alone uses.

use std::borrow::Cow;

use copydesk_core::SourceSpan;
use memchr::memmem;

use super::found::{Field, Found};
use crate::html::{
    attributes::Attributes,
    entities,
    tag::Tag,
    tree::{NodeId, Tree},
};

/// Trust in `<meta name=keywords>`, which is written for search engines, and in links that say
/// `rel=tag`, which teasers have too.
pub(super) const KEYWORDS: u8 = 50;
pub(super) const TAG_LINKS: u8 = 40;

/// Name of a meta tag in lower case, field, trust.
const META: &[(&str, Field, u8)] = &[
    ("og:title", Field::Title, 80),
    ("twitter:title", Field::Title, 60),
    ("parsely-title", Field::Title, 70),
    ("sailthru.title", Field::Title, 65),
    ("cxenseparse:title", Field::Title, 62),
    ("dc.title", Field::Title, 62),
    ("dcterms.title", Field::Title, 62),
    ("title", Field::Title, 50),
    ("headline", Field::Title, 62),
    ("og:site_name", Field::Site, 80),
    ("application-name", Field::Site, 50),
    ("apple-mobile-web-app-title", Field::Site, 40),
    ("dc.publisher", Field::Site, 45),
    ("article:published_time", Field::Published, 85),
    ("article:published", Field::Published, 80),
    ("og:published_time", Field::Published, 80),
    ("og:article:published_time", Field::Published, 80),
    ("parsely-pub-date", Field::Published, 78),
    ("sailthru.date", Field::Published, 76),
    ("cxenseparse:recs:publishtime", Field::Published, 76),
    ("cxenseparse:publishtime", Field::Published, 76),
    ("dc.date.issued", Field::Published, 74),
    ("dcterms.issued", Field::Published, 74),
    ("dcterms.created", Field::Published, 70),
    ("dc.date.created", Field::Published, 70),
    ("dcterms.date", Field::Published, 68),
    ("dc.date", Field::Published, 68),
    ("datepublished", Field::Published, 74),
    ("date.release", Field::Published, 66),
    ("publishdate", Field::Published, 70),
    ("publish-date", Field::Published, 70),
    ("publish_date", Field::Published, 70),
    ("publication_date", Field::Published, 70),
    ("pubdate", Field::Published, 70),
    ("pub_date", Field::Published, 70),
    ("ptime", Field::Published, 60),
    ("citation_publication_date", Field::Published, 66),
    ("citation_online_date", Field::Published, 66),
    ("originalpublicationdate", Field::Published, 72),
    ("article_date_original", Field::Published, 72),
    ("date", Field::Published, 60),
    ("created", Field::Published, 50),
    ("article:modified_time", Field::Modified, 85),
    ("og:updated_time", Field::Modified, 70),
    ("article:modified", Field::Modified, 80),
    ("dcterms.modified", Field::Modified, 70),
    ("dc.date.modified", Field::Modified, 70),
    ("datemodified", Field::Modified, 70),
    ("last-modified", Field::Modified, 50),
    ("lastmod", Field::Modified, 50),
    ("author", Field::Byline, 70),
    ("article:author", Field::Byline, 60),
    ("og:article:author", Field::Byline, 60),
    ("parsely-author", Field::Byline, 72),
    ("sailthru.author", Field::Byline, 71),
    ("cxenseparse:author", Field::Byline, 68),
    ("dc.creator", Field::Byline, 66),
    ("dcterms.creator", Field::Byline, 66),
    ("dcsext.author", Field::Byline, 60),
    ("byl", Field::Byline, 66),
    ("byline", Field::Byline, 66),
    ("citation_author", Field::Byline, 66),
    ("twitter:data1", Field::Byline, 0),
    ("article:section", Field::Section, 80),
    ("parsely-section", Field::Section, 70),
    ("section", Field::Section, 50),
    ("og:image", Field::Image, 80),
    ("og:image:url", Field::Image, 78),
    ("twitter:image", Field::Image, 60),
    ("twitter:image:src", Field::Image, 58),
    ("og:url", Field::Canonical, 60),
    ("og:locale", Field::Language, 50),
    ("content-language", Field::Language, 60),
    ("dc.language", Field::Language, 55),
    ("og:type", Field::Type, 80),
    ("description", Field::Description, 80),
    ("og:description", Field::Description, 75),
    ("twitter:description", Field::Description, 60),
    ("dc.description", Field::Description, 55),
    ("dcterms.description", Field::Description, 55),
    ("news_keywords", Field::Tags, 78),
    ("article:tag", Field::Tags, 76),
    ("parsely-tags", Field::Tags, 74),
    ("sailthru.tags", Field::Tags, 72),
    ("keywords", Field::Tags, KEYWORDS),
];

/// Reads the whole page; JSON-LD is read elsewhere.
pub(super) fn collect(tree: &Tree, decoded: &str, out: &mut Vec<Found>) {
    let mut itemprop = Places::of("itemprop", decoded);
    let mut author = Places::of("author", decoded);
    let mut raw = Raw {
        tree,
        next: 0,
        start: 0,
    };
    for (at, node) in tree.nodes.iter().enumerate() {
        let inside = || node.span.of(decoded);
        match node.tag {
            Tag::Text => {}
            Tag::Meta => meta(node.span, decoded, out),
            Tag::Link => link(node.span, decoded, out),
            Tag::Html => {
                let attributes = Attributes::new(inside());
                if let Some(lang) = attributes
                    .get("lang")
                    .or_else(|| attributes.get("xml:lang"))
                {
                    push(out, Field::Language, lang, "html[lang]", None, 80);
                }
            }
            Tag::A if author.is_in(node.span, || raw.behind(at)) => {
                rel_author(tree, at as NodeId, decoded, out);
            }
            _ if itemprop.is_in(node.span, || raw.behind(at)) => {
                microdata(tree, at as NodeId, decoded, out);
            }
            _ => {}
        }
    }
    if !out.iter().any(|found| found.field == Field::Tags) {
        tag_links(tree, decoded, out);
    }
}

/// Reads the links that lead to a tag, which repeat the keywords where the page lists them.
fn tag_links(tree: &Tree, decoded: &str, out: &mut Vec<Found>) {
    let mut rel = Places::of("rel=", decoded);
    for (at, node) in tree.nodes.iter().enumerate() {
        if node.tag == Tag::A
            && rel.is_in(node.span, || decoded.len())
            && says_rel(&Attributes::new(node.span.of(decoded)), "tag")
        {
            let (name, source) = words_in(tree, at as NodeId, decoded);
            push(out, Field::Tags, &name, "a[rel=tag]", source, TAG_LINKS);
        }
    }
}

/// Whether a link says what it leads to; a link to a category of posts may say both.
fn says_rel(attributes: &Attributes<'_>, wanted: &str) -> bool {
    let rel = attributes.get("rel").unwrap_or_default();
    let says = |wanted: &str| rel.split_ascii_whitespace().any(|word| word == wanted);
    says(wanted) && !says("category")
}

/// The scripts and style sheets: nothing is looked for in them.
struct Raw<'a> {
    tree: &'a Tree,
    /// The text of the last one found, and where it begins.
    next: usize,
    start: usize,
}

impl Raw<'_> {
    /// Where the first one begins that stands behind node `at`; the nodes come in their order.
    fn behind(&mut self, at: usize) -> usize {
        if self.next <= at {
            let nodes = &self.tree.nodes;
            let is_raw = |at: &usize| {
                nodes[*at].tag == Tag::Text && nodes[nodes[*at].parent as usize].tag.is_raw()
            };
            let found = (at + 1..nodes.len()).find(is_raw);
            self.next = found.unwrap_or(usize::MAX);
            self.start = found.map_or(usize::MAX, |raw| nodes[raw].span.start as usize);
        }
        self.start
    }
}

/// Where a word stands in the page: found once for all tags, most of which do not have it.
struct Places<'a> {
    finder: memmem::Finder<'static>,
    page: &'a [u8],
    len: usize,
    /// The last place found, and from where on nothing is known.
    last: Option<usize>,
    from: usize,
}

impl<'a> Places<'a> {
    fn of(word: &'static str, decoded: &'a str) -> Self {
        Self {
            finder: memmem::Finder::new(word),
            page: decoded.as_bytes(),
            len: word.len(),
            last: None,
            from: 0,
        }
    }

    /// Whether the word stands in `span`; the spans come in the order of the page. It is looked for
    /// up to `limit`, which is behind the span.
    fn is_in(&mut self, span: SourceSpan, limit: impl FnOnce() -> usize) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        if self.last.is_none_or(|at| at < start) {
            let from = self.from.max(start);
            if from >= end {
                return false;
            }
            let limit = limit();
            let found = self.page.get(from..limit.min(self.page.len()).max(end));
            self.last = found
                .and_then(|rest| self.finder.find(rest))
                .map(|at| from + at);
            self.from = self.last.map_or(limit, |at| at + 1);
        }
        self.last.is_some_and(|at| at + self.len <= end)
    }
}

fn meta(span: SourceSpan, decoded: &str, out: &mut Vec<Found>) {
    let attributes = Attributes::new(span.of(decoded));
    let Some(content) = attributes.find("content") else {
        return;
    };
    let start = span.start as usize + content.value_at;
    let source = Some(SourceSpan::at(start, start + content.value.len()));
    for key in ["property", "name", "itemprop", "http-equiv"] {
        let Some(name) = attributes.get(key) else {
            continue;
        };
        let name = name.trim().to_ascii_lowercase();
        let known = META.iter().find(|entry| entry.0 == name && entry.2 > 0);
        let as_property = match name.as_str() {
            "dateCreated" => Some((Field::Published, 60)),
            "name" | "headline" if key == "itemprop" => Some((Field::Title, 55)),
            _ => None,
        };
        let known = known
            .map(|entry| (entry.1, entry.2))
            .or(as_property)
            .or_else(|| date_by_name(&name));
        if let Some((field, trust)) = known {
            let value = entities::decode(content.value, true);
            if value.trim().is_empty() {
                return;
            }
            out.push(Found {
                field,
                value: value.into_owned(),
                from: Cow::Owned(format!("meta[{name}]")),
                source,
                trust,
            });
            return;
        }
    }
}

/// The field of a meta tag whose name says that it holds a date, however it is spelled:
/// `w-published-date`, `og:publish_date`, `article.published`.
fn date_by_name(name: &str) -> Option<(Field, u8)> {
    const PUBLISHED: &[&str] = &[
        "publisheddate",
        "publishdate",
        "publishedtime",
        "publishtime",
        "publishedat",
        "publishingdate",
        "datepublished",
        "datepublish",
        "publicationdate",
        "pubdate",
        "published",
        "firstpublished",
        "firstpublishdate",
        "originalpublishdate",
        "releasedate",
        "dateissued",
        "issuedate",
        "posteddate",
        "postdate",
        "dateposted",
    ];
    const MODIFIED: &[&str] = &[
        "modifieddate",
        "modifiedtime",
        "datemodified",
        "updateddate",
        "updatedtime",
        "dateupdated",
        "lastmodified",
        "lastupdated",
    ];
    const LONGEST: usize = 48;
    let dated = ["date", "publ", "time", "modif", "post"];
    if name.len() > LONGEST || !dated.iter().any(|word| name.contains(word)) {
        return None;
    }
    // The first part may name the vocabulary.
    let parts: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    (0..parts.len().min(3)).find_map(|from| {
        let joined = parts[from..].concat();
        if PUBLISHED.contains(&joined.as_str()) {
            Some((Field::Published, 66))
        } else if MODIFIED.contains(&joined.as_str()) {
            Some((Field::Modified, 60))
        } else {
            None
        }
    })
}

fn link(span: SourceSpan, decoded: &str, out: &mut Vec<Found>) {
    let attributes = Attributes::new(span.of(decoded));
    if attributes
        .get("rel")
        .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        && let Some(href) = attributes.find("href")
    {
        let start = span.start as usize + href.value_at;
        let source = SourceSpan::at(start, start + href.value.len());
        push(
            out,
            Field::Canonical,
            &entities::decode(href.value, true),
            "link[canonical]",
            Some(source),
            90,
        );
    }
}

fn rel_author(tree: &Tree, at: NodeId, decoded: &str, out: &mut Vec<Found>) {
    if says_rel(
        &Attributes::new(tree.nodes[at as usize].span.of(decoded)),
        "author",
    ) {
        let (name, source) = words_in(tree, at, decoded);
        push(out, Field::Byline, &name, "a[rel=author]", source, 58);
    }
}

fn microdata(tree: &Tree, at: NodeId, decoded: &str, out: &mut Vec<Found>) {
    let node = tree.nodes[at as usize];
    let attributes = Attributes::new(node.span.of(decoded));
    let Some(property) = attributes.get("itemprop") else {
        return;
    };
    let (field, name, trust) = match property {
        "datePublished" => (Field::Published, "itemprop[datePublished]", 76),
        "dateCreated" => (Field::Published, "itemprop[dateCreated]", 60),
        "dateModified" => (Field::Modified, "itemprop[dateModified]", 76),
        "headline" => (Field::Title, "itemprop[headline]", 66),
        "author" | "creator" => (Field::Byline, "itemprop[author]", 62),
        "articleSection" => (Field::Section, "itemprop[articleSection]", 60),
        _ => return,
    };
    for key in ["content", "datetime"] {
        if let Some(value) = attributes
            .find(key)
            .filter(|value| !value.value.trim().is_empty())
        {
            let start = node.span.start as usize + value.value_at;
            let source = Some(SourceSpan::at(start, start + value.value.len()));
            return push(
                out,
                field,
                &entities::decode(value.value, true),
                name,
                source,
                trust,
            );
        }
    }
    // An author may hold a name, a picture and a life: the part called `name` is the name.
    let named = (at + 1..node.end.min(at + 200)).find(|&inner| {
        let inner = tree.nodes[inner as usize];
        inner.tag != Tag::Text
            && Attributes::new(inner.span.of(decoded)).get("itemprop") == Some("name")
    });
    let named = named.filter(|_| field == Field::Byline).unwrap_or(at);
    let (words, source) =
        match Attributes::new(tree.nodes[named as usize].span.of(decoded)).get("content") {
            Some(content) => (entities::decode(content, true).into_owned(), None),
            None => words_in(tree, named, decoded),
        };
    if words.len() < 200 {
        push(out, field, &words, name, source, trust);
    }
}

/// The words inside an element, blanks collapsed, and where they stand.
pub(super) fn words_in(tree: &Tree, at: NodeId, decoded: &str) -> (String, Option<SourceSpan>) {
    let mut words = String::new();
    let mut source: Option<SourceSpan> = None;
    for node in &tree.nodes[at as usize + 1..tree.nodes[at as usize].end as usize] {
        if node.tag != Tag::Text || tree.nodes[node.parent as usize].tag.is_raw() {
            continue;
        }
        if words.len() > 400 {
            break;
        }
        for word in entities::decode(node.span.of(decoded), false).split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        if !node.span.of(decoded).trim().is_empty() {
            source = Some(source.map_or(node.span, |source| source.cover(node.span)));
        }
    }
    (words, source)
}

fn push(
    out: &mut Vec<Found>,
    field: Field,
    value: &str,
    from: &'static str,
    source: Option<SourceSpan>,
    trust: u8,
) {
    if !value.trim().is_empty() {
        out.push(Found {
            field,
            value: value.trim().to_owned(),
            from: Cow::Borrowed(from),
            source,
            trust,
        });
    }
}
