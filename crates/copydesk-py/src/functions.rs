//! The functions of the module.

use std::sync::Arc;

use copydesk::{Options, RawDocument, TokenMode, record, stage};
use pyo3::{prelude::*, types::PyString};

use crate::{
    article::{Article, loads},
    desk::read_one,
    errors::{ConfigurationError, raised},
    gazetteer::Gazetteer,
    input::{Input, Text, content},
    normalized::NormalizedText,
    options::{self, Given},
    origin::Origin,
    pulled,
    run::{detached, watched_if_large},
    views::{Amount, LanguageGuess, Mention, Pattern, Span, Temporal, Token},
};

/// Reads one document with the whole pipeline.
///
/// Args:
///     source: a path, bytes, or a string. A string is content if it holds a line break or
///         "<", is empty or is longer than 1,024 characters; otherwise it is a path. A
///         `os.PathLike` is always a path, and bytes are always content.
///     format: "html", "text", or None to detect it.
///     uri: where content came from; a date in it is evidence.
///     charset: the charset of bytes, where it is known, such as from HTTP.
///     reference_date: the day that relative dates count from, "YYYY-MM-DD" or a
///         datetime.date. Default: the publication date, else the day of the crawl.
///     stages: which of "parse", "normalize", "segment", "entities" run. Default: all.
///     tokens: whether the article holds its tokens.
///     title_in_text: whether the title is the first paragraph of the text. Default: yes where
///         the entities stage runs.
///     gazetteer: names of your own, as for `Desk`.
///
/// Raises:
///     SourceNotFoundError: there is no such file (a FileNotFoundError).
///     ReadError: the file cannot be read (an OSError).
///     ConfigurationError: an option makes no sense, or the path is a folder or an archive of
///         many documents (a ValueError).
///
/// Content never raises: what is wrong with it is in `Article.diagnostics`.
#[pyfunction]
#[pyo3(signature = (source, *, format=None, uri=None, charset=None, reference_date=None, stages=None, tokens=false, title_in_text=None, gazetteer=None))]
#[expect(
    clippy::too_many_arguments,
    reason = "keyword-only options of a Python function"
)]
pub(crate) fn read(
    source: &Bound<'_, PyAny>,
    format: Option<&str>,
    uri: Option<String>,
    charset: Option<String>,
    reference_date: Option<&Bound<'_, PyAny>>,
    stages: Option<&Bound<'_, PyAny>>,
    tokens: bool,
    title_in_text: Option<bool>,
    gazetteer: Option<&Bound<'_, PyAny>>,
) -> PyResult<Article> {
    let options = Given {
        stages,
        tokens,
        reference_date,
        title_in_text,
        gazetteer,
        ..Given::default()
    };
    let desk = copydesk::Desk::new(options.options()?).map_err(|e| raised(source.py(), &e))?;
    let hints = Hints {
        format,
        uri,
        charset,
    };
    let document = document(source, hints)?;
    let article = read_one(source.py(), &Arc::new(desk), document)?;
    Ok(Article::new(article))
}

/// Reads a text or page that is at hand: like `read`, but a string is never taken for a path.
///
/// Source offsets count code points of `text`. Raises `ConfigurationError` where an option makes no
/// sense; content never raises.
#[pyfunction]
#[pyo3(signature = (text, *, format=None, uri=None, reference_date=None, stages=None, tokens=false, title_in_text=None, gazetteer=None))]
#[expect(
    clippy::too_many_arguments,
    reason = "keyword-only options of a Python function"
)]
pub(crate) fn read_text(
    text: &Bound<'_, PyString>,
    format: Option<&str>,
    uri: Option<String>,
    reference_date: Option<&Bound<'_, PyAny>>,
    stages: Option<&Bound<'_, PyAny>>,
    tokens: bool,
    title_in_text: Option<bool>,
    gazetteer: Option<&Bound<'_, PyAny>>,
) -> PyResult<Article> {
    let options = Given {
        stages,
        tokens,
        reference_date,
        title_in_text,
        gazetteer,
        ..Given::default()
    };
    let desk = copydesk::Desk::new(options.options()?).map_err(|e| raised(text.py(), &e))?;
    let mut document = content(text)?;
    document.format = options::format(format)?;
    document.uri = uri;
    let article = read_one(text.py(), &Arc::new(desk), document)?;
    Ok(Article::new(article))
}

