"""Writes `record.md`, the reference of the record.

    python record.py           writes the page
    python record.py --check   says whether the page is current

Fields, types and meanings are those of the JSON Schema, the words of a list of values those of the
documentation in `copydesk-core`, the examples values of the records in `seeds/`.
"""

import argparse
import difflib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "python/docs/record.md"
SCHEMA = ROOT / "crates/copydesk/schema/article-1.json"
CORE = ROOT / "crates/copydesk-core/src"
# Examples come from the first of these that has a value, then from the other seeds.
FIRST = ["port-strike-01-full-furniture", "drones-01-agency", "summit-01-mojibake"]

HEAD = """\
<!-- Written by python/docs/generate/record.py; change the schema or that file. -->

# The record

After this page you can look up every field of a record: its type, its unit, what it means, and a value that it has in one
of the project's own documents.

A record has the same fields in JSON, in Arrow and Parquet, and in Python. Its version is `copydesk.article/1`;
`copydesk schema` and `copydesk.schema()` give the JSON Schema that this page is made from.

## Offsets

Everything that stands somewhere has `start`, `end`, `text` and `source`:

- `start` and `end` count **code points** of the field `text` of the article, half open, so that in Python
  `article.text[m.start:m.end] == m.text`. They are null for what stands in a dropped part of the page.
- `source.start` and `source.end` count what `source.unit` of the article names: `byte` where the input was bytes or a
  file, `char` (code points) where it was a Python string. So `raw[m.source.start:m.source.end]` is where it came from.
- In Rust all offsets are bytes of UTF-8.

```python
from pathlib import Path
import copydesk

path = Path("seeds/summit-01-mojibake/source.txt")
article = copydesk.read(path)
raw = path.read_bytes()
mention = next(m for m in article.mentions if m.text.startswith("Vardø"))
print(article.text[mention.start:mention.end])
print(raw[mention.source.start:mention.source.end].decode())
```

```text
```

## Other shapes

- **Python** has the same names, with these differences: indices are the things themselves (`mention.entity` is an
  `Entity`, `quote.speaker_entity` too); `class` and `from` are `class_` and `from_`; `si` is `si_value` and `si_unit`; what
  JSON leaves out is `None` or an empty list. `article.to_dict()` is the JSON as a dict.
- **Arrow and Parquet** have the same nested columns; what JSON leaves out is null, or an empty list.
- **Rust**: `copydesk::Article`, with spans of bytes and without copies of the words (`mention.span.of(&article.text)`).

"""

# What no record of the seeds has: tokens have to be asked for, a gazetteer has to be given, …
RARE: dict[str, Any] = {
    "blocks": [{"cells": [{"columns": 2, "rows": 3}]}],
    "tokens": [{"start": 0, "end": 6, "text": "Gdynia", "source": {"start": 4433, "end": 4439}, "class": "word"}],
    "entities": [{"identifiers": {"id": "ACME-1"}}],
    "amounts": [{"range": [5.0, 10.0]}],
    "patterns": [{"start": 40, "end": 54, "words": ["Ice", "Bucket"], "region": "GB"}],
}

# Units, by the end of the path.
UNITS = {
    "source.start": "`source.unit`",
    "source.end": "`source.unit`",
    "start": "code points",
    "end": "code points",
    "source.bytes": "bytes",
    "confidence": "0 to 1",
    "article_score": "0 to 1",
    "coordinates": "degrees",
    "interval": "days",
    "published": "day or time",
    "modified": "day or time",
    "fetched": "time",
    "si.value": "`si.unit`",
    "amounts[].value": "`unit`",
    "amounts[].range": "`unit`",
}
# What is the same everywhere and stands in the definitions without words of its own.
MEANINGS = {
    "start": "Where it begins in `text`.",
    "end": "Where it ends in `text`: the first code point behind it.",
    "text": "Its words.",
    "source": "Where it stands in the source.",
}

Schema = dict[str, Any]


