#!/usr/bin/env python3
"""A crawl from its archive to records: copydesk beside FastWARC with an extractor, in one run.

    python compare.py crawl [SEEDS] [--pages 20000] [--archive crawl.warc.gz] [--seed 1] [--command copydesk]

SEEDS is the folder of the project's own documents. An archive that is not there is made first of their pages: each
page is one of them with other names, numbers and paragraphs, in furniture of menus, links, styles and scripts as the
pages of news sites have, 150 kB on average, a gzip member each. The same seed gives the same archive.

Prints responses per CPU second on one CPU: reading alone (FastWARC and copydesk), then to text with trafilatura and
resiliparse behind FastWARC, then to the full record with copydesk: text, offsets, metadata, repairs, sentences, names,
dates, amounts, quotes, claims, events. The extractors see a part of the archive, as far as they come in half a minute.
Then the command on one and on two threads by the clock, and its peak memory for a tenth of the archive and for all.
"""

import argparse
import gzip
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import compare

SECONDS = 30

NAMES = """Amara Diallo|Bram Visser|Chiara Lunghi|Daniel Okafor|Elif Demir|Farid Nasser|Greta Lindqvist|Hugo Marchetti
Ines Carvalho|Jonas Weber|Kaja Novak|Lucia Serrano|Mateo Rivas|Nadia Petrova|Oskar Nilsen|Priya Raman|Quentin Leroy
Rosa Delgado|Samir Haddad|Tereza Horak|Umar Farooq|Vera Ivanova|Wanda Kowalska|Yusuf Kaplan|Zora Kovacs"""
TOPICS = """election budget strike harbour flood court trade energy school railway hospital airport housing drought
museum football parliament refinery border ceasefire inflation wildfire bridge vaccine festival""".split()


class Archive:
    """A web archive of pages that are made of the project's own."""

    def __init__(self, seeds, seed):
        self.random = random.Random(seed)
        pages = sorted(pathlib.Path(seeds).glob("*/source.html"))
        pages = [page.read_text(encoding="utf-8", errors="replace") for page in pages]
        # Pages of plain paragraphs, which can be varied.
        self.pages = [page for page in pages if page.count("<p>") >= 3 and "</body>" in page]
        self.names = NAMES.replace("\n", "|").split("|")
        found = re.compile(r"(?<=<p>)[^<]{80,}(?=</p>)")
        self.paragraphs = [text for page in self.pages for text in found.findall(page)]
        self.styles = self.noise(60_000, '.c{0}{{margin:{1}px;color:#{0:06x}}}\n')
        self.scripts = self.noise(120_000, '"id{0}":{{"slot":{1},"kind":"ad","size":[{1},250]}},')

    def noise(self, size, form):
        parts, length = [], 0
        while length < size:
            part = form.format(self.random.randrange(1 << 24), self.random.randrange(999))
            parts.append(part)
            length += len(part)
        return "".join(parts)

    def page(self, number):
        choose = self.random
        page = choose.choice(self.pages)
        name = iter(choose.sample(self.names, 12))
        renamed = {}
        # A person keeps one name through the page.
        page = re.sub(
            r"(?<=<p>)(.*?)(?=</p>)",
            lambda text: re.sub(
                r"\b[A-Z][a-z]{2,} [A-Z][a-z]{3,}\b",
                lambda found: renamed.setdefault(found[0], next(name, found[0])),
                text[0],
            ),
            page,
            flags=re.S,
        )
        page = re.sub(r"(?<=[ >])\d{2,3}(?=[ <])", lambda _: str(choose.randrange(10, 999)), page)
        more = "".join(f"<p>{text}</p>" for text in choose.sample(self.paragraphs, choose.randrange(1, 6)))
        at = page.rfind("</p>") + len("</p>")
        page = page[:at] + more + page[at:]
        start = choose.randrange(20_000)
        size = int(choose.lognormvariate(0, 0.35) * 105_000)
        head = f"<style>{self.styles[start : start + size // 3]}</style>"
        state = f"<script>window.state={{{self.scripts[start : start + size // 2]}}}</script>"
        links = "".join(
            f'<li class="item item-{at % 7}"><a href="/{choose.choice(TOPICS)}/{choose.randrange(10**6)}" '
            f'data-track="nav.{at}">{choose.choice(TOPICS)} {choose.choice(TOPICS)} news</a></li>\n'
            for at in range(size // 1_100)
        )
        half = len(links) // 2
        half += links[half:].find("<li")
        page = page.replace("</head>", f"{head}{state}</head>", 1)
        page = re.sub(r"(<body[^>]*>)", lambda tag: f"{tag[0]}<nav><ul>{links[:half]}</ul></nav>", page, count=1)
        footer = f"<aside><h2>More news</h2><ul>{links[half:]}</ul></aside>{state}"
        return page.replace("</body>", f"{footer}</body>", 1)

    def write(self, path, count):
        with open(path, "wb") as out:
            for number in range(count):
                body = self.page(number).encode()
                http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                http = http % len(body) + body
                day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}T06:00:00Z"
                head = (
                    "WARC/1.0\r\nWARC-Type: response\r\n"
                    f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
                    f"WARC-Target-URI: https://site{number % 97}.example/{number}\r\nWARC-Date: {day}\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
                )
                out.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0))


