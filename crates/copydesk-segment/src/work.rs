//! How many bytes were looked at, counted in tests alone: the tests compare the work on a text with
//! the work on one twice as long, which says more about linearity than a clock on a busy machine.

#[cfg(test)]
std::thread_local! {
    static BYTES: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
}

/// Counts bytes that a loop has gone over.
#[inline]
pub(crate) fn count(bytes: usize) {
    #[cfg(test)]
    BYTES.with(|all| all.set(all.get() + bytes));
    #[cfg(not(test))]
    let _ = bytes;
}

#[cfg(test)]
mod tests {
    use copydesk_core::{SegmentOptions, TokenMode};

    use super::BYTES;
    use crate::{SentenceIter, TokenIter};

    /// Bytes looked at while a closure runs.
    fn work(run: impl FnOnce()) -> usize {
        BYTES.with(|all| all.set(0));
        run();
        BYTES.with(core::cell::Cell::get)
    }

    fn sentences(text: &str) -> usize {
        work(|| {
            SentenceIter::new(text, &SegmentOptions::default()).for_each(drop);
        })
    }

    fn tokens(text: &str, mode: TokenMode) -> usize {
        work(|| TokenIter::with_mode(text, mode).for_each(drop))
    }

    /// Texts without an end of what they are made of: each attacks one loop.
    const UNITS: &[&str] = &[
        "1",
        "\"",
        ".",
        "(",
        "a",
        "harbour",
        ")",
        "'",
        "\u{201C}",
        "\u{2019}",
        "-",
        "=",
        "*",
        "_",
        ":",
        "/",
        "!",
        "$",
        "#",
        "@",
        "[",
        "\u{2026}",
        "\u{3002}",
        "\u{6C34}",
        "\u{E01}",
        "\u{301}",
        "\u{1F1EC}",
        "\u{200D}",
        " ",
        "\n",
        "\t",
        ". ",
        "' ",
        "\" ",
        "'' ",
        "a.",
        "A.",
        "1.",
        "1,",
        "1:",
        "1-",
        "1/",
        "a-",
        "a'",
        "a@",
        "@a",
        "a. ",
        "1. ",
        "1) ",
        "\u{2022} ",
        ". . ",
        "? ! ",
        ".\" ",
        "[1] ",
        "A. B. ",
        "Mr. ",
        "Mr.\n",
        "a\n",
        "A\n",
        "said.The ",
        "said \"A. b",
        "p.m. X ",
        "Ph.D. ",
        "http://",
        "http://a ",
        "www.",
        "https://a.b The ",
        "(a. B ",
        "x! y",
        "Dear Ama",
        "Dear Ama, ",
        "Thanks, ",
        ":-) A",
        "===== ",
        "a===== ",
        "01/02/2003 04:05 ",
        "A 01/02/2003 04:05 PM ",
        "04:05",
        "They ",
        "Floods They come ",
        "\u{1F63B} A",
        "--",
        "- ",
        "e-",
        "dont ",
        "a_",
        "\u{E9}.",
        "U.S . ",
    ];

    /// Twice the text is no more than twice the work, and no byte is looked at again and again.
    #[track_caller]
    fn check(what: &str, unit: &str, work: impl Fn(&str) -> usize) {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        let (once, twice) = (work(&text(40_000)), work(&text(80_000)));
        assert!(
            twice <= 2 * once + once / 10 + 4096,
            "{what} of {unit:?}: {once} bytes looked at, then {twice}"
        );
        assert!(twice <= 80_000 * 400, "{what} of {unit:?}: {twice} bytes");
    }

    #[test]
    fn work_grows_with_the_text_and_no_faster() {
        for unit in UNITS {
            check("sentences", unit, sentences);
            for mode in TokenMode::ALL {
                check("tokens", unit, |text| tokens(text, mode));
            }
        }
    }

    /// The line that a page without line breaks is: nothing in it may be paid for by each sentence.
    #[test]
    fn one_mark_far_away_is_looked_for_once() {
        for mark in ["\"", ")", "'", "\u{201D}", "\n", "=====", "2) x"] {
            for unit in [
                "It rained. ",
                "\"It rained. ",
                "(It rained. ",
                "1) It rained ",
            ] {
                let text = |bytes: usize| unit.repeat(bytes / unit.len()) + mark;
                let (once, twice) = (sentences(&text(40_000)), sentences(&text(80_000)));
                assert!(
                    twice <= 2 * once + once / 10 + 4096,
                    "{mark:?} behind {unit:?}: {once} bytes looked at, then {twice}"
                );
            }
        }
    }
}
