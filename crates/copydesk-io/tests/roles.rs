//! Tables of offices: the same rows from every format, and errors that say where and what to do.

use copydesk_core::{Error, RoleEntry};
use copydesk_io::read_roles_from;
use proptest::prelude::*;

fn read(name: &str, content: impl AsRef<[u8]>) -> Result<Vec<RoleEntry>, Error> {
    read_roles_from(name, content.as_ref())
}

fn message(name: &str, content: impl AsRef<[u8]>) -> String {
    read(name, content).unwrap_err().to_string()
}

/// What every format below says.
fn expected() -> Vec<RoleEntry> {
    let mut first = RoleEntry::new("Foreign Minister", "Norway", "Ingrid Solheim");
    first.from = Some("2021-10-14".to_owned());
    first.to = Some("2024-02-29".to_owned());
    vec![first, RoleEntry::new("Harbour Master", "7", "Kofi Mensah")]
}

#[test]
fn csv_as_spreadsheets_write_it() {
    let comma = "office,of,holder,from,to\r\n\
        Foreign Minister,Norway,Ingrid Solheim,2021-10-14,2024-02-29\r\n\
        Harbour Master,7,\" Kofi Mensah\",,\r\n,,,,\r\n";
    assert_eq!(read("a.csv", comma).unwrap(), expected());
    let semicolon = "Holder;Notes;TO;From;Of;Office\n\
        Ingrid Solheim;x;2024-02-29 00:00:00;2021-10-14T00:00:00;Norway;Foreign Minister\n\
        Kofi Mensah;;;;7;Harbour Master\n";
    assert_eq!(read("list", semicolon).unwrap(), expected());
    let short = "office,of,holder\nHarbour Master,7,Kofi Mensah\n";
    assert_eq!(read("a.csv", short).unwrap(), expected()[1..]);
}

#[test]
fn json_as_a_list_and_line_by_line() {
    let first = r#"{"office": "Foreign Minister", "of": "Norway", "holder": "Ingrid Solheim",
        "from": "2021-10-14", "to": "2024-02-29", "party": null}"#;
    let second = r#"{"office": "Harbour Master", "of": 7, "holder": "Kofi Mensah", "to": null}"#;
    assert_eq!(
        read("a.json", format!("[{first}, {second}]")).unwrap(),
        expected()
    );
    assert_eq!(
        read("a.jsonl", format!("{first}\n{second}")).unwrap(),
        expected()
    );
}

