//! The articles of paths, of which some hold what an earlier run wrote.

use anyhow::Result;
use copydesk::{Article, Desk};
use copydesk_io::{Sources, holds_records, read_records};

use crate::{report_failure, safe::safe};

/// Gives every article at the paths to `add`, in order; returns how many could not be read, each of
/// which is told on standard error. Records are taken as they are.
pub(crate) fn each(
    desk: &Desk,
    paths: &[String],
    sources: impl Fn(&[String]) -> Result<Sources>,
    mut add: impl FnMut(Article),
) -> Result<u64> {
    let mut failures = 0;
    for path in paths {
        if holds_records(path) {
            for record in read_records(path)? {
                match record {
                    Ok(article) if report_failure(&article) => failures += 1,
                    Ok(article) => add(article),
                    Err(failure) => {
                        eprintln!("copydesk: {}", safe(&failure.to_string()));
                        failures += 1;
                    }
                }
            }
        } else {
            for article in desk.stream(sources(std::slice::from_ref(path))?) {
                if report_failure(&article) {
                    failures += 1;
                } else {
                    add(article);
                }
            }
        }
    }
    Ok(failures)
}
