//! Many files at a time: the results are those of one after the other.
use crate::support::{Place, RUBBISH, clean, faulty};

/// Reports with and without faults and files that are none, in folders whose order is not that of the names.
fn many() -> Place {
    let place = Place::new();
    for number in 0..90 {
        let name = format!("第{number}局");
        let bytes: Vec<u8> = match number % 4 {
            0 => faulty(&name).into(),
            3 => RUBBISH.into(),
            _ => clean(&name).into(),
        };
        place.put(&format!("reports/{}/{number}.json", number % 7), bytes);
    }
    place
}

#[test]
fn every_number_of_threads_gives_the_same_output() {
    let place = many();
    for format in ["human", "json", "notice"] {
        let one = place.run(&format!("check reports --format {format} --jobs 1")).ends_with(2);
        for jobs in [2, 5] {
            let several = place.run(&format!("check reports --format {format} --jobs {jobs}")).ends_with(2);
            assert_eq!(one.stdout, several.stdout);
            assert_eq!(one.stderr, several.stderr);
        }
    }
}

#[test]
fn a_number_of_threads_that_makes_no_sense_is_refused() {
    let place = many();
    place.run("check reports --jobs 0").ends_with(2).complains("--jobs");
}

#[test]
fn a_run_that_is_asked_to_end_says_so() {
    let mut place = many();
    place.is_interrupted = true;
    place.run("check reports").ends_with(2).complains("已中断：90 个文件中已核对 0 个");
    place.run("check reports -o out.json --format json").ends_with(2);
    assert_eq!(place.read("out.json").matches("\"file\"").count(), 0);
}
