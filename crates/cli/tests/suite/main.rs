//! Tests of the driver: in process through `gouji::run`, and one of the program itself.
#[cfg(test)]
mod annotating;
#[cfg(test)]
mod archives;
#[cfg(test)]
mod cache;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod check;
#[cfg(test)]
mod ci_examples;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod export;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod language;
#[cfg(test)]
mod last_year;
#[cfg(test)]
mod likeness;
#[cfg(test)]
mod members;
#[cfg(test)]
#[cfg(unix)]
mod ocr;
#[cfg(test)]
mod process;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod read;
#[cfg(test)]
mod repair;
#[cfg(test)]
mod repair_tied;
#[cfg(test)]
mod rule_examples;
#[cfg(test)]
mod rule_faults;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod rules_tools;
#[cfg(test)]
mod support;
#[cfg(test)]
mod table;
#[cfg(test)]
mod units;
#[cfg(test)]
mod unwritable;
#[cfg(test)]
mod waivers;
#[cfg(test)]
mod witnesses;
#[cfg(test)]
mod workbook;
