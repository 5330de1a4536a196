//! What normalization repairs, and what it leaves alone.
//!
//! - `cases.jsonl`: pairs of a text and what it should become (`fix`) or stay (`keep`). With
//!   `cmp: punct`, quotes, dashes and ellipses are folded on both sides before they are compared;
//!   with `exact`, the repair folds them by option and nothing else does.
//! - `ftfy-cases.jsonl`: the cases that ftfy expects to pass. Run with the default options and
//!   quotes folded, as ftfy folds them by default. The repairs that ftfy does not know (blanks,
//!   invisible characters, homoglyphs) are made on both sides before they are compared.
//! - Clean lines: every line of `udhr.jsonl` that is not blank, in NFC and with its blanks
//!   repaired. It should stay as it is with all default repairs.
//! - Mojibake: the same lines that hold a character beyond ASCII, in NFC, damaged by
//!   [`Damage`](super::mojibake::Damage). A repair is right when the text is exactly the clean line; blanks and
//!   invisible characters are repaired there, too.
//!   In the lossy kind, a closing quotation mark may be inferred where it was.
//!   Each line is a document of its own: nothing is known of the lines around it. A line that
//!   the strict kind of damage cannot come from is left out and counted. Nothing else is: short
//!   lines that could be sound text as well count as wrong.
//!
//! ftfy runs over the same texts with its defaults, but for the folding of quotes.

use std::{
    cell::Cell,
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process,
};

use anyhow::{Context, Result};
use copydesk::{NormalizeOptions, stage};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    mojibake::KINDS,
    peers::{self, Peer},
};

pub(crate) struct Options {
    /// How many failures of each part are printed.
    pub(crate) failures: usize,
    /// Every n-th line of the clean text is taken.
    pub(crate) stride: usize,
    /// Whether ftfy runs as well; not again once it turned out not to be installed.
    pub(crate) peers: Cell<bool>,
}

/// Prints a table for each part.
pub(crate) fn folder(folder: &Path, options: &Options) -> Result<()> {
    cases(&read(&folder.join("cases.jsonl"))?, options);
    ftfy_cases(&read(&folder.join("ftfy-cases.jsonl"))?);
    let lines = lines(&read(&folder.join("udhr.jsonl"))?, options.stride);
    clean(&lines, options)?;
    mojibake(&lines, options)
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let parse = |line| serde_json::from_str(line).with_context(|| path.display().to_string());
    text.lines().map(parse).collect()
}

/// A text and what should become of it.
#[derive(Deserialize)]
struct Case {
    id: String,
    kind: String,
    #[serde(rename = "in")]
    input: String,
    out: String,
    accept: Vec<String>,
    cmp: String,
}

fn cases(cases: &[Case], options: &Options) {
    let mut failures = Failures::new(options.failures);
    let mut rows: BTreeMap<&str, Share> = BTreeMap::new();
    let mut wrong = vec![];
    for case in cases {
        let exact = case.cmp == "exact";
        let mut chosen = NormalizeOptions::default();
        (chosen.fold_quotes, chosen.fold_dashes) = (exact, exact);
        let seen = |text: &str| if exact { text.to_owned() } else { fold(text) };
        let output = stage::normalize(&case.input, &chosen).text;
        let mut wanted = case.accept.iter().chain([&case.out]);
        let right = wanted.any(|wanted| seen(wanted) == seen(&output));
        rows.entry(&case.kind).or_default().add(right);
        rows.entry("total").or_default().add(right);
        if !right {
            wrong.push(case.id.as_str());
            failures.print(&case.id, &case.input, &output, &case.out);
        }
    }
    println!("\ncases.jsonl");
    for (name, share) in rows {
        share.print(name, "");
    }
    println!("  fail: {}", wrong.join(" "));
}

/// Folds what the comparison `punct` does not see.
fn fold(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' => out.push('\''),
            '\u{201c}'..='\u{201f}' | '\u{2033}' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{2026}' => out.push_str("..."),
            _ => out.push(letter),
        }
    }
    out
}

/// A case of ftfy's own.
#[derive(Deserialize)]
struct FtfyCase {
    label: String,
    original: String,
    fixed: String,
    expect: String,
}

