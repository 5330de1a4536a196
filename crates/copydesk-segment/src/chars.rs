//! Classes of code points above ASCII, as far as sentences and tokens need them.
//!
//! The standard library knows letters, digits, case and white space. What it does not know is
//! listed here by range: dashes, quotes, terminators, scripts written without spaces, emoji.

/// The code point that starts at a byte, if one does.
#[inline]
pub(crate) fn char_at(text: &str, index: usize) -> Option<char> {
    text.get(index..)?.chars().next()
}

/// The code point that ends at a byte, if one does.
#[inline]
pub(crate) fn char_before(text: &str, index: usize) -> Option<char> {
    text.get(..index)?.chars().next_back()
}

/// Whether a code point takes no room of its own: it is skipped like white space between
/// tokens, and no sentence starts or ends with it.
pub(crate) fn is_blank(c: char) -> bool {
    c <= ' '
        || c == '\u{7F}'
        || c.is_whitespace()
        || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

/// Marks that end a sentence in some script, the ASCII ones apart.
pub(crate) fn is_wide_terminator(c: char) -> bool {
    is_unspaced_terminator(c)
        || matches!(c,
            '\u{2026}' | '\u{203C}' | '\u{203D}' | '\u{2047}'..='\u{2049}' // … ‼ ‽ ⁇ ⁈ ⁉
            | '\u{061F}' | '\u{06D4}' | '\u{0589}' | '\u{0700}'..='\u{0702}' // Arabic, Urdu, Armenian, Syriac
            | '\u{0964}' | '\u{0965}' // danda
            | '\u{1362}' | '\u{1367}' | '\u{1803}' // Ethiopic, Mongolian
            | '\u{0F0D}' | '\u{0F0E}' // Tibetan
            | '\u{FF0E}')
}

/// Terminators of scripts written without spaces: the next sentence follows at once.
pub(crate) fn is_unspaced_terminator(c: char) -> bool {
    matches!(
        c,
        '\u{3002}' | '\u{FF01}' | '\u{FF1F}' | '\u{FF61}' | '\u{104B}' | '\u{17D4}' | '\u{17D5}'
    ) // Myanmar, Khmer
}

/// Closing brackets and quotation marks that are not also opening ones.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '\u{2019}'
            | '\u{201D}'
            | '\u{BB}'
            | '\u{203A}'
            | '\u{3009}'
            | '\u{300B}'
            | '\u{300D}'
            | '\u{300F}'
            | '\u{3011}'
            | '\u{3015}'
            | '\u{FF09}'
            | '\u{FF3D}'
            | '\u{FF5D}'
            | '\u{FF63}'
    )
}

/// Quotation marks among the closers and the marks that both open and close.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(c,
        '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2039}' | '\u{203A}'
        | '\u{300C}'..='\u{300F}' | '\u{FF02}' | '\u{FF07}')
}

/// Marks that may stand before the first word of a sentence.
pub(crate) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '`'
            | '*'
            | '_'
            | '<'
            | '\u{AB}'
            | '\u{A1}'
            | '\u{BF}'
            | '\u{2018}'
            | '\u{201A}'
            | '\u{201B}'
            | '\u{201C}'
            | '\u{201E}'
            | '\u{201F}'
            | '\u{2039}'
            | '\u{3008}'
            | '\u{300A}'
            | '\u{300C}'
            | '\u{300E}'
            | '\u{3010}'
            | '\u{3014}'
            | '\u{FF08}'
            | '\u{FF3B}'
            | '\u{FF5B}'
            | '\u{FF62}'
    )
}

/// Bullets at the start of a list item.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '\u{2022}'
            | '\u{2023}'
            | '\u{2043}'
            | '\u{2219}'
            | '\u{25AA}'
            | '\u{25AB}'
            | '\u{25CF}'
            | '\u{25CB}'
            | '\u{25E6}'
            | '\u{25A0}'
            | '\u{25A1}'
            | '\u{2605}'
            | '\u{27A4}'
            | '\u{2756}'
            | '\u{B7}'
    )
}

/// Letters of Thai and Lao, which have neither spaces between words nor a full stop.
pub(crate) fn is_thai(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{ECE}' | '\u{EDC}'..='\u{EDF}')
}

/// Letters of Thai, Lao, Khmer and Myanmar, with the marks on them: only a dictionary knows their words.
pub(crate) fn is_southeast_asian(c: char) -> bool {
    is_thai(c)
        || matches!(c,
            '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{109A}'..='\u{109F}' // Myanmar
            | '\u{1780}'..='\u{17D3}' | '\u{17D7}' | '\u{17DC}' | '\u{17DD}' // Khmer
            | '\u{A9E0}'..='\u{A9EF}' | '\u{A9FA}'..='\u{A9FE}' | '\u{AA60}'..='\u{AA7F}')
}

/// Han characters, which are written without spaces.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{3007}')
}

/// Hiragana, Katakana and their length mark.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}')
}

/// Marks that belong to the letter before them, and joiners inside a word.
pub(crate) fn is_extender(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{93C}' | '\u{94D}' | '\u{951}'..='\u{954}' | '\u{9BC}' | '\u{9CD}' | '\u{A3C}' | '\u{A4D}'
        | '\u{ABC}' | '\u{ACD}' | '\u{B3C}' | '\u{B4D}' | '\u{BCD}' | '\u{C4D}' | '\u{CBC}' | '\u{CCD}'
        | '\u{D4D}' | '\u{DCA}' | '\u{E38}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{F39}' | '\u{F84}'
        | '\u{1039}' | '\u{103A}' | '\u{17D2}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// Currency signs above ASCII.
pub(crate) fn is_currency(c: char) -> bool {
    matches!(c, '\u{A2}'..='\u{A5}' | '\u{58F}' | '\u{60B}' | '\u{E3F}' | '\u{20A0}'..='\u{20CF}'
        | '\u{FF04}' | '\u{FFE0}' | '\u{FFE1}' | '\u{FFE5}' | '\u{FFE6}' | '\u{FDFC}')
}

/// Code points shown as emoji.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}'
        | '\u{2B05}'..='\u{2B07}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{3030}' | '\u{303D}')
}

/// Punctuation above ASCII, by block; anything else that is no letter and no digit is a symbol.
pub(crate) fn is_wide_punctuation(c: char) -> bool {
    is_wide_terminator(c)
        || matches!(c,
            '\u{A1}' | '\u{A7}' | '\u{AB}' | '\u{B6}' | '\u{B7}' | '\u{BB}' | '\u{BF}' | '\u{37E}' | '\u{387}'
            | '\u{55A}'..='\u{55F}' | '\u{104A}'..='\u{104F}' | '\u{58A}' | '\u{5BE}' | '\u{5F3}' | '\u{5F4}' | '\u{60C}' | '\u{61B}'
            | '\u{66A}'..='\u{66D}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
            | '\u{2E00}'..='\u{2E5D}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
            | '\u{30FB}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}'
            | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF3D}' | '\u{FF5B}'..='\u{FF65}')
}
