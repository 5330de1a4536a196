"""Copies of documents: groups, kinds, parts that are merged, the table."""

import datetime
import pickle
from typing import Any

import pytest

import copydesk
from copydesk import Article, Duplicates

STORY = (
    "The port of Tema reopened on Friday after a strike of nine days, harbour master Kofi Mensah said. "
    "Forty ships were waiting outside the breakwater, and the first of them, a freighter with 12,400 tons "
    "of grain from Odesa, was unloaded before noon. Dockers had stopped work over unpaid overtime in March. "
    "Under the agreement they get half of it this month and the rest by the end of June. Exporters of cocoa "
    "put their losses at 31 million dollars. The union's leader, Ama Serwaa, spoke of a victory, but warned "
    "that the next dispute was only a question of time."
)
OTHER = (
    "A glacier above the village of Solheim has lost a third of its ice since 1990, researchers from Bergen "
    "report. They measured it with a drone and compared the result with maps of the army. If summers stay as "
    "warm as the last one, the lake below it may burst its banks within ten years, geologist Ingrid Berg said. "
    "The municipality wants to dig a channel before next spring, for which it needs 4 million crowns."
)


def article(day: str, text: str) -> Article:
    return copydesk.Desk(reference_date=day, stages=("parse", "normalize")).read(
        f"<meta property='article:published_time' content='{day}'><article><p>{text}</p></article>"
    )


@pytest.fixture
def duplicates() -> Duplicates:
    found = Duplicates()
    found.add(f"ACCRA (Coast Wire) - {STORY}", "2024-05-04", id="wire")
    found.add(STORY, datetime.date(2024, 5, 3), id="first")
    found.add(OTHER, "2024-05-04", id="other")
    found.add(STORY.upper().replace(", ", " - "), datetime.datetime(2024, 5, 5, 8, 0), id="shouted")
    return found


def test_rows_say_what_is_a_copy_of_what(duplicates: Duplicates) -> None:
    rows = duplicates.rows()
    assert [row.article for row in rows] == [0, 1, 2, 3]
    assert [row.id for row in rows] == ["wire", "first", "other", "shouted"]
    assert [row.dup_of for row in rows] == [1, None, None, 1]
    assert [row.dup_group for row in rows] == [0, 0, None, 0]
    assert [row.dup_kind for row in rows] == ["syndicated", None, None, "exact"]
    assert rows[3].score == 1.0
    assert rows[1].score is None
    assert duplicates.groups() == [[1, 0, 3]]
    assert len(duplicates) == 4
    assert 0 < duplicates.state_bytes < 4 * 500
    assert repr(duplicates) == "Duplicates(4 documents)"
    assert repr(rows[3]) == "Duplicate(3, 'shouted', exact copy of 1)"
    assert repr(rows[1]) == "Duplicate(1, 'first', an original)"


def test_articles_have_a_date_and_an_id() -> None:
    articles = [article("2024-05-04", STORY + " So far."), article("2024-05-03", STORY)]
    found = Duplicates()
    found.extend(articles)
    assert found.add(articles[0], "2024-05-01", id="mine", title="Port opens") == 2
    rows = found.rows()
    assert [row.dup_of for row in rows] == [2, 2, None]
    assert [row.id for row in rows] == [articles[0].id, articles[1].id, "mine"]
    corpus = copydesk.Corpus(articles)
    assert [row.dup_kind for row in corpus.duplicates()] == ["near", None]
    assert [row.dup_kind for row in corpus.duplicates(days=0)] == [None, None]


def test_parts_give_the_same_as_the_whole(duplicates: Duplicates) -> None:
    one, two = Duplicates(), Duplicates()
    one.add(f"ACCRA (Coast Wire) - {STORY}", "2024-05-04", id="wire")
    one.add(STORY, "2024-05-03", id="first")
    two.add(OTHER, "2024-05-04", id="other")
    two.add(STORY.upper(), "2024-05-05T08:00", id="shouted")
    one.merge(pickle.loads(pickle.dumps(two)))
    assert repr(one.rows()) == repr(duplicates.rows())
    one.merge(one)
    assert len(one) == 8


def test_a_state_comes_back(duplicates: Duplicates) -> None:
    data = duplicates.to_bytes()
    assert repr(Duplicates.from_bytes(data).rows()) == repr(duplicates.rows())
    kept = pickle.loads(pickle.dumps(Duplicates.from_bytes(data, days=1)))
    assert kept.groups() == [[1, 0, 3]]
    apart = Duplicates.from_bytes(data, days=0)
    assert apart.groups() == []
    with pytest.raises(copydesk.ReadError, match="at byte .* it breaks off"):
        Duplicates.from_bytes(data[:-1])
    with pytest.raises(copydesk.ReadError, match="does not begin"):
        Duplicates.from_bytes(b"nothing of the kind")


def test_old_documents_are_forgotten(duplicates: Duplicates) -> None:
    assert duplicates.forget_before(datetime.date(2024, 5, 5)) == 1
    assert [row.id for row in duplicates.rows()] == ["wire", "first", "shouted"]
    assert duplicates.forget_before("2024-05-06") == 3


def test_the_table_has_a_row_for_each_document(duplicates: Duplicates) -> None:
    table = duplicates.table()
    assert table.columns == ["article", "id", "dup_group", "dup_of", "dup_kind", "score"]
    assert len(table) == 4
    assert repr(table) == "DuplicateTable(4 documents)"
    pyarrow = pytest.importorskip("pyarrow")
    read = pyarrow.table(table)
    assert read.column("dup_of").to_pylist() == [1, None, None, 1]
    assert read.column("dup_kind").to_pylist() == ["syndicated", None, None, "exact"]
    assert pyarrow.table(Duplicates().table()).num_rows == 0


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((b"bytes",), TypeError, "document must be an Article or a string, not bytes"),
        (("text", "yesterday"), ValueError, "'yesterday' is no date; give YYYY-MM-DD"),
        (("text", 3), TypeError, "date must be"),
        (("\ud800",), ValueError, "lone surrogate"),
    ],
)
def test_mistakes_are_named(arguments: tuple[Any, ...], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Duplicates().add(*arguments)
    with pytest.raises(TypeError, match="item 1 of articles must be an Article, not str"):
        Duplicates().extend(["text"])  # type: ignore[list-item]
