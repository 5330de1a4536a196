//! Names as keys: what two writers of one name have in common.
//!
//! *What*: a name is folded to plain small letters, its spelling to one of those that writers in
//! Latin letters choose from (`Sergei`, `Sergey`), short given names to long ones (`Joe`), names
//! of East Asia to one order and one way to join given names (`Jong-un Kim`). Companies lose their
//! legal form, offices the word order (`Minister of Defence`, `Defense Minister`).
//! *Example*: `Sergey Lavrov` and `Sergei Lavrov` are both `sergei lavrov`.
//! *Why*: equal keys cost one look-up, where a comparison of all names with all would cost a
//! square of their number.
//! *Known misses*: names in other letters than Latin ones are only put into lower case; a few
//! different names fall together (`Joe` is `Joseph` for `Joe Jackson`, who was baptised so).

use copydesk_core::without_stroke;
use icu_normalizer::DecomposingNormalizer;

/// A name in small letters without accents, all that is no letter or digit a blank.
pub(super) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        push_folded(&mut out, name.chars());
    } else {
        let normalizer = DecomposingNormalizer::new_nfd();
        push_folded(&mut out, normalizer.normalize_iter(name.chars()));
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

fn push_folded(out: &mut String, letters: impl Iterator<Item = char>) {
    for letter in letters {
        match letter {
            // Accents, and the apostrophes of transliteration and elision.
            '\u{300}'..='\u{36f}'
            | '\''
            | '\u{2018}'
            | '\u{2019}'
            | '\u{2bb}'..='\u{2bf}'
            | '.' => {}
            _ => match without_stroke(letter) {
                Some(plain) => out.extend(plain.chars().flat_map(char::to_lowercase)),
                None if letter.is_alphanumeric() => out.extend(letter.to_lowercase()),
                None if letter == '&' => {
                    if !out.ends_with(' ') && !out.is_empty() {
                        out.push(' ');
                    }
                    out.push_str("and ");
                }
                None if out.is_empty() || out.ends_with(' ') => {}
                None => out.push(' '),
            },
        }
    }
}

/// The name of a person as keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// The name; of a single word where it is a surname, or the only name that is known.
    pub(super) key: String,
    /// The keys of the shorter forms that may stand for it: surname, initial and surname.
    pub(super) shorter: Vec<String>,
    /// What the name has in common with other spellings of it that no rule here folds.
    pub(super) sound: Option<String>,
    /// First and last name, where there are names between them.
    pub(super) ends: Option<String>,
}

impl Person {
    /// Whether the key is one of a shorter form: a surname, or an initial and a surname.
    pub(super) fn is_short(&self) -> bool {
        self.shorter.is_empty()
    }

