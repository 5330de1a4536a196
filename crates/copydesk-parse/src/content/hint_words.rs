//! The words of class names and ids, and what they say.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::letters::LOWER;

use super::hint::{
    ADVERT, AUTHOR, BODY, CAPTION, COMMENTS, COOKIES, COPYRIGHT, CREDIT, DATE, FOOTER, HEADER,
    HIDDEN, Hint, NAVIGATION, NEWSLETTER, PAYWALL, PULL_QUOTE, RELATED, SHARE, SIDEBAR, SUMMARY,
    TAGS, WIDGET,
};

/// What one word of a name contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// It says what the element is.
    Says(Hint),
    /// It is a word for an article, and needs one for its body to mean something.
    Article,
    /// It is a word for the body of something.
    Body,
    /// Anything else.
    Nothing,
}

/// Bytes of a word that count.
const LONGEST: usize = 16;

/// The first bytes of a word in lower case, which no two words of the table share.
fn key(word: &[u8]) -> u128 {
    let mut bytes = [0; LONGEST];
    for (place, &byte) in bytes.iter_mut().zip(word) {
        *place = LOWER[usize::from(byte)];
    }
    u128::from_le_bytes(bytes)
}

/// Looks up a word of letters and digits of ASCII; what comes behind the longest word is left out.
pub(super) fn look_up(word: &[u8]) -> Word {
    let Some(&first) = word.first() else {
        return Word::Nothing;
    };
    let lengths = WORDS.lengths[usize::from(LOWER[usize::from(first)])];
    // Most words of names are none of the table, which their first letter and length tell.
    if lengths & length(word) == 0 {
        return Word::Nothing;
    }
    WORDS
        .words
        .get(&key(word))
        .copied()
        .unwrap_or(Word::Nothing)
}

/// The length of a word as a bit.
fn length(word: &[u8]) -> u32 {
    1 << word.len().min(LONGEST)
}

/// The table, laid out for [`look_up`].
struct Words {
    words: FxHashMap<u128, Word>,
    /// The lengths of the words that begin with a byte, as bits.
    lengths: [u32; 256],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        words: FxHashMap::default(),
        lengths: [0; 256],
    };
    for (word, names) in TABLE {
        for name in names.iter().map(|name| name.as_bytes()) {
            words.words.insert(key(name), *word);
            words.lengths[usize::from(name[0])] |= length(name);
        }
    }
    words
});

