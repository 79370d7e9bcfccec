//! The exporters by name: those built in, and programs of others on the `PATH`.
use camino::Utf8PathBuf;
use gouji_export::{Artifact, Collector, Exporter, Meta, Publication};
use gouji_model::{Arg, Message};

use crate::fault::Fault;
use crate::session::unknown;
use crate::{Environment, foreign};

/// Every exporter built in; a new one is one more line.
const EXPORTERS: &[&dyn Exporter] = &[
    &gouji_json::Json,
    &gouji_csv::Csv,
    &gouji_markdown::Markdown,
    &gouji_html::Html,
    &gouji_xlsx::Xlsx,
    &gouji_docx::Docx,
    &gouji_txt::Txt,
    &gouji_pdf::Pdf,
    &gouji_pdfa::Pdfa,
];

/// What makes one format.
pub(crate) enum Target {
    /// An exporter built in.
    BuiltIn(&'static dyn Exporter),
    /// A program of someone else.
    Foreign {
        /// Its name, without `gouji-export-`.
        name: String,
        /// Where it is.
        program: Utf8PathBuf,
    },
}

impl Target {
    /// The name of the format.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::BuiltIn(exporter) => exporter.name(),
            Self::Foreign { name, .. } => name,
        }
    }

    /// Begins a batch that takes one report after the other, where the format does.
    pub(crate) fn collector<'a>(&self, meta: &'a Meta) -> Option<Box<dyn Collector<'a> + 'a>> {
        match self {
            Self::BuiltIn(exporter) => exporter.collector(meta),
            Self::Foreign { .. } => None,
        }
    }

    /// The files of a publication.
    pub(crate) fn export(&self, publication: &Publication<'_>) -> anyhow::Result<Vec<Artifact>> {
        match self {
            Self::BuiltIn(exporter) => Ok(exporter.export(publication)?),
            Self::Foreign { name, program } => {
                let bytes = foreign::run(program, publication, foreign::LIMIT)?;
                Ok(vec![Artifact { suffix: format!(".{name}"), bytes }])
            }
        }
    }
}

/// The targets of `--to`, each once.
pub(crate) fn chosen(names: &[String], env: &Environment) -> anyhow::Result<Vec<Target>> {
    let mut targets: Vec<Target> = Vec::new();
    for name in names {
        let name = name.trim();
        if !targets.iter().any(|target| target.name() == name) {
            targets.push(find(name, env)?);
        }
    }
    Ok(targets)
}

fn find(name: &str, env: &Environment) -> anyhow::Result<Target> {
    if let Some(exporter) = EXPORTERS.iter().find(|exporter| exporter.name() == name) {
        return Ok(Target::BuiltIn(*exporter));
    }
    if let Some(program) = foreign::find(name, env) {
        return Ok(Target::Foreign { name: name.to_owned(), program });
    }
    let names = EXPORTERS.iter().map(|exporter| exporter.name());
    let program = Arg::Text(foreign::program_name(name));
    Err(Fault::error(with_program(unknown("driver-export-unknown", name, names), &program)))
}

/// Adds the name of the program to a message, also to one within “did you mean”.
fn with_program(mut message: Message, program: &Arg) -> Message {
    for (_, arg) in &mut message.args {
        if let Arg::Message(inner) = arg {
            **inner = with_program((**inner).clone(), program);
        }
    }
    message.with("program", program.clone())
}