    pub(super) fn of(name: &str) -> Self {
        // Initials that are written together: `J.R. Smith`.
        let spaced = without_nickname(name).replace('.', ". ");
        let folded = fold(&spaced);
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        while words.len() > 1 && HONORIFICS.contains(&words[0]) {
            words.remove(0);
        }
        while words.len() > 2 && SUFFIXES.contains(&words[words.len() - 1]) {
            words.pop();
        }
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
            return Self::short(fold(name));
        };
        if words.len() == 1 {
            return Self::short(respelled(first));
        }
        let eastern = words.len() <= 3 && words.iter().all(|word| word.len() > 1);
        if eastern && EAST_ASIAN.contains(&first) {
            return Self::eastern(first, &words[1..], Some(last));
        }
        if eastern && EAST_ASIAN.contains(&last) {
            return Self::eastern(last, &words[..words.len() - 1], None);
        }
        let initial = |word: &str| word.chars().count() == 1;
        let surname = respelled(last);
        let initials = words.iter().take_while(|word| initial(word)).count();
        if initials > 0 && initials + 1 < words.len() {
            // Known by a later one of the names: `J. Edgar Hoover`.
            let mut known = Self::of(&words[initials..].join(" "));
            if !known.is_short() {
                known.shorter.push(format!("{first} {surname}"));
            }
            return known;
        }
        if initials > 0 {
            return Self::short(format!("{first} {surname}"));
        }
        let given = given(first);
        let between: Vec<String> = (words[1..words.len() - 1].iter())
            .filter(|word| !initial(word))
            .map(|word| respelled(word))
            .collect();
        let letter = given.chars().next().unwrap_or_default();
        let mut shorter = vec![surname.clone(), format!("{letter} {surname}")];
        if !between.is_empty() {
            // `Bin Salman`, `Lopez Obrador`, `Van der Bellen`.
            let start = between.len() - 1;
            shorter.push(format!("{} {surname}", between[start]));
            if start > 0 {
                shorter.push(format!("{} {surname}", between.join(" ")));
            }
        }
        let mut key = given.clone();
        for word in &between {
            key.push(' ');
            key.push_str(word);
        }
        key.push(' ');
        key.push_str(&surname);
        Self {
            sound: Some(sound(&key)),
            ends: (!between.is_empty()).then(|| format!("{given} {surname}")),
            key,
            shorter,
        }
    }

    fn short(key: String) -> Self {
        Self {
            key,
            shorter: Vec::new(),
            sound: None,
            ends: None,
        }
    }

    /// A name with a surname of China, Korea or Vietnam: surname first, given names joined.
    fn eastern(surname: &str, given: &[&str], last: Option<&str>) -> Self {
        let joined: String = given.iter().map(|word| respelled(word)).collect();
        let surname = respelled(surname);
        let mut shorter = vec![surname.clone()];
        if given.len() > 1 {
            shorter.push(joined.clone());
        }
        if let Some(last) = last {
            let last = respelled(last);
            if !shorter.contains(&last) {
                shorter.push(last);
            }
        }
        let key = format!("{surname} {joined}");
        Self {
            sound: Some(sound(&key)),
            ends: None,
            key,
            shorter,
        }
    }
}

/// A name without the nickname that stands in quotes or brackets within it: `Vincent "Chin" Rossi`.
fn without_nickname(name: &str) -> String {
    let opens = |letter: char| matches!(letter, '"' | '\'' | '\u{2018}' | '\u{201c}' | '(');
    let closes = |letter: char| matches!(letter, '"' | '\'' | '\u{2019}' | '\u{201d}' | ')');
    let (mut out, mut inside) = (String::with_capacity(name.len()), false);
    for word in name.split_whitespace() {
        let within = !out.is_empty() && (inside || word.starts_with(opens));
        if within {
            inside = !word.ends_with(closes);
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // A quote that is not closed, or a name that ends with it.
    if inside || !out.contains(' ') {
        name.to_owned()
    } else {
        out
    }
}

/// The form that a short key of two words may be written in with its parts joined: `son hui`.
pub(super) fn joined(name: &str) -> Option<String> {
    let folded = fold(name);
    let (first, second) = folded.split_once(' ')?;
    (!second.contains(' ')).then(|| respelled(first) + &respelled(second))
}

/// A given name in its long form.
fn given(word: &str) -> String {
    let long = SHORT_NAMES
        .iter()
        .find(|(short, _)| *short == word)
        .map(|&(_, long)| long);
    respelled(long.unwrap_or(word))
}

/// A word as one of those spellings that transliterations choose from.
fn respelled(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_owned();
    }
    let bytes = word.as_bytes();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &word[at..];
        let (length, plain) = SPELLINGS
            .iter()
            .find(|(spelling, _)| rest.starts_with(spelling))
            .map_or((1, &rest[..1]), |&(spelling, plain)| {
                (spelling.len(), plain)
            });
        for letter in plain.chars() {
            if !out.ends_with(letter) {
                out.push(letter);
            }
        }
        at += length;
    }
    out
}

/// The consonants of a name with the first letter of each word.
fn sound(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut start = true;
    for letter in key.chars() {
        if start || !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'h') {
            out.push(letter);
        }
        start = letter == ' ';
    }
    out
}

/// The name of a body, company, event or thing without article and legal form.
pub(super) fn body(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && LEGAL_FORMS.contains(&words[words.len() - 1]) {
        words.pop();
    }
    if words.len() > 2 && words[words.len() - 1] == "and" {
        words.pop();
    }
    for word in &mut words {
        *word = match *word {
            "centre" => "center",
            "theatre" => "theater",
            "defence" => "defense",
            "labour" => "labor",
            "harbour" => "harbor",
            "organisation" => "organization",
            other => other,
        };
    }
    if words.len() > 1 {
        words[0] = match words[0] {
            "mt" => "mount",
            "ft" => "fort",
            word => word,
        };
    }
    words.join(" ")
}

