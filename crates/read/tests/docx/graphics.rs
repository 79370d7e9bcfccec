//! Pictures, objects, attachments and text boxes.
use gouji_model::Block;
use gouji_read::{Input, Limits, SEEN_SCHEMA, Seen, SeenBox, SeenScans, read_scanned, scans};

use crate::rendering::check;
use crate::writer::{body, cell, p, tbl, tr};

const PICTURE: &str = "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"表三\"/><a:graphic><a:graphicData><pic:pic>\
    <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"a.png\"/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId7\"/></pic:blipFill></pic:pic>\
    </a:graphicData></a:graphic></wp:inline></w:drawing>";

fn with(content: &str) -> String {
    format!("<w:p><w:r><w:t>文</w:t>{content}</w:r></w:p>")
}

/// A text box as Word writes it: for itself, and again for programs that do not know it.
fn text_box(content: &str) -> String {
    format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:docPr id=\"2\" name=\"文本框 2\"/><a:graphic><a:graphicData>\
         <wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
}

#[test]
fn pictures() {
    check(&body(&(with(PICTURE) + &p("后"))), "¶ 1 文\npicture 1 表三\n¶ 2 后");
    let unnamed = PICTURE.replace(" descr=\"表三\"", "");
    check(&body(&format!("<w:p><w:r>{unnamed}</w:r></w:p>{}", p("后"))), "picture 1 图片 1\n¶ 2 后");
    let old = "<w:pict><v:shape><v:imagedata r:id=\"rId7\" o:title=\"扫描件\"/></v:shape></w:pict>";
    check(&body(&with(old)), "¶ 1 文\npicture 1 扫描件");
    // A line drawn across the page shows nothing that could be read.
    check(&body(&with("<w:pict><v:rect o:hr=\"t\"/></w:pict>")), "¶ 1 文");
}

#[test]
fn charts_objects_and_attachments() {
    let chart = "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图表 1\"/><a:graphic><a:graphicData><c:chart r:id=\"rId3\"/></a:graphicData></a:graphic></wp:inline></w:drawing>";
    check(&body(&with(chart)), "¶ 1 文\npicture 1 图表 1");
    let object = "<w:object><v:shape alt=\"预览\"><v:imagedata r:id=\"rId7\" o:title=\"\"/></v:shape><o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\" r:id=\"rId8\"/></w:object>";
    check(&body(&with(object)), "¶ 1 文\npicture 1 Excel.Sheet.12");
    check(&body(&(p("前") + "<w:altChunk r:id=\"rId9\"/>")), "¶ 1 前\npicture 2 附表.mht");
}

#[test]
fn a_picture_in_a_cell_follows_the_table() {
    let rows = tr(&(cell("", &with(PICTURE)) + &cell("", &p("右")))) + &tr(&cell("", &p("下")));
    check(&body(&(tbl(&rows) + &p("后"))), "grid 1\n文|右\n下\npicture 1.1.1 表三\n¶ 1 后");
}

#[test]
fn text_boxes_are_read_once() {
    check(
        &body(&(with(&text_box(&(p("框一") + &p("框二")))) + &p("后") + &with(&text_box(&p("框三"))))),
        "¶ 1 文\n¶ 文本框1 1 框一\n¶ 文本框1 2 框二\n¶ 2 后\n¶ 3 文\n¶ 文本框2 1 框三",
    );
    let only_fallback = text_box(&p("框")).replace("mc:Choice", "mc:Other");
    check(&body(&with(&only_fallback)), "¶ 1 文\n¶ 文本框1 1 框");
}

#[test]
fn a_table_in_a_text_box() {
    let table = tbl(&tr(&(cell("", &p("规章")) + &cell("", &p("0")))));
    check(&body(&(with(&text_box(&table)) + &table)), "¶ 1 文\ngrid 1\n规章|0\ngrid 2\n规章|0");
}

#[test]
fn hidden_graphics_are_out() {
    let hidden = |content: &str| format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr>{content}</w:r></w:p>{}", p("后"));
    check(&body(&hidden(PICTURE)), "¶ 1 后");
    check(
        &body(&hidden(&text_box(&p("框")))),
        "¶ 1 后\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

/// A table on a picture in a Word file stands in the picture's place, and says which picture it is of.
#[test]
fn what_was_seen_on_a_picture() {
    let relations = "<Relationships><Relationship Id=\"rId7\" Type=\"a/image\" Target=\"media/表三.png\"/><Relationship Id=\"rId8\" Type=\"a/image\" Target=\"media/a.emf\"/></Relationships>";
    let small = PICTURE.replace("<wp:docPr", "<wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr");
    let other = PICTURE.replace("rId7", "rId8");
    let bytes = body(&(with(&small) + &with(PICTURE) + &with(&other) + &p("后")))
        .with("word/_rels/document.xml.rels", relations)
        .with("word/media/表三.png", b"\x89PNG picture")
        .with("word/media/a.emf", b"\x01\0\0\0")
        .bytes();
    let found = scans(&bytes, &Limits::default()).unwrap();
    let images: Vec<(&str, &[u8])> = found.iter().map(|scan| (&*scan.place, &*scan.image)).collect();
    assert_eq!(images, [("word/media/表三.png", &b"\x89PNG picture"[..]), ("word/media/a.emf", b"")]);
    let text = |rectangle, text: &str| SeenBox { rectangle, text: text.to_owned(), confidence: 1.0 };
    let boxes = vec![text([20.0, 20.0, 60.0, 40.0], "规章"), text([220.0, 20.0, 230.0, 40.0], "3")];
    let edges = [10.0, 200.0, 390.0].map(|x| [x, 10.0, x, 50.0]);
    let lines = [[10.0, 10.0, 390.0, 10.0], [10.0, 50.0, 390.0, 50.0]].into_iter().chain(edges).collect();
    let seen = Seen { schema: SEEN_SCHEMA.to_owned(), width: 400.0, height: 60.0, boxes, lines };
    let read = read_scanned(&bytes, &Limits::default(), &SeenScans::from([(0, seen)])).unwrap();
    let Input::Document(document) = read else { panic!("no document") };
    assert!(document.extracted);
    let grids =
        document.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    let grids: Vec<_> = grids.collect();
    let texts: Vec<&str> = grids[0].rows[0].iter().map(|cell| &*cell.text).collect();
    assert_eq!((grids.len(), texts), (1, vec!["规章", "3"]));
    assert_eq!(grids[0].rows[0][0].origin.part.as_deref(), Some("word/media/表三.png"));
    let pictures = document.blocks.iter().filter(|block| matches!(block, Block::Picture(_))).count();
    assert_eq!(pictures, 2);
}
