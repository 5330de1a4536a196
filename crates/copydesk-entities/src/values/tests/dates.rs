use copydesk_core::record::{Anchor, TemporalKind};

use super::{super::dates, tokenize};

/// A Thursday.
const REFERENCE: &str = "2023-10-19";

/// The expressions as `span=value`, with `~MODIFIER` and the type where it is not DATE.
fn found(text: &str, reference: Option<&str>) -> String {
    let found: Vec<String> = dates(text, &tokenize(text), reference)
        .iter()
        .map(|found| {
            let span = found.place.span().expect("a place in the text").of(text);
            let modifier = found
                .modifier
                .as_ref()
                .map_or_else(String::new, |modifier| format!("~{modifier}"));
            let kind = match found.kind {
                TemporalKind::Date => "",
                TemporalKind::Time => "@",
                TemporalKind::Duration => "+",
                _ => "*",
            };
            format!("{kind}{span}={}{modifier}", found.value)
        })
        .collect();
    found.join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(found(text, Some(REFERENCE)), expected, "in {text:?}");
}

#[test]
fn full_dates() {
    check(
        "It opened on September 12, 2023.",
        "September 12, 2023=2023-09-12",
    );
    check(
        "It opened on 12 September 2023.",
        "12 September 2023=2023-09-12",
    );
    check("on Sept. 13 in Oslo", "Sept. 13=2023-09-13");
    check(
        "on the 3rd of May 2021, he",
        "the 3rd of May 2021=2021-05-03",
    );
    check("Friday, 12 May 2023", "Friday, 12 May 2023=2023-05-12");
    check("on Tuesday, March 7th", "Tuesday, March 7th=2023-03-07");
    check(
        "dated 2023-09-12 and 12/25/2022",
        "2023-09-12=2023-09-12; 12/25/2022=2022-12-25",
    );
    check(
        "on 25/12/2022 or 25.12.2022",
        "25/12/2022=2022-12-25; 25.12.2022=2022-12-25",
    );
    check(
        "at 2023-09-12T10:30:00Z sharp",
        "@2023-09-12T10:30:00Z=2023-09-12T10:30:00Z",
    );
    check(
        "in September 2020 and May, 2019",
        "September 2020=2020-09; May, 2019=2019-05",
    );
}

#[test]
fn months_and_days_without_a_year() {
    check("They met on January 5.", "January 5=2023-01-05");
    check("It will open on January 5.", "January 5=2024-01-05");
    check("Sales fell in December.", "December=2022-12");
    check(
        "between September and October",
        "September=2023-09; October=2023-10",
    );
    check("from March to May", "March=2023-03; May=2023-05");
    check("It may march on; Theresa May said", "");
    check("in March and in May", "March=2023-03; May=2023-05");
    check("In September 12 people died", "September=2023-09");
    check(
        "from September 13\u{2013}15",
        "September 13=2023-09-13; 15=2023-09-15",
    );
    check(
        "on 3 and 4 June 2022",
        "3=2022-06-03; 4 June 2022=2022-06-04",
    );
    check("April Stone and August Berg sang", "");
    check(
        "mid-July, mid-May",
        "mid-July=2023-07~MID; mid-May=2023-05~MID",
    );
    check(
        "Turnout in late September rose",
        "late September=2023-09~END",
    );
}

#[test]
fn nothing_is_resolved_without_a_reference() {
    let unresolved = |text, expected| assert_eq!(found(text, None), expected);
    unresolved("On September 13", "September 13=XXXX-09-13");
    unresolved("on Friday", "Friday=XXXX-WXX-5");
    unresolved("this week", "this week=XXXX-WXX");
    unresolved("last month", "last month=XXXX-XX");
    unresolved("in May 2020", "May 2020=2020-05");
    unresolved("at 10:30 p.m.", "@10:30 p.m.=XXXX-XX-XXT22:30");
}

