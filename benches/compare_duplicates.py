#!/usr/bin/env python3
"""Copies found by copydesk beside rensa, datasketch and datatrove, in one run.

    python compare_duplicates.py [--seed 1 2 3] [--count 20000] [--rounds 2] [--rust COMMAND]
    python compare_duplicates.py --texts FILE …

Invented news with edited copies and look-alikes of each seed, as `cargo run --release --example copies -- write SEED
COUNT` makes them (a document a line: id, published, title, text, story), or such files of one's own. Each tool gets the
texts in memory and puts copies into groups; a pair of documents of one group is right if both are of one story. Prints,
on one CPU where the system lets a process choose, documents per CPU second, best of the rounds, the tools taking turns;
precision, recall and F1 of pairs; bytes of state for each document; how many times as fast copydesk is.

rensa (RMinHash and RMinHashLSH) and datasketch (MinHash and MinHashLSH) get shingles of five words in lower case, 128
permutations, and each threshold of a list; what they find is joined into groups. datatrove (its steps MinhashDedup, as
they stand, in one process, with files between them) has one threshold, about .72, by its buckets and hashes. `--rust` is the command that runs the
example (default: cargo); with `--python` the Python module of copydesk is measured too.
"""

import argparse
import collections
import contextlib
import importlib.metadata
import io
import json
import pathlib
import re
import shlex
import struct
import subprocess
import tempfile
import time

import compare

CARGO = "cargo run --quiet --release --package copydesk-benches --example copies --"
PERMUTATIONS = 128
WORD = re.compile(r"\w+")


class Rust:
    """The example `copies`, which measures itself: CPU seconds of adding and grouping."""

    name = "copydesk (Rust)"

    def __init__(self, command):
        self.command = shlex.split(command)

    def run(self, path, documents):
        answer = json.loads(subprocess.run([*self.command, "run", path], check=True, capture_output=True).stdout)
        groups = [at if group is None else -1 - group for at, group in enumerate(answer["groups"])]
        return answer["add"] + answer["group"], groups, answer["state"]


class Python:
    """The same through the Python module."""

    name = "copydesk (Python)"

    def __init__(self):
        import copydesk

        self.module = copydesk

    def run(self, path, documents):
        begin = time.process_time()
        duplicates = self.module.Duplicates()
        for document in documents:
            duplicates.add(document["text"], document["published"])
        rows = duplicates.rows()
        seconds = time.process_time() - begin
        groups = [at if row.dup_group is None else -1 - row.dup_group for at, row in enumerate(rows)]
        return seconds, groups, len(duplicates.to_bytes())


class Rensa:
    def __init__(self, threshold):
        import rensa

        self.rensa, self.threshold = rensa, threshold
        self.name = f"rensa {importlib.metadata.version('rensa')}, {threshold}"

    def run(self, path, documents):
        begin = time.process_time()
        index = self.rensa.RMinHashLSH(threshold=self.threshold, num_perm=PERMUTATIONS, num_bands=32)
        hashes = []
        for at, document in enumerate(documents):
            minhash = self.rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
            minhash.update(shingles(document["text"]))
            hashes.append(minhash)
            index.insert(at, minhash)
        groups = joined(
            len(documents),
            (
                (at, other)
                for at, minhash in enumerate(hashes)
                for other in index.query(minhash)
                if other < at and minhash.jaccard(hashes[other]) >= self.threshold
            ),
        )
        # 128 numbers of four bytes, and as many in the bands of the index.
        return time.process_time() - begin, groups, None


class Datasketch:
    def __init__(self, threshold):
        import datasketch

        self.datasketch, self.threshold = datasketch, threshold
        self.name = f"datasketch {importlib.metadata.version('datasketch')}, {threshold}"

    def run(self, path, documents):
        begin = time.process_time()
        index = self.datasketch.MinHashLSH(threshold=self.threshold, num_perm=PERMUTATIONS)
        hashes = []
        for at, document in enumerate(documents):
            minhash = self.datasketch.MinHash(num_perm=PERMUTATIONS)
            minhash.update_batch([shingle.encode() for shingle in shingles(document["text"])])
            hashes.append(minhash)
            index.insert(at, minhash)
        groups = joined(
            len(documents),
            (
                (at, other)
                for at, minhash in enumerate(hashes)
                for other in index.query(minhash)
                if other < at and minhash.jaccard(hashes[other]) >= self.threshold
            ),
        )
        return time.process_time() - begin, groups, None


