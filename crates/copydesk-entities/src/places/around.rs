//! What the words around a name say about where the place lies.
//!
//! *What*: a parent behind the name (`Springfield, Illinois`, `Portland, Ore.`, `Tripoli (Lebanon)`,
//! `Hyderabad in Pakistan`, `Kano, a city in northern Nigeria`) or before it (`the Nigerian city of
//! Kano`, `Lebanon's Tripoli`), and what kind of place it is (`the state of Georgia`, `Kano
//! state`, `the town of Paris`).
//! *Known misses*: parents in another sentence count through nearness only.

use super::table::{Kind, Table, fold};

/// How far a name's surroundings are read, in bytes.
const REACH: usize = 90;

/// What a parent is worth that stands beside the name, and one that words lead to.
const BESIDE: f32 = 6.0;
const LED_TO: f32 = 3.5;

/// A place that the name is said to lie in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parent {
    /// Its readings.
    pub(super) places: Vec<u32>,
    /// How much it says.
    pub(super) weight: f32,
    /// Where the words behind it start, for a parent behind the name.
    pub(super) end: Option<usize>,
}

/// What the words around one mention say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Around {
    pub(super) parent: Option<Parent>,
    pub(super) kind: Option<Kind>,
}

/// Nouns for places, with the kind that they say.
fn noun(word: &str) -> Option<Kind> {
    Some(match word {
        "city" | "town" | "village" | "suburb" | "municipality" | "port" | "capital"
        | "settlement" | "resort" | "community" | "cities" | "towns" | "villages" | "borough"
        | "neighborhood" | "neighbourhood" | "hamlet" | "township" | "enclave" => Kind::City,
        "state" | "province" | "region" | "governorate" | "oblast" | "prefecture" | "territory"
        | "states" | "provinces" | "regions" | "district" | "department" => Kind::Region,
        "county" => Kind::County,
        "republic" | "country" | "nation" | "kingdom" => Kind::Country,
        _ => return None,
    })
}

/// The kind of a noun for a place in any case.
fn noun_of(word: &str) -> Option<Kind> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return noun(word);
    }
    noun(&word.to_lowercase())
}

/// Reads the words around the bytes `start..end` of `text`.
pub(super) fn around(text: &str, start: usize, end: usize, table: &Table) -> Around {
    let (before, after) = (text.get(..start), text.get(end..));
    let (Some(before), Some(after)) = (before, after) else {
        return Around::default();
    };
    let after = head(after);
    let mut reader = Reader {
        table,
        folded: String::new(),
    };
    let (left, left_kind) = reader.before(tail(before));
    let right = reader.after(after).map(|mut parent| {
        parent.end = parent.end.map(|at| at + end);
        parent
    });
    let first = after.starts_with(' ').then(|| {
        let after = after.trim_start();
        let ends = |byte: &u8| matches!(byte, b' ' | b',' | b'.' | b'\n');
        let end = after.as_bytes().iter().position(ends);
        &after[..end.unwrap_or(after.len())]
    });
    let right_kind = first.and_then(|word| {
        let lower = word.chars().next().is_some_and(char::is_lowercase);
        (lower || matches!(word, "State" | "Province" | "Governorate" | "Oblast")).then_some(())?;
        noun_of(word)
    });
    let parent = match (left, right) {
        (Some(left), Some(right)) if right.weight < left.weight => Some(left),
        (left, right) => right.or(left),
    };
    Around {
        parent,
        kind: left_kind.or(right_kind),
    }
}

/// The beginning of what stands behind a name, as far as its sentence goes.
fn head(text: &str) -> &str {
    let text = &text[..text.floor_char_boundary(REACH.min(text.len()))];
    let bytes = text.as_bytes();
    let ends = |at: &usize| match bytes[*at] {
        b'\n' | b';' | b'!' | b'?' | b'"' => true,
        0xe2 => text[*at..].starts_with('\u{201d}'),
        _ => false,
    };
    (0..bytes.len()).find(ends).map_or(text, |end| &text[..end])
}

