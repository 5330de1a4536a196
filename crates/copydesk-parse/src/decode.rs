//! Bytes to text, with the exact place of every character.
//!
//! UTF-8 is borrowed. Everything else is decoded by `encoding_rs`; ASCII stretches become one
//! copied segment, every other character a segment of its own, so that a record of a
//! windows-1251 or Shift_JIS page still points at the right bytes.

use std::borrow::Cow;

use copydesk_core::{OffsetMap, OffsetMapBuilder, SourceSpan};
use encoding_rs::{CoderResult, Decoder, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::charset::Charset;

/// A document as text.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text; borrowed where the bytes are UTF-8.
    pub(crate) text: Cow<'a, str>,
    /// The text to the bytes.
    pub(crate) map: OffsetMap,
    /// Byte sequences that mean nothing in the charset.
    pub(crate) undecodable: u32,
    /// The first of them.
    pub(crate) first_undecodable: Option<SourceSpan>,
}

/// Decodes `bytes`, which are in the charset that was decided on.
pub(crate) fn decode<'a>(bytes: &'a [u8], charset: &Charset<'a>) -> Decoded<'a> {
    let (bom, encoding) = (charset.bom, charset.encoding);
    let body = &bytes[bom..];
    if encoding == UTF_8
        && let Some(text) = charset.valid.or_else(|| std::str::from_utf8(body).ok())
    {
        let mut map = OffsetMap::builder();
        map.delete(bom as u32);
        map.copy(text.len() as u32);
        return Decoded {
            text: Cow::Borrowed(text),
            map: map.finish(),
            undecodable: 0,
            first_undecodable: None,
        };
    }
    let mut writer = Writer::new(body.len());
    writer.map.delete(bom as u32);
    if encoding == UTF_8 {
        writer.lossy_utf8(body);
    } else if encoding.is_single_byte() {
        writer.single_byte(body, encoding);
    } else {
        writer.multi_byte(body, encoding);
    }
    Decoded {
        text: Cow::Owned(writer.text),
        map: writer.map.finish(),
        undecodable: writer.undecodable,
        first_undecodable: writer.first_undecodable,
    }
}

/// Writes the text and its map together.
struct Writer {
    text: String,
    map: OffsetMapBuilder,
    undecodable: u32,
    first_undecodable: Option<SourceSpan>,
}

impl Writer {
    fn new(len: usize) -> Self {
        Self {
            text: String::with_capacity(len + len / 8),
            map: OffsetMap::builder(),
            undecodable: 0,
            first_undecodable: None,
        }
    }

    fn copy(&mut self, text: &str) {
        self.text.push_str(text);
        self.map.copy(text.len() as u32);
    }

    /// One character for `source_len` bytes.
    fn character(&mut self, character: char, source_len: u32) {
        if character == char::REPLACEMENT_CHARACTER {
            self.undecodable += 1;
            let start = self.map.source_len();
            self.first_undecodable
                .get_or_insert(SourceSpan::new(start, start + source_len));
        }
        self.text.push(character);
        self.map.replace(character.len_utf8() as u32, source_len);
    }

    fn lossy_utf8(&mut self, bytes: &[u8]) {
        for chunk in bytes.utf8_chunks() {
            self.copy(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.character(char::REPLACEMENT_CHARACTER, chunk.invalid().len() as u32);
            }
        }
    }

    fn single_byte(&mut self, bytes: &[u8], encoding: &'static Encoding) {
        let mut at = 0;
        while at < bytes.len() {
            let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
            self.copy_ascii(&bytes[at..at + ascii]);
            at += ascii;
            let end = bytes[at..]
                .iter()
                .position(u8::is_ascii)
                .map_or(bytes.len(), |len| at + len);
            let (text, _) = encoding.decode_without_bom_handling(&bytes[at..end]);
            for character in text.chars() {
                self.character(character, 1);
            }
            at = end;
        }
    }

    /// Feeds the decoder byte by byte: what it gives out belongs to the bytes since it last
    /// gave out something. ASCII between characters does not pass through it, except in
    /// charsets where ASCII bytes mean other characters.
    fn multi_byte(&mut self, bytes: &[u8], encoding: &'static Encoding) {
        let ascii_is_ascii =
            encoding != UTF_16LE && encoding != UTF_16BE && encoding != ISO_2022_JP;
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut pending = 0;
        let mut at = 0;
        while at < bytes.len() {
            if pending == 0 && ascii_is_ascii {
                let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
                self.copy_ascii(&bytes[at..at + ascii]);
                at += ascii;
                if at == bytes.len() {
                    break;
                }
            }
            pending += 1;
            at += 1;
            self.feed(
                &mut decoder,
                &bytes[at - 1..at],
                &mut pending,
                at == bytes.len(),
            );
        }
        if pending > 0 {
            // An escape sequence or half a character at the very end.
            self.map.delete(pending);
        }
    }

