//! Every test of the project, in the order in which a failure is cheapest to find.

mod architecture;
mod examples;
mod promises;
mod python;
mod workflows;

use std::thread;

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
        // What is optimised takes minutes to link, and Python to run, on one core: beside the others.
        let optimised = scope.spawn(|| {
            let printed = with_python.then(python::check).transpose()?;
            limits::in_proportion()?;
            anyhow::Ok(printed)
        });
        let rust = rust();
        let optimised = optimised.join().expect("it does not panic");
        rust.and(optimised)
    })?;
    print!("{}", of_python.unwrap_or_default());
    eprintln!("\nall tests passed");
    Ok(())
}

/// The tests of Rust but for those of optimised code.
fn rust() -> Result<()> {
    let cargo = cargo();
    let steps: &[&[&str]] = &[
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ],
        &[
            "test",
            "--workspace",
            "--all-targets",
            "--exclude",
            "copydesk-py",
            "--exclude",
            "copydesk-benches",
        ],
        &["test", "--workspace", "--doc", "--exclude", "copydesk-py"],
    ];
    for step in steps {
        command(&cargo, step)?;
    }
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
    )
}
