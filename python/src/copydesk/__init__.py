"""Noisy scraped news to clean, structured, entity-linked records.

>>> import copydesk
>>> article = copydesk.read("page.html")  # doctest: +SKIP
>>> article.entities, article.dates, article.claims  # doctest: +SKIP

Every value of a record points at its place in the clean text (`start`, `end`: code points, so
that `article.text[m.start:m.end] == m.text`) and in the raw source (`source.start`,
`source.end`, in the unit that `article.source.unit` names).

- `read`, `read_text`, `Desk`: the whole pipeline, for one document or for many;
- `Gazetteer`: names of your own, for `Desk`, `read` and `mentions`;
- `extract`, `normalize`, `sentences`, `tokens`, `mentions`, `dates`, `amounts`, `patterns`:
  one stage at a time; `timex3`: `dates` as TimeML; `explain`: what `normalize` repairs, for a person to read;
- `copydesk.errors`: the exceptions.
"""

from . import errors
from ._copydesk import (
    Amount,
    Article,
    Block,
    Cell,
    Claim,
    Container,
    Desk,
    Diagnostic,
    Edit,
    Entity,
    Evidence,
    Gazetteer,
    Identifiers,
    Mention,
    NormalizedText,
    Pattern,
    Place,
    Quote,
    Source,
    SourceSpan,
    Span,
    Stream,
    Temporal,
    Token,
    __version__,
    amounts,
    dates,
    explain,
    extract,
    mentions,
    normalize,
    patterns,
    read,
    read_text,
    schema,
    sentences,
    timex3,
    tokens,
)
from .errors import (
    ConfigurationError,
    CopydeskError,
    ReadError,
    RecordError,
    SourceNotFoundError,
)

__all__ = [
    "Amount",
    "Article",
    "Block",
    "Cell",
    "Claim",
    "ConfigurationError",
    "Container",
    "CopydeskError",
    "Desk",
    "Diagnostic",
    "Edit",
    "Entity",
    "Evidence",
    "Gazetteer",
    "Identifiers",
    "Mention",
    "NormalizedText",
    "Pattern",
    "Place",
    "Quote",
    "ReadError",
    "RecordError",
    "Source",
    "SourceNotFoundError",
    "SourceSpan",
    "Span",
    "Stream",
    "Temporal",
    "Token",
    "__version__",
    "amounts",
    "dates",
    "explain",
    "errors",
    "extract",
    "mentions",
    "normalize",
    "patterns",
    "read",
    "read_text",
    "schema",
    "sentences",
    "timex3",
    "tokens",
]
