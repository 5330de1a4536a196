"""What mkdocs does with the pages before it makes HTML of them."""

import importlib.util
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, config: Any) -> Files:
    """Adds the reference of the Python module, which has to be installed."""
    spec = importlib.util.spec_from_file_location("module", Path(__file__).with_name("module.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files.append(File.generated(config, "python.md", content=module.page()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Takes off what a fence says to the tests: `python other` is `python` for whoever colours it."""
    return re.sub(r"^```(\w+) [^\n]+$", r"```\1", markdown, flags=re.M)
