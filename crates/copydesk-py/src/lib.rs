//! The Python module `copydesk._copydesk`: conversions between Python and the facade, and
//! nothing that the facade does itself.
//!
//! - one file per Python class; views are a shared article and an index, never a copy of it;
//! - every call that may take long goes through [`run::detached`], which lets other Python
//!   threads run, turns panics into exceptions and looks for signals;
//! - exceptions are Python classes in `copydesk.errors`;
//! - importing it starts no thread and changes nothing outside the module.

mod article;
mod command;
mod corpus;
mod desk;
mod duplicates;
mod errors;
mod frames;
mod functions;
mod gazetteer;
mod input;
mod normalized;
mod options;
mod origin;
mod pulled;
mod reading;
mod rows;
mod run;
mod stream;
mod table;
mod tables;
mod views;

/// A record is thousands of small strings, which this one hands out and takes back faster, most of
/// all on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[pyo3::pymodule]
mod _copydesk {
    #[pymodule_export]
    use crate::{
        article::Article,
        command::_command,
        corpus::{
            Corpus, CorpusEntity, CorpusEvent, CorpusOffice, CorpusRole, Holder, Merge, Stories,
            Story, Timeline, TimelineEntry,
        },
        desk::Desk,
        duplicates::{Duplicate, DuplicateTable, Duplicates},
        frames::{from_arrow, to_arrow},
        functions::{
            amounts, dates, explain, extract, language, mentions, normalize, patterns, read,
            read_text, schema, sentences, timex3, tokens,
        },
        gazetteer::Gazetteer,
        normalized::NormalizedText,
        stream::Stream,
        table::{Batches, Table},
        views::{
            Amount, Block, Cell, Claim, Container, Diagnostic, Edit, Entity, Event, EventTime,
            Evidence, Hedge, Identifiers, LanguageGuess, Link, Mention, Participant, Pattern,
            Place, Quote, Reference, Role, Source, SourceSpan, Span, Temporal, Token,
        },
    };

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
