//! Running commands, and where things are.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("xtask lies two folders below the root")
        .to_owned()
}

/// The folder with the shared data: the one given, else `COPYDESK_SHARED`, else `../shared`.
pub fn shared(given: Option<PathBuf>) -> PathBuf {
    given
        .or_else(|| env::var_os("COPYDESK_SHARED").map(PathBuf::from))
        .unwrap_or_else(|| root().join("../shared"))
}

/// Says what runs next, behind the minutes and seconds since this was first asked.
pub fn announce(what: &str) {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let seconds = BEGAN.elapsed().as_secs();
    eprintln!("\n[{:02}:{:02}] $ {what}", seconds / 60, seconds % 60);
}

/// Runs a command in the root of the workspace and shows it.
///
/// # Errors
///
/// Where it cannot be started or fails.
pub fn command(program: impl AsRef<Path>, arguments: &[&str]) -> Result<()> {
    command_with(program, arguments, &[])
}

/// Runs a command with variables in its environment.
///
/// # Errors
///
/// As [`command`].
pub fn command_with(
    program: impl AsRef<Path>,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<()> {
    let program = program.as_ref();
    let shown = format!("{} {}", program.display(), arguments.join(" "));
    announce(&shown);
    let status = Command::new(program)
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(root())
        .status()
        .with_context(|| format!("cannot start `{shown}`"))?;
    ensure!(status.success(), "`{shown}` failed with {status}");
    Ok(())
}

/// What a command prints.
///
/// # Errors
///
/// As [`command`], with what it said.
pub fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let shown = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .with_context(|| format!("cannot start `{shown}`"))?;
    ensure!(
        output.status.success(),
        "`{shown}` failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What `cargo metadata` says of the workspace, without what it depends on.
///
/// # Errors
///
/// Where that is not what is wanted of it.
pub fn metadata<T: DeserializeOwned>() -> Result<T> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1"];
    serde_json::from_str(&output(&cargo(), &arguments)?)
        .context("cannot read what `cargo metadata` says")
}

/// The cargo that runs this task.
pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
