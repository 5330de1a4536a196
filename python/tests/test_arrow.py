"""Records as a table: `copydesk.to_arrow`."""

from typing import Any

import pytest
from documents import PAGE, TEXT

import copydesk


def bare(value: Any) -> Any:
    """Without what is null or empty: a table leaves nothing out."""
    if isinstance(value, dict):
        fields = {name: bare(field) for name, field in value.items()}
        return {name: field for name, field in fields.items() if field not in (None, [])}
    if isinstance(value, (list, tuple)):
        return [bare(item) for item in value]
    return pytest.approx(value, rel=1e-6) if isinstance(value, float) else value


def test_a_table_holds_what_the_records_hold(statements: copydesk.Article) -> None:
    pa = pytest.importorskip("pyarrow")
    articles = [copydesk.read(PAGE, tokens=True), statements, copydesk.read(TEXT)]
    table = pa.table(copydesk.to_arrow(articles))
    assert table.num_rows == 3
    for row, article in zip(table.to_pylist(), articles, strict=True):
        row["offsets"] = [list(segment.values()) for segment in row["offsets"]]
        assert bare(row) == bare(article.to_dict())
        for mention in row["mentions"]:
            assert row["text"][mention["start"] : mention["end"]] == mention["text"]


def test_a_stream_of_a_desk_becomes_a_table() -> None:
    pa = pytest.importorskip("pyarrow")
    table = copydesk.to_arrow(copydesk.Desk().stream([TEXT.encode()] * 600))
    assert len(table) == 600
    assert repr(table) == f"Table(600 records, {len(table.columns)} columns)"
    read = pa.table(table)
    assert read.column_names == table.columns == list(copydesk.read(TEXT).to_dict())
    # It can be read again.
    assert pa.table(table) == read
    assert read["id"].to_pylist() == [copydesk.read(TEXT).id] * 600


def test_data_frames() -> None:
    articles = [copydesk.read(TEXT)] * 2
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(copydesk.to_arrow(articles))
    assert frame["title"].to_list() == [articles[0].title] * 2
    names = frame.explode("entities").unnest("entities", separator=".")["entities.name"].to_list()
    assert names[: len(articles[0].entities)] == [entity.name for entity in articles[0].entities]


def test_nothing_is_an_empty_table() -> None:
    table = copydesk.to_arrow([])
    assert len(table) == 0 and "events" in table.columns
    pa = pytest.importorskip("pyarrow")
    assert pa.table(table).num_rows == 0


def test_what_is_no_article_is_refused() -> None:
    article = copydesk.read(TEXT)
    wrong: Any
    for wrong in (article, None, 3):
        with pytest.raises(TypeError, match="a list or stream of articles"):
            copydesk.to_arrow(wrong)
    wrong = [article, article.to_dict()]
    with pytest.raises(TypeError, match="item 2 of articles"):
        copydesk.to_arrow(wrong)


def test_an_unused_table_is_let_go() -> None:
    for _ in range(3):
        copydesk.to_arrow([copydesk.read(TEXT)]).__arrow_c_stream__()
