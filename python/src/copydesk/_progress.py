"""How far a stream is, for people: tqdm where it is installed, else a line on stderr."""

import sys
import time


def line():
    """A callback for `Desk.stream`, called with documents, failures and bytes so far."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _Line()
    return _Bar(tqdm(unit=" documents"))


class _Bar:
    def __init__(self, bar):
        self._bar = bar

    def __call__(self, documents, failures, size):
        self._bar.set_postfix(failed=failures, MB=f"{size / 1e6:.1f}", refresh=False)
        self._bar.update(documents - self._bar.n)

    def close(self):
        self._bar.close()


class _Line:
    """Writes at most ten times a second, and a last time at the end."""

    def __init__(self):
        self._next = 0.0
        self._counts = (0, 0, 0)

    def __call__(self, *counts):
        self._counts = counts
        now = time.monotonic()
        if now >= self._next:
            self._next = now + 0.1
            self._write("\r")

    def close(self):
        self._write("\r", end="\n")

    def _write(self, start, end=""):
        documents, failures, size = self._counts
        sys.stderr.write(
            f"{start}{documents} documents, {failures} failed, {size / 1e6:.1f} MB{end}"
        )
        sys.stderr.flush()
