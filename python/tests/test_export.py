"""Markdown and HTML of an article, and the structure that they are made from."""

import pickle
from typing import Any
from xml.etree import ElementTree

import pytest
from documents import PAGE

import copydesk

ROWS = [["Quay", "", "Ships"], ["North", "old", "12"]]

STRUCTURED = PAGE.replace(
    "</article>",
    "<h2>What is next</h2><ol start=3><li>a vote in 2 * 2 parliaments, in<ul><li>Oslo &amp;</li>"
    "<li>Tokyo</li></ul></li><li>the money</li></ol><blockquote><p>We are ready, and so are all "
    "of our ships, said the prime minister.</p></blockquote><table><tr><th>Quay<th><th>Ships"
    "<tr><td>North<td>old<td>12</table><p>The pact was signed in the harbour of Oslo, where "
    "ships from both countries had waited for a day.</p></article>",
)


@pytest.fixture(scope="module")
def article() -> copydesk.Article:
    return copydesk.read(STRUCTURED)


def test_markdown(article: copydesk.Article) -> None:
    markdown = article.to_markdown()
    assert markdown.startswith("# Norway and Japan sign pact\n\nOSLO")
    assert "\n\n## What is next\n\n3. a vote in 2 \\* 2 parliaments, in\n   - Oslo &\n" in markdown
    assert "\n   - Tokyo\n4. the money\n\n> We are ready" in markdown
    assert "\n\n| Quay | | Ships |\n| --- | --- | --- |\n| North | old | 12 |\n\n" in markdown
    assert article.to_markdown(title=False) == markdown.split("\n\n", 1)[1]


def test_html_is_well_formed(article: copydesk.Article) -> None:
    root = ElementTree.fromstring(article.to_html())
    assert root.tag == "article"
    assert [child.tag for child in root] == [
        *("h1", "p", "p", "h2", "ol", "blockquote", "table", "p")
    ]
    assert [(item.text or "").strip() for item in root.findall("ol//ul/li")] == ["Oslo &", "Tokyo"]
    assert [[cell.text or "" for cell in row] for row in root.findall("table/tr")] == ROWS
    assert ElementTree.fromstring(article.to_html(title=False))[0].tag == "p"


@pytest.mark.parametrize("source", [STRUCTURED, STRUCTURED.encode()], ids=["string", "bytes"])
def test_html_says_where_its_text_stands(source: str | bytes) -> None:
    root = ElementTree.fromstring(copydesk.read(source).to_html(source=True))
    count = 0
    for element in root.iter():
        place = element.get("data-source")
        if place is None:
            continue
        start, end = map(int, place.split("-"))
        there = source[start:end]
        words = there if isinstance(there, str) else there.decode()
        assert (element.text or "").split()[0] in words
        count += 1
    assert count >= 12


def test_blocks_know_what_they_stand_in(article: copydesk.Article) -> None:
    items = [block for block in article.blocks if block.kind == "list-item" and block.kept]
    shown = [[(at.kind, at.item, at.number) for at in block.within] for block in items]
    outer = ("ordered-list", 1, 3)
    assert shown == [
        [outer],
        [outer, ("unordered-list", 1, None)],
        [outer, ("unordered-list", 2, None)],
        [("ordered-list", 2, 4)],
    ]
    first, last = items[0].within[0], items[3].within[0]
    assert first.id == last.id and first != last
    assert first == items[1].within[0] and hash(first) == hash(items[1].within[0])
    assert repr(last) == f"Container(ordered-list {last.id}, item 2, number 4)"


def test_rows_know_their_cells(article: copydesk.Article) -> None:
    rows = [block for block in article.blocks if block.kind == "table-row" and block.kept]
    assert [[cell.text for cell in row.cells] for row in rows] == ROWS
    for row in rows:
        for cell in row.cells:
            assert article.text[cell.start : cell.end] == cell.text
            assert cell == row.cells[row.cells.index(cell)]
    header = rows[0].cells[0]
    assert header.header and (header.columns, header.rows) == (1, 1)
    assert repr(header).startswith("Cell('Quay', header, ")
    assert not rows[1].cells[0].header


