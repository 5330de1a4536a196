//! Tokens: one line of evidence per text, tokens between bars.

use copydesk_core::{TokenClass, TokenMode};
use copydesk_segment::{tokens, tokens_in};

#[track_caller]
fn check(text: &str, expected: &str) {
    let found: Vec<&str> = tokens(text)
        .iter()
        .map(|token| token.span.of(text))
        .collect();
    assert_eq!(found.join("|"), expected);
}

#[track_caller]
fn check_treebank(text: &str, expected: &str) {
    let found: Vec<&str> = tokens_in(text, TokenMode::Ptb)
        .iter()
        .map(|token| token.span.of(text))
        .collect();
    assert_eq!(found.join("|"), expected);
}

#[track_caller]
fn check_class(text: &str, class: TokenClass) {
    let found: Vec<_> = tokens(text)
        .iter()
        .map(|token| (token.span.of(text).to_owned(), token.class))
        .collect();
    assert_eq!(found, [(text.to_owned(), class)]);
}

#[test]
fn words_and_marks() {
    check("The dam broke, didn't it?", "The|dam|broke|,|did|n't|it|?");
    check("(He said: “No.”)", "(|He|said|:|“|No|.|”|)");
    check(
        "Well... no -- never!! Really?!",
        "Well|...|no|--|never|!!|Really|?!",
    );
    check("", "");
}

#[test]
fn contractions_and_possessives() {
    check(
        "Kim's sons' we'll they’ve CAN'T",
        "Kim|'s|sons|'|we|'ll|they|’ve|CA|N'T",
    );
    check("Russia’s O'Neill o’clock", "Russia|’s|O'Neill|o’clock");
    check("cannot gonna Wanna dont", "can|not|gon|na|Wan|na|do|nt");
    check(
        "rock 'n roll in the '90s and 80's",
        "rock|'n|roll|in|the|'90s|and|80's",
    );
}

#[test]
fn hyphens() {
    check(
        "a high-ranking non-human e-mail",
        "a|high|-|ranking|non-human|e-mail",
    );
    check(
        "state-owned vice-president al-Osei",
        "state|-|owned|vice-president|al|-|Osei",
    );
    check(
        "pre- and post-war, two- and three-year",
        "pre-|and|post-war|,|two|-|and|three|-|year",
    );
    check("over-the-counter", "over|-|the|-|counter");
}

#[test]
fn abbreviations() {
    check(
        "Gen. Osei of the U.S. left at 5 p.m.",
        "Gen.|Osei|of|the|U.S.|left|at|5|p.m.",
    );
    check(
        "J. K. Osei, Ph.D., of Acme Inc.",
        "J.|K.|Osei|,|Ph.D.|,|of|Acme|Inc.",
    );
    check("The answer is no. He sat.", "The|answer|is|no|.|He|sat|.");
    check("See No. 5, etc.", "See|No.|5|,|etc.");
}

#[test]
fn numbers() {
    check(
        "It cost $1,000.50, up 3.5%.",
        "It|cost|$|1,000.50|,|up|3.5|%|.",
    );
    check("£5bn in 2005-2006", "£|5|bn|in|2005|-|2006");
    check(
        "on 3/9/2005 at 08:02 or 2005-03-09",
        "on|3/9/2005|at|08:02|or|2005-03-09",
    );
    check(
        "call 555-123-4567 or 555-1234",
        "call|555-123-4567|or|555-1234",
    );
    check(
        "the 4th 3G 1990s 8gb 7a.m. 20km",
        "the|4th|3G|1990s|8|gb|7|a.m.|20|km",
    );
    check(
        "won 3-1 or 80-100 on 1/2 of 24/7",
        "won|3|-|1|or|80|-|100|on|1/2|of|24|/|7",
    );
}

#[test]
fn addresses() {
    check(
        "See https://example.org/a_(b)?c=d, or www.example.org.",
        "See|https://example.org/a_(b)?c=d|,|or|www.example.org|.",
    );
    check(
        "Mail a.b+c@example.co.uk; read x.pdf.",
        "Mail|a.b+c@example.co.uk|;|read|x.pdf|.",
    );
    check("by @desk_1 on #Accra #2", "by|@desk_1|on|#Accra|#|2");
    check("It ended.Then it began", "It|ended|.|Then|it|began");
}

