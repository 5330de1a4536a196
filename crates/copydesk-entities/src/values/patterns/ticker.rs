//! Shares by exchange and symbol: `(NASDAQ: GOOG)`, `NYSE:IBM`, `$GOOG`.
//!
//! *What*: the name of an exchange, a colon and a symbol; or a dollar sign and two to five
//! capitals. *Why*: the symbol is the company, whatever its name. *Example*: `(LSE: BP.)` →
//! `LSE:BP`. *Known misses*: symbols without an exchange, `GOOG.O`.

use copydesk_core::record::PatternKind;

use super::Found;

/// Names of exchanges as they stand before a symbol.
const EXCHANGES: &[&str] = &[
    "NASDAQ",
    "Nasdaq",
    "NYSE",
    "NYSEAMERICAN",
    "AMEX",
    "OTC",
    "OTCMKTS",
    "OTCQB",
    "OTCQX",
    "LSE",
    "LON",
    "AIM",
    "TSX",
    "TSXV",
    "CVE",
    "ASX",
    "NZX",
    "HKEX",
    "HKG",
    "SEHK",
    "SGX",
    "NSE",
    "BSE",
    "JSE",
    "ETR",
    "FRA",
    "FWB",
    "XETRA",
    "EPA",
    "AMS",
    "EBR",
    "BIT",
    "BME",
    "STO",
    "CPH",
    "HEL",
    "OSL",
    "SWX",
    "SIX",
    "VIE",
    "WSE",
    "TYO",
    "TSE",
    "KRX",
    "SSE",
    "SZSE",
    "SHA",
    "SHE",
    "TASE",
    "BVMF",
    "BMV",
];

/// What a dollar sign before capitals is as often as a share.
const NO_SYMBOLS: &[&str] = &[
    "US", "USD", "AU", "AUD", "CA", "CAD", "NZ", "NZD", "HK", "HKD", "SG", "MM", "BN", "M", "B",
];

/// The share whose exchange ends before the colon at byte `i`.
pub(super) fn listed(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut start = i;
    while start > floor && i - start < 13 && bytes[start - 1].is_ascii_alphabetic() {
        start -= 1;
    }
    let exchange = text.get(start..i)?;
    if !EXCHANGES.contains(&exchange) || (start > 0 && bytes[start - 1] == b'_') {
        return None;
    }
    let mut at = i + 1;
    while at < i + 3 && bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    let symbol = at;
    while at < bytes.len() && at - symbol < 8 {
        let inner = bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase);
        if !(bytes[at].is_ascii_uppercase() || bytes[at].is_ascii_digit() || inner) {
            break;
        }
        at += 1;
    }
    let longer = text[at..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    if at == symbol || longer {
        return None;
    }
    // `(LSE: BP.)`: the full stop is part of what is written, not of the symbol.
    let end = at + usize::from(bytes[at..].starts_with(b".)"));
    Some(Found {
        start,
        end,
        kind: PatternKind::Ticker,
        value: format!("{}:{}", exchange.to_ascii_uppercase(), &text[symbol..at]),
        ..Found::default()
    })
}

/// The share whose dollar sign stands at byte `i`.
pub(super) fn cashtag(text: &str, i: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    if i > 0 && (bytes[i - 1].is_ascii_alphanumeric() || matches!(bytes[i - 1], b'$' | b'_')) {
        return None;
    }
    let mut end = i + 1;
    while end < bytes.len() && end - i <= 6 && bytes[end].is_ascii_uppercase() {
        end += 1;
    }
    let symbol = &text[i + 1..end];
    let longer = text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$'));
    if !(2..=5).contains(&symbol.len()) || longer || NO_SYMBOLS.contains(&symbol) {
        return None;
    }
    Some(Found {
        start: i,
        end,
        kind: PatternKind::Ticker,
        value: text[i..end].to_owned(),
        ..Found::default()
    })
}
