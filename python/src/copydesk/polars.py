"""The namespace `copydesk` of Polars' frames and series.

>>> import copydesk.polars
>>> import polars as pl
>>> pages = pl.DataFrame({"url": ["a"], "html": ["<p>The dam held."]})  # doctest: +SKIP
>>> pages.copydesk.read("html", keep=["url"])  # doctest: +SKIP
>>> pages["html"].copydesk.read()  # doctest: +SKIP

Needs Polars 1.3 or newer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import polars as pl

from . import Desk

__all__ = ["DataFrameNamespace", "SeriesNamespace"]


@pl.api.register_dataframe_namespace("copydesk")
class DataFrameNamespace:
    """`frame.copydesk`: records of the documents in a column."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def read(
        self,
        column: str | None = None,
        *,
        uri: str | None = None,
        fetched: str | None = None,
        keep: Sequence[str] = (),
        format: Literal["html", "text"] | None = None,
        **options: Any,
    ) -> pl.DataFrame:
        """The records of the documents in a column: one row in is one row out, in order.

        Args:
            column, uri, fetched, keep, format: as in `Desk.table`.
            options: options of `Desk`, such as `threads=4`.
        """
        desk = Desk(**options)
        table = desk.table(
            self._frame, column, uri=uri, fetched=fetched, keep=list(keep), format=format
        )
        return pl.DataFrame(table)


@pl.api.register_series_namespace("copydesk")
class SeriesNamespace:
    """`series.copydesk`: records of the documents in the series."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def read(
        self, *, format: Literal["html", "text"] | None = None, **options: Any
    ) -> pl.DataFrame:
        """The records of the documents in the series, strings or binary: one row each, in order.

        Args:
            format: as in `Desk.table`.
            options: options of `Desk`, such as `threads=4`.
        """
        return pl.DataFrame(Desk(**options).table(self._series.to_frame(), format=format))