class Datatrove:
    """The first three steps of its deduplication; the fourth would drop all but one document of a cluster. By default
    it takes all numbers for equal, so that reports of one template may be copies to it."""

    def __init__(self):
        import datatrove.data
        import datatrove.pipeline.dedup as dedup
        import loguru

        loguru.logger.disable("datatrove")
        self.dedup, self.document = dedup, datatrove.data.Document
        self.name = f"datatrove {importlib.metadata.version('datatrove')}"

    def run(self, path, documents):
        texts = [self.document(text=document["text"], id=str(at)) for at, document in enumerate(documents)]
        config = self.dedup.MinhashConfig()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
            hashes, buckets, clusters = (f"{folder}/{name}" for name in ("hashes", "buckets", "clusters"))
            begin = time.process_time()
            self.dedup.MinhashDedupSignature(hashes, config=config).run(iter(texts), 0, 1)
            step = self.dedup.MinhashDedupBuckets(hashes, buckets, config=config)
            for bucket in range(config.num_buckets):
                step.run(None, bucket, config.num_buckets)
            self.dedup.MinhashDedupCluster(buckets, clusters, config=config, save_cluster_id=True).run(None, 0, 1)
            seconds = time.process_time() - begin
            file = pathlib.Path(clusters, "000000.clusters")
            found = dict(struct.iter_unpack("<II", file.read_bytes())) if file.exists() else {}
        return seconds, [-1 - found[at] if at in found else at for at in range(len(documents))], None


def shingles(text):
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + 5]) for at in range(max(len(words) - 4, 1))]


def joined(count, pairs):
    """The group of each document, if both of each pair are in one."""
    parent = list(range(count))

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in pairs:
        parent[root(one)] = root(other)
    return [root(at) for at in range(count)]


def pairs(labels):
    return sum(count * (count - 1) // 2 for count in collections.Counter(labels).values())


def score(groups, stories):
    """Precision, recall and F1 of pairs."""
    right = pairs(zip(groups, stories))
    precision, recall = right / max(pairs(groups), 1), right / max(pairs(stories), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", nargs="+", type=int, default=[1])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--texts", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--thresholds", nargs="+", type=float, default=[0.3, 0.5, 0.8])
    parser.add_argument("--rust", default=CARGO)
    parser.add_argument("--python", action="store_true")
    arguments = parser.parse_args()

    tools, missing = [Rust(arguments.rust)], []
    for make in [Python] if arguments.python else []:
        tools.append(make())
    for make in (Rensa, Datasketch):
        try:
            tools.extend(make(threshold) for threshold in arguments.thresholds)
        except ImportError:
            missing.append(make.__name__.lower())
    try:
        tools.append(Datatrove())
    except ImportError:
        missing.append("datatrove")

    compare.one_cpu()
    with tempfile.TemporaryDirectory() as folder:
        sets = list(arguments.texts)
        for seed in [] if sets else arguments.seed:
            path = pathlib.Path(folder, f"seed-{seed}.jsonl")
            with path.open("wb") as out:
                subprocess.run(
                    [*shlex.split(arguments.rust), "write", str(seed), str(arguments.count)], check=True, stdout=out
                )
            sets.append(path)
        for path in sets:
            measure(tools, path, arguments.rounds)
    if missing:
        print(f"\nnot installed: {', '.join(missing)} (pip install {' '.join(missing)})")


def measure(tools, path, rounds):
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    stories = [document["story"] for document in documents]
    size = sum(len(document["text"]) for document in documents) / len(documents) / 1000
    print(f"{path.stem}: {len(documents)} documents of {size:.1f} kB")
    best = {}
    for _ in range(rounds):
        for tool in tools:
            seconds, groups, state = tool.run(str(path), documents)
            best[tool.name] = min(best.get(tool.name, (float("inf"),)), (seconds, groups, state), key=lambda it: it[0])
    fastest = best[tools[0].name][0]
    print(f"{'':<24} {'docs/CPU s':>10} {'ratio':>7} {'P':>7} {'R':>7} {'F1':>7} {'bytes/doc':>10}")
    for tool in tools:
        seconds, groups, state = best[tool.name]
        scores = " ".join(f"{value:7.4f}" for value in score(groups, stories))
        each = "" if state is None else f"{state / len(documents):10.0f}"
        rate = len(documents) / seconds
        print(f"{tool.name:<24} {rate:10.0f} {seconds / fastest:7.1f} {scores} {each}", flush=True)


if __name__ == "__main__":
    main()
