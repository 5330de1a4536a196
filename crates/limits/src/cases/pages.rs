//! Pages through the parser, some of them through the whole pipeline, and bytes of many charsets.

use std::num::NonZeroUsize;

use copydesk::{Desk, Format, Options, RawDocument};
use copydesk_benches::{Input, html::hostile};
use copydesk_core::ParseOptions;

use super::{Case, Stages, texts::exports};

/// Pages for the whole pipeline: what has a text, or much structure.
const WHOLE: [&str; 9] = [
    "references",
    "digits",
    "link-farm",
    "nested-lists",
    "nested-quotes",
    "lines",
    "rows",
    "json-markup",
    "noscript",
];

/// Pages whose records are written: what has most blocks.
const WRITTEN: [&str; 4] = ["references", "nested-lists", "nested-quotes", "rows"];

/// Bytes that make charsets hard to tell, or to decode.
const CHARSETS: [(&str, &[u8]); 9] = [
    ("utf-8-cut-off", b"caf\xc3 \xe2\x80 "),
    ("windows-1252", b"caf\xe9 \x93so\x94 "),
    ("high-bytes", b"\xff\xfe\xfd"),
    ("shift-jis", b"\x83\x65\x83\x58\x83\x67 "),
    ("iso-2022-jp", b"\x1b$B%F%9%H\x1b(B a "),
    ("gb18030", b"\x81\x30\x81\x30\xb2\xe2"),
    ("utf-16", b"\xff\xfea\0 \0"),
    ("nul", b"\0"),
    ("charset-declared", b"<meta charset=\"x\">\xe9"),
];

pub(super) fn all() -> Vec<Case> {
    let case = |make: Box<dyn Fn(usize) -> Input>| {
        Case::new(format!("<{}>", make(0).name), move |bytes, stages| {
            page(&make(bytes), stages);
        })
    };
    let made = hostile::ALL.map(|make| case(Box::new(make)));
    let floods =
        hostile::FLOODS.map(|unit| case(Box::new(move |bytes| hostile::flood(unit, bytes))));
    let charsets = CHARSETS.map(|(name, unit)| {
        Case::new(name, move |bytes, stages| {
            let raw = RawDocument::from_bytes(unit.repeat(bytes.div_ceil(unit.len())));
            let bytes = raw.bytes.len();
            stages.run("decode", bytes, || copydesk_parse::decode(&raw));
        })
    });
    made.into_iter().chain(floods).chain(charsets).collect()
}

fn page(input: &Input, stages: &mut Stages) {
    let bytes = input.text.len();
    let mut raw = RawDocument::from_bytes(input.text.as_bytes());
    raw.format = Format::Html;
    stages.run("page", bytes, || {
        copydesk_parse::parse(&raw, &ParseOptions::default())
    });
    if WHOLE.contains(&input.name) {
        let mut options = Options::default();
        options.run.threads = Some(NonZeroUsize::MIN);
        let desk = Desk::new(options).expect("the options are valid");
        let article = stages.run("pipeline", bytes, || desk.read(&raw));
        if WRITTEN.contains(&input.name) {
            exports(&article, bytes, stages);
        }
    }
}
