//! Languages of sentences written for this, and what is not told.

use copydesk_segment::{LEAST_CONFIDENCE, language, languages};
use proptest::prelude::*;

fn check(expected: &str, text: &str) {
    let guess = language(text);
    assert_eq!(guess.map(|guess| guess.code), Some(expected), "{text}");
    let confidence = guess.map_or(0.0, |guess| guess.confidence);
    assert!(
        (LEAST_CONFIDENCE..=1.0).contains(&confidence),
        "{confidence}"
    );
}

#[test]
fn sentences_of_latin_script() {
    check(
        "en",
        "The ministers met in the capital to talk about the price of grain.",
    );
    check(
        "de",
        "Die Minister trafen sich in der Hauptstadt, um über den Preis des Getreides zu reden.",
    );
    check(
        "fr",
        "Les ministres se sont réunis dans la capitale pour parler du prix des céréales.",
    );
    check(
        "es",
        "Los ministros se reunieron en la capital para hablar del precio de los cereales.",
    );
    check(
        "it",
        "I ministri si sono riuniti nella capitale per parlare del prezzo dei cereali.",
    );
    check(
        "pt",
        "Os ministros reuniram-se na capital para falar sobre o preço dos cereais.",
    );
    check(
        "nl",
        "De ministers kwamen in de hoofdstad bijeen om over de graanprijs te praten.",
    );
    check(
        "pl",
        "Ministrowie spotkali się w stolicy, aby rozmawiać o cenach zboża.",
    );
    check(
        "cs",
        "Ministři se sešli v hlavním městě, aby jednali o cenách obilí.",
    );
    check(
        "sk",
        "Ministri sa stretli v hlavnom meste, aby rokovali o cenách obilia.",
    );
    check(
        "sv",
        "Ministrarna träffades i huvudstaden för att tala om priset på spannmål.",
    );
    check(
        "da",
        "Ministrene mødtes i hovedstaden for at tale om prisen på korn og om havnen.",
    );
    check(
        "nb",
        "Statsrådene møttes i hovedstaden for å snakke om prisen på korn og om havna.",
    );
    check(
        "fi",
        "Ministerit tapasivat pääkaupungissa keskustellakseen viljan hinnasta.",
    );
    check(
        "et",
        "Ministrid kohtusid pealinnas, et arutada teravilja hinda.",
    );
    check(
        "hu",
        "A miniszterek a fővárosban találkoztak, hogy a gabona áráról beszéljenek.",
    );
    check(
        "ro",
        "Miniștrii s-au întâlnit în capitală pentru a discuta despre prețul cerealelor.",
    );
    check(
        "tr",
        "Bakanlar tahıl fiyatını görüşmek üzere başkentte bir araya geldi.",
    );
    check(
        "vi",
        "Các bộ trưởng đã gặp nhau ở thủ đô để bàn về giá ngũ cốc.",
    );
    check(
        "id",
        "Para menteri bertemu di ibu kota untuk membahas harga gandum karena panen gagal.",
    );
    check(
        "sw",
        "Mawaziri walikutana katika mji mkuu ili kuzungumza kuhusu bei ya nafaka.",
    );
    check(
        "ca",
        "Els ministres es van reunir a la capital per parlar del preu dels cereals.",
    );
}

#[test]
fn sentences_of_other_scripts() {
    check(
        "ru",
        "Министры встретились в столице, чтобы обсудить цены на зерно.",
    );
    check(
        "uk",
        "Міністри зустрілися у столиці, щоб обговорити ціни на зерно.",
    );
    check(
        "bg",
        "Министрите се срещнаха в столицата, за да обсъдят цената на зърното.",
    );
    check("ar", "اجتمع الوزراء في العاصمة لمناقشة أسعار الحبوب.");
    check(
        "fa",
        "وزیران در پایتخت دیدار کردند تا درباره قیمت غلات گفتگو کنند.",
    );
    check(
        "ur",
        "وزراء نے دارالحکومت میں اناج کی قیمت پر بات کرنے کے لیے ملاقات کی۔",
    );
    check(
        "hi",
        "मंत्रियों ने राजधानी में अनाज की कीमत पर बात करने के लिए मुलाकात की।",
    );
    check("he", "השרים נפגשו בבירה כדי לדון במחיר התבואה.");
    check(
        "el",
        "Οι υπουργοί συναντήθηκαν στην πρωτεύουσα για την τιμή των σιτηρών.",
    );
    check("zh", "部长们在首都开会讨论粮食价格。");
    check(
        "ja",
        "大臣たちは穀物の価格について話し合うため首都に集まった。",
    );
    check("ko", "장관들은 곡물 가격을 논의하기 위해 수도에서 만났다.");
    check("th", "รัฐมนตรีพบกันที่เมืองหลวงเพื่อหารือเรื่องราคาข้าว");
    check("ka", "მინისტრები დედაქალაქში შეხვდნენ ერთმანეთს.");
}

#[test]
fn case_and_addresses_do_not_matter() {
    check(
        "de",
        "DIE MINISTER TRAFEN SICH IN DER HAUPTSTADT, UM ZU REDEN.",
    );
    check(
        "de",
        "Die Minister trafen sich https://example.org/the-price-of-the-grain heute wieder",
    );
}

#[test]
fn what_has_no_language_is_not_told() {
    for text in [
        "",
        " ",
        "12.05.2024, 18:00",
        "+++ 3:2 +++",
        "🛳",
        "https://example.org/the-price-of-grain",
        "newsdesk@example.org",
        "\u{0}\u{fffd}",
    ] {
        assert_eq!(language(text), None, "{text}");
    }
}

#[test]
fn languages_that_are_not_learned_are_not_told() {
    for text in [
        "Dip ministres hulle nyob hauv lub nroog loj tham txog nqi ntawm qoob loo thiab lwm yam.",
        "Njẹ́ àwọn mínísítà pàdé ní olú-ìlú láti sọ̀rọ̀ nípa iye owó ọkà.",
        "ޗެރު ވަޒީރުން މާލޭގައި ބައްދަލުކުރި",
    ] {
        assert_eq!(language(text), None, "{text}");
    }
}

#[test]
fn a_long_text_is_told_by_all_of_it() {
    let notice = "We use cookies to offer you a better service. ";
    let german = "Die Minister trafen sich in der Hauptstadt, um über den Preis zu reden. ";
    let text = notice.repeat(20) + &german.repeat(200);
    check("de", &text);
}

#[test]
fn each_language_is_listed_once() {
    let mut all: Vec<_> = languages().collect();
    assert!(all.len() >= 60, "{}", all.len());
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    assert_eq!(all.len(), count);
    assert!(
        ["en", "sr", "zh", "nn", "th"]
            .iter()
            .all(|code| all.contains(code))
    );
}

#[test]
fn no_text_takes_long() {
    for piece in ["a", "ж", "語", "a\u{300}", "@", "://", "\u{200D}"] {
        let text = piece.repeat(5_000_000);
        let _ = language(&text);
    }
}

proptest! {
    #[test]
    fn any_text_has_a_language_or_none(text in "\\PC{0,400}", count in 1_usize..40) {
        for text in [text.clone(), text.repeat(count)] {
            if let Some(guess) = language(&text) {
                prop_assert!(languages().any(|code| code == guess.code));
                prop_assert!((LEAST_CONFIDENCE..=1.0).contains(&guess.confidence));
            }
        }
    }
}
