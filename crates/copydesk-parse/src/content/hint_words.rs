//! The words of class names and ids, and what they say.

use super::hint::{
    ADVERT, AUTHOR, CAPTION, COMMENTS, COOKIES, COPYRIGHT, CREDIT, DATE, FOOTER, HEADER, HIDDEN,
    Hint, NAVIGATION, NEWSLETTER, PAYWALL, PULL_QUOTE, RELATED, SHARE, SIDEBAR, SUMMARY, TAGS,
    WIDGET,
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

/// Looks up a word in lower case, at most 16 bytes of it.
pub(super) fn look_up(word: &[u8]) -> Word {
    let hint = match word {
        b"article" | b"entry" | b"post" | b"story" | b"news" | b"blog" => return Word::Article,
        b"body" | b"content" | b"text" | b"bodytext" | b"maintext" => return Word::Body,
        b"articlebody" | b"articlecontent" | b"storybody" | b"postcontent" | b"entrycontent"
        | b"articletext" => {
            return Word::Says(super::hint::BODY);
        }
        b"comment" | b"comments" | b"commentlist" | b"commenting" | b"disqus" | b"respond"
        | b"livefyre" | b"coral" | b"kommentare" | b"kommentar" | b"commentaires"
        | b"comentarios" | b"commenti" | b"forum" | b"commentform" | b"commentsection"
        | b"fbcomments" => COMMENTS,
        b"share" | b"sharing" | b"sharebar" | b"sharetools" | b"sharethis" | b"addthis"
        | b"addtoany" | b"sharedaddy" | b"social" | b"socials" | b"socialmedia" | b"follow"
        | b"followus" | b"socialshare" | b"shareicons" | b"sharer" | b"sharebuttons" | b"sns"
        | b"teilen" | b"compartir" | b"partager" | b"condividi" => SHARE,
        b"related" | b"relateds" | b"recommended" | b"recommendation" | b"recommendations"
        | b"recommend" | b"trending" | b"mostread" | b"mostpopular" | b"outbrain" | b"taboola"
        | b"recirc" | b"recirculation" | b"upnext" | b"readmore" | b"readnext" | b"onward"
        | b"teaser" | b"teasers" | b"promo" | b"promos" | b"relatedposts" | b"relatedarticles"
        | b"seealso" | b"alsoread" | b"morefrom" | b"crosslinks" | b"zergnet" | b"revcontent"
        | b"popular" | b"yarpp" => RELATED,
        b"newsletter" | b"newsletters" | b"subscribe" | b"signup" | b"optin" | b"mailchimp"
        | b"convertkit" | b"mailinglist" | b"mailpoet" | b"subscribebox" => NEWSLETTER,
        b"cookie" | b"cookies" | b"gdpr" | b"consent" | b"cookiebanner" | b"cookieconsent"
        | b"onetrust" | b"cmp" | b"ccpa" | b"cookielaw" => COOKIES,
        b"paywall" | b"regwall" | b"donate" | b"donation" | b"donations" | b"piano"
        | b"subscription" | b"abo" => PAYWALL,
        b"author" | b"authors" | b"byline" | b"bylines" | b"bio" | b"authorbox" | b"authorbio"
        | b"contributor" | b"contributors" | b"authorinfo" | b"postauthor" | b"vcard"
        | b"biography" | b"autor" | b"autoren" | b"auteur" | b"auteurs" | b"autore"
        | b"autores" => AUTHOR,
        b"date" | b"dates" | b"datetime" | b"timestamp" | b"pubdate" | b"publishdate"
        | b"published" | b"postdate" | b"dateline" => DATE,
        b"sidebar" | b"rail" | b"sidebars" | b"rightrail" | b"leftrail" | b"rightcol"
        | b"aside" => SIDEBAR,
        b"nav" | b"navbar" | b"navigation" | b"menu" | b"submenu" | b"breadcrumb"
        | b"breadcrumbs" | b"toc" | b"pagination" | b"pager" | b"skip" | b"skiplink"
        | b"mainmenu" | b"megamenu" | b"menus" | b"navi" | b"topnav" | b"subnav" | b"tabbar" => {
            NAVIGATION
        }
        b"footer" | b"colophon" | b"footers" | b"footnav" | b"sitefooter" | b"pagefooter"
        | b"bottombar" => FOOTER,
        b"masthead" | b"topbar" | b"siteheader" => HEADER,
        b"ad" | b"ads" | b"advert" | b"advertisement" | b"adverts" | b"advertising"
        | b"sponsor" | b"sponsored" | b"sponsors" | b"adsense" | b"adsbygoogle" | b"dfp"
        | b"adslot" | b"adunit" | b"gpt" | b"adbox" | b"adcontainer" | b"commercial"
        | b"anzeige" | b"werbung" | b"publicidad" | b"reklama" => ADVERT,
        b"caption" | b"figcaption" | b"captions" | b"imagecaption" | b"photocaption"
        | b"bildunterschrift" | b"legende" | b"didascalia" => CAPTION,
        b"credit" | b"credits" | b"photocredit" | b"imagecredit" => CREDIT,
        b"tags" | b"taglist" | b"tagcloud" | b"hashtags" | b"keywords" | b"posttags"
        | b"topics" => TAGS,
        b"widget" | b"widgets" | b"modal" | b"popup" | b"overlay" | b"lightbox" | b"toast"
        | b"tooltip" | b"offcanvas" | b"drawer" | b"player" | b"poll" | b"quiz" | b"rating"
        | b"ratings" | b"search" | b"login" | b"survey" | b"captcha" | b"toolbar" | b"popover"
        | b"toolbox" | b"countdown" | b"listen" | b"audioplayer" | b"videoplayer" | b"ticker"
        | b"weather" => WIDGET,
        b"visuallyhidden" | b"sronly" => HIDDEN,
        b"pullquote" | b"pullout" | b"pull" => PULL_QUOTE,
        b"copyright" => COPYRIGHT,
        b"summary" | b"standfirst" | b"lede" | b"lead" | b"subtitle" | b"dek" | b"deck"
        | b"subheadline" => SUMMARY,
        _ => return Word::Nothing,
    };
    Word::Says(hint)
}
