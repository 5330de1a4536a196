use proptest::prelude::*;

use super::*;

/// Sentences of invented words, others for each seed; every fifth word is a name.
fn story(seed: u64, words: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ko", "du", "li", "ne", "mar", "so", "ti", "ra", "ven", "pol", "gri", "sta", "hum",
        "el", "oc",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize
    };
    let mut text = String::new();
    for at in 0..words {
        let word: String = (0..2 + next() % 2)
            .map(|_| SYLLABLES[next() % SYLLABLES.len()])
            .collect();
        if at > 0 {
            text.push_str(if at % 12 == 0 { ". " } else { " " });
        }
        if at % 5 == 0 {
            text.push_str(&word[..1].to_uppercase());
            text.push_str(&word[1..]);
        } else {
            text.push_str(&word);
        }
    }
    text + "."
}

/// So many words of a text, from one on.
fn part(text: &str, from: usize, count: usize) -> String {
    let words: Vec<&str> = text.split(' ').skip(from).take(count).collect();
    words.join(" ")
}

/// Adds texts a day apart.
fn added(texts: &[&str]) -> Duplicates {
    let mut duplicates = Duplicates::default();
    for (at, text) in texts.iter().enumerate() {
        let day = format!("2024-05-{:02}", at + 1);
        duplicates.add_text(&format!("d{at}"), Some(&day), "", text);
    }
    duplicates
}

/// What the later of two texts is beside the earlier one.
#[track_caller]
fn check(earlier: &str, later: &str, kind: Option<DuplicateKind>) {
    let rows = added(&[earlier, later]).rows();
    assert_eq!(rows[1].dup_kind, kind, "{rows:?}");
    assert_eq!(rows[1].dup_of, kind.map(|_| 0));
    assert_eq!(rows[0].dup_kind, None);
}

#[test]
fn case_marks_and_breaks_do_not_count() {
    let text = "\"The port of Tema,\" she said, \"is open - at last.\" Ships came at 8:15, carrying 1,200 \
                tons of grain from Odesa to the silos.";
    let other = "\u{201c}THE PORT OF TEMA\u{201d}, SHE SAID:\n\u{2018}IS OPEN \u{2014} AT LAST\u{2019}. \
                 SHIPS CAME AT 8.15 CARRYING 1200 TONS OF GRAIN\nFROM ODE\u{ad}SA TO THE \u{ff33}ilos";
    // `8:15` is two words, `8.15` one.
    check(
        text,
        &other.replace("8.15", "8:15"),
        Some(DuplicateKind::Exact),
    );
    check(text, text, Some(DuplicateKind::Exact));
}

#[test]
fn copies_are_of_a_kind() {
    let text = story(1, 300);
    check(&text, &part(&text, 0, 150), Some(DuplicateKind::Excerpt));
    let quoting = format!(
        "{}\n\n{}\n\n{}",
        story(2, 60),
        part(&text, 90, 100),
        story(3, 40)
    );
    check(&text, &quoting, Some(DuplicateKind::Excerpt));
    let longer = format!("{}\n\n{text}\n\n{}", story(4, 150), story(5, 200));
    check(&text, &longer, Some(DuplicateKind::Embedded));
    check(&longer, &text, Some(DuplicateKind::Excerpt));
    let credited = format!("ACCRA, May 3 (Northern News) - {text}\n\n(Reporting by Ann Lee)");
    check(&text, &credited, Some(DuplicateKind::Syndicated));
    let furnished =
        format!("Share this story\n\n{text}\n\nsign up for our letter of the morning now");
    check(&text, &furnished, Some(DuplicateKind::Near));
    let swapped = format!("{} {}", part(&text, 150, 150), part(&text, 0, 150));
    check(&text, &swapped, Some(DuplicateKind::Near));
    let reworded: Vec<String> = (text.split(' ').enumerate())
        .map(|(at, word)| {
            if at % 11 == 7 {
                "otherwise".to_owned()
            } else {
                word.to_owned()
            }
        })
        .collect();
    check(&text, &reworded.join(" "), Some(DuplicateKind::Near));
    check(&text, &story(6, 300), None);
}