def fastwarc(path):
    """The decoded pages of an archive, as FastWARC's own documentation reads them."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for record in ArchiveIterator(open(path, "rb"), record_types=WarcRecordType.response, parse_http=True):
        yield record.reader.read()


def rate(work):
    """Items per CPU second, as many as come in half a minute."""
    begin, count = time.process_time(), 0
    for _ in work:
        count += 1
        if time.process_time() - begin > SECONDS:
            break
    return count / (time.process_time() - begin), count


def trafilatura(path):
    import trafilatura

    for page in fastwarc(path):
        yield trafilatura.extract(page.decode(errors="replace"), include_comments=False)


def resiliparse(path):
    from resiliparse.extract.html2text import extract_plain_text

    for page in fastwarc(path):
        yield extract_plain_text(page.decode(errors="replace"), main_content=True, alt_texts=False, comments=False)


def copydesk_records(path):
    import copydesk

    return copydesk.Desk(threads=1).stream(path)


def copydesk_texts(path):
    import copydesk

    return copydesk.Desk(threads=1, stages=["parse", "normalize"]).stream(path)


def command(program, *arguments):
    """Seconds by the clock, CPU seconds and peak memory in MB of a run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, program, *arguments], capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        raise SystemExit(f"{program} failed: {done.stderr.strip()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, cpu, int(done.stdout.split()[-1]) * unit / 1e6


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="compare.py crawl", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seeds", nargs="?", default=pathlib.Path(__file__).parent.parent / "seeds")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--archive", type=pathlib.Path, default=pathlib.Path("crawl.warc.gz"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--command", default="copydesk", help="the program, for threads and memory")
    arguments = parser.parse_args(arguments)
    path = arguments.archive
    if not path.exists():
        Archive(arguments.seeds, arguments.seed).write(path, arguments.pages)
    part = path.with_suffix(f".{arguments.pages}-{arguments.seed}.part.gz")
    if not part.exists():
        Archive(arguments.seeds, arguments.seed).write(part, arguments.pages // 10)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB\n")

    cpus = compare.one_cpu()
    steps = [
        ("FastWARC, reading alone", fastwarc),
        ("FastWARC + trafilatura, text", trafilatura),
        ("FastWARC + resiliparse, text", resiliparse),
        ("copydesk, text, offsets, metadata", copydesk_texts),
        ("copydesk, full record", copydesk_records),
    ]
    rates = {}
    for name, work in steps:
        try:
            rates[name], count = rate(work(str(path)))
        except ImportError as error:
            print(f"{name:<36} not installed: {error.name}")
            continue
        print(f"{name:<36} {rates[name]:10.1f} responses/CPU s  ({count} of them)", flush=True)
    full = rates.get("copydesk, full record")
    for name in ("FastWARC + trafilatura, text", "FastWARC + resiliparse, text"):
        if full and name in rates:
            print(f"full record / {name}: {full / rates[name]:.1f}")
    compare.all_cpus(cpus)

    if shutil.which(arguments.command) is None:
        print(f"\n{arguments.command} is not on the path: no threads, no memory")
        return
    print()
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.jsonl")
        seconds = {}
        for source, threads in ((part, 1), (path, 1), (path, 2)):
            run = command(arguments.command, "read", str(source), "-o", out, "--quiet", "--threads", str(threads))
            count = sum(1 for _ in open(out, "rb"))
            seconds[source, threads] = run[0]
            print(
                f"copydesk read, {count} pages, {threads} threads: {count / run[0]:.0f} pages/s by the clock, "
                f"peak memory {run[2]:.0f} MB",
                flush=True,
            )
        print(f"two threads: {seconds[path, 1] / seconds[path, 2]:.2f} times")


if __name__ == "__main__":
    main(sys.argv[1:])
