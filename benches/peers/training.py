"""Trains the tagger of names that stands beside copydesk, where spaCy's own weights cannot be had.

    python -m peers.training DATA FOLDER MINUTES

The tagger is spaCy's blank English pipeline with what `spacy init config --pipeline ner --optimize efficiency` puts in
it, which is the architecture of its small shipped model: hashed embeddings under a convolution of width 96 and depth 4,
and a transition-based tagger. It learns from the CoNLL files of DATA/ner/train, from which copydesk's learnt too,
without copydesk's conversion of their annotation, for so many minutes of CPU time, and is kept in FOLDER.
"""

import pathlib
import random
import sys
import time

from . import conll

# Sentences of one training text; a whole document is too long for one step.
SENTENCES = 10


def train(training, folder, minutes):
    """Learns for so many minutes of CPU time; what was learnt is kept after each epoch and at the end."""
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    from spacy.util import load_model_from_config, registry

    folder.parent.mkdir(parents=True, exist_ok=True)
    config = init_config(lang="en", pipeline=["ner"], optimize="efficiency", gpu=False)
    model = load_model_from_config(config, auto_fill=True)
    examples = []
    for path in sorted(training.glob("*.conll")):
        for document in conll.documents(path):
            for at in range(0, len(document), SENTENCES):
                text, mentions = conll.text_of(document[at : at + SENTENCES])
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
        model.meta["notes"] = f"{elapsed(begin):.0f} CPU minutes, {seen / words:.1f} epochs of {words:,} tokens"
        with model.use_params(optimizer.averages):
            model.to_disk(folder)


def elapsed(begin):
    """Minutes of CPU time."""
    return (time.process_time() - begin) / 60


if __name__ == "__main__":
    data, folder, minutes = sys.argv[1:]
    train(pathlib.Path(data, "ner/train"), pathlib.Path(folder), float(minutes))
