//! Currencies: signs, ISO 4217 codes and names, each with its code.

use super::super::atoms::Atoms;

/// The code of a currency sign; a bare dollar sign is that of the United States.
pub(super) fn by_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "USD",
        '\u{20AC}' => "EUR",
        '\u{00A3}' => "GBP",
        '\u{00A5}' => "JPY",
        '\u{20B9}' => "INR",
        '\u{20BD}' => "RUB",
        '\u{20A9}' => "KRW",
        '\u{20BA}' => "TRY",
        '\u{20AA}' => "ILS",
        '\u{20A6}' => "NGN",
        '\u{20B1}' => "PHP",
        '\u{0E3F}' => "THB",
        '\u{20B4}' => "UAH",
        '\u{20AB}' => "VND",
        '\u{20B5}' => "GHS",
        _ => return None,
    })
}

/// Whether the word opens a sum: a prefix of the dollar sign, or a code before a sign.
pub(super) fn opens(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(atoms.kind(i + 1), super::Kind::Mark(sign) if by_sign(sign).is_some())
        && (dollar_prefix(atoms.surface(i)).is_some() || by_code(atoms.surface(i)).is_some())
}

/// The code of `US$`, `A$` and their like.
pub(super) fn dollar_prefix(prefix: &str) -> Option<&'static str> {
    Some(match prefix {
        "US" | "U" => "USD",
        "A" | "AU" => "AUD",
        "C" | "CA" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" | "SG" => "SGD",
        "NT" => "TWD",
        "R" => "BRL",
        _ => return None,
    })
}

/// An ISO 4217 code of a currency that news writes in codes.
pub(super) fn by_code(word: &str) -> Option<&'static str> {
    CODES.iter().find(|&&code| code == word).copied()
}

const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "RUB", "INR", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD",
    "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "TRY", "ILS", "AED", "SAR", "QAR", "KWD",
    "EGP", "ZAR", "NGN", "KES", "GHS", "KRW", "KPW", "TWD", "THB", "IDR", "MYR", "PHP", "VND",
    "PKR", "BDT", "LKR", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UAH", "KZT", "GEL", "IRR",
    "IQD", "ISK", "RMB",
];

/// What a currency noun stands for, by the nationality before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// One currency, whatever stands before.
    Known(&'static str),
    /// A name that many currencies share: the code without a nationality, if any.
    Shared(&'static str, Option<&'static str>),
}

pub(super) fn by_noun(word: &str) -> Option<Noun> {
    Some(match word {
        "dollar" | "dollars" => Noun::Shared("dollar", Some("USD")),
        "euro" | "euros" => Noun::Known("EUR"),
        "yen" => Noun::Known("JPY"),
        "yuan" | "renminbi" => Noun::Known("CNY"),
        "ruble" | "rubles" | "rouble" | "roubles" => Noun::Shared("ruble", Some("RUB")),
        "rupee" | "rupees" => Noun::Shared("rupee", Some("INR")),
        "rupiah" => Noun::Known("IDR"),
        "ringgit" => Noun::Known("MYR"),
        "baht" => Noun::Known("THB"),
        "hryvnia" | "hryvnias" => Noun::Known("UAH"),
        "zloty" | "zlotys" => Noun::Known("PLN"),
        "forint" | "forints" => Noun::Known("HUF"),
        "shekel" | "shekels" => Noun::Known("ILS"),
        "naira" => Noun::Known("NGN"),
        "cedi" | "cedis" => Noun::Known("GHS"),
        "dirham" | "dirhams" => Noun::Known("AED"),
        "rand" => Noun::Known("ZAR"),
        "lira" | "liras" => Noun::Known("TRY"),
        "franc" | "francs" => Noun::Shared("franc", None),
        "peso" | "pesos" => Noun::Shared("peso", None),
        "krona" | "kronor" => Noun::Shared("krona", Some("SEK")),
        "krone" | "kroner" => Noun::Shared("krone", None),
        "riyal" | "riyals" => Noun::Shared("riyal", Some("SAR")),
        "rial" | "rials" => Noun::Shared("rial", Some("IRR")),
        "dinar" | "dinars" => Noun::Shared("dinar", None),
        "won" => Noun::Shared("won", None),
        "pound" | "pounds" => Noun::Shared("pound", None),
        _ => return None,
    })
}

/// The code of a shared name with a nationality before it.
pub(super) fn national(nation: &str, name: &str) -> Option<&'static str> {
    Some(match (nation, name) {
        ("American" | "US", "dollar") => "USD",
        ("Canadian", "dollar") => "CAD",
        ("Australian", "dollar") => "AUD",
        ("Zealand", "dollar") => "NZD",
        ("Kong", "dollar") => "HKD",
        ("Singapore" | "Singaporean", "dollar") => "SGD",
        ("Taiwan" | "Taiwanese", "dollar") => "TWD",
        ("Russian", "ruble") => "RUB",
        ("Belarusian", "ruble") => "BYN",
        ("Indian", "rupee") => "INR",
        ("Pakistani" | "Pakistan", "rupee") => "PKR",
        ("Lankan", "rupee") => "LKR",
        ("Nepalese" | "Nepali", "rupee") => "NPR",
        ("Swiss", "franc") => "CHF",
        ("CFA", "franc") => "XOF",
        ("French", "franc") => "FRF",
        ("Mexican", "peso") => "MXN",
        ("Argentine" | "Argentinian", "peso") => "ARS",
        ("Chilean", "peso") => "CLP",
        ("Colombian", "peso") => "COP",
        ("Philippine", "peso") => "PHP",
        ("Cuban", "peso") => "CUP",
        ("Swedish", "krona") => "SEK",
        ("Icelandic", "krona") => "ISK",
        ("Norwegian", "krone") => "NOK",
        ("Danish", "krone") => "DKK",
        ("Saudi", "riyal") => "SAR",
        ("Qatari", "riyal") => "QAR",
        ("Iranian", "rial") => "IRR",
        ("Omani", "rial") => "OMR",
        ("Iraqi", "dinar") => "IQD",
        ("Kuwaiti", "dinar") => "KWD",
        ("Jordanian", "dinar") => "JOD",
        ("Serbian", "dinar") => "RSD",
        ("Korean", "won") => "KRW",
        ("British" | "UK", "pound") => "GBP",
        ("Egyptian", "pound") => "EGP",
        ("Lebanese", "pound") => "LBP",
        ("Syrian", "pound") => "SYP",
        ("Sudanese", "pound") => "SDG",
        _ => return None,
    })
}
