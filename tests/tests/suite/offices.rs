//! What an office sees: a round of corrections, waivers, a region against its members.
use std::ffi::OsString;
use std::sync::Arc;

use camino::Utf8Path;
use gouji::{Environment, Io};

/// A folder with a report of one wrong total, and the same put right with a sentence changed.
fn folder() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let reports = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports");
    let first = std::fs::read_to_string(reports.join("faulty-2021.txt")).unwrap();
    let second = first.replace("\t11\n", "\t12\n").replace("水情栏目改为图表展示，", "水情栏目改为图表和文字展示，");
    assert_ne!(first, second);
    for (name, text) in [("first.txt", &first), ("second.txt", &second)] {
        std::fs::write(place.path().join(name), text).unwrap();
    }
    place
}

/// What a run writes, and how it ends.
pub(crate) fn ran(place: &tempfile::TempDir, arguments: &str) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let args = std::iter::once("gouji").chain(arguments.split_whitespace()).map(OsString::from);
    let code = gouji::run(
        args,
        &mut Io {
            stdout: &mut stdout,
            stderr: &mut stderr,
            is_terminal: false,
            is_error_terminal: false,
            env: Environment::default(),
            cwd: Utf8Path::from_path(place.path()).unwrap().to_owned(),
            interruption: Arc::default(),
        },
    );
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    format!("{stdout}{stderr}exit {code}\n")
}

#[test]
fn a_second_round() {
    let place = folder();
    insta::assert_snapshot!("second_round", ran(&place, "compare first.txt second.txt"));
    insta::assert_snapshot!(
        "second_round_markdown",
        ran(&place, "compare first.txt second.txt --format markdown --lang en")
    );
}

#[test]
fn waivers_from_skeleton_to_use() {
    let place = folder();
    ran(&place, "check first.txt --format waivers -o w.toml");
    let path = place.path().join("w.toml");
    let skeleton = std::fs::read_to_string(&path).unwrap();
    insta::assert_snapshot!("waiver_skeleton", skeleton);
    let filled = skeleton.replace("reason = \"\"", "reason = \"已说明\"").replace("author = \"\"", "author = \"王某\"");
    std::fs::write(&path, filled).unwrap();
    insta::assert_snapshot!("waived", ran(&place, "check first.txt --waivers w.toml --date 2024-02-01"));
}

#[test]
fn a_region_of_one_member() {
    let place = folder();
    let region = "check first.txt --unit 松渡县人民政府 --members second.txt";
    insta::assert_snapshot!("region", ran(&place, region));
    insta::assert_snapshot!("rollup", ran(&place, "rollup first.txt second.txt --unit 松渡县人民政府"));
}