/// The words with which a name of several words starts or ends, the whole name apart: what others
/// may call it for short.
pub(super) fn pieces(body: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let cuts: Vec<usize> = (body.match_indices(' ').map(|(at, _)| at)).collect();
    if cuts.len() > MAX_CUTS {
        return out;
    }
    for cut in cuts {
        out.push(&body[..cut]);
        out.push(&body[cut + 1..]);
    }
    out.retain(|piece| piece.chars().count() > 2);
    out
}

/// The words of a description without article: `second suspect` of `the second suspect`. `None` for
/// names, pronouns, and letters that have no case.
pub(super) fn described(name: &str) -> Option<String> {
    if name.chars().any(char::is_uppercase) || !name.chars().any(char::is_lowercase) {
        return None;
    }
    let folded = fold(name);
    let words = folded.split(' ').filter(|word| !PRONOUNS.contains(word));
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a body is one that articles name as where they have their news from.
pub(super) fn is_agency(body: &str) -> bool {
    AGENCIES.contains(&body)
}

/// Whether a name ends with the kind of building that it is of.
pub(super) fn is_facility(body: &str) -> bool {
    body.rsplit_once(' ')
        .is_some_and(|(_, kind)| FACILITIES.contains(&kind))
}

/// The letters of a name that is an acronym: `EEF`, `U.N.`.
pub(super) fn acronym(name: &str) -> Option<String> {
    let mut letters = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            'A'..='Z' => letters.push(letter.to_ascii_lowercase()),
            '.' => {}
            _ => return None,
        }
    }
    (2..=7).contains(&letters.len()).then_some(letters)
}

/// The acronyms that a name of several words may have: of its capital letters, and of all words.
pub(super) fn acronyms(name: &str) -> Vec<String> {
    let words = || {
        name.split(|letter: char| letter.is_whitespace() || letter == '-')
            .filter(|word| !word.is_empty())
    };
    if words().count() < 2 {
        return Vec::new();
    }
    let mut capitals = String::new();
    let mut all = String::new();
    for word in words() {
        let Some(first) = word.chars().find(|letter| letter.is_alphanumeric()) else {
            continue;
        };
        let lower = || first.to_lowercase();
        if first.is_uppercase() && !word.eq_ignore_ascii_case("the") {
            capitals.extend(lower());
        }
        if !word.eq_ignore_ascii_case("the") {
            all.extend(lower());
        }
    }
    let mut out = vec![capitals, all];
    out.dedup();
    out.retain(|letters| (2..=7).contains(&letters.len()));
    out
}

/// An office in one spelling and word order; `None` for one that somebody no longer holds, or
/// will hold.
pub(super) fn office(title: &str) -> Option<String> {
    let folded = fold(title);
    let mut words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !matches!(*word, "the" | "acting" | "interim" | "current" | "affairs"))
        .map(|word| match word {
            "defence" => "defense",
            "labour" => "labor",
            "premier" => "prime minister",
            "pm" => "prime minister",
            "spokesman" | "spokeswoman" => "spokesperson",
            "chairman" | "chairwoman" => "chair",
            "chairperson" => "chair",
            _ => word,
        })
        .collect();
    if words
        .first()
        .is_none_or(|word| matches!(*word, "" | "former" | "ex" | "late" | "then" | "incoming"))
        || words.ends_with(&["elect"])
    {
        return None;
    }
    if words[0] == "supreme" && words.len() > 1 {
        words.remove(0);
    }
    if let Some(at) = words.iter().position(|word| matches!(*word, "of" | "for"))
        && at > 0
        && at + 1 < words.len()
    {
        words.remove(at);
        words.rotate_left(at);
    }
    Some(words.join(" "))
}

/// The most blanks of a name of which parts are known.
const MAX_CUTS: usize = 6;

