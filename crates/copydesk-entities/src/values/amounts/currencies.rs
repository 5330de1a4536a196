//! Currencies: signs, ISO 4217 codes and names, each with its code.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::atoms::Atoms;

/// Longest name of a currency, in bytes.
const MAX_NAME: usize = 12;

/// The code of a currency sign; a bare dollar sign is that of the United States.
pub(super) fn by_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' | '\u{FF04}' => "USD",
        '\u{20AC}' => "EUR",
        '\u{00A3}' | '\u{FFE1}' => "GBP",
        '\u{00A5}' | '\u{FFE5}' => "JPY",
        '\u{20B9}' => "INR",
        '\u{20BD}' => "RUB",
        '\u{20A9}' | '\u{FFE6}' => "KRW",
        '\u{20BA}' => "TRY",
        '\u{20AA}' => "ILS",
        '\u{20A6}' => "NGN",
        '\u{20B1}' => "PHP",
        '\u{0E3F}' => "THB",
        '\u{20B4}' => "UAH",
        '\u{20AB}' => "VND",
        '\u{20B5}' => "GHS",
        '\u{20A1}' => "CRC",
        '\u{20BE}' => "GEL",
        '\u{20AD}' => "LAK",
        '\u{20AE}' => "MNT",
        '\u{20B2}' => "PYG",
        '\u{20B8}' => "KZT",
        '\u{20BC}' => "AZN",
        '\u{058F}' => "AMD",
        '\u{09F3}' => "BDT",
        '\u{17DB}' => "KHR",
        '\u{FDFC}' => "IRR",
        '\u{20BF}' => "XBT",
        _ => return None,
    })
}

/// Whether the word opens a sum: a prefix of the dollar sign, or a code before a sign or number.
pub(super) fn opens(atoms: &Atoms<'_>, i: usize) -> bool {
    let surface = atoms.surface(i);
    if surface.len() > 4 {
        return false;
    }
    match atoms.kind(i + 1) {
        super::Kind::Mark('.') => surface.eq_ignore_ascii_case("u") || is_rupees(surface),
        super::Kind::Mark(sign) => {
            by_sign(sign).is_some()
                && (dollar_prefix(surface).is_some() || any_code(surface).is_some())
        }
        super::Kind::Number { .. } => any_code(surface).is_some(),
        _ => false,
    }
}

/// The code of `US$`, `A$` and their like.
pub(super) fn dollar_prefix(prefix: &str) -> Option<&'static str> {
    Some(match prefix {
        "US" | "U" | "us" => "USD",
        "A" | "AU" | "a" | "au" => "AUD",
        "C" | "CA" | "CAN" | "c" => "CAD",
        "NZ" | "nz" => "NZD",
        "HK" | "hk" => "HKD",
        "S" | "SG" | "s" => "SGD",
        "NT" | "nt" => "TWD",
        "R" | "r" => "BRL",
        "MX" | "Mex" | "mex" => "MXN",
        "J" => "JMD",
        "EC" => "XCD",
        _ => return None,
    })
}

/// `Rs 500`, `Rs. 500`
pub(super) fn is_rupees(word: &str) -> bool {
    matches!(word, "Rs" | "rs")
}

/// The code that a word is, and what a letter before it multiplies with: `EUR`, `MEUR`.
pub(super) fn any_code(word: &str) -> Option<(&'static str, f64)> {
    if let Some(code) = by_code(word) {
        return Some((code, 1.0));
    }
    if is_rupees(word) {
        return Some(("INR", 1.0));
    }
    if word.len() != 4 {
        return None;
    }
    let factor = match word.as_bytes()[0] {
        b'k' | b'K' | b'T' => 1e3,
        b'M' => 1e6,
        b'B' => 1e9,
        _ => return None,
    };
    let code = by_code(word.get(1..)?).filter(|code| MAJOR.contains(code))?;
    word.get(1..)?
        .starts_with(char::is_uppercase)
        .then_some((code, factor))
}

