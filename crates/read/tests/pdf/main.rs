//! Reading PDF files made by the tests.
#[cfg(test)]
mod damage;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod fonts;
#[cfg(test)]
mod joined;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod scans;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod writer;
