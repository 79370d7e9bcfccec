//! Writes the report of the tests in every format into a folder: `DIR/READER/report.…`.
use anyhow::{Context as _, Result};
use camino::Utf8PathBuf;
use gouji_tests::{books, samples::samples};

fn main() -> Result<()> {
    let folder: Utf8PathBuf = std::env::args().nth(1).context("usage: samples DIR")?.into();
    for sample in samples(books())? {
        let place = folder.join(sample.reader);
        std::fs::create_dir_all(&place).with_context(|| place.to_string())?;
        let file = place.join(&sample.name);
        std::fs::write(&file, sample.bytes).with_context(|| file.to_string())?;
    }
    Ok(())
}