#[test]
fn a_brief_is_found_in_a_long_text() {
    let brief = story(1, 60);
    let long = format!("{}\n\n{brief}\n\n{}", story(2, 200), story(3, 300));
    check(&brief, &long, Some(DuplicateKind::Embedded));
}

#[test]
fn quotes_and_lines_of_a_site_make_no_copies() {
    let quote = story(9, 25);
    let [one, other] = [1, 2].map(|seed| format!("{} \u{201c}{quote}\u{201d}", story(seed, 200)));
    check(&one, &other, None);
    let below = story(9, 60);
    let [one, other] = [1, 2].map(|seed| format!("{}\n\n{below}", story(seed, 70)));
    check(&one, &other, None);
}

#[test]
fn reports_from_a_template_are_no_copies() {
    let report = |town: &str, numbers: [u32; 6]| {
        let [low, high, wind, night, risk, hours] = numbers;
        format!(
            "The weather in {town}: rain in the morning, with temperatures between {low} and {high} degrees. \
             Winds from the west reach {wind} kilometres an hour. The night will bring clouds and lows of {night} \
             degrees. The risk of rain is {risk} percent. The service in {town} updates its forecast every \
             {hours} hours."
        )
    };
    let one = report("Tema", [12, 24, 40, 9, 75, 6]);
    check(&one, &report("Odesa", [3, 17, 25, 1, 40, 8]), None);
    check(
        &one,
        &report("Tema", [12, 24, 40, 9, 75, 6]),
        Some(DuplicateKind::Exact),
    );
}

#[test]
fn scripts_without_spaces_are_read_by_characters() {
    let text: String = (0..200u32)
        .filter_map(|at| char::from_u32(0x4e00 + at * at * 7 % 5_000))
        .collect();
    let shorter: String = text.chars().take(120).collect();
    check(&text, &shorter, Some(DuplicateKind::Excerpt));
    let other: String = text.chars().rev().collect();
    check(&text, &other, None);
}

#[test]
fn bodies_that_were_not_read_need_the_same_title() {
    let mut duplicates = Duplicates::default();
    for title in [
        "Port opens again",
        "Dam breaks in the north",
        "Port opens again",
    ] {
        duplicates.add_text("a", None, title, "Subscribe to read on.");
    }
    duplicates.add_text("b", None, "", "");
    duplicates.add_text("b", None, "", "");
    let rows = duplicates.rows();
    assert_eq!(rows[2].dup_kind, Some(DuplicateKind::Exact));
    assert!(rows[1].dup_group.is_none() && rows[3].dup_group.is_none());
}

#[test]
fn the_first_to_be_published_is_the_original() {
    let text = story(1, 100);
    let mut duplicates = Duplicates::default();
    for published in [
        Some("2024-05-03"),
        None,
        Some("2024-05-03T09:00:00+03:00"),
        Some("2024-05-03T08:00:00Z"),
    ] {
        duplicates.add_text("a", published, "", &text);
    }
    let rows = duplicates.rows();
    assert!(rows[2].dup_of.is_none());
    assert!([0, 1, 3].iter().all(|&at| rows[at].dup_of == Some(2)));
    assert_eq!(
        duplicates.groups(),
        [DuplicateGroup {
            original: 2,
            copies: vec![0, 1, 3]
        }]
    );
}

#[test]
fn times_are_minutes() {
    assert_eq!(minutes("1970-01-01T00:00:00Z"), Some(0));
    assert_eq!(minutes("1970-01-01"), Some(DAY - 1));
    assert_eq!(minutes("1970-01-02T01:30:00+01:30"), Some(DAY));
    assert_eq!(minutes("1970-01-01 23:30-0100"), Some(DAY + 30));
    assert_eq!(minutes("1970-01-01Tomorrow"), Some(DAY - 1));
    assert_eq!(minutes("yesterday"), None);
    assert_eq!(minutes("9999-12-31T\u{e9}\u{e9}"), minutes("9999-12-31"));
}

