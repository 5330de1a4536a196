//! Damage at random places of compressed web archives: every record that is whole is read, every
//! one that is not is reported, with its file and place.

use std::collections::BTreeMap;

use crate::fixtures::{self, Item, gz, html, read};
use copydesk_io::ReadPlace;

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// An archive of one record a member, and where its members begin.
struct Archive {
    bytes: Vec<u8>,
    /// By the address of the record: its page, and its member.
    records: BTreeMap<String, (Vec<u8>, usize, usize)>,
}

fn archive(pack: fn(&[u8]) -> Vec<u8>) -> Archive {
    let mut random = Random(7);
    let mut bytes = Vec::new();
    let mut records = BTreeMap::new();
    for number in 0..40 {
        let words = [
            "river", "bridge", "mayor", "strike", "harbour", "flood", "vote",
        ];
        // Of some hundred bytes to some hundred thousand, so that both ways of decompressing occur.
        let length = 20 << random.below(12);
        let page: Vec<&str> = (0..length).map(|_| words[random.below(7)]).collect();
        let page = format!("<p>{}</p>", page.join(" "));
        let uri = format!("https://news.example/{number}");
        let begin = bytes.len();
        bytes.extend_from_slice(&pack(&html(&uri, &page)));
        records.insert(uri, (page.into_bytes(), begin, bytes.len()));
    }
    Archive { bytes, records }
}

impl Archive {
    /// Whether everything is told about an archive of which the bytes from `start` to `end` are
    /// damaged: the records of other members as they are, and a failure where one is missing.
    fn check(&self, items: &[Item], start: usize, end: usize, what: &str) {
        let mut read = BTreeMap::new();
        let mut failures = Vec::new();
        for item in items {
            match item {
                Ok(document) => {
                    let uri = document.uri.clone().unwrap();
                    assert!(read.insert(uri, &document.bytes).is_none(), "{what}: twice");
                }
                Err(failure) => failures.push(failure),
            }
        }
        let mut damaged = 0;
        for (uri, (page, from, to)) in &self.records {
            let found = read.get(uri);
            if *to <= start || *from >= end {
                assert_eq!(found, Some(&page), "{what}: {uri} is whole");
            } else if found != Some(&page) {
                assert_eq!(found, None, "{what}: {uri} is wrong");
                damaged += 1;
                let place = Some(ReadPlace::CompressedByte(*from as u64));
                let told = |place| failures.iter().any(|failure| failure.place == place);
                // Where nothing of a member is left, the one before is where the file ends or
                // something else begins.
                let gone = *from >= start;
                assert!(
                    gone || told(place),
                    "{what}: {uri} is not reported: {failures:?}"
                );
            }
        }
        assert!(damaged == 0 || !failures.is_empty(), "{what}: silent");
        for failure in failures {
            assert!(failure.uri.starts_with("x.warc"), "{what}: {failure}");
            assert!(failure.place.is_some(), "{what}: {failure}");
        }
    }
}

fn damage(name: &str, pack: fn(&[u8]) -> Vec<u8>) {
    let archive = archive(pack);
    archive.check(&read(name, &archive.bytes), 0, 0, "whole");
    let mut random = Random(1);
    for round in 0..200 {
        let at = random.below(archive.bytes.len());
        let mut bytes = archive.bytes.clone();
        bytes[at] ^= 1 << random.below(8);
        let what = format!("{name} {round}: flipped {at}");
        archive.check(&read(name, &bytes), at, at + 1, &what);

        // A member that ends before its time, with the next right behind it.
        let (_, from, to) = &archive.records.values().nth(random.below(40)).unwrap();
        let cut = from + 1 + random.below(to - from - 1);
        let bytes = [&archive.bytes[..cut], &archive.bytes[*to..]].concat();
        let what = format!("{name} {round}: {cut}..{to} cut out");
        archive.check(&read(name, &bytes), cut, *to, &what);

        // Between two members nothing tells that there were more.
        let mut end = random.below(archive.bytes.len());
        end += usize::from(archive.records.values().any(|&(_, _, to)| to == end));
        let what = format!("{name} {round}: cut at {end}");
        archive.check(&read(name, &archive.bytes[..end]), end, usize::MAX, &what);
    }
}

/// The first bytes tell how a file is compressed; its name does where they are damaged.
fn damaged_start(name: &str, pack: fn(&[u8]) -> Vec<u8>) {
    let pages = ["a", "b", "c"].map(|uri| pack(&html(uri, "<p>The river rose.")));
    for at in 0..4 {
        let mut bytes = pages.concat();
        bytes[at] ^= 0x40;
        let items = read(name, &bytes);
        let [Err(failure), Ok(second), Ok(third)] = &*items else {
            panic!("{at}: {items:?}")
        };
        assert_eq!(failure.place, Some(ReadPlace::CompressedByte(0)));
        let uris = [&second.uri, &third.uri].map(|uri| uri.as_deref().unwrap());
        assert_eq!(uris, ["b", "c"]);
    }
}

#[test]
fn gzip_archives() {
    damage("x.warc.gz", gz);
    damaged_start("x.warc.gz", gz);
}

#[cfg(feature = "zstd")]
#[test]
fn zstd_archives() {
    damage("x.warc.zst", fixtures::zst);
    damaged_start("x.warc.zst", fixtures::zst);
}
