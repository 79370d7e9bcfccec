//! `gouji table`: a row a report, a row a finding.
use crate::support::{Place, RUBBISH, clean, faulty, report};

/// A table as rows of fields by the names of their columns.
fn rows(place: &Place, file: &str) -> Vec<std::collections::HashMap<String, String>> {
    let text = place.read(file);
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn reports_and_findings() {
    let place = Place::new();
    place.put("in/a.json", clean("甲局")).put("in/b.json", faulty("=乙局")).put("in/c.json", RUBBISH);
    place.put("in/d.json", report("丁局", &[("requests.received.total", ""), ("requests.received.business", "?")]));
    let ran = place.run("table in -o reports.csv --findings findings.csv --jobs 2").ends_with(2);
    ran.says("reports.csv：3 份报告").complains("in/c.json");
    let reports = rows(&place, "reports.csv");
    let of = |column: &str| reports.iter().map(|row| row[column].as_str()).collect::<Vec<_>>();
    assert_eq!(of("unit"), ["甲局", "'=乙局", "丁局"]);
    assert_eq!(of("year"), ["2023", "2023", "2023"]);
    assert_eq!(of("errors")[0], "0");
    assert_ne!(of("errors")[1], "0");
    assert!(of("sha256").iter().all(|hash| hash.len() == 64));
    // Null is not 0: the state tells them apart.
    assert_eq!(of("requests.received.total")[2], "");
    assert_eq!(of("requests.received.total.state")[2], "blank");
    assert_eq!(of("requests.received.business.state")[2], "unreadable");
    assert_eq!(of("requests.received.other_org"), ["0", "0", "0"]);
    // Cells of the other edition stand in the same table, without a state.
    assert_eq!(of("proactive.regulations.opened.state"), ["", "", ""]);
    let findings = rows(&place, "findings.csv");
    assert!(findings.iter().all(|row| row["unit"] != "甲局" && !row["message"].is_empty()));
    assert!(findings.iter().any(|row| row["unit"] == "'=乙局" && row["severity"] == "error"));
}

#[test]
fn what_cannot_be_written_is_refused_before_anything_is_read() {
    let place = Place::new();
    place.put("a.json", clean("甲局"));
    place.run("table a.json -o reports.xml").ends_with(2).complains(".csv 或 .parquet");
    place.run("table a.json -o nowhere/reports.csv").ends_with(2).complains("nowhere/reports.csv");
    if !cfg!(feature = "parquet") {
        place.run("table a.json -o reports.parquet").ends_with(2).complains("--features parquet");
    }
    assert_eq!(place.path().read_dir_utf8().unwrap().count(), 1);
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_says_what_csv_says() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    let place = Place::new();
    place.put("in/a.json", clean("甲局")).put("in/b.json", faulty("乙局"));
    place.put("in/d.json", report("丁局", &[("requests.received.total", ""), ("proactive.fees.amount", "12.5")]));
    for name in ["reports.csv", "reports.parquet"] {
        let findings = name.replace("reports", "findings");
        place.run(&format!("table in -o {name} --findings {findings}")).ends_with(0);
    }
    for table in ["reports", "findings"] {
        let file = std::fs::File::open(place.path().join(format!("{table}.parquet"))).unwrap();
        let read = SerializedFileReader::new(file).unwrap();
        let expected = rows(&place, &format!("{table}.csv"));
        let mut count = 0;
        for (row, expected) in read.get_row_iter(None).unwrap().zip(&expected) {
            for (name, field) in row.unwrap().get_column_iter() {
                let text = match field {
                    Field::Null => String::new(),
                    Field::Str(text) => text.clone(),
                    Field::Decimal(decimal) => {
                        let bytes = decimal.data();
                        let sign = if bytes[0] >= 0x80 { 0xff } else { 0 };
                        let mut wide = [sign; 16];
                        wide[16 - bytes.len()..].copy_from_slice(bytes);
                        gouji_model::Number::from_millionths(i128::from_be_bytes(wide)).unwrap().to_string()
                    }
                    other => other.to_string(),
                };
                assert_eq!(text, expected[name], "{table} {name}");
            }
            count += 1;
        }
        assert_eq!(count, expected.len());
    }
}
