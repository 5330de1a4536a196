//! Which charset the bytes are in.
//!
//! *What:* byte order mark, then what the caller or HTTP said, then `<meta>` in the first bytes,
//! then valid UTF-8, then a guess from a bounded prefix.
//!
//! *Why:* servers and templates lie. A declaration of UTF-8 over bytes that are not UTF-8 is
//! set aside, and so is a declaration of anything else over bytes that are valid UTF-8 with
//! multi-byte characters, which hardly happens by chance.
//!
//! *Example:* `<meta charset=iso-8859-1>` above `Zürich` in UTF-8 → `utf-8`, `valid-utf-8`.
//!
//! *Known misses:* a page of two charsets; windows-1252 text with one accidental UTF-8 pair.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// How far `<meta>` is looked for. HTML says 1024 bytes; real heads put scripts before it.
const PRESCAN_BYTES: usize = 4096;
/// How much of the document the detector sees, from its first non-ASCII byte on.
const DETECT_BYTES: usize = 64 << 10;

/// The charset, and how it was decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Charset<'a> {
    pub(crate) encoding: &'static Encoding,
    /// `bom`, `caller`, `meta`, `valid-utf-8` or `detected`.
    pub(crate) evidence: &'static str,
    /// Bytes of the byte order mark.
    pub(crate) bom: usize,
    /// The label that was declared and set aside.
    pub(crate) overruled: Option<&'static Encoding>,
    /// The whole document, where it was found to be valid UTF-8 on the way.
    pub(crate) valid: Option<&'a str>,
}

/// Decides the charset of `bytes`; `declared` is what the caller says, and `html` whether
/// `<meta>` may be believed.
pub(crate) fn decide<'a>(bytes: &'a [u8], declared: Option<&str>, html: bool) -> Charset<'a> {
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        return Charset {
            encoding,
            evidence: "bom",
            bom,
            overruled: None,
            valid: None,
        };
    }
    let plain = |encoding, evidence| Charset {
        encoding,
        evidence,
        bom: 0,
        overruled: None,
        valid: None,
    };
    let caller = declared.and_then(|label| Encoding::for_label_no_replacement(label.as_bytes()));
    let declaration = caller.map(|encoding| (encoding, "caller")).or_else(|| {
        let encoding = if html { prescan(bytes) } else { None };
        encoding.map(|encoding| (encoding, "meta"))
    });
    let utf8 = Utf8::of(bytes);
    let verdict = match declaration {
        Some((encoding, evidence)) if encoding == UTF_8 && utf8.plausible() => {
            plain(UTF_8, evidence)
        }
        Some((encoding, evidence)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            // A `<meta>` that could be read byte by byte is wrong; the caller may know better, and
            // only text that is not Latin has few NULs.
            let possible = evidence == "caller" && !utf8.plausible();
            if possible || utf16_without_mark(bytes).is_some() {
                plain(encoding, evidence)
            } else {
                undeclared(bytes, &utf8)
            }
        }
        Some((encoding, evidence)) if encoding == ISO_2022_JP => plain(encoding, evidence),
        Some((encoding, evidence)) if encoding != UTF_8 && !utf8.certain() => {
            plain(encoding, evidence)
        }
        _ => undeclared(bytes, &utf8),
    };
    Charset {
        overruled: declaration
            .map(|(encoding, _)| encoding)
            .filter(|&encoding| encoding != verdict.encoding),
        valid: utf8.valid,
        ..verdict
    }
}

fn undeclared(bytes: &[u8], utf8: &Utf8<'_>) -> Charset<'static> {
    let (encoding, evidence) = if utf8.plausible() {
        (UTF_8, "valid-utf-8")
    } else {
        (
            utf16_without_mark(bytes).unwrap_or_else(|| detect(bytes)),
            "detected",
        )
    };
    Charset {
        encoding,
        evidence,
        bom: 0,
        overruled: None,
        valid: None,
    }
}

/// How the bytes look as UTF-8.
struct Utf8<'a> {
    characters: usize,
    invalid: usize,
    nul: bool,
    valid: Option<&'a str>,
}

