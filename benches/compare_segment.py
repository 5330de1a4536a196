#!/usr/bin/env python3
"""Speed of copydesk's sentences and tokens beside other tools of Python, in one run.

    python compare_segment.py DATA [--set wcxb-dev] [--bytes 400000] [--rounds 3]

DATA holds page sets, each a folder with gold.json; the gold bodies of one set are the texts, in order, up to a number
of bytes. Every tool gets one text a call. Prints MB per CPU second for sentences, and millions of tokens per CPU second
for those that have them, on one CPU where the system lets a process choose, best of the rounds; the tools take turns.
All tools make Python objects of what they find. The accuracy of the same tools: `cargo xtask eval segment`.
"""

import argparse
import json
import pathlib
import time

import compare
import segment_peers


class Copydesk:
    package = "copydesk"
    name = "copydesk"

    def __init__(self):
        import copydesk

        self.sentences, self.tokens = copydesk.sentences, copydesk.tokens


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--set", default="wcxb-dev")
    parser.add_argument("--bytes", type=int, default=400_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()

    texts, size = bodies(arguments.data / arguments.set / "gold.json", arguments.bytes)
    tools, missing = segment_peers.present([Copydesk, *segment_peers.TOOLS])
    print(f"{len(texts)} texts, {size / 1e6:.2f} MB\n")
    print(f"{'':<26} {'sentences MB/s':>15} {'tokens MB/s':>12} {'M tokens/s':>11}")
    compare.one_cpu()
    best = measure(tools, texts, arguments.rounds)
    for tool in tools:
        seconds, _ = best[tool.name, "sentences"]
        line = f"{tool.name + ' ' + compare.version(tool.package):<26} {size / 1e6 / seconds:15.2f}"
        if hasattr(tool, "tokens"):
            seconds, count = best[tool.name, "tokens"]
            line += f" {size / 1e6 / seconds:12.2f} {count / 1e6 / seconds:11.2f}"
        print(line)
    if missing:
        print(f"\nnot installed, so not compared with: {', '.join(missing)}")


def bodies(path, most):
    """The gold bodies of a set up to a number of bytes, and how many bytes they have."""
    texts, size = [], 0
    gold = json.loads(path.read_text(encoding="utf-8"))
    for name in sorted(gold):
        body = gold[name].get("articleBody") or ""
        if size >= most:
            break
        texts.append(body)
        size += len(body.encode())
    return texts, size


def measure(tools, texts, rounds):
    """CPU seconds for all texts by tool and task, the least of the rounds, and how much was found."""
    best = {}
    for _ in range(rounds):
        for tool in tools:
            for task in ("sentences", "tokens"):
                work = getattr(tool, task, None)
                if work is None:
                    continue
                begin = time.process_time()
                count = sum(answer(work, text) for text in texts)
                seconds = time.process_time() - begin
                best[tool.name, task] = min(best.get((tool.name, task), (seconds, count)), (seconds, count))
    return best


def answer(work, text):
    """How much a tool finds in a text; nothing where it fails."""
    try:
        return len(work(text))
    except Exception:  # any text may break any tool
        return 0


if __name__ == "__main__":
    main()
