//! The folded lists below the text: whatever a tooltip says is in one of them, too, for those who
//! cannot point.

use std::collections::HashMap;

use copydesk::{
    Article,
    record::{Edit, Entity},
};

use crate::{
    LONGEST_LIST, LONGEST_TEXT, clip, counted,
    escape::push,
    marks, start,
    table::{self, begin, end, fold, number, tally},
    text, tip,
};

/// Bytes of one thing that is shown.
const LONGEST_WORDS: usize = 200;
/// Reasons, rules and labels that a list counts one by one.
const MOST_COUNTS: usize = 30;
/// Different repairs of one rule that are shown at least, however many rules there are.
const FEW_REPAIRS: usize = 20;
/// Other names of an entity that are shown.
const MOST_NAMES: usize = 6;

/// Appends the repairs, equal ones once: the rule, what stood there, what stands there now.
pub(crate) fn repairs(out: &mut String, article: &Article) {
    if article.edits.is_empty() {
        return;
    }
    let name = counted(article.edits.len(), "repair", "repairs");
    let rules = article.edits.iter().map(|edit| edit.rule.as_ref());
    let counts = tally(rules, MOST_COUNTS);
    fold(out, false, &name, &counts);
    begin(out, &["before", "after", "first at source", "times"]);
    let most = (LONGEST_LIST / counts.len()).max(FEW_REPAIRS);
    let (mut shown, mut rows) = (0, 0);
    for (rule, _) in &counts {
        let lines = alike(article, rule);
        if lines.is_empty() {
            continue;
        }
        let why = copydesk::why(rule).unwrap_or("");
        push(
            out,
            "<tr><th class=\"cd-group-row\" colspan=\"4\" scope=\"rowgroup\">",
            rule,
            "",
        );
        push(out, " <span class=\"cd-from\">", why, "</span></th></tr>");
        for line in lines.iter().take(most) {
            if rows == LONGEST_LIST {
                break;
            }
            rows += 1;
            shown += line.times;
            repair(out, article, line.edit, line.times);
        }
    }
    end(out, article.edits.len() - shown, ".edits");
    out.push_str("</details>");
}

/// Repairs that are equal, by the first of them.
struct Alike<'a> {
    edit: &'a Edit,
    times: usize,
}

fn alike<'a>(article: &'a Article, rule: &str) -> Vec<Alike<'a>> {
    let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
    let mut lines: Vec<Alike<'a>> = Vec::new();
    for edit in article.edits.iter().filter(|edit| edit.rule == rule) {
        let after = edit.span.of(&article.text);
        let index = *seen.entry((&edit.before, after)).or_insert(lines.len());
        match lines.get_mut(index) {
            Some(line) => line.times += 1,
            None => lines.push(Alike { edit, times: 1 }),
        }
    }
    lines
}

fn repair(out: &mut String, article: &Article, edit: &Edit, times: usize) {
    let after = edit.span.of(&article.text);
    out.push_str("<tr><td class=\"cd-mid\" dir=\"auto\">");
    let before = clip(&seen(&edit.before, after, &edit.rule), LONGEST_WORDS);
    push(
        out,
        "<del>",
        &before,
        "</del></td><td class=\"cd-mid\" dir=\"auto\">",
    );
    if after.is_empty() {
        out.push_str("<span class=\"cd-from\">removed</span></td>");
    } else {
        let after = clip(&seen(after, "", ""), LONGEST_WORDS);
        push(out, "<ins>", &after, "</ins></td>");
    }
    table::place(out, &tip::source(article, edit.source));
    number(out, times);
    out.push_str("</tr>");
}

/// Text of which every letter can be seen: blanks by pictures where there is nothing else, and
/// the letters that were taken for others by their numbers.
pub(crate) fn seen(text: &str, other: &str, rule: &str) -> String {
    let blank = text.trim().is_empty();
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().take(LONGEST_WORDS) {
        let disguised = rule == "homoglyphs" && !letter.is_ascii() && !other.contains(letter);
        match letter {
            '\n' => out.push('\u{21b5}'),
            '\t' => out.push('\u{21e5}'),
            ' ' if blank => out.push('\u{2423}'),
            ' ' => out.push(' '),
            _ if disguised || letter.is_whitespace() => {
                out.push_str(&format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(letter)));
            }
            _ => out.push(letter),
        }
    }
    out
}

/// Appends the blocks that are not in the text, in order, and why.
pub(crate) fn dropped(out: &mut String, article: &Article) {
    let blocks = || article.blocks.iter().filter(|block| !block.kept());
    let reason =
        |block: &copydesk::record::Block| block.dropped.map_or("dropped", |reason| reason.as_str());
    let count = blocks().count();
    if count == 0 {
        return;
    }
    let name = counted(count, "block dropped", "blocks dropped");
    fold(out, false, &name, &tally(blocks().map(reason), MOST_COUNTS));
    begin(out, &["reason", "words", "source"]);
    let mut budget = LONGEST_TEXT as usize;
    let mut shown = 0;
    for block in blocks().take(LONGEST_LIST) {
        let words = block.content.as_str();
        let cut = start(words, budget).len();
        budget -= cut;
        push(out, "<tr><th scope=\"row\">", reason(block), "</th>");
        table::words(out, &clip(words, cut));
        table::place(out, &tip::source(article, block.source));
        out.push_str("</tr>");
        shown += 1;
        if budget == 0 {
            break;
        }
    }
    end(out, count - shown, ".blocks");
    out.push_str("</details>");
}

