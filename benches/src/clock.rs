//! Time that is spent, for programs that are compared with others by CPU time.

use std::{fs, time::Instant};

/// CPU time of this thread where the system tells it, else the time that passes.
#[derive(Debug)]
pub struct Clock {
    /// Nanoseconds, where the system tells them.
    cpu: Option<u64>,
    instant: Instant,
}

impl Clock {
    /// Begins to count.
    pub fn now() -> Self {
        let cpu = fs::read_to_string("/proc/thread-self/schedstat");
        Self {
            cpu: cpu
                .ok()
                .and_then(|line| line.split(' ').next()?.parse().ok()),
            instant: Instant::now(),
        }
    }

    /// Seconds since it was made.
    pub fn seconds(&self) -> f64 {
        match (self.cpu, Self::now().cpu) {
            (Some(begin), Some(end)) => (end - begin) as f64 / 1e9,
            _ => self.instant.elapsed().as_secs_f64(),
        }
    }
}
