"""Any text, any bytes, through everything that takes them: content never raises, and what comes out is true.

The same examples in every run. `COPYDESK_EXAMPLES=5000 pytest python/tests/test_any_input.py` takes other and
more ones of each kind.
"""

import codecs
import datetime
import json
import os
import pickle
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from documents import LISTS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_offsets import check_map, places

import copydesk
from copydesk._copydesk import _command

GIVEN = os.environ.get("COPYDESK_EXAMPLES")
any_input = settings(
    max_examples=int(GIVEN or 50),
    deadline=None,
    database=None,
    derandomize=GIVEN is None,
    suppress_health_check=list(HealthCheck),
)

# What the grammars of the stages look at, and what breaks them.
PIECES = [
    *"<>&;/\"'= .,:-@#%$()[]{}!?*_|\\\n\r\t\0\x7f\x85\u00a0\u00ad\u200b\u200d\u2028\u202e\u2066\ufeff\ufffd\ufffe",
    *"\u0301\u0323\u0435\u03bf\u05d0\u0627\u0e01\u3002\u6c34\uff21\U0001f1ec\U0001f6f3\U0001d51e\U0010ffff",
    "<p>", "</p>", "<div>", "<h1>", "<li>", "<td>", "<table>", "<tr>", "<br>", "<pre>", "<blockquote>", "<!--", "-->",
    "<title>", "<script>", "</script>", "<style>", "<meta charset=", "<svg>", "<article>", "<![CDATA[", "<a href='javascript:x'>",
    "<img src=x onerror=alert(1)>", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01"',
    "&amp;", "&#x1f6f3;", "&#0;", "&lt;b&gt;", "&copy", "Ã©", "â€™", "Â ", "\ud83d\ude00",
    "Oslo ", "The King of Norway ", "Prime Minister Jonas Gahr Støre ", "said on Monday ", "1 May 2024 ", "5 ships ", "€2.5 million ",
    "“We are ready,” ", "allegedly denied ", "Ltd. ", "U.S. ", "e@x.example ", "https://x.example/a ", "+47 22 33 44 55 ", "99999999999999999999 ",
    "two hundred ", "last week ", "Москва ", "東京 ", "a" * 300, "By Anna Berg\n", "Leave a Reply\n", "Home\n", "\n\n", "1e999 ", "-0 ",
]  # fmt: skip
any_text = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join),
)
sound_text = any_text.map(lambda text: text.encode("utf-8", "replace").decode())
any_bytes = st.one_of(
    st.binary(max_size=200),
    st.builds(
        lambda text, charset: text.encode(charset, "replace"),
        any_text,
        st.sampled_from(["utf-8", "utf-16", "latin-1", "cp1251", "shift_jis", "gb18030", "utf-7"]),
    ),
    st.builds(lambda head, text: head + text.encode("utf-8", "surrogatepass"), st.binary(max_size=4), any_text),
)
any_content = st.one_of(any_text, any_bytes)
formats = st.sampled_from([None, "html", "text"])


class Markup(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)

    handle_startendtag = handle_starttag


def has_nothing_alive(html: str) -> None:
    """No script, no frame, nothing that is loaded, no handler and no address of code."""
    page = Markup(html)
    assert not page.tags & {"script", "iframe", "object", "embed", "img", "link", "base", "meta", "svg", "form"}
    for name, value in page.attributes:
        assert not name.startswith("on") and name not in {"src", "srcdoc", "action", "formaction"}, (name, value)
        assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:")), (name, value)


