//! Web addresses, e-mail addresses, host names and file names as single tokens.
//!
//! Example: `https://example.org/a?b=c`, `desk@example.org`, `example.co.uk`, `report.pdf`.
//!
//! A run of address characters is looked through once: where it proves plain, no token in it
//! asks again, so that a megabyte of `a.a.a.` stays linear.
//!
//! Known misses: hosts under rare top-level domains without a scheme.

use copydesk_core::TokenClass;

use super::{Found, Scan};
use crate::bytes::{at as byte_at, is_word};

/// The address that starts with the word `start..end`, if it is one.
pub(super) fn at(scan: &mut Scan<'_>, start: usize, end: usize) -> Option<Found> {
    if start < scan.plain_until {
        return None;
    }
    let bytes = scan.bytes;
    let next = byte_at(bytes, end + 1);
    match bytes[end..].first()? {
        b':' if bytes[end..].starts_with(b"://") && is_scheme(&bytes[start..end]) => {
            return Some(Found::new(url_end(bytes, end + 3), TokenClass::Url));
        }
        b':' if bytes[start..end].eq_ignore_ascii_case(b"mailto") && is_word(next) => {
            return Some(Found::new(url_end(bytes, end + 1), TokenClass::Url));
        }
        b'.' if is_word(next) && bytes[start..end].eq_ignore_ascii_case(b"www") => {
            return Some(Found::new(url_end(bytes, end + 1), TokenClass::Url));
        }
        b'.' if is_word(next) || next == b'.' => {}
        b'@' | b'-' | b'+' | b'%' if is_word(next) => {}
        _ => return None,
    }
    let run = run_end(bytes, end);
    if byte_at(bytes, run) == b'@' && is_word(byte_at(bytes, run + 1)) {
        let domain = trim(bytes, run + 1, run_end(bytes, run + 1));
        return Some(Found::new(domain, TokenClass::Email));
    }
    let stop = trim(bytes, start, run);
    let labels = &bytes[start..stop];
    match kind_of(labels, byte_at(bytes, stop)) {
        Some(TokenClass::Url) => {
            let end = if matches!(byte_at(bytes, stop), b'/' | b':') {
                url_end(bytes, stop)
            } else {
                stop
            };
            Some(Found::new(end, TokenClass::Url))
        }
        Some(class) => Some(Found::new(stop, class)),
        None => {
            scan.plain_until = run;
            None
        }
    }
}

/// Whether letters are a file name extension.
pub(super) fn is_extension(label: &[u8]) -> bool {
    one_of(label, EXTENSIONS)
}

fn is_scheme(word: &[u8]) -> bool {
    one_of(
        word,
        &[
            "http", "https", "ftp", "ftps", "file", "hxxp", "hxxps", "irc", "ssh", "git",
        ],
    )
}

/// What dotted labels name: a host, a file, or nothing.
fn kind_of(labels: &[u8], after: u8) -> Option<TokenClass> {
    let dot = labels.iter().rposition(|b| *b == b'.')?;
    let (head, last) = (&labels[..dot], &labels[dot + 1..]);
    if head.is_empty() || head.contains(&b'%') || labels.windows(2).any(|pair| pair == b"..") {
        return None;
    }
    if one_of(last, GENERIC_DOMAINS) {
        return Some(TokenClass::Url);
    }
    if one_of(last, EXTENSIONS) {
        return Some(TokenClass::Word);
    }
    let lower = labels.iter().all(|b| !b.is_ascii_uppercase());
    // Short country domains are also words (`is`, `it`, `in`): a missing space is likelier.
    let label = head.rsplit(|b| *b == b'.').next().unwrap_or(head);
    if lower
        && label.len() > 2
        && last.len() == 2
        && (one_of(last, COUNTRY_DOMAINS) || after == b'/')
    {
        return Some(TokenClass::Url);
    }
    // News groups and packages: `alt.animals.cat`, `org.apache.spark`.
    let named = lower
        && labels
            .split(|b| *b == b'.')
            .all(|part| part.len() > 1 && part[0].is_ascii_lowercase());
    (named && head.contains(&b'.')).then_some(TokenClass::Word)
}

fn one_of(label: &[u8], list: &[&str]) -> bool {
    label.len() <= 9
        && list
            .iter()
            .any(|known| known.as_bytes().eq_ignore_ascii_case(label))
}

/// The end of letters, digits, full stops, hyphens and the like.
fn run_end(bytes: &[u8], from: usize) -> usize {
    let length = bytes[from..]
        .iter()
        .take_while(|b| is_word(**b) || matches!(b, b'.' | b'-' | b'+' | b'%'))
        .count();
    crate::work::count(length);
    from + length
}

/// The end of a web address: up to white space, quotes or angle brackets, without the
/// punctuation of the sentence it stands in.
fn url_end(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    let mut open = 0_usize;
    while end < bytes.len() {
        match bytes[end] {
            0..=b' ' | b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'\\' | b'^' | b'|' | 0x7F.. => {
                break;
            }
            b'(' => open += 1,
            b')' if open == 0 => break,
            b')' => open -= 1,
            _ => {}
        }
        end += 1;
    }
    crate::work::count(end - from);
    while end > from {
        let last = bytes[end - 1];
        let dots = last == b'.' && end >= from + 4 && bytes[..end].ends_with(b"/...");
        if dots
            || !matches!(
                last,
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*'
            )
        {
            // `some-techniques-to-...` is how a list page shortens an address.
            break;
        }
        if last == b'.' && bytes[..end].ends_with(b"-...") {
            break;
        }
        end -= 1;
    }
    end
}

fn trim(bytes: &[u8], start: usize, mut end: usize) -> usize {
    while end > start && !is_word(bytes[end - 1]) {
        end -= 1;
    }
    end
}

static GENERIC_DOMAINS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "info", "biz", "int", "io", "tv", "museum", "online",
    "news", "media", "blog",
];

static COUNTRY_DOMAINS: &[&str] = &[
    "ae", "ar", "au", "be", "bg", "br", "by", "ca", "ch", "cl", "cn", "co", "cz", "de", "dk", "ee",
    "eg", "es", "eu", "fi", "fr", "gh", "gr", "hk", "hr", "hu", "ie", "il", "ir", "jp", "ke", "kp",
    "kr", "kz", "lt", "lu", "lv", "mx", "my", "ng", "nl", "nz", "pe", "ph", "pk", "pl", "pt", "qa",
    "ro", "rs", "ru", "sa", "se", "sg", "si", "sk", "su", "th", "tr", "tw", "ua", "uk", "us", "uz",
    "vn", "za",
];

static EXTENSIONS: &[&str] = &[
    "asp", "aspx", "avi", "bmp", "bz2", "cfg", "cpp", "css", "csv", "dll", "doc", "docx", "dot",
    "eml", "eps", "epub", "exe", "gif", "gz", "htm", "html", "ini", "jpeg", "jpg", "js", "json",
    "log", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "odt", "ogg", "pdf", "php", "png", "ppt",
    "pptx", "psd", "py", "rar", "rs", "rtf", "svg", "tar", "tex", "tgz", "tif", "tiff", "ts",
    "tsv", "txt", "wav", "webm", "webp", "wmv", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];
