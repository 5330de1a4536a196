//! Repairs shown in their context, for a person to read.
//!
//! ```text
//! homoglyphs · 3 places · letters of another script that look like the ones meant
//!    12–17           …said that «Kor<U+0435>a» → «Korea» would talk…  ×2
//!   140–145  …the government of «Gh<U+0430>na» → «Ghana» agreed
//! ```
//!
//! Repairs are grouped by rule, in the order in which the rules run; equal ones are shown once,
//! with their number. The repaired places stand one below the other. Every character can be
//! seen: invisible ones and look-alikes are named.

use std::{collections::BTreeMap, fmt::Write};

use copydesk_normalize::rules;

use crate::{Article, record::Edit};

/// Columns of a line of [`repairs`]: those of context on either side of a repair, and of the repair.
const COLUMNS: usize = 100;

/// The same of a line that has next to no room.
const NARROWEST: usize = 40;

/// How much of a repair and of its context is shown.
#[derive(Clone, Copy)]
struct Room {
    /// Columns of context on either side.
    context: usize,
    /// Columns of what was repaired, and of what it is now.
    piece: usize,
}

impl Room {
    /// A hundred columns hold 26 of context and 40 of a piece: most pieces are a word.
    fn within(columns: usize) -> Self {
        let columns = columns.clamp(NARROWEST, 2 * COLUMNS);
        Self {
            context: columns * 26 / COLUMNS,
            piece: columns * 40 / COLUMNS,
        }
    }
}

/// A part of the explanation that a terminal can set apart.
///
/// ```
/// use copydesk::{RawDocument, explain::{Part, repairs}, stage};
/// let article = stage::extract(&RawDocument::from_text("The Gh\u{430}na vote was held on Monday."));
/// let shown = repairs(&article, None, &|part, text| match part {
///     Part::After => format!("*{text}*"), // in a terminal, a colour
///     _ => text.to_owned(),
/// });
/// assert!(shown.contains("*«Ghana»*"), "{shown}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The name of a rule.
    Rule,
    /// What stood there.
    Before,
    /// What stands there now.
    After,
    /// Places, counts, the text around.
    Aside,
}

/// Explains the repairs of an article as plain text, a line each; at most `limit` lines for a
/// rule. Empty where nothing was repaired.
///
/// ```
/// let article = copydesk::stage::extract(&copydesk::RawDocument::from_text("The Gh\u{430}na vote was held on Monday."));
/// let explained = copydesk::explain::repairs(&article, Some(12), &|_, text| text.to_owned());
/// assert!(explained.contains("«Gh<U+0430>na» → «Ghana» vote was held on Monday."));
/// ```
pub fn repairs(
    article: &Article,
    limit: Option<usize>,
    paint: &dyn Fn(Part, &str) -> String,
) -> String {
    repairs_within(article, limit, COLUMNS, paint)
}

/// As [`repairs`], for lines of about so many columns: a wide terminal shows more of the context, a
/// narrow one less.
///
/// ```
/// let text = "The commission announced the result of the Gh\u{430}na vote on Monday.";
/// let article = copydesk::stage::extract(&copydesk::RawDocument::from_text(text));
/// let explained = copydesk::explain::repairs_within(&article, None, 60, &|_, text| text.to_owned());
/// assert!(explained.contains("…result of the «Gh<U+0430>na» → «Ghana» vote on"), "{explained}");
/// ```
pub fn repairs_within(
    article: &Article,
    limit: Option<usize>,
    columns: usize,
    paint: &dyn Fn(Part, &str) -> String,
) -> String {
    let room = Room::within(columns);
    let mut groups: BTreeMap<(usize, &str), Vec<&Edit>> = BTreeMap::new();
    for edit in &article.edits {
        let order = rules().position(|(name, _)| name == edit.rule);
        let key = (order.unwrap_or(usize::MAX), &*edit.rule);
        groups.entry(key).or_default().push(edit);
    }
    let mut out = String::new();
    for ((_, rule), edits) in groups {
        let why = rules().find(|&(name, _)| name == rule);
        let noun = if edits.len() == 1 { "place" } else { "places" };
        let aside = format!(
            " · {} {noun} · {}",
            edits.len(),
            why.map_or("", |(_, why)| why)
        );
        let heading =
            paint(Part::Rule, rule) + &paint(Part::Aside, aside.trim_end_matches([' ', '·']));
        writeln!(out, "{heading}").expect("a string takes all that is written");
        let lines = lines(article, &edits, room);
        let shown = limit.unwrap_or(usize::MAX).min(lines.len());
        show(&lines[..shown], paint, &mut out);
        if shown < lines.len() {
            let rest: usize = lines[shown..].iter().map(|line| line.times).sum();
            let more = format!("  and {rest} more");
            writeln!(out, "{}", paint(Part::Aside, &more))
                .expect("a string takes all that is written");
        }
    }
    out
}

