//! What the workflows in `.github/workflows` must hold to, since they are what can publish.
//!
//! A tag of an action can be moved to other code, the hash of a commit cannot. A job has the permissions
//! that it names and no others, and no token stays in a checked-out folder.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::run::{announce, root};

/// Actions whose hash is not known yet: no second source gave the one that a first one gave.
/// Whoever can reach their repositories should pin them and strike them out here.
const UNPINNED: [&str; 2] = ["actions/attest@v4", "rust-lang/crates-io-auth-action@v1"];

/// Checks every workflow.
pub(crate) fn check() -> Result<()> {
    announce("check of the workflows");
    let folder = root().join(".github/workflows");
    let entries = fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))?;
    let mut findings = Vec::new();
    let mut count = 0;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yml") {
            let text = fs::read_to_string(&path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let found = findings_in(&text).into_iter();
            findings.extend(found.map(|finding| format!("{name}: {finding}")));
            count += 1;
        }
    }
    ensure!(count > 0, "no workflow in {}", folder.display());
    ensure!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}

/// What is wrong with a workflow.
fn findings_in(text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let lines: Vec<_> = text.lines().collect();
    if !lines.contains(&"permissions: {}") {
        findings.push("no `permissions: {}` at the top; each job names what it needs".to_owned());
    }
    for (at, line) in lines.iter().enumerate() {
        let step = line.trim_start().trim_start_matches("- ");
        let Some(action) = step.strip_prefix("uses: ") else {
            continue;
        };
        let name = action.split(' ').next().unwrap_or_default();
        if !action.starts_with("./") && !is_pinned(action) && !UNPINNED.contains(&name) {
            findings.push(format!(
                "line {}: {action} is not pinned as `name@HASH # v1.2.3`",
                at + 1
            ));
        }
        // The options of the step, as far as its own lines go.
        let mut options = lines[at + 1..]
            .iter()
            .take_while(|line| !line.trim_start().starts_with("- "));
        if action.starts_with("actions/checkout@")
            && !options.any(|line| line.trim() == "persist-credentials: false")
        {
            findings.push(format!(
                "line {}: without `persist-credentials: false`",
                at + 1
            ));
        }
    }
    findings
}

/// Whether an action is named by the full hash of a commit, with its version behind it.
fn is_pinned(action: &str) -> bool {
    let Some((reference, version)) = action.split_once(" # v") else {
        return false;
    };
    let hash = reference.rsplit_once('@').map_or("", |(_, hash)| hash);
    hash.len() == 40
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && version.split('.').count() == 3
        && version.split('.').all(|part| part.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::findings_in;

    #[test]
    fn what_is_pinned_and_bare_of_rights_passes() {
        let hash = "0123456789abcdef0123456789abcdef01234567";
        let good = format!(
            "permissions: {{}}\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n  b:\n    steps:\n\
             \x20     - uses: actions/checkout@{hash} # v1.2.3\n        with:\n\
             \x20         persist-credentials: false\n      - run: true\n"
        );
        assert_eq!(findings_in(&good), [""; 0]);
        let check = |from: &str, to: &str, finding: &str| {
            let found = findings_in(&good.replace(from, to));
            assert!(
                found.len() == 1 && found[0].contains(finding),
                "{from}: {found:?}"
            );
        };
        check("permissions: {}", "permissions: write-all", "permissions");
        check(hash, "v1", "not pinned");
        check(hash, &hash[1..], "not pinned");
        check(" # v1.2.3", "", "not pinned");
        check(" # v1.2.3", " # v1", "not pinned");
        check(
            "persist-credentials: false",
            "fetch-depth: 0",
            "persist-credentials",
        );
        // That of another step does not count.
        check(
            "        with:\n          persist-credentials: false\n",
            "      - with:\n          persist-credentials: false\n",
            "persist-credentials",
        );
    }
}
