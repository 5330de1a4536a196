//! Invented news of which some are edited copies of others, and look-alikes that are not: the same
//! for the same seed, others for another.
//!
//! Of 20,000 documents 6,600 are stories and their copies, two to seven of each. Among the others, all
//! alone, are 600 look-alikes from five templates with other numbers and names in each; 200 that are
//! one text about other people, places and numbers, two to four of each; 200 short reports of sites
//! that put the same 40 to 80 words below each; and 100 that quote one statement in pairs of otherwise
//! different reports.

mod edits;
mod lexicon;
mod lookalikes;
mod prose;

pub use edits::Edit;
pub use lexicon::Dice;

/// A document, and which others are copies of the same.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// `YYYY-MM-DD`; copies are not from before what they were made of.
    pub published: String,
    /// Its title.
    pub title: String,
    /// Its text, paragraphs with a blank line between them.
    pub text: String,
    /// The same for copies of the same.
    pub story: u32,
    /// What was done to it, if it is a copy.
    pub edit: Option<Edit>,
}

/// A text that copies are made of.
#[derive(Clone, Debug)]
pub struct Base {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// Of 20,000 documents: look-alikes, reports that share a quote, texts about other people, reports of
/// one site.
const LOOKALIKES: usize = 600;
const QUOTING: usize = 100;
const FILLED: usize = 200;
const OF_SITES: usize = 200;
/// Of each thousand documents so many are stories and their copies.
const COPIED: usize = 330;
/// Days over which the news is spread.
const DAYS: usize = 28;

/// So many invented documents.
pub fn documents(seed: u64, count: usize) -> Vec<Document> {
    let mut dice = Dice::new(seed);
    let lookalikes = LOOKALIKES * count / 20_000;
    let quoting = QUOTING * count / 20_000;
    let (filled, of_sites) = (FILLED * count / 20_000, OF_SITES * count / 20_000);
    let mut news = News::new();
    while news.documents.len() < count * COPIED / 1_000 {
        let base = base(&mut dice);
        news.story(&mut dice, &base);
    }
    for at in 0..lookalikes {
        let (title, text) = lookalikes::report(&mut dice, at);
        news.alone(&mut dice, title, text);
    }
    for _ in 0..quoting / 2 {
        let words = dice.between(20, 35);
        let quote = prose::text(&mut dice, words).replace("\n\n", " ");
        for _ in 0..2 {
            let Base { title, text } = base(&mut dice);
            news.alone(
                &mut dice,
                title,
                format!("{text}\n\n\u{201c}{quote}\u{201d}"),
            );
        }
    }
    let end = news.documents.len() + filled;
    while news.documents.len() < end {
        let length = dice.between(80, 250);
        let (title, text) = (prose::title(&mut dice), prose::text(&mut dice, length));
        for _ in 0..dice.between(2, 4) {
            let text = lookalikes::filled_anew(&mut dice, &text);
            news.alone(&mut dice, title.clone(), text);
        }
    }
    let end = news.documents.len() + of_sites;
    while news.documents.len() < end {
        let length = dice.between(40, 80);
        let below = prose::text(&mut dice, length);
        for _ in 0..dice.between(2, 6) {
            let length = dice.between(60, 120);
            let (title, text) = (prose::title(&mut dice), prose::text(&mut dice, length));
            news.alone(&mut dice, title, format!("{text}\n\n{below}"));
        }
    }
    while news.documents.len() < count {
        let Base { title, text } = base(&mut dice);
        news.alone(&mut dice, title, text);
    }
    news.shuffled(&mut dice)
}

/// Edited copies of texts of one's own: each second one has some.
pub fn copies_of(seed: u64, bases: &[Base]) -> Vec<Document> {
    let mut dice = Dice::new(seed);
    let mut news = News::new();
    for (at, base) in bases.iter().enumerate() {
        if at % 2 == 0 {
            news.story(&mut dice, base);
        } else {
            news.alone(&mut dice, base.title.clone(), base.text.clone());
        }
    }
    news.shuffled(&mut dice)
}

fn base(dice: &mut Dice) -> Base {
    let length = prose::length(dice);
    Base {
        title: prose::title(dice),
        text: prose::text(dice, length),
    }
}

struct News {
    documents: Vec<Document>,
    stories: u32,
}

impl News {
    fn new() -> Self {
        Self {
            documents: Vec::new(),
            stories: 0,
        }
    }

    fn add(&mut self, day: usize, title: String, text: String, edit: Option<Edit>) {
        self.documents.push(Document {
            id: String::new(),
            published: format!("2024-05-{:02}", day % DAYS + 1),
            title,
            text,
            story: self.stories,
            edit,
        });
    }

    fn alone(&mut self, dice: &mut Dice, title: String, text: String) {
        let day = dice.below(DAYS);
        self.add(day, title, text, None);
        self.stories += 1;
    }

    /// A story and one to six copies of it.
    fn story(&mut self, dice: &mut Dice, base: &Base) {
        let first = dice.below(DAYS - 3);
        self.add(first, base.title.clone(), base.text.clone(), None);
        for _ in 0..dice.between(1, 6) {
            let edit = *dice.pick(&Edit::ALL);
            let text = edit.apply(dice, &base.text);
            let title = if dice.percent(50) || edit == Edit::Retitled {
                prose::title(dice)
            } else {
                base.title.clone()
            };
            let day = first + dice.between(1, 3);
            self.add(day, title, text, Some(edit));
        }
        self.stories += 1;
    }

    fn shuffled(mut self, dice: &mut Dice) -> Vec<Document> {
        dice.shuffle(&mut self.documents);
        for (at, document) in self.documents.iter_mut().enumerate() {
            document.id = format!("doc-{at:06}");
        }
        self.documents
    }
}
