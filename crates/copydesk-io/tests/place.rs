//! Places of items, and going on behind one.

use crate::fixtures::{Dir, gz, html, show};
use copydesk_io::{Place, ReadOptions, Sources};

/// A folder with every kind of source, good and bad.
fn folder() -> Dir {
    let dir = Dir::new();
    dir.write("a.html", "<p>A");
    dir.write("b.warc", [html("u", "<p>U"), html("v", "<p>V")].concat());
    dir.write("c.jsonl", "{\"text\": \"One.\"}\n{\n{\"text\": \"Two.\"}\n");
    dir.write("d.html.gz", gz(b"<p>D"));
    // A page that breaks off is two items.
    let cut = gz("<p>E".repeat(900).as_bytes());
    dir.write("e.html", &cut[..cut.len() - 9]);
    dir.write("f.txt", "");
    dir
}

fn open(dir: &Dir) -> Sources {
    let root = dir.root().to_str().unwrap();
    let missing = dir.path("missing.html");
    let paths = [root, &missing, &format!("{root}/*.warc"), root];
    Sources::open(paths, ReadOptions::default()).unwrap()
}

#[test]
fn every_item_can_be_gone_to() {
    let dir = folder();
    let mut sources = open(&dir);
    let mut places = Vec::new();
    let mut items = Vec::new();
    while let Some(item) = sources.next() {
        items.push(item);
        places.push(sources.place().unwrap());
    }
    let all = show(&items);
    assert_eq!(all.len(), 10 + 1 + 2 + 10);
    for n in 0..=all.len() {
        let mut sources = open(&dir);
        assert_eq!(sources.skip_to(n as u64), n as u64);
        assert_eq!(
            sources.place(),
            n.checked_sub(1).map(|last| places[last].clone())
        );
        let rest: Vec<_> = sources.collect();
        assert_eq!(show(&rest), all[n..], "{n}");
    }
    assert_eq!(open(&dir).skip_to(1000), all.len() as u64);
    for (n, place) in places.iter().enumerate() {
        let mut sources = open(&dir);
        sources.skip_behind(place).unwrap();
        assert_eq!(sources.place().as_ref(), Some(place));
        let rest: Vec<_> = sources.collect();
        assert_eq!(show(&rest), all[n + 1..], "{n}");
    }
}

#[test]
fn a_place_tells_the_file_and_its_first_item() {
    let dir = folder();
    let mut sources = open(&dir);
    sources.skip_to(5);
    let place = Place {
        input: dir.path("c.jsonl"),
        item: 4,
        file: 2,
        first: 3,
    };
    assert_eq!(sources.place(), Some(place));
}

#[test]
fn changed_inputs_are_told() {
    let dir = folder();
    let check = |input: &str, item: u64, file: u64, first: u64, expected: &str| {
        let input = dir.path(input);
        let place = Place {
            input,
            item,
            file,
            first,
        };
        let error = open(&dir).skip_behind(&place).unwrap_err().to_string();
        let error = error.replace(&format!("{}/", dir.root().display()), "");
        assert_eq!(error, expected);
    };
    let fix = "give the same inputs in the same order, or begin anew";
    check(
        "c.jsonl",
        4,
        1,
        1,
        &format!("file 2 of the inputs is b.warc; in the earlier run it was c.jsonl; {fix}"),
    );
    check(
        "b.warc",
        4,
        1,
        1,
        &format!("b.warc has 2 items, and the earlier run had read 4 of it; {fix}"),
    );
    check(
        "z.html",
        40,
        30,
        39,
        &format!("the inputs end before file 31, z.html, which the earlier run had reached; {fix}"),
    );
}

#[test]
fn pages_are_passed_over_without_being_read() {
    let dir = Dir::new();
    dir.write("a.html", vec![b' '; 2000]);
    dir.write("b.html", "<p>B");
    let mut options = ReadOptions::default();
    options.max_document_bytes = 1000;
    let mut sources = Sources::open([dir.root().to_str().unwrap()], options).unwrap();
    assert_eq!(sources.skip_to(1), 1);
    let items: Vec<_> = sources.collect();
    assert!(show(&items)[0].ends_with("b.html | <p>B"));
}
