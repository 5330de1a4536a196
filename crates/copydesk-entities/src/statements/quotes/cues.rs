//! Words that report what somebody says, thinks or feels.
//!
//! *What*: verbs with the class of what the speaker does and with the ways in which the content
//! may follow (`data/statements/cues.tsv`); nouns that name a statement (`claim`, `rumour`) or a
//! feeling (`concern over`); nouns that stand for a source (`report`, `officials`).
//! *Known misses*: verbs that are not in the list, save behind a direct quote.

use std::sync::OnceLock;

use copydesk_core::record::VerbClass;
use rustc_hash::FxHashMap;

use crate::shapes::Shapes;

/// The ways in which content may follow a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    /// A clause, with `that` or without.
    pub(super) const CLAUSE: Self = Self(1);
    /// Words in marks.
    pub(super) const DIRECT: Self = Self(2);
    /// A noun: `denied the claim`.
    pub(super) const NOUN: Self = Self(4);
    /// `vowed to go`.
    pub(super) const INFINITIVE: Self = Self(8);
    /// `denied shipping`.
    pub(super) const GERUND: Self = Self(16);
    /// Somebody and what they did or are to do: `accused him of lying`, `urged him to go`.
    pub(super) const OBJECT: Self = Self(32);
    /// Somebody who is told, then a clause.
    pub(super) const ADDRESSEE: Self = Self(64);
    /// Only where the subject is somebody or a source: `suggests`, `shows`.
    pub(super) const WEAK: Self = Self(128);
    /// What stands behind the preposition: `called for a truce`.
    pub(super) const BEHIND: Self = Self(256);
    /// What stands behind the preposition, with it: `pleaded with him to go`.
    pub(super) const WITH: Self = Self(512);
    /// Only where some of the content stands in marks: `called it “a farce”`.
    pub(super) const MARKED: Self = Self(1024);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn read(letters: &str) -> Self {
        let bits = letters.bytes().map(|letter| match letter {
            b't' => Self::CLAUSE.0,
            b'd' => Self::DIRECT.0,
            b'n' => Self::NOUN.0,
            b'i' => Self::INFINITIVE.0,
            b'g' => Self::GERUND.0,
            b'o' | b'b' => Self::OBJECT.0,
            b'a' => Self::ADDRESSEE.0 | Self::CLAUSE.0 | Self::DIRECT.0,
            b'w' => Self::WEAK.0 | Self::CLAUSE.0,
            b'e' => Self::BEHIND.0,
            b'k' => Self::WITH.0,
            b'q' => Self::MARKED.0 | Self::OBJECT.0,
            _ => 0,
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }
}

/// What a verb does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) class: VerbClass,
    pub(super) frames: Frames,
}

/// A verb by itself, and with a particle or preposition.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) plain: Option<Cue>,
    pub(super) with: Vec<(&'static str, Cue)>,
}

/// The verbs, and their shapes: most lemmas are none of them.
type Table = (FxHashMap<&'static str, Entry>, Shapes);

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&'static str, Entry> = FxHashMap::default();
        for line in include_str!("../../../data/statements/cues.tsv").lines() {
            let mut fields = line.split('\t');
            let (Some(words), Some(class), Some(frames)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(&class) = VerbClass::ALL.iter().find(|it| it.as_str() == class) else {
                continue;
            };
            let cue = Cue {
                class,
                frames: Frames::read(frames),
            };
            match words.split_once(' ') {
                Some((verb, second)) => {
                    table.entry(verb).or_default().with.push((second, cue));
                }
                None => table.entry(words).or_default().plain = Some(cue),
            }
        }
        let shapes = Shapes::of_all(table.keys());
        (table, shapes)
    })
}

