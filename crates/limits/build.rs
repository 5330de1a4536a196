//! Sends the calls of the C library that touch as many bytes as they are told through `counter.rs`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // What cargo builds without the counters is not linked against them.
    if std::env::var_os("CARGO_FEATURE_COUNTERS").is_some() {
        for function in ["memcpy", "memmove", "memset", "memcmp", "bcmp"] {
            println!("cargo::rustc-link-arg-bins=-Wl,--wrap={function}");
        }
    }
}
