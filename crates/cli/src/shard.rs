//! A part of the files for each of several runs, so that a scheduler can spread them over machines.
use camino::{Utf8Path, Utf8PathBuf};

/// The part `number` of `of`; both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    number: usize,
    of: usize,
}

/// A part as `2/8`.
///
/// # Errors
/// A text that clap replaces by one of the catalogue, when it is none.
pub(crate) fn parse(text: &str) -> Result<Shard, &'static str> {
    let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((number, of)) if 1 <= number && number <= of => Ok(Shard { number, of }),
        _ => Err("I/N"),
    }
}

impl Shard {
    /// Every file stands in exactly one part: the first in part 1, the second in part 2 and so on, so that large and small
    /// folders are spread.
    pub(crate) fn of<T>(self, files: Vec<T>) -> Vec<T> {
        files.into_iter().skip(self.number - 1).step_by(self.of).collect()
    }

    /// The name of the part's own output: `out.jsonl` is `out.2-of-8.jsonl`. Numbers have as many digits as the last one,
    /// so that the parts sort in their order.
    pub(crate) fn name(self, file: &Utf8Path) -> Utf8PathBuf {
        let digits = self.of.to_string().len();
        let part = format!("{:0digits$}-of-{}", self.number, self.of);
        let stem = file.file_stem().unwrap_or_default();
        file.with_file_name(match file.extension() {
            Some(suffix) => format!("{stem}.{part}.{suffix}"),
            None => format!("{stem}.{part}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_in_one_part() {
        let part = |text| parse(text).unwrap().of((0..10).collect::<Vec<i32>>());
        assert_eq!([part("1/3"), part("2/3"), part("3/3")], [vec![0, 3, 6, 9], vec![1, 4, 7], vec![2, 5, 8]]);
        assert_eq!(part("12/12"), Vec::<i32>::new());
        for wrong in ["0/3", "4/3", "1", "1/0", "a/b", "-1/3"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_sort_in_the_order_of_the_parts() {
        let name = |text, file: &str| parse(text).unwrap().name(Utf8Path::new(file)).to_string();
        assert_eq!(name("2/12", "out/a.b.jsonl"), "out/a.b.02-of-12.jsonl");
        assert_eq!(name("2/8", "out"), "out.2-of-8");
    }
}
