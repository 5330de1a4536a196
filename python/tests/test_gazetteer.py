"""Names of the user's own: where they come from, what is found, and what is said about mistakes."""

import gzip
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import copydesk
from copydesk import Gazetteer

ROWS: list[dict[str, Any]] = [
    {"name": "Harbour Line", "type": "ORG", "id": 7, "aliases": ["HL", "Harbour Line Ltd."]},
    {"name": "Malmö Star", "type": "product", "id": "imo-1", "aliases": None, "built": 1911},
]
CSV = "name,type,id,aliases\nHarbour Line,ORG,7,HL|Harbour Line Ltd.\nMalmö Star,product,imo-1,\n"
TEXT = "HL’s Malmö Star left Accra. Harbour Line waits; MALMO STAR and the HL-owned ships don't."
FOUND = [("HL", "ORG"), ("Malmö Star", "PRODUCT"), ("Harbour Line", "ORG"), ("HL", "ORG")]


def found(gazetteer: Any, text: str = TEXT) -> list[tuple[str, str]]:
    mentions = copydesk.mentions(text, gazetteer=gazetteer)
    return [(m.text, m.label) for m in mentions if m.why.startswith("gazetteer:")]


def test_mentions_and_entities() -> None:
    text = "🛳 " + TEXT
    mentions = copydesk.mentions(text, gazetteer=ROWS)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    given = [mention for mention in mentions if mention.why == "gazetteer:user"]
    assert [(mention.text, mention.label) for mention in given] == FOUND
    assert {mention.confidence for mention in given} == {1.0}
    line, star = given[0].entity, given[1].entity
    assert (line.name, line.label, line.aliases) == ("Harbour Line", "ORG", ["HL"])
    assert len(line.mentions) == 3 and given[2].entity == line
    assert (line.identifiers.id, star.identifiers.id) == ("7", "imo-1")
    assert repr(line.identifiers) == "Identifiers(id='7')"
    accra = next(mention for mention in mentions if mention.text == "Accra")
    assert accra.entity.identifiers.id is None
    assert copydesk.mentions(text, gazetteer=None) == copydesk.mentions(text)


