//! Copies among documents: sketches of 20,000 invented documents, and their groups.

use copydesk::duplicates::Duplicates;
use copydesk_benches::{
    copies::{self, Document},
    settings, throughput,
};

const COUNT: usize = 20_000;

fn main() {
    let mut criterion = settings();
    let documents = copies::documents(1, COUNT);
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let mut group = criterion.benchmark_group("duplicates");
    group.throughput(throughput(COUNT, bytes));
    // What must be done at least: a look at each byte.
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            let blanks = |text: &str| text.bytes().filter(|&byte| byte == b' ').count();
            documents
                .iter()
                .map(|document| blanks(&document.text))
                .sum::<usize>()
        });
    });
    group.bench_function("add", |bencher| bencher.iter(|| added(&documents).len()));
    let all = added(&documents);
    group.bench_function("rows", |bencher| bencher.iter(|| all.rows().len()));
    group.bench_function("add and rows", |bencher| {
        bencher.iter(|| added(&documents).rows().len());
    });
    group.finish();
    criterion.final_summary();
}

fn added(documents: &[Document]) -> Duplicates {
    let mut duplicates = Duplicates::default();
    for document in documents {
        let Document {
            id,
            published,
            title,
            text,
            ..
        } = document;
        duplicates.add_text(id, Some(published), title, text);
    }
    duplicates
}
