fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut options = copydesk_core::NormalizeOptions::default();
    options.whitespace = false;
    options.entities = false;
    options.homoglyphs = false;
    options.invisible = false;
    for line in text.lines() {
        let out = copydesk_normalize::normalize(line, &options);
        for edit in out.edits.iter().filter(|e| e.rule == "mojibake") {
            let s = edit.span.start as usize;
            let e = edit.span.end as usize;
            let from = out.text[..s]
                .char_indices()
                .rev()
                .nth(15)
                .map_or(0, |x| x.0);
            let to = out.text[e..]
                .char_indices()
                .nth(15)
                .map_or(out.text.len(), |x| e + x.0);
            println!(
                "{:?} -> {:?}   in {:?}",
                edit.before,
                &out.text[s..e],
                &out.text[from..to]
            );
        }
    }
}