/// The article of a page or text: clean text, metadata and blocks, the title apart from the
/// text; no sentences, mentions or values.
///
/// Takes what `read` takes, and raises what it raises.
#[pyfunction]
#[pyo3(signature = (page, *, format=None, uri=None, charset=None))]
pub(crate) fn extract(
    page: &Bound<'_, PyAny>,
    format: Option<&str>,
    uri: Option<String>,
    charset: Option<String>,
) -> PyResult<Article> {
    let hints = Hints {
        format,
        uri,
        charset,
    };
    let document = document(page, hints)?;
    let article = watched_if_large(page.py(), document.bytes.len(), move || {
        stage::extract(&document)
    })?;
    Ok(Article::new(article))
}

/// Repairs a text, and keeps account of every repair.
///
/// Args:
///     text: the text.
///     preset: which repairs are made: "canonical" repairs damage and disguise and keeps
///         typography; "ascii_punctuation" also folds quotes, primes, dashes and ellipses;
///         "search" also folds case and compatibility forms and joins divided and spaced words;
///         "lossless" only composes (NFC).
///     nfc: letters and their marks are composed.
///     mojibake: UTF-8 that was read in another charset is read again.
///     entities: HTML character references are decoded.
///     invisible: characters that are not seen and carry nothing go; so do control characters.
///     ligatures: ligatures, digraphs and joined forms in one character come apart.
///     letterforms: fullwidth and mathematical letters become plain ones.
///     homoglyphs: letters of another script that only look right are replaced.
///     hyphenation: words divided at a line end by a soft hyphen are joined.
///     whitespace: line ends, special spaces and runs of blanks are made plain.
///     nfkc: compatibility forms become plain characters, superscripts included.
///     hard_hyphenation: words divided by a plain hyphen are joined, if they are no compounds.
///     letter_spacing: words set with blanks between their letters are joined.
///     strip_accents: Latin and Greek letters lose their accents; in no preset.
///     fold_case: case is folded.
///     fold_quotes: curly quotes become straight ones.
///     fold_primes: primes become straight quotes.
///     fold_dashes: dashes become hyphens.
///     fold_ellipses: ellipses become three full stops.
///
/// A switch that is None is as the preset has it. The result has `.text`, `.edits`, and the way
/// between the texts in `.to_source(span)` and `.to_text(span)`.
///
/// Raises:
///     ConfigurationError: there is no such preset (a ValueError).
#[pyfunction]
#[pyo3(signature = (text, *, preset="canonical", nfc=None, mojibake=None, entities=None, invisible=None, ligatures=None, letterforms=None, homoglyphs=None, hyphenation=None, whitespace=None, nfkc=None, hard_hyphenation=None, letter_spacing=None, strip_accents=None, fold_case=None, fold_quotes=None, fold_primes=None, fold_dashes=None, fold_ellipses=None))]
#[expect(
    clippy::too_many_arguments,
    clippy::needless_pass_by_value,
    reason = "keyword-only switches of a Python function"
)]
pub(crate) fn normalize(
    py: Python<'_>,
    text: Text,
    preset: &str,
    nfc: Option<bool>,
    mojibake: Option<bool>,
    entities: Option<bool>,
    invisible: Option<bool>,
    ligatures: Option<bool>,
    letterforms: Option<bool>,
    homoglyphs: Option<bool>,
    hyphenation: Option<bool>,
    whitespace: Option<bool>,
    nfkc: Option<bool>,
    hard_hyphenation: Option<bool>,
    letter_spacing: Option<bool>,
    strip_accents: Option<bool>,
    fold_case: Option<bool>,
    fold_quotes: Option<bool>,
    fold_primes: Option<bool>,
    fold_dashes: Option<bool>,
    fold_ellipses: Option<bool>,
) -> PyResult<NormalizedText> {
    let switches = [
        ("nfc", nfc),
        ("mojibake", mojibake),
        ("entities", entities),
        ("invisible", invisible),
        ("ligatures", ligatures),
        ("letterforms", letterforms),
        ("homoglyphs", homoglyphs),
        ("hyphenation", hyphenation),
        ("whitespace", whitespace),
        ("nfkc", nfkc),
        ("hard_hyphenation", hard_hyphenation),
        ("letter_spacing", letter_spacing),
        ("strip_accents", strip_accents),
        ("fold_case", fold_case),
        ("fold_quotes", fold_quotes),
        ("fold_primes", fold_primes),
        ("fold_dashes", fold_dashes),
        ("fold_ellipses", fold_ellipses),
    ];
    let mut options = options::preset(py, preset)?;
    for (name, on) in switches {
        if let Some(on) = on {
            options.set(name, on).map_err(|error| raised(py, &error))?;
        }
    }
    let text = text.as_str();
    detached(py, || {
        NormalizedText::new(text, stage::normalize(text, &options))
    })
}

