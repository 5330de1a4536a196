"""Tables in, tables out: `Desk.table`, `Desk.batches`, and the engines that users run them in.

Each engine is run for real, in local mode. A test whose engine is not installed is skipped aloud.
"""

import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import copydesk

PAGE = (
    "<html><head><title>The dam held</title></head><body><article><h1>The dam held</h1>"
    "<p>On Monday, Ingrid Solheim said in Oslo that dam {n} held.</p>"
    "<p>It was a long night, she said, and nobody slept before the water fell.</p>"
    "</article></body></html>"
)
COUNT = 1_500


def pages(count: int = COUNT) -> list[str]:
    return [PAGE.format(n=number) for number in range(count)]


def local(count: int = COUNT) -> list[dict[str, Any]]:
    """The records as a run without any engine gives them."""
    return [article.to_dict() for article in copydesk.Desk().stream(("", it) for it in pages(count))]


def same(rows: list[dict[str, Any]], count: int = COUNT) -> None:
    """Asserts that rows of a table hold what the records of a local run hold."""
    expected = local(count)
    assert len(rows) == len(expected)
    for row, record in zip(rows, expected, strict=True):
        for name in ("id", "title", "text", "language", "schema"):
            assert row[name] == record[name]
        names = [(it["start"], it["end"], it["text"]) for it in row["mentions"]]
        assert names == [(it["start"], it["end"], it["text"]) for it in record["mentions"]]
        assert [it["status"] for it in row["claims"]] == [it["status"] for it in record["claims"]]


def test_a_list_of_documents() -> None:
    pa = pytest.importorskip("pyarrow")
    documents = [PAGE, PAGE.encode(), None, ("page.html", PAGE), "a.html"]
    table = copydesk.Desk().table(documents)
    rows = pa.table(table).to_pylist()
    assert len(table) == len(documents)
    assert rows[0]["source"]["unit"] == "char" and rows[1]["source"]["unit"] == "byte"
    assert rows[2]["diagnostics"][0]["message"] == "there is None where a document should be"
    assert rows[3]["source"]["uri"] == "page.html"
    # No item of a list is a path.
    assert rows[4]["source"]["bytes"] == 6


def test_a_mistake_is_named() -> None:
    pa = pytest.importorskip("pyarrow")
    desk = copydesk.Desk()
    table = pa.table({"id": [1], "url": ["a"]})
    with pytest.raises(copydesk.ConfigurationError, match="no column `html`; its columns are `id`"):
        desk.table(table, "html")
    with pytest.raises(copydesk.ConfigurationError, match="say which one holds the documents"):
        desk.table(table)
    with pytest.raises(copydesk.ConfigurationError, match="`id` holds Int64"):
        desk.table(table, "id")
    with pytest.raises(copydesk.ConfigurationError, match="is a column and no table"):
        desk.table(pa.chunked_array([["x"]]))
    with pytest.raises(copydesk.ConfigurationError, match="data is a list, which has no columns"):
        desk.table([PAGE], "html")
    for wrong in ("text", b"bytes", {"html": [PAGE]}, 7):
        with pytest.raises(TypeError, match="data must be a table"):
            desk.table(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="content must be bytes or a string"):
        desk.table([PAGE, 7])  # type: ignore[list-item]


def test_an_exception_of_the_iterable_is_raised() -> None:
    def broken() -> Iterator[str]:
        yield PAGE
        raise RuntimeError("the cursor closed")

    desk = copydesk.Desk()
    with pytest.raises(RuntimeError, match="the cursor closed"):
        desk.table(broken())
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(Exception, match="the cursor closed"):
        pa.RecordBatchReader.from_stream(desk.batches(broken())).read_all()


@pytest.mark.parametrize(
    "kind", ["string", "large_string", "string_view", "binary", "large_binary", "binary_view"]
)
def test_every_kind_of_column(kind: str) -> None:
    pa = pytest.importorskip("pyarrow")
    column = pa.array(pages(3)).cast(getattr(pa, kind)())
    table = pa.table({"n": [1, 2, 3], "html": column}).slice(1)
    records = pa.table(copydesk.Desk().table(table, keep=["n"])).to_pylist()
    assert [row["input"]["n"] for row in records] == [2, 3]
    assert [row["id"] for row in records] == [record["id"] for record in local(3)[1:]]
    unit = "byte" if kind.endswith(("binary", "binary_view")) else "char"
    assert {row["source"]["unit"] for row in records} == {unit}


