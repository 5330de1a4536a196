//! Tables: which columns are read, their types, damage, row groups.

#![cfg(feature = "parquet")]

use std::{io::Cursor, sync::Arc};

use crate::fixtures::{Dir, Item, limited, read, read_with, show};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, DictionaryArray, Int64Array, LargeBinaryArray,
    LargeStringArray, RecordBatch, StringArray, StringViewArray, types::Int32Type,
};
use arrow_ipc::{
    CompressionType,
    writer::{FileWriter, IpcWriteOptions, StreamWriter},
};
use copydesk_core::{Format, Unit};
use copydesk_io::{ReadOptions, ReadPlace, Sources};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};
use proptest::prelude::*;

type Columns = Vec<(&'static str, ArrayRef)>;

fn batch(columns: Columns) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, array)| (name, array, true)),
    )
    .unwrap()
}

fn parquet_with(batches: &[RecordBatch], compression: Compression) -> Vec<u8> {
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .build();
    let mut bytes = Vec::new();
    let mut writer =
        ArrowWriter::try_new(&mut bytes, batches[0].schema(), Some(properties)).unwrap();
    for batch in batches {
        writer.write(batch).unwrap();
        writer.flush().unwrap();
    }
    writer.close().unwrap();
    bytes
}

/// A row group a batch.
fn parquet(batches: &[RecordBatch]) -> Vec<u8> {
    parquet_with(batches, Compression::UNCOMPRESSED)
}

fn arrow(batches: &[RecordBatch]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = FileWriter::try_new(&mut bytes, &batches[0].schema()).unwrap();
    for batch in batches {
        writer.write(batch).unwrap();
    }
    writer.finish().unwrap();
    drop(writer);
    bytes
}

fn stream(batches: &[RecordBatch]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = StreamWriter::try_new(&mut bytes, &batches[0].schema()).unwrap();
    for batch in batches {
        writer.write(batch).unwrap();
    }
    writer.finish().unwrap();
    drop(writer);
    bytes
}

