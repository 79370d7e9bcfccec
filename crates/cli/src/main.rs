//! The program `gouji`: the streams, environment and folder of this process, handed to the library.
use std::io::IsTerminal;
use std::process::ExitCode;

use camino::Utf8PathBuf;
use gouji::{Environment, Io};

fn main() -> ExitCode {
    gouji::keep_panics_quiet();
    let (stdout, stderr) = (std::io::stdout(), std::io::stderr());
    let cwd = std::env::current_dir().ok().and_then(|path| Utf8PathBuf::from_path_buf(path).ok());
    let mut io = Io {
        is_terminal: stdout.is_terminal(),
        is_error_terminal: stderr.is_terminal(),
        stdout: &mut stdout.lock(),
        stderr: &mut stderr.lock(),
        env: Environment::of(|name| std::env::var(name).ok()),
        // Without a folder that has a name in Unicode, paths stay relative to wherever the process is.
        cwd: cwd.unwrap_or_default(),
    };
    ExitCode::from(gouji::run(std::env::args_os(), &mut io))
}