/// What `normalize` repairs in a text, for a person to read: each repair in its context, before
/// and after, with its rule, where it stands in the text given, and why.
///
/// Equal repairs are shown once with their number; at most `limit` lines for each rule, or all
/// with None. Articles and normalized texts have a method of this name.
///
/// Raises:
///     ConfigurationError: there is no such preset (a ValueError).
#[pyfunction]
#[pyo3(
    signature = (text, *, preset="canonical", limit=Some(12)),
    text_signature = "(text, *, preset='canonical', limit=12)"
)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn explain(
    py: Python<'_>,
    text: Text,
    preset: &str,
    limit: Option<usize>,
) -> PyResult<String> {
    let options = options::preset(py, preset)?;
    let text = text.as_str();
    detached(py, || {
        NormalizedText::new(text, stage::normalize(text, &options)).explanation(limit)
    })
}

/// Which language a text is in: a guess with `language`, an ISO 639-1 code, and `confidence`; None
/// where that cannot be told, such as for numbers, names or a language that is not known.
///
/// A text of more than 2,048 bytes is judged by four pieces of it.
#[pyfunction]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn language(py: Python<'_>, text: Text) -> PyResult<Option<LanguageGuess>> {
    let text = text.as_str();
    detached(py, || stage::language(text).map(LanguageGuess::new))
}

/// The sentences of a text, in order: a list of `Span`. Places count code points of `text`.
///
/// A blank line ends a sentence; sentences hold no white space at their ends, and together all that is
/// none.
#[pyfunction]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn sentences(py: Python<'_>, text: Text) -> PyResult<Vec<Bound<'_, Span>>> {
    let text = text.as_str();
    let (origin, spans) = detached(py, || {
        let origin = Origin::of_text(text, copydesk::Article::default());
        (origin, stage::sentences(text))
    })?;
    Span::all(py, &origin, &spans)
}

/// The words and marks of a text, in order: a list of `Token`. Places count code points of `text`.
///
/// `mode` says whose convention cuts the words: "ud", Universal Dependencies, where compounds are
/// cut at their hyphens, or "ptb", the Penn Treebank, where they are not.
///
/// Raises:
///     ConfigurationError: there is no such mode (a ValueError).
#[pyfunction]
#[pyo3(signature = (text, *, mode="ud"))]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn tokens<'py>(
    py: Python<'py>,
    text: Text,
    mode: &str,
) -> PyResult<Vec<Bound<'py, Token>>> {
    let mode: TokenMode = mode.parse().map_err(|error| raised(py, &error))?;
    let origin = found(py, &text, |text, article| {
        article.tokens = stage::tokens_in(text, mode);
    })?;
    Token::all(py, &origin)
}

/// The names of things in a clean text, in order, each with its entity: a list of `Mention`. Places
/// count code points of `text`. Damaged text is not repaired first; see `normalize`.
///
/// `gazetteer` is names of your own, as for `Desk`. Make a `Gazetteer` of it once where there are
/// many texts.
///
/// Raises:
///     SourceNotFoundError, ReadError, ConfigurationError: as `Gazetteer`.
#[pyfunction]
#[pyo3(signature = (text, *, gazetteer=None))]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn mentions<'py>(
    py: Python<'py>,
    text: Text,
    gazetteer: Option<&Bound<'py, PyAny>>,
) -> PyResult<Vec<Bound<'py, Mention>>> {
    let gazetteer = gazetteer.map(Gazetteer::given).transpose()?;
    let origin = found(py, &text, |text, article| {
        *article = match &gazetteer {
            Some(gazetteer) => stage::annotate_with(text, None, gazetteer),
            None => stage::annotate(text, None),
        };
    })?;
    Mention::all(py, &origin)
}