/// What a verb may do, by its lemma; where the lexicon does not know the verb, by its form.
pub(super) fn verb(lemma: &str, word: &str) -> Option<&'static Entry> {
    /// Endings, and what the verb has in their place.
    const ENDINGS: &[(&str, &str)] = &[
        ("", ""),
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ied", "y"),
        ("ies", "y"),
    ];
    let (table, shapes) = table();
    if shapes.may_hold(lemma)
        && let Some(entry) = table.get(lemma)
    {
        return Some(entry);
    }
    if matches!(lemma, "be" | "have" | "do") {
        return None;
    }
    let mut lower = [0; 24];
    let length = word.len();
    lower.get_mut(..length)?.copy_from_slice(word.as_bytes());
    lower[..length].make_ascii_lowercase();
    ENDINGS.iter().find_map(|&(ending, instead)| {
        let mut stem = lower;
        let kept = lower[..length].strip_suffix(ending.as_bytes())?.len();
        let end = kept + instead.len();
        stem.get_mut(kept..end)?.copy_from_slice(instead.as_bytes());
        let found = |end: usize| {
            let stem = &stem[..end];
            let may_be = shapes.may_hold(stem);
            may_be.then(|| table.get(std::str::from_utf8(stem).ok()?))?
        };
        let doubled = instead.is_empty()
            && !ending.is_empty()
            && kept > 3
            && stem[kept - 1] == stem[kept - 2];
        found(end).or_else(|| found(end.checked_sub(1)?).filter(|_| doubled))
    })
}

/// Nouns that name a statement, with its class: `the claim that`, `Montanaro’s accusation that`.
const STATEMENTS: &[(&str, VerbClass)] = &[
    ("accusation", VerbClass::Accuse),
    ("charge", VerbClass::Accuse),
    ("allegation", VerbClass::Accuse),
    ("claim", VerbClass::Claim),
    ("assertion", VerbClass::Claim),
    ("contention", VerbClass::Claim),
    ("insinuation", VerbClass::Claim),
    ("argument", VerbClass::Claim),
    ("denial", VerbClass::Deny),
    ("admission", VerbClass::Confirm),
    ("acknowledgement", VerbClass::Confirm),
    ("acknowledgment", VerbClass::Confirm),
    ("confirmation", VerbClass::Confirm),
    ("concession", VerbClass::Confirm),
    ("confession", VerbClass::Confirm),
    ("speculation", VerbClass::Speculate),
    ("rumour", VerbClass::Speculate),
    ("rumor", VerbClass::Speculate),
    ("suggestion", VerbClass::Speculate),
    ("suspicion", VerbClass::Speculate),
    ("belief", VerbClass::Speculate),
    ("theory", VerbClass::Speculate),
    ("prediction", VerbClass::Speculate),
    ("forecast", VerbClass::Speculate),
    ("talk", VerbClass::Speculate),
    ("gossip", VerbClass::Speculate),
    ("chatter", VerbClass::Speculate),
    ("report", VerbClass::Report),
    ("finding", VerbClass::Report),
    ("statement", VerbClass::Say),
    ("announcement", VerbClass::Say),
    ("remark", VerbClass::Say),
    ("comment", VerbClass::Say),
    ("insistence", VerbClass::Claim),
    ("declaration", VerbClass::Say),
    ("warning", VerbClass::Warn),
    ("threat", VerbClass::Warn),
    ("promise", VerbClass::Promise),
    ("pledge", VerbClass::Promise),
    ("vow", VerbClass::Promise),
    ("assurance", VerbClass::Promise),
    ("guarantee", VerbClass::Promise),
    ("demand", VerbClass::Urge),
    ("request", VerbClass::Urge),
    ("complaint", VerbClass::Concern),
];

