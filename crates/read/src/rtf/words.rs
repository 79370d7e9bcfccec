//! The control words that mean something here.

/// What a group holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Text of the document.
    Body,
    /// The number printed before a paragraph.
    ListText,
    /// The definitions of fonts.
    Fonts,
    /// A list table.
    Lists,
    /// The text of a level of a list.
    LevelText,
    /// A drawing, a picture, an object: its text is not of the document, but what is in it may be.
    Quiet,
    /// The definition of a row of a nested table.
    NestedRow,
    /// The name of a property of a drawing.
    Name,
    /// The value of a property of a drawing.
    Value,
    /// The kind of an object.
    Class,
    /// Text that comes again, in Unicode, in a group within this one.
    Alternative,
    /// Nothing of the document.
    Nothing,
}

/// What happens when a group ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing but a return to what was before.
    Plain,
    /// A text box is complete.
    TextBox,
    /// A picture is complete.
    Picture,
    /// An object is complete.
    Object,
    /// The value of a property is complete.
    Value,
}

/// A word that changes how text is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Character {
    /// All properties of characters are as at the beginning.
    Plain,
    Font,
    Hidden,
    Deleted,
    Struck,
    Inserted,
    /// How many characters stand for programs that do not know Unicode.
    UnicodeSkip,
    Unicode,
    /// Above the line.
    Raised,
    /// Below it, or neither.
    NotRaised,
}

/// A word that ends something, or says where a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// All properties of paragraphs are as at the beginning.
    Plain,
    InTable,
    Nesting,
    ListId,
    ListLevel,
    End,
    EndCell,
    EndNestedCell,
    EndRow,
    EndNestedRow,
}

/// A word of a row's definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowWord {
    Begin,
    Left,
    /// Right edge of a cell, whose other properties stand before it.
    Right,
    MergedFirst,
    Merged,
    MergedDownFirst,
    MergedDown,
    Deleted,
    Inserted,
}

/// A word of a list table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListWord {
    List,
    Level,
    ListId,
    Instance,
    Change,
    StartsAfresh,
    InstanceId,
    Start,
    Format,
    Follow,
    Legal,
    NoRestart,
    Hidden,
}

/// A word of the font table or the head of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontWord {
    CodePage,
    Default,
    Charset,
    FontPage,
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Character(Character),
    Paragraph(Paragraph),
    Row(RowWord),
    List(ListWord),
    Font(FontWord),
    /// A character.
    Text(&'static str),
    /// The group holds something.
    Group(Target, Ending),
}

/// What a word means; `None` for the many that say how something looks.
pub(super) fn meaning(word: &[u8]) -> Option<Word> {
    let letter = usize::from(word.first()?.checked_sub(b'a')?);
    let words = WORDS.get(*STARTS.get(letter)?..*STARTS.get(letter + 1)?)?;
    words.binary_search_by_key(&word, |(name, _)| name.as_bytes()).ok().map(|index| words[index].1)
}

/// Where in [`WORDS`] each letter begins, and where the last one ends: most words are told to be none by a few looks.
const STARTS: [usize; 27] = {
    let mut starts = [0; 27];
    let mut index = 0;
    while index < WORDS.len() {
        let letter = (WORDS[index].0.as_bytes()[0] - b'a') as usize;
        let mut after = letter + 1;
        while after < starts.len() {
            starts[after] = index + 1;
            after += 1;
        }
        index += 1;
    }
    starts
};

const fn group(target: Target) -> Word {
    Word::Group(target, Ending::Plain)
}

/// A group that is not read.
const NOTHING: Word = group(Target::Nothing);
/// A group that is read for what is in it.
const QUIET: Word = group(Target::Quiet);
const PICTURE: Word = Word::Group(Target::Quiet, Ending::Picture);
const TEXT_BOX: Word = Word::Group(Target::Body, Ending::TextBox);

