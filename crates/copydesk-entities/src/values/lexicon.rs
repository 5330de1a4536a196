//! The words that open or continue an expression of time or number, each with its meaning.
//!
//! One look-up per word: the grammars then work on [`Lex`] values and never compare strings
//! in their hot loops.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::shapes::Shapes;

/// Longest listed word, in bytes.
const MAX_WORD: usize = 14;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A word that says which one of several periods is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rel {
    This,
    Last,
    Next,
    Past,
    Previous,
    Coming,
    Following,
    Current,
    Same,
    That,
}

/// A word that names a part of the period which follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `early`, `beginning`
    Start,
    /// `mid`, `middle`
    Mid,
    /// `late`, `end`
    End,
}

/// What a listed word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lex {
    /// Not listed.
    Other,
    /// A month, by its full name.
    Month(u8),
    /// A month that is also a common word: March and May.
    WeakMonth(u8),
    /// A month, shortened.
    ShortMonth(u8),
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A day of the week, shortened.
    ShortWeekday(u8),
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Rel(Rel),
    /// `early`, `mid`, `late`
    PartAdjective(Part),
    /// `start`, `middle`, `end`
    PartNoun(Part),
    Earlier,
    Later,
    Unit(Unit),
    Units(Unit),
    /// `second`: a unit and an ordinal.
    SecondWord,
    DayPart(DayPart),
    Noon,
    Midnight,
    Season(Season),
    /// `nineties`, with the tens.
    DecadeWord(u8),
    /// `now`, `currently`
    Present,
    /// `recently`, `lately`
    Past,
    /// `soon`
    Future,
    Recent,
    Ago,
    Before,
    After,
    Every,
    Per,
    /// `daily`, `annual`
    Regular(Unit),
    /// 0 to 19.
    Small(u8),
    /// 20 to 90.
    Tens(u8),
    /// `hundred`
    Hundred,
    /// `thousand` and above, as a power of ten.
    Scale(u8),
    Dozen,
    /// `first` and so on.
    Ordinal(u8),
    /// `thirds` and so on.
    Ordinals(u8),
    /// `thousandth` and above, as a power of ten.
    ScaleOrdinal(u8),
    /// `hundredths` and above, as a power of ten.
    ScaleOrdinals(u8),
    A,
    Several,
    Couple,
    Half,
    The,
    And,
    To,
    Of,
    In,
    On,
    /// `since`, `until`, `during`: words that only a time follows, or nearly so.
    TimePreposition,
    By,
    From,
    Between,
    /// `about`, `nearly`
    Approximate,
    Over,
    Under,
    More,
    Less,
    Than,
    At,
    /// `will`, `expected`, `upcoming`
    FutureCue,
    /// `was`, `said`, `did`
    PastCue,
    /// A word that opens a new clause: `that`, `who`, `because`.
    ClauseOpener,
    /// `his`, `her`
    Possessive,
}

/// The meaning of a word, in any case.
pub(super) fn lookup(word: &str) -> Lex {
    let lexicon = &*LEXICON;
    if word.len() > MAX_WORD || !lexicon.shapes.may_hold(word) || !word.is_ascii() {
        return Lex::Other;
    }
    let mut lower = [0_u8; MAX_WORD];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    lexicon.words.get(&*lower).copied().unwrap_or(Lex::Other)
}

/// The listed words in lower case.
#[derive(Default)]
struct Lexicon {
    words: FxHashMap<&'static [u8], Lex>,
    shapes: Shapes,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for &(words, lex) in ENTRIES {
        for word in words.split(' ') {
            lexicon.words.insert(word.as_bytes(), lex);
            lexicon.shapes.insert(word);
        }
    }
    lexicon
});

