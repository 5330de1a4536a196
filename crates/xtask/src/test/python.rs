//! The Python module: built as a user would build it, in a fresh environment, and tested there.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::run::{command, root};

/// Installs the module into a fresh virtual environment and runs its tests.
pub(crate) fn check() -> Result<()> {
    let folder = root().join("target/test-venv");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let python = environment(&folder)?;
    command(
        &python,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "./python[test]",
        ],
    )?;
    command(&python, &["-m", "mypy.stubtest", "copydesk"])?;
    command(&python, &["-m", "pytest", "python/tests"])
}

/// Makes a virtual environment, if it is not there, and returns its interpreter.
pub(crate) fn environment(folder: &Path) -> Result<PathBuf> {
    let interpreter = if cfg!(windows) {
        folder.join("Scripts/python.exe")
    } else {
        folder.join("bin/python")
    };
    if !interpreter.exists() {
        let folder = folder.to_str().context("the path is not UTF-8")?;
        command(system_python()?, &["-m", "venv", folder])?;
    }
    Ok(interpreter)
}

/// A Python of at least 3.10: `PYTHON`, else `python3`, else `python`.
fn system_python() -> Result<String> {
    let given = env::var("PYTHON").ok();
    for candidate in given
        .iter()
        .map(String::as_str)
        .chain(["python3", "python"])
    {
        let version = Command::new(candidate)
            .args(["-c", "import sys; sys.exit(sys.version_info < (3, 10))"])
            .status();
        if version.is_ok_and(|status| status.success()) {
            return Ok(candidate.to_owned());
        }
    }
    bail!("no Python 3.10 or newer found; install one, or name it in the variable PYTHON")
}
