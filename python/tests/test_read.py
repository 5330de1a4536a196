"""What `copydesk.read` takes, and what it makes of it."""

import gzip
import io
from pathlib import Path

import pytest
from documents import PAGE, TEXT

import copydesk


def test_every_kind_of_source_gives_the_same_text(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    data = PAGE.encode()
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(data))
    sources: list[Path | str | bytes | bytearray | memoryview] = [
        file,
        str(file),
        tmp_path / "page.html.gz",
        data,
        bytearray(data),
        memoryview(data),
        memoryview(data + data)[: len(data)],
        PAGE,
    ]
    articles = [copydesk.read(source) for source in sources]
    assert {article.text for article in articles} == {articles[0].text}
    assert {article.id for article in articles} == {articles[0].id}
    assert articles[0].title == "Norway and Japan sign pact"
    assert "€2.5 million" in articles[0].text
    assert "Sport" not in articles[0].text
    assert [article.source.unit for article in articles] == ["byte"] * 7 + ["char"]
    assert articles[0].source.uri == str(file)
    assert articles[3].source.uri is None


def test_a_file_object_is_refused_with_advice() -> None:
    with pytest.raises(TypeError, match=r"what its read\(\) returns, not BytesIO"):
        copydesk.read(io.BytesIO(b"text"))  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [None, 5, 1.5, ["page.html"], object()])
def test_other_types_are_refused(source: object) -> None:
    with pytest.raises(TypeError, match="a path, bytes or a string, not"):
        copydesk.read(source)  # type: ignore[arg-type]


def test_a_string_is_a_path_unless_it_looks_like_content() -> None:
    assert copydesk.read("First line.\nSecond line.").text.startswith("First line.")
    assert copydesk.read("<p>The dam held.</p>").text == "The dam held."
    assert copydesk.read("word " * 300).text.startswith("word word")
    assert copydesk.read("").text == ""
    with pytest.raises(FileNotFoundError):
        copydesk.read("The dam held.")
    assert copydesk.read_text("The dam held.").text == "The dam held."


def test_options() -> None:
    article = copydesk.read(PAGE, format="text")
    assert article.source.media_type == "text/plain"

    article = copydesk.read("<p>Caf\xe9 \x96 1".encode("latin-1"), charset="windows-1252")
    assert article.text == "Café – 1"
    assert article.source.charset == "windows-1252"
    assert article.source.charset_evidence == "caller"

    article = copydesk.read(PAGE, uri="https://wire.example/2024/06/20/pact.html")
    assert article.source.uri == "https://wire.example/2024/06/20/pact.html"

    assert copydesk.read(TEXT).tokens == []
    assert len(copydesk.read(TEXT, tokens=True).tokens) > 30

    assert copydesk.read(PAGE, title_in_text=False).text == copydesk.read(PAGE).body
    assert copydesk.read(PAGE, stages=["parse"]).mentions == []
    assert copydesk.read(PAGE).mentions != []


def test_a_pages_parts() -> None:
    article = copydesk.read(PAGE)
    assert {block.kept for block in article.blocks} == {True, False}
    assert all((block.dropped is None) == block.kept for block in article.blocks)
    assert "Støre" in " ".join(entity.name for entity in article.entities)
    assert any(entity.identifiers.country == "NO" for entity in article.entities)
    assert [date.value for date in article.dates if date.role == "content"][0] == "2024-06-19"
    for mention in article.mentions:
        assert mention in mention.entity.mentions


def test_the_reference_documents(shared_seeds: list[Path]) -> None:
    for file in shared_seeds:
        article = copydesk.read(file)
        assert article.title
        assert len(article.entities) >= 5, file.name
        assert "Leave a Reply" not in article.text
        assert not any("\u0400" <= letter <= "\u04ff" for letter in article.text), file.name
