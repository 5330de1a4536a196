//! **What** Removes characters that are not seen and carry nothing: zero-width spaces, soft
//! hyphens, word joiners, byte order marks, bidirectional controls, tag characters, stray
//! variation selectors and fillers, noncharacters, and control characters; of a terminal's escape
//! sequence (`\u{1b}[36;44m`, ECMA-48) all of it.
//!
//! **Why** They split words for every later stage, and some are put there to do so.
//!
//! **Example** `inter\u{ad}national Ko\u{200b}rea` becomes `international Korea`.
//!
//! Kept, because there they are spelling: joiners within emoji sequences and in the scripts
//! that join (Persian, the scripts of India …), zero-width spaces in scripts written without
//! spaces, selectors behind emoji and ideographs, tags of a flag, direction marks in lines with
//! right-to-left letters, the grapheme joiner before a mark, the blank of Braille within Braille
//! (elsewhere it is a space, because it is seen as one).
//!
//! **Known misses** A zero-width space between two words of a text that has no other space
//! there leaves the words joined.

use icu_properties::{
    CodePointSetData, CodePointSetDataBorrowed,
    props::{Emoji, ExtendedPictographic},
};

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::{is_cjk, is_joining, is_right_to_left, is_unspaced},
};

/// Whether a character is one that this rule may remove.
pub(crate) const fn is_suspect(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => letter as u32 & 0xfffe == 0xfffe,
    }
}

pub(crate) fn remove(text: &str) -> Option<Rewrite> {
    let context = Context {
        emoji: CodePointSetData::new::<Emoji>(),
        pictographic: CodePointSetData::new::<ExtendedPictographic>(),
    };
    let mut rewriter = Rewriter::new(text);
    // Whether the line has right-to-left letters, worked out where a direction mark asks.
    let mut line: Option<(usize, bool)> = None;
    // Up to where the tags spell a flag.
    let mut flag_end = 0;
    // Up to where a control sequence goes.
    let mut sequence_end = 0;
    for (at, suspect) in text.char_indices() {
        if at < sequence_end || !is_suspect(suspect) {
            continue;
        }
        let end = at + suspect.len_utf8();
        if let Some(length) = control_sequence(&text[at..]) {
            sequence_end = at + length;
            rewriter.delete(at..sequence_end);
            continue;
        }
        let before = rewriter.previous(at);
        let after = text[end..].chars().next();
        let keep = match suspect {
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => match line {
                Some((line_end, right_to_left)) if at < line_end => right_to_left,
                _ => {
                    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
                    let line_end = text[at..].find('\n').map_or(text.len(), |rest| at + rest);
                    let right_to_left = text[start..line_end].chars().any(is_right_to_left);
                    line = Some((line_end, right_to_left));
                    right_to_left
                }
            },
            '\u{e0020}'..='\u{e007f}' => {
                if before == Some('\u{1f3f4}') {
                    flag_end = at + flag_tags(&text[at..]);
                }
                at < flag_end
            }
            _ => context.keeps(suspect, before, after),
        };
        if keep {
            continue;
        }
        if suspect == '\u{2800}' {
            rewriter.replace_char(at..end, ' ');
        } else {
            rewriter.delete(at..end);
        }
    }
    rewriter.finish()
}

struct Context {
    emoji: CodePointSetDataBorrowed<'static>,
    pictographic: CodePointSetDataBorrowed<'static>,
}

