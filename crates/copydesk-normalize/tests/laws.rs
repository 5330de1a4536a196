//! Laws that hold for every text.

use crate::check::check;
use copydesk_core::{NormalizeOptions, Preset};
use copydesk_normalize::normalize;
use proptest::prelude::*;

/// Characters that the rules care about, so that random texts are not all the same to them.
const TROUBLE: &str = "ae \n\r\t&;#x1lt9\u{a0}\u{ad}\u{c3}\u{a9}\u{e2}\u{20ac}\u{2122}\u{99}\u{80}\u{93}\u{c2}\u{d0}\u{d1}\u{201c}\u{2019}\u{2013}\
\u{300}\u{301}\u{323}\u{345}\u{430}\u{435}\u{43e}\u{416}\u{3b1}\u{3bf}\u{39f}\u{585}\u{13aa}\u{200b}\u{200d}\u{200c}\u{feff}\u{202e}\u{fe0f}\u{e0067}\u{e007f}\
\u{1f3f4}\u{1f469}\u{2764}\u{1d5e1}\u{1d5fc}\u{ff21}\u{ff1b}\u{fb01}\u{3000}\u{6771}\u{1100}\u{1161}\u{11a8}\u{ac00}\u{5d0}\u{627}\u{17a2}\u{915}\u{94d}\u{fffd}\u{2028}\u{2029}\u{37e}\u{f71}\u{f73}-A\u{2026}\u{2032}\u{390}\u{df}\u{345}\u{130}\u{1fb7}\u{a8}\u{2bc}\
?.\u{c2}\u{c3}\u{c5}\u{e0}\u{e1}\u{ed}\u{f0}\u{b1}\u{b4}\u{bd}\u{b8}\u{2026}\u{201a}\u{c4}\u{102}\u{139}\u{104}\u{413}\u{412}\u{420}\u{452}\u{446}\u{251c}\u{2557}\u{221a}\u{2020}\u{2248}\u{f8ff}\u{fb01}\u{3b2}\u{101}\u{178}";

fn troubled() -> impl Strategy<Value = String> {
    let letters: Vec<char> = TROUBLE.chars().collect();
    prop::collection::vec(prop::sample::select(letters), 0..40)
        .prop_map(|letters| letters.into_iter().collect())
}

/// Text that was damaged, escaped and disguised, some layers deep.
fn damaged() -> impl Strategy<Value = String> {
    (
        "[ -~\u{e9}\u{2019}\u{201c}\u{430}\u{438}\u{1f600}\u{300}\u{a0}]{0,16}",
        0u8..4,
        0u8..3,
    )
        .prop_map(|(mut text, layers, escapes)| {
            for _ in 0..layers {
                text = text.bytes().map(char::from).collect();
            }
            for _ in 0..escapes {
                text = text.replace('&', "&amp;").replace('\u{e9}', "&eacute;");
            }
            text.replace('e', "\u{435}")
        })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        troubled(),
        damaged(),
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter)
    ]
}

fn options() -> impl Strategy<Value = NormalizeOptions> {
    any::<[bool; 18]>().prop_map(|choices| {
        let mut options = NormalizeOptions::default();
        for ((_, switch), on) in options.switches().into_iter().zip(choices) {
            *switch = on;
        }
        options
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn holds_with_default_options(text in text()) {
        check(&text, &NormalizeOptions::default());
    }

    #[test]
    fn holds_with_presets(text in text()) {
        for preset in Preset::ALL {
            check(&text, &preset.options());
        }
    }

    #[test]
    fn holds_with_any_options(text in text(), options in options()) {
        check(&text, &options);
    }
}

#[test]
fn everything_off_borrows() {
    let mut options = NormalizeOptions::lossless();
    options.nfc = false;
    let output = normalize("a  b\u{200b}&amp;", &options);
    assert!(matches!(output.text, std::borrow::Cow::Borrowed(_)));
}
