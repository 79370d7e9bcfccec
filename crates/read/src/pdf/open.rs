//! Opens a file and reads its pages.
use gouji_model::Message;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::bombs;
use super::budget::Budget;
use super::content::{Fonts, Images, page};
use crate::pages::Page;
use crate::{Limits, ReadError};

/// All pages of a file, and what `then` makes of them and of their images.
///
/// # Errors
/// When the file is damaged beyond repair, needs a password, or asks for more than allowed.
pub(super) fn pages<T>(
    bytes: &[u8],
    limits: &Limits,
    then: impl FnOnce(Vec<Page>, &Images<'_>, &mut Budget) -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    bombs::check(bytes, limits)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(refusal)?;
    let count = pdf.pages().len();
    if count > limits.pdf_pages {
        let message = Message::new("read-pdf-pages").count("pages", count).count("limit", limits.pdf_pages);
        return Err(ReadError(message));
    }
    let (mut fonts, mut budget) = (Fonts::new(), Budget::new(limits));
    let mut images = Images::new();
    let numbered = (1..).zip(pdf.pages().iter());
    let pages = numbered.map(|(number, source)| page(source, number, &mut fonts, &mut images, &mut budget));
    let pages = pages.collect::<Result<_, _>>()?;
    then(pages, &images, &mut budget)
}

fn refusal(error: LoadPdfError) -> ReadError {
    ReadError(Message::new(match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "read-pdf-password",
        LoadPdfError::Decryption(_) => "read-pdf-encryption",
        LoadPdfError::Invalid => "read-pdf-broken",
    }))
}
