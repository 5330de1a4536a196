//! The learned tables, asked about a text.

use super::{
    MODEL,
    model::Table,
    script::Script,
    words::{Detail, words},
};

/// The most lanes of a table.
const MOST_LANES: usize = 48;

/// The likeliest language of those that share a script.
pub(super) fn best<'a>(
    pieces: impl Iterator<Item = &'a str> + Clone,
    script: Script,
) -> Option<(&'static str, f32)> {
    let of_script = || Table::all(MODEL).filter(move |table| table.script == script as u8);
    let table = of_script().find(|table| table.lanes > 1)?;
    let mut sums = [0_i32; MOST_LANES];
    let count = match table.lanes {
        4 => add::<4>(pieces.clone(), script, &table, &mut sums),
        16 => add::<16>(pieces.clone(), script, &table, &mut sums),
        48 => add::<48>(pieces.clone(), script, &table, &mut sums),
        _ => 0,
    };
    if count == 0 {
        return None;
    }
    let even = table.scale / (count as f32).sqrt();
    let [best, next, all] = likeliest(&table, &sums[..table.lanes], even)?;
    // Of two that are much alike, another table tells which.
    let pair = of_script().find(|table| {
        let [first, second] = [table.label(0), table.label(1)];
        table.lanes == 1
            && ([best.0, next.0] == [first, second] || [best.0, next.0] == [second, first])
    });
    let Some(table) = pair else {
        return Some((best.0, best.1 / all.1));
    };
    let both = best.1 + next.1;
    let first = both / (1.0 + (-lean(pieces, script, &table)).exp());
    let (label, likely) = if first >= both - first {
        (table.label(0), first)
    } else {
        (table.label(1), both - first)
    };
    Some((label, likely / all.1))
}

/// The two languages with the highest sums and how likely each is, and how likely all are together.
fn likeliest(table: &Table<'static>, sums: &[i32], even: f32) -> Option<[(&'static str, f32); 3]> {
    let highest = sums.iter().copied().max()?;
    let [mut best, mut next, mut all] = [("", 0.0); 3];
    for (lane, sum) in sums.iter().enumerate() {
        let likely = ((sum - highest) as f32 * even).exp();
        all.1 += likely;
        let label = table.label(lane);
        if label.starts_with('?') || likely <= next.1 {
            continue;
        }
        next = (label, likely);
        if next.1 > best.1 {
            std::mem::swap(&mut best, &mut next);
        }
    }
    Some([best, next, all])
}

/// How much the words speak for the first of two languages: the logarithm of the odds.
fn lean<'a>(pieces: impl Iterator<Item = &'a str>, script: Script, table: &Table<'_>) -> f32 {
    let mut sum = 0_i32;
    let mut count = 0_u32;
    for piece in pieces {
        words(piece, script, Detail::Fine, |hashes| {
            for hash in hashes {
                if let Some(weight) = table.rows.get((hash >> (32 - table.bits)) as usize) {
                    sum = sum.saturating_add(weight.cast_signed().into());
                    count += 1;
                }
            }
        });
    }
    sum as f32 * table.scale / (count.max(1) as f32).sqrt()
}

/// Adds the rows of all words to the sums, and returns how many there are.
fn add<'a, const LANES: usize>(
    pieces: impl Iterator<Item = &'a str>,
    script: Script,
    table: &Table<'_>,
    sums: &mut [i32; MOST_LANES],
) -> usize {
    let (rows, _) = table.rows.as_chunks::<LANES>();
    let mut count = 0;
    for piece in pieces {
        words(piece, script, Detail::Coarse, |hashes| {
            // A word has too few hashes for the sums of its bytes to leave 16 bits.
            let mut word = [0_i16; LANES];
            for hash in hashes {
                let Some(row) = rows.get((hash >> (32 - table.bits)) as usize) else {
                    continue;
                };
                for (sum, weight) in word.iter_mut().zip(row) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
            for (sum, word) in sums.iter_mut().zip(word) {
                *sum = sum.saturating_add(word.into());
            }
            count += hashes.len();
        });
    }
    count
}
