//! Writes the golden records of `seeds/` and the hashes of what is written anew.

use anyhow::Result;

use crate::run;

/// Runs the golden tests in the mode in which they write instead of comparing.
pub(crate) fn run() -> Result<()> {
    for package_and_tests in [
        ["copydesk", "--test", "tests", "goldens::"].as_slice(),
        &["copydesk-cli", "--test", "determinism"],
    ] {
        run::command_with(
            run::cargo(),
            &[&["test", "--package"], package_and_tests].concat(),
            &[("COPYDESK_BLESS", "1")],
        )?;
    }
    eprintln!(
        "seeds/*/expected.json and crates/copydesk-cli/tests/determinism/hashes.txt written; \
         review them with `git diff`"
    );
    Ok(())
}
