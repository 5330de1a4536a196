//! Repairs of text: hardly touched, noisy, and built to be expensive.

use std::hint::black_box;

use copydesk_benches::{briefly, settings, text};
use copydesk_core::NormalizeOptions;
use copydesk_normalize::normalize;
use criterion::{BenchmarkId, Criterion};
use icu_normalizer::ComposingNormalizerBorrowed;

fn main() {
    let mut criterion = settings();
    ordinary(&mut criterion);
    articles(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

fn ordinary(criterion: &mut Criterion) {
    let options = NormalizeOptions::default();
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let mut group = criterion.benchmark_group("normalize");
    for input in text::ordinary().into_iter().chain([text::noisy()]) {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(BenchmarkId::new("stage", input.name), |bencher| {
            bencher.iter(|| normalize(black_box(text), &options));
        });
        // A clean text is borrowed, so reading it once is the floor there, and copying it where
        // something has to be repaired.
        group.bench_function(BenchmarkId::new("floor-utf8", input.name), |bencher| {
            bencher.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
        });
        group.bench_function(BenchmarkId::new("floor-copy", input.name), |bencher| {
            bencher.iter(|| black_box(text).to_owned());
        });
        group.bench_function(BenchmarkId::new("floor-nfc", input.name), |bencher| {
            bencher.iter(|| nfc.normalize(black_box(text)).len());
        });
    }
}

/// Sets of articles beside what else there is to do with their bytes: NFC alone, validation, a
/// copy. The ratios within one run are what counts.
fn articles(criterion: &mut Criterion) {
    let options = NormalizeOptions::default();
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let mut group = criterion.benchmark_group("normalize/articles");
    for set in text::crawl::all() {
        let texts = &set.texts;
        group.throughput(set.throughput());
        group.bench_function(BenchmarkId::new("stage", set.name), |bencher| {
            bencher.iter(|| {
                for text in texts {
                    black_box(normalize(black_box(text), &options));
                }
            });
        });
        group.bench_function(BenchmarkId::new("icu-nfc", set.name), |bencher| {
            bencher.iter(|| {
                for text in texts {
                    black_box(nfc.normalize(black_box(text)));
                }
            });
        });
        group.bench_function(BenchmarkId::new("simdutf8", set.name), |bencher| {
            bencher.iter(|| {
                for text in texts {
                    black_box(simdutf8::basic::from_utf8(black_box(text.as_bytes())).is_ok());
                }
            });
        });
        group.bench_function(BenchmarkId::new("memcpy", set.name), |bencher| {
            bencher.iter(|| {
                for text in texts {
                    black_box(black_box(text).to_owned());
                }
            });
        });
    }
}

fn hostile(criterion: &mut Criterion) {
    let options = NormalizeOptions::default();
    let mut group = criterion.benchmark_group("normalize/hostile");
    briefly(&mut group);
    for input in text::hostile::all(text::hostile::BYTES) {
        group.throughput(input.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| normalize(black_box(&input.text), &options));
        });
    }
}