#[test]
fn years_decades_and_centuries() {
    check(
        "in 2021, since 2014 and from 1996 to 1998",
        "2021=2021; 2014=2014; 1996=1996; 1998=1998",
    );
    check("the 1990s and the '80s", "the 1990s=199; the '80s=198");
    check("in the 19th century", "the 19th century=18");
    check("a 21st-century idea", "21st-century=20");
    check(
        "early 2024 and by the end of 2022",
        "early 2024=2024~START; the end of 2022=2022~END",
    );
    check("The 2008 games were held", "2008=2008");
    check("the summer of 1914", "the summer of 1914=1914-SU");
    check("the 1854\u{2013}1856 war", "1854=1854; 1856=1856");
    check("in 44 BC and AD 79", "44 BC=BC0044; AD 79=0079");
}

#[test]
fn numbers_are_no_dates() {
    for text in [
        "1,998 people and 2014 containers",
        "the Boeing 2000 and Agenda 2030",
        "COVID-19 and TAG24 and Soviet-era trucks",
        "more than 2000 men",
        "It cost $2015 or 2016 euros.",
        "version 2.0.13 of page 1984",
        "the year 99999999999",
        "a score of 3-2 or 12/5",
        "24 hours news",
        "a man aged 20 of flat 19",
        "three-quarters of 2014 tons",
        "on the 5th floor, in the 3rd row",
        "the 17-19 defeat and the 15-17 vote",
        "in his 30s",
    ] {
        check(text, "");
    }
}

#[test]
fn days_that_lean_on_the_reference() {
    check(
        "today, yesterday and tomorrow",
        "today=2023-10-19; yesterday=2023-10-18; tomorrow=2023-10-20",
    );
    check("He left on Friday.", "Friday=2023-10-13");
    check("He will leave on Friday.", "Friday=2023-10-20");
    check("They said Thursday it closed", "Thursday=2023-10-19");
    check("It said on Tuesday that it will sell", "Tuesday=2023-10-17");
    check(
        "last Friday, next Thursday",
        "last Friday=2023-10-13; next Thursday=2023-10-26",
    );
    check("Monday last week", "Monday last week=2023-10-09");
    check(
        "this week, last month, next year",
        "this week=2023-W42; last month=2023-09; next year=2024",
    );
    check(
        "last May and next December",
        "last May=2023-05; next December=2023-12",
    );
    check("later this month", "later this month=2023-10~END");
    check("earlier this week", "earlier this week=2023-W42~START");
    check("the end of last year", "the end of last year=2022~END");
    check("this weekend", "this weekend=2023-W42-WE");
    check("as told to TODAY. Russia Today wrote", "");
    check(
        "last summer and next winter",
        "last summer=2023-SU; next winter=2023-WI",
    );
}

#[test]
fn times() {
    check(
        "at 10:30 p.m. on Monday",
        "@10:30 p.m.=2023-10-16T22:30; Monday=2023-10-16",
    );
    check(
        "On Tuesday at 18:00 UTC",
        "Tuesday=2023-10-17; @18:00 UTC=2023-10-17T18:00Z",
    );
    check("at 8am GMT", "@8am GMT=2023-10-19T08:00Z");
    check("on Tuesday morning", "@Tuesday morning=2023-10-17TMO");
    check(
        "last night and tonight",
        "@last night=2023-10-18TNI; @tonight=2023-10-19TNI",
    );
    check("before noon", "@noon=2023-10-19T12:00");
    check("16:00 UTC today", "@16:00 UTC today=2023-10-19T16:00Z");
    check("a ratio of 10:3 in John 3:16b", "");
}

