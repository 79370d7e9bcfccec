//! Pages as Word saves them; the unit is invented.
use crate::rendering::check;

const PAGE: &str = r#"<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<title>松坪镇人民政府</title>
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Print</w:View></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋;}
 p.MsoNormal {margin:0cm; text-indent:32.0pt;}
-->
</style>
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=WordSection1 style='layout-grid:15.6pt'>

<p class=MsoNormal align=center style='text-align:center'><b><span
style='font-size:22.0pt;mso-bidi-font-family:宋体'>松坪镇人民政府<span lang=EN-US>2023</span>年政府信息公
开工作年度报告<span lang=EN-US><o:p></o:p></span></span></b></p>

<p class=MsoListParagraph style='margin-left:0cm;text-indent:32.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-size:16.0pt'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]><span style='font-size:16.0pt'>总体情况</span></p>

<p class=MsoNormal>全年主动公开<span lang=EN-US>36</span>条<span style='display:none;mso-hide:all'>待核</span>。<a
name="_GoBack"></a><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<!--[if gte vml 1]><v:shape id="_x0000_s1026"><v:textbox><p>图形</p></v:textbox></v:shape><![endif]--><![if !vml]><![endif]>

<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=0 style='width:423.0pt;border-collapse:collapse'>
 <thead>
 <tr style='mso-yfti-irow:0;height:19.85pt'>
  <td width=564 colspan=3 style='width:423.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal align=center><span style='font-family:宋体'>第二十条第（一）项<span
  lang=EN-US><o:p></o:p></span></span></p>
  </td>
 </tr>
 </thead>
 <tr style='mso-yfti-irow:1'>
  <td rowspan=2><p class=MsoNormal><span>规章</span></p></td>
  <td><p class=MsoNormal><span lang=EN-US>0<o:p></o:p></span></p></td>
  <td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal><span lang=EN-US>1</span></p><p class=MsoNormal><span lang=EN-US>2</span></p></td>
  <td><p class=MsoNormal>／</p></td>
 </tr>
</table>

</div>

</body>

</html>
"#;

#[test]
fn as_word_saves() {
    // With the line ends of Windows.
    let page = PAGE.replace('\n', "\r\n");
    let (bytes, ..) = encoding_rs::GB18030.encode(&page);
    check(
        bytes,
        "¶ 松坪镇人民政府2023年政府信息公开工作年度报告
         ¶ 一、  总体情况
         ¶ 全年主动公开36条。
         grid
         0 第二十条第（一）项↔3
         0 规章↕2|1 0|2
         1 1/2|2 ／",
    );
}

#[test]
fn as_libreoffice_saves() {
    check(
        "<!DOCTYPE html>\n<html>\n<body lang=\"zh-CN\" dir=\"ltr\"><p lang=\"en-US\"><font face=\"宋体\">申请</font>12<font>件</font></p>\n\
         <table cellpadding=\"7\"><col width=\"23\"/>\n\n<col width=\"24\"/>\n<tr>\n<td colspan=\"2\"><p><font>总\n计</font></p>\n</td>\n<td><p>3<br/>\n</p></td></tr></table>",
        "¶ 申请12件\ngrid\n0 总计↔2|2 3",
    );
}
