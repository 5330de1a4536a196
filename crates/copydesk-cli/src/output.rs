//! Where `copydesk read` writes: one file, or a folder of shards.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Result, bail};
use copydesk::Article;
use copydesk_io::{
    InputSummary, Manifest, Place, RecordWriter, ShardOptions, ShardWriter, Written,
};

use crate::arguments::Read;

/// Takes articles, one after the other.
#[derive(Debug)]
pub(crate) enum Output {
    File(Box<dyn RecordWriter>),
    Shards(Box<ShardWriter>),
}

/// What was written in the end.
#[derive(Debug)]
pub(crate) enum Outcome {
    File(Written),
    Shards(Box<Manifest>),
    /// The run was interrupted before the one file was complete.
    Nothing,
}

impl Output {
    pub(crate) fn create(
        arguments: &Read,
        options: BTreeMap<String, String>,
        inputs: Vec<InputSummary>,
    ) -> Result<Self> {
        let (path, format) = (arguments.output(), arguments.format());
        if !arguments.sharded() {
            if Path::new(path).join("_manifest.json").is_file() {
                bail!(
                    "cannot write {path}: it holds the output of a run already; go on with that by \
                     --resume, remove it, or give another name"
                );
            }
            return Ok(Self::File(format.create(path)?));
        }
        let mut all = ShardOptions::default();
        if let Some(size) = arguments.shard_size {
            all.shard_bytes = size;
        }
        (all.options, all.inputs) = (options, inputs);
        all.resume = arguments.resume;
        Ok(Self::Shards(Box::new(ShardWriter::open(
            path, format, all,
        )?)))
    }

    /// Behind which document the run goes on.
    pub(crate) fn last(&self) -> Option<&Place> {
        match self {
            Self::File(_) => None,
            Self::Shards(writer) => writer.last(),
        }
    }

    /// What an earlier run wrote.
    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        match self {
            Self::File(_) => None,
            Self::Shards(writer) => Some(writer.manifest()),
        }
    }

    pub(crate) fn write(&mut self, article: &Article, place: Place) -> Result<()> {
        match self {
            Self::File(writer) => writer.write(article)?,
            Self::Shards(writer) => writer.write(article, place)?,
        }
        Ok(())
    }

    /// Ends the output. Of an interrupted run what is on standard output is completed, and what
    /// is finished in a folder stays; one file is not written at all.
    pub(crate) fn finish(self, interrupted: bool, path: &str) -> Result<Outcome> {
        Ok(match self {
            Self::File(_) if interrupted && path != "-" => Outcome::Nothing,
            Self::File(writer) => Outcome::File(writer.finish()?),
            Self::Shards(writer) if interrupted => Outcome::Shards(Box::new(writer.stop()?)),
            Self::Shards(writer) => Outcome::Shards(Box::new(writer.finish()?)),
        })
    }
}