#[test]
fn lengths_and_what_they_lead_to() {
    check("for six months", "+six months=P6M");
    check(
        "a two-year plan of three days",
        "+two-year=P2Y; +three days=P3D",
    );
    check(
        "almost two and a half years",
        "+almost two and a half years=P2.5Y~APPROX",
    );
    check("a decade", "+a decade=P1DE");
    check("over the next four years", "+the next four years=P4Y");
    check("several weeks", "+several weeks=PXW");
    check("60 to 90 days", "+60=P60D; +90 days=P90D");
    check("three weeks ago", "three weeks ago=2023-W39");
    check("two years ago", "two years ago=2021");
    check(
        "It fell on May 5, 2021. Two days later it rose.",
        "May 5, 2021=2021-05-05; Two days later=2021-05-07",
    );
    check("a day after the vote", "+a day=P1D");
    check("decades ago", "decades ago=PAST_REF");
    check("for years", "+years=PXY");
}

#[test]
fn sets() {
    check(
        "every week and every two years",
        "*every week=P1W; *every two years=P2Y",
    );
    check("every Monday", "*every Monday=XXXX-WXX-1");
    check("15 a year", "*a year=P1Y");
    check("It meets annually.", "*annually=P1Y");
    check("the Daily Record", "");
}

#[test]
fn vague_times() {
    check(
        "Recent reports in recent years",
        "Recent=PAST_REF; recent years=PAST_REF",
    );
    check("in the coming weeks", "the coming weeks=FUTURE_REF");
    check(
        "It is currently shut; soon it opens.",
        "currently=PRESENT_REF; soon=FUTURE_REF",
    );
    check(
        "in the past, in the near future",
        "the past=PAST_REF; the near future=FUTURE_REF",
    );
    check("the now-defunct line", "");
}

#[test]
fn quarters_seasons_and_feasts() {
    check("in Q3 2023", "Q3 2023=2023-Q3");
    check(
        "the third quarter of last year",
        "the third quarter of last year=2022-Q3",
    );
    check("fourth-quarter results", "fourth-quarter=2023-Q4");
    check("the first half of 2022", "the first half of 2022=2022-H1");
    check("the last week of March", "the last week of March=2023-W13");
    check("in the summer", "the summer=2023-SU");
    check("the fall of the wall at the Summer Olympics", "");
    check("on Christmas Eve", "Christmas Eve=2023-12-24");
    check("Easter 2024", "Easter 2024=2024-03-31");
}

#[test]
fn an_interval_ends_on_the_day_after() {
    let text = "In December 2022 and on 31 December 2022";
    let found = dates(text, &tokenize(text), None);
    let intervals: Vec<_> = found
        .iter()
        .filter_map(|found| found.interval.as_ref())
        .collect();
    assert_eq!(
        intervals[0],
        &["2022-12-01".to_owned(), "2023-01-01".to_owned()]
    );
    assert_eq!(
        intervals[1],
        &["2022-12-31".to_owned(), "2023-01-01".to_owned()]
    );
}

#[test]
fn what_is_to_come_lies_ahead() {
    for text in [
        "The two are expected to sign an agreement on grain exports from the southern ports, long delayed by the proposed tariff, on Wednesday.",
        "They will, after a much-debated vote in the upper house, meet on Wednesday.",
        "The report is due on Wednesday.",
        "She is set to leave on Wednesday.",
        "He plans to leave on Wednesday.",
        "A vote scheduled for Wednesday.",
        "They agreed to report by Wednesday.",
    ] {
        check(text, "Wednesday=2023-10-25");
    }
    check(
        "They signed the agreement on Wednesday.",
        "Wednesday=2023-10-18",
    );
    check(
        "They failed to report by Wednesday.",
        "Wednesday=2023-10-18",
    );
    assert_eq!(
        found(
            "A panel was asked to report before the end of March.",
            Some("2024-10-15")
        ),
        "the end of March=2025-03~END"
    );
}

#[test]
fn ages_are_lengths() {
    check(
        "The 19-year-old and a woman who was 30 years old",
        "+19-year-old=P19Y; +30 years old=P30Y",
    );
}

