//! Pictures and attachments that may stand for tables.
use crate::rendering::check;

#[test]
fn pictures_are_named() {
    check(
        "<p>三、收到和处理<img src='/a/b/table3.png?x=1' width=600 height=800></p><img src=x.png alt=' 表四 '>\
         <img src='data:image/png;base64,AAAA' title='盖章页'><img src='data:image/png;base64,AAAA'>",
        "¶ 三、收到和处理\npicture table3.png\npicture 表四\npicture 盖章页\npicture",
    );
}

#[test]
fn icons_and_lines_are_none() {
    check(
        "<p>一<img src=a.gif width=16><img src=b.gif style='height: 2px'><img src='/ueditor/fileTypeImages/icon_doc.gif'><img>",
        "¶ 一",
    );
}

#[test]
fn attachments() {
    check(
        "<p>附件：<a href='/files/1.XLSX?download=1'>表 三.xlsx</a></p><p>甲<a href=2.pdf><img src=a.png width=16></a><a href='b.html'>乙</a>",
        "¶ 附件：表 三.xlsx\npicture 表 三.xlsx\n¶ 甲乙\npicture 2.pdf",
    );
    check(
        "<p>一</p><iframe src='/viewer.html?file=/up/report.pdf'></iframe><iframe src=/a.html></iframe>",
        "¶ 一\npicture report.pdf",
    );
}

#[test]
fn of_cells_below_their_table() {
    check(
        "<table><tr><td>甲<td><img src=s.png><tr><td>乙<td>1</table>尾",
        "grid\n0 甲|1\n0 乙|1 1\npicture s.png\n¶ 尾",
    );
}
