"""The documentation: every block runs, what is generated is current, and the site builds by itself."""

import importlib.util
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "python/docs"
GENERATE = DOCS / "generate"
PAGES = sorted(DOCS.glob("*.md"))
NOTEBOOKS = sorted((REPOSITORY / "python/examples").glob("*.ipynb"))
SKIPPED = 77


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the programs of the documentation."""
    return subprocess.run(
        [sys.executable, str(GENERATE / script), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("page", [REPOSITORY / "README.md", *PAGES], ids=lambda page: page.stem)
def test_every_block_prints_what_the_page_says(page: Path) -> None:
    done = run("blocks.py", str(page))
    if done.returncode == SKIPPED:
        pytest.skip("all other blocks are right; " + done.stdout.strip().replace("\n", "; "))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_reference_of_the_record_is_current() -> None:
    done = run("record.py", "--check")
    assert done.returncode == 0, done.stderr


def test_every_command_is_in_the_reference() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    commands = re.search(r"^Commands:\n((?:  .*\n)+)", page, re.M)
    assert commands, "commands.md does not show `copydesk help`"
    names = re.findall(r"^  (\w+) ", commands[1], re.M)
    assert "read" in names
    missing = [name for name in names if name != "help" and f"copydesk help {name}\n" not in page]
    assert not missing, f"commands.md does not show: {missing}"


def test_every_figure_of_the_readme_is_a_result() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    results = (REPOSITORY / "benches/RESULTS.md").read_text(encoding="utf-8")
    table = re.search(r"^## Figures\n(.*?)^## ", readme, re.M | re.S)
    assert table, "README.md has no figures"
    rows = [row.split("|")[2] for row in table[1].splitlines() if row.startswith("|")]
    figures = re.findall(r"(?<![\w-])[\d,]*\.?\d+", " ".join(rows))
    assert len(figures) > 10
    missing = [figure for figure in figures if not re.search(rf"(?<![\d.,])0?{re.escape(figure)}(?![\d,]*\d)", results)]
    assert not missing, f"not in benches/RESULTS.md: {missing}"


class Links(HTMLParser):
    """What an HTML page points at, what it loads, and what can be pointed at in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in ("id", "name"):
            self.anchors.add(given.get(name) or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        relation = (given.get("rel") or "").split()
        if tag == "link" and not {"canonical", "next", "prev"} & set(relation):
            self.loads.append(given.get("href") or "")
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed"} and given.get("src"):
            self.loads.append(given["src"] or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built."""
    if importlib.util.find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not installed; pip install './python[docs]'")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=DOCS.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_built(site: Path) -> None:
    missing = [page.name for page in PAGES if not (site / page.name).with_suffix(".html").is_file()]
    assert not missing


def test_links_lead_somewhere(site: Path) -> None:
    pages = {page: Links(page) for page in site.rglob("*.html")}
    broken = []
    for page, found in pages.items():
        for link in found.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            target = target / "index.html" if target.is_dir() else target
            known = pages.get(target)
            if not target.is_file() or (parts.fragment and known and unquote(parts.fragment) not in known.anchors):
                # The page for unknown addresses has absolute links, as it may be shown anywhere.
                if page.name != "404.html":
                    broken.append(f"{page.name}: {link}")
    assert not broken


def test_links_of_the_readme_lead_to_files() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    assert "benches/RESULTS.md" in links
    missing = [link for link in links if not urlsplit(link).scheme and not (REPOSITORY / link).exists()]
    assert not missing


def test_recipes_are_short() -> None:
    text = (DOCS / "cookbook.md").read_text(encoding="utf-8")
    recipes = re.findall(r"^## (.+)$", text, re.M)
    assert len(recipes) >= 20
    code = re.findall(r"^```(?:python|sh)[^\n]*\n(.*?)^```$", text, re.M | re.S)
    assert max(len(block.splitlines()) for block in code) <= 15


def test_nothing_is_loaded_from_the_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        outside = [load for load in Links(page).loads if urlsplit(load).netloc]
        assert not outside, f"{page.name} loads {outside}"
    for sheet in site.rglob("*.css"):
        outside = re.findall(r"(?:url\(|@import )['\"]?(?:https?:)?//[^)'\"]+", sheet.read_text(encoding="utf-8"))
        assert not outside, f"{sheet.name} loads {outside}"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_every_notebook_says_what_its_file_says(notebook: Path) -> None:
    for module in ["nbclient", "ipykernel"]:
        pytest.importorskip(module)
    source = notebook.read_text(encoding="utf-8")
    for module in ["duckdb", "pyarrow", "pyspark"]:
        if f"import {module}" in source or f"from {module}" in source:
            pytest.importorskip(module)
    if "pyspark" in source and shutil.which("java") is None:
        pytest.skip("java is not installed")
    done = run("notebooks.py", str(notebook))
    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_name_no_path_of_a_machine() -> None:
    paths = re.compile(r"/(?:tmp|work|home|root|Users)/")
    for page in [*PAGES, *NOTEBOOKS]:
        found = paths.search(page.read_text(encoding="utf-8"))
        assert not found, f"{page.name} names {found}"
