//! Options of the whole pipeline.

use std::{str::FromStr, sync::Arc};

use copydesk_core::{
    EntityOptions, Error, ErrorKind, NormalizeOptions, ParseOptions, RunOptions, SegmentOptions,
};
use copydesk_entities::UserGazetteer;

/// A stage of the pipeline.
///
/// ```
/// use copydesk::{Options, Stage};
/// let mut options = Options::default();
/// options.stages = vec!["parse".parse()?, "normalize".parse()?];
/// assert_eq!(options.stages[1], Stage::Normalize);
/// assert_eq!(Stage::Entities.as_str(), "entities");
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Bytes to blocks. Always runs.
    Parse,
    /// Repairs of the text.
    Normalize,
    /// Sentences and tokens.
    Segment,
    /// Mentions, entities, dates, amounts, patterns. Brings [`Stage::Segment`] with it.
    Entities,
}

impl Stage {
    /// All stages in the order in which they run.
    pub const ALL: [Self; 4] = [Self::Parse, Self::Normalize, Self::Segment, Self::Entities];

    /// The name used in Python and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Parse => "parse",
            Self::Normalize => "normalize",
            Self::Segment => "segment",
            Self::Entities => "entities",
        }
    }
}

impl FromStr for Stage {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == name)
            .ok_or_else(|| {
                let names = Self::ALL.map(Self::as_str).join(", ");
                Error::new(
                    ErrorKind::Configuration,
                    format!("unknown stage `{name}`; the stages are: {names}"),
                )
            })
    }
}

/// Options of a [`Desk`](crate::Desk).
///
/// ```
/// use copydesk::{Options, Stage};
/// let mut options = Options::default();
/// options.stages = vec![Stage::Parse, Stage::Normalize];
/// options.normalize.fold_quotes = true;
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Which stages run. Default: all.
    pub stages: Vec<Stage>,
    /// Whether the record holds its tokens. Default `false`; costs 12 bytes per token.
    pub tokens: bool,
    /// Whether the title is the first paragraph of the text. Default `None`: yes where the
    /// entities stage runs, so that what a headline names has a place in the text; no
    /// otherwise, so that an extraction is the body alone. [`Article::body`](crate::Article::body)
    /// is the text without it in both cases.
    pub title_in_text: Option<bool>,
    /// Options of the parse stage; its `title_in_text` is overruled by the one above.
    pub parse: ParseOptions,
    /// Options of the normalize stage.
    pub normalize: NormalizeOptions,
    /// Options of the segment stage.
    pub segment: SegmentOptions,
    /// Options of the entities stage.
    pub entities: EntityOptions,
    /// Names of the user's own, which the entities stage looks for before anything else. Default
    /// `None`. Shared, so that many desks can have it and it is built once.
    pub gazetteer: Option<Arc<UserGazetteer>>,
    /// Options of the driver.
    pub run: RunOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            stages: Stage::ALL.to_vec(),
            tokens: false,
            title_in_text: None,
            parse: ParseOptions::default(),
            normalize: NormalizeOptions::default(),
            segment: SegmentOptions::default(),
            entities: EntityOptions::default(),
            gazetteer: None,
            run: RunOptions::default(),
        }
    }
}

impl Options {
    /// The default options with the parse and normalize stages only: what an extractor does.
    ///
    /// ```
    /// use copydesk::{Desk, Options, RawDocument};
    /// let desk = Desk::new(Options::extraction())?;
    /// let page = RawDocument::from_bytes("<h1>Rain</h1><p>It rained in Accra &amp; Kumasi all day long.");
    /// let article = desk.read(&page);
    /// assert_eq!(article.text, "It rained in Accra & Kumasi all day long.");
    /// assert!(article.mentions.is_empty());
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn extraction() -> Self {
        Self {
            stages: vec![Stage::Parse, Stage::Normalize],
            ..Self::default()
        }
    }

    /// Whether `stage` runs.
    ///
    /// ```
    /// use copydesk::{Options, Stage};
    /// let mut options = Options::default();
    /// options.stages = vec![Stage::Entities];
    /// assert!(options.runs(Stage::Segment));
    /// assert!(!Options::extraction().runs(Stage::Segment));
    /// ```
    pub fn runs(&self, stage: Stage) -> bool {
        stage == Stage::Parse
            || self.stages.contains(&stage)
            || (stage == Stage::Segment && (self.tokens || self.stages.contains(&Stage::Entities)))
    }

    /// The options of the parse stage as it will run.
    pub(crate) fn parse_options(&self) -> ParseOptions {
        let mut parse = self.parse.clone();
        parse.title_in_text = self
            .title_in_text
            .unwrap_or_else(|| self.runs(Stage::Entities));
        parse
    }
}
