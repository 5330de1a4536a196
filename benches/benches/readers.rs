//! Containers to documents, from memory: what the readers cost without the disk.

use std::{
    hint::black_box,
    io::{Cursor, Read as _},
    sync::Arc,
};

use copydesk_benches::{archives, html, settings, throughput};
use copydesk_io::{ReadOptions, Sources};
use criterion::{BenchmarkId, Criterion, Throughput};
use flate2::read::MultiGzDecoder;

fn main() {
    let mut criterion = settings();
    let pages = html::typical_pages(12);
    let one = html::typical().text;
    let inputs = [
        ("page.html.gz", true, archives::gzip(one.as_bytes())),
        ("page.html", false, one.into_bytes()),
        ("pages.jsonl", false, archives::jsonl(&pages)),
        ("pages.warc", false, archives::warc(&pages)),
        ("pages.warc.gz", true, archives::warc_gz(&pages)),
    ];
    readers(&mut criterion, inputs);
    criterion.final_summary();
}

/// Reads each input: its name, whether it is packed, its bytes.
fn readers(criterion: &mut Criterion, inputs: [(&str, bool, Vec<u8>); 5]) {
    let mut group = criterion.benchmark_group("readers");
    for (name, packed, bytes) in inputs {
        let bytes: Arc<[u8]> = bytes.into();
        // Bytes of documents, so that packed and plain inputs can be compared.
        group.throughput(read(name, &bytes));
        group.bench_function(BenchmarkId::new("read", name), |bencher| {
            bencher.iter(|| read(name, &bytes));
        });
        // Every document is handed out in bytes of its own, so one copy is the least, and
        // unpacking where it is packed.
        let floor = if packed { "floor-gunzip" } else { "floor-copy" };
        group.bench_function(BenchmarkId::new(floor, name), |bencher| {
            bencher.iter(|| {
                if packed {
                    unpack(black_box(&bytes))
                } else {
                    black_box(&bytes).to_vec()
                }
            });
        });
    }
}

/// How many documents are in a container, and their bytes.
fn read(name: &str, bytes: &Arc<[u8]>) -> Throughput {
    let reader = Cursor::new(Arc::clone(bytes));
    let sources = Sources::from_reader(name, reader, ReadOptions::default());
    let (mut documents, mut bytes) = (0, 0);
    for document in sources.expect("the options are valid") {
        documents += 1;
        bytes += document.expect("the container is whole").bytes.len();
    }
    throughput(documents, bytes)
}

fn unpack(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let read = MultiGzDecoder::new(bytes).read_to_end(&mut out);
    read.expect("the container is whole");
    out
}
