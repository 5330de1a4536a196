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

#[test]
fn fractions_and_signs() {
    check(
        "two thirds of them",
        "two thirds=CARDINAL 0.6666666666666666",
    );
    check("a 1/4 mile oval", "1/4 mile=QUANTITY 0.25 mi");
    check("2 1/2 cups", "2 1/2 cups=QUANTITY 2.5 cup");
    check("\u{BD} teaspoon", "\u{BD} teaspoon=QUANTITY 0.5 tsp");
    check("minus five percent", "minus five percent=PERCENT -5");
    check("on 9/11, 24/7 and 3/4", "");
    check(
        "half a million euros",
        "half a million euros=MONEY 500000 EUR",
    );
    check("a third man", "third=ORDINAL 3");
    check("at .25 percent", ".25 percent=PERCENT 0.25");
}

#[test]
fn coins_and_currencies_without_a_country() {
    check("up 34 cents", "34 cents=MONEY 34 cent");
    check(
        "13 dollars and 45 cents",
        "13 dollars and 45 cents=MONEY 13.45 USD",
    );
    check("15 dollars 50.", "15 dollars 50=MONEY 15.5 USD");
    check(
        "15 dollars 50 times",
        "15 dollars=MONEY 15 USD; 50=CARDINAL 50",
    );
    check("5 million francs", "5 million francs=MONEY 5000000 franc");
    check(
        "5 million Swiss francs",
        "5 million Swiss francs=MONEY 5000000 CHF",
    );
    check(
        "30 MEUR and usd 20",
        "30 MEUR=MONEY 30000000 EUR; usd 20=MONEY 20 USD",
    );
    check(
        "10 \u{20AC} or 5 $",
        "10 \u{20AC}=MONEY 10 EUR; 5 $=MONEY 5 USD",
    );
    check("All 70 of us", "70=CARDINAL 70");
}

#[test]
fn units_and_their_traps() {
    check("at 6pm, 11 pm", "");
    check("to 50,000 in 2020", "50,000=CARDINAL 50000");
    check("5 ft 3 in tall", "5 ft 3 in=QUANTITY 5.25 ft");
    check("190 km2", "190 km2=QUANTITY 190 km2");
    check("turn left 45 degrees", "45 degrees=QUANTITY 45 \u{B0}");
    check("16,000 metric tons", "16,000 metric tons=QUANTITY 16000 t");
    check("10 km per hour", "10 km per hour=QUANTITY 10 km/h");
    check("a Boeing 777F and 13F", "");
    check("at 747 W. Main Street, the Core One L", "747=CARDINAL 747");
    check("a 360-degree view", "360-degree=QUANTITY 360 \u{B0}");
    check("20 [kg]", "20 [kg]=QUANTITY 20 kg");
}

#[test]
fn measures_have_a_dimension_and_a_value_in_si() {
    let one = |text: &str| amounts(text, &tokenize(text)).remove(0);
    let si = |text: &str| {
        let found = one(text);
        let si = found.si.expect("a measure");
        format!(
            "{} {} {}",
            found.dimension.expect("a dimension"),
            si.value,
            si.unit
        )
    };
    assert_eq!(si("12 kilometres"), "length 12000 m");
    assert_eq!(si("24,000 tonnes"), "mass 24000000 kg");
    assert_eq!(si("20 degrees Celsius"), "temperature 293.15 K");
    assert_eq!(si("50 degrees Fahrenheit"), "temperature 283.15 K");
    assert_eq!(si("90 km/h"), "speed 25 m/s");
    assert_eq!(si("40 square miles"), "area 103599524.413 m2");
    let age = one("a 19-year-old");
    assert_eq!(age.dimension, Some(copydesk_core::record::Dimension::Age));
    assert_eq!(age.si, None);
}

#[test]
fn magnitudes_and_ranges() {
    let all = |text: &str| amounts(text, &tokenize(text));
    assert_eq!(all("$2.5 million")[0].magnitude, Some(1e6));
    assert_eq!(all("US$2bn")[0].magnitude, Some(1e9));
    assert_eq!(all("40 ships")[0].magnitude, None);
    let range = all("5-10%");
    assert_eq!(range[0].range, Some([5.0, 10.0]));
    assert_eq!(range[1].range, Some([5.0, 10.0]));
    assert_eq!(all("$5-10 million")[0].range, Some([5e6, 10e6]));
}
