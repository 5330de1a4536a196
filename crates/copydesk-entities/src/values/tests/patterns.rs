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

#[test]
fn phone_numbers_are_told_by_the_words_around_them() {
    check(
        "Our phone number is 31 45 12 99.",
        "phone:31 45 12 99=31451299",
    );
    check("The number 31 45 12 99 and account 31451299", "");
    check(
        "call 0161 555 0147 ext. 12",
        "phone:0161 555 0147 ext. 12=01615550147;ext=12",
    );
    check("0161 555 0147 is not a phone number", "");
    check("fax: 911-67-0060", "");
    check(
        "Phone 555-010-1234 2 times",
        "phone:555-010-1234=5550101234",
    );
}

/// The regions of the phone numbers of a text, `-` for none.
fn regions(text: &str) -> Vec<String> {
    patterns(text)
        .into_iter()
        .filter(|found| found.kind == copydesk_core::record::PatternKind::Phone)
        .map(|found| {
            let region = found.region.unwrap_or_else(|| "-".to_owned());
            format!("{} {region}", found.value)
        })
        .collect()
}

#[test]
fn a_document_gives_its_phone_numbers_a_region() {
    assert_eq!(regions("call 020 7946 0018"), ["02079460018 -"]);
    assert_eq!(
        regions("call 020 7946 0018 or see www.wire.co.uk"),
        ["+442079460018 GB"]
    );
    assert_eq!(
        regions("+49 30 901820, or 030 901820"),
        ["+4930901820 DE", "+4930901820 DE"]
    );
    assert_eq!(regions("+1 (555) 010-9999"), ["+15550109999 -"]);
}

#[test]
fn identifiers() {
    check(
        "id {9F1C2D3E-4A5B-4C6D-8E7F-001122334455} here",
        "guid:{9F1C2D3E-4A5B-4C6D-8E7F-001122334455}=9f1c2d3e-4a5b-4c6d-8e7f-001122334455",
    );
    check(
        "urn:uuid:9f1c2d3e-4a5b-4c6d-8e7f-001122334455",
        "guid:urn:uuid:9f1c2d3e-4a5b-4c6d-8e7f-001122334455=9f1c2d3e-4a5b-4c6d-8e7f-001122334455",
    );
    check("9f1c2d3e-4a5b-4c6d-8e7f-0011223344556", "");
    check(
        "MD5 9f1c2d3e4a5b4c6d8e7f001122334455",
        "hash:9f1c2d3e4a5b4c6d8e7f001122334455",
    );
    let (sha1, sha256) = ("a1b2c3d4".repeat(5), "a1b2c3d4".repeat(8));
    check(
        &format!("{sha1} and {sha256}."),
        &format!("hash:{sha1} hash:{sha256}"),
    );
    check(&"1".repeat(70), "");
}

#[test]
fn bank_accounts_and_books_have_check_digits() {
    check(
        "to GB82 WEST 1234 5698 7654 32 by Monday",
        "iban:GB82 WEST 1234 5698 7654 32=GB82WEST12345698765432",
    );
    check("DE89370400440532013000", "iban:DE89370400440532013000");
    check("GB83 WEST 1234 5698 7654 32", "");
    // The check digits are wrong; the groups are no phone number for that.
    check("to DE88 3704 0044 0532 0130 00 by Monday", "");
    check("IBAN: FR13 2004 1010 0505 0001 3M02 606", "");
    check(
        "ISBN 0-306-40615-2, ISBN-13: 978-3-16-148410-0",
        "isbn:0-306-40615-2=0306406152 isbn:978-3-16-148410-0=9783161484100",
    );
    check("ISBN 0-306-40615-3", "");
}

#[test]
fn coordinates_are_given_in_degrees() {
    check(
        "at 48.8584, 2.2945 in Paris",
        "coordinates:48.8584, 2.2945=48.8584,2.2945",
    );
    check(
        "33\u{B0}51\u{2032}S 151\u{B0}12\u{2032}E",
        "coordinates:33\u{B0}51\u{2032}S 151\u{B0}12\u{2032}E=-33.85,151.2",
    );
    check(
        "40.5\u{B0} N, 74.25\u{B0} W",
        "coordinates:40.5\u{B0} N, 74.25\u{B0} W=40.5,-74.25",
    );
    check("98.8584, 2.2945 and 1.5, 2.5 and 30\u{B0} outside", "");
}

#[test]
fn shares() {
    check(
        "(NASDAQ: GOOG), NYSE:IBM and (LSE: BP.)",
        "ticker:NASDAQ: GOOG=NASDAQ:GOOG ticker:NYSE:IBM ticker:LSE: BP.=LSE:BP",
    );
    check("$GOOG rose, US$5 and $US 5 and $5", "ticker:$GOOG");
    check("NASDAQ: it fell", "");
}

#[test]
fn hashtags_of_several_words() {
    let words = |text: &str| patterns(text).remove(0).words;
    assert_eq!(words("#IceBucket"), ["Ice", "Bucket"]);
    assert_eq!(words("#NATOSummit2024"), ["NATO", "Summit", "2024"]);
    assert_eq!(
        words("#ice_bucket"),
        ["ice", "_bucket"].map(|word| word.trim_matches('_'))
    );
    assert!(words("#Ghana").is_empty());
}

#[test]
fn hosts_of_three_labels_and_addresses_in_brackets() {
    check("see news.example.com.sa today", "url:news.example.com.sa");
    check("visit example.org or call at 7.am", "url:example.org");
    check("http://server and http://362", "");
    check("http://localhost:8080/#/a", "url:http://localhost:8080/#/a");
    check("desk@[192.0.2.17]", "email:desk@[192.0.2.17]");
    check("desk@new_wire.example", "");
    check("Hi@NewsDesk, root@localhost", "handle:@NewsDesk");
    check("08.008.08.08 and ::1", "ip:08.008.08.08=8.8.8.8 ip:::1");
}
