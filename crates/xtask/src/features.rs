//! Each published crate without features, with each of its features alone, and with all of them.

use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::run::{cargo, command, metadata};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A package of the workspace.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    features: BTreeMap<String, Vec<String>>,
    /// An empty list is `publish = false`.
    publish: Option<Vec<String>>,
}

/// Lints the crates with each set of features.
pub(crate) fn run() -> Result<()> {
    for package in published()? {
        if package.features.is_empty() {
            continue;
        }
        lint(&package.name, &[])?;
        for feature in package.features.keys().filter(|name| *name != "default") {
            lint(&package.name, &["--features", feature])?;
        }
        lint(&package.name, &["--all-features"])?;
    }
    Ok(())
}

/// The packages that are published.
pub(crate) fn published() -> Result<Vec<Package>> {
    let Metadata { mut packages } = metadata()?;
    packages.retain(|package| package.publish.as_ref().is_none_or(|to| !to.is_empty()));
    Ok(packages)
}

fn lint(package: &str, features: &[&str]) -> Result<()> {
    let mut arguments = vec!["clippy", "--package", package, "--no-default-features"];
    arguments.extend(features);
    arguments.extend(["--", "--deny", "warnings"]);
    command(cargo(), &arguments)
}
