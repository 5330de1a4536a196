//! Lists of names: the same entries from every format, and errors that say where and what to do.

use std::io::Write;

use copydesk_core::{Error, GazetteerEntry, record::Label};
use copydesk_io::read_gazetteer_from;
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;

fn read(name: &str, content: impl AsRef<[u8]>) -> Result<Vec<GazetteerEntry>, Error> {
    read_gazetteer_from(name, content.as_ref())
}

fn message(name: &str, content: impl AsRef<[u8]>) -> String {
    read(name, content).unwrap_err().to_string()
}

/// What every format below says.
fn expected() -> Vec<GazetteerEntry> {
    let mut line = GazetteerEntry::new("Harbour Line, Ltd.", Label::Org);
    line.id = Some("7".to_owned());
    line.aliases = vec!["HL".to_owned(), "Harbour \"H\" Line".to_owned()];
    let mut ship = GazetteerEntry::new("Malm\u{f6} Star", Label::Product);
    ship.case_sensitive = Some(false);
    ship.accent_sensitive = Some(true);
    vec![line, ship]
}

#[test]
fn csv_as_spreadsheets_write_it() {
    let comma = "name,type,id,aliases,case_sensitive,accent_sensitive\r\n\
        \"Harbour Line, Ltd.\",ORG,7,\"HL | Harbour \"\"H\"\" Line|\"\r\n\
        Malm\u{f6} Star,product,,,False,yes\r\n,,,,,\r\n";
    assert_eq!(read("a.csv", comma).unwrap(), expected());
    assert_eq!(
        read("list", format!("\u{feff}{comma}")).unwrap(),
        expected()
    );
    let semicolon = "Type; Notes; NAME ;id;aliases;case_sensitive;accent_sensitive\n\
        ORG;a;Harbour Line, Ltd.;7;HL|\"Harbour \"\"H\"\" Line\";;\n\
        PRODUCT;;Malm\u{f6} Star;;;0;1\n";
    // A quote within a cell is a letter.
    let semicolon = semicolon.replace("HL|\"Harbour \"\"H\"\" Line\"", "HL|Harbour \"H\" Line");
    assert_eq!(read("a.csv", &semicolon).unwrap(), expected());
    assert_eq!(
        read("a.tsv", semicolon.replace(';', "\t")).unwrap(),
        expected()
    );
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(comma.as_bytes()).unwrap();
    assert_eq!(
        read("a.csv.gz", gzip.finish().unwrap()).unwrap(),
        expected()
    );
}

#[test]
fn json_as_a_list_and_line_by_line() {
    let first = r#"{"name": "Harbour Line, Ltd.", "type": "ORG", "id": 7, "founded": {},
        "aliases": ["HL", null, "Harbour \"H\" Line", ""], "case_sensitive": null}"#;
    let second =
        "{\"Type\": \"PRODUCT\", \"name\": \" Malm\u{f6} Star\", \"id\": \"\", \"aliases\": null,
        \"case_sensitive\": false, \"accent_sensitive\": true}";
    assert_eq!(
        read("a.json", format!("[{first}, {second}]")).unwrap(),
        expected()
    );
    assert_eq!(
        read("a.jsonl", format!("{first}\n\n{second}\n")).unwrap(),
        expected()
    );
    assert_eq!(
        read("list", format!("\u{feff} {first}{second}")).unwrap(),
        expected()
    );
    assert_eq!(read("a.json", "[]").unwrap(), []);
    assert_eq!(read("a.jsonl", "").unwrap(), []);
}

