//! That each promise of `SECURITY.md` is held by a test that is there.
//!
//! A row of its tables names files and, behind each, the tests in it: `path/to/file.rs` `first`, `second`.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::run::{announce, root};

/// Looks up every test that is named.
pub(crate) fn check() -> Result<()> {
    announce("check of SECURITY.md");
    let page = fs::read_to_string(root().join("SECURITY.md")).context("cannot read SECURITY.md")?;
    let named = tests_named_in(&page);
    ensure!(!named.is_empty(), "SECURITY.md names no test");
    for (file, test) in named {
        let text = fs::read_to_string(root().join(file))
            .with_context(|| format!("SECURITY.md names {file}"))?;
        ensure!(
            ["fn", "def"]
                .iter()
                .any(|word| text.contains(&format!("{word} {test}("))),
            "SECURITY.md names {test}, which is not in {file}"
        );
    }
    Ok(())
}

/// Files and the tests in them.
fn tests_named_in(page: &str) -> Vec<(&str, &str)> {
    let mut named = Vec::new();
    for row in page.lines().filter(|line| line.starts_with('|')) {
        let mut file = None;
        for code in row.split('`').skip(1).step_by(2) {
            let extension = Path::new(code).extension();
            if code.contains('/') && extension.is_some_and(|it| it == "rs" || it == "py") {
                file = Some(code);
            } else if let Some(file) = file
                && code.contains('_')
            {
                named.push((file, code));
            }
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::tests_named_in;

    #[test]
    fn rows_name_tests_behind_their_files() {
        let page = "The option `max_seconds`.\n\n| `max_text` holds | `a/b.rs` `one_test`, `two_tests`; \
                    `c/d.py` `test_three` |\n";
        assert_eq!(
            tests_named_in(page),
            [
                ("a/b.rs", "one_test"),
                ("a/b.rs", "two_tests"),
                ("c/d.py", "test_three")
            ]
        );
    }
}
