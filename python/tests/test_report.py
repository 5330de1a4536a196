"""The report of a corpus, clicked through in a real browser.

Those that need no browser come first; the others see `browser.py`.
"""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browser import Opened
from documents import PAGE, PAYLOADS, TEXT

import copydesk

STORIES = ("port-strike-0", "drones-0", "summit-01", "turbine-0")
VIEWS = ("stories", "timeline", "people", "places", "claims", "articles")

# ---- The page without a browser ----


@pytest.fixture(scope="module")
def files(pages: list[Path]) -> list[Path]:
    """A few stories of the seeds."""
    chosen = [file for file in pages if file.parent.name.startswith(STORIES)]
    assert len(chosen) > 8
    return chosen


@pytest.fixture(scope="module")
def corpus(files: list[Path]) -> copydesk.Corpus:
    return copydesk.Corpus(copydesk.Desk().stream(files))


@pytest.fixture(scope="module")
def html(corpus: copydesk.Corpus, files: list[Path]) -> str:
    return corpus.report(title="The port and the drones", sources=files)


class Page(HTMLParser):
    """The tags of a page, and the data for its script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.raw: dict[str, dict[str, Any]] = {}
        self.inside = ""
        self.data = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag in {"script", "style"}:
            self.inside, self.data = values.get("id") or tag, ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            if self.inside.startswith("raw-"):
                self.raw[self.inside] = json.loads(self.data)
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.data += data
        else:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def marked(self, name: str) -> str | None:
        """What stands in the shown source of an article where a value says."""
        values = next(values for _, values in self.tags if values.get("id") == name)
        place = values.get("data-r")
        if place is None:
            return None
        start, end = (int(part) for part in place.split())
        shown: str = self.raw[f"raw-{name.partition('-')[0][1:]}"]["text"]
        # Scripts count units of UTF-16.
        units = shown.encode("utf-16-le", "surrogatepass")
        return str(units[2 * start : 2 * end], "utf-16-le")


KNOWN_TAGS = set(
    "html head meta link title style body a header h1 h2 h3 dl div dt dd b span p details summary ul "
    "ol li nav main section label input output time form fieldset legend select option button table "
    "thead tbody tr th td br svg defs path g use circle text mark u article noscript script footer "
    "title".split()
)
KNOWN_ATTRIBUTES = set(
    "lang charset http-equiv content name rel href class id aria-labelledby aria-label aria-live "
    "aria-hidden role tabindex title type value checked autocomplete datetime scope for d x y cx cy r "
    "viewbox width height transform stroke-width text-anchor dominant-baseline open".split()
)


def test_it_is_one_file_that_names_no_other(html: str) -> None:
    page = Page(html)
    for tag, values in page.tags:
        assert "src" not in values, (tag, values)
        assert not any(name.startswith("on") or name == "style" for name in values), (tag, values)
        href = values.get("href") or ""
        assert not href or href.startswith("#") or href == "data:,", (tag, values)
    scripts = [values for tag, values in page.tags if tag == "script"]
    assert [values for values in scripts if values.get("type") != "application/json"] == [{}, {}]
    policy = next(v["content"] for _, v in page.tags if v.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_same_corpus_gives_the_same_bytes(corpus: copydesk.Corpus, files: list[Path], html: str) -> None:
    assert corpus.report(title="The port and the drones", sources=files) == html
    again = copydesk.Corpus(copydesk.Desk(threads=1).stream(files))
    assert again.report(title="The port and the drones", sources=files) == html


def test_a_file_appears_whole(corpus: copydesk.Corpus, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert corpus.report(path) is None
    assert path.read_text(encoding="utf-8") == corpus.report()
    assert corpus.report(str(path), title="Again") is None
    assert "<title>Again</title>" in path.read_text(encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]
    with pytest.raises(FileNotFoundError, match="nowhere"):
        corpus.report(tmp_path / "nowhere" / "report.html")


def test_an_empty_corpus_has_a_report() -> None:
    page = Page(copydesk.Corpus().report())
    text = " ".join(page.text)
    assert "Report on 0 articles" in text and "No article was read." in text


def test_sources_are_what_a_stream_takes(tmp_path: Path) -> None:
    corpus = copydesk.Corpus([copydesk.read(PAGE), copydesk.read(PAGE.encode())])
    with pytest.raises(TypeError, match="sources must be a path"):
        corpus.report(sources=b"text")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        corpus.report(sources=tmp_path / "nothing")
    with pytest.raises(TypeError):
        corpus.report(sources=[object()])  # type: ignore[list-item]
    page = Page(corpus.report(sources=[PAGE, PAGE.encode()]))
    assert all("<nav>" in page.raw[name]["text"] for name in ("raw-0", "raw-1"))


def test_every_value_points_at_its_source(corpus: copydesk.Corpus, files: list[Path], html: str) -> None:
    page = Page(html)
    checked = 0
    for number, article in enumerate(corpus):
        assert article.source.uri is not None
        raw = Path(article.source.uri).read_bytes()
        for at, mention in enumerate(article.mentions):
            name = f"a{number}-m{at}"
            if not any(values.get("id") == name for _, values in page.tags):
                continue
            expected = raw[mention.source.start : mention.source.end].decode(article.source.charset)
            if not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060-\u2069\xad]", expected):
                assert page.marked(name) == expected, (article.source.uri, mention)
                checked += 1
        for at, claim in enumerate(article.claims):
            expected = raw[claim.source.start : claim.source.end].decode(article.source.charset)
            if not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060-\u2069\xad]", expected):
                assert page.marked(f"a{number}-c{at}") == expected
                checked += 1
    assert checked > 500


def test_without_sources_the_blocks_are_rebuilt(corpus: copydesk.Corpus) -> None:
    page = Page(corpus.report())
    articles = list(corpus)
    for number, article in enumerate(articles):
        shown = page.raw[f"raw-{number}"]["text"]
        for block in article.blocks:
            if block.dropped and len(block.text) > 20 and block.text.isascii():
                assert block.text.replace("\r\n", "\n") in shown
        for at, mention in enumerate(article.mentions):
            name = f"a{number}-m{at}"
            if any(values.get("id") == name for _, values in page.tags) and mention.text.isascii():
                # What was repaired in it stands there as it was before.
                marked = page.marked(name)
                assert marked == mention.text or any(
                    edit.start < mention.end and edit.end > mention.start for edit in article.edits
                ), (mention, marked)
    mojibake = next(at for at, article in enumerate(articles) if "mojibake" in (article.source.uri or ""))
    assert "â€™s" in page.raw[f"raw-{mojibake}"]["text"]


def test_no_file_that_a_record_names_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish in Oslo.", encoding="utf-8")
    record = copydesk.read(secret).to_dict()
    secret.write_text("The password is marmalade in Oslo.", encoding="utf-8")
    corpus = copydesk.Corpus([copydesk.Article.from_json(json.dumps(record))])
    assert "marmalade" not in corpus.report()
    # What was changed since is not taken for the source.
    assert "marmalade" not in corpus.report(sources=secret)


FREE = set(
    "title byline site name before message from content uri aliases tags description section value "
    "unit surface canonical_url image office".split()
)


def poisoned(value: Any, payload: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: poisoned(field, payload, name) for name, field in value.items()}
    if isinstance(value, list):
        return [poisoned(item, payload, key) for item in value]
    return payload if isinstance(value, str) and key in FREE and value not in {"byte", "char"} else value


@pytest.fixture(scope="module")
def hostile(statements: copydesk.Article) -> tuple[copydesk.Corpus, list[str]]:
    """Payloads in the text, in the source, and in every field that a page can fill."""
    articles = []
    documents = []
    for payload in PAYLOADS:
        text = (
            f"{payload} Norway\n\nOSLO, March 5, 2025 - The Prime Minister of Norway, Astrid Lunde, said {payload} "
            f"in Oslo. Japan denied that {payload} was sold.\n\nLeave a Reply {payload}\n"
        )
        documents.append(text)
        articles.append(copydesk.read_text(text, format="text", uri=payload))
        for record in (statements.to_dict(), copydesk.read(PAGE).to_dict(), copydesk.read(TEXT).to_dict()):
            record = poisoned(record, payload)
            record["published"] = "2024-06-20"
            articles.append(copydesk.Article.from_json(json.dumps(record)))
    return copydesk.Corpus(articles), documents


def test_nothing_of_a_page_becomes_markup(hostile: tuple[copydesk.Corpus, list[str]]) -> None:
    corpus, documents = hostile
    page = Page(corpus.report(title=PAYLOADS[1], sources=[(None, text) for text in documents]))
    for tag, values in page.tags:
        assert tag in KNOWN_TAGS, tag
        assert {name for name in values if not name.startswith("data-")} <= KNOWN_ATTRIBUTES, (tag, values)
    assert any(PAYLOADS[0] in data["text"] for data in page.raw.values())
    assert PAYLOADS[0] in "".join(page.text)


# ---- The page in a browser ----


@pytest.fixture(scope="module")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium: Any, file: Path) -> Iterator[Opened]:
    opened = Opened(chromium, file)
    yield opened
    opened.close()


def focused(page: Any) -> str:
    return str(page.evaluate("() => document.activeElement.id || document.activeElement.textContent"))


def test_from_a_story_to_the_source_of_a_name(opened: Opened, corpus: copydesk.Corpus) -> None:
    page = opened.page
    story = page.locator("li.story", has_text="Gdynia").first
    title = story.locator(".told a").first.inner_text()
    opened.follow(story.locator(".told a").first)
    article = page.locator("article:not([hidden])")
    assert article.count() == 1
    number = int((article.get_attribute("id") or "a")[1:])
    record = list(corpus)[number]
    assert record.title == title
    at, mention = next(
        (at, it) for at, it in enumerate(record.mentions) if it.text == "Gdynia" and it.start > 200
    )
    word = page.locator(f"#a{number}-m{at}")
    assert word.inner_text() == "Gdynia"
    word.click()
    # In a narrow window the source takes the place of the text.
    mark = article.locator(".source pre mark")
    assert mark.is_visible() and mark.inner_text() == "Gdynia"
    assert not article.locator(".clean").is_visible()
    before = page.evaluate(
        "() => { const range = document.createRange(); const pre = document.querySelector('article:not([hidden]) pre');"
        "range.setStart(pre, 0); range.setEndBefore(pre.querySelector('mark')); return range.toString() }"
    )
    assert record.source.uri is not None
    raw = Path(record.source.uri).read_bytes()[: mention.source.start].decode("utf-8")
    assert before == raw.replace("\r\n", "\n")
    assert f"{mention.source.start}–{mention.source.end}" in page.locator("#value").inner_text()
    page.keyboard.press("Escape")
    assert article.locator(".clean").is_visible()
    assert focused(page) == f"a{number}-m{at}"


def test_wide_windows_show_both(chromium: Any, file: Path) -> None:
    opened = Opened(chromium, file, viewport={"width": 1400, "height": 900})
    page = opened.page
    opened.show("articles")
    article = page.locator("article:not([hidden])")
    assert article.locator(".clean").is_visible() and article.locator("pre").is_visible()
    word = article.locator(".cd-text mark[data-r]").nth(3)
    text = word.inner_text()
    word.click()
    assert article.locator("pre mark").inner_text() == text
    page.get_by_role("button", name="Source", exact=True).click()
    assert not article.locator(".clean").is_visible()
    page.get_by_role("button", name="Clean text").click()
    assert not article.locator("pre").is_visible()
    first = article.get_attribute("id")
    page.get_by_role("button", name="Next").click()
    assert page.locator("article:not([hidden])").get_attribute("id") != first
    page.go_back()
    opened.close()


def test_repairs_show_what_stood_there(opened: Opened, corpus: copydesk.Corpus) -> None:
    number, record = next(
        (at, it) for at, it in enumerate(corpus) if "mojibake" in (it.source.uri or "")
    )
    at, edit = next((at, it) for at, it in enumerate(record.edits) if it.before.startswith("â€™"))
    opened.show(f"a{number}")
    opened.page.locator(f"#a{number}-u{at}").click()
    assert opened.page.locator(f"#a{number} pre mark").inner_text() == "â€™" == edit.before


def test_claims_are_filtered_and_counted(opened: Opened, corpus: copydesk.Corpus) -> None:
    page = opened.page
    opened.show("claims")
    claims = [(article, claim) for article in corpus for claim in article.claims]
    count = page.locator("#claims-count")
    rows = page.locator("#claims-table tbody tr:visible")
    assert count.inner_text() == f"{len(claims)} claims" == f"{rows.count()} claims"
    for status in ("confirmed", "alleged", "expected"):
        page.locator(f"#claims-filters input[value={status}]").uncheck()
    denied = [claim for _, claim in claims if claim.status == "denied"]
    assert count.inner_text() == f"{len(denied)} of {len(claims)} claims"
    assert rows.count() == len(denied) > 3
    page.get_by_role("button", name="Show all").click()
    assert rows.count() == len(claims)
    # By source: as the corpus knows it.
    names = [
        entity.name
        for article, claim in claims
        if claim.claimed_by_kind == "named"
        and claim.claimed_by_entity
        and (entity := corpus.entity(claim.claimed_by_entity))
    ]
    name = max(sorted(set(names)), key=names.count)
    page.locator("#claims-filters select[name=by]").select_option(label=f"{name} ({names.count(name)})")
    assert rows.count() == names.count(name) > 1
    assert all(name in text for text in rows.locator("td:nth-child(2)").all_inner_texts())
    page.locator("#claims-filters input[value=alleged]").uncheck()
    left = rows.count()
    assert left < names.count(name)
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Words").fill("assab")
    assert 0 < rows.count() < len(claims)
    assert all("assab" in text.lower() for text in rows.all_inner_texts())
    page.get_by_role("button", name="Show all").click()
    article = next(article for article, _ in claims if "Assab" in (article.title or ""))
    number = list(corpus).index(article)
    page.locator("#claims-filters select[name=article]").select_option(str(number))
    assert rows.count() == len(article.claims)


def test_a_count_of_a_story_shows_its_claims(opened: Opened) -> None:
    page = opened.page
    pill = page.locator("li.story a.pill", has_text="denied").first
    wanted = int(pill.inner_text().split()[0])
    opened.follow(pill)
    rows = page.locator("#claims-table tbody tr:visible")
    assert rows.count() == wanted
    assert set(rows.locator("td:first-child").all_inner_texts()) == {"denied"}


def test_a_claim_leads_to_its_words(opened: Opened) -> None:
    page = opened.page
    opened.show("claims")
    link = page.locator("#claims-table tbody a").nth(5)
    words = link.inner_text()
    opened.follow(link)
    here = page.locator("article:not([hidden]) .clean .here")
    assert here.count() > 0 and here.first.is_visible()
    marked = " ".join(here.all_inner_texts())
    assert words.split()[0] in marked


def test_an_event_leads_to_the_article_that_tells_it(opened: Opened) -> None:
    page = opened.page
    opened.show("timeline")
    link = page.locator("#timeline .event a[href*='-e']").first
    href = link.get_attribute("href") or ""
    opened.follow(link)
    assert page.locator("article:not([hidden])").get_attribute("id") == href[1:].split("-")[0]
    assert page.locator("article:not([hidden]) .here").count() > 0


def test_tables_are_sorted(opened: Opened) -> None:
    page = opened.page
    opened.show("people")
    cells = page.locator("#people-table tbody tr td:nth-child(5)")
    head = page.locator("#people-table thead th", has_text="Mentions")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    counts = [int(text) for text in cells.all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    head.get_by_role("button").click()
    counts = [int(text) for text in cells.all_inner_texts()]
    assert head.get_attribute("aria-sort") == "ascending" and counts == sorted(counts)


def test_names_and_places_lead_to_their_rows(opened: Opened) -> None:
    page = opened.page
    opened.show("places")
    circle = page.locator("svg.map [data-go]").last
    row = circle.get_attribute("data-go")
    circle.locator("circle").click(force=True)
    page.wait_for_selector(f"#{row}.flash")
    assert focused(page) == row
    page.get_by_label("Find a place").fill("khartoum")
    assert page.locator("#places-list tr:visible").count() == 1
    assert page.locator("#places-count").inner_text().startswith("1 of ")
    page.locator("#places-list tr:visible summary").click()
    opened.follow(page.locator("#places-list tr:visible a").first)
    assert page.locator("article:not([hidden]) .here").inner_text().lower() in {"khartoum", "sudan"}


def press_until(page: Any, key: str, wanted: str) -> None:
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{key} never reached {wanted}")


def test_the_keyboard_reaches_all(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    assert focused(page) == "main"
    page.goto(opened.address)
    press_until(page, "Tab", ".tabs a[href='#articles']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#articles-h:focus")
    press_until(page, "Tab", "[data-mode=both]")
    page.keyboard.press("Enter")
    assert page.locator("article:not([hidden]) pre").is_visible()
    press_until(page, "Shift+Tab", "[data-mode=clean]")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "article [role=button]")
    first = focused(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    second = focused(page)
    assert second != first
    text = page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.matches('pre mark')")
    assert page.evaluate("() => document.activeElement.textContent") == text
    page.keyboard.press("Escape")
    assert focused(page) == second
    # The next stop is behind the text, not at the next of its words.
    page.keyboard.press("Tab")
    assert not page.evaluate("() => document.activeElement.matches('[role=button]')")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [380, 700, 1400])
def test_no_part_is_wider_than_the_window(chromium: Any, file: Path, width: int) -> None:
    opened = Opened(chromium, file, viewport={"width": width, "height": 900})
    page = opened.page
    articles = page.evaluate("() => [...document.querySelectorAll('article')].map(it => it.id)")
    for name in [*VIEWS, *articles[:6]]:
        opened.show(name)
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= width, name
    opened.close()


def test_scripts_of_pages_do_not_run(
    chromium: Any, hostile: tuple[copydesk.Corpus, list[str]], tmp_path: Path
) -> None:
    corpus, documents = hostile
    path = tmp_path / "hostile.html"
    corpus.report(path, title=PAYLOADS[0], sources=[(None, text) for text in documents])
    opened = Opened(chromium, path, viewport={"width": 1400, "height": 900})
    page = opened.page
    assert page.title() == PAYLOADS[0]
    for name in VIEWS:
        opened.show(name)
        for search in page.locator("main section:not([hidden]) input[type=search]:visible").all():
            search.fill("<img src=x onerror=window.hacked=1>")
            search.fill("")
    for name in page.evaluate("() => [...document.querySelectorAll('article')].map(it => it.id)"):
        opened.show(name)
        words = page.locator(f"#{name} .cd-text mark[data-r], #{name} .cd-text u[data-r]")
        for at in range(min(words.count(), 3)):
            words.nth(at).click()
            words.nth(at).hover()
    assert page.evaluate("() => window.hacked") is None
    opened.close()


def test_all_can_be_read_without_scripts(chromium: Any, file: Path, corpus: copydesk.Corpus) -> None:
    opened = Opened(chromium, file, java_script_enabled=False)
    page = opened.page
    text = page.locator("body").inner_text()
    assert "Without scripts all parts stand below each other" in text
    for name in ("Stories", "Timeline", "Who is who", "Places", "Claims", "Articles"):
        assert name in text
    for article in corpus:
        assert (article.title or "") in text
        for paragraph in article.body.split("\n\n")[:3]:
            assert paragraph.split("\n")[0].strip() in text
    assert not page.locator("#claims-filters").is_visible()
    assert page.locator("#claims-table tbody tr").count() == sum(len(it.claims) for it in corpus)
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Any, file: Path, scheme: str) -> None:
    try:
        from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        pytest.skip("axe-playwright-python is not installed: pip install 'copydesk[test]'")
    opened = Opened(chromium, file, color_scheme=scheme, viewport={"width": 1400, "height": 900}, bypass_csp=True)
    page = opened.page
    for name in VIEWS:
        opened.show(name)
        results = Axe().run(page)
        found = [
            (it["id"], it["help"], [node["html"][:120] for node in it["nodes"][:3]])
            for it in results.response["violations"]
        ]
        assert found == [], name
    opened.close()


def test_the_page_can_be_printed(opened: Opened) -> None:
    page = opened.page
    page.emulate_media(media="print")
    for name in VIEWS:
        assert page.locator(f"#{name}").is_visible(), name
    assert not page.locator(".tabs").is_visible()
