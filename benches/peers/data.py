"""What lies in the data folder: annotated sets, or pages and texts of one's own."""

import functools
import gzip
import itertools
import json
import os
import pathlib
import random
import re

from . import environment

LAYOUT = """\
DATA is one of two things. A folder of annotated sets, each of which may be missing:

  parse/SET/gold.json            {id: {url, title, author, date, articleBody, or with and without}}
  parse/SET/html/ID.html.gz      the page as it was saved
  normalize/udhr.jsonl           {lang, text}: clean text in many languages, damaged here in known ways
  normalize/ftfy-cases.jsonl     {original, fixed, expect}: the cases of ftfy
  segment/*.conllu, *.jsonl      treebanks; {text, sentences}
  ner/train/*.conll, ner/dev/*   token TAB BIO tag, -DOCSTART- between documents, classes PER LOC ORG MISC
  values/meantime, wikiwars      TIMEX3 with tokens, TIMEX2 in the text
  values/recognizers-text        the cases of Recognizers-Text

Or a folder (or file) of your own: pages and texts *.html, *.htm, *.txt, each also with .gz, and web archives *.warc,
*.warc.gz. There is no gold then, so that the agreement of each tool with copydesk stands where the quality would be."""

# Pages of news are about as large as this, in bytes.
TYPICAL = range(120_000, 230_000)
OWN_PAGES = 2_000


class Page:
    """A page in memory: its bytes, and the text for tools that take no bytes."""

    def __init__(self, data, url):
        self.bytes = data
        self.html = decode(data)
        self.url = url or "https://example.org/"


def decode(page):
    """UTF-8, else the charset that the page declares, else windows-1252."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", page[:4096])
    for charset in ["utf-8", declared[1].decode() if declared else "cp1252", "cp1252"]:
        try:
            return page.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return page.decode("utf-8", errors="replace")


def read(path):
    """The bytes of a file, unzipped."""
    data = pathlib.Path(path).read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def lines(path):
    """The values in a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


class Data:
    """A data folder. Each question gives an empty answer where a set is missing."""

    def __init__(self, path, is_quick=False, minutes=20.0):
        self.path = path
        self.is_quick = is_quick
        # What spaCy's tagger may learn for.
        self.minutes = minutes

    @property
    def is_own(self):
        """Whether there is no annotated set."""
        return not any((self.path / name).is_dir() for name in ("parse", "normalize", "segment", "ner", "values"))

    def folder(self, name):
        """The path of a set, or None where it is missing."""
        path = self.path / name
        return path if path.exists() else None

    def some(self, values, count):
        """So many of the values, the same ones in each run, in their order."""
        if len(values) <= count:
            return list(values)
        return [values[at] for at in sorted(random.Random(1).sample(range(len(values)), count))]

    @functools.cached_property
    def sets(self):
        """Sets of annotated pages: {name: [(path of the page, gold)]}."""
        found = {}
        for file in sorted(self.path.glob("parse/*/gold.json")):
            gold = json.loads(file.read_text(encoding="utf-8"))
            if not all(isinstance(value, dict) for value in gold.values()):
                continue
            pages = ((file.parent / "html" / f"{name}.html.gz", gold[name]) for name in sorted(gold))
            pages = [(path, value) for path, value in pages if path.exists()]
            if pages:
                found[file.parent.name] = pages
        return found

    @functools.cached_property
    def own(self):
        """The pages, texts and archives of one's own: {suffix without .gz: [path]}."""
        if not self.is_own:
            return {}
        files = [self.path] if self.path.is_file() else sorted(self.path.rglob("*"))
        found = {}
        for file in files:
            kind = re.search(r"\.(html?|txt|warc)(\.gz)?$", file.name, re.I)
            if kind and file.is_file():
                found.setdefault(kind[1].lower().replace("htm", "html").replace("htmll", "html"), []).append(file)
        return found

    @functools.cached_property
    def pages(self):
        """Every page as (path or bytes, gold, set), annotated or not."""
        found = [(path, gold, name) for name, pages in self.sets.items() for path, gold in pages]
        found += [(path, {}, "own pages") for path in self.some(self.own.get("html", []), OWN_PAGES)]
        for path in self.own.get("warc", []):
            found += [(page, {}, "own pages") for page in archived(path, OWN_PAGES - len(found))]
        return found

    def typical(self, count):
        """So many pages of a typical size; of others where there are too few."""

        def is_typical(page):
            return (len(page) if isinstance(page, bytes) else len(read(page))) in TYPICAL

        mixed = self.some(self.pages, len(self.pages))
        random.Random(2).shuffle(mixed)
        found = list(itertools.islice((page for page in mixed if is_typical(page[0])), count))
        return found or mixed[:count]

    @functools.cached_property
    def texts(self):
        """Clean bodies of articles: of the gold, else the texts of one's own, else what copydesk makes of the pages."""
        bodies = [gold.get("articleBody") or "" for pages in self.sets.values() for _, gold in pages]
        bodies += [decode(read(path)) for path in self.own.get("txt", [])]
        if not any(bodies) and self.pages:
            import copydesk

            bodies = [copydesk.extract(page_bytes(page)).body for page, _, _ in self.pages[:500]]
        return [body for body in bodies if body.strip()]

    @functools.cached_property
    def english(self):
        """Those of the texts that are English, as copydesk tells: most tools of text are given English rules."""
        import copydesk

        def is_english(text):
            guess = copydesk.language(text[:2_000])
            return guess is not None and guess.language == "en"

        return [text for text in self.texts if is_english(text)]

    def bodies(self, size):
        """English texts up to so many bytes."""
        found, total = [], 0
        for text in self.some(self.english, len(self.english)):
            if total >= size:
                break
            found.append(text)
            total += len(text.encode())
        return found


def page_bytes(page):
    return page if isinstance(page, bytes) else read(page)


def archived(path, count):
    """The pages of a web archive, at most so many."""
    import fastwarc.warc

    found = []
    with open(path, "rb") as file:
        for record in fastwarc.warc.ArchiveIterator(file, record_types=fastwarc.warc.WarcRecordType.response):
            if len(found) >= count:
                break
            body = record.reader.read()
            if b"<" in body[:1_000]:
                found.append(body)
    return found
