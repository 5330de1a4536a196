"""The tagger that `compare_mentions.py` sets beside copydesk, and the annotated texts that it learns from.

The tagger is spaCy's blank English pipeline with what `spacy init config --pipeline ner --optimize efficiency` puts in
it: hashed embeddings under a convolution of width 96 and depth 4, and a transition-based tagger. It learns from the
same files as copydesk's, without copydesk's conversion of their annotation, for a number of minutes, and is kept in
a folder.
"""

import random
import time

# Sentences of one training text; a whole document is too long for one step.
SENTENCES = 10


def documents(path):
    """The documents of a CoNLL file (token TAB BIO tag): sentences of tokens and tags."""
    found, sentence = [[]], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        token, _, tag = line.partition("\t")
        if token.startswith("-DOCSTART-"):
            found.append([])
        elif line.strip():
            sentence.append((token, tag.strip() or "O"))
        elif sentence:
            found[-1].append(sentence)
            sentence = []
    return [document for document in found if document]


def text_of(sentences):
    """The text of sentences, with a blank line between them, and its mentions as (start, end, class)."""
    text, mentions = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        inside = False
        for at, (token, tag) in enumerate(sentence):
            text += " " if at else ""
            start, end = len(text), len(text) + len(token)
            text += token
            if tag.startswith("I-") and inside:
                mentions[-1] = (mentions[-1][0], end, mentions[-1][2])
            elif tag != "O":
                mentions.append((start, end, tag[2:]))
            inside = tag != "O"
    return text, mentions


class Spacy:
    package = "spacy"

    def __init__(self, training, folder, minutes):
        import spacy

        if not folder.exists():
            train(training, folder, minutes)
        self.model = spacy.load(folder)
        self.notes = self.model.meta["notes"]

    def mentions(self, texts):
        """The mentions of each text, as (start, end, class)."""
        return [
            [(entity.start_char, entity.end_char, entity.label_) for entity in document.ents]
            for document in self.model.pipe(texts)
        ]


def train(training, folder, minutes):
    """Learns for so many minutes of CPU time, and keeps the pipeline in a folder."""
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    from spacy.util import load_model_from_config, registry

    config = init_config(lang="en", pipeline=["ner"], optimize="efficiency", gpu=False)
    model = load_model_from_config(config, auto_fill=True)
    examples = []
    for path in sorted(training.glob("*.conll")):
        for document in documents(path):
            for at in range(0, len(document), SENTENCES):
                text, mentions = text_of(document[at : at + SENTENCES])
                examples.append(Example.from_dict(model.make_doc(text), {"entities": mentions}))
    words = sum(len(example.reference) for example in examples)
    settings = registry.resolve(model.config["training"])
    optimizer, batches = settings["optimizer"], settings["batcher"]
    model.initialize(lambda: examples, sgd=optimizer)
    chance = random.Random(1)
    begin, seen = time.process_time(), 0
    while elapsed(begin) < minutes:
        chance.shuffle(examples)
        losses = {}
        for batch in batches(examples):
            model.update(batch, sgd=optimizer, drop=settings["dropout"], losses=losses)
            seen += sum(len(example.reference) for example in batch)
            if elapsed(begin) >= minutes:
                break
        print(f"spaCy: {elapsed(begin):.1f} minutes, {seen / words:.2f} epochs, loss {losses['ner']:.0f}", flush=True)
    model.meta["notes"] = f"{seen / words:.1f} epochs of {words} tokens"
    model.to_disk(folder)


def elapsed(begin):
    """Minutes of CPU time."""
    return (time.process_time() - begin) / 60
