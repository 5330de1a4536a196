//! What a tooltip says: lines of plain text, which are escaped where they are written.

use std::fmt::Write as _;

use copydesk::{
    Article, CodePoints, SourceSpan, Span,
    record::{Amount, Edit, Entity, Identifiers, Mention, Modifier, Pattern, Reference, Temporal},
};

use crate::{clip, lists::seen, thousands};

/// Bytes of a name or value that a tooltip shows.
const LONGEST_WORDS: usize = 80;
/// Roles, holders and readings that a tooltip shows.
const MOST: usize = 3;

/// The place in the source, in its unit.
pub(crate) fn source(article: &Article, span: SourceSpan) -> String {
    let span = article.source_in_unit(span);
    let unit = article.source.unit.as_str();
    format!("{unit} {}\u{2013}{}", span.start, span.end)
}

/// The places in the text and in the source.
pub(crate) fn places(article: &Article, points: &CodePoints, span: Span) -> String {
    let (start, end) = (points.to_point(span.start), points.to_point(span.end));
    let source = source(article, article.source_of(span));
    format!("text {start}\u{2013}{end} \u{b7} source {source}")
}

/// The name of an entity.
pub(crate) fn name(article: &Article, index: u32) -> Option<&str> {
    let entity = article.entities.get(index as usize)?;
    Some(entity.name.as_str())
}

/// The offices of an entity, each with whose it is.
pub(crate) fn roles(article: &Article, entity: &Entity) -> Vec<String> {
    let roles = entity.roles.iter().take(MOST);
    let roles = roles.map(|role| {
        let title = clip(&role.title, LONGEST_WORDS);
        match role.of.and_then(|of| name(article, of)) {
            Some(of) => format!("{title} of {}", clip(of, LONGEST_WORDS)),
            None => title,
        }
    });
    roles.collect()
}

/// What is known about something outside of the article, in one line.
pub(crate) fn identifiers(identifiers: &Identifiers) -> String {
    let mut parts = Vec::new();
    if let Some(id) = &identifiers.id {
        parts.push(format!("id {}", clip(id, LONGEST_WORDS)));
    }
    if let Some(item) = &identifiers.wikidata {
        parts.push(format!("Wikidata {}", clip(item, LONGEST_WORDS)));
    }
    if let Some(number) = identifiers.geonames {
        parts.push(format!("GeoNames {number}"));
    }
    if let Some(country) = &identifiers.country {
        parts.push(format!("country {}", clip(country, LONGEST_WORDS)));
    }
    if let Some([latitude, longitude]) = identifiers.coordinates {
        parts.push(format!("at {latitude:.2}, {longitude:.2}"));
    }
    parts.join(" \u{b7} ")
}

/// A mention: who or what it is, how that is known, where it stands.
pub(crate) fn mention(article: &Article, points: &CodePoints, mention: &Mention) -> String {
    let mut out = String::new();
    if let Some(entity) = article.entities.get(mention.entity as usize) {
        line(&mut out, &clip(&entity.name, LONGEST_WORDS));
        line(&mut out, mention.label.as_str());
        // An office is its own role.
        for role in roles(article, entity) {
            if role != entity.name {
                line(&mut out, &role);
            }
        }
        line(&mut out, &identifiers(&entity.identifiers));
    } else {
        line(&mut out, mention.label.as_str());
    }
    if let Some(of) = mention.metonym_of.and_then(|of| name(article, of)) {
        line(&mut out, &format!("stands for {}", clip(of, LONGEST_WORDS)));
    }
    for &holder in mention.holders.iter().take(MOST) {
        if let Some(holder) = name(article, holder) {
            line(
                &mut out,
                &format!("held by {}", clip(holder, LONGEST_WORDS)),
            );
        }
    }
    let (why, confidence) = (clip(&mention.why, LONGEST_WORDS), score(mention.confidence));
    line(
        &mut out,
        &format!("found by {why}, confidence {confidence}"),
    );
    line(&mut out, &places(article, points, mention.span));
    out
}

/// A pronoun or description: whom it stands for.
pub(crate) fn reference(article: &Article, points: &CodePoints, reference: &Reference) -> String {
    let mut out = String::new();
    let link = reference.link;
    let name = name(article, reference.entity).unwrap_or_default();
    line(
        &mut out,
        &format!("stands for {}", clip(name, LONGEST_WORDS)),
    );
    line(
        &mut out,
        &format!("{}, confidence {}", link.kind, score(link.confidence)),
    );
    line(&mut out, &places(article, points, reference.span));
    out
}