#[test]
fn weekends_and_days_next_to_others() {
    check("Rain fell over the weekend.", "the weekend=2023-W41-WE");
    check(
        "Rain will fall over the weekend.",
        "the weekend=2023-W42-WE",
    );
    check(
        "He came the day before yesterday and leaves the day after tomorrow.",
        "the day before yesterday=2023-10-17; the day after tomorrow=2023-10-21",
    );
    check(
        "It closed on May 3, 2020. The day before, it rained; the following morning, too.",
        "May 3, 2020=2020-05-03; The day before=2020-05-02; \
         @the following morning=2020-05-03TMO",
    );
    check(
        "In May 2020 it grew, and in October of that year it fell.",
        "May 2020=2020-05; October of that year=2020-10",
    );
    check(
        "It met from 5 June-12 June 2020 and on the 14th, it left.",
        "5 June=2023-06-05; 12 June 2020=2020-06-12; the 14th=2020-06-14",
    );
}

#[test]
fn years_of_account() {
    check(
        "in fiscal 2021 and the third quarter of fiscal 2022",
        "fiscal 2021=2021; the third quarter of fiscal 2022=2022-Q3",
    );
    check(
        "Sales rose in May 2022 from the same month a year earlier.",
        "May 2022=2022-05; the same month a year earlier=2021-05",
    );
    check(
        "In the third quarter of 2022 it earned more than in the year-earlier period.",
        "the third quarter of 2022=2022-Q3; the year-earlier period=2021-Q3",
    );
    check(
        "by year-end or at month\u{2019}s end, for the entire year",
        "year-end=2023~END; month\u{2019}s end=2023-10~END; the entire year=2023",
    );
    check(
        "from 1915-17 and 1988\u{2013}92",
        "1915=1915; 17=1917; 1988=1988; 92=1992",
    );
}

#[test]
fn lengths_of_many_forms() {
    check(
        "half an hour, half a century, a year and a half",
        "+half an hour=PT30M; +half a century=P50Y; +a year and a half=P1.5Y",
    );
    check(
        "the nine months, the first six weeks, the two-year deal",
        "+the nine months=P9M; +the first six weeks=P6W; +two-year=P2Y",
    );
    check(
        "a week-long strike and a yearlong study, three hours later",
        "+week-long=P1W; +yearlong=P1Y; @three hours later=2023-10-19TXX",
    );
}

#[test]
fn feasts() {
    check(
        "on Memorial Day, Labor Day and New Year\u{2019}s Eve",
        "Memorial Day=2023-05-29; Labor Day=2023-09-04; New Year\u{2019}s Eve=2023-12-31",
    );
    check(
        "on the Fourth of July and Martin Luther King Jr. walked",
        "the Fourth of July=2023-07-04",
    );
    check("the Christmas Island ferry sailed", "");
}

#[test]
fn times_and_zones() {
    check(
        "at 0930 GMT, 8 o\u{2019}clock, 6:40 p.m. (GMT +8)",
        "@0930 GMT=2023-10-19T09:30Z; @8 o\u{2019}clock=2023-10-19T08:00; \
         @6:40 p.m. (GMT +8)=2023-10-19T18:40+08:00",
    );
    check(
        "on the night of May 3, 2020, at 10 a.m. Monday",
        "@the night of May 3, 2020=2020-05-03TNI; @10 a.m. Monday=2023-10-16T10:00",
    );
    check(
        "stamped 2020-03-04 07:32:00 and 02-13-98",
        "@2020-03-04 07:32:00=2020-03-04T07:32:00; 02-13-98=1998-02-13",
    );
}

#[test]
fn soon_is_no_future_in_a_story() {
    check("It will open very soon.", "very soon=FUTURE_REF");
    check("The crowd soon became restless.", "");
    check(
        "long ago, these days, in the short term",
        "long ago=PAST_REF; these days=PRESENT_REF; the short term=FUTURE_REF",
    );
    check(
        "the current head of the river current",
        "current=PRESENT_REF",
    );
}

