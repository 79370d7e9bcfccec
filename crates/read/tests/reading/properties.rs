//! What holds for every input: no panic, no character lost, every place true.
use std::fs;
use std::path::PathBuf;

use gouji_model::{Block, Document, Origin};
use gouji_read::{Input, Limits, read};
use proptest::prelude::*;

/// Everything that is no blank, no pipe and no mark of a ruler.
fn essence(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '|' | '\u{feff}' | '\u{200b}'))
        .collect()
}

fn texts(document: &Document) -> Vec<(&str, &Origin)> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push((&*paragraph.text, &paragraph.origin)),
            Block::Grid(grid) => texts.extend(grid.rows.iter().flatten().map(|cell| (&*cell.text, &cell.origin))),
            Block::Picture(_) => {}
        }
    }
    texts
}

/// Lines with whatever may stand in them, and often with what draws grids.
fn a_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[0-9]{1,3}|规章|商业|企业|（一）予以公开|一、本年新收政府信息公开申请数量",
        2 => "三、收到和处理政府信息公开申请情况|全年没有收到政府信息公开申请。",
        6 => "\\|{1,3}|\t|\t\t",
        8 => "\n|\n\n|\r\n|\r|\u{b}|\u{c}",
        3 => " |\u{3000}|\u{a0}|\u{feff}",
        1 => "\\PC{0,5}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn no_character_is_lost(text in a_text()) {
        // Rulers, page numbers and traces are dropped on purpose.
        prop_assume!(!text.contains(['-', '第', '[', '{', '<', '—', '－', '\u{fffd}']));
        match read(text.as_bytes(), &Limits::default()) {
            Ok(Input::Document(document)) => {
                let found: String = texts(&document).iter().map(|(text, _)| *text).collect();
                prop_assert_eq!(essence(&found), essence(&text));
            }
            Ok(Input::Report(_) | Input::Parts(_)) => prop_assert!(false, "no report"),
            Err(error) => prop_assert!(essence(&text).is_empty(), "{error}"),
        }
    }

    #[test]
    fn every_place_holds_its_text(text in a_text()) {
        if let Ok(Input::Document(document)) = read(text.as_bytes(), &Limits::default()) {
            for (found, origin) in texts(&document) {
                let (start, end) = origin.bytes.unwrap();
                let printed = &text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
                if !text.contains('[') {
                    prop_assert_eq!(essence(printed), essence(found));
                }
            }
        }
    }

    #[test]
    fn places_ascend(text in a_text()) {
        if let Ok(Input::Document(document)) = read(text.as_bytes(), &Limits::default()) {
            let starts: Vec<u64> = texts(&document).iter().filter_map(|(_, origin)| origin.bytes.map(|bytes| bytes.0)).collect();
            prop_assert!(starts.is_sorted(), "{starts:?}");
        }
    }
}

#[test]
fn a_fixture_cut_anywhere_is_read_or_refused() {
    for folder in ["reports", "bad"] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite").join(folder);
        for entry in fs::read_dir(folder).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            // Seven is no multiple of the length of a character in any encoding, so cuts fall on each of its bytes.
            for end in (0..bytes.len()).step_by(7) {
                let _ = read(&bytes[..end], &Limits::default());
            }
        }
    }
}

#[test]
fn hostile_texts_are_read_or_refused() {
    let most = 199_000;
    let shapes = [
        "|\n",
        "|\n\n",
        "a|\n",
        "|a\n",
        "a\n|\n",
        "\t\n",
        "\ta\n",
        "\ta\n\n",
        "a\t\n",
        "a|b\na\n",
        "[bookmark:x]\n",
        "[bookmark:",
        "[",
        "-1-\n",
        "\u{c}",
    ];
    for shape in shapes {
        let _ = read(shape.repeat(most).as_bytes(), &Limits::default());
        let _ = read(format!("|{}", shape.repeat(most)).as_bytes(), &Limits::default());
    }
    let _ = read(&"\u{3000}".repeat(300_000).into_bytes(), &Limits::default());
    let _ = read(&[b"|", "\n".repeat(190_000).as_bytes(), b"|"].concat(), &Limits::default());
}
