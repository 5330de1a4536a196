//! Whatever comes in: a record or a clear error for it, never a panic, and the others go on.

use std::{fs, path::PathBuf};

use copydesk::{Article, Desk, Options, RawDocument, Severity};
use copydesk_io::{ReadOptions, Sources};
use proptest::prelude::*;

use crate::common;

const GOOD: &str = "<html><title>Port reopens</title><body><article><h1>Port reopens</h1><p>The port of Tema in Ghana \
    reopened on Friday after a strike of nine days, the harbour office said in a statement.</p></article></body></html>";

/// A folder of its own for a test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("copydesk-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Reads a bad source between two good ones; returns the records of the bad one.
fn between_good_ones(name: &str, bytes: &[u8]) -> Vec<Article> {
    let folder = Folder::new(name);
    let good = folder.write("good.html", GOOD);
    let bad = folder.write(name, bytes);
    let records = stream(&[&good, &bad, &good]);
    let last = records.len() - 1;
    for record in [&records[0], &records[last]] {
        assert!(
            record.text.contains("Ghana reopened"),
            "{name}: the good documents are read"
        );
    }
    records[1..last].to_vec()
}

fn stream(paths: &[&str]) -> Vec<Article> {
    let sources = Sources::open(paths, ReadOptions::default()).unwrap();
    Desk::new(Options::default())
        .unwrap()
        .stream(sources)
        .collect()
}

fn codes(article: &Article) -> Vec<&str> {
    article
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code.as_ref())
        .collect()
}

#[test]
fn an_empty_file() {
    let records = between_good_ones("empty.txt", b"");
    assert_eq!(codes(&records[0]), ["parse/empty"]);
}

#[test]
fn one_line_of_50_megabytes() {
    let line = "The minister said the harbour would reopen soon. ".repeat(50 * 1024 * 1024 / 49);
    let records = between_good_ones("long.txt", line.as_bytes());
    assert_eq!(records[0].text.len(), line.trim_end().len());
}

#[test]
fn random_bytes() {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let bytes: Vec<u8> = (0..100_000)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as u8
        })
        .collect();
    let records = between_good_ones("random.bin", &bytes);
    assert!(records[0].failed(), "{:?}", records[0].diagnostics);
    assert_eq!(codes(&records[0]), ["parse/not-text"]);
}

#[test]
fn nul_bytes_in_a_text() {
    let records = between_good_ones(
        "nul.txt",
        "The port of\0 Tema in Ghana reopened on Friday after a strike of nine days.\0".as_bytes(),
    );
    assert!(
        records[0].text.contains("Tema in Ghana"),
        "{:?}",
        records[0]
    );
    assert!(!records[0].text.contains('\0'));
    assert!(!records[0].diagnostics.is_empty());
}

#[test]
fn a_missing_path_and_a_directory_without_pages() {
    let folder = Folder::new("nothing");
    let good = folder.write("good.html", GOOD);
    let empty = folder.0.join("empty");
    fs::create_dir_all(&empty).unwrap();
    let missing = folder.0.join("missing.html");
    let records = stream(&[
        missing.to_str().unwrap(),
        &good,
        empty.to_str().unwrap(),
        &good,
    ]);
    assert_eq!(records.len(), 4);
    for (at, word) in [(0, "no such file"), (2, "no")] {
        assert_eq!(codes(&records[at]), ["io/unreadable"]);
        assert!(
            records[at].diagnostics[0].message.contains(word),
            "{:?}",
            records[at].diagnostics
        );
    }
    assert!(records[1].text.contains("Ghana") && records[3].text.contains("Ghana"));
}

#[test]
fn a_truncated_gzip() {
    let mut bytes = Vec::new();
    {
        use std::io::Write;
        let mut encoder = flate2::write::GzEncoder::new(&mut bytes, flate2::Compression::default());
        encoder.write_all(GOOD.repeat(200).as_bytes()).unwrap();
    }
    bytes.truncate(bytes.len() - 20);
    let records = between_good_ones("cut.html.gz", &bytes);
    assert!(
        records.iter().any(|record| record.text.contains("Ghana")),
        "what was read is not lost"
    );
    assert!(
        records
            .iter()
            .any(|record| codes(record) == ["io/unreadable"])
    );
}

