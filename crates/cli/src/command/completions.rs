//! `gouji completions SHELL`.
use clap_complete::Shell;
use gouji_model::Lang;

use crate::exit::Exit;
use crate::{Io, help};

/// Prints the completions of a shell.
pub(crate) fn run(shell: Shell, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut help::command(lang), "gouji", &mut text);
    io.stdout.write_all(&text)?;
    Ok(Exit::Clean)
}
