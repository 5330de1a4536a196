//! The invariants of `crates/ARCHITECTURE.md` that are about dependencies and files.

use std::{ffi::OsStr, fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    features::published,
    run::{announce, cargo, output, root},
};

const STAGES: [&str; 4] = [
    "copydesk-parse",
    "copydesk-normalize",
    "copydesk-segment",
    "copydesk-entities",
];

/// What opens a file or a connection; `core::net` is only types of addresses.
const FILE_OR_NETWORK: [&str; 8] = [
    "std::fs",
    "std::{fs",
    "std::net",
    "fs::read",
    "fs::write",
    "File::open",
    "File::create",
    "OpenOptions",
];

/// What opens a connection or starts a program. That no dependency does either is seen in what the
/// Python module imports: `python/tests/test_security.py`.
const CONNECTION_OR_PROGRAM: [&str; 6] = [
    "std::net",
    "std::{net",
    "os::unix::net",
    "process::Command",
    "process::{Command",
    "libloading",
];

/// Checks the direction of the dependencies, and who opens files or anything else.
pub(crate) fn check() -> Result<()> {
    announce("check of the architecture");
    for stage in STAGES {
        let tree = dependencies(stage)?;
        for sibling in STAGES.iter().filter(|sibling| **sibling != stage) {
            refuse(stage, &tree, sibling)?;
        }
        for other in ["rayon", "pyo3", "copydesk", "copydesk-io", "serde_json"] {
            refuse(stage, &tree, other)?;
        }
    }
    let core = dependencies("copydesk-core")?;
    for stage in STAGES {
        refuse("copydesk-core", &core, stage)?;
    }
    for other in ["rayon", "pyo3"] {
        refuse("copydesk-core", &core, other)?;
    }
    for name in ["copydesk", "copydesk-html", "copydesk-io", "copydesk-cli"] {
        refuse(name, &dependencies(name)?, "pyo3")?;
    }
    only_core_names_rayon()?;
    only_io_opens_files()?;
    none_connects_or_starts_programs()?;
    every_file_of_tests_is_run()
}

/// Names of the packages that `package` is built from, with its default features.
fn dependencies(package: &str) -> Result<Vec<String>> {
    let tree = output(
        &cargo(),
        &[
            "tree",
            "--package",
            package,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ],
    )?;
    Ok(tree
        .lines()
        .skip(1)
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect())
}

fn refuse(package: &str, tree: &[String], dependency: &str) -> Result<()> {
    ensure!(
        !tree.iter().any(|name| name == dependency),
        "{package} must not depend on {dependency}; see the invariants in crates/ARCHITECTURE.md"
    );
    Ok(())
}

/// `rayon` is a dependency of `copydesk-core` and of nothing else.
fn only_core_names_rayon() -> Result<()> {
    for entry in fs::read_dir(root().join("crates"))? {
        let manifest = entry?.path().join("Cargo.toml");
        // `ARCHITECTURE.md` lies beside the packages.
        if !manifest.is_file() {
            continue;
        }
        let text = fs::read_to_string(&manifest)
            .with_context(|| format!("cannot read {}", manifest.display()))?;
        ensure!(
            !text.contains("rayon") || manifest.ends_with("copydesk-core/Cargo.toml"),
            "{} names rayon; only copydesk-core may",
            manifest.display()
        );
    }
    Ok(())
}

/// No stage, and neither core, facade nor views, names the file system or the network.
fn only_io_opens_files() -> Result<()> {
    let crates = STAGES
        .iter()
        .chain(&["copydesk-core", "copydesk", "copydesk-html"]);
    for package in crates {
        refuse_words(package, &FILE_OR_NETWORK, "only copydesk-io opens files")?;
    }
    Ok(())
}

/// Nothing that a user gets names the network or other programs.
fn none_connects_or_starts_programs() -> Result<()> {
    let published = published()?;
    let crates = published.iter().map(|package| &*package.name);
    for package in crates.chain(["copydesk-py"]) {
        refuse_words(
            package,
            &CONNECTION_OR_PROGRAM,
            "copydesk opens no connection and starts no program, see SECURITY.md",
        )?;
    }
    Ok(())
}

/// Where the tests of a package are one program, `tests/main.rs`, it names each file beside it.
fn every_file_of_tests_is_run() -> Result<()> {
    for package in fs::read_dir(root().join("crates"))? {
        let tests = package?.path().join("tests");
        let Ok(main) = fs::read_to_string(tests.join("main.rs")) else {
            continue;
        };
        for file in fs::read_dir(&tests)? {
            let path = file?.path();
            let name = path.file_stem().and_then(OsStr::to_str);
            if let Some(name) = name
                && path.extension().is_some_and(|extension| extension == "rs")
                && name != "main"
            {
                ensure!(
                    main.contains(&format!("mod {name};\n")),
                    "{} is not run: name it in main.rs beside it",
                    path.display()
                );
            }
        }
    }
    Ok(())
}

fn refuse_words(package: &str, words: &[&str], why: &str) -> Result<()> {
    let sources = root().join("crates").join(package).join("src");
    walk(&sources, &mut |path, text| {
        for word in words {
            ensure!(
                !text.contains(word),
                "{} names {word}; {why}",
                path.display()
            );
        }
        Ok(())
    })
}

fn walk(folder: &Path, check: &mut impl FnMut(&Path, &str) -> Result<()>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, check)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            // What a test reads is no matter of the stage.
            let text = fs::read_to_string(&path)?;
            // A file of tests says `#![cfg(test)]`.
            let code = text.split("[cfg(test)]").next().unwrap_or_default();
            check(&path, code)?;
        }
    }
    Ok(())
}
