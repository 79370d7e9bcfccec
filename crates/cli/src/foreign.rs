//! Exporters of others: programs named `gouji-export-NAME` on the `PATH`.
//!
//! Such a program gets the publication as JSON (`gouji/publication/1`) on its standard input and answers with the
//! bytes of one file on its standard output. It ends with 0, or what it says on standard error is shown.
use std::process::Command;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Publication, PublicationWire};

use crate::Environment;
use crate::program::{self, Bounds};

/// The time that a program has.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);
/// Bytes of an answer that are taken at most.
const MOST: u64 = 512 << 20;

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
    let input = serde_json::to_vec(&PublicationWire::of(publication))?;
    let bounds = Bounds { time: limit, bytes: MOST };
    program::run(&mut Command::new(program), program.as_str(), input, bounds)
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
