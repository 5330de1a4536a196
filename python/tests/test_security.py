"""What SECURITY.md promises: nothing is fetched, started, opened or written that was not asked for, and
nothing of a page runs where a record is shown.
"""

import html
import json
import os
import re
import shutil
import struct
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

import pytest
from browser import Opened
from documents import PAYLOADS

import copydesk

REPOSITORY = Path(__file__).resolve().parents[2]

# ---- What the module can do at all ----

# Functions of the C library, and of the one of Python, by which it could be done.
CONNECTIONS = "socket connect bind listen accept accept4 sendto sendmsg recvfrom recvmsg getaddrinfo gethostbyname"
PROGRAMS = "execve execv execvp execl posix_spawn posix_spawnp fork vfork clone system popen dlopen"
PYTHON = "PyRun_StringFlags PyRun_SimpleStringFlags PyRun_String PyEval_EvalCode Py_CompileString PyMarshal_ReadObjectFromString"


def imports(binary: bytes) -> set[str]:
    """The names that a library of ELF takes from others: the symbols of `.dynsym` without a place of their own."""
    assert binary[4:6] == b"\x02\x01", "64 bits, the low byte first"
    (table,) = struct.unpack_from("<Q", binary, 0x28)
    size, count = struct.unpack_from("<2H", binary, 0x3A)
    sections = [struct.unpack_from("<2I4Q2I2Q", binary, table + at * size) for at in range(count)]
    names = set()
    for _, kind, _, _, start, length, link, _, _, entry in sections:
        if kind == 11:
            strings = sections[link][4]
            for at in range(start, start + length, entry):
                name, _, _, section = struct.unpack_from("<I2BH", binary, at)
                if section == 0:
                    end = binary.index(b"\0", strings + name)
                    names.add(binary[strings + name : end].decode())
    return names


def test_the_module_imports_nothing_that_connects_starts_or_loads() -> None:
    """Whatever a dependency is able to do, the linker leaves out what nothing calls."""
    binary = Path(copydesk._copydesk.__file__ or "").read_bytes()
    if binary[:4] != b"\x7fELF":
        pytest.skip("only libraries of ELF are looked into")
    taken = imports(binary)
    assert {"memcpy", "open64", "PyObject_GetAttr"} <= taken
    assert taken.isdisjoint(CONNECTIONS.split())
    assert taken.isdisjoint(PROGRAMS.split())
    assert taken.isdisjoint(PYTHON.split())


# ---- What is opened and written ----


def documents_that_name(secret: Path, folder: Path) -> None:
    """Documents of every container whose content names a file, and where it would like to be written."""
    name, address = str(secret), secret.as_uri()
    story = "The King of Norway opened the harbour of Oslo on 3 May 2024, said the mayor, who had asked for it."
    page = (
        f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY secret SYSTEM '{address}'>]>"
        f"<html><head><base href='{address}'><title>{name} in Oslo</title>"
        f"<link rel=canonical href='{address}'><link rel=stylesheet href='{address}'>"
        f"<meta property=og:image content='{address}'><meta http-equiv=refresh content='0;url={address}'>"
        f"<script src='{address}'></script></head><body><article><h1>Harbour opened</h1>"
        f"<p>&secret; {story}</p><!--#include file='{name}' --><?php include '{name}' ?>"
        f"<xi:include href='{address}' parse='text'/><object data='{address}'></object>"
        f"<iframe src='{address}'></iframe><img src='{address}' srcset='{address} 2x'>"
        f"<p>{{{{ include('{name}') }}}} {story}</p><svg><use href='{address}#a'/><image href='{address}'/></svg>"
        "</article></body></html>"
    )
    folder.mkdir()
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "text.txt").write_text(f"@{name}\n\n{address}\n\n{story}\n", encoding="utf-8")
    places = [name, address, "../../outside.html", "/outside.html", "C:\\outside.html", "a/../../outside"]
    with (folder / "rows.jsonl").open("w", encoding="utf-8") as rows:
        for place in places:
            rows.write(json.dumps({"id": place, "url": place, "uri": place, "path": place, "html": page}) + "\n")
    with (folder / "crawl.warc").open("wb") as archive:
        for place in places:
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
            archive.write(
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {place}\r\nWARC-Filename: {place}\r\n"
                f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
                + b"\r\n\r\n"
            )