fn ftfy_cases(cases: &[FtfyCase]) {
    let mut failures = Failures::new(usize::MAX);
    let mut chosen = NormalizeOptions::default();
    chosen.fold_quotes = true;
    let mut share = Share::default();
    for case in cases.iter().filter(|case| case.expect == "pass") {
        let output = stage::normalize(&case.original, &chosen).text;
        let mut others = NormalizeOptions::default();
        (others.mojibake, others.entities) = (false, false);
        let seen = |text: &str| {
            let quote = |letter| match letter {
                '\u{2bc}' | '\u{2018}'..='\u{201b}' => '\'',
                '\u{201c}'..='\u{201f}' => '"',
                letter => letter,
            };
            let text = stage::normalize(text, &others).text;
            text.chars().map(quote).collect::<String>()
        };
        let right = seen(&output) == seen(&case.fixed);
        share.add(right);
        if !right {
            failures.print(&case.label, &case.original, &output, &case.fixed);
        }
    }
    println!("\nftfy-cases.jsonl");
    share.print("expected to pass", "");
}

#[derive(Deserialize)]
struct Language {
    lang: String,
    text: String,
}

/// A clean line, in NFC.
struct Line {
    language: String,
    text: String,
}

fn lines(languages: &[Language], stride: usize) -> Vec<Line> {
    let mut nfc = only();
    nfc.nfc = true;
    languages
        .iter()
        .flat_map(|language| language.text.lines().map(|line| (&language.lang, line)))
        .filter(|(_, line)| !line.trim().is_empty())
        .step_by(stride)
        .map(|(language, line)| Line {
            language: language.clone(),
            text: stage::normalize(line.trim(), &nfc).text.into_owned(),
        })
        .collect()
}

/// The options with everything off.
fn only() -> NormalizeOptions {
    let mut options = NormalizeOptions::default();
    for switch in [
        &mut options.nfc,
        &mut options.mojibake,
        &mut options.entities,
        &mut options.invisible,
        &mut options.homoglyphs,
        &mut options.whitespace,
        &mut options.fold_quotes,
        &mut options.fold_dashes,
    ] {
        *switch = false;
    }
    options
}

/// The text with its blanks, and nothing else, repaired.
fn blanks(text: &str) -> String {
    let mut whitespace = only();
    whitespace.whitespace = true;
    stage::normalize(text, &whitespace).text.into_owned()
}

/// The text with its blanks and invisible characters, and nothing else, repaired.
fn visible(text: &str) -> String {
    let mut options = only();
    (options.whitespace, options.invisible) = (true, true);
    stage::normalize(text, &options).text.into_owned()
}

fn clean(lines: &[Line], options: &Options) -> Result<()> {
    let mut failures = Failures::new(options.failures);
    let mut scripts: BTreeMap<&str, (Share, Share)> = BTreeMap::new();
    let texts: Vec<String> = lines.iter().map(|line| line.text.clone()).collect();
    let peer = repair_with_peer(&texts, options)?;
    for (at, line) in lines.iter().enumerate() {
        let expected = blanks(&line.text);
        let output = stage::normalize(&line.text, &NormalizeOptions::default()).text;
        let theirs = peer
            .as_ref()
            .is_none_or(|peer| answers(peer, at, &expected));
        for row in [script(&line.text), "total"] {
            let (ours, their) = scripts.entry(row).or_default();
            ours.add(output == expected);
            their.add(theirs);
        }
        if output != expected {
            failures.print(&line.language, &line.text, &output, &expected);
        }
    }
    println!(
        "\nclean lines of udhr.jsonl unchanged{}",
        named(peer.as_ref())
    );
    for (script, (ours, theirs)) in scripts {
        ours.print(script, &theirs.beside(peer.as_ref()));
    }
    Ok(())
}

fn mojibake(lines: &[Line], options: &Options) -> Result<()> {
    println!("\nmojibake of lines of udhr.jsonl repaired");
    for damage in KINDS {
        let mut failures = Failures::new(options.failures);
        let (mut ours, mut theirs) = (Share::default(), Share::default());
        let mut impossible = 0;
        let mut texts = vec![];
        let mut expected = vec![];
        for line in lines.iter().filter(|line| !line.text.is_ascii()) {
            match damage.of(&line.text) {
                Some((text, left)) => {
                    texts.push(text);
                    expected.push(visible(&left));
                }
                None => impossible += 1,
            }
        }
        let peer = repair_with_peer(&texts, options)?;
        for (at, (text, expected)) in texts.iter().zip(&expected).enumerate() {
            let output = stage::normalize(text, &NormalizeOptions::default()).text;
            let right = output == *expected || output.replace('\u{201d}', "\u{fffd}") == *expected;
            ours.add(right);
            theirs.add(peer.as_ref().is_none_or(|peer| answers(peer, at, expected)));
            if !right {
                failures.print(damage.name, text, &output, expected);
            }
        }
        let left_out = match impossible {
            0 => String::new(),
            count => format!("  ({count} lines left out)"),
        };
        let (theirs, name) = (theirs.beside(peer.as_ref()), named(peer.as_ref()));
        ours.print(damage.name, &format!("{theirs}{name}{left_out}"));
    }
    Ok(())
}

