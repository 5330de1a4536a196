"""Makes the reference of the Python module from its documentation: the page `python.md`, which is in no file."""

import inspect
import re
import textwrap

import copydesk

HEAD = """\
# Python

After this page you can look up every function and class of the module, as `help()` shows them. Places count code points of
the text; those in `source` count what `article.source.unit` names. [The record](record.md) tells the fields of an article at length.

"""

# In this order, for a reader; what is not named follows in alphabetical order.
FIRST = ["read", "read_text", "Desk", "Article", "Corpus", "Duplicates", "Gazetteer", "extract", "normalize", "explain"]
FIRST += ["language", "sentences", "tokens", "mentions", "dates", "amounts", "patterns", "timex3", "to_arrow", "schema"]


def page() -> str:
    """The page."""
    names = [name for name in copydesk.__all__ if not name.startswith("__") and name != "errors"]
    names.sort(key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name.lower()))
    parts = [HEAD]
    for name in names:
        thing = getattr(copydesk, name)
        parts.append(f"## {name}\n\n{signature(name, thing)}{words(thing)}\n\n")
        if inspect.isclass(thing):
            parts.extend(members(thing))
    return "".join(parts)


def signature(name: str, thing: object) -> str:
    """How it is called, where that is known."""
    try:
        arguments = str(inspect.signature(thing))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return ""
    arguments = re.sub(r"^\((self|cls)(, /)?(, )?", "(", arguments)
    indent = " " * (len(name) + 1)
    lines = textwrap.wrap(name + arguments, 92, subsequent_indent=indent, break_long_words=False)
    return "```python\n" + "\n".join(lines) + "\n```\n\n"


def members(owner: type) -> list[str]:
    """A table of the attributes of a class, then its methods."""
    rows, methods = [], []
    # Of a compiled class nobody knows in which order they were written.
    for name in sorted(vars(owner)):
        if name.startswith("_"):
            continue
        member = getattr(owner, name)
        if callable(member):
            methods.append(f"### {owner.__name__}.{name}\n\n{signature(name, member)}{words(member)}\n\n")
        else:
            cell = " ".join((inspect.getdoc(member) or "").split()).replace("|", "\\|").replace("<", "&lt;")
            rows.append(f"| `{name}` | {cell} |\n")
    table = ["| attribute | what |\n|---|---|\n", *rows, "\n"] if rows else []
    return [*table, *methods]


def words(thing: object) -> str:
    """The docstring as Markdown: `Args:` and `Raises:` become lists."""
    lines, listed = [], False
    for line in (inspect.getdoc(thing) or "").splitlines():
        head = re.fullmatch(r"(Args|Raises|Returns):", line)
        item = re.match(r"    (?=\S)([\w, ]+): (.*)", line)
        if head:
            lines += ["", f"**{head[1]}**", ""]
            listed = True
        elif listed and item:
            lines.append(f"- `{item[1]}`: {item[2]}")
        elif listed and line.startswith("  "):
            lines.append("  " + line.strip())
        elif line.startswith(">>>"):
            # A session of Python, which is no prose.
            lines.append(f"    {line}" if lines and lines[-1].startswith("    ") else f"\n    {line}")
        else:
            listed = listed and not line
            lines.append(line)
    # What is not code must not be read as HTML or emphasis.
    pieces = re.split(r"(`[^`]*`)", "\n".join(lines))
    pieces[::2] = [re.sub(r"<(?=\w)", "&lt;", piece).replace("*", "\\*") for piece in pieces[::2]]
    return "".join(pieces).replace("\\*\\*Args\\*\\*", "**Args**").replace("\\*\\*Raises\\*\\*", "**Raises**")
