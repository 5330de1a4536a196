//! `copydesk stories` as it is run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const PAGES: [(&str, &str, &str, &str); 3] = [
    (
        "a.html",
        "2024-05-02",
        "Strike shuts the port of Tema",
        "Dockers of the Harbour Union walked out of the port of Tema in Ghana on Thursday. Kofi \
         Mensah of the union said that 340 dockers were on strike.",
    ),
    (
        "b.html",
        "2024-05-02",
        "Solheim to lead Norges Bank",
        "Norway named Ingrid Solheim governor of Norges Bank on Thursday. The economist follows \
         Lars Dahl, who retires in August after 12 years.",
    ),
    (
        "c.html",
        "2024-05-03",
        "Dockers keep the port of Tema shut",
        "The strike of the Harbour Union shut the port of Tema in Ghana for a second day. Kofi \
         Mensah said that all 340 dockers would stay out.",
    ),
];

fn pages(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages")).unwrap();
    for (file, day, title, text) in PAGES {
        let page = format!(
            "<title>{title}</title><meta property='article:published_time' content='{day}'>\
             <article><h1>{title}</h1><p>{text}</p></article>"
        );
        fs::write(folder.join("pages").join(file), page).unwrap();
    }
    folder
}

fn stories(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(folder)
        .args(["stories", "pages"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn stories_are_listed_with_their_documents() {
    let output = stories(&pages("listed"), &[]);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "3 documents in 2 stories");
    assert_eq!(lines[2], "Strike shuts the port of Tema");
    assert!(
        lines[3].starts_with("  2 documents · 2024-05-02 to 2024-05-03 · "),
        "{text}"
    );
    assert!(
        lines[5].starts_with("  2024-05-03  Dockers keep the port of Tema shut"),
        "{text}"
    );
    assert_eq!(lines[7], "Solheim to lead Norges Bank");
}

#[test]
fn stories_are_written_as_lines() {
    let folder = pages("lines");
    let output = stories(&folder, &["-o", "stories.jsonl"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, b"3 documents, 2 stories, in stories.jsonl\n");
    let text = fs::read_to_string(folder.join("stories.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    // Both begin on one day, so their texts decide.
    assert_eq!(lines[0]["story_id"], 0);
    assert_eq!(lines[0]["headline"], "Solheim to lead Norges Bank");
    assert_eq!(lines[1]["start"], "2024-05-02");
    assert_eq!(lines[1]["end"], "2024-05-03");
    assert_eq!(
        lines[1]["articles"][1]["title"],
        "Dockers keep the port of Tema shut"
    );
}
