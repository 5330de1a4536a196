"""What mkdocs does with a page before it makes HTML of it."""

import re
from typing import Any


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Takes off what a fence says to the tests: `python other` is `python` for whoever colours it."""
    return re.sub(r"^```(\w+) [^\n]+$", r"```\1", markdown, flags=re.M)