#[test]
fn a_digest_does_not_join_its_stories() {
    let (one, other) = (story(1, 200), story(2, 260));
    let digest = format!("{one}\n\n{other}");
    let rows = added(&[&one, &other, &digest]).rows();
    assert_eq!(rows[2].dup_kind, Some(DuplicateKind::Embedded));
    assert_ne!(rows[0].dup_group, rows[1].dup_group);
}

#[test]
fn groups_that_a_later_document_joins_have_one_original() {
    // The third one has most of both.
    let text = story(1, 300);
    let one = part(&text, 0, 180);
    let other = part(&text, 130, 170);
    let rows = added(&[&one, &other, &text]).rows();
    assert!(rows.iter().all(|row| row.dup_group == Some(0)), "{rows:?}");
    assert_eq!(rows[1].dup_of, Some(0));
    assert_eq!(rows[2].dup_of, Some(0));
    let texts = mixed();
    let mut duplicates = Duplicates::default();
    for (day, text) in &texts {
        duplicates.add_text("a", Some(day), "", text);
    }
    let rows = duplicates.rows();
    for group in groups(&rows) {
        assert!(rows[group.original as usize].dup_of.is_none());
        for copy in group.copies {
            assert_eq!(rows[copy as usize].dup_of, Some(group.original));
        }
    }
}

#[test]
fn documents_far_apart_are_not_compared() {
    let text = story(1, 200);
    let cut = part(&text, 0, 120);
    let options = DuplicateOptions { days: Some(7) };
    let mut duplicates = Duplicates::new(options);
    for (day, text) in [("01", &text), ("08", &cut), ("14", &text), ("25", &text)] {
        duplicates.add_text(day, Some(&format!("2024-05-{day}")), "", text);
    }
    let rows = duplicates.rows();
    let groups: Vec<_> = rows.iter().map(|row| row.dup_group).collect();
    assert_eq!(groups, [Some(0), Some(0), Some(0), None]);
    // The third one is in the group for the second one, and says the same as the first one.
    assert_eq!(rows[2].dup_of, Some(0));
    assert_eq!(rows[2].dup_kind, Some(DuplicateKind::Exact));
}

#[test]
fn one_without_a_date_is_compared_with_all() {
    let text = story(6, 130);
    // Short enough to have all hashes of the text.
    let digest = format!("{text} {}", story(7, 180));
    let edited = text.replacen("ba", "bu", 1);
    let mut documents = vec![
        (Some("2024-05-01"), text),
        (Some("2024-05-20"), digest),
        (None, edited),
    ];
    for _ in 0..3 {
        documents.rotate_left(1);
        let mut duplicates = Duplicates::new(DuplicateOptions { days: Some(1) });
        for (day, text) in &documents {
            duplicates.add_text(day.unwrap_or_default(), *day, "", text);
        }
        let rows = duplicates.rows();
        let of = |id: &str| rows.iter().find(|row| row.id == id).unwrap();
        assert_eq!(of("").dup_of, Some(of("2024-05-01").article), "{rows:?}");
        assert_eq!(of("").dup_kind, Some(DuplicateKind::Near));
    }
}

#[test]
fn days_are_of_the_calendar() {
    let text = story(5, 100);
    let other = text.replacen("ba", "bu", 1);
    for later in [&text, &other] {
        let copies = |days: u32, one: &str, two: &str| {
            let mut duplicates = Duplicates::new(DuplicateOptions { days: Some(days) });
            duplicates.add_text("a", Some(one), "", &text);
            duplicates.add_text("b", Some(two), "", later);
            duplicates.groups().len()
        };
        assert_eq!(copies(0, "2024-05-01T00:10:00Z", "2024-05-01"), 1);
        assert_eq!(copies(0, "2024-05-01T23:50:00Z", "2024-05-02T00:10:00Z"), 0);
        assert_eq!(copies(1, "2024-05-01T00:10:00Z", "2024-05-02"), 1);
        assert_eq!(copies(1, "2024-05-01T23:50:00Z", "2024-05-03T00:10:00Z"), 0);
        assert_eq!(copies(0, "1969-12-31T00:10:00Z", "1969-12-31"), 1);
    }
}

