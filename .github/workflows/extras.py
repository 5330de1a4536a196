"""Prints what the extras of the package require, one requirement a line, for pip-audit."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[2] / "python" / "pyproject.toml").read_text())["project"]
extras = project["optional-dependencies"].values()
for requirement in sorted({requirement for extra in extras for requirement in extra}):
    # An extra of the package itself is in the list anyway.
    if not re.match(r"copydesk\b", requirement):
        print(requirement)
