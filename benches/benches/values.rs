//! Dates, amounts and patterns of a text whose tokens are known: the three together, each alone,
//! and texts of one kind that look like values everywhere.

use std::hint::black_box;

use copydesk_benches::{Input, briefly, settings, text, throughput};
use copydesk_core::Token;
use copydesk_entities::values;
use criterion::{BenchmarkId, Criterion};

const REFERENCE: Option<&str> = Some("2024-10-16");

/// Sentences in which every other word is a value.
const DENSE: &str = "On Tuesday, 15 October 2024, shares rose 2.5% to $41.20 after sales of €3.2 billion, \
    up from 2.9 billion euros in the third quarter of 2023. About 1,200 of 30,000 workers in 14 countries are to go by \
    mid-2026, the company said at 10:30 a.m. The plant covers 40 square miles, uses 300 MW and lies 12 km from the sea. \
    Write to desk@wire.example, call +44 20 7946 0018 or see https://wire.example/plant?id=7 and #PlantNews2024.\n\n";

/// Runs of one thing, over and over.
const FLOODS: [(&str, &str); 6] = [
    ("digits", "7"),
    ("numbers", "12 "),
    ("groups", "020 "),
    ("words", "two hundred and "),
    ("hosts", "a."),
    ("sums", "$1 to "),
];

/// Bytes of a flood.
const FLOOD: usize = 200_000;

fn main() {
    let mut criterion = settings();
    ordinary(&mut criterion);
    floods(&mut criterion);
    criterion.final_summary();
}

fn ordinary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("values");
    let dense = Input {
        name: "dense",
        text: DENSE.repeat(16),
    };
    for input in text::ordinary().into_iter().chain([dense]) {
        let tokens = copydesk_segment::tokens(&input.text);
        group.throughput(input.throughput());
        group.bench_function(BenchmarkId::new("all", input.name), |bencher| {
            bencher.iter(|| all(&input.text, &tokens));
        });
    }
    let input = text::typical();
    let (text, tokens) = (input.text.as_str(), copydesk_segment::tokens(&input.text));
    group.throughput(input.throughput());
    group.bench_function("dates/typical", |bencher| {
        bencher.iter(|| values::dates(black_box(text), &tokens, REFERENCE));
    });
    group.bench_function("amounts/typical", |bencher| {
        bencher.iter(|| values::amounts(black_box(text), &tokens));
    });
    group.bench_function("patterns/typical", |bencher| {
        bencher.iter(|| values::patterns(black_box(text)));
    });
}

fn floods(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("values/floods");
    briefly(&mut group);
    for (name, unit) in FLOODS {
        let text = unit.repeat(FLOOD / unit.len());
        let tokens = copydesk_segment::tokens(&text);
        group.throughput(throughput(1, text.len()));
        group.bench_function(name, |bencher| bencher.iter(|| all(&text, &tokens)));
    }
}

fn all(text: &str, tokens: &[Token]) -> values::Values {
    values::all(black_box(text), tokens, REFERENCE)
}
