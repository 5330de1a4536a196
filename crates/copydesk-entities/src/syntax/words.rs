//! The tag of every word.

use copydesk_core::{Span, Token, TokenClass};

use super::{
    Model, Name, Tag, Tags,
    lexicon::{self, LONGEST},
    model::{self, Seen},
};

/// A token and what it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) tag: Tag,
    /// See [`Syntax::lemma`](super::Syntax::lemma).
    pub(crate) lemma: &'static str,
    /// Index of its sentence.
    pub(crate) sentence: u32,
    /// Index of its group.
    pub(crate) group: u32,
    /// Index of the name that it is part of, `u32::MAX` where there is none.
    pub(crate) name: u32,
}

/// Tags the tokens of a text.
pub(super) fn read(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    names: &[Name],
    title: Option<Span>,
    model: &Model,
) -> Vec<Word> {
    let mut words = Vec::with_capacity(tokens.len());
    let (mut seen, mut tags) = (Vec::new(), Vec::new());
    let (mut sentence, mut start, mut name) = (0, 0, 0);
    while start < tokens.len() {
        while sentence + 1 < sentences.len()
            && sentences[sentence + 1].start <= tokens[start].span.start
        {
            sentence += 1;
        }
        let limit = (sentences.get(sentence + 1)).map_or(u32::MAX, |next| next.start);
        let mut end = start + 1;
        while end < tokens.len() && tokens[end].span.start < limit {
            end += 1;
        }
        let run = &tokens[start..end];
        let headline = title
            .is_some_and(|title| title.start <= run[0].span.start && run[0].span.end <= title.end);
        let first = words.len();
        let mut opens = true;
        seen.clear();
        for token in run {
            let span = token.span;
            while name < names.len() && names[name].span.end <= span.start {
                name += 1;
            }
            let inside = (names.get(name)).filter(|name| name.span.start <= span.start);
            let (mut one, lemma) = see(text, token, opens, headline, model);
            opens &= one.word == MARK;
            if let Some(inside) = inside {
                one.tags = named(inside, span.of(text), one.tags);
            }
            seen.push(one);
            words.push(Word {
                tag: Tag::Mark,
                lemma,
                sentence: sentence as u32,
                group: 0,
                name: inside.map_or(u32::MAX, |_| name as u32),
            });
        }
        tags.clear();
        for at in 0..seen.len() {
            let before = (at > 0).then(|| words[first + at - 1].lemma);
            let may_be = behind_participle(seen[at].tags, &tags);
            let may_be = behind_verb(may_be, tags.last().copied(), before.unwrap_or_default());
            let tag = may_be.only().unwrap_or_else(|| {
                let features = model::features(&seen, at, &tags);
                model::best(may_be, &features, |slot| model.weight(slot))
            });
            tags.push(tag);
            words[first + at].tag = tag;
        }
        own(text, run, &mut words[first..]);
        start = end;
    }
    words
}

/// `’s` between a noun and what may be owned is no verb: `the leader’s armoured train`.
fn own(text: &str, tokens: &[Token], words: &mut [Word]) {
    for at in 1..words.len() {
        if words[at].tag != Tag::Vbz || !matches!(tokens[at].span.of(text), "'s" | "’s") {
            continue;
        }
        let tag = |ahead: usize| words.get(at + ahead).map_or(Tag::Mark, |word| word.tag);
        let described = tag(1).is_adjective() || matches!(tag(1), Tag::Vbn | Tag::Vbg);
        if words[at - 1].tag.is_noun() && (tag(1).is_noun() || described && tag(2).is_noun()) {
            words[at].tag = Tag::Pos;
        }
    }
}

/// The tags that a word may have behind those `before` it: `a planned visit` has no verb.
fn behind_participle(tags: Tags, before: &[Tag]) -> Tags {
    let [.., Tag::Dt | Tag::PrpPossessive, Tag::Vbn | Tag::Vbg] = before else {
        return tags;
    };
    let nouns = [Tag::Nn, Tag::Nns]
        .into_iter()
        .filter(|&noun| tags.has(noun));
    let nouns = nouns.fold(Tags::default(), Tags::with);
    if nouns.is_empty() || !tags.meets(VERBS) {
        return tags;
    }
    nouns
}

