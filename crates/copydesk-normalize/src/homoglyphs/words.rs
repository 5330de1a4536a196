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

/// English words that can be spelt wholly with letters of another script, in order.
#[rustfmt::skip]
static ENGLISH: [&str; 612] = [
    "a", "access", "accessible", "ace", "aces", "act", "acts", "ad", "add", "added", "adds",
    "ads", "advice", "advise", "aid", "aide", "aisle", "alike", "all", "ally", "also", "am", "an",
    "ape", "apex", "apple", "apply", "as", "ask", "asks", "assess", "at", "aunt", "axe", "axes",
    "axis", "back", "bad", "bake", "base", "based", "basic", "basics", "bath", "be", "beam",
    "beat", "bed", "beds", "bee", "beef", "bell", "belt", "best", "bet", "bets", "bike", "bikes",
    "bite", "boat", "book", "books", "boost", "boot", "both", "bottom", "box", "boxer", "boxes",
    "boy", "boys", "by", "bye", "cake", "cakes", "call", "calls", "camp", "case", "cases", "cat",
    "catch", "cats", "cause", "cell", "cells", "chaos", "chase", "chat", "cheap", "cheek",
    "cheese", "chess", "chic", "chip", "chips", "choice", "choices", "choke", "chop", "chops",
    "chose", "click", "clock", "close", "closed", "cloud", "coach", "coal", "coast", "coat",
    "coax", "cocoa", "coin", "coke", "cold", "come", "comes", "comic", "compact", "concept",
    "contact", "context", "cook", "cookie", "cookies", "cooks", "cool", "cop", "cope", "copies",
    "copy", "cost", "costs", "cosy", "cotton", "count", "county", "course", "cox", "cup", "cups",
    "custom", "dead", "deal", "deals", "decade", "decades", "decide", "decided", "deeply",
    "delay", "desk", "device", "did", "disc", "disclose", "discs", "dish", "disk", "display",
    "do", "dock", "does", "dole", "each", "ease", "easy", "echo", "epic", "episode", "episodes",
    "epoch", "epochs", "espy", "essay", "evade", "explode", "expo", "expose", "exposes", "eye",
    "eyes", "go", "had", "half", "hall", "has", "hash", "hat", "hate", "have", "he", "head",
    "heads", "heap", "held", "hello", "help", "helps", "her", "hey", "hi", "hide", "hides",
    "hike", "hikes", "hill", "hip", "his", "hit", "hits", "ho", "hoax", "hold", "holds", "hole",
    "home", "hook", "hooks", "hope", "hopi", "hose", "hoses", "hot", "hotel", "hotly", "house",
    "household", "hut", "i", "ice", "icon", "idea", "ideal", "ideals", "ideas", "idiot", "if",
    "ill", "in", "inbox", "inch", "income", "into", "ion", "iron", "is", "issue", "issues", "it",
    "item", "items", "jack", "jacks", "japes", "jeep", "joke", "jokes", "joy", "joys", "keep",
    "keeps", "key", "keys", "kick", "kid", "kids", "kill", "kills", "kiss", "kit", "kitchen",
    "kits", "knit", "know", "lake", "lay", "lays", "lead", "leads", "leak", "leave", "leaves",
    "led", "less", "life", "like", "likes", "live", "lives", "load", "loads", "local", "lock",
    "look", "looks", "loss", "love", "loves", "make", "makes", "map", "maps", "mask", "mass",
    "match", "matches", "math", "may", "me", "meat", "media", "meet", "member", "metal", "method",
    "mic", "mice", "might", "mile", "miles", "milk", "mint", "minute", "mix", "mobile", "mode",
    "mom", "moms", "month", "months", "moon", "more", "most", "mouth", "move", "movie", "movies",
    "music", "must", "my", "new", "nice", "no", "none", "nose", "not", "note", "now", "oak",
    "odd", "odds", "of", "oh", "oil", "ok", "okay", "old", "on", "once", "one", "oops", "open",
    "or", "our", "out", "own", "ox", "oxy", "pace", "paces", "pack", "packs", "pact", "paid",
    "pain", "panic", "papas", "pay", "pays", "pea", "peace", "peak", "peaks", "peck", "pen",
    "pet", "phase", "phases", "photo", "photos", "piano", "pick", "pie", "piece", "pieces",
    "pies", "pin", "pine", "pink", "pipe", "pipes", "pips", "pit", "place", "places", "play",
    "plays", "plea", "plead", "please", "point", "poke", "pole", "police", "policy", "poll",
    "polls", "pool", "pop", "pope", "poppy", "pops", "possess", "pot", "process", "put", "sack",
    "sad", "said", "sake", "sap", "save", "saves", "say", "says", "sea", "seas", "see", "sees",
    "sell", "sells", "sex", "shade", "shape", "shapes", "she", "shed", "sheep", "ship", "ships",
    "shoe", "shoes", "shop", "shot", "show", "shows", "sick", "side", "sides", "since", "sip",
    "six", "ski", "skies", "skill", "skills", "skip", "skips", "sky", "slap", "slave", "sleep",
    "slide", "slip", "so", "soap", "soaps", "sock", "socks", "sold", "some", "sox", "soy", "spa",
    "space", "spaces", "speak", "speaks", "specie", "species", "spice", "spies", "spike",
    "spikes", "spoke", "spy", "state", "states", "stay", "stays", "step", "steps", "stop",
    "stops", "store", "success", "tact", "take", "taken", "takes", "tan", "tank", "tap", "tax",
    "taxes", "tea", "team", "teams", "ten", "test", "tests", "text", "texts", "the", "them",
    "then", "there", "tie", "time", "times", "tip", "tips", "to", "token", "ton", "tone", "tonic",
    "top", "topic", "tops", "toy", "toys", "tune", "type", "types", "typical", "union", "unit",
    "up", "us", "use", "uses", "valid", "value", "values", "van", "var", "vary", "vast", "very",
    "vet", "via", "vice", "video", "videos", "view", "views", "visit", "vivid", "voice", "voices",
    "vote", "voted", "votes", "vow", "vs", "wait", "wake", "walk", "walks", "wall", "want", "was",
    "wave", "way", "ways", "we", "weak", "week", "weeks", "well", "which", "who", "whose", "why",
    "wide", "widow", "will", "win", "window", "wine", "wink", "wise", "wish", "wished", "wit",
    "won", "wow", "yes", "yet",
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
