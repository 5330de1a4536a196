use super::{
    super::{numbers, ordinals, relative_ordinals},
    tokenize,
};

/// The numbers as `span=value`.
fn check(text: &str, expected: &str) {
    let found: Vec<String> = numbers(text, &tokenize(text))
        .iter()
        .map(|found| {
            let span = found.place.span().expect("a place in the text").of(text);
            format!("{span}={}", found.value)
        })
        .collect();
    assert_eq!(found.join("; "), expected, "in {text:?}");
}

#[test]
fn numbers_in_words() {
    check(
        "three hundred and forty-one of two hundred and two thousand",
        "three hundred and forty-one=341; two hundred and two thousand=202000",
    );
    check("4 thousand 7 hundred", "4 thousand 7 hundred=4700");
    check("3 hundred and 4 hundred", "3 hundred=300; 4 hundred=400");
    check("nought point nought five", "nought point nought five=0.05");
    check("the one, this one and one", "one=1");
    check(
        "half a dozen or quarter million",
        "half a dozen=6; quarter million=250000",
    );
}

#[test]
fn fractions_in_words() {
    check(
        "two hundred forty fifths",
        "two hundred forty fifths=4.444444444444445",
    );
    check(
        "two hundred and forty fifths",
        "two hundred and forty fifths=48",
    );
    check(
        "four billion and a half",
        "four billion and a half=4500000000",
    );
    check("three and one fourth", "three and one fourth=3.25");
    check("one out of four", "one out of four=0.25");
    check("five out of four", "five=5; four=4");
}

#[test]
fn numbers_in_digits() {
    check(
        "-7, 40 000 and 1.5x10^3",
        "-7=-7; 40 000=40000; 1.5x10^3=1500",
    );
    check("7e3 and 2^-1", "7e3=7000; 2^-1=0.5");
    check("21,34,55 and 1,7", "21=21; 34=34; 55=55; 1,7=1.7");
    check(
        "29km, B2B, 1.2b and 10 bln",
        "1.2b=1200000000; 10 bln=10000000000",
    );
    check("$20 in 2020", "20=20; 2020=2020");
}

#[test]
fn positions() {
    let text = "the 2nd, twenty-fifth and two hundredth of one hundred thirty third";
    let found: Vec<f64> = ordinals(text, &tokenize(text))
        .iter()
        .map(|found| found.value)
        .collect();
    assert_eq!(found, [2.0, 25.0, 200.0, 133.0]);
    let text = "the third to last, the next one, the last";
    let found: Vec<String> = relative_ordinals(text, &tokenize(text))
        .iter()
        .map(|(span, position)| format!("{}={position}", span.of(text)))
        .collect();
    assert_eq!(
        found,
        [
            "the third to last=end-2",
            "next one=current+1",
            "last=end+0"
        ]
    );
}
