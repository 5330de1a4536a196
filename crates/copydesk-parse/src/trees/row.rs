//! One row of numbers for a learned scorer, as it is written.

/// Numbers in the order in which they were pushed; those not pushed are 0.
pub(crate) struct Row<const COUNT: usize> {
    values: [f32; COUNT],
    len: usize,
}

impl<const COUNT: usize> Default for Row<COUNT> {
    fn default() -> Self {
        Self {
            values: [0.0; COUNT],
            len: 0,
        }
    }
}

impl<const COUNT: usize> Row<COUNT> {
    pub(crate) fn push(&mut self, value: f32) {
        self.values[self.len] = value;
        self.len += 1;
    }

    pub(crate) fn flag(&mut self, value: bool) {
        self.push(f32::from(u8::from(value)));
    }

    /// The numbers, and how many of them were pushed.
    pub(crate) fn finish(self) -> ([f32; COUNT], usize) {
        (self.values, self.len)
    }
}

/// A share, which is 0 of nothing.
pub(crate) fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