const TABLE: &[(Word, &[&str])] = &[
    (
        Word::Article,
        &["article", "entry", "post", "story", "news", "blog"],
    ),
    (
        Word::Body,
        &["body", "content", "text", "bodytext", "maintext"],
    ),
    (
        Word::Says(BODY),
        &[
            "articlebody",
            "articlecontent",
            "storybody",
            "postcontent",
            "entrycontent",
            "articletext",
        ],
    ),
    (
        Word::Says(COMMENTS),
        &[
            "comment",
            "comments",
            "commentlist",
            "commenting",
            "disqus",
            "respond",
            "livefyre",
            "coral",
            "kommentare",
            "kommentar",
            "commentaires",
            "comentarios",
            "commenti",
            "forum",
            "commentform",
            "commentsection",
            "fbcomments",
        ],
    ),
    (
        Word::Says(SHARE),
        &[
            "share",
            "sharing",
            "sharebar",
            "sharetools",
            "sharethis",
            "addthis",
            "addtoany",
            "sharedaddy",
            "social",
            "socials",
            "socialmedia",
            "follow",
            "followus",
            "socialshare",
            "shareicons",
            "sharer",
            "sharebuttons",
            "sns",
            "teilen",
            "compartir",
            "partager",
            "condividi",
        ],
    ),
    (
        Word::Says(RELATED),
        &[
            "related",
            "relateds",
            "recommended",
            "recommendation",
            "recommendations",
            "recommend",
            "trending",
            "mostread",
            "mostpopular",
            "outbrain",
            "taboola",
            "recirc",
            "recirculation",
            "upnext",
            "readmore",
            "readnext",
            "onward",
            "teaser",
            "teasers",
            "promo",
            "promos",
            "relatedposts",
            "relatedarticles",
            "seealso",
            "alsoread",
            "morefrom",
            "crosslinks",
            "zergnet",
            "revcontent",
            "popular",
            "yarpp",
        ],
    ),
    (
        Word::Says(NEWSLETTER),
        &[
            "newsletter",
            "newsletters",
            "subscribe",
            "signup",
            "optin",
            "mailchimp",
            "convertkit",
            "mailinglist",
            "mailpoet",
            "subscribebox",
        ],
    ),
    (
        Word::Says(COOKIES),
        &[
            "cookie",
            "cookies",
            "gdpr",
            "consent",
            "cookiebanner",
            "cookieconsent",
            "onetrust",
            "cmp",
            "ccpa",
            "cookielaw",
        ],
    ),
    (
        Word::Says(PAYWALL),
        &[
            "paywall",
            "regwall",
            "donate",
            "donation",
            "donations",
            "piano",
            "subscription",
            "abo",
        ],
    ),
    (
        Word::Says(AUTHOR),
        &[
            "author",
            "authors",
            "byline",
            "bylines",
            "bio",
            "authorbox",
            "authorbio",
            "contributor",
            "contributors",
            "authorinfo",
            "postauthor",
            "vcard",
            "biography",
            "autor",
            "autoren",
            "auteur",
            "auteurs",
            "autore",
            "autores",
        ],
    ),
    (
        Word::Says(DATE),
        &[
            "date",
            "dates",
            "datetime",
            "timestamp",
            "pubdate",
            "publishdate",
            "published",
            "postdate",
            "dateline",
        ],
    ),
    (
        Word::Says(SIDEBAR),
        &[
            "sidebar",
            "rail",
            "sidebars",
            "rightrail",
            "leftrail",
            "rightcol",
            "aside",
        ],
    ),
    (
        Word::Says(NAVIGATION),
        &[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "toc",
            "pagination",
            "pager",
            "skip",
            "skiplink",
            "mainmenu",
            "megamenu",
            "menus",
            "navi",
            "topnav",
            "subnav",
            "tabbar",
        ],
    ),
    (
        Word::Says(FOOTER),
        &[
            "footer",
            "colophon",
            "footers",
            "footnav",
            "sitefooter",
            "pagefooter",
            "bottombar",
        ],
    ),
    (Word::Says(HEADER), &["masthead", "topbar", "siteheader"]),
    (
        Word::Says(ADVERT),
        &[
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adverts",
            "advertising",
            "sponsor",
            "sponsored",
            "sponsors",
            "adsense",
            "adsbygoogle",
            "dfp",
            "adslot",
            "adunit",
            "gpt",
            "adbox",
            "adcontainer",
            "commercial",
            "anzeige",
            "werbung",
            "publicidad",
            "reklama",
        ],
    ),
    (
        Word::Says(CAPTION),
        &[
            "caption",
            "figcaption",
            "captions",
            "imagecaption",
            "photocaption",
            "bildunterschrift",
            "legende",
            "didascalia",
        ],
    ),
    (
        Word::Says(CREDIT),
        &["credit", "credits", "photocredit", "imagecredit"],
    ),
    (
        Word::Says(TAGS),
        &[
            "tags", "taglist", "tagcloud", "hashtags", "keywords", "posttags", "topics",
        ],
    ),
    (
        Word::Says(WIDGET),
        &[
            "widget",
            "widgets",
            "modal",
            "popup",
            "overlay",
            "lightbox",
            "toast",
            "tooltip",
            "offcanvas",
            "drawer",
            "player",
            "poll",
            "quiz",
            "rating",
            "ratings",
            "search",
            "login",
            "survey",
            "captcha",
            "toolbar",
            "popover",
            "toolbox",
            "countdown",
            "listen",
            "audioplayer",
            "videoplayer",
            "ticker",
            "weather",
        ],
    ),
    (Word::Says(HIDDEN), &["visuallyhidden", "sronly"]),
    (Word::Says(PULL_QUOTE), &["pullquote", "pullout", "pull"]),
    (Word::Says(COPYRIGHT), &["copyright"]),
    (
        Word::Says(SUMMARY),
        &[
            "summary",
            "standfirst",
            "lede",
            "lead",
            "subtitle",
            "dek",
            "deck",
            "subheadline",
        ],
    ),
];