#[test]
fn what_is_wrong_with_a_row_is_said_with_its_place() {
    let csv = |row: &str| message("a.csv", format!("office,of,holder,from,to\n{row}\n"));
    assert_eq!(
        csv("Mayor,Oslo,"),
        "line 2 of a.csv: holder is empty; fill it, or remove the row"
    );
    for no_day in [
        "2023-02-29",
        "2023-13-01",
        "14.10.2021",
        "2021",
        "2021-10-14x",
    ] {
        assert_eq!(
            csv(&format!("Mayor,Oslo,Kari Lund,,{no_day}")),
            format!(
                "line 2 of a.csv: to is \"{no_day}\", which is no day; write one as 2021-10-14, or \
                 leave it empty"
            )
        );
    }
    assert_eq!(
        csv("Mayor,Oslo,Kari Lund,2021-10-14,2021-10-14"),
        "line 2 of a.csv: to is 2021-10-14, which is not behind from, 2021-10-14; give the first \
         day on which it was no longer so, or leave it empty"
    );
    let json = |json: &str| message("a.json", json);
    assert_eq!(
        json(r#"[{"office": "Mayor", "of": "Oslo", "holder": "Kari Lund", "from": 2021}]"#),
        "item 1 of a.json: from is a number; it has to be a day such as 2021-10-14, or a date"
    );
    assert_eq!(
        json(r#"[{"office": 1, "of": "Oslo", "holder": "Kari Lund"}]"#),
        "item 1 of a.json: office is a number; it has to be a string"
    );
    assert_eq!(
        json(r#"[{"office": "Mayor", "of": ["Oslo"], "holder": "Kari Lund"}]"#),
        "item 1 of a.json: of is a list; it has to be a name or an id"
    );
    assert_eq!(
        json(r#"["Mayor"]"#),
        "item 1 of a.json: a string; it has to be an object such as \
         {\"office\": \"Foreign Minister\", \"of\": \"Norway\", \"holder\": \"Ingrid Solheim\"}"
    );
}

#[test]
fn what_is_no_table_of_offices_is_said() {
    assert_eq!(
        message("a.csv", "office,country,holder\n"),
        "line 1 of a.csv: there is no column `of`; its columns are `office`, `country`, `holder`: \
         rename one or add it"
    );
    assert_eq!(
        message("a.csv", "office,of,holder,Since\n"),
        "line 1 of a.csv: column `Since` is unknown; call it `from`"
    );
    assert_eq!(
        message("a.parquet", b"PAR1\x15\x04"),
        "a.parquet: Parquet is not read; write CSV, JSON or Arrow (Feather)"
    );
    let missing = copydesk_io::read_roles("no-such-table.csv").unwrap_err();
    assert_eq!(
        missing.to_string(),
        "cannot read no-such-table.csv: no such file or directory; check the path"
    );
}

#[cfg(feature = "arrow")]
mod arrow {
    use std::sync::Arc;

    use arrow_array::{
        ArrayRef, Date32Array, Date64Array, RecordBatch, StringArray, TimestampMicrosecondArray,
        TimestampMillisecondArray, TimestampNanosecondArray, TimestampSecondArray,
    };
    use arrow_ipc::writer::FileWriter;

    use super::{expected, message, read};

    /// 14 October 2021, in days.
    const FROM: i64 = 18_914;
    /// 29 February 2024.
    const TO: i64 = 19_782;
    const DAY: i64 = 86_400;

    fn file(from: ArrayRef, to: ArrayRef) -> Vec<u8> {
        let words = |words: [&str; 2]| Arc::new(StringArray::from(words.to_vec())) as ArrayRef;
        let columns: [(&str, ArrayRef, bool); 5] = [
            (
                "office",
                words(["Foreign Minister", "Harbour Master"]),
                true,
            ),
            ("of", words(["Norway", "7"]), true),
            ("holder", words(["Ingrid Solheim", "Kofi Mensah"]), true),
            ("from", from, true),
            ("to", to, true),
        ];
        let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
        let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        writer.write(&batch).unwrap();
        writer.finish().unwrap();
        writer.into_inner().unwrap()
    }

    #[test]
    fn days_of_every_type() {
        let all = |day: i64| -> [ArrayRef; 7] {
            let noon = day * DAY + DAY / 2;
            let text = if day == FROM {
                "2021-10-14"
            } else {
                "2024-02-29"
            };
            [
                Arc::new(Date32Array::from(vec![Some(day as i32), None])),
                Arc::new(Date64Array::from(vec![Some(day * DAY * 1000), None])),
                Arc::new(TimestampSecondArray::from(vec![Some(noon), None])),
                Arc::new(TimestampMillisecondArray::from(vec![
                    Some(noon * 1000),
                    None,
                ])),
                Arc::new(TimestampMicrosecondArray::from(vec![
                    Some(noon * 1_000_000),
                    None,
                ])),
                Arc::new(TimestampNanosecondArray::from(vec![
                    Some(noon * 1_000_000_000),
                    None,
                ])),
                Arc::new(StringArray::from(vec![Some(text), None])),
            ]
        };
        for (from, to) in all(FROM).into_iter().zip(all(TO)) {
            assert_eq!(read("a.arrow", file(from, to)).unwrap(), expected());
        }
    }

    #[test]
    fn a_day_beyond_the_calendar_is_refused() {
        let none = Arc::new(StringArray::from(vec![None::<&str>, None]));
        for far in [i64::MAX, i64::MIN] {
            let from = Arc::new(TimestampSecondArray::from(vec![None, Some(far)]));
            assert_eq!(
                message("a.arrow", file(from, none.clone())),
                "row 2 of a.arrow: from is beyond the calendar; it has to be a day such as \
                 2021-10-14, or a date"
            );
        }
        let far = Arc::new(Date32Array::from(vec![Some(i32::MAX), None]));
        assert!(message("a.arrow", file(far, none)).starts_with("row 1 of a.arrow: from is "));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_dates_never_panic(date in "[0-9T: \\-é]{0,12}") {
        let rows = format!("office,of,holder,from\nMayor,Oslo,Kari Lund,{date}\n");
        let _ = read("a.csv", rows);
    }
}
