//! A page as Markdown, and what was dropped from it, why, and where it stands.
//!
//! Run it with `cargo run -p copydesk-parse --example extract`, with the path of a page, or with `-` for
//! standard input. Of the page in this file it prints:
//!
//! ```text
//! # Port of Tema reopens
//!
//! The port of Tema reopened on Friday after a strike of nine days, the harbour master said.
//!
//! ## What is next
//!
//! - Forty ships are waiting outside the breakwater.
//! - The first one carries grain.
//!
//! Nobody could say on Friday how long it will take until all of them are unloaded.
//!
//! 19..54 title-apart: Port of Tema reopens | Harbour News
//! 93..124 navigation: Home Sport
//! 148..168 title-apart: Port of Tema reopens
//! 192..203 byline: By Ama Osei
//! 547..565 share: Share this article
//! 580..600 site-furniture: © 2024 Harbour News
//! ```

use std::{
    env, fs,
    io::{self, Read},
};

use copydesk_core::{MarkdownOptions, ParseOptions, RawDocument, record::Article};
use copydesk_parse::{Parsed, parse};

const PAGE: &str = r#"<html><head><title>Port of Tema reopens | Harbour News</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Port of Tema reopens</h1>
<p class="byline">By Ama Osei</p>
<p>The port of Tema reopened on Friday after a strike of nine days, the harbour master said.</p>
<h2>What is next</h2>
<ul><li>Forty ships are waiting outside the breakwater.</li><li>The first one carries grain.</li></ul>
<p>Nobody could say on Friday how long it will take until all of them are unloaded.</p></article>
<div class="share">Share this article</div>
<footer>© 2024 Harbour News</footer></body></html>"#;

fn main() -> io::Result<()> {
    let page = match env::args().nth(1).as_deref() {
        None => PAGE.as_bytes().to_vec(),
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes)?;
            bytes
        }
        Some(path) => fs::read(path)?,
    };
    let parsed = parse(&RawDocument::from_bytes(page), &ParseOptions::default());
    let Parsed {
        metadata,
        text,
        offsets,
        blocks,
        ..
    } = parsed;
    // The exports are methods of the record.
    let article = Article {
        title: metadata.title,
        text,
        offsets,
        blocks,
        ..Article::default()
    };
    println!("{}", article.to_markdown(&MarkdownOptions::default()));
    for block in &article.blocks {
        if let Some(reason) = block.dropped {
            println!("{:?} {reason}: {}", block.source, block.content);
        }
    }
    Ok(())
}
