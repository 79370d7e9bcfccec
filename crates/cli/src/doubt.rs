//! Why edits were not judged, in words for who runs gouji: what the arguments could supply is named.
use gouji_export::{DoubtKind, Unjudged};
use gouji_model::{Arg, Message};

/// The reason of a group; with cells, it lists each cell once.
pub(crate) fn reason(unjudged: &Unjudged<'_>) -> Message {
    let key = match DoubtKind::of(unjudged.doubt) {
        DoubtKind::Missing => "driver-doubt-missing",
        DoubtKind::Unreadable => "driver-doubt-unreadable",
        DoubtKind::BlankTotal => "driver-doubt-blank-total",
        DoubtKind::Level => "driver-doubt-level",
        DoubtKind::UnitKind => "driver-doubt-kind",
        DoubtKind::Fact => "driver-doubt-fact",
        DoubtKind::LastYear => "driver-doubt-last-year",
        DoubtKind::NotAmongLastYears => "driver-doubt-not-among",
        DoubtKind::Members => "driver-doubt-members",
        DoubtKind::TooLarge => "driver-doubt-too-large",
    };
    Message::new(key).with("about", Arg::List(unjudged.about.clone()))
}