/// Nouns that name a feeling: `voiced concern over`, `fears that`.
const FEELINGS: &[(&str, VerbClass)] = &[
    ("concern", VerbClass::Concern),
    ("worry", VerbClass::Concern),
    ("fear", VerbClass::Concern),
    ("alarm", VerbClass::Concern),
    ("unease", VerbClass::Concern),
    ("disquiet", VerbClass::Concern),
    ("anxiety", VerbClass::Concern),
    ("apprehension", VerbClass::Concern),
    ("misgiving", VerbClass::Concern),
    ("reservation", VerbClass::Concern),
    ("dismay", VerbClass::Concern),
    ("regret", VerbClass::Concern),
    ("sorrow", VerbClass::Concern),
    ("shock", VerbClass::Concern),
    ("sadness", VerbClass::Concern),
    ("condolence", VerbClass::Concern),
    ("sympathy", VerbClass::Concern),
    ("frustration", VerbClass::Concern),
    ("disappointment", VerbClass::Concern),
    ("hope", VerbClass::Hope),
    ("optimism", VerbClass::Hope),
    ("confidence", VerbClass::Hope),
    ("expectation", VerbClass::Hope),
    ("doubt", VerbClass::Speculate),
    ("scepticism", VerbClass::Speculate),
    ("skepticism", VerbClass::Speculate),
    ("outrage", VerbClass::Criticise),
    ("anger", VerbClass::Criticise),
    ("condemnation", VerbClass::Criticise),
    ("criticism", VerbClass::Criticise),
    ("opposition", VerbClass::Criticise),
    ("indignation", VerbClass::Criticise),
    ("support", VerbClass::Praise),
    ("admiration", VerbClass::Praise),
    ("satisfaction", VerbClass::Praise),
    ("praise", VerbClass::Praise),
    ("solidarity", VerbClass::Praise),
    ("backing", VerbClass::Praise),
    ("gratitude", VerbClass::Thank),
    ("appreciation", VerbClass::Thank),
    ("thank", VerbClass::Thank),
];

/// Verbs that bring a noun of the two lists before the content.
pub(super) const VOICING: &[&str] = &[
    "voice",
    "express",
    "raise",
    "convey",
    "offer",
    "repeat",
    "reiterate",
    "issue",
    "share",
    "air",
    "renew",
    "echo",
    "utter",
    "make",
    "state",
    "extend",
    "send",
    "level",
    "register",
    "sound",
    "have",
    "reject",
    "dismiss",
    "deny",
    "refute",
    "rebut",
    "dispute",
    "confirm",
    "release",
    "give",
    "float",
];

/// What says something without speaking.
const DOCUMENTS: &[&str] = &[
    "report",
    "study",
    "survey",
    "poll",
    "document",
    "indictment",
    "lawsuit",
    "audit",
    "filing",
    "investigation",
    "inquiry",
    "analysis",
    "assessment",
    "memo",
    "review",
    "post-mortem",
    "autopsy",
    "record",
    "data",
    "figure",
    "file",
];

/// What shows something.
const PICTURES: &[&str] = &[
    "picture",
    "image",
    "photo",
    "photograph",
    "footage",
    "video",
    "map",
    "recording",
    "imagery",
];

/// Whether a noun is one of a list, in the singular or the plural.
fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|noun| {
        word.len().wrapping_sub(noun.len()) <= 1
            && (word.get(..noun.len())).is_some_and(|start| start.eq_ignore_ascii_case(noun))
            && matches!(&word[noun.len()..], "" | "s")
    })
}

/// Whether a noun is a written source.
pub(super) fn document(word: &str) -> bool {
    is_one_of(DOCUMENTS, word)
}

/// Whether a noun is a picture.
pub(super) fn picture(word: &str) -> bool {
    is_one_of(PICTURES, word)
}