#[test]
fn classes() {
    check_class("example.org", TokenClass::Url);
    check_class("http://example.org/x", TokenClass::Url);
    check_class("desk@example.org", TokenClass::Email);
    check_class("@desk", TokenClass::Handle);
    check_class("#Accra", TokenClass::Hashtag);
    check_class("#Zürich", TokenClass::Hashtag);
    check_class("1,000.5", TokenClass::Number);
    check_class("21st", TokenClass::Number);
    check_class("€", TokenClass::Currency);
    check_class("$", TokenClass::Currency);
    check_class("+", TokenClass::Symbol);
    check_class("©", TokenClass::Symbol);
    check_class("…", TokenClass::Punctuation);
    check_class(":-)", TokenClass::Symbol);
    check_class("\u{1F600}", TokenClass::Emoji);
    check_class("\u{1F44D}\u{1F3FD}", TokenClass::Emoji);
    check_class("\u{1F1EC}\u{1F1ED}", TokenClass::Emoji);
    check_class(
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
        TokenClass::Emoji,
    );
    check_class("naïve", TokenClass::Word);
    check_class("AT&T", TokenClass::Word);
    check_class("w/", TokenClass::Word);
}

#[test]
fn scripts() {
    check("水位上升。", "水位|上升|。");
    check(
        "大坝决堤，居民离开家园。",
        "大坝|决|堤|，|居民|离开|家园|。",
    );
    check("カメラを見る", "カメラ|を|見る");
    check("港の倉庫で火事があった", "港|の|倉庫|で|火事|が|あっ|た");
    check("น้ำท่วมเมือง 3 วัน", "น้ำ|ท่วม|เมือง|3|วัน");
    check("ນ້ຳຖ້ວມເມືອງ", "ນ້ຳ|ຖ້ວມ|ເມືອງ");
    check("ទឹកជំនន់នៅក្នុងទីក្រុង។", "ទឹកជំនន់|នៅក្នុង|ទីក្រុង|។");
    check("မြို့ထဲမှာ ရေကြီးသည်။", "မြို့|ထဲ|မှာ|ရေကြီး|သည်|။");
    check("Osei水位", "Osei|水位");
    check("서울에 비가", "서울에|비가");
    check("Дамба, прорвана", "Дамба|,|прорвана");
    check("नदी बढ़ गई।", "नदी|बढ़|गई|।");
    check("e\u{301}tude", "e\u{301}tude");
    check("zero\u{200B}width\u{FEFF}gap", "zero|width|gap");
    check("٣٫٥ و", "٣٫٥|و");
}

/// Longer than the piece that is cut at once: no word is cut at its end.
#[test]
fn long_runs_of_unspaced_scripts() {
    let sentence = "大坝决堤居民离开家园";
    let text = sentence.repeat(500);
    let words = |text| -> Vec<&str> { tokens(text).iter().map(|t| t.span.of(text)).collect() };
    assert_eq!(words(&text), words(sentence).repeat(500));
    let sentence = "น้ำท่วมเมือง";
    let text = sentence.repeat(500);
    assert_eq!(words(&text), words(sentence).repeat(500));
}

#[test]
fn penn_treebank() {
    check_treebank(
        "The high-ranking aide can't, won't; cannot and gonna go.",
        "The|high-ranking|aide|ca|n't|,|wo|n't|;|can|not|and|gon|na|go|.",
    );
    check_treebank(
        "Osei's sons' \"5%\" stake",
        "Osei|'s|sons|'|\"|5|%|\"|stake",
    );
    check_treebank(
        "a 30-year U.S.-based and/or 13-17, 8gb of 1990-91 at 3.5-inch 1/2",
        "a|30-year|U.S.-based|and/or|13-17|,|8gb|of|1990-91|at|3.5-inch|1/2",
    );
    check_treebank(
        "It cost C$5 or US$1,000.50 -- no.",
        "It|cost|C$|5|or|US$|1,000.50|--|no|.",
    );
    check_treebank(
        "'tis didnt AT&T, Mr. Osei (Inc.)",
        "'t|is|didnt|AT&T|,|Mr.|Osei|(|Inc.|)",
    );
    check_treebank(
        "pre-war\u{2010}era co\u{2011}op word--word",
        "pre-war\u{2010}era|co\u{2011}op|word|--|word",
    );
    check_treebank(
        "See https://example.org/a-b, @desk #Accra",
        "See|https://example.org/a-b|,|@desk|#Accra",
    );
    let classes: Vec<_> = tokens_in("13-17 8gb", TokenMode::Ptb)
        .iter()
        .map(|token| token.class)
        .collect();
    assert_eq!(classes, [TokenClass::Number, TokenClass::Word]);
}
