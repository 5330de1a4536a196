//! Who and what is named in a text, with type, place, and what it stands for.
//!
//! Run it with `cargo run -p copydesk-entities --example mentions`, with a text of your own as arguments
//! or without any.
//!
//! ```text
//! 0..6 GPE Norway = Norway (NO)
//! 11..27 TITLE Foreign Minister = Foreign Minister of Norway
//! 28..42 PERSON Ingrid Solheim = Ingrid Solheim
//! 51..56 GPE Accra = Accra (GH)
//! 60..66 DATE Friday = Friday
//! 68..75 PERSON Solheim = Ingrid Solheim
//! 85..93 NORP Ghanaian = Ghana (GH)
//! 110..114 GPE Oslo = Oslo (NO), here Norway
//! Foreign Minister of Norway is Foreign Minister of Norway
//! Ingrid Solheim is Foreign Minister of Norway
//! ```

use std::env;

use copydesk_core::{EntityOptions, SegmentOptions};
use copydesk_entities::{Context, annotate};
use copydesk_segment::{sentences, tokens};

const TEXT: &str = "Norway’s Foreign Minister Ingrid Solheim flew to Accra on Friday. Solheim told \
    the Ghanaian parliament that Oslo had not asked for the talks.";

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let given = given.join(" ");
    let text = if given.is_empty() { TEXT } else { &given };

    // The stage is given its sentences and tokens, by `copydesk-segment` or by anybody else.
    let sentences = sentences(text, &SegmentOptions::default());
    let tokens = tokens(text);
    let (context, options) = (Context::default(), EntityOptions::default());
    let found = annotate(text, &sentences, &tokens, &context, &options);
    for mention in &found.mentions {
        let entity = &found.entities[mention.entity as usize];
        print!(
            "{:?} {} {} = {}",
            mention.span,
            mention.label,
            mention.span.of(text),
            entity.name
        );
        if let Some(country) = &entity.identifiers.country {
            print!(" ({country})");
        }
        if let Some(government) = mention.metonym_of {
            print!(", here {}", found.entities[government as usize].name);
        }
        println!();
    }
    for entity in &found.entities {
        for role in &entity.roles {
            let of = role.of.map_or("?", |of| &found.entities[of as usize].name);
            println!("{} is {} of {of}", entity.name, role.title);
        }
    }
}
