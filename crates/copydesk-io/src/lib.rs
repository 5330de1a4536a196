//! Readers and writers of copydesk: files, folders, globs, WARC, JSONL, Arrow and Parquet in;
//! JSONL, Arrow and text out.
//!
//! The only crate of copydesk that opens files. It turns whatever holds pages into
//! [`RawDocument`](copydesk_core::RawDocument)s, bytes untouched, and writes records.
//!
//! # When not to use it
//! - You have the bytes already: make a `RawDocument` of them, or a stream of them with
//!   [`Sources::from_reader`].
//! - You want to fetch pages: copydesk has no network.
//! - You need WARC records that are no pages (requests, images): this reader passes over them.
//!
//! # Example
//! ```
//! use copydesk_io::{JsonlWriter, ReadOptions, Sources, to_line};
//! use copydesk_core::record::Article;
//! # let dir = std::env::temp_dir().join(format!("copydesk-doc-lib-{}", std::process::id()));
//! # std::fs::create_dir_all(dir.join("pages")).unwrap();
//! # let (pages, out) = (dir.join("pages"), dir.join("out.jsonl"));
//! # let (pages, out) = (pages.to_str().unwrap(), out.to_str().unwrap());
//! # std::fs::write(format!("{pages}/a.html"), "<p>The dam held.</p>").unwrap();
//! let sources = Sources::open([pages], ReadOptions::default())?;
//! let skipped = sources.skipped();
//! let mut writer = JsonlWriter::create(out)?;
//! for item in sources {
//!     match item {
//!         Ok(document) => {
//!             let article = Article { title: document.uri, ..Article::default() };
//!             writer.write_line(&to_line(&article))?;
//!         }
//!         Err(failure) => eprintln!("{failure}"),
//!     }
//! }
//! assert_eq!(writer.finish()?, 1);
//! println!("{} records and files passed over", skipped.total());
//! # std::fs::remove_dir_all(&dir).unwrap();
//! # Ok::<(), copydesk_core::Error>(())
//! ```
//!
//! # What is read
//! | given | read as |
//! |---|---|
//! | a file | by its extension, else by its first bytes; any file may be compressed by gzip or zstd, whatever its name |
//! | a directory | every `.html .htm .xhtml .txt .text .warc .wet .jsonl .ndjson` below it, each also with `.gz` or `.zst`, and `.arrow .feather .parquet`; hidden files and other extensions are counted in [`Skipped`] |
//! | a glob | the readable files that match; where the pattern itself names an extension (`*.page`), all that match |
//! | `-` | standard input, by its first bytes |
//!
//! WARC: `response` records with status 200 that are HTML or plain text, `resource` and
//! `conversion` (WET) records; chunked bodies, coded by gzip, deflate, br or zstd. The frames of a
//! WARC in zstd may share the dictionary of its first frame. JSONL and tables: the first present of
//! `text`, `html`, `content`, `body`, named by `url`, `uri` or `id`; the column may hold strings of
//! any width, views or bytes. [`ReadFilter`] chooses by status, media type, address and language
//! before a page is decoded.
//!
//! [`Sources::place`] tells where an item stands, and [`Sources::skip_behind`] goes on there.
//!
//! # What is written
//! [`OutputFormat`] names the formats, and all writers are a [`RecordWriter`]: records as JSONL,
//! Arrow IPC (feature `arrow`) and Parquet (feature `parquet`); articles as text, Markdown and HTML;
//! what was found as Web Annotations, in the manner of CoNLL-U and for brat; documents for Dolma
//! and schema.org. A file appears when it is complete. Names that end in `.gz` or `.zst` are
//! compressed.
//!
//! [`ShardWriter`] writes a folder of shards and a [`Manifest`], and goes on where a run that was
//! killed ended: with the [`Place`] of the last document that is in a finished shard.
//! [`read_records`] reads records again.
//!
//! [`read_gazetteer`] reads a user's list of names and [`read_roles`] a table of offices and their
//! holders: CSV, JSON, and Arrow with the feature `arrow`.
//!
//! # What goes wrong
//! A [`ReadFailure`] stands where a document could not be read, says why and what to do, and
//! the iteration goes on: behind a bad line with the next line, behind a damaged record with the
//! next record, gzip member or zstd frame, behind a missing file with the next file. Of a page that breaks
//! off, what was read comes first and the failure second.
//!
//! # Limits
//! Memory is bounded by [`ReadOptions::max_document_bytes`], 256 MiB by default, decompressed,
//! up to about twice that while a buffer grows. WARC and JSONL are streamed, tables are read by
//! batches and row groups from files and held whole from streams. A zstd frame may ask for a window
//! of up to 128 MiB. ARC, the forerunner of WARC, is
//! not read. Links to directories are followed once.
//!
//! # Features
//! `brotli`, `libdeflate` (gzip at twice the speed) and `zstd` are on by default; `arrow` and
//! `parquet` are not.

#[cfg(feature = "arrow")]
mod arrow;
mod articles;
mod brat;
mod compress;
mod consumed;
mod failure;
mod filter;
mod format;
mod gazetteer;
mod input;
mod jsonl;
mod kind;
mod options;
mod output;
mod page;
mod place;
mod record_writer;
mod records;
mod roles;
#[cfg(feature = "arrow")]
mod rows;
mod shards;
mod skipped;
mod sources;
mod table;
mod unzip;
mod walk;
mod warc;
mod window;
mod writer;

#[cfg(feature = "parquet")]
pub use arrow::ParquetWriter;
#[cfg(feature = "arrow")]
pub use arrow::{
    ArrowDocuments, ArrowRecords, ArrowRows, ArrowWriter, DocumentColumns, LongRows, LongTable,
    Through, arrow_schema, records_from_arrow, to_arrow,
};
pub use consumed::Consumed;
pub use failure::{ReadFailure, ReadPlace};
pub use filter::ReadFilter;
pub use format::OutputFormat;
pub use gazetteer::{GazetteerRow, gazetteer_name, read_gazetteer, read_gazetteer_from};
pub use options::ReadOptions;
pub use output::TextWriter;
pub use place::Place;
pub use record_writer::{RecordWriter, Written};
pub use records::{Records, holds_records, read_records};
pub use roles::{RoleRow, read_roles, read_roles_from};
pub use shards::{
    InputSummary, Manifest, PlacedSources, Places, Shard, ShardOptions, ShardWriter, Totals,
    content_hash,
};
pub use skipped::Skipped;
pub use sources::Sources;
#[cfg(feature = "arrow")]
pub use table::table_from_arrow;
pub use table::{TableCell, TableRow, read_table, read_table_from};
pub use writer::{JsonlWriter, to_line};
