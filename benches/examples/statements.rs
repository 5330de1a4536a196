//! How fast the stage is with and without what it reads of statements: `statements FILE...` reads
//! each text, and prints its size, the seconds of the first call, and MB/s with all, without
//! statements, and of statements alone by the difference; the least of some rounds of each.

use std::{env, fs, hint::black_box, io, time::Instant};

use copydesk_benches as _;
use copydesk_core::{EntityOptions, Span, Token};
use copydesk_entities::{Context, annotate};

fn main() -> io::Result<()> {
    let whole = EntityOptions::default();
    let mut names = EntityOptions::default();
    names.statements = false;
    let begin = Instant::now();
    let text = "It rained in Accra, he said.";
    run(
        text,
        &[Span::new(0, text.len() as u32)],
        &copydesk_segment::tokens(text),
        &whole,
    );
    println!("first call: {:.1} ms", begin.elapsed().as_secs_f64() * 1e3);
    for path in env::args_os().skip(1) {
        let text = fs::read_to_string(&path)?;
        let sentences = copydesk_segment::sentences(&text, &<_>::default());
        let tokens = copydesk_segment::tokens(&text);
        let rounds = (20_000_000 / text.len().max(1)).clamp(2, 200);
        let mut best = [f64::INFINITY; 2];
        for _ in 0..rounds {
            for (best, options) in best.iter_mut().zip([&whole, &names]) {
                let begin = Instant::now();
                run(&text, &sentences, &tokens, options);
                *best = best.min(begin.elapsed().as_secs_f64());
            }
        }
        let speed = |seconds: f64| text.len() as f64 / seconds / 1e6;
        println!(
            "{} {} bytes: all {:.2} MB/s, without statements {:.2}, statements alone {:.2}",
            path.display(),
            text.len(),
            speed(best[0]),
            speed(best[1]),
            speed(best[0] - best[1])
        );
    }
    Ok(())
}

fn run(text: &str, sentences: &[Span], tokens: &[Token], options: &EntityOptions) {
    let context = Context {
        reference: Some("2024-10-16"),
        ..Context::default()
    };
    black_box(annotate(
        black_box(text),
        sentences,
        tokens,
        &context,
        options,
    ));
}
