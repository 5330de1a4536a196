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
    /// How often each place was passed, all of C as one, and the steps of moving bytes.
    places: Vec<u64>,
}

impl Work {
    /// The work done so far.
    fn now() -> Self {
        let (begin, end) = (
            __llvm_profile_begin_counters(),
            __llvm_profile_end_counters(),
        );
        // SAFETY: the linker puts all counters of the program between these two, as whole and
        // aligned numbers of 64 bits; this thread, which alone changes them, does not do so here,
        // except for those of this function, whose values do not matter.
        let counters = unsafe { slice::from_raw_parts(begin, end.offset_from_unsigned(begin)) };
        let mut places = black_box(counters).to_vec();
        places.push(C_PLACES.load(Relaxed));
        places.push(MOVED.load(Relaxed) / BYTES_OF_A_STEP);
        Self { places }
    }

    /// What `code` returns, and the work that it does.
    pub(crate) fn of<T>(code: impl FnOnce() -> T) -> (T, Self) {
        let before = Self::now();
        let value = code();
        let mut work = Self::now();
        for (place, before) in work.places.iter_mut().zip(&before.places) {
            *place -= before;
        }
        (value, work)
    }

    /// All steps.
    pub(crate) fn steps(&self) -> u64 {
        self.places.iter().sum()
    }

    /// The steps at each place, in an order that does not change.
    pub(crate) fn places(&self) -> &[u64] {
        &self.places
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
