//! `gouji new`: blank forms.
use gouji_export::{Kind, Publication};
use gouji_model::{Arg, Message};

use crate::Io;
use crate::arguments::NewArguments;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::publish::{Press, named};
use crate::session::Session;

/// Makes the blank form of the edition asked for, else of that for the year.
pub(crate) fn run(session: &Session<'_>, arguments: &NewArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let year = arguments.year;
    let unit = named(&arguments.unit)?;
    let book = match session.chosen_books().as_slice() {
        [book] => *book,
        _ => session.library.book_for(year).ok_or_else(|| no_edition(session, year))?,
    };
    let mut press = Press::open(session, &arguments.product, Vec::new(), io)?;
    let publication = Publication {
        kind: Kind::BlankForm,
        book,
        reports: Vec::new(),
        name: unit.to_owned(),
        year: Some(year),
        meta: press.meta.clone(),
    };
    let stem = press.stem(&format!("{unit}{year}"));
    press.print(&stem, &publication, io)?;
    Ok(press.exit)
}

fn no_edition(session: &Session<'_>, year: i32) -> anyhow::Error {
    let years = session.library.books.iter().map(|book| Arg::Text(book.edition.years.to_string()));
    let message = Message::new("driver-year-without-edition").text("year", year.to_string());
    Fault::error(message.with("years", Arg::List(years.collect())))
}
