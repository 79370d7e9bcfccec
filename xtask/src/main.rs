//! `cargo xtask`: the commands for who works on gouji itself.
#![allow(clippy::print_stderr, reason = "a command talks to its terminal")]

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use xtask::step::Context;
use xtask::{bench, check, corpus, generate};

/// Work on gouji itself.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Run everything that a change has to pass
    Check,
    /// Write the generated files
    Generate {
        /// Write nothing; fail if a file is not what would be written
        #[arg(long)]
        check: bool,
    },
    /// Score readings and verdicts of a corpus of real reports
    Corpus {
        /// The folder, with `reports`, `expected` and `specimens`
        directory: String,
    },
    /// Write reports made at random, some with faults, and the truth about them
    MakeCorpus {
        /// How many
        count: u32,
        /// Where to: `reports/` and `truth.jsonl`; otherwise `target/corpus`
        #[arg(short, long, value_name = "DIR")]
        output: Option<camino::Utf8PathBuf>,
        /// Another seed gives other reports
        #[arg(long, default_value_t = 1)]
        seed: u32,
        /// All in the format of one reader, as `docx`
        #[arg(long, value_name = "READER")]
        format: Option<String>,
    },
    /// Measure reading in every format, every stage behind it, and many files at once
    Bench {
        /// Small folders only: two minutes
        #[arg(long)]
        quick: bool,
        /// Also run other readers of the same files, where Python has them, and print the ratios
        #[arg(long)]
        peers: bool,
    },
}

fn main() -> ExitCode {
    match run(Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not `{:?}`: a fault in the tree is no fault of this program, whose backtrace helps no one.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Check => check::check(&Context::load()?),
        Task::Generate { check: true } => generate::step(&Context::load()?).map(drop),
        Task::Generate { check: false } => generate::write(&Context::load()?),
        Task::Corpus { directory } => corpus::corpus(&directory),
        Task::MakeCorpus { count, output, seed, format } => {
            let folder = output.map_or_else(|| Ok(Context::load()?.workspace.target.join("corpus")), anyhow::Ok)?;
            corpus::make(&folder, count, seed, format.as_deref())
        }
        Task::Bench { quick, peers } => bench::bench(&Context::load()?, quick, peers),
    }
}
