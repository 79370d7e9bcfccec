//! What elements are on a page.
use html5ever::{QualName, local_name, ns};

/// What an element is, as far as reading goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Part of a line.
    Inline,
    /// Lines of its own.
    Block,
    /// `p`, `h2` to `h6`, `dt`: holds text and no parts of the page.
    Paragraph,
    /// `h1`.
    Title,
    /// `pre`, in which blanks and line ends stay.
    Preformatted,
    /// `nav`, `footer`, `aside`.
    Chrome,
    Anchor,
    LineBreak,
    Image,
    /// `iframe`, `embed`, `object`: another document.
    Embedded,
    OrderedList,
    /// `ul`, `menu`, `dir`.
    UnorderedList,
    ListItem,
    Table,
    Caption,
    TableHead,
    TableBody,
    TableFoot,
    Row,
    Cell,
    /// `del`: struck out.
    Deleted,
    /// `sup`: above the line, as the marks of notes are.
    Raised,
    /// Never shown as text of the page.
    Unshown,
}

impl Kind {
    /// What a tag of this name is.
    pub(super) fn of(name: &QualName) -> Self {
        if name.ns != ns!(html) {
            return if name.ns == ns!(svg) { Self::Unshown } else { Self::Inline };
        }
        match name.local {
            local_name!("p")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("dt") => Self::Paragraph,
            local_name!("h1") => Self::Title,
            local_name!("pre") | local_name!("listing") | local_name!("xmp") | local_name!("plaintext") => {
                Self::Preformatted
            }
            local_name!("nav") | local_name!("footer") | local_name!("aside") => Self::Chrome,
            local_name!("a") => Self::Anchor,
            local_name!("br") => Self::LineBreak,
            local_name!("img") => Self::Image,
            local_name!("iframe") | local_name!("embed") | local_name!("object") => Self::Embedded,
            local_name!("ol") => Self::OrderedList,
            local_name!("ul") | local_name!("menu") | local_name!("dir") => Self::UnorderedList,
            local_name!("li") => Self::ListItem,
            local_name!("table") => Self::Table,
            local_name!("caption") => Self::Caption,
            local_name!("thead") => Self::TableHead,
            local_name!("tbody") => Self::TableBody,
            local_name!("tfoot") => Self::TableFoot,
            local_name!("tr") => Self::Row,
            local_name!("td") | local_name!("th") => Self::Cell,
            local_name!("del") | local_name!("s") | local_name!("strike") => Self::Deleted,
            local_name!("sup") => Self::Raised,
            _ => Self::other(name),
        }
    }

    fn other(name: &QualName) -> Self {
        match name.local {
            local_name!("head")
            | local_name!("title")
            | local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("noframes")
            | local_name!("noembed")
            | local_name!("select")
            | local_name!("datalist")
            | local_name!("button")
            | local_name!("textarea")
            | local_name!("input")
            | local_name!("audio")
            | local_name!("video")
            | local_name!("canvas")
            | local_name!("map")
            | local_name!("rp")
            | local_name!("colgroup")
            | local_name!("col") => Self::Unshown,
            local_name!("address")
            | local_name!("article")
            | local_name!("blockquote")
            | local_name!("body")
            | local_name!("center")
            | local_name!("dd")
            | local_name!("details")
            | local_name!("dialog")
            | local_name!("div")
            | local_name!("dl")
            | local_name!("fieldset")
            | local_name!("figcaption")
            | local_name!("figure")
            | local_name!("form")
            | local_name!("frameset")
            | local_name!("header")
            | local_name!("hgroup")
            | local_name!("hr")
            | local_name!("html")
            | local_name!("legend")
            | local_name!("main")
            | local_name!("marquee")
            | local_name!("optgroup")
            | local_name!("option")
            | local_name!("search")
            | local_name!("section")
            | local_name!("summary") => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether lines end before and after it, unless its style says otherwise.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Inline | Self::Anchor | Self::Image | Self::Embedded | Self::Deleted | Self::Raised | Self::Unshown
        )
    }
}
