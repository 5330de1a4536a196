"""`Desk` and `Desk.stream`."""

import signal
import sys
import threading
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import PAGE, TEXT

import copydesk


def numbered(count: int) -> list[tuple[str, str]]:
    return [(f"page-{number}", f"Page {number} of the dam.") for number in range(count)]


def uris(articles: list[copydesk.Article]) -> list[str | None]:
    return [article.source.uri for article in articles]


def test_desk_options() -> None:
    desk = copydesk.Desk(threads=3, stages=("parse", "normalize"))
    assert desk.threads == 3
    assert desk.stages == ["parse", "normalize"]
    assert repr(desk) == "Desk(3 threads: parse, normalize)"
    assert desk.read(PAGE).mentions == []
    assert len(copydesk.Desk(min_confidence=1.0).read(TEXT).mentions) < len(
        copydesk.Desk().read(TEXT).mentions
    )
    folded = copydesk.Desk(normalize={"fold_quotes": True}).read(TEXT)
    assert '"We are ready,"' in folded.text
    dated = copydesk.Desk(reference_date="2024-05-15").read("They met\nyesterday.")
    assert [date.value for date in dated.dates] == ["2024-05-14"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"threads": 0}, "0 threads cannot work"),
        ({"threads": -2}, "-2 threads cannot work"),
        ({"threads": 100_000}, "too many"),
        ({"stages": ["parse", "polish"]}, "polish"),
        ({"normalize": {"fold_hyphens": True}}, "no switch `fold_hyphens`"),
        ({"min_confidence": 2.0}, "between 0 and 1"),
        ({"reference_date": "May"}, "May"),
    ],
)
def test_desk_refuses_options(options: dict[str, object], message: str) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=message):
        copydesk.Desk(**options)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        copydesk.Desk(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_articles_come_in_the_order_of_the_documents(threads: int) -> None:
    # The first document is by far the longest, so it is finished last.
    documents = [("page-0", "Long page of the dam in Oslo. " * 5_000), *numbered(100)[1:]]
    articles = list(copydesk.Desk(threads=threads).stream(documents))
    assert uris(articles) == [f"page-{number}" for number in range(100)]


def test_threads_change_nothing(pages: list[Path]) -> None:
    one, four = (
        [article.to_json() for article in copydesk.Desk(threads=threads).stream(pages)]
        for threads in (1, 4)
    )
    assert one == four


def test_documents_are_pulled_as_articles_are_taken() -> None:
    pulled = 0
    threads = set()

    def endless() -> Iterator[tuple[str, str]]:
        nonlocal pulled
        while True:
            pulled += 1
            threads.add(threading.get_ident())
            yield (f"page-{pulled}", "The dam held.")

    desk = copydesk.Desk(threads=2)
    stream = desk.stream(endless())
    assert pulled == 0
    next(stream)
    assert pulled <= 16
    for _ in range(100):
        next(stream)
    assert 101 <= pulled <= 101 + 16
    assert threads == {threading.get_ident()}
    stream.close()


def test_a_bad_document_ends_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The dam held.")
    missing = tmp_path / "missing.html"
    sources: list[Path | bytes | str] = [good, missing, b"\x00\x01\x02\xff" * 50, "lone \ud800\nsurrogate", good]
    articles = list(copydesk.Desk(threads=2).stream(sources))
    assert [article.text for article in articles] == ["The dam held.", "", "", "", "The dam held."]
    for article in articles[1:4]:
        (diagnostic,) = [note for note in article.diagnostics if note.severity == "error"]
        assert diagnostic.message
        assert "failed" in repr(article)
    assert articles[1].source.uri == str(missing)
    assert articles[1].diagnostics[0].code == "io/unreadable"
    assert "lone surrogate" in articles[3].diagnostics[0].message


def test_counts(tmp_path: Path) -> None:
    stream = copydesk.Desk(threads=2).stream([b"The dam held.", tmp_path / "missing", b"Yes."])
    assert iter(stream) is stream
    assert (stream.documents, stream.failures, stream.bytes) == (0, 0, 0)
    assert len(list(stream)) == 3
    assert (stream.documents, stream.failures, stream.bytes) == (3, 1, 17)
    assert repr(stream) == "Stream(3 documents, 1 failure, 17 bytes)"
    assert list(stream) == []


def test_archives_folders_and_globs(seeds: Path, seed_files: list[Path]) -> None:
    desk = copydesk.Desk(threads=2)
    warc = seeds / "summit-06-warc-many-records" / "source.warc"
    assert len(list(desk.stream(warc))) == 4
    assert len(list(desk.stream([warc, b"The dam held."]))) == 5
    assert len(list(desk.stream(str(seeds / "*" / "source.txt")))) == sum(
        file.suffix == ".txt" for file in seed_files
    )
    assert len(list(desk.stream(seeds))) >= len(seed_files)


def test_sources_that_are_none(tmp_path: Path) -> None:
    desk = copydesk.Desk()
    for wrong in (b"The dam held.", bytearray(b"x"), 5, None):
        with pytest.raises(TypeError, match="iterable of documents"):
            desk.stream(wrong)  # type: ignore[arg-type]
    with pytest.raises(copydesk.ConfigurationError, match="give a list of documents"):
        desk.stream("<p>The dam held.</p>")
    with pytest.raises(copydesk.SourceNotFoundError):
        desk.stream(tmp_path / "missing")
    with pytest.raises(TypeError, match="source must be"):
        list(desk.stream([b"The dam held.", 5]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"\(uri, content\), not one of 3"):
        list(desk.stream([("a", "b", "c")]))  # type: ignore[list-item]


@pytest.mark.parametrize("threads", [1, 4])
def test_an_exception_of_the_users_iterator_comes_after_what_it_yielded(threads: int) -> None:
    def broken() -> Iterator[bytes]:
        yield b"The dam held."
        yield b"The dam held again."
        raise LookupError("the table ended")

    taken = []
    with pytest.raises(LookupError, match="the table ended"):
        for article in copydesk.Desk(threads=threads).stream(broken()):
            taken.append(article.text)
    assert taken == ["The dam held.", "The dam held again."]


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """A process that was started in the background ignores the signal, and so does Python."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_ctrl_c")
def test_ctrl_c_stops() -> None:
    def interrupted() -> Iterator[bytes]:
        for number in range(1_000_000):
            if number == 50:
                signal.raise_signal(signal.SIGINT)
            yield b"The dam held."

    stream = copydesk.Desk(threads=2).stream(interrupted())
    taken = 0
    with pytest.raises(KeyboardInterrupt):
        for _ in stream:
            taken += 1
    assert taken <= 50
    assert list(stream) == []


@pytest.mark.usefixtures("heard_ctrl_c")
def test_ctrl_c_in_a_list_of_documents_stops() -> None:
    timer = threading.Timer(0.2, signal.raise_signal, [signal.SIGINT])
    stream = copydesk.Desk(threads=2).stream([PAGE] * 1_000_000)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        for _ in stream:
            pass
    assert stream.documents < 1_000_000
    timer.join()


def test_closing_early_stops() -> None:
    closed = False

    def documents() -> Iterator[bytes]:
        nonlocal closed
        try:
            while True:
                yield b"The dam held."
        finally:
            closed = True

    with copydesk.Desk(threads=2).stream(documents()) as stream:
        next(stream)
    assert closed
    assert next(stream, None) is None
    stream.close()
    assert stream.documents == 1


def test_a_stream_cannot_be_advanced_by_its_own_sources() -> None:
    def greedy() -> Iterator[bytes]:
        yield b"The dam held."
        next(stream)

    stream = copydesk.Desk(threads=1).stream(greedy())
    next(stream)
    with pytest.raises(copydesk.CopydeskError, match="already being advanced"):
        next(stream)


def test_progress_function() -> None:
    calls: list[tuple[int, int, int]] = []
    documents = [b"The dam held.", b"\x00\x01"]
    stream = copydesk.Desk(threads=2).stream(documents, progress=lambda *counts: calls.append(counts))
    list(stream)
    assert calls == [(1, 0, 13), (2, 1, 15)]
    with pytest.raises(TypeError, match="a bool or a function"):
        copydesk.Desk().stream(documents, progress="yes")  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError):
        list(copydesk.Desk().stream(documents, progress=lambda *_: 1 / 0))


def test_progress_line_without_tqdm(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert len(list(copydesk.Desk(threads=2).stream([b"Yes.", b"\x00\x01"], progress=True))) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("\r2 documents, 1 failed, 0.0 MB\n")


def test_progress_bar_with_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in, so that the test runs where tqdm is not installed."""
    events: list[object] = []

    class Bar:
        n = 0

        def __init__(self, **options: object) -> None:
            events.append(options)

        def set_postfix(self, **shown: object) -> None:
            events.append(shown["failed"])

        def update(self, by: int) -> None:
            self.n += by

        def close(self) -> None:
            events.append(("closed", self.n))

    package, module = types.ModuleType("tqdm"), types.ModuleType("tqdm.auto")
    vars(module)["tqdm"] = Bar
    monkeypatch.setitem(sys.modules, "tqdm", package)
    monkeypatch.setitem(sys.modules, "tqdm.auto", module)
    list(copydesk.Desk(threads=1).stream([b"Yes.", b"\x00\x01", b"No."], progress=True))
    assert events == [{"unit": " documents"}, 0, 1, 1, ("closed", 3)]


def test_the_real_tqdm(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    list(copydesk.Desk(threads=1).stream([b"Yes.", b"No."], progress=True))
    assert "2 documents" in capsys.readouterr().err
