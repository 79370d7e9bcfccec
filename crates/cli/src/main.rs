//! The program `gouji`: the streams, environment and folder of this process, handed to the library.
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

use camino::Utf8PathBuf;
use gouji::{Environment, Interruption, Io};

/// Reports are many small texts: much of the time goes into allocating them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a shell says of a program that a signal ended: 128 and the number of SIGINT.
const INTERRUPTED: i32 = 130;

/// Ctrl-C asks the run to end with what it has; the second time it ends at once.
fn interruption() -> Arc<Interruption> {
    let interruption = Arc::<Interruption>::default();
    let asked = Arc::clone(&interruption);
    let handler = move || {
        if !asked.ask() {
            std::process::exit(INTERRUPTED);
        }
    };
    // Without a handler Ctrl-C ends the program as it does any other.
    let _ = ctrlc::set_handler(handler);
    interruption
}

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
        interruption: interruption(),
    };
    ExitCode::from(gouji::run(std::env::args_os(), &mut io))
}