impl Context {
    fn keeps(&self, suspect: char, before: Option<char>, after: Option<char>) -> bool {
        let before_is = |test: fn(char) -> bool| before.is_some_and(test);
        let after_is = |test: fn(char) -> bool| after.is_some_and(test);
        match suspect {
            '\u{200b}' => before_is(is_unspaced) && after_is(is_unspaced),
            // At the end of a word it is spelling behind a virama only.
            '\u{200c}' => {
                before_is(is_joining)
                    && (after_is(is_joining) || !before_is(|letter| letter < '\u{900}'))
            }
            '\u{200d}' => {
                before_is(is_joining)
                    || after_is(is_joining)
                    || before.is_some_and(|letter| {
                        self.pictographic.contains(letter)
                            || matches!(letter, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
                    }) && after.is_some_and(|letter| self.pictographic.contains(letter))
            }
            '\u{34f}' => after_is(is_mark),
            '\u{2800}' => {
                before_is(|letter| matches!(letter, '\u{2800}'..='\u{28ff}'))
                    || after_is(|letter| matches!(letter, '\u{2801}'..='\u{28ff}'))
            }
            '\u{115f}' => after_is(|letter| matches!(letter, '\u{1161}'..='\u{11a7}')),
            '\u{1160}' => before_is(
                |letter| matches!(letter, '\u{1100}'..='\u{115e}' | '\u{a960}'..='\u{a97c}'),
            ),
            '\u{180b}'..='\u{180f}' => {
                before_is(|letter| matches!(letter, '\u{1820}'..='\u{18aa}'))
            }
            '\u{fe0e}' | '\u{fe0f}' => before.is_some_and(|letter| {
                if letter.is_ascii() {
                    after == Some('\u{20e3}')
                } else {
                    self.emoji.contains(letter)
                }
            }),
            // The zero with a stroke.
            '\u{fe00}' if before == Some('0') => true,
            '\u{fe00}'..='\u{fe0d}' => before_is(|letter| {
                is_cjk(letter)
                    || is_joining(letter)
                    || matches!(letter, '\u{2200}'..='\u{2aff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff1f}')
            }),
            '\u{e0100}'..='\u{e01ef}' => before_is(is_cjk),
            _ => false,
        }
    }
}

/// Bytes of the parameters of a control sequence; with more it is none.
const LONGEST_PARAMETERS: usize = 32;

/// How many bytes the control sequence has that `rest` begins with: `ESC [`, parameters, a final
/// byte. Not U+009B, which is a quotation mark of windows-1252 more often.
fn control_sequence(rest: &str) -> Option<usize> {
    const INTRODUCER: &str = "\u{1b}[";
    let bytes = rest.strip_prefix(INTRODUCER)?.as_bytes();
    let parameters = bytes
        .iter()
        .take(LONGEST_PARAMETERS)
        .take_while(|byte| matches!(byte, b'0'..=b'?'))
        .count();
    matches!(bytes.get(parameters), Some(b'@'..=b'~')).then_some(INTRODUCER.len() + parameters + 1)
}

/// How many bytes of tags behind a black flag name a region: `gb`, `eng` and the like, three to
/// six letters and digits, and the tag that ends them. None where that is missing.
fn flag_tags(rest: &str) -> usize {
    let is_letter =
        |tag: &char| matches!(tag, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let letters = rest.chars().take(7).take_while(is_letter).count();
    let ends = rest.chars().nth(letters) == Some('\u{e007f}');
    if ends && (3..=6).contains(&letters) {
        4 * (letters + 1)
    } else {
        0
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::remove;

    fn check(input: &str, expected: &str) {
        let output = remove(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn removes() {
        check("\u{feff}Ac\u{ad}cra\u{200b} said\u{2060}", "Accra said");
        check("a\u{0}b\u{7f}c\u{9d}d", "abcd");
        check("\u{202e}cba\u{202c} \u{2066}x\u{2069}\u{200e}", "cba x");
        check("x\u{fe0f} \u{e0041}\u{e0100}\u{fdd0}\u{1ffff}", "x ");
        check("so\u{200d}on \u{200c}now", "soon now");
    }

    #[test]
    fn removes_control_sequences_of_a_terminal() {
        check("\u{1b}[36;44mPort\u{1b}[0m reopens", "Port reopens");
        check("\u{1b}[2K\u{1b}[?25lPort \u{9b}m", "Port m");
        // No sequence: the escape goes alone.
        check("\u{1b}Port \u{1b}[", "Port [");
        check("\u{1b}[é \u{1b}[12\nm", "[é [12\nm");
    }

    #[test]
    fn keeps() {
        check(
            "\u{645}\u{6cc}\u{200c}\u{62e}",
            "\u{645}\u{6cc}\u{200c}\u{62e}",
        );
        check(
            "\u{915}\u{94d}\u{200d}\u{937}",
            "\u{915}\u{94d}\u{200d}\u{937}",
        );
        check("\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}");
        check(
            "7\u{fe0f}\u{20e3} \u{2764}\u{fe0f}",
            "7\u{fe0f}\u{20e3} \u{2764}\u{fe0f}",
        );
        check("\u{5d0}\u{200f}!", "\u{5d0}\u{200f}!");
        check("\u{17a2}\u{200b}\u{178f}", "\u{17a2}\u{200b}\u{178f}");
    }
}