#[test]
fn groups_that_go_on_are_not_forgotten() {
    let (one, other) = (story(1, 200), story(2, 200));
    let mut duplicates = Duplicates::default();
    for (day, text) in [("01", &one), ("01", &other), ("09", &one)] {
        duplicates.add_text(day, Some(&format!("2024-05-{day}")), "", text);
    }
    assert_eq!(duplicates.forget_before("not a day"), 0);
    assert_eq!(duplicates.forget_before("2024-05-05"), 1);
    assert_eq!(duplicates.rows()[1].dup_of, Some(0));
    assert_eq!(duplicates.forget_before("2024-06-05"), 2);
    assert!(duplicates.is_empty());
}

/// Stories, copies and templates.
fn mixed() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for seed in 0..40 {
        let text = story(seed, 80 + seed as usize * 7);
        let quoting = format!("{} {}", story(seed + 100, 80), part(&text, 10, 60));
        let furnished = format!("{text} {}", story(seed + 200, 12));
        for (at, text) in [part(&text, 5, 70), quoting, furnished, text.clone(), text]
            .into_iter()
            .enumerate()
        {
            texts.push((
                format!("2024-05-{:02}", 1 + (seed as usize * 3 + at) % 28),
                text,
            ));
        }
    }
    texts
}

/// What is said of each document: group, id of the original, kind and score.
type Said = (
    Option<u32>,
    Option<String>,
    Option<DuplicateKind>,
    Option<f32>,
);

/// The same by the id of the document.
fn said(duplicates: &Duplicates) -> Vec<(String, Said)> {
    let rows = duplicates.rows();
    let mut said: Vec<_> = (rows.iter())
        .map(|row| {
            let original = row.dup_of.map(|at| rows[at as usize].id.clone());
            let said = (row.dup_group, original, row.dup_kind, row.score);
            (row.id.clone(), said)
        })
        .collect();
    said.sort_by(|a, b| a.0.cmp(&b.0));
    said
}

#[test]
fn neither_order_nor_parts_change_the_result() {
    let texts = mixed();
    let add = |duplicates: &mut Duplicates, at: usize| {
        let (day, text) = &texts[at];
        duplicates.add_text(&format!("{at:03}"), Some(day), "", text);
    };
    let mut whole = Duplicates::default();
    (0..texts.len()).for_each(|at| add(&mut whole, at));
    let expected = said(&whole);
    assert!(expected.iter().filter(|row| row.1.1.is_some()).count() > 100);
    let mut turned = Duplicates::default();
    (0..texts.len()).rev().for_each(|at| add(&mut turned, at));
    assert_eq!(said(&turned), expected);
    let mut parts = vec![Duplicates::default(); 7];
    (0..texts.len()).for_each(|at| add(&mut parts[at * 5 % 7], at));
    let mut merged = Duplicates::default();
    for part in parts.iter().rev() {
        merged
            .merge(&Duplicates::from_bytes(DuplicateOptions::default(), &part.to_bytes()).unwrap());
    }
    assert_eq!(said(&merged), expected);
}

#[test]
fn a_state_comes_back_from_its_bytes() {
    let mut duplicates = added(&[&story(1, 100), "", &story(2, 3_000)]);
    duplicates.add_text("no date", None, "Title", "\u{4e00}\u{4e01} and 12 more");
    let bytes = duplicates.to_bytes();
    let options = DuplicateOptions::default();
    let back = Duplicates::from_bytes(options, &bytes).unwrap();
    assert_eq!(back.to_bytes(), bytes);
    assert_eq!(back.rows(), duplicates.rows());
    assert!(Duplicates::from_bytes(options, b"").is_err());
    for end in 9..bytes.len() {
        // It may break off between two documents.
        if let Ok(part) = Duplicates::from_bytes(options, &bytes[..end]) {
            assert!(part.len() < duplicates.len());
        }
    }
    let error = Duplicates::from_bytes(options, &bytes[..bytes.len() - 1]).unwrap_err();
    assert!(error.to_string().contains("it breaks off"), "{error}");
}

