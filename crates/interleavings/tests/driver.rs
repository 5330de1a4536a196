//! The driver: every result once and in order, no thread that waits for ever, whatever the order of the
//! threads. Shuttle ends a test with the order that breaks it, and says how to run it again.

use std::{
    num::NonZeroUsize,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use interleavings::{
    RunOptions,
    parallel::{Cancel, Driver, Failure, Run},
};
use shuttle::{Config, check_dfs, check_pct, check_random, thread};

/// Orders that are tried of each test, of those that are too many to try all.
const ORDERS: usize = 3_000;

/// Some orders at random, and some in which few threads are interrupted, at random places.
fn check(test: impl Fn() + Copy + Send + Sync + 'static) {
    check_random(test, ORDERS);
    check_pct(test, ORDERS, 3);
}

fn driver(threads: usize, in_flight: usize) -> Driver {
    let mut options = RunOptions::default();
    options.threads = NonZeroUsize::new(threads);
    options.max_in_flight = NonZeroUsize::new(in_flight);
    Driver::new(options).unwrap()
}

fn squares(driver: &Driver, documents: u64, cancel: &Cancel) -> Run<u64, u64> {
    driver.run(
        0..documents,
        |_| 1,
        |number| {
            thread::yield_now();
            assert_ne!(number, 13, "thirteen is no good");
            number * number
        },
        cancel.clone(),
    )
}

#[test]
fn results_come_in_order() {
    check(|| {
        let found: Vec<u64> = squares(&driver(3, 3), 5, &Cancel::new())
            .map(|outcome| outcome.result.unwrap())
            .collect();
        assert_eq!(found, [0, 1, 4, 9, 16]);
    });
}

#[test]
fn every_order_of_two_documents() {
    check_dfs(
        || {
            let found: Vec<_> = squares(&driver(2, 2), 2, &Cancel::new())
                .map(|outcome| (outcome.index, outcome.result))
                .collect();
            assert_eq!(found, [(0, Ok(0)), (1, Ok(1))]);
        },
        None,
    );
}

#[test]
fn cancelled_by_another_thread() {
    check(|| {
        let cancel = Cancel::new();
        let theirs = cancel.clone();
        let other = thread::spawn(move || theirs.cancel());
        let found: Vec<_> = squares(&driver(2, 3), 5, &cancel).collect();
        other.join().unwrap();
        // Each document comes out, in order, done or cancelled.
        assert_eq!(found.len(), 5);
        for (at, outcome) in found.iter().enumerate() {
            let at = at as u64;
            assert_eq!(outcome.index, at);
            assert!(
                matches!(&outcome.result, Ok(square) if *square == at * at)
                    || outcome.result == Err(Failure::Cancelled)
            );
        }
    });
}

#[test]
fn dropped_in_the_middle() {
    check(|| {
        let driver = driver(2, 3);
        let mut run = squares(&driver, 6, &Cancel::new());
        assert_eq!(run.next().unwrap().result, Ok(0));
        drop(run);
        // Threads still work for a consumer that is gone, and the next run is none of theirs.
        assert_eq!(squares(&driver, 3, &Cancel::new()).count(), 3);
    });
}

#[test]
fn a_panic_beside_other_documents() {
    // Shuttle would print the panic of every order.
    std::panic::set_hook(Box::new(|_| {}));
    check(|| {
        let run = driver(2, 3).run(
            11..15u64,
            |_| 1,
            |number| {
                thread::yield_now();
                assert_ne!(number, 13, "thirteen is no good");
                number
            },
            Cancel::new(),
        );
        let found: Vec<_> = run.map(|outcome| outcome.result).collect();
        assert_eq!(found[..2], [Ok(11), Ok(12)]);
        assert!(matches!(&found[2], Err(Failure::Panicked(why)) if why.contains("thirteen")));
        assert_eq!(found[3], Ok(14));
    });
}

#[test]
fn two_consumers_share_a_driver() {
    check(|| {
        let driver = Arc::new(driver(2, 2));
        let theirs = Arc::clone(&driver);
        let other = thread::spawn(move || squares(&theirs, 3, &Cancel::new()).count());
        let ours: Vec<_> = squares(&driver, 3, &Cancel::new())
            .map(|outcome| outcome.result.unwrap())
            .collect();
        assert_eq!(ours, [0, 1, 4]);
        assert_eq!(other.join().unwrap(), 3);
    });
}

#[test]
fn no_more_documents_than_allowed_are_worked_on() {
    check(|| {
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (at_work, highest) = (Arc::clone(&now), Arc::clone(&most));
        let run = driver(4, 2).run(
            0..6u64,
            |_| 1,
            move |number| {
                let now = at_work.fetch_add(1, Ordering::SeqCst) + 1;
                highest.fetch_max(now, Ordering::SeqCst);
                thread::yield_now();
                at_work.fetch_sub(1, Ordering::SeqCst);
                number
            },
            Cancel::new(),
        );
        assert_eq!(run.count(), 6);
        assert!(most.load(Ordering::SeqCst) <= 2);
    });
}

/// One thread, and a consumer that wants to be asked: large documents are worked on beside it.
#[test]
fn large_documents_beside_the_consumer() {
    check(|| {
        let run = driver(1, 2).run(0..3u64, |_| 1 << 20, |number| number, Cancel::new());
        let found: Vec<_> = run
            .on_wait(|| false)
            .map(|outcome| outcome.result.unwrap())
            .collect();
        assert_eq!(found, [0, 1, 2]);
    });
}

/// The checker does find what waits for ever.
#[test]
#[should_panic(expected = "deadlock")]
fn a_deadlock_is_found() {
    let mut config = Config::new();
    config.failure_persistence = shuttle::FailurePersistence::None;
    let scheduler = shuttle::scheduler::RandomScheduler::new(100);
    shuttle::Runner::new(scheduler, config).run(|| {
        let (one, other) = (
            Arc::new(shuttle::sync::Mutex::new(())),
            Arc::new(shuttle::sync::Mutex::new(())),
        );
        let (theirs, ours) = (Arc::clone(&one), Arc::clone(&other));
        thread::spawn(move || {
            let _first = theirs.lock().unwrap();
            let _second = ours.lock().unwrap();
        });
        let _first = other.lock().unwrap();
        let _second = one.lock().unwrap();
    });
}
