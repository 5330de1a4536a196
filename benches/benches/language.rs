//! The language of a text, beside other crates on the same text.
//!
//! Of a long text no more than 2 kB are looked at, so what counts is the rate on these.

use std::hint::black_box;

use copydesk_benches::{briefly, settings, text, throughput};
use copydesk_segment::language;
use criterion::{BenchmarkId, Criterion};

/// Bytes of a sentence, and of all that is looked at.
const LENGTHS: [(&str, usize); 2] = [("sentence", 150), ("sample", 2_000)];

fn main() {
    let mut criterion = settings();
    peers(&mut criterion);
    ordinary(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

fn peers(criterion: &mut Criterion) {
    let input = text::typical();
    let mut group = criterion.benchmark_group("language");
    for (name, length) in LENGTHS {
        let text = &input.text[..input.text.floor_char_boundary(length)];
        group.throughput(throughput(1, text.len()));
        group.bench_function(BenchmarkId::new("copydesk", name), |bencher| {
            bencher.iter(|| language(black_box(text)));
        });
        group.bench_function(BenchmarkId::new("whichlang", name), |bencher| {
            bencher.iter(|| whichlang::detect_language(black_box(text)));
        });
        group.bench_function(BenchmarkId::new("whatlang", name), |bencher| {
            bencher.iter(|| whatlang::detect(black_box(text)));
        });
        group.bench_function(BenchmarkId::new("floor-letters", name), |bencher| {
            bencher.iter(|| {
                black_box(text)
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .count()
            });
        });
    }
}

fn ordinary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("language/stage");
    for input in text::ordinary() {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| language(black_box(text)));
        });
    }
}

fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("language/hostile");
    briefly(&mut group);
    for input in text::hostile::all(text::hostile::BYTES) {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| language(black_box(text)));
        });
    }
}