fn strings(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

/// Two parts of a crawl.
fn crawl() -> [RecordBatch; 2] {
    let part = |pages: &[&str], urls: &[&str], days: &[&str]| {
        batch(vec![
            ("language", strings(&vec!["en"; pages.len()])),
            ("html", strings(pages)),
            ("url", strings(urls)),
            ("crawl_date", strings(days)),
        ])
    };
    [
        part(&["<p>A", "<p>B"], &["a", "b"], &["2021-03-04", ""]),
        part(&["<p>C"], &["c"], &["2021-03-05"]),
    ]
}

#[test]
fn the_columns_are_found_by_their_names() {
    for bytes in [parquet(&crawl()), arrow(&crawl()), stream(&crawl())] {
        let items = read("crawl", &bytes);
        assert_eq!(show(&items), ["a | <p>A", "b | <p>B", "c | <p>C"]);
        let documents: Vec<_> = items.into_iter().map(Result::unwrap).collect();
        assert_eq!(documents[0].fetched.as_deref(), Some("2021-03-04"));
        assert_eq!(documents[1].fetched, None);
        assert_eq!(
            (documents[0].format, documents[0].unit),
            (Format::Html, Unit::Char)
        );
    }
}

#[test]
fn files_are_read_in_place() {
    let dir = Dir::new();
    dir.write("a.parquet", parquet(&crawl()));
    dir.write("b.arrow", arrow(&crawl()));
    dir.write("c.feather", stream(&crawl()));
    dir.write("no-name", parquet(&crawl()));
    let lines = dir.open(&["", "no-name"]);
    assert_eq!(lines, ["a | <p>A", "b | <p>B", "c | <p>C"].repeat(4));
    let mut sources =
        Sources::open([dir.root().to_str().unwrap()], ReadOptions::default()).unwrap();
    assert_eq!(sources.skip_to(5), 5);
    assert_eq!(sources.place().unwrap().first, 3);
    assert_eq!(sources.next().unwrap().unwrap().bytes, b"<p>C");
}

#[test]
fn strings_and_bytes_of_every_width() {
    let texts = ["Grüße", "Two."];
    let bytes: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    let arrays: [(ArrayRef, Unit); 7] = [
        (Arc::new(StringArray::from(texts.to_vec())), Unit::Char),
        (Arc::new(LargeStringArray::from(texts.to_vec())), Unit::Char),
        (Arc::new(StringViewArray::from(texts.to_vec())), Unit::Char),
        (
            Arc::new(texts.into_iter().collect::<DictionaryArray<Int32Type>>()),
            Unit::Char,
        ),
        (Arc::new(BinaryArray::from(bytes.clone())), Unit::Byte),
        (Arc::new(LargeBinaryArray::from(bytes.clone())), Unit::Byte),
        (Arc::new(BinaryViewArray::from(bytes)), Unit::Byte),
    ];
    let zstd = Compression::ZSTD(ZstdLevel::default());
    for (array, unit) in arrays {
        let data_type = array.data_type().clone();
        let id: ArrayRef = Arc::new(Int64Array::from(vec![7, 8]));
        let table = [batch(vec![("id", id), ("body", array)])];
        let packed = [zstd, Compression::SNAPPY, Compression::LZ4_RAW];
        let mut files = packed.map(|packed| parquet_with(&table, packed)).to_vec();
        files.extend([arrow(&table), stream(&table)]);
        for bytes in files {
            let items = read("t", &bytes);
            assert_eq!(show(&items), ["7 | Grüße", "8 | Two."], "{data_type}");
            assert_eq!(items[0].as_ref().unwrap().unit, unit, "{data_type}");
        }
    }
}

#[test]
fn arrow_may_be_compressed() {
    for compression in [CompressionType::LZ4_FRAME, CompressionType::ZSTD] {
        let options = IpcWriteOptions::default()
            .try_with_compression(Some(compression))
            .unwrap();
        let mut bytes = Vec::new();
        let table = batch(vec![("text", strings(&["word "; 900].map(|word| word)))]);
        let mut writer =
            FileWriter::try_new_with_options(&mut bytes, &table.schema(), options).unwrap();
        writer.write(&table).unwrap();
        writer.finish().unwrap();
        drop(writer);
        assert_eq!(read("t.arrow", &bytes).len(), 900);
    }
}

#[test]
fn a_column_may_be_chosen() {
    let table = [batch(vec![
        ("text", strings(&["short"])),
        ("article", strings(&["The mayor resigned."])),
        ("words", Arc::new(Int64Array::from(vec![3]))),
    ])];
    for bytes in [parquet(&table), arrow(&table)] {
        let check = |field: &str, expected: &str| {
            let mut options = ReadOptions::default();
            options.jsonl_field = Some(field.to_owned());
            assert_eq!(show(&read_with("t", &bytes, options)), [expected]);
        };
        check("article", "t#1 | The mayor resigned.");
        check(
            "titel",
            "cannot read t: no column `titel`; name the column with the text in jsonl_field",
        );
        check(
            "words",
            "cannot read t: the column `words` is of the type Int64; it has to hold strings or bytes",
        );
    }
    let other = [batch(vec![("headline", strings(&["x"]))])];
    assert_eq!(
        show(&read("t", &parquet(&other))),
        [
            "cannot read t: none of the columns `text`, `html`, `content`, `body`; name the column \
          with the text in jsonl_field"
        ]
    );
}

#[test]
fn rows_that_cannot_be_read_are_told() {
    let texts = StringArray::from(vec![
        Some("One."),
        None,
        Some(&"long ".repeat(100)),
        Some("Two."),
    ]);
    let table = [batch(vec![("text", Arc::new(texts))])];
    // A table that comes as a stream is held in memory.
    let lines = show(&read_with("t", &parquet(&table), limited(400)));
    assert!(
        lines[0].contains("larger than max_document_bytes"),
        "{lines:?}"
    );
    let dir = Dir::new();
    for (name, bytes) in [("t.parquet", parquet(&table)), ("t.arrow", arrow(&table))] {
        let path = dir.write(name, &bytes);
        let items: Vec<_> = Sources::open([&path], limited(400)).unwrap().collect();
        let lines = show(&items);
        assert!(lines[0].ends_with("#1 | One.") && lines[3].ends_with("#4 | Two."));
        assert!(
            lines[1].ends_with("at row 2: the column `text` is empty in this row"),
            "{lines:?}"
        );
        assert!(
            lines[2].contains("at row 3: larger than the limit of 400 bytes"),
            "{lines:?}"
        );
    }
}

#[test]
fn addresses_are_filtered() {
    let mut options = ReadOptions::default();
    options.filter.urls = vec!["[ac]".to_owned()];
    let reader = Cursor::new(parquet(&crawl()));
    let mut sources = Sources::from_reader("t", reader, options).unwrap();
    let items: Vec<_> = sources.by_ref().collect();
    assert_eq!(show(&items), ["a | <p>A", "c | <p>C"]);
    assert_eq!(sources.skipped().urls(), 1);
}

/// Groups of ten rows.
fn groups() -> Vec<RecordBatch> {
    let group = |group: usize| {
        let rows: Vec<_> = (0..10)
            .map(|row| format!("Report {row} of group {group}."))
            .collect();
        batch(vec![(
            "text",
            strings(&rows.iter().map(String::as_str).collect::<Vec<_>>()),
        )])
    };
    (0..5).map(group).collect()
}

#[test]
fn a_damaged_row_group_costs_only_itself() {
    let zstd = Compression::ZSTD(ZstdLevel::default());
    let whole = parquet_with(&groups(), zstd);
    let all = show(&read("t.parquet", &whole));
    assert_eq!(all.len(), 50);
    let mut partly = 0;
    for at in (4..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let items = read("t.parquet", &bytes);
        let good: Vec<_> = items.iter().filter(|item| item.is_ok()).collect();
        let failed: Vec<_> = items
            .iter()
            .filter_map(|item| item.as_ref().err())
            .collect();
        if good.len() == 40 && failed.len() == 1 {
            partly += 1;
            assert!(matches!(
                failed[0].place,
                Some(ReadPlace::Row(1 | 11 | 21 | 31 | 41))
            ));
            assert!(
                failed[0].message.ends_with("10 rows are passed over"),
                "{}",
                failed[0]
            );
            let lines = show(&items);
            assert_eq!(lines.iter().filter(|line| all.contains(line)).count(), 40);
        }
    }
    assert!(partly > 10, "{partly}");
}

#[test]
fn what_is_no_table_is_told() {
    for (name, bytes) in [
        ("t.parquet", &b"no table"[..]),
        ("t.parquet", b""),
        ("t.parquet", b"PAR1\0\0\0\0\xff\xff\xff\x7fPAR1"),
        ("t.arrow", b"no table"),
        ("t.arrow", b"ARROW1\0\0\xff\xff\xff\x7fARROW1"),
        ("t.arrow", b"\xff\xff\xff\xff\xff\xff\xff\x7f"),
    ] {
        let items = read(name, bytes);
        assert!(items.len() <= 1, "{name}: {items:?}");
        if let Some(item) = items.first() {
            let message = item.as_ref().unwrap_err().to_string();
            assert!(
                message.contains("damaged") && message.contains("write"),
                "{message}"
            );
        }
    }
}

fn damaged(bytes: &[u8], flips: &[(prop::sample::Index, u8)], cut: usize) -> Vec<Item> {
    let mut bytes = bytes.to_vec();
    bytes.truncate(bytes.len().saturating_sub(cut));
    for (at, bits) in flips {
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
        }
    }
    read_with("t", &bytes, limited(1 << 20))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn damage_does_not_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1u8..), 0..4),
        cut in prop_oneof![Just(0usize), 0usize..300],
    ) {
        damaged(&parquet_with(&groups(), Compression::SNAPPY), &flips, cut);
        damaged(&arrow(&groups()), &flips, cut);
        damaged(&stream(&groups()), &flips, cut);
    }
}
