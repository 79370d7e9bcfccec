//! Writes reports made at random into a folder, and `truth.jsonl` beside it: `make_corpus DIR N [SEED [READER]]`.
use std::io::{BufWriter, Write as _};

use anyhow::{Context as _, Result};
use camino::Utf8PathBuf;
use gouji_tests::books;
use gouji_tests::made::Maker;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

const USAGE: &str = "usage: make_corpus DIR N [SEED [READER]]";

/// So many reports are in memory at once.
const BLOCK: u32 = 256;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder: Utf8PathBuf = arguments.next().context(USAGE)?.into();
    let count: u32 = arguments.next().context(USAGE)?.parse().context(USAGE)?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse()).context(USAGE)?;
    let maker = Maker::new(books(), seed, arguments.next().as_deref())?;
    let reports = folder.join("reports");
    std::fs::create_dir_all(&reports).with_context(|| reports.to_string())?;
    let truth = folder.join("truth.jsonl");
    let mut lines = BufWriter::new(std::fs::File::create(&truth).with_context(|| truth.to_string())?);
    for first in (0..count).step_by(BLOCK as usize) {
        let block = (first..count.min(first + BLOCK)).into_par_iter().map(|number| {
            let made = maker.make(number)?;
            let file = reports.join(&made.name);
            std::fs::write(&file, made.bytes).with_context(|| file.to_string())?;
            Ok(serde_json::to_string(&made.truth)?)
        });
        for line in block.collect::<Result<Vec<String>>>()? {
            writeln!(lines, "{line}")?;
        }
    }
    lines.flush().with_context(|| truth.to_string())
}
