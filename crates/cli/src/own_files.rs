//! Files that gouji itself writes about reports, by their names: they are no reports, though they lie beside them.
use camino::Utf8Path;
use gouji_model::{Lang, Message, render};

/// What stands before the extension of an annotated copy.
pub(crate) const ANNOTATED: &str = ".annotated";

/// What the name of a list of changes has behind that of the corrected file.
pub(crate) const CHANGES: &str = ".changes.csv";

/// The message that names notices (修改意见单).
pub(crate) const NOTICE_STEM: &str = "driver-notice-stem";

/// The message that names the overview of notices.
pub(crate) const OVERVIEW_STEM: &str = "driver-overview-stem";

/// Formats of notices; a table in another is none.
const NOTICE_FORMATS: [&str; 3] = ["docx", "txt", "pdf"];

/// Whether a file is called as notices, their overviews and lists of changes are, in either language.
pub(crate) fn is_own(file: &Utf8Path) -> bool {
    if file.file_name().is_some_and(|name| name.ends_with(CHANGES)) {
        return true;
    }
    let (Some(stem), Some(format)) = (file.file_stem(), file.extension()) else { return false };
    let stem = unnumbered(stem);
    NOTICE_FORMATS.contains(&format) && words().iter().any(|word| stem.ends_with(word.as_str()))
}

/// Names that the file may have of which this one is an annotated copy. Where no such file is there, the copy may be what
/// a unit corrected and sent back.
pub(crate) fn annotated_of(file: &Utf8Path) -> Option<[String; 2]> {
    let (stem, format) = (file.file_stem()?.strip_suffix(ANNOTATED)?, file.extension()?);
    Some([stem, unnumbered(stem)].map(|stem| format!("{stem}.{format}")))
}

/// Whether a name is that of a notice in a language.
pub(crate) fn is_notice(name: &str, lang: Lang) -> bool {
    Utf8Path::new(name).file_stem().is_some_and(|stem| unnumbered(stem).ends_with(&notice_word(lang)))
}

/// A stem without the number that a second file of the same name gets.
fn unnumbered(stem: &str) -> &str {
    match stem.rsplit_once('-') {
        Some((own, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => own,
        _ => stem,
    }
}

fn words() -> Vec<String> {
    let overview = |lang| render(&Message::new(OVERVIEW_STEM), lang);
    [Lang::Zh, Lang::En].into_iter().flat_map(|lang| [notice_word(lang), overview(lang)]).collect()
}

/// What all notices of a language have at the end of their names.
fn notice_word(lang: Lang) -> String {
    let any = render(&Message::new(NOTICE_STEM).text("unit", "").text("year", ""), lang);
    any.trim_start_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_overviews_and_lists_of_changes_are_known_by_their_names() {
        for own in ["松渡县水利局2023修改意见单.docx", "松渡县水利局2023修改意见单-2.txt", "修改意见汇总.docx"]
        {
            assert!(is_own(own.into()), "{own}");
        }
        for own in ["a-2023-corrections.docx", "corrections-overview.txt", "a.repaired.docx.changes.csv"] {
            assert!(is_own(own.into()), "{own}");
        }
        for other in ["松渡县水利局2023.docx", "a.docx", "annotated.docx", "修改意见单的说明.docx", "a-2023.docx"]
        {
            assert!(!is_own(other.into()), "{other}");
        }
    }

    #[test]
    fn copies_know_what_they_are_of() {
        let of = |name: &str| annotated_of(name.into());
        assert_eq!(of("b/a-2.annotated.docx"), Some(["a-2.docx".to_owned(), "a.docx".to_owned()]));
        assert_eq!(of("annotated.docx"), None);
    }
}
