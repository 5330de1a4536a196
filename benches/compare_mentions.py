#!/usr/bin/env python3
"""Speed and accuracy of copydesk's mentions beside spaCy's small tagger, in one run.

    python compare_mentions.py DATA MODEL [--minutes 20] [--set wcxb-dev] [--bytes 1000000] [--rounds 3] [--rust PROGRAM]

DATA holds ner/train/*.conll, ner/dev/*.conll and parse/SET/gold.json. MODEL is the folder of the pipeline of spaCy: one
that is not there is made first, which takes that many minutes of CPU time (see mention_peers.py).

Speed: tokens per CPU second from raw text to mentions over the gold bodies of a set, in order, up to a number of bytes;
one thread, on one CPU where the system lets a process choose, best of the rounds; the tools take turns. The tokens are
copydesk's for every tool. spaCy gets all texts in one call, copydesk one text a call. PROGRAM is the Rust library
without Python:

    cargo build --release -p copydesk-benches --example mentions      makes target/release/examples/mentions

Accuracy: strict F1 (same span and class) over PER, LOC and ORG on the raw text of the development files, tokens parted
by blanks and sentences by a blank line. copydesk's GPE, LOC and FAC are LOC.
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import time

# One thread; the libraries under spaCy read this when they are loaded.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import compare
import compare_segment
import mention_peers

CLASSES = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}


class Copydesk:
    package = "copydesk"

    def __init__(self):
        import copydesk

        self.find, self.tokens = copydesk.mentions, copydesk.tokens
        self.find("It rained in Accra.")  # loads lists and model

    def mentions(self, texts):
        return [
            [(mention.start, mention.end, CLASSES.get(mention.label)) for mention in self.find(text)] for text in texts
        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--set", default="wcxb-dev")
    parser.add_argument("--bytes", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rust", type=pathlib.Path, metavar="PROGRAM")
    arguments = parser.parse_args()

    texts, size = compare_segment.bodies(arguments.data / "parse" / arguments.set / "gold.json", arguments.bytes)
    copydesk = Copydesk()
    compare.one_cpu()
    try:
        spacy = mention_peers.Spacy(arguments.data / "ner/train", arguments.model, arguments.minutes)
    except ImportError as error:
        parser.exit(1, f"{error.name} is not installed (pip install spacy)\n")
    tools = [copydesk, spacy]
    names = {tool: f"{tool.package} {compare.version(tool.package)}" for tool in tools}

    tokens = sum(len(copydesk.tokens(text)) for text in texts)
    print(f"{len(texts)} texts, {size / 1e6:.2f} MB, {tokens} tokens; spaCy: {spacy.notes}\n")
    seconds, load = measure(tools, texts, arguments.rounds, arguments.rust)
    print(f"{'':<20} {'tokens/CPU s':>13} {'times spaCy':>12}")
    for tool, best in seconds.items():
        print(f"{names.get(tool, tool):<20} {tokens / best:13.0f} {seconds[spacy] / best:12.1f}")
    if load:
        print(f"first call of the Rust library, which loads lists and model: {load * 1000:.0f} ms")

    print(f"\n{'strict F1':<20} {'':<20} {'all':>6} {'PER':>6} {'LOC':>6} {'ORG':>6}")
    for path in sorted((arguments.data / "ner/dev").glob("*.conll")):
        documents = [mention_peers.text_of(document) for document in mention_peers.documents(path)]
        for tool in tools:
            print(f"{path.stem:<20} {names[tool]:<20}", *(f"{score:6.3f}" for score in scores(tool, documents)))


def measure(tools, texts, rounds, rust):
    """CPU seconds for all texts by tool, the least of the rounds; and of the first call of the program, if any."""
    best, load = {}, None
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "texts.jsonl")
        file.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
        for _ in range(rounds):
            for tool in tools:
                begin = time.process_time()
                tool.mentions(texts)
                best[tool] = min(best.get(tool, float("inf")), time.process_time() - begin)
            if rust:
                answer = json.loads(subprocess.run([rust, file], check=True, capture_output=True).stdout)
                best["copydesk in Rust"] = min(best.get("copydesk in Rust", float("inf")), answer["seconds"])
                load = min(load or float("inf"), answer["load"])
    return best, load


def scores(tool, documents):
    """Strict F1 over all three classes and of each."""
    counts = {name: [0, 0, 0] for name in ("all", "PER", "LOC", "ORG")}
    found = tool.mentions([text for text, _ in documents])
    for (_, gold), found in zip(documents, found):
        for name, count in counts.items():
            classes = ("PER", "LOC", "ORG") if name == "all" else (name,)
            here = {mention for mention in gold if mention[2] in classes}
            there = {mention for mention in found if mention[2] in classes}
            for at, number in enumerate((len(here & there), len(here), len(there))):
                count[at] += number
    return [2 * right / (gold + found) if gold + found else 0.0 for right, gold, found in counts.values()]


if __name__ == "__main__":
    main()
