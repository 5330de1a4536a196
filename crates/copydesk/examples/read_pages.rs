//! From a folder of pages to records, on all cores and in bounded memory.
//!
//! Run it with `cargo run -p copydesk --example read_pages`, with paths of files, folders or archives or
//! without any: then it reads three pages of its own, one of which is no page.
//!
//! ```text
//! port.html
//!   title: Port of Tema reopens
//!   GPE Tema = Tema, bytes 12..16 of the page
//!   GPE Ghana = Ghana, bytes 32..37 of the page
//!   TITLE Transport Minister = Transport Minister of Ghana, bytes 46..64 of the page
//!   PERSON Kofi Mensah = Kofi Mensah, bytes 65..76 of the page
//!   GPE Tema = Tema, bytes 94..98 of the page
//!   DATE Friday = Friday, bytes 115..121 of the page
//!   info entities/no-reference-date: no publication date was found, so relative dates are not resolved; give a reference date to resolve them
//! scan.html
//!   title: -
//!   error parse/not-text: the document is a PDF file; only HTML and plain text can be read
//! talks.html
//!   title: Talks in Oslo
//!   GPE Oslo = Oslo, bytes 13..17 of the page
//!   GPE Norway = Norway, bytes 43..49 of the page
//!   TITLE Foreign Minister = Foreign Minister of Norway, bytes 58..74 of the page
//!   PERSON Ingrid Solheim = Ingrid Solheim, bytes 75..89 of the page
//!   GPE Oslo = Oslo, bytes 93..97 of the page
//!   PERSON Solheim = Ingrid Solheim, bytes 99..106 of the page
//! ```

use std::env;

use copydesk::{Article, Desk, Options, RawDocument, Unreadable};
use copydesk_io::{ReadOptions, Sources};

const PAGES: [(&str, &[u8]); 3] = [
    (
        "port.html",
        "<h1>Port of Tema reopens</h1><p>Ghana&rsquo;s Transport Minister Kofi Mensah said the port \
         of Tema had reopened on Friday after a strike of nine days.</p>"
            .as_bytes(),
    ),
    ("scan.html", b"%PDF-1.7 \x00\x01\x02"),
    (
        "talks.html",
        "<h1>Talks in Oslo</h1><p>Union leaders met Norway&rsquo;s Foreign Minister Ingrid Solheim \
         in Oslo. Solheim said that the talks would go on.</p>"
            .as_bytes(),
    ),
];

fn main() -> Result<(), copydesk::Error> {
    let desk = Desk::new(Options::default())?;
    let paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        let documents = PAGES.iter().map(|(uri, bytes)| {
            let mut document = RawDocument::from_bytes(*bytes);
            document.uri = Some((*uri).to_owned());
            Ok::<_, Unreadable>(document)
        });
        desk.stream(documents).for_each(|article| print(&article));
    } else {
        let sources = Sources::open(paths.iter().map(String::as_str), ReadOptions::default())?;
        desk.stream(sources).for_each(|article| print(&article));
    }
    Ok(())
}

fn print(article: &Article) {
    println!("{}", article.source.uri.as_deref().unwrap_or("-"));
    println!("  title: {}", article.title.as_deref().unwrap_or("-"));
    for mention in &article.mentions {
        println!(
            "  {} {} = {}, bytes {:?} of the page",
            mention.label,
            mention.span.of(&article.text),
            article.entities[mention.entity as usize].name,
            article.source_of(mention.span),
        );
    }
    // A page that cannot be read is a record, too.
    for note in &article.diagnostics {
        println!("  {note}");
    }
}
