//! Small documents of every kind without end, no two alike, for runs of millions.

use copydesk_core::RawDocument;

use crate::{
    furniture, reports,
    text::crawl::{FOREIGN, disguise, windows_1252},
    words::Words,
};

/// An endless supply of documents of about 0.7 kB, the same for the same seed: pages and scraped texts in
/// nine languages, in UTF-8 and Latin-1, with look-alike letters, with mojibake, cut off in the middle,
/// with bytes overwritten, and noise that is no text at all.
#[derive(Clone, Debug)]
pub struct Varied {
    words: Words,
    foreign: Vec<&'static str>,
    number: usize,
}

impl Varied {
    /// A supply that begins at a place of its own.
    pub fn new(seed: u64) -> Self {
        Self {
            words: Words::new(seed),
            foreign: FOREIGN.split("\n\n").map(str::trim).collect(),
            number: 0,
        }
    }

    /// A title and some paragraphs; the number of the document is in the last one.
    fn story(&mut self) -> (String, Vec<String>) {
        let words = &mut self.words;
        let report = reports::report(words, self.number % (48 * 28), 100_000);
        let title = words.phrase(6);
        let mut paragraphs = vec![report.text];
        if words.below(3) == 0 {
            let at = words.below(self.foreign.len());
            paragraphs[0] = self.foreign[at].replace('~', "\u{a0}");
        }
        paragraphs.push(format!(
            "Report {} of {}: {}.",
            self.number,
            report.day,
            words.phrase(12)
        ));
        (title, paragraphs)
    }

    fn page(&mut self) -> String {
        let (title, paragraphs) = self.story();
        let words = &mut self.words;
        let menu = furniture::menu(words, 1);
        format!(
            "<!DOCTYPE html><html><head><title>{title} - Harbour Post</title></head><body>\n{menu}\
             <article class=\"post-{}\"><h1>{title}</h1>\n<p>{}</p>\n</article>\n\
             <footer>&copy; 2024 Harbour Post. All rights reserved.</footer></body></html>\n",
            words.word(),
            paragraphs.join("</p>\n<p>")
        )
    }

    fn text(&mut self) -> String {
        let (title, paragraphs) = self.story();
        format!(
            "Home\nWorld\nShare on Facebook\n\n{title}\n\n{}\n\nLeave a Reply\n",
            paragraphs.join("\n\n")
        )
    }

    /// Bytes with some of them overwritten, cut off somewhere.
    fn damaged(&mut self) -> Vec<u8> {
        let mut bytes = self.page().into_bytes();
        for _ in 0..self.words.below(20) {
            let at = self.words.below(bytes.len());
            bytes[at] = self.words.below(256) as u8;
        }
        bytes.truncate(self.words.below(bytes.len()));
        bytes
    }

    fn bytes(&mut self) -> Vec<u8> {
        match self.words.below(100) {
            0..35 => self.page().into_bytes(),
            35..60 => self.text().into_bytes(),
            60..68 => {
                let latin_1 = |letter| u8::try_from(u32::from(letter)).unwrap_or(b'?');
                self.page().chars().map(latin_1).collect()
            }
            68..78 => {
                let sound = self.text();
                sound
                    .bytes()
                    .map(windows_1252)
                    .collect::<String>()
                    .into_bytes()
            }
            78..88 => {
                let text = self.text();
                let spelt: Vec<String> = text.split(' ').map(disguise).collect();
                spelt.join(" ").into_bytes()
            }
            88..98 => self.damaged(),
            _ => (0..1_000).map(|_| self.words.below(256) as u8).collect(),
        }
    }
}

impl Iterator for Varied {
    type Item = RawDocument;

    fn next(&mut self) -> Option<RawDocument> {
        self.number += 1;
        let bytes = self.bytes();
        Some(RawDocument {
            uri: Some(format!("https://post.example/{}", self.number)),
            ..RawDocument::from_bytes(bytes)
        })
    }
}
