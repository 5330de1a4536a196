"""`copydesk.Articles`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex, TypeVar, overload

from ._copydesk import Article, Desk, Table, from_arrow, to_arrow

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, import-not-found, unused-ignore]
    import polars  # type: ignore[import-untyped, import-not-found, unused-ignore]

    from ._copydesk import _ArrowStream, _LongTable

_A = TypeVar("_A", bound="Articles")


class Articles(list[Article]):
    """Articles as a list that is a data frame, too: what `Desk.read_all` and `copydesk.from_arrow` return.

    Args:
        articles: a list of articles, a stream of a desk, or anything else that yields articles.

    >>> articles = copydesk.Desk().read_all("pages/")  # doctest: +SKIP
    >>> articles.to_pandas()[["title", "published"]]  # doctest: +SKIP
    >>> articles.claims().to_polars()  # doctest: +SKIP

    It is a list in all else; parts and copies of it are `Articles` again. `Corpus` and `Stream` have the
    methods of the same names. A table is made anew each time: keep it in a variable.
    """

    __module__ = "copydesk"

    # What list does, with another signature: its first argument has a name.
    def __init__(self, articles: Iterable[Article] = ()) -> None:
        super().__init__(articles)

    @classmethod
    def from_table(
        cls: type[_A],
        table: _ArrowStream,
        column: str | None = None,
        *,
        uri: str | None = None,
        fetched: str | None = None,
        format: Literal["html", "text"] | None = None,
        desk: Desk | None = None,
    ) -> _A:
        """The articles in a table, of records or of raw documents, as `copydesk.from_arrow` reads them."""
        return cls(
            from_arrow(table, column, uri=uri, fetched=fetched, format=format, desk=desk)
        )

    def to_arrow(self) -> Table:
        """The records as a `Table`, one row each: see `copydesk.to_arrow`."""
        return to_arrow(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The records as a data frame of pandas, one row each: see `Table.to_pandas`."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """The records as a data frame of polars, one row each."""
        return self.to_arrow().to_polars()

    def mentions(self) -> Table:
        """The names in the articles, a row each: see `Table`."""
        return self.table("mentions")

    def claims(self) -> Table:
        """What is confirmed, alleged, denied or expected, a row each: see `Table`."""
        return self.table("claims")

    def dates(self) -> Table:
        """The temporal expressions of the articles, a row each: see `Table`."""
        return self.table("dates")

    def table(self, name: _LongTable) -> Table:
        """A long table by its name: "mentions", "entities", "dates", "amounts", "quotes", "claims" or
        "events"; see `Table` for their columns.

        Raises `ConfigurationError`, which is a ValueError, where there is no such table.
        """
        return to_arrow(self, name)

    def copy(self: _A) -> _A:
        """A shallow copy."""
        return type(self)(self)

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> Article: ...
    @overload
    def __getitem__(self: _A, at: slice, /) -> _A: ...
    def __getitem__(self, at: Any, /) -> Any:
        found = super().__getitem__(at)
        return type(self)(found) if isinstance(at, slice) else found

    def __add__(self: _A, other: list[Article], /) -> _A:  # type: ignore[override]
        return type(self)(super().__add__(other))

    def __repr__(self) -> str:
        noun = "article" if len(self) == 1 else "articles"
        return f"Articles({len(self)} {noun})"
