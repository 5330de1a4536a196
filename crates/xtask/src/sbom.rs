//! What a wheel and each published crate is built from, as bills of materials in `CycloneDX`.
//!
//! *Why*: who audits an installed wheel sees no `Cargo.lock`. A wheel carries its bill in
//! `.dist-info/sboms`, where PEP 770 has them. Those that maturin makes name the folder of the
//! build and a time, so the same sources would give other wheels; this one is a file of the project,
//! compared with `Cargo.lock` by `cargo xtask test`.
//! *How*: `cargo tree` says which crates, for all platforms together, and `Cargo.lock` has their
//! checksums. What runs only while building (build scripts and what they use) is `excluded`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;

use crate::{
    features::published,
    run::{announce, cargo, output, root},
};

/// The bill of the wheel; `python/pyproject.toml` puts it in.
const OF_THE_WHEEL: &str = "python/sbom/copydesk.cyclonedx.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bill {
    bom_format: &'static str,
    spec_version: &'static str,
    version: u32,
    metadata: Metadata,
    components: Vec<Component>,
    dependencies: Vec<Dependency>,
}

#[derive(Serialize)]
struct Metadata {
    component: Component,
    properties: Vec<Property>,
}

#[derive(Serialize)]
struct Property {
    name: &'static str,
    value: &'static str,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Component {
    r#type: &'static str,
    #[serde(rename = "bom-ref")]
    reference: String,
    name: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hashes: Vec<Hash>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    purl: String,
}

#[derive(Clone, Serialize)]
struct Hash {
    alg: &'static str,
    content: String,
}

