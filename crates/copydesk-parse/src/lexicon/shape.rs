//! Lines that are furniture by their shape.
//!
//! *What*: hashtag lines, phone numbers, addresses of mail and web, copyright lines, clock
//! times, marks of cut text, breadcrumbs, counters, and lines without letter or digit.
//! *Why*: their words differ from page to page, their shape does not.
//! *Example*: `#Eel #Harbour #Storm` → [`DropReason::Tags`].
//! *Known misses*: phone numbers with words around them; street addresses.

use copydesk_core::record::DropReason;

use crate::letters::{is_alphabetic, is_alphanumeric};

/// Why the folded line is furniture. `near`: it stands beside other furniture.
pub(super) fn classify(line: &str, near: bool) -> Option<DropReason> {
    if !line.contains(|c: char| is_alphanumeric(c)) {
        // Rows of stars and dashes. A brace or a dollar may be a line of code.
        let symbols = line.chars().all(|c| {
            " *-_=~|/\\.+#<>:\u{B7}\u{D7}".contains(c) || matches!(c, '\u{2010}'..='\u{25FF}')
        });
        return symbols.then_some(DropReason::Widget);
    }
    if is_tag_line(line, near) {
        return Some(DropReason::Tags);
    }
    if is_phone(line) {
        return Some(DropReason::Contact);
    }
    if is_address(line, near) {
        return Some(DropReason::Contact);
    }
    if is_copyright(line) {
        return Some(DropReason::Copyright);
    }
    if is_cut_mark(line) {
        return Some(DropReason::Truncation);
    }
    if is_clock_time(line) {
        return Some(DropReason::LiveBlog);
    }
    if is_breadcrumb(line) {
        return Some(DropReason::Navigation);
    }
    (near && is_counter(line)).then_some(DropReason::Widget)
}

/// Whether [`classify`] says something only because the line stands beside other furniture.
pub(super) fn is_weak(line: &str) -> bool {
    line.contains(|c: char| is_alphanumeric(c))
        && (is_tag_line(line, true) || is_address(line, true) || is_counter(line))
}

fn is_counter(line: &str) -> bool {
    line.chars()
        .all(|c| c.is_ascii_digit() || ",.+k ".contains(c))
}

/// `#one #two`; a single tag only beside other furniture.
fn is_tag_line(line: &str, near: bool) -> bool {
    if !line.trim_start_matches([' ', ',']).starts_with('#') {
        return false;
    }
    let mut tags = 0;
    for word in line.split([' ', ',']).filter(|word| !word.is_empty()) {
        let Some(tag) = word.strip_prefix('#') else {
            return false;
        };
        // `#1` is a rank, `#define(x)` code.
        let plain = tag
            .chars()
            .all(|c| is_alphanumeric(c) || "_'-.&".contains(c));
        if !plain || !tag.contains(is_alphabetic) {
            return false;
        }
        tags += 1;
    }
    tags > usize::from(!near)
}

/// A line of nothing but a phone number: 7 to 15 digits in at least two groups, or after `+`.
fn is_phone(line: &str) -> bool {
    let number = line
        .strip_prefix("tel:")
        .or_else(|| line.strip_prefix("call "))
        .unwrap_or(line)
        .trim();
    // The shape first: it fails at the first letter.
    let shaped = number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b" +-().".contains(&byte));
    if !shaped {
        return false;
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if !(7..=15).contains(&digits) {
        return false;
    }
    let groups = number
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty());
    let (mut count, mut first) = (0, 0);
    for group in groups {
        if count == 0 {
            first = group.len();
        }
        count += 1;
    }
    // `2023-09-12` and `12.09.2023` are dates, `1.234.567` is an amount.
    let date = count == 3 && digits == 8 && (first == 4 || !number.contains([' ', '(', '+']));
    let amount =
        count > 1 && first <= 3 && number.contains('.') && !number.contains([' ', '-', '(']);
    let spaced = number.contains(' ') && !number.contains(['+', '(', '-']);
    // Bare groups of digits are a table row unless they look dialled: a trunk zero or 1 800.
    let dialled = !spaced || number.starts_with('0') || number.starts_with("1 ");
    !date && !amount && dialled && (count > 1 || number.starts_with('+'))
}

/// A mail address or a handle alone; a web address, which may be a source that the text cites,
/// only beside other furniture.
fn is_address(line: &str, near: bool) -> bool {
    if line.contains(' ') {
        return line == "[email protected]"; // what a mail scrambler leaves
    }
    let mail = line
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let web =
        line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
    let handle = line.len() > 2 && line.starts_with('@');
    (mail && !web) || (web && near) || handle
}

