//! Comments at cells and sentences: nothing but them is new.
use std::io::{Cursor, Read as _};

use gouji_model::{Date, Origin, Place};
use gouji_read::{Annotated, Author, Comment, Limits, Spot, annotate, read};
use zip::ZipArchive;

use crate::writer::{Parts, body, cell, p, table, tbl, tr};

fn at(table: u32, row: u32, column: u32) -> Spot {
    Spot::Place(Origin::at(Place::Table { table, row, column }))
}

fn sentence(paragraph: u32, text: &str) -> Spot {
    Spot::Sentence(Origin::at(Place::Paragraph { paragraph }), text.to_owned())
}

fn put(parts: &Parts, spots: &[Spot]) -> Annotated {
    let comment =
        |spot: &Spot| Comment { spot: spot.clone(), lines: vec!["应为 <12>".to_owned(), "依据".to_owned()] };
    let author = Author { name: "gouji".to_owned(), date: Date::new(2026, 1, 31) };
    let comments: Vec<Comment> = spots.iter().map(comment).collect();
    annotate(&parts.bytes(), &comments, &author, &Limits::default()).unwrap()
}

fn text(bytes: &[u8], member: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(member).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The main part, with comments' marks written short: `[0|` begins, `|0]` ends.
fn short(bytes: &[u8]) -> String {
    let mut main = text(bytes, "word/document.xml");
    main = main[main.find("<w:body>").unwrap() + 8..main.find("</w:body>").unwrap()].to_owned();
    for id in 0..20 {
        main = main.replace(&format!("<w:commentRangeStart w:id=\"{id}\"/>"), &format!("[{id}|"));
        let end = format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
        main = main.replace(&end, &format!("|{id}]"));
    }
    main
}

/// Asserts where comments stand in the body, that the file reads as before, and that no other member changed.
#[track_caller]
fn check(content: &str, spots: &[Spot], expected: &str) {
    let parts = body(content);
    let (before, after) = (parts.bytes(), put(&parts, spots).bytes);
    assert_eq!(short(&after), expected);
    assert_eq!(read(&after, &Limits::default()).unwrap(), read(&before, &Limits::default()).unwrap());
}

#[test]
fn at_cells() {
    let rows = table(&[&["0", "7"]]);
    check(
        &(p("题") + &rows),
        &[at(1, 1, 2)],
        &(p("题") + &rows.replace("<w:r><w:t>7</w:t></w:r>", "[0|<w:r><w:t>7</w:t></w:r>|0]")),
    );
    // A text in several runs; an empty cell, written in both ways.
    let split = "<w:p><w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r></w:p>";
    let row = |split: &str, empty: &str, bare: &str| tbl(&tr(&(cell("", split) + &cell("", empty) + &cell("", bare))));
    check(
        &row(split, "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:p>", "<w:p/>"),
        &[at(1, 1, 1), at(1, 1, 2), at(1, 1, 3)],
        &row(
            "<w:p>[0|<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>|0]</w:p>",
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>[1||1]</w:p>",
            "<w:p>[2||2]</w:p>",
        ),
    );
}

#[test]
fn at_sentences() {
    let one = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let cut = "</w:t></w:r>";
    let again = "<w:r><w:rPr><w:b/></w:rPr><w:t>";
    check(
        &one("甲。乙 &amp; 丙。丁。"),
        &[sentence(1, "乙&丙。")],
        &one(&format!("甲。{cut}[0|{again}乙 &amp; 丙。{cut}|0]{again}丁。")),
    );
    // Two in a row meet at one place; the first and the last need no cut at the ends.
    check(
        &one("甲。乙。"),
        &[sentence(1, "甲。"), sentence(1, "乙。")],
        &format!("<w:p>[0|{}{cut}|0][1|{again}乙。{cut}|1]</w:p>", "<w:r><w:rPr><w:b/></w:rPr><w:t>甲。"),
    );
    // White space stays in a text that keeps it.
    check(
        &one("甲。 乙。 丙。"),
        &[sentence(1, "乙。")],
        &one(&format!(
            "甲。{cut}[0|{} 乙。{cut}|0]{} 丙。",
            again.replace("<w:t>", "<w:t xml:space=\"preserve\">"),
            again.replace("<w:t>", "<w:t xml:space=\"preserve\">")
        )),
    );
    // Over several runs, in a hyperlink; what is not found is the whole paragraph.
    let linked = "<w:p><w:r><w:t>甲。</w:t></w:r><w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink><w:r><w:t>丙。</w:t></w:r></w:p>";
    check(
        linked,
        &[sentence(1, "乙丙。")],
        &linked.replace("<w:r><w:t>乙", "[0|<w:r><w:t>乙").replace("丙。</w:t></w:r>", "丙。</w:t></w:r>|0]"),
    );
    check(
        linked,
        &[sentence(1, "丁。")],
        &linked.replacen("<w:r>", "[0|<w:r>", 1).replace("丙。</w:t></w:r>", "丙。</w:t></w:r>|0]"),
    );
}

/// An empty paragraph before it moves no comment; deleted and hidden texts are not in a sentence.
#[test]
fn behind_what_is_not_shown() {
    let hidden = "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>丑</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>寅</w:t></w:r><w:r><w:t>乙。</w:t></w:r></w:p>";
    check(
        &format!("<w:p/>{}{hidden}", p("题")),
        &[sentence(2, "甲乙。")],
        &format!(
            "<w:p/>{}{}",
            p("题"),
            hidden.replacen("<w:r>", "[0|<w:r>", 1).replace("乙。</w:t></w:r>", "乙。</w:t></w:r>|0]")
        ),
    );
}

#[test]
fn what_has_no_place_stands_at_the_title() {
    let parts = body(&(p("题") + &p("文")));
    let annotated = put(&parts, &[Spot::Whole, at(3, 1, 1)]);
    assert_eq!(annotated.displaced, 1);
    let title = "<w:p>[0|[1|<w:r><w:t>题</w:t></w:r>|0]|1]</w:p>";
    assert_eq!(short(&annotated.bytes), format!("{title}{}", p("文")));
}

#[test]
fn the_parts_around() {
    let parts = body(&p("题")).with("word/media/image1.png", b"\0\x01");
    let (before, after) = (parts.bytes(), put(&parts, &[Spot::Whole]).bytes);
    assert_eq!(after, put(&parts, &[Spot::Whole]).bytes);
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    assert_eq!(
        text(&after, "word/comments.xml"),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments {space}><w:comment w:id=\"0\" w:author=\"gouji\" w:date=\"2026-01-31T00:00:00Z\" w:initials=\"g\"><w:p><w:r><w:t xml:space=\"preserve\">应为 &lt;12&gt;</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">依据</w:t></w:r></w:p></w:comment></w:comments>"
        )
    );
    assert!(text(&after, "[Content_Types].xml").contains("<Override PartName=\"/word/comments.xml\" ContentType="));
    assert!(
        text(&after, "word/_rels/document.xml.rels").contains("/comments\" Target=\"comments.xml\"/></Relationships>")
    );
    let same = ["_rels/.rels", "word/media/image1.png"];
    let packed = |bytes: &[u8], name: &str| {
        let (mut zip, mut content) = (ZipArchive::new(Cursor::new(bytes)).unwrap(), Vec::new());
        let index = zip.index_for_name(name).unwrap();
        zip.by_index_raw(index).unwrap().read_to_end(&mut content).unwrap();
        content
    };
    assert!(same.iter().all(|name| packed(&after, name) == packed(&before, name)));
}