/// Sorted by name.
const WORDS: &[(&str, Word)] = &[
    ("ansicpg", Word::Font(FontWord::CodePage)),
    ("background", NOTHING),
    ("bullet", Word::Text("•")),
    ("cell", Word::Paragraph(Paragraph::EndCell)),
    ("cellx", Word::Row(RowWord::Right)),
    ("cldel", Word::Row(RowWord::Deleted)),
    ("clins", Word::Row(RowWord::Inserted)),
    ("clmgf", Word::Row(RowWord::MergedFirst)),
    ("clmrg", Word::Row(RowWord::Merged)),
    ("clvmgf", Word::Row(RowWord::MergedDownFirst)),
    ("clvmrg", Word::Row(RowWord::MergedDown)),
    ("colortbl", NOTHING),
    ("column", Word::Text("\n")),
    ("cpg", Word::Font(FontWord::FontPage)),
    ("deff", Word::Font(FontWord::Default)),
    ("deleted", Word::Character(Character::Deleted)),
    ("do", QUIET),
    ("dptxbxtext", TEXT_BOX),
    ("emdash", Word::Text("—")),
    ("emspace", Word::Text("\u{3000}")),
    ("endash", Word::Text("–")),
    ("enspace", Word::Text(" ")),
    ("f", Word::Character(Character::Font)),
    ("falt", NOTHING),
    ("fcharset", Word::Font(FontWord::Charset)),
    ("fldinst", NOTHING),
    ("fonttbl", group(Target::Fonts)),
    ("footer", NOTHING),
    ("footerf", NOTHING),
    ("footerl", NOTHING),
    ("footerr", NOTHING),
    ("footnote", NOTHING),
    ("header", NOTHING),
    ("headerf", NOTHING),
    ("headerl", NOTHING),
    ("headerr", NOTHING),
    ("ilvl", Word::Paragraph(Paragraph::ListLevel)),
    ("info", NOTHING),
    ("intbl", Word::Paragraph(Paragraph::InTable)),
    ("itap", Word::Paragraph(Paragraph::Nesting)),
    ("ldblquote", Word::Text("“")),
    ("levelfollow", Word::List(ListWord::Follow)),
    ("levellegal", Word::List(ListWord::Legal)),
    ("levelnfc", Word::List(ListWord::Format)),
    ("levelnfcn", Word::List(ListWord::Format)),
    ("levelnorestart", Word::List(ListWord::NoRestart)),
    ("levelnumbers", NOTHING),
    ("levelstartat", Word::List(ListWord::Start)),
    ("leveltext", group(Target::LevelText)),
    ("lfolevel", Word::List(ListWord::Change)),
    ("line", Word::Text("\n")),
    ("list", Word::List(ListWord::List)),
    ("listid", Word::List(ListWord::ListId)),
    ("listlevel", Word::List(ListWord::Level)),
    ("listname", NOTHING),
    ("listoverride", Word::List(ListWord::Instance)),
    ("listoverridestartat", Word::List(ListWord::StartsAfresh)),
    ("listoverridetable", group(Target::Lists)),
    ("listpicture", NOTHING),
    ("liststylename", NOTHING),
    ("listtable", group(Target::Lists)),
    ("listtext", group(Target::ListText)),
    ("lquote", Word::Text("‘")),
    ("ls", Word::Paragraph(Paragraph::ListId)),
    ("mvf", Word::Character(Character::Deleted)),
    ("mvt", Word::Character(Character::Inserted)),
    ("nestcell", Word::Paragraph(Paragraph::EndNestedCell)),
    ("nestrow", Word::Paragraph(Paragraph::EndNestedRow)),
    ("nesttableprops", group(Target::NestedRow)),
    ("nonesttables", NOTHING),
    ("nonshppict", NOTHING),
    ("nosupersub", Word::Character(Character::NotRaised)),
    ("objclass", group(Target::Class)),
    ("objdata", NOTHING),
    ("object", Word::Group(Target::Quiet, Ending::Object)),
    ("page", Word::Text("\n")),
    ("par", Word::Paragraph(Paragraph::End)),
    ("pard", Word::Paragraph(Paragraph::Plain)),
    ("picprop", QUIET),
    ("pict", PICTURE),
    ("plain", Word::Character(Character::Plain)),
    ("pn", NOTHING),
    ("pntext", group(Target::ListText)),
    ("qmspace", Word::Text(" ")),
    ("rdblquote", Word::Text("”")),
    ("result", group(Target::Body)),
    ("revised", Word::Character(Character::Inserted)),
    ("row", Word::Paragraph(Paragraph::EndRow)),
    ("rquote", Word::Text("’")),
    ("rxe", NOTHING),
    ("sect", Word::Paragraph(Paragraph::End)),
    ("shpinst", QUIET),
    ("shppict", group(Target::Body)),
    ("shprslt", NOTHING),
    ("shptxt", TEXT_BOX),
    ("sn", group(Target::Name)),
    ("softline", Word::Text("\n")),
    ("strike", Word::Character(Character::Struck)),
    ("striked", Word::Character(Character::Struck)),
    ("stylesheet", NOTHING),
    ("sub", Word::Character(Character::NotRaised)),
    ("super", Word::Character(Character::Raised)),
    ("sv", Word::Group(Target::Value, Ending::Value)),
    ("tab", Word::Text("\t")),
    ("tc", NOTHING),
    ("tcn", NOTHING),
    ("trleft", Word::Row(RowWord::Left)),
    ("trowd", Word::Row(RowWord::Begin)),
    ("txe", NOTHING),
    ("u", Word::Character(Character::Unicode)),
    ("uc", Word::Character(Character::UnicodeSkip)),
    ("ud", group(Target::Body)),
    ("upr", group(Target::Alternative)),
    ("v", Word::Character(Character::Hidden)),
    ("xe", NOTHING),
];

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted() {
        assert!(super::WORDS.is_sorted_by(|(left, _), (right, _)| left < right));
    }
}
