#!/usr/bin/env python3
"""Speed of copydesk's dates, amounts and patterns beside dateparser and Recognizers-Text, in one run.

    python compare_values.py DATA [--set wcxb-dev] [--bytes 20000] [--each 4000] [--rounds 2]

DATA holds page sets, each a folder with gold.json; the beginnings of the gold bodies of one set are the texts, in
order, up to a number of bytes. They are cut because Recognizers-Text takes minutes for a long one. Every tool gets one
text a call. Prints MB per CPU second on one CPU where the system lets a process choose,
best of the rounds, and how many times as fast copydesk is; the tools take turns. All tools work on Python strings and
make Python objects of what they find; copydesk cuts the text into tokens in every call.

`dates` are temporal expressions: copydesk.dates, dateparser.search.search_dates, recognize_datetime. `all` are dates,
amounts and patterns: three calls of copydesk, each model of Recognizers-Text for English that its Python port has.
The port needs `emoji<2`. Its accuracy and ours on its own cases: `cargo xtask eval values`.
"""

import argparse
import pathlib
import time
import warnings

import compare
import compare_segment
import segment_peers

REFERENCE = "2024-10-16"


class Copydesk:
    package = "copydesk"
    name = "copydesk"

    def __init__(self):
        import copydesk

        self.module = copydesk

    def dates(self, text):
        return self.module.dates(text, REFERENCE)

    def all(self, text):
        return self.dates(text) + self.module.amounts(text) + self.module.patterns(text)


class Dateparser:
    package = "dateparser"
    name = "dateparser.search"

    def __init__(self):
        from dateparser.search import search_dates

        self.search = search_dates

    def dates(self, text):
        return self.search(text, languages=["en"]) or []


class Recognizers:
    package = "recognizers-text-suite"
    name = "Recognizers-Text"

    def __init__(self):
        import recognizers_suite

        self.culture = recognizers_suite.Culture.English
        self.datetime = recognizers_suite.recognize_datetime
        self.others = [
            getattr(recognizers_suite, f"recognize_{model}")
            for model in (
                "number",
                "ordinal",
                "percentage",
                "age",
                "currency",
                "dimension",
                "temperature",
                "phone_number",
                "ip_address",
                "email",
                "url",
            )
        ]

    def dates(self, text):
        return self.datetime(text, self.culture)

    def all(self, text):
        found = self.dates(text)
        for model in self.others:
            found += model(text, self.culture)
        return found


TOOLS = [Copydesk, Dateparser, Recognizers]
TASKS = ("dates", "all")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--set", default="wcxb-dev")
    parser.add_argument("--bytes", type=int, default=20_000)
    parser.add_argument("--each", type=int, default=4_000, help="code points of each text")
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()

    warnings.simplefilter("ignore")
    texts, size = beginnings(arguments.data / arguments.set / "gold.json", arguments.bytes, arguments.each)
    tools, missing = segment_peers.present(TOOLS)
    for tool in tools:  # the first call of each loads its grammars
        for task in TASKS:
            if hasattr(tool, task):
                compare_segment.answer(getattr(tool, task), "On Monday 5 men paid $3.")
    print(f"{len(texts)} texts, {size / 1e6:.3f} MB\n")
    compare.one_cpu()
    best = measure(tools, texts, arguments.rounds)
    for task in TASKS:
        print(f"{task:<32} {'MB/s':>10} {'found':>7} {'copydesk is':>14}")
        for tool in tools:
            if (tool.name, task) not in best:
                continue
            seconds, found = best[tool.name, task]
            times = seconds / best["copydesk", task][0] if ("copydesk", task) in best else 0
            shown = f"{times:,.0f} times" if tool.name != "copydesk" and times else ""
            name = f"{tool.name} {compare.version(tool.package)}"
            print(f"{name:<32} {size / 1e6 / seconds:10.4f} {found:7} {shown:>14}")
        print()
    if missing:
        print(f"not installed, so not compared with: {', '.join(missing)}")


def beginnings(path, most, each):
    """The first code points of gold bodies up to a number of bytes, and how many bytes they have."""
    bodies, _ = compare_segment.bodies(path, 100 * most)
    texts, size = [], 0
    for body in bodies:
        if body and size < most:
            texts.append(body[:each])
            size += len(texts[-1].encode())
    return texts, size


def measure(tools, texts, rounds):
    """CPU seconds for all texts by tool and task, the least of the rounds, and how much was found."""
    best = {}
    for _ in range(rounds):
        for tool in tools:
            for task in TASKS:
                work = getattr(tool, task, None)
                if work is None:
                    continue
                begin = time.process_time()
                count = sum(compare_segment.answer(work, text) for text in texts)
                seconds = time.process_time() - begin
                best[tool.name, task] = min(best.get((tool.name, task), (seconds, count)), (seconds, count))
    return best


if __name__ == "__main__":
    main()