/// Words that describe nothing.
const PRONOUNS: [&str; 38] = [
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "us",
    "our",
    "ours",
    "you",
    "your",
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "who",
    "whom",
    "whose",
    "which",
    "where",
    "that",
    "this",
    "the",
    "a",
    "an",
    "one",
];

/// News agencies, folded.
const AGENCIES: [&str; 24] = [
    "reuters",
    "associated press",
    "ap",
    "afp",
    "agence france presse",
    "bloomberg",
    "bloomberg news",
    "dpa",
    "efe",
    "ansa",
    "upi",
    "united press international",
    "press association",
    "pa media",
    "xinhua",
    "tass",
    "interfax",
    "ria novosti",
    "yonhap",
    "kcna",
    "kyodo",
    "kyodo news",
    "anadolu",
    "press trust of india",
];

/// Kinds of buildings that may be left out of their name.
const FACILITIES: [&str; 18] = [
    "airport",
    "arena",
    "building",
    "cathedral",
    "center",
    "clinic",
    "hospital",
    "hotel",
    "jail",
    "library",
    "mall",
    "museum",
    "prison",
    "restaurant",
    "school",
    "stadium",
    "station",
    "theater",
];

const HONORIFICS: [&str; 14] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "prof",
    "professor",
    "lord",
    "lady",
    "rev",
    "sheikh",
    "gen",
];

const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

const LEGAL_FORMS: [&str; 36] = [
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "ag",
    "kg",
    "kgaa",
    "se",
    "sa",
    "sas",
    "sarl",
    "nv",
    "bv",
    "spa",
    "srl",
    "oyj",
    "oy",
    "ab",
    "asa",
    "as",
    "kk",
    "pte",
    "pty",
    "ojsc",
    "pjsc",
];

/// Surnames that stand first in the languages of their bearers.
const EAST_ASIAN: [&str; 92] = [
    "kim", "lee", "park", "choi", "choe", "jung", "jeong", "jong", "kang", "cho", "yoon", "yun",
    "jang", "lim", "im", "han", "oh", "seo", "shin", "sin", "kwon", "hwang", "ahn", "an", "song",
    "ryu", "yoo", "hong", "jeon", "ko", "moon", "mun", "son", "bae", "baek", "heo", "nam", "ri",
    "pak", "thae", "hyon", "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu",
    "zhou", "xu", "sun", "ma", "zhu", "hu", "guo", "he", "gao", "lin", "luo", "zheng", "liang",
    "xie", "tang", "feng", "deng", "cao", "peng", "zeng", "xiao", "tian", "dong", "pan", "yuan",
    "cai", "jiang", "yu", "du", "ye", "cheng", "wei", "su", "lu", "ding", "ren", "xi", "qin",
    "nguyen", "tran", "pham", "vo",
];

