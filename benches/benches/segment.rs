//! Sentences and tokens, each alone, beside other crates and on lines without an end.

use std::hint::black_box;

use copydesk_benches::{briefly, settings, text};
use copydesk_core::{SegmentOptions, TokenMode};
use copydesk_segment::{SentenceIter, TokenIter, sentences, tokens, tokens_in};
use criterion::{BenchmarkId, Criterion};
use icu_segmenter::{
    SentenceSegmenter, WordSegmenter,
    options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions},
};

fn main() {
    let mut criterion = settings();
    ordinary(&mut criterion);
    peers(&mut criterion);
    lines(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

fn ordinary(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let mut group = criterion.benchmark_group("segment");
    for input in text::ordinary() {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(BenchmarkId::new("sentences", input.name), |bencher| {
            bencher.iter(|| sentences(black_box(text), &options));
        });
        group.bench_function(BenchmarkId::new("tokens", input.name), |bencher| {
            bencher.iter(|| tokens(black_box(text)));
        });
        group.bench_function(BenchmarkId::new("tokens-ptb", input.name), |bencher| {
            bencher.iter(|| tokens_in(black_box(text), TokenMode::Ptb));
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

/// Iterators all of them, so that nothing but the search for boundaries is compared; sentencex has
/// no iterator and makes a list of strings borrowed from the text.
fn peers(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let icu_sentences = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let icu_words = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut group = criterion.benchmark_group("segment/peers");
    for input in [text::typical(), text::huge()] {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(BenchmarkId::new("sentences", input.name), |bencher| {
            bencher.iter(|| SentenceIter::new(black_box(text), &options).count());
        });
        group.bench_function(BenchmarkId::new("icu-sentences", input.name), |bencher| {
            bencher.iter(|| icu_sentences.segment_str(black_box(text)).count());
        });
        group.bench_function(BenchmarkId::new("sentencex", input.name), |bencher| {
            bencher.iter(|| sentencex::segment("en", black_box(text)).len());
        });
        group.bench_function(BenchmarkId::new("tokens", input.name), |bencher| {
            bencher.iter(|| TokenIter::new(black_box(text)).count());
        });
        group.bench_function(BenchmarkId::new("icu-words", input.name), |bencher| {
            bencher.iter(|| icu_words.segment_str(black_box(text)).count());
        });
    }
}

/// Lines of 50 MB: each must run at no less than a third of the rate on `huge`.
fn lines(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let mut group = criterion.benchmark_group("segment/lines");
    briefly(&mut group);
    for input in text::hostile::lines(50_000_000) {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(BenchmarkId::new("sentences", input.name), |bencher| {
            bencher.iter(|| SentenceIter::new(black_box(text), &options).count());
        });
        group.bench_function(BenchmarkId::new("tokens", input.name), |bencher| {
            bencher.iter(|| TokenIter::new(black_box(text)).count());
        });
    }
}

fn hostile(criterion: &mut Criterion) {
    let options = SegmentOptions::default();
    let mut group = criterion.benchmark_group("segment/hostile");
    briefly(&mut group);
    for input in text::hostile::all(text::hostile::BYTES) {
        let text = input.text.as_str();
        group.throughput(input.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| (sentences(black_box(text), &options), tokens(text)));
        });
    }
}
