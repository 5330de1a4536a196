//! `copydesk duplicates` as it is run.

use std::{fs, path::Path, process::Command};

const STORY: &str = "The port of Tema reopened on Friday after a strike of nine days, harbour master Kofi \
    Mensah said. Forty ships were waiting outside the breakwater, and the first of them, a freighter with \
    12,400 tons of grain from Odesa, was unloaded before noon. Dockers had stopped work over unpaid overtime \
    in March. Under the agreement they get half of it this month and the rest by the end of June.";
const OTHER: &str = "A glacier above the village of Solheim has lost a third of its ice since 1990, researchers \
    from Bergen report. They measured it with a drone and compared the result with maps of the army.";

#[test]
fn groups_tables_and_records() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("duplicates");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages")).unwrap();
    let wire = format!("ACCRA (Coast Wire) - {STORY}");
    for (name, day, text) in [("a", 4, wire.as_str()), ("b", 3, STORY), ("c", 3, OTHER)] {
        let page = format!(
            "<meta property='article:published_time' content='2024-05-0{day}T08:00:00Z'><title>Port of Tema\
             </title><article><h1>Port of Tema</h1><p>{text}</p></article>"
        );
        fs::write(folder.join("pages").join(format!("{name}.html")), page).unwrap();
    }
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .current_dir(&folder)
            .args(arguments)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let expected = "original           pages/b.html\n  syndicated 1.00  pages/a.html\n\n3 documents: 1 copy in 1 group\n";
    assert_eq!(
        run(&["duplicates", "pages"]),
        (Some(0), expected.to_owned())
    );
    let none = "3 documents: 0 copies in 0 groups\n";
    assert_eq!(
        run(&["duplicates", "pages", "--days", "0"]),
        (Some(0), none.to_owned())
    );

    assert_eq!(
        run(&["read", "pages", "-q", "-o", "records.jsonl"]).0,
        Some(0)
    );
    assert_eq!(
        run(&["duplicates", "records.jsonl"]),
        (Some(0), expected.to_owned())
    );
    let (status, table) = run(&["duplicates", "records.jsonl", "-o", "-"]);
    assert_eq!(status, Some(0));
    let first = table.lines().next().unwrap();
    assert!(
        first.contains("\"dup_kind\":\"syndicated\"") && first.contains("\"dup_of\":1"),
        "{first}"
    );
    assert_eq!(table.lines().count(), 3);
    assert_eq!(
        run(&["duplicates", "pages", "-o", "table.arrow"]).0,
        Some(0)
    );
    assert!(
        fs::read(folder.join("table.arrow"))
            .unwrap()
            .starts_with(b"ARROW1")
    );

    assert_eq!(run(&["duplicates", "pages", "-o", "table.csv"]).0, Some(2));
    fs::write(
        folder.join("bad.jsonl"),
        "{\"schema\":\"copydesk.article/0\"}\n",
    )
    .unwrap();
    // A record that is none costs only itself.
    assert_eq!(run(&["duplicates", "bad.jsonl", "pages"]).0, Some(1));
}