/// Comments that are there stay, and ids go on behind theirs.
#[test]
fn comments_of_others() {
    let first = put(&body(&p("题")), &[Spot::Whole]).bytes;
    let comment = Comment { spot: Spot::Whole, lines: vec!["再".to_owned()] };
    let again = annotate(&first, &[comment], &Author::default(), &Limits::default()).unwrap().bytes;
    assert_eq!(short(&again), "<w:p>[0|[1|<w:r><w:t>题</w:t></w:r>|1]|0]</w:p>");
    let comments = text(&again, "word/comments.xml");
    assert!(
        comments.contains("依据") && comments.contains("<w:comment w:id=\"1\" w:author=\"\" w:initials=\"\">"),
        "{comments}"
    );
    for member in ["[Content_Types].xml", "word/_rels/document.xml.rels"] {
        assert_eq!(text(&again, member), text(&first, member));
    }
}

/// The same author's comments of an earlier round make room, runs and all.
#[test]
fn of_an_earlier_round() {
    let parts = body(&(p("题。文。") + &table(&[&["0", "7"]])));
    let first = put(&parts, &[sentence(1, "文。"), at(1, 1, 1)]).bytes;
    let spots = [at(1, 1, 2)];
    let author = Author { name: "gouji".to_owned(), date: Date::new(2026, 1, 31) };
    let comments: Vec<Comment> =
        spots.iter().map(|spot| Comment { spot: spot.clone(), lines: vec!["新".to_owned()] }).collect();
    let again = annotate(&first, &comments, &author, &Limits::default()).unwrap().bytes;
    let comments = text(&again, "word/comments.xml");
    assert!(comments.contains("新") && !comments.contains("依据"), "{comments}");
    assert_eq!(comments.matches("<w:comment ").count(), 1);
    let main = text(&again, "word/document.xml");
    for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        assert_eq!(main.matches(mark).count(), 1, "{main}");
    }
    assert!(!main.contains("<w:r></w:r>"), "{main}");
    assert_eq!(read(&again, &Limits::default()).unwrap(), read(&parts.bytes(), &Limits::default()).unwrap());
}

