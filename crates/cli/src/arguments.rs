//! The command line. Texts for people are not here: `help` puts them on, by the ids of commands and arguments.
use camino::{Utf8Path, Utf8PathBuf};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use gouji_edits::Severity;
use gouji_export::Date;

use crate::command::rules_arguments::RulesCommand;
use crate::shard::Shard;
use crate::sink::FORMATS;

/// The whole command line.
#[derive(Clone, Debug, Parser)]
#[command(name = "gouji", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// What every command knows.
    #[command(flatten)]
    pub(crate) common: Common,
    /// Version flag; clap answers it.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    /// The command.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command knows.
#[derive(Args, Clone, Debug)]
pub(crate) struct Common {
    /// Edition that goes before the one the year asks for.
    #[arg(long, global = true, value_name = "ID")]
    pub(crate) edition: Option<String>,
    /// Folders of rules.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) rules: Vec<Utf8PathBuf>,
    /// Language; `language` reads it before clap does.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["zh", "en"])]
    lang: Option<String>,
    /// Files read and judged at the same time.
    #[arg(short, long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub(crate) jobs: Option<u16>,
    /// Folder of reports that were read before.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) cache: Option<Utf8PathBuf>,
    /// Less.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// More.
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
    /// Help flag; clap answers it.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads and checks reports.
    Check(CheckArguments),
    /// Shows what was read.
    Read(ReadArguments),
    /// Finds wrong cells and corrects them.
    Repair(RepairArguments),
    /// Gives reports out in other formats.
    Export(ExportArguments),
    /// Gives out blank forms.
    New(NewArguments),
    /// Reports and findings as tables for analysis.
    Table(TableArguments),
    /// Shows what differs between two reports or folders of reports.
    Compare(CompareArguments),
    /// Adds reports of member units up.
    Rollup(RollupArguments),
    /// The rules.
    #[command(subcommand, arg_required_else_help = true)]
    Rules(RulesCommand),
    /// The folder of reports that were read before.
    #[command(subcommand, arg_required_else_help = true)]
    Cache(CacheCommand),
    /// Completions of a shell.
    Completions {
        /// Which shell.
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// The manual page.
    Man,
}

/// Arguments of `check`.
#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    /// Files and folders.
    #[command(flatten)]
    pub(crate) input: Inputs,
    /// Where the result goes.
    #[command(flatten)]
    pub(crate) output: Output,
    /// Form of the result.
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name)]
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    pub(crate) format: String,
    /// Last year's report, or a folder of them.
    #[arg(id = "check_last_year", long = "last-year", value_name = "FILE|DIR")]
    pub(crate) last_year: Option<Utf8PathBuf>,
    /// Reports of the member units.
    #[arg(long, value_name = "DIR|FILE")]
    pub(crate) members: Option<Utf8PathBuf>,
    /// Waivers.
    #[command(flatten)]
    pub(crate) waivers: WaiverArguments,
    /// The day on which waivers must hold.
    #[arg(id = "waiver_date", long = "date", value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) date: Option<Date>,
    /// The least severity that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(crate) deny: Deny,
    /// Word files are copied with a comment at each finding.
    #[arg(long, requires = "output")]
    pub(crate) annotate: bool,
    /// Who signs the notices.
    #[arg(long, value_name = "NAME", requires = "output")]
    pub(crate) office: Option<String>,
    /// Existing notices and copies are replaced.
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

impl CheckArguments {
    /// The folder that notices or annotated copies go to; one text with all notices may be named instead.
    pub(crate) fn folder(&self, cwd: &Utf8Path) -> Option<Utf8PathBuf> {
        let output = self.output.output.as_deref()?;
        let is_text = || output.extension() == Some("txt") && !cwd.join(output).is_dir();
        let is_folder = self.annotate || (self.format == crate::sink::NOTICE && !is_text());
        is_folder.then(|| self.input.named(output))
    }
}

/// Where waivers are.
#[derive(Args, Clone, Debug)]
pub(crate) struct WaiverArguments {
    /// TOML files, or exported workbooks.
    #[arg(id = "waivers", long = "waivers", value_name = "FILE")]
    pub(crate) files: Vec<Utf8PathBuf>,
}

/// Arguments of `read`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ReadArguments {
    /// Files and folders.
    #[command(flatten)]
    pub(crate) input: Inputs,
    /// Where the result goes.
    #[command(flatten)]
    pub(crate) output: Output,
    /// Form of the result.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ReadFormat,
}

