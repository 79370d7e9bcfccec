//! From the arguments to the files: folders and zip files of reports are searched, in the order of their paths.
use std::collections::HashSet;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::Message;

use crate::fault::{Explain, Fault, message_of};
use crate::own_files::{annotated_of, is_own};
use crate::{cache, reader};

/// Files that systems put into folders by themselves.
const LITTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// A file that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The file, as it was named.
    pub(crate) file: Utf8PathBuf,
    /// Why.
    pub(crate) message: Message,
    /// It is a folder that was searched, and no report.
    pub(crate) is_folder: bool,
}

impl Failure {
    /// The failure of a file by an error.
    pub(crate) fn new(file: &Utf8Path, error: &anyhow::Error) -> Self {
        Self { file: file.to_owned(), message: message_of(error), is_folder: false }
    }

    fn folder(folder: &Utf8Path, error: &anyhow::Error) -> Self {
        Self { is_folder: true, ..Self::new(folder, error) }
    }
}

/// What paths stand for.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The files, each once, in the order of the paths.
    pub(crate) files: Vec<Result<Utf8PathBuf, Failure>>,
    /// Files that gouji wrote in an earlier run, found in folders and left out.
    pub(crate) own: Vec<Utf8PathBuf>,
}

impl Found {
    /// Leaves out annotated copies of other files found, where they were not named themselves.
    fn leave_out_copies(&mut self, paths: &[Utf8PathBuf]) {
        let names: HashSet<String> =
            self.files.iter().flatten().filter_map(|file| file.file_name()).map(ToOwned::to_owned).collect();
        let is_copy = |file: &Utf8PathBuf| {
            !paths.contains(file) && annotated_of(file).is_some_and(|of| of.iter().any(|name| names.contains(name)))
        };
        let copies = self.files.extract_if(.., |file| file.as_ref().is_ok_and(is_copy));
        self.own.extend(copies.flatten());
    }
}

/// The files that paths stand for; folders and zip files of reports are searched.
///
/// Files in `except` (absolute), or in a folder in it, are left out where a folder is searched: the unit list, the output.
pub(crate) fn search(paths: &[Utf8PathBuf], cwd: &Utf8Path, except: &[Utf8PathBuf]) -> Found {
    let mut found = Found::default();
    let mut known = HashSet::new();
    for path in paths {
        let files = expand_one(path, cwd, except, &mut found.own);
        let is_new = |file: &Result<Utf8PathBuf, Failure>| {
            known.insert(file.as_ref().map_or_else(|failure| failure.file.clone(), Clone::clone))
        };
        found.files.extend(files.into_iter().filter(is_new));
    }
    found.leave_out_copies(paths);
    found
}

/// The same without a word on what is left out.
pub(crate) fn expand(
    paths: &[Utf8PathBuf],
    cwd: &Utf8Path,
    except: &[Utf8PathBuf],
) -> Vec<Result<Utf8PathBuf, Failure>> {
    search(paths, cwd, except).files
}

fn expand_one(
    path: &Utf8Path,
    cwd: &Utf8Path,
    except: &[Utf8PathBuf],
    own: &mut Vec<Utf8PathBuf>,
) -> Vec<Result<Utf8PathBuf, Failure>> {
    if path == "" {
        // Joined to the working folder it would be that folder.
        return vec![Err(Failure::new(path, &Fault::error(Message::new("driver-empty-path"))))];
    }
    let root = cwd.join(path);
    if !root.is_dir() {
        return one_or_members(path.to_owned(), &root);
    }
    let cannot = || Message::new("driver-cannot-search");
    let found = match walk(&root).explain(cannot) {
        Ok(found) => found,
        Err(error) => return vec![Err(Failure::folder(path, &error))],
    };
    let mut files = Vec::new();
    for file in found {
        match file.explain(cannot) {
            Ok(file) if except.iter().any(|except| file.starts_with(except) && !root.starts_with(except)) => {}
            Ok(file) if is_own(&file) => own.push(named(path, file.strip_prefix(&root).unwrap_or(&file))),
            Ok(file) => {
                files.extend(one_or_members(named(path, file.strip_prefix(&root).unwrap_or(&file)), &file));
            }
            Err(error) => files.push(Err(Failure::folder(path, &error))),
        }
    }
    if files.is_empty() {
        files.push(Err(Failure::folder(path, &Fault::error(Message::new("driver-empty-folder")))));
    }
    files
}

/// A file, or the files in it if it is a zip of reports.
fn one_or_members(path: Utf8PathBuf, file: &Utf8Path) -> Vec<Result<Utf8PathBuf, Failure>> {
    match reader::members(file) {
        None => vec![Ok(path)],
        Some(Ok(members)) if members.is_empty() => {
            vec![Err(Failure::folder(&path, &Fault::error(Message::new("driver-empty-archive"))))]
        }
        Some(Ok(members)) => members.iter().map(|member| Ok(path.join(member))).collect(),
        Some(Err(error)) => vec![Err(Failure::new(&path, &error.into()))],
    }
}

/// A file as it is named: below the folder as that was named; `.` is not said.
fn named(folder: &Utf8Path, file: &Utf8Path) -> Utf8PathBuf {
    if folder == "." { file.to_owned() } else { folder.join(file) }
}

/// The files below a folder, sorted by path; hidden ones, lock files and litter are left out.
///
/// # Errors
/// When the folder itself cannot be listed; what cannot be listed below it is an error in its place.
pub(crate) fn walk(root: &Utf8Path) -> io::Result<Vec<io::Result<Utf8PathBuf>>> {
    let mut entries = Vec::new();
    for entry in root.read_dir_utf8()? {
        match entry {
            Ok(entry) if is_left_out(entry.file_name()) => {}
            Ok(entry) => entries.push((entry.path().to_owned(), entry.file_type()?)),
            Err(error) => return Ok(vec![Err(error)]),
        }
    }
    entries.sort_by(|left, right| left.0.cmp(&right.0));
    let mut files = Vec::new();
    for (path, kind) in entries {
        if kind.is_dir() && cache::is_tagged(&path) {
            // A cache, of whatever program, holds no reports.
        } else if kind.is_dir() {
            match walk(&path) {
                Ok(below) => files.extend(below),
                Err(error) => files.push(Err(error)),
            }
        } else if !path.is_dir() {
            // A link to a folder is not followed: it may lead back here.
            files.push(Ok(path));
        }
    }
    Ok(files)
}

fn is_left_out(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || LITTER.iter().any(|litter| name.eq_ignore_ascii_case(litter))
}