/// What Word saves: styled signs, and which comment answers which. An answered comment is part of a conversation.
#[test]
fn answered_ones_of_an_earlier_round_stay() {
    let mark =
        |id: u8| format!("<w:r><w:rPr><w:rStyle w:val=\"ab\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>");
    let range = |id: u8| format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let main = format!("<w:p>{}{}<w:r><w:t>题</w:t></w:r>{}{}</w:p>", range(4), range(5), mark(4), mark(5));
    let comment = |id: u8, paragraph: &str, author: &str| {
        format!("<w:comment w:id=\"{id}\" w:author=\"{author}\"><w:p w14:paraId=\"{paragraph}\"/></w:comment>")
    };
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"w14\"";
    let all = [comment(4, "0A", "gouji"), comment(5, "0B", "gouji"), comment(6, "0C", "甲")].concat();
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str| format!("<Relationship Id=\"{kind}\" Type=\"{office}/{kind}\" Target=\"{kind}.xml\"/>");
    let relations = [relation("comments"), relation("commentsExtended")].concat();
    let answers =
        "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"0C\" w15:paraIdParent=\"0A\"/></w15:commentsEx>";
    let parts = body(&main)
        .with("word/_rels/document.xml.rels", format!("<Relationships>{relations}</Relationships>"))
        .with("word/comments.xml", format!("<w:comments {space}>{all}</w:comments>"))
        .with("word/commentsExtended.xml", answers);
    let after = put(&parts, &[Spot::Whole]).bytes;
    let comments = text(&after, "word/comments.xml");
    assert!(comments.contains("0A") && !comments.contains("0B") && comments.contains("0C"), "{comments}");
    let main = text(&after, "word/document.xml");
    assert!(main.contains(&mark(4)) && !main.contains(&mark(5)) && !main.contains(&range(5)), "{main}");
}

/// Other prefixes, or none: attributes need one.
#[test]
fn names_of_other_programs() {
    let space = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for (prefix, declaration) in [("x:", "xmlns:x"), ("", "xmlns")] {
        let main = format!(
            "<{prefix}document {declaration}=\"{space}\"><{prefix}body><{prefix}p><{prefix}r><{prefix}t>题</{prefix}t></{prefix}r></{prefix}p></{prefix}body></{prefix}document>"
        );
        let after = put(&body("").document(&main), &[Spot::Whole]).bytes;
        let own = if prefix.is_empty() { "g:" } else { prefix };
        assert!(
            text(&after, "word/comments.xml")
                .contains(&format!("<{own}comments xmlns:{}=\"{space}\">", own.trim_end_matches(':')))
        );
        assert!(
            text(&after, "word/_rels/document.xml.rels")
                .contains("purl.oclc.org/ooxml/officeDocument/relationships/comments")
        );
        assert!(text(&after, "word/document.xml").contains(&format!("{own}id=\"0\"/>")));
    }
}

/// A text box is in a run of the text: the comment is about that run.
#[test]
fn in_a_text_box() {
    let boxed = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框。内。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    let parts = body(&(p("题") + boxed));
    let origin = Origin { part: Some("文本框1".into()), ..Origin::at(Place::Paragraph { paragraph: 1 }) };
    let annotated = put(&parts, &[Spot::Sentence(origin, "内。".to_owned())]);
    if annotated.displaced == 0 {
        assert_eq!(
            short(&annotated.bytes),
            p("题") + &boxed.replacen("<w:r>", "[0|<w:r>", 1).replace("</w:pict></w:r>", "</w:pict></w:r>|0]")
        );
    } else {
        panic!("{:?}", read(&parts.bytes(), &Limits::default()));
    }
}

#[test]
fn files_that_cannot_bear_comments() {
    let refused = |bytes: &[u8]| annotate(bytes, &[], &Author::default(), &Limits::default()).unwrap_err().0.key;
    assert_eq!(refused(b"a\tb\n"), "annotate-format");
    assert_eq!(refused(&body("<w:p><w:r><w:t>\u{F8D0}</w:t></w:r></w:p>").bytes()), "amend-differs");
    assert_eq!(refused(&body(&p("题")).without("[Content_Types].xml").bytes()), "read-zip-member");
}
