"""Places: code points of the text, and bytes or code points of the source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import LISTS, PAGE, TEXT

import copydesk

Raw = bytes | str


def places(article: copydesk.Article) -> Iterator[copydesk.Place]:
    for name in LISTS:
        for part in getattr(article, name):
            if isinstance(part, copydesk.Place):
                yield part
    for quote in article.quotes:
        yield from quote.quoted
        yield from (part for part in (quote.speaker, quote.cue) if part)
    for claim in article.claims:
        yield from (part for part in (claim.claimed_by, claim.cue, claim.quote) if part)
        for hedge in claim.hedges:
            yield from (hedge, hedge.scope)
    for event in article.events:
        yield from (event.clause, *event.who, *event.whom)
        yield from (part for part in (event.where, event.claim) if part)
        if event.when and event.when.date:
            yield event.when.date
    for mention in article.mentions:
        if mention.link.through:
            yield mention.link.through


def check(article: copydesk.Article, raw: Raw) -> int:
    """Every place is where it says, in the text and in the source."""
    unit = "char" if isinstance(raw, str) else "byte"
    assert article.source.unit == unit
    count = 0
    for part in places(article):
        if part.start is not None and part.end is not None:
            assert 0 <= part.start <= part.end <= len(article.text)
            assert article.text[part.start : part.end] == part.text
            count += 1
        if part.source is not None:
            assert part.source.unit == unit
            assert 0 <= part.source.start <= part.source.end <= len(raw)
    check_map(article, raw)
    return count


def check_map(article: copydesk.Article, raw: Raw) -> None:
    """The segments tile both sides, and what is copied is the same on both."""
    charset = article.source.charset
    text_at = source_at = 0
    for start, end, source_start, source_end, kind in article.offsets:
        assert (start, source_start) == (text_at, source_at)
        text_at, source_at = end, source_end
        if kind == "copy":
            there = raw[source_start:source_end]
            words = there if isinstance(there, str) else there.decode(charset)
            assert words == article.text[start:end]
        elif kind == "insert":
            assert source_start == source_end
        elif kind == "delete":
            assert start == end
    assert text_at == len(article.text)
    assert source_at == len(raw)


@pytest.mark.parametrize("document", [TEXT, PAGE], ids=["text", "page"])
@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-16"])
def test_of_text_beyond_ascii(document: str, encoding: str | None) -> None:
    raw = document.encode(encoding) if encoding else document
    article = copydesk.read(raw, charset=encoding, tokens=True)
    assert "🛳" in article.text and "𝔞" in article.text
    assert check(article, raw) > 40


def test_of_every_part_of_statements(statements: copydesk.Article) -> None:
    assert check(statements, statements.text) > 50
    for part in places(statements):
        assert part.source is not None
        assert (part.source.start, part.source.end) == (part.start, part.end)


def test_a_mention_stands_in_the_source_letter_by_letter() -> None:
    for raw in (PAGE, PAGE.encode()):
        article = copydesk.read(raw)
        nations = [mention for mention in article.mentions if mention.text == "United Nations"]
        (mention,) = nations
        found = raw[mention.source.start : mention.source.end]
        assert (found if isinstance(found, str) else found.decode()) == "United Nations"
        assert mention.start == article.text.index("United Nations")
        assert len(mention) == len("United Nations")


def test_in_every_seed_as_bytes_and_as_string(pages: list[Path]) -> None:
    for file in pages:
        if file.suffix == ".gz":
            continue
        raw = file.read_bytes()
        article = copydesk.read(raw, tokens=True)
        assert check(article, raw) > 20, file
        if article.source.charset == "utf-8":
            text = raw.decode("utf-8")
            assert check(copydesk.read_text(text, tokens=True), text) > 20, file


def test_in_the_reference_documents(shared_seeds: list[Path]) -> None:
    for file in shared_seeds:
        raw = file.read_bytes()
        assert check(copydesk.read(raw, tokens=True), raw) > 200
        text = raw.decode()
        assert check(copydesk.read_text(text, tokens=True), text) > 200


def test_what_is_dropped_has_a_place_in_the_source_only() -> None:
    article = copydesk.read(PAGE)
    footer = next(block for block in article.blocks if "All rights reserved" in block.text)
    assert not footer.kept
    assert footer.start is None and footer.end is None
    assert "All rights reserved" in PAGE[footer.source.start : footer.source.end]
