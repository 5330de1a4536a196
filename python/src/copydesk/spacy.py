"""The component `copydesk` of spaCy's pipelines.

>>> import spacy
>>> nlp = spacy.blank("en")  # doctest: +SKIP
>>> nlp.add_pipe("copydesk", config={"threads": 4})  # doctest: +SKIP
>>> [doc.ents for doc in nlp.pipe(texts)]  # doctest: +SKIP

Where copydesk is installed, spaCy finds the component by itself. The text of the documents stays as it
is: what copydesk repairs and drops changes where names are found, and not what they are found in.

- `doc.ents`, `doc.spans`, `doc._.copydesk`, `span._.copydesk` and `span._.copydesk_source` are those of
  `copydesk.to_spacy`; the source is the text of the document, in characters;
- `doc.sents` are the sentences, unless a parser or another component set some before; what copydesk
  drops, such as a line of buttons, is one of its own.

Needs spaCy 3.5 or newer: `pip install 'copydesk[spacy]'`.
"""

# Annotations are not put off here: spaCy reads those of the factory.

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import spacy  # type: ignore[import-not-found, unused-ignore]
from spacy.language import Language  # type: ignore[import-not-found, unused-ignore]
from spacy.tokens import Doc, Span  # type: ignore[import-not-found, unused-ignore]
from spacy.util import filter_spans  # type: ignore[import-not-found, unused-ignore]
from spacy.vocab import Vocab  # type: ignore[import-not-found, unused-ignore]
from srsly import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
    msgpack_decoders,
    msgpack_encoders,
)

from . import Article, Desk, tokens

__all__ = ["CopydeskComponent", "make_copydesk"]

_Place = Callable[[Any], tuple[int, int] | None]


class CopydeskComponent:
    """The component. Make it with `nlp.add_pipe("copydesk")`; see `make_copydesk` for its options."""

    def __init__(self, desk: Desk, *, overwrite_ents: bool, sentences: bool) -> None:
        self._desk = desk
        self._overwrite_ents = overwrite_ents
        self._sentences = sentences

    def __call__(self, doc: Doc) -> Doc:
        """Reads one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Reads documents on the threads of the desk, in order and in bounded memory.

        The batch size of the pipeline does not matter here: the desk pulls documents as it needs them.
        """
        waiting: deque[Doc] = deque()

        def texts() -> Iterator[tuple[None, str]]:
            for doc in stream:
                waiting.append(doc)
                yield None, doc.text

        for article in self._desk.stream(texts()):
            yield self._annotate(waiting.popleft(), article)

    def _annotate(self, doc: Doc, article: Article) -> Doc:
        doc._.copydesk_raw = True
        _annotate(doc, article, _in_source, overwrite=self._overwrite_ents)
        settled = doc.has_annotation("DEP") or doc.has_annotation("SENT_START")
        if self._sentences and not settled:
            parts = itertools.chain(article.sentences, article.blocks)
            _begin_sentences(doc, parts, _in_source)
        return doc


@Language.factory(  # type: ignore[untyped-decorator, unused-ignore]
    "copydesk",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "token.is_sent_start"],
    default_config={
        "threads": None,
        "gazetteer": None,
        "reference_date": None,
        "normalize": None,
        "min_confidence": 0.0,
        "statements": True,
        "overwrite_ents": True,
        "sentences": True,
    },
)
def make_copydesk(
    nlp: Language,
    name: str,
    threads: int | None,
    gazetteer: str | list[dict[str, Any]] | None,
    reference_date: str | None,
    normalize: str | dict[str, Any] | None,
    min_confidence: float,
    statements: bool,
    overwrite_ents: bool,
    sentences: bool,
) -> CopydeskComponent:
    """The factory of the component. Its options are JSON, and are saved with the pipeline.

    Args:
        nlp, name: given by spaCy.
        threads, reference_date, normalize, min_confidence, statements: as in `Desk`.
        gazetteer: names of your own: the path of a file, or a list of dicts.
        overwrite_ents: whether entities that are there go; else those of copydesk come beside them.
        sentences: whether sentences are set, where no component before did.

    Raises:
        ConfigurationError: an option makes no sense (a ValueError).
    """
    settings: Any = {
        "threads": threads,
        "gazetteer": gazetteer,
        "reference_date": reference_date,
        "normalize": normalize,
        "min_confidence": min_confidence,
        "statements": statements,
    }
    return CopydeskComponent(Desk(**settings), overwrite_ents=overwrite_ents, sentences=sentences)


def _to_doc(article: Article, nlp: Language | Vocab | None) -> Doc:
    """See `copydesk.to_spacy`."""
    if not isinstance(article, Article):
        raise TypeError(f"article must be an Article, not {type(article).__name__}")
    if nlp is None:
        nlp = _blank(article.language or "en")
    if isinstance(nlp, Vocab):
        doc = _own_tokens(article, nlp)
    elif isinstance(nlp, Language):
        doc = nlp.tokenizer(article.text)
    else:
        raise TypeError(f"nlp must be a Language, a Vocab or None, not {type(nlp).__name__}")
    _annotate(doc, article, _in_text, overwrite=True)
    _begin_sentences(doc, article.sentences, _in_text)
    return doc


