//! Columns that grow by one record at a time: the record's own serialization, taken apart along
//! the schema, without a value in between.

use std::{
    fmt::{self, Write},
    mem,
    sync::Arc,
};

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float32Array, Float64Array, Int32Array, ListArray,
    StringArray, StructArray, UInt32Array, UInt64Array, new_null_array,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, FieldRef, Fields};
use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

/// What was put into a column so far.
#[derive(Debug)]
pub(super) struct Column {
    field: FieldRef,
    /// Whether each value is there.
    held: Vec<bool>,
    values: Values,
}

#[derive(Debug)]
enum Values {
    /// Bytes, and where each text ends.
    Text(Vec<u8>, Vec<i32>),
    Flags(Vec<bool>),
    Float64(Vec<f64>),
    Float32(Vec<f32>),
    UInt64(Vec<u64>),
    UInt32(Vec<u32>),
    Int32(Vec<i32>),
    /// Days since 1970.
    Days(Vec<i32>),
    /// Items, and where those of each list end.
    List(Box<Column>, Vec<i32>),
    Struct(Vec<Column>),
    /// A type that the schema of the record does not use.
    Other,
}

impl Column {
    pub(super) fn new(field: &FieldRef) -> Self {
        let values = match field.data_type() {
            DataType::Utf8 => Values::Text(Vec::new(), vec![0]),
            DataType::Boolean => Values::Flags(Vec::new()),
            DataType::Float64 => Values::Float64(Vec::new()),
            DataType::Float32 => Values::Float32(Vec::new()),
            DataType::UInt64 => Values::UInt64(Vec::new()),
            DataType::UInt32 => Values::UInt32(Vec::new()),
            DataType::Int32 => Values::Int32(Vec::new()),
            DataType::Date32 => Values::Days(Vec::new()),
            DataType::List(item) => Values::List(Box::new(Self::new(item)), vec![0]),
            DataType::Struct(fields) => Values::Struct(Self::all(fields)),
            _ => Values::Other,
        };
        Self {
            field: Arc::clone(field),
            held: Vec::new(),
            values,
        }
    }

    fn all(fields: &Fields) -> Vec<Self> {
        fields.iter().map(Self::new).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.held.len()
    }

