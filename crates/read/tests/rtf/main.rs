//! RTF files: text in, blocks, notes or an error out.
#[cfg(test)]
mod changes;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod numbering;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod writer;
