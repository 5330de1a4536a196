use super::super::patterns;

/// The patterns as `kind:span` with `=value` where that differs.
fn check(text: &str, expected: &str) {
    let found: Vec<String> = patterns(text)
        .iter()
        .map(|found| {
            let span = found.place.span().expect("a place in the text").of(text);
            if span == found.value {
                format!("{}:{span}", found.kind)
            } else {
                format!("{}:{span}={}", found.kind, found.value)
            }
        })
        .collect();
    assert_eq!(found.join(" "), expected, "in {text:?}");
}

#[test]
fn addresses() {
    check(
        "see https://example.org/a?b=1#c.",
        "url:https://example.org/a?b=1#c",
    );
    check(
        "(see http://example.org/a_(b)).",
        "url:http://example.org/a_(b)",
    );
    check("www.example.org, and more", "url:www.example.org");
    check("at example.org/page!", "url:example.org/page");
    check("from example.org to mr.smith and end.So it", "");
    check(
        "hxxps://bad[.]example[.]com/x",
        "url:hxxps://bad[.]example[.]com/x=https://bad.example.com/x",
    );
    check(
        "evil[.]example[.]com",
        "url:evil[.]example[.]com=evil.example.com",
    );
    check("[text](https://example.org/x)", "url:https://example.org/x");
    check("mail desk.one@example.org.", "email:desk.one@example.org");
    check("mailto:desk@example.org", "email:desk@example.org");
    check("http:// and https", "");
}

#[test]
fn handles_and_hashtags() {
    check("by @news_desk today", "handle:@news_desk");
    check(
        "#Ghana #2024vote #1 a#b &#39;",
        "hashtag:#Ghana=Ghana hashtag:#2024vote=2024vote",
    );
    check("@desk@example.org", "handle:@desk@example.org");
}

#[test]
fn ip_addresses() {
    check("from 192.0.2.17.", "ip:192.0.2.17");
    check("192[.]0[.]2[.]17", "ip:192[.]0[.]2[.]17=192.0.2.17");
    check("2001:db8::8a2e:1", "ip:2001:db8::8a2e:1");
    check("1.2.3.4.5 and 300.1.1.1 and 10:30:00", "");
}

#[test]
fn phone_numbers() {
    check("+1 (555) 010-9999", "phone:+1 (555) 010-9999=+15550109999");
    check(
        "+44 (0)20 7946 0000",
        "phone:+44 (0)20 7946 0000=+442079460000",
    );
    check("0801 222 3333\nMore", "phone:0801 222 3333=08012223333");
    check("(555) 010-1234", "phone:(555) 010-1234=5550101234");
    check("call 555-010-1234 now", "phone:555-010-1234=5550101234");
    check("Tel: 5550134", "phone:5550134");
    for text in [
        "2023-09-12 and 12.09.2023",
        "1 000 000 people",
        "10,000,000",
        "978-3-16-148410-1 or 0-306-40615-2",
        "from 2014-2015 to 2016-2017",
        "5550134 votes",
        "$555-010-1234",
    ] {
        check(text, "");
    }
}