    /// What its values take, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let values = match &self.values {
            Values::Text(bytes, ends) => bytes.len() + ends.len() * 4,
            Values::Flags(flags) => flags.len().div_ceil(8),
            Values::Float64(numbers) => numbers.len() * 8,
            Values::Float32(numbers) => numbers.len() * 4,
            Values::UInt64(numbers) => numbers.len() * 8,
            Values::UInt32(numbers) => numbers.len() * 4,
            Values::Int32(numbers) | Values::Days(numbers) => numbers.len() * 4,
            Values::List(items, ends) => items.bytes() + ends.len() * 4,
            Values::Struct(columns) => columns.iter().map(Self::bytes).sum(),
            Values::Other => 0,
        };
        values + self.held.len().div_ceil(8)
    }

    /// Puts in a value that is not there.
    pub(super) fn null(&mut self) {
        self.held.push(false);
        match &mut self.values {
            Values::Text(bytes, ends) => ends.push(end(bytes.len())),
            Values::Flags(flags) => flags.push(false),
            Values::Float64(numbers) => numbers.push(0.0),
            Values::Float32(numbers) => numbers.push(0.0),
            Values::UInt64(numbers) => numbers.push(0),
            Values::UInt32(numbers) => numbers.push(0),
            Values::Int32(numbers) | Values::Days(numbers) => numbers.push(0),
            Values::List(items, ends) => ends.push(end(items.len())),
            Values::Struct(columns) => columns.iter_mut().for_each(Self::null),
            Values::Other => {}
        }
    }

    /// A text, or nothing in a column of another type, as everything that does not fit.
    fn text(&mut self, text: &str) {
        match &mut self.values {
            // Offsets have 31 bits.
            Values::Text(bytes, ends) if i32::try_from(bytes.len() + text.len()).is_ok() => {
                bytes.extend_from_slice(text.as_bytes());
                ends.push(end(bytes.len()));
                self.held.push(true);
            }
            _ => self.null(),
        }
    }

    fn flag(&mut self, on: bool) {
        match &mut self.values {
            Values::Flags(flags) => flags.push(on),
            _ => return self.null(),
        }
        self.held.push(true);
    }

    fn whole(&mut self, number: i64) {
        let held = match &mut self.values {
            Values::Float64(numbers) => push(numbers, Some(number as f64)),
            Values::Float32(numbers) => push(numbers, Some(number as f32)),
            Values::UInt64(numbers) => push(numbers, number.try_into().ok()),
            Values::UInt32(numbers) => push(numbers, number.try_into().ok()),
            Values::Int32(numbers) | Values::Days(numbers) => push(numbers, number.try_into().ok()),
            _ => return self.null(),
        };
        self.held.push(held);
    }

    fn float(&mut self, number: f64) {
        // JSON has no other numbers than these.
        let number = Some(number).filter(|number| number.is_finite());
        let held = match &mut self.values {
            Values::Float64(numbers) => push(numbers, number),
            Values::Float32(numbers) => push(numbers, number.map(|number| number as f32)),
            _ => return self.null(),
        };
        self.held.push(held);
    }

    pub(super) fn finish(self) -> ArrayRef {
        let len = self.len();
        let nullable = self.field.is_nullable();
        let nulls = || {
            let nulls = NullBuffer::from(self.held.as_slice());
            (nullable && nulls.null_count() > 0).then_some(nulls)
        };
        match self.values {
            Values::Text(bytes, ends) => {
                let offsets = OffsetBuffer::new(ScalarBuffer::from(ends));
                Arc::new(StringArray::new(offsets, Buffer::from(bytes), nulls()))
            }
            Values::Flags(flags) => {
                Arc::new(BooleanArray::new(BooleanBuffer::from(flags), nulls()))
            }
            Values::Float64(numbers) => Arc::new(Float64Array::new(numbers.into(), nulls())),
            Values::Float32(numbers) => Arc::new(Float32Array::new(numbers.into(), nulls())),
            Values::UInt64(numbers) => Arc::new(UInt64Array::new(numbers.into(), nulls())),
            Values::UInt32(numbers) => Arc::new(UInt32Array::new(numbers.into(), nulls())),
            Values::Int32(numbers) => Arc::new(Int32Array::new(numbers.into(), nulls())),
            Values::Days(days) => Arc::new(Date32Array::new(days.into(), nulls())),
            Values::List(items, ref ends) => {
                let offsets = OffsetBuffer::new(ScalarBuffer::from(ends.clone()));
                let item = Arc::clone(&items.field);
                Arc::new(ListArray::new(item, offsets, items.finish(), nulls()))
            }
            Values::Struct(columns) => {
                let fields = columns.iter().map(|column| Arc::clone(&column.field));
                let fields: Fields = fields.collect();
                let nulls = nulls();
                let columns = columns.into_iter().map(Self::finish).collect();
                Arc::new(StructArray::new(fields, columns, nulls))
            }
            Values::Other => new_null_array(self.field.data_type(), len),
        }
    }
}

/// Where a value ends; a column is far from full when a batch is.
fn end(len: usize) -> i32 {
    i32::try_from(len).unwrap_or(i32::MAX)
}

/// Puts a number in; returns whether it is there.
fn push<T: Default>(numbers: &mut Vec<T>, number: Option<T>) -> bool {
    let held = number.is_some();
    numbers.push(number.unwrap_or_default());
    held
}

/// Why a value cannot be put into a column: it says so itself.
#[derive(Debug)]
pub(super) struct Unfit(String);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unfit {}

impl ser::Error for Unfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

macro_rules! whole {
    ($($method:ident: $number:ty,)+) => {
        $(fn $method(self, number: $number) -> Result<(), Unfit> {
            self.whole(i64::from(number));
            Ok(())
        })+
    };
}

impl<'a> Serializer for &'a mut Column {
    type Ok = ();
    type Error = Unfit;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Impossible<(), Unfit>;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Impossible<(), Unfit>;

