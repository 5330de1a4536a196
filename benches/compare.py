#!/usr/bin/env python3
"""Speed and accuracy of copydesk beside other extractors, in one run.

    python compare.py DATA [--sets fundus-tests …] [--smallest 120] [--largest 230] [--rounds 3]
    python compare.py normalize TEXTS [--rounds 3]   repairs of text: see compare_texts.py
    python compare.py crawl [SEEDS]                  an archive to records: see compare_crawl.py

DATA holds the page sets, each a folder with gold.json and html/<id>.html.gz. Prints, for every tool that is installed,
pages per CPU second on the pages of `fundus-tests` between the two sizes (kB of HTML), on one CPU where the system
lets a process choose, best of the rounds; the same for the slowest page, in milliseconds; and the shingle F1 on each
set that has gold bodies. Then copydesk on one and on two threads of Python, by the clock: the best round of each.

Every tool reads the same pages in memory: bytes where it takes bytes (copydesk), else the decoded text, so that the
time of decoding counts for copydesk alone. copydesk gives metadata, offsets and repairs in the same call.
"""

import argparse
import collections
import concurrent.futures
import importlib.metadata
import logging
import os
import pathlib
import re
import statistics
import sys
import time
import warnings

import compare_texts
import peers


class Copydesk:
    package = "copydesk"

    def __init__(self):
        import copydesk

        self.extract = copydesk.extract

    def text(self, page):
        return {"text": self.extract(page.bytes).text}


class Resiliparse:
    package = "resiliparse"

    def __init__(self):
        from resiliparse.extract.html2text import extract_plain_text

        self.extract = extract_plain_text

    def text(self, page):
        return {"text": self.extract(page.html, main_content=True, alt_texts=False, comments=False)}


class Readability:
    package = "readability-lxml"

    def __init__(self):
        import lxml.html
        import readability

        self.module, self.lxml = readability, lxml.html

    def text(self, page):
        summary = self.module.Document(page.html).summary()
        blocks = [" ".join(text.split()) for text in self.lxml.fromstring(summary).itertext()]
        return {"text": "\n".join(block for block in blocks if block)}


TOOLS = [Copydesk, Resiliparse, peers.Trafilatura, Readability, peers.Newspaper]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--sets", nargs="*", default=["fundus-tests"], help="sets for the accuracy")
    parser.add_argument("--smallest", type=int, default=120, help="kB")
    parser.add_argument("--largest", type=int, default=230, help="kB")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()

    # What the tools say of single pages.
    logging.disable()
    warnings.simplefilter("ignore")
    tools, missing = peers.present(TOOLS)
    sizes = range(arguments.smallest * 1000, arguments.largest * 1000)
    timed = [page for page in peers.pages(arguments.data / "fundus-tests") if len(page.bytes) in sizes]
    sets = {name: peers.pages(arguments.data / name) for name in arguments.sets}
    mean = statistics.mean(len(page.bytes) for page in timed) / 1000
    print(f"speed: {len(timed)} pages of {mean:.0f} kB on average; accuracy: shingle F1\n")

    cpus = one_cpu()
    seconds = measure(tools, timed, arguments.rounds)
    print(f"{'':<24} {'pages/CPU s':>12} {'slowest ms':>11}", *(f"{name:>14}" for name in sets))
    for tool in tools:
        best = seconds[tool.package]
        name = f"{tool.package} {version(tool.package)}"
        scores = (f"{score(tool, pages):14.3f}" for pages in sets.values())
        print(f"{name:<24} {len(timed) / sum(best):12.1f} {max(best) * 1000:11.1f}", *scores, flush=True)
    if missing:
        print(f"\nnot installed: {', '.join(missing)} (pip install {' '.join(missing)})")
    all_cpus(cpus)
    if "copydesk" not in missing:
        print(f"\n{threads(tools[0], timed, arguments.rounds)}")


def measure(tools, pages, rounds):
    """CPU seconds of each page for each tool, the least of the rounds; the tools take turns."""
    best = {tool.package: [float("inf")] * len(pages) for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            for at, page in enumerate(pages):
                begin = time.process_time()
                answer(tool, page)
                best[tool.package][at] = min(best[tool.package][at], time.process_time() - begin)
    return best


def answer(tool, page):
    """The text of a page; a tool that fails on it has none."""
    try:
        return tool.text(page)["text"] or ""
    except Exception:  # any page may break any tool
        return ""


def threads(tool, pages, rounds):
    """How much faster two threads are than one."""
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if cpus < 2:
        return "threads: this process may use one CPU only, so two threads cannot be faster"
    work = [page.bytes for page in pages] * max(1, 1000 // len(pages))
    best = {}
    for _ in range(rounds):
        for count in (1, 2):
            with concurrent.futures.ThreadPoolExecutor(count) as pool:
                begin = time.perf_counter()
                collections.deque(pool.map(tool.extract, work), maxlen=0)
                seconds = time.perf_counter() - begin
            best[count] = min(best.get(count, seconds), seconds)
    one, two = len(work) / best[1], len(work) / best[2]
    return f"copydesk.extract in threads of Python, pages/s: one {one:.0f}, two {two:.0f}, {two / one:.2f} times"


def score(tool, pages):
    """Shingle F1: of mean precision over pages with an answer and mean recall over pages with a gold body."""
    precisions, recalls = [], []
    for page in pages:
        found, gold = shingles(answer(tool, page)), shingles(page.gold.get("articleBody") or "")
        shared = sum((found & gold).values())
        if found:
            precisions.append(shared / sum(found.values()))
        if gold:
            recalls.append(shared / sum(gold.values()))
    precision, recall = (statistics.mean(values) if values else 0.0 for values in (precisions, recalls))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def shingles(text):
    """Runs of four words, each as often as it occurs; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    count = max(1, len(words) - 3) if words else 0
    return collections.Counter(tuple(words[at : at + 4]) for at in range(count))


def version(package):
    """The version of a package; none where it was put on the path without being installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def one_cpu():
    """Keeps this process on one CPU; returns those that it had, or None where it cannot choose."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    cpus = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cpus)})
    return cpus


def all_cpus(cpus):
    if cpus is not None:
        os.sched_setaffinity(0, cpus)


if __name__ == "__main__":
    if sys.argv[1:2] == ["normalize"]:
        compare_texts.main(sys.argv[2:])
    elif sys.argv[1:2] == ["crawl"]:
        import compare_crawl

        compare_crawl.main(sys.argv[2:])
    else:
        main()
