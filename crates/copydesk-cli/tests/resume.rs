//! `copydesk read --resume`: what a run that was killed or interrupted leaves, and that the next one
//! completes it as if nothing had happened.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use copydesk::Article;
use copydesk_io::Manifest;

/// Documents, and how many of them cannot be read.
const ROWS: usize = 150;
const BAD: usize = 3;
const PAGES: usize = 30;

/// A folder of its own for a test, with documents in it.
struct Crawl(PathBuf);

impl Crawl {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("resume-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("pages")).unwrap();
        for page in 0..PAGES {
            let html = format!(
                "<title>Quay {page} closed</title><article><h1>Quay {page} closed</h1><p>{}</p></article>",
                story(page)
            );
            fs::write(folder.join(format!("pages/{page:03}.html")), html).unwrap();
        }
        let mut rows = String::new();
        for row in 0..ROWS {
            let _ = if row % (ROWS / BAD) == 20 {
                writeln!(rows, "{{\"text\": \"broken")
            } else {
                writeln!(rows, "{{\"id\": {row}, \"text\": \"{}\"}}", story(row))
            };
        }
        fs::write(folder.join("rows.jsonl"), rows).unwrap();
        Self(folder)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command
            .current_dir(&self.0)
            .args(["read", "pages", "rows.jsonl", "--threads", "2"])
            .args(arguments);
        command
    }