impl<'a> Utf8<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let mut seen = Self {
            characters: 0,
            invalid: 0,
            nul: memchr::memchr(0, &bytes[..bytes.len().min(PRESCAN_BYTES)]).is_some(),
            valid: simdutf8::basic::from_utf8(bytes).ok(),
        };
        if seen.valid.is_some() {
            // Where nothing is invalid, only whether there are any characters counts.
            seen.characters = usize::from(!bytes.is_ascii());
            return seen;
        }
        for chunk in bytes.utf8_chunks() {
            seen.invalid += usize::from(!chunk.invalid().is_empty());
            let valid = chunk.valid().as_bytes();
            let ascii = Encoding::ascii_valid_up_to(valid);
            seen.characters += valid[ascii..].iter().filter(|&&byte| byte >= 0xC0).count();
        }
        seen
    }

    /// UTF-8, possibly with a few broken characters (a text cut by bytes, a pasted quote).
    fn plausible(&self) -> bool {
        if self.nul && self.characters == 0 && self.invalid == 0 {
            return false;
        }
        self.invalid == 0 || self.invalid * 20 < self.characters
    }

    /// UTF-8 beyond doubt: valid, with multi-byte characters.
    fn certain(&self) -> bool {
        self.invalid == 0 && self.characters > 0
    }
}

/// UTF-16 shows as a NUL in every second byte of the markup.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let prefix = &bytes[..bytes.len().min(PRESCAN_BYTES)];
    memchr::memchr(0, prefix)?;
    let nuls = |parity: usize| {
        prefix
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd, half) = (nuls(0), nuls(1), prefix.len() / 2);
    if half > 0 && odd * 10 > half * 6 && even * 10 < half {
        Some(UTF_16LE)
    } else if half > 0 && even * 10 > half * 6 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let from = Encoding::ascii_valid_up_to(bytes).saturating_sub(256);
    let end = bytes.len().min(from + DETECT_BYTES);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[from..end], end == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// The label in the first `<meta charset=…>` or `<meta content="…;charset=…">`.
fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut rest = &bytes[..bytes.len().min(PRESCAN_BYTES)];
    while let Some(at) = find_ignoring_case(rest, b"<meta") {
        rest = &rest[at + 5..];
        let tag = &rest[..memchr::memchr(b'>', rest).unwrap_or(rest.len())];
        if let Some(at) = find_ignoring_case(tag, b"charset") {
            let label: Vec<u8> = tag[at + 7..]
                .iter()
                .copied()
                .skip_while(|byte| matches!(byte, b' ' | b'=' | b'"' | b'\'' | b'\t' | b'\n'))
                .take_while(|&byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(&byte))
                .take(40)
                .collect();
            if let Some(encoding) = Encoding::for_label_no_replacement(&label) {
                return Some(encoding);
            }
        }
    }
    None
}

fn find_ignoring_case(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window.eq_ignore_ascii_case(needle))
}

#[cfg(test)]
mod tests {
    use super::decide;

    fn check(bytes: &[u8], declared: Option<&str>, expected: (&str, &str)) {
        let charset = decide(bytes, declared, true);
        assert_eq!((charset.encoding.name(), charset.evidence), expected);
    }

    #[test]
    fn evidence_in_its_order() {
        check(b"\xef\xbb\xbfa", Some("windows-1252"), ("UTF-8", "bom"));
        check(b"\xff\xfea\0", None, ("UTF-16LE", "bom"));
        check(
            b"<meta charset=koi8-r>\xc1",
            Some("windows-1251"),
            ("windows-1251", "caller"),
        );
        check(
            b"<META http-equiv=x content='text/html; charset=windows-1251'>\xe0",
            None,
            ("windows-1251", "meta"),
        );
        check("na\u{ef}ve".as_bytes(), None, ("UTF-8", "valid-utf-8"));
        check(b"a\0b\0c\0d\0", None, ("UTF-16LE", "detected"));
    }

    #[test]
    fn wrong_declarations_are_set_aside() {
        check(
            "Z\u{fc}rich".as_bytes(),
            Some("iso-8859-1"),
            ("UTF-8", "valid-utf-8"),
        );
        let page = b"<meta charset=utf-8>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. \xca\xe0\xea \xe4\xe5\xeb\xe0 \xf3 \xf2\xe5\xe1\xff?";
        check(page, None, ("windows-1251", "detected"));
    }

    #[test]
    fn one_broken_character_does_not_change_the_charset() {
        let mut page = "\u{442}\u{435}\u{43a}\u{441}\u{442} "
            .repeat(10)
            .into_bytes();
        page.push(0xd1);
        check(&page, Some("utf-8"), ("UTF-8", "caller"));
    }
}
