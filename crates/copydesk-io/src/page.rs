//! A file that is one document.

use std::io::Read;

use copydesk_core::{Format, RawDocument};

use crate::{
    failure::{ReadFailure, ReadPlace},
    options::ReadOptions,
    window::Window,
};

/// Reads a stream whole; what could be read before a break comes first, the break second.
pub(crate) fn read<R: Read>(
    mut window: Window<R>,
    uri: &str,
    format: Format,
    length: Option<u64>,
    options: &ReadOptions,
) -> Vec<Result<RawDocument, ReadFailure>> {
    let limit = options.limit();
    let too_large = || vec![Err(ReadFailure::new(uri, options.too_large()))];
    window.fill(1);
    if !window.is_compressed()
        && let Some(length) = length
    {
        if length > limit as u64 {
            return too_large();
        }
        window.reserve(length as usize);
    }
    if window.fill(limit.saturating_add(1)) {
        return too_large();
    }
    let broken = window.take_broken();
    let bytes = window.take();
    let mut items = Vec::new();
    let end = bytes.len() as u64;
    // An empty file is an empty document; a file broken before its first byte is none.
    if broken.is_none() || !bytes.is_empty() {
        items.push(Ok(RawDocument {
            uri: Some(uri.to_owned()),
            format,
            ..RawDocument::from_bytes(bytes)
        }));
    }
    if let Some(broken) = broken {
        let failure = ReadFailure::new(uri, broken.to_string());
        items.push(Err(failure.at(ReadPlace::Byte(end))));
    }
    items
}