/// Appends the things that the text names, in order of their first mention.
pub(crate) fn entities(out: &mut String, article: &Article) {
    let things = || {
        article
            .entities
            .iter()
            .filter(|entity| !entity.label.is_value())
    };
    let count = things().count();
    if count == 0 {
        return;
    }
    let name = counted(count, "entity", "entities");
    let labels = things().map(|entity| entity.label.as_str());
    fold(out, false, &name, &tally(labels, MOST_COUNTS));
    begin(
        out,
        &[
            "name",
            "type",
            "office",
            "identifiers",
            "mentions",
            "first at source",
        ],
    );
    for entity in things().take(LONGEST_LIST) {
        entity_row(out, article, entity);
    }
    end(out, count.saturating_sub(LONGEST_LIST), ".entities");
    out.push_str("</details>");
}

fn entity_row(out: &mut String, article: &Article, entity: &Entity) {
    push(
        out,
        "<tr><th scope=\"row\" dir=\"auto\">",
        &clip(&entity.name, LONGEST_WORDS),
        "",
    );
    for (at, alias) in entity.aliases.iter().take(MOST_NAMES).enumerate() {
        let before = if at == 0 {
            "<br><span class=\"cd-from\">also "
        } else {
            ", "
        };
        push(out, before, &clip(alias, LONGEST_WORDS), "");
    }
    if !entity.aliases.is_empty() {
        let rest = entity.aliases.len() > MOST_NAMES;
        out.push_str(if rest { ", \u{2026}</span>" } else { "</span>" });
    }
    out.push_str("</th><td>");
    label(out, entity.label);
    out.push_str("</td>");
    let roles = tip::roles(article, entity);
    let roles = roles.iter().filter(|&role| *role != entity.name);
    let roles: Vec<&str> = roles.map(String::as_str).collect();
    table::several(out, &roles.join("; "));
    table::several(out, &tip::identifiers(&entity.identifiers));
    number(out, entity.mentions.len());
    let first = entity.mentions.first();
    let first = first.and_then(|&at| article.mentions.get(at as usize));
    let place = first.map(|mention| tip::source(article, article.source_of(mention.span)));
    table::place(out, &place.unwrap_or_default());
    out.push_str("</tr>");
}

/// Appends a label in its colour.
pub(crate) fn label(out: &mut String, label: copydesk::record::Label) {
    let class = text::class(label);
    out.push_str(&format!("<mark class=\"{class}\">{label}</mark>"));
}

/// Appends dates, amounts and patterns of the text with their values, in order.
pub(crate) fn values(out: &mut String, article: &Article) {
    let mut values: Vec<_> = marks::values(article).collect();
    if values.is_empty() {
        return;
    }
    values.sort_by_key(|(span, _)| *span);
    let name = counted(values.len(), "date or amount", "dates and amounts");
    let names = values.iter().map(|(_, value)| value.name());
    fold(out, false, &name, &tally(names, MOST_COUNTS));
    begin(out, &["words", "value", "source"]);
    for &(span, value) in values.iter().take(LONGEST_LIST) {
        let words = clip(span.of(&article.text), LONGEST_WORDS);
        push(out, "<tr><th scope=\"row\" dir=\"auto\">", &words, "</th>");
        table::several(out, &value.line());
        table::place(out, &tip::source(article, article.source_of(span)));
        out.push_str("</tr>");
    }
    let rest = values.len().saturating_sub(LONGEST_LIST);
    end(out, rest, ".dates, .amounts and .patterns");
    out.push_str("</details>");
}

/// Appends what was noisy, and what was done about it.
pub(crate) fn diagnostics(out: &mut String, article: &Article) {
    let count = article.diagnostics.len();
    if count == 0 {
        return;
    }
    let name = counted(count, "diagnostic", "diagnostics");
    let severities = article
        .diagnostics
        .iter()
        .map(|note| note.severity.as_str());
    fold(
        out,
        article.failed(),
        &name,
        &tally(severities, MOST_COUNTS),
    );
    begin(out, &["severity", "what", "source"]);
    for note in article.diagnostics.iter().take(LONGEST_LIST) {
        push(
            out,
            "<tr><th scope=\"row\">",
            note.severity.as_str(),
            "</th>",
        );
        push(
            out,
            "<td class=\"cd-wide\"><code>",
            &clip(&note.code, LONGEST_WORDS),
            "</code> ",
        );
        push(out, "", &clip(&note.message, 4 * LONGEST_WORDS), "</td>");
        let source = note.span.map(|span| article.source_of(span));
        let source = note.source.or(source);
        let place = source.map(|span| tip::source(article, span));
        table::place(out, &place.unwrap_or_default());
        out.push_str("</tr>");
    }
    end(out, count.saturating_sub(LONGEST_LIST), ".diagnostics");
    out.push_str("</details>");
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn every_letter_of_a_repair_can_be_seen() {
        assert_eq!(
            seen("Ko\u{440}ea", "Korea", "homoglyphs"),
            "Ko\u{27e8}U+0440\u{27e9}ea"
        );
        // Letters that are meant stay as they are.
        assert_eq!(seen("caf\u{e9}", "caf\u{e9}", "homoglyphs"), "caf\u{e9}");
        assert_eq!(seen("\u{c3}\u{a9}", "\u{e9}", "mojibake"), "\u{c3}\u{a9}");
        assert_eq!(
            seen("\n \u{a0}", " ", "whitespace"),
            "\u{21b5}\u{2423}\u{27e8}U+00A0\u{27e9}"
        );
        assert_eq!(seen("a b", "", ""), "a b");
    }
}
