//! Dates and amounts of a text, resolved from the day on which it was published.
//!
//! Run it with `cargo run -p copydesk-entities --example dates`, with a day and a text of your own as
//! arguments or without any.
//!
//! ```text
//! 16..28 last Tuesday: DATE 2024-05-14, from 2024-05-14 to before 2024-05-15
//! 32..38 6 p.m.: TIME 2024-05-14T18:00, from 2024-05-14 to before 2024-05-15
//! 51..67 early next month: DATE 2024-06, from 2024-06-01 to before 2024-07-01
//! 114..119 8 May: DATE 2024-05-08, from 2024-05-08 to before 2024-05-09
//! 142..148 a year: DURATION P1Y
//! 89..107 about $2.5 million: MONEY 2500000 USD, approximate
//! 121..124 12%: PERCENT 12 -
//! ```

use std::env;

use copydesk_entities::values;
use copydesk_segment::tokens;

const DAY: &str = "2024-05-17";
const TEXT: &str = "The port closed last Tuesday at 6 p.m. and reopens early next month; the strike has \
    cost about $2.5 million since 8 May, 12% of the income of a year.";

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let (day, text) = match given.split_first() {
        None => (DAY, TEXT.to_owned()),
        Some((day, text)) => (day.as_str(), text.join(" ")),
    };

    let found = values::all(&text, &tokens(&text), Some(day));
    for date in &found.dates {
        let Some(span) = date.place.span() else {
            continue;
        };
        print!(
            "{:?} {}: {} {}",
            span,
            span.of(&text),
            date.kind,
            date.value
        );
        if let Some([first, end]) = &date.interval {
            print!(", from {first} to before {end}");
        }
        println!();
    }
    for amount in &found.amounts {
        let Some(span) = amount.place.span() else {
            continue;
        };
        let unit = amount.unit.as_deref().unwrap_or("-");
        print!(
            "{:?} {}: {} {} {unit}",
            span,
            span.of(&text),
            amount.kind,
            amount.value
        );
        if let Some(modifier) = amount.modifier {
            print!(", {modifier}");
        }
        println!();
    }
}
