//! Opens a file and reads its pages.
use gouji_model::Message;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::bombs;
use super::budget::Budget;
use super::content::{Fonts, page};
use crate::pages::Page;
use crate::{Limits, ReadError};

/// All pages of a file.
///
/// # Errors
/// When the file is damaged beyond repair, needs a password, or asks for more than allowed.
pub(super) fn pages(bytes: &[u8], limits: &Limits) -> Result<Vec<Page>, ReadError> {
    bombs::check(bytes, limits)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(refusal)?;
    let count = pdf.pages().len();
    if count > limits.pdf_pages {
        let message = Message::new("read-pdf-pages").count("pages", count).count("limit", limits.pdf_pages);
        return Err(ReadError(message));
    }
    let (mut fonts, mut budget) = (Fonts::new(), Budget::new(limits));
    (1..).zip(pdf.pages().iter()).map(|(number, source)| page(source, number, &mut fonts, &mut budget)).collect()
}

fn refusal(error: LoadPdfError) -> ReadError {
    ReadError(Message::new(match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "read-pdf-password",
        LoadPdfError::Decryption(_) => "read-pdf-encryption",
        LoadPdfError::Invalid => "read-pdf-broken",
    }))
}
