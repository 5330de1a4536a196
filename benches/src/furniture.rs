//! What stands around the article on a real page, in the proportions of real pages.

use std::fmt::Write as _;

use crate::words::Words;

/// State of the page as JSON in a script: most bytes of a news page are scripts.
pub(crate) fn script(words: &mut Words, bytes: usize) -> String {
    let mut out = String::from("<script>window.__STATE=[");
    while out.len() < bytes {
        let (id, flag) = (words.below(1_000_000), words.below(2) == 0);
        let (slug, name) = (words.phrase(4).replace(' ', "-"), words.phrase(7));
        // A `<` inside a string is what a tokenizer must not take for a tag.
        let _ = write!(
            out,
            r#"{{"id":{id},"slug":"\/{slug}","name":"{name}","html":"<b>{}<\/b>","live":{flag}}},"#,
            words.word()
        );
    }
    out.push_str("0];</script>\n");
    out
}

/// A mega menu: nested lists of short links.
pub(crate) fn menu(words: &mut Words, bytes: usize) -> String {
    let mut out = String::from("<nav class=\"mega-menu\" aria-label=\"Sections\"><ul>\n");
    while out.len() < bytes {
        let heading = words.word();
        let _ = write!(
            out,
            "<li class=\"menu__item\"><a href=\"/{heading}\">{heading}</a><ul>"
        );
        for _ in 0..6 {
            let (path, label) = (words.word(), words.phrase(2));
            let _ = write!(
                out,
                "<li class=\"menu__sub\"><a href=\"/{heading}/{path}\" data-track=\"menu\">{label}</a></li>"
            );
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul></nav>\n");
    out
}

/// Teasers of other stories: image, headline link, a line of summary, a date.
pub(crate) fn teasers(words: &mut Words, bytes: usize) -> String {
    let mut out = String::from("<aside class=\"related\"><h2>More on this</h2>\n");
    while out.len() < bytes {
        let id = words.below(1_000_000);
        let (headline, summary) = (words.phrase(9), words.phrase(16));
        let _ = writeln!(
            out,
            "<div class=\"card card--small\" data-id=\"{id}\"><a href=\"/news/{id}\"><img \
             src=\"/img/{id}-320.jpg\" srcset=\"/img/{id}-320.jpg 320w, /img/{id}-640.jpg 640w\" \
             alt=\"{}\" loading=\"lazy\"></a><h3><a href=\"/news/{id}\">{headline}</a></h3>\
             <p>{summary}&hellip;</p><time datetime=\"2024-10-{:02}\">{1} hours ago</time></div>",
            words.phrase(3),
            words.below(28) + 1,
        );
    }
    out.push_str("</aside>\n");
    out
}

/// Readers' comments: prose that is not the article.
pub(crate) fn comments(words: &mut Words, bytes: usize) -> String {
    let mut out = String::from("<section class=\"comments\"><h3>Comments</h3><ol>\n");
    while out.len() < bytes {
        let (name, count) = (words.word(), 10 + words.below(40));
        let _ = writeln!(
            out,
            "<li class=\"comment\"><b>{name}</b> <a href=\"#reply\">Reply</a><p>{}.</p></li>",
            words.phrase(count)
        );
    }
    out.push_str("</ol></section>\n");
    out
}
