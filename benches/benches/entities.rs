//! Mentions, entities, dates, amounts and patterns of a text that is already cut.

use std::hint::black_box;

use copydesk_benches::{Input, briefly, settings, text};
use copydesk_core::{EntityOptions, NormalizeOptions, SegmentOptions, Span, Token};
use copydesk_entities::{Annotations, Context, annotate, values};
use criterion::{BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings();
    ordinary(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}

/// A text as the stage gets it from the stages before.
struct Prepared {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

impl Prepared {
    fn new(input: &Input) -> Self {
        let repaired = copydesk_normalize::normalize(&input.text, &NormalizeOptions::default());
        let text = repaired.text.into_owned();
        Self {
            sentences: copydesk_segment::sentences(&text, &SegmentOptions::default()),
            tokens: copydesk_segment::tokens(&text),
            text,
        }
    }

    fn throughput(&self) -> Throughput {
        Throughput::Bytes(self.text.len() as u64)
    }

    fn annotate(&self) -> Annotations {
        self.annotate_with(&EntityOptions::default())
    }

    fn annotate_with(&self, options: &EntityOptions) -> Annotations {
        let context = Context {
            reference: Some("2024-10-16"),
            ..Context::default()
        };
        annotate(
            black_box(&self.text),
            &self.sentences,
            &self.tokens,
            &context,
            options,
        )
    }
}

fn ordinary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("entities");
    for input in text::ordinary() {
        let prepared = Prepared::new(&input);
        group.throughput(prepared.throughput());
        group.bench_function(BenchmarkId::new("stage", input.name), |bencher| {
            bencher.iter(|| prepared.annotate());
        });
        let mut options = EntityOptions::default();
        options.statements = false;
        group.bench_function(
            BenchmarkId::new("without statements", input.name),
            |bencher| {
                bencher.iter(|| prepared.annotate_with(&options));
            },
        );
    }
    // Which part of the stage the time goes to; the rest is names.
    let prepared = Prepared::new(&text::typical());
    let (text, tokens) = (prepared.text.as_str(), &prepared.tokens);
    group.throughput(prepared.throughput());
    group.bench_function("dates/typical", |bencher| {
        bencher.iter(|| values::dates(black_box(text), tokens, Some("2024-10-16")));
    });
    group.bench_function("amounts/typical", |bencher| {
        bencher.iter(|| values::amounts(black_box(text), tokens));
    });
    group.bench_function("patterns/typical", |bencher| {
        bencher.iter(|| values::patterns(black_box(text)));
    });
}

fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("entities/hostile");
    briefly(&mut group);
    for input in text::hostile::all(text::hostile::BYTES) {
        let prepared = Prepared::new(&input);
        group.throughput(prepared.throughput());
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| prepared.annotate());
        });
    }
}
