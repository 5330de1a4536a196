//! Host names, plain or defanged: `example.org`, `example[.]org`.

/// Longest host name, in bytes, with room for defanged dots.
const MAX_HOST: usize = 300;

/// Endings that make a host without a scheme a web address. Common ones only: a full list
/// would turn `end.So` and `Mr.Smith` into addresses.
const KNOWN: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "co", "uk", "de", "fr",
    "ru", "cn", "jp", "kr", "in", "br", "it", "es", "nl", "se", "no", "dk", "fi", "pl", "cz", "ch",
    "at", "be", "eu", "us", "ca", "au", "nz", "za", "ng", "ke", "gh", "tv", "me", "ly", "gl", "gg",
    "app", "dev", "news", "online", "site", "xyz", "top", "club", "media", "ua", "tr", "ir", "il",
    "ie", "pt", "gr", "hu", "ro", "mx", "ar", "cl", "id", "sg", "hk", "tw", "th", "vn", "ph", "my",
    "pk", "lk", "bd", "ae", "sa", "eg",
];

pub(super) fn is_known_ending(label: &str) -> bool {
    label.len() <= 6 && KNOWN.iter().any(|known| known.eq_ignore_ascii_case(label))
}

/// The bytes of a dot at `i`, plain or defanged: 1 for `.`, 3 for `[.]`.
pub(super) fn dot(bytes: &[u8], i: usize) -> usize {
    match bytes.get(i) {
        Some(b'.') => 1,
        Some(b'[') if bytes.get(i + 1..i + 3) == Some(b".]") => 3,
        Some(b'(') if bytes.get(i + 1..i + 3) == Some(b".)") => 3,
        Some(b'[') if bytes.get(i + 1..i + 5) == Some(b"dot]") => 5,
        _ => 0,
    }
}

/// A host that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Host {
    pub(super) end: usize,
    /// Where the last label starts.
    pub(super) last: usize,
    /// How many labels.
    pub(super) labels: usize,
    /// Whether a dot was defanged.
    pub(super) defanged: bool,
}

/// The longest host that starts at byte `i`. Letters beyond ASCII are allowed in labels.
pub(super) fn read(text: &str, i: usize) -> Option<Host> {
    let bytes = text.as_bytes();
    let limit = bytes.len().min(i + MAX_HOST);
    let mut host = Host {
        end: i,
        last: i,
        labels: 0,
        defanged: false,
    };
    let mut at = i;
    loop {
        let label = at;
        while at < limit && is_label_byte(bytes[at]) {
            at += 1;
        }
        if at == label || at - label > 63 || bytes[label] == b'-' {
            break;
        }
        host.labels += 1;
        host.last = label;
        host.end = at;
        let dot = dot(bytes, at);
        if dot == 0 {
            break;
        }
        let next = at + dot;
        if !bytes.get(next).copied().is_some_and(is_label_byte) {
            break;
        }
        host.defanged |= dot > 1;
        at = next;
    }
    (host.labels > 0).then(|| Host {
        end: trim_to_boundary(text, host.end),
        ..host
    })
}

pub(super) fn is_label_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn trim_to_boundary(text: &str, mut end: usize) -> usize {
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The text with `[.]` and its like as plain dots.
pub(super) fn refang(text: &str) -> String {
    text.replace("[.]", ".")
        .replace("(.)", ".")
        .replace("[dot]", ".")
        .replace("[:]", ":")
        .replace("[/]", "/")
}
