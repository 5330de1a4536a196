"""Where the documents of the tests are."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM

import copydesk

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The project's own documents."""
    return REPOSITORY / "seeds"


@pytest.fixture(scope="session")
def seed_files(seeds: Path) -> list[Path]:
    """Every document of the project, archives too, in a fixed order."""
    files = sorted(seeds.glob("*/source.*"))
    assert len(files) > 20
    return files


@pytest.fixture(scope="session")
def pages(seed_files: list[Path]) -> list[Path]:
    """The seeds that are one document each."""
    return [file for file in seed_files if file.suffix not in {".jsonl", ".warc"}]


@pytest.fixture(scope="session")
def statements() -> copydesk.Article:
    """A record that was written by hand and holds every field."""
    record = REPOSITORY / "crates/copydesk/tests/data/statements.json"
    return copydesk.Article.from_json(record.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def shared_seeds() -> list[Path]:
    """The five reference documents, which are not part of the project."""
    shared = Path(os.environ.get("COPYDESK_SHARED", REPOSITORY.parent / "shared"))
    files = sorted((shared / "seeds").glob("*.txt"))
    if not files:
        pytest.skip(f"no reference documents under {shared}; set COPYDESK_SHARED")
    return files


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    try:
        from playwright.sync_api import (  # type: ignore[import-not-found, unused-ignore]
            sync_playwright,
        )
    except ImportError:
        pytest.skip("playwright is not installed: pip install 'copydesk[test]'")
    given = os.environ.get("COPYDESK_CHROMIUM")
    found = given or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("no Chromium is on the path: install Debian's chromium, or name one by COPYDESK_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
