//! Parts of speech, as in the Penn Treebank.

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// A part of speech of the Penn Treebank (Marcus et al., 1993); all marks are one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag {
            $($(#[$doc])* $name,)+
        }

        impl Tag {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in the treebank.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

tags! {
    /// Coordinating conjunction.
    Cc = "CC",
    /// Number.
    Cd = "CD",
    /// Determiner.
    Dt = "DT",
    /// Existential `there`.
    Ex = "EX",
    /// Foreign word.
    Fw = "FW",
    /// Preposition or subordinating conjunction.
    In = "IN",
    /// Adjective.
    Jj = "JJ",
    /// Adjective, comparative.
    Jjr = "JJR",
    /// Adjective, superlative.
    Jjs = "JJS",
    /// Modal.
    Md = "MD",
    /// Noun.
    Nn = "NN",
    /// Noun, plural.
    Nns = "NNS",
    /// Name.
    Nnp = "NNP",
    /// Name, plural.
    Nnps = "NNPS",
    /// Predeterminer.
    Pdt = "PDT",
    /// Possessive ending.
    Pos = "POS",
    /// Personal pronoun.
    Prp = "PRP",
    /// Possessive pronoun.
    PrpPossessive = "PRP$",
    /// Adverb.
    Rb = "RB",
    /// Adverb, comparative.
    Rbr = "RBR",
    /// Adverb, superlative.
    Rbs = "RBS",
    /// Particle of a phrasal verb.
    Rp = "RP",
    /// `to`.
    To = "TO",
    /// Interjection.
    Uh = "UH",
    /// Verb, base form.
    Vb = "VB",
    /// Verb, past.
    Vbd = "VBD",
    /// Verb, `-ing`.
    Vbg = "VBG",
    /// Verb, past participle.
    Vbn = "VBN",
    /// Verb, present, not third person.
    Vbp = "VBP",
    /// Verb, present, third person.
    Vbz = "VBZ",
    /// `which`, `that` before a relative clause.
    Wdt = "WDT",
    /// `who`, `what`.
    Wp = "WP",
    /// `whose`.
    WpPossessive = "WP$",
    /// `when`, `where`, `how`, `why`.
    Wrb = "WRB",
    /// A mark.
    Mark = ".",
}

impl Tag {
    /// The tag of a name in the treebank; names of marks and unusual ones are [`Tag::Mark`].
    pub fn of(name: &str) -> Self {
        (Self::ALL.iter().copied())
            .find(|tag| tag.as_str() == name)
            .unwrap_or(Self::Mark)
    }

    /// Whether it is one of the forms of a verb.
    pub(crate) fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz
        )
    }

    /// Whether it is a noun or a name.
    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nns | Self::Nnp | Self::Nnps)
    }

    /// Whether it is a name.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Self::Nnp | Self::Nnps)
    }

    /// Whether it is an adjective.
    pub(crate) fn is_adjective(self) -> bool {
        matches!(self, Self::Jj | Self::Jjr | Self::Jjs)
    }

    /// Whether it is an adverb.
    pub(crate) fn is_adverb(self) -> bool {
        matches!(self, Self::Rb | Self::Rbr | Self::Rbs)
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Tags(u64);

impl Tags {
    /// The set of these tags.
    pub const fn of(tags: &[Tag]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < tags.len() {
            set |= 1 << tags[at] as u64;
            at += 1;
        }
        Self(set)
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u64)
    }

    /// Whether a tag is in it.
    pub fn has(self, tag: Tag) -> bool {
        self.0 & 1 << tag as u64 != 0
    }

    /// Whether one of these tags is in it.
    pub(crate) fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The tag, where it is the only one.
    pub fn only(self) -> Option<Tag> {
        self.0
            .is_power_of_two()
            .then(|| Tag::ALL[self.0.trailing_zeros() as usize])
    }

    /// Its tags, in order.
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let tag = Tag::ALL.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(*tag)
        })
    }

    /// A number that tells sets apart.
    pub(crate) fn number(self) -> u64 {
        self.0
    }
}
