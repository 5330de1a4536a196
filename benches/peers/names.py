"""Names in text: copydesk beside spaCy, whose tagger is trained here where its weights cannot be had."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

from . import conll, environment, score, task
from .measure import Case, Tool, told

# The classes of the gold; a state, a place and a building are one there.
CLASSES = {"PERSON": "PER", "PER": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
MODEL = "COPYDESK_COMPARE_SPACY"
# Published pipelines, measured where someone has put them into the environment.
SHIPPED = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")


class Copydesk(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.find = copydesk.mentions

    def one(self, text):
        return [(mention.start, mention.end, CLASSES.get(mention.label)) for mention in self.find(text)]


class Spacy(Tool):
    """All texts of a batch go through `pipe`, as spaCy recommends."""

    package = "spacy"

    def __init__(self):
        import spacy

        name = self.pipeline()
        if not name:
            raise ImportError(self.why)
        # Of a published pipeline only what names need.
        self.model = spacy.load(name, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
        self.model.max_length = 10_000_000

    def run(self, texts):
        try:
            return [
                [(entity.start_char, entity.end_char, CLASSES.get(entity.label_)) for entity in document.ents]
                for document in self.model.pipe(texts)
            ]
        except Exception as error:  # any text may break any tool
            self.failures.append(told(error))
            return [None] * len(texts)


class SpacyTrained(Spacy):
    name = "spaCy, small tagger trained here"
    why = "there is no ner/train in the data folder to train it on, and no model of an earlier run"

    def pipeline(self):
        return os.environ.get(MODEL)


class SpacyShipped(Spacy):
    name = "spaCy, shipped pipeline"
    why = (
        "spaCy publishes its pipelines outside of the package registry; one that is put into the environment "
        f"({', '.join(SHIPPED)}) is measured"
    )

    def pipeline(self):
        import spacy.util

        return next((name for name in SHIPPED if spacy.util.is_package(name)), None)


class Names(task.Task):
    key = "names"
    title = "Names: persons, places, organisations"
    unit = "k words"
    tools = (Copydesk, SpacyTrained, SpacyShipped)
    notes = (
        "Strict F1: the same span and the same of three classes; copydesk's and OntoNotes' GPE, LOC and FAC are places.",
        "copydesk learnt from the same training files and from news texts marked for it, and has lists of names, which "
        "spaCy's blank pipeline has not. Its rules were made while looking at these sets.",
    )

    def batches(self, source):
        self.prepare(source)
        texts = source.bodies(150_000 if source.is_quick else 500_000)
        cases = [Case(text, None, "", "news", len(re.findall(r"\w+|[^\w\s]", text)) / 1000) for text in texts]
        for at in range(0, len(cases), 8):
            yield cases[at : at + 8]
        for path in sorted((source.folder("ner/dev") or source.path / "-").glob("*.conll")):
            documents = [conll.text_of(document) for document in conll.documents(path)]
            for at in range(0, len(documents), 40):
                yield [Case(text, gold, path.stem) for text, gold in documents[at : at + 40]]

    def prepare(self, source):
        """Trains the tagger where there is none for this training data; says which one is used."""
        self.told = trained(source)

    def remarks(self, answered):
        return self.told

    def quality(self, answered):
        rows = []
        sets = task.by_set(answered)
        for name, tools in sets.items():
            if name:
                pairs = {tool: [(found or [], case.gold) for case, found in both] for tool, both in tools.items()}
            elif len(sets) == 1:
                name = "with copydesk"
                pairs = {tool: [(found or [], ours or []) for ours, found in both]
                         for tool, both in task.agreement(tools).items()}
            else:
                continue
            rows.append((f"{name}, strict F1", {
                tool: score.spans((known(found), known(gold)) for found, gold in both) for tool, both in pairs.items()
            }))
        return rows


def known(mentions):
    """Those of the three classes."""
    return [mention for mention in mentions if mention[2] in ("PER", "LOC", "ORG")]


def trained(source):
    """Sees to it that there is a trained tagger; what is to be told of it."""
    folder = environment.folder() / "models"
    training = source.folder("ner/train")
    version = environment.version("spacy")
    if training and version:
        data = hashlib.sha256()
        for path in sorted(training.glob("*.conll")):
            data.update(path.read_bytes())
        model = folder / f"spacy-{version}-{data.hexdigest()[:8]}"
        if not model.exists() and source.minutes > 0:
            environment.say(f"trains spaCy's tagger for {source.minutes:g} minutes of CPU time, once")
            command = [sys.executable, "-m", "peers.training", str(source.path), str(model), f"{source.minutes}"]
            done = subprocess.run(command, cwd=pathlib.Path(__file__).parents[1], check=False, stdout=sys.stderr)
            if done.returncode:
                environment.say("spaCy's tagger could not be trained, see above; it is compared with as far as it came")
    else:
        model = max(folder.glob("spacy-*"), key=lambda path: path.stat().st_mtime, default=None)
    if not model or not model.exists():
        return []
    os.environ[MODEL] = str(model)
    notes = json.loads((model / "meta.json").read_text(encoding="utf-8"))["notes"]
    return [f"spaCy's tagger has the architecture of its small pipeline and was trained for this: {notes}."]
