"""The exceptions of copydesk.

They are Python classes, so that they can be pickled and sent between processes, and each is
also the built-in exception that callers expect: a missing file is a FileNotFoundError, a wrong
option is a ValueError.
"""


class CopydeskError(Exception):
    """Base of all exceptions that copydesk raises, apart from TypeError and ValueError for
    arguments of a wrong type or text that is none."""


class ConfigurationError(CopydeskError, ValueError):
    """An option has a value that makes no sense."""


class RecordError(CopydeskError, ValueError):
    """JSON is not a record of copydesk, or not one of this version."""


class ReadError(CopydeskError, OSError):
    """A source could not be opened or read; `filename` says which."""


class SourceNotFoundError(ReadError, FileNotFoundError):
    """There is no such file."""
