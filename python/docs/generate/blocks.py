"""Runs the blocks of a page, and compares what they print with what the page says.

    python blocks.py PAGE…           runs, and tells what differs
    python blocks.py --write PAGE…   puts what was printed into the page

What a fence says decides what happens to its block:

- ```` ```python ````: run; the blocks of a page share their names;
- ```` ```sh ````: run by bash, with the command `copydesk` (the one that `COPYDESK_COMMAND` names, else
  `target/debug/copydesk`, else one beside the interpreter);
- ```` ```text ````, first thing behind one of these: what it prints, to the letter;
- ```` ```json ````, ```` ```toml ````: parsed;
- ```` ```sh ```` with a line that starts with one of `INSTALLS`, ```` ```python other ````: not run, because it installs,
  builds or measures something, or needs an engine that the tests do without;
- ```` ```rust ````: run by `cargo test --doc`.

Each page has a folder of its own to run in, which holds `seeds` and a list of companies, `companies.csv`.
A block that needs a module (or Java) that is not installed is skipped aloud; exit status 77 says so.
"""

import argparse
import contextlib
import difflib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FENCE = re.compile(r"^```(?P<kind>[a-z-]*)(?P<rest> [^\n]*)?\n(?P<body>.*?)^```$", re.M | re.S)
OPTIONAL = {"spacy", "pyspark", "ray", "daft", "datasets", "duckdb", "pandas", "polars", "pyarrow", "tqdm"}
INSTALLS = ("pip ", "cargo ", "mkdocs ", "python ", "cd ", "git ")
COMPANIES = "name,type,id,aliases\nHarbour Lines,ORG,HL-1,HL\n"
SKIPPED = 77


class Skip(Exception):
    """A block needs what is not here."""


@dataclass
class Block:
    """A fenced block of a page."""

    kind: str
    body: str
    start: int
    """Where the body begins in the page."""
    line: int
    expected: "Block | None" = None


def blocks(page: str) -> list[Block]:
    """The blocks of a page, outputs joined to what prints them."""
    found: list[Block] = []
    last_end = 0
    for match in FENCE.finditer(page):
        kind = match["kind"] + (match["rest"] or "")
        line = page.count("\n", 0, match.start()) + 1
        block = Block(kind, match["body"], match.start("body"), line)
        between = page[last_end : match.start()]
        if kind == "text" and found and not between.strip() and found[-1].kind in {"python", "sh"}:
            found[-1].expected = block
        else:
            found.append(block)
        last_end = match.end()
    return found


def command() -> Path | None:
    """The command `copydesk` that the blocks of shells run."""
    given = os.environ.get("COPYDESK_COMMAND")
    name = "copydesk.exe" if os.name == "nt" else "copydesk"
    # That of the wheel reads and writes no Parquet, so it comes last.
    places = [ROOT / "target/debug" / name, Path(sys.executable).parent / name]
    for place in [Path(given)] if given else places:
        if place.is_file():
            return place.resolve()
    return None


def run_python(block: Block, names: dict[str, object], page: str) -> str:
    """What the block prints."""
    printed = io.StringIO()
    if "spark" in block.body and "SparkSession" in block.body and shutil.which("java") is None:
        raise Skip("java")
    code = compile("\n" * block.line + block.body, page, "exec")
    try:
        with contextlib.redirect_stdout(printed):
            exec(code, names)
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.split(".")[0] in OPTIONAL:
            raise Skip(missing.name) from None
        raise
    except ImportError as missing:
        # An extra that copydesk itself looks for says how to install it.
        if missing.name in OPTIONAL:
            raise Skip(str(missing.name)) from None
        raise
    return printed.getvalue()


def run_shell(block: Block) -> str:
    """What the block prints."""
    program = command()
    if program is None:
        raise Skip("the command `copydesk`; set COPYDESK_COMMAND or run `cargo build -p copydesk-cli`")
    if shutil.which("bash") is None:
        raise Skip("bash")
    paths = [str(program.parent), str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    environment = os.environ | {"PATH": os.pathsep.join(paths), "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-eu", "-c", block.body],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check(page: Path, write: bool) -> tuple[list[str], list[str]]:
    """What is wrong with a page, and what was skipped."""
    text = page.read_text(encoding="utf-8")
    shown = page.relative_to(ROOT).as_posix() if page.is_relative_to(ROOT) else str(page)
    names: dict[str, object] = {"__name__": "__main__"}
    wrong: list[str] = []
    skipped: list[str] = []
    replaced: list[tuple[Block, str]] = []
    for block in blocks(text):
        where = f"{shown}:{block.line}"
        try:
            if block.kind == "python":
                printed = run_python(block, names, shown)
            elif block.kind == "sh" and not any(line.startswith(INSTALLS) for line in block.body.splitlines()):
                printed = run_shell(block)
            elif block.kind == "json":
                json.loads(block.body)
                continue
            elif block.kind == "toml" and sys.version_info >= (3, 11):
                import tomllib

                tomllib.loads(block.body)
                continue
            else:
                continue
        except Skip as missing:
            skipped.append(f"{where}: needs {missing}")
            continue
        except Exception as error:
            if skipped:
                # What it needs may have come from the block that was skipped.
                skipped.append(f"{where}: {type(error).__name__}, maybe for want of the above")
                continue
            lines = traceback.format_exc().splitlines()
            wrong.append("\n".join([where, *lines[-12:]]))
            continue
        if block.expected is None or block.expected.body == printed:
            continue
        if write:
            replaced.append((block.expected, printed))
            continue
        difference = difflib.unified_diff(
            block.expected.body.splitlines(), printed.splitlines(), "the page", "printed", lineterm=""
        )
        wrong.append("\n".join([f"{where} prints something else", *difference]))
    for old, new in reversed(replaced):
        if "```" in new:
            wrong.append(f"{shown}:{old.line}: the output holds a fence")
        text = text[: old.start] + new + text[old.start + len(old.body) :]
    if replaced:
        page.write_text(text, encoding="utf-8")
    return wrong, skipped


@contextlib.contextmanager
def scratch() -> Iterator[None]:
    """A folder to run in."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        Path(folder, "companies.csv").write_text(COMPANIES, encoding="utf-8")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put what was printed into the page")
    parser.add_argument("pages", nargs="+", type=Path)
    arguments = parser.parse_args()
    # Workers of Spark are started by name, which may be another Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    status = 0
    for page in arguments.pages:
        page = page.resolve()
        with scratch():
            wrong, skipped = check(page, arguments.write)
        for line in skipped:
            print("skipped", line)
        for line in wrong:
            print(line)
        if wrong:
            status = 1
        elif skipped and status == 0:
            status = SKIPPED
    return status


if __name__ == "__main__":
    sys.exit(main())
