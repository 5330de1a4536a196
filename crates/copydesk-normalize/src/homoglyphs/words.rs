//! Words that read as a word in two scripts, or in the wrong one.
//!
//! A word that consists of look-alikes only says nothing by its letters: `\u{430}\u{441}\u{435}` is
//! `ace` in disguise, `\u{441}\u{43e}\u{43a}` is juice. These lists are short because such
//! words are: of the small Russian letters only eight pass for Latin ones.

/// Whether a Latin spelling is a common English word. Case is ignored.
pub(super) fn is_english(spelling: &str) -> bool {
    ENGLISH
        .binary_search(&&*spelling.to_ascii_lowercase())
        .is_ok()
}

/// Whether a spelling is that of a word of Russian, Ukrainian, Bulgarian or Serbian when each of
/// its letters is replaced by the Latin look-alike. Case is ignored.
pub(super) fn is_slavic(spelling: &str) -> bool {
    SLAVIC
        .binary_search(&&*spelling.to_ascii_lowercase())
        .is_ok()
}

/// Common English words and such as can be spelt wholly with letters of another script, in order.
#[rustfmt::skip]
static ENGLISH: [&str; 710] = [
    "a", "about", "access", "accessible", "ace", "aces", "act", "acts", "ad", "add", "added",
    "adds", "ads", "advice", "advise", "after", "against", "aid", "aide", "aisle", "alike", "all",
    "ally", "also", "am", "an", "and", "another", "any", "ape", "apex", "apple", "apply", "are",
    "as", "ask", "asks", "assess", "at", "aunt", "axe", "axes", "axis", "back", "bad", "bake",
    "base", "based", "basic", "basics", "bath", "be", "beam", "beat", "because", "bed", "beds",
    "bee", "beef", "been", "before", "being", "bell", "belt", "best", "bet", "bets", "between",
    "bike", "bikes", "bite", "boat", "book", "books", "boost", "boot", "both", "bottom", "box",
    "boxer", "boxes", "boy", "boys", "but", "by", "bye", "cake", "cakes", "call", "calls", "came",
    "camp", "can", "case", "cases", "cat", "catch", "cats", "cause", "cell", "cells", "chaos",
    "chase", "chat", "cheap", "cheek", "cheese", "chess", "chic", "chip", "chips", "choice",
    "choices", "choke", "chop", "chops", "chose", "click", "clock", "close", "closed", "cloud",
    "coach", "coal", "coast", "coat", "coax", "cocoa", "coin", "coke", "cold", "come", "comes",
    "comic", "compact", "company", "concept", "contact", "context", "cook", "cookie", "cookies",
    "cooks", "cool", "cop", "cope", "copies", "copy", "cost", "costs", "cosy", "cotton", "could",
    "count", "county", "course", "cox", "cup", "cups", "custom", "day", "dead", "deal", "deals",
    "decade", "decades", "decide", "decided", "deeply", "delay", "desk", "device", "did", "disc",
    "disclose", "discs", "dish", "disk", "display", "do", "dock", "does", "dole", "down", "each",
    "ease", "easy", "echo", "epic", "episode", "episodes", "epoch", "epochs", "espy", "essay",
    "evade", "even", "explode", "expo", "expose", "exposes", "eye", "eyes", "first", "for",
    "from", "get", "go", "good", "great", "had", "half", "hall", "has", "hash", "hat", "hate",
    "have", "he", "head", "heads", "heap", "held", "hello", "help", "helps", "her", "here", "hey",
    "hi", "hide", "hides", "hike", "hikes", "hill", "him", "hip", "his", "hit", "hits", "ho",
    "hoax", "hold", "holds", "hole", "home", "hook", "hooks", "hope", "hopi", "hose", "hoses",
    "hot", "hotel", "hotly", "house", "household", "how", "hut", "i", "ice", "icon", "idea",
    "ideal", "ideals", "ideas", "idiot", "if", "ill", "important", "improve", "in", "inbox",
    "inch", "include", "includes", "including", "income", "increase", "information", "into",
    "ion", "iron", "is", "issue", "issues", "it", "item", "items", "its", "jack", "jacks",
    "japes", "jeep", "joke", "jokes", "joy", "joys", "just", "keep", "keeps", "key", "keys",
    "kick", "kid", "kids", "kill", "kills", "kiss", "kit", "kitchen", "kits", "knit", "know",
    "lake", "last", "lay", "lays", "lead", "leads", "leak", "leave", "leaves", "led", "less",
    "life", "like", "likes", "little", "live", "lives", "load", "loads", "local", "lock", "long",
    "look", "looks", "loss", "love", "loves", "made", "make", "makes", "man", "many", "map",
    "maps", "mask", "mass", "match", "matches", "math", "may", "me", "meat", "media", "meet",
    "member", "men", "metal", "method", "mic", "mice", "might", "mile", "miles", "milk", "mint",
    "minute", "mix", "mobile", "mode", "mom", "moms", "month", "months", "moon", "more", "most",
    "mouth", "move", "movie", "movies", "much", "music", "must", "my", "never", "new", "news",
    "nice", "no", "none", "nose", "not", "note", "now", "oak", "odd", "odds", "of", "off", "oh",
    "oil", "ok", "okay", "old", "on", "once", "one", "only", "oops", "open", "or", "other", "our",
    "out", "over", "own", "ox", "oxy", "pace", "paces", "pack", "packs", "pact", "paid", "pain",
    "panic", "papas", "pay", "pays", "pea", "peace", "peak", "peaks", "peck", "pen", "people",
    "perfect", "perhaps", "person", "pet", "phase", "phases", "photo", "photos", "piano", "pick",
    "pie", "piece", "pieces", "pies", "pin", "pine", "pink", "pipe", "pipes", "pips", "pit",
    "place", "places", "plan", "plans", "play", "plays", "plea", "plead", "please", "point",
    "poke", "pole", "police", "policy", "poll", "polls", "pool", "pop", "pope", "poppy", "pops",
    "possess", "pot", "price", "prices", "process", "project", "put", "report", "reports",
    "right", "sack", "sad", "said", "sake", "same", "sap", "save", "saves", "say", "says", "sea",
    "seas", "see", "sees", "sell", "sells", "sex", "shade", "shape", "shapes", "she", "shed",
    "sheep", "ship", "ships", "shoe", "shoes", "shop", "shot", "should", "show", "shows", "sick",
    "side", "sides", "since", "sip", "six", "ski", "skies", "skill", "skills", "skip", "skips",
    "sky", "slap", "slave", "sleep", "slide", "slip", "so", "soap", "soaps", "sock", "socks",
    "sold", "some", "sox", "soy", "spa", "space", "spaces", "speak", "speaks", "specie",
    "species", "spice", "spies", "spike", "spikes", "spoke", "spy", "state", "states", "stay",
    "stays", "step", "steps", "still", "stop", "stops", "store", "success", "such", "support",
    "tact", "take", "taken", "takes", "tan", "tank", "tap", "tax", "taxes", "tea", "team",
    "teams", "ten", "test", "tests", "text", "texts", "than", "that", "the", "their", "them",
    "then", "there", "therefore", "these", "they", "those", "three", "through", "tie", "time",
    "times", "tip", "tips", "to", "today", "token", "ton", "tone", "tonic", "too", "top", "topic",
    "tops", "toy", "toys", "tune", "two", "type", "types", "typical", "under", "union", "unit",
    "up", "us", "use", "used", "uses", "valid", "value", "values", "van", "var", "vary", "vast",
    "very", "vet", "via", "vice", "video", "videos", "view", "views", "visit", "vivid", "voice",
    "voices", "vote", "voted", "votes", "vow", "vs", "wait", "wake", "walk", "walks", "wall",
    "want", "was", "water", "wave", "way", "ways", "we", "weak", "week", "weeks", "well", "were",
    "what", "when", "where", "which", "while", "who", "whose", "why", "wide", "widow", "will",
    "win", "window", "wine", "wink", "wise", "wish", "wished", "wit", "with", "without", "won",
    "work", "world", "would", "wow", "year", "years", "yes", "yet", "you", "your",
];

