"""What engines need that lack some of Arrow's types."""

from typing import Any


def signed(schema: Any) -> Any:
    """An Arrow schema with signed 64-bit numbers for unsigned ones, which Java does not have."""
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]

    def field(old: Any) -> Any:
        return pa.field(old.name, kind(old.type), old.nullable)

    def kind(old: Any) -> Any:
        if pa.types.is_unsigned_integer(old):
            return pa.int64()
        if pa.types.is_struct(old):
            return pa.struct([field(part) for part in old])
        if pa.types.is_list(old):
            return pa.list_(field(old.value_field))
        return old

    return pa.schema([field(old) for old in schema])
