//! `copydesk report`: documents, told as one HTML page.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Result;
use copydesk::{Article, Desk, RawDocument, corpus::Corpus};
use copydesk_html::{ReportOptions, SourceText, report};
use copydesk_io::{ReadFailure, Sources, TextWriter, holds_records, read_records};

use crate::{arguments::Report, report_failure, safe::safe};

/// Documents of more bytes are shown without their source: a report is not made for them.
const LARGEST: usize = 8 << 20;

/// The articles of a report, and what is kept of their sources.
struct Documents {
    corpus: Corpus,
    sources: Vec<Option<SourceText>>,
    failures: u64,
}

pub(crate) fn run(arguments: &Report) -> Result<u8> {
    let desk = Desk::new(arguments.input.options()?)?;
    let mut documents = Documents {
        corpus: Corpus::default(),
        sources: Vec::new(),
        failures: 0,
    };
    for path in &arguments.input.paths {
        documents.read(&desk, path, arguments)?;
    }
    let mut options = ReportOptions::default();
    options.title.clone_from(&arguments.title);
    options.max_articles = arguments.max_articles.unwrap_or(options.max_articles);
    let page = report(&documents.corpus, &documents.sources, &options);
    let output = arguments.output.as_deref().unwrap_or("-");
    let mut writer = TextWriter::create(output)?;
    writer.write(&page.html)?;
    let bytes = writer.finish()?;
    let name = if output == "-" {
        "standard output"
    } else {
        output
    };
    eprintln!("{}, in {name}, {:.1} MB", page.summary, bytes as f64 / 1e6);
    if !page.left_out.is_empty() {
        eprintln!("left out: {}", page.left_out.join("; "));
    }
    Ok(u8::from(documents.failures > 0))
}

impl Documents {
    /// Reads what is at a path. Records are taken as they are, without sources.
    fn read(&mut self, desk: &Desk, path: &String, arguments: &Report) -> Result<()> {
        if holds_records(path) {
            for record in read_records(path)? {
                match record {
                    Ok(article) => self.add(article, None),
                    Err(failure) => {
                        eprintln!("copydesk: {}", safe(&failure.to_string()));
                        self.failures += 1;
                    }
                }
            }
            return Ok(());
        }
        let sources = arguments.input.sources_at(std::slice::from_ref(path))?;
        let seen = Seen::default();
        for article in desk.stream(seen.clone().watch(sources)) {
            let source = seen.next();
            let source = source.and_then(|source| SourceText::new(&source, &article));
            self.add(article, source);
        }
        Ok(())
    }

    fn add(&mut self, mut article: Article, source: Option<SourceText>) {
        self.failures += u64::from(report_failure(&article));
        article.tokens = Vec::new();
        self.corpus.add(article);
        self.sources.push(source);
    }
}

/// The documents that are being read, so that each can be looked at again beside its article. There
/// are as many as the stream reads ahead.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<VecDeque<Option<RawDocument>>>>);

impl Seen {
    /// Notes each document on its way.
    fn watch(
        self,
        sources: Sources,
    ) -> impl Iterator<Item = Result<RawDocument, ReadFailure>> + Send + 'static {
        sources.inspect(move |item| {
            let document = item.as_ref().ok();
            let document = document.filter(|document| document.bytes.len() <= LARGEST);
            let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            seen.push_back(document.cloned());
        })
    }

    /// The document of the next article.
    fn next(&self) -> Option<RawDocument> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.pop_front().flatten()
    }
}
