"""Pages to text, repairs, sentences, names and dates: copydesk's full record beside a chain of five tools."""

import os
import time

from . import data, names, pages, score, task
from .measure import Case, told
from .values import moment, paragraphs


class CopydeskRecords(pages.PageTool):
    package = "copydesk"
    name = "copydesk, full record"

    def __init__(self):
        import copydesk

        self.desk = copydesk.Desk(threads=1, **self.settings())

    def settings(self):
        return {}

    def one(self, page):
        article = self.desk.read(page.bytes, format="html", uri=page.url)
        return {
            "text": article.body,
            "sentences": [(span.start, span.end) for span in article.sentences],
            "names": [(mention.start, mention.end, mention.label) for mention in article.mentions],
            "dates": [(date.start, date.end, date.value) for date in article.dates],
        }


class CopydeskChain(CopydeskRecords):
    name = "copydesk, without statements"

    def settings(self):
        return {"statements": False}


class Chain(pages.PageTool):
    """What people put together today. spaCy gets all texts of a batch in one call, dateparser a paragraph a call."""

    package = ""
    name = "trafilatura + ftfy + blingfire + spaCy + dateparser"

    def __init__(self):
        import blingfire
        import ftfy
        import spacy
        import trafilatura
        from dateparser.search import search_dates

        self.trafilatura, self.ftfy, self.blingfire, self.search = trafilatura, ftfy, blingfire, search_dates
        model = os.environ.get(names.MODEL)
        self.spacy = spacy.load(model) if model else spacy.blank("en")
        self.spacy.max_length = 10_000_000

    def run(self, inputs):
        steps = dict.fromkeys(("trafilatura", "ftfy", "blingfire", "spaCy", "dateparser"), 0.0)

        def timed(step, work, *arguments):
            begin = time.process_time()
            try:
                return work(*arguments)
            finally:
                steps[step] += time.process_time() - begin

        texts = [timed("trafilatura", self.text, page) for page in inputs]
        texts = [timed("ftfy", self.ftfy.fix_text, text) for text in texts]
        sentences = [timed("blingfire", self.sentences, text) for text in texts]
        found = timed("spaCy", self.names, texts)
        dates = [timed("dateparser", self.dates, text) for text in texts] if self.wants_dates else [[]] * len(texts)
        answers = [
            {"text": text, "sentences": cut, "names": mentions, "dates": when}
            for text, cut, mentions, when in zip(texts, sentences, found, dates)
        ]
        answers[0]["steps"] = steps
        return answers

    wants_dates = True

    def text(self, page):
        return self.trafilatura.extract(page.html, include_comments=False) or ""

    def sentences(self, text):
        return list(self.blingfire.text_to_sentences_and_offsets(text)[1]) if text else []

    def names(self, texts):
        return [
            [(entity.start_char, entity.end_char, entity.label_) for entity in document.ents]
            for document in self.spacy.pipe(texts)
        ]

    def dates(self, text):
        settings = {"RELATIVE_BASE": moment(None)}
        found = []
        for _, paragraph in paragraphs(text):
            try:
                dates = self.search(paragraph, languages=["en"], settings=settings) or []
            except Exception as error:  # any text may break any tool
                self.failures.append(told(error))
                continue
            found += [(words, when.isoformat()) for words, when in dates]
        return found


class ChainWithoutDates(Chain):
    name = "the same without dateparser"
    wants_dates = False


class Pipeline(task.Task):
    key = "pipeline"
    title = "End to end: pages to text, repairs, sentences, names and dates"
    tools = (CopydeskRecords, CopydeskChain, Chain, ChainWithoutDates)
    notes = (
        "copydesk's full record has more than the chain gives: offsets into the page, metadata, amounts, patterns, who is "
        "who, places, quotes, claims, events; the second row leaves the last three out.",
        "Quality of the other parts is in the tables above, as no set has pages with names and dates.",
    )

    def batches(self, source):
        english = [page for page in source.typical(400) if self.is_english(page)]
        for group in chunks(english[: 16 if source.is_quick else 60], 4):
            yield [Case((page, gold.get("url")), gold, name, "pages") for page, gold, name in group]

    def is_english(self, page):
        import copydesk

        return copydesk.extract(data.page_bytes(page[0])).language == "en"

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            pairs = {tool: [((answer or {}).get("text"), case.gold.get("articleBody"))
                            for case, answer in both if case.gold.get("articleBody")]
                     for tool, both in tools.items()}
            count = len(next(iter(pairs.values())))
            if count:
                rows.append((f"{name}: shingle F1 of the text ({count})",
                             {tool: score.bodies(both) for tool, both in pairs.items()}))
        for what in ("sentences", "names", "dates"):
            rows.append((f"{what} a page", {
                tool: sum(len((answer or {}).get(what, ())) for _, answer in pairs) / max(len(pairs), 1)
                for tool, pairs in answered.items()
            }))
        return rows

    def remarks(self, answered):
        steps = {}
        for _, answer in answered.get(Chain.name, ()):
            for step, seconds in (answer or {}).get("steps", {}).items():
                steps[step] = steps.get(step, 0) + seconds
        total = sum(steps.values())
        if not total:
            return []
        shares = ", ".join(f"{step} {100 * seconds / total:.0f} %" for step, seconds in steps.items())
        model = "" if os.environ.get(names.MODEL) else " spaCy has no tagger here, as there was nothing to train it on."
        return [f"Where the time of the chain goes: {shares}.{model}"]


def chunks(values, count):
    return [values[at : at + count] for at in range(0, len(values), count)]
