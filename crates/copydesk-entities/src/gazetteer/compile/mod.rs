//! Turns the tab-separated lists of `data/` into the bytes of `data/gazetteer.bin`.

mod read;
mod write;

use std::{error, fmt};

use read::Collected;

/// One file of `data/`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it lies below `data/`, with `/` between folders: `names/laws/treaties.tsv`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    path: String,
    /// Counted from 1; 0 for the whole file.
    line: usize,
    message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            message,
        } = self;
        match line {
            0 => write!(formatter, "{path}: {message}"),
            _ => write!(formatter, "{path}:{line}: {message}"),
        }
    }
}

impl error::Error for Problem {}

/// The compiled form of these files, which must be all of `data/`. Their order means nothing.
///
/// # Errors
///
/// Fails where a file is missing or unknown, a row is not as the README of the folder says, a
/// name holds what no text is compared with (a curly apostrophe, two blanks), or a number is too
/// large for the form.
pub fn compile(sources: &[Source]) -> Result<Vec<u8>, Problem> {
    let collected = Collected::read(sources)?;
    write::bytes(&collected).map_err(|message| Problem {
        path: "gazetteer.bin".to_owned(),
        line: 0,
        message,
    })
}

#[cfg(test)]
mod tests {
    use super::{Source, compile};
    use crate::gazetteer::{Entry, Gazetteer, LISTS};
    use copydesk_core::record::Label;

    /// Small lists, with these in addition or instead.
    fn sources(changed: &[(&str, &str)]) -> Vec<Source> {
        let usual = [
            (
                "countries.tsv",
                "# iso2\tiso3\twikidata\tname\taliases\tdemonyms\tcapital\n\
                 NO\tNOR\tQ20\tNorway\tKingdom of Norway\tNorwegian|Norwegians\tOslo\n",
            ),
            ("norp.tsv", "# forms\tkind\nDruze|Druzes\treligion\n"),
            (
                "organisations.tsv",
                "# name\taliases\tkind\tiso2\tambiguous\nRed Cross\tRC\taid\t\t0\n",
            ),
            ("locations.tsv", "# name\nWest\t\tregion\t1\n"),
            ("events.tsv", "# name\nCold War\t\twar\n"),
            (
                "cities.tsv",
                "# name\nSan José\tSan Jose\tCR\tSan José\t335007\t9.9333\t-84.0833\t3621849\t0\n\
                 San José\tSan José City\tUS\t\t10\t1.5\t2\t7\t1\n\
                 San Jose\t\tUS\t\t9\t\t\t8\t0\n",
            ),
            ("regions.tsv", "# name\nSan Juan\t\tAR\n"),
            ("towns.tsv", "# name\nSan\t\tML\t13.303\t-4.896\t2449893\n"),
            (
                "titles.tsv",
                "# title\nPrime Minister\tPrime Ministers\thead\t1\t1\nMr.\t\thonorific\t1\t0\n",
            ),
            ("given_names.tsv", "# name\nAda\t0\nWill\t1\n"),
            ("common_words.tsv", "# word\nwill\n"),
            ("org_heads.tsv", "# head\nBank\tlast\nBank\tof\n"),
            ("loc_heads.tsv", "# head\nMount\tfirst\nSea\tlast\n"),
            ("event_heads.tsv", "# head\nSummit\tsummit\n"),
            ("fac_heads.tsv", "# head\nAirport\ttransport\n"),
        ];
        let source = |(path, text): (&str, &str)| Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let mut sources: Vec<_> = usual
            .into_iter()
            .filter(|(path, _)| !changed.iter().any(|(other, _)| path == other))
            .map(source)
            .collect();
        sources.extend(changed.iter().copied().map(source));
        sources
    }

    fn lists(changed: &[(&str, &str)]) -> Gazetteer {
        let bytes = compile(&sources(changed)).expect("the lists are sound");
        Gazetteer::from_bytes(bytes.leak()).expect("just written")
    }

    fn found(lists: &Gazetteer, text: &str) -> Vec<(Entry, String)> {
        lists
            .matches(text, 0)
            .map(|(id, end)| (lists.entry(id), text[..end].to_owned()))
            .collect()
    }

    fn surfaces(lists: &Gazetteer, text: &str) -> Vec<(&'static str, &'static str, String)> {
        found(lists, text)
            .into_iter()
            .map(|(entry, surface)| (entry.list, entry.name, surface))
            .collect()
    }

    #[test]
    fn entries_are_as_the_rows_say() {
        let lists = lists(&[]);
        let only = |text| match found(&lists, text).as_slice() {
            [(entry, surface)] if surface == text => *entry,
            other => panic!("{text}: {other:?}"),
        };
        let norway = only("Kingdom of Norway");
        assert_eq!((norway.name, norway.label), ("Norway", Label::Gpe));
        assert_eq!((norway.country, norway.wikidata), ("NO", "Q20"));
        assert_eq!((norway.geonames, norway.coordinates), (0, None));
        assert_eq!(only("Norwegians").list, "demonyms");
        let cross = only("RC");
        assert_eq!((cross.name, cross.kind), ("Red Cross", "aid"));
        assert_eq!(cross.why, "list:organisations");
        assert!(only("West").ambiguous);
        assert!(only("Prime Minister").before_name && only("prime minister").office);
        assert!(!only("Prime minister").capital_only && !only("Mr.").office);
        let identifiers = found(&lists, "San José")[0].0.identifiers();
        assert_eq!(identifiers.coordinates, Some([9.9333, -84.0833]));
        assert_eq!(identifiers.geonames, Some(3_621_849));
    }

