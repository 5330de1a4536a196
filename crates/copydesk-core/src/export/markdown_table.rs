//! Tables in Markdown.

use super::{
    blocks::{BLANKS, Written},
    markdown_text::words,
};
use crate::record::Cell;

/// Empty cells that may stand for the further columns and rows of the cells of a table: so many
/// for each cell, and some more. Else one cell could make a document a thousand times longer.
const FILLERS: (usize, usize) = (8, 256);

/// The lines of a table.
pub(super) fn table(rows: &[Written<'_>], text: &str) -> Vec<String> {
    let grid = grid(rows);
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    let blank = |cell: Option<&Cell>| {
        cell.is_none_or(|cell| cell.span.of(text).trim_matches(BLANKS).is_empty())
    };
    let mut rows = grid.as_slice();
    let mut header: &[Option<&Cell>] = &[];
    if let Some((first, others)) = rows.split_first()
        && !first.iter().all(|&cell| blank(cell))
        && first
            .iter()
            .all(|&cell| blank(cell) || cell.is_some_and(|cell| cell.header))
    {
        (header, rows) = (first, others);
    }
    let mut lines = vec![line(header, width, text)];
    lines.push(format!("|{}", " --- |".repeat(width)));
    // What a row lacks of the header's width need not be written.
    lines.extend(rows.iter().map(|row| line(row, 0, text)));
    lines
}

/// The cells by row and column; `None` where a cell from the left or from above reaches.
fn grid<'a>(rows: &[Written<'a>]) -> Vec<Vec<Option<&'a Cell>>> {
    let count: usize = rows.iter().map(|row| row.block.cells.len()).sum();
    let mut fillers = count * FILLERS.0 + FILLERS.1;
    // For each column how many more rows the cell above reaches down.
    let mut above: Vec<u16> = Vec::new();
    let mut grid = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line = Vec::with_capacity(row.block.cells.len());
        let mut below = Vec::new();
        let reaches = |at: usize, fillers: &mut usize| {
            let reaches = above.get(at).is_some_and(|&rows| rows > 0) && *fillers > 0;
            *fillers -= usize::from(reaches);
            reaches
        };
        for cell in &row.block.cells {
            while reaches(line.len(), &mut fillers) {
                below.push(above[line.len()] - 1);
                line.push(None);
            }
            for column in 0..cell.columns.max(1) {
                if column > 0 {
                    if fillers == 0 {
                        break;
                    }
                    fillers -= 1;
                }
                below.push(cell.rows.max(1) - 1);
                line.push((column == 0).then_some(cell));
            }
        }
        while reaches(line.len(), &mut fillers) {
            below.push(above[line.len()] - 1);
            line.push(None);
        }
        above = below;
        grid.push(line);
    }
    grid
}

/// One line, filled up to `width` cells.
fn line(cells: &[Option<&Cell>], width: usize, text: &str) -> String {
    let mut out = String::from("|");
    for at in 0..cells.len().max(width) {
        let cell = cells.get(at).copied().flatten();
        let inside = cell.map_or("", |cell| cell.span.of(text).trim_matches(BLANKS));
        if !inside.is_empty() {
            out.push(' ');
            words(&mut out, inside);
        }
        out.push_str(" |");
    }
    out
}
