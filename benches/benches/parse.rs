//! Bytes to blocks: pages, scraped texts, and what either can be attacked with.

use std::hint::black_box;

use copydesk_benches::{Input, briefly, html, settings, text};
use copydesk_core::{Format, ParseOptions, RawDocument};
use criterion::{BenchmarkId, Criterion};

fn main() {
    let mut criterion = settings();
    ordinary(
        &mut criterion,
        "parse/html",
        Format::Html,
        &html::ordinary(),
    );
    ordinary(
        &mut criterion,
        "parse/text",
        Format::PlainText,
        &text::ordinary(),
    );
    let pages = html::hostile::all(html::hostile::BYTES);
    hostile(&mut criterion, "parse/html/hostile", Format::Html, &pages);
    let texts = text::hostile::all(text::hostile::BYTES);
    hostile(
        &mut criterion,
        "parse/text/hostile",
        Format::PlainText,
        &texts,
    );
    criterion.final_summary();
}

fn ordinary(criterion: &mut Criterion, name: &str, format: Format, inputs: &[Input]) {
    let mut group = criterion.benchmark_group(name);
    for input in inputs {
        group.throughput(input.throughput());
        let raw = raw(input, format);
        group.bench_function(BenchmarkId::new("stage", input.name), |bencher| {
            bencher.iter(|| copydesk_parse::parse(&raw, &ParseOptions::default()));
        });
        // Whoever looks for tags, or for the ends of lines, has to see every byte at least once.
        let sought = if format == Format::Html { b'<' } else { b'\n' };
        group.bench_function(BenchmarkId::new("floor-memchr", input.name), |bencher| {
            bencher.iter(|| memchr::memchr_iter(sought, black_box(&raw.bytes)).count());
        });
    }
}

fn hostile(criterion: &mut Criterion, name: &str, format: Format, inputs: &[Input]) {
    let mut group = criterion.benchmark_group(name);
    briefly(&mut group);
    for input in inputs {
        group.throughput(input.throughput());
        let raw = raw(input, format);
        group.bench_function(input.name, |bencher| {
            bencher.iter(|| copydesk_parse::parse(&raw, &ParseOptions::default()));
        });
    }
}

fn raw(input: &Input, format: Format) -> RawDocument {
    RawDocument {
        format,
        charset: Some("utf-8".to_owned()),
        ..RawDocument::from_bytes(input.text.as_bytes())
    }
}
