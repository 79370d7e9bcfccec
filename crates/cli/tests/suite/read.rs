//! `gouji read`.
use crate::support::{Place, RUBBISH, clean, report};

#[test]
fn json_comes_back_as_it_went_in() {
    let place = Place::new();
    let text = report("云岭县民政局", &[("requests.received.business", "?"), ("proactive.fees.amount", "2.5")]);
    place.put("a.json", &text);
    let ran = place.run("read a.json --format json").ends_with(0);
    let mut expected = serde_json::from_str::<serde_json::Value>(&text).unwrap();
    expected["file"] = "a.json".into();
    assert_eq!(ran.json(), expected);
}

#[test]
fn several_reports_are_an_array() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", clean("乙局")).put("c.json", RUBBISH);
    let ran = place.run("read a.json b.json c.json --format json").ends_with(2);
    assert_eq!(ran.json().as_array().unwrap().len(), 2);
    ran.complains("错误 c.json：");
}

#[test]
fn tables_are_drawn_with_their_values() {
    let place = Place::new();
    let cells = [
        ("proactive.licensing.decisions", "63"),
        ("proactive.fees.amount", "/"),
        ("requests.received.total", "missing"),
    ];
    place.put("a.json", report("云岭县民政局", &cells));
    place
        .run("read a.json")
        .ends_with(0)
        .says("云岭县民政局 2023年 · 2021年版格式")
        .says("│ 行政许可       │                                         63 │\n")
        .says("│ 行政事业性收费 │                                          / │\n")
        .says("未找到");
}
