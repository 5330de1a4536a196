"""Reads one document with the installed package: whether a wheel works where it was installed."""

from importlib.metadata import files
from pathlib import Path

import copydesk

seed = Path(__file__).parents[2] / "seeds" / "summit-01-mojibake" / "source.txt"
article = copydesk.read(seed)
assert article.title, "the document has a title"
assert article.mentions, "names were found"
raw = seed.read_bytes()
for mention in article.mentions:
    place = mention.source
    assert 0 <= place.start < place.end <= len(raw), (mention.text, place)
bill = "dist-info/sboms/copydesk.cyclonedx.json"
assert any(str(file).replace("\\", "/").endswith(bill) for file in files("copydesk") or ()), "a bill of materials"
print(article.title, len(article.mentions), "mentions")
