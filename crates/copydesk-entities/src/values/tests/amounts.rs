use super::{super::amounts, tokenize};

/// The amounts as `span=KIND value unit modifier`.
fn check(text: &str, expected: &str) {
    let found: Vec<String> = amounts(text, &tokenize(text))
        .iter()
        .map(|found| {
            let span = found.place.span().expect("a place in the text").of(text);
            let mut line = format!("{span}={} {}", found.kind, found.value);
            if let Some(unit) = &found.unit {
                line = format!("{line} {unit}");
            }
            if let Some(modifier) = found.modifier {
                line = format!("{line} {modifier}");
            }
            line
        })
        .collect();
    assert_eq!(found.join("; "), expected, "in {text:?}");
}

#[test]
fn money() {
    check("$1.5 million", "$1.5 million=MONEY 1500000 USD");
    check(
        "US$2bn and A$300m",
        "US$2bn=MONEY 2000000000 USD; A$300m=MONEY 300000000 AUD",
    );
    check("\u{20AC}300m", "\u{20AC}300m=MONEY 300000000 EUR");
    check("20 million rubles", "20 million rubles=MONEY 20000000 RUB");
    check("\u{A3}5", "\u{A3}5=MONEY 5 GBP");
    check("USD 40", "USD 40=MONEY 40 USD");
    check(
        "more than 200 euros",
        "more than 200 euros=MONEY 200 EUR more_than",
    );
    check(
        "$5-10 million",
        "$5=MONEY 5000000 USD; 10 million=MONEY 10000000 USD",
    );
    check(
        "3 billion South Korean won",
        "3 billion South Korean won=MONEY 3000000000 KRW",
    );
    check("50 Canadian dollars", "50 Canadian dollars=MONEY 50 CAD");
    check("US$ 6 billion", "US$ 6 billion=MONEY 6000000000 USD");
}

#[test]
fn percentages() {
    check("5%", "5%=PERCENT 5");
    check(
        "nearly 12.5 percent",
        "nearly 12.5 percent=PERCENT 12.5 approximate",
    );
    check("ten per cent", "ten per cent=PERCENT 10");
    check(
        "two percentage points",
        "two percentage points=PERCENT 2 percentage points",
    );
    check("5-10%", "5=PERCENT 5; 10%=PERCENT 10");
    check("down -3.2%", "-3.2%=PERCENT -3.2");
}

#[test]
fn measures() {
    check("12 kilometres", "12 kilometres=QUANTITY 12 km");
    check("300MW", "300MW=QUANTITY 300 MW");
    check("40 square miles", "40 square miles=QUANTITY 40 mi2");
    check(
        "20 degrees Celsius",
        "20 degrees Celsius=QUANTITY 20 \u{B0}C",
    );
    check("at 90 km/h", "90 km/h=QUANTITY 90 km/h");
    check("a 5-km run", "5-km=QUANTITY 5 km");
    check("a 19-year-old", "19-year-old=QUANTITY 19 year");
    check(
        "about two tonnes",
        "about two tonnes=QUANTITY 2 t approximate",
    );
    check(
        "three to five miles",
        "three=QUANTITY 3 mi; five miles=QUANTITY 5 mi",
    );
}

#[test]
fn counted_things() {
    check(
        "over 1,000 containers",
        "over 1,000 containers=QUANTITY 1000 containers more_than",
    );
    check("three people", "three people=QUANTITY 3 people");
    check(
        "40 Russian soldiers",
        "40 Russian soldiers=QUANTITY 40 soldiers",
    );
    check(
        "two hundred thousand tents",
        "two hundred thousand tents=QUANTITY 200000 tents",
    );
    check("the two leaders", "two=CARDINAL 2");
    check(
        "up to 30 burnt cars",
        "up to 30 burnt cars=QUANTITY 30 cars at_most",
    );
}

#[test]
fn ordinals_and_bare_numbers() {
    check("his first visit, the 2nd", "first=ORDINAL 1; 2nd=ORDINAL 2");
    check("twenty-one of them", "twenty-one=CARDINAL 21");
    check("2.5 million of them", "2.5 million=CARDINAL 2500000");
    check("the twenty-third of them", "twenty-third=ORDINAL 23");
    check(
        "two dozen, half a million",
        "two dozen=CARDINAL 24; half a million=CARDINAL 500000",
    );
}

#[test]
fn no_amounts() {
    for text in [
        "on September 12, 2023 at 10:30 p.m.",
        "for three days in 2021",
        "COVID-19 and TAG24",
        "the Boeing 737 and the Third Reich",
        "call 555-010-1234",
        "one of them",
        "0012345678901234",
        "first-hand, at first",
    ] {
        check(text, "");
    }
}

#[test]
fn under_a_few_things_is_no_limit() {
    check("printed under two titles", "two titles=QUANTITY 2 titles");
    check(
        "in under two miles",
        "under two miles=QUANTITY 2 mi less_than",
    );
    check(
        "under 40 ships",
        "under 40 ships=QUANTITY 40 ships less_than",
    );
}

#[test]
fn ages_in_expressions_of_time() {
    check(
        "at around eighteen months of age",
        "around eighteen months of age=QUANTITY 18 month approximate",
    );
    check(
        "after ninety five years of age",
        "ninety five years of age=QUANTITY 95 year",
    );
}