/// Arguments of `repair`.
#[derive(Args, Clone, Debug)]
pub(crate) struct RepairArguments {
    /// Files and folders.
    #[command(flatten)]
    pub(crate) input: Inputs,
    /// Where the result goes; with `--apply` the corrected file, or the folder for corrected files.
    #[command(flatten)]
    pub(crate) output: Output,
    /// Reports of the same units for other years, last year's first of all.
    #[arg(id = "repair_last_year", long = "last-year", value_name = "FILE|DIR")]
    pub(crate) last_year: Option<Utf8PathBuf>,
    /// Reports of the member units.
    #[arg(id = "repair_members", long = "members", value_name = "DIR|FILE")]
    pub(crate) members: Option<Utf8PathBuf>,
    /// Form of the result.
    #[arg(id = "repair_format", long = "format", value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ReadFormat,
    /// Corrected files are written.
    #[arg(long)]
    pub(crate) apply: bool,
    /// Numbers of choices that are taken where there is more than one.
    #[arg(long, value_name = "N", requires = "apply", conflicts_with = "all")]
    pub(crate) choose: Vec<usize>,
    /// More than one file is corrected.
    #[arg(long, requires = "apply")]
    pub(crate) all: bool,
    /// Existing files are replaced.
    #[arg(long, requires = "apply")]
    pub(crate) force: bool,
}

/// Arguments of `export`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExportArguments {
    /// Files and folders.
    #[command(flatten)]
    pub(crate) input: Inputs,
    /// What is made, and where it goes.
    #[command(flatten)]
    pub(crate) product: Product,
    /// All reports in one, under this name.
    #[arg(long, value_name = "NAME")]
    pub(crate) batch: Option<String>,
    /// Not the reports, but what their units must correct.
    #[arg(long, conflicts_with = "batch")]
    pub(crate) notice: bool,
    /// Who signs the notices.
    #[arg(long, value_name = "NAME", requires = "notice")]
    pub(crate) office: Option<String>,
    /// The batch also gets one row for each cell.
    #[arg(long, requires = "batch")]
    pub(crate) long: bool,
    /// Last year's report, or a folder of them.
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) last_year: Option<Utf8PathBuf>,
    /// Earlier workbooks, whose notes are carried over.
    #[arg(long, value_name = "FILE")]
    pub(crate) notes: Vec<Utf8PathBuf>,
    /// Waivers.
    #[command(flatten)]
    pub(crate) waivers: WaiverArguments,
}

/// Arguments of `table`.
#[derive(Args, Clone, Debug)]
pub(crate) struct TableArguments {
    /// Files and folders.
    #[command(flatten)]
    pub(crate) input: Inputs,
    /// The table of reports.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) table: Utf8PathBuf,
    /// The table of findings.
    #[arg(long, value_name = "FILE")]
    pub(crate) findings: Option<Utf8PathBuf>,
    /// Last year's report, or a folder of them.
    #[arg(id = "check_last_year", long = "last-year", value_name = "FILE|DIR")]
    pub(crate) last_year: Option<Utf8PathBuf>,
}

/// Arguments of `new`; `--edition` is among the common ones.
#[derive(Args, Clone, Debug)]
pub(crate) struct NewArguments {
    /// What is made, and where it goes.
    #[command(flatten)]
    pub(crate) product: Product,
    /// Name of the unit.
    #[arg(id = "new_unit", long = "unit", value_name = "NAME")]
    pub(crate) unit: String,
    /// Report year.
    #[arg(id = "new_year", long = "year", value_name = "YEAR", value_parser = clap::value_parser!(i32).range(2000..=2999))]
    pub(crate) year: i32,
    /// Last year's report, whose numbers stand beside.
    #[arg(id = "new_last_year", long = "last-year", value_name = "FILE|DIR")]
    pub(crate) last_year: Option<Utf8PathBuf>,
}

/// Arguments of `compare`.
#[derive(Args, Clone, Debug)]
pub(crate) struct CompareArguments {
    /// The first report, or a folder.
    #[arg(id = "compare_before", value_name = "A")]
    pub(crate) before: Utf8PathBuf,
    /// The second report, or a folder.
    #[arg(id = "compare_after", value_name = "B")]
    pub(crate) after: Utf8PathBuf,
    /// The unit list.
    #[arg(id = "compare_units", long = "units", value_name = "FILE")]
    pub(crate) units: Option<Utf8PathBuf>,
    /// Form of the result.
    #[arg(id = "compare_format", long = "format", value_name = "FORMAT", default_value = "human")]
    pub(crate) format: CompareFormat,
    /// Where the result goes.
    #[command(flatten)]
    pub(crate) output: Output,
    /// The least severity that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(crate) deny: Deny,
    /// Waivers.
    #[command(flatten)]
    pub(crate) waivers: WaiverArguments,
    /// The day on which waivers must hold.
    #[arg(id = "waiver_date", long = "date", value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) date: Option<Date>,
}

/// Forms in which `compare` shows differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// For a terminal.
    Human,
    /// `gouji/compare/1`.
    Json,
    /// For GitHub and the like.
    Markdown,
}