/// Short given names, and other forms of one, to the one that stands for all.
const SHORT_NAMES: [(&str, &str); 86] = [
    ("joey", "joseph"),
    ("bobby", "robert"),
    ("mick", "michael"),
    ("mickey", "michael"),
    ("tommy", "thomas"),
    ("ted", "edward"),
    ("freddie", "frederick"),
    ("jerry", "gerald"),
    ("walt", "walter"),
    ("abe", "abraham"),
    ("gabe", "gabriel"),
    ("vince", "vincent"),
    ("maggie", "margaret"),
    ("peggy", "margaret"),
    ("katie", "katherine"),
    ("kathy", "katherine"),
    ("kathryn", "katherine"),
    ("barb", "barbara"),
    ("mo", "maurice"),
    ("joe", "joseph"),
    ("bill", "william"),
    ("will", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("mike", "michael"),
    ("tom", "thomas"),
    ("tony", "anthony"),
    ("rick", "richard"),
    ("dick", "richard"),
    ("dave", "david"),
    ("dan", "daniel"),
    ("danny", "daniel"),
    ("steve", "stephen"),
    ("steven", "stephen"),
    ("ed", "edward"),
    ("eddie", "edward"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("alex", "alexander"),
    ("andy", "andrew"),
    ("tim", "timothy"),
    ("matt", "matthew"),
    ("nick", "nicholas"),
    ("chris", "christopher"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("geoff", "geoffrey"),
    ("ken", "kenneth"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("ray", "raymond"),
    ("larry", "lawrence"),
    ("pete", "peter"),
    ("phil", "philip"),
    ("fred", "frederick"),
    ("doug", "douglas"),
    ("josh", "joshua"),
    ("jon", "jonathan"),
    ("nate", "nathan"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("kate", "katherine"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("sue", "susan"),
    ("deb", "deborah"),
    ("debbie", "deborah"),
    ("pam", "pamela"),
    ("vlad", "vladimir"),
    ("volodymyr", "vladimir"),
    ("aleksandr", "alexander"),
    ("alexandr", "alexander"),
    ("oleksandr", "alexander"),
    ("mohammed", "muhammad"),
    ("mohamed", "muhammad"),
    ("mohammad", "muhammad"),
    ("muhammed", "muhammad"),
    ("youssef", "yusuf"),
    ("yousef", "yusuf"),
    ("hossein", "hussein"),
    ("husain", "hussein"),
    ("abdallah", "abdullah"),
    ("ahmad", "ahmed"),
];

/// Spellings of a sound in transliteration, longer ones first, and the one that stands for all.
const SPELLINGS: [(&str, &str); 16] = [
    ("shch", "sh"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ck", "k"),
    ("ph", "f"),
    ("kh", "h"),
    ("zh", "j"),
    ("dj", "j"),
    ("ou", "u"),
    ("ij", "i"),
    ("ej", "ei"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) {
        assert_eq!(Person::of(a).key, Person::of(b).key, "{a} / {b}");
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        same("Sergey Karpenko", "Sergei Karpenko");
        same("Dmitry Karpenko", "Dmitriy Karpenko");
        same("Viktor Zelenskyy", "Viktor Zelensky");
        same("Joe Harper", "Joseph R. Harper");
        same("José Muñoz", "Jose Munoz");
        same("Anne-Marie Dubois", "Anne Marie Dubois");
        same("Mr. Tom Harper Jr.", "Thomas Harper");
        same("Kang Min-ho", "Min Ho Kang");
        same("Kang Min Ho", "Kang Minho");
        same("Łukasz Żak", "Lukasz Zak");
    }

    #[test]
    fn different_people_have_different_keys() {
        for (a, b) in [
            ("Anna Harper", "Alan Harper"),
            ("Kang Min Ho", "Kang Min Su"),
            ("Ivan Petrov", "Ivan Pavlov"),
        ] {
            assert_ne!(Person::of(a).key, Person::of(b).key, "{a} / {b}");
        }
    }

    #[test]
    fn shorter_forms_are_known() {
        assert_eq!(Person::of("Joe Harper").shorter, ["harper", "j harper"]);
        assert_eq!(Person::of("Kang Min Ho").shorter, ["kang", "minho", "ho"]);
        assert!(Person::of("J. Harper").is_short());
        assert_eq!(Person::of("J. Harper").key, "j harper");
        assert_eq!(joined("Min Ho"), Some("minho".to_owned()));
        assert_eq!(Person::of("").key, "");
    }

    #[test]
    fn bodies_lose_their_legal_form() {
        assert_eq!(body("The Harbour Line Co., Ltd."), "harbor line");
        assert_eq!(body("Trade Centre"), body("Trade Center"));
        assert_eq!(body("Smith & Sons plc"), "smith and sons");
        assert_eq!(body("Company"), "company");
    }

    #[test]
    fn acronyms_are_made_and_known() {
        assert_eq!(acronym("U.N."), Some("un".to_owned()));
        assert_eq!(acronym("Reuters"), None);
        assert_eq!(acronyms("Northern Trade Forum"), ["ntf"]);
        assert_eq!(acronyms("Bank of Ghana"), ["bg", "bog"]);
    }

    #[test]
    fn offices_have_one_form() {
        let same = |a, b| assert_eq!(office(a), office(b));
        same("Minister of Defence", "Defense Minister");
        same("Minister of Foreign Affairs", "Foreign Minister");
        same("premier", "Prime Minister");
        assert_eq!(office("former president"), None);
        assert_eq!(office("President-elect"), None);
        assert_eq!(office(""), None);
    }
}
