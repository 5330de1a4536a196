//! What is repaired and what is left, one class of damage or of sound text after the other.

use super::{charsets, repair};

/// Repairs layer by layer, as the rule is run.
#[track_caller]
fn check(input: &str, expected: &str) {
    let mut output = input.to_owned();
    for _ in 0..4 {
        match repair(&output) {
            Some(rewrite) => output = rewrite.text,
            None => break,
        }
    }
    assert_eq!(output, expected, "{input:?}");
}

#[track_caller]
fn keep(sound: &str) {
    check(sound, sound);
}

/// What `text` looks like after its UTF-8 was read as ISO 8859-1.
fn as_latin_1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// The same for a charset by its number.
fn damaged(text: &str, charset: usize) -> String {
    let read = |byte| charsets::letter(byte, charset);
    text.bytes().map(read).collect()
}

const CHARSETS: [&str; 8] = [
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "MacRoman",
    "code page 437",
    "KOI8-R",
    "ISO 8859-2",
    "ISO 8859-15",
];

#[test]
fn pieces() {
    check("they\u{e2}\u{20ac}\u{2122}re", "they\u{2019}re");
    check("na\u{c3}\u{af}ve \u{c3}\u{89}tat", "na\u{ef}ve \u{c9}tat");
    check("r\u{221a}\u{a9}sum\u{221a}\u{a9}", "r\u{e9}sum\u{e9}");
    check("it\u{393}\u{c7}\u{d6}s", "it\u{2019}s");
    check("it\u{432}\u{402}\u{2122}s", "it\u{2019}s");
    check("L\u{102}\u{a9}a", "L\u{e9}a");
    check("\u{93}no\u{94}", "\u{201c}no\u{201d}");
    check(
        "RIVEN\u{c2}\u{ae} and SOLAR\u{c2}\u{a9}",
        "RIVEN® and SOLAR©",
    );
    for text in ["Мир", "שלום", "東京", "\u{1f600}", "\u{201c}x\u{201d}"] {
        check(&as_latin_1(text), text);
    }
}

#[test]
fn whole_lines_of_every_charset() {
    let lines = [
        "Der Bürgermeister hat die Straße für vierzehn Tage gesperrt.",
        "Les élèves répètent la pièce jusqu\u{2019}à dix heures.",
        "La señora Núñez vivió muchos años en Málaga.",
        "Příliš mnoho lidí čekalo před školou.",
        "Чайка села на мокрый камень и долго кричала.",
        "Η θάλασσα ήταν ήσυχη όλο το πρωί.",
        "הספינה חזרה אל הנמל בערב",
        "القطار يصل متأخرا كل صباح",
        "Người bán hàng đóng cửa lúc sáu giờ.",
        "नदी के किनारे एक पुराना पेड़ है।",
        "港に新しい船が三隻入った。",
        "Wo kɔ fie mɔ a, fa nhoma no bɛ ma me na ɛyɛ.",
        "Wait \u{2013} the \u{201c}old\u{201d} bridge\u{2026} it\u{2019}s gone \u{1f600}",
    ];
    for (charset, name) in CHARSETS.iter().enumerate() {
        for line in lines {
            println!("{name}");
            check(&damaged(line, charset), line);
        }
    }
}

#[test]
fn single_words() {
    for (charset, word) in [
        (0, "Zürich"),
        (1, "kávé"),
        (2, "région"),
        (3, "crème"),
        (4, "señor"),
        (5, "mañana"),
        (7, "forêt"),
        (1, "£5"),
        (6, "£5"),
    ] {
        let text = format!("in {word} today");
        check(&damaged(&text, charset), &text);
    }
}

#[test]
fn layers() {
    let line = "Zoë\u{2019}s café \u{2013} ten €, no more";
    for first in [0, 1, 3] {
        let one = damaged(line, first);
        for second in [0, 3] {
            let two = damaged(&one, second);
            check(&two, line);
        }
    }
    check(&damaged(&damaged(&damaged(line, 0), 0), 0), line);
    check(&as_latin_1(&as_latin_1(&as_latin_1(line))), line);
    check(&damaged(&as_latin_1(line), 2), line);
}

#[test]
fn mixed_lines() {
    let cases = [
        ("Le café de la gare, ", "la forêt brûlée"),
        ("Die Tür war schon für Gäste ", "geöffnet"),
        ("Кошка спит, ", "собака лает"),
    ];
    for (sound, broken) in cases {
        for charset in [0, 3] {
            let text = format!("{sound}{}", damaged(broken, charset));
            check(&text, &format!("{sound}{broken}"));
        }
    }
}

