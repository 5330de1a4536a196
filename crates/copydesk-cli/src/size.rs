//! Sizes as people write them.

/// `256MB`, `1.5 GB`, `64MiB`, `500k`, `1000`: bytes.
pub(crate) fn parse(text: &str) -> Result<u64, String> {
    let wrong = || {
        format!("`{text}` is no size; give a number of bytes with or without a unit, such as 256MB")
    };
    let text = text.trim();
    let split = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let number: f64 = number.parse().map_err(|_| wrong())?;
    let unit = unit.trim().to_lowercase();
    let factor = match unit.strip_suffix('b').unwrap_or(&unit) {
        "" => 1.0,
        "k" => 1e3,
        "m" => 1e6,
        "g" => 1e9,
        "t" => 1e12,
        "ki" => 1024.0,
        "mi" => f64::from(1 << 20),
        "gi" => f64::from(1 << 30),
        _ => return Err(wrong()),
    };
    let bytes = number * factor;
    if !(1.0..=1e18).contains(&bytes) {
        return Err(wrong());
    }
    #[expect(clippy::cast_sign_loss, reason = "it is at least 1")]
    Ok(bytes as u64)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn sizes_are_read() {
        let check = |text: &str, bytes: u64| assert_eq!(parse(text), Ok(bytes), "{text}");
        check("1000", 1000);
        check("256MB", 256_000_000);
        check("1.5 GB", 1_500_000_000);
        check("64MiB", 64 << 20);
        check("500k", 500_000);
        for text in [
            "",
            "MB",
            "-1",
            "0",
            "1..2",
            "3 parsecs",
            "1e9",
            "9999999999 TB",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
