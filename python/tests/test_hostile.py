"""Content never raises, however bad it is."""

import random

import pytest

import copydesk

MEGABYTE = 1_000_000


def check(article: copydesk.Article) -> copydesk.Article:
    for mention in article.mentions[:100]:
        assert article.text[mention.start : mention.end] == mention.text
    assert article.to_json()
    assert len(article._repr_html_()) < 3 * MEGABYTE
    return article


@pytest.mark.parametrize("source", [b"", "", "\n", b"\n\n \t", "\ufeff\n", b"\xef\xbb\xbf"])
def test_nothing(source: str | bytes) -> None:
    assert check(copydesk.read(source)).text == ""


def test_an_empty_file_says_so() -> None:
    (note,) = copydesk.read(b"").diagnostics
    assert (note.code, note.severity) == ("parse/empty", "warning")
    assert note.start is None and note.text == ""


def test_ten_thousand_nested_divisions() -> None:
    words = "The dam in Oslo held all night, said the mayor of the town on Monday."
    page = "<div>" * 10_000 + f"<p>{words}</p>" + "</div>" * 10_000
    assert words in check(copydesk.read(page)).text
    assert words in check(copydesk.read("<div>" * 10_000 + words)).text


def test_nul_characters() -> None:
    page = "<p>The dam\0 in Oslo held all night, said the mayor.</p>\n" * 5
    for source in (page, page.encode(), "\0" * 1_000, b"\0" * 1_000):
        check(copydesk.read(source))


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes(seed: int) -> None:
    chance = random.Random(seed)
    noise = chance.randbytes(5_000)
    check(copydesk.read(noise))
    check(copydesk.read(b"<html><body><p>The dam held.</p>" + noise))
    check(copydesk.read(noise.decode("latin-1")))
    letters = "<>&;/\"'= abcpdiv\n\u0430\u200b\u0301\U0001f6f3\u202e"
    check(copydesk.read_text("".join(chance.choices(letters, k=5_000)), format="html"))


def test_every_prefix_of_a_page() -> None:
    page = "<h1>Oslo</h1><p title='a'>The d&aacute;m &#x1f6f3; held, <b>said</b> Støre.</p><!-- x -->"
    data = page.encode()
    for end in range(len(data)):
        check(copydesk.read(data[:end], format="html"))


def test_one_line_of_fifty_megabytes() -> None:
    line = b"The King of Norway spoke in Oslo on 1 May 2024 of 5 ships. "
    data = line * (50 * MEGABYTE // len(line))
    article = copydesk.read(data, stages=["parse", "normalize", "segment"])
    assert len(article.text) > 49 * MEGABYTE
    assert len(article.sentences) > 800_000


def test_the_whole_pipeline_on_one_line_without_blanks() -> None:
    check(copydesk.read(b"a" * (5 * MEGABYTE)))
    check(copydesk.read("<" * MEGABYTE))
    check(copydesk.read_text("&" * MEGABYTE))
