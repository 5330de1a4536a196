//! The element names that matter, as small numbers, and what HTML says about them.

macro_rules! tags {
    ($($variant:ident = $name:literal,)+) => {
        /// An element name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Tag {
            /// The text between tags, a node of its own.
            Text,
            /// Any other element; custom ones too.
            Other,
            $($variant,)+
        }

        impl Tag {
            /// Number of variants.
            pub(crate) const COUNT: usize = [Self::Text, Self::Other, $(Self::$variant,)+].len();

            /// The tags that have a name, and those.
            pub(super) const NAMES: &[(&str, Self)] = &[$(($name, Self::$variant),)+];

            /// The name.
            #[cfg(test)]
            pub(crate) fn name(self) -> &'static str {
                match self {
                    Self::Text => "#text",
                    Self::Other => "element",
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

mod names {
    tags! {
        Html = "html", Head = "head", Body = "body", Title = "title", Base = "base", Link = "link", Meta = "meta",
        Script = "script", Style = "style", Noscript = "noscript", Template = "template",
        Iframe = "iframe", Object = "object", Embed = "embed", Svg = "svg", Math = "math", Canvas = "canvas",
        Video = "video", Audio = "audio", Source = "source", Picture = "picture", Img = "img", Param = "param",
        Track = "track", Area = "area", Map = "map", Noframes = "noframes", Noembed = "noembed", Xmp = "xmp",
        Article = "article", Main = "main", Section = "section", Header = "header", Footer = "footer", Nav = "nav",
        Aside = "aside", Address = "address", Div = "div", P = "p", Center = "center", Blockquote = "blockquote",
        Pre = "pre", Figure = "figure", Figcaption = "figcaption", Details = "details", Summary = "summary",
        Dialog = "dialog", Hgroup = "hgroup", Search = "search", Menu = "menu",
        H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Hr = "hr",
        Ul = "ul", Ol = "ol", Li = "li", Dl = "dl", Dt = "dt", Dd = "dd", Dir = "dir",
        Table = "table", Caption = "caption", Thead = "thead", Tbody = "tbody", Tfoot = "tfoot", Tr = "tr", Td = "td",
        Th = "th", Col = "col", Colgroup = "colgroup",
        Form = "form", Fieldset = "fieldset", Legend = "legend", Label = "label", Input = "input", Button = "button",
        Select = "select", Option = "option", Optgroup = "optgroup", Textarea = "textarea", Datalist = "datalist",
        A = "a", B = "b", I = "i", Em = "em", Strong = "strong", Span = "span", Font = "font", U = "u", S = "s",
        Strike = "strike", Sub = "sub", Sup = "sup", Small = "small", Big = "big", Code = "code", Kbd = "kbd",
        Samp = "samp", Var = "var", Tt = "tt", Abbr = "abbr", Cite = "cite", Q = "q", Time = "time", Mark = "mark",
        Br = "br", Wbr = "wbr", Nobr = "nobr", Ins = "ins", Del = "del", Rt = "rt", Rp = "rp", Ruby = "ruby",
    }
}
pub(crate) use names::Tag;

/// Slots of [`BY_NAME`], and how far to shift a product to get the number of one.
const SLOTS: usize = 512;
const SHIFT: u32 = u64::BITS - SLOTS.ilog2();

/// Bytes of a name that fit into a key.
const KEY_LEN: usize = 8;

/// The tags by the first bytes of their names, each in the slot of [`slot`] or in the first free
/// one behind it.
static BY_NAME: [(u64, Tag); SLOTS] = {
    let mut table = [(0, Tag::Other); SLOTS];
    let mut at = 0;
    while at < Tag::NAMES.len() {
        let (name, tag) = Tag::NAMES[at];
        let name = name.as_bytes();
        let (mut key, mut byte) = (0, 0);
        while byte < name.len() && byte < KEY_LEN {
            key = key << 8 | name[byte] as u64;
            byte += 1;
        }
        let mut slot = slot(key);
        while table[slot].0 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = (key, tag);
        at += 1;
    }
    table
};

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> SHIFT) as usize
}

impl Tag {
    /// The headings by level.
    pub(crate) const HEADINGS: [Self; 6] =
        [Self::H1, Self::H2, Self::H3, Self::H4, Self::H5, Self::H6];

    /// The tag of a name in any case.
    pub(crate) fn of(name: &[u8]) -> Self {
        let (beginning, rest) = name.split_at(name.len().min(KEY_LEN));
        let key = beginning.iter().fold(0, |key, byte| {
            key << 8 | u64::from(byte.to_ascii_lowercase())
        });
        let mut slot = slot(key);
        let tag = loop {
            match BY_NAME[slot] {
                (0, _) => return Self::Other,
                (known, tag) if known == key => break tag,
                _ => slot = (slot + 1) % SLOTS,
            }
        };
        // No two names have the same beginning.
        let expected: &[u8] = match tag {
            Self::Blockquote => b"te",
            Self::Figcaption => b"on",
            _ => b"",
        };
        if rest.eq_ignore_ascii_case(expected) {
            tag
        } else {
            Self::Other
        }
    }

    /// Elements without content.
    pub(crate) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Area
                | Self::Base
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }

    /// Elements whose content is not markup, up to their end tag.
    pub(crate) fn is_raw(self) -> bool {
        matches!(
            self,
            Self::Script | Self::Style | Self::Iframe | Self::Noframes | Self::Noembed | Self::Xmp
        )
    }

    /// Elements whose content is text with entities, up to their end tag.
    pub(crate) fn is_escapable_raw(self) -> bool {
        matches!(self, Self::Title | Self::Textarea)
    }

    /// Elements that start on a line of their own.
    pub(crate) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Html
                | Self::Head
                | Self::Body
                | Self::Title
                | Self::Article
                | Self::Main
                | Self::Section
                | Self::Header
                | Self::Footer
                | Self::Nav
                | Self::Aside
                | Self::Address
                | Self::Div
                | Self::P
                | Self::Center
                | Self::Blockquote
                | Self::Pre
                | Self::Xmp
                | Self::Figure
                | Self::Figcaption
                | Self::Details
                | Self::Summary
                | Self::Dialog
                | Self::Hgroup
                | Self::Search
                | Self::Menu
                | Self::Hr
                | Self::Ul
                | Self::Ol
                | Self::Li
                | Self::Dl
                | Self::Dt
                | Self::Dd
                | Self::Dir
                | Self::Table
                | Self::Caption
                | Self::Thead
                | Self::Tbody
                | Self::Tfoot
                | Self::Tr
                | Self::Td
                | Self::Th
                | Self::Colgroup
                | Self::Form
                | Self::Fieldset
                | Self::Legend
                | Self::Option
                | Self::Optgroup
                | Self::Textarea
                | Self::Select
                | Self::Button
                | Self::Noscript
                | Self::Template
                | Self::Svg
                | Self::Video
                | Self::Audio
                | Self::Object
                | Self::Canvas
                | Self::Datalist
        ) || self.heading().is_some()
    }

    /// Level of a heading.
    pub(crate) fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Blocks whose start tag ends an open paragraph.
    pub(crate) fn closes_p(self) -> bool {
        self.is_block()
            && !matches!(
                self,
                Self::Html
                    | Self::Head
                    | Self::Body
                    | Self::Title
                    | Self::Caption
                    | Self::Thead
                    | Self::Tbody
                    | Self::Tfoot
                    | Self::Tr
                    | Self::Td
                    | Self::Th
                    | Self::Colgroup
                    | Self::Legend
                    | Self::Option
                    | Self::Optgroup
                    | Self::Textarea
                    | Self::Select
                    | Self::Button
                    | Self::Noscript
                    | Self::Template
                    | Self::Svg
                    | Self::Video
                    | Self::Audio
                    | Self::Object
                    | Self::Canvas
                    | Self::Datalist
            )
    }

    /// Elements that hide what is above them from implied end tags.
    pub(crate) fn is_scope(self) -> bool {
        matches!(
            self,
            Self::Html
                | Self::Table
                | Self::Td
                | Self::Th
                | Self::Caption
                | Self::Object
                | Self::Template
                | Self::Button
                | Self::Svg
                | Self::Math
        )
    }

    /// Inline elements that browsers close late when their tags overlap with others.
    pub(crate) fn is_formatting(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::B
                | Self::I
                | Self::Em
                | Self::Strong
                | Self::Font
                | Self::U
                | Self::S
                | Self::Strike
                | Self::Small
                | Self::Big
                | Self::Code
                | Self::Tt
                | Self::Nobr
                | Self::Span
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn names_in_any_case() {
        assert_eq!(Tag::of(b"blockQUOTE"), Tag::Blockquote);
        assert_eq!(Tag::of(b"my-element-of-some-length"), Tag::Other);
        assert_eq!(Tag::of(b""), Tag::Other);
        assert_eq!(Tag::of(b"textareas"), Tag::Other);
        assert_eq!(Tag::of(b"blockquo"), Tag::Other);
        for &(name, tag) in Tag::NAMES {
            assert_eq!(Tag::of(name.to_uppercase().as_bytes()), tag);
            assert_eq!(tag.name(), name);
        }
        assert!(Tag::H3.is_block() && !Tag::Span.is_block());
    }
}
