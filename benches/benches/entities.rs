//! Everything that the stage finds in a text that is already cut; values alone are in `values.rs`.

use std::hint::black_box;

use copydesk_benches::{Input, briefly, settings, text, throughput};
use copydesk_core::{EntityOptions, NormalizeOptions, SegmentOptions, Span, Token};
use copydesk_entities::{Annotations, Context, annotate};
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
        throughput(1, self.text.len())
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
