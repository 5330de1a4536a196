//! The laws of normalization; the fuzz targets check them, too (`crates/laws`).

use copydesk_core::{NormalizeOptions, SegmentKind};
use copydesk_normalize::{NormalizedText, normalize};

/// The map tiles, every change is an edit, edits can be undone, and a second run changes nothing.
pub(crate) fn check(input: &str, options: &NormalizeOptions) {
    let output = normalize(input, options);
    check_offsets(input, &output);
    assert_eq!(undo(&output), input);
    for note in &output.diagnostics {
        assert!(
            note.span
                .expect("each note has a place")
                .get(&output.text)
                .is_some()
        );
    }
    assert_eq!(output.edits.is_empty(), output.diagnostics.is_empty());
    let again = normalize(&output.text, options);
    assert_eq!(again.text, output.text);
    assert!(again.edits.is_empty());
    if options.nfc {
        let normalizer = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
        assert!(normalizer.is_normalized(&output.text));
    }
}

/// Puts back what stood at each edit.
fn undo(output: &NormalizedText<'_>) -> String {
    let mut input = String::new();
    let mut at = 0;
    for edit in &output.edits {
        input.push_str(&output.text[at..edit.span.start as usize]);
        assert_eq!(edit.source.start as usize, input.len());
        input.push_str(&edit.before);
        assert_eq!(edit.source.end as usize, input.len());
        at = edit.span.end as usize;
    }
    input + &output.text[at..]
}

fn check_offsets(input: &str, output: &NormalizedText<'_>) {
    let (mut text, mut source) = (0, 0);
    let mut edits = output.edits.iter();
    for segment in output.offsets.segments() {
        assert_eq!((segment.text.start, segment.source.start), (text, source));
        (text, source) = (segment.text.end, segment.source.end);
        let now = segment
            .text
            .get(&output.text)
            .expect("on character boundaries");
        let before = segment.source.get(input).expect("on character boundaries");
        if segment.kind == SegmentKind::Copy {
            assert_eq!(now, before);
            continue;
        }
        assert_ne!(segment.kind, SegmentKind::Insert);
        // One rule changed it and another changed it back.
        if now == before {
            continue;
        }
        // Both are in order: what ends before this piece holds none of the later ones.
        let behind = edits.as_slice().iter();
        let passed = behind.take_while(|edit| edit.span.end < segment.text.end);
        edits = edits.as_slice()[passed.count()..].iter();
        let covered = edits.clone().any(|edit| edit.span.contains(segment.text));
        assert!(covered, "{segment:?} is in no edit of {:?}", output.edits);
    }
    assert_eq!(
        (text as usize, source as usize),
        (output.text.len(), input.len())
    );
}
