//! `gouji repair`: what is shown, and corrected files in which nothing else changes.
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::support::{Place, RUBBISH, clean, faulty, report};

fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for index in 0..zip.len() {
        let mut member = zip.by_index_raw(index).unwrap();
        let mut packed = Vec::new();
        member.read_to_end(&mut packed).unwrap();
        all.push((member.name().unwrap().into_owned(), packed));
    }
    all
}

fn bytes(place: &Place, name: &str) -> Vec<u8> {
    std::fs::read(place.path().join(name)).unwrap()
}

#[test]
fn the_cell_and_its_value() {
    let place = Place::new();
    place.put("a.json", faulty("甲局")).put("b.json", clean("乙局"));
    place.run("repair a.json").ends_with(1).says("唯一的改法：改 1 个数据").says("一、本年新收  1 → 0");
    place.run("repair b.json").ends_with(0).says("没有需要改正的数据");
    place.run("repair a.json --lang en").ends_with(1).says("The only repair: one cell changes");
    let json = place.run("repair a.json b.json --format json").ends_with(1).json();
    assert_eq!(json["schema"], "gouji/repair/1");
    let part = &json["reports"][0]["parts"][0];
    assert_eq!((&part["unique"], &part["fewest"]), (&true.into(), &1.into()));
    let change = &part["choices"][0]["changes"][0];
    assert_eq!(
        (&change["cell"], &change["low"], &change["high"]),
        (&"requests.received.total".into(), &"0".into(), &"0".into())
    );
    assert_eq!(json["reports"][1]["parts"], serde_json::json!([]));
    place.put("c.json", RUBBISH).run("repair a.json c.json").ends_with(2).says("唯一的改法").complains("c.json");
}

#[test]
fn word_files_and_workbooks_are_corrected() {
    for format in ["docx", "xlsx"] {
        let place = Place::new();
        place.put("a.json", faulty("甲局")).run(&format!("export a.json --to {format}")).ends_with(0);
        let name = format!("a.{format}");
        let before = bytes(&place, &name);
        place.run(&format!("repair {name} --apply")).ends_with(0).says("已改正 1 个数据");
        assert_eq!(bytes(&place, &name), before, "the original is not touched");
        let after = bytes(&place, &format!("a.repaired.{format}"));
        let (old, new) = (members(&before), members(&after));
        assert_eq!(old.len(), new.len());
        let differing: Vec<&str> =
            old.iter().zip(&new).filter(|(old, new)| old != new).map(|(old, _)| old.0.as_str()).collect();
        assert_eq!(differing.len(), 1, "{differing:?}");
        let log = place.read(&format!("a.repaired.{format}.changes.csv"));
        assert!(
            log.starts_with('\u{feff}') && log.contains("requests.received.total") && log.contains(",1,0,"),
            "{log}"
        );
        place.run(&format!("repair a.repaired.{format}")).ends_with(0).says("没有需要改正的数据");
        place.run(&format!("repair {name} --apply")).ends_with(2);
        place.run(&format!("repair {name} --apply --force")).ends_with(0);
        place.run(&format!("repair {name} --apply -o new.{format}")).ends_with(0);
        assert_eq!(bytes(&place, &format!("new.{format}")), after);
    }
}

/// Nothing is applied that is not unique, unless its number is given.
#[test]
fn a_choice_is_made_by_number() {
    let place = Place::new();
    let cells = [("disputes.reconsideration.upheld", "2"), ("disputes.reconsideration.total", "3")];
    place.put("a.json", report("甲局", &cells)).run("export a.json --to docx").ends_with(0);
    place.run("repair a.docx").ends_with(1).says("种改法，各改 1 个数据").says("（1）");
    place.run("repair a.docx --apply").ends_with(1).says("还有 1 处没有改正").without("已改正");
    assert!(!place.path().join("a.repaired.docx").exists());
    place.run("repair a.docx --apply --choose 99").ends_with(2).complains("没有第 99 种改法");
    place.run("repair a.docx --apply --choose 1 --choose 2").ends_with(2).complains("只能选一种");
    place.run("repair a.docx --apply --choose 2").ends_with(0).says("已改正 1 个数据");
    place.run("repair a.repaired.docx").ends_with(0);
}

#[test]
fn several_files_at_once() {
    let place = Place::new();
    for name in ["a", "b"] {
        place.put(&format!("{name}.json"), faulty("甲局"));
    }
    place.run("export a.json b.json --to docx -o in").ends_with(0);
    place.run("repair in --apply -o out").ends_with(2).complains("--all");
    place.run("repair in --apply --all -o out").ends_with(0);
    for name in ["a", "b"] {
        assert!(place.path().join(format!("out/{name}.repaired.docx")).exists());
    }
    place.run("repair in/a.docx --apply --choose 1").ends_with(2).complains("没有可选的改法");
    // Other formats are corrected by hand.
    place.run("repair a.json --apply").ends_with(2).complains("docx");
}
