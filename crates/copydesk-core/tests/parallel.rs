//! The driver: order, bounds, panics, cancelling, progress. Passes with and without the feature
//! `parallel`.

use std::{
    num::NonZeroUsize,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use copydesk_core::{
    RunOptions,
    parallel::{Cancel, Driver, Failure, Progress},
};
use proptest::prelude::*;

fn driver(threads: usize, in_flight: Option<usize>, bytes: u64) -> Driver {
    let mut options = RunOptions::default();
    options.threads = NonZeroUsize::new(threads);
    options.max_in_flight = in_flight.and_then(NonZeroUsize::new);
    options.max_in_flight_bytes = bytes;
    Driver::new(options).expect("the options are fine")
}

/// Work whose time depends on the document, so that threads overtake one another.
fn digest(document: &[u8]) -> u64 {
    let rounds = document
        .first()
        .map_or(1, |&first| u64::from(first) * 50 + 1);
    (0..rounds).fold(document.len() as u64, |sum, round| {
        document
            .iter()
            .fold(sum.rotate_left(3) ^ round, |sum, &byte| {
                sum.wrapping_mul(31) + u64::from(byte)
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn results_do_not_depend_on_the_number_of_threads(
        documents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..60),
        in_flight in 1usize..9,
        bytes in 1u64..200,
    ) {
        let run = |threads| -> Vec<(u64, u64)> {
            driver(threads, Some(in_flight), bytes)
                .run(
                    documents.clone().into_iter(),
                    |document| document.len() as u64,
                    |document| digest(&document),
                    Cancel::new(),
                )
                .map(|outcome| (outcome.index, outcome.result.expect("nothing panics")))
                .collect()
        };
        let one = run(1);
        prop_assert_eq!(one.len(), documents.len());
        prop_assert!(one.iter().enumerate().all(|(at, result)| at as u64 == result.0));
        prop_assert_eq!(&one, &run(2));
        prop_assert_eq!(&one, &run(5));
    }
}

#[test]
fn a_panic_is_the_failure_of_one_document() {
    for threads in [1, 3] {
        let results: Vec<_> = driver(threads, None, 1 << 20)
            .run(
                0..10u64,
                |_| 1,
                |number| {
                    assert!(number != 4, "four is no good");
                    number
                },
                Cancel::new(),
            )
            .map(|outcome| outcome.result)
            .collect();
        assert_eq!(results.len(), 10);
        assert_eq!(results[4], Err(Failure::Panicked("four is no good".into())));
        assert_eq!(results[5], Ok(5));
    }
}

#[test]
fn the_input_is_pulled_only_as_far_as_the_bounds_allow() {
    for (threads, in_flight, bytes, size, most) in [(3, 5, u64::MAX, 1, 6), (3, 50, 25, 10, 4)] {
        let pulled = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&pulled);
        let input = (0..1_000u64).inspect(move |_| {
            seen.fetch_add(1, Ordering::SeqCst);
        });
        let mut run = driver(threads, Some(in_flight), bytes).run(
            input,
            move |_| size,
            |number| number,
            Cancel::new(),
        );
        for taken in 1..=20 {
            assert!(run.next().is_some());
            // What was taken, what is in flight, and one that waits for room.
            assert!(pulled.load(Ordering::SeqCst) <= taken + most);
        }
    }
}

#[test]
fn a_document_larger_than_the_bound_runs_alone() {
    let results: Vec<_> = driver(2, None, 10)
        .run(
            [5u64, 100, 5].into_iter(),
            |&bytes| bytes,
            |bytes| bytes,
            Cancel::new(),
        )
        .map(|outcome| outcome.result)
        .collect();
    assert_eq!(results, [Ok(5), Ok(100), Ok(5)]);
}

#[test]
fn cancelled_documents_come_out_as_cancelled() {
    for threads in [1, 2] {
        let cancel = Cancel::new();
        let mut run =
            driver(threads, None, 1 << 20).run(0..50u64, |_| 1, |number| number, cancel.clone());
        assert_eq!(run.next().map(|outcome| outcome.result), Some(Ok(0)));
        cancel.cancel();
        let rest: Vec<_> = run.map(|outcome| outcome.result).collect();
        assert_eq!(rest.len(), 49, "every document comes out");
        assert_eq!(rest.last(), Some(&Err(Failure::Cancelled)));
    }
}

#[test]
fn progress_is_reported_after_each_document() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let run = driver(2, None, 1 << 20)
        .run(
            [3u64, 4].into_iter(),
            |&bytes| bytes,
            |bytes| assert_eq!(bytes, 3),
            Cancel::new(),
        )
        .on_progress(move |progress| sink.lock().unwrap().push(progress));
    assert_eq!(run.count(), 2);
    let expected = |documents, failures, bytes| {
        let mut progress = Progress::default();
        (progress.documents, progress.failures, progress.bytes) = (documents, failures, bytes);
        progress
    };
    assert_eq!(
        *seen.lock().unwrap(),
        [expected(1, 0, 3), expected(2, 1, 7)]
    );
}

#[test]
fn too_many_threads_are_refused() {
    let mut options = RunOptions::default();
    options.threads = NonZeroUsize::new(1 << 20);
    let error = Driver::new(options).expect_err("no pool is so large");
    assert_eq!(
        error.to_string(),
        "1048576 threads are too many; the largest number is 65535"
    );
}

#[test]
fn the_vocabulary_is_thread_safe() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Driver>();
    check::<copydesk_core::record::Article>();
    check::<copydesk_core::OffsetMap>();
    check::<copydesk_core::Diagnostic>();
    check::<copydesk_core::Error>();
}
