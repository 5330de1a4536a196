//! What the tag, class, id and role of an element say about it.
//!
//! *What:* class and id values are cut into words at punctuation and camel case, and looked up
//! in [`hint_words`](super::hint_words).
//!
//! *Why:* templates name their parts for their style sheets, in much the same few words.
//!
//! *Example:* `<div class="c-newsletterSignup">` → [`NEWSLETTER`].
//!
//! *Known misses:* hashed class names; names in other languages than English.

use rustc_hash::FxHashMap;

use super::hint_words::{Word, look_up};
use crate::{
    html::{
        attributes::{Attribute, Attributes},
        tag::Tag,
    },
    letters::LOWER,
};

/// A set of the constants below.
pub(crate) type Hint = u32;

pub(crate) const COMMENTS: Hint = 1;
pub(crate) const SHARE: Hint = 1 << 1;
pub(crate) const RELATED: Hint = 1 << 2;
pub(crate) const NEWSLETTER: Hint = 1 << 3;
pub(crate) const COOKIES: Hint = 1 << 4;
pub(crate) const PAYWALL: Hint = 1 << 5;
pub(crate) const AUTHOR: Hint = 1 << 6;
pub(crate) const DATE: Hint = 1 << 7;
pub(crate) const SIDEBAR: Hint = 1 << 8;
pub(crate) const NAVIGATION: Hint = 1 << 9;
pub(crate) const FOOTER: Hint = 1 << 10;
pub(crate) const HEADER: Hint = 1 << 11;
pub(crate) const ADVERT: Hint = 1 << 12;
pub(crate) const CAPTION: Hint = 1 << 13;
pub(crate) const CREDIT: Hint = 1 << 14;
pub(crate) const TAGS: Hint = 1 << 15;
pub(crate) const WIDGET: Hint = 1 << 16;
/// Not shown by browsers.
pub(crate) const HIDDEN: Hint = 1 << 17;
pub(crate) const PULL_QUOTE: Hint = 1 << 18;
pub(crate) const COPYRIGHT: Hint = 1 << 19;
/// The body of the article, by name.
pub(crate) const BODY: Hint = 1 << 20;
/// `<article>`, `<main>` and their roles.
pub(crate) const MAIN: Hint = 1 << 21;
/// Names of the site, `role=banner` and the like: only about short text.
pub(crate) const SUMMARY: Hint = 1 << 22;
/// Hidden from screen readers only.
pub(crate) const ARIA_HIDDEN: Hint = 1 << 23;
/// `itemprop=articleBody`: said by the page itself for machines.
pub(crate) const ARTICLE_BODY: Hint = 1 << 24;

/// Hints for which a block is left out.
pub(crate) const DROPS: Hint = COMMENTS
    | SHARE
    | RELATED
    | NEWSLETTER
    | COOKIES
    | PAYWALL
    | AUTHOR
    | DATE
    | SIDEBAR
    | NAVIGATION
    | FOOTER
    | HEADER
    | ADVERT
    | CAPTION
    | CREDIT
    | TAGS
    | WIDGET
    | HIDDEN
    | PULL_QUOTE
    | COPYRIGHT;

/// What names say that were met on the page: the items of a list have the same ones.
pub(crate) type KnownNames<'a> = FxHashMap<&'a str, Hint>;

/// What an element says about itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Says<'a> {
    pub(super) hint: Hint,
    /// The attribute with its classes.
    pub(super) class: Option<Attribute<'a>>,
    /// The attribute with its id, where that is a name.
    pub(super) id: Option<Attribute<'a>>,
}

/// What an element is by its tag and names; `attributes` is the inside of its start tag.
pub(crate) fn hints<'a>(tag: Tag, attributes: &'a str, known: &mut KnownNames<'a>) -> Hint {
    says(tag, attributes, known).hint
}

