//! Inputs that once broke a law, found by the fuzz targets: none does any more.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use copydesk_laws::{TARGETS, check};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()))
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn no_input_breaks_a_law_again() {
    let folder = fuzz().join("regressions");
    let mut inputs = 0;
    for target in names(&folder) {
        for name in names(&folder.join(&target)) {
            let path = folder.join(&target).join(&name);
            eprintln!("{}", path.display()); // shown where the next line panics
            check(&target, &fs::read(path).unwrap());
            inputs += 1;
        }
    }
    assert!(inputs > 0, "there are regressions");
}

/// A target is written in four places; here they are compared.
#[test]
fn every_target_has_its_program_and_its_nightly_run() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let programs: BTreeSet<String> = names(&fuzz().join("fuzz_targets"))
        .iter()
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .collect();
    assert_eq!(programs, targets);
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).unwrap();
    let nightly = fs::read_to_string(fuzz().join("../.github/workflows/nightly.yml")).unwrap();
    for name in &targets {
        let program = fuzz().join("fuzz_targets").join(format!("{name}.rs"));
        let program = fs::read_to_string(program).unwrap();
        assert!(
            program.contains(&format!("\"{name}\"")),
            "{name}: {program}"
        );
        let bin = format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"\n");
        assert!(manifest.contains(&bin), "{name} is in fuzz/Cargo.toml");
        assert!(
            nightly.contains(&format!("- {name}\n")),
            "{name} is in nightly.yml"
        );
    }
}