    fn read(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn spawn(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    /// Every file of a folder.
    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.0.join(folder)).unwrap();
        let file = |entry: fs::DirEntry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        };
        entries.map(|entry| file(entry.unwrap())).collect()
    }

    fn manifest(&self, folder: &str) -> Manifest {
        Manifest::read(self.0.join(folder)).unwrap()
    }

    /// The lines of all shards that the manifest names, each a record.
    fn lines(&self, folder: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for shard in self.manifest(folder).shards {
            let text = fs::read_to_string(self.0.join(folder).join(&shard.file)).unwrap();
            assert_eq!(text.lines().count() as u64, shard.records, "{}", shard.file);
            assert_eq!(text.len() as u64, shard.bytes);
            lines.extend(text.lines().map(str::to_owned));
        }
        for line in &lines {
            let record: Result<Article, _> = serde_json::from_str(line);
            assert!(record.is_ok(), "{line}");
        }
        lines
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.read(arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

/// Text that takes a while to read.
fn story(seed: usize) -> String {
    let people = [
        "Anna Berg",
        "Kofi Mensah",
        "Li Wei",
        "Maria Lopez",
        "John Carter",
    ];
    let places = ["Oslo", "Accra", "Lima", "Hanoi", "Geneva", "Turku"];
    let mut text = String::new();
    for sentence in 0..12 {
        let at = seed * 7 + sentence * 3;
        let _ = write!(
            text,
            "{} said on {} March 2024 that harbour {} of {} will stay closed for {} days because of \
             the storm. ",
            people[at % people.len()],
            at % 28 + 1,
            seed,
            places[at % places.len()],
            at % 90 + 2,
        );
    }
    text
}

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// Kills runs at random moments, each time resumed, until so many were killed; what is there in
/// the end must be what a run without interruption leaves, byte by byte.
fn killed_runs_leave_the_same(name: &str, extension: &str, size: &str, kills: usize) {
    let crawl = Crawl::new(name);
    let whole = format!("whole.{extension}");
    let begin = Instant::now();
    let output = crawl.read(&["-o", &whole, "--shard-size", size]);
    let duration = begin.elapsed().as_millis() as u64;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let expected = crawl.files(&whole);
    assert!(expected.len() > 8, "{} shards", expected.len());
    let manifest = crawl.manifest(&whole);
    assert_eq!(manifest.totals.records, (ROWS + PAGES) as u64);
    assert_eq!(manifest.totals.failures, BAD as u64);

    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut killed, mut round) = (0, 0);
    while killed < kills {
        round += 1;
        let again = format!("again-{round}.{extension}");
        let arguments = ["-o", &again, "--shard-size", size, "--resume"];
        loop {
            let mut run = crawl.spawn(&arguments);
            sleep(Duration::from_millis(random.below(duration)));
            if let Some(status) = run.try_wait().unwrap() {
                assert_eq!(status.code(), Some(1));
                break;
            }
            run.kill().unwrap();
            run.wait().unwrap();
            killed += 1;
            // What is there at any time can be read.
            if let Ok(manifest) = Manifest::read(crawl.0.join(&again)) {
                for shard in manifest.shards {
                    let about = fs::metadata(crawl.0.join(&again).join(shard.file)).unwrap();
                    assert_eq!(about.len(), shard.bytes);
                }
            }
        }
        let found = crawl.files(&again);
        assert_eq!(
            found.keys().collect::<Vec<_>>(),
            expected.keys().collect::<Vec<_>>(),
            "after {killed} kills"
        );
        assert!(found == expected, "after {killed} kills");
    }
}

#[test]
fn a_run_that_is_killed_twenty_times_leaves_the_same_jsonl() {
    killed_runs_leave_the_same("killed-jsonl", "jsonl", "300k", 20);
    let crawl = Path::new(env!("CARGO_TARGET_TMPDIR")).join("resume-killed-jsonl");
    let lines = Crawl(crawl).lines("again-1.jsonl");
    assert_eq!(lines.len(), ROWS + PAGES);
}

#[test]
fn a_run_that_is_killed_twenty_times_leaves_the_same_parquet() {
    killed_runs_leave_the_same("killed-parquet", "parquet", "60k", 20);
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_finished_shards_and_the_next_run_goes_on() {
    let crawl = Crawl::new("interrupted");
    let whole = ["-o", "whole.jsonl", "--shard-size", "300k"];
    assert_eq!(crawl.read(&whole).status.code(), Some(1));
    let arguments = ["-o", "out.jsonl", "--shard-size", "300k", "--resume"];
    let mut run = crawl.spawn(&arguments);
    while !crawl.0.join("out.jsonl/part-00001.jsonl").exists() {
        assert_eq!(run.try_wait().unwrap(), None);
        sleep(Duration::from_millis(5));
    }
    signal(&run, "-INT");
    assert_eq!(run.wait().unwrap().code(), Some(130));
    let manifest = crawl.manifest("out.jsonl");
    assert!(!manifest.complete && manifest.shards.len() >= 2);
    let before = crawl.lines("out.jsonl");
    let names: Vec<_> = crawl.files("out.jsonl").into_keys().collect();
    assert_eq!(names.len(), manifest.shards.len() + 1, "{names:?}");

    let output = crawl.read(&arguments);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains(", complete\n"), "{told}");
    assert!(crawl.manifest("out.jsonl").complete);
    let lines = crawl.lines("out.jsonl");
    assert_eq!(lines[..before.len()], before);
    assert_eq!(lines, crawl.lines("whole.jsonl"));

    // There is nothing more to do, and that is no failure of its own.
    let output = crawl.read(&arguments);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.starts_with("out.jsonl is complete already: 180 records in "),
        "{told}"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_without_shards_leaves_nothing() {
    let crawl = Crawl::new("nothing");
    for (name, status) in [("-INT", 130), ("-TERM", 143)] {
        let mut run = crawl.spawn(&["-o", "out.jsonl"]);
        let aside = || {
            let names = fs::read_dir(&crawl.0).unwrap();
            let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.filter(|name| name.starts_with("out.jsonl")).count()
        };
        while aside() == 0 {
            assert_eq!(run.try_wait().unwrap(), None);
            sleep(Duration::from_millis(2));
        }
        signal(&run, name);
        assert_eq!(run.wait().unwrap().code(), Some(status));
        assert_eq!(aside(), 0);
    }
}

#[cfg(unix)]
fn signal(run: &Child, name: &str) {
    let status = Command::new("kill")
        .args([name, &run.id().to_string()])
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn only_the_same_run_is_resumed() {
    let crawl = Crawl::new("same");
    let arguments = [
        "-o",
        "out.jsonl",
        "--shard-size",
        "1MB",
        "--stages",
        "parse",
    ];
    assert_eq!(crawl.read(&arguments).status.code(), Some(1));
    let again = crawl.refused(&arguments);
    assert!(
        again.contains("cannot write out.jsonl: it holds the output of a run already; resume that"),
        "{again}"
    );
    let again = crawl.refused(&["-o", "out.jsonl"]);
    assert!(again.contains("go on with that by --resume"), "{again}");
    let resume = |more: &[&str]| {
        let arguments = ["-o", "out.jsonl", "--resume"];
        crawl.refused(&[&arguments, more].concat())
    };
    let other = resume(&[
        "--shard-size",
        "1MB",
        "--stages",
        "parse,normalize",
        "--preset",
        "search",
    ]);
    for expected in [
        "cannot resume out.jsonl: ",
        "--stages was parse and is parse,normalize",
        "--preset was canonical and is search",
    ] {
        assert!(other.contains(expected), "{other}");
    }
    let size = resume(&["--shard-size", "2MB", "--stages", "parse"]);
    assert!(
        size.contains("was 1000000 bytes and is 2000000 bytes"),
        "{size}"
    );
    let more = ["--shard-size", "1MB", "--stages", "parse"];
    let format = resume(&[more.as_slice(), &["--format", "dolma"]].concat());
    assert!(
        format.contains("the format was jsonl and is dolma"),
        "{format}"
    );

    fs::remove_file(crawl.0.join("pages/007.html")).unwrap();
    let inputs = resume(&more);
    assert!(inputs.contains("pages was 30 files of "), "{inputs}");
    assert!(inputs.contains(" and is 29 files of "), "{inputs}");
}

#[test]
fn a_shard_that_is_gone_or_cut_is_told() {
    let crawl = Crawl::new("gone");
    let arguments = [
        "-o",
        "out.jsonl",
        "--shard-size",
        "100k",
        "--stages",
        "parse",
    ];
    crawl.read(&arguments);
    let resume = [arguments.as_slice(), &["--resume"]].concat();
    let part = crawl.0.join("out.jsonl/part-00001.jsonl");
    fs::write(&part, "{}\n").unwrap();
    let cut = crawl.refused(&resume);
    assert!(
        cut.contains("part-00001.jsonl has 3 bytes and had "),
        "{cut}"
    );
    fs::remove_file(&part).unwrap();
    let gone = crawl.refused(&resume);
    assert!(
        gone.contains("part-00001.jsonl is missing; put it back"),
        "{gone}"
    );
    fs::write(crawl.0.join("out.jsonl/_manifest.json"), "{}").unwrap();
    let wrong = crawl.refused(&resume);
    assert!(wrong.contains("it is no manifest of copydesk"), "{wrong}");
}

#[test]
fn what_a_killed_run_left_is_removed_and_other_things_are_not() {
    let crawl = Crawl::new("left");
    let folder = crawl.0.join("out.jsonl");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(".part-00000.jsonl.tmp"), "half").unwrap();
    let arguments = ["-o", "out.jsonl", "--stages", "parse", "--resume"];
    assert_eq!(crawl.read(&arguments).status.code(), Some(1));
    let names: Vec<_> = crawl.files("out.jsonl").into_keys().collect();
    assert_eq!(names, ["_manifest.json", "part-00000.jsonl"]);

    fs::create_dir(crawl.0.join("full")).unwrap();
    fs::write(crawl.0.join("full/letter.txt"), "Dear").unwrap();
    let full = crawl.refused(&["-o", "full", "--stages", "parse", "--resume"]);
    assert!(full.contains("a folder that is not empty"), "{full}");
    assert_eq!(
        fs::read_to_string(crawl.0.join("full/letter.txt")).unwrap(),
        "Dear"
    );
    fs::write(crawl.0.join("file.jsonl"), "old\n").unwrap();
    let file = crawl.refused(&["-o", "file.jsonl", "--resume"]);
    assert!(
        file.contains("it is a file, and they need a folder"),
        "{file}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_and_a_folder_that_cannot_be_are_told() {
    let crawl = Crawl::new("full");
    let full = crawl.refused(&["-o", "/dev/full"]);
    assert!(
        full.contains("cannot write /dev/full: the disk is full"),
        "{full}"
    );
    let none = crawl.refused(&["-o", "/proc/none/out.jsonl", "--resume"]);
    assert!(
        none.contains("cannot write /proc/none/out.jsonl: "),
        "{none}"
    );
}

#[cfg(unix)]
#[test]
fn two_runs_do_not_write_one_folder() {
    let crawl = Crawl::new("two");
    let arguments = ["-o", "out.jsonl", "--resume"];
    let mut first = crawl.spawn(&arguments);
    while !crawl.0.join("out.jsonl/_manifest.json").exists() {
        assert_eq!(first.try_wait().unwrap(), None);
        sleep(Duration::from_millis(2));
    }
    let second = crawl.refused(&arguments);
    assert!(second.contains("another run is writing it"), "{second}");
    first.kill().unwrap();
    first.wait().unwrap();
    // What a dead run held is free.
    assert_eq!(crawl.read(&arguments).status.code(), Some(1));
}

#[test]
fn shards_of_every_format() {
    let crawl = Crawl::new("formats");
    for (output, format, shards) in [
        ("out.jsonl.gz", "jsonl", ".jsonl.gz"),
        ("out.jsonl.zst", "jsonl", ".jsonl.zst"),
        ("out.feather", "arrow", ".feather"),
        ("conll", "conllu", ".conllu"),
        ("brat", "brat", ""),
        ("annotations.jsonld", "web-annotation", ".jsonld"),
        ("dolma.jsonl", "dolma", ".jsonl"),
        ("news", "news-article", ".jsonl"),
    ] {
        let output = ["-o", output, "--format", format, "--shard-size", "200k"];
        let done = crawl.read(&output);
        assert_eq!(done.status.code(), Some(1), "{done:?}");
        let manifest = crawl.manifest(output[1]);
        assert!(manifest.complete);
        assert_eq!(manifest.shards[0].file, format!("part-00000{shards}"));
        assert_eq!(manifest.totals.failures, BAD as u64);
        let records = ROWS + PAGES
            - if matches!(format, "jsonl" | "arrow") {
                0
            } else {
                BAD
            };
        assert_eq!(manifest.totals.records, records as u64, "{format}");
        let first = crawl.0.join(output[1]).join(&manifest.shards[0].file);
        if format == "brat" {
            assert!(first.join("annotation.conf").exists());
            let text = fs::read_to_string(first.join("000001.txt")).unwrap();
            assert!(text.contains("said on"), "{text}");
            assert!(first.join("000001.ann").exists());
        } else {
            assert_eq!(fs::metadata(first).unwrap().len(), manifest.shards[0].bytes);
        }
    }
}
