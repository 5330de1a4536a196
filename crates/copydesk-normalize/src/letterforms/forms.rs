//! Which characters are forms of plain letters, and of which.

/// A kind of letterform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A letter or digit of a mathematical alphabet; whether text uses that alphabet in formulas.
    Mathematical { in_formulas: bool, italic: bool },
    /// A small capital; whether the phonetic alphabet has it too.
    SmallCapital { phonetic: bool },
    /// A letter in a circle or square; whether it is an emoji too.
    Enclosed { emoji: bool },
    /// A raised letter.
    Raised,
    /// A Roman numeral that is one letter.
    Numeral,
    /// The `g` of the phonetic alphabet.
    PhoneticG,
}

/// Whether a character may be a letterform.
pub(super) const fn is_form(letter: char) -> bool {
    matches!(letter,
        '\u{262}' | '\u{26a}' | '\u{274}' | '\u{280}' | '\u{28f}' | '\u{299}' | '\u{29c}' | '\u{29f}'
        | '\u{261}'
        | '\u{1d00}' | '\u{1d04}'..='\u{1d07}' | '\u{1d0a}'..='\u{1d0f}' | '\u{1d18}' | '\u{1d1b}' | '\u{1d1c}'
        | '\u{1d20}'..='\u{1d22}' | '\u{a730}' | '\u{a731}' | '\u{a7af}'
        | '\u{2b0}' | '\u{2b2}' | '\u{2b3}' | '\u{2b7}' | '\u{2b8}' | '\u{2e1}'..='\u{2e3}'
        | '\u{1d2c}' | '\u{1d2e}' | '\u{1d30}'..='\u{1d3e}' | '\u{1d3f}'..='\u{1d43}' | '\u{1d47}'..='\u{1d49}' | '\u{1d4d}'
        | '\u{1d4f}'..='\u{1d50}' | '\u{1d52}' | '\u{1d56}'..='\u{1d58}' | '\u{1d5b}' | '\u{1d9c}' | '\u{1da0}' | '\u{1dbb}'
        | '\u{2071}' | '\u{207f}' | '\u{2c7d}'
        | '\u{2102}' | '\u{210a}'..='\u{210e}' | '\u{2110}'..='\u{2112}' | '\u{2115}' | '\u{2119}'..='\u{211d}' | '\u{2124}'
        | '\u{2128}' | '\u{212c}' | '\u{212d}' | '\u{212f}'..='\u{2131}' | '\u{2133}' | '\u{2134}'
        | '\u{2160}' | '\u{2164}' | '\u{2169}' | '\u{216c}'..='\u{2170}' | '\u{2174}' | '\u{2179}' | '\u{217c}'..='\u{217f}'
        | '\u{24b6}'..='\u{24e9}'
        | '\u{1d400}'..='\u{1d6a3}' | '\u{1d7ce}'..='\u{1d7ff}'
        | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}'
    )
}

/// The kind of a letterform and the plain letter.
pub(super) fn form(letter: char) -> Option<(Form, char)> {
    if letter.is_ascii() || !is_form(letter) {
        return None;
    }
    let code = letter as u32;
    let from = |first: u32, plain: u8| char::from((code - first) as u8 + plain);
    let found = match letter {
        '\u{1d400}'..='\u{1d6a3}' => {
            let (alphabet, at) = ((code - 0x1d400) / 52, ((code - 0x1d400) % 52) as u8);
            let plain = if at < 26 { b'A' + at } else { b'a' + at - 26 };
            let kind = Form::Mathematical {
                // Bold, italic, bold italic, script, Fraktur, double-struck.
                in_formulas: matches!(alphabet, 0..=3 | 5 | 6),
                italic: alphabet == 1,
            };
            (kind, char::from(plain))
        }
        '\u{1d7ce}'..='\u{1d7ff}' => {
            let kind = Form::Mathematical {
                in_formulas: true,
                italic: false,
            };
            (kind, char::from(b'0' + ((code - 0x1d7ce) % 10) as u8))
        }
        '\u{24b6}'..='\u{24cf}' => (
            Form::Enclosed {
                emoji: code == 0x24c2,
            },
            from(0x24b6, b'A'),
        ),
        '\u{24d0}'..='\u{24e9}' => (Form::Enclosed { emoji: false }, from(0x24d0, b'a')),
        '\u{1f130}'..='\u{1f149}' => (Form::Enclosed { emoji: false }, from(0x1f130, b'A')),
        '\u{1f150}'..='\u{1f169}' => (Form::Enclosed { emoji: false }, from(0x1f150, b'A')),
        '\u{1f170}'..='\u{1f189}' => {
            let emoji = matches!(code, 0x1f170 | 0x1f171 | 0x1f17e | 0x1f17f);
            (Form::Enclosed { emoji }, from(0x1f170, b'A'))
        }
        '\u{261}' => (Form::PhoneticG, 'g'),
        _ => {
            let find = |table: &str, plain: &str| {
                let at = table.chars().position(|form| form == letter)?;
                plain.chars().nth(at)
            };
            if let Some(plain) = find(SMALL_CAPITALS.0, SMALL_CAPITALS.1) {
                (Form::SmallCapital { phonetic: false }, plain)
            } else if let Some(plain) = find(PHONETIC.0, PHONETIC.1) {
                (Form::SmallCapital { phonetic: true }, plain)
            } else if let Some(plain) = find(RAISED.0, RAISED.1) {
                (Form::Raised, plain)
            } else if let Some(plain) = find(NUMERALS.0, NUMERALS.1) {
                (Form::Numeral, plain)
            } else {
                let kind = Form::Mathematical {
                    in_formulas: true,
                    italic: false,
                };
                (kind, find(HOLES.0, HOLES.1)?)
            }
        }
    };
    Some(found)
}

