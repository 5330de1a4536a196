//! Sentences and tokens, each alone.

use std::hint::black_box;

use copydesk_benches::{briefly, settings, text};
use copydesk_core::SegmentOptions;
use copydesk_segment::{sentences, tokens};
use criterion::{BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings();
    ordinary(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

fn ordinary(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let mut group = criterion.benchmark_group("segment");
    for input in text::ordinary() {
        let text = input.text.as_str();
        group.throughput(Throughput::Bytes(input.bytes()));
        group.bench_function(BenchmarkId::new("sentences", input.name), |bencher| {
            bencher.iter(|| sentences(black_box(text), &options));
        });
        group.bench_function(BenchmarkId::new("tokens", input.name), |bencher| {
            bencher.iter(|| tokens(black_box(text)));
        });
        // Sentences begin with the search for terminators, tokens with the gaps between words.
        group.bench_function(BenchmarkId::new("floor-memchr", input.name), |bencher| {
            let bytes = text.as_bytes();
            bencher.iter(|| memchr::memchr3_iter(b'.', b'?', b'\n', black_box(bytes)).count());
        });
        group.bench_function(BenchmarkId::new("floor-blanks", input.name), |bencher| {
            bencher.iter(|| black_box(text).split_ascii_whitespace().count());
        });
    }
}

fn hostile(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let mut group = criterion.benchmark_group("segment/hostile");
    briefly(&mut group);
    for input in text::hostile::all(text::hostile::BYTES) {
        let text = input.text.as_str();
        group.throughput(Throughput::Bytes(input.bytes()));
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| (sentences(black_box(text), &options), tokens(text)));
        });
    }
}