def test_files(tmp_path: Path) -> None:
    ships = tmp_path / "ships.csv"
    ships.write_text(CSV, encoding="utf-8")
    (tmp_path / "list.json").write_text(json.dumps(ROWS))
    (tmp_path / "list.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    (tmp_path / "list.csv.gz").write_bytes(gzip.compress(CSV.encode()))
    for path in sorted(tmp_path.iterdir()):
        assert found(path) == found(str(path)) == FOUND, path
    assert copydesk.mentions(TEXT, gazetteer=ships)[0].why == "gazetteer:ships"


def test_rows_of_many_kinds() -> None:
    def rows() -> Iterator[dict[Any, Any]]:
        yield {"Name": " Harbour Line ", "TYPE": "org", "id": 7.0, "aliases": ("HL",), 0: "other"}
        yield {"name": "Malmö Star", "type": "PRODUCT", "id": float("nan"), "aliases": "Star|Stern"}

    mentions = copydesk.mentions(TEXT, gazetteer=rows())
    assert [entity.identifiers.id for entity in (mentions[0].entity, mentions[1].entity)] == ["7", None]
    assert found({"name": "HL", "type": "ORG", "aliases": {"Accra"}} for _ in range(1))[1][0] == "Accra"
    assert found([]) == []


def test_options(tmp_path: Path) -> None:
    lenient = Gazetteer(ROWS, case_sensitive=False, accent_sensitive=False)
    assert found(lenient) == [*FOUND[:3], ("MALMO STAR", "PRODUCT"), FOUND[3]]
    assert found(Gazetteer(ROWS, case_sensitive=False)) == FOUND
    own = [ROWS[0], {**ROWS[1], "case_sensitive": False, "accent_sensitive": "no"}]
    assert ("MALMO STAR", "PRODUCT") in found(own)
    assert ("hl", "ORG") not in found(own, "the hl and the HL")
    more = tmp_path / "more.csv"
    more.write_text("name,type\nHL,PERSON\nAccra,LOC\n")
    both = Gazetteer(ROWS, more)
    assert (len(both), both.shadowed) == (4, 1)
    assert ("Accra", "LOC") in found(both) and ("HL", "PERSON") not in found(both)
    assert (both.case_sensitive, lenient.accent_sensitive) == (True, False)
    assert repr(both) == "Gazetteer(4 names, 1 shadowed)"
    assert repr(lenient) == "Gazetteer(2 names, in any case, with or without accents)"
    assert len(Gazetteer()) == 0


def test_desks_and_threads() -> None:
    gazetteer = Gazetteer(ROWS)
    page = f"<h1>Harbour Line sails</h1><p>{TEXT} The harbour office said so on Monday.</p>"
    desk = copydesk.Desk(gazetteer=gazetteer, threads=2)
    article = desk.read(page)
    assert sum(mention.why == "gazetteer:user" for mention in article.mentions) == 5
    assert copydesk.read(page, gazetteer=ROWS) == article
    assert copydesk.read_text(page, gazetteer=gazetteer) == article
    assert list(desk.stream([page.encode()] * 8)) == [desk.read(page.encode())] * 8
    again = copydesk.Article.from_json(article.to_json())
    assert again == article
    ids = {entity.identifiers.id for entity in again.entities}
    assert {"7", "imo-1"} <= ids
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.append(len(found(gazetteer)))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [len(FOUND)] * 4


def test_precedence() -> None:
    text = "The New York Times wrote from Moscow."
    mentions = copydesk.mentions(text, gazetteer=[{"name": "York", "type": "PERSON"}])
    assert ("York", "PERSON") in [(mention.text, mention.label) for mention in mentions]
    assert all("New York" not in mention.text for mention in mentions)
    assert ("Moscow", "GPE") in [(mention.text, mention.label) for mention in mentions]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"name": "A", "type": "COMPANY"}], r'item 1 of the gazetteer: type "COMPANY" is unknown; use'),
        ([ROWS[0], {"name": " ", "type": "ORG"}], "item 2 of the gazetteer: name is empty; give it one"),
        ([{"name": "A"}], "item 1 of the gazetteer: type is empty; use one of PERSON"),
        ([{"name": 5, "type": "ORG"}], "name is a number; it has to be a string"),
        ([{"name": "A", "type": "ORG", "id": b"7"}], "id is of type bytes; it has to be a string or"),
        ([{"name": "A", "type": "ORG", "alias": "B"}], "column `alias` is unknown; call it `aliases`"),
        ("name,type\nA,ORG", "line breaks and no path"),
    ],
)
def test_mistakes(rows: Any, message: str) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=message):
        copydesk.Desk(gazetteer=rows)


def test_mistakes_in_files_and_types(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("name,type\nA,ORG\nB,COMPANY\n")
    with pytest.raises(copydesk.ConfigurationError, match="line 3 of .*names.csv: type"):
        Gazetteer(file)
    with pytest.raises(copydesk.SourceNotFoundError, match="check the path") as caught:
        Gazetteer(tmp_path / "missing.csv")
    assert isinstance(caught.value, FileNotFoundError) and caught.value.errno == 2
    with pytest.raises(copydesk.ReadError, match="it is a directory"):
        Gazetteer(tmp_path)
    for wrong in (5, {"name": "A", "type": "ORG"}, b"name,type\n"):
        with pytest.raises(TypeError, match="the gazetteer must be a path, a table"):
            copydesk.mentions(TEXT, gazetteer=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="item 1 of the gazetteer must be a dict"):
        copydesk.mentions(TEXT, gazetteer=["Acme"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="lone surrogate"):
        Gazetteer([{"name": "\ud800", "type": "ORG"}])


def test_arrow(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.Table.from_pylist(ROWS_OF_STRINGS)
    assert found(table) == FOUND
    assert found(table.to_reader(max_chunksize=1)) == FOUND
    feather = pytest.importorskip("pyarrow.feather")
    for compression in ("uncompressed", "lz4", "zstd"):
        feather.write_feather(table, tmp_path / "list.feather", compression=compression)
        assert found(tmp_path / "list.feather") == FOUND
    with pytest.raises(copydesk.ConfigurationError, match="gazetteer: there is no column `type`"):
        Gazetteer(table.drop_columns(["type"]))


@pytest.mark.parametrize("module", ["pandas", "polars"])
def test_data_frames(module: str) -> None:
    frames = pytest.importorskip(module)
    assert found(frames.DataFrame(ROWS_OF_STRINGS)) == FOUND


ROWS_OF_STRINGS = [{**row, "id": str(row["id"])} for row in ROWS]
