//! Documents in a column: strings or bytes of any width, views or dictionaries of them, as they lie.

use arrow_array::{Array, cast::AsArray};
use arrow_schema::DataType;
use copydesk_core::{RawDocument, Unit};

use super::{TableCell, arrow_cell};

/// Whether a column of this type may hold documents.
pub(crate) fn holds_documents(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => true,
        // A column without any value has no type.
        DataType::Null => true,
        DataType::Dictionary(_, values) => holds_documents(values),
        _ => false,
    }
}

/// What stands in a row, and the unit of offsets into it; `None` where nothing does.
pub(crate) fn content(array: &dyn Array, at: usize) -> Option<(&[u8], Unit)> {
    if array.is_null(at) {
        return None;
    }
    Some(match array.data_type() {
        DataType::Utf8 => (array.as_string::<i32>().value(at).as_bytes(), Unit::Char),
        DataType::LargeUtf8 => (array.as_string::<i64>().value(at).as_bytes(), Unit::Char),
        DataType::Utf8View => (array.as_string_view().value(at).as_bytes(), Unit::Char),
        DataType::Binary => (array.as_binary::<i32>().value(at), Unit::Byte),
        DataType::LargeBinary => (array.as_binary::<i64>().value(at), Unit::Byte),
        DataType::BinaryView => (array.as_binary_view().value(at), Unit::Byte),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let TableCell::Number(key) = arrow_cell(dictionary.keys(), at) else {
                return None;
            };
            let key = key.parse().ok()?;
            return (key < dictionary.values().len())
                .then(|| content(dictionary.values(), key))
                .flatten();
        }
        _ => return None,
    })
}

/// A document of what stands in a row.
pub(crate) fn document((bytes, unit): (&[u8], Unit)) -> RawDocument {
    RawDocument {
        charset: (unit == Unit::Char).then(|| "utf-8".to_owned()),
        unit,
        ..RawDocument::from_bytes(bytes)
    }
}

/// What a cell names a document: an address, a key or a number.
pub(crate) fn name(cell: TableCell) -> Option<String> {
    match cell {
        TableCell::Text(text) if !text.is_empty() => Some(text),
        TableCell::Number(number) => Some(number),
        _ => None,
    }
}

/// When a document was fetched, as a cell says it.
pub(crate) fn day(cell: TableCell) -> Option<String> {
    match cell {
        TableCell::Text(text) | TableCell::Day(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}
