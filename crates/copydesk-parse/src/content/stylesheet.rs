//! Classes that the page's own style sheet hides.
//!
//! *What:* rules of the form `.name { … display: none … }` outside of `@media` and the like.
//!
//! *Why:* traps for scrapers, texts for other devices and closed dialogs hide that way.
//!
//! *Known misses:* linked style sheets; selectors of more than one class.

use memchr::{memchr2_iter, memmem};
use rustc_hash::FxHashSet;

use crate::html::{tag::Tag, tree::Tree};

/// Style text beyond this is not looked at.
const MAX_BYTES: usize = 1 << 18;

/// The names of classes that are hidden.
pub(super) fn hidden_classes<'a>(tree: &Tree, decoded: &'a str) -> FxHashSet<&'a str> {
    let mut hidden = FxHashSet::default();
    let mut left = MAX_BYTES;
    for (at, node) in tree.nodes.iter().enumerate() {
        if node.tag != Tag::Style {
            continue;
        }
        if let Some(text) = tree.nodes.get(at + 1).filter(|text| text.tag == Tag::Text) {
            let style = text.span.of(decoded);
            let Some(rest) = left.checked_sub(style.len()) else {
                break;
            };
            left = rest;
            rules(style, &mut hidden);
        }
    }
    hidden
}

fn rules<'a>(style: &'a str, hidden: &mut FxHashSet<&'a str>) {
    // Of the many rules of a page few hide anything, and those have the word.
    let mut nones = memmem::find_iter(style.as_bytes(), "none");
    let mut none = nones.next();
    let (mut depth, mut from, mut body_from, mut selector) = (0u32, 0, 0, "");
    for at in memchr2_iter(b'{', b'}', style.as_bytes()) {
        if style.as_bytes()[at] == b'{' {
            if depth == 0 {
                // `@import …;` may stand before the selector.
                let before = &style[from..at];
                selector = before
                    .rfind(';')
                    .map_or(before, |import| &before[import + 1..]);
                body_from = at + 1;
            }
            depth += 1;
            continue;
        }
        depth = depth.saturating_sub(1);
        if depth == 0 {
            from = at + 1;
            while none.is_some_and(|none| none < body_from) {
                none = nones.next();
            }
            let Some(next) = none else {
                return;
            };
            if next < at && !selector.contains('@') && style.get(body_from..at).is_some_and(hides) {
                hidden.extend(selector.split(',').filter_map(single_class));
            }
            selector = "";
        }
    }
}

fn single_class(selector: &str) -> Option<&str> {
    let name = selector.trim().strip_prefix('.')?;
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    is_name.then_some(name)
}

fn hides(body: &str) -> bool {
    body.split(';').any(|declaration| {
        declaration
            .split_once(':')
            .is_some_and(|(property, value)| {
                property.trim() == "display"
                    && value.trim().trim_end_matches("!important").trim() == "none"
            })
    })
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::rules;

    fn check(style: &str, expected: &[&str]) {
        let mut hidden = FxHashSet::default();
        rules(style, &mut hidden);
        assert_eq!(hidden, expected.iter().copied().collect(), "{style}");
    }

    #[test]
    fn only_plain_rules_count() {
        check(
            ".a{color:red;display:none}.b , .c { display : none !important }",
            &["a", "b", "c"],
        );
        check(
            "@media print{.a{display:none}} .b .c{display:none} p{display:none}",
            &[],
        );
        check("@import 'x'; .a{display:none", &[]);
        check(".a{display:block}.d{display:none}", &["d"]);
    }
}
