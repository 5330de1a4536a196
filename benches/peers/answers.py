#!/usr/bin/env python3
"""What other tools make of given pages and texts, as JSON lines, which `cargo xtask eval` scores.

    python answers.py text DIR        trafilatura, newspaper4k
    python answers.py metadata DIR    the same and htmldate
    python answers.py repair DIR      ftfy
    python answers.py segment         Punkt, pySBD, blingfire, sentencex, of JSON lines {id, text} on standard input
    python answers.py language        py3langid, pycld2, likewise

DIR holds gold.json and html/<id>.html.gz; for `repair`, texts.jsonl with {id, text}. Each line is {tool, id} with what
was asked: text; title, authors and date; sentences (their ends) and tokens (spans), in code points; language. One line
for each tool is {tool, version, seconds}, the CPU time of all its answers. Tools that are not installed are named on
standard error. Where a tool fails, it has no values.
"""

import json
import pathlib
import sys
import time

# Not this folder: its modules have names that those of a tool may have.
sys.path[0] = str(pathlib.Path(__file__).resolve().parents[1])

from peers import data, environment, measure, pages, repairs, segments


class Py3LangId(measure.Tool):
    package = name = "py3langid"

    def __init__(self):
        from py3langid import classify

        self.classify = classify

    def one(self, text):
        return {"language": self.classify(text)[0]}


class PyCld2(measure.Tool):
    package = name = "pycld2"

    def __init__(self):
        import pycld2

        self.detect = pycld2.detect

    def one(self, text):
        code = self.detect(text, bestEffort=True)[2][0][1]
        return {"language": {"un": "", "iw": "he"}.get(code, code)}


# The tools of each question, and what finds the tokens too. None is copydesk.
TOOLS = {
    "text": {pages.Trafilatura: None, pages.Newspaper: None},
    "metadata": {pages.TrafilaturaMetadata: None, pages.NewspaperMetadata: None, pages.Htmldate: None},
    "repair": {repairs.Ftfy: None},
    "segment": {
        segments.PunktSentences: segments.PunktTokens,
        segments.PySBD: None,
        segments.BlingfireSentences: segments.BlingfireTokens,
        segments.Sentencex: None,
    },
    "language": {Py3LangId: None, PyCld2: None},
}


def inputs(what, folder):
    """(id, input) of everything that is asked."""
    if what in ("text", "metadata"):
        gold = json.loads(pathlib.Path(folder, "gold.json").read_text(encoding="utf-8"))
        for name in sorted(gold):
            yield name, (pathlib.Path(folder, "html", f"{name}.html.gz"), gold[name].get("url"))
        return
    rows = open(pathlib.Path(folder, "texts.jsonl"), encoding="utf-8") if folder else sys.stdin
    for row in rows:
        value = json.loads(row)
        yield value["id"], value["text"]


def shaped(what, answer, text):
    """An answer by the names that `cargo xtask eval` knows."""
    if answer is None:
        return {"sentences": []} if what == "segment" else {}
    if what == "segment":
        found = (start + len(text[start:end].rstrip()) for start, end in answer if text[start:end].strip())
        return {"sentences": list(found)}
    return answer if isinstance(answer, dict) else {"text": answer}


def main():
    what, *folder = sys.argv[1:]
    if what not in TOOLS or bool(folder) != (what in ("text", "metadata", "repair")):
        sys.exit(__doc__)
    measure.quiet()
    asked = list(inputs(what, *folder or [None]))
    missing = []
    for make, make_tokens in TOOLS[what].items():
        try:
            tool, tokens = make(), make_tokens and make_tokens()
        except (ImportError, LookupError):
            missing.append(make.package)
            continue
        seconds = 0.0
        for name, value in asked:
            prepared = tool.prepare(value)
            begin = time.process_time()
            answer = tool.attempt(prepared)
            seconds += time.process_time() - begin
            row = {"tool": tool.name, "id": name, **shaped(what, answer, value)}
            if tokens:
                row["tokens"] = tokens.attempt(prepared) or []
            print(json.dumps(row))
        if tool.failures:
            print(f"{tool.name} fails {len(tool.failures)} times, first with {tool.failures[0]}", file=sys.stderr)
        print(json.dumps({"tool": tool.name, "version": environment.version(tool.package), "seconds": seconds}))
    if missing:
        packages = " ".join(missing)
        print(f"not installed, so not compared with: {packages} (pip install {packages})", file=sys.stderr)


if __name__ == "__main__":
    main()
