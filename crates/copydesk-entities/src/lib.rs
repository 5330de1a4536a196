//! Mentions, entities, dates, amounts, patterns, quotes, claims and events in news text.
//!
//! ```
//! use copydesk_core::{EntityOptions, SegmentOptions};
//! use copydesk_entities::{Context, annotate};
//!
//! let text = "Norway’s Foreign Minister Ingrid Solheim flew to Accra last Friday.";
//! // Sentences and tokens come from `copydesk-segment`, or from anybody else.
//! let sentences = copydesk_segment::sentences(text, &SegmentOptions::default());
//! let tokens = copydesk_segment::tokens(text);
//! let context = Context { reference: Some("2024-05-15"), ..Context::default() };
//! let found = annotate(text, &sentences, &tokens, &context, &EntityOptions::default());
//!
//! let names: Vec<&str> = found.mentions.iter().map(|mention| mention.span.of(text)).collect();
//! assert_eq!(names, ["Norway", "Foreign Minister", "Ingrid Solheim", "Accra", "last Friday"]);
//! assert_eq!(found.dates[0].value, "2024-05-10");
//! ```
//!
//! # Themes
//! - [`annotate`]: everything at once; [`Context`] says what is known beside the text;
//! - [`UserGazetteer`]: names of your own, which go before all else;
//! - [`values`]: dates, amounts and patterns alone, for text of any language;
//! - [`resolve_mentions`]: who is who among names that are marked already;
//! - [`places`]: where a place is; [`dropped_dates`]: dates in what was dropped from a page.
//!
//! # When not to use it
//! On raw pages or damaged text: look-alikes and wrong charsets hide names. The `copydesk` crate
//! cleans first, and turns places of the text into places of the page.
//!
//! # Features
//! None. Lists and weights are in the crate: 3 MB in a program, and nothing is loaded.
//!
//! # Limits
//! Names, quotes, claims and events are found in English news text; of other languages, names by the
//! lists and values are found. Who is who looks back a bounded number of names. The weights of the
//! tagger are under CC BY-SA 4.0, see the file NOTICE.

mod dropped;
mod gazetteer;
#[doc(hidden)]
pub mod lists;
pub mod places;
mod resolve;
mod shapes;
mod statements;
mod syntax;
mod tagger;
#[doc(hidden)]
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
///
/// ```
/// use copydesk_core::{GazetteerEntry, GazetteerOptions, record::Label};
/// use copydesk_entities::{Context, UserGazetteer};
/// let mut gazetteer = UserGazetteer::new(GazetteerOptions::default());
/// gazetteer.add("ships", [GazetteerEntry::new("Malmö Star", Label::Product)])?;
/// let context = Context {
///     reference: Some("2024-05-17"),
///     gazetteer: Some(&gazetteer),
///     ..Context::default()
/// };
/// assert!(context.title.is_none());
/// # Ok::<(), copydesk_core::Error>(())
/// ```
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
///
/// ```
/// use copydesk_core::{EntityOptions, SegmentOptions};
/// use copydesk_entities::{Context, annotate};
/// let text = "Ghana paid $2.5 million on May 2, 2024. Write to desk@example.org.";
/// let sentences = copydesk_segment::sentences(text, &SegmentOptions::default());
/// let tokens = copydesk_segment::tokens(text);
/// let found = annotate(text, &sentences, &tokens, &Context::default(), &EntityOptions::default());
/// assert_eq!(found.entities[0].name, "Ghana");
/// assert_eq!(found.amounts[0].value, 2_500_000.0);
/// assert_eq!(found.dates[0].value, "2024-05-02");
/// assert_eq!(found.patterns[0].value, "desk@example.org");
/// ```
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
///
/// ```
/// use copydesk_core::SegmentOptions;
/// use copydesk_entities::reporting_cues;
/// let text = "Kim said it rained. Lee denied that.";
/// let sentences = copydesk_segment::sentences(text, &SegmentOptions::default());
/// let cues = reporting_cues(text, &sentences, &copydesk_segment::tokens(text), &[]);
/// let cues: Vec<&str> = cues.iter().map(|span| span.of(text)).collect();
/// assert_eq!(cues, ["said", "denied"]);
/// ```
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
///
/// ```
/// use copydesk_core::{EntityOptions, SegmentOptions};
/// use copydesk_entities::{Context, annotate};
/// let text = "Norway’s Foreign Minister Ingrid Solheim flew to Accra. Solheim met nobody.";
/// let sentences = copydesk_segment::sentences(text, &SegmentOptions::default());
/// let tokens = copydesk_segment::tokens(text);
/// let found = annotate(text, &sentences, &tokens, &Context::default(), &EntityOptions::default());
/// let last = found.mentions.last().expect("names are there");
/// assert_eq!(last.span.of(text), "Solheim");
/// assert_eq!(found.entities[last.entity as usize].name, "Ingrid Solheim");
/// ```
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
///
/// ```
/// use copydesk_core::{SegmentOptions, record::{Article, ClaimStatus}};
/// use copydesk_entities::statuses;
/// let text = "It rained. Kim said the dam broke.";
/// let article = Article {
///     text: text.to_owned(),
///     sentences: copydesk_segment::sentences(text, &SegmentOptions::default()),
///     tokens: copydesk_segment::tokens(text),
///     ..Article::default()
/// };
/// let found = statuses(&article);
/// let status = |word| found.iter().find(|(span, _)| span.of(text) == word).map(|(_, [here, _])| *here);
/// assert_eq!(status("rained"), Some(ClaimStatus::Confirmed));
/// assert_eq!(status("broke"), Some(ClaimStatus::Alleged));
/// ```
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
