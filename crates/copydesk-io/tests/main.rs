//! Readers and writers, on files and bytes that are made here: one program, so that it is linked once.

mod codings;
mod faults;
mod files;
mod fixtures;
mod gazetteer;
mod jsonl;
mod place;
mod records;
mod roles;
mod rows;
mod warc;
mod writer;
