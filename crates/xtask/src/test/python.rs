//! The Python module: built as a user would build it, in a fresh environment, and tested there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

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

/// Runs the tests of the module that is installed.
pub(crate) fn check(python: &Path) -> Result<()> {
    command(python, &["-m", "mypy.stubtest", "copydesk"])?;
    command(python, &["-m", "pytest", "python/tests"])
}
