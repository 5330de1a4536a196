"""Options of `Desk.stream` about what is read, and bounds of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import copydesk
import pytest

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    '{"url": "https://a.example/news/1", "text": "The dam held.", "body": "The bridge is open."}\n'
    '{"url": "https://a.example/shop/2", "text": "Two for one.", "body": "Sold out."}\n'
)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text(ROWS, encoding="utf-8")
    return path


def texts(stream: copydesk.Stream) -> list[str]:
    return [article.text for article in stream]


def test_a_filter_by_address(rows: Path) -> None:
    desk = copydesk.Desk(stages=["parse"], threads=1)
    assert texts(desk.stream(rows, url="*/news/*")) == ["The dam held."]
    assert texts(desk.stream([rows], not_url=["*/news/*", "*/x/*"])) == ["Two for one."]


def test_a_field(rows: Path) -> None:
    desk = copydesk.Desk(stages=["parse"], threads=1)
    assert texts(desk.stream(rows, field="body")) == ["The bridge is open.", "Sold out."]


def test_a_large_document_is_a_failure(rows: Path) -> None:
    stream = copydesk.Desk(stages=["parse"], threads=1).stream(rows, max_document_bytes=10)
    codes = [note.severity for article in stream for note in article.diagnostics]
    assert codes == ["error", "error"]


def test_a_long_text_is_cut() -> None:
    article = copydesk.Desk(max_text_bytes=20).read("One river rose.\n\nAnother river did not rise.")
    assert article.text == "One river rose."
    assert "limit/text-bytes" in [note.code for note in article.diagnostics]


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_that_is_none(seconds: float) -> None:
    with pytest.raises(copydesk.ConfigurationError, match="max_seconds"):
        copydesk.Desk(max_seconds=seconds)


def test_filters_that_make_no_sense(rows: Path) -> None:
    desk = copydesk.Desk(stages=["parse"])
    with pytest.raises(copydesk.ConfigurationError, match="no HTTP status"):
        desk.stream(rows, status=[20])
    with pytest.raises(TypeError, match="mime"):
        desk.stream(rows, mime=7)  # type: ignore[arg-type]
