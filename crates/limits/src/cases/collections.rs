//! Many documents together: what a corpus, its stories and its copies cost with their number.

use std::{cell::OnceCell, cmp::Reverse, rc::Rc, sync::Arc};

use copydesk::{
    Article, corpus::Corpus, duplicates::Duplicates, stage, stories::Stories, stories::StoryOptions,
};
use copydesk_benches::{copies, reports};

use super::{Case, Stages};

/// So many bytes of the sizes are a document here. A corpus of few documents has not yet as many
/// neighbours as one is compared with, and grows by more than proportion until it has.
const DOCUMENT: usize = 256;

/// Documents that are made once, of four years. Smaller sizes take the first of them: an archive
/// that has grown for longer, with as many on a day.
const ALL: usize = (8 << 20) / DOCUMENT;

pub(super) fn all() -> Vec<Case> {
    let made = Rc::new(OnceCell::new());
    let reports = |name, arrange: fn(&mut [Arc<Article>])| {
        let made = Rc::clone(&made);
        Case::new(name, move |bytes, stages| {
            let all: &Vec<_> = made.get_or_init(|| articles(ALL));
            let mut some = all[..all.len().min((bytes / DOCUMENT).max(1))].to_vec();
            arrange(&mut some);
            corpus(some.iter(), stages);
        })
    };
    vec![
        reports("reports-of-years", |_| {}),
        reports("latest-first", |all| {
            all.sort_by_key(|it| Reverse(it.published.clone()))
        }),
        reports("undated", |all| {
            for article in all {
                Arc::make_mut(article).published = None;
            }
        }),
        Case::new("one-report", |bytes, stages| {
            let article = articles(1).swap_remove(0);
            let count = (bytes / DOCUMENT).max(1);
            let copies = (0..count).map(|at| {
                let mut copy = Article::clone(&article);
                copy.id = format!("{at}");
                Arc::new(copy)
            });
            corpus(copies.collect::<Vec<_>>().iter(), stages);
        }),
        Case::new("edited-copies", |bytes, stages| {
            let documents = copies::documents(1, (bytes / DOCUMENT).max(1));
            let count = documents.len();
            let mut all = Duplicates::default();
            stages.run("add copies", count, || {
                for document in &documents {
                    let day = Some(document.published.as_str());
                    all.add_text(&document.id, day, &document.title, &document.text);
                }
            });
            stages.run("rows", count, || all.rows());
        }),
    ]
}

fn articles(count: usize) -> Vec<Arc<Article>> {
    let article = |report: &reports::Report| {
        let mut article = stage::annotate(&report.text, Some(&report.day));
        article.published = Some(report.day.clone());
        article.set_id();
        Arc::new(article)
    };
    reports::reports(count).iter().map(article).collect()
}

fn corpus<'a>(articles: impl Iterator<Item = &'a Arc<Article>>, stages: &mut Stages) {
    let articles: Vec<_> = articles.cloned().collect();
    let count = articles.len();
    let mut corpus = Corpus::default();
    stages.run("add", count, || corpus.extend(articles.iter().cloned()));
    stages.run("entities", count, || corpus.entities());
    stages.run("timeline", count, || corpus.timeline());
    stages.run("stories", count, || corpus.stories(StoryOptions::default()));
    stages.run("streaming", count, || {
        let mut stories = Stories::default();
        for article in &articles {
            stories.add(article);
        }
        stories.stories()
    });
    stages.run("copies", count, || {
        let mut all = Duplicates::default();
        for article in &articles {
            all.add(article);
        }
        all.rows()
    });
}