#[derive(Clone, Serialize)]
struct License {
    expression: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dependency {
    r#ref: String,
    depends_on: BTreeSet<String>,
}

/// Compares the bill of the wheel with the dependencies; writes it where `bless` is set, and a bill of
/// each published crate into the folder `crates`, where that is given.
pub(crate) fn run(bless: bool, crates: Option<&Path>) -> Result<()> {
    let path = root().join(OF_THE_WHEEL);
    let bill = json(&of_the_wheel()?)?;
    if bless {
        fs::write(&path, bill).with_context(|| format!("cannot write {}", path.display()))?;
        eprintln!("wrote {}", path.display());
    } else {
        announce(&format!("check of {OF_THE_WHEEL}"));
        ensure!(
            fs::read_to_string(&path).unwrap_or_default() == bill,
            "{OF_THE_WHEEL} is not what Cargo.lock says; `cargo xtask sbom --bless` writes it anew"
        );
    }
    let Some(folder) = crates else {
        return Ok(());
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for package in published()? {
        let bill = of_crate(&package.name)?;
        let version = &bill.metadata.component.version;
        let path = folder.join(format!("{}-{version}.cyclonedx.json", package.name));
        fs::write(&path, json(&bill)?)
            .with_context(|| format!("cannot write {}", path.display()))?;
        eprintln!("wrote {}", path.display());
    }
    Ok(())
}

fn json(bill: &Bill) -> Result<String> {
    Ok(serde_json::to_string_pretty(bill)? + "\n")
}

/// The wheel is the crate of the binding under another name.
fn of_the_wheel() -> Result<Bill> {
    let (component, mut bill) = bill("copydesk-py")?;
    let wheel = Component {
        reference: format!("pkg:pypi/copydesk@{}", component.version),
        purl: format!("pkg:pypi/copydesk@{}", component.version),
        name: "copydesk".to_owned(),
        licenses: vec![License {
            expression: "(MIT OR Apache-2.0) AND CC-BY-SA-4.0".to_owned(), // as python/pyproject.toml says
        }],
        scope: None,
        ..component.clone()
    };
    bill.dependencies.push(Dependency {
        r#ref: wheel.reference.clone(),
        depends_on: BTreeSet::from([component.reference.clone()]),
    });
    bill.components.push(component);
    bill.components
        .sort_by(|a, b| a.reference.cmp(&b.reference));
    bill.metadata.component = wheel;
    Ok(bill)
}

fn of_crate(package: &str) -> Result<Bill> {
    Ok(bill(package)?.1)
}

/// The component of a package of the workspace, and the bill of it.
fn bill(package: &str) -> Result<(Component, Bill)> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let checksums = checksums(&lock);
    let shipped = Tree::read(&tree(package, "normal")?)?;
    let all = Tree::read(&tree(package, "normal,build")?)?;
    let mut components: Vec<_> = all
        .crates
        .into_values()
        .map(|found| {
            let shipped = shipped.crates.contains_key(&found.purl());
            found.component(&checksums, if shipped { "required" } else { "excluded" })
        })
        .collect();
    let at = components.iter().position(|it| it.name == package);
    let component = components.remove(at.with_context(|| format!("no {package} in its own tree"))?);
    let bill = Bill {
        bom_format: "CycloneDX",
        spec_version: "1.6",
        version: 1,
        metadata: Metadata {
            component: component.clone(),
            properties: vec![Property {
                name: "cdx:rustc:sbom:target:all_targets",
                value: "true",
            }],
        },
        components,
        dependencies: all
            .edges
            .into_iter()
            .map(|(r#ref, depends_on)| Dependency { r#ref, depends_on })
            .collect(),
    };
    Ok((component, bill))
}

/// `cargo tree` of a package, a line for each crate: its depth, the crate, its licence.
fn tree(package: &str, edges: &str) -> Result<String> {
    let mut arguments = vec!["tree", "--locked", "--package", package, "--target", "all"];
    arguments.extend(["--edges", edges, "--prefix", "depth"]);
    arguments.extend(["--format", "\t{p}\t{l}\t"]);
    output(&cargo(), &arguments)
}

/// One crate of a tree.
struct Found {
    name: String,
    version: String,
    license: String,
}

impl Found {
    /// The package URL, which is what the bill calls the crate by.
    fn purl(&self) -> String {
        format!(
            "pkg:cargo/{}@{}",
            self.name,
            self.version.replace('+', "%2B")
        )
    }

    fn component(self, checksums: &BTreeMap<(&str, &str), &str>, scope: &'static str) -> Component {
        let checksum = checksums.get(&(&*self.name, &*self.version));
        Component {
            r#type: "library",
            reference: self.purl(),
            purl: self.purl(),
            scope: Some(scope),
            hashes: checksum
                .map(|content| Hash {
                    alg: "SHA-256",
                    content: (*content).to_owned(),
                })
                .into_iter()
                .collect(),
            licenses: if self.license.is_empty() {
                Vec::new()
            } else {
                vec![License {
                    expression: self.license,
                }]
            },
            name: self.name,
            version: self.version,
        }
    }
}

/// What `cargo tree` says: the crates and who uses whom, by package URL.
struct Tree {
    crates: BTreeMap<String, Found>,
    edges: BTreeMap<String, BTreeSet<String>>,
}

impl Tree {
    fn read(text: &str) -> Result<Self> {
        let mut tree = Self {
            crates: BTreeMap::new(),
            edges: BTreeMap::new(),
        };
        let mut above: Vec<String> = Vec::new();
        for line in text.lines() {
            let Some((depth, name, version, license)) = fields(line) else {
                bail!("cargo tree said {line:?}");
            };
            let found = Found {
                name: name.to_owned(),
                version: version.to_owned(),
                // Older crates write `MIT/Apache-2.0`, which is no expression of SPDX.
                license: license.replace(" / ", "/").replace('/', " OR "),
            };
            let purl = found.purl();
            above.truncate(depth);
            if let Some(user) = above.last() {
                let uses = tree.edges.entry(user.clone()).or_default();
                uses.insert(purl.clone());
            }
            tree.edges.entry(purl.clone()).or_default();
            above.push(purl.clone());
            tree.crates.insert(purl, found);
        }
        Ok(tree)
    }
}

/// Depth, name, version and licence.
fn fields(line: &str) -> Option<(usize, &str, &str, &str)> {
    let mut fields = line.split('\t');
    let depth = fields.next()?.parse().ok()?;
    let mut package = fields.next()?.split(' ');
    let (name, version) = (package.next()?, package.next()?.strip_prefix('v')?);
    Some((depth, name, version, fields.next()?))
}

/// SHA-256 of the crates that came from a registry, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    lock.split("[[package]]")
        .filter_map(|package| {
            let field = |name: &str| {
                let lines = &mut package.lines();
                lines.find_map(|line| {
                    line.strip_prefix(name)?
                        .strip_prefix(" = ")?
                        .split('"')
                        .nth(1)
                })
            };
            Some(((field("name")?, field("version")?), field("checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tree, checksums};

    #[test]
    fn a_tree_is_read_with_its_edges() {
        let text = "0\tapp v0.1.0 (/somewhere/app)\tMIT\t\n1\tzip v2.0.0+1.2\tMIT/Apache-2.0\t\n\
                    2\tlog v1.0.0\tMIT\t\n1\tlog v1.0.0\tMIT\t (*)\n";
        let tree = Tree::read(text).unwrap();
        let names: Vec<_> = tree.crates.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "pkg:cargo/app@0.1.0",
                "pkg:cargo/log@1.0.0",
                "pkg:cargo/zip@2.0.0%2B1.2"
            ]
        );
        assert_eq!(
            tree.crates["pkg:cargo/zip@2.0.0%2B1.2"].license,
            "MIT OR Apache-2.0"
        );
        let uses: Vec<_> = tree.edges["pkg:cargo/app@0.1.0"].iter().collect();
        assert_eq!(uses, ["pkg:cargo/log@1.0.0", "pkg:cargo/zip@2.0.0%2B1.2"]);
        assert!(tree.edges["pkg:cargo/log@1.0.0"].is_empty());
        assert!(Tree::read("error: something else").is_err());
    }

    #[test]
    fn checksums_are_those_of_the_registry() {
        let lock = "version = 4\n\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\n\n[[package]]\n\
                    name = \"log\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"abc\"\n";
        assert_eq!(
            checksums(lock).into_iter().collect::<Vec<_>>(),
            [(("log", "1.0.0"), "abc")]
        );
    }
}
