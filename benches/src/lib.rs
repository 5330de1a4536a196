//! Inputs for the benchmarks of copydesk, by name, and how to run them.
//!
//! ```text
//! cargo bench -p copydesk-benches                       # everything
//! cargo bench -p copydesk-benches --bench normalize     # one stage
//! cargo bench -p copydesk-benches -- hostile            # the inputs that are meant to hurt
//! cargo test -p copydesk-benches --benches              # each once, unmeasured: what CI does
//! ```
//!
//! Measured figures are in `RESULTS.md` beside this package. Where there is a cheapest possible
//! way to touch the same bytes, it is measured in the same run under the name `floor`: on a
//! shared machine the ratio of the two holds where the times do not.
//!
//! # Inputs
//! All are built from the documents in `seeds/`, the same in every run.
//!
//! | name | HTML ([`html`]) | text ([`text`]) |
//! |---|---|---|
//! | small | 10 kB: a seed page | 2 kB: a seed text |
//! | typical | 174 kB: the same page with scripts, menus, teasers and comments | 9.5 kB: five seed texts |
//! | noisy | | 6 kB: look-alike letters, mojibake, invisible characters |
//! | huge | 5 MB, 1 MB of it prose | 5 MB of prose |
//! | hostile | 256 kB each, see [`html::hostile`] | 128 kB each, 16 kB in a corpus, see [`text::hostile`] |
//!
//! | name | articles of 5 kB ([`text::crawl`]) |
//! |---|---|
//! | news | 0.5 MB, a fifth of it not English, with one repair per kB |
//! | long-news | the same in one text of 4.2 MB |
//! | ascii | 0.5 MB with nothing to repair |
//! | disguised | 0.5 MB, a Cyrillic letter in every third word |
//! | damaged | 0.5 MB of UTF-8 read as windows-1252 |
//!
//! | name | documents ([`documents`]) |
//! |---|---|
//! | seeds | 12 pages and texts of several languages and charsets, 69 kB |
//! | crawl | 24 typical pages, 4.2 MB |
//!
//! | name | reports ([`reports`]) |
//! |---|---|
//! | 2000, 20000 | invented people, real countries, 0.6 kB each, over four years |
//!
//! | name | news ([`copies`]) |
//! |---|---|
//! | duplicates | 20,000 invented documents of 2.9 kB, a third of them edited copies and what they were made of |
//!
//! | name | documents without end ([`varied`]) |
//! |---|---|
//! | varied | 0.7 kB each, every kind and damage, no two alike, for `examples/soak.rs` |

/// As in the command and the Python module.
#[cfg(not(feature = "system-allocator"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod archives;
pub mod copies;
pub mod documents;
mod furniture;
pub mod html;
pub mod reports;
mod settings;
pub mod text;
pub mod varied;
mod words;

use criterion::Throughput;
pub use settings::{briefly, settings};

/// An input and the name that it bears in the reports.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name in the reports.
    pub name: &'static str,
    /// The page or text.
    pub text: String,
}

impl Input {
    fn new(name: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { name, text }
    }

    /// The size in bytes.
    pub fn bytes(&self) -> u64 {
        self.text.len() as u64
    }

    /// The size as criterion wants it.
    pub fn throughput(&self) -> Throughput {
        throughput(1, self.text.len())
    }
}

/// What a bench reads at once, so that documents and bytes a second are reported.
pub fn throughput(documents: usize, bytes: usize) -> Throughput {
    Throughput::ElementsAndBytes {
        elements: documents as u64,
        bytes: bytes as u64,
    }
}

/// `unit` again and again, up to about `bytes`.
fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes are part of the documentation, so they are checked: within a twentieth.
    #[track_caller]
    fn check(name: &str, size: u64, documented: u64) {
        assert!(
            size.abs_diff(documented) <= documented / 20,
            "{name} has {size} bytes, not about {documented}"
        );
    }

    #[track_caller]
    fn check_all(inputs: &[Input], documented: &[u64]) {
        for (input, &documented) in inputs.iter().zip(documented.iter().cycle()) {
            check(input.name, input.bytes(), documented);
        }
    }

    #[test]
    fn sizes_are_as_documented() {
        check_all(&html::ordinary(), &[10_000, 174_000, 5_000_000]);
        check_all(&text::ordinary(), &[2_000, 9_500, 5_000_000]);
        check_all(&[text::noisy()], &[6_000]);
        check_all(&html::hostile::all(html::hostile::BYTES), &[256 << 10]);
        check_all(&text::hostile::all(text::hostile::BYTES), &[128 << 10]);
        for set in text::crawl::all() {
            let documented = if set.name == "long-news" {
                4_200_000
            } else {
                500_000
            };
            check(set.name, set.bytes(), documented);
        }
        check("seeds", documents::bytes(&documents::seeds()), 69_000);
        check("crawl", documents::bytes(&documents::crawl()), 4_200_000);
    }

    #[test]
    fn inputs_are_the_same_every_time() {
        assert_eq!(html::typical().text, html::typical().text);
        assert_ne!(html::typical_pages(2)[0], html::typical_pages(2)[1]);
    }
}
