"""The record: JSON, its schema, and articles that are read back."""

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped, unused-ignore]
import pytest
from documents import LISTS, PAGE, TEXT

import copydesk


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = copydesk.schema()
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def test_the_schema_holds_for_every_seed(validator: Any, seed_files: list[Path]) -> None:
    count = 0
    for article in copydesk.Desk(tokens=True).stream(seed_files):
        validator.validate(article.to_dict())
        count += 1
    assert count >= len(seed_files)


def test_the_schema_holds_for_the_reference_documents(
    validator: Any, shared_seeds: list[Path]
) -> None:
    for file in shared_seeds:
        validator.validate(copydesk.read(file, tokens=True).to_dict())


@pytest.mark.parametrize("source", ["", b"\x00\x01", "\n", "🛳\n", "<p>", b"\xff\xfe"])
def test_the_schema_holds_for_next_to_nothing(validator: Any, source: str | bytes) -> None:
    validator.validate(copydesk.read(source).to_dict())


def test_the_schema_says_no(validator: Any) -> None:
    record = copydesk.read(PAGE).to_dict()
    del record["text"]
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(record)


def test_json_and_dict_are_the_same_record() -> None:
    article = copydesk.read(PAGE)
    record = article.to_dict()
    assert json.loads(article.to_json()) == record
    assert json.loads(article.to_json(indent=2)) == record
    assert "\n" not in article.to_json()
    assert article.to_json(indent=2).startswith('{\n  "')
    assert record["schema"] == "copydesk.article/1"
    assert record["id"] == article.id
    assert record["text"] == article.text
    article.to_dict()["text"] = "changed"
    assert article.to_dict() == record


def test_offsets_of_the_record_are_those_of_the_views() -> None:
    for source in (PAGE, PAGE.encode()):
        article = copydesk.read(source)
        record = article.to_dict()
        assert record["mentions"]
        for mention, written in zip(article.mentions, record["mentions"], strict=True):
            assert article.text[written["start"] : written["end"]] == mention.text
            assert (written["start"], written["end"]) == (mention.start, mention.end)


@pytest.mark.parametrize("source", [PAGE, PAGE.encode(), TEXT, "", b"\x00\x01"])
def test_an_article_comes_back(source: str | bytes) -> None:
    article = copydesk.read(source, tokens=True, uri="https://wire.example/é🛳")
    for again in (
        copydesk.Article.from_json(article.to_json()),
        copydesk.Article.from_json(article.to_json(indent=1)),
        pickle.loads(pickle.dumps(article)),
        copy.deepcopy(article),
        copy.copy(article),
    ):
        assert again == article
        assert hash(again) == hash(article)
        assert again.to_json() == article.to_json()
        assert again.offsets == article.offsets
        for name in LISTS:
            assert getattr(again, name) == getattr(article, name), name
        assert again._repr_html_() == article._repr_html_()


def test_description_and_tags() -> None:
    head = (
        '<meta name=description content="Two ministers sign &amp;amp; shake hands.">'
        '<meta property="article:tag" content="Norway"><meta property="article:tag" content="Japan">'
        '<meta name=keywords content="norway, ships, id:4711">'
    )
    page = PAGE.replace("<head>", "<head>" + head)
    article = copydesk.read(page)
    assert article.description == "Two ministers sign & shake hands."
    assert article.tags == ["Norway", "Japan", "ships"]
    assert article.to_dict()["tags"] == article.tags
    places = {found.field: found.source for found in reversed(article.evidence)}
    place = places["description"]
    assert place is not None
    assert page[place.start : place.end] == "Two ministers sign &amp;amp; shake hands."
    place = places["tags"]
    assert place is not None
    cited = page[place.start : place.end]
    assert cited.startswith("Norway") and cited.endswith("Japan")
    bare = copydesk.read(PAGE)
    assert (bare.description, bare.tags) == (None, [])


def test_a_record_from_before_description_and_tags_is_read() -> None:
    record = copydesk.read(PAGE).to_dict()
    del record["description"], record["tags"]
    article = copydesk.Article.from_json(json.dumps(record))
    assert (article.description, article.tags) == (None, [])


def test_articles_differ() -> None:
    assert copydesk.read(PAGE) != copydesk.read(TEXT)
    assert copydesk.read(PAGE) != copydesk.read(PAGE.encode())
    assert copydesk.read(PAGE) != "an article"
    assert len({copydesk.read(PAGE), copydesk.read(PAGE), copydesk.read(TEXT)}) == 2


def test_an_index_beyond_the_record_is_refused() -> None:
    record = copydesk.read(PAGE).to_dict()
    record["mentions"][0]["entity"] = 999
    with pytest.raises(copydesk.RecordError, match="names number 999 of `entities`"):
        copydesk.Article.from_json(json.dumps(record))


@pytest.mark.parametrize("start", [-1, 10**6, 2**32 - 1, 2**40])
def test_places_beyond_the_text_do_no_harm(start: int) -> None:
    record = copydesk.read(PAGE).to_dict()
    record["mentions"][0].update(start=start, end=start + 5)
    record["edits"] = []
    try:
        article = copydesk.Article.from_json(json.dumps(record))
    except copydesk.RecordError:
        return
    for mention in article.mentions:
        assert repr(mention) and mention.source
        assert isinstance(mention.text, str)
    assert article._repr_html_()
