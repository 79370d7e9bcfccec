//! Web pages at the boundary: bytes in, blocks, notes or an error out.
#[cfg(test)]
mod charsets;
#[cfg(test)]
mod damaged;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod sites;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod word;