#[test]
fn ten_thousand_nested_elements() {
    let page = format!(
        "{}<p>The port of Tema in Ghana reopened on Friday after a strike of nine days.</p>{}",
        "<div>".repeat(10_000),
        "</div>".repeat(10_000)
    );
    let records = between_good_ones("nested.html", page.as_bytes());
    assert!(records[0].text.contains("Tema in Ghana"));
}

#[test]
fn a_lone_surrogate_in_json() {
    let lines = format!(
        "{{\"text\": \"\\ud800\"}}\n{{\"html\": {}}}\n",
        serde_json::to_string(GOOD).unwrap()
    );
    let records = between_good_ones("pages.jsonl", lines.as_bytes());
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].diagnostics[0].severity, Severity::Error);
    assert!(
        records[0].diagnostics[0].message.contains("line 1"),
        "{:?}",
        records[0].diagnostics
    );
    assert!(records[1].text.contains("Ghana"));
}

#[test]
fn a_record_whose_source_is_larger_than_any_document() {
    let record = serde_json::to_string(&common::read(&RawDocument::from_text("Rain"))).unwrap();
    let offsets = r#""offsets":[[0,4,0,4,"copy"]]"#;
    assert!(record.contains(offsets), "{record}");
    let deleted = r#""offsets":[[0,0,0,4294967294,"delete"],[0,4,4294967294,4294967295,"copy"]]"#;
    let error = serde_json::from_str::<Article>(&record.replace(offsets, deleted)).unwrap_err();
    assert!(error.to_string().contains("largest document"), "{error}");
}

#[test]
fn a_reference_date_that_is_none_is_refused() {
    let mut options = Options::default();
    options.entities.reference_date = Some("yesterday".into());
    let error = Desk::new(options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "reference date `yesterday` is not a day; write it as YYYY-MM-DD"
    );
}

#[test]
fn threads_do_not_change_the_records() {
    let documents = common::all_documents();
    let run = |threads: usize| -> Vec<String> {
        let mut options = Options::default();
        options.run.threads = std::num::NonZeroUsize::new(threads);
        let documents: Vec<Result<_, copydesk::Unreadable>> =
            documents.iter().cloned().map(Ok).collect();
        Desk::new(options)
            .unwrap()
            .stream(documents.into_iter())
            .map(|article| serde_json::to_string(&article).unwrap())
            .collect()
    };
    let one = run(1);
    assert_eq!(one, run(2));
    assert_eq!(one, run(4));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_any(&RawDocument::from_bytes(bytes))?;
    }

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC{0,200}") {
        check_any(&RawDocument::from_text(text))?;
    }

    #[test]
    fn arbitrary_markup_never_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class=comment>", "</div>", "<a href='x'>", "</a>", "<br>", "&amp;", "&#x80;", "<!--", "-->",
        "<script>", "</script>", "<table><tr><td>", "</table>", "Norway’s Foreign Minister Anna Lind said on Friday. ",
        "<h1>", "</h1>", "<", ">", "\u{435}", "\u{200b}", "é", "<title>x", "<meta charset=utf-16>", "\n\n", "  ", "<li>",
        "By Ann Lee", "12 May 2024", "$5 million", "<template>", "</template>",
    ]), 0..60)) {
        check_any(&RawDocument::from_bytes(parts.concat()))?;
    }
}

/// Reads a document and checks what must hold for every record.
fn check_any(document: &RawDocument) -> Result<(), TestCaseError> {
    let article = common::read(document);
    prop_assert!(
        !codes(&article).contains(&"run/internal-error"),
        "{:?}",
        article.diagnostics
    );
    prop_assert_eq!(article.offsets.text_len() as usize, article.text.len());
    prop_assert_eq!(article.offsets.source_len() as usize, document.bytes.len());
    let spans = article
        .mentions
        .iter()
        .map(|mention| mention.span)
        .chain(article.sentences.iter().copied());
    for span in spans.chain(article.blocks.iter().filter_map(|block| block.span)) {
        prop_assert!(
            span.get(&article.text)
                .is_some_and(|words| !words.is_empty())
        );
    }
    Ok(())
}