#[test]
fn bytes_that_no_state_has_are_refused() {
    let duplicates = added(&[&story(1, 100), &story(1, 90)]);
    let bytes = duplicates.to_bytes();
    // Of the first document, whose hashes begin at 48: how many these are, of its facts, its level.
    let (hashes, facts, level) = (usize::from(bytes[36]), usize::from(bytes[38]), 39);
    assert!(hashes > 9 && facts > 2 && bytes[37] == 0 && bytes[level] == 2);
    let names = 48 + 4 * hashes;
    let refused = |change: &dyn Fn(&mut Vec<u8>), why: &str| {
        let mut bytes = bytes.clone();
        change(&mut bytes);
        let error = Duplicates::from_bytes(DuplicateOptions::default(), &bytes).unwrap_err();
        assert!(error.to_string().contains(why), "{error}");
    };
    refused(&|bytes| bytes[level] = 0, "a level that there is not");
    refused(&|bytes| bytes[level] = 32, "a level that there is not");
    refused(&|bytes| bytes[51] = 255, "beyond the limit");
    refused(&|bytes| bytes.copy_within(48..52, 60), "a hash twice");
    refused(
        &|bytes| bytes[names..names + 2].fill(255),
        "is not in order",
    );
    refused(
        &|bytes| bytes.copy_within(names..names + 2, names + 2),
        "is not in order",
    );
}

#[test]
fn a_state_is_small() {
    let mut duplicates = Duplicates::default();
    for (seed, words) in (0..200).zip([60, 150, 250, 400, 700, 1_000, 2_000].into_iter().cycle()) {
        let id = format!("https://news.example/2024/05/a-story-with-a-long-name-{seed}.html");
        duplicates.add_text(&id, Some("2024-05-01"), "", &story(seed, words));
    }
    let each = duplicates.state_bytes() / duplicates.len();
    assert!(each <= 500, "{each} bytes");
}

/// Steps for each of so many documents.
fn steps(count: usize, text: impl Fn(usize) -> String) -> u64 {
    let mut duplicates = Duplicates::default();
    for at in 0..count {
        let day = format!("2024-05-{:02}", 1 + at % 28);
        duplicates.add_text("a", Some(&day), "", &text(at));
    }
    duplicates.rows_and_steps().1 / count as u64
}

#[test]
fn floods_cost_the_same_for_each_document() {
    let text = story(1, 60);
    assert!(steps(100_000, |_| text.clone()) < 10);
    // One template, other numbers.
    let template = |at: usize| {
        format!(
            "{} {at} {} {}",
            part(&text, 0, 20),
            at * 7,
            part(&text, 20, 30)
        )
    };
    let (few, many) = (steps(2_000, template), steps(100_000, template));
    assert!(many < few * 3 / 2 && many < 2_000, "{few} {many}");
    // One story, cut elsewhere each time.
    let cut = |at: usize| part(&text, at % 7, 30 + at % 23);
    assert!(steps(100_000, cut) < 1_000);
    // A text that repeats itself.
    let mut duplicates = Duplicates::default();
    duplicates.add_text("a", None, "", &"harbour ".repeat(1_000_000));
    duplicates.add_text("b", None, "", &story(1, 300_000));
    assert!(
        duplicates.state_bytes() < 10_000,
        "{}",
        duplicates.state_bytes()
    );
}

proptest! {
    #[test]
    fn arbitrary_texts_and_states_never_panic(texts in prop::collection::vec(".*", 1..8), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut duplicates = Duplicates::default();
        for text in &texts {
            duplicates.add_text(text, Some(text), text, text);
        }
        let rows = duplicates.rows();
        prop_assert_eq!(rows.len(), texts.len());
        let mut state = b"cdskdup1".to_vec();
        state.extend(bytes);
        if let Ok(state) = Duplicates::from_bytes(DuplicateOptions::default(), &state) {
            state.rows();
        }
    }
}
