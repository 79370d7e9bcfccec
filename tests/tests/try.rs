//! scratch
use camino::Utf8Path;
use gouji_recognise::Hints;
use gouji_tests::*;
#[test]
fn scratch() {
    let books = editions().unwrap();
    let list = std::env::var("TRY").unwrap();
    let verbose = std::env::var("V").is_ok();
    for path in list.split_whitespace() {
        let path = Utf8Path::new(path);
        let stem = path.file_stem().unwrap();
        let dir = path.parent().unwrap();
        let mut year = None;
        let mut bytes = std::fs::read(path).unwrap();
        let truth = if path.as_str().contains("specimens") {
            let text = String::from_utf8(bytes).unwrap();
            for l in text.lines().take(3) {
                if let Some(y) = l.split("year=").nth(1) {
                    year = y[..4].parse().ok()
                }
            }
            let body: String = text.lines().filter(|l| !l.starts_with('#')).map(|l| format!("{l}\n")).collect();
            bytes = body.into_bytes();
            let all: std::collections::BTreeMap<String, Truth> =
                toml::from_str(&std::fs::read_to_string("corpus/specimens.toml").unwrap()).unwrap();
            Some(all[stem].clone())
        } else {
            let c = [
                dir.join(format!("{stem}.truth.json")),
                dir.join("../expected").join(format!("{stem}.json")),
                dir.join(if stem.contains("2019") { "layouts-2019.truth.json" } else { "layouts.truth.json" }),
            ];
            c.iter().find(|p| p.exists()).map(|p| Truth::read(p).unwrap())
        };
        match read(&books, &bytes, &Hints { year, ..Default::default() }) {
            Err(e) => println!("== {stem} ERR {e:#}"),
            Ok(rs) => {
                for r in rs {
                    println!("== {stem} {:?} {:?} {:?}", r.report.year, r.report.unit.name, r.report.printed_forms);
                    if let Some(t) = &truth {
                        let d = t.differences(r.form(), &r.report);
                        println!("   {} differ", d.len());
                        for x in d.iter().take(12) {
                            println!("      {x}");
                        }
                    }
                    for n in &r.report.notes {
                        println!(
                            "   note {} {:?}",
                            gouji_model::render(&n.message, gouji_model::Lang::Zh),
                            n.origin.as_ref().map(|o| &o.place)
                        );
                    }
                    for f in r.findings() {
                        println!(
                            "   {:?} {} {}",
                            f.severity,
                            f.id,
                            gouji_model::render(&f.message, gouji_model::Lang::Zh)
                        );
                    }
                    if verbose {
                        for s in &r.report.sections {
                            println!("  § {} {} {}", s.id, s.heading, s.text);
                        }
                    }
                }
            }
        }
    }
}