/// A repair, or several equal ones of which this is the first.
struct Line {
    place: (u32, u32),
    left: String,
    before: String,
    after: String,
    right: String,
    times: usize,
}

fn lines(article: &Article, edits: &[&Edit], room: Room) -> Vec<Line> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for edit in edits {
        let after = edit.span.of(&article.text);
        let index = *seen.entry((&edit.before, after)).or_insert(lines.len());
        if let Some(line) = lines.get_mut(index) {
            line.times += 1;
            continue;
        }
        let place = article.source_in_unit(edit.source);
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let disguised = edit.rule == "homoglyphs";
        lines.push(Line {
            place: (place.start, place.end),
            left: left_of(&article.text[..start], room.context),
            before: clip(&visible(&edit.before, disguised), room.piece),
            after: clip(&visible(after, false), room.piece),
            right: clip(&right_of(&article.text[end..], room.context), room.context),
            times: 1,
        });
    }
    lines
}

fn show(lines: &[Line], paint: &dyn Fn(Part, &str) -> String, out: &mut String) {
    let place = |line: &Line| format!("{}–{}", line.place.0, line.place.1);
    let longest = lines.iter().map(|line| columns(&place(line))).max();
    let left = lines.iter().map(|line| columns(&line.left)).max();
    for line in lines {
        let times = if line.times > 1 {
            format!("  ×{}", line.times)
        } else {
            String::new()
        };
        writeln!(
            out,
            "  {}{}{} → {}{}{}",
            paint(Part::Aside, &padded(&place(line), longest.unwrap_or(0))),
            paint(
                Part::Aside,
                &format!("  {}", padded(&line.left, left.unwrap_or(0)))
            ),
            paint(Part::Before, &format!("«{}»", line.before)),
            paint(Part::After, &format!("«{}»", line.after)),
            paint(Part::Aside, &line.right),
            paint(Part::Aside, &times),
        )
        .expect("a string takes all that is written");
    }
}

/// `text` with blanks before it, to be `width` columns wide.
fn padded(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(columns(text))) + text
}

/// The end of the text before a repair.
fn left_of(text: &str, context: usize) -> String {
    let mut letters: Vec<char> = Vec::new();
    let mut chars = text.chars().rev();
    letters.extend(chars.by_ref().take(context));
    let cut = chars.next().is_some();
    let mut left: String = letters.into_iter().rev().collect();
    // A cut word says less than none.
    if cut && let Some(blank) = left.find(' ').filter(|&blank| blank < context / 2) {
        left.replace_range(..blank, "");
    }
    let left = visible(&left, false);
    if cut {
        format!("…{}", left.trim_start())
    } else {
        left
    }
}

/// The start of the text behind a repair; one column more than is shown, if there is more.
fn right_of(text: &str, context: usize) -> String {
    visible(&text.chars().take(context + 1).collect::<String>(), false)
}

/// The first `width` columns of a text.
fn clip(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += column(letter);
        if used > width {
            break;
        }
        out.push(letter);
    }
    out + "…"
}

