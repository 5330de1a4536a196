//! Which documents are read, and how much of each: the arguments that all commands share.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use copydesk::RunOptions;
use copydesk_io::ReadOptions;

/// What is read of archives and tables, and the bounds of a document.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters and limits")]
pub(crate) struct Filter {
    /// HTTP statuses of the archived responses that are read, separated by commas, or `any`.
    /// Default: 200.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    status: Vec<String>,
    /// Media types that are read of archives, such as `text/html` or `text/*`, separated by commas.
    #[arg(long, value_name = "TYPES", value_delimiter = ',')]
    mime: Vec<String>,
    /// Reads the documents of archives and tables whose whole address matches, as
    /// `https://*.example/news/*`. May be given several times.
    #[arg(long, value_name = "GLOB")]
    url: Vec<String>,
    /// Passes over those whose whole address matches. May be given several times.
    #[arg(long, value_name = "GLOB")]
    not_url: Vec<String>,
    /// Passes over pages of archives that are declared to be in other languages than these, such
    /// as `en,de`. Pages without declaration are read.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    language: Vec<String>,
    /// Bytes of one document, at most, decompressed; a larger one is reported and passed over.
    /// Default: 256 MiB.
    #[arg(long, value_name = "BYTES")]
    max_document_bytes: Option<u64>,
    /// Bytes of the text of one article, at most; a longer one is cut behind a paragraph.
    /// Default: 64 MiB.
    #[arg(long, value_name = "BYTES")]
    max_text_bytes: Option<u32>,
    /// Seconds that may be spent on one document, looked at between the stages; what was not done
    /// by then is left out of its record. The records then depend on the machine. Default: no limit.
    #[arg(long, value_name = "SECONDS")]
    max_seconds: Option<f64>,
}

impl Filter {
    /// Sets what concerns reading.
    pub(crate) fn read(&self, options: &mut ReadOptions) -> Result<()> {
        options.every_status = self.status.iter().any(|status| status == "any");
        let codes = self.status.iter().filter(|status| *status != "any");
        options.filter.statuses = codes
            .map(|code| {
                let parsed = code.trim().parse();
                parsed.with_context(|| {
                    format!(
                        "--status {code} is no HTTP status; give numbers such as 200,203 or any"
                    )
                })
            })
            .collect::<Result<_>>()?;
        options.filter.media_types.clone_from(&self.mime);
        options.filter.urls.clone_from(&self.url);
        options.filter.not_urls.clone_from(&self.not_url);
        options.filter.languages.clone_from(&self.language);
        if let Some(bytes) = self.max_document_bytes {
            options.max_document_bytes = bytes;
        }
        Ok(())
    }

    /// What decides which records there are and what they hold, as given.
    pub(crate) fn deciding(&self) -> [(&'static str, String); 8] {
        let number = |given: Option<String>| given.unwrap_or_default();
        [
            ("--status", self.status.join(",")),
            ("--mime", self.mime.join(",")),
            ("--url", self.url.join(" ")),
            ("--not-url", self.not_url.join(" ")),
            ("--language", self.language.join(",")),
            (
                "--max-document-bytes",
                number(self.max_document_bytes.map(|bytes| bytes.to_string())),
            ),
            (
                "--max-text-bytes",
                number(self.max_text_bytes.map(|bytes| bytes.to_string())),
            ),
            (
                "--max-seconds",
                number(self.max_seconds.map(|seconds| seconds.to_string())),
            ),
        ]
    }

    /// Sets what concerns the work on a document.
    pub(crate) fn run(&self, options: &mut RunOptions) -> Result<()> {
        if let Some(bytes) = self.max_text_bytes {
            options.max_text_bytes = bytes;
        }
        if let Some(seconds) = self.max_seconds {
            match Duration::try_from_secs_f64(seconds) {
                Ok(limit) if !limit.is_zero() => options.max_document_time = Some(limit),
                _ => bail!("--max-seconds {seconds} is no time; give a number above 0"),
            }
        }
        Ok(())
    }
}
