//! Word files: parts in, blocks, notes or an error out.
#[cfg(test)]
mod amend;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod comments;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod graphics;
#[cfg(test)]
mod numbering;
#[cfg(test)]
mod packages;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod writer;
