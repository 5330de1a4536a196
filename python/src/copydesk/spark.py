"""Records of a Spark column, made by the workers.

>>> import copydesk.spark
>>> records = copydesk.spark.read(pages, "html", keep=["url"])  # doctest: +SKIP
>>> records.select("input.url", "title", "published").write.parquet("records")  # doctest: +SKIP

Needs PySpark 3.5 or newer and PyArrow 16 or newer on the driver and on the workers:
`pip install copydesk[spark]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from . import Desk
from ._arrow import signed

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["read"]


def read(
    frame: DataFrame,
    column: str,
    *,
    uri: str | None = None,
    fetched: str | None = None,
    keep: Sequence[str] = (),
    format: Literal["html", "text"] | None = None,
    threads: int = 1,
    **options: Any,
) -> DataFrame:
    """The records of the documents in a column: one row in is one row out.

    Args:
        frame: the documents.
        column: the column that holds them, strings or binary.
        uri, fetched, keep, format: as in `Desk.table`.
        threads: threads of each task. Spark runs a task on each core, so more than the default, 1,
            pays only where `spark.task.cpus` is larger.
        options: options of `Desk`, such as `tokens=True`. They are sent to the workers, so a gazetteer
            is given as a list of dicts or as a path that all of them can read.

    The columns are those of `Desk.table`; Spark has no unsigned numbers, so offsets are 64 bits wide.
    Rows come in batches of `spark.sql.execution.arrow.maxRecordsPerBatch` documents; the memory of a
    task grows with them.

    Raises:
        ConfigurationError: a column or an option makes no sense (a ValueError).
    """
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    # Only what is needed goes to Python.
    wanted = dict.fromkeys(name for name in (column, uri, fetched, *keep) if name is not None)
    missing = [name for name in wanted if name not in frame.columns]
    if not missing:
        frame = frame.select([f"`{name}`" for name in wanted])
    settings: dict[str, Any] = {
        "uri": uri,
        "fetched": fetched,
        "keep": list(keep),
        "format": format,
    }
    desk = Desk(threads=threads, **options)
    # A table without rows has the columns; mistakes are found here and not on the workers.
    empty = to_arrow_schema(frame.schema).empty_table()
    schema = signed(pa.table(desk.table(empty, column, **settings)).schema)

    def records(batches: Iterable[Any]) -> Iterator[Any]:
        desk = Desk(threads=threads, **options)
        for batch in batches:
            for table in desk.batches(pa.Table.from_batches([batch]), column, **settings):
                yield from pa.table(table).cast(schema).to_batches()

    return frame.mapInArrow(records, from_arrow_schema(schema))
