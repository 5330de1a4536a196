//! The notes about what was noisy: one per rule that had work, with counts and the first place.

use copydesk_core::{Diagnostic, Severity, Span, record::Edit};

use crate::{homoglyphs::Tally, rule::Rule};

/// Words that must have been respelt before a text counts as disguised.
const DISGUISED_WORDS: u32 = 5;
/// And one in how many of all words, at least.
const DISGUISED_SHARE: u32 = 50;

pub(crate) fn report(edits: &[Edit], tally: &Tally) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let places = by_rule(edits);
    for (rule, severity, what) in [
        (
            Rule::Entities,
            Severity::Info,
            "character references were left in the text",
        ),
        (
            Rule::Mojibake,
            Severity::Warning,
            "pieces were read in a wrong charset",
        ),
        (Rule::Nfc, Severity::Info, "characters were not composed"),
        (
            Rule::Invisible,
            Severity::Info,
            "places held invisible characters",
        ),
        (
            Rule::Letterforms,
            Severity::Info,
            "pieces were set in special letterforms",
        ),
        (Rule::Homoglyphs, Severity::Warning, ""),
        (
            Rule::Whitespace,
            Severity::Info,
            "places held unusual blanks or line breaks",
        ),
        (Rule::Quotes, Severity::Info, "quotes were folded"),
        (Rule::Dashes, Severity::Info, "dashes were folded"),
    ] {
        let Some((count, first)) = places[rule as usize] else {
            continue;
        };
        let message = if rule == Rule::Homoglyphs {
            homoglyphs(tally)
        } else {
            [&count.to_string(), what].join(" ")
        };
        let code = rule.code();
        notes.push(Diagnostic::new(severity, code, message).at(first));
    }
    if let Some(note) = disguise(edits, tally) {
        notes.push(note);
    }
    notes
}

/// By rule, the number of its edits and the place of the first one.
fn by_rule(edits: &[Edit]) -> [Option<(u32, Span)>; Rule::COUNT] {
    let mut places = [None; Rule::COUNT];
    // Many of one rule come in a row.
    let mut last: Option<(&str, usize)> = None;
    for edit in edits {
        let name = &*edit.rule;
        let rule = match last {
            Some((before, rule)) if std::ptr::eq(before, name) => rule,
            _ => match Rule::ALL.iter().position(|rule| rule.name() == name) {
                Some(rule) => rule,
                None => continue,
            },
        };
        last = Some((name, rule));
        let (count, _) = places[rule].get_or_insert((0, edit.span));
        *count += 1;
    }
    places
}

fn homoglyphs(tally: &Tally) -> String {
    let mut parts = Vec::new();
    for (count, name) in tally
        .to_latin
        .iter()
        .zip(["Cyrillic", "Greek", "Armenian", "Cherokee"])
    {
        if *count > 0 {
            parts.push(format!("{count} {name} letters stood for Latin ones"));
        }
    }
    if tally.to_cyrillic > 0 {
        parts.push(format!(
            "{} Latin letters stood for Cyrillic ones",
            tally.to_cyrillic
        ));
    }
    format!("{} in {} words", parts.join(" and "), tally.words)
}

/// Whether so many words were respelt that somebody must have wanted it.
fn disguise(edits: &[Edit], tally: &Tally) -> Option<Diagnostic> {
    let many = tally.words >= DISGUISED_WORDS && tally.words * DISGUISED_SHARE >= tally.all_words;
    let first = edits
        .iter()
        .find(|edit| edit.rule == Rule::Homoglyphs.name())?;
    many.then(|| {
        let share = 100.0 * f64::from(tally.words) / f64::from(tally.all_words.max(1));
        let message = format!(
            "{share:.0} % of the words were spelt with letters of another script: the text was disguised, as spun copy is"
        );
        Diagnostic::new(Severity::Warning, "normalize/disguised", message).at(Span::new(first.span.start, first.span.end))
    })
}
