//! Sentences: one text per line of evidence, `|` where a sentence ends.

use copydesk_core::SegmentOptions;
use copydesk_segment::sentences;

/// `marked` holds a `|` between sentences; the text is the same without the marks.
#[track_caller]
fn check(marked: &str) {
    check_with(marked, &SegmentOptions::default());
}

#[track_caller]
fn check_with(marked: &str, options: &SegmentOptions) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    let found: Vec<&str> = sentences(&text, options)
        .iter()
        .map(|span| span.of(&text))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn plain_text() {
    check("The dam broke.| Nobody was hurt!| Or were they?| No.");
    check("The dam broke?!| Nobody was hurt...| They fled.");
    assert!(sentences(" \n\t\u{A0}\n ", &SegmentOptions::default()).is_empty());
}

#[test]
fn abbreviations_and_titles() {
    check("Gen. Osei met Sen. Marta Ruiz and Dr. Lee in St. Albans.| They talked.");
    check("It opened on Sept. 4 and closed on Oct. 9.| Few came.");
    check("Acme Inc. chief Tom Hale and Beta Corp. Vice President Lena Roth spoke.| He left.");
    check("They work for Acme Inc.| They like it.");
    check("Apples, pears, etc.| Everything was sold.");
    check("It was Ghana vs. Mali, i.e. a derby, e.g. a hard one.| Mali won.");
    check("See No. 5 and Fig. 2 in vol. 3, p. 12.| The answer is no.| Really.");
    check("Read Vol. II first.| It is short.");
    check("She moved from Tampa, Fla. to Baltimore, MD.| Ms. Ruiz did three reps.| Osei rested.");
}

#[test]
fn words_with_full_stops() {
    check("The U.S. Senate met in Washington, D.C. on Monday.| It voted.");
    check("She lives in the U.S.| He does not.");
    check("At 5 a.m. Osei woke.| He slept at 9 p.m.| She read.");
    check("The call came at 9 p.m. EST on Friday.| Nobody answered.");
    check("She earned her Ph.D. in 1990.| She taught.");
    check("The U.S. - Mali talks failed.| Both left.");
}

#[test]
fn initials_and_numbers() {
    check("J. K. Rowling and George W. Bush met A. Osei.| They ate.");
    check("It was he and I.| Did you know?");
    check("It rose 3.5 percent to 1,000.5 points in 2019.| Then it fell.");
    check("The price is $5.| It was $4.");
    check("That is Plan B.| There is no other.");
    check("Osei v. Hale was heard.| It wasn’t.| Judges left.| It didn't.| Judges stayed.");
}

#[test]
fn quotes_and_brackets() {
    check("“We won.”| She smiled.| “Why?” he asked.| “Stop!” Mr. Osei shouted.");
    check("\"We won.\"| She smiled.| 'So what?' he said.");
    check("He spoke of the issues. ”| Then he left.");
    check("He spoke of \"the issues. \"| Then he left.");
    check("They met (at noon. Or later.) and left.| (Nobody saw them.)| It rained.");
    check("An open ( bracket.| It must not\u{20}swallow.| The rest.");
    check("An open “ quote.| It must not swallow.| The rest.");
    check("The law is old.[4]| It stands. [5]| So be it.");
}

#[test]
fn addresses_and_names() {
    check("Write to desk@example.org or see www.example.org/a.b?c=d.| We answer.");
    check("Open report.v2.pdf now.| It is short.");
    check("He joined Yahoo! in May.| Yahoo! Finance reported it.");
    check("The ministry confirmed it.| iPhones were sold out.");
}

#[test]
fn datelines() {
    check("SEOUL (Newswire) - The talks ended.| No date was set.");
    check("OSLO, Jan. 5 (Nordic Wire) — The talks ended.| No date was set.");
}

#[test]
fn ellipsis() {
    check("I wanted ... well, what I wanted . . . was this.| Yes.");
    check("It was over...| She left.");
    check("The words [...] were struck out.| So it goes.");
}

#[test]
fn lost_spaces() {
    check("The minister left.|The talks went on.");
    check("He uses node.Js.org and Newsfeed.Com a lot.");
}

#[test]
fn lower_case_writers() {
    check("i like it.| do you like it?| maybe not");
    check("It is a cafe approx. the size of a bus.");
}

