//! The lemma of a form of a verb.
//!
//! *What*: irregular forms by a table, regular ones by undoing `-s`, `-ed` and `-ing`; where two
//! lemmas are possible (`hop`, `hope` of `hoping`), the one that the lexicon knows as a verb.
//! *Known misses*: verbs that are not in the lexicon get the plainest lemma.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// Irregular verbs: lemma, past, past participle.
const IRREGULAR: &str = "arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood|outbid outbid outbid|overcome overcame overcome|overhear overheard overheard|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|plead pled pled|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|repay repaid repaid|rethink rethought rethought|rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung|sow sowed sown|speak spoke spoken|speed sped sped|spend spent spent|spill spilt spilt|spin spun spun|split split split|spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written";

/// Forms of `be` and `have` and the short ones.
const SMALL: &[(&str, &str)] = &[
    ("is", "be"),
    ("are", "be"),
    ("am", "be"),
    ("were", "be"),
    ("being", "be"),
    ("'s", "be"),
    ("’s", "be"),
    ("'re", "be"),
    ("’re", "be"),
    ("'m", "be"),
    ("’m", "be"),
    ("has", "have"),
    ("'ve", "have"),
    ("’ve", "have"),
    ("'d", "have"),
    ("’d", "have"),
    ("does", "do"),
    ("goes", "go"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("vying", "vie"),
];

/// The lemmas of the irregular forms; of a form of two verbs that of the first.
fn irregular() -> &'static FxHashMap<&'static str, &'static str> {
    static TABLE: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = FxHashMap::default();
        for verb in IRREGULAR.split('|') {
            let mut forms = verb.split(' ');
            let lemma = forms.next().unwrap_or_default();
            for form in forms {
                table.entry(form).or_insert(lemma);
            }
        }
        table
    })
}

/// The lemma of a verb form in lower case. `is_verb` tells whether a word is known as the base
/// form of a verb.
pub fn lemma_of(form: &str, is_verb: impl Fn(&str) -> bool) -> String {
    if let Some((_, lemma)) = SMALL.iter().find(|(small, _)| *small == form) {
        return (*lemma).to_owned();
    }
    if let Some(&lemma) = irregular().get(form)
        && (form != "found" || !is_verb("found"))
    {
        return lemma.to_owned();
    }
    let mut candidates: Vec<String> = Vec::new();
    if let Some(stem) = form
        .strip_suffix("ies")
        .or_else(|| form.strip_suffix("ied"))
    {
        candidates.push(format!("{stem}y"));
        candidates.push(format!("{stem}ie"));
    }
    let stem = form.strip_suffix("ing").or_else(|| form.strip_suffix("ed"));
    if let Some(stem) = stem.filter(|stem| stem.len() > 1) {
        let bytes = stem.as_bytes();
        let doubled = bytes.len() > 2
            && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
            && bytes[bytes.len() - 1].is_ascii_alphabetic();
        if doubled && is_verb(&stem[..stem.len() - 1]) {
            candidates.push(stem[..stem.len() - 1].to_owned());
        }
        candidates.push(stem.to_owned());
        candidates.push(format!("{stem}e"));
        if doubled && !stem.ends_with("ss") && !stem.ends_with("ll") {
            candidates.push(stem[..stem.len() - 1].to_owned());
        }
    }
    if let Some(stem) = form.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        candidates.push(stem.to_owned());
    }
    if let Some(stem) = form.strip_suffix("es") {
        candidates.push(stem.to_owned());
    }
    if is_verb(form) || candidates.is_empty() {
        return form.to_owned();
    }
    let known = candidates.iter().find(|candidate| is_verb(candidate));
    known.unwrap_or(&candidates[0]).clone()
}

#[cfg(test)]
mod tests {
    use super::lemma_of;

    #[test]
    fn forms_find_their_lemma() {
        let verbs = [
            "hope", "plan", "deny", "express", "meet", "call", "pass", "urge", "agree",
        ];
        for (form, lemma) in [
            ("said", "say"),
            ("hoping", "hope"),
            ("planned", "plan"),
            ("denies", "deny"),
            ("denied", "deny"),
            ("expresses", "express"),
            ("expressing", "express"),
            ("met", "meet"),
            ("called", "call"),
            ("passes", "pass"),
            ("urges", "urge"),
            ("agreed", "agree"),
            ("is", "be"),
        ] {
            let found = lemma_of(form, |word| verbs.contains(&word));
            assert_eq!(found, lemma, "{form}");
        }
    }
}
