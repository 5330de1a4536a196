"""Texts with annotated expressions of time: MEANTIME (TIMEX3 beside tokens) and WikiWars (TIMEX2 in the text)."""

import html
import re
import xml.etree.ElementTree

# Only the first sentences of MEANTIME are annotated.
ANNOTATED = 6
CLOSING = {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "\u2019s", "n't", "''", "'"}
OPENING = ("(", "[", "$", "\u00a3", "\u20ac", "\n", "``")


def meantime(path):
    """(text, day of the document, [(start, end, value)]) of a file; tokens are joined as they are printed."""
    root = xml.etree.ElementTree.fromstring(path.read_bytes())
    text, places, sentence = "", {}, 0
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        if number >= ANNOTATED:
            continue
        if number > sentence:
            text += "\n\n"
        sentence = number
        word = token.text or ""
        if text and not text.endswith(OPENING) and word not in CLOSING:
            text += " "
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
    day, gold = None, []
    for timex in root.iter("TIMEX3"):
        value = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME":
            day = value
        anchors = [places[anchor.get("t_id")] for anchor in timex.iter("token_anchor") if anchor.get("t_id") in places]
        if anchors:
            gold.append((min(start for start, _ in anchors), max(end for _, end in anchors), value))
    return text, is_day(day) or first_day(text), sorted(gold)


def wikiwars(path):
    """The same of a file with tags in its text."""
    source = path.read_text(encoding="utf-8")
    header = re.search(r'<DATETIME>.*?val="([^"]*)"', source, re.S)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S)
    text, gold, open_ = "", [], []
    for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", body[1] if body else ""):
        text += html.unescape(words)
        if tag.startswith("<TIMEX2"):
            value = re.search(r'\bval="([^"]*)"', tag, re.I)
            open_.append((len(text), value[1] if value else ""))
        elif tag.startswith("</TIMEX2") and open_:
            start, value = open_.pop()
            if start < len(text):
                gold.append((start, len(text), value))
    return text, is_day(header[1][:10] if header else None), sorted(gold)


def is_day(value):
    return value if value and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None


def first_day(text):
    """The date line below the title, where a file does not name the day of the document in the usual form."""
    import copydesk

    days = (is_day(date.value) for date in copydesk.dates(text))
    return next((day for day in days if day), None)


def documents(folder):
    """{set: [(text, day, gold)]} of a folder of values."""
    found = {}
    for name, pattern, read in (("MEANTIME", "meantime/*/*.xml", meantime), ("WikiWars", "wikiwars/keyinline/*.xml", wikiwars)):
        files = [read(path) for path in sorted(folder.glob(pattern))]
        if files:
            found[name] = files
    return found
