"""Types of the compiled module.

Written by hand, because Rust does not know which strings a `str` may be. `mypy.stubtest`, run by
tests/test_stubs.py, compares names, signatures and defaults with the module that was built.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, final, overload

from typing_extensions import disjoint_base

__all__ = [
    "Amount",
    "Article",
    "Block",
    "Cell",
    "Claim",
    "Container",
    "Desk",
    "Diagnostic",
    "Edit",
    "Entity",
    "Event",
    "EventTime",
    "Evidence",
    "Gazetteer",
    "Hedge",
    "Identifiers",
    "Link",
    "Mention",
    "NormalizedText",
    "Participant",
    "Pattern",
    "Place",
    "Quote",
    "Reference",
    "Role",
    "Source",
    "SourceSpan",
    "Span",
    "Stream",
    "Table",
    "Temporal",
    "Token",
    "__version__",
    "amounts",
    "dates",
    "explain",
    "extract",
    "mentions",
    "normalize",
    "patterns",
    "read",
    "read_text",
    "schema",
    "sentences",
    "timex3",
    "to_arrow",
    "tokens",
]

__version__: str

_Path = str | os.PathLike[str]
_Content = bytes | bytearray | memoryview
_Source = _Path | _Content
_Day = str | datetime.date
_Stretch = Span | SourceSpan | slice[int, int, None] | range | tuple[int, int]
_Format = Literal["html", "text"]
_Stage = Literal["parse", "normalize", "segment", "entities"]
_Preset = Literal["canonical", "ascii_punctuation", "search", "lossless"]
_TokenMode = Literal["ud", "ptb"]

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> object: ...

_Names = _Path | _ArrowStream | Iterable[Mapping[str, Any]]
_Label = Literal[
    "PERSON",
    "NORP",
    "FAC",
    "ORG",
    "GPE",
    "LOC",
    "PRODUCT",
    "EVENT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "PERCENT",
    "MONEY",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
    "TITLE",
]
_Status = Literal["confirmed", "alleged", "denied", "expected"]
_SourceKind = Literal["named", "unnamed", "article", "missing"]

def read(
    source: _Source,
    *,
    format: _Format | None = None,
    uri: str | None = None,
    charset: str | None = None,
    reference_date: _Day | None = None,
    stages: Iterable[_Stage] | None = None,
    tokens: bool = False,
    title_in_text: bool | None = None,
    gazetteer: Gazetteer | _Names | None = None,
) -> Article: ...
def read_text(
    text: str,
    *,
    format: _Format | None = None,
    uri: str | None = None,
    reference_date: _Day | None = None,
    stages: Iterable[_Stage] | None = None,
    tokens: bool = False,
    title_in_text: bool | None = None,
    gazetteer: Gazetteer | _Names | None = None,
) -> Article: ...
def extract(
    page: _Source,
    *,
    format: _Format | None = None,
    uri: str | None = None,
    charset: str | None = None,
) -> Article: ...
def normalize(
    text: str,
    *,
    preset: _Preset = "canonical",
    nfc: bool | None = None,
    mojibake: bool | None = None,
    entities: bool | None = None,
    invisible: bool | None = None,
    ligatures: bool | None = None,
    letterforms: bool | None = None,
    homoglyphs: bool | None = None,
    hyphenation: bool | None = None,
    whitespace: bool | None = None,
    nfkc: bool | None = None,
    hard_hyphenation: bool | None = None,
    letter_spacing: bool | None = None,
    strip_accents: bool | None = None,
    fold_case: bool | None = None,
    fold_quotes: bool | None = None,
    fold_primes: bool | None = None,
    fold_dashes: bool | None = None,
    fold_ellipses: bool | None = None,
) -> NormalizedText: ...
def explain(
    text: str, *, preset: _Preset = "canonical", limit: int | None = 12
) -> str: ...
def sentences(text: str) -> list[Span]: ...
def tokens(text: str, *, mode: _TokenMode = "ud") -> list[Token]: ...
def mentions(
    text: str, *, gazetteer: Gazetteer | _Names | None = None
) -> list[Mention]: ...
def dates(text: str, reference: _Day | None = None) -> list[Temporal]: ...
def timex3(text: str, reference: _Day | None = None) -> str: ...
def amounts(text: str) -> list[Amount]: ...
def patterns(text: str) -> list[Pattern]: ...
def to_arrow(articles: Iterable[Article]) -> Table: ...
def schema() -> dict[str, Any]: ...
@final
class Desk:
    def __new__(
        cls,
        *,
        threads: int | None = None,
        stages: Iterable[_Stage] | None = None,
        tokens: bool = False,
        reference_date: _Day | None = None,
        title_in_text: bool | None = None,
        normalize: _Preset | Mapping[str, bool | str] | None = None,
        min_confidence: float = 0.0,
        gazetteer: Gazetteer | _Names | None = None,
        statements: bool = True,
    ) -> Desk: ...
    @property
    def threads(self) -> int: ...
    @property
    def stages(self) -> list[_Stage]: ...
    def read(
        self,
        source: _Source,
        *,
        format: _Format | None = None,
        uri: str | None = None,
        charset: str | None = None,
    ) -> Article: ...
    def stream(
        self,
        sources: _Path | Iterable[_Source | tuple[_Path | None, str | _Content]],
        *,
        progress: bool | Callable[[int, int, int], object] = False,
    ) -> Stream: ...

@final
class Gazetteer:
    def __new__(
        cls,
        *sources: _Names,
        case_sensitive: bool = True,
        accent_sensitive: bool = True,
    ) -> Gazetteer: ...
    def __len__(self) -> int: ...
    @property
    def shadowed(self) -> int: ...
    @property
    def case_sensitive(self) -> bool: ...
    @property
    def accent_sensitive(self) -> bool: ...

@final
class Stream(Iterator[Article]):
    @property
    def documents(self) -> int: ...
    @property
    def failures(self) -> int: ...
    @property
    def bytes(self) -> int: ...
    def close(self) -> None: ...
    def __iter__(self) -> Stream: ...
    def __next__(self) -> Article: ...
    def __enter__(self) -> Stream: ...
    def __exit__(self, *_exception: object) -> None: ...

@final
class Table:
    def __len__(self) -> int: ...
    @property
    def columns(self) -> list[str]: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class Article:
    @property
    def id(self) -> str: ...
    @property
    def source(self) -> Source: ...
    @property
    def title(self) -> str | None: ...
    @property
    def byline(self) -> list[str]: ...
    @property
    def site(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def modified(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def section(self) -> str | None: ...
    @property
    def image(self) -> str | None: ...
    @property
    def canonical_url(self) -> str | None: ...
    @property
    def description(self) -> str | None: ...
    @property
    def tags(self) -> list[str]: ...
    @property
    def evidence(self) -> list[Evidence]: ...
    @property
    def article_score(self) -> float: ...
    @property
    def text(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def blocks(self) -> list[Block]: ...
    @property
    def edits(self) -> list[Edit]: ...
    @property
    def sentences(self) -> list[Span]: ...
    @property
    def tokens(self) -> list[Token]: ...
    @property
    def mentions(self) -> list[Mention]: ...
    @property
    def entities(self) -> list[Entity]: ...
    @property
    def references(self) -> list[Reference]: ...
    @property
    def dates(self) -> list[Temporal]: ...
    @property
    def amounts(self) -> list[Amount]: ...
    @property
    def patterns(self) -> list[Pattern]: ...
    @property
    def quotes(self) -> list[Quote]: ...
    @property
    def claims(self) -> list[Claim]: ...
    @property
    def events(self) -> list[Event]: ...
    @property
    def diagnostics(self) -> list[Diagnostic]: ...
    @property
    def offsets(
        self,
    ) -> list[tuple[int, int, int, int, Literal["copy", "replace", "delete", "insert"]]]: ...
    def to_markdown(self, *, title: bool = True) -> str: ...
    def to_timex3(self) -> str: ...
    def to_html(self, *, title: bool = True, source: bool = False) -> str: ...
    def explain(self, *, limit: int | None = 12) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, indent: int | None = None) -> str: ...
    @classmethod
    def from_json(cls, json: str) -> Article: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Callable[[str], Article], tuple[str]]: ...

@disjoint_base
class Place:
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def source(self) -> SourceSpan | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class Span(Place):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def source(self) -> SourceSpan: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> Literal[True]: ...

@final
class Token(Span):
    @property
    def class_(
        self,
    ) -> Literal[
        "word",
        "number",
        "punctuation",
        "symbol",
        "currency",
        "url",
        "email",
        "handle",
        "hashtag",
        "emoji",
    ]: ...

@final
class Mention(Span):
    @property
    def label(self) -> _Label: ...
    @property
    def confidence(self) -> float: ...
    @property
    def why(self) -> str: ...
    @property
    def entity(self) -> Entity: ...
    @property
    def link(self) -> Link: ...
    @property
    def metonym_of(self) -> Entity | None: ...
    @property
    def holders(self) -> list[Entity]: ...

@final
class Reference(Span):
    @property
    def entity(self) -> Entity: ...
    @property
    def link(self) -> Link: ...

@final
class Edit(Span):
    @property
    def rule(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def before(self) -> str: ...

@final
class Cell(Span):
    @property
    def header(self) -> bool: ...
    @property
    def columns(self) -> int: ...
    @property
    def rows(self) -> int: ...

@final
class Quote(Span):
    @property
    def kind(self) -> Literal["direct", "indirect", "mixed"]: ...
    @property
    def quoted(self) -> list[Span]: ...
    @property
    def speaker(self) -> Span | None: ...
    @property
    def speaker_entity(self) -> Entity | None: ...
    @property
    def speaker_kind(self) -> _SourceKind: ...
    @property
    def addressee(self) -> Entity | None: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def verb_class(
        self,
    ) -> Literal[
        "say",
        "report",
        "claim",
        "accuse",
        "deny",
        "confirm",
        "speculate",
        "hope",
        "urge",
        "warn",
        "promise",
        "concern",
        "criticise",
        "praise",
        "thank",
    ]: ...

@final
class Claim(Span):
    @property
    def status(self) -> _Status: ...
    @property
    def claimed_by(self) -> Span | None: ...
    @property
    def claimed_by_entity(self) -> Entity | None: ...
    @property
    def claimed_by_kind(self) -> _SourceKind: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def hedges(self) -> list[Hedge]: ...
    @property
    def denied_by(self) -> list[Entity]: ...
    @property
    def quote(self) -> Quote | None: ...

@final
class Hedge(Span):
    @property
    def kind(
        self,
    ) -> Literal[
        "alleged",
        "expected",
        "possible",
        "reported",
        "speculated",
        "uncertain",
        "unverified",
        "undisclosed",
        "denied",
    ]: ...
    @property
    def scope(self) -> Span: ...

@final
class Event(Span):
    @property
    def root(
        self,
    ) -> Literal[
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]: ...
    @property
    def cameo(self) -> str: ...
    @property
    def who(self) -> list[Participant]: ...
    @property
    def whom(self) -> list[Participant]: ...
    @property
    def when(self) -> EventTime | None: ...
    @property
    def where(self) -> Participant | None: ...
    @property
    def status(self) -> _Status: ...
    @property
    def clause(self) -> Span: ...
    @property
    def claim(self) -> Claim | None: ...

@final
class Participant(Span):
    @property
    def entity(self) -> Entity | None: ...

@final
class Temporal(Place):
    @property
    def type(self) -> Literal["DATE", "TIME", "DURATION", "SET"]: ...
    @property
    def value(self) -> str: ...
    @property
    def modifier(self) -> str | None: ...
    @property
    def interval(self) -> tuple[str, str] | None: ...
    @property
    def anchor(self) -> Literal["reference", "mentioned"] | None: ...
    @property
    def alternatives(self) -> list[tuple[str, tuple[str, str] | None, float]]: ...
    @property
    def role(
        self,
    ) -> Literal["content", "published", "modified", "page-view", "copyright"]: ...
    @property
    def source(self) -> SourceSpan: ...

@final
class Amount(Place):
    @property
    def type(
        self,
    ) -> Literal["MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"]: ...
    @property
    def value(self) -> float: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def modifier(self) -> str | None: ...
    @property
    def magnitude(self) -> float | None: ...
    @property
    def range(self) -> tuple[float, float] | None: ...
    @property
    def dimension(self) -> str | None: ...
    @property
    def si_value(self) -> float | None: ...
    @property
    def si_unit(self) -> str | None: ...
    @property
    def source(self) -> SourceSpan: ...

@final
class Pattern(Place):
    @property
    def type(
        self,
    ) -> Literal[
        "email",
        "url",
        "phone",
        "handle",
        "hashtag",
        "ip",
        "guid",
        "hash",
        "iban",
        "coordinates",
        "isbn",
        "ticker",
    ]: ...
    @property
    def value(self) -> str: ...
    @property
    def words(self) -> list[str]: ...
    @property
    def region(self) -> str | None: ...
    @property
    def source(self) -> SourceSpan: ...

@final
class Block(Place):
    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> int | None: ...
    @property
    def kept(self) -> bool: ...
    @property
    def dropped(self) -> str | None: ...
    @property
    def within(self) -> list[Container]: ...
    @property
    def cells(self) -> list[Cell]: ...
    @property
    def source(self) -> SourceSpan: ...

@final
class Container:
    @property
    def kind(
        self,
    ) -> Literal["quote", "unordered-list", "ordered-list", "term", "description", "table"]: ...
    @property
    def id(self) -> int: ...
    @property
    def item(self) -> int: ...
    @property
    def number(self) -> int | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Diagnostic(Place):
    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> Literal["info", "warning", "error"]: ...
    @property
    def message(self) -> str: ...

@final
class Entity:
    @property
    def name(self) -> str: ...
    @property
    def label(self) -> _Label: ...
    @property
    def aliases(self) -> list[str]: ...
    @property
    def identifiers(self) -> Identifiers: ...
    @property
    def mentions(self) -> list[Mention]: ...
    @property
    def references(self) -> list[Reference]: ...
    @property
    def roles(self) -> list[Role]: ...
    @property
    def confidence(self) -> float: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Link:
    @property
    def kind(
        self,
    ) -> Literal[
        "name",
        "same-name",
        "listed",
        "given",
        "part",
        "acronym",
        "spelling",
        "demonym",
        "apposition",
        "office",
        "pronoun",
        "description",
    ]: ...
    @property
    def through(self) -> Mention | None: ...
    @property
    def confidence(self) -> float: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Role:
    @property
    def title(self) -> str: ...
    @property
    def of(self) -> Entity | None: ...
    @property
    def mention(self) -> Mention | None: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class EventTime:
    @property
    def value(self) -> str: ...
    @property
    def interval(self) -> tuple[str, str] | None: ...
    @property
    def date(self) -> Temporal | None: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Identifiers:
    @property
    def country(self) -> str | None: ...
    @property
    def wikidata(self) -> str | None: ...
    @property
    def geonames(self) -> int | None: ...
    @property
    def coordinates(self) -> tuple[float, float] | None: ...
    @property
    def id(self) -> str | None: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Evidence:
    @property
    def field(self) -> str: ...
    @property
    def from_(self) -> str: ...
    @property
    def source(self) -> SourceSpan | None: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Source:
    @property
    def uri(self) -> str | None: ...
    @property
    def media_type(self) -> str: ...
    @property
    def charset(self) -> str: ...
    @property
    def charset_evidence(self) -> str: ...
    @property
    def bytes(self) -> int: ...
    @property
    def fetched(self) -> str | None: ...
    @property
    def unit(self) -> Literal["byte", "char"]: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class SourceSpan:
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def unit(self) -> Literal["byte", "char"]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class NormalizedText:
    @property
    def text(self) -> str: ...
    @property
    def edits(self) -> list[Edit]: ...
    @property
    def diagnostics(self) -> list[Diagnostic]: ...
    @overload
    def to_source(self, span: _Stretch, end: None = None) -> SourceSpan: ...
    @overload
    def to_source(self, span: int, end: int) -> SourceSpan: ...
    @overload
    def to_text(self, span: _Stretch, end: None = None) -> SourceSpan: ...
    @overload
    def to_text(self, span: int, end: int) -> SourceSpan: ...
    def explain(self, *, limit: int | None = 12) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
