//! Work grows in proportion to the input, however hostile it is: each stage reads inputs of 1, 2, 4
//! and 8 MB, and its steps are counted. `cargo xtask limits` builds and runs this.

mod cases;
mod counter;
mod growth;

use std::{env, hint::black_box, process::ExitCode};

use cases::Case;
use counter::Work;
use growth::Row;

/// Runs each so-manieth case: `limits PART OF [BYTES [NAME]]`.
///
/// `BYTES` is the first of the four sizes; `NAME` is part of the names of the cases that are run.
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at)?.parse::<usize>().ok();
    let (part, of) = (number(0).unwrap_or(0), number(1).unwrap_or(1));
    let first = number(2).unwrap_or(1 << 20);
    let wanted = arguments.get(3).map_or("", String::as_str);
    assert!(of_itself(1).too_fast().is_none(), "a loop is no square");
    assert!(of_itself(2).too_fast().is_some(), "a square is not seen");
    let mut sound = true;
    let all = cases::all().into_iter().enumerate();
    for (_, case) in all.filter(|(at, case)| at % of == part && case.name.contains(wanted)) {
        for row in rows(&case, first) {
            println!("{row}");
            if let Some(why) = row.too_fast() {
                eprintln!("too fast: {} of {}: {why}", row.stage, row.input);
                sound = false;
            }
        }
    }
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What each stage did on four sizes of an input, each twice the one before.
fn rows(case: &Case, first: usize) -> Vec<Row> {
    let sizes = [0, 1, 2, 3].map(|doublings| case.run((first << doublings) / case.part));
    let [one, two, four, eight] = sizes;
    let stages = one.into_iter().zip(two).zip(four.into_iter().zip(eight));
    stages
        .map(|((one, two), (four, eight))| Row {
            stage: one.stage,
            input: case.name.clone(),
            size: one.size,
            work: [one.work, two.work, four.work, eight.work],
        })
        .collect()
}

/// A row of work that grows with this power of the size.
fn of_itself(power: u32) -> Row {
    Row {
        stage: "itself",
        input: power.to_string(),
        size: 1 << 9,
        work: [9, 10, 11, 12].map(|digits| {
            let steps = 1_u64 << (digits * power);
            Work::of(|| (0..steps).for_each(|step| _ = black_box(step))).1
        }),
    }
}
