"""A long run through Python with flat memory: `python benches/soak.py [DOCUMENTS]`.

Reads two million small documents, no two alike, through `Desk.stream` on all cores, writes each record as
JSON to nowhere, and looks at the resident memory of the process all the time. Ends with status 1 where that
leaves what it was by more than 5 % once a tenth is done. `examples/soak.rs` is the same without Python.

Needs the installed module and `/proc`. What grows by design (`Duplicates`, `Corpus`) is not in it;
`--duplicates` prints what `Duplicates` keeps of each document instead.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import copydesk

SEED = 0x50A4
# Has every table laid out that is laid out at its first use.
EVERYTHING = (
    "Call +49 30 901820. "
    "Ghana paid $2.5 million on May 2, 2024, said Kofi Mensah of the Bank of Ghana in Accra. "
    "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 \u1797\u17b6\u179f\u17b6 \u0e9e\u0eb2\u0eaa\u0eb2 \u65e5\u672c\u8a9e"
)
ALLOWED = 0.05
SAMPLES = 1_000

ONSETS = "Bar Kel Mor Tan Ves Lor Had Sol Rin Dal Ost Fen Gar Win Zel Nor".split()
MIDDLES = "a e i o en ar is ov al un".split()
ENDINGS = "dal berg mann sen ko ski wood ley heim ton adze escu ini rud".split()
PLACES = "Oslo Accra Santiago Tokyo Nairobi Lisbon Ottawa Riga Lima Hanoi Dakar Helsinki".split()
WORDS = (
    "harbour strike council budget minister bridge ferry crew vote union court flood river price grain "
    "train station school fire report week plan court sluice quay market tariff talks border truce ship"
).split()
SENTENCES = [
    "{office} {a} met {b} of the {b} Institute in {place} on {day} May 2024.",
    "“We will wait for {b},” {a} told reporters after the {w}, which cost €{n} million.",
    "{a} denied that the {w} of {place} was attacked, according to {b}, who lost {n} ships.",
    "Le conseil de {place} a voté mardi {n} millions d’euros pour le {w}, a déclaré {a}.",
    "Der Gemeinderat von {place} beschloss am Mittwoch, {n} Häuser zu verkaufen, sagte {a}.",
    "Совет города утвердил бюджет {n} миллионов, сообщил {a} в среду, {day} мая.",
    "港の労働者{n}人が{day}日にストライキを始めたと{a}が述べた。",
]
OFFICES = ["Prime Minister", "Foreign Minister", "Mayor", "General"]


class Varied:
    """Documents without end, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.number = 0

    def one(self, items: list[str]) -> str:
        return items[int(self.chance.random() * len(items))]

    def name(self) -> str:
        return self.one(ONSETS) + self.one(MIDDLES) + self.one(ENDINGS)

    def paragraph(self) -> str:
        return " ".join(
            self.one(SENTENCES).format(
                office=self.one(OFFICES), a=self.name(), b=self.name(), place=self.one(PLACES),
                w=self.one(WORDS), n=int(self.chance.random() * 900), day=1 + int(self.chance.random() * 30),
            )
            for _ in range(3)
        )

    def page(self) -> str:
        title, menu = self.paragraph()[:60], "".join(f"<li><a href=/{w}>{w}</a></li>" for w in WORDS[:5])
        paragraphs = "</p>\n<p>".join(self.paragraph() for _ in range(3))
        return (
            f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav>"
            f"<article><h1>{title}</h1><p>{paragraphs} Report {self.number}.</p></article>"
            "<footer>&copy; 2024 Harbour Post. All rights reserved.</footer></body></html>"
        )

    def text(self) -> str:
        paragraphs = "\n\n".join(self.paragraph() for _ in range(3))
        return f"Home\nWorld\nShare on Facebook\n\n{paragraphs} Report {self.number}.\n\nLeave a Reply\n"

    def document(self) -> str | bytes:
        kind = self.chance.random()
        if kind < 0.35:
            return self.page()
        if kind < 0.5:
            return self.text().encode()
        if kind < 0.6:
            return self.page().encode("latin-1", "replace")
        if kind < 0.7:
            return self.text().encode().decode("latin-1")
        if kind < 0.8:
            return self.text().replace("e", "\u0435", 20)
        if kind < 0.98:
            page = bytearray(self.page().encode())
            for _ in range(int(self.chance.random() * 20)):
                page[int(self.chance.random() * len(page))] = int(self.chance.random() * 256)
            return bytes(page[: int(self.chance.random() * len(page))])
        return self.chance.randbytes(1_000)

    def __iter__(self) -> Iterator[tuple[str, str | bytes]]:
        while True:
            self.number += 1
            yield f"https://post.example/{self.number}", self.document()


