//! Environments of Python.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::run::command;

/// Makes a virtual environment, if it is not there, and returns its interpreter.
///
/// # Errors
///
/// Where there is no Python of 3.10 or newer.
pub fn environment(folder: &Path) -> Result<PathBuf> {
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
