//! Where a script ends: its end tag may stand in a string that writes another script.
//!
//! *What:* inside `<!--` … `-->`, a `<script` and the next `</script` belong together and do
//! not end the script around them (the "double escaped" state of the HTML standard).
//!
//! *Why:* pages switch parts off with comments, scripts and all.
//!
//! *Example:* `<script><!-- <script>a</script> --></script>` is one script.

use memchr::{memchr, memmem};

/// The end of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScriptEnd {
    /// Its end tag begins here.
    At(usize),
    /// It ends at this first `</script`: the pair in a comment that is open there never closes.
    /// Browsers let such a script swallow the rest of the page.
    Broken(usize),
    /// There is no end tag.
    Never,
}

/// Looks for the end of the script whose content begins at `from`. Without `pairs`, the first
/// end tag is it.
pub(super) fn script_end(bytes: &[u8], from: usize, pairs: bool) -> ScriptEnd {
    let mut at = from;
    // From where on the end of the open comment is to be looked for.
    let mut comment = None;
    let mut paired = false;
    let mut first = None;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        let here = at + found;
        at = here + 1;
        if bytes[at..].starts_with(b"!--") {
            // `<!-->` opens and closes.
            comment = comment.or(Some(here + 2));
            continue;
        }
        let is_end = bytes.get(at) == Some(&b'/');
        if !(is_end || comment.is_some()) || !is_script(&bytes[at + usize::from(is_end)..]) {
            continue;
        }
        if let Some(looked) = comment {
            let between = &bytes[looked..here];
            comment = match memmem::find(between, b"-->") {
                None => Some(here),
                Some(end) => {
                    paired = false;
                    // Another comment may have begun after it.
                    memmem::rfind(&between[end..], b"<!--")
                        .filter(|start| memmem::find(&between[end + start + 2..], b"-->").is_none())
                        .map(|_| here)
                }
            };
        }
        match (is_end, comment.is_some() && pairs) {
            (true, true) if paired => paired = false,
            (true, _) => return ScriptEnd::At(here),
            (false, true) => paired = true,
            (false, false) => {}
        }
        if is_end {
            first = first.or(Some(here));
        }
    }
    first.map_or(ScriptEnd::Never, ScriptEnd::Broken)
}

/// Whether the name of a script element stands here, complete.
fn is_script(bytes: &[u8]) -> bool {
    bytes.len() > 6
        && bytes[..6].eq_ignore_ascii_case(b"script")
        && matches!(bytes[6], b' ' | b'\t' | b'\n' | 0x0C | b'\r' | b'/' | b'>')
}

#[cfg(test)]
mod tests {
    use super::{ScriptEnd, script_end};

    /// `|` in the script marks where it ends.
    fn check(script: &str) {
        let bytes = script.replace('|', "");
        let expected = script.find('|').map_or(ScriptEnd::Never, ScriptEnd::At);
        assert_eq!(script_end(bytes.as_bytes(), 0, true), expected, "{script}");
    }

    #[test]
    fn ends_are_found() {
        check("a < b</scripts> |</SCRIPT >");
        check("<script> |</script>");
        check("<!-- <script>a</script> --> |</script></script>");
        check("<!-- |</script> -->");
        check("<!--> <script>|</script>");
        check("<!-- --> <script>|</script>");
        check("<!-- --> <!-- <script></script> |</script>");
        check("<!-- <script> --> |</script>");
        check("<!-- <script></script><script></script> |</script>");
        check("nothing </scrip");
    }

    #[test]
    fn a_pair_that_stays_open_is_none() {
        let script = b"<!-- <script> </script> more";
        assert_eq!(script_end(script, 0, true), ScriptEnd::Broken(14));
        assert_eq!(script_end(script, 0, false), ScriptEnd::At(14));
    }
}