    fn feed(&mut self, decoder: &mut Decoder, byte: &[u8], pending: &mut u32, last: bool) {
        let mut buffer = [0; 32];
        let (result, _, written, _) = decoder.decode_to_utf8(byte, &mut buffer, last);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        let Ok(made) = std::str::from_utf8(&buffer[..written]) else {
            return;
        };
        let mut left = made.chars().count() as u32;
        for character in made.chars() {
            left -= 1;
            // Several characters for one sequence: a bad lead byte and what followed it. The
            // last byte belongs to the last character.
            let len = if left == 0 {
                *pending
            } else {
                (*pending).saturating_sub(left)
            };
            if len == 1 && character.is_ascii() && byte[0] == character as u8 {
                self.text.push(character);
                self.map.copy(1);
            } else {
                self.character(character, len);
            }
            *pending -= len;
        }
    }

    fn copy_ascii(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        debug_assert_eq!(text.len(), bytes.len());
        self.copy(text);
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::{SegmentKind, SourceSpan, Span};
    use encoding_rs::{Encoding, SHIFT_JIS, UTF_8, UTF_16LE, WINDOWS_1251};
    use proptest::prelude::*;

    use super::{Charset, Decoded};

    fn decode<'a>(bytes: &'a [u8], bom: usize, encoding: &'static Encoding) -> Decoded<'a> {
        let charset = Charset {
            encoding,
            evidence: "caller",
            bom,
            overruled: None,
            valid: None,
        };
        super::decode(bytes, &charset)
    }

    /// Decodes and checks that the words stand where the map says.
    fn check(bytes: &[u8], encoding: &'static Encoding, text: &str, word: &str, source: &[u8]) {
        let decoded = decode(bytes, 0, encoding);
        assert_eq!(decoded.text, text);
        let start = text.find(word).expect("the word is in the text");
        let span = decoded.map.to_source(Span::at(start, start + word.len()));
        assert_eq!(&bytes[span.range()], source);
    }

    #[test]
    fn places_are_exact() {
        check(
            "plain дa".as_bytes(),
            UTF_8,
            "plain дa",
            "дa",
            "дa".as_bytes(),
        );
        check(
            b"a \xe4\xe0 b",
            WINDOWS_1251,
            "a \u{434}\u{430} b",
            "\u{430}",
            b"\xe0",
        );
        check(
            b"<p>\x93\xfa\x96\x7b!",
            SHIFT_JIS,
            "<p>\u{65e5}\u{672c}!",
            "\u{672c}",
            b"\x96\x7b",
        );
        check(b"o\0k\0", UTF_16LE, "ok", "k", b"k\0");
        check(b"a\xffb", UTF_8, "a\u{fffd}b", "b", b"b");
    }

    #[test]
    fn bad_bytes_are_counted() {
        let decoded = decode(b"ab\xff\xc3 \xff", 0, UTF_8);
        assert_eq!(decoded.undecodable, 3);
        assert_eq!(decoded.first_undecodable, Some(SourceSpan::new(2, 3)));
    }

    proptest! {
        #[test]
        fn any_bytes_in_any_charset_are_tiled(bytes in proptest::collection::vec(any::<u8>(), 0..60), which in 0usize..8) {
            let label = ["utf-8", "shift_jis", "gbk", "gb18030", "euc-kr", "utf-16be", "iso-2022-jp", "windows-1253"][which];
            let encoding = Encoding::for_label(label.as_bytes()).expect("the label is known");
            let decoded = decode(&bytes, 0, encoding);
            prop_assert_eq!(decoded.map.source_len() as usize, bytes.len());
            prop_assert_eq!(decoded.map.text_len() as usize, decoded.text.len());
            for segment in decoded.map.segments() {
                prop_assert!(segment.text.get(&decoded.text).is_some());
                if segment.kind == SegmentKind::Copy {
                    prop_assert_eq!(segment.text.of(&decoded.text).as_bytes(), &bytes[segment.source.range()]);
                }
            }
        }
    }
}
