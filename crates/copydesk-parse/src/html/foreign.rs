//! Drawings (`<svg>`) and formulas (`<math>`) in a page: what ends them.
//!
//! *What:* the start tags before which browsers close a drawing that is open, and the elements
//! inside of one that hold ordinary HTML.
//!
//! *Why:* a drawing that is never closed would hide the rest of the page.
//!
//! *Example:* `<svg><path><p>words` → the paragraph stands beside the drawing.
//!
//! *Known misses:* `<style>`, `<title>` and `<script>` in a drawing are read like those of the
//! page, where browsers read markup; nothing of a drawing is article text.

use super::{scan::hash_name, tag::Tag};

/// Whether a start tag ends the drawings and formulas around it.
pub(super) fn ends_at(tag: Tag) -> bool {
    tag.heading().is_some()
        || matches!(
            tag,
            Tag::B
                | Tag::Big
                | Tag::Blockquote
                | Tag::Body
                | Tag::Br
                | Tag::Center
                | Tag::Code
                | Tag::Dd
                | Tag::Div
                | Tag::Dl
                | Tag::Dt
                | Tag::Em
                | Tag::Embed
                | Tag::Head
                | Tag::Hr
                | Tag::I
                | Tag::Img
                | Tag::Li
                | Tag::Menu
                | Tag::Meta
                | Tag::Nobr
                | Tag::Ol
                | Tag::P
                | Tag::Pre
                | Tag::Ruby
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strong
                | Tag::Strike
                | Tag::Sub
                | Tag::Sup
                | Tag::Table
                | Tag::Tt
                | Tag::U
                | Tag::Ul
                | Tag::Var
        )
}

/// Whether the element whose name has this hash holds HTML.
pub(super) fn holds_html(name: u32) -> bool {
    const NAMES: [u32; 8] = [
        hash_name(b"foreignobject"),
        hash_name(b"desc"),
        hash_name(b"mi"),
        hash_name(b"mo"),
        hash_name(b"mn"),
        hash_name(b"ms"),
        hash_name(b"mtext"),
        hash_name(b"annotation-xml"),
    ];
    NAMES.contains(&name)
}