/// Nouns that stand for a source without a name.
const SOURCES: &[&str] = &[
    "report",
    "speculation",
    "rumour",
    "rumor",
    "study",
    "survey",
    "poll",
    "document",
    "picture",
    "image",
    "photo",
    "photograph",
    "footage",
    "video",
    "data",
    "figure",
    "evidence",
    "record",
    "letter",
    "memo",
    "filing",
    "indictment",
    "lawsuit",
    "audit",
    "investigation",
    "inquiry",
    "analysis",
    "research",
    "intelligence",
    "assessment",
    "estimate",
    "forecast",
    "finding",
    "media",
    "newspaper",
    "outlet",
    "paper",
    "magazine",
    "agency",
    "broadcaster",
    "statement",
    "source",
    "official",
    "expert",
    "analyst",
    "observer",
    "critic",
    "witness",
    "resident",
    "diplomat",
    "insider",
    "aide",
    "people",
    "person",
    "man",
    "woman",
    "researcher",
    "scientist",
    "economist",
    "lawyer",
    "prosecutor",
    "police",
    "authority",
    "government",
    "ministry",
    "minister",
    "president",
    "leader",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "company",
    "firm",
    "army",
    "military",
    "union",
    "party",
    "group",
    "commission",
    "committee",
    "court",
    "judge",
    "chief",
    "head",
    "director",
    "officer",
    "doctor",
    "campaigner",
    "activist",
    "opposition",
    "administration",
    "office",
    "department",
    "embassy",
    "envoy",
    "commander",
    "rebel",
    "worker",
    "member",
    "supporter",
    "opponent",
    "politician",
    "lawmaker",
    "senator",
    "governor",
    "mayor",
    "historian",
    "professor",
    "author",
    "investigator",
    "trader",
    "investor",
    "article",
    "blog",
    "post",
    "website",
    "book",
    "bulletin",
    "agent",
    "sign",
    "map",
    "count",
    "result",
    "test",
    "account",
    "testimony",
    "review",
    "some",
    "many",
    "others",
    "several",
    "ally",
    "community",
    "side",
    "camp",
    "rival",
    "nation",
    "country",
    "state",
    "world",
    "capital",
    "delegation",
    "presidency",
    "palace",
    "tribunal",
    "chair",
    "client",
    "family",
    "student",
    "crowd",
    "club",
    "league",
    "federation",
    "association",
    "coalition",
    "alliance",
    "movement",
    "faction",
    "militia",
    "council",
    "parliament",
    "congress",
    "senate",
    "cabinet",
    "assembly",
    "institute",
    "university",
    "hospital",
    "church",
    "charity",
    "organisation",
    "organization",
    "staff",
    "management",
    "boss",
    "guard",
    "crew",
    "soldier",
    "general",
    "king",
    "queen",
    "prince",
    "pope",
    "bishop",
    "imam",
    "wife",
    "husband",
    "son",
    "daughter",
    "mother",
    "father",
    "sister",
    "brother",
    "cousin",
    "friend",
    "relative",
    "colleague",
    "few",
    "nobody",
    "everyone",
    "counsel",
    "prosecution",
    "defence",
    "defense",
    "communique",
    "resolution",
    "editorial",
    "columnist",
    "newsletter",
    "fan",
    "victim",
    "survivor",
    "parent",
    "teacher",
    "team",
    "body",
    "watchdog",
    "board",
    "bank",
    "regulator",
    "mission",
    "panel",
];

/// The class that a list has for a noun, in the singular or the plural.
fn listed(list: &[(&str, VerbClass)], shapes: &Shapes, word: &str) -> Option<VerbClass> {
    if !shapes.may_hold_form(word) {
        return None;
    }
    let bytes = word.as_bytes();
    let plural = matches!(bytes, [.., b's' | b'S']);
    let found = list.iter().find(|(noun, _)| {
        let noun = noun.as_bytes();
        let fits = noun.len() == bytes.len() || plural && noun.len() + 1 == bytes.len();
        fits && bytes[..noun.len()].eq_ignore_ascii_case(noun)
    });
    found.map(|&(_, class)| class)
}

/// The class of a noun that names a statement.
pub(super) fn statement(word: &str) -> Option<VerbClass> {
    static SHAPES: Shapes = Shapes::of_rows(STATEMENTS);
    listed(STATEMENTS, &SHAPES, word)
}

/// The class of a noun that names a feeling.
pub(super) fn feeling(word: &str) -> Option<VerbClass> {
    static SHAPES: Shapes = Shapes::of_rows(FEELINGS);
    if word.eq_ignore_ascii_case("worries") || word.eq_ignore_ascii_case("anxieties") {
        return Some(VerbClass::Concern);
    }
    listed(FEELINGS, &SHAPES, word)
}

/// Whether a noun stands for a source.
pub(super) fn source(word: &str) -> bool {
    static SHAPES: Shapes = Shapes::of(SOURCES);
    let ies = (word.strip_suffix("ies")).is_some_and(|stem| {
        SOURCES.iter().any(|noun| {
            noun.strip_suffix('y')
                .is_some_and(|noun| noun.eq_ignore_ascii_case(stem))
        })
    });
    let of_list = |noun: &&str| {
        word.len().wrapping_sub(noun.len()) <= 2
            && (word.get(..noun.len())).is_some_and(|start| start.eq_ignore_ascii_case(noun))
            && matches!(&word[noun.len()..], "" | "s" | "es")
    };
    ies || SHAPES.may_hold_form(word) && SOURCES.iter().any(of_list)
        || ["men", "women", "spokesmen", "witnesses", "studies"].contains(&word)
}
