//! The labels of the chain: begin and inside of four classes, and outside.

/// How many labels the chain has.
pub const LABELS: usize = 9;

/// Outside of every name.
pub(crate) const OUTSIDE: u8 = 0;

/// A class of names in four-class data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// People.
    Person,
    /// Places of every kind.
    Location,
    /// Organisations.
    Organisation,
    /// Everything else: nationalities, events, products, works.
    Misc,
}

impl Class {
    /// All classes, in the order of their labels.
    pub const ALL: [Self; 4] = [Self::Person, Self::Location, Self::Organisation, Self::Misc];

    /// The label of the first word of a name.
    pub(crate) fn begin(self) -> u8 {
        1 + 2 * self as u8
    }

    /// The label of the other words of a name.
    pub(crate) fn inside(self) -> u8 {
        2 + 2 * self as u8
    }

    /// The class of a label that begins a name.
    pub(crate) fn begun_by(label: u8) -> Option<Self> {
        (label % 2 == 1).then(|| Self::ALL[usize::from(label / 2)])
    }
}

/// Whether `label` may follow `before`: an inside follows only its own class.
pub(crate) const fn may_follow(before: usize, label: usize) -> bool {
    let inside = label != 0 && label.is_multiple_of(2);
    !inside || before == label || before + 1 == label
}
