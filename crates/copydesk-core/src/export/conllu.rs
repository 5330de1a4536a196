//! Sentences and tokens in the manner of CoNLL-U, with names in its last column.
//!
//! *What*: the ten columns of CoNLL-U, of which ID, FORM and MISC are filled; MISC has `NER` (IOB2),
//! `SpaceAfter=No`, and `start_char` and `end_char` in code points of the article's text, as
//! Stanza names them. *Why*: taggers and parsers read it. There are no words to be split into
//! others, no lemmas, tags or heads: they are `_`, so a strict validator of treebanks refuses it.
//!
//! ```text
//! # sent_id = 7f…-1
//! # text = Oslo agreed.
//! 1  Oslo    _ _ _ _ _ _ _  NER=B-GPE|start_char=0|end_char=4
//! 2  agreed  _ _ _ _ _ _ _  NER=O|SpaceAfter=No|start_char=5|end_char=11
//! ```
//!
//! `# text` is made of the forms: white space of any kind between two tokens is one blank there.

use core::fmt::Write as _;

use crate::{
    CodePoints, Token,
    record::{Article, Mention},
};

impl Article {
    /// Sentences, tokens and names in the manner of CoNLL-U. It needs the tokens of the record,
    /// which are there on request only; without them [`conllu`] takes others.
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let article = Article { id: "7f".into(), ..Article::default() };
    /// assert_eq!(article.to_conllu(), "# newdoc id = 7f\n");
    /// ```
    pub fn to_conllu(&self) -> String {
        conllu(self, &self.tokens)
    }
}

/// An article in the manner of CoNLL-U, with these tokens of its text, in order.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass, record::Article};
/// let article = Article { id: "7f".into(), text: "Rain.".into(), ..Article::default() };
/// let token = |start, end, class| Token { span: Span::new(start, end), class };
/// let tokens = [token(0, 4, TokenClass::Word), token(4, 5, TokenClass::Punctuation)];
/// assert_eq!(
///     copydesk_core::conllu(&article, &tokens),
///     "# newdoc id = 7f\n# newpar\n# sent_id = 7f-1\n# text = Rain.\n\
///      1\tRain\t_\t_\t_\t_\t_\t_\t_\tNER=O|SpaceAfter=No|start_char=0|end_char=4\n\
///      2\t.\t_\t_\t_\t_\t_\t_\t_\tNER=O|start_char=4|end_char=5\n\n",
/// );
/// ```
pub fn conllu(article: &Article, tokens: &[Token]) -> String {
    let text = article.text.as_str();
    let points = CodePoints::new(text);
    let mut out = String::with_capacity(72 * tokens.len() + 256);
    out.push_str("# newdoc id = ");
    line(&article.id, &mut out);
    if let Some(uri) = &article.source.uri {
        out.push_str("# source = ");
        line(uri, &mut out);
    }
    let mut number = 0;
    let mut mentions = article.mentions.iter().peekable();
    for (paragraph, sentence) in sentences(article, tokens) {
        number += 1;
        if paragraph {
            out.push_str("# newpar\n");
        }
        // Writing to a string does not fail.
        let _ = writeln!(out, "# sent_id = {}-{number}", article.id);
        out.push_str("# text = ");
        for (at, token) in sentence.iter().enumerate() {
            form(token.span.of(text), &mut out);
            if at + 1 < sentence.len() && space_after(text, token) {
                out.push(' ');
            }
        }
        out.push('\n');
        let mut inside: Option<&Mention> = None;
        for (at, token) in sentence.iter().enumerate() {
            while mentions
                .next_if(|mention| mention.span.end <= token.span.start)
                .is_some()
            {}
            let mention = mentions
                .peek()
                .copied()
                .filter(|mention| mention.span.overlaps(token.span));
            let _ = write!(out, "{}\t", at + 1);
            form(token.span.of(text), &mut out);
            out.push_str("\t_\t_\t_\t_\t_\t_\t_\tNER=");
            match mention {
                None => out.push('O'),
                Some(mention) => {
                    let goes_on = inside.is_some_and(|before| before.span == mention.span);
                    let _ = write!(out, "{}-{}", if goes_on { 'I' } else { 'B' }, mention.label);
                }
            }
            inside = mention;
            if !space_after(text, token) {
                out.push_str("|SpaceAfter=No");
            }
            let (start, end) = (
                points.to_point(token.span.start),
                points.to_point(token.span.end),
            );
            let _ = writeln!(out, "|start_char={start}|end_char={end}");
        }
        out.push('\n');
    }
    out
}

/// The tokens of each sentence, and whether a paragraph begins with it.
fn sentences<'a>(
    article: &'a Article,
    tokens: &'a [Token],
) -> impl Iterator<Item = (bool, &'a [Token])> {
    let text = article.text.as_str();
    let mut starts = article.sentences.iter().map(|span| span.start).peekable();
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = tokens.get(at)?;
        let begin = at;
        let before = text.get(..first.span.start as usize).unwrap_or_default();
        let blank = &before[before.trim_end().len()..];
        let paragraph = begin == 0 || blank.matches('\n').count() > 1;
        while starts.next_if(|&start| start <= first.span.start).is_some() {}
        loop {
            let end = tokens[at].span.end as usize;
            at += 1;
            let Some(next) = tokens.get(at) else { break };
            let gap = text.get(end..next.span.start as usize).unwrap_or_default();
            let over = starts.peek().is_some_and(|&start| start <= next.span.start);
            if over || gap.matches('\n').count() > 1 {
                break;
            }
        }
        Some((paragraph, &tokens[begin..at]))
    })
}

/// Whether white space, or the end of the text, follows a token.
fn space_after(text: &str, token: &Token) -> bool {
    let rest = text.get(token.span.end as usize..).unwrap_or_default();
    rest.chars().next().is_none_or(char::is_whitespace)
}

/// Words on one line, without what parts columns.
fn form(words: &str, out: &mut String) {
    out.extend(
        words
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c }),
    );
}

fn line(words: &str, out: &mut String) {
    form(words, out);
    out.push('\n');
}