#[test]
fn lines_and_paragraphs() {
    check("A heading without a full stop|\n\nThe text begins|\n\nand goes on");
    check("Opening hours|\nMonday to Friday|\nClosed on Sunday");
    check("He met the Minister of\nDefence, Mr.\nOsei, and\nleft.| It rained.");
    check("To buy:|\n- rice|\n- beans|\n• salt");
    check("One\r\nstill one|\r\n\r\nTwo|\u{2029}Three");
    let mut lines = SegmentOptions::default();
    lines.line_breaks_end_sentences = true;
    check_with("one line|\nanother line|\nMr.|\nOsei", &lines);
}

#[test]
fn letters_in_one_line() {
    check("Dear Ms. Osei,| The pump is broken.| Best regards,| Tom Hale");
    check("Hi Ama,| We met in Accra.| Thanks,| Tom");
    check("Dear friends, we met.| Thanks, however, to them.| Hello, Dolly said.");
    check("Dear oh dear, He said.");
    check("Thank you, Mr. Speaker.| Thanks, Ama!| Cheers, Prime Minister, he said.");
}

#[test]
fn time_stamps() {
    check("Ama Osei| 04/26/2001 07:17 AM| Will you come?| I hope so.");
    check("\"Osei, Ama\" <osei@example.org>| 2001-04-26 07:17| Will you come?");
    check("Tom Hale on 04/26/2001 07:17:09 PM| The pump is broken.");
    check("It sank on 04/26/2001 at 07:17 AM Moscow time.| Nobody was hurt.");
    check("It sank on 04/26/2001 07:17 AM Moscow time.| Nobody was hurt.");
    check("The score was 3:17 at 07:17.| It rained.");
    // No white space as far back as a name is looked for, and characters of three bytes.
    let dashes = "\u{2014}".repeat(30);
    check(&format!("{dashes}a 01/02/2003 04:05 PM"));
}

#[test]
fn addresses_and_faces_without_a_full_stop() {
    check("Read it at https://example.org/a?b=c.d:e| The rest follows.");
    check("Read https://example.org/a| The rest follows.| Ask https://example.org/b");
    check("See https://example.org/a.| Osei wrote it.");
    check("Thank you so much :-)| She was happy ;)| Bye");
    check("The list (see below:) Is long");
    check("I love my cat \u{1F63B}| She is old");
    check("\u{1F525} Hot deals today");
}

#[test]
fn drawn_lines() {
    check("Bye| ======| This mail is private.| -----| Page 2");
    check("*****NOTICE*****| The mail is private.");
    check("It was a f***** mess and I -- well -- left.");
    check("The words a-----b stay.");
}

#[test]
fn headings_in_one_line() {
    check("Floods in Kumasi| They came at night.| Nobody was hurt.");
    check("Great service| This is a good place");
    check("Yesterday The Times wrote about it.| It was in The Hague.");
    check("He saw The Killing, They Live and We Were Soldiers.");
    check("The minister of That place left.");
}

#[test]
fn quotations_inside_a_sentence() {
    check("He said \"I came. I saw\" and left.| She stayed.");
    check("He said \"I came.| I saw.\"| Then he left.");
    check("Why ? ''| Osei was asked .");
    check("They wrote . . . then stopped.| . . . Nothing came.");
}

#[test]
fn lists_in_one_line() {
    check("1) Wash the rice| 2) Boil it| 3) Eat");
    check("1. Wash the rice.| 2. Boil it.");
    check("a. Wash the rice| b. Boil it");
    check("• Wash the rice| • Boil it");
}

#[test]
fn other_scripts() {
    check("水位が上がった。|住民は逃げた。|「なぜ。」と聞いた。");
    check("水位上升。|居民逃离！|为什么？");
    check("هل وصل القطار؟| نعم وصل.");
    check("नदी बढ़ गई।| लोग भाग गए।");
    check("Дамба прорвана.| Никто не пострадал.");
    check("ទឹកជំនន់នៅក្នុងទីក្រុង។| មនុស្សរត់គេច។");
    check("မြို့ထဲမှာ ရေကြီးသည်။| လူများ ထွက်ပြေးသည်။");
    check("น้ำท่วมเมืองหลายแห่งในภาคใต้ของประเทศ| ประชาชนอพยพออกจากบ้าน 3 วันแล้ว");
    check("น้ำท่วม เมือง");
}
