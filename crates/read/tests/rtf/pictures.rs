//! Pictures, objects and text boxes.
use crate::rendering::{check, check_refused};
use crate::writer::document;
use gouji_read::Limits;

#[test]
fn pictures_in_the_text() {
    check(
        r"\pard a{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv table 3}}}\pngblip\bin4 }{}{89504e47}}{\nonshppict{\pict\wmetafile8 0102}}b\par c\par",
        "¶ 1 ab\npicture 1 table 3\n¶ 2 c",
    );
}

#[test]
fn a_file_of_pictures_only_has_pictures() {
    check(r"\pard{\pict\jpegblip ffd8}\par", "picture 1");
    check_refused(&document(r"\pard\par"), &Limits::default(), "文件里只有空格和空行");
}

#[test]
fn objects_show_their_results() {
    let object = r"{\object\objemb{\*\objclass Excel.Sheet.12}{\*\objdata 0105}{\result RESULT}}";
    let with = |result: &str| format!("\\pard a{}\\par", object.replace("RESULT", result));
    check(&with(r"{\pict\wmetafile8 01}"), "¶ 1 a\npicture 1");
    check(&with("text"), "¶ 1 atext");
    check(&with(""), "¶ 1 a\npicture 1 Excel.Sheet.12");
}

#[test]
fn text_boxes_are_read() {
    let shape = r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard in\par\trowd\cellx900\pard\intbl x\cell\row}}{\shprslt{\*\do{\dptxbxtext\pard old\par}}}}";
    check(&format!(r"\pard a{shape}b\par c\par"), "¶ 1 ab\n¶ 文本框1 1 in\ngrid 1\nx\n¶ 2 c");
    // The row around it has a definition of its own.
    check(
        &format!(r"\trowd\cellx1000\cellx2000\pard\intbl a{shape}\cell b\cell\row\pard d\par"),
        "grid 1\na|b\n¶ 文本框1 1 in\ngrid 2\nx\n¶ 1 d",
    );
    check(r"\pard a{\*\do\dptxbx{\dptxbxtext\pard in\par}}\par", "¶ 1 a\n¶ 文本框1 1 in");
}

#[test]
fn a_picture_in_a_drawing() {
    let shape = r"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\pngblip 8950}}}{\sp{\sn wzName}{\sv x}}}}";
    check(&format!(r"\pard a{shape}\par"), "¶ 1 a\npicture 1");
}
