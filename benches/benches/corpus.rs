//! Many articles together: who is who across them, what happened when, and which are on one story.

use std::{num::NonZeroUsize, sync::Arc, thread};

use copydesk::{
    Article,
    corpus::Corpus,
    stage,
    stories::{Stories, StoryOptions},
};
use copydesk_benches::{briefly, reports, settings, text, throughput};
use criterion::{BenchmarkId, Criterion, Throughput};

/// Bytes of each hostile text.
const HOSTILE: usize = 16 << 10;

fn main() {
    let mut criterion = settings();
    whole(&mut criterion);
    hostile(&mut criterion);
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
        group.throughput(of(&articles));
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

/// The articles and the bytes of their texts.
fn of(articles: &[Arc<Article>]) -> Throughput {
    let bytes = articles.iter().map(|article| article.text.len()).sum();
    throughput(articles.len(), bytes)
}

/// Texts that attack one mechanism each, all in one corpus: names without end, of which no two are
/// alike or all are.
fn hostile(criterion: &mut Criterion) {
    let texts = text::hostile::all(HOSTILE).into_iter();
    let reports = texts.zip(1..).map(|(input, day)| reports::Report {
        day: format!("2024-10-{day:02}"),
        text: input.text,
    });
    let articles: Vec<_> = reports.map(|report| article(&report)).collect();
    let mut group = criterion.benchmark_group("corpus/hostile");
    briefly(&mut group);
    group.throughput(of(&articles));
    group.bench_function("add, entities and timeline", |bencher| {
        bencher.iter(|| {
            let corpus = added(&articles);
            (corpus.entities().len(), corpus.timeline().len())
        });
    });
    group.bench_function("stories", |bencher| {
        let corpus = added(&articles);
        bencher.iter(|| corpus.stories(StoryOptions::default()).len());
    });
}

fn added(articles: &[Arc<Article>]) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.extend(articles.iter().cloned());
    corpus
}
