//! Languages: how often a headline, a sentence, a document is given the right one.
//!
//! A folder has a file `xx.txt` for each language, a sentence a line. A headline is the first eight
//! words of one, or twenty signs where a script has no spaces; a document is fifteen of them. In a
//! file of a language that is not told, saying nothing is right.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use copydesk::stage;
use serde_json::json;

use super::peers::{self, Peer};

const HEADLINE_WORDS: usize = 8;
const HEADLINE_SIGNS: usize = 20;
const DOCUMENT_SENTENCES: usize = 15;

/// Languages: accuracy on headlines, sentences and documents, by language.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder with `xx.txt`, such as `DATA/held-out` of `crates/evaluation/language/gather.py`.
    folder: PathBuf,
    /// Prints the sentences of this language that are given another one.
    #[arg(long)]
    errors: Option<String>,
    /// Leaves out the rows of other tools.
    #[arg(long)]
    no_peers: bool,
}

/// The texts of one file, by kind: headlines, sentences, documents.
struct Texts {
    /// Of its name, without what stands behind a hyphen.
    code: String,
    name: String,
    kinds: [Vec<String>; 3],
}

impl Texts {
    fn id(&self, kind: usize, at: usize) -> String {
        format!("{}/{kind}/{at}", self.name)
    }

    /// Whether an answer is right; `None` is that the language is not known.
    fn accepts(&self, answer: Option<&str>, told: &[&str]) -> bool {
        match answer {
            Some("nb" | "nn") if self.code == "no" => true,
            Some(answer) => answer == self.code,
            None => self.code != "no" && !told.contains(&self.code.as_str()),
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let sets = read(&arguments.folder)?;
    let told: Vec<&str> = copydesk_segment::languages().collect();
    let begin = Instant::now();
    let mut answers = BTreeMap::new();
    for (set, kind, at, text) in all(&sets) {
        answers.insert(
            set.id(kind, at),
            stage::language(text).map(|guess| guess.code),
        );
    }
    let bytes: usize = all(&sets).map(|(_, _, _, text)| text.len()).sum();
    let rate = bytes as f64 / 1e6 / begin.elapsed().as_secs_f64();
    println!("copydesk: {rate:.0} MB/s; share of headlines, sentences, documents that are right");
    table(&sets, &told, true, |id| answers.get(id).copied().flatten());
    if !arguments.no_peers {
        for peer in peers::language(texts(&sets)?) {
            let Peer { name, seconds, .. } = &peer;
            println!("{name}: {:.1} MB/s", bytes as f64 / 1e6 / seconds);
            table(&sets, &told, false, |id| {
                let language = peer.answers.get(id)?.language.as_deref()?;
                let language = if language == "no" { "nb" } else { language };
                (!language.is_empty()).then_some(language)
            });
        }
    }
    for set in sets
        .iter()
        .filter(|set| arguments.errors.as_ref() == Some(&set.name))
    {
        for (at, text) in set.kinds[1].iter().enumerate() {
            let answer = answers.get(&set.id(1, at)).copied().flatten();
            if !set.accepts(answer, &told) {
                println!("{}\t{text}", answer.unwrap_or("-"));
            }
        }
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<Texts>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<_> = (entries.filter_map(|entry| Some(entry.ok()?.path())))
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    let mut sets = Vec::new();
    for path in paths {
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let sentences: Vec<String> = (text.lines().map(str::trim))
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        sets.push(Texts {
            code: name.split('-').next().unwrap_or_default().to_owned(),
            kinds: [
                sentences
                    .iter()
                    .map(|sentence| headline(sentence))
                    .collect(),
                sentences.clone(),
                (sentences.chunks(DOCUMENT_SENTENCES))
                    .map(|some| some.join("\n"))
                    .collect(),
            ],
            name,
        });
    }
    ensure!(!sets.is_empty(), "no *.txt in {}", folder.display());
    Ok(sets)
}

fn headline(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    if words.len() * HEADLINE_SIGNS < sentence.chars().count() {
        return sentence.chars().take(HEADLINE_SIGNS).collect();
    }
    words[..words.len().min(HEADLINE_WORDS)].join(" ")
}

fn all(sets: &[Texts]) -> impl Iterator<Item = (&Texts, usize, usize, &str)> {
    sets.iter().flat_map(|set| {
        (set.kinds.iter().enumerate()).flat_map(move |(kind, texts)| {
            (texts.iter().enumerate()).map(move |(at, text)| (set, kind, at, text.as_str()))
        })
    })
}

/// A row for each language where wanted, then the mean over the languages that are told.
fn table<'a>(sets: &[Texts], told: &[&str], rows: bool, answer: impl Fn(&str) -> Option<&'a str>) {
    let mut sums = [0.0; 3];
    let mut known = 0;
    for set in sets {
        let mut mistaken: BTreeMap<&str, usize> = BTreeMap::new();
        let shares = [0, 1, 2].map(|kind| {
            let mut right = 0;
            for at in 0..set.kinds[kind].len() {
                let answer = answer(&set.id(kind, at));
                if set.accepts(answer, told) {
                    right += 1;
                } else if kind == 1 {
                    *mistaken.entry(answer.unwrap_or("-")).or_default() += 1;
                }
            }
            f64::from(right) / set.kinds[kind].len().max(1) as f64
        });
        if rows {
            let mut mistaken: Vec<_> = mistaken.into_iter().collect();
            mistaken.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let shown: Vec<String> = (mistaken.iter().take(4))
                .map(|(code, count)| format!("{code} {count}"))
                .collect();
            let [headline, sentence, document] = shares;
            println!(
                "{:<8} {headline:.3} {sentence:.3} {document:.3}  {}",
                set.name,
                shown.join(", ")
            );
        }
        if told.contains(&set.code.as_str()) || set.code == "no" {
            known += 1;
            sums.iter_mut()
                .zip(shares)
                .for_each(|(sum, share)| *sum += share);
        }
    }
    if known > 0 {
        let [headline, sentence, document] = sums.map(|sum| sum / f64::from(known));
        println!("{known:>2} told  {headline:.3} {sentence:.3} {document:.3}");
    }
}

/// The texts as JSON lines {id, text}.
fn texts(sets: &[Texts]) -> Result<File> {
    let path = std::env::temp_dir().join(format!("copydesk-language-{}.jsonl", std::process::id()));
    let mut file = File::create(&path)?;
    for (set, kind, at, text) in all(sets) {
        writeln!(file, "{}", json!({ "id": set.id(kind, at), "text": text }))?;
    }
    drop(file);
    let file = File::open(&path)?;
    fs::remove_file(&path)?;
    Ok(file)
}
