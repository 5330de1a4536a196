"""Exceptions: their classes, what they say, their causes, and that they can be sent around."""

import gzip
import pickle
from pathlib import Path

import pytest
from documents import PAGE

import copydesk
from copydesk import errors


def test_hierarchy() -> None:
    assert issubclass(errors.SourceNotFoundError, (errors.ReadError, FileNotFoundError))
    assert issubclass(errors.ReadError, OSError)
    assert issubclass(errors.ConfigurationError, ValueError)
    assert issubclass(errors.RecordError, ValueError)
    for name in ("ConfigurationError", "ReadError", "RecordError", "SourceNotFoundError"):
        assert issubclass(getattr(errors, name), errors.CopydeskError)
        assert getattr(copydesk, name) is getattr(errors, name)


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(copydesk.SourceNotFoundError) as caught:
        copydesk.read("missing.html")
    error = caught.value
    assert error.errno == 2
    assert error.filename == "missing.html"
    assert "copydesk.read_text" in str(error)
    with pytest.raises(FileNotFoundError, match="does not fetch pages"):
        copydesk.read("https://wire.example/a.html")


def test_text_that_is_taken_for_a_path_says_what_to_do() -> None:
    # Longer than the name of a file may be, and shorter than what is always text.
    text = "The dam held. " * 50
    with pytest.raises(copydesk.SourceNotFoundError, match="give it to copydesk.read_text") as caught:
        copydesk.read(text)
    assert "The dam" in str(caught.value)
    assert len(str(caught.value)) < 250
    assert copydesk.read_text(text).text


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=r"is a folder.*Desk\(\)\.stream"):
        copydesk.read(tmp_path)


def test_an_archive(seeds: Path) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=r"many documents.*Desk\(\)\.stream"):
        copydesk.read(seeds / "summit-06-warc-many-records" / "source.warc")


def test_a_truncated_gzip(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    packed = gzip.compress(PAGE.encode() * 10)
    file.write_bytes(packed[: len(packed) // 2])
    with pytest.raises(copydesk.ReadError, match="gz"):
        copydesk.read(file)
    articles = list(copydesk.Desk(threads=1).stream([file, b"The dam held."]))
    assert articles[-1].text == "The dam held."
    assert any("failed" in repr(article) for article in articles[:-1])


def test_options_that_make_no_sense() -> None:
    with pytest.raises(copydesk.ConfigurationError, match="unknown format `pdf`"):
        copydesk.read(PAGE, format="pdf")  # type: ignore[arg-type]
    with pytest.raises(copydesk.ConfigurationError, match="a string is decoded already"):
        copydesk.read(PAGE, charset="utf-8")
    with pytest.raises(TypeError, match="stages must be a sequence of names, not str"):
        copydesk.read(PAGE, stages="parse")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="stages must be a sequence"):
        copydesk.read(PAGE, stages=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="positional"):
        copydesk.read(PAGE, "html")  # type: ignore[call-arg]


@pytest.mark.parametrize("text", ["The \ud800\nend", "\ud800", "<p>\udfff</p>"])
def test_a_lone_surrogate_says_what_to_do(text: str) -> None:
    for read in (copydesk.read, copydesk.read_text, copydesk.extract):
        with pytest.raises(ValueError, match="lone surrogate at position .*surrogatepass") as caught:
            read(text)
        assert isinstance(caught.value.__cause__, UnicodeEncodeError)


def test_a_path_may_hold_bytes_that_are_no_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "caf\udce9.txt"
    try:
        file.write_text("The dam held.")
    except OSError:
        pytest.skip("the file system has UTF-8 names only")
    assert copydesk.read(file).text == "The dam held."
    assert copydesk.read(str(file)).text == "The dam held."


def test_exceptions_can_be_pickled() -> None:
    for read in (
        lambda: copydesk.read("missing.html"),
        lambda: copydesk.Desk(threads=0),
        lambda: copydesk.Article.from_json("{}x"),
    ):
        with pytest.raises(copydesk.CopydeskError) as caught:
            read()
        again = pickle.loads(pickle.dumps(caught.value))
        assert type(again) is type(caught.value)
        assert str(again) == str(caught.value)
        assert again.args == caught.value.args


def test_json_that_is_no_record() -> None:
    record = copydesk.read(PAGE).to_json()
    for json in ("", "[]", "{}", "{", record[:-1], record.replace("copydesk.article/1", "x/9")):
        with pytest.raises(copydesk.RecordError, match="not a record of copydesk"):
            copydesk.Article.from_json(json)