/// The value of a temporal expression, in one line.
pub(crate) fn temporal(date: &Temporal) -> String {
    let mut out = format!("{} {}", date.kind, clip(&date.value, LONGEST_WORDS));
    if let Some(modifier) = &date.modifier {
        _ = write!(out, " {}", clip(modifier, LONGEST_WORDS));
    }
    if let Some([first, behind]) = &date.interval
        && *first != date.value
    {
        let (first, behind) = (clip(first, LONGEST_WORDS), clip(behind, LONGEST_WORDS));
        _ = write!(out, ", {first} to before {behind}");
    }
    if let Some(anchor) = date.anchor {
        _ = write!(out, ", from the {anchor} date");
    }
    for reading in date.alternatives.iter().take(MOST) {
        let value = clip(&reading.value, LONGEST_WORDS);
        _ = write!(out, ", or {value} ({})", score(reading.confidence));
    }
    out
}

/// The value of an amount, in one line.
pub(crate) fn amount(amount: &Amount) -> String {
    let mut out = format!("{} ", amount.kind);
    if let Some(modifier) = amount.modifier {
        out.push_str(match modifier {
            Modifier::MoreThan => "more than ",
            Modifier::LessThan => "less than ",
            Modifier::Approximate => "about ",
            Modifier::AtLeast => "at least ",
            Modifier::AtMost => "at most ",
            _ => "",
        });
    }
    out.push_str(&number(amount.value));
    if let Some(unit) = &amount.unit {
        _ = write!(out, " {}", clip(unit, LONGEST_WORDS));
    }
    if let Some([from, to]) = amount.range {
        _ = write!(out, ", of {} to {}", number(from), number(to));
    }
    if let Some(si) = &amount.si {
        let unit = clip(&si.unit, LONGEST_WORDS);
        _ = write!(out, " = {} {unit}", number(si.value));
    }
    out
}

/// The value of a pattern, in one line.
pub(crate) fn pattern(pattern: &Pattern) -> String {
    let mut out = format!("{} {}", pattern.kind, clip(&pattern.value, LONGEST_WORDS));
    if let Some(region) = &pattern.region {
        _ = write!(out, ", valid in {}", clip(region, LONGEST_WORDS));
    }
    out
}

/// A repair: the rule, what stood there and where.
pub(crate) fn edit(article: &Article, edit: &Edit) -> String {
    let mut out = String::new();
    let after = edit.span.of(&article.text);
    let was = seen(&edit.before, after, &edit.rule);
    line(&mut out, &format!("repaired, was: {}", clip(&was, 200)));
    let rule = clip(&edit.rule, LONGEST_WORDS);
    match copydesk::why(&edit.rule) {
        Some(why) => line(&mut out, &format!("{rule}: {why}")),
        None => line(&mut out, &rule),
    }
    line(
        &mut out,
        &format!("source {}", source(article, edit.source)),
    );
    out
}

/// How sure something is, with two digits at most.
pub(crate) fn score(score: f32) -> String {
    let digits = format!("{score:.2}");
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}

/// Appends a line, unless it is empty.
pub(crate) fn line(out: &mut String, words: &str) {
    if !words.is_empty() {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(words);
    }
}

/// A number as people write it: 2,500,000 and 0.5.
pub(crate) fn number(number: f64) -> String {
    let sign = if number < 0.0 { "\u{2212}" } else { "" };
    let size = number.abs();
    if size.fract() == 0.0 && size < 1e15 {
        return format!("{sign}{}", thousands(&format!("{size:.0}")));
    }
    // Sums of floats end in many digits that mean nothing.
    let size = if size > 1e-3 && size < 1e9 {
        (size * 1e6).round() / 1e6
    } else {
        size
    };
    format!("{sign}{size}")
}

#[cfg(test)]
mod tests {
    use copydesk::stage;

    use super::{amount, number, score, temporal};

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(number(2_500_000.0), "2,500,000");
        assert_eq!(number(-3.0), "\u{2212}3");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(1e-9), "0.000000001");
        assert_eq!(score(0.933_945_95), "0.93");
        assert_eq!(score(1.0), "1");
    }

    #[test]
    fn values_are_said_in_one_line() {
        let article = stage::annotate(
            "About 12 km of road were closed yesterday, 3 May 2024, in Oslo.",
            Some("2024-05-04"),
        );
        let amounts: Vec<String> = article.amounts.iter().map(amount).collect();
        assert_eq!(amounts[0], "QUANTITY about 12 km = 12,000 m");
        let dates: Vec<String> = article.dates.iter().map(temporal).collect();
        assert_eq!(dates[0], "DATE 2024-05-03, from the reference date");
    }
}
