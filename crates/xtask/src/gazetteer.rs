//! Builds the generated lists of `copydesk-entities`.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{run, test::python};

/// Runs the Python scripts in `crates/xtask/gazetteer` in an environment of their own.
pub(crate) fn build(data: &Path) -> Result<()> {
    let environment = run::root().join("target/gazetteer-venv");
    let interpreter = python::environment(&environment)?;
    let scripts = run::root().join("crates/xtask/gazetteer");
    let text = |path: &Path| {
        path.to_str()
            .map(str::to_owned)
            .context("the path is not UTF-8")
    };
    let out = text(&run::root().join("crates/copydesk-entities/data"))?;
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
    )
}