class Reference:
    """The schema, its records and its words."""

    def __init__(self) -> None:
        self.schema: Schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        folders = sorted(path.parent for path in ROOT.glob("seeds/*/expected.json"))
        folders.sort(key=lambda folder: FIRST.index(folder.name) if folder.name in FIRST else len(FIRST))
        self.records: list[Any] = []
        for folder in folders:
            self.records += json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        self.records.append(RARE)
        self.values = dict(values())
        self.told: dict[tuple[str, ...], str] = {}

    def resolve(self, node: Schema) -> Schema:
        """The node with what it refers to."""
        while "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            node = {**self.schema["$defs"][name], **{k: v for k, v in node.items() if k != "$ref"}}
        if "anyOf" in node:
            inner = [self.resolve(choice) for choice in node["anyOf"]]
            real = next(choice for choice in inner if choice.get("type") != "null")
            node = {**real, **{k: v for k, v in node.items() if k != "anyOf"}, "nullable": True}
        return node

    def fields(self, node: Schema) -> Iterator[tuple[str, Schema, bool]]:
        """Name, schema and presence of each field of an object."""
        required = set(node.get("required", []))
        own = {}
        for base in map(self.resolve, node.get("allOf", [])):
            own.update(base.get("properties", {}))
            required |= set(base.get("required", []))
        own.update(node.get("properties", {}))
        for name, child in own.items():
            yield name, self.resolve(child), name in required

    def kind(self, node: Schema, required: bool) -> str:
        """The type, in words."""
        names = node.get("type", "")
        names = [names] if isinstance(names, str) else list(names)
        null = "null" in names or node.get("nullable", False) or None in node.get("enum", [])
        names = [name for name in names if name not in {"null", ""}]
        if "const" in node or "enum" in node:
            names = ["string"]
        kind: str = names[0]
        if kind == "array":
            items = self.resolve(node["items"]) if node.get("items") else {}
            inner = "arrays" if items.get("type") == "array" else plural(self.kind(items, True) if items else "")
            size = node.get("minItems") if node.get("minItems") == node.get("maxItems") else None
            kind = f"list of {size} {inner}" if size else f"list of {inner}"
        if null:
            kind += " or null"
        if not required:
            kind += ", left out where empty"
        return kind

    def example(self, path: str) -> str:
        """A value of the field in a record."""
        for record in self.records:
            for value in reach(record, path.split(".")):
                if value is not None and value != [] and value != "":
                    return shown(value)
        return ""

    def rows(self, node: Schema, path: str) -> Iterator[tuple[str, str]]:
        """The table of an object, and the tables of the objects in it, each under its path."""
        lines = ["| field | type | unit | meaning | example |", "|---|---|---|---|---|"]
        deeper: list[tuple[Schema, str]] = []
        words: list[str] = []
        for name, child, required in self.fields(node):
            at = f"{path}.{name}" if path else name
            place = path and name in MEANINGS
            meaning = child.get("description") or (MEANINGS[name] if place else "")
            if not meaning:
                sys.exit(f"{SCHEMA.name}: {at} has no description")
            items = self.resolve(child["items"]) if child.get("items") else {}
            inner = items if items.get("type") == "object" else child
            example = self.example(at)
            kind = self.kind(child, required)
            if inner.get("type") == "object" and not place:
                below = at + ("[]" if inner is items else "")
                if {name for name, _, _ in self.fields(inner)} == set(MEANINGS):
                    kind = kind.replace("objects", "[places](#offsets)").replace("object", "[place](#offsets)")
                    example = self.example(below + ".text")
                else:
                    deeper.append((inner, below))
                    example = f"[below](#{anchor(below)})"
            if isinstance(child.get("items"), dict) and items.get("type") == "array":
                meaning += " " + items["description"]
            choices = [value for value in child.get("enum", []) if value is not None]
            if choices:
                words += self.choices(at, choices)
            unit = next((UNITS[end] for end in UNITS if at == end or at.endswith("." + end)), "")
            lines.append(f"| `{name}` | {kind} | {unit} | {meaning} | {example} |")
        yield path, "\n".join([*lines, "", *words])
        for child, at in deeper:
            yield from self.rows(child, at)

    def choices(self, path: str, choices: list[str]) -> list[str]:
        """What each of the values of a field means."""
        if path.endswith(("status", "label", "speaker_kind", "claimed_by_kind", "link.kind")):
            before = self.told.setdefault(tuple(choices), path)
            if before != path:
                return [f"Values of `{path}`: those of [`{before}`](#{anchor(before.rpartition('.')[0])}).", ""]
        for known in self.values.values():
            if set(choices) <= set(known):
                lines = [f"Values of `{path}`:", "", "| value | meaning |", "|---|---|"]
                return [*lines, *(f"| `{value}` | {known[value]} |" for value in choices), ""]
        sys.exit(f"no list in {CORE} has the values of {path}: {choices}")