/// The end of what stands before a name, as far as its sentence goes.
fn tail(text: &str) -> &str {
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(REACH))..];
    let ends = |byte: &u8| matches!(byte, b'\n' | b';' | b'!' | b'?');
    let end = text.as_bytes().iter().rposition(ends);
    end.map_or(text, |at| &text[at + 1..])
}

/// The last words of a text, parted by single blanks, as many as there is room for.
fn last_words<'w, 't>(text: &'t str, words: &'w mut [&'t str; 9]) -> &'w [&'t str] {
    let mut from = words.len();
    let mut end = text.len();
    while from > 0 {
        let start = text.as_bytes()[..end]
            .iter()
            .rposition(|&byte| byte == b' ');
        from -= 1;
        words[from] = &text[start.map_or(0, |blank| blank + 1)..end];
        match start {
            Some(blank) => end = blank,
            None => break,
        }
    }
    &words[from..]
}

struct Reader<'a> {
    table: &'a Table,
    folded: String,
}

impl Reader<'_> {
    /// A parent behind the name.
    fn after(&mut self, after: &str) -> Option<Parent> {
        let offset = |rest: &str| after.len() - rest.len();
        if let Some(rest) = after
            .strip_prefix(" (")
            .or_else(|| after.strip_prefix(", "))
        {
            if let Some((places, len)) = self.leading(rest) {
                return Some(Parent {
                    places,
                    weight: BESIDE,
                    end: Some(offset(rest) + len),
                });
            }
            // `Zahle, Bekaa, Lebanon`: one name between.
            let between = rest.find([',', '.']).filter(|&at| {
                rest[..at].split(' ').count() < 4
                    && rest.starts_with(char::is_uppercase)
                    && rest[at..].starts_with(", ")
            });
            if let Some((places, _)) = between.and_then(|at| self.leading(&rest[at + 2..])) {
                return Some(Parent {
                    places,
                    weight: LED_TO,
                    end: None,
                });
            }
            if !(rest.starts_with("a ") || rest.starts_with("an ") || rest.starts_with("the ")) {
                return None;
            }
        } else if !after.starts_with(" in ") {
            return None;
        }
        let clause = after.find(". ").map_or(after, |end| &after[..end]);
        // `London in a speech in Germany` says nothing of London.
        let most = if clause.starts_with(" in ") {
            1
        } else {
            usize::MAX
        };
        let links = clause
            .match_indices(" in ")
            .chain(clause.match_indices(" of "));
        for (at, _) in links.take(most) {
            let mut rest = &clause[at + 4..];
            for _ in 0..4 {
                if let Some((places, _)) = self.leading(rest) {
                    return Some(Parent {
                        places,
                        weight: LED_TO,
                        end: None,
                    });
                }
                let small = rest.starts_with(char::is_lowercase);
                match rest.split_once(' ') {
                    Some((_, next)) if small => rest = next,
                    _ => break,
                }
            }
        }
        None
    }

    /// A parent before the name, and what kind of place the words say it is.
    fn before(&mut self, before: &str) -> (Option<Parent>, Option<Kind>) {
        let before = before.trim_end();
        let mut found = [""; 9];
        let words = last_words(before, &mut found);
        let of = words.last() == Some(&"of");
        let last = words.len() - usize::from(of);
        let kind = last
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .and_then(|word| noun_of(word));
        let mut from = last;
        if kind.is_some() {
            from -= 1;
        } else if of {
            return (None, None);
        }
        // Words of direction and size stand between: `Pakistan's southern city of`.
        let mut at = from;
        while at > 0 && from - at < 5 {
            let word = words[at - 1];
            let small = word.starts_with(char::is_lowercase);
            if !small {
                break;
            }
            at -= 1;
        }
        if at == 0 {
            return (None, kind);
        }
        let owner = words[at - 1];
        let owns = owner.ends_with("'s") || owner.ends_with("\u{2019}s") || owner.ends_with('\'');
        if kind.is_none() && !owns {
            return (None, None);
        }
        for first in at.saturating_sub(3)..at {
            let name = words[first..at].join(" ");
            if name.contains(',') || !name.starts_with(char::is_uppercase) {
                continue;
            }
            let name = name
                .strip_suffix("'s")
                .or_else(|| name.strip_suffix("\u{2019}s"))
                .unwrap_or(&name);
            let places = self.parents(name, true);
            if !places.is_empty() {
                let parent = Parent {
                    places,
                    weight: BESIDE - 1.0,
                    end: None,
                };
                return (Some(parent), kind);
            }
        }
        (None, kind)
    }

    /// The parent that `rest` starts with, as long as can be, and its length in bytes.
    fn leading(&mut self, rest: &str) -> Option<(Vec<u32>, usize)> {
        if !rest.starts_with(char::is_uppercase) {
            return None;
        }
        let mut ends = Vec::with_capacity(4);
        for (at, letter) in rest.char_indices() {
            if matches!(letter, ' ' | ',' | ')' | ':' | '\'' | '\u{2019}') && at > 0 {
                ends.push(at);
                if letter != ' ' || ends.len() == 4 {
                    break;
                }
            }
        }
        if ends.len() < 4 && !rest.is_empty() {
            ends.push(rest.len());
        }
        for &end in ends.iter().rev() {
            let name = rest[..end].trim_end_matches(' ');
            let places = self.parents(name, false);
            if !places.is_empty() {
                return Some((places, end));
            }
        }
        None
    }

    /// The countries, regions and large cities that are called `name`.
    fn parents(&mut self, name: &str, people: bool) -> Vec<u32> {
        // `in` and `or` are codes in capitals only.
        if name.len() == 2 && !name.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Vec::new();
        }
        fold(name, &mut self.folded);
        let Some(names) = self.table.find(&self.folded) else {
            return Vec::new();
        };
        let mut places: Vec<u32> = names.nations().filter(|_| people).collect();
        places.extend(names.places().filter(|&place| {
            self.table
                .record(place)
                .is_some_and(|record| match record.kind {
                    Kind::Country | Kind::Region | Kind::County => true,
                    Kind::Part => record.country.is_some(),
                    Kind::Capital | Kind::City => record.people > 5.7,
                })
        }));
        places
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Kind, Table, around};

    fn of(text: &str, name: &str) -> (Around, Option<&'static str>) {
        let table = Table::shared();
        let start = text.find(name).expect("the name is there");
        let around = around(text, start, start + name.len(), table);
        let code = around.parent.as_ref().and_then(|parent| {
            let record = table.record(*parent.places.first()?)?;
            table.code(record.country?)
        });
        (around, code)
    }

    #[test]
    fn parents_stand_behind_the_name() {
        for (text, code) in [
            ("fire in Springfield, Illinois, on Monday", "US"),
            ("a man from Springfield, Ore., said", "US"),
            ("Springfield (Canada) is", "CA"),
            ("Springfield, a town in southern Jamaica, was", "JM"),
            ("Springfield, MO", "US"),
        ] {
            assert_eq!(of(text, "Springfield").1, Some(code), "{text}");
        }
    }

    #[test]
    fn parents_stand_before_the_name() {
        for (text, code) in [
            ("in the Nigerian city of Kano", "NG"),
            ("in Nigeria's northern city of Kano", "NG"),
            ("in Nigeria\u{2019}s Kano", "NG"),
            ("the South African town of Kano", "ZA"),
        ] {
            assert_eq!(of(text, "Kano").1, Some(code), "{text}");
        }
    }

    #[test]
    fn what_kind_of_place_it_is() {
        assert_eq!(of("the state of Kano", "Kano").0.kind, Some(Kind::Region));
        assert_eq!(of("in Kano state", "Kano").0.kind, Some(Kind::Region));
        assert_eq!(of("the city of Kano", "Kano").0.kind, Some(Kind::City));
    }

    #[test]
    fn other_words_are_no_parents() {
        assert_eq!(of("in Kano, he said in May", "Kano").1, None);
        assert_eq!(of("Kano. Nigeria won", "Kano").1, None);
        assert_eq!(of("", "").1, None);
    }
}
