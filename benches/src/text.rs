//! Texts of ordinary kind in three sizes and a noisy one; the hostile ones are in [`hostile`].

pub mod crawl;
pub mod hostile;

use crate::{
    Input,
    words::{TEXTS, Words},
};

/// Texts with something to repair: look-alike letters, mojibake, invisible characters.
const NOISY: [&str; 3] = [
    include_str!("../../seeds/grain-01-cyrillic-homoglyphs/source.txt"),
    include_str!("../../seeds/summit-01-mojibake/source.txt"),
    include_str!("../../seeds/summit-05-bom-invisible-characters/source.txt"),
];

/// Bytes of a text beyond any article.
const HUGE: usize = 5_000_000;

/// A seed as it is: a short scraped article, 2 kB.
pub fn small() -> Input {
    Input::new("small", TEXTS[0])
}

/// A long read of 9.5 kB: five seeds of ordinary noise, one after another.
pub fn typical() -> Input {
    Input::new("typical", TEXTS.join("\n\n"))
}

/// Three seeds, 6 kB, with look-alike letters, mojibake and invisible characters: a text that
/// has to be rewritten, where [`typical`] is hardly touched.
pub fn noisy() -> Input {
    Input::new("noisy", NOISY.join("\n\n"))
}

/// Paragraphs of the seeds in pseudo-random order, 5 MB, each fifth followed by a line of
/// furniture.
pub fn huge() -> Input {
    let mut words = Words::new(3);
    let mut text = String::with_capacity(HUGE + 1024);
    while text.len() < HUGE {
        text.push_str(words.paragraph());
        text.push_str("\n\n");
        if words.below(5) == 0 {
            text.push_str(&words.phrase(4));
            text.push_str("\n\n");
        }
    }
    Input::new("huge", text)
}

/// [`small`], [`typical`] and [`huge`].
pub fn ordinary() -> [Input; 3] {
    [small(), typical(), huge()]
}
