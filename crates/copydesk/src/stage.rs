//! One stage at a time, over text: what each does without the rest of the pipeline.

use copydesk_core::{
    NormalizeOptions, OffsetMap, RawDocument, SegmentOptions, Span, Token, TokenMode,
    record::{Amount, Article, Pattern, Temporal},
};
use copydesk_normalize::NormalizedText;
use copydesk_segment::LanguageGuess;

use crate::{Options, UserGazetteer, pipeline};

/// The article of a page or text: the parse and normalize stages, title apart.
///
/// ```
/// use copydesk::{RawDocument, stage};
/// let page = RawDocument::from_bytes("<title>Rain</title><h1>Rain</h1><p>It rained in Accra &amp; Kumasi all day, the harbour office said.");
/// assert_eq!(stage::extract(&page).text, "It rained in Accra & Kumasi all day, the harbour office said.");
/// ```
pub fn extract(document: &RawDocument) -> Article {
    let options = Options::extraction();
    pipeline::read(document, &options, &options.parse_options())
}

/// The source of an article as text, markup and all, and the map from it to the bytes: see
/// [`copydesk_parse::decode`].
///
/// ```
/// use copydesk::{RawDocument, stage};
/// let (text, map) = stage::decode(&RawDocument::from_bytes("<p>Rain</p>"));
/// assert_eq!((text.as_str(), map.is_identity()), ("<p>Rain</p>", true));
/// ```
pub fn decode(document: &RawDocument) -> (String, OffsetMap) {
    copydesk_parse::decode(document)
}

/// Repairs a text: see [`copydesk_normalize::normalize`].
///
/// ```
/// let text = copydesk::stage::normalize("Itâ€™s raining", &Default::default());
/// assert_eq!(text.text, "It’s raining");
/// ```
pub fn normalize<'a>(text: &'a str, options: &NormalizeOptions) -> NormalizedText<'a> {
    copydesk_normalize::normalize(text, options)
}

/// Which language a text is in, where that can be told: see [`copydesk_segment::language`].
///
/// ```
/// use copydesk::stage;
/// let guess = stage::language("Die Minister trafen sich in der Hauptstadt.").expect("plain German");
/// assert_eq!(guess.code, "de");
/// assert!(guess.confidence > 0.9);
/// assert_eq!(stage::language("12.05.2024, 18:00"), None);
/// ```
pub fn language(text: &str) -> Option<LanguageGuess> {
    copydesk_segment::language(text)
}

/// The sentences of a text: see [`copydesk_segment::sentences`].
pub fn sentences(text: &str) -> Vec<Span> {
    copydesk_segment::sentences(text, &SegmentOptions::default())
}

/// The tokens of a text: see [`copydesk_segment::tokens`].
pub fn tokens(text: &str) -> Vec<Token> {
    copydesk_segment::tokens(text)
}

/// The tokens of a text, words cut as a mode says: see [`copydesk_segment::tokens_in`].
///
/// ```
/// use copydesk::{TokenMode, stage};
/// let text = "high-ranking";
/// assert_eq!(stage::tokens_in(text, TokenMode::Ud).len(), 3);
/// assert_eq!(stage::tokens_in(text, TokenMode::Ptb).len(), 1);
/// ```
pub fn tokens_in(text: &str, mode: TokenMode) -> Vec<Token> {
    copydesk_segment::tokens_in(text, mode)
}

/// Everything that the entities stage finds in a clean text, as an article without a page.
///
/// `reference` is the day that relative dates count from, as `YYYY-MM-DD`.
///
/// ```
/// let article = copydesk::stage::annotate("Norway’s Foreign Minister flew to Accra.", None);
/// let words: Vec<_> = article.mentions.iter().map(|m| m.span.of(&article.text)).collect();
/// assert_eq!(words, ["Norway", "Foreign Minister", "Accra"]);
/// ```
pub fn annotate(text: &str, reference: Option<&str>) -> Article {
    pipeline::annotate_text(text, reference, None)
}

/// The same with names of the user's own.
///
/// ```
/// use copydesk::{GazetteerEntry, GazetteerOptions, UserGazetteer, record::Label, stage};
/// let mut ship = GazetteerEntry::new("Malmö Star", Label::Product);
/// ship.id = Some("imo-9074729".to_owned());
/// let mut options = GazetteerOptions::default();
/// options.accent_sensitive = false;
/// let mut gazetteer = UserGazetteer::new(options);
/// gazetteer.add("ships", [ship])?;
/// let article = stage::annotate_with("The Malmo Star left Accra.", None, &gazetteer);
/// let mention = &article.mentions[0];
/// assert_eq!(mention.span.of(&article.text), "Malmo Star");
/// assert_eq!(mention.why, "gazetteer:ships");
/// let entity = &article.entities[mention.entity as usize];
/// assert_eq!(entity.name, "Malmö Star");
/// assert_eq!(entity.identifiers.id.as_deref(), Some("imo-9074729"));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn annotate_with(text: &str, reference: Option<&str>, gazetteer: &UserGazetteer) -> Article {
    pipeline::annotate_text(text, reference, Some(gazetteer))
}

/// The temporal expressions of a text. `reference` as in [`annotate`].
///
/// ```
/// let dates = copydesk::stage::dates("They will meet on Friday.", Some("2024-05-01"));
/// assert_eq!(dates[0].value, "2024-05-03");
/// ```
pub fn dates(text: &str, reference: Option<&str>) -> Vec<Temporal> {
    copydesk_entities::values::dates(text, &tokens(text), reference)
}

/// Money, percentages, quantities and other numbers of a text.
pub fn amounts(text: &str) -> Vec<Amount> {
    copydesk_entities::values::amounts(text, &tokens(text))
}

/// E-mail and web addresses, phone numbers, handles, hashtags, identifiers and the like of a text.
pub fn patterns(text: &str) -> Vec<Pattern> {
    copydesk_entities::values::patterns(text)
}
