//! The token mode of the options reaches the record and leaves what is found in the text as it is.

use copydesk::{Desk, Options, RawDocument, TokenMode};

#[test]
fn tokens_of_a_record_are_cut_as_the_mode_says() {
    let text = "The high-ranking aide of President Ama Osei can't stay in Accra after Friday.";
    let read = |mode| {
        let mut options = Options::default();
        options.tokens = true;
        options.segment.token_mode = mode;
        let desk = Desk::new(options).expect("valid options");
        desk.read(&RawDocument::from_bytes(text))
    };
    let (ud, ptb) = (read(TokenMode::Ud), read(TokenMode::Ptb));
    let words = |article: &copydesk::Article| -> Vec<String> {
        let spans = article.tokens.iter().map(|token| token.span);
        spans
            .map(|span| span.of(&article.text).to_owned())
            .collect()
    };
    assert!(words(&ud).contains(&"ranking".to_owned()));
    assert!(words(&ptb).contains(&"high-ranking".to_owned()));
    assert!(words(&ptb).contains(&"n't".to_owned()));
    assert_eq!(ud.mentions, ptb.mentions);
    assert_eq!(ud.dates, ptb.dates);
    assert!(!ud.mentions.is_empty());
}