/// A text in which every character can be seen. `disguised`: letters that are not ASCII are
/// named, too.
fn visible(text: &str, disguised: bool) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_unseen(letter) || disguised && !letter.is_ascii() => {
                let name = NAMES.iter().find(|(known, _)| *known == letter);
                let name = name.map_or("", |(_, name)| name);
                let named = format!("<U+{:04X} {name}", u32::from(letter));
                out.push_str(named.trim_end());
                out.push('>');
            }
            _ => out.push(letter),
        }
    }
    out
}

/// Short names of characters that are not seen, as the Unicode standard abbreviates them.
const NAMES: [(char, &str); 22] = [
    ('\u{85}', "NEL"),
    ('\u{a0}', "NBSP"),
    ('\u{ad}', "SHY"),
    ('\u{34f}', "CGJ"),
    ('\u{180e}', "MVS"),
    ('\u{2003}', "EMSP"),
    ('\u{2009}', "THSP"),
    ('\u{200b}', "ZWSP"),
    ('\u{200c}', "ZWNJ"),
    ('\u{200d}', "ZWJ"),
    ('\u{200e}', "LRM"),
    ('\u{200f}', "RLM"),
    ('\u{2028}', "LS"),
    ('\u{2029}', "PS"),
    ('\u{202a}', "LRE"),
    ('\u{202b}', "RLE"),
    ('\u{202c}', "PDF"),
    ('\u{202d}', "LRO"),
    ('\u{202e}', "RLO"),
    ('\u{202f}', "NNBSP"),
    ('\u{2060}', "WJ"),
    ('\u{feff}', "BOM"),
];

/// Whether a character leaves no mark of its own on a terminal: controls, blanks other than the
/// space, format characters, marks without a letter, private and unassigned planes.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || letter.is_whitespace() && letter != ' '
        || matches!(
            letter,
            '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}'
                | '\u{e0000}'..='\u{10ffff}'
        )
}

/// The columns of a terminal that a text takes.
fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

/// Good enough to align: ideographs, Hangul, kana, fullwidth forms and emoji take two.
fn column(letter: char) -> usize {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::{CodePoints, NormalizeOptions, Unit};

    use super::repairs;
    use crate::Article;

    fn explained(text: &str, limit: Option<usize>) -> String {
        let repaired = copydesk_normalize::normalize(text, &NormalizeOptions::default());
        let mut article = Article {
            text: repaired.text.into_owned(),
            offsets: repaired.offsets,
            edits: repaired.edits,
            source_points: Some(CodePoints::new(text)),
            ..Article::default()
        };
        article.source.unit = Unit::Char;
        repairs(&article, limit, &|_, text| text.to_owned())
    }

    #[test]
    fn aligned_and_grouped() {
        let text = "North Ko\u{200b}rea and the caf\u{c3}\u{a9}. South Ko\u{200b}rea, said the spokesman in Gh\u{430}na.";
        assert_eq!(
            explained(text, None),
            "mojibake · 1 place · UTF-8 was read in a wrong charset\n  \
               24–26  North Korea and the caf«\u{c3}\u{a9}» → «\u{e9}». South Korea, said the s…\n\
             invisible · 2 places · characters that are not seen and carry nothing\n  \
               8–9  North Ko«<U+200B ZWSP>» → «»rea and the caf\u{e9}. South K…  ×2\n\
             homoglyphs · 1 place · letters of another script that look like the ones meant\n  \
               64–69  …said the spokesman in «Gh<U+0430>na» → «Ghana».\n"
        );
    }

    #[test]
    fn long_lists_are_cut() {
        let text = "a\u{a0}b c\u{2003}d e\u{2009}f g\u{202f}h";
        let explained = explained(text, Some(2));
        assert!(explained.contains("whitespace · 4 places"), "{explained}");
        assert!(explained.contains("«<U+00A0 NBSP>» → « »"), "{explained}");
        assert!(explained.ends_with("  and 2 more\n"), "{explained}");
        assert_eq!(
            super::visible("a\r\n\u{feff}", false),
            "a\\r\\n<U+FEFF BOM>"
        );
    }

    #[test]
    fn nothing_repaired_is_nothing_to_say() {
        assert_eq!(explained("All is well.", None), "");
    }
}
