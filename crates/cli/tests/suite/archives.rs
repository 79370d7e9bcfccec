//! Zip files of reports, which are searched as folders are; and names that do not go with the content.
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Place, RUBBISH, clean, faulty};

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Two reports, one of them below a folder, a file that is none and what systems add.
fn reports() -> Vec<u8> {
    zip(&[
        ("乡镇/乙.json", &faulty("乙镇")),
        ("甲.json", &clean("甲局")),
        ("乡镇/丙.json", RUBBISH),
        ("__MACOSX/乡镇/._乙.json", RUBBISH),
        (".DS_Store", RUBBISH),
    ])
}

#[test]
fn a_zip_is_checked_as_a_folder_is() {
    let place = Place::new();
    place.put("2023.zip", reports());
    let zipped = place.run("check 2023.zip").ends_with(2);
    place
        .put("2023.dir/乡镇/乙.json", faulty("乙镇"))
        .put("2023.dir/甲.json", clean("甲局"))
        .put("2023.dir/乡镇/丙.json", RUBBISH);
    let folder = place.run("check 2023.dir").ends_with(2);
    assert_eq!(zipped.stdout.replace("2023.zip/", "2023.dir/"), folder.stdout);
    assert_eq!(zipped.stderr.replace("2023.zip/", "2023.dir/"), folder.stderr);
    zipped
        .complains("错误 2023.zip/乡镇/丙.json：这个文件不是文本")
        .says("2023.zip/甲.json  甲局 2023年  没有发现问题")
        .says("共 2 份报告：1 份没有发现问题，1 份有问题；1 个文件不能读取")
        .without("DS_Store")
        .without("MACOSX");
}

#[test]
fn a_zip_in_a_folder_is_searched_too() {
    let place = Place::new();
    place.put("all/a.zip", reports()).put("all/b.json", clean("丁局"));
    place
        .run("check all")
        .ends_with(2)
        .says("all/a.zip/甲.json  甲局 2023年")
        .says("all/b.json  丁局 2023年")
        .says("共 3 份报告");
}

#[test]
fn one_file_of_a_zip_can_be_named() {
    let place = Place::new();
    place.put("a.zip", reports());
    place.run("check a.zip/甲.json").ends_with(0).says("甲局 2023年");
    place.run("check a.zip/丁.json").ends_with(2).complains("错误 a.zip/丁.json：找不到文件");
}

#[test]
fn files_of_a_zip_are_exported() {
    let place = Place::new();
    place.put("a.zip", zip(&[("乡镇/乙.json", &clean("乙镇")), ("甲.json", &clean("甲局"))]));
    place.run("export a.zip --to json -o out").ends_with(0);
    let names: Vec<_> = place.path().join("out").read_dir_utf8().unwrap().map(|entry| entry.unwrap()).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(place.run("read a.zip --format json").ends_with(0).json().as_array().unwrap().len(), 2);
}

#[test]
fn the_unit_list_knows_files_in_a_zip() {
    let place = Place::new();
    place.put("a.zip", zip(&[("乡镇/1.json", &clean(""))]));
    place.put("units.csv", "名称,文件\n乙镇,乡镇/1.json\n");
    place.run("check a.zip --units units.csv").ends_with(0).says("乙镇 2023年");
}

#[test]
fn zips_that_hold_no_reports() {
    let place = Place::new();
    place.put("empty.zip", zip(&[])).put("litter.zip", zip(&[(".DS_Store", "x")]));
    place.run("check empty.zip").ends_with(2).complains("错误 empty.zip：压缩文件里没有文件");
    place.run("check litter.zip").ends_with(2).complains("错误 litter.zip：压缩文件里没有文件");
    place.put("broken.zip", "PK\u{3}\u{4}");
    place.run("check broken.zip").ends_with(2).complains("错误 broken.zip：文件已损坏，压缩结构读不出来");
    let inner = String::from_utf8(zip(&[])).unwrap();
    place.put("outer.zip", zip(&[("inner.zip", &inner), ("甲.json", &clean("甲局"))]));
    place.run("check outer.zip").ends_with(2).complains("错误 outer.zip/inner.zip：").says("甲局 2023年");
}

#[test]
fn a_name_that_does_not_go_with_the_content_is_told() {
    let place = Place::new();
    place.put("a.doc", clean("甲局"));
    place.run("read a.doc").ends_with(0).says("文件名以 .doc 结尾，实际是JSON，已按后者读取");
    place.run("read a.doc --lang en").ends_with(0).says("the name ends in .doc, but the file is JSON and was read so");
    place.put("a.json", clean("甲局"));
    place.run("read a.json").ends_with(0).without("结尾");
}
