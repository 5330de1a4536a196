//! How long criterion measures.

use std::time::Duration;

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};

/// Settings under which all benches together take about five minutes on two slow cores,
/// with the arguments of the command line on top.
pub fn settings() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(800))
        // The default of 100,000 costs more than the measurement and says no more about ten
        // samples.
        .nresamples(2_000)
        .configure_from_args()
}

/// A shorter measurement for hostile inputs, of which only the order of magnitude matters.
pub fn briefly(group: &mut BenchmarkGroup<'_, WallTime>) {
    group
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(300));
}