def test_output_stays_where_it_was_asked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish.", encoding="utf-8")
    pages, out = tmp_path / "deep" / "pages", tmp_path / "deep" / "out"
    pages.parent.mkdir()
    documents_that_name(secret, pages)
    out.mkdir()
    before = {path for path in tmp_path.rglob("*") if out not in path.parents}
    runs: list[list[str]] = [
        ["read", "-o", str(out / "records.jsonl")],
        ["read", "-o", str(out / "texts.md")],
        ["read", "-o", str(out / "records.arrow")],
        ["read", "--format", "brat", "-o", str(out / "brat")],
        ["read", "--resume", "-o", str(out / "shards.jsonl")],
        ["report", "-o", str(out / "report.html")],
    ]
    for run in runs:
        done = subprocess.run(
            [sys.executable, "-m", "copydesk", run[0], str(pages), *run[1:]],
            capture_output=True,
            cwd=out,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, (run, done.stderr)
    assert {path for path in tmp_path.rglob("*") if out not in path.parents} == before
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert written, "something is written"
    own = r"records\.jsonl|texts\.md|records\.arrow|report\.html|brat/(annotation\.conf|\d{6}\.(txt|ann))"
    own += r"|shards\.jsonl/(part-\d{5}\.jsonl|_manifest\.json)|shards\.jsonl"
    assert [name for name in written if not re.fullmatch(own, name)] == []
    # And nothing of the file that the documents name.
    for path in out.rglob("*"):
        if path.is_file():
            assert b"swordfish" not in path.read_bytes(), path


TRACED = """
import os, sys
import copydesk
from copydesk import _command
pages, out = sys.argv[1:]
os.access("/traced" + "-from-here", os.F_OK)
for article in copydesk.Desk().stream(pages):
    article.to_json(), article.to_html(), article.to_markdown(), article._repr_html_()
corpus = copydesk.Corpus(copydesk.Desk().stream(pages))
corpus._repr_html_()
corpus.report(out + "/report.html", sources=pages)
sys.argv[1:] = ["read", "--quiet", pages, "-o", out + "/records.jsonl"]
_command.main()
"""
# What a runtime looks up about its machine, and the files that Python itself opens.
MACHINE = r"/proc/(self|sys|\d+)/.*|/sys/(fs/cgroup|devices/system)/.*|/dev/(urandom|null)|/etc/localtime"


def test_nothing_is_opened_but_what_was_given(tmp_path: Path) -> None:
    """Every file, socket and program of a run, as the kernel sees them."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not on the path, which sees what a run opens: install Debian's strace")
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish.", encoding="utf-8")
    pages, out, log = tmp_path / "pages", tmp_path / "out", tmp_path / "log"
    documents_that_name(secret, pages)
    out.mkdir()
    # Every call that takes a path, every one of the network, every one that starts a program.
    calls = "trace=%file,%network,execve,execveat,fork,vfork"
    done = subprocess.run(
        [strace, "-f", "-qq", "-s", "4096", "-e", calls, "-o", log, sys.executable, "-c", TRACED, pages, out],
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if b"ptrace" in done.stderr and not log.read_text(errors="replace").count("openat"):
        pytest.skip(f"strace may not look at processes here: {done.stderr!r}")
    assert done.returncode == 0, done.stderr
    before, mark, after = log.read_text(errors="replace").partition("/traced-from-here")
    assert mark and "openat" in before
    paths = set()
    for line in after.splitlines()[1:]:
        call = re.match(r"\d+ +(?:<\.\.\. )?(\w+)\(?", line)
        if call is None:
            continue
        assert call[1] not in {"execve", "execveat", "fork", "vfork", "socket", "connect", "bind", "sendto"}, line
        paths.update(re.findall(r'^\d+ +\w+\((?:AT_FDCWD, |\d+, )?"((?:[^"\\]|\\.)+)"', line))
    python = tuple({sys.prefix, sys.base_prefix, str(Path(copydesk.__file__).parent)})
    for path in sorted(paths):
        # A path is made absolute by looking at each folder above it.
        given = {pages, out} & {Path(path), *Path(path).parents} or Path(path) in out.parents
        assert given or path.startswith(python) or re.fullmatch(MACHINE, path), path
    assert any(path.endswith("page.html") for path in paths), "the pages were seen to be opened"


# ---- What is shown ----

Hostile = tuple[list[copydesk.Article], list[tuple[str, str]]]

MORE = [
    "<math><mtext></table><mglyph><style><!--</style><img title=\"--><img src=x onerror=window.hacked=1>\">",
    "<meta http-equiv=refresh content='0;url=//evil.example/'><base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/a.css><style>@import url(//evil.example/b.css)</style>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe><iframe src=//evil.example></iframe>",
    "<object data=javascript:window.hacked=1></object><embed src=//evil.example/a.swf>",
    "<form action=javascript:window.hacked=1><button autofocus onfocus=window.hacked=1>x</button></form>",
    "*{background:url(//evil.example/c)}</style><p style='background:url(//evil.example/d)'>",
    "<details open ontoggle=window.hacked=1><summary>x</summary></details>",
    "<svg><animate onbegin=window.hacked=1 attributeName=x dur=1s><image href=//evil.example/e></svg>",
    "&lt;script&gt;window.hacked=1&lt;/script&gt;&#x3C;img src=x onerror=window.hacked=1&#x3E;",
    "&amp;lt;script&amp;gt;window.hacked=1&amp;lt;/script&amp;gt;",
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e\\x3cimg src=x onerror=window.hacked=1\\x3e",
    "`${window.hacked=1}` ${window.hacked=1} {{constructor.constructor('window.hacked=1')()}} <%= 1 %>",
    "<a href=javascript:window.hacked=1 autofocus onfocus=window.hacked=1>x</a>",
    "<a href='data:text/html,<script>opener.hacked=1</script>'>x</a>",
    "]]><script>window.hacked=1</script><![CDATA[",
    "<template><script>window.hacked=1</script></template><noscript><p title=\"</noscript><img src=x "
    "onerror=window.hacked=1>\">",
    "<scr\u0000ipt>window.hacked=1</scr\u0000ipt><\u017fcript>window.hacked=1</\u017fcript>",
    "\u2028\u2029</script>\u2028<script>window.hacked=1</script>\u2029",
    "<video src=//evil.example/f onerror=window.hacked=1><audio src=//evil.example/g autoplay>",
    "<xmp></xmp><plaintext><listing></listing><img src=//evil.example/h>",
    "\ufeff\u202e<script>window.hacked=1</script>\u202c",
]
ALL = [*PAYLOADS, *MORE]


def page_of(payloads: list[str]) -> str:
    """A news page with payloads in each place that a page can fill: as text, and as markup."""
    text = [html.escape(payload) for payload in payloads]

    def at(number: int) -> str:
        return text[number % len(text)]

    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": payloads[0],
        "author": [{"@type": "Person", "name": payload} for payload in payloads[:3]],
        "publisher": {"name": payloads[1 % len(payloads)]},
        "image": payloads[2 % len(payloads)],
        "keywords": payloads,
        "datePublished": "2024-05-03",
        "articleSection": payloads[0],
    }
    embedded = json.dumps(data).replace("</", "<\\/")
    paragraphs = "".join(
        f"<p>OSLO, May {day} — The Prime Minister of Norway, Kari {payload} Lunde, said {payload} on Friday that "
        f"“{payload} was sold,” and Japan denied that {payload} had been sold to the United Nations for $5 million. "
        f"{raw}</p>"
        for day, (payload, raw) in enumerate(zip(text, payloads, strict=True), start=1)
    )
    cells = "".join(f"<tr><th>{it}<td>{it}<td>5 ships of Oslo" for it in text)
    return (
        f"<!doctype html><html lang='{at(4)}'><head><title>{at(0)} Oslo talks</title>"
        f"<meta name=author content='{at(1)}'><meta name=keywords content='{at(2)}, {at(3)}'>"
        f"<meta name=description content='{at(4)}'><meta property=og:site_name content='{at(5)}'>"
        f"<meta property=og:image content='{at(6)}'><meta property=og:url content='{at(7)}'>"
        f"<meta property=article:section content='{at(8)}'><meta property=article:tag content='{at(0)}'>"
        f"<link rel=canonical href='{at(7)}'>"
        f"<script type=application/ld+json>{embedded}</script></head>"
        f"<body><nav><a href='{at(7)}'>{at(1)}</a></nav><article><h1>Talks in Oslo {at(0)}</h1>"
        f"<p class=byline>By {at(1)} Lunde</p><h2>{at(2)}</h2>{paragraphs}"
        f"<ul>{''.join(f'<li>{it} in Oslo' for it in text)}</ul><ol start='{at(3)}'><li value='{at(4)}'>Japan {at(5)}</ol>"
        f"<blockquote cite='{at(6)}'><p>{at(7)}, said Lunde.</p></blockquote>"
        f"<pre><code class='{at(8)}'>{''.join(text)}</code></pre><table><caption>{at(0)}</caption>{cells}</table>"
        f"<figure><img src='{at(6)}' alt='{at(7)}'><figcaption>{at(8)}</figcaption></figure></article>"
        f"<footer>© 2024 {at(5)}. All rights reserved. {at(6)}</footer></body></html>"
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Articles of such pages: one with every payload, and some with a few, whose addresses are markup, too."""
    names = tmp_path_factory.mktemp("names") / "names.csv"
    rows = "".join(f'"{it}",GPE,"{it}"\n' for it in (payload.replace('"', '""') for payload in ALL if "\0" not in payload))
    names.write_text("name,type,id\n" + rows, encoding="utf-8")
    gazetteer = copydesk.Gazetteer(str(names))
    sources = [(ALL[at], page_of(ALL[at : at + 4])) for at in range(0, len(ALL), 4)]
    sources.append(("<img src=x onerror=window.hacked=1>.html", page_of(ALL)))
    articles = [copydesk.read_text(page, format="html", uri=uri, gazetteer=gazetteer) for uri, page in sources]
    whole = articles[-1]
    assert whole.mentions and whole.quotes and whole.claims and whole.dates
    assert "window.hacked" in whole.text and "window.hacked" in (whole.title or "")
    return articles, sources


# Loaded before anything of the page, so that whatever runs is seen.
WATCH = "<script>for (const it of ['alert','confirm','prompt','open','print','fetch']) window[it] = () => { window.hacked = 1 }</script>"
OURS = "div style h3 h4 p span b bdi mark u del ins br code pre blockquote ul ol li details summary table thead tbody tr th td".split()
EXPORTED = "article h1 h2 h5 h6 caption figure figcaption section html head body script".split()


def seen(opened: Opened) -> dict[str, Any]:
    """What could have run or been loaded, after all that opens was opened and pointed at."""
    page = opened.page
    page.evaluate("() => document.querySelectorAll('details').forEach(it => { it.open = true })")
    page.wait_for_timeout(100)
    found: dict[str, Any] = page.evaluate(
        """() => ({
            hacked: window.hacked ?? null,
            tags: [...new Set([...document.querySelectorAll('*')].map(it => it.localName))],
            attributes: [...new Set([...document.querySelectorAll('*')].flatMap(it => it.getAttributeNames()))],
            scripts: document.scripts.length,
            styles: [...document.querySelectorAll('style')].map(it => it.textContent),
            address: location.href,
        })"""
    )
    return found


def test_nothing_of_a_page_runs_in_a_notebook_or_an_export(
    chromium: Any, hostile: Hostile, tmp_path: Path
) -> None:
    """A notebook has no policy of its own: here nothing but the escaping stands between."""
    articles, _ = hostile
    corpus = copydesk.Corpus(articles)
    duplicates = copydesk.Duplicates()
    duplicates.extend(articles)
    whole = articles[-1]
    things: list[Any] = [*articles, corpus, corpus.stories(), corpus.timeline(), duplicates.table()]
    for some in (whole.entities, whole.mentions, whole.quotes, whole.claims, whole.events, corpus.entities):
        things += list(some)[:40]
    shown = [thing._repr_html_() for thing in things]
    shown += [article.to_html() for article in articles]
    shown += [article.to_html(source=True) for article in articles[-1:]]
    path = tmp_path / "views.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{WATCH}" + "\n".join(shown), encoding="utf-8")
    opened = Opened(chromium, path)
    found = seen(opened)
    assert found["hacked"] is None and found["address"] == opened.address
    assert found["scripts"] == 1, "that of this test"
    assert set(found["tags"]) <= {*OURS, *EXPORTED, "meta"}, found["tags"]
    known = {"class", "title", "open", "lang", "dir", "scope", "colspan", "rowspan", "value", "start", "charset"}
    assert {name for name in found["attributes"] if not name.startswith("data-")} <= known, found["attributes"]
    own = {re.search(r"<style>(.*?)</style>", thing._repr_html_(), re.S)[1] for thing in (articles[0], corpus)}  # type: ignore[index]
    assert set(found["styles"]) <= own
    # It is there to be read, as it was written.
    words = opened.page.locator("body").inner_text()
    assert "<iframe src=//evil.example></iframe>" in words and "onerror=window.hacked=1" in words
    opened.close()


