"""Scores. One function measures all tools: answers are plain values, in code points of the text.

Where there is no gold, what copydesk answers stands in its place, and the score is the agreement with it.
"""

import collections
import re
import statistics
import unicodedata


def f1(right, found, gold):
    """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * right / (found + gold) if found + gold else 1.0


def shingles(text):
    """Runs of four words, each as often as it occurs; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    count = max(1, len(words) - 3) if words else 0
    return collections.Counter(tuple(words[at : at + 4]) for at in range(count))


def bodies(pairs):
    """Shingle F1 of pairs (found, gold): of mean precision over pages with an answer and mean recall over pages with
    a gold body (scrapinghub/article-extraction-benchmark)."""
    precisions, recalls = [], []
    for found, gold in pairs:
        found, gold = shingles(found or ""), shingles(gold or "")
        shared = sum((found & gold).values())
        if found:
            precisions.append(shared / sum(found.values()))
        if gold:
            recalls.append(shared / sum(gold.values()))
    precision, recall = (statistics.mean(values) if values else 0.0 for values in (precisions, recalls))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def segments(triples):
    """F1 of triples (found, with, without): segments that must be in a text are recall, those that must not are
    precision. White space of any kind and number counts as one blank."""
    right = missed = wrong = 0
    for found, with_, without in triples:
        found = " ".join((found or "").split())
        here = sum(" ".join(segment.split()) in found for segment in with_)
        right += here
        missed += len(with_) - here
        wrong += sum(" ".join(segment.split()) in found for segment in without)
    return 2 * right / (2 * right + missed + wrong) if right else 0.0


def letters(text):
    """Letters and digits in lower case."""
    return "".join(letter for letter in text or "" if letter.isalnum()).lower()


def names(value):
    """The people in a gold value, each as `letters`; one string may hold several."""
    values = [value] if isinstance(value, str) else value or []
    parts = (part for text in values for part in re.split(r"[;,]| and | und | & ", text))
    return {letters(part) for part in parts} - {""}


def authors(found, gold):
    """F1 of the names on a page."""
    found, gold = {letters(name) for name in found or []} - {""}, names(gold)
    return f1(len(found & gold), len(found), len(gold))


def visible(text):
    """A text as a reader sees it: composed, without invisible characters, with single blanks."""
    text = unicodedata.normalize("NFC", text or "")
    kept = (letter for letter in text if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf"))
    return " ".join("".join(kept).split())


def spans(pairs):
    """F1 of pairs (found, gold) of collections of spans, which may have further values."""
    right = found_count = gold_count = 0
    for found, gold in pairs:
        found, gold = set(map(tuple, found)), set(map(tuple, gold))
        right += len(found & gold)
        found_count += len(found)
        gold_count += len(gold)
    return f1(right, found_count, gold_count)


def ends(text, sentences):
    """The boundaries inside a text out of spans of sentences: the offset behind the last character that is no white
    space. The last one of a text does not count."""
    found = {start + len(text[start:end].rstrip()) for start, end in sentences if text[start:end].strip()}
    return {end for end in found if end < len(text.rstrip())}


def boundaries(triples):
    """F1 of the sentence boundaries of triples (text, sentences found, boundaries of the gold)."""
    pairs = [(ends(text, found), gold) for text, found, gold in triples]
    return spans([([(end,) for end in found], [(end,) for end in gold]) for found, gold in pairs])


def sentences(text, spans_found):
    """The sentences of a text, cut at their ends."""
    found, start = [], 0
    for end in [*sorted(ends(text, spans_found)), len(text)]:
        found.append(text[start:end].strip())
        start = end
    return [sentence for sentence in found if sentence]


def overlaps(found, gold):
    """Pairs (index of gold, index of found) that overlap, one to one: the same spans first, then the longest
    overlaps. Both are (start, end, …)."""
    candidates = []
    for i, (start, end, *_) in enumerate(gold):
        for k, (from_, to, *_) in enumerate(found):
            shared = min(end, to) - max(start, from_)
            if shared > 0:
                candidates.append(((start, end) != (from_, to), -shared, i, k))
    pairs, seen_gold, seen_found = [], set(), set()
    for _, _, i, k in sorted(candidates):
        if i not in seen_gold and k not in seen_found:
            seen_gold.add(i)
            seen_found.add(k)
            pairs.append((i, k))
    return pairs


def expressions(documents, accepts):
    """Strict, relaxed and value F1 of documents (found, gold), both of them (start, end, values): the same span, any
    overlap one to one, and such pairs whose values are equal, as `accepts(found, gold)` says."""
    strict = relaxed = value = found_count = gold_count = 0
    for found, gold in documents:
        pairs = overlaps(found, gold)
        relaxed += len(pairs)
        strict += sum(tuple(found[k][:2]) == tuple(gold[i][:2]) for i, k in pairs)
        value += sum(accepts(found[k][2], gold[i][2]) for i, k in pairs)
        found_count += len(found)
        gold_count += len(gold)
    return tuple(f1(right, found_count, gold_count) for right in (strict, relaxed, value))


def groups(labels, stories):
    """Precision, recall and F1 of the pairs of documents that have one label: right if both are of one story."""

    def pairs(values):
        return sum(count * (count - 1) // 2 for count in collections.Counter(values).values())

    right, found, gold = pairs(zip(labels, stories)), pairs(labels), pairs(stories)
    return right / found if found else 1.0, right / gold if gold else 1.0, f1(right, found, gold)
