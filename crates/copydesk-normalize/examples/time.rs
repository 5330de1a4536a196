use std::time::Instant;
fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.repeat(1 + 4_000_000 / text.len());
    let options = copydesk_core::NormalizeOptions::default();
    let mut best = f64::MAX;
    let mut n = 0;
    for _ in 0..5 {
        let t = Instant::now();
        n = copydesk_normalize::normalize(&text, &options).edits.len();
        best = best.min(t.elapsed().as_secs_f64());
    }
    println!(
        "{path} {:.0} MB/s {n} edits",
        text.len() as f64 / best / 1e6
    );
}
