//! Pages of ordinary kind in three sizes; the hostile ones are in [`hostile`].

pub mod hostile;

use std::fmt::Write as _;

use crate::{Input, furniture, words::Words};

/// The seed that every page is made of: full furniture around an article in English.
const SEED: &str = include_str!("../../seeds/port-strike-01-full-furniture/source.html");

/// Bytes of a page of a large news site.
const TYPICAL: usize = 174_000;

/// Bytes of a page beyond what a site serves on purpose.
const HUGE: usize = 5_000_000;

/// The seed page as it is: 10 kB.
pub fn small() -> Input {
    Input::new("small", SEED)
}

/// A page as large news sites serve it, 174 kB: the seed in the usual proportion of scripts,
/// menus and teasers.
pub fn typical() -> Input {
    Input::new("typical", page(TYPICAL, 0, 1))
}

/// A page of 5 MB, one fifth of it prose, such as a live blog that was never split.
pub fn huge() -> Input {
    Input::new("huge", page(HUGE, HUGE / 5, 2))
}

/// [`small`], [`typical`] and [`huge`].
pub fn ordinary() -> [Input; 3] {
    [small(), typical(), huge()]
}

/// `count` typical pages, no two alike.
pub fn typical_pages(count: usize) -> Vec<String> {
    (0..count)
        .map(|index| page(TYPICAL, 0, 100 + index as u64))
        .collect()
}

/// The seed page filled up to about `bytes`, with `prose` bytes more in its article.
fn page(bytes: usize, prose: usize, seed: u64) -> String {
    let mut words = Words::new(seed);
    let padding = bytes.saturating_sub(SEED.len() + prose);
    let share = |percent: usize| padding / 100 * percent;

    let mut article = String::with_capacity(prose + 1024);
    while article.len() < prose {
        let _ = writeln!(article, "<p>{}</p>", words.paragraph());
    }
    let head = furniture::script(&mut words, share(35));
    let top = furniture::menu(&mut words, share(15));
    let side = furniture::teasers(&mut words, share(25));
    let below = furniture::comments(&mut words, share(5));
    let foot = furniture::script(&mut words, share(20));

    let mut page = SEED.to_owned();
    for (before, what) in [
        ("</head>", head),
        ("<header class=\"hp-mast\">", top),
        ("<h2>Ripples across the Baltic</h2>", article),
        ("<section class=\"comments\"", below),
        ("<aside class=\"rail\">", side),
        ("</body>", foot),
    ] {
        let at = page.find(before).expect("the seed page has this place");
        page.insert_str(at, &what);
    }
    page
}
