//! The Python module: built as a user would build it, in a fresh environment, and tested there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    python::environment,
    run::{command, root},
};

/// Builds the module and installs it, with what its tests need, into a fresh virtual environment,
/// whose interpreter is returned.
pub(crate) fn install() -> Result<PathBuf> {
    let folder = root().join("target/test-venv");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let python = environment(&folder)?;
    let install = ["-m", "pip", "install", "--quiet"];
    let arguments = ["--disable-pip-version-check", "./python[test]"];
    command(&python, &[&install[..], &arguments].concat())?;
    Ok(python)
}

/// Runs the tests of the module that is installed; what they print is returned, to stand below what
/// runs at the same time.
pub(crate) fn check(python: &Path) -> Result<String> {
    let mut printed = String::new();
    for arguments in [
        ["-m", "mypy.stubtest", "copydesk"],
        ["-m", "pytest", "python/tests"],
    ] {
        let shown = format!("\n$ python {}\n", arguments.join(" "));
        eprint!("{shown}");
        let done = Command::new(python)
            .args(arguments)
            .current_dir(root())
            .output()
            .with_context(|| format!("cannot start {}", python.display()))?;
        printed += &shown;
        for part in [done.stdout, done.stderr] {
            printed += &String::from_utf8_lossy(&part);
        }
        if !done.status.success() {
            bail!("{printed}\nthe tests of Python failed with {}", done.status);
        }
    }
    Ok(printed)
}
