"""Repairs of damaged text: copydesk beside ftfy.

The damage is that of a wrongly declared charset: the UTF-8 of a clean line is read as another charset. Where a charset
leaves a byte undefined, it is read as the control character of the same number, as the WHATWG standard has it. Every
line is a text of its own, so nothing is known of the lines around it. A repair is right when a reader sees exactly the
clean line; blanks, invisible characters and the form of composition are folded on both sides (`score.visible`).
"""

import unicodedata

from . import data, score, task
from .measure import Case, Tool

# Codec of Python, and how often the text goes through it.
KINDS = {
    "windows-1252": ("cp1252", 1),
    "windows-1252, twice": ("cp1252", 2),
    "latin-1": ("latin-1", 1),
    "windows-1250": ("cp1250", 1),
    "windows-1251": ("cp1251", 1),
    "KOI8-R": ("koi8-r", 1),
    "MacRoman": ("mac-roman", 1),
    "code page 437": ("cp437", 1),
    "ISO 8859-2": ("iso8859-2", 1),
    "ISO 8859-15": ("iso8859-15", 1),
}
LINES = 150


def damaged(text, codec, layers=1):
    """The text with its UTF-8 read as another charset."""
    table = [bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in range(256)]
    for _ in range(layers):
        text = "".join(table[byte] for byte in text.encode())
    return text


def mixed(text, codec):
    """The text with every other word beyond ASCII damaged; nothing where it has not two of them."""
    words, seen = text.split(" "), 0
    for at, word in enumerate(words):
        if not word.isascii():
            seen += 1
            if seen % 2:
                words[at] = damaged(word, codec)
    return " ".join(words) if seen > 1 else None


class Copydesk(Tool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.normalize = copydesk.normalize

    def one(self, text):
        return self.normalize(text).text


class Ftfy(Tool):
    package = name = "ftfy"

    def __init__(self):
        import ftfy

        self.fix = ftfy.fix_text
        self.config = ftfy.TextFixerConfig(
            uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False
        )

    def one(self, text):
        return self.fix(text, self.config)


class Normalize(task.Task):
    key = "normalize"
    title = "Repairs of text"
    unit = "MB"
    tools = (Copydesk, Ftfy)
    notes = (
        "ftfy runs with its defaults, but for what folds sound characters (quotation marks, ligatures, fullwidth forms), "
        "which would count against it; a few of its own cases expect such folding.",
        "copydesk keeps the offsets and a list of its repairs in the same call.",
    )

    def batches(self, source):
        return [*self.speeds(source), *self.lines(source), *self.cases(source)]

    def speeds(self, source):
        texts = source.bodies(150_000 if source.is_quick else 600_000)
        kinds = {
            "news": texts,
            "news, as windows-1252 mojibake": [damaged(text, "cp1252") for text in texts],
            "news, ASCII letters only": [text.encode("ascii", "ignore").decode() for text in texts],
        }
        for kind, values in kinds.items():
            for group in grouped(values, 20):
                yield [Case(text, None, "", kind, len(text.encode()) / 1e6) for text in group]

    def lines(self, source):
        path = source.folder("normalize/udhr.jsonl")
        if path:
            texts = [line for row in data.lines(path) for line in row["text"].splitlines()]
        else:
            texts = [line for text in source.texts for line in text.splitlines()][:20_000]
        texts = [unicodedata.normalize("NFC", line.strip()) for line in texts if line.strip()]
        texts = source.some(texts, 1_500 if source.is_quick else 20_000)
        for group in grouped(texts, LINES):
            yield [Case(text, text, "clean lines unchanged") for text in group]
        beyond = [text for text in texts if not text.isascii()]
        for kind, (codec, layers) in KINDS.items():
            for group in grouped(beyond, LINES):
                yield [Case(damaged(text, codec, layers), text, f"mojibake of {kind}") for text in group]
        both = [(damage, text) for text in beyond if (damage := mixed(text, "cp1252"))]
        for group in grouped(both, LINES):
            yield [Case(damage, text, "every other word windows-1252 mojibake") for damage, text in group]

    def cases(self, source):
        path = source.folder("normalize/ftfy-cases.jsonl")
        rows = [row for row in data.lines(path) if row["expect"] == "pass"] if path else []
        yield [Case(row["original"], row["fixed"], "ftfy's own cases") for row in rows]

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            if not name:
                continue
            values = {
                tool: task.share(sum(straight(found) == straight(case.gold) for case, found in pairs), len(pairs))
                for tool, pairs in tools.items()
            }
            count = len(next(iter(tools.values())))
            rows.append((f"{name}, exact % ({count:,})", values))
        return rows


def straight(text):
    """What is compared: quotation marks too are folded, as ftfy's own cases expect it."""
    return score.visible(text).translate(str.maketrans("\u2018\u2019\u201a\u201b\u02bc\u201c\u201d\u201e\u201f", "'''''\"\"\"\""))


def grouped(values, count):
    return [values[at : at + count] for at in range(0, len(values), count)]
