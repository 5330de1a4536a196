//! Text spelt with look-alikes: which letter stands for which, and how many are swapped.
//!
//! The tables are kept apart from those of `copydesk-normalize`, so that a letter which is
//! missing there shows as a miss here.

/// Numbers that look random and are the same in every run (`SplitMix64`).
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// What is swapped for what: the letters, and what passes for each, in the same order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attack {
    pub(super) name: &'static str,
    /// Pairs of a plain alphabet and its look-alikes; a letter may be in several.
    pub(super) alphabets: &'static [(&'static str, &'static str)],
}

const CYRILLIC: (&str, &str) = (
    "aceijopsxyABCEHIJKMOPSTXY",
    "\u{430}\u{441}\u{435}\u{456}\u{458}\u{43e}\u{440}\u{455}\u{445}\u{443}\u{410}\u{412}\u{421}\u{415}\u{41d}\u{406}\u{408}\u{41a}\u{41c}\u{41e}\u{420}\u{405}\u{422}\u{425}\u{423}",
);
const CYRILLIC_RARE: (&str, &str) = (
    "hdqwvlkGQW",
    "\u{4bb}\u{501}\u{51b}\u{51d}\u{475}\u{4cf}\u{43a}\u{50c}\u{51a}\u{51c}",
);
const CYRILLIC_ROUGH: (&str, &str) = ("tmhbrn", "\u{442}\u{43c}\u{43d}\u{432}\u{433}\u{43f}");
const GREEK_CAPITAL: (&str, &str) = (
    "ABEHIKMNOPTXYZov",
    "\u{391}\u{392}\u{395}\u{397}\u{399}\u{39a}\u{39c}\u{39d}\u{39f}\u{3a1}\u{3a4}\u{3a7}\u{3a5}\u{396}\u{3bf}\u{3bd}",
);
const GREEK_SMALL: (&str, &str) = (
    "aiupkntw",
    "\u{3b1}\u{3b9}\u{3c5}\u{3c1}\u{3ba}\u{3b7}\u{3c4}\u{3c9}",
);
const ARMENIAN: (&str, &str) = (
    "ouhngqOUS",
    "\u{585}\u{57d}\u{570}\u{578}\u{581}\u{566}\u{555}\u{54d}\u{54f}",
);
const CHEROKEE: (&str, &str) = (
    "ABCDEGHJKLMPRSTVWZ",
    "\u{13aa}\u{13f4}\u{13df}\u{13a0}\u{13ac}\u{13c0}\u{13bb}\u{13ab}\u{13e6}\u{13de}\u{13b7}\u{13e2}\u{13a1}\u{13da}\u{13a2}\u{13d9}\u{13b3}\u{13c3}",
);
const LISU: (&str, &str) = (
    "ABCDEFGHJKLMNOPRSTUVWXYZ",
    "\u{a4ee}\u{a4d0}\u{a4da}\u{a4d3}\u{a4f0}\u{a4dd}\u{a4d6}\u{a4e7}\u{a4d9}\u{a4d7}\u{a4e1}\u{a4df}\u{a4e0}\u{a4f3}\u{a4d1}\u{a4e3}\u{a4e2}\u{a4d4}\u{a4f4}\u{a4e6}\u{a4ea}\u{a4eb}\u{a4ec}\u{a4dc}",
);
const COPTIC: (&str, &str) = (
    "HIKMNOPCTYXopc",
    "\u{2c8e}\u{2c92}\u{2c94}\u{2c98}\u{2c9a}\u{2c9e}\u{2ca2}\u{2ca4}\u{2ca6}\u{2ca8}\u{2cac}\u{2c9f}\u{2ca3}\u{2ca5}",
);
const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FULLWIDTH: (&str, &str) = (
    PLAIN,
    "\u{ff21}\u{ff22}\u{ff23}\u{ff24}\u{ff25}\u{ff26}\u{ff27}\u{ff28}\u{ff29}\u{ff2a}\u{ff2b}\u{ff2c}\u{ff2d}\u{ff2e}\u{ff2f}\u{ff30}\u{ff31}\u{ff32}\u{ff33}\u{ff34}\u{ff35}\u{ff36}\u{ff37}\u{ff38}\u{ff39}\u{ff3a}\u{ff41}\u{ff42}\u{ff43}\u{ff44}\u{ff45}\u{ff46}\u{ff47}\u{ff48}\u{ff49}\u{ff4a}\u{ff4b}\u{ff4c}\u{ff4d}\u{ff4e}\u{ff4f}\u{ff50}\u{ff51}\u{ff52}\u{ff53}\u{ff54}\u{ff55}\u{ff56}\u{ff57}\u{ff58}\u{ff59}\u{ff5a}",
);
const MATHEMATICAL: (&str, &str) = (
    PLAIN,
    "\u{1d400}\u{1d401}\u{1d402}\u{1d403}\u{1d404}\u{1d405}\u{1d406}\u{1d407}\u{1d408}\u{1d409}\u{1d40a}\u{1d40b}\u{1d40c}\u{1d40d}\u{1d40e}\u{1d40f}\u{1d410}\u{1d411}\u{1d412}\u{1d413}\u{1d414}\u{1d415}\u{1d416}\u{1d417}\u{1d418}\u{1d419}\u{1d5ee}\u{1d5ef}\u{1d5f0}\u{1d5f1}\u{1d5f2}\u{1d5f3}\u{1d5f4}\u{1d5f5}\u{1d5f6}\u{1d5f7}\u{1d5f8}\u{1d5f9}\u{1d5fa}\u{1d5fb}\u{1d5fc}\u{1d5fd}\u{1d5fe}\u{1d5ff}\u{1d600}\u{1d601}\u{1d602}\u{1d603}\u{1d604}\u{1d605}\u{1d606}\u{1d607}",
);
const SMALL_CAPITAL: (&str, &str) = (
    "abcdefghijklmnopqrstuvwyz",
    "\u{1d00}\u{299}\u{1d04}\u{1d05}\u{1d07}\u{a730}\u{262}\u{29c}\u{26a}\u{1d0a}\u{1d0b}\u{29f}\u{1d0d}\u{274}\u{1d0f}\u{1d18}\u{a7af}\u{280}\u{a731}\u{1d1b}\u{1d1c}\u{1d20}\u{1d21}\u{28f}\u{1d22}",
);
const ENCLOSED: (&str, &str) = (
    PLAIN,
    "\u{24b6}\u{24b7}\u{24b8}\u{24b9}\u{24ba}\u{24bb}\u{24bc}\u{24bd}\u{24be}\u{24bf}\u{24c0}\u{24c1}\u{24c2}\u{24c3}\u{24c4}\u{24c5}\u{24c6}\u{24c7}\u{24c8}\u{24c9}\u{24ca}\u{24cb}\u{24cc}\u{24cd}\u{24ce}\u{24cf}\u{24d0}\u{24d1}\u{24d2}\u{24d3}\u{24d4}\u{24d5}\u{24d6}\u{24d7}\u{24d8}\u{24d9}\u{24da}\u{24db}\u{24dc}\u{24dd}\u{24de}\u{24df}\u{24e0}\u{24e1}\u{24e2}\u{24e3}\u{24e4}\u{24e5}\u{24e6}\u{24e7}\u{24e8}\u{24e9}",
);
const LATIN_IN_CYRILLIC: (&str, &str) = (
    "\u{430}\u{435}\u{43e}\u{440}\u{441}\u{443}\u{445}\u{456}\u{410}\u{412}\u{415}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{423}\u{425}\u{406}",
    "aeopcyxiABEKMHOPCTYXI",
);

