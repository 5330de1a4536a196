"""The types: `_copydesk.pyi` is written by hand, so it is compared with the module."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, folder: Path) -> None:
    pytest.importorskip("mypy")
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_agrees_with_the_module(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    # It cannot be imported without.
    absent.write_text("" if importlib.util.find_spec("spacy") else "copydesk\\.spacy\n")
    run("mypy.stubtest", "copydesk", "--allowlist", str(absent), folder=tmp_path)


def test_the_package_is_typed(tmp_path: Path) -> None:
    run("mypy", "--strict", "--package", "copydesk", folder=tmp_path)


def test_uses_of_the_package_are_typed(tmp_path: Path) -> None:
    """The tests themselves stand for a user's program."""
    run("mypy", "--strict", "--cache-dir", str(tmp_path), ".", folder=Path(__file__).parent)
