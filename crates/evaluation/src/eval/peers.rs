//! What other tools make of the same pages and texts, through `benches/peers/answers.py`.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsStr,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use serde::Deserialize;

use crate::run;

/// The variable that names a Python with the tools; without it, `python3` is asked.
const PYTHON: &str = "COPYDESK_PEERS_PYTHON";

/// What a tool says of one page or text. Fields that were not asked for are absent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answer {
    tool: String,
    id: Option<String>,
    version: Option<String>,
    seconds: f64,
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) date: Option<String>,
    pub(crate) language: Option<String>,
    /// Ends of sentences, in code points.
    pub(crate) sentences: Vec<u32>,
    /// Spans of tokens, in code points.
    pub(crate) tokens: Vec<(u32, u32)>,
}

/// A tool and its answers.
#[derive(Debug, Default)]
pub(crate) struct Peer {
    /// Package and version.
    pub(crate) name: String,
    /// CPU seconds for all pages.
    pub(crate) seconds: f64,
    /// By id of the page; pages on which it failed have an empty one.
    pub(crate) answers: BTreeMap<String, Answer>,
}

/// Asks the tools that are installed for the `text` or the `metadata` of the pages in a folder.
/// Says aloud why there are none.
pub(crate) fn read(what: &str, folder: &Path) -> Vec<Peer> {
    ask(&[what.as_ref(), folder.as_os_str()], Stdio::null())
}

/// Asks the tools that are installed for the sentences and tokens of the texts in a file of JSON
/// lines {id, text}.
pub(crate) fn segment(texts: File) -> Vec<Peer> {
    ask(&["segment".as_ref()], texts.into())
}

/// Asks the tools that are installed for the language of the texts in a file of JSON lines
/// {id, text}.
pub(crate) fn language(texts: File) -> Vec<Peer> {
    ask(&["language".as_ref()], texts.into())
}

fn ask(arguments: &[&OsStr], input: Stdio) -> Vec<Peer> {
    let python = env::var_os(PYTHON).unwrap_or_else(|| "python3".into());
    let script = run::root().join("benches/peers/answers.py");
    let child = Command::new(&python)
        .arg(&script)
        .args(arguments)
        .stdin(input)
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!(
            "other tools are not compared with: cannot start {}; name a Python that has them in {PYTHON}",
            python.display()
        );
        return vec![];
    };
    let mut peers: Vec<Peer> = vec![];
    let output = child.stdout.take().expect("the output is piped");
    let mut current = Peer::default();
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        let Ok(mut answer) = serde_json::from_str::<Answer>(&line) else {
            continue; // a tool may print what it likes
        };
        if let Some(id) = answer.id.take() {
            current.answers.insert(id, answer);
        } else if let Some(version) = answer.version.take() {
            current.name = format!("{} {version}", answer.tool);
            current.seconds = answer.seconds;
            peers.push(std::mem::take(&mut current));
        }
    }
    match child.wait() {
        Ok(status) if status.success() => {}
        _ => eprintln!("{} failed; see above", script.display()),
    }
    if peers.is_empty() {
        eprintln!("no other tool is installed; name a Python that has them in {PYTHON}");
    }
    peers
}