/// The same, and what it is called.
pub(super) fn says<'a>(tag: Tag, attributes: &'a str, known: &mut KnownNames<'a>) -> Says<'a> {
    let mut hint = of_tag(tag);
    let (mut class, mut id) = (None, None);
    let mut of_names = |names: &'a str| *known.entry(names).or_insert_with(|| of_names(names));
    let mut streamed = false;
    for attribute in Attributes::new(attributes) {
        let (name, value) = (attribute.name, attribute.value);
        match name.len() {
            2 if name.eq_ignore_ascii_case("id") => {
                // What React streams in late stands hidden under such an id until a script moves it.
                streamed = value.starts_with("S:");
                // The id of a heading is made of its words, which are about the world.
                if tag.heading().is_none() {
                    id.get_or_insert(attribute);
                    hint |= of_names(value);
                }
            }
            3 if name.eq_ignore_ascii_case("rel") && value == "author" => hint |= AUTHOR,
            4 if name.eq_ignore_ascii_case("role") => hint |= of_role(value),
            5 if name.eq_ignore_ascii_case("class") => {
                class.get_or_insert(attribute);
                hint |= of_names(value);
            }
            5 if name.eq_ignore_ascii_case("style") => hint |= of_style(value),
            6 if name.eq_ignore_ascii_case("hidden") && value != "until-found" => hint |= HIDDEN,
            8 if name.eq_ignore_ascii_case("itemprop") => hint |= of_property(value),
            10 if name.eq_ignore_ascii_case("aria-label") => {
                hint |= of_names(value) & (SHARE | COMMENTS | NAVIGATION);
            }
            11 if name.eq_ignore_ascii_case("aria-hidden")
                && value.eq_ignore_ascii_case("true") =>
            {
                hint |= ARIA_HIDDEN;
            }
            11 if name.eq_ignore_ascii_case("data-testid") => hint |= of_names(value),
            14 if name.eq_ignore_ascii_case("data-component") => hint |= of_names(value),
            _ => {}
        }
    }
    if streamed {
        hint &= !HIDDEN;
    }
    if hint & (BODY | ARTICLE_BODY) != 0 {
        hint &= !(DROPS & !HIDDEN);
    }
    Says { hint, class, id }
}

fn of_tag(tag: Tag) -> Hint {
    match tag {
        Tag::Nav | Tag::Menu => NAVIGATION,
        Tag::Footer => FOOTER,
        Tag::Aside => SIDEBAR,
        Tag::Header => HEADER,
        Tag::Form | Tag::Button | Tag::Dialog | Tag::Legend | Tag::Search => WIDGET,
        Tag::Figcaption => CAPTION,
        // What is to be chosen or copied is a value, not a text of the page.
        Tag::Select
        | Tag::Option
        | Tag::Textarea
        | Tag::Datalist
        | Tag::Noscript
        | Tag::Template
        | Tag::Svg
        | Tag::Object
        | Tag::Video
        | Tag::Audio
        | Tag::Canvas => HIDDEN,
        Tag::Article | Tag::Main => MAIN,
        _ => 0,
    }
}

fn of_role(role: &str) -> Hint {
    match role {
        "navigation" | "menu" | "menubar" | "tablist" => NAVIGATION,
        "banner" => HEADER,
        "contentinfo" => FOOTER,
        "complementary" => SIDEBAR,
        "search" | "dialog" | "alertdialog" | "form" | "tooltip" => WIDGET,
        "main" | "article" => MAIN,
        _ => 0,
    }
}

fn of_property(names: &str) -> Hint {
    names.split_ascii_whitespace().fold(0, |hint, name| {
        hint | match name {
            "articleBody" | "reviewBody" => ARTICLE_BODY,
            "author" | "creator" => AUTHOR,
            "datePublished" | "dateModified" | "dateCreated" => DATE,
            "comment" => COMMENTS,
            "caption" => CAPTION,
            "keywords" => TAGS,
            _ => 0,
        }
    })
}

fn of_style(style: &str) -> Hint {
    if style.len() > 2000 {
        return 0;
    }
    let style: String = style
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let hides = style.contains("display:none") || style.contains("visibility:hidden");
    if hides { HIDDEN } else { 0 }
}

/// Names are separated by blanks, words in them by punctuation and capitals.
fn of_names(names: &str) -> Hint {
    names
        .split_ascii_whitespace()
        .take(40)
        .fold(0, |hint, name| hint | of_name(name))
}