def is_text(text: str) -> bool:
    """Whether it has no surrogates, which are no text."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def tried(call: Callable[[], Any], content: str | bytes) -> Any:
    """What comes out; None where the content is no text, which is a ValueError."""
    if isinstance(content, str) and not is_text(content):
        with pytest.raises(ValueError, match="surrogate"):
            call()
        return None
    return call()


def known(charset: str) -> bool:
    """Whether Python has the charset under this name: it does not know all of those of the web."""
    try:
        return bool(codecs.lookup(charset))
    except LookupError:
        return False


def check(article: copydesk.Article, raw: str | bytes) -> None:
    """Whether a record is true and can be written in every way."""
    unit, length = article.source.unit, len(raw)
    assert unit == ("char" if isinstance(raw, str) else "byte")
    for part in places(article):
        if part.start is not None and part.end is not None:
            assert 0 <= part.start <= part.end <= len(article.text)
            assert article.text[part.start : part.end] == part.text
        if part.source is not None:
            assert 0 <= part.source.start <= part.source.end <= length
    if isinstance(raw, str) or known(article.source.charset):
        check_map(article, raw)
    again = copydesk.Article.from_json(article.to_json())
    assert again == article and again.to_json() == article.to_json()
    assert pickle.loads(pickle.dumps(article)) == article
    assert article.to_dict() == json.loads(article.to_json(indent=2))


def check_exports(article: copydesk.Article) -> None:
    for html in (article.to_html(), article.to_html(title=False, source=True), article._repr_html_()):
        has_nothing_alive(html)
    for name in LISTS:
        for part in getattr(article, name)[:3]:
            repr(part)
            if hasattr(part, "_repr_html_"):
                has_nothing_alive(part._repr_html_())
    assert isinstance(article.to_markdown() + article.to_conllu() + article.explain() + repr(article), str)
    ElementTree.fromstring(article.to_timex3())
    text, annotations = article.to_brat()
    for line in annotations.splitlines():
        assert line.count("\t") >= 1, line
    assert text == article.text
    for record in (article.to_web_annotation(), article.to_dolma(), article.to_news_article()):
        assert json.loads(json.dumps(record)) == record


@any_input
@given(any_content, formats, st.booleans())
@example("<h1>a</h1>\n\0\u2028", "html", True)
@example("\ud800\n", None, False)
@example(b"\xff\xfe\x00\xd8", None, True)
def test_read(content: str | bytes, format: Any, title: bool) -> None:
    desk = copydesk.Desk(tokens=True, title_in_text=title)
    # Without a line break a string is the name of a file.
    content = content + "\n" if isinstance(content, str) else content
    article = tried(lambda: desk.read(content, format=format, uri="a\0<b>"), content)
    if article is not None:
        check(article, content)
        check_exports(article)
        assert desk.read(content, format=format, uri="a\0<b>").to_json() == article.to_json()


@any_input
@given(any_text, formats)
@example("&#0;<b>\x00\x01\x1b[31m", "html")
def test_read_text(text: str, format: Any) -> None:
    article = tried(lambda: copydesk.read_text(text, format=format, tokens=True), text)
    if article is not None:
        check(article, text)
        assert copydesk.read_text(text, format=format, tokens=True) == article


@any_input
@given(any_text)
@example("x" * 1_025)
@example("\0")
def test_a_string_is_a_path_or_content(text: str) -> None:
    try:
        copydesk.read(text)
    except (OSError, ValueError) as error:
        # A file that is not there, a folder, or no text.
        assert isinstance(error, copydesk.CopydeskError) or not is_text(text)


@any_input
@given(any_content)
def test_extract(content: str | bytes) -> None:
    content = content + "\n" if isinstance(content, str) else content
    article = tried(lambda: copydesk.extract(content, format="html"), content)
    if article is not None:
        check(article, content)


@any_input
@given(any_text, st.sampled_from(["canonical", "ascii_punctuation", "search", "lossless"]))
@example("Ã©" * 50 + "\u0435", "search")
def test_normalize(text: str, preset: Any) -> None:
    normalized = tried(lambda: copydesk.normalize(text, preset=preset), text)
    assert isinstance(tried(lambda: copydesk.explain(text, preset=preset), text), str | None)
    if normalized is None:
        return
    assert is_text(normalized.text)
    last = 0
    for edit in normalized.edits:
        assert last <= edit.start <= edit.end <= len(normalized.text)
        assert normalized.text[edit.start : edit.end] == edit.text
        assert text[edit.source.start : edit.source.end] == edit.before
        last = edit.end
    assert copydesk.normalize(normalized.text, preset=preset).text == normalized.text


STAGES: dict[str, Callable[[str], Any]] = {
    "sentences": copydesk.sentences,
    "tokens": copydesk.tokens,
    "tokens of the treebank": lambda text: copydesk.tokens(text, mode="ptb"),
    "mentions": copydesk.mentions,
    "dates": copydesk.dates,
    "dates from a day": lambda text: copydesk.dates(text, reference="2024-05-15"),
    "amounts": copydesk.amounts,
    "patterns": copydesk.patterns,
}


@any_input
@given(any_text)
@example("\u202e\u0301 99999999999999999999999 May 0000 -1/0/9999999")
def test_stages_one_at_a_time(text: str) -> None:
    for name, stage in STAGES.items():
        found = tried(lambda stage=stage: stage(text), text)  # type: ignore[misc]
        last = 0
        for part in found or []:
            assert text[part.start : part.end] == part.text, name
            assert (part.source.start, part.source.end) == (part.start, part.end), name
            if name.startswith(("sentences", "tokens")):
                assert last <= part.start <= part.end
                last = part.end
            assert pickle.loads(pickle.dumps(part)) == part
            repr(part)
    guess = tried(lambda: copydesk.language(text), text)
    assert guess is None or 0 <= guess.confidence <= 1
    timex = tried(lambda: copydesk.timex3(text, reference="2024-05-15"), text)
    if timex is not None:
        ElementTree.fromstring(timex)


@any_input
@given(st.lists(st.one_of(any_bytes, st.tuples(st.none() | sound_text, any_content)), max_size=4), st.booleans())
def test_streams(sources: list[Any], both: bool) -> None:
    # A name is no path here, but no name has NUL or surrogates either.
    items = [item if isinstance(item, bytes) else (item[0], item[1]) for item in sources]
    desk = copydesk.Desk(threads=2 if both else 1)
    contents = [item if isinstance(item, bytes) else item[1] for item in items]
    stream = desk.stream(items)
    articles = copydesk.Articles(stream)
    assert stream.documents == len(articles) == len(items)
    for article, content in zip(articles, contents, strict=True):
        # One that is no text is one record that says so, and does not end the others.
        if isinstance(content, str) and not is_text(content):
            assert [note.code for note in article.diagnostics] == ["io/unreadable"]
        else:
            check(article, content)
    assert [a.to_json() for a in copydesk.Desk(threads=1).stream(items)] == [a.to_json() for a in articles]
    again = copydesk.from_arrow(articles.to_arrow())
    assert again == articles
    for table in ("mentions", "entities", "dates", "amounts", "quotes", "claims", "events"):
        assert copydesk.Table.from_bytes(articles.table(table).to_bytes()).columns


@any_input
@given(st.lists(st.none() | any_content, max_size=4), formats)
def test_tables(cells: list[str | bytes | None], format: Any) -> None:
    desk = copydesk.Desk(stages=["parse", "normalize"], threads=1)
    assert len(desk.table(cells, format=format)) == len(cells)


@any_input
@given(st.lists(any_content, max_size=5), sound_text)
def test_corpora_and_copies(contents: list[str | bytes], title: str) -> None:
    desk, corpus, copies = copydesk.Desk(), copydesk.Corpus(), copydesk.Duplicates()
    for content in contents:
        if isinstance(content, bytes) or is_text(content):
            article = desk.read(content + "\n" if isinstance(content, str) else content)
            corpus.add(article)
            copies.add(article)
            copies.add(article.text, title=title, id=title)
    assert len(copies) == len(copies.rows()) == 2 * len(corpus)
    assert len(copydesk.Duplicates.from_bytes(copies.to_bytes()).rows()) == len(copies)
    assert sum(len(story) for story in corpus.stories()) <= len(corpus)
    things: list[Any] = [corpus, corpus.stories(), corpus.timeline(), *corpus.entities[:3], *corpus.events[:3]]
    for thing in things:
        has_nothing_alive(thing._repr_html_())
    # A report has scripts of its own, one for the source of each article, and no others.
    report, own = corpus.report(title=title), copydesk.Corpus().report(title="a").count("<script")
    assert report.lower().count("<script") <= own + len(corpus)
    page = Markup(report)
    assert not any(name.startswith("on") or "javascript:" in value for name, value in page.attributes)


cells = st.one_of(any_text, st.none(), st.integers(), st.floats(), st.booleans(), st.lists(any_text, max_size=2))
rows = st.dictionaries(
    st.one_of(st.sampled_from(["name", "type", "id", "aliases", "case_sensitive"]), any_text), cells, max_size=6
)


@any_input
@given(st.lists(rows, max_size=3), sound_text)
def test_names_of_the_user(rows: list[dict[str, Any]], text: str) -> None:
    try:
        gazetteer = copydesk.Gazetteer(rows)
    except (ValueError, TypeError):
        return
    for mention in copydesk.mentions(text, gazetteer=gazetteer):
        assert text[mention.start : mention.end] == mention.text


@any_input
@given(st.lists(sound_text, min_size=1, max_size=3), sound_text)
def test_any_name_can_be_looked_for(names: list[str], text: str) -> None:
    rows = [{"name": name, "type": "ORG", "aliases": [name + "b"]} for name in names if name.strip()]
    try:
        gazetteer = copydesk.Gazetteer(rows, case_sensitive=False, accent_sensitive=False)
    except ValueError:
        return
    found = copydesk.mentions(" ".join(names) + text, gazetteer=gazetteer)
    assert all(mention.confidence <= 1 for mention in found)


@any_input
@given(st.one_of(any_bytes, any_text.map(lambda text: text.encode("utf-8", "surrogatepass"))), st.sampled_from(["csv", "json", "jsonl"]))
@example(b"name,type\n\xff,ORG\n", "csv")
def test_files_of_names(tmp_path_factory: pytest.TempPathFactory, data: bytes, kind: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"names.{kind}"
    path.write_bytes(data)
    try:
        copydesk.Gazetteer(path)
    except copydesk.CopydeskError as error:
        assert str(error)


@any_input
@given(any_bytes, st.sampled_from(["html", "txt", "jsonl", "warc", "jsonl.gz", "warc.gz", "zst", "arrow"]))
@example(b'{"text": "\\ud800"}\n{"text": 1}\n[]\n', "jsonl")
@example(b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "warc")
def test_files(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    path.write_bytes(data)
    stream = copydesk.Desk(threads=1, stages=["parse", "normalize"]).stream([path])
    for article in stream:
        assert copydesk.Article.from_json(article.to_json()) == article


@any_input
@given(st.one_of(any_text, st.recursive(
    st.none() | st.booleans() | st.floats() | any_text,
    lambda some: st.lists(some, max_size=3) | st.dictionaries(any_text, some, max_size=3),
    max_leaves=8,
).map(json.dumps)))  # fmt: skip
def test_json_that_is_no_record(text: str) -> None:
    with pytest.raises(ValueError):
        copydesk.Article.from_json(text)


RECORD = copydesk.read(
    "<title>Pact</title><h1>Pact</h1><p>“We will pay €5 million,” said Prime Minister Jonas Gahr Støre of Norway in Oslo "
    "on 1 May 2024. Japan allegedly denied that it attacked 5 ships.</p>", tokens=True,
).to_dict()  # fmt: skip


@any_input
@given(st.data())
def test_records_with_a_value_of_another_kind(data: st.DataObject) -> None:
    """A record that somebody changed is refused, or can be looked at like any other."""
    record = json.loads(json.dumps(RECORD))
    for _ in range(data.draw(st.integers(1, 3))):
        at: Any = record
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            key = data.draw(st.sampled_from(keys))
            deeper = isinstance(at[key], dict | list) and at[key]
            if not deeper or data.draw(st.integers(0, 4)) == 0:
                break
            at = at[key]
        if data.draw(st.booleans()):
            at[key] = data.draw(st.one_of(
                st.none(), st.integers(-2, 1_000), st.just(2**32), st.just(2**64), sound_text, st.just([]), st.just({}), st.floats(),
            ))  # fmt: skip
        else:
            del at[key]
    try:
        article = copydesk.Article.from_json(json.dumps(record))
    except ValueError as error:
        assert isinstance(error, copydesk.RecordError)
        return
    for part in places(article):
        assert isinstance(part.text, str) and (part.start is None or part.start >= 0)
    assert copydesk.Article.from_json(article.to_json()) == article
    check_exports(article)
    corpus = copydesk.Corpus([article])
    assert corpus.report() and corpus.stories() is not None and corpus.timeline() is not None
    copydesk.to_arrow([article])


@any_input
@given(any_bytes)
def test_bytes_that_are_no_table_and_no_state(data: bytes) -> None:
    with pytest.raises(copydesk.ReadError):
        copydesk.Table.from_bytes(data)
    with pytest.raises((copydesk.CopydeskError, ValueError)):
        copydesk.Duplicates.from_bytes(data)


@any_input
@given(any_text, st.none() | st.dates())
def test_days(text: str, day: datetime.date | None) -> None:
    if day is not None:
        assert copydesk.dates("last week", reference=day)
    try:
        copydesk.dates("last week", reference=text)
    except ValueError:
        pass
    duplicates = copydesk.Duplicates()
    try:
        duplicates.add("The dam held.", text)
    except ValueError:
        assert len(duplicates) == 0


options = st.lists(
    st.one_of(
        st.sampled_from([
            "read", "show", "explain", "schema", "stories", "duplicates", "--format", "--charset", "--threads", "-q", "--color",
            "always", "jsonl", "html", "--version", "--help", "-1", "0", "99999999999999999999", "--where", "--language", "a*[",
        ]),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    ),
    max_size=5,
)  # fmt: skip


@any_input
@given(options)
def test_the_command(tmp_path_factory: pytest.TempPathFactory, options: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp() / "command"
    folder.mkdir(exist_ok=True)
    page = folder / "page.txt"
    page.write_text("The dam held on Monday.\n")
    # No option writes a file, and none reads from standard input, but by a name that is drawn.
    options = [option for option in options if option != "-" and not option.startswith(("-o", "--o"))]
    before, here = sorted(folder.iterdir()), Path.cwd()
    os.chdir(folder)
    try:
        assert _command([*options, str(page)]) in {0, 1, 2}
    finally:
        os.chdir(here)
    assert sorted(folder.iterdir()) == before