/// Attacks on Latin text.
pub(super) const TO_FOREIGN: [Attack; 13] = [
    Attack {
        name: "Cyrillic",
        alphabets: &[CYRILLIC],
    },
    Attack {
        name: "Cyrillic, rare letters too",
        alphabets: &[CYRILLIC, CYRILLIC_RARE],
    },
    Attack {
        name: "Cyrillic, rough letters too",
        alphabets: &[CYRILLIC, CYRILLIC_ROUGH],
    },
    Attack {
        name: "Greek: capitals, o, v",
        alphabets: &[GREEK_CAPITAL],
    },
    Attack {
        name: "Greek, small letters too",
        alphabets: &[GREEK_CAPITAL, GREEK_SMALL],
    },
    Attack {
        name: "Armenian",
        alphabets: &[ARMENIAN],
    },
    Attack {
        name: "Cherokee capitals",
        alphabets: &[CHEROKEE],
    },
    Attack {
        name: "Lisu and Coptic",
        alphabets: &[LISU, COPTIC],
    },
    Attack {
        name: "fullwidth",
        alphabets: &[FULLWIDTH],
    },
    Attack {
        name: "mathematical",
        alphabets: &[MATHEMATICAL],
    },
    Attack {
        name: "small capitals",
        alphabets: &[SMALL_CAPITAL],
    },
    Attack {
        name: "enclosed",
        alphabets: &[ENCLOSED],
    },
    MIXED,
];

/// Every alphabet at once.
pub(super) const MIXED: Attack = Attack {
    name: "mixed: all of these",
    alphabets: &[
        CYRILLIC,
        CYRILLIC_RARE,
        GREEK_CAPITAL,
        GREEK_SMALL,
        ARMENIAN,
        CHEROKEE,
        LISU,
        COPTIC,
        FULLWIDTH,
        MATHEMATICAL,
    ],
};

/// The attack on Cyrillic text.
pub(super) const TO_LATIN: Attack = Attack {
    name: "Latin in Cyrillic text",
    alphabets: &[LATIN_IN_CYRILLIC],
};

impl Attack {
    /// What may stand for a letter.
    fn choices(&self, letter: char) -> impl Iterator<Item = char> {
        self.alphabets.iter().filter_map(move |(plain, alike)| {
            let at = plain.chars().position(|plain| plain == letter)?;
            alike.chars().nth(at)
        })
    }

    /// Swaps so many of a hundred of the letters that have a look-alike.
    pub(super) fn swap(&self, text: &str, percent: usize, random: &mut Random) -> String {
        text.chars()
            .map(|letter| {
                let choices: Vec<char> = self.choices(letter).collect();
                if choices.is_empty() || !random.percent(percent) {
                    return letter;
                }
                choices[random.below(choices.len())]
            })
            .collect()
    }
}
