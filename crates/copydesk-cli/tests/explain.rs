//! `copydesk explain` as it is run: repairs of a text from standard input, and presets.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

const TEXT: &str = "The caf\u{c3}\u{a9} in Gh\u{430}na\u{200b} stays open, said the \u{201c}mayor\u{201d} of Kumasi on Monday.";

fn explain(arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["explain", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // A process that refuses its arguments reads nothing.
    let _ = input.write_all(TEXT.as_bytes());
    drop(input);
    child.wait_with_output().unwrap()
}

fn repairs(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let lines = text
        .lines()
        .skip_while(|line| !line.starts_with("Repaired"));
    let lines = lines.take_while(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[test]
fn repairs_stand_in_their_context() {
    let output = explain(&[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        repairs(&output),
        [
            "Repaired: 3 places",
            "  mojibake · 1 place · UTF-8 was read in a wrong charset",
            "    7–11  The caf«Ã©» → «é» in Ghana stays open, sai…",
            "  invisible · 1 place · characters that are not seen and carry nothing",
            "    21–24  The café in Ghana«<U+200B ZWSP>» → «» stays open, said the “ma…",
            "  homoglyphs · 1 place · letters of another script that look like the ones meant",
            "    15–21  The café in «Gh<U+0430>na» → «Ghana» stays open, said the “ma…",
        ]
    );
}

#[test]
fn presets() {
    let of = |preset| repairs(&explain(&["--preset", preset])).join("\n");
    assert_eq!(of("lossless"), "Repaired: 0 places");
    assert!(of("ascii_punctuation").contains("  quotes · 2 places · "));
    assert!(of("search").contains("  case · 3 places · "));
    let output = explain(&["--preset", "serach"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.contains("[possible values: canonical, ascii_punctuation, search, lossless]"),
        "{message}"
    );
}
