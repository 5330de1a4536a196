//! Writes the golden records of `seeds/` anew.

use anyhow::Result;

use crate::run;

/// Runs the golden test in the mode in which it writes instead of comparing.
pub(crate) fn run() -> Result<()> {
    run::command_with(
        run::cargo(),
        &["test", "--package", "copydesk", "--test", "goldens"],
        &[("COPYDESK_BLESS", "1")],
    )?;
    eprintln!("seeds/*/expected.json written; review them with `git diff seeds`");
    Ok(())
}
