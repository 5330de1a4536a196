//! Records as Arrow: the schema, batches, and a file that holds them.

mod batch;
mod column;
mod documents;
mod long;
#[cfg(feature = "parquet")]
mod parquet;
mod records;
mod schema;
#[cfg(test)]
mod tests;
mod writer;

pub use batch::{ArrowRows, to_arrow};
pub use documents::{ArrowDocuments, ArrowRecords, DocumentColumns, Through};
pub use long::{LongRows, LongTable};
#[cfg(feature = "parquet")]
pub use parquet::ParquetWriter;
pub(crate) use records::read_arrow;
#[cfg(feature = "parquet")]
pub(crate) use records::read_parquet;
pub use records::records_from_arrow;
pub use schema::arrow_schema;
pub use writer::ArrowWriter;
