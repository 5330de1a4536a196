//! Mentions, entities, dates, amounts and patterns in news text.

mod dropped;
mod gazetteer;
pub mod lists;
pub mod places;
mod resolve;
mod shapes;
mod statements;
mod syntax;
mod tagger;
pub mod training;
mod user;
#[expect(
    clippy::match_same_arms,
    reason = "the grammars keep one reading an arm, in the order in which they are tried"
)]
pub mod values;

use copydesk_core::{
    Diagnostic, EntityOptions, Span, Token,
    record::{
        Amount, Article, BlockKind, Claim, ClaimStatus, Entity, Event, Mention, Pattern, Quote,
        Reference, Temporal,
    },
};
pub use dropped::{dropped_dates, is_date};
pub use resolve::{Resolved, resolve_mentions};
use tagger::model::Weights;
pub use user::UserGazetteer;

/// What the stage is told about the text beside the text itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The day that relative dates count from, as `YYYY-MM-DD`.
    pub reference: Option<&'a str>,
    /// Where the headline stands in the text: its capitals say little.
    pub title: Option<Span>,
    /// Names of the user's own, which go before all else.
    pub gazetteer: Option<&'a UserGazetteer>,
}

/// What the stage found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Names of things, in order, without overlap.
    pub mentions: Vec<Mention>,
    /// What the mentions stand for.
    pub entities: Vec<Entity>,
    /// Pronouns and descriptions that stand for an entity, in order.
    pub references: Vec<Reference>,
    /// Temporal expressions.
    pub dates: Vec<Temporal>,
    /// Money, percentages, quantities and other numbers.
    pub amounts: Vec<Amount>,
    /// E-mail addresses, URLs, phone numbers, handles, hashtags and the like.
    pub patterns: Vec<Pattern>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What is confirmed, alleged, denied or expected, and by whom.
    pub claims: Vec<Claim>,
    /// Who did what to whom, in order of their triggers.
    pub events: Vec<Event>,
    /// What is to be said about these.
    pub diagnostics: Vec<Diagnostic>,
}

/// The verbs of a text that report what somebody says or thinks (`said`, `denied`, `believes`), in
/// order: the cues of quotes, whatever they report. `mentions` are those of the text.
pub fn reporting_cues(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    mentions: &[Mention],
) -> Vec<Span> {
    let names = statements::names(mentions);
    let reading = statements::Reading {
        text,
        tokens,
        syntax: syntax::Syntax::read(text, sentences, tokens, &names, None),
        mentions,
        references: &[],
        entities: &[],
        dates: &[],
        reference: None,
    };
    let cues = statements::reporting(&reading).into_iter();
    cues.map(|token| tokens[token].span).collect()
}

/// Finds everything in a clean text. `sentences` and `tokens` are those of the text, in order.
///
/// Never fails; a text without names has none.
pub fn annotate(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    context: &Context<'_>,
    options: &EntityOptions,
) -> Annotations {
    let values::Values {
        dates,
        amounts,
        patterns,
    } = values::all(text, tokens, context.reference);
    let model = Weights::shared();
    let mut tagged = tagger::tag(text, sentences, tokens, context.title, &dates, model);
    tagged.retain(|tagged| tagged.found.confidence >= options.min_confidence);
    let given = context.gazetteer.map(|gazetteer| {
        let matches = gazetteer.find(text, tokens);
        user::give_way(&mut tagged, &matches);
        (gazetteer, matches)
    });
    let Resolved {
        mut mentions,
        mut entities,
        references,
    } = resolve::resolve(text, sentences, tokens, tagged, given);
    let diagnostics = places::fill(text, &mut mentions, &mut entities);
    let statements::Statements {
        quotes,
        claims,
        events,
    } = if options.statements && tagger::is_english(text, tokens) {
        let names = statements::names(&mentions);
        statements::read(&statements::Reading {
            text,
            tokens,
            syntax: syntax::Syntax::read(text, sentences, tokens, &names, context.title),
            mentions: &mentions,
            references: &references,
            entities: &entities,
            dates: &dates,
            reference: context.reference,
        })
    } else {
        statements::Statements::default()
    };
    Annotations {
        mentions,
        entities,
        references,
        dates,
        amounts,
        patterns,
        quotes,
        claims,
        events,
        diagnostics,
    }
}

/// Whether what the verbs and nouns of a finished article tell is so, in order: the words, their
/// status as the article has it, and as whoever tells it has it.
pub fn statuses(article: &Article) -> Vec<(Span, [ClaimStatus; 2])> {
    let title = (article.blocks.iter())
        .find(|block| block.kind == BlockKind::Title && block.kept())
        .and_then(|block| block.span);
    let names = statements::names(&article.mentions);
    let (text, sentences, tokens) = (&article.text, &article.sentences, &article.tokens);
    statements::statuses(&statements::Reading {
        text,
        tokens,
        syntax: syntax::Syntax::read(text, sentences, tokens, &names, title),
        mentions: &article.mentions,
        references: &article.references,
        entities: &article.entities,
        dates: &article.dates,
        reference: None,
    })
}
