//! Measures reading and recognising of samples, as `samples` writes them: `speed DIR` prints JSON, one object a file;
//! `speed --peak FILE` prints the most memory that one reading took, in kilobytes.
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, PartRef, Recogniser};
use gouji_tests::books;
use gouji_tests::clock::{peak_kb, seconds};
use serde_json::json;

#[expect(clippy::print_stdout, reason = "a program for another program")]
fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let recogniser = Recogniser::new(books());
    match &*arguments.iter().map(String::as_str).collect::<Vec<_>>() {
        ["--peak", file] => {
            once(&recogniser, &load(Utf8Path::new(file))?)?;
            println!("{}", peak_kb().unwrap_or(0));
        }
        [folder] => {
            let files = files(Utf8Path::new(folder))?;
            let measured: Result<Vec<_>> = files.iter().map(|file| measure(&recogniser, file)).collect();
            println!("{}", serde_json::to_string(&measured?)?);
        }
        _ => bail!("usage: speed DIR | speed --peak FILE"),
    }
    Ok(())
}

fn load(file: &Utf8Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| file.to_string())
}

/// The files in the folders of a folder, by name.
fn files(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut files = Vec::new();
    for readers in folder.read_dir_utf8().with_context(|| folder.to_string())? {
        for file in readers?.path().read_dir_utf8()? {
            files.push(file?.into_path());
        }
    }
    files.sort();
    Ok(files)
}

/// Reads and recognises once.
fn once(recogniser: &Recogniser<'_>, bytes: &[u8]) -> Result<()> {
    let hints = Hints::default();
    let count = match gouji_read::read(bytes, &Limits::default())? {
        Input::Document(document) => recogniser.recognise(&document, &hints)?.len(),
        Input::Parts(parts) => {
            let parts: Vec<PartRef<'_>> =
                parts.iter().map(|part| PartRef { name: &part.name, document: &part.document }).collect();
            recogniser.recognise_parts(&parts, &hints)?.len()
        }
        Input::Report(_) => 1,
    };
    anyhow::ensure!(count == 1, "{count} reports");
    Ok(())
}

fn measure(recogniser: &Recogniser<'_>, file: &Utf8Path) -> Result<serde_json::Value> {
    let bytes = load(file)?;
    let read = seconds(|| Ok(gouji_read::read(&bytes, &Limits::default())?))?;
    let total = seconds(|| once(recogniser, &bytes)).with_context(|| file.to_string())?;
    let own = std::env::current_exe()?;
    let peak = Command::new(own).args(["--peak", file.as_str()]).output().context("the second run")?;
    let peak: u64 = String::from_utf8(peak.stdout)?.trim().parse().context("the peak of memory")?;
    Ok(json!({
        "reader": file.parent().and_then(Utf8Path::file_name),
        "bytes": bytes.len(),
        "read_ms": read * 1e3,
        "recognise_ms": (total - read) * 1e3,
        "total_ms": total * 1e3,
        "peak_kb": peak,
    }))
}
