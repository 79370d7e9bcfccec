//! Pictures, text boxes and shapes.
use crate::rendering::check;
use crate::writer::{body, p, table};

fn frame(name: &str, content: &str) -> String {
    format!("<draw:frame draw:name=\"{name}\">{content}</draw:frame>")
}

#[test]
fn pictures() {
    let image = "<draw:image xlink:href=\"Pictures/1.png\"/>";
    check(&body(&p(&format!("前{}后", frame("图1", image)))), "¶ 1 前后\npicture 1 图1");
    check(&body(&p(&frame("图1", &format!("{image}<svg:desc>表三扫描件</svg:desc>")))), "picture 1 表三扫描件");
    let object = "<draw:object xlink:href=\"Object 1\"/><draw:image xlink:href=\"ObjectReplacements/Object 1\"/>";
    check(&body(&(p("甲") + &frame("附表", object))), "¶ 1 甲\npicture 2 附表");
}

#[test]
fn text_boxes() {
    let content = p("框中") + &table(&[&["规章", "0"]]);
    let boxed = frame("框", &format!("<draw:text-box>{content}</draw:text-box>"));
    check(&body(&(p(&format!("前{boxed}")) + &p("后"))), "¶ 1 前\n¶ 文本框1 1 框中\ngrid 1\n规章|0\n¶ 2 后");
    let with_picture = frame("框", &format!("<draw:text-box>{}</draw:text-box><draw:image/>", p("框中")));
    check(&body(&p(&with_picture)), "¶ 文本框1 1 框中");
    check(&body(&(p("甲") + &frame("空", "<draw:text-box><text:p/></draw:text-box>"))), "¶ 1 甲");
}

#[test]
fn shapes_with_text() {
    let shape =
        format!("<draw:custom-shape draw:name=\"形\">{}<draw:enhanced-geometry/></draw:custom-shape>", p("形中"));
    let group = format!("<draw:g>{shape}{}</draw:g>", frame("图2", "<draw:image/>"));
    check(&body(&p(&format!("甲{group}"))), "¶ 1 甲\n¶ 文本框1 1 形中\npicture 1 图2");
    check(&body(&(group + &p("乙"))), "¶ 文本框1 1 形中\npicture 1 图2\n¶ 2 乙");
    check(&body(&(p("乙") + "<draw:line/><draw:control/>")), "¶ 1 乙");
}

#[test]
fn pictures_in_cells() {
    let content = table(&[&["甲", "图"]]).replace("图", &frame("章", "<draw:image/>"));
    check(&body(&content), "grid 1\n甲|\npicture 1.1.2 章");
}
