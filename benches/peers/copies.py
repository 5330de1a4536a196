"""Copies among documents: copydesk beside rensa, datasketch and datatrove.

Real bodies of articles, some of them edited the way copies of news are. Each tool gets all texts in memory and puts
copies into groups; a pair of documents of one group is right if both are of one story.
"""

import contextlib
import io
import pathlib
import random
import re
import struct
import tempfile

from . import score, task
from .measure import Case, Tool

PERMUTATIONS = 128
WORD = re.compile(r"\w+")


def sentences(text):
    return re.split(r"(?<=[.!?])\s+", text)


def republished(text, chance):
    """Another head and foot."""
    return f"Published by partner {chance.randrange(99)}\n\n{text}\n\nSubscribe to our newsletter. All rights reserved."


def retyped(text, chance):
    """Other quotation marks, dashes and blanks."""
    return re.sub(r"[\u2018\u2019]", "'", re.sub(r"[\u201c\u201d]", '"', text)).replace("\u2014", " - ").replace("\n\n", "\n")


def edited(text, chance):
    """One sentence of eight is gone, another of eight has lost a word."""
    kept = []
    for sentence in sentences(text):
        what = chance.randrange(8)
        words = sentence.split(" ")
        if what == 1 and len(words) > 4:
            del words[chance.randrange(1, len(words) - 1)]
        if what:
            kept.append(" ".join(words))
    return " ".join(kept)


def shortened(text, chance):
    """The first two thirds."""
    kept = sentences(text)
    return " ".join(kept[: max(1, len(kept) * 2 // 3)])


def excerpt(text, chance):
    """A quarter from within."""
    kept = sentences(text)
    size = max(3, len(kept) // 4)
    start = chance.randrange(max(1, len(kept) - size))
    return " ".join(kept[start : start + size])


WHOLE = (republished, retyped, edited)
PARTS = (shortened, excerpt)


def documents(texts, edits, seed=1):
    """(texts, stories): every text, and of every other one two copies."""
    chance = random.Random(seed)
    made = []
    for story, text in enumerate(texts):
        made.append((text, story))
        if story % 2 == 0:
            made += [(edit(text, chance), story) for edit in chance.sample(edits, 2)]
    chance.shuffle(made)
    return [text for text, _ in made], [story for _, story in made]


class Copydesk(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.duplicates = copydesk.Duplicates

    def one(self, texts):
        found = self.duplicates()
        for text in texts:
            found.add(text)
        return [at if row.dup_group is None else -1 - row.dup_group for at, row in enumerate(found.rows())]


class MinHash(Tool):
    """Shingles of five words in lower case, 128 permutations, and a threshold of the estimated Jaccard similarity."""

    threshold = 0.5

    def groups(self, texts, hashed, index, same):
        hashes = []
        for at, text in enumerate(texts):
            hashes.append(hashed(text))
            index.insert(at, hashes[-1])
        pairs = (
            (at, other)
            for at, minhash in enumerate(hashes)
            for other in index.query(minhash)
            if other < at and same(minhash, hashes[other]) >= self.threshold
        )
        return joined(len(texts), pairs)


class Rensa(MinHash):
    package = "rensa"
    name = "rensa, .5"

    def __init__(self):
        import rensa

        self.rensa = rensa

    def one(self, texts):
        def hashed(text):
            minhash = self.rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
            minhash.update(shingles(text))
            return minhash

        index = self.rensa.RMinHashLSH(threshold=self.threshold, num_perm=PERMUTATIONS, num_bands=32)
        return self.groups(texts, hashed, index, lambda one, other: one.jaccard(other))


class RensaLoose(Rensa):
    name = "rensa, .3"
    threshold = 0.3


class Datasketch(MinHash):
    package = "datasketch"
    name = "datasketch, .5"

    def __init__(self):
        import datasketch

        self.datasketch = datasketch

    def one(self, texts):
        def hashed(text):
            minhash = self.datasketch.MinHash(num_perm=PERMUTATIONS)
            minhash.update_batch([shingle.encode() for shingle in shingles(text)])
            return minhash

        index = self.datasketch.MinHashLSH(threshold=self.threshold, num_perm=PERMUTATIONS)
        return self.groups(texts, hashed, index, lambda one, other: one.jaccard(other))


class DatasketchLoose(Datasketch):
    name = "datasketch, .3"
    threshold = 0.3


class Datatrove(Tool):
    """The first three steps of its deduplication as they stand, in one process, with files between them; the fourth
    would drop all but one document of a cluster. Its buckets and hashes amount to a threshold of about .72."""

    package = name = "datatrove"

    def __init__(self):
        import datatrove.data
        import datatrove.pipeline.dedup
        import loguru

        loguru.logger.disable("datatrove")
        self.dedup, self.document = datatrove.pipeline.dedup, datatrove.data.Document

    def one(self, texts):
        documents = (self.document(text=text, id=str(at)) for at, text in enumerate(texts))
        config = self.dedup.MinhashConfig()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
            hashes, buckets, clusters = (f"{folder}/{name}" for name in ("hashes", "buckets", "clusters"))
            self.dedup.MinhashDedupSignature(hashes, config=config).run(documents, 0, 1)
            step = self.dedup.MinhashDedupBuckets(hashes, buckets, config=config)
            for bucket in range(config.num_buckets):
                step.run(None, bucket, config.num_buckets)
            self.dedup.MinhashDedupCluster(buckets, clusters, config=config, save_cluster_id=True).run(None, 0, 1)
            file = pathlib.Path(clusters, "000000.clusters")
            found = dict(struct.iter_unpack("<II", file.read_bytes())) if file.exists() else {}
        return [-1 - found[at] if at in found else at for at in range(len(texts))]


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


class Copies(task.Task):
    key = "copies"
    title = "Copies of articles"
    unit = "documents"
    tools = (Copydesk, Rensa, RensaLoose, Datasketch, DatasketchLoose, Datatrove)
    notes = (
        "Bodies of articles and two copies of every other one, made by these edits: another head and foot, other "
        "typography, single sentences and words gone (`whole texts`), which MinHash is made for; and of another set "
        "the first two thirds or a quarter from within (`parts`), which it is not made for. F1 of pairs.",
        "MinHash of shingles of five words, 128 permutations; the number is the threshold. datatrove runs with its "
        "defaults, which take all numbers for equal. copydesk's own set of invented reports, with templated look-alikes: "
        "`cargo xtask eval duplicates`.",
    )

    def batches(self, source):
        texts = [text for text in source.texts if len(text) > 1_000]
        texts = source.some(list(dict.fromkeys(texts)), 150 if source.is_quick else 900)
        for kind, edits in (("whole texts", WHOLE), ("parts", PARTS)):
            made, stories = documents(texts, edits)
            if made:
                yield [Case(made, stories, kind, kind, len(made))]

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            scores = {tool: score.groups(pairs[0][1], pairs[0][0].gold)
                      for tool, pairs in tools.items() if pairs[0][1]}
            for at, column in enumerate(("precision", "recall", "F1")):
                rows.append((f"{name}, {column}", {tool: values[at] for tool, values in scores.items()}))
        return rows
