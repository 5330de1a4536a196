"""Tables of copydesk as data frames. Nothing is imported before it is asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import Table


def needed(module: str, extra: str) -> Any:
    """A module that copydesk does without until somebody asks for what it makes."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        # Something that the module itself lacks is for its own message.
        if error.name != module.partition(".")[0]:
            raise
        message = f"{module} is not installed: pip install 'copydesk[{extra}]'"
        raise ModuleNotFoundError(message, name=module) from None


def to_arrow(table: Table) -> Any:
    return needed("pyarrow", "arrow").table(table)


def to_polars(table: Table) -> Any:
    return needed("polars", "polars").DataFrame(table)


def to_pandas(table: Table) -> Any:
    pandas, pyarrow = needed("pandas", "pandas"), needed("pyarrow", "pandas")
    # One type for a column whether something is missing in it or not.
    types = {pyarrow.uint32(): pandas.UInt32Dtype(), pyarrow.uint64(): pandas.UInt64Dtype()}
    return pyarrow.table(table).to_pandas(types_mapper=types.get, date_as_object=False)