def report_of(hostile: Hostile) -> str:
    articles, sources = hostile
    return copydesk.Corpus(articles).report(title=PAYLOADS[1], sources=[(None, page) for _, page in sources])


POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.mark.parametrize("policy", [True, False], ids=["with its policy", "without"])
def test_nothing_of_a_page_runs_in_a_report(
    chromium: Any,
    hostile: Hostile,
    tmp_path: Path,
    policy: bool,
) -> None:
    """The policy of the report is a second wall: without it the first one holds as well."""
    page = report_of(hostile)
    if not policy:
        page, count = POLICY.subn(lambda _: WATCH, page)
        assert count == 1
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    opened = Opened(chromium, path, viewport={"width": 1400, "height": 900})
    for name in ("stories", "timeline", "people", "places", "claims"):
        opened.show(name)
        seen(opened)
    for number in range(len(hostile[0])):
        opened.show(f"a{number}")
        words = opened.page.locator(f"#a{number} .cd-text [data-r]")
        for at in range(min(words.count(), 2)):
            # The source is shown beside it and marked.
            words.nth(at).dispatch_event("click")
    found = seen(opened)
    assert found["hacked"] is None
    assert found["scripts"] == 2 + len(hostile[0]) + (not policy), "the data of the articles are scripts of no kind"
    assert len(found["styles"]) == 1
    assert {"iframe", "img", "object", "embed", "base", "image", "animate"}.isdisjoint(found["tags"])
    opened.close()


