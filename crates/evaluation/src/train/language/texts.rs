//! The texts to learn from, by class.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk_segment::training::Script;

/// Begins the name of a class that is no language that is told.
pub(super) const OTHER: &str = "?";

/// The languages that are told of each script.
const TOLD: [(Script, &str); 6] = [
    (
        Script::Latin,
        "en de fr es it pt nl pl cs sk sv da nb fi et lv lt hu ro hr sr sl tr vi id ms sw tl ca az \
         sq is af eu cy ga nn",
    ),
    (Script::Cyrillic, "ru uk bg sr kk mk be mn"),
    (Script::Arabic, "ar fa ur"),
    (Script::Devanagari, "hi mr"),
    (Script::Han, "zh ja"),
    (Script::Hebrew, "he"),
];

/// Files in `words` and `sentences` of languages that are not told.
const NOT_TOLD: &str = "eo la lg mi sn so st tn ts xh yo zu";

/// Texts of one class.
pub(super) struct Source {
    pub(super) class: usize,
    pub(super) lines: Vec<String>,
    /// How often it is drawn from, among those of its class.
    pub(super) share: f32,
}

/// All that is learned from for a script.
pub(super) struct Texts {
    pub(super) sources: Vec<Source>,
}

/// The classes of a script: its languages, then the one for all others.
pub(super) fn classes(script: Script) -> Vec<String> {
    let told = TOLD.iter().find(|(of, _)| *of == script);
    told.into_iter()
        .flat_map(|(_, codes)| codes.split_whitespace())
        .chain([OTHER])
        .map(str::to_owned)
        .collect()
}

impl Texts {
    pub(super) fn read(data: &Path, script: Script, classes: &[String]) -> Result<Self> {
        let mut sources = Vec::new();
        let mut add = |class: usize, path: PathBuf, share: f32, required: bool| -> Result<()> {
            if !required && !path.exists() {
                return Ok(());
            }
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            // A declaration may have lines of another script.
            let of_script = |line: &&str| {
                let letters: Vec<Script> = line.chars().filter_map(Script::of).collect();
                let here = letters.iter().filter(|of| **of == script).count();
                2 * here > letters.len()
            };
            let lines: Vec<String> = text.lines().filter(of_script).map(str::to_owned).collect();
            if !lines.is_empty() {
                sources.push(Source {
                    class,
                    lines,
                    share,
                });
            }
            Ok(())
        };
        let other = classes.len() - 1;
        for (class, code) in classes[..other].iter().enumerate() {
            let file = match (script, code.as_str()) {
                (Script::Latin, "sr") => "sr-Latn.txt".to_owned(),
                _ => format!("{code}.txt"),
            };
            add(class, data.join("sentences").join(&file), 0.4, true)?;
            add(class, data.join("words").join(&file), 0.6, false)?;
            add(class, data.join("declaration").join(&file), 0.05, false)?;
        }
        if matches!(script, Script::Latin) {
            for code in NOT_TOLD.split_whitespace() {
                add(other, data.join(format!("sentences/{code}.txt")), 4.0, true)?;
                add(other, data.join(format!("words/{code}.txt")), 4.0, true)?;
            }
        }
        let folder = data.join("others");
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        let mut paths: Vec<_> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        paths.sort();
        for path in paths {
            add(other, path, 1.0, true)?;
        }
        Ok(Self { sources })
    }
}