def resident() -> int:
    """Resident memory of this process in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise OSError("no VmRSS in /proc/self/status")


def soak(documents: int, threads: int | None) -> bool:
    desk = copydesk.Desk(threads=threads)
    desk.read(EVERYTHING.encode())
    supply = Varied(SEED)
    stream = desk.stream(item for _, item in zip(range(documents), supply, strict=False))
    print(f"{documents} documents, {desk!r}\n")
    print("| done | RSS least | RSS mean | RSS most | documents/s CPU | documents/s |")
    print("|---|---|---|---|---|---|", flush=True)
    begin, begin_cpu = time.perf_counter(), time.process_time()
    every, tenth = max(documents // SAMPLES, 1), max(documents // 10, 1)
    samples: list[int] = []
    first = count = characters = broken = 0
    worst = 0.0
    for article in stream:
        characters += len(article.to_json())
        count += 1
        # Noise, and pages that were cut to it, are no text; all else is read.
        broken += any(it.severity == "error" and it.code != "parse/not-text" for it in article.diagnostics)
        if count % every == 0 or count == documents:
            samples.append(resident())
            if first:
                worst = max(worst, samples[-1] / first - 1, key=abs)
        if count % tenth == 0:
            cpu = time.process_time() - begin_cpu
            print(
                f"| {count / documents:.0%} | {min(samples) / 1e6:.1f} MB | "
                f"{sum(samples) / len(samples) / 1e6:.1f} MB | {max(samples) / 1e6:.1f} MB | "
                f"{count / cpu:.0f} | {count / (time.perf_counter() - begin):.0f} |",
                flush=True,
            )
            # What was resident last: tables are laid out, and the allocators have what they need.
            first = first or samples[-1]
            samples.clear()
    print(
        f"\n{stream.bytes} bytes in, {characters} characters of JSON out, {stream.failures} documents failed, "
        f"{broken} of them for another reason than that they are no text; "
        f"after the first tenth, memory left what it was then by {worst:+.2%} at most"
    )
    return abs(worst) <= ALLOWED and count == documents and not broken


def kept_of_duplicates(documents: int) -> None:
    """Prints what the search for copies keeps of a document."""
    duplicates = copydesk.Duplicates()
    supply = iter(Varied(SEED))
    print("| documents | resident | state | state of a document |")
    print("|---|---|---|---|")
    for step in range(5):
        items = (next(supply) for _ in range(documents // 5))
        for article in copydesk.Desk(stages=["parse", "normalize"]).stream(items):
            duplicates.add(article)
        count, state = len(duplicates), duplicates.state_bytes
        print(f"| {count} | {resident() / 1e6:.1f} MB | {state / 1e6:.1f} MB | {state / count:.0f} B |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int, nargs="?", default=2_000_000)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--duplicates", action="store_true", help="what Duplicates keeps of a document")
    arguments = parser.parse_args()
    if arguments.duplicates:
        kept_of_duplicates(arguments.documents)
        return 0
    return 0 if soak(arguments.documents, arguments.threads) else 1


if __name__ == "__main__":
    sys.exit(main())