/// What ftfy makes of texts; `None` where it is not installed or not asked.
fn repair_with_peer(texts: &[String], options: &Options) -> Result<Option<Peer>> {
    if !options.peers.get() {
        return Ok(None);
    }
    let folder: PathBuf = env::temp_dir().join(format!("copydesk-eval-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let rows: Vec<Value> = texts
        .iter()
        .enumerate()
        .map(|(id, text)| json!({"id": id.to_string(), "text": text}))
        .collect();
    let written: Vec<String> = rows.iter().map(Value::to_string).collect();
    fs::write(folder.join("texts.jsonl"), written.join("\n"))?;
    let peer = peers::read("repair", &folder).into_iter().next();
    fs::remove_dir_all(&folder)?;
    options.peers.set(peer.is_some());
    Ok(peer)
}

fn answers(peer: &Peer, id: usize, expected: &str) -> bool {
    let answer = peer.answers.get(&id.to_string());
    answer.is_some_and(|answer| visible(&answer.text) == expected)
}

fn named(peer: Option<&Peer>) -> String {
    peer.map_or(String::new(), |peer| {
        format!("  beside {}, {:.1} s", peer.name, peer.seconds)
    })
}

/// Prints the first few failures.
struct Failures {
    left: usize,
}

impl Failures {
    fn new(left: usize) -> Self {
        Self { left }
    }

    fn print(&mut self, name: &str, input: &str, output: &str, expected: &str) {
        if self.left > 0 {
            self.left -= 1;
            println!("  {name}\n    in   {input:?}\n    out  {output:?}\n    want {expected:?}");
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Share {
    right: u32,
    all: u32,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.all += 1;
        self.right += u32::from(right);
    }

    fn percent(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.all.max(1))
    }

    fn print(self, name: &str, note: &str) {
        let percent = self.percent();
        println!(
            "  {name:<24} {:>6} of {:>6} {percent:>7.2} %{note}",
            self.right, self.all
        );
    }

    /// The share of a tool, to stand beside ours.
    fn beside(self, peer: Option<&Peer>) -> String {
        peer.map_or(String::new(), |_| format!(" {:>7.2} %", self.percent()))
    }
}

/// The script of most letters of a line, by blocks of Unicode.
fn script(line: &str) -> &'static str {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for letter in line.chars().filter(|letter| letter.is_alphabetic()) {
        let at = SCRIPTS.partition_point(|(start, _)| *start <= letter as u32);
        *counts.entry(SCRIPTS[at - 1].1).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or("none", |(script, _)| script)
}

/// Where the letters of a script start.
const SCRIPTS: [(u32, &str); 32] = [
    (0, "Latin"),
    (0x370, "Greek"),
    (0x400, "Cyrillic"),
    (0x530, "Armenian"),
    (0x590, "Hebrew"),
    (0x600, "Arabic"),
    (0x700, "other"),
    (0x900, "Devanagari"),
    (0x980, "Bengali"),
    (0xa00, "Gurmukhi"),
    (0xa80, "Gujarati"),
    (0xb00, "Odia"),
    (0xb80, "Tamil"),
    (0xc00, "Telugu"),
    (0xc80, "Kannada"),
    (0xd00, "Malayalam"),
    (0xd80, "Sinhala"),
    (0xe00, "Thai"),
    (0xe80, "Lao"),
    (0xf00, "Tibetan"),
    (0x1000, "Myanmar"),
    (0x10a0, "Georgian"),
    (0x1100, "Hangul"),
    (0x1200, "Ethiopic"),
    (0x1400, "Canadian syllabics"),
    (0x1680, "other"),
    (0x1e00, "Latin"),
    (0x1f00, "Greek"),
    (0x2000, "other"),
    (0x3040, "Japanese"),
    (0x3400, "Han"),
    (0xac00, "Hangul"),
];
