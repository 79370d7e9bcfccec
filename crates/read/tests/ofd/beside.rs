//! What is beside the pages: templates, composite units, annotations, attachments, other documents.
use gouji_model::Block;

use crate::rendering::{check, document};
use crate::writer::{Page, Parts, ofd};

fn template(id: &str) -> String {
    format!("<ofd:TemplatePage ID=\"{id}\" BaseLoc=\"Tpls/Tpl_{id}/Content.xml\"/>")
}

/// A document with things common to its pages and files.
fn with(common: &str, after: &str, pages: &[Page], files: &[(&str, String)]) -> Parts {
    let parts = ofd(pages).document("Doc_0", common, after, pages);
    files.iter().fold(parts, |parts, (name, content)| parts.with(&format!("Doc_0/{name}"), content))
}

#[test]
fn templates() {
    let own = "<ofd:Area><ofd:PhysicalBox>0 0 80 297</ofd:PhysicalBox></ofd:Area>";
    let form = Page::new().text(30.0, 30.0, "规章").head(own).xml();
    let use_it = "<ofd:Template TemplateID=\"7\" ZOrder=\"Background\"/><ofd:Template TemplateID=\"7\"/><ofd:Template TemplateID=\"9\"/>";
    // A page without an area of its own has that of its template.
    let page = Page::new().head(use_it).text(60.0, 30.0, "12").text(100.0, 30.0, "外");
    let parts = with(&template("7"), "", &[page.clone(), page], &[("Tpls/Tpl_7/Content.xml", form)]);
    check(&parts.bytes(), "¶ 规章             12\n¶ 规章             12");
    let note = "note 文件中的 Doc_0/Tpls/Tpl_7/Content.xml 已损坏，没有读取";
    let page = Page::new().head(use_it).text(60.0, 30.0, "12");
    check(&with(&template("7"), "", &[page], &[]).bytes(), &format!("¶ 12\n{note}"));
}

fn unit(id: &str, objects: &str) -> String {
    format!(
        "<ofd:CompositeGraphicUnit ID=\"{id}\" Width=\"50\" Height=\"50\"><ofd:Content>{objects}</ofd:Content></ofd:CompositeGraphicUnit>"
    )
}

fn use_of(id: &str) -> String {
    format!("<ofd:CompositeObject ResourceID=\"{id}\" Boundary=\"30 40 50 50\" CTM=\"1 0 0 1 5 5\"/>")
}

const RESOURCES: &str = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>";

fn resources(units: &str) -> String {
    format!(
        "<ofd:Res BaseLoc=\"Res\"><ofd:Fonts/><ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits></ofd:Res>"
    )
}

#[test]
fn composite_units() {
    let units = resources(&unit("5", &Page::new().text(0.0, 5.0, "甲").objects));
    let page = Page::new().raw(&use_of("5")).text(38.6, 50.0, "乙").raw(&use_of("6"));
    check(&with(RESOURCES, "", std::slice::from_ref(&page), &[("DocumentRes.xml", units.clone())]).bytes(), "¶ 甲乙");
    // Resources of one page only.
    let page = page.head("<ofd:PageRes>Res.xml</ofd:PageRes>");
    check(&with("", "", &[page], &[("Pages/Page_0/Res.xml", units)]).bytes(), "¶ 甲乙");
}

#[test]
fn units_that_hold_themselves() {
    let units = unit("5", &(use_of("5") + &use_of("5") + &use_of("6"))) + &unit("6", &use_of("5").repeat(9));
    let page = Page::new().text(30.0, 30.0, "甲").raw(&use_of("5"));
    let bytes = with(RESOURCES, "", &[page], &[("DocumentRes.xml", resources(&units))]).bytes();
    let error = gouji_read::read(&bytes, &gouji_read::Limits::default()).unwrap_err();
    assert!(error.to_string().starts_with("the pages of this OFD file have more than 1000000 objects"), "{error}");
    let once = resources(&unit("5", &use_of("5")));
    let page = Page::new().text(30.0, 30.0, "甲").raw(&use_of("5"));
    check(&with(RESOURCES, "", &[page], &[("DocumentRes.xml", once)]).bytes(), "¶ 甲");
}

#[test]
fn annotations_and_attachments_are_told() {
    let list = "<ofd:Annotations><ofd:Page PageID=\"0\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>";
    let inner = Page::new().text(30.0, 30.0, "水印").objects;
    let annotation = format!(
        "<ofd:PageAnnot><ofd:Annot Type=\"Watermark\"><ofd:Appearance Boundary=\"0 0 9 9\">{inner}</ofd:Appearance></ofd:Annot><ofd:Annot Type=\"Link\"/></ofd:PageAnnot>"
    );
    let attachments = "<ofd:Attachments><ofd:Attachment ID=\"1\" Name=\"附表.xlsx\"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>";
    let after = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>/Doc_0/Attachs/Attachments.xml</ofd:Attachments>";
    let files = [
        ("Annots/Annotations.xml", list.to_owned()),
        ("Annots/Page_0/Annotation.xml", annotation),
        ("Attachs/Attachments.xml", attachments.to_owned()),
    ];
    let pages = [Page::new().text(30.0, 30.0, "甲")];
    check(
        &with("", after, &pages, &files).bytes(),
        "¶ 甲\nnote 略去页面上的批注、水印、印章等注释 1 处\nnote 文件带有附件，没有读取：附表.xlsx",
    );
    check(
        &with("", after, &pages, &[]).bytes(),
        "¶ 甲\nnote 文件中的 Doc_0/Annots/Annotations.xml 已损坏，没有读取\nnote 文件中的 Doc_0/Attachs/Attachments.xml 已损坏，没有读取",
    );
}

#[test]
fn several_documents() {
    let pages = |text| [Page::new().text(30.0, 30.0, text)];
    let both = ofd(&pages("甲")).document("Doc_1", "", "", &pages("乙"));
    let roots = ["Doc_0/Document.xml", "/Doc_1/Document.xml", "Doc_0/../Doc_0/./Document.xml"];
    let found = document(&both.clone().entry(&roots).bytes());
    let parts: Vec<_> = found
        .blocks
        .iter()
        .map(|block| {
            if let Block::Paragraph(paragraph) = block {
                (&*paragraph.text, paragraph.origin.part.as_deref())
            } else {
                ("", None)
            }
        })
        .collect();
    assert_eq!(parts, [("甲", Some("文档1")), ("乙", Some("文档2"))]);
    let missing = both.entry(&["Doc_1/Document.xml", "Doc_2/Document.xml"]).bytes();
    check(&missing, "¶ 乙\nnote 文件中的 Doc_2/Document.xml 已损坏，没有读取");
}

#[test]
fn pages_that_are_damaged_or_missing() {
    let pages = [Page::new().text(30.0, 30.0, "甲"), Page::new().text(30.0, 30.0, "乙")];
    let note = "note 第 2 页（Doc_0/Pages/Page_1/Content.xml）已损坏，没有读取";
    let second = "Doc_0/Pages/Page_1/Content.xml";
    check(&ofd(&pages).without(second).bytes(), &format!("¶ 甲\n{note}"));
    check(&ofd(&pages).with(second, "<ofd:Page><ofd:Content>").bytes(), &format!("¶ 甲\n{note}"));
    // Names in other writings.
    let xml = pages[1].xml();
    check(&ofd(&pages).without(second).with("Doc_0\\pages\\page_1\\CONTENT.XML", xml).bytes(), "¶ 甲\n¶ 乙");
}
