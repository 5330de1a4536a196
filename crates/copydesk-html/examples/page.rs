//! An article as a page for a browser: its title, names, quotes and what was dropped.
//!
//! Run it with `cargo run -p copydesk-html --example page > article.html` and open the file.
//!
//! ```text
//! <!doctype html><meta charset=utf-8><title>Port of Tema reopens</title>
//! …
//! ```

use copydesk::{CodePoints, Desk, Options, RawDocument};

const PAGE: &str = "<title>Port of Tema reopens</title><h1>Port of Tema reopens</h1>\
    <p>Ghana&rsquo;s Transport Minister Kofi Mensah said the port of Tema had reopened on Friday \
    after a strike of nine days.</p><div class=share>Share this article</div>";

fn main() -> Result<(), copydesk::Error> {
    let article = Desk::new(Options::default())?.read(&RawDocument::from_bytes(PAGE));
    let view = copydesk_html::article(&article, &CodePoints::new(&article.text));
    let mut title = String::new();
    copydesk_html::escape(&mut title, article.title.as_deref().unwrap_or("article"));
    println!("<!doctype html><meta charset=utf-8><title>{title}</title>");
    println!("{view}");
    Ok(())
}
