//! Words and paragraphs of the seeds in a fixed pseudo-random order.

/// Scraped texts of ordinary noise: menus, share lists, comment forms around the article.
pub(crate) const TEXTS: [&str; 5] = [
    include_str!("../../seeds/port-strike-04-crawl-date-slogan/source.txt"),
    include_str!("../../seeds/tribunal-02-numbered-points/source.txt"),
    include_str!("../../seeds/flood-04-furniture-everywhere/source.txt"),
    include_str!("../../seeds/grain-04-truncated-hashtags/source.txt"),
    include_str!("../../seeds/breach-06-chars-left-marker/source.txt"),
];

/// Paragraphs at least this long are prose; the shorter ones are furniture.
const PROSE: usize = 140;

/// An endless supply of words, numbers and paragraphs, the same in every run.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    state: u64,
    vocabulary: Vec<&'static str>,
    paragraphs: Vec<&'static str>,
}

impl Words {
    /// A supply that begins at a place of its own.
    pub(crate) fn new(seed: u64) -> Self {
        let vocabulary = TEXTS
            .iter()
            .flat_map(|text| text.split_whitespace())
            .filter(|word| word.chars().all(char::is_alphabetic))
            .collect();
        let paragraphs = TEXTS
            .iter()
            .flat_map(|text| text.split("\n\n"))
            .map(str::trim)
            .filter(|paragraph| paragraph.len() >= PROSE)
            .collect();
        Self {
            // Xorshift stands still at zero.
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            vocabulary,
            paragraphs,
        }
    }

    /// A number below `bound`. Xorshift, because a benchmark needs the same input for ever and
    /// the crates for random numbers do not promise that.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 33) as usize % bound
    }

    /// One word.
    pub(crate) fn word(&mut self) -> &'static str {
        let at = self.below(self.vocabulary.len());
        self.vocabulary[at]
    }

    /// `count` words with blanks between them.
    pub(crate) fn phrase(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// A paragraph of prose.
    pub(crate) fn paragraph(&mut self) -> &'static str {
        let at = self.below(self.paragraphs.len());
        self.paragraphs[at]
    }
}