#[test]
fn surrogates_that_were_encoded() {
    let encoded = [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x81];
    let text: String = encoded
        .iter()
        .map(|&byte| charsets::letter(byte, 0))
        .collect();
    check(&format!("well {text}"), "well \u{1f601}");
}

#[test]
fn lost_bytes() {
    // A comma or a full stop before the place says which mark it was.
    check(
        "â€œSoon,â€\u{fffd} she said",
        "\u{201c}Soon,\u{201d} she said",
    );
    check(
        "the â€œsoonâ€\u{fffd} of old",
        "the \u{201c}soon\u{fffd} of old",
    );
    check("the â€œsoonâ€? of old", "the \u{201c}soon\u{fffd} of old");
    check("Ð´Ð¾Ð¼ Ð¸ Ñ\u{fffd}Ð°Ð´", "дом и \u{fffd}ад");
    // The byte that windows-1252 has no character for was dropped.
    check(
        "(â€œsoonâ€) or â€œneverâ€ he said",
        "(\u{201c}soon\u{201d}) or \u{201c}never\u{201d} he said",
    );
    keep("\u{201a}Ärger\u{2018}");
    check("plain \u{fffd} loss", "plain \u{fffd} loss");
    keep("AMANH\u{c3}? SIM");
}

#[test]
fn bytes_that_became_blanks() {
    check(
        "Il va Ã  la gare, dÃ©jÃ  parti",
        "Il va à la gare, déjà parti",
    );
    check("ä½ å¥½", "你好");
    check("Å koda dÄ›lÃ¡ auta", "Škoda dělá auta");
    check("fiquei Ã s dez na estaÃ§Ã£o", "fiquei às dez na estação");
    check("semelhante Ã quela estaÃ§Ã£o", "semelhante àquela estação");
}

#[test]
fn marks_and_signs_behind_capitals() {
    for sound in [
        "CAFÉ® and CAFÉ\u{2026}",
        "SÃO PAULO \u{2014} MAÇÃ\u{2014}A",
        "noël\u{2026}\u{201d}",
        "ARAPUÃ£ AND SOLÄ£",
        "the CLICHÉ\u{2122} shop, 5 £",
        "IDÉ§ 4",
        "QUE É¿",
    ] {
        keep(sound);
    }
}

#[test]
fn sound_words_of_many_languages() {
    for sound in [
        "zvlášť mnoho hostů",
        "náššuvnnaid gaskkas",
        "WIĘŹ, KSIĄŻ, ŁÓDŹ",
        "її, її й моєї",
        "её и твоё, НЁБО",
        "НІ, ЦІ, ТІ",
        "Ђорђе и Љиљана",
        "ÎN ȚARĂ Â",
        "ÅÄÖ åäö",
        "Ça va, où ça\u{a0}?",
        "« Été »\u{a0}: \u{2018}l\u{2019}été\u{2019}",
        "„Ärger\u{201c} und „Öl\u{201c}",
        "Спасибо за «РИА»\u{2026}",
    ] {
        keep(sound);
    }
}

#[test]
fn signs_that_are_meant() {
    for sound in [
        "5×£3 and 6×¥40",
        "Ø±0.05 mm, Ø²",
        "√π and ∆° and x≤√2",
        "25\u{a0}ºC, 30\u{a0}ºC, 35\u{a0}ºC",
        "┌─┐ │a│ └─┘ ╔═╗",
        "├┤a┼┐a┼┐a",
        "from\u{2026}£9 to\u{2026}£12",
        "´cited´ and ¨hat¨",
        "Å\u{2122} once",
        "( o¬ô )",
        "À Á Â Ã Ä Å Æ Ç È É Ê Ë",
        "¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ ® ¯",
    ] {
        keep(sound);
    }
}

#[test]
fn a_garble_is_left() {
    keep("ã¢â‚¬â„¢ãƒâ€šã‚âãƒâãƒâ¢ã".to_lowercase().as_str());
}

#[test]
fn disguised_latin_words_are_no_damage() {
    for line in [
        "The d\u{435}\u{455}\u{456}gn of the quay",
        "\u{415}\u{455}sentially the same \u{420}\u{456}late",
        "\u{412}\u{456}ll asked",
    ] {
        check(line, line);
    }
}
