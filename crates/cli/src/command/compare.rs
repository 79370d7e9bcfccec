//! `gouji compare`: two versions of a report, two years, or two folders of reports.
use anyhow::Result;
use camino::Utf8PathBuf;
use gouji_edits::Context;
use gouji_model::Message;

use super::check::tell;
use super::write_to;
use crate::arguments::{CompareArguments, CompareFormat};
use crate::compare::{Candidate, CompareWire, Difference, Drawing, Matched, Side, draw, matched, overview};
use crate::examine::{Examined, examine};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::guard::guarded;
use crate::intake::{book_of, receive};
use crate::session::{Session, Verbosity};
use crate::style::Paint;
use crate::{Io, waivers};

/// Compares what can be matched; the exit code is that of checking the second side: differences alone are no findings.
pub(crate) fn run(session: &Session<'_>, arguments: &CompareArguments, io: &mut Io<'_>) -> Result<Exit> {
    let mut exit = Exit::Clean;
    let [before, after] = [&arguments.before, &arguments.after].map(|path| candidates(session, path, arguments, io));
    let [before, after] = [before?, after?].map(|(candidates, whole)| {
        if !whole {
            exit = Exit::Failed;
        }
        candidates
    });
    let Matched { pairs, only_before, only_after } =
        matched(&before, &after, (arguments.before.as_str(), arguments.after.as_str()));
    if pairs.is_empty() && exit == Exit::Clean {
        return Err(Fault::error(Message::new("compare-nothing")));
    }
    let mut waivers = waivers::given(session, &arguments.waivers.files, arguments.date, io)?;
    let mut judged = Vec::new();
    for (old, new) in pairs {
        let old = judge(session, &before[old])?;
        let mut new = judge(session, &after[new])?;
        if let Some(waivers) = &mut waivers {
            new.waive(waivers);
        }
        if new.worst() >= Some(arguments.deny.severity()) {
            exit = exit.max(Exit::Findings);
        }
        judged.push((old, new));
    }
    let differences: Vec<Difference<'_>> = judged.iter().map(|(old, new)| Difference::of(old, new)).collect();
    let lone = |side, candidates: &[Candidate], only: Vec<usize>| {
        only.into_iter().map(|index| (side, candidates[index].file.to_string())).collect::<Vec<_>>()
    };
    let mut lone_files = lone(Side::Before, &before, only_before);
    lone_files.extend(lone(Side::After, &after, only_after));
    give(session, arguments, (&differences, &lone_files), io)?;
    Ok(exit)
}

/// The reports of one side, and whether all of its files could be read.
fn candidates(
    session: &Session<'_>,
    path: &Utf8PathBuf,
    arguments: &CompareArguments,
    io: &mut Io<'_>,
) -> Result<(Vec<Candidate>, bool)> {
    let known = arguments.units.iter().chain(&arguments.output.output).chain(&arguments.waivers.files);
    let except: Vec<Utf8PathBuf> = known.map(|path| io.cwd.join(path)).collect();
    let (mut candidates, mut is_whole) = (Vec::new(), true);
    for file in expand(std::slice::from_ref(path), &io.cwd, &except) {
        let read = file.and_then(|file| match receive(session, &io.cwd, &file) {
            Ok(reports) => Ok((file, reports)),
            Err(error) => Err(Failure::new(&file, &error)),
        });
        match read {
            Ok((file, reports)) => {
                candidates.extend(reports.into_iter().map(|received| Candidate { file: file.clone(), received }));
            }
            Err(failure) => {
                is_whole = false;
                tell(&failure, session, io.stderr)?;
            }
        }
    }
    Ok((candidates, is_whole))
}

fn judge<'a, 'b: 'a>(session: &Session<'b>, candidate: &'a Candidate) -> Result<Examined<'a>> {
    let report = &candidate.received.report;
    guarded(|| Ok(examine(book_of(session, report)?, report, &candidate.file, &Context::default())))
}

fn give(
    session: &Session<'_>,
    arguments: &CompareArguments,
    (differences, lone): (&[Difference<'_>], &[(Side, String)]),
    io: &mut Io<'_>,
) -> Result<()> {
    let to_terminal = io.is_terminal && arguments.output.output.is_none();
    let drawing = Drawing {
        lang: session.lang,
        paint: Paint { colour: to_terminal && !io.env.no_color },
        markdown: arguments.format == CompareFormat::Markdown,
    };
    write_to(arguments.output.output.as_deref(), io, |out, _| {
        if arguments.format == CompareFormat::Json {
            serde_json::to_writer_pretty(&mut *out, &CompareWire::of(differences, lone, session.lang))?;
            return Ok(writeln!(out)?);
        }
        let is_one = differences.len() == 1 && lone.is_empty();
        for difference in differences {
            // Of many reports those without a difference stand in the overview only.
            if is_one || !difference.is_none() || session.verbosity == Verbosity::Verbose {
                draw(drawing, difference, out)?;
                writeln!(out)?;
            }
        }
        if !is_one {
            overview(drawing, differences, lone, out)?;
        }
        Ok(())
    })
}
