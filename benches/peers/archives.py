"""A web archive to pages, text and records: copydesk beside FastWARC alone and with extractors behind it.

The archive is made of the pages of the data folder, a gzip member each, as crawlers write them, in files of some pages:
each tool gets whole files.
"""

import gzip
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from . import data, environment, task
from .measure import Case, Tool

# Pages of one file.
PAGES = 20


def record(page, number):
    """A response as a member of a gzip file."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
        f"WARC-Target-URI: https://site{number % 97}.example/{number}\r\nWARC-Date: 2024-06-01T06:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0)


class CopydeskText(Tool):
    package = "copydesk"
    name = "copydesk, text, offsets, metadata"

    def __init__(self):
        import copydesk

        self.desk = copydesk.Desk(threads=1, **self.settings())

    def settings(self):
        return {"stages": ["parse", "normalize"]}

    def one(self, path):
        return sum(1 for article in self.desk.stream(path) if article.text is not None)


class CopydeskRecords(CopydeskText):
    name = "copydesk, full record"

    def settings(self):
        return {}


class FastWarc(Tool):
    package = "FastWARC"
    name = "FastWARC, reading alone"

    def __init__(self):
        import fastwarc.warc

        self.module = fastwarc.warc
        self.work = self.worker()

    def worker(self):
        return len

    def one(self, path):
        count = 0
        with open(path, "rb") as file:
            kind = self.module.WarcRecordType.response
            for found in self.module.ArchiveIterator(file, record_types=kind, parse_http=True):
                self.work(found.reader.read())
                count += 1
        return count


class FastWarcResiliparse(FastWarc):
    name = "FastWARC + resiliparse, text"

    def worker(self):
        from resiliparse.extract.html2text import extract_plain_text

        return lambda page: extract_plain_text(data.decode(page), main_content=True, alt_texts=False, comments=False)


class FastWarcTrafilatura(FastWarc):
    name = "FastWARC + trafilatura, text"

    def worker(self):
        import trafilatura

        return lambda page: trafilatura.extract(data.decode(page), include_comments=False)


class Archives(task.Task):
    key = "archives"
    title = "A web archive to text and records"
    tools = (CopydeskText, CopydeskRecords, FastWarc, FastWarcResiliparse, FastWarcTrafilatura)
    notes = ("copydesk reads the archive itself. The same pages as for the text of the article, of typical size.",)

    def batches(self, source):
        pages = [data.page_bytes(page) for page, _, _ in source.typical(40 if source.is_quick else 200)]
        self.folder = tempfile.TemporaryDirectory(dir=environment.folder())
        records = [record(page, number) for number, page in enumerate(pages)]
        self.records, self.told = records, described(pages)
        for at in range(0, len(records), PAGES):
            path = pathlib.Path(self.folder.name, f"pages-{at:05}.warc.gz")
            path.write_bytes(b"".join(records[at : at + PAGES]))
            yield [Case(str(path), None, "", "pages", len(records[at : at + PAGES]))]

    def run(self, source, limits):
        try:
            result = super().run(source, limits)
            if result:
                result.remarks.append(self.told)
                result.remarks.extend(self.threads(2_000 if source.is_quick else 20_000))
            return result
        finally:
            if hasattr(self, "folder"):
                self.folder.cleanup()

    def threads(self, count):
        """The command on one and on two threads by the clock, and its peak of memory for a tenth and for all."""
        program = pathlib.Path(sys.executable).with_name("copydesk")
        if not program.exists():
            return ["The command copydesk is not there, so threads and memory are not measured."]
        cpus = environment.all_cpus()
        sizes = {"a tenth": count // 10, "all": count}
        paths = {}
        for name, size in sizes.items():
            paths[name] = pathlib.Path(self.folder.name, f"{name.replace(' ', '-')}.warc.gz")
            with paths[name].open("wb") as out:
                out.writelines(itertools.islice(itertools.cycle(self.records), size))
        found = {}
        for name, threads in (("a tenth", 1), ("all", 1), ("all", 2)):
            seconds, peak = command(program, paths[name], threads)
            found[name, threads] = (sizes[name] / seconds, peak)
        environment.one_cpu()
        one, two = found["all", 1], found["all", 2]
        scaling = f", {two[0] / one[0]:.2f} times one" if cpus > 1 else "; this process may use one CPU only"
        return [
            f"`copydesk read` writes the full records of {count:,} pages (the same ones again and again) to JSONL, by the "
            f"clock: {one[0]:,.0f} pages/s on one thread, {two[0]:,.0f} on two{scaling}. Peak memory on one thread "
            f"{found['a tenth', 1][1]:.0f} MB for {sizes['a tenth']:,} pages and {one[1]:.0f} MB for {count:,}; on two "
            f"threads {two[1]:.0f} MB."
        ]


def described(pages):
    """How large the pages are, and how much text is in them."""
    import copydesk

    texts = [copydesk.extract(page).text for page in pages]
    size, text = (sum(map(len, them)) / len(pages) / 1000 for them in (pages, texts))
    return f"They are {len(pages)} pages of {size:.0f} kB on average, with {text:.1f} thousand letters of text in each."


def command(program, path, threads):
    """Seconds by the clock and peak memory in MB of the command, in a process of its own that tells of its children."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    read = [program, "read", path, "-o", os.devnull, "--quiet", "--threads", threads]
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, read)], stdout=subprocess.PIPE, text=True, check=True
    )
    seconds = time.perf_counter() - begin
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, int(done.stdout.split()[-1]) * unit / 1e6
