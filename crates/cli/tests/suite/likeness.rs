//! Copied text: last year's, and that of other units in one run.
use serde_json::{Value, json};

use crate::support::{Place, clean};

/// Sentences about nothing in particular, each unlike the others.
const OWN: &str = "一年来把政策解读放在窗口旁边做，群众来办事就能听到，听不懂的当场问。对积压多年的纸质目录逐本核对，缺页的补上，错号的改正。\
                   栏目从十一个并为六个，名称改用百姓的说法，查找一份补助名单平均少点三次。每季度请两位村民代表试用一次，记下卡住的地方，限期改好。\
                   电话咨询改由懂业务的人轮流接听，答不上来的当天回拨。村里的喇叭每周播一期，讲清补贴从哪里来、发给了谁、怎么核对。";
const OTHER: &str = "窗口人员轮训了四期，课程以真实来件为例，由经办人自己讲。数据由业务科室直接录入，办公室只管核对格式，出错的地方比以往容易找到源头。\
                     对外公开的表格全部换成可以复制的样式，附上填写示例。老年人反映字小，于是另做了大字版，放在养老院和卫生室，效果比预想的好。\
                     夜间也能自助查询，机器摆在派出所门口，由值班的人照看。年底请中学生来当一天讲解员，他们提的意见最直接。";

/// A report with a text in section five.
fn with_text(unit: &str, year: i32, text: &str) -> String {
    let mut json: Value = serde_json::from_str(&clean(unit)).unwrap();
    json["year"] = year.into();
    json["sections"] = json!([{"id": "problems", "heading": "五、存在的主要问题及改进情况", "text": text}]);
    json.to_string()
}

#[test]
fn last_years_text_is_told_with_share_and_sentences() {
    let place = Place::new();
    place
        .put("2022.json", with_text("甲局", 2022, OWN))
        .put("a.json", with_text("甲局", 2023, &OWN.replace("十一", "12")));
    let ran = place.run("check a.json --last-year 2022.json");
    ran.says("提醒 text/copied-last-year  「五、存在的主要问题及改进情况」与上年报告雷同：")
        .says("% 的文字与上年报告（2022.json）相同，整句相同的有 6 句，如“一年来把政策解读放在窗口旁边做");
    // Half of it new; wholly new; too short to tell; no report of last year.
    let half: String = OWN.split_inclusive('。').take(3).chain(OTHER.split_inclusive('。').take(3)).collect();
    for text in [&half, OTHER, "一年来把政策解读放在窗口旁边做。"] {
        place.put("a.json", with_text("甲局", 2023, text));
        place.run("check a.json --last-year 2022.json").without("雷同");
    }
    place.put("short.json", with_text("甲局", 2022, "一年来把政策解读放在窗口旁边做。"));
    place.run("check a.json --last-year short.json").without("雷同");
}

#[test]
fn a_neighbours_text_is_told_at_the_later_report() {
    let place = Place::new();
    let named = |unit: &str| format!("{unit}认真查摆。{OWN}");
    place.put("in/a.json", with_text("甲局", 2023, &named("甲局")));
    place.put("in/b.json", with_text("乙局", 2023, OTHER));
    place.put("in/c.json", with_text("丙局", 2023, &named("丙局")));
    let json = place.run("check in --format json").json();
    let copied = |file: usize| {
        let findings = json["reports"][file]["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["rule"] == "text/copied-neighbour").cloned()
    };
    assert_eq!((copied(0), copied(1)), (None, None));
    let message = copied(2).unwrap()["message"].as_str().unwrap().to_owned();
    assert!(message.contains("100% 的文字与甲局的报告（in/a.json）相同"), "{message}");
    // One alone has no neighbour; two versions of one unit's report are none.
    place.run("check in/c.json").without("雷同");
    place.put("in/b.json", with_text("丙局", 2023, &named("丙局")));
    place.run("check in/b.json in/c.json").without("雷同");
}

#[test]
fn numbers_and_prescribed_sentences_do_not_count() {
    let place = Place::new();
    let prescribed =
        "本年度收取信息处理费0元，收费标准和减免情形按照统一规定执行，缴费通知随告知书一并送达，没有申请人提出异议。"
            .repeat(4);
    place.put("a.json", with_text("甲局", 2023, &prescribed)).put("b.json", with_text("乙局", 2023, &prescribed));
    place.run("check a.json b.json").without("雷同");
    place.put("a.json", with_text("甲局", 2023, &OWN.replace('六', "6")));
    place.put("b.json", with_text("乙局", 2023, &OWN.replace('六', "18")));
    place.run("check a.json b.json").says("text/copied-neighbour");
    // An office's own threshold.
    place
        .put("own/edition.toml", "id = \"2021\"\nbase = \"2021\"\n")
        .put("own/lexicon.toml", "[similarity]\nleast = 1000\n");
    place.run("check a.json b.json --rules own").without("雷同");
}

#[test]
fn an_exported_batch_tells_it_too() {
    let place = Place::new();
    place.put("a.json", with_text("甲局", 2023, OWN)).put("b.json", with_text("乙局", 2023, OWN));
    place.run("export a.json b.json --to txt --notice -o out").ends_with(0);
    let notices = std::fs::read_dir(place.path().join("out")).unwrap();
    let texts: String = notices.map(|notice| std::fs::read_to_string(notice.unwrap().path()).unwrap()).collect();
    assert!(texts.contains("与甲局的报告（a.json）相同"), "{texts}");
}

#[test]
fn a_large_batch_finds_the_one_copy() {
    let place = Place::new();
    // Distinct texts made of one stock sentence and many of each report's own.
    let text = |number: usize| {
        let own = (0..40).map(|part| format!("{}。", word(number * 40 + part)));
        own.chain(["全面加强组织领导并狠抓落实。".to_owned()]).collect::<String>()
    };
    for number in 0..60 {
        place.put(&format!("in/{number:02}.json"), with_text(&format!("{}局", word(number)), 2023, &text(number)));
    }
    place.put("in/99.json", with_text("末局", 2023, &text(31)));
    let json = place.run("check in --format json").json();
    let copied: Vec<&str> = json["reports"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|report| {
            report["findings"].as_array().unwrap().iter().any(|own| own["rule"] == "text/copied-neighbour")
        })
        .map(|report| report["file"].as_str().unwrap())
        .collect();
    assert_eq!(copied, ["in/99.json"]);
}

/// Twelve Chinese characters that follow from a number.
fn word(number: usize) -> String {
    let mut state = u32::try_from(number).unwrap().wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4e00 + (state >> 16) % 0x4000).unwrap()
    };
    std::iter::repeat_with(next).take(12).collect()
}