/// An ISO 4217 code of a currency: any in capitals, the common ones in small letters too.
fn by_code(word: &str) -> Option<&'static str> {
    if word.len() != 3 || !word.is_ascii() {
        return None;
    }
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut upper = [0; 3];
    upper.copy_from_slice(word.as_bytes());
    if small {
        upper.make_ascii_uppercase();
    }
    let code = CODE_SET.get(&upper).copied()?;
    (!small || MAJOR.contains(&code)).then_some(if code == "RMB" { "CNY" } else { code })
}

static CODE_SET: LazyLock<FxHashMap<[u8; 3], &'static str>> = LazyLock::new(|| {
    CODES
        .split_ascii_whitespace()
        .filter_map(|code| Some((code.as_bytes().try_into().ok()?, code)))
        .collect()
});

/// Codes but those that are more often something else: `ALL`, `AMD`, `NPR`, `TOP`.
const CODES: &str = "USD EUR GBP JPY CNY RMB RUB INR CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN CZK \
    HUF RON BGN TRY ILS AED SAR QAR KWD BHD OMR JOD LBP SYP IQD IRR YER EGP MAD DZD TND LYD ZAR \
    NGN KES GHS UGX TZS RWF ETB XOF XAF ZMW ZWL MWK MZN AOA BWP NAD MUR KRW KPW TWD THB IDR MYR \
    PHP VND LAK KHR MMK PKR BDT LKR AFN MNT KZT UZS KGS TJS AZN GEL BYN UAH MDL RSD MKD ISK BRL \
    MXN ARS CLP COP PEN UYU PYG BOB VES CRC GTQ HNL NIO DOP JMD TTD HTG BSD BBD XCD FJD PGK BTC";

/// Codes that are read in small letters too, and behind a letter of magnitude.
const MAJOR: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "RUB", "INR", "CHF", "CAD", "AUD", "NZD", "HKD",
    "SGD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "ZAR", "KRW", "TWD", "THB", "IDR", "MYR",
    "BRL", "MXN", "AED", "SAR", "UAH", "NGN",
];

/// What a currency noun stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    /// Its name in the singular.
    pub(super) name: &'static str,
    /// The code without a nationality, if one is meant then.
    pub(super) code: Option<&'static str>,
    /// Nationalities and countries, the last word of each, with the code; a blank between words.
    nations: &'static [(&'static str, &'static str)],
}

impl Noun {
    /// The code behind a nationality or country.
    pub(super) fn national(&self, nation: &str) -> Option<&'static str> {
        self.nations
            .iter()
            .find(|(nations, _)| {
                nations
                    .split(' ')
                    .any(|known| known.eq_ignore_ascii_case(nation))
            })
            .map(|&(_, code)| code)
    }
}

/// The currency that a word names.
pub(super) fn by_noun(word: &str) -> Option<&'static Noun> {
    if word.len() > MAX_NAME {
        return None;
    }
    if !word.is_ascii() {
        return NOUN_SET.get(word).copied();
    }
    let mut lower = [0; MAX_NAME];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    NOUN_SET.get(core::str::from_utf8(lower).ok()?).copied()
}

static NOUN_SET: LazyLock<FxHashMap<&'static str, &'static Noun>> = LazyLock::new(|| {
    NOUNS
        .iter()
        .flat_map(|(forms, noun)| forms.split(' ').map(move |form| (form, noun)))
        .collect()
});

/// A coin of a hundredth, and how its value counts in the currency.
pub(super) fn is_coin(name: &str) -> bool {
    matches!(name, "cent" | "penny" | "kopek" | "sen")
}

const fn one(name: &'static str, code: &'static str) -> Noun {
    Noun {
        name,
        code: Some(code),
        nations: &[],
    }
}

