"""How far a stream is, for people: tqdm where it is installed, else a line on stderr."""

import importlib
import sys
import time
from typing import Any, Protocol


class Progress(Protocol):
    """What `Desk.stream` calls after each document, and closes at the end."""

    def __call__(self, documents: int, failures: int, size: int, /) -> None: ...
    def close(self) -> None: ...


def line() -> Progress:
    """A callback for `Desk.stream`, called with documents, failures and bytes so far."""
    try:
        # Not an import statement: type checkers know tqdm only where its stubs are installed.
        tqdm = importlib.import_module("tqdm.auto").tqdm
    except ImportError:
        return _Line()
    return _Bar(tqdm(unit=" documents"))


class _Bar:
    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def __call__(self, documents: int, failures: int, size: int, /) -> None:
        self._bar.set_postfix(failed=failures, MB=f"{size / 1e6:.1f}", refresh=False)
        self._bar.update(documents - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class _Line:
    """Writes at most ten times a second, and a last time at the end."""

    def __init__(self) -> None:
        self._next = 0.0
        self._counts = (0, 0, 0)

    def __call__(self, documents: int, failures: int, size: int, /) -> None:
        self._counts = (documents, failures, size)
        now = time.monotonic()
        if now >= self._next:
            self._next = now + 0.1
            self._write("\r")

    def close(self) -> None:
        self._write("\r", end="\n")

    def _write(self, start: str, end: str = "") -> None:
        documents, failures, size = self._counts
        sys.stderr.write(
            f"{start}{documents} documents, {failures} failed, {size / 1e6:.1f} MB{end}"
        )
        sys.stderr.flush()
