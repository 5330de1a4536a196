//! The inputs, and the stages that each goes through.

mod collections;
mod containers;
mod pages;
mod texts;

use copydesk::{RawDocument, stage};

use crate::counter::Work;

/// Makes an input of about so many bytes and takes it through stages.
type Run = Box<dyn Fn(usize, &mut Stages)>;

/// An input of any size through some stages.
pub(crate) struct Case {
    pub(crate) name: String,
    /// What the four sizes are divided by: 1, but more where there is no time for large ones.
    pub(crate) part: usize,
    run: Run,
}

impl Case {
    fn new(name: impl Into<String>, run: impl Fn(usize, &mut Stages) + 'static) -> Self {
        Self {
            name: name.into(),
            part: 1,
            run: Box::new(run),
        }
    }

    /// The same on sizes that are a sixteenth of the others.
    fn on_a_sixteenth(self) -> Self {
        Self { part: 16, ..self }
    }

    /// What each stage does on an input of about so many bytes.
    pub(crate) fn run(&self, bytes: usize) -> Vec<Done> {
        let mut stages = Stages::default();
        (self.run)(bytes, &mut stages);
        stages.done
    }
}

/// A stage that has run.
pub(crate) struct Done {
    pub(crate) stage: &'static str,
    /// Bytes of the input, or documents.
    pub(crate) size: usize,
    pub(crate) work: Work,
}

/// The stages that an input has gone through.
#[derive(Default)]
struct Stages {
    done: Vec<Done>,
}

impl Stages {
    /// Runs a stage on so many bytes or documents.
    fn run<T>(&mut self, stage: &'static str, size: usize, code: impl FnOnce() -> T) -> T {
        let (value, work) = Work::of(code);
        self.done.push(Done { stage, size, work });
        value
    }
}

/// Every case.
pub(crate) fn all() -> Vec<Case> {
    // What is laid out once in a process is not to be counted.
    stage::annotate("Ghana paid $2.5 million on May 2, 2024.", None);
    stage::extract(&RawDocument::from_text(
        "Ghana paid $2.5 million on May 2, 2024.",
    ));
    [
        texts::all(),
        pages::all(),
        containers::all(),
        collections::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
