//! Documents to records through all stages, in one thread and in many.

use std::{num::NonZeroUsize, thread};

use copydesk::{Desk, Options, RawDocument, Unreadable};
use copydesk_benches::{documents, html, settings};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings();
    streams(&mut criterion, "pipeline/seeds", &documents::seeds());
    streams(&mut criterion, "pipeline/crawl", &documents::crawl());
    single(&mut criterion);
    criterion.final_summary();
}

/// One, two and all threads; the last two are the same on a machine of two cores.
fn thread_counts() -> Vec<NonZeroUsize> {
    let all = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut counts: Vec<_> = [1, 2, all]
        .into_iter()
        .filter_map(NonZeroUsize::new)
        .collect();
    counts.sort_unstable();
    counts.dedup();
    counts
}

fn streams(criterion: &mut Criterion, name: &str, documents: &[RawDocument]) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::ElementsAndBytes {
        elements: documents.len() as u64,
        bytes: documents::bytes(documents),
    });
    for threads in thread_counts() {
        let desk = desk(Options::default(), threads);
        group.bench_function(BenchmarkId::new("threads", threads), |bencher| {
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
        group.throughput(Throughput::Bytes(input.bytes()));
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| desk.read(&document));
        });
    }
}
