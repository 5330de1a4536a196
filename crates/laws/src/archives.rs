//! Laws of the readers: web archives and other containers, compressed or not.

use std::{
    io::{Cursor, Read, Write},
    iter,
};

use copydesk_core::RawDocument;
use copydesk_io::{ReadFailure, ReadOptions, Sources};
use flate2::{Compression, write::GzEncoder};

use crate::choices::Choices;

/// No document may be larger.
const MAX_DOCUMENT: u64 = 1 << 20;

const NAMES: [&str; 12] = [
    "x.warc",
    "x.warc.gz",
    "x.warc.zst",
    "x.jsonl",
    "x.jsonl.gz",
    "x.jsonl.zst",
    "x.html",
    "x.html.gz",
    "x.txt",
    "x.wet",
    "x.wet.gz",
    "x",
];

/// How the bytes of an input become those of a file.
#[derive(Clone, Copy, PartialEq)]
enum Packed {
    No,
    Gzip,
    Zstd,
}

type Item = Result<RawDocument, ReadFailure>;

/// Any bytes as a file of any name: the same items whether they come at once or in pieces, and behind
/// any of them the others; packed, the same documents.
pub(crate) fn warc(input: &[u8]) {
    let mut choices = Choices::of(input);
    let name = choices.one(&NAMES);
    let packed = choices.one(&[Packed::No, Packed::Gzip, Packed::Zstd]);
    let piece = usize::from(choices.byte()) + 1;
    let damaged = choices.byte();
    let at = usize::from(choices.byte());

    let items = read(name, input.to_vec(), usize::MAX);
    lawful(name, input.len(), &items);
    assert_eq!(
        show(&read(name, input.to_vec(), piece)),
        show(&items),
        "{name}: in pieces of {piece}"
    );
    resumes(name, input, &items, at);

    // What holds something else than its name says, or is compressed already, is told by its first
    // bytes, which are others then.
    let plain = match name {
        "x.warc" | "x.wet" => input.starts_with(b"WARC/1."),
        "x.jsonl" => input.starts_with(b"{"),
        _ => false,
    };
    if packed == Packed::No || !plain {
        return;
    }
    let (name, mut file) = pack(name, input, packed);
    let unpacked = read(&name, file.clone(), usize::MAX);
    assert_eq!(documents(&unpacked), documents(&items), "{name}: packed");
    // A byte of the packed file changes.
    let at = at * file.len() / 256;
    if let Some(byte) = file.get_mut(at) {
        *byte ^= damaged;
    }
    let whole = read(&name, file.clone(), usize::MAX);
    lawful(&name, input.len() + file.len(), &whole);
    assert_eq!(
        show(&read(&name, file, piece)),
        show(&whole),
        "{name}: damaged, in pieces of {piece}"
    );
}

fn pack(name: &str, input: &[u8], packed: Packed) -> (String, Vec<u8>) {
    if packed == Packed::Zstd {
        let bytes = zstd::encode_all(input, 1).expect("memory takes all");
        return (format!("{name}.zst"), bytes);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(input).expect("memory takes all");
    (
        format!("{name}.gz"),
        encoder.finish().expect("memory takes all"),
    )
}

/// Reads a file whose bytes come in pieces of that size at most.
fn read(name: &str, bytes: Vec<u8>, piece: usize) -> Vec<Item> {
    sources(name, bytes, piece).collect()
}

fn sources(name: &str, bytes: Vec<u8>, piece: usize) -> Sources {
    let mut options = ReadOptions::default();
    options.max_document_bytes = MAX_DOCUMENT;
    let bytes = Pieces {
        bytes: Cursor::new(bytes),
        piece,
    };
    Sources::from_reader(name, bytes, options).expect("options that make sense")
}

struct Pieces {
    bytes: Cursor<Vec<u8>>,
    piece: usize,
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let len = into.len().min(self.piece);
        self.bytes.read(&mut into[..len])
    }
}

fn lawful(name: &str, len: usize, items: &[Item]) {
    assert!(items.len() <= len + 1, "{} items", items.len());
    for item in items {
        match item {
            Ok(document) => assert!(document.bytes.len() as u64 <= MAX_DOCUMENT),
            Err(failure) => {
                assert!(failure.uri.starts_with(name), "{failure}");
                assert!(!failure.message.is_empty());
            }
        }
    }
}

/// Behind an item come those that came behind it before.
fn resumes(name: &str, input: &[u8], items: &[Item], at: usize) {
    if items.is_empty() {
        return;
    }
    let at = at % items.len();
    let mut sources_before = sources(name, input.to_vec(), usize::MAX);
    iter::repeat_with(|| sources_before.next())
        .take(at + 1)
        .for_each(drop);
    let place = sources_before.place().expect("an item was read");
    let mut behind = sources(name, input.to_vec(), usize::MAX);
    behind.skip_behind(&place).expect("the same input");
    let rest: Vec<_> = behind.collect();
    assert_eq!(show(&rest), show(&items[at + 1..]), "behind {at}");
}

/// The bytes of the documents that could be read; their addresses may name the file.
fn documents(items: &[Item]) -> Vec<&[u8]> {
    let documents = items.iter().flatten();
    documents.map(|document| &*document.bytes).collect()
}

/// Items as they can be compared.
fn show(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| format!("{item:?}")).collect()
}
