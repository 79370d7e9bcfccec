//! Exporters of others: programs named `gouji-export-NAME` on the `PATH`.
//!
//! Such a program gets the publication as JSON (`gouji/publication/1`) on its standard input and answers with the
//! bytes of one file on its standard output. It ends with 0, or what it says on standard error is shown.
use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Publication, PublicationWire};
use gouji_model::Message;
use wait_timeout::ChildExt;

use crate::Environment;
use crate::fault::{Explain, Fault};

/// The time that a program has.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);
/// The time that a stream may take to end once its program has.
const AFTERWARDS: Duration = Duration::from_secs(2);
/// Bytes of an answer that are taken at most.
const MOST: u64 = 512 << 20;
/// Bytes of standard error that are shown at most.
const SHOWN: u64 = 4 << 10;

/// The name of the program for a format.
pub(crate) fn program_name(name: &str) -> String {
    format!("gouji-export-{name}")
}

/// The program for a format in the first folder of the `PATH` that has one.
pub(crate) fn find(name: &str, env: &Environment) -> Option<Utf8PathBuf> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if name.is_empty() || !name.bytes().all(is_plain) {
        return None;
    }
    let folders = std::env::split_paths(env.path.as_deref()?).filter_map(|path| Utf8PathBuf::from_path_buf(path).ok());
    let name = format!("{}{}", program_name(name), std::env::consts::EXE_SUFFIX);
    // An empty entry means the current folder to shells; a program there is not what was asked for.
    folders.filter(|folder| folder.is_absolute()).map(|folder| folder.join(&name)).find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Utf8Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Utf8Path) -> bool {
    path.is_file()
}

/// Hands a publication to a program; its answer.
pub(crate) fn run(program: &Utf8Path, publication: &Publication<'_>, limit: Duration) -> anyhow::Result<Vec<u8>> {
    let about = |key: &'static str| Message::new(key).text("program", program.as_str());
    let input = serde_json::to_vec(&PublicationWire::of(publication))?;
    let command = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = command.explain(|| about("driver-foreign-start"))?;
    let streams = Streams::of(&mut child, input);
    let Some(status) = child.wait_timeout(limit)? else {
        child.kill()?;
        child.wait()?;
        return Err(Fault::error(about("driver-foreign-slow").count("seconds", seconds(limit))));
    };
    streams.answer(status, about)
}

fn seconds(limit: Duration) -> usize {
    usize::try_from(limit.as_secs()).unwrap_or(usize::MAX)
}

/// The streams of a running program, each with a thread, so that none waits for another.
struct Streams {
    stdout: Receiver<std::io::Result<Vec<u8>>>,
    stderr: Receiver<std::io::Result<Vec<u8>>>,
}

impl Streams {
    fn of(child: &mut Child, input: Vec<u8>) -> Self {
        if let Some(mut stdin) = child.stdin.take() {
            // A program may end without reading all: its answer and its end count.
            thread::spawn(move || drop(stdin.write_all(&input)));
        }
        Self { stdout: collect(child.stdout.take(), MOST + 1), stderr: collect(child.stderr.take(), SHOWN) }
    }

    fn answer(&self, status: ExitStatus, about: impl Fn(&'static str) -> Message) -> anyhow::Result<Vec<u8>> {
        let lost = || std::io::Error::from(std::io::ErrorKind::TimedOut);
        if !status.success() {
            let said = self.stderr.recv_timeout(AFTERWARDS).ok().and_then(Result::ok).unwrap_or_default();
            let said = String::from_utf8_lossy(&said).trim().to_owned();
            let message = about("driver-foreign-failed").text("status", status.to_string()).text("said", said);
            return Err(Fault::error(message));
        }
        let answer = self.stdout.recv_timeout(AFTERWARDS).map_err(|_| lost()).flatten();
        let bytes = answer.explain(|| about("driver-foreign-answer"))?;
        if bytes.is_empty() {
            return Err(Fault::error(about("driver-foreign-empty")));
        }
        if bytes.len() as u64 > MOST {
            return Err(Fault::error(about("driver-foreign-large")));
        }
        Ok(bytes)
    }
}

/// Reads a stream to its end or to a limit; what comes beyond is read and dropped, so that the program can end.
fn collect(stream: Option<impl Read + Send + 'static>, limit: u64) -> Receiver<std::io::Result<Vec<u8>>> {
    let (sender, receiver) = channel();
    if let Some(mut stream) = stream {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let read = (&mut stream).take(limit).read_to_end(&mut bytes);
            let drained = read.and_then(|_| std::io::copy(&mut stream, &mut std::io::sink()));
            // Nobody is there to be told when the run has been given up.
            let _ = sender.send(drained.map(|_| bytes));
        });
    }
    receiver
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use gouji_edits::RuleBook;
    use gouji_export::{Kind, Meta};

    use super::*;
    use crate::fault::message_of;

    fn book() -> RuleBook {
        crate::books::load(&[], Utf8Path::new("")).unwrap().books.remove(0)
    }

    #[test]
    fn a_program_that_does_not_end_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let program = Utf8Path::from_path(folder.path()).unwrap().join("gouji-export-slow");
        std::fs::write(&program, "#!/bin/sh\nexec sleep 100\n").unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let book = book();
        let publication = Publication {
            kind: Kind::BlankForm,
            book: &book,
            reports: Vec::new(),
            name: "甲".to_owned(),
            year: Some(2025),
            meta: Meta::default(),
        };
        let error = run(&program, &publication, Duration::from_millis(300)).unwrap_err();
        assert!(message_of(&error).to_string().contains("did not end"), "{error:?}");
    }
}