const SMALL_CAPITALS: (&str, &str) = (
    "\u{1d00}\u{1d04}\u{1d05}\u{1d07}\u{a730}\u{1d0a}\u{1d0b}\u{1d0d}\u{1d0f}\u{1d18}\u{a7af}\u{a731}\u{1d1b}\u{1d1c}\u{1d20}\u{1d21}\u{1d22}",
    "acdefjkmopqstuvwz",
);

/// Small capitals that are letters of the International Phonetic Alphabet.
const PHONETIC: (&str, &str) = (
    "\u{299}\u{262}\u{29c}\u{26a}\u{29f}\u{274}\u{280}\u{28f}",
    "bghilnry",
);

const RAISED: (&str, &str) = (
    "\u{2b0}\u{2b2}\u{2b3}\u{2b7}\u{2b8}\u{2e1}\u{2e2}\u{2e3}\u{1d2c}\u{1d2e}\u{1d30}\u{1d31}\u{1d33}\u{1d34}\u{1d35}\u{1d36}\u{1d37}\u{1d38}\u{1d39}\u{1d3a}\u{1d3c}\u{1d3e}\u{1d3f}\u{1d40}\u{1d41}\u{1d42}\u{1d43}\u{1d47}\u{1d48}\u{1d49}\u{1d4d}\u{1d4f}\u{1d50}\u{1d52}\u{1d56}\u{1d57}\u{1d58}\u{1d5b}\u{1d9c}\u{1da0}\u{1dbb}\u{2071}\u{207f}\u{2c7d}",
    "hjrwylsxABDEGHIJKLMNOPRTUWabdegkmoptuvcfzinV",
);

const NUMERALS: (&str, &str) = (
    "\u{2160}\u{2164}\u{2169}\u{216c}\u{216d}\u{216e}\u{216f}\u{2170}\u{2174}\u{2179}\u{217c}\u{217d}\u{217e}\u{217f}",
    "IVXLCDMivxlcdm",
);

/// Letters of the mathematical alphabets that had a code point before these were encoded.
const HOLES: (&str, &str) = (
    "\u{210e}\u{212c}\u{2130}\u{2131}\u{210b}\u{2110}\u{2112}\u{2133}\u{211b}\u{212f}\u{210a}\u{2134}\u{212d}\u{210c}\u{2111}\u{211c}\u{2128}\u{2102}\u{210d}\u{2115}\u{2119}\u{211a}\u{211d}\u{2124}",
    "hBEFHILMRegoCHIRZCHNPQRZ",
);

#[cfg(test)]
mod tests {
    use super::{HOLES, NUMERALS, PHONETIC, RAISED, SMALL_CAPITALS, form, is_form};

    #[test]
    fn tables_agree() {
        for (forms, plain) in [HOLES, NUMERALS, PHONETIC, RAISED, SMALL_CAPITALS] {
            assert_eq!(forms.chars().count(), plain.chars().count());
            assert!(forms.chars().all(is_form));
        }
        let digits_and_letters = |code: u32| {
            let letter = char::from_u32(code)?;
            form(letter).map(|(_, plain)| plain)
        };
        for code in 0x80..0x2_0000 {
            assert!(digits_and_letters(code).is_none_or(|plain| plain.is_ascii_alphanumeric()));
        }
    }
}
