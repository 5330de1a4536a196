"""Dates, amounts and patterns in text: copydesk beside dateparser and Recognizers-Text.

dateparser and Recognizers-Text get one paragraph a call: they know nothing of other paragraphs, and their time grows
faster than the text. All are given English, and the day that relative dates count from.
"""

import datetime
import json
import re

from . import score, task, timex
from .measure import Case, Tool

REFERENCE = "2024-10-16"


def paragraphs(text):
    """Paragraphs and where each starts."""
    return [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]


def moment(day):
    return datetime.datetime.fromisoformat(day or REFERENCE)


class CopydeskDates(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.dates = copydesk.dates

    def one(self, value):
        text, day = value
        return [(date.start, date.end, [date.value]) for date in self.dates(text, day or REFERENCE)]


class Dateparser(Tool):
    """Its search gives the words that it took for a date, without their place, which is looked for afterwards."""

    package = "dateparser"
    name = "dateparser.search"

    def __init__(self):
        from dateparser.search import search_dates

        self.search = search_dates

    def one(self, value):
        text, day = value
        settings = {"RELATIVE_BASE": moment(day)}
        found = []
        for base, paragraph in paragraphs(text):
            at = 0
            for words, when in self.search(paragraph, languages=["en"], settings=settings) or []:
                start = paragraph.find(words, at)
                if start >= 0:
                    at = start + len(words)
                    found.append((base + start, base + at, [when.isoformat()]))
        return found


class RecognizersDates(Tool):
    package = "recognizers-text-suite"
    name = "Recognizers-Text"

    def __init__(self):
        import recognizers_suite

        self.find = recognizers_suite.recognize_datetime
        self.culture = recognizers_suite.Culture.English

    def one(self, value):
        text, day = value
        found = []
        for base, paragraph in paragraphs(text):
            for result in self.find(paragraph, self.culture, reference=moment(day)):
                values = (result.resolution or {}).get("values") or []
                texts = [value.get(key) for value in values for key in ("timex", "value", "start")]
                found.append((base + result.start, base + result.end + 1, [text for text in texts if text]))
        return found


def accepts(found, gold):
    """Whether one of the values found is that of the gold. A point in time that is finer than the gold counts as
    right where it lies in it, because dateparser gives no other: 2009-03-14T00:00 for 2009-03."""
    if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", gold):
        return any(re.fullmatch(rf"{gold}(-.*|T.*)?", value) for value in found)
    return gold in found


def identical(found, gold):
    return gold in found


class Dates(task.Task):
    key = "dates"
    title = "Expressions of time"
    unit = "kB"
    tools = (CopydeskDates, Dateparser, RecognizersDates)
    notes = (
        "`value` counts an expression that overlaps the annotated one and has its value; a finer point in time counts as "
        "right where it lies in the gold, as dateparser gives no other. Of Recognizers-Text any of its readings counts.",
        "dateparser gives points in time only, no durations and no sets, and Recognizers-Text other values for some of "
        "what is annotated; dateparser counts a preposition in. So compare the relaxed rows first. copydesk's grammar was "
        "made while looking at these sets.",
    )

    def batches(self, source):
        for text in source.bodies(12_000 if source.is_quick else 40_000):
            yield [Case((text[:4_000], None), None, "", "news", len(text[:4_000].encode()) / 1000)]
        folder = source.folder("values")
        for name, documents in (timex.documents(folder) if folder else {}).items():
            for text, day, gold in source.some(documents, 8) if source.is_quick else documents:
                yield [Case((text, day), [(start, end, value) for start, end, value in gold], name)]

    def quality(self, answered):
        rows = []
        sets = task.by_set(answered)
        for name, tools in sets.items():
            if name:
                scores = {
                    tool: score.expressions(((found or [], case.gold) for case, found in pairs), accepts)
                    for tool, pairs in tools.items()
                }
            elif len(sets) == 1:
                name = "with copydesk"
                same = lambda found, gold: any(accepts(found, value) for value in gold)
                scores = {
                    tool: score.expressions(((found or [], ours or []) for ours, found in pairs), same)
                    for tool, pairs in task.agreement(tools).items()
                }
            else:
                continue
            for at, column in enumerate(("strict", "relaxed", "value")):
                rows.append((f"{name}, {column} F1 %", {tool: 100 * values[at] for tool, values in scores.items()}))
        return rows


class CopydeskValues(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.module = copydesk

    def one(self, value):
        text, model = value
        found = []
        if model in ("", *AMOUNTS):
            for amount in self.module.amounts(text):
                kind = self.kind(amount)
                if kind == model or not model:
                    found.append((amount.start, amount.end, amount.value))
        if model in ("", *PATTERNS):
            for pattern in self.module.patterns(text):
                if pattern.type == PATTERNS.get(model) or not model:
                    found.append((pattern.start, pattern.end, None))
        return [it for it in found if it[0] is not None]

    def kind(self, amount):
        """The model of Recognizers-Text that an amount belongs to."""
        if amount.type == "MONEY":
            return "CurrencyModel"
        if amount.type == "PERCENT":
            return "PercentModel"
        if amount.dimension in ("temperature", "age"):
            return f"{amount.dimension.title()}Model"
        return "DimensionModel" if amount.dimension else None


class RecognizersValues(Tool):
    package = "recognizers-text-suite"
    name = "Recognizers-Text"

    def __init__(self):
        import recognizers_suite

        self.culture = recognizers_suite.Culture.English
        self.models = {
            model: getattr(recognizers_suite, f"recognize_{name}")
            for model, name in {
                "PercentModel": "percentage",
                "CurrencyModel": "currency",
                "DimensionModel": "dimension",
                "TemperatureModel": "temperature",
                "AgeModel": "age",
                "PhoneNumberModel": "phone_number",
                "IpAddressModel": "ip_address",
                "EmailModel": "email",
                "URLModel": "url",
            }.items()
        }

    def one(self, value):
        text, model = value
        found = []
        for name in [model] if model else self.models:
            for base, paragraph in paragraphs(text):
                for result in self.models[name](paragraph, self.culture):
                    value = (result.resolution or {}).get("value")
                    found.append((base + result.start, base + result.end + 1, value))
        return found


AMOUNTS = ("PercentModel", "CurrencyModel", "DimensionModel", "TemperatureModel", "AgeModel")
PATTERNS = {
    "PhoneNumberModel": "phone",
    "IpAddressModel": "ip",
    "EmailModel": "email",
    "URLModel": "url",
}


def number(value):
    try:
        return round(float(str(value).rstrip("%")), 9)
    except ValueError:
        return value


class Values(task.Task):
    key = "values"
    title = "Amounts, units and patterns"
    unit = "kB"
    tools = (CopydeskValues, RecognizersValues)
    notes = (
        "The cases are those of Recognizers-Text itself, and copydesk's grammar was developed on them. An amount is right "
        "where it overlaps the one of the case and has its number, a pattern where it has its span; units without a "
        "number are left out. News are read with all these models.",
    )

    def batches(self, source):
        for text in source.bodies(8_000 if source.is_quick else 24_000):
            yield [Case((text[:4_000], ""), None, "", "news", len(text[:4_000].encode()) / 1000)]
        folder = source.folder("values/recognizers-text")
        for file in sorted(folder.glob("*/*.json")) if folder else []:
            model = file.stem
            if model not in (*AMOUNTS, *PATTERNS):
                continue
            cases = json.loads(file.read_text(encoding="utf-8-sig"))
            kept = [Case((case["Input"], model), gold(case), model) for case in cases if gold(case) is not None]
            yield kept

    def quality(self, answered):
        rows = []
        sets = task.by_set(answered)
        for name, tools in sets.items():
            if not name and len(sets) > 1:
                continue
            pairs = {tool: [(found or [], case.gold) for case, found in both] for tool, both in tools.items()}
            if not name:
                name = "with copydesk"
                pairs = {tool: [(found or [], ours or []) for ours, found in both]
                         for tool, both in task.agreement(tools).items()}
            values = {}
            for tool, both in pairs.items():
                if name in PATTERNS:
                    values[tool] = 100 * score.spans(([it[:2] for it in found], [it[:2] for it in gold])
                                                     for found, gold in both)
                else:
                    same = lambda found, gold: number(found) == number(gold)
                    both = [(counted(found), counted(gold)) for found, gold in both]
                    values[tool] = 100 * score.expressions(both, same)[2]
            count = len(next(iter(tools.values())))
            rows.append((f"{name}, F1 % ({count})", values))
        return rows


def counted(amounts):
    """Those with a number: some cases have the unit alone (`a small percent`)."""
    return [amount for amount in amounts if isinstance(number(amount[2]), float)]


def gold(case):
    """The results of a case as (start, end, number); None where it names no places."""
    found = []
    for result in case.get("Results", []):
        if "Start" not in result or "End" not in result:
            return None
        value = (result.get("Resolution") or {}).get("value")
        # The last character counts in.
        found.append((result["Start"], result["End"] + 1, value))
    return found