#[test]
fn what_is_wrong_with_a_row_is_said_with_its_place() {
    let labels = "use one of PERSON, NORP, FAC, ORG, GPE, LOC, PRODUCT, EVENT, WORK_OF_ART, LAW, \
        LANGUAGE, TITLE";
    let csv = |rows: &str| {
        message(
            "a.csv",
            format!("name,type,id,aliases,case_sensitive\n{rows}"),
        )
    };
    assert_eq!(
        csv("A,ORG\n\"B\nC\",ORG\n\nD,COMPANY"),
        format!("line 6 of a.csv: type \"COMPANY\" is unknown; {labels}")
    );
    assert_eq!(
        csv("A,DATE"),
        format!("line 2 of a.csv: type \"DATE\" is unknown; {labels}")
    );
    assert_eq!(
        csv("A"),
        format!("line 2 of a.csv: type is empty; {labels}")
    );
    assert_eq!(
        csv(" ,ORG"),
        "line 2 of a.csv: name is empty; give it one, or remove the row"
    );
    assert_eq!(
        csv("A,ORG,,,maybe"),
        "line 2 of a.csv: case_sensitive is \"maybe\"; write true or false, or leave it empty"
    );
    assert_eq!(
        csv("Acme, Inc.,ORG,,,true,x"),
        "line 2 of a.csv: 7 cells, but the header has 5; put quotes around a cell with a separator in it"
    );
    let json = |json: &str| message("a.json", json);
    assert_eq!(
        json("[{\"name\": 5, \"type\": \"ORG\"}]"),
        "item 1 of a.json: name is a number; it has to be a string"
    );
    assert_eq!(
        json(
            "\n{\"name\": \"A\", \"type\": \"ORG\"}\n\n{\"name\": \"A\", \"type\": \"ORG\", \"aliases\": [{}]}"
        ),
        "line 4 of a.json: one of the aliases is an object; it has to be a string"
    );
    assert_eq!(
        json("[{\"name\": \"A\", \"type\": \"ORG\", \"aliases\": true}]"),
        "item 1 of a.json: aliases is a bool; it has to be a list of strings, or a string with `|` \
         between them"
    );
    assert_eq!(
        json("[\"Acme\"]"),
        "item 1 of a.json: a string; it has to be an object such as \
         {\"name\": \"Harbour Line\", \"type\": \"ORG\"}"
    );
}

#[test]
fn what_is_no_list_of_names_is_said() {
    assert_eq!(
        message("a.csv", "Name,label\nAcme,ORG\n"),
        "line 1 of a.csv: there is no column `type`; its columns are `Name`, `label`: rename one \
         or add it"
    );
    assert_eq!(
        message("a.csv", "name,type,Name\n"),
        "line 1 of a.csv: there are two columns `name`; keep one"
    );
    assert_eq!(
        message("a.csv", "name,type,alias\n"),
        "line 1 of a.csv: column `alias` is unknown; call it `aliases`, with `|` between them"
    );
    assert_eq!(
        message("a.csv", b"name,type\nAcme,ORG\nMalm\xf6,GPE\n"),
        "line 3 of a.csv: invalid UTF-8; save the file as UTF-8"
    );
    assert_eq!(
        message("a.json", "[{\"name\": \"A\",\n \"type\" \"ORG\"}]"),
        "line 2 of a.json: expected `:`; write a list of objects"
    );
    assert_eq!(
        message("a.parquet", b"PAR1\x15\x04"),
        "a.parquet: Parquet is not read; write CSV, JSON or Arrow (Feather)"
    );
    assert_eq!(
        message("a.xlsx", b"PK\x03\x04"),
        "a.xlsx: a zip archive or workbook is not read; write CSV, JSON or Arrow (Feather)"
    );
    assert_eq!(
        message("a.csv.gz", b"\x1f\x8b\x08"),
        "cannot read a.csv.gz: the file ends inside its gzip data; fetch or copy it again"
    );
    let missing = copydesk_io::read_gazetteer("no-such-list.csv").unwrap_err();
    assert_eq!(
        missing.to_string(),
        "cannot read no-such-list.csv: no such file or directory; check the path"
    );
}

#[cfg(feature = "arrow")]
mod arrow {
    use std::sync::Arc;

    use arrow_array::{
        ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int64Array, LargeStringArray,
        RecordBatch, StringArray, StringViewArray,
        builder::{ListBuilder, StringBuilder},
        types::Int8Type,
    };
    use arrow_ipc::{
        CompressionType,
        writer::{FileWriter, IpcWriteOptions, StreamWriter},
    };

    use super::{expected, message, read};

    const NAMES: [&str; 2] = ["Harbour Line, Ltd.", "Malm\u{f6} Star"];

    fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
        RecordBatch::try_from_iter_with_nullable(
            columns
                .into_iter()
                .map(|(name, column)| (name, column, true)),
        )
        .unwrap()
    }

    fn file(batch: &RecordBatch) -> Vec<u8> {
        let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        writer.write(batch).unwrap();
        writer.finish().unwrap();
        writer.into_inner().unwrap()
    }

    /// As `pyarrow.feather` and pandas write it.
    fn feather(batch: &RecordBatch) -> Vec<u8> {
        let options = IpcWriteOptions::default()
            .try_with_compression(Some(CompressionType::LZ4_FRAME))
            .unwrap();
        let schema = batch.schema();
        let mut writer = FileWriter::try_new_with_options(Vec::new(), &schema, options).unwrap();
        writer.write(batch).unwrap();
        writer.finish().unwrap();
        writer.into_inner().unwrap()
    }

    fn stream(batch: &RecordBatch) -> Vec<u8> {
        let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        writer.write(batch).unwrap();
        writer.finish().unwrap();
        writer.into_inner().unwrap()
    }

    fn lists() -> ArrayRef {
        let mut aliases = ListBuilder::new(StringBuilder::new());
        aliases.values().append_value("HL");
        aliases.values().append_null();
        aliases.values().append_value("Harbour \"H\" Line");
        aliases.append(true);
        aliases.append(false);
        Arc::new(aliases.finish())
    }

    #[test]
    fn columns_of_every_width() {
        let switches = |name, on| {
            (
                name,
                Arc::new(BooleanArray::from(vec![None, Some(on)])) as _,
            )
        };
        let types: DictionaryArray<Int8Type> = ["ORG", "PRODUCT"].into_iter().collect();
        let ids: [ArrayRef; 3] = [
            Arc::new(Int64Array::from(vec![Some(7), None])),
            Arc::new(Float64Array::from(vec![7.0, f64::NAN])),
            Arc::new(StringArray::from(vec!["7", ""])),
        ];
        let names: [ArrayRef; 3] = [
            Arc::new(StringArray::from(NAMES.to_vec())),
            Arc::new(LargeStringArray::from(NAMES.to_vec())),
            Arc::new(StringViewArray::from(NAMES.to_vec())),
        ];
        let joined = StringArray::from(vec![Some("HL|Harbour \"H\" Line"), None]);
        let aliases: [ArrayRef; 3] = [lists(), Arc::new(joined), lists()];
        for ((id, name), aliases) in ids.into_iter().zip(names).zip(aliases) {
            let table = batch(vec![
                ("id", id),
                ("other", Arc::new(Int64Array::from(vec![1, 2]))),
                ("Type", Arc::new(types.clone())),
                ("aliases", aliases),
                ("name", name),
                switches("case_sensitive", false),
                switches("accent_sensitive", true),
            ]);
            assert_eq!(read("a.arrow", file(&table)).unwrap(), expected());
            assert_eq!(read("a.feather", feather(&table)).unwrap(), expected());
            assert_eq!(read("list", stream(&table)).unwrap(), expected());
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_row() {
        let names: ArrayRef = Arc::new(StringArray::from(vec!["A", "B"]));
        let types = |types: [&str; 2]| Arc::new(StringArray::from(types.to_vec())) as ArrayRef;
        let table = batch(vec![("name", names.clone()), ("type", types(["ORG", "X"]))]);
        let wrong = message("a.arrow", file(&table));
        assert!(wrong.starts_with("row 2 of a.arrow: type \"X\" is unknown; use one of"));
        let table = batch(vec![
            ("name", Arc::new(Int64Array::from(vec![1, 2])) as _),
            ("type", types(["ORG", "ORG"])),
        ]);
        assert_eq!(
            message("a.arrow", file(&table)),
            "row 1 of a.arrow: name is a number; it has to be a string"
        );
        let table = batch(vec![("name", names)]);
        let wrong = message("a.arrow", file(&table));
        assert!(
            wrong.starts_with("a.arrow: there is no column `type`"),
            "{wrong}"
        );
        let mut cut = stream(&table);
        cut.truncate(cut.len() / 2);
        assert!(message("a.arrow", &cut).starts_with("a.arrow: "));
        assert!(message("a.arrow", "name,type").starts_with("a.arrow: "));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            failure_persistence: None,
            ..proptest::prelude::ProptestConfig::default()
        })]

        #[test]
        fn damage_is_an_error_and_no_panic(at in 0usize..4096, byte: u8, as_file: bool) {
            let names: ArrayRef = Arc::new(StringArray::from(NAMES.to_vec()));
            let table = batch(vec![("name", names.clone()), ("type", names), ("aliases", lists())]);
            let mut bytes = if as_file { file(&table) } else { stream(&table) };
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = read("a.arrow", bytes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_content_never_panics(
        extension in prop::sample::select(vec!["csv", "json", "arrow", "txt"]),
        bytes in prop::collection::vec(any::<u8>(), 0..64),
        text in "(name|type|[\\PC,;\"\n{}:\\[\\]]){0,40}",
    ) {
        let name = format!("a.{extension}");
        let _ = read(&name, bytes);
        let _ = read(&name, text);
    }
}
