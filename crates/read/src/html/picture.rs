//! Pictures and attached files, which may stand where a table should.
use html5ever::local_name;

use super::lines::trim;
use super::tree::Element;

/// Endings of files that hold a report or its tables.
const ATTACHMENTS: [&str; 16] =
    ["doc", "docx", "wps", "xls", "xlsx", "et", "pdf", "ofd", "rtf", "zip", "rar", "7z", "odt", "ods", "ppt", "pptx"];

/// The name of a picture large enough to hold text: its text, its title or its file's name.
pub(super) fn of_image(element: &Element) -> Option<String> {
    let source = element.attribute(&local_name!("src")).unwrap_or_default();
    let file = file_name(source);
    let icon = source.contains("fileTypeImages") || file.starts_with("icon") || file.starts_with("spacer");
    if element.style.tiny || source.is_empty() || icon {
        return None;
    }
    let texts = [element.attribute(&local_name!("alt")), element.attribute(&local_name!("title"))];
    let text = texts.into_iter().flatten().map(trim).find(|text| !text.is_empty());
    Some(text.unwrap_or(file).to_owned())
}

/// The name of the file that stands within a page, where it is no page itself.
pub(super) fn of_embedded(element: &Element) -> Option<String> {
    let sources = [element.attribute(&local_name!("src")), element.attribute(&local_name!("data"))];
    let source =
        sources.into_iter().flatten().find(|source| is_attachment(source) || is_attachment(parameter(source)))?;
    Some(file_name(if is_attachment(source) { source } else { parameter(source) }).to_owned())
}

/// Whether an address is that of an attached file.
pub(super) fn is_attachment(address: &str) -> bool {
    let name = file_name(address);
    name.rsplit_once('.').is_some_and(|(_, ending)| ATTACHMENTS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// The last part of an address's path.
pub(super) fn file_name(address: &str) -> &str {
    if address.trim_ascii_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
        return "";
    }
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_ascii();
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// What follows the last `=` of an address: `viewer.html?file=/a/b.pdf`.
fn parameter(address: &str) -> &str {
    address.rsplit_once('=').map_or("", |(_, value)| value)
}
