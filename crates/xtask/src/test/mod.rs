//! Every test of the project, in the order in which a failure is cheapest to find.

mod architecture;
mod examples;
mod promises;
pub(crate) mod python;
mod workflows;

use anyhow::Result;

use crate::{
    api,
    run::{cargo, command, command_with},
    sbom,
};

/// Runs everything; the runners print their own summaries.
pub(crate) fn run(with_python: bool) -> Result<()> {
    let cargo = cargo();
    command(&cargo, &["fmt", "--all", "--check"])?;
    architecture::check()?;
    workflows::check()?;
    promises::check()?;
    sbom::run(false, None)?;
    command(
        &cargo,
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ],
    )?;
    command(
        &cargo,
        &[
            "test",
            "--workspace",
            "--all-targets",
            "--exclude",
            "copydesk-py",
            "--exclude",
            "copydesk-benches",
        ],
    )?;
    command(
        &cargo,
        &["test", "--workspace", "--doc", "--exclude", "copydesk-py"],
    )?;
    examples::check()?;
    // The facade also works without threads.
    command(
        &cargo,
        &[
            "test",
            "--package",
            "copydesk",
            "--no-default-features",
            "--lib",
            "--tests",
        ],
    )?;
    command_with(
        &cargo,
        &[
            "doc",
            "--workspace",
            "--no-deps",
            "--exclude",
            "copydesk-py",
        ],
        &[("RUSTDOCFLAGS", "--deny warnings")],
    )?;
    api::run(false)?;
    // Each bench once, to see that it runs; the figures come from `cargo bench`.
    command(
        &cargo,
        &["test", "--package", "copydesk-benches", "--benches"],
    )?;
    if with_python {
        python::check()?;
    }
    eprintln!("\nall tests passed");
    Ok(())
}