const ENTRIES: &[(&str, Lex)] = &[
    ("january", Lex::Month(1)),
    ("february", Lex::Month(2)),
    ("march", Lex::WeakMonth(3)),
    ("april", Lex::Month(4)),
    ("may", Lex::WeakMonth(5)),
    ("june", Lex::Month(6)),
    ("july", Lex::Month(7)),
    ("august", Lex::Month(8)),
    ("september", Lex::Month(9)),
    ("october", Lex::Month(10)),
    ("november", Lex::Month(11)),
    ("december", Lex::Month(12)),
    ("jan", Lex::ShortMonth(1)),
    ("feb", Lex::ShortMonth(2)),
    ("mar", Lex::ShortMonth(3)),
    ("apr", Lex::ShortMonth(4)),
    ("jun", Lex::ShortMonth(6)),
    ("jul", Lex::ShortMonth(7)),
    ("aug", Lex::ShortMonth(8)),
    ("sep sept", Lex::ShortMonth(9)),
    ("oct", Lex::ShortMonth(10)),
    ("nov", Lex::ShortMonth(11)),
    ("dec", Lex::ShortMonth(12)),
    ("monday mondays", Lex::Weekday(1)),
    ("tuesday tuesdays", Lex::Weekday(2)),
    ("wednesday wednesdays", Lex::Weekday(3)),
    ("thursday thursdays", Lex::Weekday(4)),
    ("friday fridays", Lex::Weekday(5)),
    ("saturday saturdays", Lex::Weekday(6)),
    ("sunday sundays", Lex::Weekday(7)),
    ("mon", Lex::ShortWeekday(1)),
    ("tue tues", Lex::ShortWeekday(2)),
    ("wed", Lex::ShortWeekday(3)),
    ("thu thur thurs", Lex::ShortWeekday(4)),
    ("fri", Lex::ShortWeekday(5)),
    ("sat", Lex::ShortWeekday(6)),
    ("sun", Lex::ShortWeekday(7)),
    ("today", Lex::Today),
    ("yesterday", Lex::Yesterday),
    ("tomorrow", Lex::Tomorrow),
    ("tonight", Lex::Tonight),
    ("this", Lex::Rel(Rel::This)),
    ("last", Lex::Rel(Rel::Last)),
    ("next", Lex::Rel(Rel::Next)),
    ("past", Lex::Rel(Rel::Past)),
    ("previous prior preceding", Lex::Rel(Rel::Previous)),
    ("coming", Lex::Rel(Rel::Coming)),
    ("following", Lex::Rel(Rel::Following)),
    ("current", Lex::Rel(Rel::Current)),
    ("same", Lex::Rel(Rel::Same)),
    ("that", Lex::Rel(Rel::That)),
    ("early", Lex::PartAdjective(Part::Start)),
    ("mid", Lex::PartAdjective(Part::Mid)),
    ("late", Lex::PartAdjective(Part::End)),
    ("beginning start", Lex::PartNoun(Part::Start)),
    ("middle", Lex::PartNoun(Part::Mid)),
    ("end close", Lex::PartNoun(Part::End)),
    ("earlier", Lex::Earlier),
    ("later", Lex::Later),
    ("second", Lex::SecondWord),
    ("seconds", Lex::Units(Unit::Second)),
    ("minute", Lex::Unit(Unit::Minute)),
    ("minutes mins", Lex::Units(Unit::Minute)),
    ("hour", Lex::Unit(Unit::Hour)),
    ("hours hrs", Lex::Units(Unit::Hour)),
    ("day", Lex::Unit(Unit::Day)),
    ("days", Lex::Units(Unit::Day)),
    ("weekend", Lex::Unit(Unit::Weekend)),
    ("weekends", Lex::Units(Unit::Weekend)),
    ("week", Lex::Unit(Unit::Week)),
    ("weeks", Lex::Units(Unit::Week)),
    ("fortnight", Lex::Unit(Unit::Fortnight)),
    ("fortnights", Lex::Units(Unit::Fortnight)),
    ("month", Lex::Unit(Unit::Month)),
    ("months", Lex::Units(Unit::Month)),
    ("quarter", Lex::Unit(Unit::Quarter)),
    ("quarters", Lex::Units(Unit::Quarter)),
    ("year", Lex::Unit(Unit::Year)),
    ("years yrs", Lex::Units(Unit::Year)),
    ("decade", Lex::Unit(Unit::Decade)),
    ("decades", Lex::Units(Unit::Decade)),
    ("century", Lex::Unit(Unit::Century)),
    ("centuries", Lex::Units(Unit::Century)),
    ("morning", Lex::DayPart(DayPart::Morning)),
    ("afternoon", Lex::DayPart(DayPart::Afternoon)),
    ("evening", Lex::DayPart(DayPart::Evening)),
    ("night", Lex::DayPart(DayPart::Night)),
    ("noon midday", Lex::Noon),
    ("midnight", Lex::Midnight),
    ("spring", Lex::Season(Season::Spring)),
    ("summer", Lex::Season(Season::Summer)),
    ("autumn fall", Lex::Season(Season::Autumn)),
    ("winter", Lex::Season(Season::Winter)),
    ("twenties", Lex::DecadeWord(2)),
    ("thirties", Lex::DecadeWord(3)),
    ("forties", Lex::DecadeWord(4)),
    ("fifties", Lex::DecadeWord(5)),
    ("sixties", Lex::DecadeWord(6)),
    ("seventies", Lex::DecadeWord(7)),
    ("eighties", Lex::DecadeWord(8)),
    ("nineties", Lex::DecadeWord(9)),
    ("now currently nowadays presently", Lex::Present),
    ("recently lately", Lex::Past),
    ("soon shortly", Lex::Future),
    ("recent", Lex::Recent),
    ("ago", Lex::Ago),
    ("before", Lex::Before),
    ("after", Lex::After),
    ("every each", Lex::Every),
    ("per", Lex::Per),
    ("hourly", Lex::Regular(Unit::Hour)),
    ("daily", Lex::Regular(Unit::Day)),
    ("weekly", Lex::Regular(Unit::Week)),
    ("fortnightly", Lex::Regular(Unit::Fortnight)),
    ("monthly", Lex::Regular(Unit::Month)),
    ("quarterly", Lex::Regular(Unit::Quarter)),
    ("annual annually yearly", Lex::Regular(Unit::Year)),
    ("zero nought naught", Lex::Small(0)),
    ("one", Lex::Small(1)),
    ("two", Lex::Small(2)),
    ("three", Lex::Small(3)),
    ("four", Lex::Small(4)),
    ("five", Lex::Small(5)),
    ("six", Lex::Small(6)),
    ("seven", Lex::Small(7)),
    ("eight", Lex::Small(8)),
    ("nine", Lex::Small(9)),
    ("ten", Lex::Small(10)),
    ("eleven", Lex::Small(11)),
    ("twelve", Lex::Small(12)),
    ("thirteen", Lex::Small(13)),
    ("fourteen", Lex::Small(14)),
    ("fifteen", Lex::Small(15)),
    ("sixteen", Lex::Small(16)),
    ("seventeen", Lex::Small(17)),
    ("eighteen", Lex::Small(18)),
    ("nineteen", Lex::Small(19)),
    ("twenty", Lex::Tens(20)),
    ("thirty", Lex::Tens(30)),
    ("forty fourty", Lex::Tens(40)),
    ("fifty", Lex::Tens(50)),
    ("sixty", Lex::Tens(60)),
    ("seventy", Lex::Tens(70)),
    ("eighty", Lex::Tens(80)),
    ("ninety ninty", Lex::Tens(90)),
    ("hundred hundreds", Lex::Hundred),
    ("thousand thousands", Lex::Scale(3)),
    ("lakh lakhs", Lex::Scale(5)),
    ("million millions", Lex::Scale(6)),
    ("crore crores", Lex::Scale(7)),
    ("billion billions", Lex::Scale(9)),
    ("trillion trillions", Lex::Scale(12)),
    ("quadrillion", Lex::Scale(15)),
    ("dozen dozens", Lex::Dozen),
    ("first", Lex::Ordinal(1)),
    ("third", Lex::Ordinal(3)),
    ("fourth", Lex::Ordinal(4)),
    ("fifth", Lex::Ordinal(5)),
    ("sixth", Lex::Ordinal(6)),
    ("seventh", Lex::Ordinal(7)),
    ("eighth", Lex::Ordinal(8)),
    ("ninth nineth", Lex::Ordinal(9)),
    ("tenth", Lex::Ordinal(10)),
    ("eleventh", Lex::Ordinal(11)),
    ("twelfth twelth", Lex::Ordinal(12)),
    ("thirteenth", Lex::Ordinal(13)),
    ("fourteenth", Lex::Ordinal(14)),
    ("fifteenth", Lex::Ordinal(15)),
    ("sixteenth", Lex::Ordinal(16)),
    ("seventeenth", Lex::Ordinal(17)),
    ("eighteenth", Lex::Ordinal(18)),
    ("nineteenth", Lex::Ordinal(19)),
    ("twentieth", Lex::Ordinal(20)),
    ("thirtieth", Lex::Ordinal(30)),
    ("fortieth", Lex::Ordinal(40)),
    ("fiftieth", Lex::Ordinal(50)),
    ("sixtieth", Lex::Ordinal(60)),
    ("seventieth", Lex::Ordinal(70)),
    ("eightieth", Lex::Ordinal(80)),
    ("ninetieth", Lex::Ordinal(90)),
    ("hundredth", Lex::Ordinal(100)),
    ("thousandth", Lex::ScaleOrdinal(3)),
    ("millionth", Lex::ScaleOrdinal(6)),
    ("billionth", Lex::ScaleOrdinal(9)),
    ("trillionth", Lex::ScaleOrdinal(12)),
    ("firsts", Lex::Ordinals(1)),
    ("thirds", Lex::Ordinals(3)),
    ("fourths", Lex::Ordinals(4)),
    ("fifths", Lex::Ordinals(5)),
    ("sixths", Lex::Ordinals(6)),
    ("sevenths", Lex::Ordinals(7)),
    ("eighths", Lex::Ordinals(8)),
    ("ninths", Lex::Ordinals(9)),
    ("tenths", Lex::Ordinals(10)),
    ("elevenths", Lex::Ordinals(11)),
    ("twelfths", Lex::Ordinals(12)),
    ("thirteenths", Lex::Ordinals(13)),
    ("fourteenths", Lex::Ordinals(14)),
    ("fifteenths", Lex::Ordinals(15)),
    ("sixteenths", Lex::Ordinals(16)),
    ("seventeenths", Lex::Ordinals(17)),
    ("eighteenths", Lex::Ordinals(18)),
    ("nineteenths", Lex::Ordinals(19)),
    ("twentieths", Lex::Ordinals(20)),
    ("thirtieths", Lex::Ordinals(30)),
    ("fortieths", Lex::Ordinals(40)),
    ("fiftieths", Lex::Ordinals(50)),
    ("hundredths", Lex::ScaleOrdinals(2)),
    ("thousandths", Lex::ScaleOrdinals(3)),
    ("millionths", Lex::ScaleOrdinals(6)),
    ("billionths", Lex::ScaleOrdinals(9)),
    ("trillionths", Lex::ScaleOrdinals(12)),
    ("a an", Lex::A),
    ("several few many", Lex::Several),
    ("couple", Lex::Couple),
    ("half", Lex::Half),
    ("the", Lex::The),
    ("and or", Lex::And),
    ("to through thru", Lex::To),
    ("of", Lex::Of),
    ("in", Lex::In),
    ("on", Lex::On),
    (
        "since until till during throughout circa",
        Lex::TimePreposition,
    ),
    ("by", Lex::By),
    ("from", Lex::From),
    ("between", Lex::Between),
    (
        "about around nearly almost approximately roughly some",
        Lex::Approximate,
    ),
    ("over exceeding", Lex::Over),
    ("under below", Lex::Under),
    ("more", Lex::More),
    ("less fewer", Lex::Less),
    ("than", Lex::Than),
    ("at", Lex::At),
    (
        "will would shall should could might upcoming expected scheduled due planned plans planning going set",
        Lex::FutureCue,
    ),
    (
        "was were had did said told reported announced said met went began came took saw gave \
         died won lost made held sent struck hit fell rose left became spoke",
        Lex::PastCue,
    ),
    (
        "who which because while although though whether if but when where",
        Lex::ClauseOpener,
    ),
    ("his her their my our your its", Lex::Possessive),
];
