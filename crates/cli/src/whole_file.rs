//! Files that appear whole or not at all: written beside their place, then renamed.
use std::fs::File;
use std::io::{self, BufWriter, Write};

use camino::Utf8Path;
use tempfile::NamedTempFile;

/// What the names of files begin with that are being written.
pub(crate) const UNFINISHED: &str = ".gouji-";

/// A new file without a name that others would look for; it goes away unless it is put into place.
pub(crate) fn begin(folder: &Utf8Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    // As any new file: what the process's mask leaves.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Where one result goes: a file that is replaced when all of it is written, or a device or pipe.
pub(crate) enum Output {
    /// A regular file, or one that is not there yet.
    File(BufWriter<NamedTempFile>),
    /// Anything else that has a name, `/dev/stdout` for one: it cannot be replaced.
    Device(BufWriter<File>),
}

impl Output {
    /// Opens the place for writing; what stands there stays until [`Output::finish`].
    pub(crate) fn open(path: &Utf8Path) -> io::Result<Self> {
        match path.metadata() {
            Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(found) if !found.is_file() => Ok(Self::Device(BufWriter::new(File::options().write(true).open(path)?))),
            _ => Ok(Self::File(BufWriter::new(begin(folder_of(path))?))),
        }
    }

    /// Puts what was written into place; a link stays a link to the file.
    pub(crate) fn finish(self, path: &Utf8Path) -> io::Result<()> {
        match self {
            Self::Device(mut device) => device.flush(),
            Self::File(buffer) => {
                let file = buffer.into_inner().map_err(io::IntoInnerError::into_error)?;
                let place = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
                file.persist(place).map(drop).map_err(|error| error.error)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.write(bytes),
            Self::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(file) => file.flush(),
            Self::Device(device) => device.flush(),
        }
    }
}

fn folder_of(path: &Utf8Path) -> &Utf8Path {
    path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
}
