"""benches/compare.py without the tools that it compares with, and without a network."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHES = Path(__file__).resolve().parents[2] / "benches"

TOOLS = '''
import os
from peers.measure import Tool

class Upper(Tool):
    name = package = "upper"
    def one(self, value):
        print("noise of the tool")
        return value.upper()

class Picky(Upper):
    name = "picky"
    def one(self, value):
        if value == "b":
            raise ValueError("not b")
        return value

class Missing(Tool):
    name = "missing"
    def __init__(self):
        import a_module_that_nobody_has

class Crashing(Upper):
    name = "crashing"
    def one(self, value):
        if value == "c":
            os._exit(3)
        return value
'''


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The command as a module, with its package beside it."""
    monkeypatch.syspath_prepend(str(BENCHES))
    yield importlib.import_module("compare")
    for name in [name for name in sys.modules if name.partition(".")[0] in ("compare", "peers")]:
        del sys.modules[name]


@pytest.fixture
def tools(compare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Tools of which one fails on a case, one is not installed, and one takes its process with it."""
    (tmp_path / "tools_of_a_test.py").write_text(TOOLS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return importlib.import_module("tools_of_a_test")


def test_text_is_scored_by_runs_of_four_words(compare: ModuleType) -> None:
    score = compare.pages.score
    assert score.bodies([("a b c d e", "a b c d e")]) == 1
    # Two of two runs are found, and one too many.
    assert score.bodies([("a b c d e x", "a b c d e")]) == pytest.approx(0.8)
    # A page without an answer costs recall only.
    assert score.bodies([("a b c d", "a b c d"), ("", "e f g h")]) == pytest.approx(2 / 3)
    assert score.segments([("one  two\nthree", ["two three", "four"], ["one"])]) == pytest.approx(0.5)


def test_metadata_is_scored_by_field(compare: ModuleType) -> None:
    pages = compare.pages
    gold = {"title": "A Walk: home", "author": "Ann Lee and Bo Ek", "date": "2024-05-03T10:00"}
    assert pages.title({"title": "a walk - HOME"}, gold)
    assert not pages.title({"title": "a walk"}, gold)
    assert pages.title({"title": "a"}, {}) is None
    assert pages.authors({"authors": ["Ann Lee"]}, gold) == pytest.approx(2 / 3)
    assert pages.date({"date": "2024-05-03"}, gold) and not pages.date({}, gold)


def test_boundaries_stand_behind_the_last_letter_and_the_last_one_does_not_count(compare: ModuleType) -> None:
    score = compare.pages.score
    text = "One came. Two left. "
    assert score.ends(text, [(0, 10), (10, 20)]) == {9}
    assert score.boundaries([(text, [(0, 9), (10, 19)], {9})]) == 1
    assert score.boundaries([(text, [(0, 20)], {9})]) == 0
    assert score.sentences(text, [(0, 10), (10, 20)]) == ["One came.", "Two left."]


def test_expressions_are_paired_one_to_one(compare: ModuleType) -> None:
    score = compare.pages.score
    assert score.overlaps([(5, 9), (12, 20)], [(0, 20), (5, 9)]) == [(1, 0), (0, 1)]
    found, gold = [(0, 4, ["2009-03-14"]), (9, 12, ["P3D"])], [(0, 6, "2009-03"), (20, 22, "P3D")]
    strict, relaxed, value = score.expressions([(found, gold)], compare.values.accepts)
    assert (strict, relaxed, value) == (0, 0.5, 0.5)
    assert not compare.values.accepts(["2009-04-01"], "2009-03")


def test_copies_are_scored_by_pairs(compare: ModuleType) -> None:
    assert compare.copies.score.groups([1, 1, 2, 3], ["a", "a", "b", "b"]) == (1.0, 0.5, pytest.approx(2 / 3))
    texts, stories = compare.copies.documents(["One. Two. Three. " * 9, "Four. Five. " * 9], compare.copies.WHOLE)
    assert sorted(stories) == [0, 0, 0, 1] and len(set(texts)) == 4


def test_damage_is_that_of_a_wrong_charset(compare: ModuleType) -> None:
    repairs = compare.repairs
    assert repairs.damaged("Zürich", "cp1252") == "ZÃ¼rich"
    assert repairs.damaged("à", "cp1252") == "Ã\u00a0"
    # A byte that the charset leaves undefined.
    assert repairs.damaged("\u00c1", "cp1252") == "Ã\u0081"
    assert repairs.mixed("é a é", "cp1252") == "Ã© a é"
    assert repairs.mixed("a é", "cp1252") is None


def test_annotated_texts_are_read(compare: ModuleType, tmp_path: Path) -> None:
    conll, timex = compare.names.conll, compare.values.timex
    names = tmp_path / "a.conll"
    names.write_text("-DOCSTART- 1\n\nAnn\tB-PER\nLee\tI-PER\ncame\tO\n\nOslo\tB-LOC\n", encoding="utf-8")
    assert [conll.text_of(document) for document in conll.documents(names)] == [
        ("Ann Lee came\n\nOslo", [(0, 7, "PER"), (14, 18, "LOC")])
    ]
    rows = "# newdoc\n# newpar\n# text = I can't.\n1\tI\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tca\n3\tn't\n4\t.\n"
    [(text, ends, tokens, starts)] = conll.paragraphs(rows)
    assert (text, ends, starts) == ("I can't.", [8], True)
    assert [text[start:end] for start, end in tokens] == ["I", "ca", "n't", "."]
    wars = tmp_path / "a.xml"
    wars.write_text(
        '<DOC><DATETIME><TIMEX2 val="2009-01-02T00">x</TIMEX2></DATETIME><TEXT>It was <TIMEX2 val="P3D">three days '
        'after <TIMEX2 val="1950">1950</TIMEX2></TIMEX2>.</TEXT></DOC>',
        encoding="utf-8",
    )
    text, day, gold = timex.wikiwars(wars)
    assert (day, [text[start:end] for start, end, _ in gold]) == ("2009-01-02", ["three days after 1950", "1950"])


def test_a_tool_may_fail_be_missing_or_crash(compare: ModuleType, tools: ModuleType) -> None:
    measure = compare.pages.task.measure
    batches = [[measure.Case(letter, None, "", "letters")] for letter in "abc"]
    classes = (tools.Upper, tools.Picky, tools.Missing, tools.Crashing)
    upper, picky, missing, crashing = measure.measure(classes, batches, 2, 60, 60)
    assert upper.answers == {0: ["A"], 1: ["B"], 2: ["C"]} and set(upper.seconds) == {0, 1, 2}
    assert picky.answers[1] == [None] and "not b" in picky.failure
    assert "a_module_that_nobody_has" in missing.missing and not missing.seconds
    assert set(crashing.answers) == {0, 1} and crashing.ended == "crashed"

    base: Any = compare.pages.task.Task

    class Letters(base):  # type: ignore[misc]
        title = "Letters"

    shown = compare.report.task(compare.pages.task.Result(Letters(), batches, [upper, picky, missing, crashing]))
    assert "missing is not installed" in shown and "crashing crashed." in shown
    assert "crashing came to 2 of 3 cases" in shown and "picky failed 2 times" in shown


def test_pages_of_ones_own_are_measured_without_gold(compare: ModuleType, seeds: Path, tmp_path: Path) -> None:
    for at, page in enumerate(sorted(seeds.glob("*/source.html"))[:3]):
        (tmp_path / f"{at}.html").write_bytes(page.read_bytes())
    source = compare.data.Data(tmp_path, is_quick=True)
    assert source.is_own and len(source.pages) == 3 and source.texts
    result = compare.pages.Extract().run(source, compare.task.Limits(rounds=1, quality=10, speed=1))
    assert result.present[0].name == "copydesk" and len(result.present[0].answers) == 3
    assert "| copydesk |" in compare.report.task(result)
    # What needs a set that is not there says so.
    assert compare.pages.Extract().run(compare.data.Data(tmp_path / "nothing"), compare.task.Limits()) is None


def test_only_the_section_between_the_marks_is_written(compare: ModuleType, tmp_path: Path) -> None:
    report, file = compare.report, tmp_path / "RESULTS.md"
    file.write_text(f"# Results\n\n{report.BEGIN}\nold\n{report.END}\n\nMore.\n", encoding="utf-8")
    for _ in range(2):
        report.write(file, "new\n")
        wanted = f"# Results\n\n{report.BEGIN}\n\nnew\n\n{report.END}\n\nMore.\n"
        assert file.read_text(encoding="utf-8") == wanted
    file.write_text("# Results\n", encoding="utf-8")
    with pytest.raises(ValueError, match="two lines"):
        report.write(file, "new")
    assert report.BEGIN in (BENCHES / "RESULTS.md").read_text(encoding="utf-8")


def test_what_is_wrong_with_the_command_is_said(
    compare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compare.arguments(["x", "--only", "names,extract"]).only == ["extract", "names"]
    with pytest.raises(SystemExit):
        compare.arguments(["x", "--only", "everything"])
    monkeypatch.setenv("CARGO_TARGET_DIR", str(tmp_path))
    monkeypatch.delenv(compare.environment.INSIDE, raising=False)
    monkeypatch.setattr(sys, "argv", ["compare.py", str(tmp_path), "--no-install"])
    with pytest.raises(SystemExit, match="without --no-install"):
        compare.main()
    monkeypatch.setattr(sys, "argv", ["compare.py", str(tmp_path / "none")])
    with pytest.raises(SystemExit, match="does not exist"):
        compare.main()
