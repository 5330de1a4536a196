"""`compare.py normalize`: copydesk.normalize beside other repairs of text, on the sets of articles of the benchmarks.

    cargo run --release -p copydesk-benches --example texts -- TEXTS
    python compare.py normalize TEXTS [--rounds 3]

Prints MB of UTF-8 per CPU second, best of the rounds, and how many times as fast as ftfy copydesk is. It works on
Python strings, so that the way into the Rust library and back is part of its figure; offsets and edits are on.
"""

import argparse
import json
import pathlib
import time

import peers


class Copydesk:
    package = "copydesk"

    def __init__(self):
        import copydesk

        self.repair = copydesk.normalize


class Ftfy:
    package = "ftfy"

    def __init__(self):
        import ftfy

        self.repair = ftfy.fix_text


class Plsfix:
    package = "plsfix"

    def __init__(self):
        import plsfix

        self.repair = plsfix.fix_text


TOOLS = [Copydesk, Ftfy, Plsfix]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)

    tools, missing = peers.present(TOOLS)
    print(f"{'MB per CPU second':<20}", *(f"{tool.package:>10}" for tool in tools), f"{'times ftfy':>11}")
    for path in sorted(options.texts.glob("*.jsonl")):
        texts = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")]
        rates = measure(tools, texts, options.rounds)
        times = f"{rates['copydesk'] / rates['ftfy']:11.0f}" if {"copydesk", "ftfy"} <= rates.keys() else ""
        print(f"{path.stem:<20}", *(f"{rates[tool.package]:10.1f}" for tool in tools), times, flush=True)
    if missing:
        print(f"\nnot installed: {', '.join(missing)} (pip install {' '.join(missing)})")


def measure(tools, texts, rounds):
    """Megabytes per CPU second of each tool; the tools take turns."""
    size = sum(len(text.encode()) for text in texts)
    best = {tool.package: float("inf") for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            begin = time.process_time()
            for text in texts:
                tool.repair(text)
            best[tool.package] = min(best[tool.package], time.process_time() - begin)
    # The clock of the process may stand still for the fastest.
    return {package: size / max(seconds, 1e-6) / 1e6 for package, seconds in best.items()}
