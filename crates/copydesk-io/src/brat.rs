//! brat out: a folder of two files for each article, whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use copydesk_core::{Brat, Error, ErrorKind, record::Article};

use crate::{
    output::write_error,
    record_writer::{RecordWriter, Written},
};

/// Writes a folder for brat, which appears when it is complete: `annotation.conf`, and for each
/// article that could be read `000001.txt` and `000001.ann`, numbered from 1.
#[derive(Debug)]
pub(crate) struct BratWriter {
    /// Where it is written until it is complete.
    aside: PathBuf,
    target: PathBuf,
    written: Written,
    complete: bool,
}

impl BratWriter {
    pub(crate) fn create(path: &str) -> Result<Self, Error> {
        if path == "-" {
            let message = "cannot write brat to standard output: it is a folder of files; give \
                           its name";
            return Err(Error::new(ErrorKind::Write, message));
        }
        let target = Path::new(path);
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".tmp-{}", std::process::id()));
        Self::create_aside(target, &target.with_file_name(name))
    }

    pub(crate) fn create_aside(target: &Path, aside: &Path) -> Result<Self, Error> {
        if fs::symlink_metadata(target).is_ok() {
            let message = format!(
                "cannot write {}: it is there already; remove it or give another name",
                target.display()
            );
            return Err(Error::new(ErrorKind::Write, message));
        }
        let mut writer = Self {
            aside: aside.to_owned(),
            target: target.to_owned(),
            written: Written::default(),
            complete: false,
        };
        let made = fs::create_dir(aside);
        made.map_err(|error| writer.failed(error))?;
        writer.file("annotation.conf", &Brat::configuration())?;
        Ok(writer)
    }

    fn file(&mut self, name: &str, content: &str) -> Result<(), Error> {
        self.written.bytes += content.len() as u64;
        let wrote = fs::write(self.aside.join(name), content);
        wrote.map_err(|error| self.failed(error))
    }

    fn failed(&self, error: io::Error) -> Error {
        write_error(&self.target.to_string_lossy(), error)
    }
}

impl RecordWriter for BratWriter {
    fn write(&mut self, article: &Article) -> Result<(), Error> {
        if article.failed() {
            return Ok(());
        }
        self.written.records += 1;
        let number = self.written.records;
        let brat = article.to_brat();
        self.file(&format!("{number:06}.txt"), &brat.text)?;
        self.file(&format!("{number:06}.ann"), &brat.annotations)
    }

    fn bytes(&self) -> u64 {
        self.written.bytes
    }

    fn finish(mut self: Box<Self>) -> Result<Written, Error> {
        let renamed = fs::rename(&self.aside, &self.target);
        renamed.map_err(|error| self.failed(error))?;
        self.complete = true;
        Ok(self.written)
    }
}

impl Drop for BratWriter {
    fn drop(&mut self) {
        if !self.complete {
            let _ = fs::remove_dir_all(&self.aside);
        }
    }
}