#[test]
fn a_story_of_the_past_keeps_its_year() {
    check(
        "In 1912 it began. In 1913 it grew. In May 1914 it burnt. It was built again in 1915. On \
         June 3 it opened. The next year it closed, in March 1917 for good.",
        "1912=1912; 1913=1913; May 1914=1914-05; 1915=1915; June 3=1915-06-03; \
         The next year=1916; March 1917=1917-03",
    );
    check(
        "It was founded in 1912. On June 3 it opened.",
        "1912=1912; June 3=2023-06-03",
    );
}

#[test]
fn other_dates_of_a_text_decide_the_order_of_day_and_month() {
    check("on 5/6/2022", "5/6/2022=2022-05-06");
    check(
        "on 5/6/2022 and 25/6/2022",
        "5/6/2022=2022-06-05; 25/6/2022=2022-06-25",
    );
    check(
        "on 5.6.2022 and 6.25.2022",
        "5.6.2022=2022-05-06; 6.25.2022=2022-06-25",
    );
}

#[test]
fn readings_that_nothing_decides_are_kept() {
    let readings = |text: &str| -> Vec<(String, f32)> {
        let found = dates(text, &tokenize(text), Some(REFERENCE)).remove(0);
        let others = found.alternatives.into_iter();
        others
            .map(|other| (other.value, other.confidence))
            .collect()
    };
    assert_eq!(readings("on 5/6/2022"), [("2022-06-05".to_owned(), 0.4)]);
    assert_eq!(readings("on 25/6/2022"), []);
    assert_eq!(
        readings("a vote on Friday"),
        [("2023-10-20".to_owned(), 0.2)]
    );
    assert_eq!(readings("they will vote on Friday"), []);
    assert_eq!(readings("the April vote"), [("2024-04".to_owned(), 0.15)]);
    assert_eq!(readings("the December vote"), []);
}

#[test]
fn what_a_value_was_counted_from() {
    let text = "On May 3, 2020, it fell; a week later, it rose; it fell last week.";
    let anchors: Vec<_> = dates(text, &tokenize(text), Some(REFERENCE))
        .iter()
        .map(|found| found.anchor)
        .collect();
    assert_eq!(
        anchors,
        [None, Some(Anchor::Mentioned), Some(Anchor::Reference)]
    );
}

#[test]
fn words_of_time_that_date_nothing() {
    for text in [
        "Now, add the flour. Keep it up to date. Click Buy Now.",
        "At the same time, a night cream and winter workouts sell.",
        "a first-half goal, for the year-round park",
    ] {
        check(text, "");
    }
}

#[test]
fn the_quarter_of_a_year_that_stands_before_it() {
    check(
        "in last year\u{2019}s third quarter and 2021's first quarter",
        "last year\u{2019}s third quarter=2022-Q3; 2021's first quarter=2021-Q1",
    );
    check(
        "First-half profit rose. For the year, it fell.",
        "First-half=2023-H1; the year=2023",
    );
}

#[test]
fn letters_and_digits_of_other_things() {
    check("the H1N1 virus, the Q400 plane, USA TODAY said", "");
    check("profit in Q3 and H1 2012", "Q3=2023-Q3; H1 2012=2012-H1");
    check(
        "in \u{2019}98, in 2008/2009 and the week before last",
        "\u{2019}98=1998; 2008=2008; 2009=2009; the week before last=2023-W40",
    );
    check(
        "a century-old house of decades-old fame in the month of May",
        "+century-old=P1CE; +decades-old=PXDE; May=2023-05",
    );
    check(
        "for the quarter ended Sept. 30, in the latest week",
        "the quarter=2023-Q4; Sept. 30=2023-09-30; the latest week=2023-W41",
    );
}

#[test]
fn what_has_ended_is_not_ahead() {
    check(
        "for the three months ended October 31",
        "+the three months=P3M; October 31=2022-10-31",
    );
    check(
        "The ruling came hours after the vote; at the moment, he waits.",
        "+hours=PTXH; the moment=PRESENT_REF",
    );
}
