//! Tables of a piece: every one is built here, so that all have headers that say what they head.

use crate::{escape::push, grouped};

/// What is counted together.
pub(crate) const OTHERS: &str = "others";

/// Starts a table with these columns; what does not fit is scrolled, and not cut off.
pub(crate) fn begin(out: &mut String, columns: &[&str]) {
    out.push_str("<div class=\"cd-scroll\"><table><thead><tr>");
    for column in columns {
        push(out, "<th scope=\"col\">", column, "</th>");
    }
    out.push_str("</tr></thead><tbody>");
}

/// Ends a table of which `rest` rows were left out; they are in `list`.
pub(crate) fn end(out: &mut String, rest: usize, list: &str) {
    out.push_str("</tbody></table></div>");
    more(out, rest, list);
}

/// Says what was left out.
pub(crate) fn more(out: &mut String, rest: usize, list: &str) {
    if rest > 0 {
        let rest = grouped(rest);
        out.push_str(&format!(
            "<p class=\"cd-more\">and {rest} more in {list}</p>"
        ));
    }
}

/// A cell of words that somebody wrote, in their direction.
pub(crate) fn words(out: &mut String, words: &str) {
    push(out, "<td class=\"cd-wide\" dir=\"auto\">", words, "</td>");
}

/// A cell of anything else.
pub(crate) fn cell(out: &mut String, text: &str) {
    push(out, "<td>", text, "</td>");
}

/// A cell of names, numbers and the like, which should not be broken at every blank.
pub(crate) fn several(out: &mut String, text: &str) {
    push(out, "<td class=\"cd-mid\" dir=\"auto\">", text, "</td>");
}

/// A day, or a first and a last one, in one line.
pub(crate) fn day(out: &mut String, day: &str) {
    push(out, "<td class=\"cd-day\">", day, "</td>");
}

/// A place in the source, in one line.
pub(crate) fn place(out: &mut String, place: &str) {
    push(out, "<td class=\"cd-at\">", place, "</td>");
}

/// A number, at the end of its cell.
pub(crate) fn number(out: &mut String, number: usize) {
    let number = grouped(number);
    out.push_str(&format!("<td class=\"cd-n\">{number}</td>"));
}

/// Starts a list that is folded; `counts` stand beside its name and can be seen all the time.
pub(crate) fn fold(out: &mut String, open: bool, name: &str, counts: &[(String, usize)]) {
    let open = if open { " open" } else { "" };
    push(out, &format!("<details{open}><summary>"), name, "");
    for (what, count) in counts {
        let count = grouped(*count);
        push(out, " <span class=\"cd-count\">", what, "");
        out.push_str(&format!(" {count}</span>"));
    }
    out.push_str("</summary>");
}

/// How often each of these is there, most frequent first, at most `most` and then the others
/// together.
pub(crate) fn tally<'a>(
    things: impl Iterator<Item = &'a str>,
    most: usize,
) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for thing in things {
        let known = counts.iter().position(|(known, _)| known == thing);
        // A record read from JSON may name any number of rules: the last place is for the rest.
        let at = known.unwrap_or(counts.len().min(most));
        if at == counts.len() {
            let name = if at == most { OTHERS } else { thing };
            counts.push((name.to_owned(), 0));
        }
        counts[at].1 += 1;
    }
    counts.sort_by_key(|(what, count)| (what == OTHERS, std::cmp::Reverse(*count)));
    counts
}

#[cfg(test)]
mod tests {
    use super::tally;

    #[test]
    fn the_most_frequent_come_first_and_the_rest_together_last() {
        let things = ["a", "b", "b", "c", "d", "d", "d", "c", "c", "c"];
        let counts = tally(things.into_iter(), 2);
        let counts: Vec<(&str, usize)> =
            counts.iter().map(|(what, n)| (what.as_str(), *n)).collect();
        assert_eq!(counts, [("b", 2), ("a", 1), ("others", 7)]);
    }
}
