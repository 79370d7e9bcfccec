//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::random::Random;
use crate::writer::{Page, Parts, ofd, report};

const UNITS: &str = "<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"5\"><ofd:Content><ofd:PageBlock/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>";

/// A little of everything.
fn page() -> Page {
    let cells = [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "1"), (1, 0, 1, 2, "信息内容")];
    Page::new()
        .head("<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID=\"7\"/>")
        .text(30.0, 20.0, "二、主动公开")
        .table(&[30.0, 60.0, 90.0], &[35.0, 45.0, 55.0], &cells)
        .text_object("CTM=\"1 0 0 1 0 0\" HScale=\"1\" Fill=\"true\" Alpha=\"255\"", 30.0, 70.0, "DeltaX=\"g 3 3.5\" DeltaY=\"0 0\"", "甲\\0041乙丙")
        .raw("<ofd:ImageObject ResourceID=\"9\" Boundary=\"30 80 150 90\"/><ofd:CompositeObject ResourceID=\"5\" Boundary=\"0 0 9 9\"/>")
        .path("Boundary=\"0 0 9 9\" Fill=\"true\"", "M 0 0 L 9 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 1 1 0 0 1 5 5 C")
}

fn parts() -> Parts {
    let common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpl.xml\"/>";
    let pages = [page(), page()];
    let template = Page::new().text(30.0, 15.0, "页眉").xml();
    ofd(&pages).document("Doc_0", common, "", &pages).with("Doc_0/Res.xml", UNITS).with("Doc_0/Tpl.xml", template)
}

#[test]
fn two_thousand_damaged_files() {
    let (small, large) = (parts().bytes(), report());
    assert!(read(&small, &Limits::default()).is_ok() && read(&large, &Limits::default()).is_ok());
    let mut random = Random(20_260_101);
    for number in 0..2000 {
        let mut bytes = if number % 10 == 0 { large.clone() } else { small.clone() };
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

/// Checksums stop most damage to a zip; inside a sound zip the XML is reached.
#[test]
fn two_thousand_damaged_parts() {
    let mut random = Random(20_270_101);
    let mut read_all_the_same = 0;
    for number in 0..2000 {
        let (name, content) = match number % 8 {
            0 => ("OFD.xml", "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".to_owned()),
            1 => ("Doc_0/Res.xml", UNITS.to_owned()),
            2 => ("Doc_0/Document.xml", "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpl.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"0\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>".to_owned()),
            _ => ("Doc_0/Pages/Page_0/Content.xml", page().xml()),
        };
        let mut bytes = content.into_bytes();
        random.damage(&mut bytes);
        read_all_the_same += usize::from(read(&parts().with(name, &bytes).bytes(), &Limits::default()).is_ok());
    }
    assert!(read_all_the_same > 500, "{read_all_the_same}");
}

#[test]
fn cut_anywhere() {
    let bytes = parts().bytes();
    for end in (0..bytes.len()).step_by(7) {
        let _ = read(&bytes[..end], &Limits::default());
    }
}
