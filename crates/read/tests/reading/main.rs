//! Reading at the boundary: bytes in, blocks, notes or an error out.
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod json;
#[cfg(test)]
mod origins;
#[cfg(test)]
mod pipes;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod tabs;
#[cfg(test)]
mod texts;
