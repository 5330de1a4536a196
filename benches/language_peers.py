#!/usr/bin/env python3
"""Languages that other tools tell, as JSON lines; `cargo xtask eval language` scores them.

    python language_peers.py < texts.jsonl

Each line of the input is {id, text}. Each line of the output is {tool, id, language}; a tool that does not know gives an
empty language. One line per tool is {tool, version, seconds}, the CPU time of all texts. Tools that are not installed are
named on standard error.
"""

import importlib.metadata
import json
import sys
import time


class Py3LangId:
    package = "py3langid"

    def __init__(self):
        from py3langid import classify

        self.tell = lambda text: classify(text)[0]


class PyCld2:
    package = "pycld2"

    def __init__(self):
        import pycld2

        def tell(text):
            code = pycld2.detect(text, bestEffort=True)[2][0][1]
            return {"un": "", "iw": "he"}.get(code, code)

        self.tell = tell


TOOLS = [Py3LangId, PyCld2]


def main():
    texts = [json.loads(line) for line in sys.stdin]
    missing = []
    for make in TOOLS:
        try:
            tool = make()
        except ImportError as error:
            missing.append(error.name or make.package)
            continue
        seconds, failures = 0.0, []
        for case in texts:
            begin = time.process_time()
            try:
                language = tool.tell(case["text"])
            except Exception as error:  # any text may break any tool
                failures.append(f"{case['id']}: {error!r}")
                language = ""
            seconds += time.process_time() - begin
            print(json.dumps({"tool": make.package, "id": case["id"], "language": language}))
        if failures:
            print(f"{make.package} fails on {len(failures)} texts, first on {failures[0]}", file=sys.stderr)
        version = importlib.metadata.version(make.package)
        print(json.dumps({"tool": make.package, "version": version, "seconds": seconds}))
    if missing:
        print(f"not installed, so not compared with: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
