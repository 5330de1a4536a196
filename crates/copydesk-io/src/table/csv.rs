//! Tables in CSV, as spreadsheets write it.

use copydesk_core::Error;
use csv::{Position, ReaderBuilder, StringRecord};

use super::{
    Place, TableCell,
    row::{self, TableRow},
};

pub(super) fn read<R: TableRow>(name: &str, text: &str) -> Result<Vec<R::Entry>, Error> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let failed = |error: &csv::Error| {
        let line = error.position().map_or(1, Position::line);
        Place::Line(line).error(name, &format!("{error}; check its quotes"))
    };
    let header = reader.headers().map_err(|error| failed(&error))?.clone();
    let columns = row::header::<R>(&header).map_err(|what| Place::Line(1).error(name, &what))?;
    let mut entries = Vec::new();
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| failed(&error))?
    {
        let place = Place::Line(line_of(text, record.position()));
        if record
            .iter()
            .skip(header.len())
            .any(|cell| !cell.is_empty())
        {
            let what = format!(
                "{} cells, but the header has {}; put quotes around a cell with a separator in it",
                record.len(),
                header.len()
            );
            return Err(place.error(name, &what));
        }
        let mut row = R::default();
        for (column, at) in columns.iter().enumerate() {
            if let Some(cell) = at.and_then(|at| record.get(at)) {
                row.cells_mut()[column] = TableCell::Text(cell.to_owned());
            }
        }
        if !row.is_blank() {
            entries.push(row.entry(&place.of(name))?);
        }
    }
    Ok(entries)
}

/// The line in which a record starts. Its position is that of the empty lines before it.
fn line_of(text: &str, position: Option<&Position>) -> u64 {
    let Some(position) = position else { return 1 };
    let rest = &text.as_bytes()[position.byte() as usize..];
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + blank.filter(|&&byte| byte == b'\n').count() as u64
}

/// What separates the cells: of the header, which has no need for these in its own cells.
fn delimiter(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |mark: char| header.matches(mark).count();
    if header.contains('\t') {
        b'\t'
    } else if count(';') > count(',') {
        b';'
    } else {
        b','
    }
}
