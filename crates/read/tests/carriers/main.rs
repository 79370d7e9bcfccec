//! What carries reports: web pages in one file, zip files of reports; and names that do not go with the content.
#[cfg(test)]
mod damage;
#[cfg(test)]
mod mht;
#[cfg(test)]
mod mismatch;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod writer;
