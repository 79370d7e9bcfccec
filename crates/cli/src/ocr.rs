//! Pictures that stand where text was expected, read by an OCR program of the user's choice (`--ocr COMMAND`).
//!
//! The program is started once for each picture. It gets the image on its standard input and prints what it saw as JSON
//! (`gouji/ocr/1`).
use std::process::Command;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{Arg, Message};

use crate::fault::{Fault, message_of};
use crate::program::{self, Bounds};
use crate::reader::{self, Input, Scan, Seen, SeenScans};

/// What a program may take for one picture.
const BOUNDS: Bounds = Bounds { time: Duration::from_mins(5), bytes: 16 << 20 };

/// The program that reads pictures.
#[derive(Clone, Debug)]
pub(crate) struct Ocr {
    program: Utf8PathBuf,
    arguments: Vec<String>,
    folder: Utf8PathBuf,
}

impl Ocr {
    /// The program of a command, started in a folder. Blanks divide its words, unless all of it is the name of a file.
    pub(crate) fn of(command: &str, folder: &Utf8Path) -> anyhow::Result<Self> {
        let mut words: Vec<String> = if folder.join(command.trim()).is_file() {
            vec![command.trim().to_owned()]
        } else {
            command.split_whitespace().map(ToOwned::to_owned).collect()
        };
        if words.is_empty() {
            return Err(Fault::error(Message::new("driver-ocr-no-command")));
        }
        let program = words.remove(0);
        // A name without a folder is looked for on the `PATH`.
        let is_path = program.contains(['/', std::path::MAIN_SEPARATOR]);
        let program = if is_path { folder.join(program) } else { program.into() };
        Ok(Self { program, arguments: words, folder: folder.to_owned() })
    }

    /// Reads the content of a file, its pictures too.
    pub(crate) fn read(&self, bytes: &[u8]) -> anyhow::Result<Input> {
        let mut seen = SeenScans::new();
        for (number, scan) in reader::scans(bytes)?.into_iter().enumerate() {
            if !scan.image.is_empty() {
                seen.insert(number, self.see(scan)?);
            }
        }
        Ok(reader::read_scanned(bytes, &seen)?)
    }

    fn see(&self, scan: Scan) -> anyhow::Result<Seen> {
        let place = match scan.place.parse::<u32>() {
            Ok(_) => Arg::Message(Box::new(Message::new("driver-ocr-page").text("place", scan.place))),
            Err(_) => Arg::Text(scan.place),
        };
        self.answer(scan.image).map_err(|error| {
            let reason = Arg::Message(Box::new(message_of(&error)));
            Fault::error(Message::new("driver-ocr-picture").with("place", place).with("reason", reason))
        })
    }

    fn answer(&self, image: Vec<u8>) -> anyhow::Result<Seen> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.folder);
        let answer = program::run(&mut command, self.program.as_str(), image, BOUNDS)?;
        serde_json::from_slice(&answer).map_err(|error| {
            let message = Message::new("driver-ocr-answer").text("program", self.program.as_str());
            Fault::error(message.text("detail", error.to_string()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_divide_the_words_of_a_command() {
        let folder = Utf8Path::new("/folder");
        let ocr = Ocr::of(" python3 tools/see.py  -q ", folder).unwrap();
        assert_eq!((ocr.program.as_str(), &*ocr.arguments.join("|")), ("python3", "tools/see.py|-q"));
        assert_eq!(Ocr::of("./see", folder).unwrap().program, "/folder/./see");
        assert!(Ocr::of("  ", folder).is_err());
    }

    #[test]
    fn the_name_of_a_file_may_hold_blanks() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        std::fs::create_dir(folder.join("my tools")).unwrap();
        std::fs::write(folder.join("my tools/see"), "").unwrap();
        let ocr = Ocr::of("my tools/see", folder).unwrap();
        assert_eq!((ocr.program, ocr.arguments.len()), (folder.join("my tools/see"), 0));
    }
}
