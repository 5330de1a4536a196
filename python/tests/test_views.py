"""The classes of the parts: frozen, comparable, with a repr that says what they are."""

import inspect
import pickle
import re
from typing import Any

import pytest
from documents import LISTS, PAGE, TEXT

import copydesk


@pytest.fixture(scope="module")
def article() -> copydesk.Article:
    return copydesk.read("M\u043escow: " + TEXT, tokens=True)


def parts(article: copydesk.Article) -> list[Any]:
    first = [getattr(article, name)[0] for name in LISTS if getattr(article, name)]
    return [
        article,
        *first,
        article.source,
        article.mentions[0].source,
        article.entities[0].identifiers,
        copydesk.Desk(),
        copydesk.normalize("text"),
    ]


def test_nothing_can_be_assigned(article: copydesk.Article) -> None:
    for part in parts(article):
        names = [name for name in dir(part) if not name.startswith("_")]
        assert names
        for name in [*names, "new_attribute"]:
            with pytest.raises(AttributeError):
                setattr(part, name, None)


def test_lists_are_the_callers_own(article: copydesk.Article) -> None:
    count = len(article.mentions)
    article.mentions.clear()
    assert len(article.mentions) == count


def test_every_repr_says_what_it_is(article: copydesk.Article) -> None:
    for part in parts(article):
        shown = repr(part)
        assert shown.startswith(type(part).__name__ + "("), shown
        assert " object at 0x" not in shown
        assert "\n" not in shown
        assert len(shown) < 250, shown


def test_repr_of_a_mention_and_of_a_block(article: copydesk.Article) -> None:
    assert re.fullmatch(r"Mention\('Norway', GPE, \d+–\d+\)", repr(article.mentions[1]))
    dropped = next(block for block in copydesk.read(PAGE).blocks if not block.kept)
    assert "dropped: " in repr(dropped)
    assert re.search(r"source \d+–\d+\)$", repr(dropped))


def test_parts_are_equal_by_what_they_say(article: copydesk.Article) -> None:
    for name in LISTS:
        once, again = getattr(article, name), getattr(article, name)
        assert once == again
        for part in once:
            assert part != "a string"
            if not isinstance(part, (copydesk.Evidence, copydesk.Source)):
                assert hash(part) == hash(again[once.index(part)])
    first, second = article.mentions[:2]
    assert first != second
    assert len({*article.mentions, *article.mentions}) == len(article.mentions)


def test_a_span_has_a_length_and_is_never_false(article: copydesk.Article) -> None:
    for sentence in article.sentences:
        assert len(sentence) == len(sentence.text) and sentence
    empty = [edit for edit in copydesk.normalize("a\u200bb").edits if not len(edit)]
    assert all(empty)


def test_views_outlive_their_article() -> None:
    mentions = copydesk.read(TEXT).mentions
    assert [mention.text for mention in mentions][:1] == ["Norway"]
    assert mentions[0].entity.mentions[0] == mentions[0]


def test_views_are_sent_with_their_article_only(article: copydesk.Article) -> None:
    for part in (article.mentions[0], article.entities[0], copydesk.Desk().stream([])):
        with pytest.raises(TypeError, match="cannot pickle"):
            pickle.dumps(part)


def public() -> list[tuple[str, Any]]:
    return [(name, getattr(copydesk, name)) for name in copydesk.__all__ if name != "__version__"]


def test_everything_public_is_documented() -> None:
    assert copydesk.__doc__
    for name, thing in public():
        assert inspect.getdoc(thing), name
        if inspect.isclass(thing) and thing.__module__ == "copydesk":
            for attribute, value in vars(thing).items():
                if not attribute.startswith("_"):
                    assert inspect.getdoc(value), f"{name}.{attribute}"


def test_no_markup_of_rust_is_left_in_a_docstring() -> None:
    for name, thing in public():
        members = vars(thing).values() if inspect.isclass(thing) else []
        for doc in filter(None, map(inspect.getdoc, [thing, *members])):
            assert '"`' not in doc and "[`" not in doc and "`GeoNames`" not in doc, (name, doc)


def test_signatures_show_their_options() -> None:
    options = inspect.signature(copydesk.read).parameters
    assert list(options)[:2] == ["source", "format"]
    assert all(
        option.kind is inspect.Parameter.KEYWORD_ONLY
        for name, option in options.items()
        if name != "source"
    )
    assert options["tokens"].default is False
    assert "fold_quotes" in inspect.signature(copydesk.normalize).parameters
    assert "threads" in inspect.signature(copydesk.Desk).parameters
    assert inspect.signature(copydesk.Desk.stream).parameters["progress"].default is False


def test_classes_cannot_be_made_by_hand() -> None:
    for name, thing in public():
        made = name in {"Articles", "Corpus", "Desk", "Duplicates", "Gazetteer"}
        if inspect.isclass(thing) and thing.__module__ == "copydesk" and not made:
            with pytest.raises(TypeError):
                thing()