/// Arguments of `rollup`.
#[derive(Args, Clone, Debug)]
pub(crate) struct RollupArguments {
    /// Files, and folders that are searched.
    #[arg(id = "rollup_files", required = true, value_name = "FILE|DIR")]
    pub(crate) files: Vec<Utf8PathBuf>,
    /// Name of the region.
    #[arg(id = "rollup_unit", long = "unit", value_name = "NAME")]
    pub(crate) unit: String,
    /// The unit list.
    #[arg(id = "rollup_units", long = "units", value_name = "FILE")]
    pub(crate) units: Option<Utf8PathBuf>,
    /// Report year.
    #[arg(id = "rollup_year", long = "year", value_name = "YEAR", value_parser = clap::value_parser!(i32).range(2000..=2999))]
    pub(crate) year: Option<i32>,
    /// Formats in which the region's report is given out.
    #[arg(
        id = "rollup_to",
        long = "to",
        value_name = "FORMAT",
        value_delimiter = ',',
        conflicts_with = "rollup_format"
    )]
    pub(crate) to: Vec<String>,
    /// Form in which it is shown otherwise.
    #[arg(id = "rollup_format", long = "format", value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ReadFormat,
    /// A folder with `--to`, else a file.
    #[arg(id = "rollup_output", short = 'o', long = "output", value_name = "DIR|FILE")]
    pub(crate) output: Option<Utf8PathBuf>,
    /// Date to print.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) date: Option<Date>,
    /// Existing files are replaced.
    #[arg(long)]
    pub(crate) force: bool,
}

/// What is made, and where it goes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Product {
    /// Formats.
    #[arg(long, value_name = "FORMAT", required = true, value_delimiter = ',')]
    pub(crate) to: Vec<String>,
    /// Folder, instead of the current one.
    #[arg(short = 'o', long = "output", value_name = "DIR")]
    pub(crate) folder: Option<Utf8PathBuf>,
    /// Date to print.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) date: Option<Date>,
    /// Existing files are replaced.
    #[arg(long)]
    pub(crate) force: bool,
}

/// The files, and what is known of them.
#[derive(Args, Clone, Debug)]
pub(crate) struct Inputs {
    /// Files, and folders that are searched.
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) files: Vec<Utf8PathBuf>,
    /// The unit list.
    #[arg(long, value_name = "FILE")]
    pub(crate) units: Option<Utf8PathBuf>,
    /// Program that reads pictures.
    #[arg(long, value_name = "COMMAND")]
    pub(crate) ocr: Option<String>,
    /// Report year.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(2000..=2999))]
    pub(crate) year: Option<i32>,
    /// Name of the unit.
    #[arg(long, value_name = "NAME")]
    pub(crate) unit: Option<String>,
    /// Level of the unit, by id or Chinese word.
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Option<String>,
    /// What the report covers, by id or Chinese word.
    #[arg(long, value_name = "SCOPE")]
    pub(crate) scope: Option<String>,
    /// Only one part of the files.
    #[arg(long, value_name = "I/N", value_parser = crate::shard::parse)]
    pub(crate) shard: Option<Shard>,
    /// Date on which the report was published.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) published: Option<Date>,
}

impl Inputs {
    /// The name of an output: of a part of the files a name of its own.
    pub(crate) fn named(&self, output: &Utf8Path) -> Utf8PathBuf {
        self.shard.map_or_else(|| output.to_owned(), |shard| shard.name(output))
    }
}

/// Where a result goes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Output {
    /// A file, instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<Utf8PathBuf>,
}

/// Forms in which a report or rules are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Severities as words of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Any finding.
    Note,
}

impl Deny {
    /// The least severity that is denied.
    pub(crate) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Commands about the folder of `--cache`.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum CacheCommand {
    /// Empties it.
    Clear,
}

impl Command {
    /// The unit list of a command that takes one.
    pub(crate) fn units(&self) -> Option<&Utf8PathBuf> {
        match self {
            Self::Rollup(own) => own.units.as_ref(),
            Self::Compare(own) => own.units.as_ref(),
            Self::Rules(RulesCommand::Diff(own)) => own.beside.units.as_ref(),
            other => other.inputs()?.units.as_ref(),
        }
    }

    /// The files of a command that reads reports, where each is of a unit that the arguments may name.
    pub(crate) fn inputs(&self) -> Option<&Inputs> {
        match self {
            Self::Check(own) => Some(&own.input),
            Self::Read(own) => Some(&own.input),
            Self::Export(own) => Some(&own.input),
            Self::Table(own) => Some(&own.input),
            Self::Repair(own) => Some(&own.input),
            Self::New(_)
            | Self::Rollup(_)
            | Self::Compare(_)
            | Self::Rules(_)
            | Self::Cache(_)
            | Self::Completions { .. }
            | Self::Man => None,
        }
    }
}
