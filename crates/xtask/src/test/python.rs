//! The Python module: built as a user would build it, in a fresh environment, and tested there.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    python::environment,
    run::{announce, command_with, root},
};

/// Seconds after which a run of tests hangs. A single test has ten minutes: `pyproject.toml`.
const LONGEST: u64 = 45 * 60;

/// Optimises what is tested as what ships, but for what takes minutes: across crates.
const WITHOUT_LTO: [(&str, &str); 2] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

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
    command_with(&python, &[&install[..], &arguments].concat(), &WITHOUT_LTO)?;
    Ok(python)
}

/// Runs the tests of the module that is installed; what they print is returned, to stand below what
/// runs at the same time.
pub(crate) fn check(python: &Path) -> Result<String> {
    let arguments = ["-m", "pytest", "--durations", "10", "python/tests"];
    let shown = format!("python {}", arguments.join(" "));
    announce(&shown);
    let log = root().join("target/python-tests.txt");
    let ended = run_into(&log, python, &arguments)?;
    let said = fs::read(&log).with_context(|| format!("cannot read {}", log.display()))?;
    let printed = format!("\n$ {shown}\n{}", String::from_utf8_lossy(&said));
    match ended {
        Some(status) if status.success() => Ok(printed),
        Some(status) => bail!("{printed}\n`{shown}` failed with {status}"),
        None => bail!(
            "{printed}\n`{shown}` had not ended after {} minutes",
            LONGEST / 60
        ),
    }
}

/// Runs a command that writes into a file, as a pipe ends only when the last process that a test left
/// behind has ended. Nothing where it takes too long.
fn run_into(log: &Path, python: &Path, arguments: &[&str]) -> Result<Option<ExitStatus>> {
    let out = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let mut running = Command::new(python)
        .args(arguments)
        // What has been written is there, however it ends.
        .env("PYTHONUNBUFFERED", "1")
        .current_dir(root())
        .stdin(Stdio::null())
        .stderr(out.try_clone()?)
        .stdout(out)
        .spawn()
        .with_context(|| format!("cannot start {}", python.display()))?;
    let began = Instant::now();
    while began.elapsed().as_secs() < LONGEST {
        if let Some(status) = running.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(200));
    }
    running.kill()?;
    running.wait()?;
    Ok(None)
}
