//! The text of a stretch of a page, read by the tokenizer of html5ever alone.

use std::cell::{Cell, RefCell};

use html5ever::{
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{
        TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{RawKind, State},
    },
};

/// The text of markup: entities decoded, tags and comments left out.
pub(crate) fn text(markup: &str) -> String {
    tokenize(markup, State::Data)
}

/// The text inside a `<title>` or `<textarea>`, where only entities count.
pub(crate) fn rcdata_text(markup: &str) -> String {
    tokenize(markup, State::RawData(RawKind::Rcdata))
}

fn tokenize(markup: &str, state: State) -> String {
    if !markup.contains(['&', '<']) {
        return markup.to_owned();
    }
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(markup));
    let options = TokenizerOpts {
        initial_state: Some(state),
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let tokenizer = Tokenizer::new(Words::default(), options);
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.text.take()
}

#[derive(Default)]
struct Words {
    text: RefCell<String>,
    skipping: Cell<bool>,
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(words) if !self.skipping.get() => {
                self.text.borrow_mut().push_str(&words);
            }
            Token::TagToken(tag) => {
                let starts = tag.kind == TagKind::StartTag;
                self.skipping.set(starts && super::is_skipped(&tag.name));
                if starts {
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                        "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                        "xmp" => return TokenSinkResult::RawData(RawKind::Rawtext),
                        name if super::is_skipped(name) => {
                            return TokenSinkResult::RawData(RawKind::Rawtext);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
