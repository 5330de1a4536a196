//! Records as Arrow: the schema, batches, and a file that holds them.

mod batch;
mod column;
mod documents;
mod schema;
#[cfg(test)]
mod tests;
mod writer;

pub use batch::{ArrowRows, to_arrow};
pub use documents::{ArrowDocuments, ArrowRecords, DocumentColumns, Through};
pub use schema::arrow_schema;
pub use writer::ArrowWriter;