/// `© …`, also where the sign is broken (`Â©`) or spelt `(c)` before a year.
fn is_copyright(line: &str) -> bool {
    if !line.starts_with(['\u{E2}', ' ', '\u{A9}', 'c', '(']) {
        return false;
    }
    let line = line.trim_start_matches(['\u{E2}', ' ']);
    let rest = line
        .strip_prefix('\u{A9}')
        .or_else(|| line.strip_prefix("copyright"))
        .or_else(|| line.strip_prefix("(c)"));
    match rest {
        None => false,
        Some(_) if line.starts_with('\u{A9}') => true,
        Some(rest) => {
            let rest = rest.trim_start_matches([' ', '(', 'c', ')', '\u{A9}', ':']);
            rest.starts_with(|c: char| c.is_ascii_digit())
        }
    }
}

/// `[+1234 chars]`, `… (more)`, `[…]` alone.
fn is_cut_mark(line: &str) -> bool {
    if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let inner = line
        .trim_start_matches(['.', ' '])
        .trim_matches(['[', ']', '(', ')']);
    let counted = inner.strip_prefix('+').is_some_and(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        matches!(rest.trim(), "chars" | "characters" | "words")
    });
    counted || matches!(inner, "..." | "more" if line.starts_with(['[', '(', '.']))
}

/// `14:05`, `14:05 gmt`, `6.30 pm`, `updated 14:05 gmt`.
fn is_clock_time(line: &str) -> bool {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut clock = false;
    let mut words = 0;
    for word in line.split([' ', ',']).filter(|word| !word.is_empty()) {
        words += 1;
        if words > 5 {
            return false;
        }
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        let suffix = &word[digits.len()..];
        if let Some((hour, minute)) = digits.split_once([':', '.', 'h']) {
            let valid = matches!(hour.len(), 1 | 2)
                && minute.len() == 2
                && hour.parse::<u8>().is_ok_and(|hour| hour < 24)
                && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
                && matches!(suffix, "" | "am" | "pm" | "a.m." | "p.m." | "h");
            // `4.05` alone is a number or a heading.
            let dotted = digits.contains('.') && suffix.is_empty();
            if !valid || clock || dotted {
                return false;
            }
            clock = true;
        } else if !is_time_word(word) {
            return false;
        }
    }
    clock
}

fn is_time_word(word: &str) -> bool {
    matches!(
        word.trim_end_matches(':'),
        "am" | "pm"
            | "a.m."
            | "p.m."
            | "gmt"
            | "utc"
            | "est"
            | "edt"
            | "et"
            | "cet"
            | "cest"
            | "bst"
            | "ist"
            | "pst"
            | "pdt"
            | "uhr"
            | "updated"
            | "posted"
            | "at"
            | "um"
            | "now"
            | "ago"
    )
}

/// `home » europe » …`: a path that starts at a page every site has, or has three short steps.
fn is_breadcrumb(line: &str) -> bool {
    const MARKS: [char; 3] = ['\u{BB}', '\u{203A}', '>'];
    let home = ["home", "startseite", "accueil", "inicio", "главная"];
    let at_home = home.iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| {
            rest.trim_start()
                .starts_with(['\u{BB}', '\u{203A}', '>', '/', '|'])
        })
    });
    // Nearly every line is done here.
    let marked =
        memchr::memchr(b'>', line.as_bytes()).is_some() || !line.is_ascii() && line.contains(MARKS);
    if !at_home && !marked {
        return false;
    }
    if line.contains(['<', '=', ';', '{']) {
        return false; // code
    }
    let mut steps = 0;
    let mut longest = 0;
    let marks = line.replace(['\u{203A}', '>'], "\u{BB}");
    for step in marks.split(" \u{BB} ") {
        steps += 1;
        longest = longest.max(step.trim().split(' ').count());
    }
    at_home || (steps >= 3 && longest <= 4 && !line.ends_with('.') && !line.contains(':'))
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::DropReason::{self, *};

    use super::classify;

    #[track_caller]
    fn check(line: &str, expected: Option<DropReason>) {
        assert_eq!(classify(line, false), expected, "{line:?}");
    }

    #[test]
    fn shapes() {
        check("#eel #harbour", Some(Tags));
        check("#1 the lighthouse", None);
        check("0800 555 0111", Some(Contact));
        check("+1 (555) 010-0199", Some(Contact));
        check("1,400 1,500", None);
        check("2024-10-23", None);
        check("12.09.2023", None);
        check("desk@harbour.example", Some(Contact));
        check("\u{A9} harbour gazette", Some(Copyright));
        check("\u{E2}\u{A9} harbour gazette", Some(Copyright));
        check("copyright 2021 harbour gazette", Some(Copyright));
        check("copyright law is changing", None);
        check("... [+1234 chars]", Some(Truncation));
        check("14:05 gmt", Some(LiveBlog));
        check("updated 14:05 gmt", Some(LiveBlog));
        check("4.05", None);
        check(
            "home \u{BB} harbour \u{BB} eels are back in the basin",
            Some(Navigation),
        );
        check("* * *", Some(Widget));
        check("17", None);
        assert_eq!(classify("17", true), Some(Widget));
    }
}