const fn of(
    name: &'static str,
    code: &'static str,
    nations: &'static [(&'static str, &'static str)],
) -> Noun {
    Noun {
        name,
        code: Some(code),
        nations,
    }
}

const fn coin(name: &'static str, nations: &'static [(&'static str, &'static str)]) -> Noun {
    Noun {
        name,
        code: None,
        nations,
    }
}

const NOUNS: &[(&str, Noun)] = &[
    (
        "dollar dollars",
        of(
            "dollar",
            "USD",
            &[
                ("american us states u.s.", "USD"),
                ("canadian", "CAD"),
                ("australian aussie", "AUD"),
                ("zealand", "NZD"),
                ("kong", "HKD"),
                ("singapore singaporean", "SGD"),
                ("taiwan taiwanese", "TWD"),
                ("jamaican jamaica", "JMD"),
                ("bahamian", "BSD"),
                ("barbadian barbados", "BBD"),
                ("belize", "BZD"),
                ("bermudian bermuda", "BMD"),
                ("brunei", "BND"),
                ("fijian fiji", "FJD"),
                ("guyanese guyana guyanaese", "GYD"),
                ("liberian", "LRD"),
                ("namibian namibia", "NAD"),
                ("surinamese suriname", "SRD"),
                ("tobago trinidad", "TTD"),
                ("zimbabwean zimbabwe", "ZWL"),
                ("caribbean", "XCD"),
                ("cayman islands", "KYD"),
            ],
        ),
    ),
    ("euro euros", one("euro", "EUR")),
    ("yen", of("yen", "JPY", &[("japanese", "JPY")])),
    (
        "yuan renminbi rmb \u{5143}",
        of("yuan", "CNY", &[("chinese", "CNY")]),
    ),
    ("\u{5186}", one("yen", "JPY")),
    (
        "ruble rubles rouble roubles",
        of(
            "ruble",
            "RUB",
            &[
                ("russian", "RUB"),
                ("belarusian belarussian", "BYN"),
                ("soviet", "SUR"),
            ],
        ),
    ),
    (
        "rupee rupees",
        of(
            "rupee",
            "INR",
            &[
                ("indian", "INR"),
                ("pakistani pakistan", "PKR"),
                ("lankan lanka", "LKR"),
                ("nepalese nepali", "NPR"),
                ("mauritian mauritius", "MUR"),
                ("seychelles seychellois", "SCR"),
            ],
        ),
    ),
    ("\u{BB0}\u{BC2}", one("rupee", "LKR")),
    (
        "rupiah rupiahs",
        of("rupiah", "IDR", &[("indonesian", "IDR")]),
    ),
    (
        "ringgit ringgits",
        of("ringgit", "MYR", &[("malaysian", "MYR")]),
    ),
    ("baht bahts", of("baht", "THB", &[("thai", "THB")])),
    (
        "hryvnia hryvnias hryvnya",
        of("hryvnia", "UAH", &[("ukrainian", "UAH")]),
    ),
    (
        "zloty zlotys zloties",
        of("zloty", "PLN", &[("polish", "PLN")]),
    ),
    (
        "forint forints",
        of("forint", "HUF", &[("hungarian", "HUF")]),
    ),
    (
        "shekel shekels",
        of("shekel", "ILS", &[("israeli new", "ILS")]),
    ),
    ("naira nairas", of("naira", "NGN", &[("nigerian", "NGN")])),
    (
        "cedi cedis",
        of("cedi", "GHS", &[("ghanaian ghana", "GHS")]),
    ),
    (
        "dirham dirhams",
        of(
            "dirham",
            "AED",
            &[("uae emirati emirates", "AED"), ("moroccan", "MAD")],
        ),
    ),
    ("rand", of("rand", "ZAR", &[("african", "ZAR")])),
    (
        "lira liras lire",
        of(
            "lira",
            "TRY",
            &[("turkish", "TRY"), ("italian", "ITL"), ("syrian", "SYP")],
        ),
    ),
    (
        "franc francs",
        coin(
            "franc",
            &[
                ("swiss", "CHF"),
                ("cfa", "XOF"),
                ("african", "XAF"),
                ("french", "FRF"),
                ("belgian", "BEF"),
                ("luxembourg", "LUF"),
                ("rwandan", "RWF"),
                ("burundian burundi", "BIF"),
                ("congolese congo", "CDF"),
                ("guinean", "GNF"),
                ("djiboutian djibouti", "DJF"),
                ("comorian", "KMF"),
                ("cfp", "XPF"),
            ],
        ),
    ),
    (
        "peso pesos",
        coin(
            "peso",
            &[
                ("mexican", "MXN"),
                ("argentine argentinian", "ARS"),
                ("chilean", "CLP"),
                ("colombian", "COP"),
                ("philippine", "PHP"),
                ("cuban", "CUP"),
                ("uruguayan", "UYU"),
                ("dominican", "DOP"),
            ],
        ),
    ),
    (
        "krona kronor kronas",
        of("krona", "SEK", &[("swedish", "SEK"), ("icelandic", "ISK")]),
    ),
    (
        "krone kroner krones",
        coin("krone", &[("norwegian", "NOK"), ("danish", "DKK")]),
    ),
    (
        "koruna korunas koruny",
        of("koruna", "CZK", &[("czech", "CZK"), ("slovak", "SKK")]),
    ),
    (
        "riyal riyals",
        of(
            "riyal",
            "SAR",
            &[
                ("saudi arabian", "SAR"),
                ("qatari qatar", "QAR"),
                ("omani", "OMR"),
                ("yemeni", "YER"),
            ],
        ),
    ),
    (
        "rial rials",
        of(
            "rial",
            "IRR",
            &[
                ("iranian", "IRR"),
                ("omani", "OMR"),
                ("yemeni", "YER"),
                ("qatari", "QAR"),
            ],
        ),
    ),
    (
        "dinar dinars",
        coin(
            "dinar",
            &[
                ("iraqi", "IQD"),
                ("kuwaiti", "KWD"),
                ("jordanian", "JOD"),
                ("serbian", "RSD"),
                ("bahraini bahrain", "BHD"),
                ("algerian", "DZD"),
                ("tunisian", "TND"),
                ("libyan", "LYD"),
                ("yugoslav", "YUN"),
                ("macedonian", "MKD"),
            ],
        ),
    ),
    ("won", coin("won", &[("korean", "KRW"), ("korea", "KRW")])),
    (
        "pound pounds quid",
        coin(
            "pound",
            &[
                ("british uk", "GBP"),
                ("egyptian", "EGP"),
                ("lebanese", "LBP"),
                ("syrian", "SYP"),
                ("sudanese", "SDG"),
                ("irish", "IEP"),
                ("cypriot", "CYP"),
                ("gibraltar", "GIP"),
                ("falkland", "FKP"),
            ],
        ),
    ),
    (
        "shilling shillings",
        coin(
            "shilling",
            &[
                ("kenyan kenya", "KES"),
                ("ugandan uganda", "UGX"),
                ("tanzanian tanzania", "TZS"),
                ("somali", "SOS"),
            ],
        ),
    ),
    ("taka", of("taka", "BDT", &[("bangladeshi", "BDT")])),
    (
        "kyat kyats",
        of("kyat", "MMK", &[("burmese myanmar", "MMK")]),
    ),
    ("kip kips", coin("kip", &[("lao laotian", "LAK")])),
    ("dong dongs", coin("dong", &[("vietnamese", "VND")])),
    ("riel riels", of("riel", "KHR", &[("cambodian", "KHR")])),
    (
        "tugrik tugriks togrog",
        of("tugrik", "MNT", &[("mongolian", "MNT")]),
    ),
    (
        "tenge",
        of("tenge", "KZT", &[("kazakh kazakhstani", "KZT")]),
    ),
    ("lari laris", of("lari", "GEL", &[("georgian", "GEL")])),
    ("dram drams", coin("dram", &[("armenian", "AMD")])),
    (
        "manat manats",
        coin(
            "manat",
            &[
                ("azerbaijani azeri", "AZN"),
                ("turkmen turkmenistan", "TMT"),
            ],
        ),
    ),
    (
        "som soms",
        coin(
            "som",
            &[("kyrgyz kyrgyzstani", "KGS"), ("uzbek uzbekistani", "UZS")],
        ),
    ),
    ("afghani afghanis", one("afghani", "AFN")),
    ("birr birrs", of("birr", "ETB", &[("ethiopian", "ETB")])),
    (
        "kwacha kwachas",
        coin("kwacha", &[("zambian", "ZMW"), ("malawian", "MWK")]),
    ),
    ("kwanza kwanzas", of("kwanza", "AOA", &[("angolan", "AOA")])),
    ("metical meticais meticals", one("metical", "MZN")),
    ("pula", of("pula", "BWP", &[("botswana", "BWP")])),
    (
        "leu lei",
        coin("leu", &[("romanian", "RON"), ("moldovan", "MDL")]),
    ),
    ("lev leva levs", coin("lev", &[("bulgarian", "BGN")])),
    ("kuna kunas", coin("kuna", &[("croatian", "HRK")])),
    ("lek leks", coin("lek", &[("albanian", "ALL")])),
    (
        "bolivar bolivars bolivares",
        of("bolivar", "VES", &[("venezuelan", "VES")]),
    ),
    ("boliviano bolivianos", one("boliviano", "BOB")),
    (
        "guarani guaranis guaranies",
        of("guarani", "PYG", &[("paraguayan", "PYG")]),
    ),
    (
        "quetzal quetzals quetzales",
        of("quetzal", "GTQ", &[("guatemalan", "GTQ")]),
    ),
    (
        "lempira lempiras",
        of("lempira", "HNL", &[("honduran", "HNL")]),
    ),
    (
        "cordoba cordobas",
        coin("cordoba", &[("nicaraguan", "NIO")]),
    ),
    (
        "colon colones col\u{F3}n",
        coin("colon", &[("rican", "CRC"), ("salvadoran", "SVC")]),
    ),
    ("balboa balboas", coin("balboa", &[("panamanian", "PAB")])),
    ("gourde gourdes", of("gourde", "HTG", &[("haitian", "HTG")])),
    ("pataca patacas", one("pataca", "MOP")),
    ("reais", of("real", "BRL", &[("brazilian", "BRL")])),
    ("real", coin("real", &[("brazilian", "BRL")])),
    ("sol soles", coin("sol", &[("peruvian nuevo", "PEN")])),
    (
        "markka markkaa markkas",
        of("markka", "FIM", &[("finnish", "FIM")]),
    ),
    (
        "deutschmark deutschmarks deutschemark deutschemarks",
        one("mark", "DEM"),
    ),
    (
        "mark marks",
        coin(
            "mark",
            &[
                ("german deutsche", "DEM"),
                ("finnish", "FIM"),
                ("convertible", "BAM"),
            ],
        ),
    ),
    (
        "guilder guilders",
        coin("guilder", &[("dutch", "NLG"), ("antillean", "ANG")]),
    ),
    ("peseta pesetas", of("peseta", "ESP", &[("spanish", "ESP")])),
    (
        "escudo escudos",
        coin("escudo", &[("portuguese", "PTE"), ("verdean", "CVE")]),
    ),
    ("drachma drachmas", coin("drachma", &[("greek", "GRD")])),
    ("bitcoin bitcoins", one("bitcoin", "XBT")),
    ("cent cents", coin("cent", &[])),
    ("penny pence pennies", coin("penny", &[])),
    ("kopek kopeks kopeck kopecks", coin("kopek", &[])),
];
