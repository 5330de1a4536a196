//! Many articles together: who is who across them, what happened when, and which are on one story.

use std::{num::NonZeroUsize, sync::Arc, thread};

use copydesk::{
    Article,
    corpus::Corpus,
    stage,
    stories::{Stories, StoryOptions},
};
use copydesk_benches::{reports, settings};
use criterion::{BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = settings();
    whole(&mut criterion);
    criterion.final_summary();
}

/// The articles of so many reports, made on all threads: not measured.
fn articles(count: usize) -> Vec<Arc<Article>> {
    let reports = reports::reports(count);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        let parts: Vec<_> = (reports.chunks(count.div_ceil(threads)))
            .map(|part| scope.spawn(|| part.iter().map(article).collect::<Vec<_>>()))
            .collect();
        let parts = parts.into_iter().filter_map(|part| part.join().ok());
        parts.flatten().collect()
    })
}

fn article(report: &reports::Report) -> Arc<Article> {
    let mut article = stage::annotate(&report.text, Some(&report.day));
    article.published = Some(report.day.clone());
    article.set_id();
    Arc::new(article)
}

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("corpus");
    let all = articles(20_000);
    for count in [2_000, 20_000] {
        // Every tenth of them for the small one, so that both span the same years.
        let step = all.len() / count;
        let articles: Vec<_> = all.iter().step_by(step).cloned().collect();
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("add", count), |bencher| {
            bencher.iter(|| added(&articles));
        });
        group.bench_function(BenchmarkId::new("add and entities", count), |bencher| {
            bencher.iter(|| added(&articles).entities().len());
        });
        group.bench_function(
            BenchmarkId::new("add, entities and timeline", count),
            |bencher| {
                bencher.iter(|| {
                    let corpus = added(&articles);
                    (corpus.entities().len(), corpus.timeline().len())
                });
            },
        );
        group.bench_function(BenchmarkId::new("stories, streaming", count), |bencher| {
            bencher.iter(|| {
                let mut stories = Stories::default();
                for article in &articles {
                    stories.add(article);
                }
                stories.stories().len()
            });
        });
        let corpus = added(&articles);
        group.bench_function(BenchmarkId::new("stories, settled", count), |bencher| {
            bencher.iter(|| corpus.stories(StoryOptions::default()).len());
        });
    }
}

fn added(articles: &[Arc<Article>]) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.extend(articles.iter().cloned());
    corpus
}
