//! Every test of the project, in the order in which a failure is cheapest to find.

mod architecture;
mod examples;
mod promises;
mod python;
mod workflows;

use std::{
    sync::mpsc::{self, Sender},
    thread,
};

use anyhow::Result;

use crate::{
    api, limits,
    run::{cargo, command, command_with},
    sbom,
};

/// Runs everything; the runners print their own summaries.
pub(crate) fn run(with_python: bool) -> Result<()> {
    command(cargo(), &["fmt", "--all", "--check"])?;
    architecture::check()?;
    workflows::check()?;
    promises::check()?;
    sbom::run(false, None)?;
    let of_python = thread::scope(|scope| {
        let (built, is_built) = mpsc::channel();
        // What is optimised takes minutes to link, and Python to run, on one core: beside the others.
        let optimised = scope.spawn(move || {
            let python = with_python.then(python::install).transpose()?;
            limits::in_proportion()?;
            // The documentation is about the command that the tests of Rust have built.
            match python {
                Some(python) if is_built.recv().is_ok() => python::check(&python).map(Some),
                _ => Ok(None),
            }
        });
        let rust = rust(&built);
        drop(built);
        let optimised = optimised.join().expect("it does not panic");
        rust.and(optimised)
    })?;
    print!("{}", of_python.unwrap_or_default());
    eprintln!("\nall tests passed");
    Ok(())
}

/// The tests of Rust but for those of optimised code. Says when the command is built.
fn rust(built: &Sender<()>) -> Result<()> {
    let cargo = cargo();
    let clippy = ["clippy", "--workspace", "--all-targets"];
    command(
        &cargo,
        &[&clippy[..], &["--", "--deny", "warnings"]].concat(),
    )?;
    // Another selection of packages has other features, for which cargo builds all of them again. Each
    // bench runs once, too; the figures come from `cargo bench`.
    let tests = ["test", "--workspace", "--exclude", "copydesk-py"];
    command(&cargo, &[&tests[..], &["--all-targets"]].concat())?;
    // Nobody waits for it where Python is left out.
    _ = built.send(());
    command(&cargo, &[&tests[..], &["--doc"]].concat())?;
    examples::check()?;
    // The facade also works without threads: the driver is all that differs.
    let package = ["--package", "copydesk-core", "--lib", "--tests"];
    command(&cargo, &[&["test"], &package[..]].concat())?;
    command(
        &cargo,
        &["check", "--package", "copydesk", "--no-default-features"],
    )?;
    command_with(
        &cargo,
        &["doc", "--workspace", "--no-deps"],
        &[("RUSTDOCFLAGS", "--deny warnings")],
    )?;
    api::run(false)
}
