//! `gouji man`.
use clap_mangen::Man;
use gouji_model::Lang;

use crate::exit::Exit;
use crate::{Io, help};

/// Prints the manual page, in roff.
pub(crate) fn run(lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let mut text = Vec::new();
    Man::new(help::command(lang)).render(&mut text)?;
    io.stdout.write_all(&text)?;
    Ok(Exit::Clean)
}
