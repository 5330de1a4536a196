"""What `help()` says: every public function, class, method and attribute has words of its own."""

import importlib
import inspect
from collections.abc import Iterator

import pytest

import copydesk

MODULES = ["copydesk", "copydesk.errors"]
OPTIONAL = {"copydesk.polars": "polars", "copydesk.spark": "pyspark"}
# What these say is said by the protocols that they belong to.
PROTOCOL = {"__arrow_c_stream__", "__init__", "__module__", "__doc__"}


def public(module: str) -> Iterator[tuple[str, object]]:
    """The names of a module with what they are, and those of its classes."""
    loaded = importlib.import_module(module)
    names = getattr(loaded, "__all__", None) or [name for name in vars(loaded) if not name.startswith("_")]
    for name in names:
        thing = getattr(loaded, name)
        if name.startswith("__") or not (inspect.isclass(thing) or callable(thing)):
            continue
        if not getattr(thing, "__module__", module).startswith("copydesk"):
            continue
        yield f"{module}.{name}", thing
        if inspect.isclass(thing):
            for member in vars(thing):
                if not member.startswith("_") and member not in PROTOCOL:
                    # By the class, so that a static method is the function that it stands for.
                    yield f"{module}.{name}.{member}", getattr(thing, member)


def check(module: str) -> None:
    without = [name for name, thing in public(module) if len((inspect.getdoc(thing) or "").split()) < 2]
    assert not without


@pytest.mark.parametrize("module", MODULES)
def test_everything_public_has_a_docstring(module: str) -> None:
    check(module)


@pytest.mark.parametrize("module", OPTIONAL)
def test_everything_public_of_the_engines_has_a_docstring(module: str) -> None:
    pytest.importorskip(OPTIONAL[module])
    check(module)


def test_functions_say_what_they_give_back_and_what_they_raise() -> None:
    """Units of places, the shape of what comes back, and the errors, where there are any."""
    for name in ["sentences", "tokens", "mentions", "dates", "amounts", "patterns"]:
        words = inspect.getdoc(getattr(copydesk, name)) or ""
        assert "a list of `" in words and "code points" in " ".join(words.split()), name
    for name in ["read", "normalize", "tokens", "mentions", "dates", "explain", "to_arrow", "Desk", "Gazetteer", "Corpus"]:
        assert "Raises" in (inspect.getdoc(getattr(copydesk, name)) or ""), name