    #[test]
    fn the_longest_phrase_stands_first_and_the_first_list_before_others() {
        let lists = lists(&[("regions.tsv", "# name\nSan Jose\tSan J\tCR\n")]);
        assert_eq!(
            surfaces(&lists, "San\u{a0}Jose"),
            [
                // The second San Jose of the cities has been dropped.
                ("cities", "San José", "San\u{a0}Jose".to_owned()),
                ("regions", "San Jose", "San\u{a0}Jose".to_owned()),
                ("towns", "San", "San".to_owned()),
            ]
        );
        assert_eq!(surfaces(&lists, "Sanaa"), []);
    }

    #[test]
    fn a_surface_that_a_label_has_is_not_listed_twice_by_a_folder() {
        let lists = lists(&[
            (
                "names/organisations/aid.tsv",
                "# name\taliases\tambiguous\n# aid\nRed Cross\tICRC|RC\t0\nRC\t\t1\n",
            ),
            ("names/laws/treaties.tsv", "# name\nRed Cross\t\t1\n"),
        ]);
        let names = surfaces(&lists, "Red Cross");
        assert_eq!(
            names.iter().map(|name| name.0).collect::<Vec<_>>(),
            ["organisations", "laws"]
        );
        assert_eq!(surfaces(&lists, "RC").len(), 1);
        let (icrc, _) = found(&lists, "ICRC")[0];
        assert_eq!((icrc.name, icrc.kind), ("Red Cross", "aid"));
        let (law, _) = found(&lists, "Red Cross")[1];
        assert_eq!((law.label, law.kind), (Label::Law, "treaties"));
    }

    #[test]
    fn single_words_are_kept_apart_by_list() {
        let words = lists(&[]).words;
        assert!(words.of("Ada").is_given_name() && !words.of("Will").is_given_name());
        assert!(words.of("Will").may_be_given_name() && words.is_common("WILL"));
        assert!(words.of("Bank").ends_organisation() && words.of("Bank").starts_organisation());
        assert!(words.of("Mount").starts_location() && !words.of("Mount").ends_location());
        assert!(words.of("Sea").ends_location() && words.of("Summit").ends_event());
        assert!(words.of("Airport").ends_facility() && !words.is_common("Oslo"));
    }

    #[test]
    fn problems_name_the_place_and_the_fix() {
        let check = |path, text, message: &str| {
            let problem = compile(&sources(&[(path, text)])).expect_err(message);
            assert_eq!(problem.to_string(), message);
        };
        check(
            "names/laws/acts.tsv",
            "# name\nPatriot Act\t0\n",
            "names/laws/acts.tsv:2: 2 cells; wanted are name, aliases and ambiguous",
        );
        check(
            "names/law/acts.tsv",
            "",
            "names/law/acts.tsv: no list `law`; the folders are organisations, products, works, \
             laws, events, facilities, locations, languages, groups, people",
        );
        check(
            "names/laws/acts.tsv",
            "# name\nCrofters\u{2019} Act\t\t0\n",
            "names/laws/acts.tsv:2: `Crofters\u{2019} Act` holds a curly apostrophe; write it straight",
        );
        check(
            "names/laws/acts.tsv",
            "# name\nPatriot Act\t\t2\n",
            "names/laws/acts.tsv:2: ambiguous is `2`; wanted is 0 or 1",
        );
        check(
            "rivers.tsv",
            "",
            "rivers.tsv: a file that no list is read from; see the README of the folder",
        );
        check(
            "towns.tsv",
            "# name\nSan\t\tML\t13.30301\t-4.896\t2449893\n",
            "towns.tsv:2: `13.30301` is no number of degrees with up to 4 decimals",
        );
        let mut missing = sources(&[]);
        missing.retain(|source| source.path != "norp.tsv");
        let problem = compile(&missing).expect_err("a file is missing");
        assert_eq!(problem.to_string(), "norp.tsv: the file is missing");
    }

    #[test]
    fn damaged_bytes_do_not_panic() {
        let bytes = compile(&sources(&[])).expect("the lists are sound");
        let ask = |bytes: Vec<u8>| {
            let Some(lists) = Gazetteer::from_bytes(bytes.leak()) else {
                return;
            };
            for text in ["San Jos\u{e9}", "Kingdom of Norway", "Will", "Mr. X", "RC"] {
                for (id, end) in lists.matches(text, 0) {
                    assert!(text.is_char_boundary(end));
                    let _ = lists.entry(id).identifiers();
                }
                let _ = lists.words.is_common(text);
            }
        };
        for len in 0..bytes.len() {
            ask(bytes[..len].to_vec());
        }
        for at in 0..bytes.len() {
            for byte in [0, 0x7f, 0xff, bytes[at] ^ 1] {
                let mut damaged = bytes.clone();
                damaged[at] = byte;
                ask(damaged);
            }
        }
    }

    #[test]
    fn every_record_of_the_shipped_file_is_sound() {
        let lists = Gazetteer::shared();
        assert!(lists.entries.len() > 40_000);
        for entry in lists.all() {
            assert!(!entry.name.is_empty(), "{entry:?}");
            // Peoples bear the name of their country.
            let found = |(id, end): (u32, usize)| {
                end == entry.name.len()
                    && (lists.entry(id).label == entry.label || entry.list == "demonyms")
            };
            assert!(lists.matches(entry.name, 0).any(found), "{entry:?}");
        }
        assert!(LISTS.iter().all(|list| list.why.ends_with(list.name)));
    }
}
