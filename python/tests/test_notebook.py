"""What a notebook shows: `_repr_html_`."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from documents import PAGE, TEXT

import copydesk

VOID = {"br", "meta", "link", "img"}
KNOWN = set("div style h3 span b mark u details summary table tr th td p code".split())


class Checked(HTMLParser):
    """Refuses tags and attributes that the page has no reason to hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.marks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in KNOWN, tag
        assert {name for name, _ in attrs} <= {"class", "title", "open"}, attrs
        self.marks += tag == "mark"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def checked(article: copydesk.Article) -> Checked:
    parser = Checked()
    parser.feed(article._repr_html_())
    parser.close()
    assert parser.open == []
    return parser


ATTACKS = [
    "<script>alert(1)</script>",
    "</div></style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<!-- -->]]>&lt;script&gt;",
    "</details><iframe src=//evil.example>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_the_text_stays_text(attack: str) -> None:
    text = f"{attack} Norway\n\nThe King of Norway said {attack} in Oslo.\n\nLeave a Reply {attack}\n"
    article = copydesk.read_text(text, format="text", uri=attack)
    shown = checked(article)
    assert attack in "".join(shown.text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_every_field_stays_text(attack: str) -> None:
    def poisoned(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: poisoned(field, name) for name, field in value.items()}
        if isinstance(value, list):
            return [poisoned(item, key) for item in value]
        free = {"title", "byline", "site", "name", "before", "message", "from", "content", "uri"}
        return attack if isinstance(value, str) and key in free else value

    import json

    record = copydesk.read(PAGE.replace("Norway", "N\u043erway")).to_dict()
    checked(copydesk.Article.from_json(json.dumps(poisoned(record))))


def test_the_direction_of_writing_cannot_be_turned() -> None:
    html = copydesk.read_text("The dam \u202eheld\u2066 in Oslo.\x1b[31m", format="text")._repr_html_()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", html)


def test_highlights_and_what_was_dropped() -> None:
    article = copydesk.read("M\u043escow and Norway\n\n" + TEXT)
    html = article._repr_html_()
    shown = checked(article)
    assert shown.marks > len(article.mentions)
    for mention in article.mentions:
        assert re.search(rf'<mark class="cd-\w+" title="[^"]*text {mention.start}–{mention.end}', html)
    assert 'class="cd-edit"' in html and "was: " in html
    page = copydesk.read(PAGE)
    assert "blocks dropped" in page._repr_html_()
    assert "All rights reserved" in page._repr_html_()
    assert "<details>" in page._repr_html_()


def test_the_title_is_shown_once() -> None:
    for title_in_text in (True, False):
        article = copydesk.read(TEXT, title_in_text=title_in_text)
        assert article.title == "Norway and Japan sign pact"
        shown = "".join(checked(article).text)
        assert shown.partition("block dropped")[0].count(article.title) == 1


def test_all_of_the_text_is_shown() -> None:
    article = copydesk.read(PAGE)
    shown = "".join(checked(article).text)
    for paragraph in article.text.split("\n\n"):
        assert paragraph in shown


def test_a_long_article_is_cut() -> None:
    article = copydesk.read_text("The King of Norway spoke in Oslo. " * 50_000, format="text")
    html = article._repr_html_()
    assert len(html) < 2_000_000
    assert "the whole is in .text" in html
    checked(article)


def test_both_themes() -> None:
    html = copydesk.read(TEXT)._repr_html_()
    style = html[html.index("<style>") : html.index("</style>")]
    assert "currentColor" in style
    assert "prefers-color-scheme:dark" in style
    assert not re.search(r"[^-]color:(#|black|white)", style)
    assert "<script" not in html and "http" not in style


def test_a_failure_is_shown_open() -> None:
    html = copydesk.read(b"\x00\x01\x02")._repr_html_()
    assert "<details open>" in html and "binary" in html


def test_every_seed(pages: list[Path]) -> None:
    for article in copydesk.Desk().stream(pages):
        checked(article)


def test_the_reference_documents(shared_seeds: list[Path]) -> None:
    for file in shared_seeds:
        article = copydesk.read(file)
        assert checked(article).marks > len(article.mentions)


def test_quotes_and_claims_are_underlined(statements: copydesk.Article) -> None:
    html = statements._repr_html_()
    shown = checked(statements)
    assert statements.text.partition("\n\n")[2].strip() in "".join(shown.text)
    assert 'title="direct quote · say · by Lunde (named)">We are ready,</span>' in html
    assert (
        '<span class="cd-said cd-denied" title="denied · source: missing · '
        '“allegedly” alleged · denied by Norway">it had allegedly sold the ships</span>'
    ) in html
    # A claim is cut where a mention begins, and each piece says what it is.
    assert html.count('<span class="cd-said cd-confirmed" title="confirmed · source: article">') > 3


def test_claims_and_events_are_listed(statements: copydesk.Article) -> None:
    html = statements._repr_html_()
    assert "<summary>3 claims</summary>" in html and "<summary>2 events</summary>" in html
    assert "missing; denied by Norway</td><td>it had allegedly sold the ships</td>" in html
    assert (
        'title="confirmed">CONSULT</span></th><td>Astrid Lunde <b>met</b> → Japan</td>'
        "<td>2024-06-19</td><td>Oslo</td>"
    ) in html
    assert "Astrid Lunde <b>visit</b> → –</td><td></td><td>Tokyo</td>" in html


def test_statements_cannot_smuggle_markup_in(statements: copydesk.Article) -> None:
    import json

    record = statements.to_dict()
    for attack in ATTACKS:
        for entity in record["entities"]:
            entity["name"] = attack
        record["events"][0]["when"]["value"] = attack
        checked(copydesk.Article.from_json(json.dumps(record)))


def test_statements_beyond_the_text_and_in_each_other_do_no_harm(
    statements: copydesk.Article,
) -> None:
    import json

    record = statements.to_dict()
    claim = record["claims"][1]
    for start, end in [(0, 10**6), (170, 180), (175, 190), (190, 175), (10**6, 10**6 + 5)]:
        record["claims"].append({**claim, "start": start, "end": end})
    shown = checked(copydesk.Article.from_json(json.dumps(record)))
    assert "Oslo denied that it had allegedly sold the ships." in "".join(shown.text)


def test_long_lists_of_statements_are_cut(statements: copydesk.Article) -> None:
    import json

    record = statements.to_dict()
    record["claims"] *= 1000
    record["events"] *= 1000
    html = copydesk.Article.from_json(json.dumps(record))._repr_html_()
    assert "and 2800 more in .claims" in html and "and 1800 more in .events" in html
    assert len(html) < 300_000
