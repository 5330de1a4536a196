use copydesk_core::record::ClaimStatus::{self, Alleged, Confirmed, Denied, Expected};

use super::Facts;
use crate::statements::{hedges, tests::with_reading};

/// The status of a word of a text.
fn status(text: &str, word: &str) -> ClaimStatus {
    with_reading(text, |reading| {
        let hedges = hedges::read(reading);
        let facts = Facts::read(reading, &[], &hedges);
        let token = (0..reading.tokens.len()).find(|&token| reading.is(token, word));
        facts.status(token.expect("the word stands in the text"))
    })
}

#[test]
fn a_plain_past_tense_is_confirmed() {
    assert_eq!(status("The ministers met in Oslo.", "met"), Confirmed);
}

#[test]
fn a_denial_is_confirmed_and_its_content_denied() {
    let text = "Norway has denied shipping arms to Chad.";
    assert_eq!(status(text, "denied"), Confirmed);
    assert_eq!(status(text, "shipping"), Denied);
}

#[test]
fn what_somebody_claims_is_alleged() {
    let text = "Prosecutors allege that the minister pocketed millions.";
    assert_eq!(status(text, "allege"), Confirmed);
    assert_eq!(status(text, "pocketed"), Alleged);
    let text = "The union accused the company of closing the mill.";
    assert_eq!(status(text, "closing"), Alleged);
}

#[test]
fn what_is_planned_or_asked_for_is_expected() {
    assert_eq!(status("The minister will visit Chad.", "visit"), Expected);
    let text = "The minister plans to visit Chad.";
    assert_eq!(status(text, "plans"), Confirmed);
    assert_eq!(status(text, "visit"), Expected);
    let text = "They urged Norway to leave the talks.";
    assert_eq!(status(text, "leave"), Expected);
}

#[test]
fn what_failed_did_not_take_place() {
    let text = "The bill failed to pass.";
    assert_eq!(status(text, "pass"), Denied);
    let text = "The rebels did not attack the town.";
    assert_eq!(status(text, "attack"), Denied);
    let text = "The rebels managed to leave the town.";
    assert_eq!(status(text, "leave"), Confirmed);
}

#[test]
fn a_noun_is_told_by_its_adjective_and_its_verb() {
    assert_eq!(
        status("A planned visit led to protests.", "visit"),
        Expected
    );
    assert_eq!(status("The party called for talks.", "talks"), Expected);
    assert_eq!(
        status("The talks will resume on Monday.", "talks"),
        Expected
    );
}
