//! Builds the lists of `copydesk-entities`.

mod check;

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use copydesk_entities::lists::{self, Source};
use xtask::{python, run};

/// Where the lists lie, below the root.
const DATA: &str = "crates/copydesk-entities/data";

/// Where the numbering plans of phones lie, below the root.
const PLANS: &str = "crates/copydesk-entities/src/values/patterns/plans";

/// The compiled lists, below [`DATA`].
const COMPILED: &str = "gazetteer.bin";

/// Runs the Python scripts in `crates/evaluation/gazetteer` in an environment of their own, and
/// compiles the lists.
pub(crate) fn build(data: &Path) -> Result<()> {
    let environment = run::root().join("target/gazetteer-venv");
    let interpreter = python::environment(&environment)?;
    let scripts = run::root().join("crates/evaluation/gazetteer");
    let text = |path: &Path| {
        path.to_str()
            .map(str::to_owned)
            .context("the path is not UTF-8")
    };
    let out = text(&run::root().join(DATA))?;
    run::command(
        &interpreter,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--requirement",
            &text(&scripts.join("requirements.txt"))?,
        ],
    )?;
    run::command(
        &interpreter,
        &[
            &text(&scripts.join("build.py"))?,
            "--lists",
            &text(&data.join("lists"))?,
            "--out",
            &out,
        ],
    )?;
    run::command(
        &interpreter,
        &[
            &text(&scripts.join("common_words.py"))?,
            "--text",
            &text(&data.join("ner/voa-unlabelled.txt"))?,
            "--out",
            &out,
        ],
    )?;
    run::command(
        &interpreter,
        &[&text(&scripts.join("places.py"))?, "--out", &out],
    )?;
    run::command(
        &interpreter,
        &[
            &text(&scripts.join("plans.py"))?,
            "--out",
            &text(&run::root().join(PLANS))?,
        ],
    )?;
    compile()
}

/// Checks the lists and compiles them.
pub(crate) fn compile() -> Result<()> {
    let sources = sources()?;
    let problems = check::problems(&sources);
    ensure!(
        problems.is_empty(),
        "the lists in {DATA} are not sound:\n{}",
        problems.join("\n")
    );
    let bytes = lists::compile(&sources).with_context(|| format!("in {DATA}"))?;
    let path = run::root().join(DATA).join(COMPILED);
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    eprintln!("{} files, {} bytes compiled", sources.len(), bytes.len());
    Ok(())
}

/// The tab-separated files of the lists.
fn sources() -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    collect(&run::root().join(DATA), "", &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

/// The folder with the words of statements, which are no names.
const WORDS: &str = "statements";

/// Adds the files of `folder`, which is `below` the folder of the lists.
fn collect(folder: &Path, below: &str, sources: &mut Vec<Source>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            if path == WORDS {
                continue;
            }
            collect(&entry.path(), &format!("{path}/"), sources)?;
        } else if Path::new(&name)
            .extension()
            .is_some_and(|extension| extension == "tsv")
        {
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("cannot read {}", entry.path().display()))?;
            sources.push(Source { path, text });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use copydesk_entities::lists;

    use super::{COMPILED, DATA, check, sources};
    use crate::run;

    #[test]
    fn the_lists_are_sound() {
        let problems = check::problems(&sources().expect("the lists are read"));
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn the_compiled_lists_are_those_of_the_files() {
        let bytes = lists::compile(&sources().expect("the lists are read"));
        let bytes = bytes.unwrap_or_else(|problem| panic!("{DATA}/{problem}"));
        let compiled = fs::read(run::root().join(DATA).join(COMPILED)).unwrap_or_default();
        assert!(
            bytes == compiled,
            "{DATA}/{COMPILED} is not what the lists give; \
             run `cargo xtask build gazetteer --compile`"
        );
    }
}