def values() -> Iterator[tuple[str, dict[str, str]]]:
    """The lists of values in the sources of the record, each value with its documentation."""
    variant = re.compile(r"((?:^ *///[^\n]*\n)+) *\w+ = \"([^\"]+)\",", re.M)
    for file in sorted(CORE.rglob("*.rs")):
        source = file.read_text(encoding="utf-8")
        for name, body in re.findall(r"named_enum! \{.*?^    (\w+) \{\n(.*?)^    \}", source, re.M | re.S):
            yield name, {value: document(words) for words, value in variant.findall(body)}
    yield "Severity", {
        "info": "Something was repaired or decided; the record is as good as a clean one.",
        "warning": "The record may be incomplete or partly wrong.",
        "error": "The document could not be read, or a stage failed on it; the record is what is left.",
    }
    yield "Unit", {"byte": "Bytes of the input.", "char": "Code points of the string that was read."}
    yield "Container", {
        "quote": "A quotation set apart.",
        "unordered-list": "A list with marks.",
        "ordered-list": "A list with numbers.",
        "term": "A term of a description list.",
        "description": "What a description list says of a term.",
        "table": "A table.",
    }
    yield "Token", {
        "word": "A word, also with digits in it.",
        "number": "A number.",
        "punctuation": "A mark.",
        "symbol": "A sign that is neither mark nor currency.",
        "currency": "A sign of a currency.",
        "url": "A web address.",
        "email": "An e-mail address.",
        "handle": "A handle: `@desk`.",
        "hashtag": "A hashtag.",
        "emoji": "An emoji.",
    }


def document(comment: str) -> str:
    """The words of a documentation comment, links as code."""
    words = " ".join(line.strip().removeprefix("///").strip() for line in comment.strip().splitlines())
    words = re.sub(r"\[(`[^`]+`)\](\([^)]*\))?", r"\1", words)
    return re.sub(r"`[A-Z]\w+::(\w+)`", r"`\1`", words).replace("|", "\\|")


def plural(kind: str) -> str:
    return {"string": "strings", "object": "objects", "integer": "integers", "number": "numbers"}.get(kind, kind)


def anchor(path: str) -> str:
    """The anchor that the heading of a path has."""
    return re.sub(r"[^a-z0-9_-]", "", path.lower())


def reach(value: Any, path: list[str]) -> Iterator[Any]:
    """The values at a path; `[]` behind a name stands for every item."""
    if not path:
        yield value
        return
    name = path[0].removesuffix("[]")
    if not isinstance(value, dict) or name not in value:
        return
    below = value[name]
    if path[0].endswith("[]"):
        for item in below or []:
            yield from reach(item, path[1:])
    else:
        yield from reach(below, path[1:])


def shown(value: Any) -> str:
    """A value as code in a cell."""
    if isinstance(value, list):
        value = value[:2] if all(not isinstance(item, (list, dict)) for item in value) else value[:1]
    if isinstance(value, dict) and set(value) == {"start", "end"}:
        value = {"start": value["start"], "end": value["end"]}
    if isinstance(value, float):
        value = round(value, 3)
    if isinstance(value, str) and len(value) > 48:
        value = value[:47] + "…"
    text = json.dumps(value, ensure_ascii=False)
    return (f"`` {text} ``" if "`" in text else f"`{text}`").replace("|", "\\|")


def page() -> str:
    """The whole page, without the output of its blocks."""
    reference = Reference()
    parts = [HEAD]
    for path, table in reference.rows(reference.schema, ""):
        level = "##" if path.count(".") == 0 else "###"
        title = f"`{path}`" if path else "Fields of the article"
        parts.append(f"{level} {title}\n\n{table.strip()}\n\n")
    return "".join(parts).rstrip() + "\n"


def same(text: str) -> str:
    """The page without what its blocks print, which is checked by running them."""
    return re.sub(r"^```text\n.*?^```$", "```text\n```", text, flags=re.M | re.S)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="say whether the page is current")
    arguments = parser.parse_args()
    new = page()
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if same(old) == new:
        return
    if arguments.check:
        difference = difflib.unified_diff(same(old).splitlines(), new.splitlines(), "page", "schema", lineterm="", n=0)
        sys.exit("record.md is not current; run python python/docs/generate\n" + "\n".join(difference))
    outputs = iter(re.findall(r"^```text\n(.*?)^```$", old, re.M | re.S))
    PAGE.write_text(re.sub(r"^```text\n```$", lambda _: f"```text\n{next(outputs, '')}```", new, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    main()