/// Slavic words that consist of look-alikes, in Latin letters and in order: `pyka` is a hand.
#[rustfmt::skip]
static SLAVIC: [&str; 296] = [
    "a", "abtomat", "abtop", "ao", "apc", "apka", "apke", "apky", "ataka", "atc", "ax", "aypa",
    "aype", "ba", "bac", "bam", "bbc", "bce", "bec", "becha", "beha", "bek", "bepa", "bmc", "bo",
    "bock", "boctok", "boh", "bot", "bto", "c", "ca", "cak", "cake", "cam", "cama", "cao",
    "caxap", "caxapa", "caxape", "caxapy", "cbet", "cccp", "ccopa", "ccope", "ccopy", "ce",
    "cehat", "cep", "cepa", "cepe", "cepy", "cex", "cik", "ckop", "ckopo", "cmc", "cmex", "co",
    "cobet", "cocha", "cocka", "coh", "cok", "coka", "coke", "coky", "cop", "copa", "cope",
    "copok", "copoka", "copoke", "copoky", "copy", "coyc", "coyca", "coycy", "cp", "cpam", "cpok",
    "cpoka", "cpoke", "cpoky", "ctc", "cto", "ctpaha", "cy", "cyk", "cyka", "cyke", "cyky", "cyx",
    "cyxa", "cyxo", "e", "eba", "ec", "ee", "emy", "exo", "ha", "hac", "ham", "hato", "he", "het",
    "hk", "ho", "hobo", "hoc", "hopma", "htb", "hy", "i", "je", "k", "kacc", "kacca", "kacce",
    "kaccy", "kacka", "kacke", "kacky", "kahat", "kak", "kakao", "kapma", "kapta", "katok",
    "kcepokc", "kekc", "kekca", "khp", "ko", "koc", "koca", "kocax", "koce", "kocy", "koe",
    "koja", "koje", "kojy", "kokoc", "kometa", "kop", "kopa", "kope", "kopy", "kot", "kpacka",
    "kpect", "kpok", "kpokax", "kpoky", "kto", "kycka", "kycky", "kycok", "kyp", "kypa", "kypc",
    "kypca", "kypce", "kypcy", "kypok", "macka", "maket", "mama", "mamka", "mapc", "mapk",
    "mapka", "mecto", "mex", "mexmat", "mockba", "moct", "motop", "mtc", "mxat", "o", "oao", "oc",
    "oca", "ocax", "oce", "ocy", "oh", "oha", "oho", "oht", "oka", "oke", "okeah", "oko",
    "okopok", "ooo", "ot", "otbet", "ox", "oxpaha", "pac", "paca", "pace", "packoc", "pacy",
    "pah", "pak", "paka", "pake", "paketa", "paky", "pama", "pcc", "pck", "pecypc", "pecypca",
    "pecypce", "pecypcy", "pehta", "pek", "peka", "peke", "peky", "pik", "poc", "poca", "poce",
    "pockocmoc", "poct", "poctob", "pocy", "pok", "poka", "poke", "poky", "pot", "ptp", "pyk",
    "pyka", "pyke", "pyky", "pyx", "pyxy", "ta", "tacc", "tahk", "tahka", "takt", "tam", "tb",
    "te", "teatp", "tect", "tekct", "tema", "tex", "tht", "to", "tok", "tom", "tomat", "top",
    "tot", "tpacca", "tyt", "xaoc", "xaoca", "xaoce", "xaocy", "xbatka", "xek", "xop", "xopa",
    "xopax", "xope", "xopocxo", "xopy", "xpam", "xy", "y", "yc", "yce", "yci", "ykcyc", "ykcyca",
    "ypok", "ypoka", "ypoke", "ypoky", "yxa", "yxe", "yxo", "yxy",
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, SLAVIC, is_english, is_slavic};

    #[test]
    fn is_in_order() {
        assert!(ENGLISH.is_sorted() && SLAVIC.is_sorted());
        assert!(is_english("Space") && !is_english("pyka"));
        assert!(is_slavic("CCCP") && !is_slavic("space"));
    }
}
