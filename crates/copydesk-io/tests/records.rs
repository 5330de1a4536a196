//! Records out and in again, in every format that holds records.

use std::fs;

use crate::fixtures::Dir;
use copydesk_core::{Diagnostic, ErrorKind, Severity, record::Article};
use copydesk_io::{OutputFormat, Place, ShardOptions, ShardWriter, read_records};

/// A record that was written by hand and holds every field of statements.
const RECORD: &str = include_str!("../../copydesk/tests/data/statements.json");

fn articles() -> Vec<Article> {
    let full: Article = serde_json::from_str(RECORD).unwrap();
    let failed = Article {
        diagnostics: vec![Diagnostic::new(Severity::Error, "io/unreadable", "cut off")],
        ..Article::default()
    };
    let mut all = vec![full.clone(), Article::default(), failed];
    for number in 0..40 {
        let mut article = full.clone();
        article.title = Some(format!("Number {number} \u{1f6f3}"));
        all.push(article);
    }
    all
}

fn write(path: &str, articles: &[Article]) -> u64 {
    let format = OutputFormat::of_path(path).unwrap();
    let mut writer = format.create(path).unwrap();
    let mut bytes = 0;
    for article in articles {
        writer.write(article).unwrap();
        assert!(writer.bytes() >= bytes, "{path}: it does not shrink");
        bytes = writer.bytes();
    }
    let written = writer.finish().unwrap();
    assert_eq!(written.records, articles.len() as u64);
    assert_eq!(written.bytes, fs::metadata(path).unwrap().len());
    written.bytes
}

const NAMES: &[&str] = &[
    "out.jsonl",
    "out.jsonl.gz",
    #[cfg(feature = "zstd")]
    "out.jsonl.zst",
    #[cfg(feature = "arrow")]
    "out.arrow",
    #[cfg(feature = "parquet")]
    "out.parquet",
];

#[test]
fn records_come_back_from_every_format() {
    let dir = Dir::new();
    let articles = articles();
    let plain = write(&dir.path("plain.jsonl"), &articles);
    for name in NAMES {
        let path = dir.path(name);
        let bytes = write(&path, &articles);
        assert!(name.ends_with("jsonl") || bytes < plain, "{name}: {bytes}");
        let back: Vec<_> = read_records(&path).unwrap().map(Result::unwrap).collect();
        assert!(back == articles, "{name}");
        // The same bytes for the same records: shards depend on it.
        let again = dir.path(&format!("again-{name}"));
        write(&again, &articles);
        assert!(
            fs::read(&again).unwrap() == fs::read(&path).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn shards_come_back_in_their_order() {
    let dir = Dir::new();
    let articles = articles();
    for name in NAMES {
        let folder = dir.path(&format!("shards-{name}"));
        let format = OutputFormat::of_path(name).unwrap();
        let mut options = ShardOptions::default();
        options.shard_bytes = 4000;
        let mut writer = ShardWriter::open(&folder, format, options).unwrap();
        for (item, article) in articles.iter().enumerate() {
            let place = Place {
                item: item as u64,
                ..Place::default()
            };
            writer.write(article, place).unwrap();
        }
        let manifest = writer.finish().unwrap();
        // A compressor holds back more than there is here.
        let compressed = name.ends_with("gz") || name.ends_with("zst");
        assert!(compressed || manifest.shards.len() > 3, "{name}");
        assert_eq!(manifest.failures["io/unreadable"], 1);
        assert_eq!(manifest.totals.failures, 1);
        let back: Vec<_> = read_records(&folder).unwrap().map(Result::unwrap).collect();
        assert!(back == articles, "{name}");
    }
}

#[test]
fn what_is_no_record_is_a_failure_in_its_place() {
    let dir = Dir::new();
    let line = copydesk_io::to_line(&Article::default());
    let lines = format!("{line}\n\n{{\"text\": 1}}\r\n{line}\n[\n{line}");
    let path = dir.write("mixed.jsonl", &lines);
    let items: Vec<_> = read_records(&path).unwrap().collect();
    let good: Vec<_> = items.iter().map(Result::is_ok).collect();
    assert_eq!(good, [true, false, true, false, true]);
    let failure = items[1].as_ref().unwrap_err().to_string();
    assert!(
        failure.contains("mixed.jsonl at line 3: no record of copydesk ("),
        "{failure}"
    );

    // What breaks off costs its last line.
    let path = dir.path("cut.jsonl.gz");
    let articles = articles();
    write(&path, &articles);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let items: Vec<_> = read_records(&path).unwrap().collect();
    let (last, before) = items.split_last().unwrap();
    assert!(last.is_err());
    for (item, article) in before.iter().zip(&articles) {
        assert!(item.as_ref().unwrap() == article);
    }

    for name in NAMES.iter().filter(|name| !name.contains("jsonl")) {
        let path = dir.write(name, "no table");
        let items: Vec<_> = read_records(&path).unwrap().collect();
        assert_eq!(items.len(), 1);
        let failure = items[0].as_ref().unwrap_err().to_string();
        assert!(failure.contains("no table of records ("), "{failure}");
    }
    let missing = read_records(dir.path("missing.jsonl"))
        .unwrap()
        .next()
        .unwrap();
    assert!(missing.unwrap_err().to_string().contains("no such file"));
    let error = read_records(dir.path("notes.txt")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let error = read_records(dir.root()).unwrap_err();
    assert!(
        error.to_string().contains("_manifest.json: no such file"),
        "{error}"
    );
}

#[test]
fn names_say_the_format() {
    for format in OutputFormat::ALL {
        assert_eq!(format.as_str().parse::<OutputFormat>().unwrap(), *format);
        for extension in format.extensions() {
            assert!(format.fits(&format!("out.{extension}")));
        }
    }
    assert!("word".parse::<OutputFormat>().is_err());
    assert!(OutputFormat::Brat.fits("folder") && !OutputFormat::Brat.fits("out.md"));
    assert!(!OutputFormat::Jsonl.fits("out"));
    assert_eq!(
        OutputFormat::of_path("a/b.MD.gz"),
        Some(OutputFormat::Markdown)
    );
    assert_eq!(OutputFormat::of_path("b.parquet.gz"), None);
}

#[test]
fn a_folder_for_brat_appears_when_it_is_complete() {
    let dir = Dir::new();
    let path = dir.path("brat");
    let articles = articles();
    let mut writer = OutputFormat::Brat.create(&path).unwrap();
    for article in &articles {
        writer.write(article).unwrap();
    }
    assert!(fs::metadata(&path).is_err());
    let written = writer.finish().unwrap();
    // One could not be read.
    assert_eq!(written.records, articles.len() as u64 - 1);
    assert_eq!(
        fs::read_dir(&path).unwrap().count(),
        2 * written.records as usize + 1
    );
    let error = OutputFormat::Brat.create(&path).unwrap_err();
    assert!(error.to_string().contains("it is there already"), "{error}");
    assert!(OutputFormat::Brat.create("-").is_err());
    drop(OutputFormat::Brat.create(&dir.path("other")).unwrap());
    assert_eq!(fs::read_dir(dir.root()).unwrap().count(), 1);
}
