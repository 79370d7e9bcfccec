//! Commands about rules and their arguments; their texts are in the catalogue, by id.
use camino::Utf8PathBuf;
use clap::{Args, Subcommand, ValueEnum};
use gouji_export::Date;

use crate::arguments::{Output, ReadFormat};

/// Commands about rules.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Every rule.
    List {
        /// Form of the result.
        #[arg(id = "rules_format", long = "format", value_name = "FORMAT", default_value = "human")]
        format: ReadFormat,
    },
    /// One rule with its script.
    Show {
        /// Id of the rule.
        #[arg(value_name = "RULE")]
        rule: String,
        /// Form of the result.
        #[arg(id = "rules_format", long = "format", value_name = "FORMAT", default_value = "human")]
        format: ReadFormat,
    },
    /// What a finding or rule means.
    Explain {
        /// Id of a finding or rule.
        #[arg(value_name = "FINDING|RULE")]
        id: String,
    },
    /// The rules as SQL.
    Sql(SqlArguments),
    /// What the hard edits prove, and what rules do not see.
    Prove {
        /// Form of the result.
        #[arg(id = "rules_format", long = "format", value_name = "FORMAT", default_value = "human")]
        format: ReadFormat,
    },
    /// The cases beside the rules.
    Test,
    /// The built-in editions as files.
    Eject(EjectArguments),
    /// A rule to begin with.
    NewRule(NewRuleArguments),
    /// An edition to begin with.
    NewEdition(NewEditionArguments),
    /// What differs between two editions.
    Diff(DiffArguments),
    /// The rules as a text for people.
    Handbook(HandbookArguments),
}

/// Arguments of `rules sql`.
#[derive(Args, Clone, Debug)]
pub(crate) struct SqlArguments {
    /// One rule, not all.
    #[arg(id = "sql_rule", value_name = "RULE")]
    pub(crate) rule: Option<String>,
    /// The wide table, whose first line names the columns that there are.
    #[arg(long, value_name = "FILE")]
    pub(crate) columns: Option<Utf8PathBuf>,
    /// Name of the table.
    #[arg(id = "sql_table", long = "table", value_name = "NAME", default_value = "reports")]
    pub(crate) table: String,
}

/// Arguments of `rules eject`; `--edition` is among the common ones.
#[derive(Args, Clone, Debug)]
pub(crate) struct EjectArguments {
    /// Where the files go, a folder for each edition.
    #[arg(id = "eject_folder", value_name = "DIR")]
    pub(crate) folder: Utf8PathBuf,
    /// Existing files are replaced.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Arguments of `rules new-rule`; the folder is that of `--rules`.
#[derive(Args, Clone, Debug)]
pub(crate) struct NewRuleArguments {
    /// Id of the rule, `topic/rule`.
    #[arg(id = "new_rule", value_name = "RULE")]
    pub(crate) rule: String,
}

/// Arguments of `rules new-edition`.
#[derive(Args, Clone, Debug)]
pub(crate) struct NewEditionArguments {
    /// Id of the edition.
    #[arg(id = "new_edition", value_name = "ID")]
    pub(crate) id: String,
    /// The edition that it changes.
    #[arg(long, value_name = "ID")]
    pub(crate) base: String,
    /// Folder, instead of one named like the edition.
    #[arg(id = "edition_folder", short = 'o', long = "output", value_name = "DIR")]
    pub(crate) folder: Option<Utf8PathBuf>,
}

/// Arguments of `rules diff`.
#[derive(Args, Clone, Debug)]
pub(crate) struct DiffArguments {
    /// Id of the older edition.
    #[arg(id = "diff_from", value_name = "ID")]
    pub(crate) from: String,
    /// Id of the newer edition.
    #[arg(id = "diff_to", value_name = "ID")]
    pub(crate) to: String,
    /// Reports that are checked with both.
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) replay: Option<Utf8PathBuf>,
    /// What the reports are checked against.
    #[command(flatten)]
    pub(crate) beside: ReplayArguments,
    /// Form of the result.
    #[arg(id = "diff_format", long = "format", value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiffFormat,
    /// Where the result goes.
    #[command(flatten)]
    pub(crate) output: Output,
}

/// What reports are checked against when they are checked again, as with `check`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ReplayArguments {
    /// The unit list.
    #[arg(id = "replay_units", long = "units", value_name = "FILE", requires = "replay")]
    pub(crate) units: Option<Utf8PathBuf>,
    /// Last year's report, or a folder of them.
    #[arg(id = "check_last_year", long = "last-year", value_name = "FILE|DIR", requires = "replay")]
    pub(crate) last_year: Option<Utf8PathBuf>,
    /// Reports of the member units.
    #[arg(long, value_name = "DIR|FILE", requires = "replay")]
    pub(crate) members: Option<Utf8PathBuf>,
    /// Waivers.
    #[arg(id = "waivers", long = "waivers", value_name = "FILE", requires = "replay")]
    pub(crate) waivers: Vec<Utf8PathBuf>,
    /// The day on which waivers must hold.
    #[arg(id = "waiver_date", long = "date", value_name = "YYYY-MM-DD", value_parser = crate::date::parse)]
    pub(crate) date: Option<Date>,
}

/// Forms in which `rules diff` tells what differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Text.
    Human,
    /// `gouji/rules-diff/1`.
    Json,
}

/// Arguments of `rules handbook`; `--edition` is among the common ones.
#[derive(Args, Clone, Debug)]
pub(crate) struct HandbookArguments {
    /// Form of the handbook.
    #[arg(id = "handbook_format", long = "format", value_name = "FORMAT", default_value = "markdown")]
    pub(crate) format: HandbookFormat,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Forms of a handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HandbookFormat {
    /// Markdown, as code hosting sites show it.
    Markdown,
    /// One file that needs nothing else.
    Html,
}