def test_structure_survives_json(article: copydesk.Article) -> None:
    again = pickle.loads(pickle.dumps(article))
    assert again == article and again.blocks == article.blocks
    assert again.to_markdown() == article.to_markdown()
    assert again.to_html(source=True) == article.to_html(source=True)


def test_next_to_nothing_can_be_written() -> None:
    nothing = copydesk.read("\n")
    assert nothing.to_markdown() == ""
    assert nothing.to_html() == "<article>\n</article>\n"


def words(text: str, selectors: list[dict[str, Any]]) -> str:
    place = next(one for one in selectors if one["type"] == "TextPositionSelector")
    return text[place["start"] : place["end"]]


def test_web_annotation_points_at_text_and_source() -> None:
    raw = PAGE.encode()
    article = copydesk.read(raw, uri="https://wire.example/pact")
    page = article.to_web_annotation()
    assert page["type"] == "AnnotationPage" and len(page["items"]) > len(article.mentions)
    for item in page["items"]:
        assert item["target"]["source"] == "https://wire.example/pact"
        selectors = {one["type"]: one for one in item["target"]["selector"]}
        exact = selectors["TextQuoteSelector"]["exact"]
        data = selectors["DataPositionSelector"]
        if exact.isalpha():
            assert exact in raw[data["start"] : data["end"]].decode()
        if "TextPositionSelector" in selectors:
            assert words(article.text, item["target"]["selector"]) == exact
    targets = [item["target"]["selector"] for item in copydesk.read(PAGE).to_web_annotation()["items"]]
    assert not any(one["type"] == "DataPositionSelector" for one in sum(targets, []))


def test_conllu_names_and_offsets() -> None:
    article = copydesk.read(PAGE)
    assert not article.tokens
    conllu = article.to_conllu()
    assert conllu.startswith(f"# newdoc id = {article.id}\n# newpar\n# sent_id = {article.id}-1\n")
    names = []
    for line in conllu.splitlines():
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        assert len(columns) == 10
        misc = dict(field.split("=") for field in columns[9].split("|"))
        assert article.text[int(misc["start_char"]) : int(misc["end_char"])] == columns[1]
        if misc["NER"].startswith("B-"):
            names.append((int(misc["start_char"]), misc["NER"][2:]))
    assert names == [(mention.start, mention.label) for mention in article.mentions]
    assert copydesk.read(PAGE, tokens=True).to_conllu() == conllu


def test_brat_is_standoff() -> None:
    article = copydesk.read(PAGE)
    text, annotations = article.to_brat()
    assert text == article.text
    kinds = set()
    for line in annotations.splitlines():
        if line.startswith("T"):
            _, place, surface = line.split("\t")
            kind, places = place.split(" ", 1)
            spans = [tuple(map(int, span.split())) for span in places.split(";")]
            assert " ".join(text[start:end] for start, end in spans) == surface
            kinds.add(kind)
    assert {"GPE", "PERSON", "DATE", "Quote"} <= kinds


def test_documents_of_others() -> None:
    article = copydesk.read(PAGE, uri="https://wire.example/pact")
    dolma = article.to_dolma(source="wire")
    assert (dolma["id"], dolma["text"], dolma["source"]) == (article.id, article.text, "wire")
    assert dolma["metadata"]["title"] == article.title
    assert article.to_dolma()["source"] == "copydesk"
    news = article.to_news_article()
    assert news["@type"] == "NewsArticle" and news["headline"] == article.title
    assert news["articleBody"] == article.body
    assert {"@type": "Place", "name": "Norway"}.items() <= next(
        thing.items() for thing in news["mentions"] if thing["name"] == "Norway"
    )