def test_the_policy_of_a_report_stops_what_escaping_would_miss(
    chromium: Any, hostile: Hostile, tmp_path: Path
) -> None:
    missed = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script><p style='color:red' id=styled>x</p>"
    missed += "<img src=//evil.example/a><iframe src=//evil.example></iframe><form action=//evil.example id=form></form>"
    page = report_of(hostile).replace("<main", missed + "<main", 1)
    assert missed in page
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    opened = Opened(chromium, path)
    opened.page.evaluate("() => document.getElementById('form').submit()")
    colour = opened.page.evaluate("() => getComputedStyle(document.getElementById('styled')).color")
    found = seen(opened)
    assert found["hacked"] is None and colour != "rgb(255, 0, 0)" and found["address"] == opened.address
    # The browser says what it refused.
    refused = " ".join(opened.trouble)
    for directive in ("script-src", "style-src", "img-src", "form-action"):
        assert directive in refused, directive
    asked = [line.removeprefix("request: ") for line in opened.trouble if not line.startswith("console: ")]
    assert {address: opened.failed.get(address) for address in asked} == dict.fromkeys(asked, "csp")
    opened.trouble.clear()
    opened.close()


# ---- What it is built from ----


def test_the_package_carries_a_bill_of_its_crates() -> None:
    try:
        own = files("copydesk")
    except PackageNotFoundError:
        pytest.skip("the package is not installed, only its module is on the path")
    (file,) = (it for it in own or () if it.as_posix().endswith(".dist-info/sboms/copydesk.cyclonedx.json"))
    text = Path(str(file.locate())).read_text(encoding="utf-8")
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "copydesk")
    assert bill["metadata"]["component"]["version"] == copydesk.__version__
    assert "file:" not in text and str(REPOSITORY) not in text and str(Path.home()) not in text
    lock = (REPOSITORY / "Cargo.lock").read_text(encoding="utf-8")
    locked = set(
        re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"(?:\nsource = [^\n]+\nchecksum = "(\w+)")?', lock)
    )
    listed = {
        (it["name"], it["version"], it["hashes"][0]["content"] if it.get("hashes") else "")
        for it in bill["components"]
    }
    assert listed <= locked
    # Those that every wheel is built from, and nothing that only the tests use.
    names = {name for name, _, _ in listed}
    assert {"copydesk", "copydesk-py", "pyo3", "encoding_rs", "icu_segmenter", "zstd-sys"} <= names
    assert "proptest" not in names and "criterion" not in names
    # Each is reached from the package.
    uses = {it["ref"]: it["dependsOn"] for it in bill["dependencies"]}
    reached = {bill["metadata"]["component"]["bom-ref"]}
    todo = list(reached)
    while todo:
        new = set(uses[todo.pop()]) - reached
        reached |= new
        todo += new
    assert reached == {it["bom-ref"] for it in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
