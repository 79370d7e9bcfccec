//! Programs of others: they get bytes on their standard input and answer with bytes on their standard output, in bounds.
use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use gouji_model::Message;
use wait_timeout::ChildExt;

use crate::fault::{Explain, Fault};

/// The time that a stream may take to end once its program has.
const AFTERWARDS: Duration = Duration::from_secs(2);
/// Bytes of standard error that are shown at most.
const SHOWN: u64 = 4 << 10;

/// What a program may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Time until it ends.
    pub(crate) time: Duration,
    /// Bytes of its answer.
    pub(crate) bytes: u64,
}

/// Runs a program, called `name` in messages; its answer.
pub(crate) fn run(command: &mut Command, name: &str, input: Vec<u8>, bounds: Bounds) -> anyhow::Result<Vec<u8>> {
    let about = |key: &'static str| Message::new(key).text("program", name);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.explain(|| about("driver-foreign-start"))?;
    let streams = Streams::of(&mut child, input, bounds.bytes);
    let Some(status) = child.wait_timeout(bounds.time)? else {
        child.kill()?;
        child.wait()?;
        return Err(Fault::error(about("driver-foreign-slow").count("seconds", seconds(bounds.time))));
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
    /// Bytes of an answer that are taken at most.
    most: u64,
}

impl Streams {
    fn of(child: &mut Child, input: Vec<u8>, most: u64) -> Self {
        if let Some(mut stdin) = child.stdin.take() {
            // A program may end without reading all: its answer and its end count.
            thread::spawn(move || drop(stdin.write_all(&input)));
        }
        Self { stdout: collect(child.stdout.take(), most + 1), stderr: collect(child.stderr.take(), SHOWN), most }
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
        if bytes.len() as u64 > self.most {
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
