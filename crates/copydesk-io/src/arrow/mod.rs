//! Records as Arrow: the schema, batches, and a file that holds them.

mod batch;
mod schema;
#[cfg(test)]
mod tests;
mod writer;

pub use batch::to_arrow;
pub use schema::arrow_schema;
pub use writer::ArrowWriter;