def _blank(language: str) -> Language | Vocab:
    """A blank pipeline; where spaCy does not know the language, or lacks the tokenizer that it needs for
    it, as of Japanese, a vocabulary, so that the tokens are those of copydesk."""
    try:
        return spacy.blank(language)
    except ImportError:
        return spacy.blank("xx").vocab


def _own_tokens(article: Article, vocab: Vocab) -> Doc:
    text = article.text
    words: list[str] = []
    spaces: list[bool] = []
    end = 0

    def gap(start: int) -> None:
        """What stands between two tokens: one space belongs to the first, all else is a token."""
        between = text[end:start]
        if between.startswith(" ") and words:
            spaces[-1] = True
            between = between[1:]
        if between:
            words.append(between)
            spaces.append(False)

    for token in article.tokens or tokens(text):
        gap(token.start)
        words.append(token.text)
        spaces.append(False)
        end = token.end
    gap(len(text))
    return Doc(vocab, words=words, spaces=spaces)


def _in_text(part: Any) -> tuple[int, int] | None:
    return None if part.start is None else (part.start, part.end)


def _in_source(part: Any) -> tuple[int, int] | None:
    return part.source and (part.source.start, part.source.end)


def _annotate(doc: Doc, article: Article, place: _Place, *, overwrite: bool) -> None:
    """Puts what was found in an article on a document."""
    doc._.copydesk = article

    def spans(name: str, label: str) -> list[Span]:
        found = []
        for number, part in enumerate(getattr(article, name)):
            entity = part.entity if name == "mentions" else None
            where = place(part)
            span = where and where[0] < where[1] and doc.char_span(
                *where,
                label=getattr(part, label),
                kb_id=_kb_id(entity),
                span_id=f"{name}/{number}",
                alignment_mode="expand",
            )
            if span:
                found.append(span)
        return found

    mentions = spans("mentions", "label")
    kept = [] if overwrite else list(doc.ents)
    taken = {token.i for span in kept for token in span}
    free = [span for span in mentions if taken.isdisjoint(range(span.start, span.end))]
    doc.set_ents([*kept, *filter_spans(free)])
    doc.spans["mentions"] = mentions
    doc.spans["dates"] = spans("dates", "type")
    doc.spans["quotes"] = spans("quotes", "kind")
    doc.spans["claims"] = spans("claims", "status")


def _kb_id(entity: Any) -> str:
    if entity is None:
        return ""
    known = entity.identifiers
    geonames = f"geonames:{known.geonames}" if known.geonames else ""
    return known.id or known.wikidata or geonames


def _begin_sentences(doc: Doc, parts: Iterable[Any], place: _Place) -> None:
    starts = {0}
    for part in parts:
        where = place(part)
        span = where and where[0] < where[1] and doc.char_span(*where, alignment_mode="expand")
        if span:
            # White space belongs to the sentence before it.
            first = next((token.i for token in span if not token.is_space), span.start)
            starts.add(first)
    for token in doc:
        token.is_sent_start = token.i in starts


def _part(span: Span) -> Any:
    """What a span stands for in the article; None for spans that copydesk did not make."""
    name, _, number = span.id_.partition("/")
    article = span.doc._.copydesk
    if article is None or name not in ("mentions", "dates", "quotes", "claims"):
        return None
    found = getattr(article, name)
    return found[int(number)] if number.isdecimal() and int(number) < len(found) else None


def _source(span: Span) -> tuple[int, int] | None:
    """Where a span came from: (start, end) of the source, in its unit."""
    article = span.doc._.copydesk
    if article is None:
        return None
    if span.doc._.copydesk_raw:
        return span.start_char, span.end_char
    source = article.to_source(span.start_char, span.end_char)
    return source.start, source.end


# Articles as a part of documents that are written to bytes or sent to other processes.


def _encode(thing: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(thing, Article):
        return {"copydesk.article": thing.to_json()}
    return thing if chain is None else chain(thing)


def _decode(thing: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(thing, dict) and set(thing) == {"copydesk.article"}:
        return Article.from_json(thing["copydesk.article"])
    return thing if chain is None else chain(thing)


msgpack_encoders.register("copydesk", func=_encode)
msgpack_decoders.register("copydesk", func=_decode)
# All of these names are ours: to set them again, as a reload of this module does, loses nothing.
Doc.set_extension("copydesk", default=None, force=True)
Doc.set_extension("copydesk_raw", default=False, force=True)
Span.set_extension("copydesk", getter=_part, force=True)
Span.set_extension("copydesk_source", getter=_source, force=True)
