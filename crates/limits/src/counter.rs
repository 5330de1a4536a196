//! How much work a piece of code does, to the step: the same number in every run.
//!
//! Everything that is compiled for this program counts: `-C profile-generate` has the compiler put
//! counters into so many places that no loop can go round without passing one; the compiler of C
//! calls a function in all places. Generic code of the standard library is compiled here, too, and
//! so counted. The part of it that comes compiled, and the C library, are not. What of these takes
//! time in proportion to a length is above all copying, filling and comparing bytes, which the
//! linker sends through functions below.
//!
//! Only one thread may count.

use std::{
    ffi::{c_int, c_void},
    hint::black_box,
    slice,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

/// Bytes that are one step where they are copied, filled or compared: a register of today.
const BYTES_OF_A_STEP: u64 = 16;

/// Places that C code has passed.
static C_PLACES: AtomicU64 = AtomicU64::new(0);

/// Bytes that were copied, filled or compared.
static MOVED: AtomicU64 = AtomicU64::new(0);

unsafe extern "C" {
    safe fn __llvm_profile_begin_counters() -> *const u64;
    safe fn __llvm_profile_end_counters() -> *const u64;
    safe fn __llvm_profile_reset_counters();

    fn __real_memcpy(to: *mut c_void, from: *const c_void, bytes: usize) -> *mut c_void;
    fn __real_memmove(to: *mut c_void, from: *const c_void, bytes: usize) -> *mut c_void;
    fn __real_memset(to: *mut c_void, byte: c_int, bytes: usize) -> *mut c_void;
    fn __real_memcmp(one: *const c_void, other: *const c_void, bytes: usize) -> c_int;
    fn __real_bcmp(one: *const c_void, other: *const c_void, bytes: usize) -> c_int;
}

/// Takes the place of what would write the counters to a file at the end: nobody reads it.
#[unsafe(no_mangle)]
static __llvm_profile_runtime: c_int = 0;

/// What a piece of code did, place by place.
#[derive(Debug)]
pub(crate) struct Work {
    /// The places that were passed, and how often: all of C is one, and moving bytes another.
    places: Vec<(usize, u64)>,
    steps: u64,
}

impl Work {
    /// What `code` returns, and the work that it does.
    pub(crate) fn of<T>(code: impl FnOnce() -> T) -> (T, Self) {
        let others = [&C_PLACES, &MOVED];
        // Which itself moves bytes.
        __llvm_profile_reset_counters();
        for sum in others {
            sum.store(0, Relaxed);
        }
        let value = code();
        let [c_places, moved] = others.map(|sum| sum.load(Relaxed));
        let (begin, end) = (
            __llvm_profile_begin_counters(),
            __llvm_profile_end_counters(),
        );
        // SAFETY: the linker puts all counters of the program between these two, as whole and
        // aligned numbers of 64 bits. This thread, which alone changes them, does so for a few
        // places while they are copied, where a step more or less does not matter.
        let counters = unsafe { slice::from_raw_parts(begin, end.offset_from_unsigned(begin)) };
        let counters = black_box(counters).to_vec();
        let places = counters
            .into_iter()
            .chain([c_places, moved / BYTES_OF_A_STEP]);
        let places: Vec<_> = places.enumerate().filter(|&(_, count)| count > 0).collect();
        let steps = places.iter().map(|&(_, count)| count).sum();
        (value, Self { places, steps })
    }

    /// All steps.
    pub(crate) fn steps(&self) -> u64 {
        self.steps
    }

    /// The steps at a place.
    pub(crate) fn at(&self, place: usize) -> u64 {
        let found = self
            .places
            .binary_search_by_key(&place, |&(place, _)| place);
        found.map_or(0, |at| self.places[at].1)
    }

    /// The places that make so many steps or more.
    pub(crate) fn places(&self, least: f64) -> impl Iterator<Item = (usize, u64)> {
        let places = self.places.iter().copied();
        places.filter(move |&(_, steps)| steps as f64 >= least)
    }
}

/// What C code calls in each place.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    add(&C_PLACES, 1);
}

fn moves(bytes: usize) {
    add(&MOVED, bytes as u64);
}

/// Without what other threads would need.
fn add(sum: &AtomicU64, more: u64) {
    sum.store(sum.load(Relaxed) + more, Relaxed);
}

// SAFETY of all five: they hand on what they are given to the function whose place they take.

#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_memcpy(
    to: *mut c_void,
    from: *const c_void,
    bytes: usize,
) -> *mut c_void {
    moves(bytes);
    unsafe { __real_memcpy(to, from, bytes) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_memmove(
    to: *mut c_void,
    from: *const c_void,
    bytes: usize,
) -> *mut c_void {
    moves(bytes);
    unsafe { __real_memmove(to, from, bytes) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_memset(to: *mut c_void, byte: c_int, bytes: usize) -> *mut c_void {
    moves(bytes);
    unsafe { __real_memset(to, byte, bytes) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_memcmp(
    one: *const c_void,
    other: *const c_void,
    bytes: usize,
) -> c_int {
    moves(bytes);
    unsafe { __real_memcmp(one, other, bytes) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_bcmp(one: *const c_void, other: *const c_void, bytes: usize) -> c_int {
    moves(bytes);
    unsafe { __real_bcmp(one, other, bytes) }
}
