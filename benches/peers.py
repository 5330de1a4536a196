#!/usr/bin/env python3
"""What other tools make of saved pages, as JSON lines; `cargo xtask eval extract` and `metadata` score them.

    python peers.py text DIR       trafilatura, newspaper4k
    python peers.py metadata DIR   the same and htmldate
    python peers.py repair DIR     ftfy, for `cargo xtask eval normalize`

DIR holds gold.json and html/<id>.html.gz; for `repair`, texts.jsonl with {id, text}. Each line is {tool, id} with
text, or with title, authors and date; one line per tool is {tool, version, seconds}, the CPU time of all its pages.
Tools that are not installed are named on standard error. A page on which a tool fails has no values.
"""

import gzip
import importlib.metadata
import json
import logging
import pathlib
import re
import sys
import time
import warnings


class Page:
    """A page with what is known of it."""

    def __init__(self, folder, name, gold):
        self.name = name
        self.gold = gold
        self.url = gold.get("url") or "https://example.org/"
        self.bytes = gzip.open(pathlib.Path(folder, "html", f"{name}.html.gz")).read()
        self.html = decode(self.bytes)


def pages(folder):
    """Every page of a folder, in order of the ids."""
    gold = json.loads(pathlib.Path(folder, "gold.json").read_text(encoding="utf-8"))
    return [Page(folder, name, gold[name]) for name in sorted(gold)]


def decode(page):
    """UTF-8, else the charset that the page declares, else windows-1252."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", page[:4096])
    for charset in ["utf-8", declared[1].decode() if declared else "cp1252", "cp1252"]:
        try:
            return page.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return page.decode("utf-8", errors="replace")


class Trafilatura:
    package = "trafilatura"

    def __init__(self):
        import trafilatura
        import trafilatura.metadata

        self.module = trafilatura

    def text(self, page):
        return {"text": self.module.extract(page.html, include_comments=False) or ""}

    def metadata(self, page):
        found = self.module.metadata.extract_metadata(page.html, default_url=page.url)
        authors = [name.strip() for name in (found.author or "").split(";")]
        return {"title": found.title, "authors": [name for name in authors if name], "date": found.date}


class Newspaper:
    package = "newspaper4k"

    def __init__(self):
        import newspaper

        self.module = newspaper

    def read(self, page):
        try:
            return self.parsed(page)
        except ImportError:  # some languages need a further package
            return self.parsed(page, language="en")

    def parsed(self, page, **settings):
        article = self.module.Article(page.url, fetch_images=False, **settings)
        article.download(input_html=page.html)
        article.parse()
        return article

    def text(self, page):
        return {"text": self.read(page).text or ""}

    def metadata(self, page):
        article = self.read(page)
        date = article.publish_date
        return {
            "title": article.title,
            "authors": list(article.authors),
            "date": date.strftime("%Y-%m-%d") if hasattr(date, "strftime") else None,
        }


class Text:
    """A damaged text."""

    def __init__(self, row):
        self.name = row["id"]
        self.text = row["text"]


def texts(folder):
    """Every text of a folder, in order."""
    with open(pathlib.Path(folder, "texts.jsonl"), encoding="utf-8") as rows:
        return [Text(json.loads(row)) for row in rows]


class Ftfy:
    package = "ftfy"

    def __init__(self):
        import ftfy

        self.module = ftfy

    def repair(self, text):
        return {"text": self.module.fix_text(text.text, uncurl_quotes=False)}


class Htmldate:
    package = "htmldate"

    def __init__(self):
        import htmldate

        self.module = htmldate

    def metadata(self, page):
        return {"date": self.module.find_date(page.html, url=page.url, original_date=True)}


def present(tools):
    """The tools that are installed, and the packages of the others."""
    found, missing = [], []
    for tool in tools:
        try:
            found.append(tool())
        except ImportError:
            missing.append(tool.package)
    return found, missing


def run(tools, what, folder, out):
    """Runs the tools one after the other; returns the packages that are not there."""
    found, missing = present(tools)
    for tool in found:
        seconds, failures = 0.0, []
        for page in texts(folder) if what == "repair" else pages(folder):
            begin = time.process_time()
            try:
                values = getattr(tool, what)(page)
            except Exception as error:  # any page may break any tool
                failures.append(f"{page.name}: {error!r}")
                values = {}
            seconds += time.process_time() - begin
            print(json.dumps({"tool": tool.package, "id": page.name, **values}), file=out)
        if failures:
            print(f"{tool.package} fails on {len(failures)} pages, first on {failures[0]}", file=sys.stderr)
        version = importlib.metadata.version(tool.package)
        print(json.dumps({"tool": tool.package, "version": version, "seconds": seconds}), file=out)
    return missing


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("text", "metadata", "repair"):
        sys.exit(__doc__)
    what, folder = sys.argv[1:]
    # What the tools say of single pages.
    logging.disable()
    warnings.simplefilter("ignore")
    tools = {
        "text": [Trafilatura, Newspaper],
        "metadata": [Trafilatura, Newspaper, Htmldate],
        "repair": [Ftfy],
    }[what]
    missing = run(tools, what, folder, sys.stdout)
    if missing:
        packages = " ".join(missing)
        print(f"not installed, so not compared with: {packages} (pip install {packages})", file=sys.stderr)


if __name__ == "__main__":
    main()
