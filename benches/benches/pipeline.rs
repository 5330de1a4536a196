//! Documents to records through all stages, in one thread and in many.

use std::{num::NonZeroUsize, thread};

use copydesk::{Desk, Format, Options, RawDocument, Unreadable};
use copydesk_benches::{briefly, documents, html, settings, text, throughput};
use criterion::{BatchSize, BenchmarkId, Criterion};

fn main() {
    let mut criterion = settings();
    streams(&mut criterion, "pipeline/seeds", &documents::seeds());
    streams(&mut criterion, "pipeline/crawl", &documents::crawl());
    single(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

/// One, two and all threads, by the names that they have on every machine.
fn thread_counts() -> [(&'static str, NonZeroUsize); 3] {
    let two = NonZeroUsize::MIN.saturating_add(1);
    let all = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    [("1", NonZeroUsize::MIN), ("2", two), ("all", all)]
}

fn streams(criterion: &mut Criterion, name: &str, documents: &[RawDocument]) {
    let mut group = criterion.benchmark_group(name);
    let bytes = documents::bytes(documents) as usize;
    group.throughput(throughput(documents.len(), bytes));
    for (name, threads) in thread_counts() {
        let desk = desk(Options::default(), threads);
        group.bench_function(BenchmarkId::new("threads", name), |bencher| {
            bencher.iter_batched(
                || documents.to_vec(),
                |documents| run(&desk, documents),
                BatchSize::LargeInput,
            );
        });
    }
    // What an extractor of articles does, to compare with those that do nothing else.
    let desk = desk(Options::extraction(), NonZeroUsize::MIN);
    group.bench_function("extraction-only/1", |bencher| {
        bencher.iter_batched(
            || documents.to_vec(),
            |documents| run(&desk, documents),
            BatchSize::LargeInput,
        );
    });
}

fn desk(mut options: Options, threads: NonZeroUsize) -> Desk {
    options.run.threads = Some(threads);
    Desk::new(options).expect("the options are valid")
}

/// Reads everything and lets each record go, as a writer of lines would.
fn run(desk: &Desk, documents: Vec<RawDocument>) -> usize {
    let documents = documents.into_iter().map(Ok::<_, Unreadable>);
    desk.stream(documents)
        .map(|article| article.text.len())
        .sum()
}

fn single(criterion: &mut Criterion) {
    let desk = desk(Options::default(), NonZeroUsize::MIN);
    let mut group = criterion.benchmark_group("pipeline/read");
    for input in html::ordinary() {
        let document = RawDocument::from_bytes(input.text.as_bytes());
        group.throughput(input.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| desk.read(&document));
        });
    }
}

/// Pages and scraped texts that attack one mechanism each, through all stages.
fn hostile(criterion: &mut Criterion) {
    let desk = desk(Options::default(), NonZeroUsize::MIN);
    for (name, format, inputs) in [
        (
            "pipeline/hostile/html",
            Format::Html,
            html::hostile::all(html::hostile::BYTES),
        ),
        (
            "pipeline/hostile/text",
            Format::PlainText,
            text::hostile::all(text::hostile::BYTES),
        ),
    ] {
        let mut group = criterion.benchmark_group(name);
        briefly(&mut group);
        for input in inputs {
            let document = RawDocument {
                format,
                ..RawDocument::from_bytes(input.text.as_bytes())
            };
            group.throughput(input.throughput());
            group.bench_function(input.name, |bencher| {
                bencher.iter(|| desk.read(&document));
            });
        }
    }
}