/// The temporal expressions of a text, in order: a list of `Temporal`, each with its TIMEX3 value and,
/// where it is resolved, its interval of days. Places count code points of `text`.
///
/// `reference` is the day that relative ones count from, "YYYY-MM-DD" or a datetime.date;
/// without it "yesterday" has no day.
///
/// Raises:
///     ConfigurationError: `reference` is no day (a ValueError).
#[pyfunction]
#[pyo3(signature = (text, reference=None))]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn dates<'py>(
    py: Python<'py>,
    text: Text,
    reference: Option<&Bound<'py, PyAny>>,
) -> PyResult<Vec<Bound<'py, Temporal>>> {
    let reference = reference_day(py, reference)?;
    let origin = found(py, &text, |text, article| {
        article.dates = stage::dates(text, reference.as_deref());
    })?;
    Temporal::all(py, &origin)
}

/// A text as TimeML: the words as they are, each temporal expression in a TIMEX3 tag.
///
/// `reference` is as in `dates`, and becomes the creation time of the document; raises what `dates`
/// raises.
#[pyfunction]
#[pyo3(signature = (text, reference=None))]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn timex3(
    py: Python<'_>,
    text: Text,
    reference: Option<&Bound<'_, PyAny>>,
) -> PyResult<String> {
    let reference = reference_day(py, reference)?;
    let (text, day) = (text.as_str(), reference.as_deref());
    detached(py, || copydesk::timex3(text, &stage::dates(text, day), day))
}

/// The day that a caller gives, checked.
fn reference_day(py: Python<'_>, reference: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    let reference = reference.map(options::day).transpose()?;
    if let Some(day) = &reference {
        // The desk knows what a day is, and refuses what is none.
        let mut options = Options::default();
        options.entities.reference_date = Some(day.clone());
        copydesk::Desk::new(options).map_err(|error| raised(py, &error))?;
    }
    Ok(reference)
}

/// Money, percentages, quantities and other numbers of a text, in order: a list of `Amount`, each with
/// its value, unit and, for measures, the value in the unit of the International System. Places count
/// code points of `text`.
#[pyfunction]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn amounts(py: Python<'_>, text: Text) -> PyResult<Vec<Bound<'_, Amount>>> {
    let origin = found(py, &text, |text, article| {
        article.amounts = stage::amounts(text);
    })?;
    Amount::all(py, &origin)
}

/// E-mail and web addresses, phone numbers, handles, hashtags, identifiers and the like of a
/// text, in order: a list of `Pattern`, each in its normal form; what has a check digit is found only
/// where that is right. Places count code points of `text`.
#[pyfunction]
#[expect(
    clippy::needless_pass_by_value,
    reason = "pyo3 hands arguments over by value"
)]
pub(crate) fn patterns(py: Python<'_>, text: Text) -> PyResult<Vec<Bound<'_, Pattern>>> {
    let origin = found(py, &text, |text, article| {
        article.patterns = stage::patterns(text);
    })?;
    Pattern::all(py, &origin)
}

/// The JSON Schema of the record that `Article.to_json` writes, as a dict.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    loads(py, copydesk::schema())
}

/// An article of a given text with what `stage` finds in it.
fn found(
    py: Python<'_>,
    text: &Text,
    stage: impl FnOnce(&str, &mut record::Article) + Send,
) -> PyResult<std::sync::Arc<Origin>> {
    let text = text.as_str();
    detached(py, || {
        let mut article = record::Article::default();
        stage(text, &mut article);
        Origin::of_text(text, article)
    })
}

/// What a caller knows about a document beside its source.
pub(crate) struct Hints<'a> {
    pub(crate) format: Option<&'a str>,
    pub(crate) uri: Option<String>,
    pub(crate) charset: Option<String>,
}

/// The one document that `source` is or names.
pub(crate) fn document(source: &Bound<'_, PyAny>, hints: Hints<'_>) -> PyResult<RawDocument> {
    let format = options::format(hints.format)?;
    let mut document = match Input::new(source)? {
        Input::Content(document) => document,
        Input::Path(path) => pulled::one(source.py(), &path)?,
    };
    document.format = format;
    if hints.uri.is_some() {
        document.uri = hints.uri;
    }
    if hints.charset.is_some() {
        if document.unit == copydesk::Unit::Char {
            return Err(ConfigurationError::new_err(
                "charset is for bytes and files; a string is decoded already",
            ));
        }
        document.charset = hints.charset;
    }
    Ok(document)
}
