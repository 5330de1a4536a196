"""The same bytes from the same documents, in the module that is built for release as in the tests of Rust.

`crates/copydesk-cli/tests/determinism.rs` says what the hashes are of, and `cargo xtask bless` writes them.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPOSITORY

import copydesk

HASHES = REPOSITORY / "crates/copydesk-cli/tests/determinism/hashes.txt"
WRITTEN = {
    **{name: ["read", "-f", name] for name in ("text", "markdown", "html", "web-annotation", "conllu", "dolma")},
    "news-article": ["read", "-f", "news-article"],
    "arrow": ["read", "-f", "arrow"],
    "tokens": ["read", "--tokens"],
    "explain": ["explain", "--all", "--color", "never", "--width", "100"],
    "show": ["show", "--color", "never", "--width", "100"],
    "duplicates": ["duplicates", "--color", "never", "--width", "100"],
    "stories": ["stories", "--color", "never", "--width", "100"],
    "report": ["report"],
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory, seed_files: list[Path]) -> Path:
    """A folder with `seeds` and `hostile` in it, so that the documents have the same names everywhere."""
    folder = tmp_path_factory.mktemp("determinism")
    for file in seed_files:
        copy = folder / "seeds" / file.parent.name / file.name
        copy.parent.mkdir(parents=True)
        copy.write_bytes(file.read_bytes())
    (folder / "hostile").mkdir()
    for recipe in json.loads((HASHES.parent / "hostile.json").read_text(encoding="utf-8")):
        text = recipe.get("head", "") + recipe["unit"] * recipe["times"] + recipe.get("tail", "")
        encoding = "latin-1" if recipe.get("latin-1") else "utf-8"
        (folder / "hostile" / recipe["name"]).write_bytes(text.encode(encoding))
    return folder


def written(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments, "seeds", "hostile"],
        cwd=folder, capture_output=True, timeout=300, check=True,
    ).stdout  # fmt: skip


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def expected() -> dict[str, str]:
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ") for line in lines)


@pytest.mark.parametrize("threads", [1, 4])
def test_records(documents: Path, threads: int) -> None:
    found: dict[str, str] = {}
    for line in written(documents, "read", "--threads", str(threads)).splitlines():
        name = json.loads(line)["source"]["uri"].replace("\\", "/")
        number = next(number for number in range(len(found) + 1) if f"{name}#{number}" not in found)
        found[f"{name}#{number}"] = digest(line)
    # The first document that differs says more than that something does.
    for name, hashed in expected().items():
        if "#" in name:
            assert (name, found.pop(name, None)) == (name, hashed)
    assert not found


def test_records_of_a_desk(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documents)
    hashes = expected()
    for threads in (1, 3):
        for folder in ("seeds", "hostile"):
            for article in copydesk.Desk(threads=threads).stream(folder):
                name = str(article.source.uri).replace("\\", "/")
                hashed = digest(article.to_json().encode())
                assert hashed in {hashes.get(f"{name}#{number}") for number in range(20)}, name


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written(documents: Path, name: str) -> None:
    assert digest(written(documents, *WRITTEN[name])) == expected()[name]
