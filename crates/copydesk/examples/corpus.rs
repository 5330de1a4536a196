//! Many articles together: who is who across them, copies, stories, a timeline.
//!
//! Run it with `cargo run -p copydesk --example corpus`.
//!
//! ```text
//! Who is who
//!   GPE Tema, articles: 3
//!   ORG Harbour Union, articles: 3
//!   GPE Ghana, articles: 3
//!   TITLE Transport Minister of Ghana, articles: 2
//!   PERSON Kofi Mensah, articles: 3, Transport Minister
//!   TITLE Minister, articles: 1
//! Copies
//!   2 is a copy of 0: syndicated
//! Stories
//!   Strike shuts the port of Tema: articles [0, 1, 2]
//! Timeline
//!   2024-05-02TNI confirmed: Ghana’s Transport Minister Kofi Mensah met the union on Thursday night
//!   2024-05-03 confirmed: Mensah visited the port on Friday
//! ```

use copydesk::{
    Desk, Error, Options, RawDocument, corpus::Corpus, duplicates::DuplicateOptions,
    stories::StoryOptions,
};

const PAGES: [(&str, &str); 3] = [
    (
        "2024-05-02",
        "<h1>Strike shuts the port of Tema</h1><p>Dockers of the Harbour Union in Tema, Ghana, walked \
         out on Thursday. Ghana&rsquo;s Transport Minister Kofi Mensah met the union on Thursday \
         night, and police arrested two dockers.</p>",
    ),
    (
        "2024-05-03",
        "<h1>Tema dockers stay out</h1><p>The strike of the Harbour Union in Tema, Ghana, went into a \
         second day. Mensah visited the port on Friday. &ldquo;We will talk for as long as it \
         takes,&rdquo; the minister said.</p>",
    ),
    (
        "2024-05-04",
        "<h1>Strike shuts the port of Tema</h1><p>TEMA (Ghana News) - Dockers of the Harbour Union in \
         Tema, Ghana, walked out on Thursday. Ghana&rsquo;s Transport Minister Kofi Mensah met the \
         union on Thursday night, and police arrested two dockers.</p>",
    ),
];

fn main() -> Result<(), Error> {
    let desk = Desk::new(Options::default())?;
    let mut corpus = Corpus::default();
    for (day, page) in PAGES {
        let mut document = RawDocument::from_bytes(page);
        document.fetched = Some(day.to_owned()); // relative dates count from it
        corpus.add_on(desk.read(&document), day);
    }

    println!("Who is who");
    for entity in corpus.entities() {
        print!(
            "  {} {}, articles: {}",
            entity.label,
            entity.name,
            entity.members.len()
        );
        for role in &entity.roles {
            print!(", {}", role.title);
        }
        println!();
    }

    println!("Copies");
    for row in corpus.duplicates(DuplicateOptions::default()) {
        if let (Some(original), Some(kind)) = (row.dup_of, row.dup_kind) {
            println!("  {} is a copy of {original}: {kind}", row.article);
        }
    }

    println!("Stories");
    for story in corpus.stories(StoryOptions::default()) {
        println!("  {}: articles {:?}", story.headline, story.articles);
    }

    println!("Timeline");
    for entry in corpus.timeline() {
        println!("  {} {}: {}", entry.date, entry.status, entry.text);
    }
    Ok(())
}