    whole! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
    }

    fn serialize_u64(self, number: u64) -> Result<(), Unfit> {
        match i64::try_from(number) {
            Ok(number) => self.whole(number),
            Err(_) => self.null(),
        }
        Ok(())
    }

    fn serialize_bool(self, on: bool) -> Result<(), Unfit> {
        self.flag(on);
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), Unfit> {
        self.float(f64::from(number));
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Unfit> {
        self.float(number);
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Result<(), Unfit> {
        self.text(letter.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unfit> {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unfit> {
        self.null();
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unfit> {
        self.null();
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unfit> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unfit> {
        self.null();
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unfit> {
        self.null();
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unfit> {
        self.text(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Unfit> {
        Err(tagged(variant))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unfit> {
        Err(tagged(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, Unfit> {
        Ok(Parts::new(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unfit> {
        Err(tagged(variant))
    }
}

/// The record has no such enumerations.
fn tagged(variant: &str) -> Unfit {
    Unfit(format!("`{variant}` holds values, which no column is for"))
}

/// A list or object on its way into a column.
pub(super) struct Parts<'a> {
    column: &'a mut Column,
    /// Where the next field is looked for: fields come in the order of the schema.
    next: usize,
    /// The field that a key named.
    named: Option<usize>,
    /// Room for the key of a map.
    name: String,
}

/// A key of a map as text.
struct Key<'a, T: ?Sized>(&'a T);

impl<T: Serialize + ?Sized> fmt::Display for Key<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

impl<'a> Parts<'a> {
    fn new(column: &'a mut Column) -> Self {
        Self {
            column,
            next: 0,
            named: None,
            name: String::new(),
        }
    }

    /// The next item of a list; of a struct, the next of its fields.
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        match &mut self.column.values {
            Values::List(items, _) => value.serialize(&mut **items),
            Values::Struct(_) => {
                let at = self.next;
                self.next += 1;
                self.field_at(at, value)
            }
            _ => Ok(()),
        }
    }

    /// Which field has this name.
    fn find(&mut self, name: &str) -> Option<usize> {
        let Values::Struct(columns) = &self.column.values else {
            return None;
        };
        let named = |at: &usize| columns[*at].field.name() == name;
        let at = (self.next..columns.len())
            .chain(0..self.next.min(columns.len()))
            .find(named)?;
        self.next = at + 1;
        Some(at)
    }

    fn field_at<T: Serialize + ?Sized>(&mut self, at: usize, value: &T) -> Result<(), Unfit> {
        let rows = self.column.held.len();
        match &mut self.column.values {
            Values::Struct(columns) => match columns.get_mut(at) {
                // A field that is given twice counts once.
                Some(column) if column.len() == rows => value.serialize(column),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Closes the list or object; fields that were left out are null.
    fn close(self) {
        let column = self.column;
        let rows = column.held.len();
        match &mut column.values {
            Values::List(items, ends) => ends.push(end(items.len())),
            Values::Struct(columns) => {
                for column in columns.iter_mut().filter(|column| column.len() == rows) {
                    column.null();
                }
            }
            _ => return column.null(),
        }
        column.held.push(true);
    }
}

/// Lists and tuples, which differ in the name of one method.
macro_rules! list {
    ($($kind:ident: $method:ident,)+) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Unfit;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
                self.item(value)
            }

            fn end(self) -> Result<(), Unfit> {
                self.close();
                Ok(())
            }
        })+
    };
}

list! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unfit;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unfit> {
        let mut name = mem::take(&mut self.name);
        name.clear();
        let written = write!(name, "{}", Key(key));
        self.named = self.find(&name);
        self.name = name;
        written.map_err(ser::Error::custom)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        match mem::take(&mut self.named) {
            Some(at) => self.field_at(at, value),
            None => Ok(()),
        }
    }

    fn end(self) -> Result<(), Unfit> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        match self.find(name) {
            Some(at) => self.field_at(at, value),
            None => Ok(()),
        }
    }

    fn end(self) -> Result<(), Unfit> {
        self.close();
        Ok(())
    }
}
