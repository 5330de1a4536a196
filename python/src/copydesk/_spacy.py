"""`copydesk.to_spacy`, which needs spaCy only when it is called."""

from __future__ import annotations

from ._copydesk import Article
from ._frames import needed

# Type checkers take it for true; see _articles.py.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from spacy.language import (  # type: ignore[import-not-found, unused-ignore]
        Language as _Language,
    )
    from spacy.tokens import Doc as _Doc  # type: ignore[import-not-found, unused-ignore]
    from spacy.vocab import Vocab as _Vocab  # type: ignore[import-not-found, unused-ignore]


def to_spacy(article: Article, nlp: _Language | _Vocab | None = None) -> _Doc:
    """An article as a `Doc` of spaCy, of its clean text.

    Args:
        article: the article.
        nlp: a pipeline, whose tokenizer cuts the text (its components do not run), or a vocabulary,
            with which the tokens are those of copydesk. Default: a blank pipeline of the language of
            the article, or a vocabulary where spaCy has none or lacks its tokenizer. That is made anew
            each time: give one where there are many articles.

    - `doc.ents`: the mentions, with `kb_id_`: your own id, else the one of Wikidata, else
      "geonames:" and its number;
    - `doc.sents`: the sentences;
    - `doc.spans`: "mentions", "dates" (labels: their types), "quotes" (their kinds) and "claims"
      (their statuses), for `displacy.render(doc, style="span", options={"spans_key": "claims"})`;
    - `doc._.copydesk`: the article; `span._.copydesk`: the `Mention`, `Quote`, `Claim` or `Temporal`
      of a span of these; `span._.copydesk_source`: where any span came from, (start, end) of the raw
      source in the unit that `article.source.unit` names.

    A place that begins or ends within a token is extended to the whole of it; the exact one is that
    of `span._.copydesk`. Of two mentions in one token the longer one is an entity; both are in
    `doc.spans["mentions"]`.

    Raises ImportError where spaCy is missing.
    """
    needed("spacy", "spacy")
    from .spacy import _to_doc

    return _to_doc(article, nlp)
