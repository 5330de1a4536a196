//! Classes that the page's own style sheet hides.
//!
//! *What:* rules of the form `.name { … display: none … }` outside of `@media` and the like.
//!
//! *Why:* traps for scrapers, texts for other devices and closed dialogs hide that way.
//!
//! *Known misses:* linked style sheets; selectors of more than one class.

use std::collections::HashSet;

use crate::html::{tag::Tag, tree::Tree};

/// Style text beyond this is not looked at.
const MAX_BYTES: usize = 1 << 18;

/// The names of classes that are hidden.
pub(super) fn hidden_classes<'a>(tree: &Tree, decoded: &'a str) -> HashSet<&'a str> {
    let mut hidden = HashSet::new();
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

fn rules<'a>(style: &'a str, hidden: &mut HashSet<&'a str>) {
    let (mut depth, mut from, mut body_from, mut selector) = (0u32, 0, 0, "");
    for (at, byte) in style.bytes().enumerate() {
        match byte {
            b'{' => {
                if depth == 0 {
                    selector = &style[from..at];
                    body_from = at + 1;
                }
                depth += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    from = at + 1;
                    if !selector.contains('@')
                        && hides(style.get(body_from..at).unwrap_or_default())
                    {
                        hidden.extend(selector.split(',').filter_map(single_class));
                    }
                    selector = "";
                }
            }
            b';' if depth == 0 => from = at + 1, // `@import …;`
            _ => {}
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
    use std::collections::HashSet;

    use super::rules;

    fn check(style: &str, expected: &[&str]) {
        let mut hidden = HashSet::new();
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