/// The tags that a word may have right behind a verb: `take place` has one verb only.
fn behind_verb(tags: Tags, before: Option<Tag>, lemma: &str) -> Tags {
    const BARE: &[&str] = &[
        "", "be", "have", "do", "help", "let", "make", "get", "go", "come", "dare", "need", "see",
        "hear", "watch", "bid",
    ];
    let bare = tags.has(Tag::Vb) && (tags.has(Tag::Nn) || tags.has(Tag::Nns));
    if !bare || !before.is_some_and(Tag::is_verb) || BARE.contains(&lemma) {
        return tags;
    }
    (tags.iter())
        .filter(|tag| !matches!(tag, Tag::Vb | Tag::Vbp))
        .fold(Tags::default(), Tags::with)
}

/// The forms of verbs.
const VERBS: Tags = Tags::of(&[Tag::Vb, Tag::Vbd, Tag::Vbg, Tag::Vbn, Tag::Vbp, Tag::Vbz]);

/// What a mark counts as a word.
const MARK: u32 = 0;

/// The tags that a word of a name may have.
fn named(name: &Name, surface: &str, tags: Tags) -> Tags {
    if tags.only() == Some(Tag::Mark) || tags.has(Tag::Pos) || tags.has(Tag::Cd) {
        return tags;
    }
    if name.is_time {
        return tags;
    }
    if name.is_people {
        return if surface.ends_with('s') && !surface.ends_with("ss") {
            Tags::of(&[Tag::Nnps])
        } else {
            Tags::of(&[Tag::Jj, Tag::Nnp])
        };
    }
    if surface.starts_with(|letter: char| letter.is_lowercase()) && !tags.has(Tag::Nn) {
        return tags;
    }
    Tags::of(&[Tag::Nnp])
}

/// A token as the model sees it, and its lemma.
fn see(
    text: &str,
    token: &Token,
    first: bool,
    headline: bool,
    model: &Model,
) -> (Seen, &'static str) {
    let surface = token.span.of(text);
    if token.class == TokenClass::Punctuation && surface != "'" && surface != "’" {
        let seen = Seen {
            word: MARK,
            suffix: 0,
            tags: Tags::of(&[Tag::Mark]),
            shape: 0,
        };
        return (seen, "");
    }
    look(surface, token.class, first, headline, &model.lexicon)
}

/// A word as the model sees it, and its lemma. `first` tells whether it is the first word of its
/// sentence, `headline` whether capitals say nothing.
pub fn look(
    surface: &str,
    class: TokenClass,
    first: bool,
    headline: bool,
    lexicon: &lexicon::Lexicon,
) -> (Seen, &'static str) {
    let mut buffer = [0; LONGEST];
    let capital = surface
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_uppercase);
    let all_capitals =
        capital && surface.len() > 1 && surface.bytes().all(|byte| !byte.is_ascii_lowercase());
    let has_capitals = surface.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = if has_capitals && surface.len() <= LONGEST && surface.is_ascii() {
        let lower = &mut buffer[..surface.len()];
        lower.copy_from_slice(surface.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).unwrap_or(surface)
    } else {
        surface
    };
    let may_be_word = first || headline || !capital;
    let known = lexicon.get(lower);
    let closed = Tags::of(&[
        Tag::Dt,
        Tag::In,
        Tag::Prp,
        Tag::PrpPossessive,
        Tag::Cc,
        Tag::To,
    ]);
    let (tags, lemma) = match known {
        Some(known) if may_be_word => {
            let mut tags = known.tags;
            if capital && !tags.meets(closed) {
                tags = tags.with(Tag::Nnp);
            }
            (tags, known.lemma)
        }
        // A capital within a sentence: a name, unless it is a word that is never one.
        Some(known) if known.tags.only().is_some_and(|tag| closed.has(tag)) => {
            (known.tags, known.lemma)
        }
        Some(known) if !all_capitals => {
            let mut tags = lexicon::guess(surface, class, false);
            if known.tags.has(Tag::Jj) {
                tags = tags.with(Tag::Jj);
            }
            (tags, known.lemma)
        }
        _ => (lexicon::guess(surface, class, first || headline), ""),
    };
    let number = class == TokenClass::Number;
    let tail = lower.len().saturating_sub(3);
    let seen = Seen {
        word: if number {
            1
        } else {
            model::hash(lower.as_bytes())
        },
        suffix: model::hash(&lower.as_bytes()[tail..]),
        tags,
        shape: match (capital, first, all_capitals) {
            (false, ..) => 0,
            (_, _, true) => 3,
            (_, true, _) => 2,
            _ => 1,
        },
    };
    (seen, lemma)
}