def test_batches_are_made_as_they_are_taken() -> None:
    pa = pytest.importorskip("pyarrow")
    taken = 0

    def endless() -> Iterator[Any]:
        nonlocal taken
        while True:
            taken += 1
            yield pa.record_batch({"html": pages(50), "day": ["2024-05-02"] * 50})

    schema = pa.schema({"html": pa.string(), "day": pa.string()})
    source = pa.RecordBatchReader.from_batches(schema, endless())
    batches = copydesk.Desk().batches(source, "html", fetched="day")
    for _ in range(3):
        batch = next(batches)
        assert len(batch) == 50
        assert pa.table(batch)["source"][0].as_py()["fetched"].startswith("2024-05-02")
    assert taken < 10


def test_batches_can_be_taken_once() -> None:
    pa = pytest.importorskip("pyarrow")
    batches = copydesk.Desk().batches(pages(2))
    assert pa.RecordBatchReader.from_stream(batches).read_all().num_rows == 2
    with pytest.raises(copydesk.ConfigurationError, match="taken already"):
        pa.RecordBatchReader.from_stream(batches)
    assert list(batches) == []


def test_polars() -> None:
    pl = pytest.importorskip("polars")
    import copydesk.polars

    frame = pl.DataFrame({"url": [f"u{n}" for n in range(COUNT)], "html": pages()})
    read = frame.copydesk.read("html", uri="url", keep=["url"])
    assert read["source"].struct.field("uri").to_list() == frame["url"].to_list()
    assert read["input"].struct.field("url").to_list() == frame["url"].to_list()
    same(read.to_dicts())
    same(frame["html"].copydesk.read(threads=1).to_dicts())


def test_pandas() -> None:
    pd = pytest.importorskip("pandas")
    pa = pytest.importorskip("pyarrow")
    frame = pd.DataFrame({"html": pages(20)})
    same(pa.table(copydesk.Desk().table(frame)).to_pylist(), 20)


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    pa = pytest.importorskip("pyarrow")
    connection = duckdb.connect()
    frame = pa.table({"n": list(range(COUNT)), "html": pages()})  # noqa: F841
    query = connection.sql("select n, html from frame order by n")
    records = pa.table(copydesk.Desk().table(query, "html", keep=["n"]))
    same(records.to_pylist())
    found = connection.sql(
        "select m.text, count(*) from (select unnest(mentions) as m from records) "
        "where m.label = 'PERSON' group by all order by all"
    ).fetchall()
    assert found == [("Ingrid Solheim", COUNT)]


def test_datasets() -> None:
    datasets = pytest.importorskip("datasets")
    pa = pytest.importorskip("pyarrow")
    desk = copydesk.Desk()
    dataset = datasets.Dataset.from_dict({"html": pages(200)}).with_format("arrow")
    read = dataset.map(
        lambda table: pa.table(desk.table(table, "html")),
        batched=True,
        batch_size=64,
        remove_columns=["html"],
    )
    same(read.with_format(None).to_list(), 200)


@pytest.mark.filterwarnings("ignore")
def test_spark(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    # Workers are the Python that runs this test.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    import copydesk.spark

    session = (
        SparkSession.builder.master("local[2]")
        .appName("copydesk")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "400")
        .getOrCreate()
    )
    try:
        frame = session.createDataFrame(list(enumerate(pages())), "n long, `the page` string")
        records = copydesk.spark.read(frame.repartition(4), "the page", keep=["n"], tokens=True)
        rows = [row.asDict(recursive=True) for row in records.collect()]
        rows.sort(key=lambda row: row["input"]["n"])
        same(rows)
        assert rows[0]["tokens"][0]["text"] == "The"
        with pytest.raises(copydesk.ConfigurationError, match="there is no column `html`"):
            copydesk.spark.read(frame, "html")
    finally:
        session.stop()


@pytest.mark.filterwarnings("ignore")
def test_ray() -> None:
    ray = pytest.importorskip("ray")
    pa = pytest.importorskip("pyarrow")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        dataset = ray.data.from_arrow(pa.table({"n": list(range(200)), "html": pages(200)}))

        def records(batch: Any) -> Any:
            return pa.table(copydesk.Desk(threads=1).table(batch, "html", keep=["n"]))

        rows = dataset.map_batches(records, batch_format="pyarrow", batch_size=64).take_all()
        rows.sort(key=lambda row: row["input"]["n"])
        same(rows, 200)
    finally:
        ray.shutdown()


@pytest.mark.filterwarnings("ignore")
def test_daft() -> None:
    daft = pytest.importorskip("daft")
    pa = pytest.importorskip("pyarrow")
    frame = daft.from_pydict({"n": list(range(200)), "html": pages(200)})
    parts = (pa.Table.from_batches([batch]) for batch in frame.to_arrow_iter())
    desk = copydesk.Desk()
    records = pa.concat_tables(pa.table(desk.table(part, "html", keep=["n"])) for part in parts)
    rows = daft.from_arrow(records).to_pylist()
    same(rows, 200)