fn of_name(name: &str) -> Hint {
    if name.len() > 120 || is_about_the_page(name) {
        return 0;
    }
    // `article-body__caption`: what stands last is what the element is.
    let bytes = name.as_bytes();
    let parted = memchr::memrchr_iter(b'_', bytes)
        .map(|at| at.saturating_sub(1))
        .find(|&at| bytes[at..].starts_with(b"__"));
    let last = parted.map_or(0, |at| {
        let (before, last) = (&name[..at], &name[at + 2..]);
        match of_part(last) {
            0 if is_made_up(last) => before
                .rfind("__")
                .map_or(0, |at| of_part(&before[at + 2..])),
            hint => hint,
        }
    });
    if last == 0 { of_part(name) } else { last }
}

/// `LOpNy`: what a build tool adds to a name.
fn is_made_up(part: &str) -> bool {
    part.len() <= 8
        && part
            .bytes()
            .skip(1)
            .any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

fn of_part(name: &str) -> Hint {
    let bytes = name.as_bytes();
    let mut hint = 0;
    // Which kinds of words the name has: `article` and `body` together name the body.
    let (mut article, mut body) = (false, false);
    let mut take = |word: Word| match word {
        Word::Says(says) => hint |= says,
        Word::Article => article = true,
        Word::Body => body = true,
        Word::Nothing => {}
    };
    // Where the word begins, past the last byte that was none of a word.
    let mut start = 0;
    let mut words = 0;
    let mut previous = 0u8;
    for (at, &byte) in bytes.iter().enumerate() {
        // The letter or digit in lower case, or 0.
        let lower = LOWER[usize::from(byte)];
        let camel = lower != byte && previous.is_ascii_lowercase();
        if lower == 0 || camel {
            if at > start {
                take(look_up(&bytes[start..at]));
                words += 1;
            }
            start = at + usize::from(lower == 0);
        }
        previous = byte;
    }
    take(look_up(&bytes[start..]));
    if words > 5 {
        return 0; // a sentence made into a name
    }
    if body && article { hint | BODY } else { hint }
}

/// Names that say what the page has or belongs to, not what the element is.
fn is_about_the_page(name: &str) -> bool {
    let starts: &[&str] = match name.as_bytes().first() {
        Some(b'c') => &["category-", "col-"],
        Some(b'd') => &["disable-"],
        Some(b'e') => &["elementor-widget", "elementor-element", "enable-", "et_pb_"],
        Some(b'f') => &["format-"],
        Some(b'g') => &["grid-"],
        Some(b'h') => &["has-", "hide-"],
        Some(b'i') => &["is-"],
        Some(b'j') => &["js-"],
        Some(b'l') => &["lg:"],
        Some(b'm') => &["md:"],
        Some(b'n') => &["no-", "not-"],
        Some(b'p') => &["post-type-", "page-template", "pmpro-"],
        Some(b'r') => &["row-"],
        Some(b's') => &["single-", "show-", "sm:"],
        Some(b't') => &["tag-"],
        Some(b'v') => &["vc_"],
        Some(b'w') => &["with-", "without-", "wpb_"],
        _ => return false,
    };
    starts.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{
        ARTICLE_BODY, BODY, CAPTION, COMMENTS, HIDDEN, Hint, KnownNames, NEWSLETTER, RELATED,
        SHARE, Tag, hints,
    };

    fn check(attributes: &str, expected: Hint) {
        let found = hints(Tag::Div, attributes, &mut KnownNames::default());
        assert_eq!(found, expected, "{attributes}");
    }

    #[test]
    fn names_say_what_an_element_is() {
        check(r#" class="c-newsletterSignup""#, NEWSLETTER);
        check(r" id=comments", COMMENTS);
        check(r#" class="share-bar wide""#, SHARE);
        check(r#" class="post-content""#, BODY);
        check(r#" class="related_articles""#, RELATED);
        check(r#" class="article-body__caption""#, CAPTION);
        check(
            r#" class="Body_ArticleBody__imageBlock_caption__k_4R""#,
            CAPTION,
        );
        check(r#" class="Page_articleBody__x7Fa2""#, BODY);
        check(r#" class="newsletter__title""#, NEWSLETTER);
        check(r#" class="article__body""#, BODY);
        check(
            r#" itemprop="articleBody" class="share-text""#,
            ARTICLE_BODY,
        );
        check(r#" class="category-newsletter has-sidebar""#, 0);
        check(r#" style="color:red; Display : none""#, HIDDEN);
        check(" hidden", HIDDEN);
    }
}
